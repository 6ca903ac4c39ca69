"""The module loads only a library with the right ABI version."""

import ctypes.util
import os
import subprocess
import sys
import unittest

import support


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
