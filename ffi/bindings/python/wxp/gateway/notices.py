"""Posts notices to the merchant, and repeats them until they are acknowledged."""

from __future__ import annotations

import http.client
import ssl
import threading
import time
import urllib.parse
from dataclasses import dataclass
from typing import Callable, List, Optional, Tuple

from . import faults, message
from .message import Fields

ACKNOWLEDGEMENT = (
    b"<xml><return_code><![CDATA[SUCCESS]]></return_code>"
    b"<return_msg><![CDATA[OK]]></return_msg></xml>"
)
HUNG = 300  # seconds after which the other side is taken for hung; it can be waiting for a processor
# Seconds between attempts, as documented.
SPACING = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600]


@dataclass
class Attempt:
    """One notice that was posted, and what came back."""

    number: str
    fault: Optional[str]
    status: int
    reply: bytes
    seen: object = None  # what the witness saw then

    @property
    def acknowledged(self) -> bool:
        try:
            said = message.read(self.reply).get("return_code")
        except message.Malformed:
            return False
        return self.status == 200 and said == "SUCCESS"

    @property
    def result(self) -> str:
        """What came of it, in words."""
        if self.acknowledged:
            return "acknowledged"
        reply = ascii(self.reply[:120].decode(errors="replace"))
        answered = f"HTTP {self.status}, {reply}" if self.status else f"no answer, {reply}"
        return f"not acknowledged: {answered}"


@dataclass(frozen=True)
class Notice:
    """What is posted: `fields` makes it new for each attempt, given the fault."""

    number: str
    url: str
    fields: Callable[[Optional[str]], Fields]
    #: What it is signed with; None if it is not signed.
    algorithm: Optional[str]


class Notices:
    """`pace` is how much of the documented time passes between attempts; `trap` the address that
    the entity of a `doctype` points to; `context` how an https address is trusted."""

    def __init__(
        self, secret: str, trap: str, pace: float, context: Optional[ssl.SSLContext] = None
    ) -> None:
        self.secret, self.trap, self.pace, self.context = secret, trap, pace, context
        self.attempts: List[Attempt] = []
        self.stopped = threading.Event()
        # Looks at the merchant after each attempt.
        self.witness: Callable[[str], object] = lambda number: None
        self.log: Callable[[Notice, Attempt], None] = lambda notice, attempt: None

    def send(self, notice: Notice, fault: Optional[str] = None) -> None:
        """Begins to post a notice; the first attempt has the fault."""
        if notice.url:
            threading.Thread(target=self._repeat, args=(notice, fault), daemon=True).start()

    def _repeat(self, notice: Notice, fault: Optional[str]) -> None:
        for wait in [0, *SPACING]:
            if self.stopped.wait(wait * self.pace):
                return
            body = self._body(notice, fault)
            if fault == "twice":  # two at the same moment
                arguments = (notice, body, fault)
                threading.Thread(target=self._attempt, args=arguments, daemon=True).start()
            if self._attempt(notice, body, fault).acknowledged and fault != "deaf":
                return
            fault = None

    def _body(self, notice: Notice, fault: Optional[str]) -> bytes:
        fields = notice.fields(fault)
        if notice.algorithm is None and fault not in faults.FORGERY:
            return message.write(fields)
        return faults.document(fault, fields, self.secret, notice.algorithm, self.trap)

    def _attempt(self, notice: Notice, body: bytes, fault: Optional[str]) -> Attempt:
        attempt = Attempt(notice.number, fault, *self.post(notice.url, body))
        attempt.seen = self.witness(notice.number)
        self.attempts.append(attempt)
        self.log(notice, attempt)
        return attempt

    def post(self, url: str, body: bytes) -> Tuple[int, bytes]:
        """The status and body of the answer; 0 and why, if there is none."""
        return post(url, body, self.context)

    def of(self, number: str) -> List[Attempt]:
        return [attempt for attempt in self.attempts if attempt.number == number]

    @staticmethod
    def until(condition: Callable[[], bool], seconds: float = HUNG) -> bool:
        """Waits for something; whether it came."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def acknowledged(self, number: str) -> List[Attempt]:
        """Waits until a notice that was meant is acknowledged; all attempts until then."""

        def there() -> bool:
            return any(a.acknowledged and a.fault is None for a in self.of(number))

        if not self.until(there):
            raise TimeoutError(f"no notice of {number} was acknowledged: {self.of(number)}")
        return self.of(number)


def post(url: str, body: bytes, context: Optional[ssl.SSLContext] = None) -> Tuple[int, bytes]:
    """The status and body of the answer; 0 and why, if there is none."""
    try:
        address = urllib.parse.urlsplit(url)
        host, port = address.hostname or "", address.port
        connection = http.client.HTTPConnection(host, port, timeout=HUNG)
        if address.scheme == "https":
            connection = http.client.HTTPSConnection(host, port, timeout=HUNG, context=context)
        target = address.path + (f"?{address.query}" if address.query else "")
        headers = {"Content-Type": "text/xml", "User-Agent": "Mozilla/4.0"}
        connection.request("POST", target or "/", body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read(65536)
    except (OSError, ValueError, http.client.HTTPException) as error:
        return 0, str(error).encode()
