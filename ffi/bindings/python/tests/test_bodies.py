"""What people paste: layers around a message, lists of fields, and second signatures."""

import json
import unittest

import support
import wxp
from wxp import Algorithm, Cause, Language, Layer, SecondSignature, Sender, Status

CASES = support.DATA / "field_cases"


def key_of(text):
    return wxp.Key.nonstandard(Algorithm.MD5, text)


class Layers(unittest.TestCase):
    def test_a_line_of_a_log(self):
        body, layers = (CASES / "01-json-escaped-log.txt").read_bytes(), []
        while undone := wxp.body_undo(body):
            layers.append(undone.layer)
            body = undone.content
        self.assertEqual(layers[0], Layer.ESCAPES)
        fields = wxp.Reply.read(body.strip()).unverified()
        self.assertEqual(fields["out_trade_no"], "T20190902000001")

    def test_every_layer_in_words(self):
        texts = {wxp.Undone(layer, b"").text for layer in Layer}
        self.assertEqual(len(texts), len(Layer))
        undone = wxp.body_undo(json.dumps("<xml><a>1</a></xml>"))
        self.assertEqual((undone.layer, undone.content), (Layer.JSON_STRING, b"<xml><a>1</a></xml>"))
        self.assertIn("JSON", undone.text_in(Language.ENGLISH))
        self.assertFalse(undone.text_in(Language.CHINESE).isascii())

    def test_nothing_to_undo(self):
        self.assertIsNone(wxp.body_undo("<xml><a>1</a></xml>"))
        self.assertIsNone(wxp.body_undo(b""))

    def test_an_escape_that_stands_for_nothing(self):
        with self.assertRaises(wxp.Error) as caught:
            wxp.body_undo('"<xml>\\q</xml>"')
        self.assertEqual((caught.exception.status, caught.exception.offset), (Status.ESCAPE, 6))


class Lists(unittest.TestCase):
    def test_forms_of_a_list(self):
        for text in (
            "b=tea&a=1",
            "b=tea\na=1\n",
            '{"b": "tea", "a": "1"}',
            b"Array\n(\n    [b] => tea\n    [a] => 1\n)\n",
        ):
            with self.subTest(text=text):
                found = wxp.body_fields(text)
                self.assertEqual([*found.fields.items()], [("b", "tea"), ("a", "1")])
                self.assertFalse(found.held_key)

    def test_a_string_that_was_signed(self):
        found = wxp.body_fields(f"a=1&b=tea&key={support.SECRET}")
        self.assertEqual((found.fields, found.held_key), ({"a": "1", "b": "tea"}, True))
        self.assertNotIn(support.SECRET, repr(found))

    def test_a_name_that_comes_twice(self):
        with self.assertRaises(wxp.Error) as caught:
            wxp.body_fields("a=1&b=2&a=3")
        error = caught.exception
        self.assertEqual((error.status, error.field), (Status.DUPLICATE_FIELD, "a"))

    def test_what_is_no_list(self):
        with self.assertRaises(wxp.Error) as caught:
            wxp.body_fields('{"a": [1]}')
        self.assertEqual((caught.exception.status, caught.exception.offset), (Status.LIST, 6))

    def test_more_fields_than_a_list_can_have(self):
        with self.assertRaises(wxp.Error) as caught:
            wxp.body_fields("&".join(f"f{number}=1" for number in range(129)))
        error = caught.exception
        self.assertEqual((error.status, error.offset), (Status.TOO_MANY_FIELDS, None))


class Second(unittest.TestCase):
    KEY = support.SECRET
    APP = {
        "appid": "wx0000000000000001",
        "partnerid": "1230000109",
        "prepayid": "wx20151209183400d5e4fdbbd60934513842",
        "package": "Sign=WXPay",
        "noncestr": "SbGxX7ve",
        "timestamp": "1449657240",
    }

    def test_right_ones(self):
        app = {**self.APP, "sign": support.signature(1, self.KEY, self.APP)}
        found = key_of(self.KEY).explain_second(app)
        self.assertEqual((found.second, found.cause), (SecondSignature.APP, Cause.NONE))
        page = json.loads(
            key_of(self.KEY).payload(
                wxp.Payload.JSAPI,
                {
                    "appid": "wx1",
                    "timestamp": "1516351425",
                    "nonce_str": "abc",
                    "prepay_id": "wx2015",
                },
            )
        )
        found = key_of(self.KEY).explain_second(page)
        self.assertEqual((found.second, found.cause), (SecondSignature.JSAPI, Cause.NONE))
        self.assertIn("JSAPI", found.second_text)

    def test_a_name_that_an_app_does_not_have(self):
        wrong = {("nonce_str" if n == "noncestr" else n): v for n, v in self.APP.items()}
        signature = support.signature(1, self.KEY, wrong)
        found = key_of(self.KEY).explain_second(self.APP, signature)
        self.assertEqual(found.cause, Cause.SECOND_NONCE)
        self.assertEqual(found.field, "noncestr")
        self.assertIn("noncestr", found.text)

    def test_hints_for_another_key(self):
        found = key_of("another").explain_second({**self.APP, "sign": "0" * 32})
        self.assertEqual(found.cause, Cause.UNKNOWN)
        self.assertIn(wxp.Hint.OTHER_KEY, found.hints(Sender.CUSTOMER))

    def test_fields_that_are_none(self):
        with self.assertRaises(wxp.Error) as caught:
            key_of(self.KEY).explain_second({"body": "tea", "sign": "0" * 32})
        self.assertEqual(caught.exception.status, Status.NOT_FOUND)
        self.assertIsNone(key_of(self.KEY).explain({"body": "tea"}, "0" * 32).second_text)


if __name__ == "__main__":
    unittest.main()
