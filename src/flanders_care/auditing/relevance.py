"""Whether the decisions that a claim cites have to do with the section that its report is about.

A plain cosine of rarity-weighted stems, compound parts included. The scores of the alignment profiles are fitted to
rank decisions; here one number must mean the same for every section, corpus and refit, since a threshold hangs on it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from flanders_care.auditing.evidence import stem_counts
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

_LEAST_TEXTS = 1000
#: Stems in more than this share of the decisions tell none from another.
_COMMON = 0.2
#: What the best single commitment counts beside the section as a whole.
_SINGLE = 0.5


@attrs.frozen(kw_only=True, eq=False)
class Rarity:
    """How rare stems are among decisions.

    Attributes:
        frequency: In how many decisions each stem stands.
        texts: How many decisions there are; few tell little, so at least 1,000 are reckoned.
    """

    frequency: Mapping[str, int]
    texts: int

    @classmethod
    def among(cls, decisions: Iterable[Decision]) -> Rarity:
        """Count the stems of decisions."""
        counts = [stem_counts(_text(decision)) for decision in decisions]
        frequency = Counter(stem for count in counts for stem in count)
        return cls(frequency=frequency, texts=max(_LEAST_TEXTS, len(counts)))

    def weight(self, stem: str) -> float:
        """The logarithm of how rare a stem is, at least 0; 0 for a common one."""
        held = self.frequency.get(stem, 0)
        return math.log((1 + self.texts) / (1 + held)) if held < _COMMON * self.texts else 0.0

    def per_thousand(self, stem: str) -> float:
        """In how many of 1,000 decisions a stem stands."""
        return 1000.0 * self.frequency.get(stem, 0) / self.texts


class Relevance:
    """Measures decisions against one section.

    Args:
        section: The commitments of the section.
        rarity: How rare stems are.
    """

    def __init__(self, section: Sequence[Commitment], rarity: Rarity) -> None:
        self._rarity = rarity
        singles = [stem_counts(commitment.text) for commitment in section]
        self._whole = self._row(sum(singles, Counter[str]()))
        self._singles = [self._row(single) for single in singles]

    def __call__(self, decisions: Sequence[Decision]) -> float:
        """Measure decisions that are cited together.

        Args:
            decisions: At least one.

        Returns:
            Halfway between the best and the mean of their likeness to the section, in 0..1.
        """
        found = [self._one(decision) for decision in decisions]
        return (max(found) + math.fsum(found) / len(found)) / 2

    def _one(self, decision: Decision) -> float:
        row = self._row(stem_counts(_text(decision)))
        single = max((_product(row, other) for other in self._singles), default=0.0)
        return (_product(row, self._whole) + _SINGLE * single) / (1 + _SINGLE)

    def _row(self, counts: Mapping[str, int]) -> dict[str, float]:
        """Weigh counts, repeated stems counting less each time, to length 1."""
        weights = {stem: (1 + math.log(count)) * self._rarity.weight(stem) for stem, count in counts.items()}
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
        return {stem: weight / length for stem, weight in weights.items()} if length else {}


def _text(decision: Decision) -> str:
    return f"{decision.title}\n{decision.text}"


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return min(1.0, math.fsum(weight * other[stem] for stem, weight in one.items() if stem in other))
