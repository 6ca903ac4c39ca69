"""The signature and XML protocol core of the WeChat Pay V2 API.

Out: fields -> Key.write -> your HTTPS. In: your HTTPS -> Reply.read -> judge -> the fields.
A binding of libwxp, which this loads: from the path in the environment variable WXP_LIBRARY, from
beside this file, or from where the system looks.
"""

from ._key import Explanation, Key, refusal_hints
from ._language import set_language
from ._protocol import Advice, Endpoint, acknowledge, advice, body, canonical, check, nonce, version
from ._quickpay import Next, QuickPay, Timing
from ._reply import Judgment, NotAuthentic, Reply
from ._request import Finding, WrongRequest
from ._table import Error, Fields, Value
from .numbers import (
    Action,
    Algorithm,
    Body,
    Cause,
    Event,
    FindingKind,
    Format,
    Hint,
    Language,
    OrderState,
    Payload,
    Sender,
    Signed,
    SignType,
    Status,
    Step,
    Verdict,
)

__all__ = [
    "Action", "Advice", "Algorithm", "Body", "Cause", "Endpoint", "Error", "Event",
    "Explanation", "Fields", "Finding", "FindingKind", "Format", "Hint", "Judgment", "Key",
    "Language", "Next", "NotAuthentic", "OrderState", "Payload", "QuickPay", "Reply", "Sender",
    "SignType", "Signed", "Status", "Step", "Timing", "Value", "Verdict", "WrongRequest",
    "acknowledge", "advice", "body", "canonical", "check", "nonce", "refusal_hints",
    "set_language", "version",
]  # fmt: skip

# Where they are to be imported from, for errors and help().
for _public in (
    Advice, Endpoint, Error, Explanation, Finding, Judgment, Key, Next, NotAuthentic, QuickPay,
    Reply, Timing, WrongRequest,
):  # fmt: skip
    _public.__module__ = __name__
