"""What is told of each request, notice and failed connection. No secret is part of any of them."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, Dict, Tuple

from .. import Language

if TYPE_CHECKING:
    from .notices import Attempt, Notice
    from .simulator import Request

# What TLS says where a client does not like the gateway's certificate, or shows a wrong one.
HANDSHAKES: Dict[str, Tuple[str, str]] = {
    "UNKNOWN_CA": ("the client does not trust rootca.pem", "客户端不信任rootca.pem"),
    "BAD_CERTIFICATE": ("the client refuses the certificate", "客户端拒绝服务器证书"),
    "CERTIFICATE_UNKNOWN": ("the client refuses the certificate", "客户端拒绝服务器证书"),
    "HTTP_REQUEST": ("http was spoken, and not https", "客户端用了http，而不是https"),
    "CERTIFICATE_VERIFY_FAILED": (
        "the client certificate is not by an issuer of merchants",
        "客户端证书不是商户证书机构签发的",
    ),
}


class Journal:
    """Keeps silent."""

    def request(self, request: Request) -> None: ...

    def notice(self, notice: Notice, attempt: Attempt) -> None: ...

    def handshake(self, client: Any, why: str) -> None: ...


class Printed(Journal):
    """Prints, in these languages; `!` before what is refused, `?` before what is doubtful."""

    def __init__(self, languages: Tuple[Language, ...]) -> None:
        self.languages = languages
        self.lock = threading.Lock()

    def request(self, request: Request) -> None:
        but = f", and misbehaves: {request.fault}" if request.fault else ""
        refused = "refused, " if request.refused else ""
        lines = [f"{request.path} {request.number or '-'}: {refused}{request.answer}{but}"]
        for one in request.remarks:
            mark = "!" if one.certain else "?"
            lines += [f"  {mark} {one.text(language)}" for language in self.languages]
        self.say(*lines)

    def notice(self, notice: Notice, attempt: Attempt) -> None:
        but = f", misbehaving: {attempt.fault}" if attempt.fault else ""
        self.say(f"notice of {notice.number} to {notice.url}{but}: {attempt.result}")

    def handshake(self, client: Any, why: str) -> None:
        lines = [f"no connection from {client[0]}: {why}"]
        for sign, texts in HANDSHAKES.items():
            if sign in why.upper().replace(" ", "_"):
                pairs = zip((Language.ENGLISH, Language.CHINESE), texts)
                lines += [f"  ! {text}" for language, text in pairs if language in self.languages]
                break
        self.say(*lines)

    def say(self, *lines: str) -> None:
        with self.lock:
            print(time.strftime("%H:%M:%S"), "\n         ".join(map(plain, lines)), flush=True)


def plain(text: str) -> str:
    """Without what could move the cursor: clients choose values and paths."""
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text)
