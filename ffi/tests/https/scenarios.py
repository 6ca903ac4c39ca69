"""What each program is asked to do, and the expected result."""

import urllib.parse

import closing
import damage
import keys
import records
import slow
import till
from scenario import ANSWERS, CODE, DONE, FAILED, FEE, NOT_KNOWN, NOT_SENT, came_to, expect
from wxp.gateway import message, notices

# The whole way.

def round_trip(it):
    """Order, query, payment, notice, acknowledgement, refund, its notice, query."""
    refund = it.number + "-r"
    it.ordered()
    came_to(it.run("query", it.number), NOT_KNOWN, "NOTPAY")
    it.gateway.pay(it.number)
    attempts = it.gateway.notices.acknowledged(it.number)
    expect(len(attempts) == 1, "one notice should do:", attempts)
    expect(it.shop.has(it.number, "paid"), "not delivered")
    came_to(it.run("query", it.number), DONE, "paid, 100 fen")
    came_to(it.run("refund", it.number, refund, "40"), DONE, "taken on")
    came_to(it.run("refunded", refund), NOT_KNOWN, "it is under way")
    expect(not it.shop.has(refund, "refunded"), "too early")
    request, = it.gateway.of(refund, "/secapi/pay/refund")
    expect(request.merchant == it.gateway.merchant, "without the certificate:", request)
    it.gateway.give_back(refund)
    attempts = refund_acknowledged(it, refund)
    expect(len(attempts) == 1 and it.shop.has(refund, "refunded"), attempts)
    came_to(it.run("refunded", refund), DONE, "given back, 40 fen")
    told = it.shop.told(it.number)
    expect(sum("deliver" in line for line in told) == 1, told)
    for request in it.requests(None):
        expect(request.merchant is None or "/secapi/" in request.path,
               "shows the certificate where nobody needs it:", request)
        expect(request.answer in ("SUCCESS", "NOTPAY"), request)


def quick_pay(it):
    came_to(it.run("pay", it.number, FEE, CODE, "Tea"), DONE, "deliver")
    expect(it.order.charges == [100], it.order)
    came_to(it.run("reverse", it.number), DONE, "reversed")
    request, = it.requests("/secapi/pay/reverse")
    expect(request.merchant == it.gateway.merchant, "without the certificate:", request)
    expect(it.order.given_back == 100, it.order)
    came_to(it.run("query", it.number), FAILED, "REVOKED")
    # Nothing is done over again, whatever the cashier does.
    again = it.run("pay", it.number, FEE, CODE, "Tea")
    came_to(again, FAILED, "REVOKED")
    expect(len(it.requests("/pay/micropay")) == 1, it.requests(None))


def power_cut(it, _):
    """The terminal loses power while it waits for the answer; after that it goes on."""
    arguments = ("pay", it.number, FEE, CODE, "Tea")
    it.shop.cut_off(*arguments, when=lambda: it.requests("/pay/micropay"))
    it.never_delivered()
    came_to(it.run(*arguments), DONE, "deliver")
    expect(it.order.charges == [100], it.order)
    expect(len(it.requests("/pay/micropay")) == 1, "pays again:", it.requests(None))


def quick_pay_refused(it):
    came_to(it.run("pay", it.number, FEE, "134567890123450001", "Tea"), FAILED, "NOTENOUGH")
    expect(it.order.charges == [], it.order)
    it.never_delivered()


def quick_pay_password(it):
    came_to(it.run("pay", it.number, FEE, "134567890123450002", "Tea"), DONE, "deliver")
    expect(it.order.charges == [100], it.order)
    expect(len(it.requests("/pay/micropay")) == 1, it.requests(None))


def quick_pay_without_password(it):
    """The customer never enters it: after 45 seconds the order is reversed."""
    came_to(it.run("pay", it.number, FEE, "134567890123450003", "Tea"), FAILED, "reversed")
    expect(it.order.charges == [] and it.order.state == "REVOKED", it.order)
    expect(len(it.requests("/pay/micropay")) == 1, it.requests(None))
    it.never_delivered()


def own_records(it):
    """The same number for another amount, and numbers that are none of ours."""
    it.ordered()
    came_to(it.run("order", it.number, "200", "Tea"), NOT_SENT, "taken")
    came_to(it.run("refund", it.number + "x", it.number + "-r", "1"), NOT_SENT)
    came_to(it.run("order", "../" + it.number, FEE, "Tea"), NOT_SENT)
    expect(len(it.requests(None)) == 1, it.requests(None))


def not_ours(it):
    """Paid, says an authentic answer, but no record of it is here."""
    it.paid()
    records.kept(it.shop.records).forget(it.number)
    came_to(it.run("query", it.number), NOT_KNOWN, "no order of ours")
    it.never_delivered()


def answered_for_another(it):
    """What is said of another order of ours, of the same amount, is not said of this one."""
    closed, sold = f"another-query-{it.number}"[:30], f"another-pay-{it.number}"[:30]
    came_to(it.run("order", sold + "x", FEE, "Tea"), DONE)
    came_to(it.run("pay", sold, FEE, CODE, "Tea"), DONE, "authentic, but", "deliver")
    expect(it.has(sold, "paid") and not it.has(sold + "x", "paid"), "delivers another one")
    came_to(it.run("order", closed, FEE, "Tea"), DONE)
    it.gateway.ledger.orders[closed].state = "CLOSED"
    came_to(it.run("query", closed), NOT_KNOWN, "authentic, but")
    came_to(it.run("query", closed), FAILED, "CLOSED")


# Misbehaviour: the answer cannot be gone by, so nothing is concluded from it, and the same number
# is asked about and used again.

def bad_order(it, fault):
    come = it.run("order", it.number, FEE, "Tea")
    came_to(come, NOT_KNOWN, ANSWERS[fault])
    expect(come.out == "", "believes it:", come)
    expect(len(it.requests("/pay/orderquery")) == 1, "does not ask:", it.requests(None))
    came_to(it.run("order", it.number, FEE, "Tea"), DONE, "weixin://")
    expect(it.order.charges == [], it.order)


def bad_query(it, fault):
    it.paid()
    came_to(it.run("query", it.number), NOT_KNOWN, ANSWERS[fault])
    it.never_delivered()
    came_to(it.run("query", it.number), DONE, "deliver")
    came_to(it.run("query", it.number), DONE, "known")


def bad_pay(it, fault):
    """It is charged, and the answer says nothing: a query finds it."""
    come = it.run("pay", it.number, FEE, CODE, "Tea")
    came_to(come, DONE, ANSWERS[fault], "deliver")
    expect(it.order.charges == [100], it.order)
    expect(len(it.requests("/pay/micropay")) == 1, "pays again:", it.requests(None))
    expect(not it.requests("/secapi/pay/reverse"), it.requests(None))


def lost_pay(it, fault):
    """It never arrives, and so it is reversed, lest it arrives later."""
    come = it.run("pay", it.number, FEE, CODE, "Tea")
    came_to(come, FAILED, ANSWERS[fault], "reversed")
    expect(it.order.state == "REVOKED" and it.order.charges == [], it.order)
    expect(len(it.requests("/pay/micropay")) == 1, "pays again:", it.requests(None))
    it.never_delivered()


def bad_refund(it, fault):
    order, refund = it.number + "-o", it.number
    it.number = order
    it.paid()
    come = it.run("refund", order, refund, "40")
    came_to(come, NOT_KNOWN, ANSWERS[fault])
    asked = it.gateway.of(refund, "/pay/refundquery")
    expect(len(asked) == 1, "does not ask:", it.gateway.of(refund))
    came_to(it.run("refund", order, refund, "40"), DONE, "taken on")
    expect([r.fee for r in it.order.refunds.values()] == [40], it.order)
    expect(not it.shop.has(refund, "refunded"), "taken for given back")


def bad_refund_query(it, fault):
    order, refund = it.number + "-o", it.number
    it.number = order
    it.paid()
    came_to(it.run("refund", order, refund, "40"), DONE)
    it.order.refunds[refund].status = "SUCCESS"
    came_to(it.run("refunded", refund), NOT_KNOWN, ANSWERS[fault])
    expect(not it.shop.has(refund, "refunded"), "believes it")
    came_to(it.run("refunded", refund), DONE, "given back, 40 fen")


def bad_reverse(it, fault):
    """Repeated until it is answered; it does no harm."""
    came_to(it.run("pay", it.number, FEE, CODE, "Tea"), DONE)
    came_to(it.run("reverse", it.number), DONE, ANSWERS.get(fault, ""), "reversed")
    expect(len(it.requests("/secapi/pay/reverse")) == 2, it.requests(None))
    expect(it.order.given_back == 100, it.order)


# Notices.

def bad_notice(it, fault):
    """Not acknowledged, and so repeated; the right one is."""
    it.ordered()
    it.gateway.pay(it.number)
    first, *_, last = it.gateway.notices.acknowledged(it.number)
    expect(first.fault == fault and not first.acknowledged, "acknowledges:", first)
    expect(b"SUCCESS" not in first.reply, "acknowledges:", first)
    expect(not first.seen, "delivers:", first)
    expect(last.seen, "does not deliver:", last)
    told = it.shop.told(it.number) or [""]
    expect(sum("deliver" in line for line in told) == 1, told)
    expect(ANSWERS[fault] in it.shop.log_path.read_text(errors="replace"), "does not say why")


def notice_again(it, _):
    """The acknowledgement is lost, and the notice comes again: acknowledged, not delivered."""
    it.ordered()
    it.gateway.pay(it.number)
    attempts = it.gateway.notices.acknowledged(it.number)
    expect([a.acknowledged for a in attempts] == [True, True], attempts)
    told = it.shop.told(it.number)
    expect(sum("deliver" in line for line in told) == 1, told)


def notice_twice(it, _):
    """Two at the same moment."""
    it.ordered()
    it.gateway.pay(it.number)
    end = it.gateway.notices.until(lambda: len(it.gateway.notices.of(it.number)) == 2)
    attempts = it.gateway.notices.of(it.number)
    expect(end and all(a.acknowledged for a in attempts), attempts)
    told = it.shop.told(it.number)
    expect(len(told) == 2 and sum("deliver" in line for line in told) == 1, told)


def refund_acknowledged(it, refund):
    """All attempts until the notice of a refund is acknowledged."""
    attempts = it.gateway.notices.of
    there = it.gateway.notices.until(lambda: any(a.acknowledged for a in attempts(refund)))
    expect(there, "no notice is acknowledged:", attempts(refund))
    return attempts(refund)


def bad_refund_notice(it, fault):
    """Damaged ones are not acknowledged. Of others it does not matter what they say about the
    amount, because a query is believed instead."""
    order, refund = it.number + "-o", it.number
    it.number = order
    it.paid()
    came_to(it.run("refund", order, refund, "40"), DONE)
    it.gateway.give_back(refund)
    attempts = refund_acknowledged(it, refund)
    expect(attempts[0].acknowledged == (fault == "swapped"), attempts)
    told = [line for line in it.shop.told(refund) if "given back" in line]
    expect(told and all("40 fen" in line for line in told), told)


def early_refund_notice(it):
    """Sealed rightly, by somebody who has seen others: the gateway knows that it is not so."""
    refund = it.number + "-r"
    it.paid()
    came_to(it.run("refund", it.number, refund, "40"), DONE)
    said = {"out_trade_no": it.number, "out_refund_no": refund, "refund_fee": "40",
            "total_fee": "100", "refund_status": "SUCCESS"}
    sealed = message.seal(message.write(said, root="root"), it.shop.secret)
    status, reply = it.notify("refund", {"req_info": sealed}, signed=False)
    expect(status == 200 and reply != notices.ACKNOWLEDGEMENT, status, reply)
    expect(not it.shop.has(refund, "refunded"), "believes it")


def no_notice(it):
    """A browser, a scanner, nothing at all."""
    address = urllib.parse.urlsplit(it.shop.environment["WXP_NOTIFY_URL"] + "/payment")
    for body in (b"", b"x", b"<xml></xml>", b"<xml>" + b" " * 200000, b"\xff" * 100):
        status, reply = notices.post(address.geturl(), body)
        expect(reply != notices.ACKNOWLEDGEMENT, body[:20], status, reply)


ALONE = [
    round_trip, quick_pay, quick_pay_refused, quick_pay_password, quick_pay_without_password,
    own_records, not_ours, answered_for_another, early_refund_notice, no_notice,
]
CHARGED = ANSWERS.keys() - {"lost", "error"}
HOSTILE = ["tamper", "md5", "unsigned", "double", "forged", "doctype", "wrongkey", "other", "cut",
           "fail"]
# Scenario, the operation that goes wrong, the faults. "fail" does what was asked for, and then says
# that it did not: nobody signs that.
WITH_FAULT = [
    (bad_order, "order", ANSWERS),
    (bad_query, "query", ANSWERS),
    (bad_pay, "pay", CHARGED),
    (lost_pay, "pay", ["lost", "error"]),
    (power_cut, "pay", ["slow"]),
    (bad_refund, "refund", ANSWERS),
    (bad_refund_query, "refundquery", ANSWERS),
    (bad_reverse, "reverse", ["lost", "drop", "tamper", "md5", "page", "unsigned", "recall"]),
    (bad_notice, "notice", HOSTILE),
    (notice_again, "notice", ["deaf"]),
    (notice_twice, "notice", ["twice"]),
    (bad_refund_notice, "refundnotice", ["tamper", "double", "doctype", "cut", "swapped"]),
    *closing.WITH_FAULT,
    *keys.WITH_FAULT,
]


def of(program):
    """All scenarios of a program: name, order number, what to call with a Scenario."""
    alone = ALONE + damage.ALONE + closing.ALONE + till.ALONE + keys.ALONE
    alone += [damage.broken_output]
    alone += [keys.key_in_web_root] if program.web_root else []
    alone += [damage.limits] if program.limits else []
    alone += [slow.slow_connections] if program.listens else []
    program = program.name
    for function in alone:
        yield function.__name__, f"{program}-{function.__name__}"[:30], function
    for server in ("foreign", "misnamed"):
        number = f"{program}-{server}"
        yield f"another_server: {server}", number, lambda it, s=server: keys.another_server(it, s)
    for function, operation, kinds in WITH_FAULT:
        for fault in sorted(kinds):
            number = f"{fault}-{operation}-{program}"
            yield f"{function.__name__}: {fault}", number, with_fault(function, fault)


def with_fault(function, fault):
    def run(it):
        if fault == "late":  # the one about the time that a program waits, also to be connected
            it.environment["WXP_TIMEOUT"] = str(int(10 + 10 * it.pace()))
        function(it, fault)

    return run
