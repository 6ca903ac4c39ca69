"""Texts as ctypes sees them."""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_size_t, c_void_p


class Text(ctypes.Structure):
    """A text that was returned, which does not end with NUL."""

    _fields_ = [("text", c_void_p), ("len", c_size_t)]

    @classmethod
    def over(cls, text: bytes) -> Text:
        """The text in these bytes, which have to outlive it."""
        return cls(ctypes.cast(c_char_p(text), c_void_p), len(text))

    def bytes(self) -> bytes:
        return ctypes.string_at(self.text, self.len)

    def __str__(self) -> str:
        return self.bytes().decode()
