"""Rebuild ``src/flanders_care/dutch/text/data/words.txt`` from public texts of the Flemish Government.

Usage: ``python tools/build_dutch_words.py CORPUS > src/flanders_care/dutch/text/data/words.txt`` where ``CORPUS`` is a
folder with ``decisions.jsonl`` and ``agreement/*.txt``, such as ``FLANDERS_CARE_CORPUS`` names.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

_WORD = re.compile(r"(?<![\w\-./@])[^\W\d_]{2,}(?![\w\-/@])")
_HEADER = """\
# Dutch words of Flemish policy texts, lower case, one a line, for joining words that a PDF broke.
# Source: the vocabulary (no text) of the decisions 2019-2024 and the coalition agreement 2019-2024 of the Flemish
# Government, public-domain government texts as collected in datamindedbe/demo-elections2024-website (MIT licence).
# Made by tools/build_dutch_words.py: words without hyphen, digit or inner capital, written small at least once,
# that occur twice or more, or once in a decision when they have nine letters and no longer word begins with them."""


def _count(texts: list[str]) -> Counter[str]:
    return Counter(word.lower() for text in texts for word in _WORD.findall(text) if word[1:].islower())


def _read(corpus: Path) -> tuple[list[str], list[str]]:
    lines = (corpus / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    decisions = [json.loads(line)["text"] or "" for line in lines]
    return decisions, [path.read_text(encoding="utf-8") for path in sorted((corpus / "agreement").glob("*.txt"))]


def main() -> None:
    """Write the list to standard output."""
    decisions, agreement = _read(Path(sys.argv[1]))
    clean, torn = _count(decisions), _count(agreement)
    written_small = {word for text in (*decisions, *agreement) for word in _WORD.findall(text) if word.islower()}
    words = {word for word in clean | torn if clean[word] + torn[word] >= 2 and (len(word) > 3 or clean[word] >= 4)}
    ordered = sorted(words | set(clean))
    for word, following in zip(ordered, [*ordered[1:], ""], strict=True):
        if len(word) >= 9 and not following.startswith(word):
            words.add(word)
    print(_HEADER)
    print("\n".join(sorted(words & written_small)))


if __name__ == "__main__":
    main()
