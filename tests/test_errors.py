"""Errors: one root, messages that say what to do, and a way through worker processes."""

from __future__ import annotations

import pickle

import pytest

from flanders_care import errors

EXAMPLES = [
    errors.FlandersCareError("something"),
    errors.InvalidValueError("Actor.id: needs a text"),
    errors.UnreadableError("note.txt", "no such file", "check the path"),
    errors.UnknownNameError("no family 'x'"),
    errors.NotAddableError("EUR and USD are different money"),
    errors.ExchangeError("needs a text", "$.id"),
    errors.MissingExtraError("frames", "decisions_from_frame"),
    errors.WrongArgumentError("lines: give a list"),
    errors.MissingPackageError("sentence-transformers", "encoding texts with a model"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_pickled(error: errors.FlandersCareError) -> None:
    """Every error survives pickling with its message and its parts."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_all_errors_have_one_root() -> None:
    """Whoever catches `FlandersCareError` catches all of them, and each has an example here."""
    classes = {getattr(errors, name) for name in errors.__all__}
    assert all(issubclass(cls, errors.FlandersCareError) for cls in classes)
    assert {type(example) for example in EXAMPLES} == classes


def test_messages_say_what_to_do() -> None:
    """Path, reason and advice stand in the message; an extra is named as pip wants it."""
    assert str(EXAMPLES[2]) == "note.txt: no such file; check the path"
    assert str(EXAMPLES[5]) == "$.id: needs a text"
    assert 'pip install "flanders-care[frames]"' in str(EXAMPLES[6])
