"""What WeChat posts to notify_url, as a WSGI application: .../payment and .../refund.

    python3 notice.py 8080      # a server for trying it out

A notice that is not acknowledged within 5 seconds comes again, about 15 times in a day.
"""

from __future__ import annotations

import socketserver
import sys
from wsgiref import simple_server

import wxp
from merchant import Merchant, NotSent
from records import Records
from settlement import Outcome, Settlement, report, tell
from wxp import Verdict

MOST_BYTES = 65536

merchant = Merchant()
settlement = Settlement(merchant, Records())


def take(kind: str, document: bytes) -> bool:
    """Whether the shop knows now what the notice told; else it is to be sent again."""
    answer = merchant.judge(kind, document)
    if answer.verdict == Verdict.SUCCEEDED:
        return settlement.take_payment(answer.judgment) == Outcome.DONE
    if answer.verdict == Verdict.UNVOUCHED:
        return take_refund(answer.judgment.unverified().get("req_info", ""))
    report(f"{kind} notice", answer)
    return answer.verdict == Verdict.FAILED  # authentic, and nothing to do about it


def take_refund(req_info: str) -> bool:
    """Nobody signs a notice of a refund: it is only the occasion to ask."""
    try:
        refund = merchant.key.unconfirmed_refund(req_info).get("out_refund_no", "")
        return settlement.query_refund(refund) == Outcome.DONE
    except (wxp.Error, NotSent) as error:
        tell(f"refund notice: {error}")
        return False


def application(environ, start_response):
    kind = "refund" if environ["PATH_INFO"].endswith("/refund") else "payment"
    length = min(int(environ.get("CONTENT_LENGTH") or 0), MOST_BYTES)
    taken = take(kind, environ["wsgi.input"].read(length))
    start_response("200 OK", [("Content-Type", "text/xml")])
    return [wxp.acknowledge(kind, taken)]


class Server(socketserver.ThreadingMixIn, simple_server.WSGIServer):
    daemon_threads = True


if __name__ == "__main__":
    port = int(sys.argv[1])
    simple_server.make_server("127.0.0.1", port, application, Server).serve_forever()
