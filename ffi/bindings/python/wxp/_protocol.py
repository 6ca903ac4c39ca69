"""What is known about operations and notices, and what needs no key."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Optional

from . import _native
from ._calls import asked, of_table, source
from ._language import current
from ._table import Error, Fields, Text, encode, examine
from .numbers import Action, Algorithm, Format, Language, Signed, SignType, Status


@dataclass(frozen=True)
class Advice:
    """What to do about an error code."""

    action: Action
    _number: int = field(repr=False)

    @property
    def text(self) -> str:
        """Why, and what to do."""
        return self.text_in(current())

    def text_in(self, language: Language) -> str:
        """The text in this language."""
        return _native.advice_text(self._number, language) or ""


@dataclass(frozen=True)
class Endpoint:
    """What is known about one operation of the API."""

    path: str
    host: str
    #: The same service at another site, for when no connection can be made.
    backup_host: Optional[str]
    #: Whether the method is GET, not POST.
    get: bool
    #: Whether the connection needs the merchant's client certificate.
    certificate: bool
    algorithms: tuple[Algorithm, ...]
    #: The algorithm of a request that states none; None if requests are not signed.
    default_algorithm: Optional[Algorithm]
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
    _number: int = field(repr=False)

    @property
    def purpose(self) -> str:
        """What it is for, in a few words."""
        return self.purpose_in(current())

    def purpose_in(self, language: Language) -> str:
        """The purpose in this language."""
        return _native.endpoint_purpose(self._number, language)

    @staticmethod
    def find(address: Text) -> Optional[Endpoint]:
        """The operation at a path, with or without host before it and query behind it."""
        try:
            return Endpoint._of(_native.endpoint_find(encode(address)))
        except _native.Refused as why:
            if why.args[0] == Status.NOT_FOUND:
                return None
            raise Error(why.args[0]) from None

    @staticmethod
    def all() -> list[Endpoint]:
        """Every operation, in order of their paths."""
        indexes = range(_native.endpoint_count())
        return [Endpoint._of(_native.endpoint_at(index)) for index in indexes]

    @staticmethod
    def _of(found: _native._Endpoint) -> Endpoint:
        (
            path, host, backup_host, get, certificate, algorithms, default_algorithm, sign_type,
            answer_signed, format, nonce, repeatable, moves_money, deprecated, number,
        ) = found  # fmt: skip
        return Endpoint(
            path=path,
            host=host,
            backup_host=backup_host or None,
            get=bool(get),
            certificate=bool(certificate),
            algorithms=tuple(one for one in Algorithm if algorithms & one),
            default_algorithm=Algorithm(default_algorithm) if default_algorithm else None,
            sign_type=SignType(sign_type),
            answer_signed=Signed(answer_signed),
            format=Format(format),
            nonce=bool(nonce),
            repeatable=bool(repeatable),
            moves_money=bool(moves_money),
            deprecated=bool(deprecated),
            _number=number,
        )


def canonical(fields: Fields) -> str:
    """The string that is signed, without the key: to compare by hand, or for a log."""
    return of_table(fields, _native.canonical)


def check(fields: Fields) -> None:
    """Checks that a table can be signed and sent; what cannot is an Error."""
    fault = examine(fields)
    if fault:
        raise fault


def nonce() -> str:
    """A new nonce_str, from the operating system's randomness."""
    return asked(_native.nonce, os.urandom(_native.ENTROPY_SIZE))


def acknowledge(notice: Text, taken: bool = True) -> bytes:
    """The reply to a notice: whether it was taken, or is to be sent again."""
    return asked(_native.acknowledge, source(notice), taken)


def advice(endpoint: Text, code: Text) -> Advice:
    """What to do about an error code of an operation or notice."""
    action, number = asked(_native.advice, source(endpoint), encode(code))
    return Advice(Action(action), number)


def version() -> str:
    """The version of libwxp."""
    return _native.version()
