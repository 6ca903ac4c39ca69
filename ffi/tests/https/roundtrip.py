#!/usr/bin/env python3
"""Runs the example programs against the test gateway, all scenarios of all programs at once.

    roundtrip.py FOLDER PROGRAM…

A program is NAME=COMMAND (a shop), with NAME.cgi=PROGRAM or NAME.server=COMMAND for its notices, in
the latter of which PORT stands for the port to listen at, and perhaps NAME.limits=PROGRAM, a test
of its own. The environment variable SCENARIOS, a regular expression, chooses scenarios by their
names. Ends with "N passed, N failed".
"""

import concurrent.futures
import os
import pathlib
import re
import shlex
import shutil
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / ".ci/harness"))

import checks
import gateway_checks
import programs
import scenario
import scenarios
from gateway import Gateway
from wxp.gateway import certificates as issuers
from wxp.gateway.simulator import MERCHANT

SECRET = "192006250b4c09247ec02edce69f6a2d"
AT_ONCE = 24  # most of them wait
LONG = re.compile("pay|reverse|late|gone|lost|damaged|impossible")  # these begin first


def given(arguments):
    """The programs of the command line."""
    told = dict(argument.split("=", 1) for argument in arguments)
    for name in [name for name in told if "." not in name]:
        root = None
        if f"{name}.cgi" in told:
            listen = programs.cgi(shlex.split(told[f"{name}.cgi"]))
        else:
            command = told[f"{name}.server"]
            root = re.search(r" -t (\S+)", command)
            listen = programs.server(
                lambda port, c=command: shlex.split(c.replace("PORT", str(port))),
                "/notice.php" if name.startswith("php") else "/notice",
            )
        limits = told.get(f"{name}.limits")
        yield programs.Program(name, shlex.split(told[name]), listen, root and root[1], limits)


def attempt(name, shop, gateway, number, run):
    """A scenario's name, why it failed, if it did, and the time it took."""
    start = time.monotonic()
    try:
        run(scenario.Scenario(gateway, shop, number))
        failure = None
    except Exception as error:  # also a timeout, or a program that does not start
        failure = checks.why(error)
    return name, failure, time.monotonic() - start


def afterwards(gateway, shops):
    """What has to be true of the whole: no double charge, no secret told, no entity fetched."""
    for number, order in gateway.ledger.orders.items():
        if len(order.charges) > 1:
            yield f"charged {len(order.charges)} times: {order}"
        if sum(refund.fee for refund in order.refunds.values()) > order.fee:
            yield f"gave back too much: {order}"
        if len(order.refunds) > 1:
            yield f"gave back twice: {order}"
    micropays = [r.fields["out_trade_no"] for r in gateway.requests if r.path == "/pay/micropay"]
    if len(micropays) != len(set(micropays)):
        yield "an order was sent twice"
    if any("http request" in error.lower() for error in gateway.server.failed_handshakes):
        yield "somebody came without TLS, perhaps to fetch an entity"
    if any(request.path == "/elsewhere" for request in gateway.requests):
        yield "a redirection was followed"
    nonces = [request.fields["nonce_str"] for request in gateway.requests if request.fields]
    if len(nonces) != len(set(nonces)) or not all(re.fullmatch(r"\w{32}", n) for n in nonces):
        yield "a nonce came twice"
    for shop in shops:
        texts = [run.out + run.err for run in shop.outputs]
        if any(SECRET in text for text in [*texts, shop.log_path.read_text(errors="replace")]):
            yield f"{shop.program.name} tells the secret"
        if any("PRIVATE KEY" in text for text in texts):
            yield f"{shop.program.name} tells the private key"


def main():
    folder = pathlib.Path(sys.argv[1])
    chosen = list(given(sys.argv[2:]))
    certificates = folder / "certificates"
    shutil.rmtree(folder / "run", ignore_errors=True)
    issuers.make(certificates, MERCHANT)
    gateway_checks.run(certificates)
    shops = []
    with Gateway(certificates, SECRET) as gateway:
        gateway.notices.witness = lambda number: any(shop.has(number, "paid") for shop in shops)
        try:
            for program in chosen:
                place = folder / "run" / program.name
                shops.append(programs.Shop(program, gateway, certificates, place, SECRET))
            with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
                jobs = [
                    (f"{shop.program.name}, {name}", shop, gateway, number, run)
                    for shop in shops
                    for name, number, run in scenarios.of(shop.program)
                    if re.search(os.environ.get("SCENARIOS", ""), name)
                ]
                jobs.sort(key=lambda job: not LONG.search(job[0]))
                for done in concurrent.futures.as_completed(
                    [pool.submit(attempt, *job) for job in jobs]
                ):
                    name, failure, seconds = done.result()
                    checks.done(name, failure, seconds=seconds)
            wrong = "\n".join(afterwards(gateway, shops))
            checks.done("afterwards: every order was charged at most once", wrong or None)
            print(f"{len(gateway.requests)} requests, {len(gateway.notices.attempts)} notices")
        finally:
            for shop in shops:
                shop.close()
    checks.finish()


if __name__ == "__main__":
    main()
