"""One scenario: a program, the gateway, and the expected result."""

import time

import records
from wxp.gateway import message, notices

DONE, FAILED, NOT_SENT, NOT_KNOWN = 0, 1, 2, 3
FEE = "100"
CODE = "134567890123450009"  # of a customer who pays at once
SIGNATURE = "the signature does not match"

# What a program says about an answer that it cannot go by.
ANSWERS = {
    "lost": "no answer",
    "drop": "no answer",
    "cut": "the document is cut short",
    "late": "no answer",
    "page": "HTTP 502",
    "page200": "a web page, not an answer",
    "redirect": "HTTP 307",
    "huge": "no answer",
    "empty": "the document is cut short",
    "tamper": SIGNATURE,
    "wrongkey": SIGNATURE,
    "forged": SIGNATURE,
    "md5": "signed with another algorithm than the one agreed",
    "unsigned": "no signature",
    "double": "a field that the document has already",
    "doctype": "a DOCTYPE or other declaration",
    "fail": "the call was not taken: system busy",
    "other": "authentic, but",
    "another": "authentic, but",
    "error": "SYSTEMERROR",
    "doubt": "SYSTEMERROR",
}


class Wrong(AssertionError):
    """Something else came of it."""


def expect(condition, *what):
    if not condition:
        raise Wrong("\n".join(str(part) for part in what))


def came_to(run, code, *words):
    """The exit code, and what has to be said."""
    said = run.out + "\n" + run.err
    expect(run.code == code, f"not exit {code}:", run)
    for word in words:
        expect(word in said, f"does not say {word!r}:", run)
    return run


class Scenario:
    """One program against the gateway; `number` is an order number of its own."""

    def __init__(self, gateway, shop, number):
        self.gateway, self.shop, self.number = gateway, shop, number
        self.records, self.environment = shop.records, {}

    def own_records(self):
        """A folder of its own, which can be damaged. Notices do not get there."""
        self.records = self.shop.folder / f"{self.number}.records"
        self.records.mkdir()
        self.environment["WXP_RECORDS"] = str(self.records)

    def run(self, *arguments, **environment):
        return self.shop.run(*arguments, **{**self.environment, **environment})

    def pace(self):
        """The seconds that a run takes which sends nothing: more, the busier the machine is."""
        start = time.monotonic()
        came_to(self.run("close", "of-nobody"), NOT_SENT, "no order of ours")
        return time.monotonic() - start

    def run_under(self, command, *arguments):
        return self.shop.run_under(command, *arguments, **self.environment)

    @property
    def order(self):
        return self.gateway.ledger.orders.get(self.number)

    def ordered(self):
        """Placed, and answered well; now it is up to the customer."""
        came_to(self.run("order", self.number, FEE, "Tea & 米饭 ]]> <b>"), DONE, "weixin://")

    def paid(self):
        self.ordered()
        self.gateway.ledger.charge(self.order)

    def requests(self, path):
        return self.gateway.of(self.number, path)

    def has(self, number, what):
        return records.kept(self.records).has(number, what)

    def never_delivered(self):
        expect(not self.has(self.number, "paid"), "delivered")

    def notify(self, kind, fields, signed=True):
        """Posts a notice of one's own, and takes the answer."""
        fields = self.gateway.message(fields)
        if signed:
            fields = message.signed(fields, self.shop.secret, message.HMAC_SHA256)
        url = f"{self.shop.environment['WXP_NOTIFY_URL']}/{kind}"
        return notices.post(url, message.write(fields))
