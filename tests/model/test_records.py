"""Records: frozen, keyword-only, validated, equal by value."""

from __future__ import annotations

import datetime
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.diagnostics import Diagnostic
from flanders_care.errors import InvalidValueError
from flanders_care.model.actor import Actor, actor_id
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment, CommitmentKind, commitment_id
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision, cited_decision_id, decision_document
from flanders_care.model.funding import FundingLine
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Involvement, Pillar, Programme, pillar_id, programme_id
from flanders_care.money import Amount
from flanders_care.testing import strategies

RECORDS = st.one_of(
    strategies.actors(),
    strategies.programmes(),
    strategies.pillars(),
    strategies.involvements(),
    strategies.commitments(),
    strategies.decisions(),
    strategies.funding_lines(),
    strategies.claims(),
    strategies.indicators(),
    strategies.diagnostics(),
)


@given(RECORDS)
def test_values(record: Any) -> None:
    """A record is a value: hashable, equal to its copy, picklable, and cannot be changed."""
    assert attrs.evolve(record) == record
    assert hash(attrs.evolve(record)) == hash(record)
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own bytes
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.id = "other"


@pytest.mark.parametrize(
    ("cls", "fields", "words"),
    [
        (Actor, {"id": "a", "name": ""}, "Actor.name"),
        (Actor, {"id": "a", "name": "x", "kind": "club"}, "ActorKind: needs one of person"),
        (Actor, {"id": "a", "name": "x", "aliases": ["y"]}, "Actor.aliases: needs a tuple of str"),
        (Actor, {"id": "a", "name": "x", "sources": ("y",)}, "Actor.sources"),
        (Pillar, {"id": "p", "name": "x", "order": 0}, "Pillar.order: counts from 1, not 0"),
        (Pillar, {"id": "p", "name": "x", "order": "1"}, "Pillar.order: needs int"),
        (Involvement, {"actor_id": "a", "role": "boss"}, "Role: needs one of lead"),
        (Programme, {"id": "p", "name": "x", "trl": (7, 3)}, "Programme.trl"),
        (Programme, {"id": "p", "name": "x", "trl": (3,)}, "Programme.trl"),
        (Programme, {"id": "p", "name": "x", "trl": (0, 3)}, "Programme.trl"),
        (Programme, {"id": "p", "name": "x", "target": "2021"}, "Programme.target: needs PartialDate"),
        (Commitment, {"id": "c", "text": None}, "Commitment.text"),
        (Commitment, {"id": "c", "text": "x", "deadline": "2021"}, "Commitment.deadline"),
        (Decision, {"id": "d", "title": None}, "Decision.title"),
        (Decision, {"id": "d", "title": "x", "date": "2021-01-01"}, "Decision.date: needs date"),
        (Decision, {"id": "d", "title": "x", "date": datetime.datetime(2021, 1, 1)}, "without time"),  # noqa: DTZ001
        (Decision, {"id": "d", "title": "x", "step": "done"}, "Step: needs one of"),
        (FundingLine, {"id": "f", "amount": Decimal(5)}, "FundingLine.amount: needs Amount"),
        (FundingLine, {"id": "f", "amount": Amount.of(5), "years": ("2020",)}, "FundingLine.years"),
        (FundingLine, {"id": "f", "amount": Amount.of(5), "recurrence": "often"}, "Recurrence: needs one of"),
        (Claim, {"id": "c", "text": "x", "decision_ids": "d1"}, "Claim.decision_ids"),
        (Indicator, {"id": "i", "value": 5}, "Indicator.value: needs a Decimal"),
        (Indicator, {"id": "i", "value": Decimal("NaN")}, "Indicator.value: needs a finite number"),
        (Indicator, {"id": "i", "value": Decimal("1E+500")}, "Indicator.value: needs at most 60 digits"),
        (Corpus, {"actors": (Claim(id="c", text="x"),)}, "Corpus.actors: needs a tuple of Actor"),
        (Loaded, {"corpus": None}, "Loaded.corpus: needs Corpus"),
        (Loaded, {"diagnostics": ("x",)}, "Loaded.diagnostics"),
    ],
)
def test_refused(cls: Any, fields: dict[str, Any], words: str) -> None:
    """A value that its field does not allow is refused by class, field and value."""
    with pytest.raises(InvalidValueError) as caught:
        cls(**fields)
    assert words in str(caught.value)


def test_firm_and_soft() -> None:
    """A promise and a planned action bind; a proposal and an ambition do not."""
    assert [kind.value for kind in CommitmentKind if kind.firm] == ["promise", "planned_action"]


def test_ids_from_names() -> None:
    """Ids come from names, so the same name has the same id everywhere."""
    assert actor_id("Zorgnet-Icuro") == actor_id("Zorgnet–Icuro") == "actor:zorgnet-icuro"
    assert pillar_id(programme_id("Blue Deal"), "Kennis delen") == "pillar:blue-deal:kennis-delen"
    assert commitment_id("a", "We doen dit.", 0) != commitment_id("a", "We doen dit.", 9)


def test_cited_ids() -> None:
    """Reports cut titles at 200 characters; a cut title leads to the same id."""
    title = "Voorontwerp van decreet over " + "de zorg en " * 30
    day = datetime.date(2021, 3, 5)
    assert cited_decision_id(title, day) == cited_decision_id(title[:200], day)
    assert cited_decision_id("Convenant", None) == "decision:undated:convenant"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [("Titel", "Tekst", "Titel\n\nTekst"), ("", "Tekst", "Tekst"), ("Titel", "", "Titel"), ("", "", "")],
)
def test_text_of_a_decision(title: str, text: str, expected: str) -> None:
    """The title, an empty line, the rest; or the one that there is."""
    document = decision_document(Decision(id="d1", title=title, text=text, date=datetime.date(2021, 3, 5)))
    assert (document.id, document.text, document.date) == ("d1#text", expected, "2021-03-05")
    assert document.title == (title or None)


def test_loaded() -> None:
    """What was loaded shows its corpus and how much was not understood."""
    bad = Diagnostic(code="broken", message="broken", severity="error")
    loaded = Loaded(diagnostics=(Diagnostic(code="odd", message="odd"), bad))
    assert loaded.errors == (bad,)
    assert repr(loaded) == "<Loaded: <Corpus: empty>, 2 diagnostics>"
