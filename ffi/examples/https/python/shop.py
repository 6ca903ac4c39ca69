"""A shop's side of WeChat Pay: order, Quick Pay, query, refund, reverse, over HTTPS.

    python3 shop.py order 20150806125346 100 "Tea & rice"

Ends with 0 if it is done, 1 if it is not done, 2 if nothing was sent, and 3 if it is not known:
then ask again with the same number, and never pay again under another one.
"""

from __future__ import annotations

import sys
import time

from merchant import Merchant, NotSent
from records import Records
from settlement import Outcome, Settlement, report, tell
from wxp import Action, Event, Judgment, QuickPay, Step, Verdict

USAGE = """shop.py order NUMBER FEN BODY | pay NUMBER FEN CODE BODY | query NUMBER
        refund NUMBER REFUND FEN | refunded REFUND | reverse NUMBER"""


class Shop:
    def __init__(self, merchant: Merchant, records: Records) -> None:
        self.merchant, self.records = merchant, records
        self.settlement = Settlement(merchant, records)
        self.query = self.settlement.query_order
        self.refunded = self.settlement.query_refund

    def order(self, number: str, fen: str, body: str) -> Outcome:
        """Native: the customer scans what comes back. A notice tells when it is paid."""
        self.records.note_order(number, fen)
        answer = self.merchant.call("/pay/unifiedorder", {
            "out_trade_no": number,
            "total_fee": fen,
            "body": body,
            "trade_type": "NATIVE",
            "product_id": number,
            "spbill_create_ip": "127.0.0.1",
            "notify_url": f"{self.merchant.notify_url}/payment",
        })
        if answer.verdict == Verdict.ACCEPTED:
            print(answer.judgment.get("code_url"))
            return Outcome.DONE
        report("order", answer)
        if answer.verdict == Verdict.FAILED and answer.judgment.action != Action.QUERY:
            return Outcome.FAILED
        # In doubt: ask. The same order can be sent again under the same number.
        return Outcome.DONE if self.query(number) == Outcome.DONE else Outcome.NOT_KNOWN

    def refund(self, number: str, refund: str, fen: str) -> Outcome:
        """Gives money back. The answer says that it was taken on; a notice or a query, that it
        came."""
        total = self.records.order(number)
        if total is None:
            raise NotSent(f"{number}: no order of ours")
        self.records.note_refund(refund, number, fen)
        answer = self.merchant.call("/secapi/pay/refund", {
            "out_trade_no": number,
            "out_refund_no": refund,
            "total_fee": total,
            "refund_fee": fen,
            "notify_url": f"{self.merchant.notify_url}/refund",
        })
        if answer.verdict != Verdict.ACCEPTED:
            report("refund", answer)
        elif (answer.judgment.get("out_refund_no"), answer.judgment.get("refund_fee")) != (
            refund, fen,
        ):
            tell(f"refund {refund}: authentic, but not what was asked for")
        else:
            tell(f"refund {refund}: taken on")
            return Outcome.DONE
        if answer.verdict == Verdict.FAILED:
            return Outcome.FAILED
        # In doubt: ask. Under another number the money could be given back twice.
        return Outcome.DONE if self.refunded(refund) == Outcome.DONE else Outcome.NOT_KNOWN

    def reverse(self, number: str) -> Outcome:
        """Revokes an order: closes it, or gives back what was paid. Repeated until it is known."""
        for attempt in range(10):
            time.sleep(5 if attempt else 0)
            answer = self.merchant.call("/secapi/pay/reverse", {"out_trade_no": number})
            if answer.verdict == Verdict.SUCCEEDED:
                tell(f"order {number}: reversed")
                return Outcome.DONE
            report("reverse", answer)
            if answer.verdict == Verdict.FAILED:
                return Outcome.FAILED
        return Outcome.NOT_KNOWN

    def pay(self, number: str, fen: str, code: str, body: str) -> Outcome:
        """Quick Pay: takes money by the customer's code, and does not end before it is known
        whether it was taken. After a power cut it goes on where it was: the order is never sent
        twice."""
        self.records.note_order(number, fen)
        order = {
            "out_trade_no": number,
            "total_fee": fen,
            "body": body,
            "auth_code": code,
            "spbill_create_ip": "127.0.0.1",
        }
        number_only = {"out_trade_no": number}
        requests = {
            Step.ORDER: (Event.ORDER, "/pay/micropay", order),
            Step.QUERY: (Event.QUERY, "/pay/orderquery", number_only),
            Step.REVERSE: (Event.REVERSE, "/secapi/pay/reverse", number_only),
        }
        saved = self.records.load(number, "quickpay")
        payment = QuickPay(saved)
        event = Event.NONE if saved is None else Event.RESUMED
        elapsed = 0 if saved is None else self.records.age(number, "quickpay")
        last, judgment = int(time.monotonic()), None
        while True:
            step = payment.next(event, min(elapsed, 65535), judgment)
            self.records.save(number, "quickpay", payment.save())  # before it is carried out
            judgment = None
            if step.step == Step.WAIT:
                time.sleep(step.wait)
                event = Event.WAITED
            elif step.step in requests:
                event, path, fields = requests[step.step]
                judgment = self._ask(path, fields)
                if judgment is None:
                    event = Event.NO_ANSWER
            else:
                break
            elapsed = int(time.monotonic()) - last
            last += elapsed
        if step.step == Step.PAID:
            # If it was finished before, it may have been reversed or refunded since.
            return self.query(number) if event == Event.RESUMED else Outcome.DONE
        ended = {Step.NOT_PAID: "not paid", Step.REVERSED: "reversed"}
        unknown = "not known: somebody has to look before the customer pays anew"
        tell(f"order {number}: {ended.get(step.step, unknown)}")
        return Outcome.FAILED if step.step in ended else Outcome.NOT_KNOWN

    def _ask(self, path: str, fields: dict[str, str]) -> Judgment | None:
        """One request of Quick Pay: its judgment, or None if nothing can be gone by."""
        try:
            answer = self.merchant.call(path, fields)
        except NotSent as why:
            tell(f"{path}: {why}")
            return None
        if answer.verdict != Verdict.SUCCEEDED:
            report(path, answer)
        elif path != "/secapi/pay/reverse":
            if self.settlement.take_payment(answer.judgment) != Outcome.DONE:
                return None  # paid, but not what was to be paid
        return answer.judgment


def main(command: str = "", *arguments: str) -> Outcome:
    counts = {"order": 3, "pay": 4, "query": 1, "refund": 3, "refunded": 1, "reverse": 1}
    if counts.get(command) != len(arguments):
        raise NotSent(USAGE)
    return getattr(Shop(Merchant(), Records()), command)(*arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except NotSent as problem:
        tell(str(problem))
        sys.exit(Outcome.NOT_SENT)
