"""Lists of decisions, minutes and agendas: pages in the shapes that councils publish, with RDFa and without."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import flanders_care as fc
from flanders_care.families.council import council
from flanders_care.model.decision import Outcome, did_decide
from flanders_care.provenance import Document
from flanders_care.testing import laws

pytest.importorskip("selectolax", reason='selectolax is not here; install the "documents" extra to run this test')

_DOCUMENTS = "https://data.vlaanderen.be/id/concept/BesluitDocumentType/"
_AGENDA, _LIST, _MINUTES = (
    f"{_DOCUMENTS}{name}"
    for name in (
        "13fefad6-a9d6-4025-83b5-e4cbee3a8965",
        "3fa67785-ffdc-4b30-8880-2b99d97b4dee",
        "8e791b27-7600-4577-b24e-c7c29e0eb773",
    )
)


def item(number: int, title: str, outcome: str, text: str = "", code: str = "") -> str:
    """An item as minutes give it: overview, then how it was dealt with, the decision and the vote."""
    point, dealt, decision = (f"https://a.be/{name}/{number}" for name in ("punt", "behandeling", "besluit"))
    votes = f"""<div property="besluit:heeftStemming" typeof="besluit:Stemming" resource="https://a.be/stem/{number}">
        Voor: <i property="besluit:aantalVoorstanders">24</i><p property="besluit:gevolg">{outcome}</p></div>"""
    return f"""<div typeof="besluit:Agendapunt" resource="{point}"><b property="dc:title">{number}. {title}</b>
        <p property="dc:description">{text}</p></div>
        <div typeof="besluit:BehandelingVanAgendapunt" resource="{dealt}">
        <meta property="dc:subject" typeof="besluit:Agendapunt" resource="{point}">
        <div property="prov:generated" typeof="besluit:Besluit" resource="{decision}">
        <span property="besluit:citeeropschrift" content="{code}"></span>
        <h2 property="eli:title" datatype="xsd:string">{number}. {title}</h2>
        <div property="eli:has_part" typeof="besluit:Artikel" resource="{decision}/1">
        <p property="prov:value" datatype="xsd:string">Artikel 1 van {title.lower()}</p></div></div>{votes}</div>"""


def page(sheet: str, *items: str) -> bytes:
    """A page of a meeting."""
    return f"""<!DOCTYPE html><html><head><title>Raad</title></head><body><nav>Menu</nav>
        <div typeof="foaf:Document {sheet}" resource="https://a.be/blad"></div>
        <div typeof="besluit:Zitting" resource="https://a.be/zitting"><h1 property="dc:title">Gemeenteraad</h1>
        <span property="besluit:geplandeStart" content="2024-04-15T22:30:00Z">15 april</span>
        {"".join(items)}</div></body></html>""".encode()


def test_minutes() -> None:
    """Every item counts once, with its number taken off, its outcome, the day in Brussels and its articles."""
    loaded = fc.load(
        page(
            _MINUTES,
            item(1, "Fietspad. Goedkeuring.", "Goedgekeurd", "Aanleg van een fietspad."),
            item(2, "Voetpad. Goedkeuring.", "Verdaagd"),
            item(3, "Mededelingen.", "Kennisname"),
            item(4, "X-fractie. Sneeuw.", "", "De X-fractie vraagt hoe er gestrooid wordt."),
        )
    )
    laws.quote(loaded)
    laws.references(loaded.corpus)
    found = {decision.id: decision for decision in loaded.corpus.decisions}
    dealt = [found[f"https://a.be/besluit/{number}"] for number in (1, 2, 3, 4)]
    assert [(one.kind, one.outcome) for one in dealt] == [
        ("decision", Outcome.APPROVED),
        ("decision", Outcome.ADJOURNED),
        ("notice", Outcome.NOTED),
        ("question", None),
    ]
    first = dealt[0]
    assert len(found) == 4
    assert (first.title, str(first.date), first.url) == ("Fietspad. Goedkeuring.", "2024-04-16", first.id)
    assert first.text == "Aanleg van een fietspad.\n\nArtikel 1 van fietspad. goedkeuring."
    assert "Goedgekeurd" in {source.quote for source in first.sources}
    assert [did_decide(one) for one in dealt] == [True, False, False, False]
    assert (loaded.corpus.documents[0].family, loaded.corpus.documents[0].date) == (council.FAMILY, "2024-04-16")


def test_no_outcome_is_stated_by_a_title_or_a_vote() -> None:
    """Where the page states no outcome there is none, whatever the title says and however many voted for."""
    [decision] = fc.load(page(_LIST, item(1, "Goedkeuring van de notulen.", ""))).corpus.decisions
    assert decision.outcome is None
    assert did_decide(decision)


def test_agenda() -> None:
    """An agenda gives no decision, though it calls its items decisions; the diagnostic counts them."""
    loaded = fc.load(page(_AGENDA, item(1, "Fietspad.", "Goedgekeurd"), item(2, "Voetpad.", "")))
    assert loaded.corpus.decisions == ()
    assert [(d.code, d.severity.value) for d in loaded.diagnostics] == [("agenda-items", "info")]
    assert loaded.diagnostics[0].message.startswith("2 items")


def test_page_that_does_not_say_what_it_is() -> None:
    """It tells of decisions where it states an outcome, and of an agenda where it states none."""
    assert len(fc.load(page("x:y", item(1, "Brug.", "Goedgekeurd"), item(2, "Weg.", ""))).corpus.decisions) == 2
    assert fc.load(page("x:y", item(1, "Brug.", ""), item(2, "Weg.", ""))).corpus.decisions == ()
    titled = page("x:y", item(1, "Brug.", "")).replace(b">Gemeenteraad<", b">Notulen gemeenteraad<")
    assert len(fc.load(titled).corpus.decisions) == 1


def test_headings_of_a_list() -> None:
    """Among numbered items, what has neither number nor outcome is a heading; a code is taken off the title."""
    plain = '<li typeof="besluit:Agendapunt" resource="https://a.be/k"><b property="dc:title">Openbare zitting</b></li>'
    loaded = fc.load(page(_LIST, plain, item(1, "24_7 - Brug.", "Goedgekeurd", code="24_7"), item(2, "Weg.", "")))
    assert sorted(decision.title for decision in loaded.corpus.decisions) == ["Brug.", "Weg."]
    assert [d.title for d in fc.load(page(_MINUTES, plain)).corpus.decisions] == ["Openbare zitting"]


def test_number_in_front_of_the_title() -> None:
    """A number may stand beside the title instead of in it."""
    point = '<li typeof="besluit:Agendapunt" resource="https://a.be/{0}"><i>{0}.</i>'
    html = f'{point}<h2 property="dc:title">{{1}}</h2></li>'
    head = '<li typeof="besluit:Agendapunt" resource="https://a.be/k"><h2 property="dc:title">Geheime zitting</h2></li>'
    loaded = fc.load(page(_LIST, html.format(1, "Brug"), html.format(2, "Weg"), head))
    assert sorted(decision.title for decision in loaded.corpus.decisions) == ["Brug", "Weg"]


def test_decision_alone() -> None:
    """A decision without agenda item counts, by the vote it came from; without title it is nothing."""
    html = """<div typeof="besluit:BehandelingVanAgendapunt" resource="https://a.be/b"></div>
        <div typeof="besluit:Besluit" resource="https://a.be/1"><p property="prov:wasGeneratedBy" resource="https://a.be/b">
        </p><h2 property="eli:title">Brug.</h2></div><div typeof="besluit:Besluit" resource="https://a.be/2"></div>"""
    assert [d.id for d in fc.load(page(_LIST, html)).corpus.decisions] == ["https://a.be/1"]


def test_votes_that_differ_state_nothing() -> None:
    """Two votes with two outcomes on one item leave its outcome open."""
    twice = item(1, "Brug.", "Goedgekeurd").replace(
        "</p></div>", '</p><p property="besluit:gevolg">Verworpen</p></div>'
    )
    [decision] = fc.load(page(_LIST, twice)).corpus.decisions
    assert decision.outcome is None


@pytest.mark.parametrize(
    ("outcome", "text", "sums"),
    [
        ("Goedgekeurd", "De gemeenteraad kent de club een subsidie van 75.000 euro toe.", ["75.000 EUR"]),
        ("Goedgekeurd", "De club krijgt van de stad een subsidie van 75.000 euro, zonder punt", ["75.000 EUR"]),
        ("Goedgekeurd", "Club A krijgt een subsidie van 75.000 euro. Club B krijgt een subsidie van 75.000 euro.", 2),
        ("Verworpen", "De gemeenteraad kent de club een subsidie van 75.000 euro toe.", []),
        ("", "Er is een subsidie van 75.000 euro voor de club.", []),
        ("Goedgekeurd", "De Vlaamse regering maakt een subsidie van 4 miljard euro vrij voor het plan.", []),
    ],
)
def test_money(outcome: str, text: str, sums: list[str] | int) -> None:
    """What was approved funds; what was not, and what other governments pay, does not."""
    loaded = fc.load(page(_MINUTES, item(1, "Subsidie club.", outcome, text)))
    lines = loaded.corpus.funding_lines
    laws.quote(loaded)
    laws.references(loaded.corpus)
    assert {line.decision_id for line in lines} <= {"https://a.be/besluit/1"}
    assert len(lines) == sums if isinstance(sums, int) else [str(line.amount) for line in lines] == sums


def test_what_did_not_decide_is_not_counted() -> None:
    """A question with the very words of a promise serves no promise, and funds nothing; approved, it does."""
    promise = fc.Commitment(id="c", text="We leggen een fietspad aan langs de Molenstraat.")
    asked = fc.Decision(
        id="d", title=promise.text, text="Een subsidie van 75.000 euro wordt toegekend.", kind="question"
    )
    other = fc.Decision(id="e", title="Benoeming gouverneur")
    approved = fc.Decision(id="d", title=promise.text, text=asked.text, kind="motion", outcome="approved")
    assert fc.coverage([promise], [asked, other]).unserved == (promise,)
    assert fc.coverage([promise], [approved, other]).unserved == ()
    assert fc.funding_lines(asked) == ()
    assert len(fc.funding_lines(approved)) == 1


def test_plain_page() -> None:
    """A page without RDFa is read by its lines, and is the same document as its text."""
    html = b"""<html><body><h1>Besluitenlijst gemeenteraad</h1><p>Zitting van 13 mei 2024</p><ol><li><h2>Brug.</h2>
        <p>Goedgekeurd</p><li><h2>Weg. Kennisname.</h2><p>Kennisname</p></ol></body></html>"""
    loaded = fc.load(html)
    laws.quote(loaded)
    assert sorted((d.title, str(d.outcome), str(d.date)) for d in loaded.corpus.decisions) == [
        ("Brug.", "approved", "2024-05-13"),
        ("Weg. Kennisname.", "noted", "2024-05-13"),
    ]
    again = fc.load(loaded.corpus.documents[0])
    assert again.corpus.decisions == loaded.corpus.decisions


def test_plain_page_with_headings() -> None:
    """Where no item bears a number, a heading with an outcome below it is one; a family that is given holds."""
    html = b"""<html><body><h1>Besluitenlijst gemeenteraad van 13 mei 2024</h1><h2>Brug</h2><p>Goedgekeurd</p>
        <h2>Weg</h2><p>Verdaagd</p></body></html>"""
    assert sorted((d.title, str(d.outcome)) for d in fc.load(html).corpus.decisions) == [
        ("Brug", "approved"),
        ("Weg", "adjourned"),
    ]
    assert fc.load(html, family="press-release").corpus.decisions == ()


def test_text_without_items() -> None:
    """A text that is said to be a list and holds no item says so, and has no day."""
    loaded = council.load(Document(id="d", text="De raad kwam bijeen."))
    assert [d.code for d in loaded.diagnostics] == ["no-items-found", "no-meeting-date"]


def test_pages_of_no_family(tmp_path: Path) -> None:
    """A page that is of no family is not forced into one, in a folder and alone; it keeps its title."""
    (tmp_path / "recept.html").write_text("<p>Melk, brood en kaas.</p>", encoding="utf-8")
    (tmp_path / "diep.htm").write_text("<html>" + "<div>" * 600 + "Melk, brood en kaas.", encoding="utf-8")
    loaded = fc.load(tmp_path)
    assert [(d.family, d.text) for d in loaded.corpus.documents] == [(None, "Melk, brood en kaas.")] * 2
    assert {d.code for d in loaded.diagnostics} == {"unknown-family", "deep-html"}


def test_text_that_begins_with_a_tag() -> None:
    """What begins with a tag and is no page keeps its text as it is."""
    [document] = fc.load(b"<summary>Melk</summary>").corpus.documents
    assert document.text == "<summary>Melk</summary>"


def test_page_without_selectolax_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone it is an error, in a folder a diagnostic, and both say what to install."""
    (tmp_path / "a.html").write_text("<html>tekst", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(fc.errors.MissingExtraError, match=r"flanders-care\[documents\]"):
        fc.load(tmp_path / "a.html")
    [missing] = fc.load(tmp_path).diagnostics
    assert missing.code == "missing-extra"
    assert "flanders-care[documents]" in missing.message
