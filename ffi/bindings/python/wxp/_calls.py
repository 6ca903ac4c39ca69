"""How the library is called: room for what it writes, and errors for what it refuses."""

from __future__ import annotations

from ctypes import byref, c_int32, c_size_t, create_string_buffer, string_at
from typing import Any, Callable

from . import _views
from ._native import lib
from ._table import Error, Fields, Text, encode, pack, refusal
from .numbers import Status

# The most fields of a nested document outside of groups.
_SLOTS = 128


def must(status: int) -> None:
    if status:
        raise Error(status)


def source(name: Text) -> int:
    """The number of an operation or notice."""
    text, number = encode(name), c_int32()
    must(lib.wxp_source_find(text, len(text), byref(number)))
    return number.value


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


def read(document: bytes, call: Callable[..., int] = lib.wxp_xml_read_packed) -> bytes:
    """The packed fields of a flat document, as a function of the library reads it."""
    out, length, fault = create_string_buffer(len(document)), c_size_t(), c_size_t()
    status = call(document, len(document), out, len(document), byref(length), byref(fault))
    if status:
        raise refused(status, fault)
    return out.raw[: length.value]


def refused(status: int, fault: c_size_t) -> Error:
    """The error of a document, with its place if that is what is wrong."""
    of_document = Status.NOT_XML <= status <= Status.ENCODING or status == Status.ROOT
    return Error(status, offset=fault.value if of_document else None)


def read_nested(document: bytes) -> bytes:
    """The packed fields of a nested document that are in no group."""
    count, fault, scratch = c_size_t(), c_size_t(), create_string_buffer(len(document))
    slots = (_views.Slot * _SLOTS)()
    status = lib.wxp_xml_read_nested(
        document, len(document), slots, _SLOTS, byref(count), scratch, len(document), byref(fault)
    )
    if status:
        raise refused(status, fault)
    found = slots[: count.value]
    return b"".join([slot.name.bytes() + b"\0" + slot.value.bytes() + b"\0" for slot in found])


def read_records(document: bytes) -> list[tuple[str, dict[str, str]]]:
    """The groups of a nested document: their names and fields."""
    found, count, more = c_size_t(), c_size_t(), c_size_t()
    records = slots = scratch = None
    while True:
        status = lib.wxp_xml_records(
            document, len(document), records, found.value, byref(found),
            slots, count.value, byref(count), scratch, more.value, byref(more),
        )  # fmt: skip
        if status != Status.SPACE:
            break
        # At first there is no room, and it is said how much is needed.
        records, slots = (_views.Record * found.value)(), (_views.Slot * count.value)()
        scratch = create_string_buffer(more.value)
    if status:
        raise refused(status, more)
    return [
        (
            string_at(record.name, record.name_len).decode(),
            {str(slot.name): str(slot.value) for slot in record.fields[: record.count]},
        )
        for record in records or ()
    ]
