"""Measure alignment: quality on labels, speed beside bm25s, and growth with the corpus.

Usage: `python benchmarks/alignment.py [quality] [signals] [speed] [growth] [--write PAGE]`, all parts if none is named.

Reads the folders that `FLANDERS_CARE_CORPUS` and `FLANDERS_CARE_GOLD` name (default `../shared/corpus` and
`../shared/gold`) and prints Markdown tables. With `--write` each table replaces what stands between the comments
`<!-- begin quality -->` and `<!-- end quality -->` of a page (likewise for the other parts). The growth is also drawn,
into `docs/_static/alignment-growth.svg`, if matplotlib is installed.
"""

from __future__ import annotations

import copy
import importlib
import json
import os
import random
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import numpy as np

import flanders_care as fc
from flanders_care.alignment.measuring.evaluation import best_f1, evaluate, reliability

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("FLANDERS_CARE_CORPUS", ROOT.parent / "shared/corpus"))
GOLD = Path(os.environ.get("FLANDERS_CARE_GOLD", ROOT.parent / "shared/gold"))
PLOT = ROOT / "docs/_static/alignment-growth.svg"
PROFILES = ("bm25", "char-ngrams", "default")
BEHIND = "with the agreement as background"
SIZES = (1, 2, 4, 8)
REPEATS = 3

Scores = Mapping[str, Mapping[str, float]]
"""Score of each decision, by section."""


def _tool() -> Any:
    """Return the program that fits the profiles; it also reads the labels."""
    sys.path.insert(0, str(ROOT / "tools"))
    return importlib.import_module("fit_alignment")


def stemmed(texts: Sequence[str]) -> Any:
    """Tokenise texts for bm25s with Dutch stop words and stems."""
    import bm25s
    import snowballstemmer

    stemmer = snowballstemmer.stemmer("dutch")
    return bm25s.tokenize(list(texts), stopwords="nl", stemmer=stemmer.stemWords, show_progress=False)


def full_text(decision: fc.Decision) -> str:
    """Return title and text of a decision."""
    return f"{decision.title}  {decision.text}"


# --- quality ---------------------------------------------------------------------------------------------------------


def figures(scores: Scores, labels: Any) -> tuple[float, float, float]:
    """Return mean nDCG@10, mean average precision and the best F1 of one threshold over all sections."""
    labelled = sorted(labels.grades.items())
    found = [evaluate(scores[name], grades) for name, grades in labelled]
    pairs = [(scores[name].get(d, float("-inf")), g >= 2) for name, grades in labelled for d, g in grades.items()]
    ndcgs = [one.ndcg for one in found if one.ndcg is not None]
    precisions = [one.average_precision for one in found if one.average_precision is not None]
    return statistics.fmean(ndcgs), statistics.fmean(precisions), best_f1(pairs).f1


def neighbours(*, cited_first: bool) -> Scores:
    """Return the order of an embedding search, or with the citations of its language model first."""
    scores: dict[str, dict[str, float]] = {}
    for path in sorted((GOLD / "alignment").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        scores[data["section"]] = {
            d["id"]: 1000.0 * (cited_first and bool(d["peer_cited"])) - float(d["peer_rank"] or 0)
            for d in data["decisions"]
        }
    return scores


def bm25s_scores(labels: Any, decisions: Sequence[fc.Decision]) -> Scores:
    """Return what bm25s gives, a whole section as one question."""
    import bm25s

    engine = bm25s.BM25()
    engine.index(stemmed([full_text(d) for d in decisions]), show_progress=False)
    names = sorted(labels.grades)
    asked = stemmed([" ".join(c.text for c in labels.commitments[name]) for name in names])
    words = {number: word for word, number in asked.vocab.items()}
    ids = [d.id for d in decisions]
    return {
        name: dict(zip(ids, engine.get_scores([words[w] for w in found]).tolist(), strict=True))
        for name, found in zip(names, asked.ids, strict=True)
    }


def profile_scores(built: fc.DecisionIndex, labels: Any) -> Scores:
    """Return what `rank` gives with an index."""
    return {
        name: {item.decision.id: item.score for item in fc.rank(labels.commitments[name], built)}
        for name in sorted(labels.grades)
    }


def held_out(built: fc.DecisionIndex, labels: Any) -> tuple[float, ...]:
    """Return the figures and the calibration error on sections that the weights were not fitted on."""
    tool = _tool()
    wanted = [name for name in tool.NAMES if getattr(built.mixtures.group, name)]
    mean, pairs = tool.cross_validate(tool.Fit(built, labels, single=False, wanted=wanted), 5)
    return (*map(float, mean), reliability(pairs).error)


def quality() -> str:
    """Return the table of quality: development figures beside cross-validated ones."""
    tool = _tool()
    labels, decisions = tool.read_labels(CORPUS, GOLD), tool.read_decisions(CORPUS)
    agreement = [commitment for found in labels.commitments.values() for commitment in found]
    rows: list[tuple[str, Scores, tuple[float, ...]]] = [
        ("order of an embedding search (ada-002)", neighbours(cited_first=False), ()),
        ("citations of its language model first", neighbours(cited_first=True), ()),
        ("bm25s, Dutch stems", bm25s_scores(labels, decisions), ()),
    ]
    for name in PROFILES:
        built = fc.index(decisions, profile=name)
        rows.append((f"`{name}`", profile_scores(built, labels), held_out(built, labels)))
    built = fc.index(decisions, background=agreement)
    rows.append((f"`default`, {BEHIND}", profile_scores(built, labels), held_out(built, labels)))
    return "\n".join(
        [
            *_quality_head(labels),
            *(_quality_row(name, figures(scores, labels), unseen) for name, scores, unseen in rows),
        ]
    )


def _quality_head(labels: Any) -> list[str]:
    pairs = sum(map(len, labels.grades.values()))
    return [
        f"On {pairs:,} labelled pairs of {len(labels.grades)} sections, decisions ranked among all.",
        "",
        "| | nDCG@10 | AP | best F1 | held out: nDCG@10 | AP | best F1 | calibration error |",
        "|---|---|---|---|---|---|---|---|",
    ]


def _quality_row(name: str, seen: Sequence[float], unseen: Sequence[float]) -> str:
    cells = [f"{value:.3f}" for value in (*seen, *unseen)] + [""] * (4 - len(unseen))
    return f"| {name} | {' | '.join(cells)} |"


# --- signals ---------------------------------------------------------------------------------------------------------


def without(fit: Any, columns: Iterable[int], *, lift: bool = True) -> tuple[float, ...]:
    """Return the held-out figures when some columns say nothing, or when no decision follows the steps of its file."""
    changed = copy.copy(fit)
    hidden = list(columns)
    changed.columns = [found.copy() for found in fit.columns]
    for found in changed.columns:
        found[:, hidden] = 0
    if not lift:
        changed.built = attrs.evolve(fit.built, siblings=None)
    return tuple(map(float, _tool().cross_validate(changed, 5)[0]))


def signals() -> str:
    """Return the table of what each signal adds: held-out figures of the default profile without it."""
    tool = _tool()
    labels, decisions = tool.read_labels(CORPUS, GOLD), tool.read_decisions(CORPUS)
    built = fc.index(decisions, background=[c for found in labels.commitments.values() for c in found])
    wanted = [name for name in tool.NAMES if getattr(built.mixtures.group, name)]
    fit = tool.Fit(built, labels, single=False, wanted=wanted)
    kinds = range(len(tool.NAMES), fit.columns[0].shape[1])
    rows = [("all signals", without(fit, []))]
    rows += [(f"without `{name}`", without(fit, [tool.NAMES.index(name)])) for name in wanted]
    rows += [("without the kinds of decision", without(fit, kinds))]
    rows += [("without following the steps of a file", without(fit, [], lift=False))]
    section = tool.NAMES.index("section")
    others = [number for number in range(kinds.stop) if number != section]
    rows += [("`section` alone", without(fit, others, lift=False))]
    table = [f"| {name} | {' | '.join(f'{value:.3f}' for value in found)} |" for name, found in rows]
    return "\n".join(["| held out | nDCG@10 | AP | best F1 |", "|---|---|---|---|", *table])


# --- speed -----------------------------------------------------------------------------------------------------------


def best_time(action: Callable[[], object]) -> float:
    """Return the least processor time of some runs, in seconds."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def bm25s_all(commitments: Sequence[fc.Commitment], decisions: Sequence[fc.Decision]) -> None:
    """Let bm25s tokenise and index the decisions and find ten for each commitment."""
    import bm25s

    engine = bm25s.BM25()
    engine.index(stemmed([full_text(d) for d in decisions]), show_progress=False)
    engine.retrieve(stemmed([c.text for c in commitments]), k=min(10, len(decisions)), show_progress=False)


def speed() -> str:
    """Return the table of speed: every promise against every decision, and one promise against an index."""
    tool = _tool()
    labels, decisions = tool.read_labels(CORPUS, GOLD), tool.read_decisions(CORPUS)
    asked = [commitment for found in labels.commitments.values() for commitment in found]
    base = best_time(lambda: bm25s_all(asked, decisions))
    times = {"bm25s, Dutch stems": base}
    for name in PROFILES:
        times[f"`{name}`"] = best_time(partial(fc.align, asked, decisions, profile=name))
    times[f"`default`, {BEHIND}"] = best_time(partial(fc.align, asked, decisions, background=asked))
    built = fc.index(decisions, background=asked)
    single = statistics.median(best_time(partial(fc.rank, [one], built)) for one in asked[::200])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    head = (
        f"{len(asked):,} promises against {len(decisions):,} decisions, the ten best of each, "
        f"indexing included; processor time, best of {REPEATS} runs."
    )
    foot = f"`rank` of one promise, indexed before: {1000 * single:.1f} ms (median). Peak memory: {memory:.0f} MB."
    table = [f"| {name} | {taken:.2f} | {taken / base:.1f} |" for name, taken in times.items()]
    return "\n".join([head, "", "| | seconds | times bm25s |", "|---|---|---|", *table, "", foot])


# --- growth ----------------------------------------------------------------------------------------------------------


def multiplied(decisions: Sequence[fc.Decision], times: int) -> list[fc.Decision]:
    """Return as many decisions many times over: new ones are mixed from the sentences of three others each."""
    source = random.Random(1)  # noqa: S311 (texts to measure with, no secrets)
    sentences = [re.split(r"(?<=\.)\s+", d.text) for d in decisions]
    made = list(decisions)
    for number in range(1, times):
        for decision in decisions:
            mixed = [s for chosen in source.sample(sentences, 3) for s in chosen[: max(1, len(chosen) // 3)]]
            made.append(attrs.evolve(decision, id=f"{decision.id}-{number}", title=mixed[0][:80], text=" ".join(mixed)))
    return made


def growth() -> str:
    """Return the table of growth, and draw it."""
    tool = _tool()
    labels, decisions = tool.read_labels(CORPUS, GOLD), tool.read_decisions(CORPUS)
    asked = [commitment for found in labels.commitments.values() for commitment in found]
    rows = ["| decisions | index, s | align, s | align, ns a pair |", "|---|---|---|---|"]
    seconds: list[tuple[int, float, float]] = []
    for times in SIZES:
        many = multiplied(decisions, times)
        start = time.process_time()
        built = fc.index(many)
        middle = time.process_time()
        fc.align(asked, built)
        seconds.append((len(many), middle - start, time.process_time() - middle))
        count, indexing, aligning = seconds[-1]
        rows.append(f"| {count:,} | {indexing:.2f} | {aligning:.2f} | {1e9 * aligning / count / len(asked):.0f} |")
    _draw(seconds)
    slope = np.polyfit(np.log([s[0] for s in seconds]), np.log([s[1] + s[2] for s in seconds]), 1)[0]
    return "\n".join([*rows, "", f"Time grows with the number of decisions to the power {slope:.2f}."])


def _draw(seconds: Iterable[tuple[int, float, float]]) -> None:
    """Draw the seconds over the number of decisions, where matplotlib is installed."""
    try:
        import matplotlib as mpl
    except ImportError:
        return
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "alignment"
    from matplotlib import pyplot as plt

    counts, indexing, aligning = zip(*seconds, strict=True)
    figure, axes = plt.subplots(figsize=(6, 3.5))
    axes.plot(counts, np.add(indexing, aligning), marker="o", label="index and align")
    axes.plot(counts, indexing, marker="o", label="index")
    axes.set(xlabel="decisions", ylabel="seconds", xlim=(0, None), ylim=(0, None))
    axes.legend()
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(PLOT, bbox_inches="tight", metadata={"Date": None})


PARTS: Mapping[str, Callable[[], str]] = {"quality": quality, "signals": signals, "speed": speed, "growth": growth}


def write_into(page: Path, part: str, table: str) -> None:
    """Put a table between the comments of its part on a page."""
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- begin {part} -->", f"<!-- end {part} -->"
    head, rest = text.split(begin, 1)
    tail = rest.split(end, 1)[1]
    page.write_text(f"{head}{begin}\n{table}\n{end}{tail}", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Measure the parts named, or all."""
    page = Path(arguments[arguments.index("--write") + 1]) if "--write" in arguments else None
    for part in [name for name in arguments if name in PARTS] or list(PARTS):
        table = PARTS[part]()
        print(f"## {part}\n\n{table}\n", flush=True)
        if page:
            write_into(page, part, table)


if __name__ == "__main__":
    main(sys.argv[1:])
