"""Records in notebooks: all text escaped, no script, and only what is shown is looked at."""

from __future__ import annotations

import importlib
import pkgutil
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import flanders_care
from flanders_care.alignment.receipts import Evidence, Place, Receipt
from flanders_care.alignment.results import Alignment, Alignments, Coverage, Covered, Ranked
from flanders_care.auditing.findings import Finding
from flanders_care.diagnostics import Diagnostic
from flanders_care.dossier.dossier import Dossier
from flanders_care.legible import visible
from flanders_care.model.actor import Actor
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision, Step
from flanders_care.model.funding import FundingLine
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Involvement, Pillar, Programme
from flanders_care.model.totals import LeftOut, Total
from flanders_care.model.totals_by_key import Aggregate
from flanders_care.money import Amount
from flanders_care.period import PartialDate
from flanders_care.provenance import Document, Source
from flanders_care.rendering import escaped, label, marked, table
from flanders_care.testing import strategies
from flanders_care.trails.records import Search, Trail, Trails

HOSTILE = "</td></script><img src=x onerror=alert(1)> \u202eorue\x00 \ud83d ' \" &"
TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "q", "small", "mark"}
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
    strategies.sources(),
    strategies.plain_documents(),
    strategies.amounts(),
    strategies.partial_dates(),
    strategies.loaded(),
)


class Balanced(HTMLParser):
    """Checks that every tag is one of ours and is closed again."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag of ours, with no more than style and what a screen reader needs."""
        assert tag in TAGS, tag
        assert {name for name, _ in attrs} <= {"style", "scope", "colspan"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The tag that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self.text += data


def parsed(html: str) -> str:
    """The text of a piece of HTML, after checking that it is well formed and harmless."""
    parser = Balanced()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    html.encode("utf-8")
    return parser.text


@given(RECORDS)
def test_every_record(record: Any) -> None:
    """Every record has a table that is well formed, whatever its texts hold, and a repr that is short."""
    text = parsed(record._repr_html_())
    assert type(record).__name__ in text or isinstance(record, Loaded)
    assert len(repr(record)) < 700


@pytest.mark.parametrize(
    "record",
    [
        Actor(id=HOSTILE, name=HOSTILE, aliases=(HOSTILE,) * 30),
        Decision(id="d", title=HOSTILE, text=HOSTILE * 100, url="javascript:alert(1)"),
        Programme(id="p", name="P", involvements=(Involvement(actor_id=HOSTILE, role="lead"),)),
        Source(document_id=HOSTILE, start=0, end=len(HOSTILE), quote=HOSTILE),
        Diagnostic(code="x", message=HOSTILE, document_id=HOSTILE, start=0, end=2),
        Loaded(diagnostics=(Diagnostic(code=HOSTILE, message=HOSTILE),)),
        Corpus(actors=(Actor(id="a", name=HOSTILE),)),
    ],
    ids=lambda record: type(record).__name__,
)
def test_hostile_texts(record: Any) -> None:
    """Tags, scripts and characters that turn the reading direction are shown as text or not at all."""
    html = record._repr_html_()
    text = parsed(html)
    assert "<img" not in html
    assert "<img src=x onerror=alert(1)>" in text
    assert not re.search("[\u202e\x00\ud83d]", html)
    assert "\u202e" not in repr(record) or isinstance(record, (Source, Diagnostic))


def test_fields_that_say_nothing_are_left_out() -> None:
    """Only the fields that hold something are rows; a list is a list, and a long one is cut."""
    text = parsed(Actor(id="a", name="VITO", aliases=tuple(map(str, range(25))))._repr_html_())
    assert text == "Actor" + "ida" + "nameVITO" + "aliases" + "".join(map(str, range(20))) + "and 5 more"


def test_long_texts_are_cut() -> None:
    """A text of 10^6 characters shows its beginning."""
    decision = Decision(id="d", title="x" * 1_000_000)
    assert len(decision._repr_html_()) < 2500
    assert repr(decision) == f"<Decision d: {'x' * 59}…>"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Actor(id="a", name="VITO"), "VITO"),
        (Decision(id="d", title="", text="Tekst"), "Tekst"),
        (FundingLine(id="f", amount=Amount.of(5), subject="de zorg"), "5 EUR (de zorg)"),
        (Indicator(id="i", value=Amount.of(7).value), "7"),
        (Involvement(actor_id="actor:a", role="lead"), "actor:a"),
        ("text", "text"),
    ],
)
def test_labels(record: Any, words: str) -> None:
    """A record in a few words."""
    assert label(record) == words


def test_corpus() -> None:
    """A corpus shows how many records there are, and the first of each class."""
    actors = tuple(Actor(id=f"a{n}", name=f"Actor {n}") for n in range(7))
    assert parsed(Corpus(actors=actors)._repr_html_()) == "Corpusactors7Actor 0Actor 1Actor 2Actor 3Actor 4and 2 more"
    assert parsed(Corpus()._repr_html_()) == "Corpus: empty"


def test_corpus_in_no_time() -> None:
    """Of a million records only the first five are looked at."""
    seen: list[int] = []

    class Watched(tuple[Actor, ...]):
        __slots__ = ()

        def __iter__(self) -> Any:
            for record in super().__iter__():
                seen.append(1)
                yield record

    corpus = Corpus()
    object.__setattr__(corpus, "actors", Watched([Actor(id="a", name="VITO")] * 1_000_000))
    assert "1000000" in corpus._repr_html_()
    assert len(seen) <= 6


def test_diagnostics_by_place() -> None:
    """Diagnostics stand in order of document and place; of very many the first are shown."""
    found = tuple(
        Diagnostic(code="x", message=f"m{n}", document_id=f"doc{n % 2}", start=n, end=n + 1) for n in range(60)
    )
    text = parsed(Loaded(diagnostics=found)._repr_html_())
    assert text.index("doc0:48-49") < text.index("doc1:1-2")
    assert text.endswith("and 10 more")


def test_a_table_with_nothing_in_it() -> None:
    """A table without rows shows its caption alone, one without a caption its rows alone."""
    assert parsed(table("Trails", [], head=("promise", "sum"))) == "Trails"
    assert parsed(table("", [("a", "b")])) == "ab"
    assert parsed(table("", [("a",)], hidden=2)) == "aand 2 more"


def test_marks_that_overlap_are_one() -> None:
    """Each character stands once, marked or not, in whatever order the places come."""
    html = marked("een <korte> zin", [(4, 11), (0, 3), (6, 9), (12, 12)])
    assert parsed(html) == "een <korte> zin"
    assert re.findall("<mark[^>]*>(.*?)</mark>", html) == ["een", "&lt;korte&gt;"]


def test_escaped_once() -> None:
    """A piece that is already HTML stands as it is; a text that looks like HTML does not."""
    assert escaped(escaped("<b>")) == escaped("<b>") == "&lt;b&gt;"
    assert escaped("&lt;b&gt;") == "&amp;lt;b&amp;gt;"
    assert escaped("abc", limit=2) == "ab…"


def everything(text: str) -> dict[str, Any]:
    """One of each thing that a notebook shows as a table, with a text in every place that a text can have."""
    source = Source(document_id="d" + text, start=0, end=len(text), quote=text)
    amount = Amount.of(5)
    decision = Decision(id="d" + text, title=text, text=text, kind=text, url=text, step="final", sources=(source,))
    promise = Commitment(id="c" + text, text="c" + text, section=text, sources=(source,))
    line = FundingLine(id="f" + text, amount=amount, subject=text, stage="awarded", sources=(source,))
    left = LeftOut(line=line, reason="part of", overlaps_id=text)
    total = Total(amount=amount, counted=(line,), left_out=(left,))
    note = Diagnostic(code="x" + text, message="m" + text, document_id=text, start=0, end=2)
    ranked = Ranked(decision=decision, score=0.5, commitment=promise)
    dossier = Dossier(id="s" + text, decisions=(decision,), step=Step.FINAL)
    search = Search(looked_through=1, kinds=((text, 1),), profile="p" + text, threshold=0.5)
    trail = Trail(commitment=promise, dossiers=(dossier,), scores=(0.5,), step=Step.FINAL, total=total, search=search)
    place = (Place(0, len(text)),)
    evidence = Evidence(kind="words", contribution=0.5, commitment_places=place, decision_places=place, note=text)
    programme = Programme(id="p" + text, name="p" + text, involvements=(Involvement(actor_id="a" + text, role="lead"),))
    made = (
        source,
        Document(id="d" + text, text=text, title=text, url=text),
        note,
        Actor(id="a" + text, name="a" + text, aliases=("b" + text,)),
        programme,
        *programme.involvements,
        Pillar(id="q" + text, name="q" + text, order=1),
        promise,
        decision,
        line,
        Claim(id="k" + text, text="k" + text),
        Indicator(id="i" + text, value=amount.value, subject=text),
        amount,
        PartialDate(year=2021),
        Finding(claim_id="k" + text, code="hedged", message="m" + text, missing=text, sources=(source,)),
        Corpus(decisions=(decision,), commitments=(promise,)),
        Loaded(diagnostics=(note,)),
        total,
        Aggregate(groups=((text, total), ((text, None), total)), grand=total),
        Alignments(
            items=(Alignment(commitment_id="c" + text, decision_id="d" + text, score=0.5),),
            titles=(("d" + text, text),),
            profile=text,
        ),
        Receipt(
            commitment_id="c" + text,
            decision_id="d" + text,
            score=0.5,
            evidence=(evidence,),
            profile=text,
            commitment_text=text,
            decision_text=text,
        ),
        Coverage(
            commitments=(Covered(commitment=promise, decisions=(ranked,)), Covered(commitment=promise)),
            unserved=(promise,),
            idle=(),
            threshold=0.5,
            looked_through=1,
            kinds=((text, 1),),
            up_to=None,
        ),
        dossier,
        trail,
        Trails(items=(trail,), diagnostics=(note,), search=search),
    )
    return {type(thing).__name__: thing for thing in made}


@given(st.text(st.characters() | st.sampled_from("<>&\"'\u202e\x07\x1b\ud83d"), max_size=20))
def test_nothing_passes(text: str) -> None:
    """Whatever a text holds, in every table of the library it is text: no tag, no direction, no control."""
    for thing in everything(text).values():
        html = thing._repr_html_()
        parsed(html)
        assert visible(html) == html


def test_everything_is_everything() -> None:
    """Each class of the library that shows itself in a notebook is in the test above."""
    shown = {
        cls.__name__
        for info in pkgutil.walk_packages(flanders_care.__path__, "flanders_care.")
        if not info.name.endswith("__main__")
        for cls in vars(importlib.import_module(info.name)).values()
        if isinstance(cls, type) and cls.__module__ == info.name and hasattr(cls, "_repr_html_")
    }
    assert shown - {"Shown"} == everything("x").keys()


def test_tables_of_answers_show_words() -> None:
    """What a person asked about stands in words, and what was not found says so."""
    made = everything("zonnepanelen")
    assert "no decision found" in parsed(
        Trails(items=(no_trail(made["Trail"]),), search=made["Trail"].search)._repr_html_()
    )
    assert parsed(made["Alignments"]._repr_html_()).count("zonnepanelen") == 3
    assert parsed(made["Dossier"]._repr_html_()).startswith("Dossier szonnepanelen: as far as final")
    assert "none found" in parsed(made["Coverage"]._repr_html_())
    assert "1 diagnostics" in parsed(made["Trails"]._repr_html_())


def no_trail(trail: Trail) -> Trail:
    """The same promise, with nothing found."""
    return Trail(commitment=trail.commitment, total=Total(amount=None), search=trail.search)
