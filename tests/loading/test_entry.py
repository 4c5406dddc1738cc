"""Loading texts, files and folders with any mixture of families."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from flanders_care.diagnostics import Severity
from flanders_care.errors import ExchangeError, InvalidValueError, UnknownNameError, UnreadableError
from flanders_care.exchange.files import save
from flanders_care.exchange.json import to_json
from flanders_care.families.kinds import FAMILIES, find_family
from flanders_care.loading import load, load_many, load_seeds, load_text, parallel
from flanders_care.loading.entry import read_seeds
from flanders_care.loading.folder import FoundFile
from flanders_care.model.assessment import Correction
from flanders_care.model.loaded import Loaded
from flanders_care.period import PartialDate
from flanders_care.provenance import Document
from flanders_care.testing import laws

SECTION = "3.2.4 Juridische eerstelijnsbijstand We evalueren het decreet over de juridische eerstelijnsbijstand."
DUMP = '{"id": "D1", "date": "2023-12-08", "title": "Convenant", "text": "Convenant  Goedgekeurd."}\n'


def codes(loaded: Loaded) -> list[str]:
    """The codes of the diagnostics, in order."""
    return [d.code for d in loaded.diagnostics]


@pytest.fixture
def mixture(tmp_path: Path) -> Path:
    """A folder with good files of several families and bad ones among them."""
    (tmp_path / "beslissingen").mkdir()
    (tmp_path / "akkoord.txt").write_text(SECTION, encoding="utf-8")
    (tmp_path / "beslissingen" / "dump.jsonl").write_text(DUMP, encoding="utf-8")
    (tmp_path / "boodschappen.txt").write_text("Melk, brood en kaas.", encoding="utf-8")
    (tmp_path / "leeg.txt").write_bytes(b"")
    (tmp_path / "raar.txt").write_bytes(bytes(range(256)))
    (tmp_path / "oud.txt").write_bytes("4.1 Bestuur We hervormen de provincies één voor één.".encode("cp1252"))
    return tmp_path


def test_every_family_has_one_reader() -> None:
    """The families of the documentation are those that can be read."""
    assert len(set(FAMILIES)) == len(FAMILIES) == 11
    assert all(find_family(name).name == name for name in FAMILIES)


def test_the_good_files_of_a_folder_load(mixture: Path) -> None:
    """Broken files among good ones give diagnostics with their paths, and the good ones load."""
    loaded = load(mixture)
    assert [d.id for d in loaded.corpus.documents] == ["D1#text", "akkoord", "boodschappen", "oud"]
    assert [c.document_id for r in loaded.corpus.commitments for c in r.sources] == ["akkoord", "oud"]
    said = {d.code: d for d in loaded.diagnostics}
    assert sorted(codes(loaded)) == ["guessed-encoding", "unknown-family", "unreadable-file", "unreadable-file"]
    assert said["unknown-family"].document_id == "boodschappen"
    assert [d.severity for d in loaded.diagnostics if d.code == "unreadable-file"] == [Severity.ERROR] * 2
    assert all(str(mixture) in d.message for d in loaded.diagnostics if d.code == "unreadable-file")


def test_processes_do_not_change_the_result(mixture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading with two processes gives the same corpus and the same diagnostics."""
    monkeypatch.setattr(parallel, "PAYS", 2)
    assert load(mixture, workers=2) == load(mixture)


def test_processes_that_die_cost_nothing(mixture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where processes cannot run, as in a script without a guarded entry, the files are read in this one."""

    class Dying:
        def __init__(self, **_: object) -> None: ...

        def __enter__(self) -> Dying:
            return self

        def __exit__(self, *_: object) -> None: ...

        def map(self, read: Callable[[FoundFile], Loaded], files: list[FoundFile], **_: object) -> Iterator[Loaded]:
            yield read(files[0])
            raise BrokenProcessPool

    monkeypatch.setattr(parallel, "PAYS", 2)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Dying)
    assert load(mixture, workers=2) == load(mixture)


def test_progress_is_told(mixture: Path) -> None:
    """The callback hears of every file, in order."""
    heard: list[tuple[int, int, str]] = []
    load(mixture, progress=lambda done, of, name: heard.append((done, of, name)))
    assert heard[0] == (1, 6, "akkoord")
    assert heard[-1] == (6, 6, "raar")


def test_a_folder_may_get_a_name(mixture: Path) -> None:
    """The name given to a folder stands before the names of its documents."""
    loaded = load(mixture, document_id="map")
    assert "map/akkoord" in loaded.corpus


def test_an_empty_folder_is_an_error_that_is_said(tmp_path: Path) -> None:
    """A folder without documents yields an error diagnostic with its path, and an empty corpus."""
    loaded = load(tmp_path)
    assert [(d.code, d.severity) for d in loaded.diagnostics] == [("no-documents", Severity.ERROR)]
    assert str(tmp_path) in loaded.diagnostics[0].message
    assert len(loaded.corpus) == 0


def test_what_cannot_be_read_raises(mixture: Path) -> None:
    """A single file that cannot be read raises the typed error with the path and a next step."""
    for name in ("leeg.txt", "raar.txt", "weg.txt"):
        with pytest.raises(UnreadableError, match=name):
            load(mixture / name)


def test_a_packed_file_that_breaks_off_raises(tmp_path: Path) -> None:
    """A packed file that breaks off raises the typed error, whatever it held."""
    file = tmp_path / "half.gz"
    file.write_bytes(gzip.compress(DUMP.encode())[:20])
    with pytest.raises(UnreadableError, match="broken gzip"):
        load(file)


def test_unknown_family_is_refused(mixture: Path) -> None:
    """A family that there is not is refused with a list of those there are."""
    with pytest.raises(UnknownNameError, match="press-release"):
        load(mixture, family="krant")
    with pytest.raises(UnknownNameError, match="press-release"):
        find_family("krant")


def test_a_document_of_no_family_is_kept() -> None:
    """A text of no known family is in the corpus, with a diagnostic that lists the families."""
    loaded = load_text("Melk, brood en kaas.", document_id="lijst")
    assert loaded.corpus.documents == (Document(id="lijst", text="Melk, brood en kaas."),)
    assert codes(loaded) == ["unknown-family"]
    assert "policy-note" in loaded.diagnostics[0].message


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_empty_text_is_said(text: str) -> None:
    """An empty text gives an error diagnostic, not silence and not an exception."""
    assert [(d.code, d.severity) for d in load_text(text).diagnostics] == [("empty-text", Severity.ERROR)]


def test_a_document_may_say_its_family() -> None:
    """The family in a document, or the one given, goes before what the text looks like."""
    document = Document(id="d", text=SECTION, family="agreement-section")
    assert load(document).corpus["d"].family == "agreement-section"
    assert load(document, family="policy-note").corpus["d"].family == "policy-note"
    assert load(document, document_id="anders").corpus["anders"].text == SECTION


def test_many_sources_become_one_corpus(mixture: Path, tmp_path: Path) -> None:
    """Files and folders are read together; two documents of one name are called by their paths."""
    other = tmp_path / "beslissingen" / "akkoord.txt"
    other.write_text("4.2.1 Waterbeheer We bouwen dijken langs de Schelde.", encoding="utf-8")
    first = mixture / "akkoord.txt"
    loaded = load_many([first, str(other), first])
    assert {d.id for d in loaded.corpus.documents} == {"akkoord", other.with_suffix("").as_posix()}
    assert len(loaded.corpus.commitments) == 2
    everything = load_many([mixture, mixture / "beslissingen" / "dump.jsonl"])
    assert "D1" in everything.corpus
    with pytest.raises(UnreadableError, match="weg"):
        load_many([first, mixture / "weg"])


def test_json_files_of_any_packing(tmp_path: Path) -> None:
    """A dump is found by its content: packed, under any name, or in UTF-16."""
    packed = tmp_path / "dump.gz"
    packed.write_bytes(gzip.compress(DUMP.encode()))
    wide = tmp_path / "breed.json"
    wide.write_bytes(DUMP.encode("utf-16"))
    plain = tmp_path / "plat"
    plain.write_text(DUMP, encoding="utf-8-sig")
    for file in (packed, wide, plain):
        assert load(file).corpus["D1"].text == "Goedgekeurd."


def test_json_without_decisions_keeps_its_text(tmp_path: Path) -> None:
    """JSON that holds no decisions is a document of no known family."""
    file = tmp_path / "pakket.json"
    file.write_text(json.dumps({"name": "pakket"}), encoding="utf-8")
    loaded = load(file)
    assert loaded.corpus["pakket"].text == '{"name": "pakket"}'
    assert codes(loaded) == ["no-decisions", "unknown-family", "unknown-record"]
    assert load(file, family="decisions").corpus.documents == ()


def test_large_json_without_decisions_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of JSON beyond the limit that holds no decisions, only the diagnostics stay."""
    file = tmp_path / "groot.json"
    file.write_text("[" * 100, encoding="utf-8")
    monkeypatch.setattr(sys.modules["flanders_care.loading.entry"], "SIZE_LIMIT", 50)
    assert load(file).corpus.documents == ()


def test_the_seeds_load_from_the_package() -> None:
    """The five seeds become one corpus, with the names of their files."""
    corpus = load_seeds()
    assert [d.id for d in corpus.documents] == [
        "000_6d6e13665c924d0b",
        "001_1418ce57a96c092c",
        "002_3a840c72103b074f",
        "003_72f413a18ba5f25d",
        "004_40d31b0bcedf8a9d",
    ]
    assert corpus == read_seeds().corpus


def test_every_source_of_the_seeds_is_exact() -> None:
    """For every source: `document.text[start:end] == quote`."""
    laws.quote(load_seeds())


def test_the_corpus_loads(corpus_folder: Path) -> None:
    """The whole corpus folder loads at once: 224 sections, 53 reports, 4,298 decisions and a README."""
    loaded = load(corpus_folder)
    assert len(loaded.corpus.documents) == 224 + 53 + 4298 + 1
    assert [d.document_id for d in loaded.diagnostics if d.code == "unknown-family"] == ["README"]
    assert not loaded.errors


def test_what_people_corrected_is_applied_and_shown() -> None:
    """A correction changes the record, and a diagnostic says who changed what and why."""
    text = "3.2.4 Juridische bijstand We evalueren het decreet op de juridische bijstand."
    document = Document(id="note", text=text)
    commitment = load(document).corpus.commitments[0]
    correction = Correction(record_id=commitment.id, field="deadline", value="2024", reason="said orally", author="An")
    loaded = load(document, corrections=[correction])
    assert loaded.corpus.commitments[0].deadline == PartialDate(year=2024)
    assert "corrected" in {diagnostic.code for diagnostic in loaded.diagnostics}
    assert load(document).corpus.commitments[0].deadline is None


@pytest.mark.parametrize("name", ["c.json", "c.jsonl", "c.txt", "c"])
@pytest.mark.parametrize("family", [None, "policy-note"])
def test_the_library_knows_its_own_files(name: str, family: str | None, tmp_path: Path) -> None:
    """`load` reads what the library wrote as what it is, whatever the file is called."""
    corpus = load_seeds()
    save(corpus, tmp_path / name)
    assert load(tmp_path / name, family=family) == Loaded(corpus=corpus)
    assert load((tmp_path / name).read_bytes()).corpus == corpus
    assert load_many([tmp_path / name]).corpus == corpus


@pytest.mark.parametrize(
    "written",
    [
        lambda whole: json.dumps(json.loads(whole), sort_keys=True).encode(),
        lambda whole: whole.encode("utf-16"),
    ],
    ids=["other order", "utf-16"],
)
def test_own_files_that_others_wrote_anew_are_no_dumps(written: Callable[[str], bytes]) -> None:
    """A saved corpus whose keys or letters another program put otherwise is refused, and is no list of decisions."""
    whole = to_json(load_text(DUMP).corpus)
    with pytest.raises(UnreadableError, match="read its text with from_json"):
        load(written(whole))


def test_own_files_in_a_folder(mixture: Path) -> None:
    """A saved corpus in a folder adds its records to those of the others, and is no dump of decisions."""
    without = load(mixture)
    save(without.corpus, mixture / "zelf.json")
    with_it = load(mixture)
    assert with_it.corpus == without.corpus
    assert codes(with_it) == codes(without)


def test_broken_own_files_in_a_folder_are_said(mixture: Path) -> None:
    """A saved corpus that is cut in half is an error diagnostic with its path; the others load."""
    without = load(mixture)
    (mixture / "zelf.json").write_text(to_json(without.corpus)[:200], encoding="utf-8")
    loaded = load(mixture)
    assert loaded.corpus == without.corpus
    (said,) = set(loaded.diagnostics) - set(without.diagnostics)
    assert (said.code, said.severity) == ("unreadable-file", Severity.ERROR)
    assert "zelf.json" in said.message
    with pytest.raises(ExchangeError, match=r"zelf\.json"):
        load(mixture / "zelf.json")


def test_a_corpus_of_before_a_document_changed_is_left_out(tmp_path: Path) -> None:
    """Two texts under one name cannot stand in one corpus: the second file is left out, and that is said."""
    (tmp_path / "akkoord.txt").write_text(SECTION, encoding="utf-8")
    save(load(tmp_path).corpus, tmp_path / "zelf.json")
    (tmp_path / "akkoord.txt").write_text(SECTION.replace("evalueren", "schrappen"), encoding="utf-8")
    loaded = load(tmp_path)
    assert "schrappen" in loaded.corpus["akkoord"].text
    assert codes(loaded) == ["clashing-document"]
    assert "zelf.json" in loaded.diagnostics[0].message


def test_bytes_and_open_files(mixture: Path) -> None:
    """Bytes and a file open for reading bytes give what the path gives, under their own names."""
    path = mixture / "oud.txt"
    expected = load(path)
    with path.open("rb") as file:
        assert load(file) == expected
        assert not file.closed
    assert load(path.read_bytes(), document_id="oud") == expected
    assert load(path.read_bytes()).corpus.documents[0].id == "bytes"
    assert load(io.BytesIO(path.read_bytes())).corpus.documents[0].id == "file"
    assert load(gzip.compress(DUMP.encode())).corpus["D1"].title == "Convenant"
    with pytest.raises(UnreadableError, match="bytes: is empty"):
        load(b"")
    with (mixture / "raar.txt").open("rb") as file, pytest.raises(UnreadableError, match=r"raar\.txt: is binary"):
        load(file)


def test_files_open_as_text_are_refused(mixture: Path) -> None:
    """A file open for reading text has lost its encoding and newlines: the error says how to open it."""
    with (mixture / "oud.txt").open(encoding="cp1252") as file, pytest.raises(UnreadableError, match='mode "rb"'):
        load(file)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [SECTION, SECTION * 100, f"{SECTION}\n{SECTION}", "x" * 5000, "Melk"])
def test_a_text_is_no_path(text: str) -> None:
    """A text where a path is wanted gives a short error that names `load_text`."""
    with pytest.raises(UnreadableError, match="load_text") as caught:
        load(text)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("source", ["", " ", Path("weg\0")])
def test_what_is_no_path(source: str | Path) -> None:
    """An empty name is not the folder that one is in, and a name that no file can have is refused."""
    with pytest.raises(UnreadableError):
        load(source)


@pytest.mark.parametrize("source", [3, None, ["a.txt"], 1.5, object()])
def test_wrong_arguments_are_refused(source: object) -> None:
    """Anything else is refused with what may be given."""
    with pytest.raises(InvalidValueError, match="needs a path, bytes, a file open for reading bytes, or a Document"):
        load(source)  # type: ignore[arg-type]
