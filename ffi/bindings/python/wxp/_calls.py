"""How the library is called: room for what it writes, and errors for what it refuses."""

from __future__ import annotations

from ctypes import byref, c_int32, c_size_t, create_string_buffer
from typing import Any, Callable

from ._language import look
from ._native import lib
from ._table import Error, Fields, Text, encode, pack, refusal
from .numbers import Status

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
        raise refused(document, status, fault)
    return out.raw[: length.value]


def refused(document: bytes, status: int, fault: c_size_t) -> Error:
    """The error of a document, with its place and what it is if that is what is wrong."""
    if Status.NOT_XML <= status <= Status.ENCODING or status == Status.ROOT:
        return Error(status, offset=fault.value, looks=look(document))
    return Error(status)


def read_nested(document: bytes) -> bytes:
    """The packed fields of a nested document that are in no group."""
    return read(document, lib.wxp_xml_read_nested_packed)


def read_records(document: bytes) -> list[tuple[str, dict[str, str]]]:
    """The groups of a nested document: their names and fields."""
    # Each record is its name, its fields, and an empty name.
    pieces = iter(read(document, lib.wxp_xml_records_packed).decode().split("\0")[:-1])
    records = []
    for record in pieces:
        fields = {}
        while name := next(pieces):
            fields[name] = next(pieces)
        records.append((record, fields))
    return records
