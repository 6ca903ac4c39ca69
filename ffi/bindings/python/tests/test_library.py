"""The extension is the one that is described, and of the version that the package names."""

import ast
import re
import unittest

import support
import wxp
from wxp import _native

FOLDER = support.ROOT / "ffi/bindings/python"


class Library(unittest.TestCase):
    def test_the_version_is_the_package_s(self):
        project = (FOLDER / "pyproject.toml").read_text()
        (version,) = re.findall(r'^version = "(.*)"$', project, re.MULTILINE)
        self.assertEqual((wxp.__version__, wxp.version()), (version, version))

    def test_the_description_names_what_the_extension_has(self):
        described = set()
        for node in ast.parse((FOLDER / "wxp/_native.pyi").read_text()).body:
            if isinstance(node, ast.AnnAssign):
                described.add(node.target.id)
            elif isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                described.add(node.name)
        self.assertEqual(described, {name for name in dir(_native) if not name.startswith("__")})

    def test_arguments_of_wrong_types(self):
        key = _native.Key()
        for call in (
            lambda: _native.sign("key", b""),
            lambda: _native.sign(object(), b""),
            lambda: _native.sign(key, "text"),
            lambda: _native.key_init(key, 1, b"x" * 32, False),
            lambda: _native.expect(b"short", b"", b""),
            lambda: _native.xml_read(None),
        ):
            with self.assertRaises(TypeError):
                call()

    def test_a_key_that_was_never_made(self):
        with self.assertRaises(_native.Refused) as caught:
            _native.sign(_native.Key(), b"a\x001\x00")
        self.assertEqual(caught.exception.args, (wxp.Status.KEY, None))


if __name__ == "__main__":
    unittest.main()
