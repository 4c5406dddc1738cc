"""Debates: only members of a government promise, and only their words give sums."""

from __future__ import annotations

from decimal import Decimal

import pytest

import flanders_care as fc
from flanders_care.families.debate import load
from flanders_care.provenance import Document
from flanders_care.testing import laws

DEBATE = (
    "over de staat van de dijken\ndonderdag 20 februari 2025\nhttps://www.parlement.example/verslag/1\n\n"
    "An Peeters (Partij)\nWe zullen als partij blijven vragen naar de 9 miljoen euro subsidie voor dijken. "
    "Zult u een plan maken?\n\n"
    "Minister Jan Janssens\nMevrouw Peeters, we zullen de dijken versterken. Ik trek 6 miljoen euro uit voor de dijken "
    "langs de Demer. In het akkoord staat: “We zullen alle dijken van het hele land verhogen.” Die 9 miljoen euro "
    "subsidie ken ik niet.\n\n"
    "An Peeters (Partij)\nDank u. U voorziet dus een budget van 6 miljoen euro voor de dijken.\n\n"
    "Minister Jan Janssens\nIk plan een overzicht voor de zomer van 2026. We voorzien een budget van 6 miljoen euro "
    "voor de dijken.\n"
)


def read(text: str = DEBATE) -> fc.Loaded:
    """The debate as its reader reads it."""
    return load(Document(id="d", text=text))


def test_only_the_government_promises() -> None:
    """The member's `We zullen`, her question, and what the minister reads aloud are none."""
    corpus = read().corpus
    assert [c.text for c in corpus.commitments] == [
        "Mevrouw Peeters, we zullen de dijken versterken.",
        "Ik trek 6 miljoen euro uit voor de dijken langs de Demer.",
        "Ik plan een overzicht voor de zomer van 2026.",
    ]
    assert {c.actor_ids for c in corpus.commitments} == {("actor:jan-janssens",)}
    assert {c.section for c in corpus.commitments} == {"Minister Jan Janssens"}


def test_a_sum_counts_once_and_in_the_mouth_of_the_government() -> None:
    """Of five places the minister's that funds counts: no claim of a member, no `die 9 miljoen`, no second time."""
    [line] = read().corpus.funding_lines
    assert line.amount.value == Decimal(6_000_000)
    assert line.sources[0].start == DEBATE.rindex("6 miljoen")


def test_speakers_title_and_date() -> None:
    """Who speaks is a person of the corpus; title and date stand at the head."""
    loaded = read()
    corpus = loaded.corpus
    assert {"actor:jan-janssens", "actor:an-peeters"} <= {actor.id for actor in corpus.actors}
    assert (corpus.documents[0].title, corpus.documents[0].date) == ("over de staat van de dijken", "2025-02-20")
    assert corpus.documents[0].family == "debate"
    laws.quote(loaded)
    laws.references(corpus)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("over dijken\n\nAn Peeters (Partij)\nJa.\n", "over dijken"),
        ("https://www.parlement.example/1\n\nAn Peeters (Partij)\nJa.\n", None),
        ("x" * 301 + "\nmaandag 3 maart 2025\n\nAn Peeters (Partij)\nJa.\n", None),
        ("", None),
    ],
)
def test_a_head_without_date_has_the_first_line(text: str, title: str | None) -> None:
    """Without a line with weekday and date the first line is the title; an address or a paragraph is none."""
    document = read(text).corpus.documents[0]
    assert document.title == title


def test_what_lacks_is_said() -> None:
    """A text without speaker lines, and a debate without a minister, promise nothing and say why."""
    assert [d.code for d in read("We zullen de dijken versterken.").diagnostics] == ["no-speaker-found"]
    members = read("over dijken\n\nAn Peeters (Partij)\nWe zullen de dijken versterken.\n")
    assert [d.code for d in members.diagnostics] == ["no-government-speaker"]
    assert members.corpus.commitments == ()


def test_an_office_without_a_name_promises_for_nobody_known() -> None:
    """A chair may speak without a name; a minister without one is no speaker line."""
    loaded = read("over dijken\n\nDe voorzitter\nWe zullen stemmen.\n\nMinister Jan Janssens\nWe zullen bouwen.\n")
    assert [c.text for c in loaded.corpus.commitments] == ["We zullen bouwen."]


def test_windows_newlines() -> None:
    """A debate with Windows newlines says the same."""
    one, other = read().corpus, read(DEBATE.replace("\n", "\r\n")).corpus
    assert [c.text for c in one.commitments] == [c.text for c in other.commitments]
    assert one.documents[0].date == other.documents[0].date


@pytest.mark.parametrize(
    "piece", ["Minister Jan Janssens\n", "“We zullen gaan werken. ", "An Peeters (P)\nja\n\n", "A A "]
)
def test_hostile_text_ends(piece: str) -> None:
    """A long text of one piece over and over is read to its end."""
    text = piece * (20_000 // len(piece))
    assert read(text).corpus.documents[0].text == text
