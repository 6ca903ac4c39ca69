"""libwxp itself: finding and loading it."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from ctypes import c_uint32
from pathlib import Path

from ._abi import ABI_VERSION, SIGNATURES


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
