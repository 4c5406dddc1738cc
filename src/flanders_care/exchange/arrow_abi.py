"""The Arrow C data interface, in ctypes: structures, who frees what, and the capsules that carry them.

See <https://arrow.apache.org/docs/format/CDataInterface.html>. Every structure owns itself: what it points at is kept
in `_ALIVE` under the number in its `private_data` until its `release` is called, so a consumer may move a child out
of its parent and free the two in any order.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import attrs

__all__ = ["Buffers", "Layout", "schema_capsule", "stream_capsule"]

_NULLABLE: Final = 2


@attrs.frozen(kw_only=True)
class Layout:
    """The type of a column: name, Arrow format string, whether it may be null, and the columns inside."""

    name: str
    format: str
    nullable: bool = False
    children: tuple[Layout, ...] = ()


@attrs.frozen(kw_only=True)
class Buffers:
    """The values of a column: buffers in the order of the format, `None` where there is no validity to tell."""

    length: int
    null_count: int
    buffers: tuple[bytes | bytearray | memoryview | None, ...]
    children: tuple[Buffers, ...] = ()


class _Schema(ctypes.Structure):
    pass


class _Array(ctypes.Structure):
    pass


class _Stream(ctypes.Structure):
    pass


# release is a bare address: consumers look at it and set it to null, and ctypes keeps no count of those
_Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_char_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.c_void_p),
    ("dictionary", ctypes.c_void_p),
    ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p),
]
_Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.c_void_p),
    ("children", ctypes.c_void_p),
    ("dictionary", ctypes.c_void_p),
    ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p),
]
_Stream._fields_ = [
    ("get_schema", ctypes.c_void_p),
    ("get_next", ctypes.c_void_p),
    ("get_last_error", ctypes.c_void_p),
    ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p),
]

_ReleaseFunction = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_GetFunction = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_ErrorFunction = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)

_ALIVE: Final[dict[int, Any]] = {}
_NUMBERS: Final = itertools.count(1)


def _keep(*things: Any) -> int:
    """Keep things alive until the structure that points at them is released; give the number to find them by."""
    number = next(_NUMBERS)
    _ALIVE[number] = things
    return number


def _address(function: Any) -> int | None:
    return ctypes.cast(function, ctypes.c_void_p).value


def _pointers(items: Sequence[ctypes.Structure]) -> Any:
    return (ctypes.c_void_p * max(1, len(items)))(*(ctypes.addressof(item) for item in items))


def _release_with_children(kind: type[_Schema] | type[_Array]) -> Callable[[int], None]:
    def release(address: int) -> None:
        one: Any = kind.from_address(address)
        children = (ctypes.c_void_p * one.n_children).from_address(one.children) if one.n_children else ()
        for child in children:
            inner: Any = kind.from_address(child)
            if inner.release:  # not moved out by the consumer
                _ReleaseFunction(inner.release)(child)
        one.release = None
        _ALIVE.pop(one.private_data, None)

    return release


_release_schema = _ReleaseFunction(_release_with_children(_Schema))
_release_array = _ReleaseFunction(_release_with_children(_Array))


def _fill_schema(target: Any, layout: Layout) -> None:
    children = [_Schema() for _ in layout.children]
    for child, inner in zip(children, layout.children, strict=True):
        _fill_schema(child, inner)
    pointers = _pointers(children)
    name, form = layout.name.encode("utf-8"), layout.format.encode("ascii")
    target.format, target.name, target.metadata = form, name, None
    target.flags = _NULLABLE if layout.nullable else 0
    target.n_children, target.children = len(children), ctypes.addressof(pointers)
    target.dictionary = None
    target.release = _address(_release_schema)
    target.private_data = _keep(name, form, children, pointers)


def _fill_array(target: Any, values: Buffers) -> None:
    children = [_Array() for _ in values.children]
    for child, inner in zip(children, values.children, strict=True):
        _fill_array(child, inner)
    pointers = _pointers(children)
    views = [None if buffer is None else _view(buffer) for buffer in values.buffers]
    addresses = (ctypes.c_void_p * max(1, len(views)))(
        *(None if view is None else ctypes.addressof(view) for view in views)
    )
    target.length, target.null_count, target.offset = values.length, values.null_count, 0
    target.n_buffers, target.buffers = len(views), ctypes.addressof(addresses)
    target.n_children, target.children = len(children), ctypes.addressof(pointers)
    target.dictionary = None
    target.release = _address(_release_array)
    target.private_data = _keep(values, views, addresses, children, pointers)


def _view(buffer: bytes | bytearray | memoryview) -> Any:
    """A ctypes array over the same memory; of an empty buffer, one byte, because its address may not be null."""
    if not len(buffer):
        return (ctypes.c_char * 8)()
    if isinstance(buffer, bytes):
        return (ctypes.c_char * len(buffer)).from_buffer_copy(buffer)
    size = buffer.nbytes if isinstance(buffer, memoryview) else len(buffer)
    return (ctypes.c_char * size).from_buffer(buffer)


def _stream_state(address: int) -> tuple[Layout, Iterator[Buffers]]:
    one: Any = _Stream.from_address(address)
    layout, waiting = _ALIVE[one.private_data]
    return layout, waiting


def _get_schema(stream: int, out: int) -> int:
    _fill_schema(_Schema.from_address(out), _stream_state(stream)[0])
    return 0


def _get_next(stream: int, out: int) -> int:
    batch = next(_stream_state(stream)[1], None)
    if batch is None:
        ctypes.memset(out, 0, ctypes.sizeof(_Array))  # a released array says that there are no more
    else:
        _fill_array(_Array.from_address(out), batch)
    return 0


def _get_last_error(_: int) -> None:
    """Everything that can go wrong has gone wrong before the stream was made."""


def _free_stream(stream: int) -> None:
    one: Any = _Stream.from_address(stream)
    one.release = None
    _ALIVE.pop(one.private_data, None)


# one function each for all streams: a function of its own could not free itself while it runs
_stream_functions: Final = (
    _GetFunction(_get_schema),
    _GetFunction(_get_next),
    _ErrorFunction(_get_last_error),
    _ReleaseFunction(_free_stream),
)


def _fill_stream(target: Any, layout: Layout, batches: Sequence[Buffers]) -> None:
    addresses = [_address(function) for function in _stream_functions]
    target.get_schema, target.get_next, target.get_last_error, target.release = addresses
    target.private_data = _keep(layout, iter(batches))


_new_capsule = ctypes.pythonapi.PyCapsule_New
_new_capsule.restype = ctypes.py_object
_new_capsule.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
_capsule_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_capsule_pointer.restype = ctypes.c_void_p
_capsule_pointer.argtypes = [ctypes.c_void_p, ctypes.c_char_p]  # an address: the object is being freed

_SCHEMA_NAME: Final = b"arrow_schema"
_STREAM_NAME: Final = b"arrow_array_stream"


def _destructor(name: bytes, kind: type[_Schema] | type[_Stream]) -> Any:
    def destroy(capsule: int) -> None:
        address = _capsule_pointer(capsule, name)
        one: Any = kind.from_address(address)
        if one.release:  # nobody took it
            _ReleaseFunction(one.release)(address)
        _CARRIED.pop(address, None)

    return _ReleaseFunction(destroy)


_CARRIED: Final[dict[int, Any]] = {}
_destroy_schema = _destructor(_SCHEMA_NAME, _Schema)
_destroy_stream = _destructor(_STREAM_NAME, _Stream)


def _capsule(one: ctypes.Structure, name: bytes, destroy: Any) -> object:
    address = ctypes.addressof(one)
    _CARRIED[address] = one
    return _new_capsule(address, name, _address(destroy))


def schema_capsule(layout: Layout) -> object:
    """Put a type into a capsule named `arrow_schema`."""
    one = _Schema()
    _fill_schema(one, layout)
    return _capsule(one, _SCHEMA_NAME, _destroy_schema)


def stream_capsule(layout: Layout, batches: Sequence[Buffers]) -> object:
    """Put batches of one type into a capsule named `arrow_array_stream`."""
    one = _Stream()
    _fill_stream(one, layout, batches)
    return _capsule(one, _STREAM_NAME, _destroy_stream)
