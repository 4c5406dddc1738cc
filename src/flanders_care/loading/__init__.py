"""Files and folders in, one corpus out."""
