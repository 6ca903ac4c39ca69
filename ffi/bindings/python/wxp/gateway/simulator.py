"""What WeChat Pay would do with a request, and what happens on the customer's side."""

from __future__ import annotations

import pathlib
import secrets
import ssl
import threading
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import List, Optional, Tuple, Type

from .. import Endpoint, Language
from . import faults, ledger, message, remarks
from .journal import Journal
from .message import Fields
from .notices import Notice, Notices
from .operations import OPERATIONS, Operation
from .remarks import Remark
from .server import Server

APPID = "wxd930ea5d5a258f4f"
MERCHANT = "1900009851"


@dataclass
class Request:
    """What was asked of the gateway, and what came of it."""

    path: str
    fields: Fields
    #: Whom the client's certificate names.
    merchant: Optional[str]
    #: A word: SUCCESS, the err_code, or why it was not taken.
    answer: str
    #: Whether the call was not taken.
    refused: bool = False
    fault: Optional[str] = None
    remarks: List[Remark] = field(default_factory=list)
    time: float = field(default_factory=time.time)

    @property
    def number(self) -> str:
        """That of the refund, or of the order."""
        return self.fields.get("out_refund_no") or self.fields.get("out_trade_no", "")


class Refused(Exception):
    """The call is not taken: a word for the record, what return_msg begins with, and why."""

    def __init__(self, word: str, what: str, found: List[Remark]) -> None:
        super().__init__(word)
        self.word, self.what, self.found = word, what, found


class Gateway:
    """A running gateway: `with Gateway(folder, secret) as gateway: … gateway.url`."""

    def __init__(
        self,
        certificates: pathlib.Path,
        secret: str,
        *,
        appid: str = APPID,
        merchant: str = MERCHANT,
        server: str = "gateway",
        listen: Tuple[str, int] = ("127.0.0.1", 0),
        pays_after: Optional[float] = None,
        pace: float = 1,
        strict: bool = False,
        language: Language = Language.ENGLISH,
        notify_context: Optional[ssl.SSLContext] = None,
        journal: Optional[Journal] = None,
    ) -> None:
        """`server` is the folder of the certificate to show, `pays_after` the seconds after which
        customers pay what was ordered, and refunds arrive; None if only when they are told to.
        `pace` is how much of the documented time passes between notices. If `strict`, what is
        doubtful is refused too. `language` is that of return_msg."""
        self.secret, self.appid, self.merchant = secret, appid, merchant
        self.pays_after, self.strict, self.language = pays_after, strict, language
        self.reader = remarks.Reader(secret)
        self.ledger, self.faults = ledger.Ledger(), faults.Faults()
        self.requests: List[Request] = []
        self.journal = journal or Journal()
        self.server = Server(self, pathlib.Path(certificates), server, listen)
        self.address, self.url = self.server.address, f"https://{self.server.address}"
        self.notices = Notices(secret, self.address, pace, notify_context)
        self.notices.log = self.journal.notice

    def __enter__(self) -> Gateway:
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.notices.stopped.set()
        self.server.shutdown()
        self.server.server_close()

    # What happens on the customer's and on WeChat's side.

    def pay(self, number: str) -> None:
        """The customer pays an order, and the merchant gets notice."""
        order = self.ledger.orders[number]
        with self.ledger.lock:
            if order.state != "NOTPAY":
                return
            self.ledger.charge(order)
        self.tell(number)

    def tell(self, number: str) -> None:
        """The merchant gets notice of a payment."""
        order = self.ledger.orders[number]
        said = self.message({"result_code": "SUCCESS", **self.ledger.paid(order)})
        url = order.request.get("notify_url", "")
        notice = Notice(number, url, lambda _: said, order.algorithm)
        self.notices.send(notice, self.faults.next("notice", number))

    def give_back(self, number: str) -> None:
        """A refund arrives, and the merchant gets notice."""
        order, refund = self.refund(number)
        if refund.status != "PROCESSING":
            return
        refund.status = "SUCCESS"
        self.tell_refund(number)

    def refund(self, number: str) -> Tuple[ledger.Order, ledger.Refund]:
        for order in list(self.ledger.orders.values()):
            if number in order.refunds:
                return order, order.refunds[number]
        raise KeyError(number)

    def tell_refund(self, number: str) -> None:
        """The merchant gets notice of a refund."""
        order, refund = self.refund(number)
        inner = {
            "transaction_id": order.id,
            "out_trade_no": order.number,
            "refund_id": refund.id,
            "out_refund_no": number,
            "total_fee": str(order.fee),
            "refund_fee": str(refund.fee),
            "settlement_refund_fee": str(refund.fee),
            "refund_status": refund.status,
            "success_time": ledger.beijing("%Y-%m-%d %H:%M:%S"),
            "refund_request_source": "API",
        }

        def fields(fault: Optional[str]) -> Fields:
            said = {**inner, "refund_fee": "1"} if fault == "swapped" else inner
            document = message.write(said, root="root")
            return self.message({"req_info": message.seal(document, self.secret)})

        # Nobody signs notices of refunds.
        notice = Notice(number, refund.notify_url, fields, None)
        self.notices.send(notice, self.faults.next("refundnotice", number))

    def message(self, fields: Fields) -> Fields:
        """Fields that all answers and notices have, and these."""
        return {
            "return_code": "SUCCESS",
            "return_msg": "OK",
            "appid": self.appid,
            "mch_id": self.merchant,
            "nonce_str": secrets.token_hex(16),
            **fields,
        }

    # Requests.

    def answer(self, path: str, body: bytes, merchant: Optional[str]) -> Tuple[Request, bytes]:
        """The record of a request, with the fault to play, and the document to answer with."""
        request = Request(path, {}, merchant, "")
        try:
            document = self._answer(request, body)
        except Refused as refused:
            request.refused, request.answer = True, refused.word
            request.remarks = [*refused.found, *request.remarks]
            document = remarks.refusal(refused.what, refused.found, self.language)
        self.requests.append(request)
        self.journal.request(request)
        return request, document

    def _answer(self, request: Request, body: bytes) -> bytes:
        malformed = None
        try:
            request.fields = message.read(body)
        except message.Malformed:
            malformed = remarks.of_document(body)
        operation = OPERATIONS.get(request.path)
        if operation is None:
            known = Endpoint.find(request.path)
            if known is None:
                raise Refused("unknown", remarks.UNKNOWN, [remarks.NO_PATH])
            found = [remarks.not_imitated(known)]
            raise Refused("not imitated", remarks.NOT_IMITATED, found)
        if malformed:
            raise Refused("malformed", remarks.MALFORMED, malformed)
        request.fault = self.faults.next(operation.word, request.number)
        if request.fault == "lost":
            request.answer = "lost"
            return b""
        if operation.certificate and (request.merchant is None or request.fault == "nocert"):
            request.fault, request.answer = "nocert", "no certificate"
            request.remarks = [remarks.NO_CERTIFICATE]
            return faults.NO_CERTIFICATE_PAGE
        algorithm = self._accept(request)
        said = self._do(operation, request, algorithm)
        if self.pays_after is not None and said["result_code"] == "SUCCESS":
            later = {"order": self.pay, "refund": self.give_back}.get(operation.word)
            if later is not None:
                timer = threading.Timer(self.pays_after, later, (request.number,))
                timer.daemon = True
                timer.start()
        request.answer = said.get("err_code", "SUCCESS")
        return faults.document(
            request.fault, self.message(said), self.secret, algorithm, self.address
        )

    def _accept(self, request: Request) -> str:
        """The algorithm of a request that is signed, and like one."""
        fields = request.fields
        algorithm = fields.get("sign_type") or message.MD5
        if algorithm not in (message.MD5, message.HMAC_SHA256):
            raise Refused("sign_type", remarks.PARAMETER, [remarks.SIGN_TYPE])
        found = self.reader.of_fields(fields, request.path, algorithm)
        certain = [one for one in found if one.certain or self.strict]
        if not message.verifies(fields, self.secret, algorithm):
            request.remarks = found
            found = self.reader.of_signature(fields, algorithm)
            raise Refused("signature", remarks.SIGNATURE, found)
        if certain:
            found.sort(key=lambda one: one not in certain)
            raise Refused("parameter", remarks.PARAMETER, found)
        request.remarks = found
        if "sub_mch_id" in fields or "sub_appid" in fields:
            raise Refused("partner", remarks.PARTNER, [remarks.PARTNERS])
        if (fields.get("appid"), fields.get("mch_id")) != (self.appid, self.merchant):
            raise Refused("merchant", remarks.MERCHANT, [remarks.OTHER_MERCHANT])
        if request.merchant not in (None, self.merchant):
            raise Refused("certificate", remarks.CERTIFICATE, [remarks.OTHER_CERTIFICATE])
        return algorithm

    def _do(self, operation: Operation, request: Request, algorithm: str) -> Fields:
        """The fields of the answer, once it is done, or why it is not."""
        fault, fields = request.fault, request.fields
        with self.ledger.lock:
            try:
                if fault == "error":
                    raise ledger.Failure("SYSTEMERROR", "system error")
                if fault == "recall":
                    raise ledger.Failure("SYSTEMERROR", "reverse again")
                if fault in ("race", "undone"):
                    order = self.ledger.order(fields)
                    if order.state in ("NOTPAY", "USERPAYING"):
                        self.ledger.charge(order)
                if fault == "undone":
                    return {"result_code": "SUCCESS", "recall": "N"}
                said = operation.does(self.ledger, fields, algorithm)
                if fault == "doubt":
                    raise ledger.Failure("SYSTEMERROR", "system error")
                return {"result_code": "SUCCESS", **said}
            except ledger.Failure as failure:
                said = {
                    "result_code": "FAIL",
                    "err_code": failure.code,
                    "err_code_des": failure.text,
                }
                return {**said, "recall": "Y"} if fault == "recall" else said

    def of(self, number: str, path: Optional[str] = None) -> List[Request]:
        """The requests about an order or refund."""
        return [
            request
            for request in self.requests
            if number in (request.fields.get("out_trade_no"), request.fields.get("out_refund_no"))
            and path in (None, request.path)
        ]
