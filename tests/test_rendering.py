"""Records in notebooks: all text escaped, no script, and only what is shown is looked at."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.diagnostics import Diagnostic
from flanders_care.model.actor import Actor
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Involvement, Programme
from flanders_care.money import Amount
from flanders_care.provenance import Source
from flanders_care.rendering import label, visible
from flanders_care.testing import strategies

HOSTILE = "</td></script><img src=x onerror=alert(1)> \u202eorue\x00 \ud83d ' \" &"
TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "q", "small"}
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
    assert repr(decision) == f"<Decision d: {'x' * 60}…>"


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


def test_visible() -> None:
    """Line ends and tabs stay, other control characters become blanks."""
    assert visible("a\n\tb\x07c\u2067d") == "a\n\tb cd"
    assert visible("abc", limit=2) == "ab…"
