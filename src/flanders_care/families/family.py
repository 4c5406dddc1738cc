"""A family: what a kind of document is called, what tells it, and what reads it."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import TypeAlias

import attrs

from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.regex import regex

Reader: TypeAlias = Callable[[Document], Loaded]
"""Reads one document: pure, never raises for what the text holds."""


@attrs.frozen
class Cue:
    """A heading, mark or turn of phrase that tells a family.

    Attributes:
        weight: What each place counts for.
        most: How many places count at most.
        as_is: Whether the text is looked at as it is; in lower case otherwise.
        words: A regular expression, matched line by line; linear, without nested repetition.
    """

    weight: float
    most: int
    as_is: bool
    words: str

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, made ready when it is first looked for."""
        return regex(self.words, re.MULTILINE)


@attrs.frozen
class Family:
    """A kind of document.

    Attributes:
        name: Name, such as `"press-release"`.
        cues: What tells it from its text.
        read: What reads a document of it.
    """

    name: str
    cues: tuple[Cue, ...]
    read: Reader


def read_cues(family: str) -> tuple[Cue, ...]:
    """Read the cues of a family that ship with the package.

    Args:
        family: Its name.

    Returns:
        Its cues in the order of the table.
    """
    rows = (line.split("\t", 4) for line in read_lines("families/family_cues.tsv"))
    return tuple(
        Cue(float(weight), int(most), case == "asis", words)
        for name, weight, most, case, words in rows
        if name == family
    )
