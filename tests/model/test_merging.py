"""Merging: one record for one thing, whatever the order and grouping."""

from __future__ import annotations

import datetime
from itertools import permutations

import attrs
import pytest

from flanders_care.errors import InvalidValueError
from flanders_care.model.actor import Actor, actor_id
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus, merge
from flanders_care.model.decision import Decision, cited_decision_id
from flanders_care.model.funding import FundingLine
from flanders_care.model.programme import Involvement, Pillar, Programme
from flanders_care.money import Amount
from flanders_care.provenance import Document
from flanders_care.testing.laws import sources_of

DAY = datetime.date(2023, 12, 8)


def test_one_actor_under_other_spellings() -> None:
    """Two spellings are one actor with both names, joined by a third that knows both."""
    short, full = (Actor(id=actor_id(n), name=n) for n in ("VLAIO", "Agentschap Innoveren en Ondernemen"))
    both = attrs.evolve(full, aliases=("VLAIO",), kind="agency")
    line = FundingLine(id="f", amount=Amount.of(5), payer_ids=(short.id, full.id))
    parts = [Corpus(actors=(short,), funding_lines=(line,)), Corpus(actors=(full,)), Corpus(actors=(both,))]
    for order in permutations(parts):
        merged = merge(order)
        assert merged.actors == (both,)
        assert merged.funding_lines[0].payer_ids == (full.id,)


def test_references_follow_ids_given_up_before() -> None:
    """A reference that comes in after two spellings were joined follows too."""
    short, full = (Actor(id=actor_id(n), name=n) for n in ("VLAIO", "Agentschap Innoveren en Ondernemen"))
    joined = Corpus(actors=(short,)) | Corpus(actors=(attrs.evolve(full, aliases=("VLAIO",)),))
    late = Corpus(commitments=(Commitment(id="c", text="x", actor_ids=(short.id,)),))
    assert (joined | late).commitments[0].actor_ids == (full.id,)


def test_a_claim_merged_before_is_the_same_claim() -> None:
    """A claim whose decisions got other ids in an earlier merge keeps their order when it comes in again as read."""
    cited = [Decision(id=cited_decision_id(title, DAY), title=title, date=DAY) for title in ("Bosdecreet", "Actieplan")]
    known = Decision(id="uuid-9", title="Bosdecreet", date=DAY)
    claim = Claim(id="c", text="x", decision_ids=tuple(decision.id for decision in cited))
    read, site = Corpus(decisions=tuple(cited), claims=(claim,)), Corpus(decisions=(known,))
    assert (read | site).claims[0].decision_ids == ("uuid-9", cited[1].id)
    assert (read | site) | read == read | site == read | (site | read)


def test_one_letter_is_no_name() -> None:
    """Two records that share one letter as alias stay two."""
    actors = tuple(Actor(id=actor_id(n), name=n, aliases=("I",)) for n in ("Innovatie", "Infrastructuur"))
    assert len(merge([Corpus(actors=actors)]).actors) == 2


def test_cited_decision_finds_its_decision() -> None:
    """A decision that a report cites becomes the government's own, with both ids, in any order."""
    title = "Convenant Flanders Make 2023-2027"
    cited = Decision(id=cited_decision_id(title, DAY), title=title, date=DAY, url="https://x")
    known = Decision(id="uuid-1", title=title, date=DAY, text="De Vlaamse Regering keurt het convenant goed.")
    claim = Claim(id="c", text="x", decision_ids=(cited.id,))
    for order in permutations([Corpus(decisions=(cited,), claims=(claim,)), Corpus(decisions=(known,)), Corpus()]):
        merged = merge(order)
        assert [d.id for d in merged.decisions] == ["uuid-1"]
        assert merged.decisions[0].aliases == (cited.id,)
        assert (merged.decisions[0].url, merged.decisions[0].text) == ("https://x", known.text)
        assert merged.claims[0].decision_ids == ("uuid-1",)
        assert merged[cited.id].id == "uuid-1"


def test_one_promise_said_twice() -> None:
    """A long promise that stands in two documents is one, with two sources; a short one is two."""
    text = "We voorzien regelluwe zones om innovaties in de zorg uit te testen."
    places = [Document(id=name, text=text).source(0, len(text)) for name in ("a", "b")]
    for words, count in ((text, 1), ("We doen dit.", 2)):
        parts = [Corpus(commitments=(Commitment(id=p.document_id, text=words, sources=(p,)),)) for p in places]
        merged = merge(parts)
        assert len(merged.commitments) == count
        assert set(sources_of(merged)) == set(places)


def test_fields_are_joined_whatever_the_order() -> None:
    """Where records disagree, the same value wins in any order, however alike the values look."""
    lines = [
        FundingLine(id="f", amount=Amount(value=Amount.of(5).value, low=Amount.of(low).value, qualifier="approx"))
        for low in (1, 2, 3)
    ]
    assert len({merge([Corpus(funding_lines=(line,)) for line in order]) for order in permutations(lines)}) == 1
    pillars = [Pillar(id="p:1", name="Water", order=order) for order in (3, 1, 2)]
    programmes = [
        Programme(id="programme:p", name="P1", trl=(n, n + 2), pillars=(p,)) for n, p in enumerate(pillars, 1)
    ]
    for order in permutations(programmes):
        (joined,) = merge([Corpus(programmes=(programme,)) for programme in order]).programmes
        assert (joined.trl, joined.pillars) == ((1, 5), (pillars[1],))


def test_programme_is_not_its_own_parent() -> None:
    """Two spellings that were parent and child become one programme without a parent."""
    parent = Programme(id="programme:blue-deal", name="Blue Deal")
    child = Programme(
        id="programme:bluedeal",
        name="BlueDeal",
        parent_id=parent.id,
        involvements=(Involvement(actor_id="actor:a", role="lead"),),
    )
    (joined,) = merge([Corpus(programmes=(parent, child))]).programmes
    assert (joined.parent_id, joined.aliases) == (None, ("BlueDeal",))


def test_involvements_follow() -> None:
    """An actor's part in a programme follows the actor; two parts that become one are joined."""
    short, full = (Actor(id=actor_id(n), name=n) for n in ("VLAIO", "Agentschap Innoveren en Ondernemen"))
    parts = tuple(Involvement(actor_id=identity, role="lead") for identity in sorted((short.id, full.id)))
    programme = Programme(id="programme:p1", name="P1", involvements=parts)
    both = Corpus(actors=(short, attrs.evolve(full, aliases=("VLAIO",))), programmes=(programme,))
    assert [i.actor_id for i in merge([both]).programmes[0].involvements] == [full.id]


def test_two_texts_under_one_id() -> None:
    """Two documents with one id and different texts are refused, with what to do."""
    one, other = (Corpus(documents=(Document(id="note", text=text),)) for text in ("a", "b"))
    with pytest.raises(InvalidValueError, match="load one of them with another document_id"):
        one | other


def test_what_is_known_of_a_document() -> None:
    """Title and family that only one side knows are kept."""
    one = Corpus(documents=(Document(id="note", text="a", title="T"),))
    other = Corpus(documents=(Document(id="note", text="a", family="policy-note"),))
    (joined,) = (one | other).documents
    assert (joined.title, joined.family) == ("T", "policy-note")
