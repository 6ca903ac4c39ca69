"""What WeChat posts to notify_url, as a WSGI application: .../payment and .../refund.

    python3 notice.py 8080      # a server for trying it out

A notice that is not acknowledged within 5 seconds comes again, about 15 times in a day.
"""

from __future__ import annotations

import re
import socketserver
import sys
from wsgiref import simple_server

import wxp
from merchant import Merchant
from outcome import Outcome, tell
from records import Records
from settlement import Settlement, report
from wxp import Verdict

MOST_BYTES = 65536

merchant = Merchant()
settlement = Settlement(merchant, Records())


def take(kind: str, document: bytes) -> bool:
    """Whether the shop knows now what the notice told; else it is to be sent again."""
    answer = merchant.judge(kind, document)
    if answer.verdict == Verdict.SUCCEEDED:
        return settlement.take_in(answer.judgment)
    if answer.verdict == Verdict.UNVOUCHED:
        return take_refund(answer.judgment.unverified().get("req_info", ""))
    report(f"{kind} notice", answer)
    return answer.verdict == Verdict.FAILED  # authentic, and nothing to do about it


def take_refund(req_info: str) -> bool:
    """Nobody signs a notice of a refund: it is only the occasion to ask."""
    refund = merchant.key.unconfirmed_refund(req_info).get("out_refund_no", "")
    return settlement.query_refund(refund) == Outcome.DONE


def application(environ, start_response):
    kind = "refund" if environ["PATH_INFO"].endswith("/refund") else "payment"
    # Not every server looks at what a client announces, and -1 would be read without end.
    announced = environ.get("CONTENT_LENGTH") or "0"
    bounded = re.fullmatch("[0-9]{1,5}", announced) and int(announced) <= MOST_BYTES
    taken = False
    try:
        if bounded:
            taken = take(kind, environ["wsgi.input"].read(int(announced)))
    except Exception as error:  # whatever it is, the notice was not taken
        tell(f"{kind} notice: {type(error).__name__}: {error}")
    status = "200 OK" if bounded else "413 Content Too Large"
    start_response(status, [("Content-Type", "text/xml")])
    return [wxp.acknowledge(kind, taken)]


class Handler(simple_server.WSGIRequestHandler):
    timeout = 10  # seconds without a byte


class Server(socketserver.ThreadingMixIn, simple_server.WSGIServer):
    daemon_threads = True


if __name__ == "__main__":
    port = int(sys.argv[1])
    simple_server.make_server("127.0.0.1", port, application, Server, Handler).serve_forever()
