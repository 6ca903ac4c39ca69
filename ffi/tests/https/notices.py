"""Posts notices to the merchant, and repeats them until they are acknowledged."""

import http.client
import threading
import time
import urllib.parse
from dataclasses import dataclass

import faults

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
    fault: str | None
    status: int
    reply: bytes
    seen: object = None  # what the witness saw then

    @property
    def acknowledged(self):
        return self.status == 200 and self.reply == ACKNOWLEDGEMENT


def post(url, body):
    """The status and body of the answer; 0 and why, if there is none."""
    address = urllib.parse.urlsplit(url)
    try:
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=HUNG)
        headers = {"Content-Type": "text/xml", "User-Agent": "Mozilla/4.0"}
        connection.request("POST", address.path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read(65536)
    except (OSError, http.client.HTTPException) as error:
        return 0, str(error).encode()


class Notices:
    def __init__(self, secret, trap, scale):
        self.secret = secret
        self.trap = trap
        self.scale = scale
        self.attempts = []
        self.stopped = threading.Event()
        self.witness = lambda number: None  # looks at the merchant after each attempt

    def send(self, number, url, fields, algorithm, fault=None):
        """Begins to post a notice; the first attempt has the fault."""
        if url:
            arguments = (number, url, fields, algorithm, fault)
            threading.Thread(target=self.repeat, args=arguments, daemon=True).start()

    def repeat(self, number, url, fields, algorithm, fault):
        for wait in [0, *SPACING]:
            if self.stopped.wait(wait * self.scale):
                return
            body = faults.document(fault, fields(fault), self.secret, algorithm, self.trap)
            if fault == "twice":  # two at the same moment
                threading.Thread(
                    target=self.attempt, args=(number, url, body, fault), daemon=True
                ).start()
            if self.attempt(number, url, body, fault).acknowledged and fault != "deaf":
                return
            fault = None

    def attempt(self, number, url, body, fault):
        attempt = Attempt(number, fault, *post(url, body))
        attempt.seen = self.witness(number)
        self.attempts.append(attempt)
        return attempt

    def of(self, number):
        return [attempt for attempt in self.attempts if attempt.number == number]

    @staticmethod
    def until(condition, seconds=HUNG):
        """Waits for something; whether it came."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def acknowledged(self, number):
        """Waits until a notice that was meant is acknowledged; all attempts until then."""

        def there():
            return any(a.acknowledged and a.fault is None for a in self.of(number))

        if not self.until(there):
            raise TimeoutError(f"no notice of {number} was acknowledged: {self.of(number)}")
        return self.of(number)
