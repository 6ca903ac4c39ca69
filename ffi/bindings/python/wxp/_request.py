"""The fields of a request, checked before it is signed and sent."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Optional

from . import _native
from ._calls import asked, of_table, source
from ._language import current
from ._table import Fields, Text
from .numbers import Algorithm, FindingKind, Language


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
        return asked(
            _native.finding_text, self.kind, self.field.encode(), self.offset, self._details, language
        )

    @staticmethod
    def _of(found: _native._Finding) -> Finding:
        kind, certain, field, index, offset, limit, meant, others, because, value, details = found
        return Finding(
            kind=FindingKind(kind),
            certain=bool(certain),
            field=field,
            index=index,
            offset=offset,
            limit=limit or None,
            meant=meant or None,
            alternatives=tuple(other for other in others if other),
            condition=(because, value or None) if because else None,
            _details=details,
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


def check_request(
    fields: Fields, operation: Text, algorithm: Algorithm = Algorithm.MD5
) -> list[Finding]:
    """What is wrong or doubtful with a request of the operation at this path, which is to be signed
    with this algorithm: the findings about fields in their order, and then what is missing.

    No key is needed, nor the field sign.
    """
    number = source(operation)
    found = of_table(fields, _native.check_request, number, algorithm)
    return [Finding._of(one) for one in found]
