"""The signature and XML protocol core of the WeChat Pay V2 API.

Out: fields -> Key.write -> your HTTPS. In: your HTTPS -> Reply.read -> judge -> the fields.
A binding of libwxp, which is in the extension _native.
"""

from ._body import BodyFields, Undone, body, body_fields, body_undo
from ._explain import Explanation, refusal_hints
from ._key import Key
from ._language import set_language
from ._protocol import Advice, Endpoint, acknowledge, advice, canonical, check, nonce, version
from ._quickpay import Next, QuickPay, Timing
from ._reply import Judgment, NotAuthentic, Reply
from ._request import Finding, WrongRequest, check_request
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
    Layer,
    OrderState,
    Payload,
    SecondSignature,
    Sender,
    Signed,
    SignType,
    Status,
    Step,
    Verdict,
)

__version__ = version()

__all__ = [
    "Action", "Advice", "Algorithm", "Body", "BodyFields", "Cause", "Endpoint", "Error", "Event",
    "Explanation", "Fields", "Finding", "FindingKind", "Format", "Hint", "Judgment", "Key",
    "Language", "Layer", "Next", "NotAuthentic", "OrderState", "Payload", "QuickPay", "Reply",
    "SecondSignature", "Sender", "SignType", "Signed", "Status", "Step", "Timing", "Undone",
    "Value", "Verdict", "WrongRequest", "__version__", "acknowledge", "advice", "body",
    "body_fields", "body_undo", "canonical", "check", "check_request", "nonce", "refusal_hints",
    "set_language", "version",
]  # fmt: skip

# Where they are to be imported from, for errors and help().
for _public in (
    Advice, BodyFields, Endpoint, Error, Explanation, Finding, Judgment, Key, Next, NotAuthentic,
    QuickPay, Reply, Timing, Undone, WrongRequest,
):  # fmt: skip
    _public.__module__ = __name__
