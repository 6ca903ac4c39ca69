"""Documents are read strictly, and trusted only if they are authentic."""

import base64
import pickle
import unittest

import support
import wxp
from wxp import Action, Algorithm, Key, OrderState, Reply, Status, Verdict

SUCCESS = {"return_code": "SUCCESS", "result_code": "SUCCESS"}
PAID = {**SUCCESS, "out_trade_no": "7", "transaction_id": "4", "total_fee": "888"}


def key(algorithm=Algorithm.MD5):
    return Key(algorithm, support.SECRET)


class Documents(unittest.TestCase):
    def test_attacks_are_refused_and_the_rest_read(self):
        for case in support.data("attacks.json")["cases"]:
            with self.subTest(case["name"]):
                document = (
                    case["input"].encode()
                    if "input" in case
                    else base64.b64decode(case["input_b64"])
                )
                try:
                    fields = Reply.read(document).unverified()
                except wxp.Error as error:
                    fields = None
                    self.assertTrue(
                        40 <= error.status <= 59
                        or error.status in (Status.ROOT, Status.TOO_MANY_FIELDS)
                    )
                    self.assertLessEqual(error.offset or 0, len(document))
                # The profile fixes the most fields, which the library leaves to its caller.
                accepted = fields is not None and len(fields) <= 64
                self.assertEqual(accepted, case["expect"] == "accept")
                if accepted and isinstance(case.get("value"), dict):
                    self.assertEqual(fields, case["value"])

    def test_faults_have_their_place(self):
        with self.assertRaises(wxp.Error) as caught:
            Reply.read("<xml><a>\u8336</a><!-- --></xml>")
        error = caught.exception
        self.assertEqual((error.status, error.field, error.offset), (Status.COMMENT, None, 15))
        self.assertTrue(str(error).endswith(", byte 15"))

    def test_an_empty_document(self):
        with self.assertRaises(wxp.Error) as caught:
            Reply.read(b"")
        self.assertEqual(caught.exception.status, Status.TRUNCATED)

    def test_what_is_written_is_read(self):
        fields = {"body": "\u8336 <&> ]]>\r\n", "attach": '{"a":"b"}', "empty": ""}
        read = Reply.read(key().write(fields)).unverified()
        self.assertEqual(list(read), ["attach", "body", "sign"])
        self.assertEqual(read["body"], fields["body"])
        key().verify(read)

    def test_512_fields_and_no_more(self):
        fields = {f"f{number:03}": "1" for number in range(511)}
        self.assertEqual(len(Reply.read(key().write(fields)).unverified()), 512)
        with self.assertRaises(wxp.Error) as caught:
            Reply.read(key().write({**fields, "g": "1"}))
        self.assertEqual(caught.exception.status, Status.TOO_MANY_FIELDS)

    def test_groups_of_nested_documents(self):
        document = (support.DATA / "samples/rsp_gethbinfo_two_items.xml").read_bytes()
        with self.assertRaises(wxp.Error) as caught:
            Reply.read(document)
        self.assertEqual(caught.exception.status, Status.NESTED)
        reply = Reply.read_nested(document)
        self.assertEqual(reply.unverified(), {"hb_type": "NORMAL"})
        first = {"amount": "222", "openid": "111", "rcv_time": "333"}
        second = {"amount": "555", "openid": "444", "rcv_time": "666"}
        self.assertEqual(reply.unverified_records(), [("hbinfo", first), ("hbinfo", second)])
        self.assertEqual(Reply.read(b"<xml><a>1</a></xml>").unverified_records(), [])


class Judging(unittest.TestCase):
    def judged(self, endpoint="/pay/micropay", made=None, **fields):
        return Reply.read(key().write(fields)).judge(made or key(), endpoint)

    def test_an_authentic_message_has_fields(self):
        judgment = self.judged(**PAID)
        self.assertEqual(
            (judgment.verdict, judgment.outcome), (Verdict.SUCCEEDED, Verdict.SUCCEEDED)
        )
        self.assertTrue(judgment.is_authentic)
        self.assertEqual(judgment.get("total_fee"), "888")
        self.assertIsNone(judgment.get("coupon_fee"))
        self.assertEqual(list(judgment.fields()), sorted([*PAID, "sign"]))
        self.assertEqual((judgment.fault, judgment.reason, judgment.advice), (0, None, None))

    def test_what_is_not_authentic_is_only_in_reach_as_unverified(self):
        forged = key(Algorithm.HMAC_SHA256)
        judgment = self.judged(made=forged, return_code="SUCCESS", result_code="SUCCESS")
        self.assertEqual(judgment.verdict, Verdict.UNTRUSTED)
        self.assertEqual(judgment.fault, Status.ALGORITHM_MISMATCH)
        self.assertIn("algorithm", judgment.reason)
        self.assertEqual(judgment.action, Action.QUERY)
        self.assertIsNone(judgment.outcome)
        for read in (judgment.fields, lambda: judgment.get("result_code")):
            with self.assertRaisesRegex(wxp.NotAuthentic, r"unverified\(\)"):
                read()
        self.assertEqual(judgment.unverified()["result_code"], "SUCCESS")

    def test_refused_and_unvouched_messages_have_none_either(self):
        refused = Reply.read("<xml><return_code>FAIL</return_code></xml>")
        packet = "<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code></xml>"
        unvouched = Reply.read(packet)
        for reply, endpoint, verdict in (
            (refused, "/pay/micropay", Verdict.REFUSED),
            (unvouched, "/mmpaymkttransfers/sendredpack", Verdict.UNVOUCHED),
        ):
            judgment = reply.judge(key(), endpoint)
            self.assertEqual(judgment.verdict, verdict)
            self.assertRaises(wxp.NotAuthentic, judgment.fields)
        self.assertEqual(judgment.outcome, Verdict.ACCEPTED)

    def test_ambiguous_values_are_told(self):
        judgment = self.judged(**PAID, attach="1&body=2")
        self.assertTrue(judgment.ambiguous)
        judgment = self.judged(**PAID, openid="1&body=2")
        self.assertEqual((judgment.fault, judgment.fault_field), (Status.AMBIGUOUS, "openid"))
        self.assertTrue(judgment.reason.endswith(", field openid"))

    def test_a_message_of_another_kind_is_untrusted(self):
        for fields, source, fault, field in (
            ({**PAID, "transaction_id": ""}, "payment", Status.LACKS, "transaction_id"),
            ({**PAID, "prepay_id": "wx1"}, "payment", Status.FOREIGN, "prepay_id"),
            (PAID, "contract", Status.LACKS, "change_type"),
        ):
            judgment = self.judged(endpoint=source, **fields)
            self.assertEqual(judgment.verdict, Verdict.UNTRUSTED)
            self.assertEqual((judgment.fault, judgment.fault_field), (fault, field))
            self.assertTrue(judgment.reason.endswith(f", field {field}"))
            self.assertEqual(judgment.source, source)

    def test_what_an_order_came_to(self):
        for state, order in (
            ("SUCCESS", OrderState.PAID),
            ("REFUND", OrderState.REFUNDED),
            ("NOTPAY", OrderState.UNPAID),
            ("USERPAYING", OrderState.PAYING),
            ("PAYERROR", OrderState.PAY_ERROR),
            ("REVOKED", OrderState.CLOSED),
            ("other", OrderState.UNKNOWN),
        ):
            judgment = self.judged(endpoint="/pay/orderquery", **PAID, trade_state=state)
            self.assertEqual((judgment.source, judgment.order), ("/pay/orderquery", order))

    def test_unknown_sources_are_refused(self):
        with self.assertRaises(wxp.Error) as caught:
            self.judged(endpoint="/pay/none", return_code="SUCCESS")
        self.assertEqual(caught.exception.status, Status.NOT_FOUND)

    def test_notices(self):
        judgment = self.judged(endpoint="payment", **PAID)
        self.assertEqual(judgment.verdict, Verdict.SUCCEEDED)
        self.assertEqual((judgment.source, judgment.order), ("payment", OrderState.PAID))


class Expecting(unittest.TestCase):
    def judged(self, **fields):
        return Reply.read(key().write({**PAID, **fields})).judge(key(), "payment")

    def test_what_is_as_expected(self):
        judgment = self.judged(attach="\u8336")
        judgment.expect({"out_trade_no": "7", "total_fee": 888, "attach": "\u8336".encode()})
        judgment.expect({"total_fee": "888", "fee_type": "CNY", "sub_mch_id": None})

    def test_the_first_field_that_differs_is_named_with_both_values(self):
        for fields, expected, name, message in (
            ({}, {"out_trade_no": "7", "total_fee": 1}, "total_fee", "total_fee is 888, not 1"),
            ({}, {"sub_mch_id": "1"}, "sub_mch_id", "sub_mch_id is missing, not 1"),
            ({}, {"total_fee": None}, "total_fee", "total_fee is 888, and should be missing"),
            ({"fee_type": "USD"}, {"total_fee": 888}, "fee_type", "fee_type is USD, not CNY"),
        ):
            with self.assertRaises(wxp.Error) as caught:
                self.judged(**fields).expect(expected)
            error = caught.exception
            self.assertEqual((error.status, error.field), (Status.DIFFERS, name))
            self.assertEqual(str(error), message)
            self.assertEqual(str(pickle.loads(pickle.dumps(error))), message)

    def test_nothing_is_compared_with_nothing_nor_with_what_nobody_vouches_for(self):
        refused = Reply.read("<xml><return_code>FAIL</return_code></xml>")
        for judgment, expected in (
            (self.judged(), {}),
            (self.judged(refund_id="1"), {"out_trade_no": "7"}),
            (refused.judge(key(), "/pay/micropay"), {"return_code": "FAIL"}),
        ):
            with self.assertRaises(wxp.Error) as caught:
                judgment.expect(expected)
            self.assertEqual(caught.exception.status, Status.ARGUMENT)

    def test_fields_are_refused_as_elsewhere(self):
        self.assertRaises(TypeError, self.judged().expect, {"total_fee": 8.88})
        for expected, status in (
            ({"a b": "1"}, Status.FIELD_NAME),
            ({"a": "\0"}, Status.CHARACTER),
            ({"a": b"\xff"}, Status.NOT_UTF8),
        ):
            with self.assertRaises(wxp.Error) as caught:
                self.judged().expect(expected)
            error = caught.exception
            self.assertEqual((error.status, error.field), (status, [*expected][0]))


if __name__ == "__main__":
    unittest.main()
