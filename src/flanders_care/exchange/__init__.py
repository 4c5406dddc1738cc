"""Handing records on: exact JSON and JSON lines, Arrow, CSV and data frames."""

from __future__ import annotations

from flanders_care.exchange.arrow import ArrowTable, arrow_schema, from_arrow, to_arrow
from flanders_care.exchange.csv import harmless, to_csv
from flanders_care.exchange.envelope import SCHEMA_VERSION
from flanders_care.exchange.files import open_corpus, save
from flanders_care.exchange.frames import decisions_from_frame
from flanders_care.exchange.json import from_json, to_json
from flanders_care.exchange.jsonl import dump_lines, parse_lines, read_lines, write_lines

__all__ = [
    "SCHEMA_VERSION",
    "ArrowTable",
    "arrow_schema",
    "decisions_from_frame",
    "dump_lines",
    "from_arrow",
    "from_json",
    "harmless",
    "open_corpus",
    "parse_lines",
    "read_lines",
    "save",
    "to_arrow",
    "to_csv",
    "to_json",
    "write_lines",
]
