"""Strategies for words: names, titles and sentences that read like Flemish documents, and odd ones between them."""

from __future__ import annotations

import functools
import tomllib
from typing import Any, cast

from hypothesis import strategies as st

from flanders_care.dutch.text.wordlists import read_text


@functools.cache
def _data() -> dict[str, Any]:
    text = read_text("testing/dutch.toml")
    return tomllib.loads(text)


def plain_words(group: str) -> tuple[str, ...]:
    """The texts of one group of the word list, such as `"programmes"` or `"subjects"`."""
    return tuple(cast("list[str]", _data()[group]))


def actor_spellings() -> list[tuple[str, ...]]:
    """All bodies of the word list, each with its spellings, the usual one first."""
    return [tuple(group) for group in cast("list[list[str]]", _data()["actors"])]


def spellings() -> st.SearchStrategy[tuple[str, ...]]:
    """Draw a body with all its spellings, the usual one first."""
    return st.sampled_from(actor_spellings())


def words(group: str) -> st.SearchStrategy[str]:
    """Draw one text of a group of the word list; simpler ones stand first."""
    return st.sampled_from(sorted(plain_words(group), key=len))


def dutch_sentences(group: str = "intents") -> st.SearchStrategy[str]:
    """Draw a sentence of a kind: `"intents"`, `"decided"` or `"results"`."""

    def build(form: str, subject: str, number: int) -> str:
        return form.format(subject=subject, number=number) + "."

    return st.builds(build, words(group), words("subjects"), st.integers(2, 400))


def any_text(group: str = "intents") -> st.SearchStrategy[str]:
    """Draw a Dutch sentence, or now and then any text at all: quotes, tabs, emoji, other scripts, nothing."""
    return st.one_of(dutch_sentences(group), dutch_sentences(group), st.text(max_size=30))


def names() -> st.SearchStrategy[str]:
    """Draw a name for anything: never empty, sometimes odd."""
    odd = st.text(min_size=1, max_size=12).map(lambda tail: f"Q{tail}")
    return st.one_of(words("programmes"), words("pillars"), odd)
