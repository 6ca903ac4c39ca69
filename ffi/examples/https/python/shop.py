"""A shop's side of WeChat Pay: order, Quick Pay, query, close, refund, reverse, over
HTTPS.

    python3 shop.py order 20150806125346 100 "Tea & rice"

Ends with 0 if it is done, 1 if it is not done, 2 if this call sent nothing, and 3 if it is not
known: then ask again with the same number, and never pay again under another one.
"""

from __future__ import annotations

import re
import sys
import time

from outcome import Outcome, output, tell, uncaught

sys.excepthook = uncaught  # before anything can go wrong

import wxp  # noqa: E402
from merchant import Merchant, NotSent, differs  # noqa: E402
from records import Damaged, Records  # noqa: E402
from settlement import Settlement, report, unfinished  # noqa: E402
from wxp import Action, Event, Judgment, OrderState, QuickPay, Step, Verdict  # noqa: E402

OFFLINE_SECONDS = 30  # without a network, after which a payment that is under way is left for later
COMMANDS = {
    "order": "NUMBER FEN BODY",
    "pay": "NUMBER FEN CODE BODY",
    "query": "NUMBER",
    "close": "NUMBER",
    "refund": "NUMBER REFUND FEN",
    "refunded": "REFUND",
    "reverse": "NUMBER",
}
# What arguments can be: what WeChat takes, and nothing else is noted down.
FORMS = {
    "NUMBER": "[0-9A-Za-z_|*-]{1,32}",
    "REFUND": "[0-9A-Za-z_|*@-]{1,64}",
    "FEN": "[1-9][0-9]{0,9}",
}


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
            "spbill_create_ip": self.merchant.ip,
            "notify_url": f"{self.merchant.notify_url}/payment",
        })
        if answer.verdict == Verdict.ACCEPTED:
            output(answer.judgment.get("code_url") or "")
            return Outcome.DONE
        report("order", answer)
        outcome = unfinished(answer)
        if outcome == Outcome.FAILED and answer.judgment.action == Action.QUERY:
            outcome = Outcome.NOT_KNOWN
        if outcome == Outcome.NOT_KNOWN and self.query(number) == Outcome.DONE:
            return Outcome.DONE
        return outcome  # the same order can be sent again under the same number

    def close(self, number: str) -> Outcome:
        """Closes an order that nobody has paid; one by Quick Pay is reversed instead."""
        if self.records.order(number) is None:
            raise NotSent(f"{number}: no order of ours")
        if self.records.payment(number) is not None:
            raise NotSent(f"{number}: an order of Quick Pay: reverse it")
        outcome = self.query(number)
        if outcome == Outcome.NOT_SENT:
            return outcome
        if outcome == Outcome.DONE:
            return Outcome.FAILED
        answer = self.merchant.call("/pay/closeorder", {"out_trade_no": number})
        code = answer.get("err_code")
        if answer.verdict == Verdict.SUCCEEDED or code in ("ORDERCLOSED", "ORDERNOTEXIST"):
            tell(f"order {number}: closed")
            return Outcome.DONE
        report("close", answer)
        if answer.verdict == Verdict.FAILED and code != "ORDERPAID":
            return Outcome.FAILED
        # Paid in the meantime, or in doubt: ask. It can be closed again.
        return Outcome.FAILED if self.query(number) == Outcome.DONE else Outcome.NOT_KNOWN

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
        if answer.verdict == Verdict.ACCEPTED:
            ours = {"out_trade_no": number, "out_refund_no": refund, "refund_fee": fen}
            wrong = differs(answer.judgment, ours)
            if not wrong:
                tell(f"refund {refund}: taken on")
                return Outcome.DONE
            tell(f"refund {refund}: authentic, but of another {wrong}")
            outcome = Outcome.NOT_KNOWN
        else:
            report("refund", answer)
            outcome = unfinished(answer)
        if outcome == Outcome.NOT_KNOWN and self.refunded(refund) == Outcome.DONE:
            return Outcome.DONE
        return outcome  # under another number the money could be given back twice

    def reverse(self, number: str) -> Outcome:
        """Revokes an order: closes it, or gives back what was paid. Repeated until it is known."""
        self.records.give_back(number)  # and never delivered after that
        for attempt in range(10):
            time.sleep(5 if attempt else 0)
            answer = self.merchant.call("/secapi/pay/reverse", {"out_trade_no": number})
            if answer.verdict == Verdict.SUCCEEDED:
                tell(f"order {number}: reversed")
                return Outcome.DONE
            report("reverse", answer)
            outcome = unfinished(answer)
            if outcome == Outcome.FAILED or (outcome == Outcome.NOT_SENT and not attempt):
                return outcome
        return Outcome.NOT_KNOWN

    def pay(self, number: str, fen: str, code: str, body: str) -> Outcome:
        """Quick Pay: takes money by the customer's code, and does not end before it is known
        whether it was taken, unless the network is lost. After that, and after a power cut, it goes
        on where it was: the order is never sent twice. Delivers when the payment has ended, and not
        before: one that is being reversed can turn out to be paid."""
        self.records.note_order(number, fen)
        order = {
            "out_trade_no": number,
            "total_fee": fen,
            "body": body,
            "auth_code": code,
            "spbill_create_ip": self.merchant.ip,
        }
        number_only = {"out_trade_no": number}
        requests = {
            Step.ORDER: (Event.ORDER, "/pay/micropay", order),
            Step.QUERY: (Event.QUERY, "/pay/orderquery", number_only),
            Step.REVERSE: (Event.REVERSE, "/secapi/pay/reverse", number_only),
        }
        saved, elapsed = self.records.payment(number) or (None, 0)
        try:
            payment = QuickPay(saved)
        except wxp.Error:
            raise Damaged(f"{self.records.path}: the payment {number} is damaged") from None
        event = Event.NONE if saved is None else Event.RESUMED
        last = online = int(time.monotonic())
        judgment = None
        while True:
            step = payment.next(event, elapsed, judgment)
            # Saved before it is carried out, by one call only.
            if not self.records.save_payment(number, payment.save(), saved):
                if event in (Event.NONE, Event.RESUMED):
                    raise NotSent(f"order {number}: nothing was sent: it is being paid already")
                tell(f"order {number}: not known: another call has taken it over")
                return Outcome.NOT_KNOWN
            saved = payment.save()
            if step.step == Step.REVERSE:
                self.records.give_back(number)
            if step.step == Step.WAIT:
                time.sleep(step.wait)
                event, judgment = Event.WAITED, None
            elif step.step in requests:
                event, judgment = self._carry_out(*requests[step.step])
                if event != Event.NOT_SENT:
                    online = int(time.monotonic())
            else:
                return self._ended(number, step.step, judgment)
            elapsed = int(time.monotonic()) - last
            last += elapsed
            is_lost = event == Event.NOT_SENT and step.step != Step.ORDER
            if is_lost and last - online >= OFFLINE_SECONDS:
                tell(f"order {number}: not known: pay again with this number, which asks, once"
                     " there is a network")
                return Outcome.NOT_KNOWN

    def _carry_out(
        self, answered: Event, path: str, fields: dict[str, str]
    ) -> tuple[Event, Judgment | None]:
        """Sends a request of Quick Pay, and says what came of it."""
        answer = self.merchant.call(path, fields)
        if answer.verdict != Verdict.SUCCEEDED:
            report(path, answer)
        if not answer.sent:
            return Event.NOT_SENT, None
        # Paid, but not what was to be paid: no answer to go by.
        another = answer.order == OrderState.PAID and not self.settlement.is_ours(answer.judgment)
        if another or not answer.is_authentic:
            return Event.NO_ANSWER, None
        return answered, answer.judgment

    def _ended(self, number: str, step: Step, judgment: Judgment | None) -> Outcome:
        """What a payment has come to that has ended."""
        if step == Step.PAID and judgment is not None:
            return self.settlement.settle(judgment)
        if step == Step.PAID:
            # It was finished before, and may have been reversed or refunded since.
            outcome = self.query(number)
            return Outcome.NOT_KNOWN if outcome == Outcome.NOT_SENT else outcome
        if step == Step.NOT_SENT:
            self.records.forget_payment(number)
        outcome, text = {
            Step.NOT_PAID: (Outcome.FAILED, "not paid"),
            Step.REVERSED: (Outcome.FAILED, "reversed"),
            Step.NOT_SENT: (Outcome.NOT_SENT, "not paid, and nothing was sent"),
        }.get(step, (
            Outcome.NOT_KNOWN, "not known: somebody has to look before the customer pays anew"
        ))
        tell(f"order {number}: {text}")
        return outcome


def main(command: str = "", *arguments: str) -> Outcome:
    names = COMMANDS.get(command, "").split()
    if not names or len(names) != len(arguments):
        usage = (f"  {name} {rest}" for name, rest in COMMANDS.items())
        raise NotSent("\n".join(["shop.py", *usage]))
    for name, argument in zip(names, arguments):
        if not re.fullmatch(FORMS.get(name, "(?s).*"), argument):
            raise NotSent(f"{argument}: cannot be a {name}")
    return getattr(Shop(Merchant(), Records()), command)(*arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except NotSent as problem:
        tell(str(problem))
        sys.exit(Outcome.NOT_SENT)
    except Damaged as problem:
        tell(f"{problem}: somebody has to look")
        sys.exit(Outcome.NOT_KNOWN)
