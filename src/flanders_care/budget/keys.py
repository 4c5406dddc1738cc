"""What lines can be grouped by: year, programme, payer, recipient, stage, decision, document, or anything callable."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Literal, TypeAlias, cast, get_args

from flanders_care.budget.spread import by_year
from flanders_care.errors import InvalidValueError, UnknownNameError
from flanders_care.model.funding import FundingLine
from flanders_care.model.programme import Programme

GroupKey: TypeAlias = Literal["year", "programme", "payer", "recipient", "stage", "decision", "document"]
"""What lines can be grouped by, by name."""
By: TypeAlias = GroupKey | Callable[[FundingLine], Hashable]
"""What lines can be grouped by: a name, or a function from a line to its key."""
Spread: TypeAlias = Literal["even"]
"""How a sum over several years is divided."""
Placed: TypeAlias = tuple[tuple[Hashable, FundingLine], ...]
_Keyer: TypeAlias = Callable[[FundingLine], Placed]


def places_of(by: By | tuple[By, ...], *, spread: Spread | None, programmes: Iterable[Programme] = ()) -> _Keyer:
    """Make the function that says under which keys a line stands, and with what share.

    Args:
        by: A name, a callable from line to key, or a tuple of these for a cross table.
        spread: `"even"` or `None`; see `by_year`.
        programmes: Programmes with their parents; a line then also stands under each programme above its own.

    Returns:
        A function from a line to pairs of key and line.

    Raises:
        UnknownNameError: For a name that nothing answers to.
        InvalidValueError: For another `spread`.
    """
    if spread not in (None, "even"):
        raise InvalidValueError(f"aggregate: spread needs 'even' or None, not {spread!r}")
    parents = {programme.id: programme.parent_id for programme in programmes}
    if not isinstance(by, tuple):
        return _keyer(by, spread, parents)
    if not by:
        raise InvalidValueError("aggregate: by needs at least one key")
    several: tuple[By, ...] = by  # pyright: ignore[reportUnknownVariableType]
    keyers = [_keyer(part, spread, parents) for part in several]

    def crossed(line: FundingLine) -> Placed:
        placed: list[tuple[tuple[Hashable, ...], FundingLine]] = [((), line)]
        for keyer in keyers:
            placed = [((*key, more), share) for key, part in placed for more, share in keyer(part)]
        return tuple(placed)

    return crossed


def _keyer(by: By, spread: Spread | None, parents: Mapping[str, str | None]) -> _Keyer:
    if callable(by):
        return lambda line: ((by(line), line),)
    if by == "year":
        return lambda line: by_year(line, spread=spread)
    if by == "programme" and parents:
        return lambda line: tuple((key, line) for key in _upwards(line.programme_id, parents))
    plain: dict[str, Callable[[FundingLine], Hashable]] = {
        "programme": lambda line: line.programme_id,
        "payer": lambda line: _joint(line.payer_ids),
        "recipient": lambda line: _joint(line.recipient_ids),
        "stage": lambda line: None if line.stage is None else line.stage.value,
        "decision": lambda line: line.decision_id,
        "document": lambda line: _joint(sorted({source.document_id for source in line.sources})),
    }
    if by not in plain:
        raise UnknownNameError(
            f"aggregate: nothing to group by is called {by!r}; there are {', '.join(get_args(GroupKey))}"
        )
    key = plain[by]
    return lambda line: ((key(line), line),)


def _joint(ids: Iterable[str]) -> str | None:
    """Join several ids to one key: nobody has said who has which share, so the sum stands under them together."""
    return " + ".join(ids) or None


def _upwards(programme_id: str | None, parents: Mapping[str, str | None]) -> list[str | None]:
    """Return a programme and all above it, each once."""
    chain: list[str | None] = [programme_id]
    above = parents.get(programme_id) if programme_id is not None else None
    while above is not None and above not in chain:
        chain.append(above)
        above = parents.get(above)
    return chain


def key_order(key: Hashable) -> tuple[object, ...]:
    """Order keys of any kinds: nothing last, numbers by size, the rest by their words."""
    if isinstance(key, tuple):
        return (2, tuple(key_order(part) for part in cast("tuple[Hashable, ...]", key)))
    if key is None:
        return (3, "", "")
    if isinstance(key, int) and not isinstance(key, bool):
        return (1, f"{key:020d}" if key >= 0 else "", str(key))
    return (1, str(key)[:4].rjust(20, "0") if str(key)[:4].isdigit() else f"~{key}", str(key))
