"""The signature and XML protocol core of the WeChat Pay V2 API.

Out: fields -> Key.write -> your HTTPS. In: your HTTPS -> Reply.read -> judge -> the fields.
A binding of libwxp, which this loads: from the path in the environment variable WXP_LIBRARY, from
beside this file, or from where the system looks.
"""

from __future__ import annotations

import dataclasses
import os
from ctypes import byref, c_char, c_char_p, c_int32, c_size_t, c_uint16, create_string_buffer
from dataclasses import astuple, dataclass
from typing import Any, Callable, NoReturn, Optional, Union

from . import _native
from ._native import lib
from ._table import Error, Fields, Value, encode, examine, pack, pairs, refusal, structs, unpack
from .numbers import (
    Action,
    Algorithm,
    Body,
    Cause,
    Event,
    Format,
    Payload,
    Signed,
    SignType,
    Status,
    Step,
    Verdict,
)

__all__ = [
    "Action", "Advice", "Algorithm", "Body", "Cause", "Endpoint", "Error", "Event",
    "Explanation", "Fields", "Format", "Judgment", "Key", "Next", "NotAuthentic", "Payload",
    "QuickPay", "Reply", "SignType", "Signed", "Status", "Step", "Timing", "Value", "Verdict",
    "acknowledge", "advice", "body", "canonical", "check", "nonce", "version",
]  # fmt: skip

Text = Union[str, bytes]


class NotAuthentic(RuntimeError):
    """Fields were asked for that nothing vouches for."""


class Key:
    """A secret prepared for one algorithm: it signs, and verifies what comes back.

    It is wiped at the end of a with block, by wipe(), and when it is freed.
    """

    __slots__ = ("_algorithm", "_memory")

    def __init__(self, algorithm: Algorithm, secret: Union[Text, bytearray]) -> None:
        """An API key has 32 ASCII letters and digits; nonstandard() takes other secrets."""
        error = self._prepare(lib.wxp_key_init, algorithm, secret)
        del algorithm, secret  # a traceback can show variables
        if error:
            raise error

    @classmethod
    def nonstandard(cls, algorithm: Algorithm, secret: Union[Text, bytearray]) -> Key:
        """A key of another secret of 1 to 64 bytes, such as a simulator's."""
        self = cls.__new__(cls)
        error = self._prepare(lib.wxp_key_init_nonstandard, algorithm, secret)
        del algorithm, secret
        if error:
            raise error
        return self

    def _prepare(
        self, init: Callable[..., int], algorithm: Algorithm, secret: Union[Text, bytearray]
    ) -> Optional[Exception]:
        """Returns what is wrong: if it were raised here, tracebacks would reach the secret."""
        self._memory = _native.Key()
        if not isinstance(algorithm, Algorithm):
            return TypeError("the algorithm of a Key is an Algorithm")
        self._algorithm = algorithm
        if isinstance(secret, str):
            copy = bytearray(secret, "utf-8", "surrogatepass")
        elif isinstance(secret, (bytes, bytearray)):
            copy = bytearray(secret)
        else:
            return TypeError("the secret of a Key is str, bytes or bytearray")
        status = init(self._memory, algorithm, (c_char * len(copy)).from_buffer(copy), len(copy))
        copy[:] = bytes(len(copy))
        return Error(status) if status else None

    @property
    def algorithm(self) -> Algorithm:
        return self._algorithm

    def sign(self, fields: Fields) -> str:
        """The signature; the field sign and empty values take no part."""
        packed = pack(fields)
        out, length = _native.Signature(), c_size_t()
        status = lib.wxp_sign_packed(
            self._memory, packed, len(packed), out, _native.SIGNATURE_MAX, byref(length)
        )
        if status:
            raise refusal(fields, status)
        return out.raw[: length.value].decode()

    def verify(self, fields: Fields) -> None:
        """Verifies the field sign against all the others; a wrong one is an Error.

        What an authentic message means, Reply.judge tells.
        """
        packed = pack(fields)
        status = lib.wxp_verify_packed(self._memory, packed, len(packed))
        if status:
            raise refusal(fields, status)

    def write(self, fields: Fields) -> bytes:
        """Signs the fields and writes the document to send."""
        return _of_table(fields, lib.wxp_xml_write_packed, self._memory)

    def payload(self, kind: Payload, fields: Fields) -> str:
        """What the customer's side takes, finished and signed."""
        missing = c_size_t()

        def call(*arguments: Any) -> int:
            status: int = lib.wxp_payload_packed(self._memory, kind, *arguments, byref(missing))
            return status

        try:
            return _of_table(fields, call).decode()
        except Error as error:
            if error.status != Status.MISSING:
                raise
            raise Error(error.status, _NEEDED[kind][missing.value]) from None

    def explain(self, fields: Fields, offered: Text = "") -> Explanation:
        """Which known mistake leads from the fields to the signature that was offered.

        Without an offer the field sign is explained. The order of the fields counts.
        """
        table, signature = pairs(fields), encode(offered)
        cause, index = c_int32(), c_size_t()
        status = lib.wxp_explain(
            self._memory, structs(table), len(table), signature, len(signature),
            byref(cause), byref(index),
        )  # fmt: skip
        if status:
            raise refusal(fields, status)
        text = lib.wxp_cause_text(cause).decode()
        field = table[index.value][0].decode() if index.value < len(table) else None
        return Explanation(Cause(cause.value), text, field)

    def unconfirmed_refund(self, req_info: Text) -> dict[str, str]:
        """Opens the field req_info of a refund notice, for which nobody vouches."""
        sealed = encode(req_info)
        document = _written(lib.wxp_unconfirmed_refund, self._memory, sealed, len(sealed))
        return unpack(_read(document))

    def wipe(self) -> None:
        """Forgets the secret; whatever is asked of the key then is Status.KEY."""
        lib.wxp_key_wipe(self._memory)

    def __enter__(self) -> Key:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

    def __del__(self) -> None:
        if hasattr(self, "_memory"):
            lib.wxp_key_wipe(self._memory)

    def __repr__(self) -> str:
        return f"Key({self._algorithm.name})" if hasattr(self, "_algorithm") else "Key()"

    def __copy__(self) -> NoReturn:
        raise TypeError("a Key cannot be copied")

    def __deepcopy__(self, _: object) -> NoReturn:
        raise TypeError("a Key cannot be copied")

    def __reduce_ex__(self, _: object) -> NoReturn:
        raise TypeError("a Key cannot be pickled")


@dataclass(frozen=True)
class Explanation:
    """Why a signature does not match."""

    cause: Cause
    #: The cause in English.
    text: str
    #: The name of the field that the mistake was made with, if it was one.
    field: Optional[str]


class Reply:
    """An answer or notice that nobody has vouched for yet."""

    __slots__ = ("_document", "_nested", "_packed")

    def __init__(self, document: bytes, packed: bytes, nested: bool) -> None:
        """For Reply.read and Reply.read_nested."""
        self._document, self._packed, self._nested = document, packed, nested

    @classmethod
    def read(cls, document: Text) -> Reply:
        """Reads a flat document of up to 512 fields."""
        text = encode(document)
        return cls(text, _read(text), nested=False)

    @classmethod
    def read_nested(cls, document: Text) -> Reply:
        """Reads one that can have groups of fields: see Endpoint.format."""
        text = encode(document)
        fields = _slots(lib.wxp_xml_read_nested, text)
        packed = b"".join([name + b"\0" + value + b"\0" for name, value in fields])
        return cls(text, packed, nested=True)

    def judge(self, key: Key, endpoint: Text) -> Judgment:
        """What the message means, from the operation at this path or the notice of this name."""
        source, verdict = encode(endpoint), _native.Verdict()
        status = lib.wxp_judge_packed(
            key._memory, source, len(source), self._packed, len(self._packed), byref(verdict)
        )
        _must(status)
        return Judgment(verdict, self)

    def unverified(self) -> dict[str, str]:
        """The fields, for which nobody vouches."""
        return unpack(self._packed)

    def unverified_records(self) -> list[tuple[str, dict[str, str]]]:
        """The groups of fields by name, for which nobody ever vouches: nothing signs them."""
        records: list[tuple[str, dict[str, str]]] = []
        name = _native.Text()
        while self._nested:
            try:
                fields = _slots(lib.wxp_xml_record, self._document, len(records), byref(name))
            except Error as error:
                if error.status != Status.NOT_FOUND:
                    raise
                break
            records.append((str(name), {n.decode(): v.decode() for n, v in fields}))
        return records

    def __repr__(self) -> str:
        return f"Reply({self._packed.count(0) // 2} fields)"


class Judgment:
    """What a message means. Its fields are in reach only if it is authentic."""

    __slots__ = ("_reply", "_verdict")

    def __init__(self, verdict: _native.Verdict, reply: Reply) -> None:
        """For Reply.judge."""
        self._verdict, self._reply = verdict, reply

    @property
    def verdict(self) -> Verdict:
        return Verdict(self._verdict.verdict)

    @property
    def outcome(self) -> Optional[Verdict]:
        """SUCCEEDED to UNSETTLED, of an unvouched message too; else None."""
        return Verdict(self._verdict.outcome) if self._verdict.outcome else None

    @property
    def action(self) -> Action:
        return Action(self._verdict.action)

    @property
    def advice(self) -> Optional[str]:
        """What to do and why, in English."""
        return self._verdict.advice.decode() if self._verdict.advice else None

    @property
    def fault(self) -> int:
        """Why it is untrusted, a number of Status; else 0."""
        return int(self._verdict.fault)

    @property
    def reason(self) -> Optional[str]:
        """The fault in English."""
        return lib.wxp_status_text(self.fault).decode() if self.fault else None

    @property
    def ambiguous(self) -> bool:
        """Whether the signature also fits other fields, because a value holds "&name="."""
        return bool(self._verdict.ambiguous)

    @property
    def is_authentic(self) -> bool:
        return Verdict.SUCCEEDED <= self.verdict <= Verdict.UNSETTLED

    def get(self, name: str) -> Optional[str]:
        """The value of a field, or None; NotAuthentic if nothing vouches for it."""
        return self.fields().get(name)

    def fields(self) -> dict[str, str]:
        """The fields sorted by name; NotAuthentic if nothing vouches for them."""
        if not self.is_authentic:
            raise NotAuthentic(
                f"the verdict is {self.verdict.name}, and nothing vouches for the fields: look at"
                " the verdict first; unverified() has them all the same"
            )
        return self.unverified()

    def unverified(self) -> dict[str, str]:
        """The fields, whatever the verdict is."""
        return self._reply.unverified()

    def __repr__(self) -> str:
        return f"Judgment({self.verdict.name})"


@dataclass(frozen=True)
class Advice:
    """What to do about an error code."""

    action: Action
    #: Why, in English.
    text: str


@dataclass(frozen=True)
class Endpoint:
    """What is known about one operation of the API."""

    path: str
    host: str
    #: The same service at another site, for when no connection can be made.
    backup_host: Optional[str]
    #: What it is for, in English.
    purpose: str
    #: Whether the method is GET, not POST.
    get: bool
    #: Whether the connection needs the merchant's client certificate.
    certificate: bool
    algorithms: tuple[Algorithm, ...]
    #: The algorithm of a request that states none.
    default_algorithm: Algorithm
    sign_type: SignType
    answer_signed: Signed
    #: The form of a successful answer.
    format: Format
    #: Whether requests have the field nonce_str.
    nonce: bool
    #: Whether a request can be repeated at any time; else with the same number and parameters.
    repeatable: bool
    #: Whether money can move.
    moves_money: bool
    #: Whether WeChat has withdrawn it for new programs.
    deprecated: bool

    @staticmethod
    def find(address: Text) -> Optional[Endpoint]:
        """The operation at a path, with or without host before it and query behind it."""
        text, found = encode(address), _native.Endpoint()
        status = lib.wxp_endpoint_find(text, len(text), byref(found))
        if status == Status.NOT_FOUND:
            return None
        _must(status)
        return Endpoint._of(found)

    @staticmethod
    def all() -> list[Endpoint]:
        """Every operation, in order of their paths."""
        found, endpoints = _native.Endpoint(), []
        for index in range(lib.wxp_endpoint_count()):
            _must(lib.wxp_endpoint_at(index, byref(found)))
            endpoints.append(Endpoint._of(found))
        return endpoints

    @staticmethod
    def _of(found: _native.Endpoint) -> Endpoint:
        return Endpoint(
            path=str(found.path),
            host=str(found.host),
            backup_host=str(found.backup_host) or None,
            purpose=str(found.purpose),
            get=bool(found.get),
            certificate=bool(found.certificate),
            algorithms=tuple(one for one in Algorithm if found.algorithms & one),
            default_algorithm=Algorithm(found.default_algorithm),
            sign_type=SignType(found.sign_type),
            answer_signed=Signed(found.answer_signed),
            format=Format(found.format),
            nonce=bool(found.nonce),
            repeatable=bool(found.repeatable),
            moves_money=bool(found.moves_money),
            deprecated=bool(found.deprecated),
        )


@dataclass(frozen=True)
class Timing:
    """How long to wait and how often to try, in a Quick Pay payment; times are in seconds."""

    #: Before the first query.
    first_query: int = 5
    #: Between queries; 10 in China, 3 to 5 elsewhere.
    spacing: int = 10
    #: After which an order that is not paid is given up; 45 in China, 30 elsewhere.
    total: int = 45
    #: After the order, before which it cannot be reversed.
    reverse_from: int = 15
    #: Between reverses.
    reverse_spacing: int = 5
    #: Reverses before somebody has to look, at most 255.
    reverses: int = 10
    #: Queries that confirm a failed order, and that settle a reversed one, at most 255.
    queries: int = 5

    def __post_init__(self) -> None:
        for number in dataclasses.fields(self):
            most = _TIMES_MAX if number.name in ("reverses", "queries") else _SECONDS_MAX
            if not 0 <= getattr(self, number.name) <= most:
                raise Error(Status.ARGUMENT)


@dataclass(frozen=True)
class Next:
    """What to do now."""

    step: Step
    #: How many seconds, for Step.WAIT.
    wait: int


class QuickPay:
    """One payment by Quick Pay, which ends in knowing what became of it; it never charges twice.

    Save it after each next(), before the step is carried out.
    """

    __slots__ = ("_memory", "_timing")

    def __init__(self, saved: Optional[bytes] = None, timing: Optional[Timing] = None) -> None:
        self._memory = _native.QuickPay()
        self._timing = _native.Timing(*astuple(timing or Timing()))
        if saved is None:
            _must(lib.wxp_quickpay_new(self._memory))
        elif len(saved) != len(self._memory):
            raise Error(Status.ARGUMENT)
        else:
            self._memory[:] = list(saved)
        self.next()  # which refuses what is damaged, and changes nothing

    def next(
        self, event: Event = Event.NONE, seconds: int = 0, judgment: Optional[Judgment] = None
    ) -> Next:
        """Takes in what happened, so many seconds after the last call, and says what to do."""
        if seconds < 0:
            raise Error(Status.ARGUMENT)
        # A terminal can be off for longer than the library counts; more makes no difference.
        seconds = min(seconds, _SECONDS_MAX)
        verdict = None if judgment is None else byref(judgment._verdict)
        step, wait = c_int32(), c_uint16()
        status = lib.wxp_quickpay_next(
            self._memory, byref(self._timing), event, verdict, seconds, byref(step), byref(wait)
        )
        _must(status)
        return Next(Step(step.value), wait.value)

    def save(self) -> bytes:
        """12 bytes, which QuickPay() takes."""
        return bytes(self._memory)


def canonical(fields: Fields) -> str:
    """The string that is signed, without the key: to compare by hand, or for a log."""
    return _of_table(fields, lib.wxp_canonical_packed).decode()


def check(fields: Fields) -> None:
    """Checks that a table can be signed and sent; what cannot is an Error."""
    fault = examine(fields)
    if fault:
        raise fault


def nonce() -> str:
    """A new nonce_str, from the operating system's randomness."""
    entropy = os.urandom(_native.ENTROPY_SIZE)
    return _written(lib.wxp_nonce, entropy, len(entropy)).decode()


def acknowledge(notice: Text, taken: bool = True) -> bytes:
    """The reply to a notice: whether it was taken, or is to be sent again."""
    name = encode(notice)
    return _written(lib.wxp_acknowledge, name, len(name), taken)


def advice(endpoint: Text, code: Text) -> Advice:
    """What to do about an error code of an operation or notice."""
    source, error = encode(endpoint), encode(code)
    action, text = c_int32(), c_char_p()
    _must(lib.wxp_advice(source, len(source), error, len(error), byref(action), byref(text)))
    return Advice(Action(action.value), (text.value or b"").decode())


def body(body: Text) -> Body:
    """What the body of an answer is, by its first bytes."""
    content = encode(body)
    return Body(lib.wxp_body(content, len(content)))


def version() -> str:
    """The version of libwxp."""
    text: bytes = lib.wxp_version()
    return text.decode()


# The most that the library takes.
_SECONDS_MAX, _TIMES_MAX = 0xFFFF, 0xFF

# The most fields of a nested document outside of groups, and of one of its records.
_SLOTS = 128

# The fields that each kind needs, in the order in which *missing of wxp_payload counts them.
_NEEDED = {
    Payload.JSAPI: ("appid", "nonce_str", "prepay_id", "timestamp"),
    Payload.APP: ("appid", "mch_id", "nonce_str", "prepay_id", "timestamp"),
    Payload.RED_PACKET: ("appid", "nonce_str", "package", "timestamp"),
    Payload.NATIVE_CODE: ("appid", "mch_id", "nonce_str", "product_id", "timestamp"),
    Payload.NATIVE_ORDER: ("appid", "mch_id", "nonce_str", "prepay_id"),
    Payload.NATIVE_REFUSAL: ("appid", "err_code_des", "mch_id", "nonce_str"),
    Payload.WORKWX_RED_PACKET: (
        "act_name", "mch_billno", "mch_id", "nonce_str", "re_openid", "total_amount", "wxappid",
    ),
    Payload.WORKWX_STAFF: (
        "amount", "appid", "desc", "mch_id", "nonce_str", "openid", "partner_trade_no",
        "ww_msg_type",
    ),
}  # fmt: skip


def _must(status: int) -> None:
    if status:
        raise Error(status)


def _written(call: Callable[..., int], *arguments: Any, capacity: int = 1024) -> bytes:
    """What a function writes, in as much room as that needs."""
    while True:
        out, length = create_string_buffer(capacity), c_size_t()
        status = call(*arguments, out, capacity, byref(length))
        if status != Status.SPACE:
            _must(status)
            return out.raw[: length.value]
        capacity = length.value


def _of_table(fields: Fields, call: Callable[..., int], *arguments: Any) -> bytes:
    """What a function writes about a packed table."""
    packed = pack(fields)
    try:
        return _written(call, *arguments, packed, len(packed), capacity=2 * len(packed) + 256)
    except Error as error:
        raise refusal(fields, error.status) from None


def _read(document: bytes) -> bytes:
    """The packed fields of a flat document."""
    out, length, fault = create_string_buffer(len(document)), c_size_t(), c_size_t()
    status = lib.wxp_xml_read_packed(
        document, len(document), out, len(document), byref(length), byref(fault)
    )
    if status:
        raise _refused(status, fault)
    return out.raw[: length.value]


def _refused(status: int, fault: c_size_t) -> Error:
    """The error of a document, with its place if that is what is wrong."""
    of_document = Status.NOT_XML <= status <= Status.ENCODING
    return Error(status, offset=fault.value if of_document else None)


def _slots(call: Callable[..., int], document: bytes, *which: Any) -> list[tuple[bytes, bytes]]:
    """The fields that a function reads of a document."""
    count, fault, scratch = c_size_t(), c_size_t(), create_string_buffer(len(document))
    slots = (_native.Slot * _SLOTS)()
    status = call(
        document, len(document), *which, slots, _SLOTS, byref(count),
        scratch, len(document), byref(fault),
    )  # fmt: skip
    if status:
        raise _refused(status, fault)
    return [(slot.name.bytes(), slot.value.bytes()) for slot in slots[: count.value]]
