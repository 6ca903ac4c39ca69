"""What the gateway knows: orders, what was charged for them, and what was given back."""

from __future__ import annotations

import hashlib
import itertools
import threading
import time
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Tuple

from .message import Fields


class Failure(Exception):
    """The operation was not done: err_code and err_code_des."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code, self.text = code, text


@dataclass
class Refund:
    number: str
    fee: int
    id: str
    notify_url: str
    status: str = "PROCESSING"


@dataclass
class Order:
    number: str
    request: Fields  # as it was placed
    algorithm: Optional[str]
    id: str
    state: str = "NOTPAY"
    paid_at: str = ""
    #: Fen, each time the customer was charged.
    charges: List[int] = field(default_factory=list)
    refunds: Dict[str, Refund] = field(default_factory=dict)
    given_back: int = 0  # fen, by reversing

    @property
    def fee(self) -> int:
        return int(self.request["total_fee"])


def beijing(form: str) -> str:
    """The time there."""
    return time.strftime(form, time.gmtime(time.time() + 8 * 3600))


# What may differ when a request is sent again.
FRESH = {"nonce_str", "sign"}


def same(one: Fields, other: Fields) -> bool:
    return all(one.get(name) == other.get(name) for name in (one.keys() | other.keys()) - FRESH)


class Ledger:
    def __init__(self) -> None:
        self.orders: Dict[str, Order] = {}
        self.lock = threading.RLock()
        self.ids = itertools.count(1)

    def new_id(self) -> str:
        return f"42{beijing('%Y%m%d')}{next(self.ids):018}"

    def order(self, fields: Fields) -> Order:
        for order in self.orders.values():
            if order.id == fields.get("transaction_id"):
                return order
        try:
            return self.orders[fields.get("out_trade_no", "")]
        except KeyError:
            raise Failure("ORDERNOTEXIST", "no such order") from None

    def charge(self, order: Order) -> None:
        with self.lock:
            order.state, order.paid_at = "SUCCESS", beijing("%Y%m%d%H%M%S")
            order.charges.append(order.fee)

    def place(self, fields: Fields, algorithm: Optional[str]) -> Order:
        number = fields["out_trade_no"]
        order = Order(number, fields, algorithm, self.new_id())
        self.orders[number] = order
        return order

    # The operations, each with the fields of its answer.

    def unifiedorder(self, fields: Fields, algorithm: str) -> Fields:
        order = self.orders.get(fields["out_trade_no"])
        if order is None:
            order = self.place(fields, algorithm)
        elif order.state in ("SUCCESS", "REFUND"):
            raise Failure("ORDERPAID", "the order is paid")
        elif order.state in ("CLOSED", "REVOKED"):
            raise Failure("ORDERCLOSED", "the order is closed")
        elif not same(order.request, fields):
            raise Failure("INVALID_REQUEST", "201 the order number was used for another order")
        digest = hashlib.sha256(order.id.encode()).hexdigest()
        answer = {"trade_type": fields["trade_type"], "prepay_id": "wx" + digest[:34]}
        if fields["trade_type"] == "NATIVE":
            answer["code_url"] = f"weixin://wxpay/bizpayurl?pr={digest[:9]}"
        if fields["trade_type"] == "MWEB":
            page = "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb"
            answer["mweb_url"] = f"{page}?prepay_id={answer['prepay_id']}&package={order.id}"
        return answer

    def micropay(self, fields: Fields, algorithm: str) -> Fields:
        if fields["out_trade_no"] in self.orders:
            order = self.order(fields)
            if order.state == "SUCCESS":
                raise Failure("ORDERPAID", "the order is paid")
            if order.state == "REVOKED":
                raise Failure("ORDERREVERSED", "the order was reversed")
            raise Failure("OUT_TRADE_NO_USED", "the order number was used")
        order = self.place(fields, algorithm)
        # The customer's code decides what the customer does.
        customer = fields["auth_code"][-4:]
        if customer == "0001":
            order.state = "PAYERROR"
            raise Failure("NOTENOUGH", "the balance is not enough")
        if customer in ("0002", "0003"):  # 3 never enters the password
            order.state = "USERPAYING"
            raise Failure("USERPAYING", "the customer has to enter the password")
        self.charge(order)
        return self.paid(order)

    def orderquery(self, fields: Fields, _: str) -> Fields:
        order = self.order(fields)
        if order.state == "USERPAYING" and order.request["auth_code"].endswith("2"):
            self.charge(order)  # was asked for the password, and has entered it
            return {"trade_state": "USERPAYING", "out_trade_no": order.number}
        if order.state in ("SUCCESS", "REFUND"):
            return {**self.paid(order), "trade_state": order.state}
        return {"trade_state": order.state, "out_trade_no": order.number}

    def paid(self, order: Order) -> Fields:
        """What is said of a paid order, in answers and notices."""
        fee = str(order.fee)
        return {
            "openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
            "is_subscribe": "N",
            "trade_type": order.request.get("trade_type", "MICROPAY"),
            "bank_type": "OTHERS",
            "total_fee": fee,
            "fee_type": order.request.get("fee_type", "CNY"),
            "cash_fee": fee,
            "transaction_id": order.id,
            "out_trade_no": order.number,
            "attach": order.request.get("attach", ""),
            "time_end": order.paid_at or beijing("%Y%m%d%H%M%S"),
        }

    def refund(self, fields: Fields, _: str) -> Fields:
        order = self.order(fields)
        number, fee = fields["out_refund_no"], int(fields["refund_fee"])
        if order.state not in ("SUCCESS", "REFUND"):
            raise Failure("TRADE_STATE_ERROR", "the order is not paid")
        if int(fields["total_fee"]) != order.fee:
            raise Failure("INVALID_REQUEST", "the total fee is not that of the order")
        refund = order.refunds.get(number)
        if refund is None:
            if fee + sum(other.fee for other in order.refunds.values()) > order.fee:
                raise Failure("NOTENOUGH", "more than what was paid")
            refund = Refund(number, fee, self.new_id(), fields.get("notify_url", ""))
            order.refunds[number] = refund
            order.state = "REFUND"
        elif refund.fee != fee:
            raise Failure("INVALID_REQUEST", "the refund number was used for another amount")
        return {
            "transaction_id": order.id,
            "out_trade_no": order.number,
            "out_refund_no": number,
            "refund_id": refund.id,
            "refund_fee": str(fee),
            "total_fee": str(order.fee),
            "cash_fee": str(order.fee),
        }

    def refundquery(self, fields: Fields, _: str) -> Fields:
        order, refunds = self.refunds(fields)
        answer = {
            "transaction_id": order.id,
            "out_trade_no": order.number,
            "total_fee": str(order.fee),
            "cash_fee": str(order.fee),
            "refund_count": str(len(refunds)),
        }
        for index, refund in enumerate(refunds):
            answer[f"out_refund_no_{index}"] = refund.number
            answer[f"refund_id_{index}"] = refund.id
            answer[f"refund_fee_{index}"] = str(refund.fee)
            answer[f"refund_status_{index}"] = refund.status
        return answer

    def refunds(self, fields: Fields) -> Tuple[Order, List[Refund]]:
        """The refund with one of its numbers, or all of an order."""
        id, number = fields.get("refund_id"), fields.get("out_refund_no")
        if id or number:
            for order in self.orders.values():
                for refund in order.refunds.values():
                    if (id or refund.id, number or refund.number) == (refund.id, refund.number):
                        return order, [refund]
        else:
            order = self.order(fields)
            if order.refunds:
                return order, list(order.refunds.values())
        raise Failure("REFUNDNOTEXIST", "no such refund")

    def reverse(self, fields: Fields, _: str) -> Fields:
        try:
            order = self.order(fields)
        except Failure:
            if not fields.get("out_trade_no"):
                raise
            # Nothing to take back, but an order on its way must not be taken any more.
            order = self.place({**fields, "total_fee": "0"}, None)
        if order.state == "SUCCESS":
            order.given_back = sum(order.charges)
        elif order.state == "REFUND":
            raise Failure("TRADE_ERROR", "the order was refunded")
        order.state = "REVOKED"
        return {"recall": "N"}

    def closeorder(self, fields: Fields, _: str) -> Fields:
        order = self.order(fields)
        if order.state in ("SUCCESS", "REFUND"):
            raise Failure("ORDERPAID", "the order is paid")
        if order.state in ("CLOSED", "REVOKED"):
            raise Failure("ORDERCLOSED", "the order is closed")
        order.state = "CLOSED"
        return {}
