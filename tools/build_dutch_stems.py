"""Rebuild `src/flanders_care/dutch/text/data/stems.tsv`: the stems of the words that the package ships.

Usage: `python tools/build_dutch_stems.py > src/flanders_care/dutch/text/data/stems.tsv`
"""

from __future__ import annotations

from flanders_care.dutch.text.wordlists import read_words
from flanders_care.dutch.text.words import StemmerPin, derive_stems, stop_words

_HEADER = """\
# The stems under which each Dutch word is found: its own and those of the parts of a compound. Word, tab, stems.
# Source: the words of words.txt without stop words, Snowball's algorithm `dutch` (Kraaij-Pohlmann) of
# snowballstemmer {release} after the overrides in stem_overrides.tsv. Made by tools/build_dutch_stems.py."""


def main() -> None:
    """Write the table to standard output."""
    print(_HEADER.format(release=StemmerPin.current().release))
    for word in sorted(read_words("dutch/text/words.txt") - stop_words()):
        print(word, " ".join(derive_stems(word)), sep="\t")


if __name__ == "__main__":
    main()
