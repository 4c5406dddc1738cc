"""Which decisions carry out which commitments: `rank` for a whole section, `align` for each commitment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from flanders_care.alignment.background import section_key
from flanders_care.alignment.formulas import Array, contrast, logistic, share
from flanders_care.alignment.index import DecisionIndex, index, text_key
from flanders_care.alignment.profiles import Profile
from flanders_care.alignment.results import Alignment, Alignments, Ranked
from flanders_care.alignment.tokens import Matrix
from flanders_care.errors import InvalidValueError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

__all__ = ["align", "evidence", "likeness", "rank", "score"]

_BLOCK_CELLS = 4_000_000
_DIGITS = 9


def rank(
    commitments: Iterable[Commitment],
    decisions: Iterable[Decision] | DecisionIndex,
    *,
    background: Iterable[Commitment] | None = None,
    profile: str | Profile = "default",
) -> tuple[Ranked, ...]:
    """Rank every decision by how well it carries out any of the commitments.

    The commitments of one section are asked about together, as one text; with several sections the best one counts.

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

    Example:
        >>> promise = Commitment(id="c1", text="We geven een premie voor zonnepanelen.")
        >>> found = rank(
        ...     [promise], [Decision(id="d1", title="Benoeming"), Decision(id="d2", title="Premie zonnepanelen")]
        ... )
        >>> [(item.decision.id, item.score > 0) for item in found]
        [('d2', True), ('d1', False)]
    """
    built = index(decisions, background=background, profile=profile)
    asked = sorted(commitments, key=lambda c: (c.id, c.text))
    if not asked or not built.decisions:
        return tuple(Ranked(decision=decision, score=0.0) for decision in built.decisions)
    groups = _together(asked)
    scores = np.asarray(np.max([_group_scores(built, group) for group in groups], axis=0))
    best = _best_commitments(built, asked)
    order = np.argsort(-scores, kind="stable")
    return tuple(
        Ranked(decision=built.decisions[at], score=value, commitment=best[at] if value > 0 else None)
        for at, value in zip(order.tolist(), scores[order].tolist(), strict=True)
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
        InvalidValueError: If `top` is below 1.
        UnknownNameError: For the name of a profile that is not shipped.

    Example:
        >>> promise = Commitment(id="c1", text="We geven een premie voor zonnepanelen.")
        >>> align([promise], [Decision(id="d1", title="Premie voor zonnepanelen")])[0].decision_id
        'd1'
    """
    if top < 1:
        raise InvalidValueError(f"align: top needs at least 1, not {top!r}")
    built = index(decisions, background=background, profile=profile)
    asked = tuple(commitments)
    pairs = (
        Alignment(commitment_id=asked[row].id, decision_id=built.decisions[column].id, score=value)
        for row, column, value in _best_pairs(built, asked, top)
    )
    return Alignments(items=tuple(pairs), profile=f"{built.profile.name} {built.profile.version}")


def likeness(built: DecisionIndex, rows: Matrix) -> Array:
    """Return the likeness of each row to each decision, in 0..1."""
    product: Any = rows @ built.columns
    return np.asarray(product.toarray(), dtype=np.float64)


def evidence(built: DecisionIndex, alike: Array, sections: Sequence[int]) -> Array:
    """Weigh likeness against the background and share it over the steps of a file.

    Args:
        built: The index.
        alike: Likeness of rows to decisions.
        sections: The number of each row's own section in the background, -1 for none.

    Returns:
        The evidence: rows by decisions.
    """
    profile = built.profile
    found = alike
    if built.background is not None:
        elsewhere = {number: built.background.elsewhere(number) for number in sorted(set(sections))}
        found = contrast(alike, np.stack([elsewhere[number] for number in sections]), profile.contrast)
    if built.shares is not None:
        found = share(found, found @ built.shares.T, profile.sharing)
    return found


def score(built: DecisionIndex, found: Array, alike: Array) -> Array:
    """Map evidence to scores in 0..1; a decision that shares nothing with what is asked scores 0."""
    map_ = built.profile.plain if built.background is None else built.profile.weighed
    chances = logistic(found, map_.intercept, map_.slope)
    return np.round(np.where(alike > 0, chances, 0.0), _DIGITS)


def _together(asked: Sequence[Commitment]) -> list[list[Commitment]]:
    """Group what is asked by section; commitments without section or document are one group."""
    groups: dict[tuple[str, str, str], list[Commitment]] = {}
    for commitment in asked:
        document, section, _ = section_key(commitment)
        groups.setdefault((document, section, ""), []).append(commitment)
    return list(groups.values())


def _group_scores(built: DecisionIndex, group: Sequence[Commitment]) -> Array:
    rows = built.rows([commitment.text for commitment in group], [0] * len(group))
    alike = likeness(built, rows)
    found = evidence(built, alike, [_own_section(built, group)])
    scores = score(built, found, alike)[0]
    for number in _word_for_word(built, group):
        scores[number] = 1.0
    return scores


def _own_section(built: DecisionIndex, group: Sequence[Commitment]) -> int:
    return -1 if built.background is None else built.background.section_of(group)


def _word_for_word(built: DecisionIndex, group: Iterable[Commitment]) -> list[int]:
    """Return the decisions whose title or text says a commitment word for word."""
    keys = (text_key(commitment.text) for commitment in group)
    return sorted({number for key in keys for number in built.same_text.get(key, ())})


def _best_commitments(built: DecisionIndex, asked: Sequence[Commitment]) -> list[Commitment]:
    alike = likeness(built, built.rows([commitment.text for commitment in asked]))
    return [asked[number] for number in alike.argmax(axis=0).tolist()]


def _best_pairs(built: DecisionIndex, asked: Sequence[Commitment], top: int) -> Iterator[tuple[int, int, float]]:
    """Yield row, column and score of the best pairs, block by block, so that memory stays bounded."""
    rows = built.rows([commitment.text for commitment in asked])
    step = max(1, _BLOCK_CELLS // max(1, len(built.decisions)))
    for start in range(0, len(asked) if built.decisions else 0, step):
        block = asked[start : start + step]
        alike = likeness(built, rows[start : start + step])
        found = evidence(built, alike, [_own_section(built, [commitment]) for commitment in block])
        scores = score(built, found, alike)
        for row, commitment in enumerate(block):
            for number in _word_for_word(built, [commitment]):
                scores[row, number] = 1.0
            columns = np.argsort(-scores[row], kind="stable")[:top]
            yield from ((start + row, at, scores[row, at]) for at in columns.tolist() if scores[row, at] > 0)
