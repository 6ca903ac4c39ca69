"""How the library is called: what it refuses becomes an error."""

from __future__ import annotations

from typing import Callable, TypeVar

from . import _native
from ._language import look
from ._table import Error, Fields, Text, encode, pack, refusal
from .numbers import Status

Result = TypeVar("Result")


def asked(call: Callable[..., Result], *arguments: object) -> Result:
    """What a function returns."""
    try:
        return call(*arguments)
    except _native.Refused as why:
        raise Error(why.args[0]) from None


def source(name: Text) -> int:
    """The number of an operation or notice."""
    return asked(_native.source_find, encode(name))


def of_table(fields: Fields, call: Callable[..., Result], *arguments: object) -> Result:
    """What a function returns whose last argument is a packed table."""
    try:
        return call(*arguments, pack(fields))
    except _native.Refused as why:
        raise refusal(fields, why.args[0]) from None


def read(document: bytes, call: Callable[[bytes], bytes] = _native.xml_read) -> bytes:
    """The packed fields of a document, as a function of the library reads it."""
    try:
        return call(document)
    except _native.Refused as why:
        status, fault = why.args
    # Its place, and what it is instead, if that is what is wrong.
    if Status.NOT_XML <= status <= Status.ENCODING or status == Status.ROOT:
        raise Error(status, offset=fault, looks=look(document))
    raise Error(status)


def read_records(document: bytes) -> list[tuple[str, dict[str, str]]]:
    """The groups of a nested document: their names and fields."""
    # Each record is its name, its fields, and an empty name.
    pieces = iter(read(document, _native.xml_records).decode().split("\0")[:-1])
    records = []
    for record in pieces:
        fields = {}
        while name := next(pieces):
            fields[name] = next(pieces)
        records.append((record, fields))
    return records
