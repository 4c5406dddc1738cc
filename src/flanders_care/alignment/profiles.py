"""Named ways to score: every number that a score depends on stands in a profile, with its version and its making."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs
from attrs import validators as v

from flanders_care.alignment.encoders import Encoder
from flanders_care.dutch.text.wordlists import read_text
from flanders_care.dutch.text.words import STEMMERS, StemmerPin
from flanders_care.errors import UnknownNameError
from flanders_care.fields import instance_of, text_field, tuple_of

_number = instance_of(int, float)


def _integers(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(values)


def _numbers(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(values)


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@attrs.frozen(kw_only=True)
class Units:
    """What is counted in a text.

    Attributes:
        gram_sizes: Lengths of the character n-grams within words, in characters; empty for none.
        stems: The stemmer whose stems are counted, compound parts included; `None` for no stems.
    """

    gram_sizes: tuple[int, ...] = attrs.field(default=(), converter=_integers, validator=tuple_of(int))
    stems: str | None = attrs.field(default=None, validator=v.optional(v.in_(STEMMERS)))


@attrs.frozen(kw_only=True)
class Calibration:
    """The logistic map from evidence to a chance: `1 / (1 + exp(-(intercept + slope * evidence)))`.

    Source: J. Platt, Probabilistic outputs for support vector machines (1999).

    Attributes:
        intercept: Log odds where the evidence is 0.
        slope: How much one unit of evidence adds to the log odds; above 0, so the map is monotone.
    """

    intercept: float = attrs.field(default=0.0, validator=_number)
    slope: float = attrs.field(default=1.0, validator=[_number, v.gt(0)])


@attrs.frozen(kw_only=True)
class Threshold:
    """From which score on a decision counts as found, and what to expect there.

    Attributes:
        score: In 0..1.
        precision: Share of the pairs at or above it that are right, on the labels it was fitted on; `None` if unknown.
        recall: Share of the right pairs that lie at or above it, on the same labels; `None` if unknown.
    """

    score: float = attrs.field(default=0.5, validator=[_number, v.ge(0), v.le(1)])
    precision: float | None = attrs.field(default=None, validator=instance_of(int, float, optional=True))
    recall: float | None = attrs.field(default=None, validator=instance_of(int, float, optional=True))


@attrs.frozen(kw_only=True)
class Kind:
    """A kind of decision that carries out promises less or more often than others.

    Attributes:
        name: Name, such as `"appointment"`.
        words: Stretches of the title, in lower case, that tell the kind; blanks at the ends mark word borders.
    """

    name: str = attrs.field(validator=text_field)
    words: tuple[str, ...] = attrs.field(converter=_texts, validator=tuple_of(str))


@attrs.frozen(kw_only=True)
class Mixture:
    """How signals become evidence, a weighted sum fitted by logistic regression, and evidence a chance.

    Attributes:
        intercept: Evidence where no signal speaks.
        section: Weight of the likeness of the decision to all that is asked, as one text.
        sentence: Weight of the mean likeness to the best single commitments.
        passage: Weight of the mean likeness of the best passage to the best single commitments.
        local: Weight of the mean likeness to the best single commitments in what tells the likeliest decisions apart.
        elsewhere: What the likeness to the nearest commitments of the background takes off.
        encoder: Weight of the cosine between the vectors of an encoder.
        kinds: Weight of each kind of the profile, in their order; of any sign.
        calibration: How evidence becomes a score.
        threshold: From which score on a decision counts as found.
    """

    intercept: float = attrs.field(default=0.0, validator=_number)
    section: float = attrs.field(default=0.0, validator=[_number, v.ge(0)])
    sentence: float = attrs.field(default=0.0, validator=[_number, v.ge(0)])
    passage: float = attrs.field(default=0.0, validator=[_number, v.ge(0)])
    local: float = attrs.field(default=0.0, validator=[_number, v.ge(0)])
    elsewhere: float = attrs.field(default=0.0, validator=[_number, v.ge(0)])
    encoder: float = attrs.field(default=0.0, validator=[_number, v.ge(0)])
    kinds: tuple[float, ...] = attrs.field(default=(), converter=_numbers, validator=tuple_of(int, float))
    calibration: Calibration = attrs.field(factory=Calibration, validator=instance_of(Calibration))
    threshold: Threshold = attrs.field(factory=Threshold, validator=instance_of(Threshold))


@attrs.frozen(kw_only=True)
class Mixtures:
    """The mixtures of a profile for one situation: with a background, or without.

    Attributes:
        group: For several commitments asked about together: does the decision carry out any of them?
        single: For one commitment.
    """

    group: Mixture = attrs.field(validator=instance_of(Mixture))
    single: Mixture = attrs.field(validator=instance_of(Mixture))


@attrs.frozen(kw_only=True)
class Profile:
    """All that a score depends on beside the texts.

    Attributes:
        name: Name, such as `"default"`.
        version: Changes whenever a score may change.
        weighting: `"tfidf"` (cosine of log counts times rarity) or `"bm25"`.
        units: What is counted in whole texts.
        passage_units: What is counted in passages.
        stemmer: Pin of the stemmer, where stems are counted.
        rarity_power: Exponent of the inverse document frequency in `"tfidf"`.
        most_common: Share of the decisions above which a unit says nothing and is left out, in 0..1.
        k1: BM25's saturation of repeated words.
        b: BM25's correction for length, in 0..1.
        scaled: Whether likeness is divided by the root of what is usual for what is asked, see `usual_likeness`.
        best: How many single commitments count in `sentence`, `passage` and `local`.
        neighbours: How many nearest commitments of the background are weighed against.
        pool: How many of the likeliest decisions `local` tells apart.
        local_power: Exponent of the rarity among these.
        alike: Cosine at or above which two decisions are steps of one file, in 0..1.
        lift: The share of the lead of the best step of its file that a decision gets, in 0..1; 0 for none.
        borrows_below: Collections of fewer decisions borrow from the reference, see `reference`; 0 for never.
        kinds: The kinds of decision that count.
        weighed: How signals add up where a background is given.
        plain: How they add up without.
        encoder: Any text encoder to count in, or `None`; see `flanders_care.alignment.encoders`.
        provenance: How the numbers were made.

    Example:
        >>> get_profile("bm25").stemmer.algorithm
        'dutch'
    """

    name: str = attrs.field(validator=text_field)
    version: str = attrs.field(validator=text_field)
    weighting: str = attrs.field(default="tfidf", validator=v.in_(("tfidf", "bm25")))
    units: Units = attrs.field(factory=Units, validator=instance_of(Units))
    passage_units: Units = attrs.field(factory=Units, validator=instance_of(Units))
    stemmer: StemmerPin | None = attrs.field(default=None, validator=instance_of(StemmerPin, optional=True))
    rarity_power: float = attrs.field(default=1.0, validator=[_number, v.gt(0)])
    most_common: float = attrs.field(default=1.0, validator=[_number, v.gt(0), v.le(1)])
    k1: float = attrs.field(default=1.2, validator=[_number, v.ge(0)])
    b: float = attrs.field(default=0.75, validator=[_number, v.ge(0), v.le(1)])
    scaled: bool = attrs.field(default=False, validator=instance_of(bool))
    best: int = attrs.field(default=3, validator=[instance_of(int), v.ge(1)])
    neighbours: int = attrs.field(default=5, validator=[instance_of(int), v.ge(1)])
    pool: int = attrs.field(default=200, validator=[instance_of(int), v.ge(1)])
    local_power: float = attrs.field(default=0.75, validator=[_number, v.gt(0)])
    alike: float = attrs.field(default=0.45, validator=[_number, v.gt(0), v.le(1)])
    lift: float = attrs.field(default=0.0, validator=[_number, v.ge(0), v.le(1)])
    borrows_below: int = attrs.field(default=1000, validator=[instance_of(int), v.ge(0)])
    kinds: tuple[Kind, ...] = attrs.field(default=(), converter=tuple, validator=tuple_of(Kind))
    weighed: Mixtures = attrs.field(validator=instance_of(Mixtures))
    plain: Mixtures = attrs.field(validator=instance_of(Mixtures))
    encoder: Encoder | None = attrs.field(default=None)
    provenance: str = attrs.field(default="", validator=instance_of(str))

    @property
    def threshold(self) -> Threshold:
        """Where `coverage` draws the line for one commitment; without a background it is `plain.single.threshold`."""
        return self.weighed.single.threshold

    @property
    def all_mixtures(self) -> tuple[Mixture, ...]:
        """The four mixtures."""
        return (self.weighed.group, self.weighed.single, self.plain.group, self.plain.single)

    @property
    def label(self) -> str:
        """Name and version, such as `"default 2026.11.1"`."""
        return f"{self.name} {self.version}"

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Profile:
        """Read a profile from its JSON form, as in `alignment/data/profiles.json`."""
        units, passage_units = Units(**data["units"]), Units(**data.get("passage_units", {}))
        stems = units.stems or passage_units.stems
        made: dict[str, Any] = {
            "units": units,
            "passage_units": passage_units,
            "stemmer": StemmerPin.current(stems) if stems else None,
            "kinds": [Kind(**kind) for kind in data.get("kinds", ())],
            "weighed": Mixtures(**{name: _mixture(part) for name, part in data["weighed"].items()}),
            "plain": Mixtures(**{name: _mixture(part) for name, part in data["plain"].items()}),
        }
        return cls(**{**data, **made})


def _mixture(data: Mapping[str, Any]) -> Mixture:
    made: dict[str, Any] = {
        "calibration": Calibration(**data.get("calibration", {})),
        "threshold": Threshold(**data.get("threshold", {})),
    }
    return Mixture(**{**data, **made})


@cache
def _shipped() -> Mapping[str, Profile]:
    text = read_text("alignment/profiles.json")
    profiles = (Profile.from_data(entry) for entry in json.loads(text)["profiles"])
    return MappingProxyType({profile.name: profile for profile in profiles})


PROFILES = _shipped()
"""The profiles that ship with the package, by name."""


def get_profile(profile: str | Profile) -> Profile:
    """Return a profile by its name; a profile stays itself.

    Raises:
        UnknownNameError: For a name that no shipped profile has.
    """
    if isinstance(profile, Profile):
        return profile
    try:
        return PROFILES[profile]
    except (KeyError, TypeError):
        raise UnknownNameError(f"No profile {profile!r}; there are {', '.join(PROFILES)}") from None
