"""What goes wrong on the shop's own side: damaged records, full disks, power cuts, invalid order
numbers, and requests that are not notices."""

import concurrent.futures
import socket
import urllib.parse

import durable
import records
from gateway import Gateway
from scenario import CODE, DONE, FEE, NOT_KNOWN, NOT_SENT, came_to, expect
from wxp.gateway import message, notices


def with_fault(it, fault, operation):
    """Gives the order a number that asks for a fault."""
    it.number = f"{fault}-{operation}-{it.number}"[:28]


# Records.

def damaged_order(it):
    """A record that cannot be read is not one that is missing: somebody has to look."""
    it.own_records()
    it.paid()
    for how, folder in records.kept(it.records).damaged(it.number, "order"):
        for arguments in (
            ("query", it.number),
            ("order", it.number, FEE, "Tea"),
            ("pay", it.number, FEE, CODE, "Tea"),
            ("refund", it.number, it.number + "-r", "40"),
            ("close", it.number),
        ):
            come = it.run(*arguments, WXP_RECORDS=str(folder))
            expect(come.code == NOT_KNOWN and str(folder) in come.err, how, arguments, come)
            expect("deliver" not in come.err, how, come)
    sent = {request.path for request in it.requests(None)[1:]}
    expect(sent <= {"/pay/orderquery"}, sent)


def damaged_refund(it):
    """The same of a refund."""
    refund = it.number + "-r"
    it.own_records()
    it.paid()
    came_to(it.run("refund", it.number, refund, "40"), DONE)
    it.order.refunds[refund].status = "SUCCESS"
    for how, folder in records.kept(it.records).damaged(refund, "refund"):
        for arguments in (("refund", it.number, refund, "40"), ("refunded", refund)):
            come = it.run(*arguments, WXP_RECORDS=str(folder))
            expect(come.code == NOT_KNOWN and str(folder) in come.err, how, arguments, come)
    expect(len(it.gateway.of(refund, "/secapi/pay/refund")) == 1, it.gateway.of(refund))


def damaged_payment(it):
    """And of a payment that was under way, which must not begin anew."""
    with_fault(it, "slow", "pay")
    it.own_records()
    arguments = ("pay", it.number, FEE, CODE, "Tea")
    it.shop.cut_off(*arguments, when=lambda: it.requests("/pay/micropay"), **it.environment)
    for how, folder in records.kept(it.records).damaged(it.number, "quickpay"):
        come = it.run(*arguments, WXP_RECORDS=str(folder))
        expect(come.code == NOT_KNOWN and str(folder) in come.err, how, come)
    expect(len(it.requests("/pay/micropay")) == 1, "pays again:", it.requests(None))
    came_to(it.run(*arguments), DONE, "deliver")


def records_gone(it):
    """They cannot be written while the order is on its way: not known, whatever the error is."""
    with_fault(it, "slow", "pay")
    it.own_records()
    arguments = ("pay", it.number, FEE, CODE, "Tea")
    away = it.records.with_name(it.records.name + "-away")
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        running = pool.submit(it.run, *arguments)
        there = it.gateway.notices.until(lambda: it.requests("/pay/micropay") or running.done())
        it.records.rename(away)
        came_to(running.result(), NOT_KNOWN, str(it.records))
    expect(there, "was never asked")
    away.rename(it.records)
    came_to(it.run(*arguments), DONE, "deliver")
    expect(it.order.charges == [100], it.order)


def power_safe(it):
    """What has to survive a power cut is on the disk before the gateway is called."""
    it.own_records()
    refund = it.number + "-r"
    for arguments in (
        ("pay", it.number, FEE, CODE, "Tea"),
        ("refund", it.number, refund, "40"),
    ):
        log = it.shop.folder / f"{it.number}.strace"
        come = it.run_under([*durable.COMMAND, "-o", str(log)], *arguments)
        came_to(come, DONE)
        lost = list(durable.lost(log.read_text(errors="replace"), it.records.resolve()))
        expect(not lost, arguments, *lost)


# What is sent, and what is said.

def gateway_gone(it):
    """The answer is lost, and then nobody can be asked: something was sent all the same."""
    for command in ("order", "query", "close", "refund", "reverse"):
        with Gateway(it.shop.certificates, it.shop.secret) as own:
            number = f"vanish-{command}-{it.number}"[:30]
            order = "o" + number if command == "refund" else number
            gateway = {"WXP_GATEWAY": own.url}
            arguments = (command, number)
            if command == "order":
                arguments += (FEE, "Tea")
            elif command == "reverse":
                came_to(it.run("pay", order, FEE, CODE, "Tea", **gateway), DONE)
            else:
                came_to(it.run("order", order, FEE, "Tea", **gateway), DONE)
                if command != "close":
                    own.ledger.charge(own.ledger.orders[order])
            if command == "refund":
                arguments = (command, order, number, "40")
            came_to(it.run(*arguments, **gateway), NOT_KNOWN, "no answer")


def impossible_numbers(it):
    """Refused before anything is noted down or sent."""
    long = (it.number + "x" * 33)[:33]
    bad = ("", long, "../" + it.number, it.number + "@", it.number + " 米")
    for number in bad:
        come = it.run("order", number, FEE, "Tea")
        expect(come.code == NOT_SENT and not it.has(number, "order"), repr(number), come)
    for command, *rest in (
        ["query"], ["close"], ["reverse"], ["pay", FEE, CODE, "Tea"], ["refund", "r", "1"],
    ):
        came_to(it.run(command, long, *rest), NOT_SENT)
    expect(not any(it.gateway.of(number) for number in bad), "was sent")


def impossible_amounts(it):
    for fen in ("", "0", "01", "1.00", "-1", "1 ", "12345678901"):
        come = it.run("order", it.number, fen, "Tea")
        expect(come.code == NOT_SENT, repr(fen), come)
    expect(not it.requests(None) and not it.has(it.number, "order"), it.requests(None))


def impossible_refunds(it):
    """And the longest ones, which are possible, with every kind of character."""
    it.number = (it.number + "_|*-" + "x" * 32)[:32]
    it.paid()
    for refund in ("", it.number + "x" * 33, it.number + " 米"):
        come = it.run("refund", it.number, refund, "1")
        expect(come.code == NOT_SENT and not it.has(refund, "refund"), repr(refund), come)
        came_to(it.run("refunded", refund), NOT_SENT)
    refund = (it.number + "@" + "x" * 64)[:64]
    came_to(it.run("refund", it.number, refund, "40"), DONE, "taken on")
    it.order.refunds[refund].status = "SUCCESS"
    came_to(it.run("refunded", refund), DONE, "given back, 40 fen")


def impossible_notice(it):
    """Authentic, and about a number that no order of ours has: it is answered, and not taken."""
    it.ordered()
    paid = {"result_code": "SUCCESS", **it.gateway.ledger.paid(it.order)}
    long = (it.number + "x" * 39)[:39]
    it.run("order", long, FEE, "Tea")  # two characters less than what the notice says
    for number in ("", "../" + it.number, it.number + "x" * 33, long + "xx", "a b", "米"):
        status, reply = it.notify("payment", {**paid, "out_trade_no": number})
        expect(status == 200 and b"FAIL" in reply, repr(number), status, reply)
    expect(not it.has(long, "paid"), "delivers another order")
    it.never_delivered()
    for number in ("", "../" + it.number, "x" * 80, "a b"):
        said = message.write({"out_refund_no": number, "refund_status": "SUCCESS"}, root="root")
        sealed = {"req_info": message.seal(said, it.shop.secret)}
        status, reply = it.notify("refund", sealed, signed=False)
        expect(status == 200 and b"FAIL" in reply, repr(number), status, reply)


def impossible_length(it):
    """A request that does not say how long it is, and waits, is answered or cut off."""
    it.ordered()
    url = urllib.parse.urlsplit(it.shop.environment["WXP_NOTIFY_URL"] + "/payment")
    lengths = ["-1", "+5", "x"]
    if not it.shop.program.web_root:  # PHP's own server waits for the rest for ever
        lengths += ["99999999999", "100"]
    for announced in lengths:
        head = f"POST {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Type: text/xml\r\n"
        with socket.create_connection((url.hostname, url.port), notices.HUNG) as connection:
            connection.sendall(f"{head}Content-Length: {announced}\r\n\r\n<xml>".encode())
            connection.settimeout(notices.HUNG)
            try:
                reply = connection.recv(65536)
            except TimeoutError:
                expect(False, "waits for ever for a length of", announced)
            except ConnectionError:
                reply = b""
            expect(notices.ACKNOWLEDGEMENT not in reply, reply)
    it.gateway.pay(it.number)
    it.gateway.notices.acknowledged(it.number)


def broken_output(it):
    """What cannot be said: the code for the customer is what was asked for, the rest is not."""
    it.number = it.number[:28]
    full = ["sh", "-c", 'exec "$@" >/dev/full', "sh"]
    come = it.run_under(full, "order", it.number, FEE, "Tea")
    came_to(come, NOT_KNOWN)
    full[2] = 'exec "$@" 2>/dev/full'
    came_to(it.run_under(full, "pay", it.number + "-p", FEE, CODE, "Tea"), DONE)
    expect(it.has(it.number + "-p", "paid"), "not delivered")


def limits(it):
    """A program that is built of the shop's sources, and asks what nobody can ask the shop."""
    came_to(it.run_under([it.shop.program.limits]), DONE)


ALONE = [
    damaged_order, damaged_refund, damaged_payment, records_gone, power_safe, gateway_gone,
    impossible_numbers, impossible_amounts, impossible_refunds, impossible_notice,
    impossible_length,
]
