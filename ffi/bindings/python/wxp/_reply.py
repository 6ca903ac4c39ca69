"""What comes back: read, judged, and only then believed."""

from __future__ import annotations

from typing import NamedTuple, Optional

from . import _native
from ._calls import asked, read, read_records, source
from ._key import Key
from ._language import current, describe
from ._table import Error, Fields, Text, encode, pack, refusal, unpack
from .numbers import Action, Language, OrderState, Status, Verdict


class NotAuthentic(RuntimeError):
    """Fields were asked for that nothing vouches for."""


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
        return cls(text, read(text), nested=False)

    @classmethod
    def read_nested(cls, document: Text) -> Reply:
        """Reads one that can have groups of fields: see Endpoint.format."""
        text = encode(document)
        return cls(text, read(text, _native.xml_read_nested), nested=True)

    def judge(self, key: Key, endpoint: Text) -> Judgment:
        """What the message means, from the operation at this path or the notice of this name."""
        number = source(endpoint)
        return Judgment(_Verdict(*asked(_native.judge, key._memory, number, self._packed)), self)

    def unverified(self) -> dict[str, str]:
        """The fields, not verified."""
        return unpack(self._packed)

    def unverified_records(self) -> list[tuple[str, dict[str, str]]]:
        """The groups of fields by name, for which nobody ever vouches: nothing signs them."""
        return read_records(self._document) if self._nested else []

    def __repr__(self) -> str:
        return f"Reply({self._packed.count(0) // 2} fields)"


class _Verdict(NamedTuple):
    #: For the library; points into the packed fields that were judged.
    memory: bytes
    fault_field: str
    verdict: int
    outcome: int
    action: int
    advice: int
    fault: int
    ambiguous: int
    source: int
    order: int


class Judgment:
    """What a message means. Its fields are in reach only if it is authentic."""

    __slots__ = ("_reply", "_verdict")

    def __init__(self, verdict: _Verdict, reply: Reply) -> None:
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
        """What to do and why."""
        return self.advice_in(current())

    def advice_in(self, language: Language) -> Optional[str]:
        """The advice in this language."""
        return _native.advice_text(self._verdict.advice, language)

    @property
    def fault(self) -> int:
        """Why it is untrusted, a number of Status; else 0."""
        return self._verdict.fault

    @property
    def fault_field(self) -> Optional[str]:
        """The field that makes it untrusted, for Status.LACKS, FOREIGN and AMBIGUOUS."""
        return self._verdict.fault_field or None

    @property
    def reason(self) -> Optional[str]:
        """The fault in words."""
        return self.reason_in(current())

    def reason_in(self, language: Language) -> Optional[str]:
        """The reason in this language."""
        return describe(language, self.fault, self.fault_field) if self.fault else None

    @property
    def ambiguous(self) -> bool:
        """Whether the signature also fits other fields, because a value holds "&name=".

        Such a message is only believed where the value is one that holds free text.
        """
        return bool(self._verdict.ambiguous)

    @property
    def source(self) -> str:
        """What it was judged as: the operation's path or the notice's name."""
        return _native.source_name(self._verdict.source)

    @property
    def order(self) -> OrderState:
        """What it says about an order."""
        return OrderState(self._verdict.order)

    @property
    def is_authentic(self) -> bool:
        return Verdict.SUCCEEDED <= self.verdict <= Verdict.UNSETTLED

    def expect(self, fields: Fields) -> None:
        """Compares the message with your own records, before money or goods move because of it.

        Pass what was sent and stored: out_trade_no, appid, mch_id, total_fee and the like. An empty
        value expects that the message has no such field. With total_fee, the currency is compared
        even if it is not named: fee_type is CNY unless another one is expected.

        The first field that differs is an Error with Status.DIFFERS. To expect nothing is one with
        Status.ARGUMENT, and so is a message that was refused or is untrusted.
        """
        expected = pack(fields)
        try:
            _native.expect(self._verdict.memory, self._reply._packed, expected)
        except _native.Refused as why:
            status, name = why.args
        else:
            return
        if status != Status.DIFFERS:
            raise refusal(fields, status)
        found = self.unverified().get(name, "")
        # Nothing else than the currency is compared without having been named.
        raise Error(status, name, None, (found, unpack(expected).get(name, "CNY")))

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
