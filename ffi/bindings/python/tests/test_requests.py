"""Requests are checked before they are signed, where the operation is named."""

import pickle
import unittest

import support
import wxp
from wxp import FindingKind, Language

TRANSFERS = "/mmpaymkttransfers/promotion/transfers"
RED_PACKET = "/mmpaymkttransfers/sendredpack"
UNIFIED = "/pay/unifiedorder"

ORDER = {
    "appid": "wxd930ea5d5a258f4f",
    "mch_id": "10000100",
    "nonce_str": "ibuaiVcKdpRxkhJA",
    "body": "\u8336",
    "out_trade_no": "20260101001",
    "total_fee": 888,
    "spbill_create_ip": "123.12.12.123",
    "notify_url": "https://example.com/notify",
    "trade_type": "JSAPI",
    "openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
}


def case(name):
    lines = (support.DATA / "field_cases" / name).read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


class Requests(unittest.TestCase):
    def setUp(self):
        self.addCleanup(wxp.set_language, Language.ENGLISH)
        self.key = wxp.Key(wxp.Algorithm.MD5, support.SECRET)

    def found(self, name, operation):
        return self.key.check(case(name), operation)

    def test_a_right_request_has_no_findings(self):
        self.assertEqual(self.key.check(ORDER, UNIFIED), [])
        self.assertEqual(self.key.write(ORDER, UNIFIED), self.key.write(ORDER))

    def test_names_of_another_operation(self):
        found = self.found("12-transfers-mch_id.txt", TRANSFERS)
        self.assertEqual(
            [(one.kind, one.certain, one.field, one.index, one.meant) for one in found],
            [
                (FindingKind.NOT_A_FIELD, True, "mch_id", 5, "mchid"),
                (FindingKind.NOT_A_FIELD, True, "appid", 10, "mch_appid"),
                (FindingKind.MISSING, True, "mch_appid", None, None),
                (FindingKind.MISSING, True, "mchid", None, None),
            ],
        )
        self.assertEqual(found[0].text, "mch_id: not a field of this operation; is mchid meant?")

    def test_a_field_too_many(self):
        (one,) = self.found("43-redpack-trade_type.txt", RED_PACKET)
        self.assertEqual((one.kind, one.field), (FindingKind.NOT_A_FIELD, "trade_type"))
        self.assertEqual((one.certain, one.meant, one.alternatives), (True, None, ()))

    def test_many_mistakes(self):
        found = self.found("34-request-many-mistakes.txt", UNIFIED)
        self.assertEqual(
            [(one.kind, one.field, one.offset) for one in found],
            [
                (FindingKind.CHARACTERS, "out_trade_no", 1),
                (FindingKind.AMOUNT, "total_fee", 1),
                (FindingKind.IP, "spbill_create_ip", 0),
                (FindingKind.NOTIFY_URL_QUERY, "notify_url", 23),
                (FindingKind.TIME, "time_expire", 13),
                (FindingKind.CURRENCY, "fee_type", 0),
                (FindingKind.MISSING_FOR, "openid", 0),
            ],
        )
        self.assertEqual(found[-1].alternatives, ("sub_openid",))
        self.assertEqual(found[-1].condition, ("trade_type", "JSAPI"))
        self.assertTrue(all(one.certain for one in found))
        self.assertEqual(found[1].text, "total_fee: not an amount in whole fen, at byte 1")

    def test_texts_in_chinese(self):
        one = self.found("34-request-many-mistakes.txt", UNIFIED)[1]
        chinese = "total_fee\uff1a\u91d1\u989d\u5e94\u4e3a\u6574\u6570"
        self.assertTrue(one.text_in(Language.CHINESE).startswith(chinese))
        wxp.set_language(Language.CHINESE)
        self.assertEqual(one.text, one.text_in(Language.CHINESE))

    def test_more_findings_than_usual(self):
        found = self.key.check({f"f{number}": "1" for number in range(300)}, UNIFIED)
        strangers = [one.field for one in found if one.kind == FindingKind.NOT_A_FIELD]
        self.assertEqual(strangers, [f"f{number}" for number in range(300)])

    def test_what_is_certain_refuses_the_request(self):
        fields = case("34-request-many-mistakes.txt")
        with self.assertRaises(wxp.WrongRequest) as caught:
            self.key.write(fields, UNIFIED)
        error = caught.exception
        self.assertEqual(list(error.findings), self.key.check(fields, UNIFIED))
        self.assertEqual(str(error).splitlines(), [one.text for one in error.findings])
        self.assertIn("\u91d1\u989d", error.text_in(Language.CHINESE))
        self.assertEqual(pickle.loads(pickle.dumps(error)).findings, error.findings)
        # A program that names no operation has not asked.
        self.assertIn(b"<total_fee>0.1</total_fee>", self.key.write(fields))

    def test_what_is_doubtful_does_not(self):
        fields = {**ORDER, "trade_type": "NATIVE"}
        (one,) = self.key.check(fields, UNIFIED)
        self.assertEqual((one.certain, one.field), (False, "product_id"))
        self.assertEqual(self.key.write(fields, UNIFIED), self.key.write(fields))
        with self.assertRaises(wxp.WrongRequest) as caught:
            self.key.write({**fields, "total_fee": "0.1"}, UNIFIED)
        self.assertEqual([one.certain for one in caught.exception.findings], [True, False])
        self.assertNotIn("product_id", str(caught.exception))

    def test_the_algorithm_is_that_of_the_key(self):
        key = wxp.Key(wxp.Algorithm.HMAC_SHA256, support.SECRET)
        kinds = [one.kind for one in key.check(ORDER, UNIFIED)]
        self.assertEqual(kinds, [FindingKind.SIGN_TYPE_MISSING])

    def test_what_is_no_operation_or_no_field(self):
        for call in (self.key.check, self.key.write):
            for name in ("/pay/nothing", "payment"):
                with self.subTest(call=call, name=name), self.assertRaises(wxp.Error) as caught:
                    call(ORDER, name)
                self.assertEqual(caught.exception.status, wxp.Status.NOT_FOUND)
            with self.assertRaises(wxp.Error) as caught:
                call({"<b>": "1"}, UNIFIED)
            self.assertEqual(caught.exception.status, wxp.Status.FIELD_NAME)
            with self.assertRaisesRegex(TypeError, "field total_fee "):
                call({"total_fee": 1.5}, UNIFIED)

    def test_a_wiped_key(self):
        self.key.wipe()
        with self.assertRaises(wxp.Error) as caught:
            self.key.write(ORDER, UNIFIED)
        self.assertEqual(caught.exception.status, wxp.Status.KEY)

    def test_no_key_is_needed(self):
        fields = {**ORDER, "total_fee": "8.88"}
        for algorithm in wxp.Algorithm:
            key = wxp.Key(algorithm, support.SECRET)
            self.assertEqual(
                wxp.check_request(fields, UNIFIED, algorithm), key.check(fields, UNIFIED)
            )
        self.assertEqual([one.field for one in wxp.check_request(fields, UNIFIED)], ["total_fee"])

    def test_findings_of_an_explanation(self):
        fields = {**ORDER, "total_fee": "8.88"}
        signed = {**fields, "sign": self.key.sign(fields)}
        found = self.key.explain(signed, operation=UNIFIED)
        self.assertEqual(found.cause, wxp.Cause.NONE)
        self.assertEqual(found.findings, tuple(self.key.check(fields, UNIFIED)))
        self.assertEqual(self.key.explain(signed).findings, ())
        with self.assertRaises(wxp.Error) as caught:
            self.key.explain(signed, operation="/pay/nothing")
        self.assertEqual(caught.exception.status, wxp.Status.NOT_FOUND)


if __name__ == "__main__":
    unittest.main()
