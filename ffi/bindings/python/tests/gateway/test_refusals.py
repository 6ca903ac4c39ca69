"""Requests that are wrong: how the gateway refuses them, and what it says about them."""

import hashlib
import tempfile
import unittest

from desk import Desk, order, read, signature, write


def joined(fields, *, names=None, key="&key={}"):
    """The string to sign, made wrongly."""
    return "&".join(f"{name}={fields[name]}" for name in names or sorted(fields)) + key


class Refusals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(place.cleanup)
        cls.gateway = Desk(place.name, "--pays-after", "never").__enter__()
        cls.addClassCleanup(cls.gateway.__exit__)

    def fields(self, number):
        settings = self.gateway.settings
        return {
            "appid": settings["appid"], "mch_id": settings["mch_id"], "nonce_str": "ibuaiVcKdpRx",
            **order(number),
        }

    def refused(self, number, fields):
        """The return_msg, and what was found."""
        said = read(self.gateway.post("/pay/unifiedorder", fields))
        self.assertEqual({"return_code", "return_msg"}, said.keys())
        self.assertEqual("FAIL", said["return_code"])
        self.assertLessEqual(len(said["return_msg"].encode()), 128)
        self.assertEqual([], self.gateway.admin("GET", "/orders", number=number)[1])
        return said["return_msg"], self.gateway.found(number)[1]

    def test_a_wrong_signature_is_explained(self):
        fields, secret = self.fields("signature"), self.gateway.secret

        def digest(text):
            return hashlib.md5(text.format(secret).encode()).hexdigest().upper()

        right = signature(fields, secret, "MD5")
        for sign, why in (
            (right.lower(), "send upper case"),
            (right + "\n", "blanks or line ends"),
            (digest(joined(fields, key="")), "were not appended"),
            (digest(joined(fields, key="&{}")), "key"),
            (digest(joined(fields, names=list(fields))), "sort"),
            (signature(fields, secret, "HMAC-SHA256"), "the other algorithm"),
            ("x", "one has 32 or 64"),
            ("", "there is no signature"),
        ):
            message, found = self.refused("signature", {**fields, "sign": sign})
            self.assertTrue(message.startswith("签名错误: "), message)
            self.assertIn(why, message)
            self.assertIn(why, found[0])

    def test_a_signature_that_nothing_explains_gets_hints_and_the_string(self):
        fields = self.fields("unknown")
        sign = signature(fields, "0" * 32, "MD5")
        _, found = self.refused("unknown", {**fields, "sign": sign})
        self.assertIn("no known mistake", found[0])
        self.assertTrue(any("the key" in one for one in found[1:]), found)
        self.assertEqual(f"signed here: {joined(fields, key='&key=…')}", found[-1])

    def test_wrong_fields_are_named(self):
        for name, value, why in (
            ("total_fee", "1.00", "not an amount in whole fen"),
            ("total_fee", "", "missing"),
            ("notify_url", "example.com", "not an http or https address"),
            ("spbill_create_ip", "localhost", "neither an IPv4 nor an IPv6 address"),
            ("out_trade_no", "x" * 33, "too long, at most 32 characters"),
            ("body", "x" * 200, "too long"),
        ):
            fields = {**self.fields("fields"), name: value}
            sign = signature(fields, self.gateway.secret, "MD5")
            message, found = self.refused(fields["out_trade_no"], {**fields, "sign": sign})
            self.assertTrue(message.startswith(f"参数错误: {name}: "), message)
            self.assertIn(why, found[0])

    def test_what_is_doubtful_is_told_and_taken_unless_strict(self):
        fields = {**self.fields("doubtful"), "sing": "1"}
        del fields["product_id"]
        signed = {**fields, "sign": signature(fields, self.gateway.secret, "MD5")}
        said = read(self.gateway.post("/pay/unifiedorder", signed))
        self.assertEqual("SUCCESS", said["result_code"])
        answer, found = self.gateway.found("doubtful")
        self.assertEqual(("SUCCESS", 2), (answer, len(found)))
        self.assertIn("sing: not a field of this operation", found[0])
        with Desk(self.gateway.folder, "--strict", "--language", "chinese") as strict:
            said = read(strict.post("/pay/unifiedorder", signed))
        self.assertEqual("参数错误: sing：该接口没有这个参数", said["return_msg"])

    def test_what_cannot_be_read_is_explained(self):
        for document, why in (
            (b"", "cut short"),
            (b"<xml>", "cut short"),
            (b"<xml><a>1</a><a>2</a></xml>", "a field that the document has already"),
            (b"<!DOCTYPE xml><xml></xml>", "DOCTYPE"),
            (b'{"appid": 1}', "JSON"),
            (b"appid=1&mch_id=2", "a string that was signed"),
            (write(self.fields("gbk")).replace(b"Tea", b"\xb2\xe8"), "UTF-8"),
        ):
            said = read(self.gateway.send("POST", "/pay/unifiedorder", document)[1])
            self.assertTrue(said["return_msg"].startswith("XML格式错误: "), said)
            self.assertIn(why, said["return_msg"])

    def test_values_cannot_move_the_cursor(self):
        fields = {**self.fields("cursor"), "attach": "\x7f\u202e\n12:00:00 /pay/x 1: SUCCESS"}
        self.gateway.post("/pay/unifiedorder", {**fields, "sign": "0" * 32})
        log = self.gateway.log
        self.assertIn("attach=\\x7f\\u202e\\n12:00:00", log)
        self.assertNotIn("\n12:00:00", log)

    def test_another_merchant_is_refused(self):
        fields = {**self.fields("merchant"), "mch_id": "1900009852"}
        sign = signature(fields, self.gateway.secret, "MD5")
        message, _ = self.refused("merchant", {**fields, "sign": sign})
        self.assertIn("not those of this gateway", message)

    def test_both_languages_are_in_the_log_and_no_secret(self):
        self.refused("log", {**self.fields("log"), "sign": "x"})
        log = self.gateway.log
        self.assertIn("/pay/unifiedorder log: refused, signature", log)
        self.assertIn("! this is no signature", log)
        self.assertIn("! 这不是签名", log)
        self.assertNotIn(self.gateway.secret, log)
        said = str(self.gateway.admin("GET", "/requests")) + str(self.gateway.admin("GET", ""))
        self.assertNotIn(self.gateway.secret, said)


if __name__ == "__main__":
    unittest.main()
