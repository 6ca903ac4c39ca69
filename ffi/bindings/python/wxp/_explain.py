"""Why a signature does not match."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import Callable, Optional

from . import _native
from ._language import current
from ._request import Finding
from ._table import Fields, Text, encode, packed, pairs, refusal
from .numbers import Cause, Hint, Language, SecondSignature, Sender


@dataclass(frozen=True)
class Explanation:
    """Why a signature does not match."""

    cause: Cause
    #: The names of the fields that the mistake was made with.
    fields: tuple[str, ...]
    #: What else is wrong or doubtful with the request, if the operation was named: the gateway
    #: answers many of these with a signature error, too.
    findings: tuple[Finding, ...] = ()
    #: What was recognized, by Key.explain_second.
    second: Optional[SecondSignature] = None

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
        return _native.cause_text(self.cause, language)

    @property
    def second_text(self) -> Optional[str]:
        """What was recognized, in words."""
        return self.second_text_in(current())

    def second_text_in(self, language: Language) -> Optional[str]:
        """The text in this language."""
        return _native.second_text(self.second, language) if self.second else None

    def hints(self, sender: Sender, language: Optional[Language] = None) -> dict[Hint, str]:
        """What is left to check, the likeliest first, each in words."""
        return _hints(lambda rank: _native.hint(self.cause, sender, rank), language)


def explain(key: _native.Key, fields: Fields, offered: Text, second: bool) -> Explanation:
    """For Key.explain and explain_second."""
    table, signature = pairs(fields), encode(offered)
    kind = None
    try:
        if second:
            number, cause, marked = _native.explain_second(key, packed(table), signature)
            kind = SecondSignature(number)
        else:
            cause, marked = _native.explain(key, packed(table), signature)
    except _native.Refused as why:
        raise refusal(fields, why.args[0]) from None
    names = tuple(table[index][0].decode() for index in marked)
    return Explanation(Cause(cause), names, second=kind)


def refusal_hints(return_msg: Text, language: Optional[Language] = None) -> dict[Hint, str]:
    """What to check where the gateway refused a request with this return_msg.

    Nothing if it does not speak of the signature.
    """
    text = encode(return_msg)
    return _hints(lambda rank: _native.refusal_hint(text, rank), language)


def _hints(ranked: Callable[[int], int], language: Optional[Language]) -> dict[Hint, str]:
    language = current() if language is None else language
    hints = takewhile(bool, map(ranked, range(len(Hint))))
    return {Hint(hint): _native.hint_text(hint, language) for hint in hints}
