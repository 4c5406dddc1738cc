"""Reading money against labels that readers gave to a hundred decisions; skipped where the labels are absent."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from flanders_care.dutch.money.mention import AmountMention
from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.dutch.money.roles import FUNDING_ROLES

FUNDS = {str(role) for role in FUNDING_ROLES}
COMES_BACK = {"per_year", "per_unit"}


def _pairs(folder: Path) -> tuple[list[tuple[dict[str, Any], AmountMention]], int, int]:
    """Labelled sums with the mention that overlaps and has the value, and how many of each there are."""
    pairs: list[tuple[dict[str, Any], AmountMention]] = []
    wanted = given = 0
    for row in (folder / "money.jsonl").read_text(encoding="utf-8").splitlines():
        decision = json.loads(row)
        free = list(read_amounts(decision["text"]))
        wanted, given = wanted + len(decision["amounts"]), given + len(free)
        for label in decision["amounts"]:
            for mention in free:
                overlaps = mention.start < label["end"] and label["start"] < mention.end
                if overlaps and mention.amount.value == Decimal(label["value"]):
                    pairs.append((label, mention))
                    free.remove(mention)
                    break
    return pairs, wanted, given


def test_sums_are_found(gold_folder: Path) -> None:
    """Hardly a sum is missed, and hardly anything else is taken for one: F1 at least 0.995."""
    pairs, wanted, given = _pairs(gold_folder)
    assert 2 * len(pairs) / (wanted + given) >= 0.995


@pytest.mark.parametrize(
    ("name", "least"),
    [("qualifier", 0.97), ("bounds", 0.97), ("recurrence", 0.95), ("funds", 0.97), ("role", 0.80), ("years", 0.85)],
)
def test_sums_are_understood(gold_folder: Path, name: str, least: float) -> None:
    """How firm, how often, when, and what: each at least as often right as the documentation says."""
    pairs, _, _ = _pairs(gold_folder)
    right = sum(_attribute(name, label, mention) for label, mention in pairs)
    assert right / len(pairs) >= least


def _attribute(name: str, label: dict[str, Any], mention: AmountMention) -> bool:
    amount = mention.amount
    if name == "bounds":
        wanted = [None if label[key] is None else Decimal(label[key]) for key in ("low", "high")]
        return [amount.low, amount.high] == wanted
    if name == "recurrence":
        mine, theirs = str(mention.recurrence), label["recurrence"]
        return mine == theirs or not {mine, theirs} & COMES_BACK
    if name == "funds":
        return (mention.role in FUNDING_ROLES) == (label["role"] in FUNDS)
    if name == "years":
        return list(mention.years) == sorted(label["years"])
    return bool(str(amount.qualifier if name == "qualifier" else mention.role) == label[name])
