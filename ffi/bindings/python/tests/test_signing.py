"""Fields are signed as the protocol says, and refused with their name and place."""

import unittest

import support
import wxp
from wxp import Algorithm, Cause, Key, Status

ALGORITHMS = {"MD5": Algorithm.MD5, "HMAC-SHA256": Algorithm.HMAC_SHA256}


def key(algorithm=Algorithm.MD5):
    return Key(algorithm, support.SECRET)


class Vectors(unittest.TestCase):
    def test_published_and_derived_signatures(self):
        for vector in support.data("vectors.json"):
            if vector["type"] != "sign":
                continue
            with self.subTest(vector["id"]):
                fields, secret = dict(vector["fields"]), vector["key"]
                string = vector["canonical_string"].removesuffix(f"&key={secret}")
                self.assertEqual(wxp.canonical(fields), string)
                if len(secret) > 64:
                    with self.assertRaises(wxp.Error):
                        Key.nonstandard(ALGORITHMS[vector["sign_type"]], secret)
                    continue
                with Key.nonstandard(ALGORITHMS[vector["sign_type"]], secret) as made:
                    self.assertEqual(made.sign(fields), vector["sign"])
                    made.verify({**fields, "sign": vector["sign"]})

    def test_tables_of_every_length(self):
        for count in (0, 1, 11, 255, 256, 512):
            fields = {f"f{number * 7919 % 1000}": str(number) for number in range(count)}
            for algorithm in Algorithm:
                with self.subTest(count=count, algorithm=algorithm):
                    expected = support.signature(algorithm, support.SECRET, fields)
                    self.assertEqual(key(algorithm).sign(fields), expected)


class Values(unittest.TestCase):
    def same(self, value, text):
        self.assertEqual(
            wxp.canonical({"a": value, "b": "c"}), wxp.canonical({"a": text, "b": "c"})
        )

    def test_bytes_are_text(self):
        self.same("\u8336".encode(), "\u8336")

    def test_integers_are_their_digits(self):
        self.same(0, "0")
        self.same(-1, "-1")
        self.same(2**53 + 1, "9007199254740993")
        self.same(10**40, "1" + "0" * 40)
        self.same(wxp.Status.SPACE, "30")

    def test_none_is_absent(self):
        self.assertEqual(wxp.canonical({"a": None, "b": "c"}), "b=c")
        self.assertNotIn(b"<a>", key().write({"a": None, "b": "c"}))

    def test_others_are_refused_with_the_field_named(self):
        for value in (1.0, 1.5, True, ["1"], {"a": "1"}, object(), bytearray(b"1")):
            for call in (wxp.canonical, wxp.check, key().sign, key().write, key().explain):
                with self.subTest(value=value, call=call):
                    with self.assertRaisesRegex(TypeError, "field total_fee "):
                        call({"total_fee": value})

    def test_a_float_is_told_about_fen(self):
        with self.assertRaisesRegex(TypeError, "whole fen"):
            key().sign({"total_fee": 1.0})

    def test_names_are_str(self):
        with self.assertRaisesRegex(TypeError, "int"):
            key().sign({1: "a"})


class Refusals(unittest.TestCase):
    def refused(self, fields, status, field, offset, calls=()):
        for call in calls or (wxp.canonical, wxp.check, key().sign, key().write, key().verify):
            with self.subTest(call=call), self.assertRaises(wxp.Error) as caught:
                call(fields)
            error = caught.exception
            self.assertEqual((error.status, error.field, error.offset), (status, field, offset))
        return str(caught.exception)

    def test_names(self):
        self.refused({"a": "", "1a": ""}, Status.FIELD_NAME, "1a", 0)
        self.refused({"": "1"}, Status.FIELD_NAME, "", 0)
        self.refused({"a b": "1"}, Status.FIELD_NAME, "a b", 1)
        self.refused({"a\0b": "1"}, Status.FIELD_NAME, "a\0b", 1)
        self.refused({"n" * 65: "1"}, Status.FIELD_NAME, "n" * 65, 64)

    def test_a_bad_name_is_not_repeated_in_the_message(self):
        message = self.refused({"<b>": "1"}, Status.FIELD_NAME, "<b>", 0)
        self.assertNotIn("<b>", message)
        self.assertTrue(message.endswith(", byte 0"))

    def test_values(self):
        nul = self.refused({"a": "1", "b": "x\0"}, Status.CHARACTER, "b", 1)
        self.assertTrue(nul.endswith(", field b, byte 1"))
        self.refused({"b": "x\1"}, Status.CHARACTER, "b", 1, [wxp.check, key().write])
        self.refused({"b": "\U0001f375"}, Status.CHARACTER, "b", 0, [wxp.check, key().write])
        for value in (b"\xff", "\ud800", b"\xed\xa0\x80"):
            self.refused({"b": value, "c": "\0"[:0]}, Status.NOT_UTF8, "b", None)

    def test_pieces_of_a_character_do_not_make_one(self):
        # The bytes of a character, each as Python's lone surrogate for it.
        self.refused({"b": "\udce8\udc8c\udcb6"}, Status.NOT_UTF8, "b", None)

    def test_more_than_512_fields(self):
        fields = {f"f{number}": "1" for number in range(513)}
        self.refused(fields, Status.TOO_MANY_FIELDS, None, None)

    def test_faults_of_long_tables_are_found(self):
        fields = {f"f{number}": "1" for number in range(300)}
        self.refused({**fields, "z": b"\xff"}, Status.NOT_UTF8, "z", None)

    def test_wrong_signatures(self):
        right = key().sign({"a": "1"})
        key().verify({"a": "1", "sign": right})
        calls = [key().verify]
        self.refused({"a": "2", "sign": right}, Status.SIGNATURE_MISMATCH, None, None, calls)
        self.refused({"a": "1"}, Status.UNSIGNED, None, None, calls)
        calls = [key(Algorithm.HMAC_SHA256).verify]
        self.refused({"a": "1", "sign": right}, Status.ALGORITHM_MISMATCH, None, None, calls)

    def test_values_are_never_in_messages(self):
        message = self.refused({"b": "hidden\0"}, Status.CHARACTER, "b", 6)
        self.assertNotIn("hidden", message)


class Explanations(unittest.TestCase):
    def test_the_mistake_and_its_field(self):
        fields = {"stock_id": "1", "body": "tea "}
        trimmed = key().sign({"stock_id": "1", "body": "tea"})
        said = key().explain(fields, trimmed)
        self.assertEqual((said.cause, said.field), (Cause.VALUE_TRIMMED, "body"))
        self.assertIn("without the blanks", said.text)

    def test_several_fields_are_named(self):
        fields = {"appid": "wx1", "attach": "a", "body": "tea", "goods_tag": "t"}
        said = key().explain(fields, key().sign({"appid": "wx1", "body": "tea"}))
        self.assertEqual(said.cause, Cause.FIELDS_LEFT_OUT)
        self.assertEqual((said.fields, said.field), (("attach", "goods_tag"), "attach"))

    def test_what_is_left_to_check_comes_with_the_likeliest_first(self):
        said = key().explain({"body": "tea"}, "0" * 32)
        hints = said.hints(wxp.Sender.MERCHANT)
        self.assertEqual(next(iter(hints)), wxp.Hint.OTHER_KEY)
        self.assertIn("app secret", hints[wxp.Hint.OTHER_KEY])
        refused = wxp.refusal_hints("\u6c99\u7bb1\u7b7e\u540d\u5931\u8d25", wxp.Language.CHINESE)
        self.assertEqual(next(iter(refused)), wxp.Hint.SANDBOX_KEY)
        self.assertIn("getsignkey", refused[wxp.Hint.SANDBOX_KEY])
        self.assertEqual(wxp.refusal_hints("OK"), {})

    def test_the_field_sign_is_explained_without_an_offer(self):
        fields = {"a": "1", "sign": key().sign({"a": "1"}).lower()}
        self.assertEqual(key().explain(fields).cause, Cause.LOWER_CASE)

    def test_the_order_of_the_fields_counts(self):
        # Signed in the order b, a.
        unsorted = support.hashlib.md5(f"b=1&a=2&key={support.SECRET}".encode()).hexdigest()
        self.assertEqual(
            key().explain({"b": "1", "a": "2"}, unsorted.upper()).cause, Cause.UNSORTED
        )


if __name__ == "__main__":
    unittest.main()
