"""How the library is called: room for what it writes, and errors for what it refuses."""

from __future__ import annotations

from ctypes import byref, c_size_t, create_string_buffer
from typing import Any, Callable

from . import _native
from ._native import lib
from ._table import Error, Fields, pack, refusal
from .numbers import Status

# The most fields of a nested document outside of groups, and of one of its records.
_SLOTS = 128


def must(status: int) -> None:
    if status:
        raise Error(status)


def written(call: Callable[..., int], *arguments: Any, capacity: int = 1024) -> bytes:
    """What a function writes, in as much room as that needs."""
    while True:
        out, length = create_string_buffer(capacity), c_size_t()
        status = call(*arguments, out, capacity, byref(length))
        if status != Status.SPACE:
            must(status)
            return out.raw[: length.value]
        capacity = length.value


def of_table(fields: Fields, call: Callable[..., int], *arguments: Any) -> bytes:
    """What a function writes about a packed table."""
    packed = pack(fields)
    try:
        return written(call, *arguments, packed, len(packed), capacity=2 * len(packed) + 256)
    except Error as error:
        raise refusal(fields, error.status) from None


def read(document: bytes) -> bytes:
    """The packed fields of a flat document."""
    out, length, fault = create_string_buffer(len(document)), c_size_t(), c_size_t()
    status = lib.wxp_xml_read_packed(
        document, len(document), out, len(document), byref(length), byref(fault)
    )
    if status:
        raise refused(status, fault)
    return out.raw[: length.value]


def refused(status: int, fault: c_size_t) -> Error:
    """The error of a document, with its place if that is what is wrong."""
    of_document = Status.NOT_XML <= status <= Status.ENCODING
    return Error(status, offset=fault.value if of_document else None)


def slots(call: Callable[..., int], document: bytes, *which: Any) -> list[tuple[bytes, bytes]]:
    """The fields that a function reads of a document."""
    count, fault, scratch = c_size_t(), c_size_t(), create_string_buffer(len(document))
    slots = (_native.Slot * _SLOTS)()
    status = call(
        document, len(document), *which, slots, _SLOTS, byref(count),
        scratch, len(document), byref(fault),
    )  # fmt: skip
    if status:
        raise refused(status, fault)
    return [(slot.name.bytes(), slot.value.bytes()) for slot in slots[: count.value]]
