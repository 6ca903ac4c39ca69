"""How the gateway misbehaves, once for each operation and number.

A number chooses: an order that is called `tamper-query-1` gets a tampered answer to its first
query, and right ones from then on. The number of a refund chooses for `refund`, `refundquery` and
`refundnotice`; that of an order for `order`, `pay`, `query`, `reverse`, `close` and `notice`. What
was asked for comes first, whatever the number is: see Faults.ask.
"""

from __future__ import annotations

import threading
from typing import Callable, Dict, List, Mapping, Optional, Set, Tuple

from . import message
from .message import Fields

# The connection, and not the message, goes wrong.
TRANSPORT = {
    "lost": "the connection is closed, and nothing was done",
    "drop": "it is done, and the connection is closed without an answer",
    "vanish": "as drop, and from then on the gateway hangs up before it says who it is",
    "late": "it is done, and the answer comes after the client has given up",
    "slow": "it is done, and the answer takes some seconds",
    "page": "it is done, and a proxy answers with an error page",
    "page200": "as page, with the HTTP status of a good answer",
    "redirect": "it is done, and the answer sends the client to another address",
    "huge": "it is done, and the answer does not end",
    "empty": "it is done, and the answer is empty",
}
NO_CERTIFICATE = {"nocert": "the gateway saw no client certificate, and nothing was done"}
# An answer that is signed rightly.
BUSINESS = {
    "other": "it is about another amount, or another merchant",
    "another": "it is about another order or refund, whose number has an x more",
    "error": "SYSTEMERROR, and nothing was done",
    "doubt": "SYSTEMERROR, and yet it is done",
    "recall": "reverse again, says the answer, and nothing was done",
    "race": "the customer pays just before it",
    "undone": "the customer pays just before it, and it is not done, whatever the answer says",
}
# A message that is not what the gateway would say; made below.
FORGERY = {
    "tamper": "a value is changed after signing: the amount, if there is one",
    "double": "a field comes twice",
    "doctype": "it has an entity that a careless reader would fetch from the gateway, without TLS",
    "md5": "it is signed with MD5, whatever the request was signed with",
    "wrongkey": "it is signed with another key",
    "unsigned": "it is not signed",
    "forged": "a field was added after signing",
    "cut": "its end is missing",
    "fail": "it is done, and the answer, which nobody signed, says that the call was not taken",
}
# Of a notice alone.
NOTICE = {
    "twice": "it comes twice at the same moment",
    "deaf": "it comes again although it was acknowledged",
}
REFUND_NOTICE = {"swapped": "its amount is 1 fen; nobody signs notices of refunds"}

# By operation or notice.
_ANSWER = {
    **TRANSPORT,
    **FORGERY,
    **{name: BUSINESS[name] for name in ("other", "another", "error", "doubt")},
}
KINDS: Dict[str, Dict[str, str]] = {
    **dict.fromkeys(("order", "pay", "query", "refundquery"), _ANSWER),
    "close": {**_ANSWER, "race": BUSINESS["race"]},
    "refund": {**_ANSWER, **NO_CERTIFICATE},
    "reverse": {
        **_ANSWER,
        **NO_CERTIFICATE,
        **{name: BUSINESS[name] for name in ("race", "undone", "recall")},
    },
    "notice": {**FORGERY, "other": BUSINESS["other"], "another": BUSINESS["another"], **NOTICE},
    "refundnotice": {
        **{name: FORGERY[name] for name in ("tamper", "double", "doctype", "cut", "fail")},
        **NOTICE,
        **REFUND_NOTICE,
    },
}

PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
NO_CERTIFICATE_PAGE = (
    b"<html><head><title>400 No required SSL certificate was sent</title></head>"
    b"<body>No required SSL certificate was sent</body></html>"
)


def tamper(fields: Mapping[str, str], secret: str, algorithm: Optional[str]) -> bytes:
    forged = message.signed(fields, secret, algorithm)
    changed = ("total_fee", "req_info", "code_url", "recall", "result_code")
    name = next(name for name in changed if name in forged)
    forged[name] = ("2" if forged[name].startswith("1") else "1") + forged[name][1:]
    return message.write(forged)


def double(fields: Mapping[str, str], secret: str, algorithm: Optional[str]) -> bytes:
    document = message.write(message.signed(fields, secret, algorithm)).decode()
    return document.replace("</xml>", message.element("return_code", "SUCCESS") + "</xml>").encode()


def doctype(
    fields: Mapping[str, str], secret: str, algorithm: Optional[str], trap: str
) -> bytes:
    signed = message.signed({**fields, "attach": "ENTITY"}, secret, algorithm)
    document = message.write(signed).decode().replace("<![CDATA[ENTITY]]>", "&x;")
    return f'<!DOCTYPE xml [<!ENTITY x SYSTEM "http://{trap}/xxe">]>\n{document}'.encode()


# What makes the document to send; doctype apart, which needs a trap.
DOCUMENTS: Dict[str, Callable[[Mapping[str, str], str, Optional[str]], bytes]] = {
    "tamper": tamper,
    "double": double,
    "md5": lambda fields, secret, _: message.write(message.signed(fields, secret, message.MD5)),
    "wrongkey": lambda fields, _, algorithm: message.write(
        message.signed(fields, "0" * 32, algorithm)
    ),
    "unsigned": lambda fields, *_: message.write(fields),
    "forged": lambda fields, secret, algorithm: message.write(
        {**message.signed(fields, secret, algorithm), "coupon_fee": "1"}
    ),
    "cut": lambda fields, secret, algorithm: message.write(
        message.signed(fields, secret, algorithm)
    )[:-20],
    "fail": lambda *_: message.write({"return_code": "FAIL", "return_msg": "system busy"}),
}


def document(
    fault: Optional[str], fields: Fields, secret: str, algorithm: Optional[str], trap: str
) -> bytes:
    """The message as this fault makes it, or as it should be."""
    if fault == "other":
        amounts = ("refund_fee", "refund_fee_0", "total_fee", "mch_id")
        fields = {**fields, next(name for name in amounts if name in fields): "1"}
    if fault == "another":
        numbers = ("out_refund_no_0", "out_refund_no", "out_trade_no", "mch_id")
        name = next(name for name in numbers if name in fields)
        fields = {**fields, name: fields[name] + "x"}
    if fault == "doctype":
        return doctype(fields, secret, algorithm, trap)
    if fault in DOCUMENTS:
        return DOCUMENTS[fault](fields, secret, algorithm)
    return message.write(message.signed(fields, secret, algorithm))


class Faults:
    """Which faults are still to come."""

    def __init__(self) -> None:
        self.done: Set[Tuple[str, str]] = set()
        self.asked: Dict[str, List[str]] = {}
        self.lock = threading.Lock()

    def ask(self, operation: str, fault: str, times: int = 1) -> None:
        """From now on the fault comes this many times, whatever the numbers are."""
        if operation not in KINDS:
            raise ValueError(f"{operation}: not one of {', '.join(KINDS)}")
        if fault not in KINDS[operation]:
            raise ValueError(f"{fault}: not one of {', '.join(KINDS[operation])}")
        with self.lock:
            self.asked.setdefault(operation, []).extend([fault] * times)

    def next(self, operation: Optional[str], number: str) -> Optional[str]:
        """The fault of this operation, the first time."""
        if operation is None:
            return None
        with self.lock:
            if self.asked.get(operation):
                return self.asked[operation].pop(0)
            fault, _, rest = number.partition("-")
            if rest.split("-")[0] != operation or (operation, number) in self.done:
                return None
            if fault not in KINDS[operation]:
                return None
            self.done.add((operation, number))
            return fault


def table() -> str:
    """All faults and where they can be, in Markdown."""
    lines = ["| fault | what happens | where |", "|---|---|---|"]
    texts: Dict[str, str] = {}
    for kinds in KINDS.values():
        texts.update(kinds)
    for name, text in texts.items():
        where = [f"`{operation}`" for operation, kinds in KINDS.items() if name in kinds]
        answers = [f"`{operation}`" for operation, kinds in KINDS.items() if "drop" in kinds]
        if set(answers) <= set(where):
            where = ["all operations", *where[len(answers) :]]
        lines.append(f"| `{name}` | {text} | {', '.join(where)} |")
    return "\n".join(lines)
