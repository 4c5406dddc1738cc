"""How good a ranking is, and how far annotators agree."""
