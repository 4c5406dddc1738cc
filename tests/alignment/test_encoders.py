"""Room for other engines: a tiny deterministic encoder, and the adapter with a stand-in package."""

from __future__ import annotations

import sys
import types
from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
import pytest

from flanders_care.alignment.encoders import Encoder, SentenceTransformersEncoder, encode_rows
from flanders_care.alignment.explaining import explain
from flanders_care.alignment.indexing import index
from flanders_care.alignment.profiles import PROFILES, Mixtures, Profile
from flanders_care.alignment.ranking import align, rank
from flanders_care.alignment.receipts import EvidenceKind
from flanders_care.errors import InvalidValueError, MissingPackageError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

from .samples import BRIDGE, CYCLING, DECISIONS, EMPTY, PREMIUM, SOLAR


@attrs.frozen
class Vowels:
    """Counts vowels: deterministic, and blind to meaning."""

    name: str = "vowels 1"

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        """One number for each vowel."""
        return [[float(text.count(vowel)) for vowel in "aeiou"] for text in texts]


@attrs.frozen
class Broken:
    """Gives what it is told."""

    value: Any
    name: str = "broken"

    def encode(self, texts: Sequence[str]) -> Any:
        """Not what was asked."""
        return self.value


def _profile(encoder: Encoder) -> Profile:
    plain = PROFILES["default"].plain
    mixtures = Mixtures(group=attrs.evolve(plain.group, encoder=3.0), single=attrs.evolve(plain.single, encoder=3.0))
    return attrs.evolve(PROFILES["default"], name="with-vowels", encoder=encoder, plain=mixtures, weighed=mixtures)


def test_any_encoder_can_be_counted_in() -> None:
    """A profile with an encoder finds what shares no word, and its receipts name the encoder."""
    profile = _profile(Vowels())
    assert isinstance(Vowels(), Encoder)
    strange = Decision(id="d", title="xaxexi")
    assert align([SOLAR], [strange]).items == ()
    assert align([SOLAR], [strange], profile=profile)[0].score > 0
    receipt = explain(SOLAR, strange, among=[strange], profile=profile)
    part = next(part for part in receipt.evidence if part.kind is EvidenceKind.ENCODER)
    assert (part.note, dict(receipt.versions)["encoder"]) == ("vowels 1", "vowels 1")
    assert sum(part.contribution for part in receipt.evidence) == pytest.approx(receipt.score)


def test_an_encoder_counts_for_groups_too() -> None:
    """Promises asked together are compared by their vectors, with a background as without."""
    profile = _profile(Vowels())
    both = [attrs.evolve(SOLAR, section="1"), attrs.evolve(BRIDGE, section="1")]
    found = rank(both, DECISIONS, profile=profile)
    assert {item.decision.id for item in found[:3]} >= {"d-bridge"}
    assert all(0 <= item.score <= 1 for item in found)


def test_blank_texts_have_no_vector() -> None:
    """Blank on one side or both: no likeness, no crash."""
    profile = _profile(Vowels())
    assert rank([EMPTY], DECISIONS, profile=profile)[0].score == 0
    assert rank([SOLAR], [Decision(id="d", title="")], profile=profile)[0].score == 0
    assert encode_rows(Vowels(), ["", " "]).tolist() == [[0.0], [0.0]]


@pytest.mark.parametrize("value", [[[1.0], [2.0]], [1.0], [[float("nan")]]])
def test_an_encoder_that_breaks_its_promise_is_named(value: Any) -> None:
    """Too many vectors, no vectors, or no numbers: a typed error that names the encoder."""
    with pytest.raises(InvalidValueError, match="broken"):
        index([PREMIUM], profile=_profile(Broken(value)))


def test_the_adapter_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the error says what to install."""
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(MissingPackageError, match="pip install sentence-transformers"):
        SentenceTransformersEncoder(model="some/model").encode(["zorg"])


def test_the_adapter_loads_its_model_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model is loaded when it is first needed and then kept."""
    loaded: list[str] = []

    class Model:
        def __init__(self, name: str) -> None:
            loaded.append(name)

        def encode(self, texts: list[str]) -> Any:
            return np.ones((len(texts), 2))

    package = types.ModuleType("sentence_transformers")
    package.SentenceTransformer = Model  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", package)
    encoder = SentenceTransformersEncoder(model="some/model")
    assert encoder.encode(["a", "b"]).shape == (2, 2)
    assert encoder.encode(["c"]).shape == (1, 2)
    assert loaded == ["some/model"]
    assert encoder.name == "sentence-transformers some/model"
    assert encoder == SentenceTransformersEncoder(model="some/model")


def test_a_profile_without_weight_for_its_encoder_ignores_it() -> None:
    """An encoder with weight 0 changes nothing."""
    profile = attrs.evolve(PROFILES["default"], encoder=Vowels())
    expected = [(pair.decision_id, pair.score) for pair in align([SOLAR], [PREMIUM, CYCLING])]
    found = align([SOLAR], [PREMIUM, CYCLING], profile=profile)
    assert [(pair.decision_id, pair.score) for pair in found] == expected
    commitment = Commitment(id="c", text="zorg")
    assert rank([commitment], [CYCLING], profile=profile)[0].score == 0
