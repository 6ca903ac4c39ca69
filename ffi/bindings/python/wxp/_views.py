"""Fields, texts and records as ctypes sees them."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char_p, c_size_t, c_void_p


class Field(ctypes.Structure):
    """A field that is passed; ctypes keeps the texts alive."""

    _fields_ = [
        ("name", c_char_p),
        ("name_len", c_size_t),
        ("value", c_char_p),
        ("value_len", c_size_t),
    ]


class Text(ctypes.Structure):
    """A text that was returned, which does not end with NUL."""

    _fields_ = [("text", c_void_p), ("len", c_size_t)]

    def bytes(self) -> bytes:
        return ctypes.string_at(self.text, self.len)

    def __str__(self) -> str:
        return self.bytes().decode()


class Slot(ctypes.Structure):
    """A field that was read."""

    _fields_ = [("name", Text), ("value", Text)]


class Record(ctypes.Structure):
    """A group of fields that was read."""

    _fields_ = [
        ("name", c_void_p),
        ("name_len", c_size_t),
        ("fields", POINTER(Slot)),
        ("count", c_size_t),
    ]
