"""Which decisions carry out which commitments: `rank` for a whole section, `align` for each commitment."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from flanders_care.alignment.background import section_key
from flanders_care.alignment.formulas import lifted, logistic
from flanders_care.alignment.indexing import DecisionIndex, build_index, index
from flanders_care.alignment.profiles import Calibration, Profile
from flanders_care.alignment.results import Alignment, Alignments, Ranked, titles_of
from flanders_care.alignment.siblings import Siblings
from flanders_care.alignment.signals import Asked, ask, evidence, group_signals, single_signals
from flanders_care.arguments import all_of
from flanders_care.errors import InvalidValueError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision
from flanders_care.vectors import Array

_BLOCK_CELLS = 250_000
_DIGITS = 9
_MARGIN = 1e-3
_WORKERS = 2


def rank(
    commitments: Iterable[Commitment],
    decisions: Iterable[Decision] | DecisionIndex,
    *,
    background: Iterable[Commitment] | None = None,
    profile: str | Profile = "default",
) -> tuple[Ranked, ...]:
    """Rank every decision by how well it carries out any of the commitments.

    The commitments of one section are asked about together; with several sections the best one counts.

    Args:
        commitments: What is promised.
        decisions: The decisions, or an index of them.
        background: Other commitments, such as the whole agreement, that scores are weighed against. Those of the
            section asked about are left out of it.
        profile: Name of a shipped profile, or a `Profile`.

    Returns:
        Every decision, best first; ties in the order of the ids.

    Raises:
        UnknownNameError: For the name of a profile that is not shipped.
        InvalidValueError: If an index is given that was built with another profile than the one asked for.

    Example:
        >>> promise = Commitment(id="c1", text="We geven een premie voor zonnepanelen.")
        >>> decisions = [Decision(id="d1", title="Benoeming"), Decision(id="d2", title="Premie voor zonnepanelen")]
        >>> [(item.decision.id, item.score > 0) for item in rank([promise], decisions)]
        [('d2', True), ('d1', False)]
    """
    built = index(decisions, background=background, profile=profile)
    promises = all_of(Commitment, commitments, "commitments")
    asked = ask(built, sorted(promises, key=lambda c: (c.id, c.text, section_key(c))))
    if not asked.commitments or not built.decisions:
        return tuple(Ranked(decision=decision, score=0.0) for decision in built.decisions)
    scores = np.zeros(len(built))
    best = np.zeros(len(built), dtype=np.int64)
    for group in _together(asked.commitments):
        found = _group_scores(built, asked.part(group))
        best = np.where(found > scores, _best_of(built, asked, group), best)
        scores = np.maximum(scores, found)
    order = np.argsort(-scores, kind="stable")
    return tuple(
        Ranked(
            decision=built.decisions[at],
            score=float(scores[at]),
            commitment=asked.commitments[int(best[at])] if scores[at] > 0 else None,
        )
        for at in map(int, order)
    )


def align(
    commitments: Iterable[Commitment],
    decisions: Iterable[Decision] | DecisionIndex,
    *,
    top: int = 10,
    background: Iterable[Commitment] | None = None,
    profile: str | Profile = "default",
) -> Alignments:
    """Find for each commitment the decisions that carry it out best.

    The score of a pair depends on the decisions, the background and the profile, not on the other commitments asked.

    Args:
        commitments: What is promised; each is asked about by itself.
        decisions: The decisions, or an index of them.
        top: At most how many decisions a commitment gets, at least 1; those that share nothing with it are left out.
        background: Other commitments, such as the whole agreement, that scores are weighed against.
        profile: Name of a shipped profile, or a `Profile`.

    Returns:
        The pairs, best first for each commitment, in the commitments' order.

    Raises:
        InvalidValueError: If `top` is below 1, or an index is given that was built with another profile.
        UnknownNameError: For the name of a profile that is not shipped.

    Example:
        >>> promise = Commitment(id="c1", text="We geven een premie voor zonnepanelen.")
        >>> align([promise], [Decision(id="d1", title="Premie voor zonnepanelen")])[0].decision_id
        'd1'
    """
    if top < 1:
        raise InvalidValueError(f"align: top needs at least 1, not {top!r}")
    built = build_index(decisions, background=background, profile=profile, singles=True)
    asked = all_of(Commitment, commitments, "commitments")
    pairs = [(asked[row], built.decisions[column], score) for row, column, score in best_pairs(built, asked, top=top)]
    return Alignments(
        items=tuple(Alignment(commitment_id=one.id, decision_id=found.id, score=score) for one, found, score in pairs),
        profile=built.profile.label,
        titles=titles_of([*(one for one, _, _ in pairs), *(found for _, found, _ in pairs)]),
    )


def to_scores(found: Array, calibration: Calibration) -> Array:
    """Map evidence to scores in 0..1; minus infinity gives 0, plus infinity 1."""
    chances = logistic(found.astype(np.float64), calibration.intercept, calibration.slope)
    return np.round(np.where(np.isneginf(found), 0.0, chances), _DIGITS)


def to_evidence(score: float, calibration: Calibration) -> float:
    """Return the evidence that gives a score: the way back from `to_scores`, infinite for 0 and 1."""
    if not 0 < score < 1:
        return -math.inf if score <= 0 else math.inf
    return (math.log(score / (1.0 - score)) - calibration.intercept) / calibration.slope


def lift_steps(siblings: Siblings | None, found: Array, share: float) -> Array:
    """Let each decision follow the best step of its file, where it shares something with what is asked itself."""
    if siblings is None:
        return found
    raised = found.copy()
    own = found[:, siblings.decisions]
    follows = np.isfinite(own)
    best = np.where(follows, siblings.best(found), 0)
    raised[:, siblings.decisions] = np.where(follows, lifted(np.where(follows, own, 0), best, share), own)
    return raised


def word_for_word(built: DecisionIndex, commitments: Iterable[Commitment]) -> list[int]:
    """Return the decisions whose title or text says a commitment word for word."""
    texts = (commitment.text.strip() for commitment in commitments)
    return sorted({number for text in texts for number in built.same_text.get(text, ())})


def _together(commitments: Sequence[Commitment]) -> list[list[int]]:
    """Group what is asked by section; commitments without section or document are one group."""
    groups: dict[tuple[str, str], list[int]] = {}
    for number, commitment in enumerate(commitments):
        document, section, _ = section_key(commitment)
        groups.setdefault((document, section), []).append(number)
    return list(groups.values())


def _group_scores(built: DecisionIndex, asked: Asked) -> Array:
    alone = len(asked.commitments) == 1
    mixture = built.mixtures.single if alone else built.mixtures.group
    signals = single_signals(built, asked) if alone else group_signals(built, asked)
    found = lift_steps(built.siblings, evidence(built, signals, mixture), built.profile.lift)
    scores: Array = to_scores(found, mixture.calibration)[0]
    same = [number for number in word_for_word(built, asked.commitments) if scores[number] > 0]
    scores[same] = 1.0
    return scores


def _best_of(built: DecisionIndex, asked: Asked, group: Sequence[int]) -> Array:
    """Return for each decision which commitment of a group it serves best."""
    if len(group) == 1:
        return np.full(len(built), group[0])
    signals = single_signals(built, asked.part(group))
    best: Array = np.argmax(evidence(built, signals, built.mixtures.single), axis=0)
    numbers: Array = np.asarray(group, dtype=np.int64)[best]
    return numbers


def best_pairs(
    built: DecisionIndex, commitments: Sequence[Commitment], *, top: int, at_least: float = 0.0
) -> Iterator[tuple[int, int, float]]:
    """Find the best decisions of each commitment, block by block, so that memory stays bounded.

    Args:
        built: The index.
        commitments: The commitments; each is asked about by itself.
        top: At most how many decisions a commitment gets, at least 1.
        at_least: The lowest score that counts, in 0..1; pairs that share nothing never do.

    Yields:
        The number of the commitment, the number of the decision and the score, best first for each commitment.
    """
    if not built.decisions:
        return
    asked = ask(built, commitments, groups=False)
    mixture = built.mixtures.single
    floor = to_evidence(at_least, mixture.calibration) - _MARGIN
    step = max(1, min(_BLOCK_CELLS // len(built), -(-len(commitments) // _WORKERS)))

    def search(start: int) -> tuple[Array, Array, Array]:
        part = asked.part(slice(start, start + step))
        found = evidence(built, single_signals(built, part), mixture)
        rows, columns, values = _best_cells(built, found, part.commitments, _candidates(found, top, floor))
        scores = to_scores(values, mixture.calibration)
        kept = (np.arange(len(rows)) - np.searchsorted(rows, rows) < top) & (scores >= at_least) & (scores > 0)
        return rows[kept] + start, columns[kept], scores[kept]

    # the blocks do not depend on each other, and numpy lets go of the interpreter while it computes
    with ThreadPoolExecutor(_WORKERS) as workers:
        for rows, columns, scores in workers.map(search, range(0, len(commitments), step)):
            yield from zip(rows.tolist(), columns.tolist(), scores.tolist(), strict=True)


def _candidates(found: Array, top: int, floor: float) -> tuple[Array, Array]:
    """Return the cells of each row that are as high as its `top`-th highest, ties included, and as the floor.

    Only these and their siblings can be among the best after the lift: a lift never takes a decision above the step
    that lifts it.
    """
    border = np.full(len(found), floor, dtype=found.dtype)
    if top < found.shape[1]:
        border = np.maximum(border, np.partition(found, found.shape[1] - top, axis=1)[:, -top])
    least = np.maximum(border, np.finfo(found.dtype).min)
    rows, columns = np.nonzero(found >= least[:, None])
    return rows, columns


def _best_cells(
    built: DecisionIndex, found: Array, commitments: Sequence[Commitment], candidates: tuple[Array, Array]
) -> tuple[Array, Array, Array]:
    """Return row, column and lifted evidence of the candidates and their siblings, best first in each row."""
    cells = [(*candidates, found[candidates])]
    if built.siblings is not None:
        cells.append(_lifted_siblings(built.siblings, found, cells[0], built.profile.lift))
    same = [(row, at) for row, one in enumerate(commitments) for at in word_for_word(built, [one])]
    same = [cell for cell in same if found[cell] > -np.inf]
    places = np.array(same, dtype=np.int64).reshape(-1, 2)
    cells.append((places[:, 0], places[:, 1], np.full(len(same), np.inf, dtype=found.dtype)))
    rows, columns, values = (np.concatenate([cell[part] for cell in cells]) for part in range(3))
    return _ordered(rows, columns, values)


def _lifted_siblings(
    siblings: Siblings, found: Array, cells: tuple[Array, Array, Array], share: float
) -> tuple[Array, Array, Array]:
    """Return the cells of the siblings of other cells, lifted by these."""
    rows, columns, values = cells
    origin, others = siblings.of(columns)
    own = found[rows[origin], others]
    follows = np.isfinite(own)
    origin, others, own = origin[follows], others[follows], own[follows]
    return rows[origin], others, lifted(own, values[origin], share)


def _ordered(rows: Array, columns: Array, values: Array) -> tuple[Array, Array, Array]:
    """Keep each cell once, with its highest value, best first in each row; ties in the order of columns."""
    order = np.lexsort((-values, columns, rows))
    rows, columns, values = rows[order], columns[order], values[order]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1])
    rows, columns, values = rows[first], columns[first], values[first]
    order = np.lexsort((columns, -values, rows))
    return rows[order], columns[order], values[order]
