"""A report's claims held against what it cites."""
