"""The merchant: settings, and calls to the gateway over HTTPS."""

from __future__ import annotations

import http.client
import os
import pathlib
import ssl
import stat
import urllib.parse
from dataclasses import dataclass

import wxp

# For the connection, and for each piece of the answer.
ANSWER_SECONDS = float(os.environ.get("WXP_TIMEOUT", 10))
ANSWER_BYTES = 65536


class NotSent(Exception):
    """Nothing has left this machine, for the reason that the message gives."""


@dataclass
class Answer:
    """What came back. Without a judgment nothing of it can be believed, and why says why."""

    judgment: wxp.Judgment | None = None
    why: str = ""
    sent: bool = True  # else nothing has left this machine

    @property
    def verdict(self) -> wxp.Verdict:
        """Look at this before anything else."""
        return wxp.Verdict.UNTRUSTED if self.judgment is None else self.judgment.verdict

    @property
    def is_authentic(self) -> bool:
        return self.judgment is not None and self.judgment.is_authentic

    @property
    def order(self) -> wxp.OrderState:
        return self.judgment.order if self.is_authentic else wxp.OrderState.UNKNOWN

    def get(self, name: str) -> str | None:
        """The value of a field; None also if nothing vouches for it."""
        return self.judgment.get(name) if self.is_authentic else None

    def contradicts(self, ours: dict[str, str]) -> bool:
        """Whether an authentic message gives one of these fields another value. It may have none of
        them, if nothing was done."""
        said = {name: value for name, value in ours.items() if self.get(name)}
        return bool(said) and differs(self.judgment, said) is not None


def differs(judgment: wxp.Judgment, ours: dict[str, str]) -> str | None:
    """The first field of ours that a message does not have with this value."""
    try:
        judgment.expect(ours)
    except wxp.Error as error:
        return error.field or "message"  # the latter if it cannot be compared at all
    return None


def setting(name: str) -> str:
    if name not in os.environ:
        raise NotSent(f"{name} is not set")
    return os.environ[name]


def keep_private(path: pathlib.Path) -> None:
    """Refuses a file that other accounts than that of this program can reach."""
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NotSent(f"{path} is open to others: chmod 600")


def read_key(path: pathlib.Path) -> wxp.Key:
    try:
        keep_private(path)
        return wxp.Key(wxp.Algorithm.HMAC_SHA256, path.read_bytes().rstrip(b"\r\n"))
    except OSError:
        raise NotSent("WXP_KEY_FILE names no file that can be read") from None
    except wxp.Error as error:
        raise NotSent(f"{path}: {error}") from None


class Merchant:
    def __init__(self) -> None:
        """Takes settings from the environment, and the key from its file."""
        gateway = os.environ.get("WXP_GATEWAY", "https://api.mch.weixin.qq.com")
        self.gateway = urllib.parse.urlsplit(gateway)
        self.appid = setting("WXP_APPID")
        self.number = setting("WXP_MCH_ID")
        self.notify_url = setting("WXP_NOTIFY_URL")
        # Of the machine that places the order. Only the test gateway takes any.
        self.ip = os.environ.get("WXP_IP") or (
            "127.0.0.1" if "WXP_GATEWAY" in os.environ else setting("WXP_IP")
        )
        self.certificates = pathlib.Path(setting("WXP_CERTIFICATES"))
        self.key = read_key(pathlib.Path(setting("WXP_KEY_FILE")))

    def call(self, path: str, fields: dict[str, str]) -> Answer:
        """Signs and posts a request, and judges the answer, which has to be about the same
        order."""
        try:
            document = self.key.write({
                **fields,
                "appid": self.appid,
                "mch_id": self.number,
                "nonce_str": wxp.nonce(),
                "sign_type": "HMAC-SHA256",
            })
            connection = self._connect(wxp.Endpoint.find(path).certificate)
        except (NotSent, wxp.Error, OSError) as error:
            return Answer(why=f"nothing was sent: {error}", sent=False)
        try:
            connection.request("POST", path, document, {"Content-Type": "text/xml"})
            response = connection.getresponse()
            body = response.read(ANSWER_BYTES + 1)
        except (OSError, http.client.HTTPException) as error:
            return Answer(why=f"no answer: {error!r}")
        finally:
            connection.close()
        if response.status != 200:
            seen = b"SSL certificate" in body
            return Answer(why=f"no answer: HTTP {response.status}"
                          + (", no client certificate was seen" if seen else ""))
        if len(body) > ANSWER_BYTES:
            return Answer(why="no answer: too long for one")
        answer = self.judge(path, body)
        numbers = ("out_trade_no", "out_refund_no")
        if answer.contradicts({name: fields[name] for name in numbers if name in fields}):
            return Answer(why="authentic, but: about another order or refund")
        return answer

    def judge(self, endpoint: str, document: bytes) -> Answer:
        """Reads and judges an answer of an operation, or a notice of a kind."""
        try:
            judgment = wxp.Reply.read(document).judge(self.key, endpoint)
        except wxp.Error as error:
            page = wxp.body(document) == wxp.Body.HTML
            what = "a web page, not an answer" if page else "no answer of the protocol"
            return Answer(why=f"{what}: {error}")
        if judgment.verdict == wxp.Verdict.UNTRUSTED:
            return Answer(why=f"not from WeChat Pay: {judgment.reason}")
        if judgment.verdict == wxp.Verdict.REFUSED:
            said = judgment.unverified().get("return_msg")
            return Answer(why=f"the call was not taken: {said}")
        ours = {"appid": self.appid, "mch_id": self.number}
        if judgment.is_authentic and differs(judgment, ours):
            return Answer(why="authentic, but: about another merchant or app")
        return Answer(judgment)

    def _connect(self, certificate: bool) -> http.client.HTTPSConnection:
        """A connection to a server that has proved who it is."""
        if self.gateway.scheme != "https":
            raise NotSent("the gateway is not https")
        # Checks certificate and name, against the system's authorities or those of a file.
        context = ssl.create_default_context(cafile=os.environ.get("WXP_ROOTCA"))
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if certificate:
            pem, key = "apiclient_cert.pem", "apiclient_key.pem"
            try:
                keep_private(self.certificates / key)
                context.load_cert_chain(self.certificates / pem, self.certificates / key)
            except OSError as error:
                raise NotSent(f"{pem}, {key}: {error}") from None
        connection = http.client.HTTPSConnection(
            self.gateway.hostname, self.gateway.port, context=context, timeout=ANSWER_SECONDS
        )
        connection.connect()
        return connection
