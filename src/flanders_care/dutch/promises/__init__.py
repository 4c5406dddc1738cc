"""Which sentences promise, how firmly, and by when."""
