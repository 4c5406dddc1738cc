"""Regular expressions that are made ready when they are first looked for.

Making an expression ready costs more than looking for it in many pages, and a document needs only some of those that
the library knows: importing a module makes none of them.
"""

from __future__ import annotations

import re
from typing import Any


def regex(words: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as `re.compile(words, flags)`, and is made ready when it is first used.

    Args:
        words: The expression.
        flags: As `re.compile` takes them.

    Returns:
        The expression; a wrong one raises `re.error` at its first use.

    Example:
        >>> regex("a+").fullmatch("aaa").span()
        (0, 3)
    """
    found: Any = _Waiting(words, flags)
    return found  # type: ignore[no-any-return]


class _Waiting:
    """An expression that waits: each method and attribute is asked for once and kept, and then costs as in `re`."""

    def __init__(self, words: str, flags: int) -> None:
        self._given = words, flags
        self._ready: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        self._ready = self._ready or re.compile(*self._given)
        found = getattr(self._ready, name)
        setattr(self, name, found)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return regex, self._given

    def __repr__(self) -> str:
        return f"regex{self._given!r}"
