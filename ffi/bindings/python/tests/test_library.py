"""The module agrees with wxp.h, and loads only a library with the right ABI version."""

import ctypes
import os
import re
import subprocess
import sys
import unittest

import support
from wxp import _native, numbers

HEADER = (support.ROOT / "include/wxp.h").read_text()
DEFINED = {
    name: int(value) for name, value in re.findall(r"^#define (WXP_\w+) (\d+)$", HEADER, re.M)
}
PREFIXES = {
    "Action": "WXP_ACTION_",
    "Body": "WXP_BODY_",
    "Signed": "WXP_SIGNED_",
    "SignType": "WXP_SIGN_TYPE_",
    "Format": "WXP_FORMAT_",
    "Payload": "WXP_PAYLOAD_",
    "Event": "WXP_EVENT_",
    "Step": "WXP_STEP_",
    "Cause": "WXP_CAUSE_",
    "Status": "WXP_E_",
}


class Header(unittest.TestCase):
    def test_numbers(self):
        for name, prefix in PREFIXES.items():
            members = {
                prefix + one: int(number)
                for one, number in getattr(numbers, name).__members__.items()
            }
            defined = {one: number for one, number in DEFINED.items() if one.startswith(prefix)}
            self.assertEqual(members, defined)
        for enum in (numbers.Algorithm, numbers.Verdict):
            for name, number in enum.__members__.items():
                self.assertEqual(DEFINED[f"WXP_{name}"], number)

    def test_sizes(self):
        for name in ("ABI_VERSION", "KEY_SIZE", "SIGNATURE_MAX", "ENTROPY_SIZE", "PACKED_MAX"):
            self.assertEqual(getattr(_native, name), DEFINED[f"WXP_{name}"])
        for name, structure in (
            ("wxp_field", _native.Field),
            ("wxp_record", _native.Record),
            ("wxp_verdict", _native.Verdict),
            ("wxp_endpoint", _native.Endpoint),
            ("wxp_timing", _native.Timing),
        ):
            body = re.search(r"\{([^{}]*)\} %s;" % name, HEADER).group(1)
            declared = re.findall(r"(\w+)(?:\[\d+\])?;", re.sub(r"/\*.*?\*/", "", body, flags=re.S))
            self.assertEqual([member for member, _ in structure._fields_], declared)
        self.assertEqual(ctypes.sizeof(_native.Key), DEFINED["WXP_KEY_SIZE"])

    def test_functions(self):
        # Structs in this module may be spelled out in parameters of C.
        types = {
            "char": "char_p",
            "int32_t": "int",
            "uint32_t": "uint",
            "size_t": "ulong",
            "uint16_t": "ushort",
            "void": "void_p",
            "wxp_status": "int",
        }
        for name, (_, parameters) in _native.SIGNATURES.items():
            declared = re.search(r"\b%s\(([^()]*)\);" % name, HEADER).group(1)
            declared = [one for one in re.split(r",\s*", declared) if one.strip() != "void"]
            with self.subTest(name):
                self.assertEqual(len(parameters), len(declared))
                for parameter, text in zip(parameters, declared):
                    kind = text.replace("const ", "").split()[0]
                    if "*" not in text:
                        self.assertEqual(parameter.__name__, "c_" + types[kind])
                    elif kind in ("char", "void") and "**" not in text:
                        self.assertEqual(parameter.__name__, "c_" + types[kind])
                    else:
                        self.assertTrue(parameter.__name__.startswith("LP_"), parameter)


class Loading(unittest.TestCase):
    def loaded(self, library):
        """What importing says with another library."""
        environment = {**os.environ, "WXP_LIBRARY": str(library)}
        folder = support.ROOT / "ffi/bindings/python"
        command = [sys.executable, "-c", "import wxp; print(wxp.version())"]
        run = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True)
        return run.stdout + run.stderr

    def test_a_library_that_is_not_there(self):
        said = self.loaded("/nowhere/libwxp.so")
        self.assertIn("ImportError: libwxp cannot be loaded: /nowhere/libwxp.so", said)
        self.assertIn("WXP_LIBRARY", said)

    def test_another_library(self):
        self.assertIn(
            "ImportError: libwxp cannot be loaded", self.loaded(ctypes.util.find_library("c"))
        )

    def test_another_abi(self):
        build = support.ROOT / "target/bindings"
        build.mkdir(parents=True, exist_ok=True)
        source, other = build / "other.c", build / "libother.so"
        source.write_text("unsigned wxp_abi_version(void) { return 2; }\n")
        subprocess.run(["cc", "-shared", "-o", other, source], check=True)
        said = self.loaded(other)
        self.assertIn("has version 2 of the ABI of libwxp; this is for 1", said)


if __name__ == "__main__":
    unittest.main()
