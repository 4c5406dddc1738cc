"""Making the receipt of a score: each signal taken apart into what it rests on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import numpy as np

from flanders_care.alignment.decision_kinds import is_kind, kind_title
from flanders_care.alignment.formulas import lifted, secant
from flanders_care.alignment.indexing import DecisionIndex, build_index
from flanders_care.alignment.matching import Match, UnitPlaces, match_words
from flanders_care.alignment.profiles import Profile
from flanders_care.alignment.ranking import lift_steps, to_scores, word_for_word
from flanders_care.alignment.receipts import Evidence, EvidenceKind, Place, Receipt
from flanders_care.alignment.signals import Asked, Signals, ask, evidence, scales, single_signals
from flanders_care.arguments import one_of
from flanders_care.errors import UnknownNameError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, decision_document

_MOST_WORDS = 24


class _Pair:
    """One commitment and one decision of an index, with the signals between them."""

    def __init__(self, built: DecisionIndex, commitment: Commitment, number: int) -> None:
        self.built, self.number = built, number
        self.commitment, self.decision = commitment, built.decisions[number]
        self.text = decision_document(self.decision).text
        self.asked: Asked = ask(built, [commitment], groups=False)
        self.signals: Signals = single_signals(built, self.asked)
        self.mixture = built.mixtures.single
        self.evidence = evidence(built, self.signals, self.mixture)
        self.scale = float(scales(built, self.signals)[0])
        self.all_asked, self.all_found = (Place(0, len(commitment.text)),), (Place(0, len(self.text)),)

    def part(
        self,
        kind: EvidenceKind,
        value: float,
        note: str,
        asked: tuple[Place, ...] | None = None,
        found: tuple[Place, ...] | None = None,
    ) -> Evidence:
        """Make one part; without places it is about the whole texts."""
        return Evidence(
            kind=kind,
            contribution=value,
            commitment_places=asked or self.all_asked,
            decision_places=found or self.all_found,
            note=note,
        )


def explain(
    commitment: Commitment,
    decision: Decision,
    *,
    among: Iterable[Decision] | DecisionIndex,
    background: Iterable[Commitment] | None = None,
    profile: str | Profile = "default",
) -> Receipt:
    """Explain the score of a pair: the same score that `align` gives, and what it is made of.

    Args:
        commitment: The commitment.
        decision: The decision.
        among: The decisions that it was found among, or an index of them: how rare a word is depends on them.
        background: Other commitments that scores are weighed against.
        profile: Name of a shipped profile, or a `Profile`.

    Returns:
        The receipt; its contributions add up to the score.

    Raises:
        UnknownNameError: If the decision is not among the decisions, or no shipped profile has the name.

    Example:
        >>> promise = Commitment(id="c1", text="We geven een premie voor zonnepanelen.")
        >>> decision = Decision(id="d1", title="Premie voor zonnepanelen")
        >>> explain(promise, decision, among=[decision, Decision(id="d2", title="Benoeming")]).words(2)
        ('zonnepanelen', 'Premie')
    """
    built = build_index(among, background=background, profile=profile, singles=True)
    one_of(Commitment, commitment, "commitment")
    pair = _Pair(built, commitment, _find(built, one_of(Decision, decision, "decision")))
    parts, score = _weigh(pair)
    versions = {
        "decisions": str(len(built)),
        "background": str(len(built.background.commitments) if built.background else 0),
        "reference": built.borrowed.label if built.borrowed else "none",
        "stemmer": f"{pin.algorithm} {pin.release}" if (pin := built.profile.stemmer) else "none",
        "encoder": built.profile.encoder.name if built.profile.encoder else "none",
    }
    return Receipt(
        commitment_id=commitment.id,
        decision_id=decision.id,
        score=score,
        evidence=parts,
        profile=built.profile.label,
        commitment_text=commitment.text,
        decision_text=pair.text,
        versions=tuple(sorted(versions.items())),
    )


def _find(built: DecisionIndex, decision: Decision) -> int:
    for number, other in enumerate(built.decisions):
        if other == decision:
            return number
    raise UnknownNameError(f"Decision {decision.id} is not among the {len(built)} decisions; add it to them")


def _weigh(pair: _Pair) -> tuple[tuple[Evidence, ...], float]:
    """Map the parts to the score: each gets its share of the chord from the base to the score."""
    calibration, share = pair.mixture.calibration, pair.built.profile.lift
    found = lift_steps(pair.built.siblings, pair.evidence, share)
    score = float(to_scores(found, calibration)[0, pair.number])
    if score == 0:
        return (), 0.0
    start = calibration.intercept + calibration.slope * pair.mixture.intercept
    parts = list(_parts(pair))
    total = math.fsum(part.contribution for part in parts)
    slope = secant(total, start, calibration.slope)
    made = [attrs.evolve(part, contribution=part.contribution * slope) for part in parts]
    if pair.number in word_for_word(pair.built, [pair.commitment]):
        made.append(pair.part(EvidenceKind.WORD_FOR_WORD, 1.0 - score, "the same words"))
        score = 1.0
    base = score - math.fsum(part.contribution for part in made)
    made.append(pair.part(EvidenceKind.BASE, base, "shares something"))
    return tuple(sorted(made, key=lambda part: (-abs(part.contribution), part.kind, part.note))), score


def _parts(pair: _Pair) -> Iterator[Evidence]:
    yield from _word_parts(pair)
    yield from _elsewhere_parts(pair)
    yield from _kind_parts(pair)
    encoder = pair.built.profile.encoder
    if encoder is not None and pair.signals.encoder is not None:
        value = pair.mixture.encoder * float(pair.signals.encoder[0, pair.number])
        yield pair.part(EvidenceKind.ENCODER, value, encoder.name)
    yield from _sibling_parts(pair)


def _word_parts(pair: _Pair) -> Iterator[Evidence]:
    """Yield the words that both texts have, and sum up those that add little."""
    weight = pair.mixture.section / pair.scale
    found = _matches(pair)
    for match in found[:_MOST_WORDS]:
        yield pair.part(EvidenceKind.WORDS, match.value * weight, match.note, match.asked_places, match.found_places)
    if found[_MOST_WORDS:]:
        rest = math.fsum(match.value for match in found[_MOST_WORDS:]) * weight
        yield pair.part(EvidenceKind.OTHER_WORDS, rest, f"{len(found) - _MOST_WORDS} smaller matches")


def _matches(pair: _Pair) -> list[Match]:
    """Take the likeness of commitment and decision apart into pairs of words."""
    space = pair.built.whole
    query: Any = space.weighting.query_rows(pair.asked.counts)
    column = space.columns[:, [pair.number]].toarray().ravel()
    names = {number: unit for unit, number in space.lexicon.numbers.items()}
    shared = [(u, q) for u, q in zip(query.indices.tolist(), query.data.tolist(), strict=True) if column[u]]
    values = {names[u]: q * float(column[u]) for u, q in shared}
    asked = UnitPlaces.of(pair.commitment.text, pair.built.profile)
    return match_words(values, asked, UnitPlaces.of(pair.text, pair.built.profile))


def _elsewhere_parts(pair: _Pair) -> Iterator[Evidence]:
    """Yield the commitments of the background that the decision also resembles."""
    background = pair.built.background
    if background is None:
        return
    own = background.section_of([pair.commitment])
    weights = background.weights(own, np.array([pair.number]))[0]
    for place in np.flatnonzero(weights * background.likeness[pair.number]).tolist():
        value = float(weights[place] * background.likeness[pair.number, place]) * pair.mixture.elsewhere / pair.scale
        other = background.commitments[int(background.nearest[pair.number, place])]
        yield pair.part(EvidenceKind.ELSEWHERE, -value, f"also like {other.id}")


def _kind_parts(pair: _Pair) -> Iterator[Evidence]:
    title = kind_title(pair.decision)
    lowered = pair.text.lower()
    for kind, weight in zip(pair.built.profile.kinds, pair.mixture.kinds, strict=False):
        if is_kind(title, kind) and weight:
            words = [word.strip() for word in kind.words if word in title]
            starts = [(lowered.find(word), len(word)) for word in words if lowered.find(word) >= 0]
            places = tuple(Place(start, start + length) for start, length in starts)
            yield pair.part(EvidenceKind.DECISION_KIND, weight, kind.name, found=places)


def _sibling_parts(pair: _Pair) -> Iterator[Evidence]:
    """Yield the step of the same file that lifts the decision."""
    siblings = pair.built.siblings
    if siblings is None:
        return
    _, others = siblings.of(np.array([pair.number]))
    own = float(pair.evidence[0, pair.number])
    if len(others) and (best := int(others[pair.evidence[0, others].argmax()])) != pair.number:
        raised = float(lifted(np.asarray(own), pair.evidence[0, best], pair.built.profile.lift)) - own
        if raised > 0:
            yield pair.part(EvidenceKind.SIBLING, raised, f"step of the same file: {pair.built.decisions[best].id}")
