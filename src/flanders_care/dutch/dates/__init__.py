"""Dates as a document states them."""
