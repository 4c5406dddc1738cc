"""Profiles: named, frozen, with all that a score depends on."""

from __future__ import annotations

import json
from importlib.resources import files

import attrs
import pytest

from flanders_care.alignment.profiles import PROFILES, Calibration, Mixture, Threshold, Units, get_profile
from flanders_care.errors import InvalidValueError, UnknownNameError


def test_three_profiles_ship() -> None:
    """Default, BM25 and character n-grams, each with version and provenance."""
    assert list(PROFILES) == ["default", "char-ngrams", "bm25"]
    for profile in PROFILES.values():
        assert profile.label == f"{profile.name} {profile.version}"
        assert "tools/fit_alignment.py" in profile.provenance
        assert len(profile.all_mixtures) == 4


def test_a_profile_pins_its_stemmer() -> None:
    """Where stems are counted the algorithm and the release stand in the profile."""
    assert PROFILES["default"].stemmer is not None
    assert PROFILES["default"].stemmer.algorithm == "dutch"
    assert PROFILES["char-ngrams"].stemmer is None


def test_the_threshold_says_what_to_expect() -> None:
    """More than half of what is found at the threshold is right, and a good part is found, on labels held out."""
    threshold = PROFILES["default"].threshold
    assert threshold.precision is not None
    assert threshold.recall is not None
    assert threshold.precision > 0.5
    assert threshold.recall > 0.3
    assert 0 < threshold.score < 1


def test_the_data_says_how_it_was_made() -> None:
    """The package data names the program that makes it."""
    data = json.loads(files("flanders_care.alignment").joinpath("data/profiles.json").read_text(encoding="utf-8"))
    assert "tools/fit_alignment.py" in data["source"]


def test_a_profile_stays_itself() -> None:
    """A record may stand wherever a name may."""
    own = attrs.evolve(PROFILES["bm25"], name="own")
    assert get_profile(own) is own
    assert get_profile("bm25") is PROFILES["bm25"]


@pytest.mark.parametrize("name", ["", "best", None, ["default"]])
def test_unknown_names_are_refused(name: object) -> None:
    """What names no profile is an error that lists the profiles."""
    with pytest.raises(UnknownNameError, match="char-ngrams"):
        get_profile(name)  # type: ignore[arg-type]


def test_bad_numbers_are_refused() -> None:
    """A map that falls, a negative weight, a threshold beyond 1 and an unknown stemmer do not pass."""
    for wrong in (
        lambda: Calibration(slope=-1.0),
        lambda: Mixture(section=-1.0),
        lambda: Threshold(score=2.0),
        lambda: Units(stems="english"),
        lambda: attrs.evolve(PROFILES["default"], lift=2.0),
    ):
        with pytest.raises(ValueError):
            wrong()
    with pytest.raises(InvalidValueError):
        Units(gram_sizes=("5",))  # type: ignore[arg-type]
