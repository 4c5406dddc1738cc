"""What is asked, and what speaks for each decision: the signals of a profile, and the evidence that they add up to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np

from flanders_care.alignment.encoders import encode_rows
from flanders_care.alignment.formulas import local_rarity, mean_of_best, pool_chance, reweighed_cosine, usual_likeness
from flanders_care.alignment.indexing import DecisionIndex
from flanders_care.alignment.profiles import Mixture
from flanders_care.alignment.reference import Borrowed
from flanders_care.alignment.tokens import cut
from flanders_care.model.commitment import Commitment
from flanders_care.vectors import Array, Matrix, sparse_matrix

#: The least likeness that counts as usual, so that a tiny one stays small where there is no other.
_LEAST_USUAL = 0.03


@attrs.frozen(kw_only=True, eq=False)
class Asked:
    """Commitments, ready to be compared.

    Attributes:
        commitments: The commitments.
        counts: Commitments by units of the whole-text space.
        passage_counts: The same in the space of the passages, where there is one.
        vectors: The vectors of the encoder, where there is one.
    """

    commitments: tuple[Commitment, ...]
    counts: Matrix
    passage_counts: Matrix | None
    vectors: Array | None

    def part(self, chosen: Sequence[int] | slice) -> Asked:
        """Return some of the commitments."""
        numbers = range(len(self.commitments))[chosen] if isinstance(chosen, slice) else chosen
        return Asked(
            commitments=tuple(self.commitments[number] for number in numbers),
            counts=self.counts[chosen],
            passage_counts=None if self.passage_counts is None else self.passage_counts[chosen],
            vectors=None if self.vectors is None else self.vectors[chosen],
        )


@attrs.frozen(kw_only=True, eq=False)
class Signals:
    """What speaks for each decision: rows of things asked by decisions.

    Attributes:
        section: Likeness to all that is asked, as one text, 0..1.
        sentence: Mean likeness to the best single commitments, 0..1.
        passage: Mean likeness of the best passages to the best single commitments, 0..1.
        local: Mean likeness to the best single commitments in what tells the likeliest decisions apart, 0..1.
        elsewhere: Mean likeness to the nearest commitments of the background, 0..1.
        encoder: Cosine of the vectors of the encoder, not below 0.
        usual: How alike decisions usually are to what is asked, one number a row.
    """

    section: Array
    sentence: Array | None
    passage: Array | None
    local: Array | None
    elsewhere: Array | None
    encoder: Array | None
    usual: Array


def ask(built: DecisionIndex, commitments: Sequence[Commitment], *, groups: bool = True) -> Asked:
    """Prepare commitments for an index.

    Args:
        built: The index.
        commitments: The commitments.
        groups: Whether several will be asked about together: only these look at passages.
    """
    texts = [commitment.text for commitment in commitments]
    words = cut(texts).words()
    encoder = built.profile.encoder
    return Asked(
        commitments=tuple(commitments),
        counts=built.whole.lexicon.counts(words),
        passage_counts=built.passages.lexicon.counts(words) if groups and built.passages is not None else None,
        vectors=None if encoder is None else encode_rows(encoder, texts),
    )


def single_signals(built: DecisionIndex, asked: Asked) -> Signals:
    """Compare each commitment by itself: one row each."""
    rows = built.whole.weighting.query_rows(asked.counts)
    section = built.whole.likeness(rows)
    return Signals(
        section=section,
        sentence=None,
        passage=None,
        local=None,
        elsewhere=_elsewhere(built, [[commitment] for commitment in asked.commitments]),
        encoder=_encoder(built, asked),
        usual=_usual(built, rows, section),
    )


def group_signals(built: DecisionIndex, asked: Asked) -> Signals:
    """Compare several commitments together: one row."""
    best = built.profile.best
    rows = built.whole.weighting.query_rows(asked.counts)
    added = built.whole.weighting.query_rows(_added(asked.counts))
    section = built.whole.likeness(added)
    passage, encoder = _passage(built, asked), _encoder(built, asked)
    signals = Signals(
        section=section,
        sentence=mean_of_best(built.whole.likeness(rows), best)[None, :],
        passage=None if passage is None else mean_of_best(passage, best)[None, :],
        local=None,
        elsewhere=_elsewhere(built, [asked.commitments]),
        encoder=None if encoder is None else mean_of_best(encoder, best)[None, :],
        usual=_usual(built, added, section),
    )
    if not any(mixture.local for mixture in built.profile.all_mixtures):
        return signals
    return attrs.evolve(signals, local=_local(built, rows, added, signals)[None, :])


def _usual(built: DecisionIndex, rows: Matrix, section: Array) -> Array:
    """Return how alike decisions usually are to what is asked, here and where the rest is borrowed from."""
    own = usual_likeness(section)
    if built.borrowed is None or not built.profile.scaled:
        return own
    share, elsewhere = (
        built.borrowed.share,
        built.borrowed.usual_likeness(rows, built.whole.lexicon, built.whole.weighting),
    )
    return np.asarray((1.0 - share) * own + share * elsewhere)


def _local(built: DecisionIndex, rows: Matrix, added: Matrix, signals: Signals) -> Array:
    """Compare in what tells the likeliest decisions apart: what all of them share stops counting."""
    first = signals.section[0] + (0 if signals.passage is None else signals.passage[0])
    first = first - (0 if signals.elsewhere is None else signals.elsewhere[0])
    borrowed = built.borrowed
    own = built.profile.pool if borrowed is None else math.ceil(built.profile.pool * (1 - borrowed.share))
    size = min(own, len(built))
    pool = np.argsort(-first, kind="stable")[:size]
    member = np.zeros(len(built), dtype=np.float32)
    member[pool] = 1
    columns = built.whole.columns
    stands = sparse_matrix(np.ones(columns.nnz, dtype=np.float32), columns.indices, columns.indptr, columns.shape)
    frequency, documents = stands @ member, float(size)
    if borrowed is not None:
        missing = built.profile.pool - size
        frequency, documents = frequency + missing * _pool_chances(built, borrowed, added), documents + missing
    weights = local_rarity(frequency, documents, built.profile.local_power).astype(np.float32)
    return mean_of_best(reweighed_cosine(rows, columns, weights), built.profile.best)


def _pool_chances(built: DecisionIndex, borrowed: Borrowed, added: Matrix) -> Array:
    """Estimate in which share of the likeliest decisions of the reference each unit stands."""
    asked = np.zeros(added.shape[1])
    asked[added.indices] = added.data * built.whole.weighting.rarity[added.indices]
    return pool_chance(borrowed.unit_chances(built.whole.lexicon), asked)


def _added(counts: Matrix) -> Matrix:
    """Add all rows to one."""
    rows = counts.shape[0]
    adder = sparse_matrix(np.ones(rows, dtype=np.float32), np.arange(rows), np.array([0, rows]), (1, rows))
    added: Any = adder @ counts
    added.sort_indices()
    return added  # type: ignore[no-any-return]


def _passage(built: DecisionIndex, asked: Asked) -> Array | None:
    if built.passages is None or asked.passage_counts is None:
        return None
    return built.passages.likeness(built.passages.weighting.query_rows(asked.passage_counts))


def _elsewhere(built: DecisionIndex, groups: Sequence[Sequence[Commitment]]) -> Array | None:
    if built.background is None:
        return None
    own = [built.background.section_of(group) for group in groups]
    found = {number: built.background.elsewhere(number) for number in sorted(set(own))}
    return np.stack([found[number] for number in own])


def _encoder(built: DecisionIndex, asked: Asked) -> Array | None:
    if built.vectors is None or asked.vectors is None:
        return None
    if asked.vectors.shape[1] != built.vectors.shape[1]:  # one side holds blank texts only
        return np.zeros((len(asked.vectors), len(built.vectors)), dtype=np.float32)
    return np.asarray(np.maximum(asked.vectors @ built.vectors.T, 0), dtype=np.float32)


def scales(built: DecisionIndex, signals: Signals) -> Array:
    """Return what to divide likeness by, one number a row."""
    if not built.profile.scaled:
        return np.ones(len(signals.usual), dtype=np.float32)
    return np.sqrt(np.maximum(signals.usual, _LEAST_USUAL)).astype(np.float32)


def evidence(built: DecisionIndex, signals: Signals, mixture: Mixture) -> Array:
    """Add up the signals: rows of things asked by decisions; minus infinity where nothing is shared."""
    factor = (1 / scales(built, signals))[:, None]
    total = signals.section * (np.float32(mixture.section) * factor)
    parts = (
        (mixture.sentence, signals.sentence),
        (mixture.passage, signals.passage),
        (mixture.local, signals.local),
        (-mixture.elsewhere, signals.elsewhere),
    )
    for weight, part in parts:
        if weight and part is not None:
            total += part * (np.float32(weight) * factor)
    # what speaks for a decision whatever is asked: the intercept, and what its kinds add
    kinds = np.asarray(mixture.kinds, dtype=np.float32) @ built.kinds if mixture.kinds else np.zeros(len(built))
    total += np.asarray(kinds + mixture.intercept, dtype=np.float32)
    apart = signals.section == 0
    if mixture.encoder and signals.encoder is not None:
        total += np.float32(mixture.encoder) * signals.encoder
        apart &= signals.encoder == 0
    np.copyto(total, -np.inf, where=apart)
    return total
