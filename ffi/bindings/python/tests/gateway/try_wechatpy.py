"""wechatpy, an SDK from PyPI that does not use wxp, against the gateway: what works, what the gateway
says about wrong requests, and what becomes of bad answers and notices. Not one of the tests.

    pip install wechatpy "wxp[gateway]"
    python try_wechatpy.py
"""

import importlib.metadata
import os
import tempfile

import desk
from desk import Desk, Listener
from wechatpy.exceptions import WeChatPayException
from wechatpy.pay import WeChatPay

from wxp.gateway import faults

SLOW = ("late", "vanish")  # a client without a timeout waits for ever; nobody answers any more


def client(gateway, **changed):
    told = gateway.settings
    settings = {
        "appid": told["appid"], "api_key": gateway.secret, "mch_id": told["mch_id"],
        "mch_cert": told["certificate_file"], "mch_key": told["private_key_file"], **changed,
    }
    pay = WeChatPay(**settings)
    pay.API_BASE_URL = told["base_url"] + "/"
    return pay


def order(pay, number, url="http://127.0.0.1:9/notice", **changed):
    fields = {
        "trade_type": "NATIVE", "body": "Tea", "total_fee": 100, "notify_url": url,
        "client_ip": "127.0.0.1", "product_id": "1", "out_trade_no": number, **changed,
    }
    return pay.order.create(**fields)


def said(call):
    """What came of a call, in words."""
    try:
        answer = call()
    except WeChatPayException as error:
        why = error.return_code if error.return_code == "FAIL" else error.errcode
        text = error.return_msg if error.return_code == "FAIL" else error.errmsg
        return f"WeChatPayException: {why}, {text}"
    except Exception as error:  # whatever an SDK raises is what its user gets
        return f"{type(error).__name__}: {str(error)[:60]}".rstrip(": ")
    return answer


def whole_way(gateway, pay):
    with Listener() as shop:
        print("order:", order(pay, "1", shop.url)["code_url"])
        print("query:", pay.order.query(out_trade_no="1")["trade_state"])
        gateway.admin("POST", "/pay", out_trade_no="1")
        notice = pay.parse_payment_result(desk.until(lambda: shop.taken and shop.taken[0]))
        print("notice:", notice["out_trade_no"], notice["total_fee"], notice["result_code"])
        answer = pay.order.query(out_trade_no="1")
        print("query:", answer["trade_state"], pay.check_signature(answer))
        refund = {"total_fee": 100, "refund_fee": 40, "out_refund_no": "1r", "out_trade_no": "1"}
        print("refund:", pay.refund.apply(**refund, notify_url=shop.url)["refund_id"])
        print("refund query:", pay.refund.query(out_refund_no="1r")["refund_status_0"])
        gateway.admin("POST", "/give-back", out_refund_no="1r")
        desk.until(lambda: len(shop.taken) > 1)
        notice = pay.parse_refund_notify_result(shop.taken[1])
        print("refund notice:", notice["out_refund_no"], notice["refund_fee"])
        print("reverse:", said(lambda: pay.order.reverse(out_trade_no="1")))


def wrong_requests(gateway, pay):
    """What wechatpy sends if it is told to, and what the gateway found."""
    wrong = client(gateway, api_key="0" * 32)
    cases = {
        "another key": lambda n: wrong.order.query(out_trade_no=n),
        "total_fee=1.5": lambda n: order(pay, n, total_fee=1.5),
        "total_fee=0": lambda n: order(pay, n, total_fee=0),
        'body="]]>"': lambda n: order(pay, n, body="]]>"),
        "body of 200 characters": lambda n: order(pay, n, body="茶" * 200),
        "JSAPI without user_id": lambda n: order(pay, n, trade_type="JSAPI"),
        "NATIVE without product_id": lambda n: order(pay, n, product_id=None),
        "a blank in out_trade_no": lambda n: pay.order.query(out_trade_no=n + " 1"),
        "no number at all": lambda n: pay.order.query(),
        "refund without certificate": lambda n: client(gateway, mch_cert=None).refund.apply(
            100, 40, n, out_trade_no="1"
        ),
        "a transfer": lambda n: pay.transfer.transfer("o1", 100, "x", out_trade_no=n),
    }
    for index, (name, call) in enumerate(cases.items()):
        what = said(lambda: call(f"wrong{index}"))
        what = what if isinstance(what, str) else "taken"
        request = gateway.admin("GET", "/requests")[1][-1]
        print(f"\n{name}: {what}")
        for one in request["findings"]:
            mark = "!" if one["certain"] else "?"
            print(f"  {mark} {one['english']}\n  {mark} {one['chinese']}")


def bad_answers(gateway, pay):
    order(pay, "2")
    gateway.admin("POST", "/pay", out_trade_no="2")
    for fault in faults.KINDS["query"]:
        if fault in SLOW:
            continue
        gateway.admin("POST", "/fault", operation="query", fault=fault)
        answer = said(lambda: pay.order.query(out_trade_no="2"))
        if isinstance(answer, dict):
            right = pay.check_signature(answer)
            answer = f"returns {answer.get('out_trade_no')}, {answer.get('total_fee')} fen"
            answer += ", signature " + ("right" if right else "wrong")
        # If it cannot read the body as XML, it returns the body.
        print(f"{fault}: {'returns a str' if answer.startswith(('<', '!')) else answer}")


def bad_notices(gateway, pay):
    for fault in faults.FORGERY:
        with Listener() as shop:
            order(pay, f"3{fault}", shop.url)
            gateway.admin("POST", "/fault", operation="notice", fault=fault)
            gateway.admin("POST", "/pay", out_trade_no=f"3{fault}")
            desk.until(lambda: shop.taken)
            answer = said(lambda: pay.parse_payment_result(shop.taken[0]))
            if isinstance(answer, dict):
                answer = f"believed, {answer.get('total_fee')} fen"
            print(f"{fault}: {answer}")


def main():
    print("wechatpy", importlib.metadata.version("wechatpy"))
    with tempfile.TemporaryDirectory() as place, Desk(place, "--pays-after", "never") as gateway:
        os.environ["REQUESTS_CA_BUNDLE"] = gateway.settings["ca_file"]
        pay = client(gateway)
        for part in (whole_way, wrong_requests, bad_answers, bad_notices):
            print(f"\n## {part.__name__.replace('_', ' ')}\n")
            part(gateway, pay)


if __name__ == "__main__":
    main()
