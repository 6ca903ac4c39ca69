"""The fields of a request, checked before it is signed and sent."""

from __future__ import annotations

import dataclasses
from ctypes import byref, c_size_t
from dataclasses import dataclass
from typing import Optional

from . import _abi, _views
from ._calls import source, written
from ._language import current
from ._native import lib
from ._table import Fields, Text, pack, refusal
from .numbers import Algorithm, FindingKind, Language, Status

# More than most requests have.
_USUAL = 16
# The index of a field that is missing.
_MISSING = c_size_t(-1).value


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, or doubtful, with a request."""

    kind: FindingKind
    #: Whether the gateway is known to refuse such a request; otherwise it is only not documented
    #: that it takes it.
    certain: bool
    #: The name of the field.
    field: str
    #: Which field of the table it is; None if it is missing.
    index: Optional[int]
    #: The first byte of the value that cannot stand there; 0 where it is the whole value.
    offset: int
    #: The most characters that the value may have, if it has more.
    limit: Optional[int]
    #: The name that was probably meant by one that the operation does not have.
    meant: Optional[str]
    #: The fields any of which would do in place of a missing one.
    alternatives: tuple[str, ...]
    #: The field that makes a missing one necessary, and the value that does; None for any value.
    condition: Optional[tuple[str, Optional[str]]]
    _details: tuple[int, ...] = dataclasses.field(repr=False)

    @property
    def text(self) -> str:
        """What is found, in one sentence."""
        return self.text_in(current())

    def text_in(self, language: Language) -> str:
        """The text in this language."""
        name, found = self.field.encode(), _abi.Finding()
        found.kind, found.offset, found.field = self.kind, self.offset, _views.Text.over(name)
        found.details[:] = self._details
        return written(lib.wxp_finding_text, byref(found), language, capacity=256).decode()

    @staticmethod
    def _of(found: _abi.Finding) -> Finding:
        because = str(found.because)
        return Finding(
            kind=FindingKind(found.kind),
            certain=bool(found.certain),
            field=str(found.field),
            index=found.index if found.index != _MISSING else None,
            offset=found.offset,
            limit=found.limit or None,
            meant=str(found.meant) or None,
            alternatives=tuple(str(other) for other in found.others if other.len),
            condition=(because, str(found.because_value) or None) if because else None,
            _details=tuple(found.details),
        )


class WrongRequest(ValueError):
    """A request that the gateway would refuse; it was not written."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        #: All of them, the doubtful ones, too.
        self.findings = findings
        super().__init__(findings)

    def __str__(self) -> str:
        return self.text_in(current())

    def text_in(self, language: Language) -> str:
        """What is certainly wrong, a line each, in this language."""
        return "\n".join(one.text_in(language) for one in self.findings if one.certain)


def findings_of(fields: Fields, operation: Text, algorithm: Algorithm) -> list[Finding]:
    """What is wrong with a request, or doubtful."""
    number, packed = source(operation), pack(fields)
    capacity, count = _USUAL, c_size_t()
    while True:
        found = (_abi.Finding * capacity)()
        status = lib.wxp_check_request_packed(
            number, algorithm, packed, len(packed), found, capacity, byref(count)
        )
        if status != Status.SPACE:
            break
        capacity = count.value
    if status:
        raise refusal(fields, status)
    # Names point into the packed table.
    return [Finding._of(one) for one in found[: count.value]]
