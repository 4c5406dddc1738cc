"""Which decisions carry out which promises, with a receipt for every score."""
