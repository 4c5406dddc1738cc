"""The default profile on the labels, where they are."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from flanders_care.alignment.indexing import index
from flanders_care.alignment.measuring.evaluation import evaluate
from flanders_care.alignment.ranking import rank


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The program that fits the profiles; it reads the labels."""
    path = Path(__file__).resolve().parents[2] / "tools/fit_alignment.py"
    spec = importlib.util.spec_from_file_location("fit_alignment", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_default_profile_is_as_good_as_published(corpus_folder: Path, gold_folder: Path, tool: ModuleType) -> None:
    """Over the labelled sections: mean nDCG@10 and mean average precision at least 0.74 and 0.71."""
    labels = tool.read_labels(corpus_folder, gold_folder)
    everything = [commitment for found in labels.commitments.values() for commitment in found]
    built = index(tool.read_decisions(corpus_folder), background=everything)
    found = [evaluate(rank(labels.commitments[name], built), grades) for name, grades in sorted(labels.grades.items())]
    ndcgs = [one.ndcg for one in found if one.ndcg is not None]
    precisions = [one.average_precision for one in found if one.average_precision is not None]
    assert sum(ndcgs) / len(ndcgs) >= 0.74
    assert sum(precisions) / len(precisions) >= 0.71
