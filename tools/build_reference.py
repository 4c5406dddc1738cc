"""Count in how many decisions each word stands: what small collections borrow (`flanders_care.alignment.reference`).

Usage: `python tools/build_reference.py CORPUS`, with the folder that `FLANDERS_CARE_CORPUS` names. Writes
`src/flanders_care/alignment/data/reference_words.txt`. Words that stand in fewer than three decisions are left out:
they say little about rarity, and most names of persons are among them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from flanders_care.alignment.tokens import cut
from flanders_care.dutch.text.words import stop_words
from flanders_care.loading import load
from flanders_care.model.decision import decision_document

REFERENCE_FILE = Path(__file__).resolve().parents[1] / "src/flanders_care/alignment/data/reference_words.txt"
FEWEST = 3
HEADER = """\
# In how many of {documents} decisions of the Flemish Government, 2019-2024, each word stands: `count: words` a line.
# Source: the repository datamindedbe/demo-elections2024-website (MIT licence), which took the decisions from the
# Government's public site (free reuse). Made by tools/build_reference.py: words in lower case as alignment counts
# them, in title and text; those in fewer than {fewest} decisions, stop words and single letters are left out.
documents: {documents}
"""


def count_words(texts: list[str]) -> dict[str, int]:
    """Return in how many texts each word stands that is no stop word."""
    words = cut(texts).words()
    frequency = np.bincount(words.counts.indices, minlength=len(words.distinct)).tolist()
    return {word: count for word, count in zip(words.distinct, frequency, strict=True) if _telling(word, count)}


def _telling(word: str, count: int) -> bool:
    return count >= FEWEST and len(word) > 1 and word not in stop_words() and not any(c in word for c in ":#")


def write(counts: dict[str, int], documents: int) -> str:
    """Return the text of the file: the counts from high to low, the words of each in order."""
    by_count: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(counts):
        by_count[counts[word]].append(word)
    lines = (f"{count}: {' '.join(by_count[count])}\n" for count in sorted(by_count, reverse=True))
    return HEADER.format(documents=documents, fewest=FEWEST) + "".join(lines)


def main(corpus: Path) -> None:
    """Count and write."""
    decisions = load(corpus / "decisions.jsonl").corpus.decisions
    counts = count_words([decision_document(decision).text for decision in decisions])
    REFERENCE_FILE.write_text(write(counts, len(decisions)), encoding="utf-8", newline="\n")
    print(f"{len(counts)} words of {len(decisions)} decisions, {REFERENCE_FILE.stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
