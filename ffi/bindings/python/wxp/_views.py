"""Texts as ctypes sees them."""

from __future__ import annotations

import ctypes
from ctypes import c_size_t, c_void_p


class Text(ctypes.Structure):
    """A text that was returned, which does not end with NUL."""

    _fields_ = [("text", c_void_p), ("len", c_size_t)]

    def bytes(self) -> bytes:
        return ctypes.string_at(self.text, self.len)

    def __str__(self) -> str:
        return self.bytes().decode()
