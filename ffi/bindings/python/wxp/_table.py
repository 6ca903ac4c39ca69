"""Fields on their way to the library, and what it says when it refuses them."""

from __future__ import annotations

from typing import Mapping, Optional, Union

from . import _native
from ._language import current, describe, difference
from .numbers import Language, Status

Text = Union[str, bytes]
Value = Union[str, bytes, int, None]
Fields = Mapping[str, Value]

# Beyond this many fields a table has to be sorted, to be explained.
_UNSORTED_MAX = 255

# What wxp_check finds out more about.
_FAULTS = (
    Status.PACKED,
    Status.FIELD_NAME,
    Status.DUPLICATE_FIELD,
    Status.CHARACTER,
    Status.NOT_UTF8,
)


class Error(Exception):
    """What the library refuses.

    The secret never shows in it, nor does a value, except those that Judgment.expect compares.
    """

    def __init__(
        self,
        status: int,
        field: Optional[str] = None,
        offset: Optional[int] = None,
        difference: Optional[tuple[str, str]] = None,
        looks: Optional[tuple[int, int]] = None,
    ) -> None:
        #: A number of wxp.Status.
        self.status = int(status)
        #: The name of the field that was refused, if it was one.
        self.field = field
        #: Where the fault is, in bytes: in the field's value (or in its name, for
        #: Status.FIELD_NAME), or in the document.
        self.offset = offset
        self._difference = difference
        self._looks = looks
        super().__init__(status, field, offset, difference, looks)

    def __str__(self) -> str:
        return self.text_in(current())

    def text_in(self, language: Language) -> str:
        """What was refused, and where, in this language."""
        if self._difference is not None:
            return difference(language, self.field or "", *self._difference)
        # What is no name of a field says little about where it stands.
        field = None if self.status == Status.FIELD_NAME else self.field
        return describe(language, self.status, field, self.offset, self._looks)


def encode(text: Text) -> bytes:
    """UTF-8, or what the library refuses as none."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def pack(fields: Fields) -> bytes:
    """The packed form of a table."""
    quickly = _native.pack(fields)
    if quickly is not None:
        return quickly
    if len(fields) > _native.PACKED_MAX:
        raise Error(Status.TOO_MANY_FIELDS)
    pairs = fields.items()
    text = "".join([f"{_name(name)}\0{_text(name, value)}\0" for name, value in pairs])
    try:
        packed = text.encode()
    except UnicodeEncodeError:
        raise refusal(fields, Status.NOT_UTF8) from None
    if packed.count(b"\0") != 2 * len(fields):
        raise refusal(fields, Status.PACKED)
    return packed


def unpack(packed: bytes) -> dict[str, str]:
    pieces = packed.decode().split("\0")
    return dict(zip(pieces[:-1:2], pieces[1::2]))


def _name(name: object) -> str:
    if not isinstance(name, str):
        raise TypeError(f"names of fields are str, not {type(name).__name__}")
    return str.__str__(name)


def _text(name: str, value: object) -> str:
    """A value as str; bytes that are not UTF-8 become what is none either."""
    if value is None:
        return ""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(int(value))
    why = ": amounts are whole fen" if isinstance(value, float) else ""
    kinds = "str, bytes, int or None"
    raise TypeError(f"field {name} takes {kinds}, not {type(value).__name__}{why}")


def pairs(fields: Fields) -> list[tuple[bytes, bytes]]:
    """A table for `packed`, which can hold what is to be refused."""
    if len(fields) > _native.PACKED_MAX:
        raise Error(Status.TOO_MANY_FIELDS)
    table = []
    for name, value in fields.items():
        text = value if isinstance(value, bytes) else encode(_text(_name(name), value))
        table.append((encode(_name(name)), text))
    for title, text in table:
        # Signing alone does not look for what cannot be sent, and NUL cannot even be packed.
        if b"\0" in text:
            raise Error(Status.CHARACTER, _readable(title), text.index(b"\0"))
    return table if len(table) <= _UNSORTED_MAX else sorted(table)


def packed(table: list[tuple[bytes, bytes]]) -> bytes:
    """The table as it is. A name with NUL is refused at the same place as one with another control
    character, which can be packed."""
    return b"".join([name.replace(b"\0", b"\1") + b"\0" + text + b"\0" for name, text in table])


def examine(fields: Fields) -> Optional[Error]:
    """What is wrong with a table, and where."""
    try:
        table = pairs(fields)
    except Error as error:
        return error
    try:
        _native.check(packed(table))
    except _native.Refused as why:
        status, (index, offset) = why.args
        known = status in (Status.FIELD_NAME, Status.CHARACTER)
        return Error(status, _readable(table[index][0]), offset if known else None)
    return None


def refusal(fields: Fields, status: int) -> Error:
    """The error of a call that refused a table: a packed table does not say where."""
    fault = examine(fields) if status in _FAULTS else None
    return fault or Error(status)


def _readable(name: bytes) -> str:
    return name.decode("utf-8", "replace")
