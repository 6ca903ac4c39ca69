"""Tests of the gateway itself, with Python's own client: what it signs and encrypts, which clients it
accepts, and that each of its faults really is one."""

import http.client
import json
import pathlib
import ssl

import checks
from gateway import Gateway
from wxp.gateway import faults, message
from wxp.gateway.notices import HUNG
from wxp.gateway.simulator import APPID, MERCHANT

VECTORS = pathlib.Path(__file__).parents[3] / "core" / "tests" / "data" / "vectors.json"
SECRET = "192006250b4c09247ec02edce69f6a2d"
NONCE = "5K8264ILTKCH16CQ2502SI8ZNMTM67VS"


def vectors():
    """The published and derived signatures and sealed parts."""
    signed = sealed = 0
    for vector in json.loads(VECTORS.read_text()):
        if vector["type"] == "sign":
            fields = dict(vector["fields"])
            made = message.sign(fields, vector["key"], vector["sign_type"])
            assert made == vector["sign"], vector["id"]
            signed += 1
        elif vector["type"] == "req_info" and "plaintext" in vector:
            made = message.seal(vector["plaintext"].encode(), vector["api_key"])
            assert made == vector["ciphertext_base64"], vector["id"]
            sealed += 1
    assert signed > 50 and sealed > 5, (signed, sealed)


class Client:
    """Python's own, with a merchant's certificate or without one."""

    def __init__(self, gateway, certificates, folder=None):
        self.gateway = gateway
        self.context = ssl.create_default_context(cafile=certificates / "merchant" / "rootca.pem")
        if folder is not None:
            place = certificates / folder
            self.context.load_cert_chain(place / "apiclient_cert.pem", place / "apiclient_key.pem")

    def post(self, path, fields, secret=SECRET, algorithm=message.HMAC_SHA256):
        said = {"appid": APPID, "mch_id": MERCHANT, "nonce_str": NONCE, "sign_type": algorithm}
        body = message.write(message.signed({**said, **fields}, secret, algorithm))
        return self.post_raw(path, body)

    def post_raw(self, path, body):
        connection = http.client.HTTPSConnection(
            self.gateway.address, context=self.context, timeout=HUNG
        )
        connection.request("POST", path, body)
        answer = connection.getresponse()
        return answer.status, answer.read()


def fields_of(answer):
    status, document = answer
    assert status == 200, answer
    return message.read(document)


BASKET = {
    "out_trade_no": "1", "total_fee": "100", "body": "Tea", "spbill_create_ip": "127.0.0.1",
}
ORDER = {
    **BASKET, "trade_type": "NATIVE", "product_id": "1", "notify_url": "http://127.0.0.1:9/notice",
}


def refuses(gateway, certificates):
    """Requests that are not signed, or wrongly, or for somebody else."""
    client = Client(gateway, certificates)
    for answer in (
        client.post("/pay/unifiedorder", ORDER, secret="0" * 32),
        client.post("/pay/unifiedorder", {**ORDER, "sign_type": message.MD5}),
        client.post("/pay/unifiedorder", {**ORDER, "mch_id": "1900009852"}),
        client.post("/pay/unifiedorder", {**ORDER, "sign_type": "SHA1"}),
        client.post("/pay/nothing", ORDER),
        client.post("/pay/unifiedorder", {**ORDER, "out_trade_no": "1" * 33}),
        client.post("/pay/unifiedorder", {**ORDER, "out_trade_no": "1/2"}),
        client.post("/pay/refundquery", {"out_refund_no": "1" * 65}),
        client.post("/pay/unifiedorder", {**ORDER, "total_fee": "1.00"}),
        client.post_raw("/pay/unifiedorder", message.write(ORDER)),
        client.post_raw("/pay/unifiedorder", b"<xml>"),
        client.post_raw("/pay/unifiedorder", b"<!DOCTYPE xml><xml></xml>"),
    ):
        assert fields_of(answer)["return_code"] == "FAIL", answer
    assert not gateway.ledger.orders, gateway.ledger.orders


def books(gateway, certificates):
    """Orders with both algorithms; a repeated order is one, a changed one is refused."""
    client = Client(gateway, certificates)
    for algorithm in (message.MD5, message.HMAC_SHA256):
        order = {**ORDER, "out_trade_no": "2-" + algorithm}
        answers = [
            fields_of(client.post("/pay/unifiedorder", order, algorithm=algorithm))
            for _ in range(2)
        ]
        assert all(message.verifies(answer, SECRET, algorithm) for answer in answers), answers
        assert answers[0]["prepay_id"] == answers[1]["prepay_id"], answers
        changed = {**order, "total_fee": "1"}
        answer = fields_of(client.post("/pay/unifiedorder", changed, algorithm=algorithm))
        assert answer["err_code"] == "INVALID_REQUEST", answer
        number = {"out_trade_no": order["out_trade_no"]}
        assert fields_of(client.post("/pay/closeorder", number))["result_code"] == "SUCCESS"
        assert fields_of(client.post("/pay/closeorder", number))["err_code"] == "ORDERCLOSED"
        state = fields_of(client.post("/pay/orderquery", number))["trade_state"]
        assert state == "CLOSED", state


# What a message of a kind cannot be without, and what it never has.
PAID = ({"out_trade_no", "transaction_id", "total_fee"},
        {"refund_id", "out_refund_no", "prepay_id"})
KINDS = {
    "/pay/unifiedorder": ({"prepay_id"}, {"transaction_id"}),
    "/pay/micropay": PAID,
    "/pay/orderquery": PAID,
    "notice": PAID,
    "/secapi/pay/refund": ({"refund_id", "out_refund_no"}, {"prepay_id"}),
    "/pay/refundquery": ({"refund_count", "refund_status_0"}, {"prepay_id"}),
}


def says_what_it_is_about(gateway, certificates):
    """Every message of a kind has the fields by which it can be told from another one."""
    client = Client(gateway, certificates, "merchant")
    number, refund = {"out_trade_no": "1"}, {"out_refund_no": "1r"}
    said = {"/pay/unifiedorder": fields_of(client.post("/pay/unifiedorder", ORDER))}
    gateway.pay("1")
    said["notice"] = gateway.message(gateway.ledger.paid(gateway.ledger.orders["1"]))
    for path, fields in (
        ("/pay/micropay", {**BASKET, "out_trade_no": "2", "auth_code": "134567890123450009"}),
        ("/pay/orderquery", number),
        ("/secapi/pay/refund", {**number, **refund, "total_fee": "100", "refund_fee": "40"}),
        ("/pay/refundquery", refund),
    ):
        said[path] = fields_of(client.post(path, fields))
    for kind, (needed, foreign) in KINDS.items():
        assert needed <= said[kind].keys() and not foreign & said[kind].keys(), (kind, said[kind])


def asks_for_certificates(gateway, certificates):
    """Of each merchant his own, and only where money goes back."""
    number = {"out_trade_no": "3"}
    answer = Client(gateway, certificates).post("/secapi/pay/reverse", number)
    assert answer == (400, faults.NO_CERTIFICATE_PAGE), answer
    answer = fields_of(Client(gateway, certificates, "other").post("/secapi/pay/reverse", number))
    assert answer["return_code"] == "FAIL", answer
    try:
        answer = Client(gateway, certificates, "stranger").post("/secapi/pay/reverse", number)
        raise AssertionError(f"a stranger came in: {answer}")
    except OSError:
        pass
    merchant = Client(gateway, certificates, "merchant")
    answer = fields_of(merchant.post("/secapi/pay/reverse", number))
    assert answer["result_code"] == "SUCCESS", answer


def misbehaves(*_):
    """Another reader does not believe the bad messages either; and the good one it does."""

    def believed(fault):
        fields = {"return_code": "SUCCESS", "result_code": "SUCCESS", "total_fee": "100"}
        document = faults.document(fault, fields, SECRET, message.HMAC_SHA256, "127.0.0.1:9")
        try:
            return message.verifies(message.read(document), SECRET, message.HMAC_SHA256)
        except message.Malformed:
            return False

    assert believed(None)
    wrong = [fault for fault in faults.FORGERY if believed(fault)]
    assert not wrong, wrong


def run(certificates):
    """All of them."""
    checks.check("gateway, vectors", vectors)
    for test in (refuses, books, says_what_it_is_about, asks_for_certificates, misbehaves):
        with Gateway(certificates, SECRET) as gateway:
            checks.check(f"gateway, {test.__name__}", lambda: test(gateway, certificates))
