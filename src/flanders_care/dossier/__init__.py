"""The decisions that are steps of one file."""
