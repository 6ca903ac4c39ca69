"""What has to be true before goods or money move: an answer or a notice is authentic, and says of
an order or a refund what the shop's own records say."""

from __future__ import annotations

import enum
import sys

from merchant import Answer, Merchant, NotSent
from records import Records
from wxp import Judgment, Verdict


class Outcome(enum.IntEnum):
    """What a command comes to; the numbers are exit codes."""

    DONE = 0
    FAILED = 1
    NOT_SENT = 2
    NOT_KNOWN = 3  # ask again with the same number, and never pay again under another one


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def report(what: str, answer: Answer) -> None:
    """Says what an answer came to, if it is not what was hoped for."""
    judgment = answer.judgment
    if judgment is None or not judgment.is_authentic:
        tell(f"{what}: {answer.why}")
        return
    reasons = (judgment.get(name) for name in ("err_code", "trade_state", "refund_status_0"))
    reason = next((reason for reason in reasons if reason), None)
    tell(f"{what}: {reason}: {judgment.advice or 'nothing to do'}")


class Settlement:
    def __init__(self, merchant: Merchant, records: Records) -> None:
        self.merchant, self.records = merchant, records

    def take_payment(self, paid: Judgment) -> Outcome:
        """Takes in that an order is paid, and delivers once; of what was judged SUCCEEDED."""
        number = paid.get("out_trade_no") or ""
        fen = self.records.order(number)
        if fen is None:
            tell(f"order {number}: authentic, but no order of ours")
            return Outcome.NOT_KNOWN
        # An authentic message about 1 fen would do for any order if nobody compared.
        if paid.get("total_fee") != fen or (paid.get("fee_type") or "CNY") != "CNY":
            tell(f"order {number}: authentic, but not over {fen} fen")
            return Outcome.NOT_KNOWN
        # Notices come twice, also at the same moment, and queries find what they told: deliver in
        # the transaction that marks the order.
        first = self.records.mark(number, "paid")
        tell(f"order {number}: paid, {fen} fen" + (": deliver" if first else ", known"))
        return Outcome.DONE

    def query_order(self, number: str) -> Outcome:
        """Asks what became of an order."""
        answer = self.merchant.call("/pay/orderquery", {"out_trade_no": number})
        if answer.verdict == Verdict.SUCCEEDED:
            if answer.judgment.get("out_trade_no") == number:
                return self.take_payment(answer.judgment)
            tell("query: authentic, but about another order")
            return Outcome.NOT_KNOWN
        report("query", answer)
        return Outcome.FAILED if answer.verdict == Verdict.FAILED else Outcome.NOT_KNOWN

    def query_refund(self, refund: str) -> Outcome:
        """Asks what became of a refund."""
        noted = self.records.refund(refund)
        if noted is None:
            raise NotSent(f"refund {refund}: not one of ours")
        number, fen = noted
        answer = self.merchant.call("/pay/refundquery", {"out_refund_no": refund})
        if answer.verdict != Verdict.SUCCEEDED:
            report("refund query", answer)
            return Outcome.FAILED if answer.verdict == Verdict.FAILED else Outcome.NOT_KNOWN
        names = ("out_refund_no_0", "out_trade_no", "refund_fee_0")
        if [answer.judgment.get(name) for name in names] != [refund, number, fen]:
            tell(f"refund {refund}: authentic, but not what was asked for")
            return Outcome.NOT_KNOWN
        self.records.mark(refund, "refunded")
        tell(f"refund {refund}: given back, {fen} fen of order {number}")
        return Outcome.DONE
