"""What stands on top of JSON that the library wrote: what it is, and in which version."""

from __future__ import annotations

from typing import Any, Final, cast

import attrs

from flanders_care.errors import ExchangeError
from flanders_care.exchange.kinds import parts_of
from flanders_care.exchange.plain import plain_value
from flanders_care.exchange.text import is_list, is_object
from flanders_care.fields import shown

SCHEMA_VERSION: Final = 1
"""The version of the JSON that this library writes. A field that is added does not change it; a new meaning does."""


def enveloped(obj: object) -> Any:
    """Make the plain value of a record, with its type and the schema version on top."""
    if type(obj) in (tuple, list):
        return [enveloped(item) for item in cast("tuple[object, ...]", obj)]
    check_record(obj)
    plain = plain_value(obj)
    if not is_object(plain):  # a record that is one text, such as a date
        return plain
    return {"schema_version": SCHEMA_VERSION, "type": type(obj).__name__, **plain}


def opened(value: Any, cls: Any, path: str = "$") -> Any:
    """Check the type and version on top of a plain value, and take them off."""
    if is_list(value):
        kinds: tuple[Any, ...] = getattr(cls, "__args__", ())
        kind = kinds[0] if kinds else Any
        return [opened(item, kind, f"{path}[{place}]") for place, item in enumerate(value)]
    if not is_object(value):
        return value
    fields = dict(value)
    check_version(fields.pop("schema_version", SCHEMA_VERSION), path)
    wanted = getattr(cls, "__name__", str(cls))
    found = fields.pop("type", wanted)
    if found != wanted and attrs.has(cls):
        raise ExchangeError(f"holds {shown(found)}, not {wanted!r}: read it with that class", f"{path}.type")
    return fields


def check_version(version: object, path: str) -> None:
    """Refuse JSON of a newer library, and what is no version."""
    if type(version) is not int or version < 1:
        raise ExchangeError(f"needs a whole number from 1, not {shown(version)}", f"{path}.schema_version")
    if version > SCHEMA_VERSION:
        raise ExchangeError(
            f"was written by a newer flanders_care (schema {version}; this one reads up to {SCHEMA_VERSION}): "
            "pip install --upgrade flanders-care",
            f"{path}.schema_version",
        )


def check_record(obj: object) -> None:
    """Refuse what is no record of any class."""
    cls: Any = type(obj)
    if not attrs.has(cls):
        raise ExchangeError(f"needs a record or a result, not {cls.__name__} ({shown(obj)})")
    parts_of(cls)  # refused here by name where the type of a field cannot be found
