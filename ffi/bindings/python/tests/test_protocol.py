"""Second signatures, refunds, facts about operations, and the Quick Pay procedure."""

import json
import unittest

import support
import wxp
from wxp import (
    Action,
    Algorithm,
    Body,
    Endpoint,
    Event,
    Key,
    Next,
    Payload,
    QuickPay,
    Reply,
    Status,
)
from wxp import Step, Timing


def key(algorithm=Algorithm.MD5):
    return Key(algorithm, support.SECRET)


class Payloads(unittest.TestCase):
    fields = {
        "appid": "wxd678efh567hg6787",
        "nonce_str": "5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
        "prepay_id": "wx201410272009395522657a69038",
        "timestamp": 1414561699,
    }

    def test_a_page_takes_json_with_a_signature_of_its_own(self):
        for algorithm, name in ((Algorithm.MD5, "MD5"), (Algorithm.HMAC_SHA256, "HMAC-SHA256")):
            made = json.loads(key(algorithm).payload(Payload.JSAPI, self.fields))
            pay_sign = made.pop("paySign")
            self.assertEqual(made["signType"], name)
            self.assertEqual(made["package"], f"prepay_id={self.fields['prepay_id']}")
            self.assertEqual(pay_sign, support.signature(algorithm, support.SECRET, made))

    def test_the_field_that_is_missing_is_named(self):
        names = (
            "act_name amount appid desc err_code_des mch_billno mch_id nonce_str openid package "
            "partner_trade_no prepay_id product_id re_openid timestamp total_amount ww_msg_type wxappid"
        ).split()
        every, missing = dict.fromkeys(names, 1414561699), 0
        for kind in Payload:
            key().payload(kind, every)
            for name in names:
                with self.subTest(kind=kind, name=name):
                    try:
                        key().payload(kind, {**every, name: None})
                    except wxp.Error as error:
                        self.assertEqual((error.status, error.field), (Status.MISSING, name))
                        self.assertTrue(str(error).endswith(f", field {name}"))
                        missing += 1
        self.assertEqual(missing, 4 + 5 + 4 + 5 + 4 + 4 + 7 + 8, "as the kinds say in C's header")

    def test_what_a_kind_does_not_take(self):
        for made, kind, fields, status in (
            (
                key(Algorithm.HMAC_SHA256),
                Payload.RED_PACKET,
                {**self.fields, "package": "p"},
                Status.ALGORITHM_MISMATCH,
            ),
            (key(), Payload.JSAPI, {**self.fields, "timestamp": "now"}, Status.ARGUMENT),
            (key(), Payload.CONTRACT, {"notify_url": "shop.example"}, Status.NOTIFY_URL),
            (key(), Payload.JSAPI, {**self.fields, "a b": "1"}, Status.FIELD_NAME),
        ):
            with self.assertRaises(wxp.Error) as caught:
                made.payload(kind, fields)
            self.assertEqual(caught.exception.status, status)


class Refunds(unittest.TestCase):
    def test_sealed_documents_are_opened_and_nothing_else(self):
        opened = 0
        for vector in support.data("vectors.json"):
            if vector["type"] != "req_info":
                continue
            with self.subTest(vector["id"]):
                made = Key.nonstandard(Algorithm.MD5, vector["api_key"])
                if vector.get("plaintext", "").startswith("<root>"):
                    opened += 1
                    fields = made.unconfirmed_refund(vector["ciphertext_base64"])
                    message = vector["plaintext"].replace("root>", "xml>")
                    self.assertEqual(fields, Reply.read(message).unverified())
                    continue
                with self.assertRaises(wxp.Error) as caught:
                    made.unconfirmed_refund(vector["ciphertext_base64"])
                self.assertEqual(caught.exception.status, Status.SEALED)
        self.assertGreater(opened, 0)


class Facts(unittest.TestCase):
    def test_operations(self):
        endpoints = Endpoint.all()
        self.assertEqual(len(endpoints), 137)
        for endpoint in endpoints:
            self.assertEqual(Endpoint.find(endpoint.path), endpoint)
        refund = Endpoint.find("https://api.mch.weixin.qq.com/secapi/pay/refund?a=b")
        self.assertTrue(refund.certificate and refund.moves_money)
        self.assertEqual(refund.backup_host, "api2.mch.weixin.qq.com")
        self.assertEqual(refund.algorithms, (Algorithm.MD5, Algorithm.HMAC_SHA256))
        self.assertIsNone(Endpoint.find("/pay/none"))
        with self.assertRaises(AttributeError):
            refund.host = "elsewhere"

    def test_advice(self):
        advice = wxp.advice("/pay/micropay", "SYSTEMERROR")
        self.assertEqual(advice.action, Action.QUERY)
        self.assertIn("query", advice.text)
        with self.assertRaises(wxp.Error):
            wxp.advice("/pay/none", "SYSTEMERROR")

    def test_replies_to_notices(self):
        self.assertEqual(
            Reply.read(wxp.acknowledge("payment")).unverified()["return_code"], "SUCCESS"
        )
        again = wxp.acknowledge("payment", taken=False)
        self.assertEqual(Reply.read(again).unverified()["return_code"], "FAIL")
        with self.assertRaises(wxp.Error) as caught:
            wxp.acknowledge("native-scan")
        self.assertEqual(caught.exception.status, Status.NOT_FOUND)

    def test_bodies(self):
        for content, kind in (
            (b"", Body.EMPTY),
            (b"<xml>", Body.XML),
            (b"<html>", Body.HTML),
            ("{}", Body.JSON),
            (b"\x1f\x8b\x08", Body.GZIP),
            ("\u4ea4\u6613", Body.TEXT),
        ):
            self.assertEqual(wxp.body(content), kind)

    def test_nonces_are_new(self):
        nonces = {wxp.nonce() for _ in range(100)}
        self.assertEqual(len(nonces), 100)
        self.assertTrue(all(len(nonce) == 32 and nonce.isalnum() for nonce in nonces))

    def test_the_version_is_that_of_the_package(self):
        self.assertIn(f'version = "{wxp.version()}"', (support.ROOT / "Cargo.toml").read_text())
        project = support.ROOT / "ffi/bindings/python/pyproject.toml"
        self.assertIn(f'version = "{wxp.version()}"', project.read_text())


class QuickPays(unittest.TestCase):
    def answer(self, endpoint, **fields):
        return Reply.read(key().write(fields)).judge(key(), endpoint)

    def test_a_payment_through_power_cuts(self):
        payment = QuickPay()
        self.assertEqual(payment.next(), Next(Step.ORDER, 0))
        self.assertEqual(payment.next(Event.NO_ANSWER, 3), Next(Step.WAIT, 5))
        payment = QuickPay(payment.save())
        self.assertEqual(payment.next(Event.WAITED, 5), Next(Step.QUERY, 0))
        paid = self.answer(
            "/pay/orderquery", return_code="SUCCESS", result_code="SUCCESS", trade_state="SUCCESS",
            out_trade_no="7", transaction_id="4", total_fee=888,
        )  # fmt: skip
        payment = QuickPay(payment.save())
        self.assertEqual(payment.next(Event.QUERY, 1, paid), Next(Step.PAID, 0))

    def test_what_was_restored_never_asks_for_the_order(self):
        saved = QuickPay().save()
        for event in (Event.NONE, Event.WAITED, Event.NO_ANSWER, Event.NOT_SENT, Event.CANCELLED):
            step = QuickPay(saved).next(event).step
            self.assertIn(step, (Step.QUERY, Step.WAIT), event)

    def test_an_event_takes_only_a_judgment_of_its_own_operation(self):
        answer = {"return_code": "SUCCESS", "result_code": "FAIL", "err_code": "NOTENOUGH"}
        payment = QuickPay()
        before = payment.save()
        for event, endpoint in (
            (Event.QUERY, "/pay/micropay"),
            (Event.ORDER, "/pay/orderquery"),
            (Event.ORDER, "/pay/unifiedorder"),
            (Event.REVERSE, "payment"),
        ):
            with self.assertRaises(wxp.Error) as caught:
                payment.next(event, 1, self.answer(endpoint, **answer))
            self.assertEqual(caught.exception.status, Status.ARGUMENT)
            self.assertEqual(payment.save(), before)
        for endpoint in ("/sandboxnew/pay/micropay", "/pay/facepay", "/deposit/micropay"):
            judgment = self.answer(endpoint, **answer)
            self.assertEqual(QuickPay().next(Event.ORDER, 1, judgment).step, Step.QUERY)

    def test_a_till_without_network_is_told_so(self):
        self.assertEqual(QuickPay().next(Event.NOT_SENT, 1).step, Step.NOT_SENT)

    def test_what_is_not_authentic_is_no_answer(self):
        forged = Reply.read(
            "<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code></xml>"
        )
        payment = QuickPay()
        step = payment.next(Event.ORDER, 1, forged.judge(key(), "/pay/micropay"))
        self.assertNotEqual(step.step, Step.PAID)

    def test_timing(self):
        payment = QuickPay(timing=Timing(first_query=9))
        self.assertEqual(payment.next(Event.NO_ANSWER, 3), Next(Step.WAIT, 9))
        for wrong in ({"reverses": 256}, {"total": -1}, {"total": 65536}):
            with self.assertRaises(wxp.Error) as caught:
                Timing(**wrong)
            self.assertEqual(caught.exception.status, Status.ARGUMENT)

    def test_a_day_without_power(self):
        self.assertEqual(QuickPay().next(Event.RESUMED, 86400).step, Step.QUERY)

    def test_damage_is_noticed(self):
        saved = QuickPay().save()
        for damaged in (b"", saved + b"\0", bytes([saved[0] ^ 1]) + saved[1:], saved[:-1]):
            with self.assertRaises(wxp.Error) as caught:
                QuickPay(damaged)
            self.assertEqual(caught.exception.status, Status.ARGUMENT)

    def test_refused_events_change_nothing(self):
        payment = QuickPay()
        before = payment.save()
        for wrong in ((Event.ORDER, 1), (Event.NO_ANSWER, -1), (99, 0)):
            with self.assertRaises(wxp.Error):
                payment.next(*wrong)
            self.assertEqual(payment.save(), before)


if __name__ == "__main__":
    unittest.main()
