"""Paths below /gateway, by which a test asks the gateway for what nobody can ask WeChat Pay.

    GET  /gateway                      appid, mch_id, operations, and the faults of each
    GET  /gateway/requests             what was asked, what came of it, and what wxp finds in it
    GET  /gateway/orders               the orders and their refunds
    GET  /gateway/notices              the notices that were posted, and the replies
    POST /gateway/pay?out_trade_no=N          the customer pays
    POST /gateway/give-back?out_refund_no=N   a refund arrives
    POST /gateway/notify?out_trade_no=N       sends the notice of a payment again
    POST /gateway/notify?out_refund_no=N      sends the notice of a refund again
    POST /gateway/fault?operation=O&fault=F&times=T   misbehaves the next T times (1)

Lists can be of one number: ?number=N. Answers are JSON; those that fail have an "error".
"""

from __future__ import annotations

import json
import time
import urllib.parse
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Mapping, Tuple

from . import faults
from .operations import OPERATIONS

if TYPE_CHECKING:
    from .simulator import Gateway

PATH = "/gateway"
Query = Mapping[str, str]


def about(gateway: Gateway, _: Query) -> object:
    return {
        "appid": gateway.appid,
        "mch_id": gateway.merchant,
        "operations": {row.path: row.imitated for row in OPERATIONS.values()},
        "faults": faults.KINDS,
    }


def requests(gateway: Gateway, query: Query) -> object:
    return [
        {
            "time": clock(request.time),
            "path": request.path,
            "number": request.number,
            "answer": request.answer,
            "fault": request.fault,
            "findings": [
                {"certain": one.certain, "english": one.english, "chinese": one.chinese}
                for one in request.remarks
            ],
        }
        for request in list(gateway.requests)
        if query.get("number", request.number) == request.number
    ]


def orders(gateway: Gateway, query: Query) -> object:
    return [
        {
            "out_trade_no": order.number,
            "transaction_id": order.id,
            "trade_state": order.state,
            "total_fee": order.fee,
            "charged": order.charges,
            "refunds": [
                {
                    "out_refund_no": refund.number,
                    "refund_id": refund.id,
                    "refund_fee": refund.fee,
                    "refund_status": refund.status,
                }
                for refund in order.refunds.values()
            ],
        }
        for order in list(gateway.ledger.orders.values())
        if query.get("number", order.number) == order.number
    ]


def notices(gateway: Gateway, query: Query) -> object:
    return [
        {"number": one.number, "fault": one.fault, "status": one.status, "result": one.result}
        for one in list(gateway.notices.attempts)
        if query.get("number", one.number) == one.number
    ]


def pay(gateway: Gateway, query: Query) -> object:
    gateway.pay(query["out_trade_no"])
    return orders(gateway, {"number": query["out_trade_no"]})


def give_back(gateway: Gateway, query: Query) -> object:
    gateway.give_back(query["out_refund_no"])
    order, _ = gateway.refund(query["out_refund_no"])
    return orders(gateway, {"number": order.number})


def notify(gateway: Gateway, query: Query) -> object:
    if "out_refund_no" in query:
        gateway.tell_refund(query["out_refund_no"])
    else:
        gateway.tell(query["out_trade_no"])
    return {}


def fault(gateway: Gateway, query: Query) -> object:
    gateway.faults.ask(query["operation"], query["fault"], int(query.get("times", "1")))
    return {}


ACTIONS: Dict[Tuple[str, str], Callable[[Gateway, Query], object]] = {
    ("GET", ""): about,
    ("GET", "requests"): requests,
    ("GET", "orders"): orders,
    ("GET", "notices"): notices,
    ("POST", "pay"): pay,
    ("POST", "give-back"): give_back,
    ("POST", "notify"): notify,
    ("POST", "fault"): fault,
}


def is_for(path: str) -> bool:
    return path == PATH or path.startswith(PATH + "/")


def answer(gateway: Gateway, method: str, target: str) -> Tuple[int, bytes]:
    """The HTTP status, and the JSON to answer with."""
    address = urllib.parse.urlsplit(target)
    action = ACTIONS.get((method, address.path[len(PATH) + 1 :]))
    if action is None:
        wanted: List[str] = [f"{verb} {PATH}/{name}".rstrip("/") for verb, name in ACTIONS]
        return 404, document({"error": f"not one of: {', '.join(wanted)}"})
    try:
        return 200, document(action(gateway, dict(urllib.parse.parse_qsl(address.query))))
    except KeyError as error:
        return 400, document({"error": f"missing, or not known: {error.args[0]}"})
    except ValueError as error:
        return 400, document({"error": str(error)})


def document(said: Any) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def clock(seconds: float) -> str:
    return time.strftime("%H:%M:%S", time.localtime(seconds))
