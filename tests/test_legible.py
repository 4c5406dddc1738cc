"""Foreign text is shown as what it says, in the room there is, and tricks nobody."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.legible import one_line, shorten, visible


def test_visible() -> None:
    """Line ends and tabs stay, other control characters become blanks, what turns or hides goes."""
    assert visible("a\n\tb\x07c\u2067d\u2028e\ud83d") == "a\n\tb cd e\ufffd"


@given(st.text(st.characters(), max_size=50))
def test_nothing_unseen_passes(text: str) -> None:
    """No character of control or format, no half of a pair; and all that can be seen stays."""
    seen = visible(text)
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in seen)
    assert [c for c in seen if c.isprintable() and c not in " \ufffd"] == [
        c for c in text if c.isprintable() and c not in " \ufffd"
    ]
    assert visible(seen) == seen


def test_one_line_drops_controls_and_joins_blanks() -> None:
    """What a reader sees is what stands there."""
    assert one_line("  a\r\n b\u200b\x07c ") == "a b c"


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("korte zin", 20, "korte zin"),
        ("een heel lange zin, met meer", 20, "een heel lange zin…"),
        ("precies\ntien", 12, "precies tien"),
        ("precies\ntien", 11, "precies…"),
        ("eenwoorddatnietpast", 10, "eenwoordd…"),
    ],
)
def test_shorten_cuts_at_a_word(text: str, limit: int, shown: str) -> None:
    """A text that fits is kept; one that does not ends in an ellipsis, within the limit."""
    assert shorten(text, limit) == shown
    assert len(shown) <= limit
