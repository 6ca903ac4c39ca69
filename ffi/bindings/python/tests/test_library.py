"""The extension is the one that is described, and of the version that the package names."""

import ast
import contextlib
import gc
import re
import sys
import unittest

import support
import wxp
from wxp import Algorithm, _native

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

    def test_nothing_leaks(self):
        key = wxp.Key(Algorithm.MD5, support.SECRET)
        fields = {"appid": "wx1", "total_fee": 888, "attach": None, "sign": "0" * 32}
        second = {"appId": "wx1", "timeStamp": "1", "nonceStr": "a", "package": "prepay_id=1"}
        paid = key.write({"return_code": "SUCCESS", "result_code": "SUCCESS", "total_fee": 888})
        judgment = wxp.Reply.read(paid).judge(key, "/pay/micropay")
        calls = (
            lambda: wxp.Key(Algorithm.MD5, support.SECRET).sign(fields),
            lambda: key.verify(fields),
            lambda: key.sign({"a": "\ud800", "b": 1.5}),
            lambda: key.sign({f"a{number}": 1000 + number for number in range(513)}),
            lambda: key.write({"body": "tea" * 1000}),
            lambda: key.write({"body": "tea\0"}),
            lambda: key.payload(wxp.Payload.JSAPI, {"appid": "wx1"}),
            lambda: key.explain(fields, operation="/pay/unifiedorder").hints(wxp.Sender.GATEWAY),
            lambda: key.explain_second(second, "0" * 32),
            lambda: key.explain_second(fields, "0" * 32),
            lambda: key.unconfirmed_refund("A" * 64),
            lambda: wxp.Reply.read(paid).judge(key, "payment").expect({"total_fee": 1}),
            lambda: wxp.Reply.read(paid[:-1]),
            lambda: wxp.Reply.read_nested(paid).unverified_records(),
            lambda: judgment.expect({"total_fee": 1}),
            lambda: wxp.QuickPay().next(wxp.Event.NONE),
            lambda: wxp.QuickPay(b"x" * 12),
            lambda: wxp.body_undo('"<xml>\\q"'),
            lambda: wxp.body_undo('"<xml></xml>"'),
            lambda: wxp.body_fields("a=1&b=2"),
            lambda: wxp.body_fields("{"),
            lambda: wxp.check(fields),
            lambda: wxp.check({"<": 1}),
            lambda: wxp.canonical(fields),
            lambda: (wxp.Endpoint.find("/pay/micropay"), wxp.Endpoint.find("/no")),
            lambda: (wxp.nonce(), wxp.acknowledge("payment"), wxp.advice("payment", "X").text),
            lambda: wxp.acknowledge("/pay/micropay"),
        )
        for call in calls:

            def several(times, call=call):
                for _ in range(times):
                    with contextlib.suppress(wxp.Error, TypeError):
                        call()
                gc.collect()
                return sys.getallocatedblocks()

            with self.subTest(call=call.__code__.co_firstlineno):
                several(20)
                self.assertLess(abs(several(100) - several(100)), 50)


if __name__ == "__main__":
    unittest.main()
