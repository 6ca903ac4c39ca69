"""A secret prepared for one algorithm."""

from __future__ import annotations

import dataclasses
from typing import NoReturn, Optional, Union

from . import _native
from ._calls import asked, of_table, read
from ._explain import Explanation, explain
from ._request import Finding, WrongRequest, check_request
from ._table import Error, Fields, Text, encode, pack, refusal, unpack
from .numbers import Algorithm, Payload, Status


class Key:
    """A secret prepared for one algorithm: it signs, and verifies what comes back.

    It is wiped at the end of a with block, by wipe(), and when it is freed.
    """

    __slots__ = ("_algorithm", "_memory")

    def __init__(self, algorithm: Algorithm, secret: Union[Text, bytearray]) -> None:
        """An API key has 32 ASCII letters and digits; nonstandard() takes other secrets."""
        error = self._prepare(algorithm, secret, False)
        del algorithm, secret  # a traceback can show variables
        if error:
            raise error

    @classmethod
    def nonstandard(cls, algorithm: Algorithm, secret: Union[Text, bytearray]) -> Key:
        """A key of another secret of 1 to 64 bytes, such as a simulator's."""
        self = cls.__new__(cls)
        error = self._prepare(algorithm, secret, True)
        del algorithm, secret
        if error:
            raise error
        return self

    def _prepare(
        self, algorithm: Algorithm, secret: Union[Text, bytearray], nonstandard: bool
    ) -> Optional[Exception]:
        """Returns what is wrong: if it were raised here, tracebacks would reach the secret."""
        if hasattr(self, "_memory"):
            return TypeError("a Key cannot be changed")
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
        try:
            _native.key_init(self._memory, algorithm, copy, nonstandard)
        except _native.Refused as why:
            return Error(why.args[0])
        finally:
            copy[:] = bytes(len(copy))
        return None

    @property
    def algorithm(self) -> Algorithm:
        return self._algorithm

    def sign(self, fields: Fields) -> str:
        """The signature; the field sign and empty values take no part."""
        try:
            return _native.sign(self._memory, pack(fields))
        except _native.Refused as why:
            raise refusal(fields, why.args[0]) from None

    def verify(self, fields: Fields) -> None:
        """Verifies the field sign against all the others; a wrong one is an Error.

        What an authentic message means, Reply.judge tells.
        """
        of_table(fields, _native.verify, self._memory)

    def check(self, fields: Fields, operation: Text) -> list[Finding]:
        """As wxp.check_request, for a request that this key is to sign."""
        return check_request(fields, operation, self._algorithm)

    def write(self, fields: Fields, operation: Optional[Text] = None) -> bytes:
        """Signs the fields and writes the document to send.

        If an operation is named, a request that it would certainly refuse is a WrongRequest.
        """
        if operation is not None:
            findings = self.check(fields, operation)
            if any(one.certain for one in findings):
                raise WrongRequest(tuple(findings))
        return of_table(fields, _native.xml_write, self._memory)

    def payload(self, kind: Payload, fields: Fields) -> str:
        """What the customer's side takes, finished and signed."""
        try:
            return _native.payload(self._memory, kind, pack(fields))
        except _native.Refused as why:
            status, missing = why.args
            if status == Status.MISSING:
                raise Error(status, missing) from None
            raise refusal(fields, status) from None

    def explain(
        self, fields: Fields, offered: Text = "", operation: Optional[Text] = None
    ) -> Explanation:
        """Which known mistake leads from the fields to the signature that was offered.

        Without an offer the field sign is explained. The order of the fields counts. If the
        operation is named, the findings of check are in the explanation, too.
        """
        found = explain(self._memory, fields, offered, second=False)
        if operation is None:
            return found
        return dataclasses.replace(found, findings=tuple(self.check(fields, operation)))

    def explain_second(self, fields: Fields, offered: Text = "") -> Explanation:
        """The same for what a page, an app or a QR code takes, which is recognized by its fields.

        Without an offer the field paySign is explained, or else sign. Fields that are no second
        signature are an Error with Status.NOT_FOUND.
        """
        return explain(self._memory, fields, offered, second=True)

    def unconfirmed_refund(self, req_info: Text) -> dict[str, str]:
        """Opens the field req_info of a refund notice, which is not signed."""
        document = asked(_native.unconfirmed_refund, self._memory, encode(req_info))
        return unpack(read(document, _native.refund_read))

    def wipe(self) -> None:
        """Forgets the secret; whatever is asked of the key then is Status.KEY.

        Where another thread is using the key, it is wiped when that call is over.
        """
        _native.key_wipe(self._memory)

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
