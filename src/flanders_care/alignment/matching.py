"""Which words of two texts carry their likeness, unit by unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

import attrs

from flanders_care.alignment.lexicon import units_of_word
from flanders_care.alignment.profiles import Profile
from flanders_care.alignment.receipts import Place
from flanders_care.alignment.tokens import words_of_piece
from flanders_care.dutch.text.words import find_forms


@attrs.frozen(kw_only=True, eq=False)
class UnitPlaces:
    """Where the units of a text stand.

    Attributes:
        places: The places of each word, by the word in lower case.
        words: How often each word holds a unit, by unit.
    """

    places: Mapping[str, tuple[Place, ...]]
    words: Mapping[str, Counter[str]]

    @classmethod
    def of(cls, text: str, profile: Profile) -> UnitPlaces:
        """Find the units that a profile counts in a text."""
        places: defaultdict[str, list[Place]] = defaultdict(list)
        words: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for form in find_forms(text):
            word = form.form.lower()
            places[word].append(Place(form.start, form.end))
            for part in words_of_piece(form.form):
                for unit in units_of_word(part, profile.units):
                    words[unit][word] += 1
        return cls(places={word: tuple(found) for word, found in places.items()}, words=words)


@attrs.frozen(kw_only=True, eq=False)
class Match:
    """A word of the commitment and a word of the decision that share units.

    Attributes:
        asked: The word of the commitment, in lower case.
        found: The word of the decision, in lower case.
        value: How much of the likeness they carry.
        asked_places: Where the first stands.
        found_places: Where the second stands.
    """

    asked: str
    found: str
    value: float
    asked_places: tuple[Place, ...]
    found_places: tuple[Place, ...]

    @property
    def note(self) -> str:
        """The words that match."""
        return self.found if self.asked == self.found else f"{self.asked} ~ {self.found}"


def match_words(values: Mapping[str, float], asked: UnitPlaces, found: UnitPlaces) -> list[Match]:
    """Spread the value of each unit over the pairs of words that hold it, in proportion to how often they do.

    Args:
        values: The value of each unit that both texts have.
        asked: The units of the commitment.
        found: The units of the decision.

    Returns:
        The pairs, the most valuable first; their values add up to those of the units.
    """
    pairs: defaultdict[tuple[str, str], float] = defaultdict(float)
    for unit, value in sorted(values.items()):
        left, right = asked.words[unit], found.words[unit]
        for (one, often), (other, times) in ((a, b) for a in left.items() for b in right.items()):
            pairs[one, other] += value * often / left.total() * times / right.total()
    ordered = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    return [
        Match(asked=one, found=other, value=value, asked_places=asked.places[one], found_places=found.places[other])
        for (one, other), value in ordered
    ]
