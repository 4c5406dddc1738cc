"""Fit the weights, calibrations and thresholds of the alignment profiles to graded labels.

Usage: `python tools/fit_alignment.py CORPUS GOLD [--write]`, with the folders that `FLANDERS_CARE_CORPUS` and
`FLANDERS_CARE_GOLD` name. Prints development and cross-validated figures (ten folds of sections, five splits); with
`--write` it also writes the numbers into `src/flanders_care/alignment/data/profiles.json`.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from flanders_care.alignment.indexing import DecisionIndex, index
from flanders_care.alignment.measuring.evaluation import best_f1, evaluate, reliability
from flanders_care.alignment.profiles import PROFILES, Profile
from flanders_care.alignment.ranking import lift_steps
from flanders_care.alignment.signals import Signals, ask, group_signals, scales, single_signals
from flanders_care.dutch.text.sentences import split_sentences
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

PROFILE_FILE = Path(__file__).resolve().parents[1] / "src/flanders_care/alignment/data/profiles.json"
RIDGE = 100.0
WANTED_PRECISION = 2 / 3
NAMES = ("section", "sentence", "passage", "local", "elsewhere")
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


def columns_of(built: DecisionIndex, signals: Signals, wanted: Sequence[str]) -> Array:
    """Return signals as columns, zero where not wanted: rows asked by columns by decisions."""
    divisor = scales(built, signals)[:, None]
    zero = np.zeros_like(signals.section)
    found = []
    for name in NAMES:
        part = getattr(signals, name)
        used = part is not None and name in wanted
        found.append((-part if name == "elsewhere" else part) / divisor if used else zero)
    found += [np.broadcast_to(flag, zero.shape) for flag in built.kinds]
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


class Fit:
    """The labelled data of one profile, with or without background, of groups or of single promises."""

    def __init__(self, built: DecisionIndex, labels: Labels, *, single: bool, wanted: Sequence[str]) -> None:
        self.built, self.labels, self.single = built, labels, single
        self.names = sorted(labels.grades)
        self.number = {decision.id: n for n, decision in enumerate(built.decisions)}
        self.columns, self.right = [], []
        for name in self.names:
            asked = ask(built, labels.commitments[name])
            signals = single_signals(built, asked) if single else group_signals(built, asked)
            self.columns.append(columns_of(built, signals, wanted))
            self.right.append(self._labels(name))

    def _labels(self, name: str) -> Array:
        """Return for each thing asked which labelled decisions are right."""
        grades, serves = self.labels.grades[name], self.labels.serves[name]
        relevant = np.array([grade >= 2 for _, grade in sorted(grades.items())])
        if not self.single:
            return relevant[None, :]
        ids = [commitment.id.split("#")[1] for commitment in self.labels.commitments[name]]
        return np.array([[one in serves[d] for d in sorted(grades)] for one in ids]) & relevant

    def chosen(self, n: int) -> list[int]:
        """Return the numbers of the labelled decisions of a section."""
        return [self.number[d] for d in sorted(self.labels.grades[self.names[n]])]

    def training(self, names: Sequence[int]) -> tuple[Array, Array]:
        """Return the columns and labels of the pairs of some sections."""
        x = [
            self.columns[n][:, :, self.chosen(n)].transpose(0, 2, 1).reshape(-1, self.columns[n].shape[1])
            for n in names
        ]
        return np.concatenate(x), np.concatenate([self.right[n].ravel() for n in names]).astype(float)

    def pairs(self, n: int, weights: Array, intercept: float) -> list[tuple[float, bool]]:
        """Return lifted evidence and label of the pairs of a section."""
        lifted = self._lifted(n, weights, intercept)
        return list(zip(lifted.ravel().tolist(), self.right[n].ravel().tolist(), strict=True))

    def best_pairs(self, n: int, weights: Array, intercept: float) -> list[tuple[float, bool]]:
        """Return the highest lifted evidence of each labelled decision of a section, and whether its grade is 2 or 3.

        Which of several promises a decision carries out is often open; whether it carries out any of them is not. So
        the chance is read from the promise that the decision serves best.
        """
        lifted = self._lifted(n, weights, intercept).max(axis=0)
        grades = [grade for _, grade in sorted(self.labels.grades[self.names[n]].items())]
        return [(value, grade >= 2) for value, grade in zip(lifted.tolist(), grades, strict=True)]

    def _lifted(self, n: int, weights: Array, intercept: float) -> Array:
        found = np.einsum("c,rcd->rd", weights, self.columns[n]) + intercept
        return lift_steps(self.built.siblings, found, self.built.profile.lift)[:, self.chosen(n)]


def measure(fit: Fit, scores: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    """Return mean nDCG@10, mean average precision and best F1; for single promises the first two by promise."""
    ndcgs, precisions, pairs = [], [], []
    for n, flat in enumerate(scores):
        grades = [grade for _, grade in sorted(fit.labels.grades[fit.names[n]].items())]
        for row, right in zip(np.reshape(flat, fit.right[n].shape), fit.right[n], strict=True):
            graded = grades if not fit.single else [3 * int(one) for one in right]
            found = evaluate(
                {str(d): float(value) for d, value in enumerate(row)}, {str(d): grade for d, grade in enumerate(graded)}
            )
            ndcgs.append(found.ndcg)
            precisions.append(found.average_precision)
        pairs += list(zip(flat, fit.right[n].ravel().tolist(), strict=True))
    return _mean(ndcgs), _mean(precisions), best_f1(pairs).f1


def _mean(values: Sequence[float | None]) -> float:
    return float(np.mean([value for value in values if value is not None]))


def platt(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Fit the logistic map from evidence to the chance of being right: intercept and slope."""
    x = np.array([value for value, _ in pairs])[:, None]
    weights, intercept = _newton(x, np.array([float(label) for _, label in pairs]), 0.0)
    return intercept, float(weights[0])


def cross_validate(fit: Fit, splits: int) -> tuple[Array, list[tuple[float, bool]]]:
    """Return the mean figures over splits into ten folds of sections, and held-out scores of decisions with labels."""
    figures, held = [], []
    for seed in range(splits):
        fold = np.random.RandomState(seed).permutation(len(fit.names)) % 10
        scores: list[list[float]] = [[] for _ in fit.names]
        for k in range(10):
            train = [int(n) for n in np.flatnonzero(fold != k)]
            weights, intercept = fit_logistic(*fit.training(train), RIDGE)
            base, slope = platt([pair for n in train for pair in fit.best_pairs(n, weights, intercept)])
            for n in map(int, np.flatnonzero(fold == k)):
                # scores and not evidence, for one threshold has to suit the sections of all folds
                scores[n] = [_chance(base + slope * value) for value, _ in fit.pairs(n, weights, intercept)]
                best = fit.best_pairs(n, weights, intercept)
                held += [(_chance(base + slope * value), right) for value, right in best]
        figures.append(measure(fit, scores))
    return np.mean(figures, axis=0), held


def _chance(evidence: float) -> float:
    return float(1 / (1 + np.exp(-evidence)))


def fit_mixture(fit: Fit) -> dict[str, Any]:
    """Fit one mixture and print how well it does."""
    everything = list(range(len(fit.names)))
    weights, intercept = fit_logistic(*fit.training(everything), RIDGE)
    found = [fit.pairs(n, weights, intercept) for n in everything]
    base, slope = platt([pair for n in everything for pair in fit.best_pairs(n, weights, intercept)])
    figures, held = cross_validate(fit, 1 if fit.single else 5)
    line = _threshold(held)
    print("   development    ", _shown(measure(fit, [[value for value, _ in pairs] for pairs in found])))
    print("   cross-validated", _shown(figures), f"calibration error {reliability(held).error:.3f}")
    print(f"   threshold {line['score']} precision {line['precision']} recall {line['recall']}")
    named = dict(zip(NAMES, np.round(weights[: len(NAMES)], 4).tolist(), strict=True))
    kinds = np.round(weights[len(NAMES) :], 4).tolist()
    return {
        "intercept": round(intercept, 4),
        **{name: value for name, value in named.items() if value},
        **({"kinds": kinds} if kinds else {}),
        "calibration": {"intercept": round(base, 4), "slope": round(slope, 4)},
        "threshold": line,
    }


def _shown(figures: Sequence[float]) -> str:
    ndcg, precision, f1 = figures
    return f"nDCG@10 {ndcg:.3f}  AP {precision:.3f}  F1 {f1:.3f}"


def _threshold(pairs: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """Return the lowest score from which on two of three found decisions are right, with what to expect there."""
    ordered = sorted(pairs, reverse=True)
    relevant = sum(label for _, label in ordered)
    hits, best = 0, ordered[0][0]
    precision = recall = 0.0
    for place, (score, label) in enumerate(ordered, start=1):
        hits += label
        if hits / place >= WANTED_PRECISION:
            best, precision, recall = score, hits / place, hits / relevant
    return {"score": round(best, 3), "precision": round(precision, 3), "recall": round(recall, 3)}


def main() -> None:
    """Fit every shipped profile."""
    corpus, gold = Path(sys.argv[1]), Path(sys.argv[2])
    labels, decisions = read_labels(corpus, gold), read_decisions(corpus)
    everything = [commitment for found in labels.commitments.values() for commitment in found]
    data = json.loads(PROFILE_FILE.read_text(encoding="utf-8"))
    for entry in data["profiles"]:
        fit_profile(entry, PROFILES[entry["name"]], labels, decisions, everything)
        pairs = sum(map(len, labels.grades.values()))
        entry["provenance"] = (
            f"tools/fit_alignment.py: logistic regression (ridge {RIDGE:g}) and Platt calibration on {pairs} pairs of "
            f"{len(labels.grades)} sections, graded by language models with written instructions; threshold, precision "
            "and recall from cross-validation by section."
        )
    if "--write" in sys.argv:
        PROFILE_FILE.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def fit_profile(
    entry: dict[str, Any], profile: Profile, labels: Labels, decisions: list[Decision], background: list[Commitment]
) -> None:
    """Fit the four mixtures of a profile, with the signals that it has."""
    built = index(decisions, profile=profile)
    weighed = any(mixture.elsewhere for mixture in profile.all_mixtures)
    for name in ("weighed", "plain") if weighed else ("plain",):
        used = built.weighed_against(background) if name == "weighed" else built
        for part in ("group", "single"):
            old = getattr(getattr(profile, name), part)
            wanted = [signal for signal in NAMES if getattr(old, signal)]
            print(profile.name, name, part, wanted, flush=True)
            entry[name] = {**entry[name], part: fit_mixture(Fit(used, labels, single=part == "single", wanted=wanted))}
    if not weighed:
        entry["weighed"] = entry["plain"]


if __name__ == "__main__":
    main()
