"""Applying a person's corrections to a corpus, and showing what they changed."""

from __future__ import annotations

import datetime
import enum
import typing
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import attrs

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, tuple_of
from flanders_care.model.assessment import Correction
from flanders_care.model.corpus import Corpus
from flanders_care.model.funding import FundingLine
from flanders_care.period import PartialDate
from flanders_care.provenance import Document

#: What ties a record to its documents and to others is not a matter of opinion.
_FIXED = ("id", "sources")


@attrs.frozen(kw_only=True)
class Corrected:
    """A corpus as people corrected it.

    Attributes:
        corpus: The corpus with the corrections applied.
        applied: The corrections that changed something, in the order applied.
        diagnostics: For each correction what it changed (`corrected`), or why it could not (`not-corrected`).
    """

    corpus: Corpus = attrs.field(validator=instance_of(Corpus))
    applied: tuple[Correction, ...] = attrs.field(default=(), validator=tuple_of(Correction))
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), validator=tuple_of(Diagnostic))


def apply_corrections(corpus: Corpus, corrections: Iterable[Correction]) -> Corrected:
    """Correct the records of a corpus.

    Args:
        corpus: As it was read.
        corrections: In any order; of two for the same field the later by date counts, then the one whose author and
            value come last by letter.

    Returns:
        The corrected corpus, and what was changed. A correction that cannot be applied is a diagnostic, never an
        error: the record may have gone from a newer document.

    Example:
        >>> from flanders_care.model.decision import Decision
        >>> corpus = Corpus(decisions=(Decision(id="d1", title="Bosdecreet"),))
        >>> mended = apply_corrections(
        ...     corpus, [Correction(record_id="d1", field="step", value="final", reason="see item 3", author="An")]
        ... )
        >>> mended.corpus["d1"].step
        <Step.FINAL: 'final'>
    """
    records = {record.id: record for record in corpus.records()}
    changed: dict[str, Any] = {}
    applied: list[Correction] = []
    notes: list[Diagnostic] = []
    for correction in sorted(corrections, key=_order):
        record = changed.get(correction.record_id, records.get(correction.record_id))
        try:
            mended, note = _corrected(record, correction)
        except InvalidValueError as trouble:
            notes.append(_note("not-corrected", correction, str(trouble), Severity.WARNING))
            continue
        changed[correction.record_id] = mended
        applied.append(correction)
        notes.append(_note("corrected", correction, note, Severity.INFO))
    groups = corpus.groups().items()
    mended_groups = {name: tuple(changed.get(record.id, record) for record in group) for name, group in groups}
    return Corrected(corpus=Corpus(**mended_groups), applied=tuple(applied), diagnostics=tuple(notes))


def _order(correction: Correction) -> tuple[str, ...]:
    day = "" if correction.date is None else correction.date.isoformat()
    return day, correction.record_id, correction.field, correction.author, correction.value or "", correction.reason


def _note(code: str, correction: Correction, message: str, severity: Severity) -> Diagnostic:
    where = f"{correction.record_id}.{correction.field}"
    text = f"{where}: {message} ({correction.author}: {correction.reason})"
    return Diagnostic(code=code, message=text, severity=severity)


def _corrected(record: Any, correction: Correction) -> tuple[Any, str]:
    """The record with the field changed, and what was changed."""
    if record is None:
        raise InvalidValueError("no record has this id")
    if isinstance(record, Document):
        raise InvalidValueError("documents stay as they were published")
    path = correction.field.split(".")
    if path[0] in _FIXED:
        raise InvalidValueError("ids and sources cannot be corrected")
    if path == ["same_as"] and isinstance(record, FundingLine):
        record = attrs.evolve(record, matched=False)  # a person's link is no find of merging, which would drop it
    return _with(record, path, correction.value)


def _with(record: Any, path: list[str], value: str | None) -> tuple[Any, str]:
    field = next((f for f in attrs.fields(record.__class__) if f.name == path[0]), None)
    if field is None:
        raise InvalidValueError(f"{record.__class__.__name__} has no field {path[0]!r}")
    old = getattr(record, field.name)
    if len(path) > 1:
        if not attrs.has(old.__class__):
            raise InvalidValueError(f"{field.name} holds no fields")
        new, note = _with(old, path[1:], value)
        return attrs.evolve(record, **{field.name: new}), note
    declared = typing.get_type_hints(record.__class__)[field.name]
    new = _parse(old, value, typing.get_args(declared) or (declared,))
    return attrs.evolve(record, **{field.name: new}), f"{_shown(old)} became {_shown(new)}"


def _parse(old: Any, value: str | None, declared: tuple[Any, ...]) -> Any:
    """Read a text as a value of the kind that the field holds, or is declared to hold where it is empty."""
    if value is None:
        return () if isinstance(old, tuple) else None
    if isinstance(old, tuple):
        words = [word.strip() for word in value.split(";") if word.strip()]
        return tuple(int(word) if int in declared and word.isdigit() else word for word in words)
    if isinstance(old, enum.Enum):
        return value
    for kind, read, wanted in _READERS:
        if isinstance(old, kind) or (old is None and kind in declared):
            try:
                return read(value)
            except (ValueError, ArithmeticError):
                raise InvalidValueError(f"needs {wanted}, not {value!r}") from None
    return value


_READERS: tuple[tuple[type, Callable[[str], Any], str], ...] = (
    (PartialDate, PartialDate.parse, "a date such as 2024-01"),
    (datetime.date, datetime.date.fromisoformat, "a date such as 2024-01-31"),
    (Decimal, Decimal, "a number such as 1500.50"),
    (int, int, "a whole number"),
)


def _shown(value: Any) -> str:
    return "nothing" if value is None or value == () else f"{str(value)!r}"
