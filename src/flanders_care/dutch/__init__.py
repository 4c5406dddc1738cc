"""Reading Dutch: sentences, broken words, dates, names, promises, sums."""
