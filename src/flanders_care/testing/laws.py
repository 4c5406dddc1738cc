"""The laws of the design, as functions that anyone can apply to their own records, loaders, scorers and profiles.

Each takes what it judges, returns nothing, and raises `AssertionError` with the first thing that breaks the law. They
need no hypothesis, but are at their best in a property test::

    @given(strategies.corpora())
    def test_quote(corpus):
        laws.quote(corpus)
"""

from __future__ import annotations

import builtins
import contextlib
import copy
import io
import itertools
import os
import random
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast
from unittest import mock

import attrs

from flanders_care.errors import NotAddableError
from flanders_care.exchange.arrow import arrow_schema, from_arrow, to_arrow
from flanders_care.exchange.json import from_json, to_json
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.loaded import Loaded
from flanders_care.money import Amount, exact_sum, sum_amounts
from flanders_care.provenance import Document, Source

__all__ = [
    "bad_input",
    "bounds",
    "linear",
    "merge",
    "order",
    "pure",
    "quote",
    "references",
    "round_trip",
    "score",
    "sources_of",
    "stage",
    "sum",
    "table_round_trip",
]

T = TypeVar("T")
R = TypeVar("R")

#: What reads or changes something outside, and what nobody may call twice with the same answer.
_OUTSIDE: tuple[tuple[Any, str], ...] = (
    (builtins, "open"),
    (io, "open"),
    (os, "open"),
    (os, "listdir"),
    (os, "scandir"),
    (os, "remove"),
    (time, "time"),
    (socket, "socket"),
    (subprocess, "Popen"),
)
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _law(holds: bool, message: str) -> None:
    if not holds:
        raise AssertionError(message)


def sources_of(value: Any) -> Iterator[Source]:
    """Find all sources in a record, result or corpus, however deep."""
    if isinstance(value, Source):
        yield value
    for _, part in _parts(value):
        yield from sources_of(part)


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    """What a record or a sequence holds, with the name of the field."""
    kind: Any = value.__class__
    if isinstance(value, (tuple, list)):
        yield from (("", item) for item in cast("Sequence[Any]", value))
    elif attrs.has(kind):
        yield from ((field.name, getattr(value, field.name)) for field in attrs.fields(kind))


def quote(value: Any, documents: Iterable[Document] = ()) -> None:
    """For every source: `document.text[start:end] == quote`.

    Args:
        value: A corpus, what a loader gave back, or records.
        documents: Documents that the sources point into, besides those of the corpus.
    """
    corpus = value.corpus if isinstance(value, Loaded) else value
    own = corpus.documents if isinstance(corpus, Corpus) else ()
    texts = {document.id: document.text for document in (*own, *documents)}
    for source in sources_of(corpus):
        _law(source.document_id in texts, f"{source} points into a document that is not there")
        found = texts[source.document_id][source.start : source.end]
        _law(found == source.quote, f"{source} quotes what is not there: the document says {found!r}")


def references(corpus: Corpus) -> None:
    """Every id that a record gives of another names a record of the corpus."""
    for record in corpus:
        for name, identity in _references(record):
            _law(identity in corpus, f"{name} of {record.id} names {identity}, which is not there")


def _references(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Find the ids that a record gives of other records, with the names of their fields."""
    if isinstance(value, str) and name.endswith(("_id", "_ids", "same_as", "part_of")):
        yield name, value
    elif not isinstance(value, Source):
        for own, part in _parts(value):
            yield from _references(part, own or name)


def round_trip(record: Any) -> None:
    """`from_json(to_json(x), type(x)) == x`, for every record, exactly, Decimals included."""
    text = to_json(record)
    kind: Any = type(record)  # pyright: ignore[reportUnknownVariableType]
    again: Any = from_json(text, kind)
    _law(again == record, f"{record!r} came back as {again!r}")
    _law(to_json(again) == text, f"{record!r} was written in another way the second time")


def table_round_trip(records: Sequence[T], cls: type[T]) -> None:
    """`from_arrow(to_arrow(x), cls) == x`, for the records of every class, exactly, Decimals included (extra `arrow`).

    Args:
        records: Records of one class.
        cls: The class.
    """
    table = to_arrow(records, cls=cls)
    again: Any = from_arrow(table, cls)
    _law(tuple(again) == tuple(records), f"{records!r} came back as {again!r}")
    _law(table.schema == arrow_schema(cls), f"the schema depends on what the records hold: {table.schema}")


def order(function: Callable[[Sequence[T]], object], items: Iterable[T], *, times: int = 4) -> None:
    """No result depends on the order of its inputs.

    Args:
        function: What is judged; it takes a sequence.
        items: The inputs.
        times: How many other orders to try.
    """
    given = list(items)
    expected = function(list(given))
    shuffle = random.Random(0).shuffle  # noqa: S311 - the same orders each time
    for place in range(times):
        other = list(reversed(given)) if place == 0 else list(given)
        if place:
            shuffle(other)
        found = function(other)
        _law(found == expected, f"another order gives another result: {found!r}, not {expected!r}")


def bounds(*amounts: Amount) -> None:
    """`low <= value <= high`, and adding keeps it. A missing bound stays missing."""
    for amount in amounts:
        _in_bounds(amount)
    if not amounts:
        return
    total = sum_amounts(amounts)
    _in_bounds(total)
    _law(total.value == exact_sum(a.value for a in amounts), f"{total!r} is not the sum of the values")
    missing = any(a.floor is None for a in amounts), any(a.ceiling is None for a in amounts)
    _law((total.floor is None, total.ceiling is None) == missing, f"{total!r} made up or lost a bound")


def _in_bounds(amount: Amount) -> None:
    _law(amount.low is None or amount.low <= amount.value, f"{amount!r}: low {amount.low} is above its value")
    _law(amount.high is None or amount.value <= amount.high, f"{amount!r}: high {amount.high} is below its value")


def stage(total: Callable[..., Any], lines: Iterable[FundingLine]) -> None:
    """Requested, announced, budgeted, awarded and paid are different money.

    A sum over mixed stages is refused unless the caller names the stages.

    Args:
        total: What is judged: `flanders_care.total`, or a function that takes the same arguments.
        lines: Funding lines of one currency.
    """
    given = list(lines)
    stages = {line.stage for line in given}
    try:
        total(given)
    except NotAddableError:
        _law(len(stages) > 1, "lines of one stage were refused")
    else:
        _law(len(stages) < 2, f"{len(stages)} stages were added although nobody named them")
    for one in sorted(found for found in stages if found is not None):
        for line in total(given, stages=[one]).counted:
            _law(line.stage is one, f"{line.id} of stage {line.stage} was counted as {one}")


def _leaves(found: Any) -> list[str]:
    return sorted([line.id for line in found.counted] + [item.line.id for item in found.left_out])


def sum(  # noqa: A001 - the law has this name; read it as laws.sum
    total: Callable[..., Any], lines: Iterable[FundingLine], *, by: Callable[[FundingLine], Any] | None = None
) -> None:
    """`total` is exact: counted and left-out lines together are all the lines, each left-out line says why.

    Splitting the lines by any key and adding the group totals gives the whole where no overlap crosses groups.

    Args:
        total: What is judged: `flanders_care.total`, or a function that takes the same arguments.
        lines: Funding lines of one currency.
        by: A key to split the lines by; without it, each line is a group of its own.
    """
    given = list(lines)
    stages = sorted({line.stage for line in given if line.stage is not None})
    found = total(given, stages=stages)
    _law(_leaves(found) == sorted(line.id for line in given), "counted and left-out lines are not all the lines")
    for item in found.left_out:
        _law(bool(str(item.reason)), f"{item.line.id} is left out and nothing says why")
    groups: dict[Any, list[FundingLine]] = {}
    for line in found.counted:
        groups.setdefault(line.id if by is None else by(line), []).append(line)
    parts = [total(group, stages=stages).amount for group in groups.values()]
    whole = sum_amounts(parts) if parts else None
    _law(found.amount == whole, f"the groups add up to {whole}, the whole is {found.amount}")


def score(
    rank: Callable[[Sequence[Commitment], Sequence[Decision]], Iterable[Any]],
    commitments: Sequence[Commitment],
    decisions: Sequence[Decision],
) -> None:
    """Scores lie in 0..1, are deterministic, and identical texts score highest.

    Args:
        rank: What is judged: `flanders_care.rank` with a profile of your own, or a scorer that gives back objects with
            `.decision` and `.score`, best first.
        commitments: What is asked.
        decisions: What is ranked; their ids are distinct.
    """
    found = list(rank(commitments, decisions))
    _law(found == list(rank(commitments, decisions)), "the same question got two answers")
    ids = sorted(item.decision.id for item in found)
    _law(ids == sorted(decision.id for decision in decisions), "not every decision is ranked once")
    for item in found:
        _law(0.0 <= item.score <= 1.0, f"{item.decision.id} scores {item.score}, outside 0..1")
    for one, other in itertools.pairwise(found):
        _law(one.score >= other.score, f"{other.decision.id} stands behind {one.decision.id} and scores higher")
    for commitment in commitments:
        _identical_scores_highest(rank, commitment, decisions)


def _identical_scores_highest(
    rank: Callable[[Sequence[Commitment], Sequence[Decision]], Iterable[Any]],
    commitment: Commitment,
    decisions: Sequence[Decision],
) -> None:
    if not commitment.text.strip():
        return
    twin = Decision(id=f"twin of {commitment.id}", title=commitment.text)
    found = {item.decision.id: item.score for item in rank([commitment], [*decisions, twin])}
    best = max(found.values())
    _law(found[twin.id] == best, f"the text of {commitment.id} itself scores {found[twin.id]}, another {best}")


def _forbidden(name: str) -> Callable[..., Any]:
    def refuse(*_: object, **__: object) -> Any:
        raise AssertionError(f"not pure: it called {name}")

    return refuse


def pure(function: Callable[..., R], *arguments: Any, **named: Any) -> R:
    """Functions change no input and touch no disk, network, clock or global state.

    Args:
        function: What is judged. It is called twice: once to let it read its package data, once watched.
        *arguments: What it is called with.
        **named: The same by name.

    Returns:
        What the function gave back.
    """
    before = copy.deepcopy((arguments, named))
    expected = function(*arguments, **named)
    state, environment = random.getstate(), dict(os.environ)
    with contextlib.ExitStack() as watch:
        for module, name in _OUTSIDE:
            watch.enter_context(mock.patch.object(module, name, _forbidden(f"{module.__name__}.{name}")))
        found = function(*arguments, **named)
    _law((arguments, named) == before, "not pure: it changed its input")
    _law(found == expected, "not pure: the second call gave another result")
    _law(random.getstate() == state, "not pure: it drew random numbers")
    _law(dict(os.environ) == environment, "not pure: it changed the environment")
    return found


def merge(one: Any, other: Any, third: Any) -> None:
    """`|` is associative, commutative and idempotent (as sets of facts), and never loses a source.

    Args:
        one: A corpus, or anything with `|`, merged in itself.
        other: Another.
        third: Another.
    """
    _law((one | other) | third == one | (other | third), "grouping matters: `|` is not associative")
    _law(one | other == other | one, "order matters: `|` is not commutative")
    both = one | other
    _law(both | one == both == both | both, "merging again changes something: `|` is not idempotent")
    lost = (set(sources_of(one)) | set(sources_of(other))) - set(sources_of(both))
    _law(not lost, f"a source got lost: {next(iter(sorted(lost)), None)}")


def bad_input(load: Callable[[str], Loaded], text: str) -> Loaded:
    """Text that a loader does not understand becomes a diagnostic with a stable code and a place.

    It is never dropped silently and never raises.

    Args:
        load: What is judged: a loader that takes a text.
        text: Any text at all.

    Returns:
        What was loaded.
    """
    try:
        loaded = load(text)
    except Exception as error:
        raise AssertionError(f"the loader raised {type(error).__name__}: {error}") from error
    facts = len(loaded.corpus) - len(loaded.corpus.documents)
    _law(bool(facts or loaded.diagnostics or not text.strip()), "the text gave no facts, and nothing says why")
    texts = {document.id: document.text for document in loaded.corpus.documents}
    for diagnostic in loaded.diagnostics:
        _law(_CODE.fullmatch(diagnostic.code) is not None, f"{diagnostic.code!r} is no code: lower case and hyphens")
        size = len(texts.get(diagnostic.document_id or "", text))
        start, end = diagnostic.start or 0, diagnostic.end or 0
        _law(0 <= start <= max(start, end) <= size, f"{diagnostic} points outside the {size} characters")
    return loaded


def linear(
    function: Callable[[str], object],
    text: str,
    *,
    doublings: int = 3,
    most: float = 3.0,
    clock: Callable[[], float] = time.process_time,
) -> None:
    """Twice the text costs about twice the time, for any text, hostile ones included.

    Args:
        function: What is judged; it takes a text.
        text: What is repeated; long enough for the work on it to be measured (some milliseconds).
        doublings: How often to double it.
        most: How many times the cost of the half the whole may cost; 2 is exact, the rest is noise.
        clock: Seconds, or any measure of work.
    """

    def cost(size: int) -> float:
        repeated = text * size
        best = float("inf")
        for _ in range(3):
            start = clock()
            function(repeated)
            best = min(best, clock() - start)
        return best

    sizes = [2**doubling for doubling in range(doublings + 1)]
    costs = [cost(size) for size in sizes]
    growth = (costs[-1] / costs[0]) ** (1 / doublings) if costs[0] > 0 else 0.0
    shown: Mapping[int, float] = dict(zip((len(text) * size for size in sizes), costs, strict=True))
    _law(growth <= most, f"each doubling of the text costs {growth:.1f} times as much: {shown}")
