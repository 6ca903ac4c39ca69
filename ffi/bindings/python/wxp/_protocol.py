"""What is known about operations and notices, and what needs no key."""

from __future__ import annotations

import os
from ctypes import byref, c_int32
from dataclasses import dataclass, field
from typing import Optional

from . import _abi
from ._calls import must, of_table, source, written
from ._language import current
from ._native import lib
from ._table import Fields, Text, encode, examine
from .numbers import Action, Algorithm, Body, Format, Language, Signed, SignType, Status


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
        text: bytes = lib.wxp_advice_text(self._number, language)
        return text.decode()


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
        text: bytes = lib.wxp_endpoint_purpose(self._number, language)
        return text.decode()

    @staticmethod
    def find(address: Text) -> Optional[Endpoint]:
        """The operation at a path, with or without host before it and query behind it."""
        text, found = encode(address), _abi.Endpoint()
        status = lib.wxp_endpoint_find(text, len(text), byref(found))
        if status == Status.NOT_FOUND:
            return None
        must(status)
        return Endpoint._of(found)

    @staticmethod
    def all() -> list[Endpoint]:
        """Every operation, in order of their paths."""
        found, endpoints = _abi.Endpoint(), []
        for index in range(lib.wxp_endpoint_count()):
            must(lib.wxp_endpoint_at(index, byref(found)))
            endpoints.append(Endpoint._of(found))
        return endpoints

    @staticmethod
    def _of(found: _abi.Endpoint) -> Endpoint:
        return Endpoint(
            path=str(found.path),
            host=str(found.host),
            backup_host=str(found.backup_host) or None,
            get=bool(found.get),
            certificate=bool(found.certificate),
            algorithms=tuple(one for one in Algorithm if found.algorithms & one),
            default_algorithm=next((x for x in Algorithm if x == found.default_algorithm), None),
            sign_type=SignType(found.sign_type),
            answer_signed=Signed(found.answer_signed),
            format=Format(found.format),
            nonce=bool(found.nonce),
            repeatable=bool(found.repeatable),
            moves_money=bool(found.moves_money),
            deprecated=bool(found.deprecated),
            _number=found.number,
        )


def canonical(fields: Fields) -> str:
    """The string that is signed, without the key: to compare by hand, or for a log."""
    return of_table(fields, lib.wxp_canonical_packed).decode()


def check(fields: Fields) -> None:
    """Checks that a table can be signed and sent; what cannot is an Error."""
    fault = examine(fields)
    if fault:
        raise fault


def nonce() -> str:
    """A new nonce_str, from the operating system's randomness."""
    entropy = os.urandom(_abi.ENTROPY_SIZE)
    return written(lib.wxp_nonce, entropy, len(entropy)).decode()


def acknowledge(notice: Text, taken: bool = True) -> bytes:
    """The reply to a notice: whether it was taken, or is to be sent again."""
    return written(lib.wxp_acknowledge, source(notice), taken)


def advice(endpoint: Text, code: Text) -> Advice:
    """What to do about an error code of an operation or notice."""
    error, action, number = encode(code), c_int32(), c_int32()
    must(lib.wxp_advice(source(endpoint), error, len(error), byref(action), byref(number)))
    return Advice(Action(action.value), number.value)


def body(body: Text) -> Body:
    """What the body of an answer is, by its first bytes."""
    content = encode(body)
    return Body(lib.wxp_body(content, len(content)))


def version() -> str:
    """The version of libwxp."""
    text: bytes = lib.wxp_version()
    return text.decode()
