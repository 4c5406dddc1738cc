"""The receipt of a score: what carried it, where that stands in both texts, and how much each part added."""

from __future__ import annotations

import enum
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import attrs

from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, member, text_field, tuple_of
from flanders_care.rendering import marked, table

_TOLERANCE = 1e-6


class Place(NamedTuple):
    """A stretch of a text, in characters: `text[start:end]`."""

    start: int
    end: int


class EvidenceKind(enum.StrEnum):
    """What a part of a score rests on."""

    BASE = "base"  # what a pair gets that only just shares something
    WORDS = "words"  # words that both texts have, or parts of words
    OTHER_WORDS = "other_words"  # all that is too small to list
    ELSEWHERE = "elsewhere"  # a commitment of the background that the decision also resembles; takes off
    DECISION_KIND = "decision_kind"  # an appointment, a plan, ...
    ENCODER = "encoder"  # the vectors of an encoder
    SIBLING = "sibling"  # another step of the same file that says more
    WORD_FOR_WORD = "word_for_word"  # the decision says the commitment as it is


def _kind(value: EvidenceKind | str) -> EvidenceKind:
    return member(EvidenceKind, value)


def _places(value: Sequence[Sequence[int]]) -> tuple[Place, ...]:
    return tuple(Place(*place) for place in value)


@attrs.frozen(kw_only=True)
class Evidence:
    """One part of a score.

    Attributes:
        kind: What it rests on.
        contribution: What it adds to the score; below 0 where it takes off.
        commitment_places: Where it stands in `commitment.text`, at least one place; the whole text where it is
            about the whole.
        decision_places: Where it stands in the decision's text as `decision_document` gives it: title, empty line
            and the rest.
        note: What it is, in words, such as the words that match or the id of the sibling.
    """

    kind: EvidenceKind = attrs.field(converter=_kind)
    contribution: float = attrs.field(validator=instance_of(int, float))
    commitment_places: tuple[Place, ...] = attrs.field(converter=_places, validator=tuple_of(Place))
    decision_places: tuple[Place, ...] = attrs.field(converter=_places, validator=tuple_of(Place))
    note: str = attrs.field(default="", validator=instance_of(str))

    @property
    def commitment_start(self) -> int:
        """First character of the first place in the commitment."""
        return self.commitment_places[0].start

    @property
    def commitment_end(self) -> int:
        """One past the last character of the first place in the commitment."""
        return self.commitment_places[0].end

    @property
    def decision_start(self) -> int:
        """First character of the first place in the decision."""
        return self.decision_places[0].start

    @property
    def decision_end(self) -> int:
        """One past the last character of the first place in the decision."""
        return self.decision_places[0].end


@attrs.frozen(kw_only=True, repr=False)
class Receipt:
    """Why a pair has its score. Law: the contributions of the evidence add up to the score.

    Attributes:
        commitment_id: Id of the commitment.
        decision_id: Id of the decision.
        score: As `align` gives it, in 0..1.
        evidence: The parts, the largest first; none where the texts share nothing.
        profile: Name and version of the profile.
        commitment_text: The text of the commitment.
        decision_text: The text of the decision as `decision_document` gives it.
        versions: What else a score depends on, as pairs of name and value: stemmer, encoder, number of decisions and of
            commitments in the background, what a small collection borrows from the reference.
    """

    commitment_id: str = attrs.field(validator=text_field)
    decision_id: str = attrs.field(validator=text_field)
    score: float = attrs.field(validator=instance_of(int, float))
    evidence: tuple[Evidence, ...] = attrs.field(default=(), validator=tuple_of(Evidence))
    profile: str = attrs.field(default="", validator=instance_of(str))
    commitment_text: str = attrs.field(default="", validator=instance_of(str))
    decision_text: str = attrs.field(default="", validator=instance_of(str))
    versions: tuple[tuple[str, str], ...] = attrs.field(default=(), validator=tuple_of(tuple))

    def __attrs_post_init__(self) -> None:
        total = math.fsum(part.contribution for part in self.evidence)
        if not math.isclose(total, self.score, abs_tol=_TOLERANCE):
            raise InvalidValueError(f"Receipt: the contributions add up to {total!r}, not to the score {self.score!r}")

    def words(self, most: int = 5) -> tuple[str, ...]:
        """Return the words that carried most of the score, as they stand in the decision.

        Args:
            most: At most how many.
        """
        parts = [p for p in self.evidence if p.kind is EvidenceKind.WORDS and p.contribution > 0]
        found = (self.decision_text[part.decision_start : part.decision_end] for part in parts)
        return tuple(dict.fromkeys(found))[:most]

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one plain dictionary for each part, ready for a table or a data frame."""
        return [
            {
                "kind": str(part.kind),
                "contribution": part.contribution,
                "in_commitment": self.commitment_text[part.commitment_start : part.commitment_end],
                "in_decision": self.decision_text[part.decision_start : part.decision_end],
                "note": part.note,
            }
            for part in self.evidence
        ]

    def __repr__(self) -> str:
        return f"<Receipt: {self.score:.3f} for {self.commitment_id} and {self.decision_id}, {', '.join(self.words())}>"

    def _repr_html_(self) -> str:
        """Show both texts side by side with the words that match marked, and the parts of the score, for notebooks."""
        words = [part for part in self.evidence if part.kind is EvidenceKind.WORDS]
        ours = marked(self.commitment_text, [place for part in words for place in part.commitment_places])
        theirs = marked(self.decision_text, [place for part in words for place in part.decision_places])
        parts = [(str(p.kind).replace("_", " "), f"{p.contribution:+.3f}", p.note) for p in self.evidence]
        caption = f"{self.score:.3f} by profile {self.profile}"
        return table(caption, [(ours, theirs)], head=("promise", "decision")) + table(
            "What the score is made of", parts, head=("kind", "contribution", "what"), right=("contribution",)
        )


@attrs.frozen(kw_only=True)
class Change:
    """What differs between two receipts.

    Attributes:
        what: `"score"`, `"profile"`, `"commitment_text"`, `"decision_text"`, the name of a version, or the kind and
            note of a part, such as `"words: zonnepanelen"`.
        before: The value in the first receipt; `None` where it has none.
        after: The value in the second.
    """

    what: str
    before: str | float | None
    after: str | float | None


def diff(before: Receipt, after: Receipt) -> tuple[Change, ...]:
    """Name what changed between two receipts: first what caused it, then the parts that moved, the largest move first.

    Args:
        before: A receipt.
        after: Another, such as one of a later profile, or of the same pair among other decisions.

    Returns:
        The changes; none for equal receipts.

    Example:
        >>> old = Receipt(commitment_id="c1", decision_id="d1", score=0.0, profile="default 1")
        >>> [change.what for change in diff(old, attrs.evolve(old, profile="default 2"))]
        ['profile']
    """
    names = ("commitment_id", "decision_id", "profile", "commitment_text", "decision_text")
    causes = [Change(what=name, before=getattr(before, name), after=getattr(after, name)) for name in names]
    old, new = dict(before.versions), dict(after.versions)
    causes += [Change(what=name, before=old.get(name), after=new.get(name)) for name in sorted({*old, *new})]
    causes.append(Change(what="score", before=before.score, after=after.score))
    ours, theirs = _parts(before), _parts(after)
    moves = {name: abs(theirs.get(name, 0.0) - ours.get(name, 0.0)) for name in sorted({*ours, *theirs})}
    moved = [name for name in sorted(moves, key=lambda name: -moves[name]) if moves[name] > _TOLERANCE]
    return (
        *(change for change in causes if change.before != change.after),
        *(Change(what=name, before=ours.get(name), after=theirs.get(name)) for name in moved),
    )


def _parts(receipt: Receipt) -> dict[str, float]:
    parts: dict[str, float] = {}
    for part in receipt.evidence:
        name = f"{part.kind}: {part.note}"
        parts[name] = parts.get(name, 0.0) + part.contribution
    return parts
