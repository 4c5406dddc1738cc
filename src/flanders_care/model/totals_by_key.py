"""Totals by key, with the grand total, and what lies between them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import cast

import attrs

from flanders_care.fields import instance_of
from flanders_care.model.totals import LeftOut, Total
from flanders_care.rendering import table


@attrs.frozen(kw_only=True, repr=False)
class Aggregate(Mapping[Hashable, Total]):
    """Totals by key, in a fixed order of keys.

    It is a mapping: `aggregate(lines, by="year")[2021]` is a `Total`.

    Attributes:
        groups: Pairs of key and total, ordered by key.
        grand: The total over all lines, or `None` where stages or currencies cannot be added over the groups.
        overlap: Lines that count in their own group and not in the grand total, because a line of another group holds
            the same money; empty where the group totals add up to the grand total.
    """

    groups: tuple[tuple[Hashable, Total], ...] = attrs.field(validator=instance_of(tuple))
    grand: Total | None = attrs.field(default=None, validator=instance_of(Total, optional=True))
    overlap: tuple[LeftOut, ...] = ()
    _index: dict[Hashable, Total] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_index", dict(self.groups))

    def __getitem__(self, key: Hashable) -> Total:
        return self._index[key]

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)

    def __str__(self) -> str:
        rows = [f"{_label(key)}: {found.headline}" for key, found in self.groups]
        if self.grand is not None:
            rows.append(f"all: {self.grand.headline}")
        if self.overlap:
            rows.append("counted in a group and, as the same money, not again in all:")
            rows += [f"  - {item.line.amount} ({item.line.id}): {item}" for item in self.overlap]
        return "\n".join(rows)

    def __repr__(self) -> str:
        return f"<Aggregate of {len(self)} groups>"

    def _repr_html_(self) -> str:
        """Show the groups as a table in notebooks."""
        rows = [*((_label(key), found) for key, found in self.groups)]
        rows += [("all", self.grand)] if self.grand is not None else []
        cells = [(key, str(t.amount or ""), str(len(t.counted)), str(len(t.left_out))) for key, t in rows]
        head = ("group", "sum", "lines", "left out")
        return table(f"{len(self)} groups", cells, head=head, right=head[1:])


def _label(key: Hashable) -> str:
    if isinstance(key, tuple):
        return " / ".join(_label(part) for part in cast("tuple[Hashable, ...]", key))
    return "not stated" if key is None else str(key)
