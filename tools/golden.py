"""Compare what the library reads with what it read before: every sum, every date and every record of the texts at hand.

Usage: `python tools/golden.py` compares with the files in `tests/golden` and prints what differs; `--write` writes them
anew. `--against SRC` compares with the library in another source folder instead (one that holds `flanders_care`, such
as `src` of another working tree), attribute by attribute. `--only WORD` takes only texts and documents whose name holds
the word, `--ignore NAME` leaves an attribute out of `--against`, `--all` prints every difference.

The texts are the seeds and, where they are, the documents of the folder that `FLANDERS_CARE_SHARED` names (default
`../shared`). The files hold names, places and hashes, and nothing of the texts: see `tests/golden/README.md`. Exit code
1 says that something differs.
"""

from __future__ import annotations

import argparse
import datetime
import enum
import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

import flanders_care as fc

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "tests/golden"
SEEDS: Final = ROOT / "seeds"
LARGEST_TEXT: Final = 400_000
SHOWN: Final = 40
LONG: Final = 300

MARK: Final = 6

READERS: Final[Mapping[str, Callable[[str], Iterable[Any]]]] = {"mentions": fc.read_amounts, "dates": fc.read_dates}

#: What is hashed of each, in this order; of a date or record its place or id, and the places of its sources, as well.
HASHED: Final[Mapping[str, tuple[str, ...]]] = {
    "mentions": (
        "amount.value",
        "amount.low",
        "amount.high",
        "amount.qualifier",
        "amount.currency",
        "recurrence",
        "years",
        "role",
        "same_as",
        "part_of",
    ),
    "dates": ("iso", "until"),
    "documents": ("family", "title", "date", "text"),
    "actors": ("name", "kind", "aliases"),
    "programmes": ("name", "kind", "aliases", "pillars", "involvements"),
    "commitments": ("text", "kind", "section", "deadline", "actor_ids", "programme_id"),
    "decisions": ("title", "text", "date", "kind", "step", "aliases"),
    "funding_lines": (
        "amount",
        "stage",
        "recurrence",
        "years",
        "payer_ids",
        "recipient_ids",
        "same_as",
        "part_of",
    ),
    "claims": ("text", "decision_ids", "section"),
    "indicators": ("value", "unit", "qualifier", "years"),
}
COUNTED: Final = frozenset({"diagnostics", "error"})

Values: TypeAlias = dict[str, Any]
"""The attributes of one mention or record, as plain values."""

Facts: TypeAlias = dict[str, dict[str, dict[str, Values]]]
"""What was read: by table (`mentions`, `dates`, `records`), by row, by mention or record. A row of records is named
`document<TAB>kind`."""

Lines: TypeAlias = dict[str, dict[str, tuple[str, ...]]]
"""The golden files: by table, by row, the columns behind the name of the row."""


# --- plain values and hashes -----------------------------------------------------------------------------------------


def plain(value: object) -> Any:
    """Make a value one that JSON can hold and that is written in one way only.

    A decimal becomes plain digits without needless noughts, an enum its value, a record a dictionary, and a long text
    its length and hash.
    """
    if isinstance(value, enum.Enum):
        value = value.value
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return value if len(value) <= LONG else f"{len(value)} characters, {digest(value)}"
    if isinstance(value, Decimal):
        return _digits(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if attrs.has(type(value)):
        return attributes(value)
    if isinstance(value, Mapping):
        return {str(key): plain(found) for key, found in value.items()}
    if isinstance(value, Iterable):
        return [plain(found) for found in value]
    return str(value)


def _digits(value: Decimal) -> str:
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def attributes(record: Any) -> Values:
    """Return the public attributes of a record as plain values."""
    names = [field.name for field in attrs.fields(type(record)) if not field.name.startswith("_")]
    return {name: plain(getattr(record, name)) for name in names}


def digest(value: object, digits: int = 8) -> str:
    """Return the first hexadecimal digits of the BLAKE2 hash of a plain value."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=True, sort_keys=True)
    return hashlib.blake2b(text.encode()).hexdigest()[:digits]


def _look_up(values: Values, name: str) -> Any:
    found: Any = values
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


# --- what is there to read -------------------------------------------------------------------------------------------


def shared_folder() -> Path | None:
    """Return the folder with real documents, or `None` where it is absent."""
    folder = Path(os.environ.get("FLANDERS_CARE_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "corpus").is_dir() else None


def texts(shared: Path | None) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of every text, in a fixed order."""
    for path in sorted(SEEDS.glob("*.txt")):
        yield f"seeds/{path.name}", _read(path)
    if shared is None:
        return
    with (shared / "corpus/decisions.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            yield f"decisions/{row['id']}", row["text"] or ""
    for part, pattern in (("agreement", "*.txt"), ("adherence_reports", "**/*.md")):
        for path in sorted((shared / "corpus").glob(f"{part}/{pattern}")):
            yield path.relative_to(shared / "corpus").as_posix(), _read(path)
    for path in sorted((shared / "documents").glob("**/*.txt")):
        if not path.stem.endswith("-layout") and path.stat().st_size <= LARGEST_TEXT:
            yield path.relative_to(shared).as_posix(), _read(path)


def documents(shared: Path | None) -> Iterator[tuple[str, Callable[[], fc.Loaded]]]:
    """Yield the name of everything that is loaded, and how, in a fixed order."""
    for path in sorted(SEEDS.glob("*.txt")):
        yield f"seeds/{path.name}", partial(fc.load, path)
    yield "seeds", lambda: fc.Loaded(corpus=fc.load_seeds())
    if shared is None:
        return
    corpus = shared / "corpus"
    yield "agreement", partial(fc.load, corpus / "agreement")
    for path in sorted(corpus.glob("adherence_reports/**/*.md")):
        yield path.relative_to(corpus).as_posix(), partial(fc.load, path)
    yield "decisions.jsonl", partial(fc.load, corpus / "decisions.jsonl")
    for name in labelled(shared / "documents"):
        yield f"documents/{name}", partial(fc.load, shared / "documents" / name)


def labelled(folder: Path) -> list[str]:
    """Return the names of the documents that have labels; PDF files are not read."""
    found: set[str] = set()
    for path in sorted(folder.glob("*_gold.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        rows = [data, *(row for group in data.values() if isinstance(group, list) for row in group)]
        found.update(row["file"] for row in rows if isinstance(row, dict) and "file" in row)
    return sorted(name for name in found if not name.endswith(".pdf") and (folder / name).is_file())


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


# --- reading ---------------------------------------------------------------------------------------------------------


def read_facts(shared: Path | None, only: str = "") -> Facts:
    """Read all texts and load all documents whose name holds `only`."""
    facts: Facts = {"mentions": {}, "dates": {}, "records": {}}
    for name, text in texts(shared):
        if only in name:
            for table, reader in READERS.items():
                found = _keyed((f"{item.start}-{item.end}", attributes(item)) for item in reader(text))
                if found:
                    facts[table][name] = found
    for name, loader in documents(shared):
        if only in name:
            facts["records"] |= records_of(name, loader)
    return facts


def records_of(name: str, loader: Callable[[], fc.Loaded]) -> dict[str, dict[str, Values]]:
    """Load a document and return its records by kind, its diagnostics by code, or the error that it gives."""
    try:
        loaded = loader()
    except fc.FlandersCareError as error:
        return {f"{name}\terror": {type(error).__name__: {}}}
    rows: dict[str, dict[str, Values]] = {}
    for kind in sorted(field.name for field in attrs.fields(fc.Corpus)):
        group = getattr(loaded.corpus, kind)
        if isinstance(group, tuple) and group:
            rows[f"{name}\t{kind}"] = _keyed((record.id, attributes(record)) for record in group)
    codes = Counter(note.code for note in loaded.diagnostics)
    if codes:
        rows[f"{name}\tdiagnostics"] = {code: {"count": count} for code, count in sorted(codes.items())}
    return rows


def _keyed(items: Iterable[tuple[str, Values]]) -> dict[str, Values]:
    """Put items under their keys; a key that comes again gets a number."""
    found: dict[str, Values] = {}
    seen: Counter[str] = Counter()
    for key, values in items:
        seen[key] += 1
        found[key if seen[key] == 1 else f"{key}#{seen[key]}"] = values
    return found


# --- the golden files ------------------------------------------------------------------------------------------------


def to_lines(facts: Facts) -> Lines:
    """Return what the golden files hold of the facts."""
    return {table: {row: _columns(table, row, found) for row, found in rows.items()} for table, rows in facts.items()}


def _columns(table: str, row: str, found: Mapping[str, Values]) -> tuple[str, ...]:
    kind = _kind(table, row)
    if kind in COUNTED:
        return tuple(f"{key}={values['count']}" if values else key for key, values in found.items())
    if table == "mentions":
        return str(len(found)), *(f"{key}-{mark(kind, key, found[key])}" for key in found)
    marks = [mark(kind, key, found[key]) for key in sorted(found)]
    return str(len(found)), digest(sorted(found)), digest(marks), "".join(marks)


def mark(kind: str, key: str, values: Values) -> str:
    """Return the hash of a mention, a date, or a record of a kind."""
    hashed = [_look_up(values, name) for name in HASHED.get(kind, ())]
    if kind == "mentions":
        return digest(hashed)
    places = [[place["document_id"], place["start"], place["end"]] for place in values.get("sources") or ()]
    return digest([key, places, *hashed], MARK)


def _kind(table: str, row: str) -> str:
    return row.rpartition("\t")[2] if table == "records" else table


def read_golden(folder: Path = FOLDER) -> Lines:
    """Read the golden files."""
    lines: Lines = {}
    for table in ("mentions", "dates", "records"):
        lines[table] = {}
        for line in (folder / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
            name, *columns = line.split("\t")
            if table == "records":
                name, columns = f"{name}\t{columns[0]}", columns[1:]
            lines[table][name] = tuple(columns)
    return lines


def write_golden(lines: Lines, folder: Path = FOLDER) -> None:
    """Write the golden files."""
    for table, rows in lines.items():
        text = "".join("\t".join((name, *columns)) + "\n" for name, columns in rows.items())
        (folder / f"{table}.tsv").write_text(text, encoding="utf-8", newline="\n")


def selected(lines: Lines, *, only: str = "", seeds_alone: bool = False) -> Lines:
    """Return the rows whose document has a name that holds `only`; with `seeds_alone` those of the seeds."""
    return {
        table: {
            row: columns
            for row, columns in rows.items()
            if only in (name := row.partition("\t")[0]) and (not seeds_alone or name.partition("/")[0] == "seeds")
        }
        for table, rows in lines.items()
    }


# --- differences -----------------------------------------------------------------------------------------------------


def compare_golden(golden: Lines, facts: Facts) -> list[str]:
    """Say what differs between the golden files and what was read; of what is new, the attributes are shown."""
    notes: list[str] = []
    for table, rows in to_lines(facts).items():
        for row in dict.fromkeys((*golden[table], *rows)):
            old, new = golden[table].get(row, ()), rows.get(row, ())
            if old != new:
                changes = _explain(_kind(table, row), old, new, facts[table].get(row, {}))
                notes += [f"{table} {_name(row)}: {change}" for change in changes]
    return notes


def _explain(kind: str, old: Sequence[str], new: Sequence[str], found: Mapping[str, Values]) -> Iterator[str]:
    if kind in COUNTED:
        yield f"was {' '.join(old) or 'nothing'}, is {' '.join(new) or 'nothing'}"
    elif kind == "mentions":
        yield from _changed_mentions(old, new, found)
    else:
        yield from _changed_marks(kind, old, new, found)


def _changed_mentions(old: Sequence[str], new: Sequence[str], found: Mapping[str, Values]) -> Iterator[str]:
    before, after = (dict(entry.rsplit("-", 1) for entry in columns[1:]) for columns in (old, new))
    for place in sorted({*before, *after}, key=_position):
        if place not in after:
            yield f"{place} is gone"
        elif before.get(place) != after[place]:
            yield f"{place} {'has changed' if place in before else 'is new'}: {_shown(found[place])}"


def _changed_marks(kind: str, old: Sequence[str], new: Sequence[str], found: Mapping[str, Values]) -> Iterator[str]:
    (count, ids, _, marks), (count_now, ids_now, _, marks_now) = (
        columns or ("0", "", "", "") for columns in (old, new)
    )
    before, after = (Counter(text[at : at + MARK] for at in range(0, len(text), MARK)) for text in (marks, marks_now))
    same = "the same ids" if ids == ids_now else "other ids"
    yield f"{count} became {count_now}, {same}; {(before - after).total()} are gone or were changed"
    for key in sorted(found):
        if mark(kind, key, found[key]) not in before:
            yield f"{key} is new or has changed: {_shown(found[key])}"


def compare_facts(old: Facts, new: Facts, ignore: Iterable[str] = ()) -> list[str]:
    """Say what differs between two readings, attribute by attribute."""
    notes: list[str] = []
    one_sided: Counter[str] = Counter()
    hidden = frozenset(ignore)
    for table in new:
        for row in dict.fromkeys((*old[table], *new[table])):
            before, after = old[table].get(row, {}), new[table].get(row, {})
            kind = _kind(table, row)
            for key in dict.fromkeys((*before, *after)):
                where = f"{table} {_name(row)}: {key}"
                if key not in after:
                    notes.append(f"{where} is gone: {_shown(before[key])}")
                elif key not in before:
                    notes.append(f"{where} is new: {_shown(after[key])}")
                else:
                    one_sided.update(f"{kind}.{name}" for name in before[key].keys() ^ after[key].keys())
                    notes += [f"{where} {change}" for change in _changes(before[key], after[key], hidden)]
    notes += [f"only one of the two has the attribute {name} ({count} times)" for name, count in one_sided.items()]
    return notes


def _changes(before: Values, after: Values, hidden: frozenset[str]) -> Iterator[str]:
    names = [name for name in before if name in after and name not in hidden and before[name] != after[name]]
    for name in names:
        quote = "" if name == "quote" or "quote" not in after else f" in {after['quote']!r}"
        yield f"{name}{quote}: {_value(before[name])} -> {_value(after[name])}"


def _shown(values: Values) -> str:
    """The attributes of a mention or record that say something, its words first."""
    kept = {
        name: found for name, found in values.items() if found not in (None, [], "") and name not in {"start", "end"}
    }
    words = {"quote": kept.pop("quote")} if "quote" in kept else {}
    return ", ".join(f"{name} {_value(found)}" for name, found in (words | kept).items())


def _value(value: Any) -> str:
    if isinstance(value, dict) and {"document_id", "start", "end"} <= value.keys():
        return f"{value['document_id']}:{value['start']}-{value['end']} {value.get('quote')!r}"
    if isinstance(value, dict):
        return "(" + ", ".join(f"{name} {_value(found)}" for name, found in value.items() if found is not None) + ")"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return repr(value)


def _name(row: str) -> str:
    return row.replace("\t", " ")


def _position(place: str) -> tuple[int, int, int]:
    span, _, number = place.partition("#")
    start, _, end = span.partition("-")
    return int(start), int(end), int(number or 1)


# --- the program -----------------------------------------------------------------------------------------------------


def facts_of_other(source: Path, only: str) -> Facts:
    """Read the same texts with the library of another source folder, in an interpreter of its own."""
    if not (source / "flanders_care").is_dir():
        sys.exit(f"{source} holds no folder flanders_care; name the folder src of a working tree")
    other = subprocess.run(  # noqa: S603  # this very file
        [sys.executable, __file__, "--dump", "--only", only],
        env={**os.environ, "PYTHONPATH": str(source.resolve())},
        stdout=subprocess.PIPE,
        check=True,
    )
    data = json.loads(other.stdout)
    if not Path(data["library"]).is_relative_to(source.resolve()):
        sys.exit(f"the other interpreter read with {data['library']}, not with {source}")
    facts: Facts = data["facts"]
    return facts


def main() -> None:
    """Compare, or write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the golden files anew")
    parser.add_argument("--against", type=Path, metavar="SRC", help="folder that holds another flanders_care")
    parser.add_argument("--only", default="", metavar="WORD", help="only texts and documents whose name holds it")
    parser.add_argument("--ignore", action="append", default=[], metavar="NAME", help="attribute to leave out")
    parser.add_argument("--all", action="store_true", help=f"print every difference, not the first {SHOWN}")
    parser.add_argument("--dump", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    shared = shared_folder()
    library = Path(fc.__file__).resolve().parent
    if asked.write and (shared is None or asked.only):
        sys.exit("the golden files are written whole: set FLANDERS_CARE_SHARED to the folder, and leave --only out")
    facts = read_facts(shared, asked.only)
    if asked.dump:
        json.dump({"library": str(library), "facts": facts}, sys.stdout)
        return
    print(f"Read with {library}{'' if shared else '; the seeds alone, for FLANDERS_CARE_SHARED is absent'}.")
    if asked.write:
        write_golden(to_lines(facts))
        print(f"Wrote {', '.join(f'{len(rows)} rows of {table}' for table, rows in to_lines(facts).items())}.")
        return
    if asked.against:
        notes = compare_facts(facts_of_other(asked.against, asked.only), facts, asked.ignore)
    else:
        notes = compare_golden(selected(read_golden(), only=asked.only, seeds_alone=shared is None), facts)
    for note in notes if asked.all else notes[:SHOWN]:
        print(note)
    hidden = "" if asked.all or len(notes) <= SHOWN else f", {len(notes) - SHOWN} of them not shown (--all)"
    print(f"{len(notes)} differences{hidden}." if notes else "No differences.")
    sys.exit(1 if notes else 0)


if __name__ == "__main__":
    main()
