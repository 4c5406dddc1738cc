"""Files of a corpus: written whole or not at all, read back equal."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from flanders_care.diagnostics import Diagnostic
from flanders_care.documents.files import Content, open_bytes
from flanders_care.errors import ExchangeError, UnreadableError
from flanders_care.exchange.files import is_own, open_corpus, read_own, save
from flanders_care.exchange.json import to_json
from flanders_care.exchange.jsonl import dump_lines
from flanders_care.model.actor import Actor
from flanders_care.model.assessment import Assessment
from flanders_care.model.corpus import Corpus
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Pillar
from flanders_care.money import Amount
from flanders_care.testing.strategies import corpora

VITO = Actor(id="actor:vito", name="VITO")


@given(corpora(max_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", ["corpus.json", "corpus.jsonl"])
def test_save_and_open(name: str, tmp_path: Path, corpus: Corpus) -> None:
    """`open_corpus` gives back what `save` wrote, whole and in lines."""
    save(corpus, tmp_path / name)
    assert open_corpus(tmp_path / name) == corpus
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_files_that_cannot_be(tmp_path: Path) -> None:
    """Missing files and folders are typed errors with the path; nothing half written stays behind."""
    missing = tmp_path / "missing" / "corpus.json"
    for name in (missing, missing.with_suffix(".jsonl")):
        with pytest.raises(UnreadableError, match="missing"):
            open_corpus(name)
        with pytest.raises(UnreadableError, match="missing"):
            save(Corpus(), name)
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(UnreadableError):
        save(Corpus(), tmp_path / "folder.json")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.json"]


def test_an_old_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    """When writing fails half way, the file that was there is still there."""
    target = tmp_path / "corpus.json"
    save(Corpus(actors=(VITO,)), target)
    broken = Corpus(actors=(VITO,))
    object.__setattr__(broken, "actors", (VITO, object()))
    with pytest.raises(Exception, match="object"):
        save(broken, target)
    assert open_corpus(target) == Corpus(actors=(VITO,))
    assert json.loads(target.read_text(encoding="utf-8"))["type"] == "Corpus"
    assert len(list(tmp_path.iterdir())) == 1


LINES = "".join(dump_lines([VITO]))
CORPUS = Corpus(actors=(VITO,))
DIAGNOSTIC = Diagnostic(code="x", message="said before")


def read(text: str | bytes) -> Loaded | None:
    """What a file with this text holds, if it is one of ours."""
    data = text.encode() if isinstance(text, str) else text
    with open_bytes(Content(name="corpus.json", data=data)) as stream:
        return read_own(stream, "corpus.json") if is_own(stream) else None


@pytest.mark.parametrize(
    "text",
    [
        to_json(CORPUS),
        to_json(CORPUS, indent=2),
        to_json(Loaded(corpus=CORPUS)),
        to_json(VITO),
        to_json(VITO, indent=1),
        to_json([VITO]),
        to_json([VITO], indent=1),
        to_json(VITO) + "\n\n" + to_json(VITO.__class__(id="actor:x", name="X")),
        LINES,
        LINES.partition("\n")[2],
        LINES.partition("\n")[2].replace('":"', '": "').replace('","', '", "'),
        LINES + LINES.replace("vito", "x"),
        LINES.replace("\n", "\r\n"),
    ],
)
@pytest.mark.parametrize("pack", [str.encode, lambda t: t.encode("utf-8-sig"), lambda t: gzip.compress(t.encode())])
def test_what_we_wrote_is_known_by_its_content(text: str, pack: Callable[[str], bytes]) -> None:
    """A corpus, what was loaded, a record, a list of them and lines are read as what they are, packed or marked."""
    found = read(pack(text))
    assert found is not None
    assert found.corpus.actors[0] == VITO
    assert {actor.id for actor in found.corpus.actors} <= {"actor:vito", "actor:x"}


def test_diagnostics_stay() -> None:
    """What was loaded keeps its diagnostics."""
    assert read(to_json(Loaded(corpus=CORPUS, diagnostics=(DIAGNOSTIC,)))) == Loaded(
        corpus=CORPUS, diagnostics=(DIAGNOSTIC,)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Melk en brood",
        "{}",
        '{"type":"Decision","id":"1","titel":"van een ander"}',
        '{"type":"decision","id":"1","title":"x"}',
        '{"version":1,"type":"Corpus"}',
        '[{"id": "D1", "schema_version": 1, "type": "Corpus"}]',
        b"\x1f\x8b broken gzip",
    ],
)
def test_what_others_wrote_is_none_of_ours(text: str | bytes) -> None:
    """Another's JSON that happens to say a type is left to the readers of documents."""
    assert read(text) is None


HALF = to_json(CORPUS)


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        (HALF[: len(HALF) // 2], "$", "not JSON"),
        (LINES[:-20], "$[1]", "line 2"),
        (HALF.replace('"schema_version":1', '"schema_version":2'), "$.schema_version", "pip install --upgrade"),
        (LINES.replace('"schema_version":1', '"schema_version":9'), "$[0].schema_version", "newer flanders_care"),
        (to_json(Assessment(commitment_id="c", verdict="fulfilled", assessor="An")), "$[0].type", "not 'Assessment'"),
        (to_json([Pillar(id="p", name="p", order=1)]), "$[0].type", "not 'Pillar'"),
        (HALF.replace('"id"', '"ident"'), "$.actors[0].id", "missing"),
        (LINES.replace('"name"', '"naam"'), "$[1].name", "missing"),
    ],
)
def test_broken_files_say_where(text: str, path: str, words: str, tmp_path: Path) -> None:
    """A file cut in half, of a newer version or with another class in it is an error with the file and the place."""
    with pytest.raises(ExchangeError, match=r"corpus\.json") as caught:
        read(text)
    assert (caught.value.path, words in caught.value.message) == (path, True), caught.value
    (tmp_path / "c.json").write_text(text, encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"c\.json"):
        open_corpus(tmp_path / "c.json")


def test_packed_files_that_break_off(tmp_path: Path) -> None:
    """A packed corpus that breaks off is an error with the file."""
    (tmp_path / "c.json.gz").write_bytes(gzip.compress(to_json(CORPUS).encode())[:-9])
    with pytest.raises(UnreadableError, match=r"c\.json\.gz: breaks off"):
        open_corpus(tmp_path / "c.json.gz")


def test_files_of_the_first_version() -> None:
    """A corpus that was saved by the first release still opens: fields that it lacks have their defaults."""
    old = (
        '{"schema_version":1,"type":"Corpus","documents":[],"actors":[],"programmes":[],"commitments":[],"decisions":[],'
        '"funding_lines":[{"id":"f1","amount":{"value":"475000.50","low":null,"high":"475000.50","qualifier":"at_most",'
        '"currency":"EUR"},"stage":"awarded","recurrence":"one_off","years":[2020],"sources":[]}],"claims":[],'
        '"indicators":[]}'
    )
    found = read(old)
    assert found is not None
    assert found.corpus.funding_lines[0].amount == Amount.of("475000.5", "at_most")
