"""How the gateway misbehaves, once for each operation and number.

A number chooses: an order that is called `tamper-query-1` gets a tampered answer to its first
query, and right ones from then on. The number of a refund chooses for `refund`, `refundquery` and
`refundnotice`; that of an order for `order`, `pay`, `query`, `reverse`, `close` and `notice`.
"""

import message

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
    "nocert": "the gateway saw no client certificate, and nothing was done",
}
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

OPERATIONS = {
    "/pay/unifiedorder": "order",
    "/pay/micropay": "pay",
    "/pay/orderquery": "query",
    "/pay/closeorder": "close",
    "/secapi/pay/reverse": "reverse",
    "/secapi/pay/refund": "refund",
    "/pay/refundquery": "refundquery",
}

PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
NO_CERTIFICATE = (
    b"<html><head><title>400 No required SSL certificate was sent</title></head>"
    b"<body>No required SSL certificate was sent</body></html>"
)


def tamper(fields, secret, algorithm):
    """One value is changed after signing: the amount, if there is one."""
    fields = message.signed(fields, secret, algorithm)
    changed = ("total_fee", "req_info", "code_url", "recall", "result_code")
    name = next(name for name in changed if name in fields)
    fields[name] = "1" + fields[name][1:] if fields[name][0] != "1" else "2" + fields[name][1:]
    return message.write(fields)


def double(fields, secret, algorithm):
    """A field comes twice."""
    document = message.write(message.signed(fields, secret, algorithm)).decode()
    return document.replace("</xml>", message.element("return_code", "SUCCESS") + "</xml>").encode()


def doctype(fields, secret, algorithm, trap):
    """An entity that a careless reader would fetch from the gateway, without TLS."""
    fields = message.signed({**fields, "attach": "ENTITY"}, secret, algorithm)
    document = message.write(fields).decode().replace("<![CDATA[ENTITY]]>", "&x;")
    return f'<!DOCTYPE xml [<!ENTITY x SYSTEM "http://{trap}/xxe">]>\n{document}'.encode()


# A message that is not what the gateway would say: what makes the document to send.
DOCUMENTS = {
    "tamper": tamper,
    "double": double,
    "doctype": doctype,
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
    "fail": lambda *_: b"<xml><return_code><![CDATA[FAIL]]></return_code>"
    b"<return_msg><![CDATA[system busy]]></return_msg></xml>",
}


def document(fault, fields, secret, algorithm, trap):
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

    def __init__(self):
        self.done = set()

    def next(self, operation, number):
        """The fault of this operation, the first time."""
        fault, _, rest = number.partition("-")
        if rest.split("-")[0] != operation or (operation, number) in self.done:
            return None
        self.done.add((operation, number))
        return fault
