"""An index of decisions: built once, kept, pickled and asked many times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np

from flanders_care.alignment.background import Background, order_commitments, weighed_against
from flanders_care.alignment.decision_kinds import kind_flags
from flanders_care.alignment.encoders import encode_rows
from flanders_care.alignment.passages import cut_passages, long_enough
from flanders_care.alignment.profiles import Mixtures, Profile, get_profile
from flanders_care.alignment.reference import Borrowed, borrow
from flanders_care.alignment.siblings import Siblings, find_siblings
from flanders_care.alignment.spaces import Space, build_space
from flanders_care.alignment.tokens import Words, cut
from flanders_care.arguments import all_of
from flanders_care.errors import InvalidValueError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, decision_document
from flanders_care.vectors import Array


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DecisionIndex:
    """Decisions, ready to be asked about commitments. Build it with `index`; it pickles.

    Attributes:
        decisions: The decisions, in the order of their ids.
        profile: How they are scored.
        background: The other commitments that scores are weighed against, or `None`.
        whole: The decisions as whole texts.
        passages: Their passages, or `None` where the profile does not look at passages.
        siblings: The steps of one file, or `None` where no decision has a sibling.
        kinds: Which decisions are of which kind of the profile: kinds by decisions, 0 or 1.
        vectors: The vectors of the encoder, or `None`.
        same_text: By a text, the decisions whose title or text it is.
        borrowed: What stands beside the decisions where these are few, or `None`.
    """

    decisions: tuple[Decision, ...]
    profile: Profile
    background: Background | None
    whole: Space
    passages: Space | None
    siblings: Siblings | None
    kinds: Array
    vectors: Array | None
    same_text: dict[str, tuple[int, ...]]
    borrowed: Borrowed | None = None

    def __len__(self) -> int:
        return len(self.decisions)

    def __repr__(self) -> str:
        behind = "no background" if self.background is None else f"{len(self.background.commitments)} promises behind"
        return f"<DecisionIndex: {len(self.decisions)} decisions, {self.profile.label}, {behind}>"

    @property
    def mixtures(self) -> Mixtures:
        """How signals become evidence here."""
        return self.profile.plain if self.background is None else self.profile.weighed

    def weighed_against(self, background: Iterable[Commitment] | None) -> DecisionIndex:
        """Return the same index with another background.

        Args:
            background: Commitments that scores are weighed against; `None`, or none at all, for no background.
        """
        ordered = order_commitments(all_of(Commitment, background or (), "background"))
        if not ordered or not any(mixture.elsewhere for mixture in self.profile.all_mixtures):
            return attrs.evolve(self, background=None)
        words = cut(commitment.text for commitment in ordered).words()
        rows: Any = self.whole.weighting.query_rows(self.whole.lexicon.counts(words))
        decisions: Any = self.whole.columns.T.tocsr()
        found = weighed_against(ordered, decisions, rows.T.tocsr(), self.profile.neighbours)
        return attrs.evolve(self, background=found)


def index(
    decisions: Iterable[Decision] | DecisionIndex,
    *,
    background: Iterable[Commitment] | None = None,
    profile: str | Profile = "default",
) -> DecisionIndex:
    """Index decisions once, to ask about many commitments.

    Args:
        decisions: The decisions, in any order; or an index, which then gets the background.
        background: Other commitments, such as the whole agreement, that scores are weighed against.
        profile: Name of a shipped profile, or a `Profile`.

    Returns:
        The index; `rank`, `align`, `explain` and `coverage` take it in place of the decisions.

    Raises:
        UnknownNameError: For the name of a profile that is not shipped.
        InvalidValueError: If an index is given that was built with another profile than the one asked for.

    Example:
        >>> len(index([Decision(id="d1", title="Premie voor zonnepanelen")]))
        1
    """
    if isinstance(decisions, DecisionIndex):
        _check_profile(decisions.profile, profile)
        return decisions if background is None else decisions.weighed_against(background)
    return build_index(decisions, background=background, profile=profile)


def build_index(
    decisions: Iterable[Decision] | DecisionIndex,
    *,
    background: Iterable[Commitment] | None,
    profile: str | Profile,
    singles: bool = False,
) -> DecisionIndex:
    """Index decisions as `index` does, or only what it takes to ask about single commitments.

    Args:
        decisions: The decisions, or an index.
        background: Other commitments that scores are weighed against.
        profile: Name of a shipped profile, or a `Profile`.
        singles: Whether only single commitments are asked about: these need no passages.
    """
    if isinstance(decisions, DecisionIndex):
        return index(decisions, background=background, profile=profile)
    built = _build(decisions, get_profile(profile), singles=singles)
    return built if background is None else built.weighed_against(background)


def _check_profile(built: Profile, asked: str | Profile) -> None:
    if asked != "default" and get_profile(asked) != built:
        name = asked if isinstance(asked, str) else asked.label
        raise InvalidValueError(f"This index was built with profile {built.label!r}; build one with {name!r} instead")


def _order(decision: Decision) -> tuple[str, ...]:
    date = decision.date.isoformat() if decision.date else ""
    return (decision.id, decision.title, decision.text, date, decision.kind or "", decision.url or "")


def _build(decisions: Iterable[Decision], profile: Profile, *, singles: bool) -> DecisionIndex:
    # an order of its own, so that no result depends on the order in which the decisions came
    ordered = tuple(sorted(all_of(Decision, decisions, "decisions"), key=_order))
    texts = [decision_document(decision).text for decision in ordered]
    by_passage = any(mixture.passage for mixture in profile.all_mixtures) and not singles
    words = cut(texts).words()
    borrowed = borrow(len(ordered), profile)
    whole, rows = build_space(words, profile.units, profile, borrowed)
    return DecisionIndex(
        decisions=ordered,
        profile=profile,
        background=None,
        whole=whole,
        passages=_passage_space(texts, words, profile, borrowed) if by_passage else None,
        siblings=find_siblings(rows, profile.alike, whole.lexicon.stems()) if profile.lift else None,
        kinds=kind_flags(ordered, profile.kinds),
        vectors=None if profile.encoder is None else encode_rows(profile.encoder, texts),
        same_text=_same_text(ordered, texts),
        borrowed=borrowed,
    )


def _passage_space(texts: Sequence[str], words: Words, profile: Profile, borrowed: Borrowed | None) -> Space:
    """Index the passages, with the rarities of the decisions that they are taken from."""
    space, _ = build_space(words, profile.passage_units, profile, borrowed)
    cut_up = cut_passages(texts)
    by_passage = cut_up.pieces.words(cut_up.ends)
    kept = np.flatnonzero(long_enough(cut_up))
    rows: Any = space.weighting.query_rows(space.lexicon.counts(by_passage)[kept])
    return attrs.evolve(space, columns=rows.T.tocsr(), owners=cut_up.texts[kept], decisions=len(texts))


def _same_text(decisions: Sequence[Decision], texts: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Return by a text the decisions whose title, text or both it is."""
    found: dict[str, list[int]] = {}
    for number, (decision, text) in enumerate(zip(decisions, texts, strict=True)):
        for key in {decision.title.strip(), decision.text.strip(), text.strip()}:
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}
