"""Reports on what became of a section of a coalition agreement."""
