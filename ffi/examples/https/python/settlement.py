"""What has to be true before goods or money move: an answer or a notice is authentic, and says of
an order or a refund what the shop's own records say."""

from __future__ import annotations

from merchant import Answer, Merchant, differs
from outcome import Outcome, tell
from records import Records
from wxp import Judgment, OrderState, Verdict


def report(what: str, answer: Answer) -> None:
    """Says what an answer came to, if it is not what was hoped for."""
    if not answer.is_authentic:
        tell(f"{what}: {answer.why}")
        return
    reasons = (answer.get(name) for name in ("err_code", "trade_state", "refund_status_0"))
    reason = next((reason for reason in reasons if reason), None)
    tell(f"{what}: {reason}: {answer.judgment.advice or 'nothing to do'}")


def unfinished(answer: Answer) -> Outcome:
    """What an answer comes to that is not what was hoped for."""
    if not answer.sent:
        return Outcome.NOT_SENT
    return Outcome.FAILED if answer.verdict == Verdict.FAILED else Outcome.NOT_KNOWN


class Settlement:
    def __init__(self, merchant: Merchant, records: Records) -> None:
        self.merchant, self.records = merchant, records

    def is_ours(self, paid: Judgment) -> bool:
        """Whether a message that says that an order was paid is about one of ours."""
        number = paid.get("out_trade_no") or ""
        fen = self.records.order(number)
        if fen is None:
            tell(f"order {number}: authentic, but no order of ours")
            return False
        # An authentic message about 1 fen would do for any order if nobody compared. With the
        # amount the currency is compared, which is CNY.
        wrong = differs(paid, {"out_trade_no": number, "total_fee": fen})
        if wrong:
            tell(f"order {number}: authentic, but of another {wrong}")
        return not wrong

    def take_in(self, paid: Judgment) -> bool:
        """Takes in that an order is paid, or was and has been refunded since, and delivers once,
        but never what we give back. False if that cannot be."""
        if not self.is_ours(paid):
            return False
        number, fen = paid.get("out_trade_no"), paid.get("total_fee")
        refunded = paid.order == OrderState.REFUNDED
        first = not refunded and self.records.deliver(number)
        if not self.records.delivered(number):
            back = "refunded since" if refunded else "we give it back"
            tell(f"order {number}: paid, and {back}, but never delivered: somebody has to look")
        elif refunded:
            tell(f"order {number}: paid, and refunded since")
        else:
            tell(f"order {number}: paid, {fen} fen" + (": deliver" if first else ", known"))
        return True

    def settle(self, paid: Judgment) -> Outcome:
        """The same. Where it is not delivered, somebody has to look."""
        taken = self.take_in(paid) and self.records.delivered(paid.get("out_trade_no"))
        return Outcome.DONE if taken else Outcome.NOT_KNOWN

    def query_order(self, number: str) -> Outcome:
        """Asks what became of an order."""
        answer = self.merchant.call("/pay/orderquery", {"out_trade_no": number})
        if answer.verdict == Verdict.SUCCEEDED or answer.order == OrderState.REFUNDED:
            return self.settle(answer.judgment)
        report("query", answer)
        return unfinished(answer)

    def query_refund(self, refund: str) -> Outcome:
        """Asks what became of a refund."""
        noted = self.records.refund(refund)
        if noted is None:
            tell(f"refund {refund}: not one of ours")
            return Outcome.NOT_SENT
        fen, number = noted
        ours = {"out_refund_no_0": refund, "out_trade_no": number, "refund_fee_0": fen}
        answer = self.merchant.call("/pay/refundquery", {"out_refund_no": refund})
        if answer.verdict != Verdict.SUCCEEDED:
            report("refund query", answer)
            return Outcome.NOT_KNOWN if answer.contradicts(ours) else unfinished(answer)
        wrong = differs(answer.judgment, ours)
        if wrong:
            tell(f"refund {refund}: authentic, but of another {wrong}")
            return Outcome.NOT_KNOWN
        self.records.refund_arrived(refund)
        tell(f"refund {refund}: given back, {fen} fen of order {number}")
        return Outcome.DONE
