"""What all tests share: hypothesis profiles, the seeds, and the optional corpus and labels."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from flanders_care.families.decisions.decisions import load_file
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

# the same examples in every run, so that a failure is the fault of the change; "thorough" looks for new ones
settings.register_profile(
    "fast", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def seeds_folder() -> Path:
    """The folder with the five seed documents of the repository."""
    return ROOT / "seeds"


def _shared(variable: str, default: str) -> Path:
    folder = Path(os.environ.get(variable, ROOT / default))
    if not folder.is_dir():
        pytest.skip(f"{default} is not here; set {variable} to the folder to run this test")
    return folder


@pytest.fixture(scope="session")
def corpus_folder() -> Path:
    """The folder of real documents; a test that needs it is skipped where it is absent."""
    return _shared("FLANDERS_CARE_CORPUS", "../shared/corpus")


@pytest.fixture(scope="session")
def dump(corpus_folder: Path) -> Loaded:
    """What is read in the dump of real decisions."""
    return load_file(corpus_folder / "decisions.jsonl", "decisions")


@pytest.fixture(scope="session")
def gold_folder() -> Path:
    """The folder of labels; a test that needs it is skipped where it is absent."""
    return _shared("FLANDERS_CARE_GOLD", "../shared/gold")


@pytest.fixture(scope="session")
def documents_folder() -> Path:
    """The folder of real documents of many kinds; a test that needs it is skipped where it is absent."""
    return _shared("FLANDERS_CARE_DOCUMENTS", "../shared/documents")


@pytest.fixture(scope="session")
def seed() -> Callable[[str], Document]:
    """Gives the seed with a number, such as `004`."""

    def read(number: str) -> Document:
        [path] = (ROOT / "seeds").glob(f"{number}_*.txt")
        return Document(id=path.stem, text=path.read_text(encoding="utf-8"))

    return read
