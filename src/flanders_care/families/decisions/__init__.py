"""Decisions of the Flemish Government as JSON."""
