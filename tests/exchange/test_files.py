"""Files of a corpus: written whole or not at all, read back equal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from flanders_care.errors import UnreadableError
from flanders_care.exchange.files import open_corpus, save
from flanders_care.model.actor import Actor
from flanders_care.model.corpus import Corpus
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
