"""What the fields of records may hold: validators and converters whose errors name class, field and value."""

from __future__ import annotations

import enum as enums
from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

import attrs

from flanders_care.errors import InvalidValueError

E = TypeVar("E", bound=enums.StrEnum)
Validator: TypeAlias = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def shown(value: object, limit: int = 80) -> str:
    """Show any value in an error message, in at most `limit` characters, whatever it holds.

    Example:
        >>> shown("x" * 500, limit=12)
        "'xxxxxxxx..."
    """
    try:
        text = repr(value[:limit]) if isinstance(value, str) else repr(value)
    except (ValueError, RecursionError):  # an integer of more digits than Python prints, a list nested without end
        text = f"<{type(value).__name__}>"
    return text if len(text) <= limit else text[: limit - 3] + "..."


def _complain(instance: Any, attribute: attrs.Attribute[Any], value: Any, wanted: str) -> InvalidValueError:
    return InvalidValueError(f"{type(instance).__name__}.{attribute.name}: {wanted}, not {shown(value)}")


def instance_of(*types: type, optional: bool = False) -> Validator:
    """Make an attrs validator that names class, field and value when the type is wrong.

    Args:
        types: The types allowed; `bool` does not pass as `int`.
        optional: Whether `None` is allowed too.

    Returns:
        A validator for `attrs.field(validator=...)`; it raises `InvalidValueError`.
    """
    wanted = " or ".join(t.__name__ for t in types) + (" or None" if optional else "")
    exactly = frozenset((*types, type(None)) if optional else types)

    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) in exactly:  # nearly always, and much faster to see than an instance of a subclass
            return
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            raise _complain(instance, attribute, value, f"needs {wanted}")

    return check


def member(enum: type[E], value: E | str) -> E:
    """Turn a word into the member of a string enum; a member stays itself.

    Raises:
        InvalidValueError: For an unknown word; the message lists the words that are known.
    """
    try:
        return enum(value)
    except ValueError:
        words = ", ".join(str(known.value) for known in enum)
        raise InvalidValueError(f"{enum.__name__}: needs one of {words}, not {shown(value)}") from None


def optional_member(enum: type[E], value: E | str | None) -> E | None:
    """As `member`, and `None` stays `None`."""
    return None if value is None else member(enum, value)


def tuple_of(*types: type) -> Validator:
    """Make an attrs validator for a tuple whose items all have one of these types; `bool` does not pass as `int`."""
    wanted = "a tuple of " + " or ".join(t.__name__ for t in types)

    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, tuple):
            raise _complain(instance, attribute, value, f"needs {wanted}")
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            if not isinstance(item, types) or (item is True or item is False):
                raise _complain(instance, attribute, value, f"needs {wanted}")  # pyright: ignore[reportUnknownArgumentType]

    return check


def text_field(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Validate a text that must hold something: ids, names, quotes."""
    if not isinstance(value, str) or not value.strip():
        raise _complain(instance, attribute, value, "needs a text that is not empty")
