"""An index of decisions: built once, kept, pickled and asked many times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np
import scipy.sparse as sp

from flanders_care.alignment.background import Background, group_by_section, nearest_sections
from flanders_care.alignment.files import sibling_shares
from flanders_care.alignment.formulas import Array
from flanders_care.alignment.profiles import Profile, get_profile
from flanders_care.alignment.tokens import FormCounts, Matrix, count_forms, split_units
from flanders_care.alignment.weighting import Weighting, weigh_decisions
from flanders_care.dutch.words import forms
from flanders_care.errors import InvalidValueError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, decision_document

__all__ = ["DecisionIndex", "index", "text_key"]

_FEW = 10


def text_key(text: str) -> str:
    """Reduce a text to its words, to tell whether two texts say the same word for word; "" without words."""
    return " ".join(form.casefold().replace("-", "") for form in forms(text))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DecisionIndex:
    """Decisions, ready to be asked about commitments. Build it with `index`; it pickles.

    Attributes:
        decisions: The decisions, in the order of their ids.
        profile: How they are scored.
        background: The other sections that scores are weighed against, or `None`.
    """

    decisions: tuple[Decision, ...]
    profile: Profile
    background: Background | None
    units: dict[str, int]
    weighting: Weighting
    columns: Matrix
    shares: Matrix | None
    same_text: dict[str, tuple[int, ...]]

    def __len__(self) -> int:
        return len(self.decisions)

    def __repr__(self) -> str:
        weighed = "no background" if self.background is None else f"{len(self.background.numbers)} sections behind"
        return f"<DecisionIndex: {len(self.decisions)} decisions, {self.profile.name}, {weighed}>"

    def rows(self, texts: Sequence[str], groups: Sequence[int] | None = None) -> Matrix:
        """Turn texts into rows of weighted units.

        Args:
            texts: The texts.
            groups: The number of the row to which each text belongs, from 0 without gaps; one row a text if not given.

        Returns:
            Rows whose product with `columns` is the likeness, in 0..1.
        """
        counts = unit_counts(count_forms(texts), self.units, self.profile)
        if groups is not None:
            counts = _add_rows(counts, groups)
        return self.weighting.query_rows(counts)

    def weighed_against(self, background: Iterable[Commitment] | None) -> DecisionIndex:
        """Return the same index with another background.

        Args:
            background: Commitments that scores are weighed against, grouped by their sections; `None` for none.
        """
        if background is None or self.profile.contrast == 0:
            return attrs.evolve(self, background=None)
        sections = group_by_section(background)
        commitments = [(number, c.text) for number, group in enumerate(sections.values()) for c in group]
        rows = self.rows([text for _, text in commitments], [number for number, _ in commitments])
        likeness, places = nearest_sections(rows, self.columns, self.profile.neighbours + 1)
        return attrs.evolve(
            self,
            background=Background(
                numbers={key: number for number, key in enumerate(sections)},
                by_text={text: number for number, text in reversed(commitments)},
                likeness=likeness,
                sections=places,
                neighbours=self.profile.neighbours,
            ),
        )


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
        >>> found = index([Decision(id="d1", title="Premie voor zonnepanelen")])
        >>> found
        <DecisionIndex: 1 decisions, default, no background>
    """
    if isinstance(decisions, DecisionIndex):
        _check_profile(decisions.profile, profile)
        return decisions if background is None else decisions.weighed_against(background)
    built = _build(decisions, get_profile(profile))
    return built if background is None else built.weighed_against(background)


def _check_profile(built: Profile, asked: str | Profile) -> None:
    if asked != "default" and get_profile(asked) != built:
        raise InvalidValueError(f"This index was built with profile {built.name!r}; build one with {asked!r} instead")


def _build(decisions: Iterable[Decision], profile: Profile) -> DecisionIndex:
    # an order of its own, so that no result depends on the order in which the decisions came
    ordered = tuple(sorted(decisions, key=lambda d: (d.id, d.title, d.text)))
    texts = [decision_document(decision).text for decision in ordered]
    counted = count_forms(texts)
    taken_apart = split_units(counted.forms, profile)
    units = {unit: number for number, unit in enumerate(sorted({unit for found in taken_apart for unit in found}))}
    counts: Any = counted.matrix @ _form_units(taken_apart, units)
    units, counts = _keep_telling(units, counts.tocsr(), profile)
    weighting, rows = weigh_decisions(counts, profile)
    columns: Any = rows.T.tocsr()
    return DecisionIndex(
        decisions=ordered,
        profile=profile,
        background=None,
        units=units,
        weighting=weighting,
        columns=columns,
        shares=sibling_shares(rows, columns, profile.alike) if profile.sharing else None,
        same_text=_same_text(ordered, texts),
    )


def unit_counts(counted: FormCounts, units: dict[str, int], profile: Profile) -> Matrix:
    """Count the known units of texts.

    Args:
        counted: The counts of forms.
        units: The units known, with their columns.
        profile: Says how forms are taken apart.

    Returns:
        Texts by units.
    """
    counts: Any = counted.matrix @ _form_units(split_units(counted.forms, profile), units)
    counts = counts.tocsr()
    counts.sort_indices()
    return counts


def _form_units(taken_apart: Sequence[Sequence[str]], units: dict[str, int]) -> Matrix:
    """Return which known units each form holds, forms by units."""
    known = [[units[unit] for unit in found if unit in units] for found in taken_apart]
    ends = np.cumsum([0, *(len(found) for found in known)], dtype=np.int64)
    columns = np.fromiter((unit for found in known for unit in found), dtype=np.int32, count=int(ends[-1]))
    ones = np.ones(len(columns), dtype=np.float32)
    return sp.csr_matrix((ones, columns, ends), shape=(len(known), len(units)))


def _keep_telling(units: dict[str, int], counts: Matrix, profile: Profile) -> tuple[dict[str, int], Matrix]:
    """Leave out the units that stand in so many decisions that they tell none from another."""
    frequency = np.bincount(counts.indices, minlength=len(units))
    kept = np.flatnonzero(frequency <= max(_FEW, profile.most_common * counts.shape[0]))
    if len(kept) == len(units):
        counts.sort_indices()
        return units, counts
    names = list(units)
    narrowed: Any = counts[:, kept]
    narrowed.sort_indices()
    return {names[old]: new for new, old in enumerate(kept.tolist())}, narrowed


def _same_text(decisions: Sequence[Decision], texts: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Return by the words of a text the decisions whose title, text or both are these words."""
    found: dict[str, list[int]] = {}
    for number, (decision, text) in enumerate(zip(decisions, texts, strict=True)):
        for key in sorted({text_key(decision.title), text_key(decision.text), text_key(text)} - {""}):
            found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _add_rows(counts: Matrix, groups: Sequence[int]) -> Matrix:
    """Add the rows that belong together."""
    height = max(groups, default=-1) + 1
    ones = np.ones(len(groups), dtype=np.float32)
    adder: Any = sp.csr_matrix(
        (ones, (np.asarray(groups, dtype=np.int32), np.arange(len(groups)))), shape=(height, len(groups))
    )
    added: Any = (adder @ counts).tocsr()
    added.sort_indices()
    return added
