"""Decisions of the public site, in each of its formats."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from flanders_care.diagnostics import Severity
from flanders_care.errors import UnreadableError
from flanders_care.families.decisions import decisions
from flanders_care.families.decisions.decisions import load, load_file
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

SEARCH: dict[str, Any] = {
    "count": 1,
    "data": [
        {
            "type": "news-items",
            "id": "5fca",
            "attributes": {
                "uuid": "5fca",
                "uri": ["http://themis.vlaanderen.be/id/nieuwsbericht/5fca"],
                "title": "Dijkversterking  Schelde",
                "alternativeTitle": ["Ontwerpbesluit over dijken"],
                "htmlContent": "<p>De Vlaamse Regering kent <b>3&nbsp;miljoen</b> toe.</p><p>Aan de provincie.</p>",
                "meetingDate": "2021-03-04T23:30:00Z",
                "agendaitemType": "http://themis.vlaanderen.be/id/concept/agendapunt-type/"
                "dd47a8f8-3ad2-4d5a-8318-66fc02fe80fd",
                "mandateeNames": ["Zuhal Demir", "Hilde Crevits"],
                "mandateeTitles": ["Vlaams minister van Omgeving", "Vlaams minister van Innovatie"],
            },
        }
    ],
}


def read(value: object) -> Loaded:
    """Read a value, or a text of JSON."""
    text = value if isinstance(value, str) else json.dumps(value)
    return load(Document(id="bestand", text=text))


def codes(loaded: Loaded) -> list[str]:
    """The codes of the diagnostics, in order."""
    return [d.code for d in loaded.diagnostics]


def test_search_result() -> None:
    """A record of the search result gives the decision with its date in Brussels, its kind and its ministers."""
    loaded = read(SEARCH)
    [decision] = loaded.corpus.decisions
    assert decision.id == "5fca"
    assert decision.title == "Dijkversterking Schelde"
    assert decision.text == ("Ontwerpbesluit over dijken\n\nDe Vlaamse Regering kent 3 miljoen toe.\nAan de provincie.")
    assert decision.date == datetime.date(2021, 3, 5)  # half past midnight in Brussels
    assert decision.kind == "nota"
    assert decision.url == "http://themis.vlaanderen.be/id/nieuwsbericht/5fca"
    assert [actor.name for actor in loaded.corpus.actors] == ["Zuhal Demir", "Hilde Crevits"]
    assert decision.actor_ids == tuple(actor.id for actor in loaded.corpus.actors)
    assert loaded.diagnostics == ()


def test_every_decision_has_a_document_it_points_into() -> None:
    """The source of a decision is the whole of its own document."""
    corpus = read(SEARCH).corpus
    [decision] = corpus.decisions
    [source] = decision.sources
    document = corpus.document(source)
    assert document.text == f"{decision.title}\n\n{decision.text}" == source.quote
    assert (document.family, document.date) == ("decisions", "2021-03-05")


def test_scalars_and_lists_are_the_same() -> None:
    """Each field may hold a value or a list of values."""
    attributes = SEARCH["data"][0]["attributes"]
    lists = {name: value if isinstance(value, list) else [value] for name, value in attributes.items()}
    assert read({"data": [{"id": "5fca", "attributes": lists}]}).corpus == read(SEARCH).corpus


def test_json_api() -> None:
    """A news item of the JSON:API gives its text from `richtext`, and its day of publication with a note."""
    item = {
        "type": "news-item-infos",
        "id": "n1",
        "attributes": {
            "title": "Dijk",
            "subtitle": "Ontwerpbesluit",
            "publication-date": "2021-03-05T14:00:00Z",
            "text": "De Vlaamse Regering keurt goed.",
            "richtext": "<p>De Vlaamse Regering <em>keurt goed</em>.</p>",
        },
    }
    loaded = read({"data": [item, {**item, "id": "n2"}]})
    first, second = loaded.corpus.decisions
    assert (first.id, second.id) == ("n1", "n2")
    assert first.text == "Ontwerpbesluit\n\nDe Vlaamse Regering keurt goed."
    assert first.date == datetime.date(2021, 3, 5)
    assert [(d.code, d.severity) for d in loaded.diagnostics] == [("publication-date", Severity.INFO)]
    assert "(2 times)" in loaded.diagnostics[0].message


def test_plain_text_that_html_does_not_repeat_is_kept() -> None:
    """No text is lost where the plain text says something else than the HTML."""
    [decision] = read({"id": "d", "title": "T", "richtext": "<p>Eén.</p>", "text": "Twee."}).corpus.decisions
    assert decision.text == "Eén.\n\nTwee."


def test_dump() -> None:
    """The dump's text repeats the title, which is taken off."""
    line = {
        "id": "D",
        "date": "2021-11-05",
        "kind": "mededeling",
        "title": " Visienota 'O&O'\n\n",
        "text": "Visienota 'OO'   Al in 2019 ...",
        "url": "https://beslissingenvlaamseregering.vlaanderen.be/?search=Visienota%20%27O%26O%27",
    }
    [decision] = read(line).corpus.decisions
    assert (decision.title, decision.text) == ("Visienota 'O&O'", "Al in 2019 ...")
    assert (decision.kind, decision.date) == ("mededeling", datetime.date(2021, 11, 5))
    assert decision.url == line["url"]


def test_dump_without_title() -> None:
    """Where no title is given, it is what stands before the first two blanks."""
    line = {
        "id": "D",
        "date": None,
        "kind": None,
        "title": None,
        "text": "Dijk: subsidie  De Regering kent toe.  Ook.",
        "url": None,
    }
    [decision] = read(line).corpus.decisions
    assert (decision.title, decision.text) == ("Dijk: subsidie", "De Regering kent toe.  Ook.")
    assert (decision.date, decision.kind, decision.url) == (None, None, None)


@pytest.mark.parametrize("said", ["2021-02-31", "2021-13-01", "gisteren", "2021-02-31T09:00:00Z", "0000-01-01"])
def test_impossible_dates(said: str) -> None:
    """A day that is not in the calendar gives a diagnostic and no date."""
    loaded = read({"id": "d", "title": "T", "date": said})
    assert loaded.corpus.decisions[0].date is None
    assert codes(loaded) == ["impossible-date"]
    assert loaded.diagnostics[0].document_id == "d#text"


def test_moments_at_the_edge_of_time() -> None:
    """A moment that has no day in Brussels keeps the day that is written."""
    [decision] = read({"id": "d", "title": "T", "date": "9999-12-31T23:30:00Z"}).corpus.decisions
    assert decision.date == datetime.date(9999, 12, 31)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "ftp://x/y", "//x", "http://[", "https://a b"]
)
def test_links_that_are_none_are_dropped(link: str) -> None:
    """Links to anything but the web are dropped with a diagnostic, and another link is taken where there is one."""
    loaded = read({"id": "d", "title": "T", "url": link, "uri": "http://themis.vlaanderen.be/d"})
    assert loaded.corpus.decisions[0].url == "http://themis.vlaanderen.be/d"
    assert codes(loaded) == ["unsafe-link"]


def test_wrong_types() -> None:
    """Values of the wrong type are left out with a diagnostic; numbers are written as text."""
    loaded = read({"id": 12, "title": ["Dijk", None, 3], "text": {"nl": "x"}, "date": True, "mandateeNames": [[]]})
    [decision] = loaded.corpus.decisions
    assert (decision.id, decision.title, decision.text, decision.date) == ("12", "Dijk / 3", "", None)
    assert codes(loaded) == ["wrong-type"] * 3


def test_ministers_by_first_and_family_name() -> None:
    """Where whole names are missing, they are put together."""
    fields = {"id": "d", "title": "T", "mandateeFirstNames": ["Zuhal"], "mandateeFamilyNames": "Demir"}
    assert [a.name for a in read(fields).corpus.actors] == ["Zuhal Demir"]
    uneven = {"id": "d", "title": "T", "mandateeFamilyNames": ["Demir", "Crevits"]}
    assert [a.name for a in read(uneven).corpus.actors] == ["Demir", "Crevits"]


def test_records_without_id() -> None:
    """A record without id is called by its date and title, as reports cite it, and that is said once."""
    loaded = read([{"title": "Dijk", "date": "2021-03-05"}, {"text": "", "htmlContent": "<p> </p>", "title": "Pomp"}])
    assert [d.id for d in loaded.corpus.decisions] == ["decision:2021-03-05:dijk", "decision:undated:pomp"]
    assert codes(loaded) == ["missing-id"]


def test_records_without_words() -> None:
    """A record with neither title nor text is left out, and that is said."""
    loaded = read([{"id": "a", "title": " "}, {"id": "b", "foo": 1}, {"id": "c", "title": "Dijk"}])
    assert [d.id for d in loaded.corpus.decisions] == ["c"]
    assert codes(loaded) == ["empty-decision", "unknown-record"]
    assert "record 1" in loaded.diagnostics[0].message


def test_half_characters_are_replaced() -> None:
    """Half a character, which no file can hold, is replaced and said."""
    loaded = read('{"id": "d", "title": "a\\ud800b"}')
    assert loaded.corpus.decisions[0].title == "a\ufffdb"
    assert codes(loaded) == ["lone-surrogate"]


def test_scripts_in_the_html() -> None:
    """Scripts are left out of the text, and that is said."""
    loaded = read({"id": "d", "title": "T", "htmlContent": "<p>a</p><script>alert(1)</script>"})
    assert loaded.corpus.decisions[0].text == "a"
    assert codes(loaded) == ["script-dropped"]


def test_duplicate_ids_with_other_content() -> None:
    """Two contents under one id stay apart, the same content twice is one."""
    records = [{"id": "d", "title": "Een"}, {"id": "d", "title": "Twee!"}, {"id": "d", "title": "Een"}]
    loaded = read("\n".join(map(json.dumps, records)))
    assert sorted(d.title for d in loaded.corpus.decisions) == ["Een", "Twee!"]
    assert len({d.id for d in loaded.corpus.decisions}) == len(loaded.corpus.documents) == 2
    assert codes(loaded) == ["duplicate-id"]


def test_json_cut_in_half() -> None:
    """A search result that breaks off gives its first records, and an error diagnostic."""
    many = {"data": [{"id": str(n), "attributes": {"title": f"Titel {n}"}} for n in range(10)]}
    text = json.dumps(many)
    loaded = read(text[: len(text) // 2])
    assert [d.id for d in loaded.corpus.decisions] == ["0", "1", "2", "3", "4"][: len(loaded.corpus.decisions)]
    assert len(loaded.corpus.decisions) >= 4
    assert {d.code for d in loaded.errors} == {"broken-json", "cut-json"}


@pytest.mark.parametrize("text", ["[" * 100_000, "", "null", "[]", '{"data": []}'])
def test_json_without_decisions(text: str) -> None:
    """JSON that holds no decisions is said to be so, as an error, and never raises."""
    loaded = read(text)
    assert loaded.corpus.decisions == ()
    assert "no-decisions" in {d.code for d in loaded.errors}


def test_files_are_read_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line beyond the limit costs that line alone, at the end of the file too."""
    monkeypatch.setattr(decisions, "LINE_LIMIT", 100)
    good = b'{"id": "%b", "title": "Dijk"}\n'
    file = tmp_path / "dump.jsonl"
    file.write_bytes(good % b"a" + b"\n" + b'{"id": "b", "text": "' + b"x" * 1030 + b'"}\n' + good % b"c" + b"y" * 150)
    loaded = load_file(file, "dump")
    assert [d.id for d in loaded.corpus.decisions] == ["a", "c"]
    assert codes(loaded) == ["line-too-long", "line-too-long"]
    assert "line 3" in loaded.diagnostics[0].message


def test_files_with_too_many_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that unpacks to lines without end is read up to a bound, and that is said."""
    monkeypatch.setattr(decisions, "MOST_LINES", 3)
    file = tmp_path / "dump.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"id": "a", "title": "Dijk"}\n' + b"\n" * 10))
    loaded = load_file(file, "dump")
    assert len(loaded.corpus.decisions) == 1
    assert codes(loaded) == ["line-too-long"]


def test_files_in_windows_1252(tmp_path: Path) -> None:
    """A line that is no UTF-8 is read as Windows-1252, and that is said once."""
    file = tmp_path / "dump.jsonl"
    file.write_bytes('{"id": "é", "title": "één"}\n{"id": "b", "title": "ï"}\n'.encode("cp1252"))
    loaded = load_file(file, "dump")
    assert [d.title for d in loaded.corpus.decisions] == ["één", "ï"]
    assert codes(loaded) == ["guessed-encoding"]


def test_packed_files_that_break_off(tmp_path: Path) -> None:
    """A packed dump that breaks off raises the typed error with its path."""
    file = tmp_path / "dump.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"id": "a", "title": "Dijk"}\n' * 5000)[:-20])
    with pytest.raises(UnreadableError, match=r"dump\.jsonl\.gz"):
        load_file(file, "dump")
    with pytest.raises(UnreadableError, match="does not exist"):
        load_file(tmp_path / "weg.jsonl", "weg")


def test_unreadable_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the disk while reading is the typed error."""

    class Failing:
        def __enter__(self) -> Failing:
            return self

        def __exit__(self, *_: object) -> None: ...

        def readline(self, _: int) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(decisions, "open_bytes", lambda _: Failing())
    with pytest.raises(UnreadableError, match="Input/output error"):
        load_file(tmp_path / "dump.jsonl", "dump")


def test_the_dump_of_the_corpus(dump: Loaded) -> None:
    """All 4,298 decisions load, 2,988 of them with a date, and none repeats its title at the head of its text."""
    found = dump.corpus.decisions
    assert (len(found), sum(d.date is not None for d in found), codes(dump)) == (4298, 2988, [])
    assert all(d.title for d in found)
    [visienota] = [d for d in found if d.id == "61855E51364ED900080008BC"]
    assert visienota.title == "Visienota 'Bijkomende maatregelen Klimaat'"
    assert visienota.text.startswith("Al in het najaar van 2019 heeft de Vlaamse Regering")
