"""A secret prepared for one algorithm."""

from __future__ import annotations

from ctypes import byref, c_char, c_int32, c_size_t
from dataclasses import dataclass
from itertools import takewhile
from threading import RLock
from typing import Any, Callable, NoReturn, Optional, Union

from . import _abi, _views
from ._calls import of_table, read, written
from ._language import current
from ._native import lib
from ._request import Finding, WrongRequest, findings_of
from ._table import Error, Fields, Text, encode, pack, packed, pairs, refusal, unpack
from .numbers import Algorithm, Cause, Hint, Language, Payload, Sender, Status

_Signature = c_char * _abi.SIGNATURE_MAX


class _Memory:
    """What the library has of a key: calls hold it, and it is wiped when the last one is over.

    Other threads run during a call, and may wipe the key.
    """

    __slots__ = ("bytes", "_calls", "_live", "_lock")

    def __init__(self) -> None:
        self.bytes = _abi.Key()
        # One that a thread can take twice: a signal handler may wipe a key anywhere.
        self._calls, self._live, self._lock = 0, True, RLock()

    def __enter__(self) -> Any:
        with self._lock:
            if not self._live:
                raise Error(Status.KEY)
            self._calls += 1
        return self.bytes

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._calls -= 1
            self._clear()

    def wipe(self) -> None:
        with self._lock:
            self._live = False
            self._clear()

    def _clear(self) -> None:
        if not self._live and not self._calls:
            lib.wxp_key_wipe(self.bytes)

    def __del__(self) -> None:
        lib.wxp_key_wipe(self.bytes)


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
        if hasattr(self, "_memory"):
            return TypeError("a Key cannot be changed")
        self._memory = _Memory()
        if not isinstance(algorithm, Algorithm):
            return TypeError("the algorithm of a Key is an Algorithm")
        self._algorithm = algorithm
        if isinstance(secret, str):
            copy = bytearray(secret, "utf-8", "surrogatepass")
        elif isinstance(secret, (bytes, bytearray)):
            copy = bytearray(secret)
        else:
            return TypeError("the secret of a Key is str, bytes or bytearray")
        text = (c_char * len(copy)).from_buffer(copy)
        status = init(self._memory.bytes, algorithm, text, len(copy))
        copy[:] = bytes(len(copy))
        return Error(status) if status else None

    @property
    def algorithm(self) -> Algorithm:
        return self._algorithm

    def sign(self, fields: Fields) -> str:
        """The signature; the field sign and empty values take no part."""
        packed = pack(fields)
        out, length = _Signature(), c_size_t()
        with self._memory as key:
            status = lib.wxp_sign_packed(
                key, packed, len(packed), out, _abi.SIGNATURE_MAX, byref(length)
            )
        if status:
            raise refusal(fields, status)
        return out.raw[: length.value].decode()

    def verify(self, fields: Fields) -> None:
        """Verifies the field sign against all the others; a wrong one is an Error.

        What an authentic message means, Reply.judge tells.
        """
        packed = pack(fields)
        with self._memory as key:
            status = lib.wxp_verify_packed(key, packed, len(packed))
        if status:
            raise refusal(fields, status)

    def check(self, fields: Fields, operation: Text) -> list[Finding]:
        """What is wrong or doubtful with a request of the operation at this path, signed with this
        key: the findings about fields in their order, and then what is missing.

        The field sign is not needed.
        """
        with self._memory:
            return findings_of(fields, operation, self._algorithm)

    def write(self, fields: Fields, operation: Optional[Text] = None) -> bytes:
        """Signs the fields and writes the document to send.

        If an operation is named, a request that it would certainly refuse is a WrongRequest.
        """
        with self._memory as key:
            if operation is not None:
                findings = findings_of(fields, operation, self._algorithm)
                if any(one.certain for one in findings):
                    raise WrongRequest(tuple(findings))
            return of_table(fields, lib.wxp_xml_write_packed, key)

    def payload(self, kind: Payload, fields: Fields) -> str:
        """What the customer's side takes, finished and signed."""
        missing = _views.Text()

        def call(*arguments: Any) -> int:
            status: int = lib.wxp_payload_packed(*arguments, byref(missing))
            return status

        try:
            with self._memory as key:
                return of_table(fields, call, key, kind).decode()
        except Error as error:
            if error.status != Status.MISSING:
                raise
            raise Error(error.status, str(missing)) from None

    def explain(self, fields: Fields, offered: Text = "") -> Explanation:
        """Which known mistake leads from the fields to the signature that was offered.

        Without an offer the field sign is explained. The order of the fields counts.
        """
        table, signature = pairs(fields), encode(offered)
        text, cause, count = packed(table), c_int32(), c_size_t()
        # As many as the library marks.
        marked = (c_size_t * 256)()
        with self._memory as key:
            status = lib.wxp_explain_packed(
                key, text, len(text), signature, len(signature),
                byref(cause), marked, len(marked), byref(count),
            )
        if status:
            raise refusal(fields, status)
        names = (table[index][0].decode() for index in marked[: count.value])
        return Explanation(Cause(cause.value), tuple(names))

    def unconfirmed_refund(self, req_info: Text) -> dict[str, str]:
        """Opens the field req_info of a refund notice, which is not signed."""
        sealed = encode(req_info)
        with self._memory as key:
            document = written(lib.wxp_unconfirmed_refund, key, sealed, len(sealed))
        return unpack(read(document, lib.wxp_refund_read_packed))

    def wipe(self) -> None:
        """Forgets the secret; whatever is asked of the key then is Status.KEY.

        Where other threads are using the key, it is wiped when their calls are over.
        """
        self._memory.wipe()

    def __enter__(self) -> Key:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

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
    #: The names of the fields that the mistake was made with.
    fields: tuple[str, ...]

    @property
    def field(self) -> Optional[str]:
        """The first of the fields, if there are any."""
        return self.fields[0] if self.fields else None

    @property
    def text(self) -> str:
        """The cause in words."""
        return self.text_in(current())

    def text_in(self, language: Language) -> str:
        """The text in this language."""
        text: bytes = lib.wxp_cause_text(self.cause, language)
        return text.decode()

    def hints(self, sender: Sender, language: Optional[Language] = None) -> dict[Hint, str]:
        """What is left to check, the likeliest first, each in words."""
        return _hints(lambda rank: lib.wxp_hint(self.cause, sender, rank), language)


def refusal_hints(return_msg: Text, language: Optional[Language] = None) -> dict[Hint, str]:
    """What to check where the gateway refused a request with this return_msg.

    Nothing if it does not speak of the signature.
    """
    text = encode(return_msg)
    return _hints(lambda rank: lib.wxp_refusal_hint(text, len(text), rank), language)


def _hints(ranked: Callable[[int], int], language: Optional[Language]) -> dict[Hint, str]:
    language = current() if language is None else language
    hints = takewhile(bool, map(ranked, range(len(Hint))))
    return {Hint(hint): lib.wxp_hint_text(hint, language).decode() for hint in hints}
