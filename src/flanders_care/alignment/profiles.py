"""Named ways to score: every number that a score depends on stands in a profile, with its version and where it came from."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import attrs
from attrs import validators as v

from flanders_care.dutch.words import StemmerPin
from flanders_care.errors import UnknownNameError
from flanders_care.fields import instance_of, text_field, tuple_of

__all__ = ["PROFILES", "Calibration", "Profile", "Threshold", "get_profile"]


@attrs.frozen(kw_only=True)
class Calibration:
    """The logistic map from raw evidence to a chance: `1 / (1 + exp(-(intercept + slope * evidence)))`.

    Source: J. Platt, Probabilistic outputs for support vector machines (1999).

    Attributes:
        intercept: Log odds where there is no evidence; a lone pair is far below 0.
        slope: How much one unit of evidence adds to the log odds; above 0, so the map is monotone.
    """

    intercept: float = attrs.field(validator=instance_of(int, float))
    slope: float = attrs.field(validator=[instance_of(int, float), v.gt(0)])


@attrs.frozen(kw_only=True)
class Threshold:
    """From which score on a decision counts as found, and what to expect there.

    Attributes:
        score: In 0..1.
        precision: Share of the pairs at or above it that a person would grade 2 or 3, on the labels it was fitted on.
        recall: Share of the pairs of grade 2 or 3 that lie at or above it, on the same labels.
    """

    score: float = attrs.field(validator=[instance_of(int, float), v.ge(0), v.le(1)])
    precision: float | None = attrs.field(default=None, validator=instance_of(int, float, optional=True))
    recall: float | None = attrs.field(default=None, validator=instance_of(int, float, optional=True))


def _sizes(value: Any) -> tuple[int, ...]:
    return tuple(value)


@attrs.frozen(kw_only=True)
class Profile:
    """All that a score depends on beside the texts.

    Attributes:
        name: Name, such as `"default"`.
        version: Changes whenever a score may change.
        weighting: `"tfidf"` (cosine of log counts times inverse document frequency) or `"bm25"`.
        gram_sizes: Lengths of the character n-grams within words; empty where stems are counted instead.
        stemmer: Pin of the stemmer, where stems are counted.
        most_common: Share of the decisions above which a unit says nothing and is left out, in 0..1.
        k1: BM25's saturation of repeated words.
        b: BM25's correction for length, in 0..1.
        contrast: Weight of what the other sections of the background hold against a decision; 0 for none.
        neighbours: How many of the nearest other sections are weighed against.
        sharing: How much of its evidence a decision takes from the other steps of its file, in 0..1.
        alike: Cosine above which two decisions are steps of one file, in 0..1.
        weighed: Calibration where a background is given.
        plain: Calibration without background.
        threshold: Where `coverage` draws the line.
        provenance: How the numbers were made.

    Example:
        >>> get_profile("bm25").stemmer.algorithm
        'dutch'
    """

    name: str = attrs.field(validator=text_field)
    version: str = attrs.field(validator=text_field)
    weighting: str = attrs.field(default="tfidf", validator=v.in_(("tfidf", "bm25")))
    gram_sizes: tuple[int, ...] = attrs.field(default=(), converter=_sizes, validator=tuple_of(int))
    stemmer: StemmerPin | None = attrs.field(default=None, validator=instance_of(StemmerPin, optional=True))
    most_common: float = attrs.field(default=1.0, validator=[v.gt(0), v.le(1)])
    k1: float = attrs.field(default=1.2, validator=v.ge(0))
    b: float = attrs.field(default=0.75, validator=[v.ge(0), v.le(1)])
    contrast: float = attrs.field(default=0.0, validator=[v.ge(0), v.le(4)])
    neighbours: int = attrs.field(default=10, validator=v.ge(1))
    sharing: float = attrs.field(default=0.0, validator=[v.ge(0), v.le(1)])
    alike: float = attrs.field(default=0.6, validator=[v.gt(0), v.le(1)])
    weighed: Calibration = attrs.field(validator=instance_of(Calibration))
    plain: Calibration = attrs.field(validator=instance_of(Calibration))
    threshold: Threshold = attrs.field(validator=instance_of(Threshold))
    provenance: str = attrs.field(default="", validator=instance_of(str))

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Profile:
        """Read a profile from its JSON form, as in `alignment/data/profiles.json`."""
        algorithm = data.get("stemmer")
        return cls(
            **{
                **data,
                "stemmer": StemmerPin.current(algorithm) if algorithm else None,
                "weighed": Calibration(**data["weighed"]),
                "plain": Calibration(**data["plain"]),
                "threshold": Threshold(**data["threshold"]),
            }
        )


@cache
def _shipped() -> MappingProxyType[str, Profile]:
    text = files("flanders_care.alignment").joinpath("data", "profiles.json").read_text(encoding="utf-8")
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
    except KeyError:
        raise UnknownNameError(f"No profile {profile!r}; there are {', '.join(PROFILES)}") from None
