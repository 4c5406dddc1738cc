"""The references of reports."""

from __future__ import annotations

import datetime

import pytest

from flanders_care.families.report.reference_list import Reference, find_reference_list, read_references
from flanders_care.provenance import Document

SITE = "https://beslissingenvlaamseregering.vlaanderen.be/"


def references(text: str) -> tuple[Reference, ...]:
    """Read all references of a text."""
    found = find_reference_list(text)
    assert found is not None
    return read_references(Document(id="verslag", text=text), *found)


def framed(*entries: str) -> str:
    """Write entries as reports do."""
    return (
        "<details>\n        <summary> Referenties</summary>\n        "
        + "\n\n".join(entries)
        + " \n        </details> \n"
    )


def test_the_usual_form() -> None:
    """Number, link, date and title of the usual form; the source is the whole entry."""
    entry = rf"**[\[3\]]({SITE}?search=Dijk&startDate=2021-03-05T09%3A00%3A00Z)** : **(2021-03-05)** Dijk (Schelde)"
    [reference] = references(framed(entry))
    decision = reference.decision
    assert reference.number == 3
    assert decision.id == "decision:2021-03-05:dijk-schelde"
    assert (decision.title, decision.date) == ("Dijk (Schelde)", datetime.date(2021, 3, 5))
    assert decision.url == f"{SITE}?search=Dijk&startDate=2021-03-05T09%3A00%3A00Z"
    assert [source.quote for source in decision.sources] == [entry]
    assert reference.diagnostics == ()


@pytest.mark.parametrize(
    ("entry", "title", "day", "url"),
    [
        (r"**[\[0\]]** : **(2021-03-05)** Dijk", "Dijk", 5, None),
        ("[0] : (2021-03-05) Dijk", "Dijk", 5, None),
        ("[0]: 2021-03-05 - Dijk", "Dijk", 5, None),
        (rf"- [\[0\]]({SITE}) (2021-03-05): Dijk", "Dijk", 5, SITE),
        (rf"**[\[0\]]({SITE}?search=Dijk%0A%20Schelde)** : **(2021-03-05)** ", "Dijk Schelde", 5, "same"),
        (f"[0]({SITE}?search=Url) : **(2021-03-05)** Zicht\nbaar &amp; zo", "Zicht baar & zo", 5, "same"),
        (rf"**[\[0\]]({SITE}?search=A%2BB&startDate=2021-03-07T09:00Z)** : A+B", "A+B", 7, "same"),
        (rf"**[\[0\]]({SITE}a(b)c)** : **(2021-03-05)** Dijk", "Dijk", 5, f"{SITE}a(b)c"),
    ],
)
def test_other_forms(entry: str, title: str, day: int, url: str | None) -> None:
    """Without link, over two lines, with a bare number; what is visible goes before what the link says."""
    [reference] = references(framed(entry))
    assert (reference.decision.title, reference.decision.date) == (title, datetime.date(2021, 3, day))
    if url != "same":
        assert reference.decision.url == url


def test_a_title_cut_at_200_characters_is_the_same_decision() -> None:
    """The id of a title that was cut at 200 characters is that of the whole title."""
    whole = "Ontwerpbesluit " + "over de dijken van de Schelde en de Leie " * 8
    one, other = references(framed(f"[0] : (2021-03-05) {whole}", f"[1] : (2021-03-05) {whole[:200]}"))
    assert one.decision.id == other.decision.id


def test_links_to_anything_else_are_dropped() -> None:
    """A link that is none is dropped with a diagnostic at its reference."""
    [reference] = references(framed(r"**[\[0\]](javascript:alert(1))** : **(2021-03-05)** Dijk"))
    assert (reference.decision.title, reference.decision.url) == ("Dijk", None)
    assert [d.code for d in reference.diagnostics] == ["unsafe-link"]


def test_impossible_dates() -> None:
    """A day that is not in the calendar is left out with a diagnostic; the link's day may stand in for it."""
    one, other = references(
        framed("[0] : (2021-02-31) Dijk", rf"**[\[1\]]({SITE}?startDate=2021-03-05T09:00Z)** : **(2021-02-31)** Dijk")
    )
    assert (one.decision.date, other.decision.date) == (None, datetime.date(2021, 3, 5))
    assert [d.code for d in (*one.diagnostics, *other.diagnostics)] == ["impossible-date"] * 2


def test_a_reference_without_date() -> None:
    """A reference with a link and no date at all is kept, and that is said."""
    [reference] = references(framed(rf"**[\[0\]]({SITE})** : Dijk"))
    assert (reference.decision.title, reference.decision.date) == ("Dijk", None)
    assert [d.code for d in reference.diagnostics] == ["undated-reference"]


def test_references_without_title_stay_apart() -> None:
    """Two references of one day without title may be two decisions: they are not made one."""
    one, other = references(framed(r"**[\[0\]]** : **(2021-03-05)**  ", r"**[\[1\]]** : **(2021-03-05)**  "))
    assert one.decision.id != other.decision.id
    assert one.decision.title == other.decision.title == ""
    assert [d.code for d in one.diagnostics] == ["untitled-reference"]


def test_where_the_list_is() -> None:
    """The list is found by its frame, by its heading, or by its first entry."""
    entry = "[0] : (2021-03-05) Dijk"
    assert find_reference_list("Tekst [0].\n\n## Referenties\n\n" + entry) == (12, 51)
    assert find_reference_list("Tekst [0].\n\n" + entry) == (12, 35)
    assert find_reference_list("Tekst [0].\n\n## Verantwoording en Referenties\n\nTekst [0] hier") is None
    assert find_reference_list("## Referenties\n\nGeen enkele.") is None
    assert find_reference_list("[0] is een besluit.\n[1] ook.") is None


def test_a_frame_that_never_ends() -> None:
    """A list whose frame is not closed goes to the end of the text."""
    text = "<details>\n<summary>Referenties</summary>\n[0] : (2021-03-05) Dijk"
    assert find_reference_list(text) == (0, len(text))
    assert [r.decision.title for r in references(text)] == ["Dijk"]
