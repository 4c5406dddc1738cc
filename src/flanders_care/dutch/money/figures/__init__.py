"""From text to figures with a unit."""
