"""Decisions of the Flemish Government as JSON (Dutch: *beslissingen*): the family `decisions`.

Read are the public site's search result, its JSON:API and a dump with one record a line, one object or many, packed
or not. Each decision becomes a record and a document of its own, which holds its title and text.
"""

from __future__ import annotations

import os
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Any

import attrs

from flanders_care.budget.funding import read_lines
from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.documents.files import SIZE_LIMIT, Readable, open_bytes
from flanders_care.documents.json import Flaw, JsonLine, read_values
from flanders_care.errors import UnreadableError
from flanders_care.families.decisions.envelopes import envelopes
from flanders_care.families.decisions.fields import ReadDecision, read_decision
from flanders_care.model.apart import duplicates, keep_apart
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import decision_document
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

LINE_LIMIT = SIZE_LIMIT
"""Most bytes of one line (50 MB); a file of many lines may be larger."""

MOST_LINES = 5_000_000
"""Most lines of a file, blank ones included; what stands after them is passed over with a diagnostic."""

#: Flaws of the file that lose decisions.
_FATAL = ("broken-json", "cut-json", "deep-json", "line-too-long", "no-decisions")
#: Flaws that every record of a format has by nature are said once for the file.
_ONCE = ("publication-date", "missing-id", "guessed-encoding")


class _Notes:
    """Gathers what was not as it should be; what every record has by nature is said once, with a count."""

    def __init__(self, document_id: str) -> None:
        self._document_id = document_id
        self._diagnostics: list[Diagnostic] = []
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, code: str, message: str, where: str, document_id: str | None = None) -> None:
        if code in _ONCE:
            self._counts[code, message] += 1
            return
        severity = Severity.ERROR if code in _FATAL else Severity.WARNING
        text = f"{self._document_id}, {where}: {message}"
        named = document_id or self._document_id
        self._diagnostics.append(Diagnostic(code=code, message=text, severity=severity, document_id=named))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All of them, in order of appearance."""
        name, info = self._document_id, Severity.INFO
        counted = (
            Diagnostic(code=code, message=f"{message} ({count} times)", severity=info, document_id=name)
            for (code, message), count in self._counts.items()
        )
        return (*self._diagnostics, *counted)


def load(document: Document) -> Loaded:
    """Read the decisions in a text of JSON.

    Args:
        document: The JSON; it is not kept itself, each decision has its own document.

    Returns:
        The decisions, their documents, ministers and funding lines, and what was not as it should be.

    Example:
        >>> dump = Document(
        ...     id="dump", text='{"id": "D1", "date": "2023-12-08", "title": "Convenant", "text": "Convenant"}'
        ... )
        >>> load(dump).corpus["D1"].date.isoformat()
        '2023-12-08'
    """
    lines = (JsonLine(number=n, text=line) for n, line in enumerate(document.text.split("\n"), start=1))
    return _load(lines, document.id)


def load_file(path: Readable, document_id: str) -> Loaded:
    """Read the decisions in a file, line by line, so that a dump may be larger than any document.

    Args:
        path: The file or its content, packed with gzip or not.
        document_id: What diagnostics call the file.

    Returns:
        As `load`.

    Raises:
        UnreadableError: If the file cannot be read at all.
    """
    with open_bytes(path) as stream:
        try:
            return _load(_lines(stream), document_id)
        except (OSError, EOFError, zlib.error) as error:
            if isinstance(error, UnreadableError):
                raise
            reason = "breaks off" if isinstance(error, EOFError) else f"cannot be read ({error})"
            raise UnreadableError(os.fspath(path), reason, "fetch it again") from error


def _lines(stream: IO[bytes]) -> Iterator[JsonLine]:
    """The lines of a stream that hold something, with no more than `LINE_LIMIT` bytes of it in memory."""
    for number in range(1, MOST_LINES + 1):
        line = stream.readline(LINE_LIMIT)
        if not line:
            return
        if len(line) == LINE_LIMIT and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(LINE_LIMIT)
            yield JsonLine(number=number, text=None)
        elif not line.isspace():
            try:
                yield JsonLine(number=number, text=line.decode("utf-8"))
            except UnicodeDecodeError:
                yield JsonLine(number=number, text=line.decode("cp1252", "replace"), guessed=True)
    yield JsonLine(number=MOST_LINES + 1, text=None)


def _load(lines: Iterable[JsonLine], document_id: str) -> Loaded:
    notes = _Notes(document_id)
    read: list[ReadDecision] = []
    for item in read_values(lines):
        if isinstance(item, Flaw):
            notes.add(item.code, item.message, f"line {item.line}")
            continue
        number, value = item
        if isinstance(value, dict) and "schema_version" in value and "type" in value:
            reason = "is JSON of this library, with its keys in another order or its letters in another encoding"
            raise UnreadableError(document_id, reason, "read its text with from_json")
        read.extend(_records(value, number, notes))
    if not read:
        notes.add("no-decisions", "the JSON holds no decisions", "file")
    return _loaded(read, notes)


def _records(value: Any, number: int, notes: _Notes) -> Iterator[ReadDecision]:
    for place, envelope in enumerate(envelopes(value), start=1):
        where = f"line {number}, record {place}"
        if envelope.fields is None:
            notes.add("unknown-record", "no decision: it has neither title nor text", where)
            continue
        found = read_decision(envelope.fields, default_id=envelope.identity)
        if found is None:
            notes.add("empty-decision", "the record has neither title nor text and is left out", where)
            continue
        for code, message in found.troubles:
            notes.add(code, message, where, f"{found.decision.id}#text")
        yield found


def _loaded(read: list[ReadDecision], notes: _Notes) -> Loaded:
    apart = duplicates(decision_document(item.decision) for item in read)
    decisions = keep_apart(item.decision for item in read)
    documents = tuple(map(decision_document, decisions))
    money = [read_lines(document, decision_id=d.id) for d, document in zip(decisions, documents, strict=True)]
    corpus = Corpus(
        documents=documents,
        actors=(
            *{actor.id: actor for item in read for actor in item.actors}.values(),
            *(actor for stated in money for actor in stated.actors),
        ),
        decisions=tuple(
            attrs.evolve(decision, sources=(document.source(0, len(document.text)),))
            for decision, document in zip(decisions, documents, strict=True)
        ),
        funding_lines=tuple(line for stated in money for line in stated.lines),
    )
    return Loaded(corpus=corpus, diagnostics=(*notes.diagnostics(), *apart))
