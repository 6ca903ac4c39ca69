"""What the gateway plays: orders, notices and refunds, by a client that does not use wxp."""

import base64
import hashlib
import http.client
import ssl
import tempfile
import unittest

import desk
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from desk import Desk, Listener, order, read, signature

import wxp
from wxp.gateway import faults, operations


class Play(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(place.cleanup)
        arguments = ("--pays-after", "never", "--notices", 100)
        # The certificate of the server is good enough for a shop that is notified over HTTPS.
        cls.gateway = Desk(place.name, *arguments, "--notify-ca", f"{place.name}/ca.pem")
        desk.subprocess.run([*desk.COMMAND, "--folder", place.name, "--key-file", "/nowhere"],
                            capture_output=True, check=False)  # makes the certificates
        (cls.gateway.folder / "ca.pem").write_bytes(
            (cls.gateway.folder / "merchant/rootca.pem").read_bytes()
        )
        cls.gateway.__enter__()
        cls.addClassCleanup(cls.gateway.__exit__)

    def good(self, answer, algorithm="HMAC-SHA256"):
        self.assertEqual("SUCCESS", answer["return_code"], answer)
        right = signature(answer, self.gateway.secret, algorithm)
        self.assertEqual(right, answer["sign"])
        return answer

    def opened(self, notice):
        """The sealed part of the notice of a refund."""
        key = hashlib.md5(self.gateway.secret.encode()).hexdigest().encode()
        opener = Cipher(algorithms.AES(key), modes.ECB()).decryptor()
        sealed = base64.b64decode(read(notice)["req_info"])
        padded = opener.update(sealed) + opener.finalize()
        return read(padded[: -padded[-1]])

    def test_an_order_is_paid_told_refunded_and_told(self):
        for algorithm in ("MD5", "HMAC-SHA256"):
            number, refund = f"whole-{algorithm}", f"whole-{algorithm}-r"
            call = lambda path, **fields: self.good(
                self.gateway.call(path, fields, "merchant", algorithm=algorithm), algorithm
            )
            with Listener(refusals=2) as shop:
                said = call("/pay/unifiedorder", **order(number, notify_url=shop.url))
                self.assertTrue(said["code_url"].startswith("weixin://"))
                said = call("/pay/orderquery", out_trade_no=number)
                self.assertEqual("NOTPAY", said["trade_state"])
                self.gateway.admin("POST", "/pay", out_trade_no=number)
                desk.until(lambda: len(shop.taken) == 3)
                notices = [self.good(read(notice), algorithm) for notice in shop.taken]
                said = call("/pay/orderquery", out_trade_no=number)
                self.assertEqual("SUCCESS", said["trade_state"])
                for name in ("total_fee", "transaction_id", "time_end"):
                    self.assertEqual({said[name]}, {notice[name] for notice in notices})
                asked = {"total_fee": "100", "refund_fee": "40", "notify_url": shop.url}
                call("/secapi/pay/refund", out_trade_no=number, out_refund_no=refund, **asked)
                for by in ({"out_refund_no": refund}, {"out_trade_no": number}):
                    said = call("/pay/refundquery", **by)
                    self.assertEqual("PROCESSING", said["refund_status_0"])
                self.gateway.admin("POST", "/give-back", out_refund_no=refund)
                desk.until(lambda: len(shop.taken) == 4)
                self.assertNotIn("sign", read(shop.taken[3]))
                inner = self.opened(shop.taken[3])
                self.assertEqual((refund, "40"), (inner["out_refund_no"], inner["refund_fee"]))
                said = call("/pay/refundquery", refund_id=said["refund_id_0"])
                self.assertEqual("SUCCESS", said["refund_status_0"])
                self.gateway.admin("POST", "/notify", out_refund_no=refund)
                self.gateway.admin("POST", "/notify", out_trade_no=number)
                desk.until(lambda: len(shop.taken) == 6)
            told = self.gateway.admin("GET", "/notices", number=number)[1]
            results = [one["result"].split(":")[0] for one in told]
            self.assertEqual(["not acknowledged"] * 2 + ["acknowledged"], results[:3])
            orders = self.gateway.admin("GET", "/orders", number=number)[1]
            self.assertEqual([[100]], [one["charged"] for one in orders])

    def test_notices_reach_a_shop_over_https(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        place = self.gateway.folder / "gateway"
        context.load_cert_chain(place / "server.pem", place / "server.key")
        with Listener(tls=context) as shop:
            self.gateway.call("/pay/unifiedorder", order("tls", notify_url=shop.url))
            self.gateway.admin("POST", "/pay", out_trade_no="tls")
            desk.until(lambda: shop.taken)
            desk.until(lambda: f"notice of tls to {shop.url}: acknowledged" in self.gateway.log)

    def test_money_goes_back_only_with_the_certificate(self):
        self.good(self.gateway.call("/pay/unifiedorder", order("certificate")))
        back = {"out_trade_no": "certificate"}
        with self.assertRaises(http.client.HTTPException) as refused:
            self.gateway.call("/secapi/pay/reverse", back)
        self.assertEqual(400, refused.exception.args[0])
        self.assertIn("no client certificate", self.gateway.log)
        said = self.gateway.call("/secapi/pay/reverse", back, "other")
        self.assertIn("the certificate is not that of mch_id", said["return_msg"])
        with self.assertRaises(OSError):
            self.gateway.call("/secapi/pay/reverse", back, "stranger")
        self.good(self.gateway.call("/secapi/pay/reverse", back, "merchant"))

    def test_what_is_not_imitated_is_refused_clearly(self):
        for known in wxp.Endpoint.all():
            if known.path in operations.OPERATIONS:
                continue
            method = "GET" if known.get else "POST"
            status, body = self.gateway.send(method, known.path, b"" if known.get else b"<xml/>")
            said = read(body)
            self.assertEqual((200, "FAIL"), (status, said["return_code"]))
            self.assertTrue(said["return_msg"].startswith("接口未模拟: not imitated: "), said)
        said = read(self.gateway.send("POST", "/pay/nothing", b"<xml/>")[1])
        self.assertIn("no operation has this path", said["return_msg"])
        said = self.gateway.call("/pay/unifiedorder", order("sub", sub_mch_id="1900009853"))
        self.assertIn("only requests of ordinary merchants", said["return_msg"])

    def test_every_fault_of_an_answer_is_one(self):
        slow = {"vanish", "late", "slow", "huge"}  # `make test-https` plays them to real shops
        self.good(self.gateway.call("/pay/unifiedorder", order("bad")))
        self.gateway.admin("POST", "/pay", out_trade_no="bad")
        for fault in faults.KINDS["query"].keys() - slow:
            with self.subTest(fault):
                self.gateway.admin("POST", "/fault", operation="query", fault=fault)
                self.assertFalse(self.believed("bad"), "is believed")
                self.assertTrue(self.believed("bad"), "comes twice")

    def believed(self, number):
        """Whether a careful shop takes this order for paid."""
        try:
            asked = {"out_trade_no": number}
            said = self.gateway.call("/pay/orderquery", asked)
        except (OSError, http.client.HTTPException, SyntaxError, ValueError):
            return False
        if signature(said, self.gateway.secret, "HMAC-SHA256") != said.get("sign"):
            return False
        about = [said.get(name) for name in ("out_trade_no", "total_fee", "trade_state")]
        return about == [number, "100", "SUCCESS"]

    def test_a_number_and_an_option_ask_for_faults_too(self):
        self.good(self.gateway.call("/pay/unifiedorder", order("tamper-query-1")))
        self.gateway.admin("POST", "/pay", out_trade_no="tamper-query-1")
        taken = [self.believed("tamper-query-1") for _ in range(2)]
        self.assertEqual([False, True], taken)
        with Desk(self.gateway.folder, "--fault", "order=error:2") as other:
            codes = [other.call("/pay/unifiedorder", order("1")).get("err_code") for _ in range(3)]
        self.assertEqual(["SYSTEMERROR", "SYSTEMERROR", None], codes)

    def test_who_asks_for_what_is_not_there_is_told(self):
        for what, query in (
            ("/pay", {"out_trade_no": "nobody"}),
            ("/pay", {}),
            ("/fault", {"operation": "query", "fault": "nothing"}),
            ("/fault", {"operation": "query", "fault": "drop", "times": "x"}),
        ):
            status, said = self.gateway.admin("POST", what, **query)
            self.assertEqual(400, status, said)
            self.assertTrue(said["error"])
        self.assertEqual(404, self.gateway.admin("GET", "/nothing")[0])


if __name__ == "__main__":
    unittest.main()
