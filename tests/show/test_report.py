"""The report shows every fact of a corpus, each once, where a reader looks for it."""

from __future__ import annotations

import datetime
from decimal import Decimal

import flanders_care as fc
from flanders_care.show.report import report
from flanders_care.show.terminal import to_text

TEXT = "Minister Peeters voorziet in 2023 12 miljoen euro voor het Plan Linde en plant 70 bomen."
DOCUMENT = fc.Document(id="note", text=TEXT, family="press-release", title="Linde", date="2023")


def _at(words: str) -> tuple[fc.Source, ...]:
    start = TEXT.index(words)
    return (DOCUMENT.source(start, start + len(words)),)


CORPUS = fc.Corpus(
    documents=(DOCUMENT,),
    actors=(fc.Actor(id="actor:peeters", name="Peeters", kind="person", aliases=("P.",), sources=_at("Peeters")),),
    programmes=(
        fc.Programme(
            id="programme:plan-linde",
            name="Plan Linde",
            kind="plan",
            trl=(3, 6),
            target=fc.types.PartialDate(year=2030),
            pillars=(fc.Pillar(id="pillar:linde:een", name="Bomen", order=1),),
            involvements=(
                fc.types.Involvement(actor_id="actor:peeters", role="policy", sources=_at("Minister Peeters")),
            ),
            sources=_at("Plan Linde"),
        ),
        fc.Programme(id="programme:deelplan", name="Deelplan", parent_id="programme:plan-linde"),
    ),
    commitments=(
        fc.Commitment(
            id="commitment:a",
            text="We planten bomen.",
            kind="promise",
            section="1 Groen",
            deadline=fc.types.PartialDate(year=2025),
            actor_ids=("actor:peeters",),
            programme_id="programme:plan-linde",
            sources=_at("plant 70 bomen"),
        ),
    ),
    decisions=(
        fc.Decision(id="d1", title="Plan Linde", date=datetime.date(2023, 5, 1), url="https://example.org"),
        fc.Decision(id="d2", title="Iets anders"),
    ),
    claims=(
        fc.Claim(id="claim:a", text="Het plan kwam er.", decision_ids=("d1",)),
        fc.Claim(id="claim:b", text="Zonder bewijs."),
    ),
    funding_lines=(
        fc.FundingLine(
            id="line:a",
            amount=fc.Amount.of(12_000_000),
            stage="budgeted",
            years=(2023, 2024),
            programme_id="programme:plan-linde",
            subject="het plan",
            sources=_at("12 miljoen euro"),
        ),
        fc.FundingLine(id="line:b", amount=fc.Amount.of(5, "at_most"), stage="awarded", recurrence="per_unit"),
        fc.FundingLine(id="line:c", amount=fc.Amount.of(7), stage=None, recurrence="per_year", years=(2021, 2023)),
    ),
    indicators=(fc.Indicator(id="i", value=Decimal(70), unit="bomen", subject="bomen", sources=_at("70")),),
)
DIAGNOSTICS = (
    fc.Diagnostic(code="odd-table", message="a row is missing", document_id="note", start=1, end=4),
    fc.Diagnostic(code="broken", message="not read", severity="error"),
)


def _shown(corpus: fc.Corpus, *diagnostics: fc.Diagnostic, sources: bool = False) -> str:
    outline = report(fc.Loaded(corpus=corpus, diagnostics=diagnostics), chain=False)
    return to_text(outline, sources=sources, width=200)


def test_every_kind_of_fact_is_shown() -> None:
    """An analyst finds documents, programmes, actors, promises, decisions, claims, sums, figures and dates."""
    shown = _shown(CORPUS, *DIAGNOSTICS)
    for words in (
        "note: Linde",
        "Plan Linde  · plan, TRL 3-6, by 2030",
        "pillar 1: Bomen",
        "policy: Peeters",
        "12.000.000 EUR, budgeted, 2023-2024: het plan",
        "We planten bomen.  · promise; by 2025; who: Peeters; in: Plan Linde",
        "2023-05-01 Plan Linde",
        "“Het plan kwam er.”",
        "Claims that cite no decision",
        "at most 5 EUR each, awarded",
        "7 EUR a year, stage unknown, 2021, 2023",
        "70 bomen",
        "error broken",
        "note:1-4: a row is missing",
    ):
        assert words in shown, words


def test_an_empty_corpus_says_so() -> None:
    """Where nothing was found the report says that, and never shows an empty page."""
    shown = _shown(fc.Corpus())
    for words in ("No document was read.", "Nothing is promised.", "No sum that funds", "Everything was read."):
        assert words in shown


def test_sources_are_shown_on_request() -> None:
    """Every fact can be followed to document and quote."""
    assert "[note:34-49] “12 miljoen euro”" in _shown(CORPUS, sources=True)


def test_programmes_that_contain_each_other_are_shown_once() -> None:
    """A circle of parents, which a hand-made corpus can hold, does not hang the report."""
    ring = fc.Corpus(
        programmes=(
            fc.Programme(id="programme:a", name="Alfa", parent_id="programme:b"),
            fc.Programme(id="programme:b", name="Beta", parent_id="programme:a"),
        )
    )
    shown = _shown(ring)
    assert shown.count("Alfa") == 1
    assert shown.count("Beta") == 1


def test_long_lists_of_decisions_are_counted() -> None:
    """A dump of thousands does not fill the page."""
    many = fc.Corpus(decisions=tuple(fc.Decision(id=f"d{n:03}", title=f"Titel {n}") for n in range(50)))
    assert "and 10 more decisions that no claim cites" in _shown(many)
