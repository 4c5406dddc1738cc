"""Strict JSON text: what the standard library forgives (repeated keys, NaN, endless nesting) is refused with a path."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeGuard

from flanders_care.errors import ExchangeError
from flanders_care.fields import shown


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Tell whether a value is what JSON calls an object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Tell whether a value is what JSON calls an array."""
    return isinstance(value, list)


class _Refused(dict[str, Any]):
    """Stands where something is no JSON: an object of which a key stood there twice, or a word of JavaScript."""

    def __init__(self, why: str, key: str = "") -> None:
        super().__init__()
        self.why, self.key = why, key


_ONE_LINE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def write_json(plain: Any, *, indent: int | None = None) -> str:
    """Write plain values as JSON text.

    Args:
        plain: Dicts, lists and plain values.
        indent: Blanks to indent by; `None` writes one line.

    Returns:
        The text. Letters stand as they are; only half a character (a lone surrogate), which fits in no file, makes it
        one of escapes.

    Raises:
        ExchangeError: If it holds what JSON cannot.
    """
    encoder = _ONE_LINE
    if indent is not None:
        encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        text = encoder.encode(plain)
    except (ValueError, TypeError, RecursionError) as error:
        raise ExchangeError(f"holds what JSON cannot: {shown(str(error))}") from None
    if text.isascii() or _is_encodable(text):
        return text
    return json.dumps(plain, indent=indent, separators=(encoder.item_separator, encoder.key_separator))


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def parse_json(text: str | bytes) -> Any:
    """Read JSON text strictly.

    Args:
        text: The text, or its UTF-8 bytes; a byte order mark in front is passed over.

    Returns:
        Dicts, lists and plain values.

    Raises:
        ExchangeError: If it is not JSON, repeats a key, holds NaN or Infinity, or nests too deep; with the path
            where one is known.
    """
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ExchangeError(f"not UTF-8: byte {error.start} cannot be read") from None
    elif not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ExchangeError(f"needs JSON text, not {type(text).__name__}")
    refused: list[_Refused] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        often = Counter(key for key, _ in pairs)
        twice = next(key for key, _ in reversed(pairs) if often[key] > 1)
        refused.append(_Refused(f"the key stands here twice: {shown(twice)}", f".{twice}"))
        return refused[-1]

    def no_constant(word: str) -> Any:
        refused.append(_Refused(f"{word} is not a number that JSON can hold"))
        return refused[-1]

    try:
        value = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=once, parse_constant=no_constant)
    except RecursionError:
        raise ExchangeError("nested too deep to be a record") from None
    except json.JSONDecodeError as error:
        early = error.pos >= len(error.doc.rstrip())
        what, mark = ("the text ends too early", ",") if early else (error.msg, "")
        raise ExchangeError(f"not JSON: {what}{mark} at line {error.lineno}, column {error.colno}") from None
    except ValueError as error:
        raise ExchangeError(f"holds a number that is too long: {shown(str(error))}") from None
    if refused:
        path, first = next((path, part) for path, part in _walk(value) if isinstance(part, _Refused))
        raise ExchangeError(first.why, path + first.key)
    return value


def _walk(value: Any) -> Iterator[tuple[str, Any]]:
    """All values with their paths, in the order of the text; without recursion."""
    waiting: list[tuple[str, Any]] = [("$", value)]
    while waiting:
        path, part = waiting.pop()
        yield path, part
        if is_object(part):
            waiting += reversed([(f"{path}.{key}", item) for key, item in part.items()])
        elif is_list(part):
            waiting += reversed([(f"{path}[{place}]", item) for place, item in enumerate(part)])
