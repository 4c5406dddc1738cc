"""Handing records on: exact JSON and JSON lines, Arrow, CSV and data frames."""

from __future__ import annotations

from flanders_care.exchange.json import SCHEMA_VERSION, from_json, open_corpus, save, to_json
from flanders_care.exchange.jsonl import dump_lines, parse_lines, read_lines, write_lines

__all__ = [
    "SCHEMA_VERSION",
    "dump_lines",
    "from_json",
    "open_corpus",
    "parse_lines",
    "read_lines",
    "save",
    "to_json",
    "write_lines",
]
