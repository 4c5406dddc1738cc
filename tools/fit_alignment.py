"""Fit the weights, calibrations and thresholds of the alignment profiles to graded labels.

Usage: `python tools/fit_alignment.py CORPUS GOLD [--write]`, with the folders that `FLANDERS_CARE_CORPUS` and
`FLANDERS_CARE_GOLD` name. Prints development and cross-validated figures (ten folds of sections, five splits); with
`--write` it also writes the numbers into `src/flanders_care/alignment/data/profiles.json`.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from flanders_care.alignment.evaluation import best_f1, evaluate, reliability
from flanders_care.alignment.index import DecisionIndex, index
from flanders_care.alignment.kinds import is_kind, kind_title
from flanders_care.alignment.profiles import PROFILES, Kind, Mixture, Profile
from flanders_care.alignment.ranking import lift_steps
from flanders_care.alignment.signals import Signals, ask, group_signals, scales, single_signals
from flanders_care.dutch.sentences import split_sentences
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

PROFILE_FILE = Path(__file__).resolve().parents[1] / "src/flanders_care/alignment/data/profiles.json"
RIDGE = 100.0
NAMES = ("section", "sentence", "passage", "elsewhere")
Array = Any


@attrs.frozen(kw_only=True)
class Labels:
    """The labelled pairs, ready for fitting.

    Attributes:
        commitments: The promises of each section of the agreement, by file name.
        grades: Grade by decision, by section.
        serves: The sentences that each decision of grade 2 or 3 carries out, by section and decision.
    """

    commitments: dict[str, list[Commitment]]
    grades: dict[str, dict[str, int]]
    serves: dict[str, dict[str, frozenset[str]]]


def read_decisions(corpus: Path) -> list[Decision]:
    """Read the decisions of the corpus."""
    entries = [json.loads(line) for line in (corpus / "decisions.jsonl").read_text(encoding="utf-8").splitlines()]
    return [_decision(entry) for entry in entries]


def _decision(entry: dict[str, Any]) -> Decision:
    title, text = entry["title"] or "", entry["text"] or ""
    rest = text[len(title) :].strip() if text.startswith(title) else text
    date = datetime.date.fromisoformat(entry["date"]) if entry["date"] else None
    return Decision(id=entry["id"], title=title, text=rest, kind=entry["kind"], date=date)


def read_labels(corpus: Path, gold: Path) -> Labels:
    """Read the sections of the agreement and the labels."""
    labelled = {data["section"]: data for data in map(_read, sorted((gold / "alignment").glob("*.json")))}
    commitments: dict[str, list[Commitment]] = {}
    for path in sorted((corpus / "agreement").glob("*.txt")):
        text = path.read_text(encoding="utf-8").rstrip("\n")
        if path.name in labelled:
            found = [(s["id"], s["text"]) for s in labelled[path.name]["sentences"] if s["commitment"]]
        else:
            found = [(f"s{number}", text[start:end]) for number, (start, end) in enumerate(split_sentences(text))]
        commitments[path.name] = [Commitment(id=f"{path.name}#{n}", text=t, section=path.name) for n, t in found]
    return Labels(
        commitments=commitments,
        grades={name: {d["id"]: d["grade"] for d in data["decisions"]} for name, data in labelled.items()},
        serves={
            name: {d["id"]: frozenset(d["sentences"]) for d in data["decisions"]} for name, data in labelled.items()
        },
    )


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def columns_of(built: DecisionIndex, signals: Signals, kinds: Sequence[Kind]) -> Array:
    """Return signals as columns: rows asked by columns by decisions."""
    divisor = scales(built, signals)[:, None]
    titles = [kind_title(decision) for decision in built.decisions]
    flags = np.array([[is_kind(title, kind) for title in titles] for kind in kinds], dtype=float).reshape(
        len(kinds), len(titles)
    )
    parts = [signals.section, signals.sentence, signals.passage]
    found = [np.zeros_like(divisor * signals.section) if part is None else part / divisor for part in parts]
    found.append(np.zeros_like(found[0]) if signals.elsewhere is None else -signals.elsewhere / divisor)
    found += [np.broadcast_to(flag, found[0].shape) for flag in flags]
    return np.stack(found, axis=1)


def fit_logistic(x: Array, y: Array, ridge: float) -> tuple[Array, float]:
    """Fit a logistic regression by Newton's method; signals keep weights of at least 0.

    Columns are standardised for the ridge; the intercept is free. Source: T. Hastie, R. Tibshirani, J. Friedman,
    The Elements of Statistical Learning (2009), 4.4.1.
    """
    active = x.std(axis=0) > 0
    signals = np.arange(x.shape[1]) < len(NAMES)
    while True:
        weights, intercept = _newton(x[:, active], y, ridge)
        full = np.zeros(x.shape[1])
        full[active] = weights
        negative = (full < 0) & signals
        if not negative.any():
            return full, intercept
        active &= ~negative


def _newton(x: Array, y: Array, ridge: float) -> tuple[Array, float]:
    mean, spread = x.mean(axis=0), x.std(axis=0)
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    weights = np.zeros(z.shape[1])
    penalty = np.append(np.full(z.shape[1] - 1, ridge), 0.0)
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ weights))
        step = np.linalg.solve((z.T * (p * (1 - p))) @ z + np.diag(penalty), z.T @ (y - p) - penalty * weights)
        weights += step
        if np.abs(step).max() < 1e-10:
            break
    raw = weights[:-1] / spread
    return raw, float(weights[-1] - raw @ mean)


def lifted_evidence(built: DecisionIndex, columns: Array, weights: Array, intercept: float) -> Array:
    """Return the evidence of all decisions for one thing asked, siblings followed."""
    return lift_steps(built.siblings, (weights @ columns + intercept)[None, :], built.profile.lift)[0]


class Fit:
    """The labelled data of one profile, with or without background."""

    def __init__(self, built: DecisionIndex, labels: Labels, kinds: Sequence[Kind]) -> None:
        self.built, self.labels, self.kinds = built, labels, tuple(kinds)
        self.names = sorted(labels.grades)
        self.number = {decision.id: n for n, decision in enumerate(built.decisions)}
        self.columns = []
        self.singles = []
        for name in self.names:
            asked = ask(built, labels.commitments[name])
            self.columns.append(columns_of(built, group_signals(built, asked), kinds)[0])
            chosen = [self.number[d] for d in sorted(labels.grades[name])]
            self.singles.append((columns_of(built, single_signals(built, asked), kinds), chosen))

    def pairs(self, names: Sequence[int]) -> tuple[Array, Array]:
        """Return the columns and labels of some sections."""
        x = [self.columns[n][:, [self.number[d] for d in sorted(self.labels.grades[self.names[n]])]].T for n in names]
        y = [[g >= 2 for _, g in sorted(self.labels.grades[self.names[n]].items())] for n in names]
        return np.concatenate(x), np.concatenate(y).astype(float)

    def evidence(self, n: int, weights: Array, intercept: float) -> dict[str, float]:
        """Return the lifted evidence of the labelled decisions of a section."""
        found = lifted_evidence(self.built, self.columns[n], weights, intercept)
        return {d: float(found[self.number[d]]) for d in self.labels.grades[self.names[n]]}

    def single_pairs(self, n: int, weights: Array, intercept: float) -> list[tuple[float, bool]]:
        """Return evidence and label of each pair of one promise and one labelled decision of a section."""
        name = self.names[n]
        columns, _ = self.singles[n]
        out: list[tuple[float, bool]] = []
        for row, commitment in zip(columns, self.labels.commitments[name], strict=True):
            found = lifted_evidence(self.built, row, weights, intercept)
            sentence = commitment.id.split("#")[1]
            for d, grade in sorted(self.labels.grades[name].items()):
                right = grade >= 2 and sentence in self.labels.serves[name][d]
                out.append((float(found[self.number[d]]), right))
        return out


def measure(scores: Sequence[dict[str, float]], grades: Sequence[dict[str, int]]) -> tuple[float, float, float]:
    """Return mean nDCG@10, mean average precision and best F1."""
    found = [evaluate(s, g) for s, g in zip(scores, grades, strict=True)]
    pairs = [(s[d], g >= 2) for s, grade in zip(scores, grades, strict=True) for d, g in grade.items()]
    mean: Callable[[list[float | None]], float] = lambda v: float(np.mean([x for x in v if x is not None]))
    return mean([f.ndcg for f in found]), mean([f.average_precision for f in found]), best_f1(pairs).f1


def platt(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Fit the logistic map from evidence to the chance of being right: intercept and slope."""
    x = np.array([value for value, _ in pairs])[:, None]
    weights, intercept = _newton(x, np.array([float(label) for _, label in pairs]), 0.0)
    return intercept, float(weights[0])


def cross_validate(
    fit: Fit, splits: int = 5
) -> tuple[Array, float, list[tuple[float, bool]], list[tuple[float, bool]]]:
    """Return mean figures, calibration error, and the pairs with their held-out scores, of groups and of singles."""
    figures, errors = [], []
    grades = [fit.labels.grades[name] for name in fit.names]
    group_pairs: list[tuple[float, bool]] = []
    single_pairs: list[tuple[float, bool]] = []
    for seed in range(splits):
        fold = np.random.RandomState(seed).permutation(len(fit.names)) % 10
        scores: list[dict[str, float]] = [{} for _ in fit.names]
        for k in range(10):
            train = [int(n) for n in np.flatnonzero(fold != k)]
            weights, intercept = fit_logistic(*fit.pairs(train), RIDGE)
            seen = [
                (v, fit.labels.grades[fit.names[n]][d] >= 2)
                for n in train
                for d, v in fit.evidence(n, weights, intercept).items()
            ]
            base, slope = platt(seen)
            for n in np.flatnonzero(fold == k):
                scores[n] = {
                    d: float(1 / (1 + np.exp(-(base + slope * v))))
                    for d, v in fit.evidence(int(n), weights, intercept).items()
                }
                if seed == 0:
                    single_pairs += fit.single_pairs(int(n), weights, intercept)
        figures.append(measure(scores, grades))
        held = [(s[d], g >= 2) for s, grade in zip(scores, grades, strict=True) for d, g in grade.items()]
        errors.append(reliability(held).error)
        group_pairs = group_pairs or held
    return np.mean(figures, axis=0), float(np.mean(errors)), group_pairs, single_pairs


def fit_mixture(built: DecisionIndex, labels: Labels, kinds: Sequence[Kind]) -> dict[str, Any]:
    """Fit one mixture and print how well it does."""
    fit = Fit(built, labels, kinds)
    everything = list(range(len(fit.names)))
    weights, intercept = fit_logistic(*fit.pairs(everything), RIDGE)
    evidence = [fit.evidence(n, weights, intercept) for n in everything]
    grades = [labels.grades[name] for name in fit.names]
    figures, error, _, held_singles = cross_validate(fit)
    print("  development     nDCG@10 %.3f  AP %.3f  F1 %.3f" % measure(evidence, grades))
    print("  cross-validated nDCG@10 %.3f  AP %.3f  F1 %.3f" % tuple(figures), f" calibration error {error:.3f}")
    group = platt([(v[d], g >= 2) for v, grade in zip(evidence, grades, strict=True) for d, g in grade.items()])
    single_pairs = [pair for n in everything for pair in fit.single_pairs(n, weights, intercept)]
    single = platt(single_pairs)
    scored = [(float(1 / (1 + np.exp(-(single[0] + single[1] * v)))), label) for v, label in held_singles]
    line = best_f1(scored)
    print(
        f"  one promise     F1 {line.f1:.3f} at {line.threshold:.3f} (precision {line.precision:.2f}, recall {line.recall:.2f}), calibration error {reliability(scored).error:.3f}"
    )
    named = dict(zip(NAMES, np.round(weights[: len(NAMES)], 4).tolist(), strict=True))
    found_kinds = [
        {"name": kind.name, "words": list(kind.words), "weight": round(float(weight), 4)}
        for kind, weight in zip(kinds, weights[len(NAMES) :], strict=True)
    ]
    return {
        "intercept": round(intercept, 4),
        **{name: value for name, value in named.items() if value},
        **({"kinds": found_kinds} if found_kinds else {}),
        "group": {"intercept": round(group[0], 4), "slope": round(group[1], 4)},
        "single": {"intercept": round(single[0], 4), "slope": round(single[1], 4)},
        "threshold": {
            "score": round(line.threshold, 3),
            "precision": round(line.precision, 3),
            "recall": round(line.recall, 3),
        },
    }


def main() -> None:
    """Fit every shipped profile."""
    corpus, gold = Path(sys.argv[1]), Path(sys.argv[2])
    labels, decisions = read_labels(corpus, gold), read_decisions(corpus)
    everything = [commitment for found in labels.commitments.values() for commitment in found]
    data = json.loads(PROFILE_FILE.read_text(encoding="utf-8"))
    for entry in data["profiles"]:
        profile: Profile = PROFILES[entry["name"]]
        weighed = profile.weighed.elsewhere > 0
        built = index(decisions, profile=profile)
        for name in ("weighed", "plain") if weighed else ("plain",):
            print(profile.name, name)
            used = built.weighed_against(everything) if name == "weighed" else built
            entry[name] = fit_mixture(used, labels, profile.weighed.kinds)
        if not weighed:
            entry["weighed"] = entry["plain"]
        entry["provenance"] = (
            f"tools/fit_alignment.py: logistic regression (ridge {RIDGE:g}) and Platt calibration on {len(labels.grades)} labelled "
            f"sections, {sum(map(len, labels.grades.values()))} pairs graded by language models with written instructions; "
            "threshold, precision and recall from cross-validation by section."
        )
    if "--write" in sys.argv:
        PROFILE_FILE.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
