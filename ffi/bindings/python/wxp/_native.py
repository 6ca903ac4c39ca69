"""libwxp itself: finding it, and what it exports."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from ctypes import POINTER, c_char_p, c_int32, c_size_t, c_uint16, c_uint32, c_void_p
from pathlib import Path
from typing import Any, List

ABI_VERSION = 1
KEY_SIZE, SIGNATURE_MAX, ENTROPY_SIZE, PACKED_MAX = 256, 64, 16, 512

Key = ctypes.c_uint64 * (KEY_SIZE // 8)
Signature = ctypes.c_char * SIGNATURE_MAX
QuickPay = ctypes.c_uint8 * 12


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


class Verdict(ctypes.Structure):
    _fields_ = [
        ("advice", c_char_p),
        ("fault_field", Text),
        ("verdict", c_int32),
        ("outcome", c_int32),
        ("action", c_int32),
        ("fault", c_int32),
        ("ambiguous", c_int32),
        ("source", c_int32),
        ("order", c_int32),
        ("reserved", c_int32 * 5),
    ]


class Endpoint(ctypes.Structure):
    _fields_ = [
        ("path", Text),
        ("host", Text),
        ("backup_host", Text),
        ("purpose", Text),
        ("get", c_int32),
        ("certificate", c_int32),
        ("algorithms", c_uint32),
        ("default_algorithm", c_uint32),
        ("sign_type", c_int32),
        ("answer_signed", c_int32),
        ("format", c_int32),
        ("nonce", c_int32),
        ("repeatable", c_int32),
        ("moves_money", c_int32),
        ("deprecated", c_int32),
        ("reserved", c_int32 * 5),
    ]


class Timing(ctypes.Structure):
    _fields_ = [
        ("first_query", c_uint16),
        ("spacing", c_uint16),
        ("total", c_uint16),
        ("reverse_from", c_uint16),
        ("reverse_spacing", c_uint16),
        ("reverses", c_uint16),
        ("queries", c_uint16),
        ("reserved", c_uint16),
    ]


_TEXT: List[Any] = [c_char_p, c_size_t]
_ROOM: List[Any] = [c_char_p, c_size_t, POINTER(c_size_t)]
_SLOTS = [POINTER(Slot), c_size_t, POINTER(c_size_t), c_char_p, c_size_t, POINTER(c_size_t)]
_KEY = POINTER(Key)

# Result and parameters of each function, as in wxp.h.
SIGNATURES: dict[str, tuple[Any, List[Any]]] = {
    "wxp_abi_version": (c_uint32, []),
    "wxp_version": (c_char_p, []),
    "wxp_status_text": (c_char_p, [c_int32]),
    "wxp_check": (c_int32, [POINTER(Field), c_size_t, POINTER(c_size_t), POINTER(c_size_t)]),
    "wxp_key_init": (c_int32, [_KEY, c_uint32, *_TEXT]),
    "wxp_key_init_nonstandard": (c_int32, [_KEY, c_uint32, *_TEXT]),
    "wxp_key_wipe": (None, [_KEY]),
    "wxp_sign_packed": (c_int32, [_KEY, *_TEXT, *_ROOM]),
    "wxp_verify_packed": (c_int32, [_KEY, *_TEXT]),
    "wxp_canonical_packed": (c_int32, [*_TEXT, *_ROOM]),
    "wxp_xml_write_packed": (c_int32, [_KEY, *_TEXT, *_ROOM]),
    "wxp_xml_read_packed": (c_int32, [*_TEXT, *_ROOM, POINTER(c_size_t)]),
    "wxp_refund_read_packed": (c_int32, [*_TEXT, *_ROOM, POINTER(c_size_t)]),
    "wxp_xml_read_nested": (c_int32, [*_TEXT, *_SLOTS]),
    "wxp_xml_records": (
        c_int32,
        [*_TEXT, POINTER(Record), c_size_t, POINTER(c_size_t), *_SLOTS],
    ),
    "wxp_body": (c_int32, _TEXT),
    "wxp_judge_packed": (c_int32, [_KEY, *_TEXT, *_TEXT, POINTER(Verdict)]),
    "wxp_expect_packed": (c_int32, [POINTER(Verdict), *_TEXT, *_TEXT, POINTER(Text)]),
    "wxp_source_name": (c_char_p, [c_int32]),
    "wxp_advice": (c_int32, [*_TEXT, *_TEXT, POINTER(c_int32), POINTER(c_char_p)]),
    "wxp_acknowledge": (c_int32, [*_TEXT, c_int32, *_ROOM]),
    "wxp_endpoint_count": (c_size_t, []),
    "wxp_endpoint_at": (c_int32, [c_size_t, POINTER(Endpoint)]),
    "wxp_endpoint_find": (c_int32, [*_TEXT, POINTER(Endpoint)]),
    "wxp_quickpay_new": (c_int32, [POINTER(QuickPay)]),
    "wxp_quickpay_next": (
        c_int32,
        [POINTER(QuickPay), POINTER(Timing), c_int32, POINTER(Verdict), c_uint16]
        + [POINTER(c_int32), POINTER(c_uint16)],
    ),
    "wxp_payload_packed": (c_int32, [_KEY, c_int32, *_TEXT, *_ROOM, POINTER(c_size_t)]),
    "wxp_unconfirmed_refund": (c_int32, [_KEY, *_TEXT, *_ROOM]),
    "wxp_explain": (
        c_int32,
        [_KEY, POINTER(Field), c_size_t, *_TEXT, POINTER(c_int32), POINTER(c_size_t)],
    ),
    "wxp_cause_text": (c_char_p, [c_int32]),
    "wxp_nonce": (c_int32, [c_void_p, c_size_t, *_ROOM]),
}


def _path() -> str:
    chosen = os.environ.get("WXP_LIBRARY")
    if chosen:
        return chosen
    file = {"win32": "wxp.dll", "darwin": "libwxp.dylib"}.get(sys.platform, "libwxp.so.1")
    beside = Path(__file__).with_name(file)
    return str(beside) if beside.exists() else ctypes.util.find_library("wxp") or file


def load() -> ctypes.CDLL:
    """The library, if it is there and has the ABI that this module was written for."""
    path = _path()
    try:
        library = ctypes.CDLL(path)
        abi_version = library.wxp_abi_version
    except (OSError, AttributeError) as error:
        hint = "set WXP_LIBRARY to the path of libwxp, or install it where the system looks"
        raise ImportError(f"libwxp cannot be loaded: {error}; {hint}") from None
    abi_version.restype = c_uint32
    if abi_version() != ABI_VERSION:
        raise ImportError(
            f"{path} has version {abi_version()} of the ABI of libwxp; this is for {ABI_VERSION}"
        )
    for name, (result, parameters) in SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, parameters
    return library


lib = load()
