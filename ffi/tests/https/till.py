"""Quick Pay when something other than an answer goes wrong: no network, several calls at once, and
money that arrives while the order is being reversed."""

import concurrent.futures
import time

from gateway import Gateway
from scenario import CODE, DONE, FAILED, FEE, NOT_KNOWN, NOT_SENT, came_to, expect

MICROPAY = "/pay/micropay"
# A slow disk and slow locks: who looks first and writes later is found out.
SLOW_DISK = [
    "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync,fcntl",
    "-e", "inject=fsync,fdatasync:delay_enter=150000", "-e", "inject=fcntl:delay_exit=30000",
]


def no_network(it):
    """Nothing was sent, says the till in seconds, and the number can be used once there is one."""
    arguments = ("pay", it.number, FEE, CODE, "Tea")
    start = time.monotonic()
    for _ in range(2):
        come = it.run(*arguments, WXP_GATEWAY="https://127.0.0.1:1")
        came_to(come, NOT_SENT, "nothing was sent")
    took = time.monotonic() - start
    expect(took < 30 + 4 * it.pace(), f"takes {took:.0f} s")
    came_to(it.run(*arguments), DONE, ": deliver")
    expect(it.order.charges == [100], it.order)
    expect(len(it.requests(MICROPAY)) == 1, it.requests(None))


def network_lost_pay(it):
    """The order was sent, and then there is no network: not known, and the same number tells once
    there is one again."""
    it.number = f"vanish-pay-{it.number}"[:30]
    arguments = ("pay", it.number, FEE, CODE, "Tea")
    with Gateway(it.shop.certificates, it.shop.secret) as own:
        start = time.monotonic()
        come = it.run(*arguments, WXP_GATEWAY=own.url)
        took = time.monotonic() - start
        came_to(come, NOT_KNOWN, "no answer", "nothing was sent")
        expect(took < 80 + 8 * it.pace(), f"takes {took:.0f} s")
        it.never_delivered()
        own.server.gone = False
        came_to(it.run(*arguments, WXP_GATEWAY=own.url), DONE, ": deliver")
        expect(own.ledger.orders[it.number].charges == [100], own.ledger.orders)
        expect(len(own.of(it.number, MICROPAY)) == 1, "pays again:", own.of(it.number))


def pay_at_once(it):
    """The cashier presses twice, and more: it is sent once, and delivered once."""
    it.number = f"slow-pay-{it.number}"[:30]
    it.own_records()
    arguments = (SLOW_DISK, "pay", it.number, FEE, CODE, "Tea")
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        pays = [pool.submit(it.run_under, *arguments) for _ in range(3)]
    runs = [pay.result() for pay in pays]
    expect(len(it.requests(MICROPAY)) == 1, "pays again:", it.requests(None))
    expect(it.order.charges == [100] and it.order.state == "SUCCESS", it.order)
    expect(sum(": deliver" in run.err for run in runs) == 1, *runs)
    codes = [run.code for run in runs]
    expect(DONE in codes and set(codes) <= {DONE, NOT_SENT, NOT_KNOWN}, *runs)


def paid_while_reversed(it):
    """The customer pays when time is up, and a reverse does nothing: the next one gives the money
    back, and nothing is delivered in between."""
    it.number = f"undone-reverse-{it.number}"[:30]
    come = it.run("pay", it.number, FEE, "134567890123450003", "Tea")
    came_to(come, FAILED, "reversed")
    expect(it.order.charges == [100] and it.order.given_back == 100, it.order)
    expect(": deliver" not in come.err, come)
    it.never_delivered()


ALONE = [no_network, network_lost_pay, pay_at_once, paid_while_reversed]
