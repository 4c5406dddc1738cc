"""A text made ready once: blocks, sentences, words, numerals, broken words joined, word lists."""
