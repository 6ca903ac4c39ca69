"""Closing an order, the output about a refunded order, and the address that an order is placed from."""

from scenario import ANSWERS, CODE, DONE, FAILED, FEE, NOT_KNOWN, NOT_SENT, came_to, expect
from wxp.gateway.notices import ACKNOWLEDGEMENT

CLOSE = "/pay/closeorder"


def close(it):
    """An unpaid order is closed after a last look, and closing it again does no harm."""
    it.ordered()
    came_to(it.run("close", it.number), DONE, "closed")
    expect(it.order.state == "CLOSED", it.order)
    expect(len(it.requests("/pay/orderquery")) == 1, "does not look:", it.requests(None))
    came_to(it.run("close", it.number), DONE, "closed")
    came_to(it.run("query", it.number), FAILED, "CLOSED")
    it.never_delivered()


def close_paid(it):
    """It is too late, and the goods are the customer's."""
    it.paid()
    came_to(it.run("close", it.number), FAILED, "deliver")
    expect(it.has(it.number, "paid"), "not delivered")
    expect(it.order.state == "SUCCESS" and not it.requests(CLOSE), it.requests(None))


def close_race(it):
    """The customer pays between the last look and the close."""
    it.number = f"race-close-{it.number}"
    it.ordered()
    came_to(it.run("close", it.number), FAILED, "deliver")
    expect(it.has(it.number, "paid") and it.order.state == "SUCCESS", it.order)


def close_none(it):
    """It never arrived, and so there is nothing to close."""
    it.number = f"lost-order-{it.number}"
    came_to(it.run("order", it.number, FEE, "Tea"), NOT_KNOWN)
    came_to(it.run("close", it.number), DONE, "ORDERNOTEXIST")


def close_not_ours(it):
    """Neither an order of somebody else nor one of Quick Pay, which is reversed."""
    came_to(it.run("close", it.number + "x"), NOT_SENT, "no order of ours")
    came_to(it.run("pay", it.number, FEE, CODE, "Tea"), DONE)
    before = len(it.gateway.of(it.number))
    came_to(it.run("close", it.number), NOT_SENT, "reverse")
    expect(len(it.gateway.of(it.number)) == before, it.requests(None))


def bad_close(it, fault):
    """Not known, and never taken for closed; the next one tells."""
    it.ordered()
    come = it.run("close", it.number)
    came_to(come, NOT_KNOWN, ANSWERS[fault])
    came_to(it.run("close", it.number), DONE, "closed")
    expect(it.order.state == "CLOSED", it.order)


def refunded_since(it):
    """A refund does not undo that the order was paid."""
    it.ordered()
    it.gateway.pay(it.number)
    it.gateway.notices.acknowledged(it.number)
    came_to(it.run("refund", it.number, it.number + "-r", "40"), DONE)
    expect(it.order.state == "REFUND", it.order)
    come = came_to(it.run("query", it.number), DONE, "paid, and refunded since")
    expect("deliver" not in come.err, come)
    came_to(it.run("close", it.number), FAILED, "refunded since")


def refunded_undelivered(it):
    """Paid and refunded, and the goods never left: whether they should is not for a program."""
    it.paid()
    came_to(it.run("refund", it.number, it.number + "-r", "40"), DONE)
    came_to(it.run("query", it.number), NOT_KNOWN, "refunded since", "somebody has to look")
    came_to(it.run("close", it.number), NOT_KNOWN, "refunded since")
    it.never_delivered()


def refunded_by_us(it):
    """We have given it back before we knew that it was paid. A late notice is taken, so that it
    does not come again; what it says is for somebody to look at, and so is what a late answer
    says."""
    it.paid()
    came_to(it.run("refund", it.number, it.number + "-r", "100"), DONE)
    said = {"result_code": "SUCCESS", **it.gateway.ledger.paid(it.order)}
    status, reply = it.notify("payment", said)
    expect(status == 200 and reply == ACKNOWLEDGEMENT, status, reply)
    told = it.shop.told(it.number)
    expect(any("somebody has to look" in line for line in told), told)
    it.never_delivered()
    it.order.state = "SUCCESS"
    came_to(it.run("query", it.number), NOT_KNOWN, "paid", "somebody has to look")
    it.never_delivered()


def reversed_by_us(it):
    """The same of a reverse."""
    it.paid()
    came_to(it.run("reverse", it.number), DONE)
    it.order.state = "SUCCESS"
    came_to(it.run("query", it.number), NOT_KNOWN, "paid", "somebody has to look")
    it.never_delivered()


def own_address(it):
    """The address that the order is placed from, which only a test may leave out."""
    code, order = it.number + "-c", it.number + "-o"
    came_to(it.run("order", order, FEE, "Tea", WXP_IP="203.0.113.7"), DONE)
    came_to(it.run("pay", code, FEE, CODE, "Tea", WXP_IP="2001:db8::7"), DONE)
    said = [it.gateway.of(number)[0].fields["spbill_create_ip"] for number in (order, code)]
    expect(said == ["203.0.113.7", "2001:db8::7"], said)
    come = it.run("order", it.number, FEE, "Tea", WXP_GATEWAY=None, WXP_IP=None)
    came_to(come, NOT_SENT, "WXP_IP is not set")


ALONE = [
    close, close_paid, close_race, close_none, close_not_ours, refunded_since,
    refunded_undelivered, refunded_by_us, reversed_by_us, own_address,
]
WITH_FAULT = [(bad_close, "close", ANSWERS)]
