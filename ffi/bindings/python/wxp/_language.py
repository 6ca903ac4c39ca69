"""The language of what is said to people, and how it is put together."""

from __future__ import annotations

from typing import NamedTuple, Optional

from ._native import lib
from .numbers import Language


class _Words(NamedTuple):
    field: str
    byte: str
    missing: str
    differs: str
    superfluous: str


_WORDS = {
    Language.ENGLISH: _Words(
        field=", field {}",
        byte=", byte {}",
        missing="{name} is missing, not {expected}",
        differs="{name} is {found}, not {expected}",
        superfluous="{name} is {found}, and should be missing",
    ),
    Language.CHINESE: _Words(
        field="，字段{}",
        byte="，字节偏移{}",
        missing="缺少{name}，应为{expected}",
        differs="{name}的值是{found}，应为{expected}",
        superfluous="{name}的值是{found}，但不应有此字段",
    ),
}

_current = Language.ENGLISH


def set_language(language: Language) -> None:
    """Chooses the language of texts and of the messages of errors, for the whole process.

    It is English until then, whatever the locale is. To choose for one text, there are methods
    whose names end with _in, such as Judgment.advice_in.
    """
    global _current
    _current = Language(language)


def current() -> Language:
    return _current


def describe(
    language: Language, status: int, field: Optional[str], offset: Optional[int] = None
) -> str:
    """A status, with the name of the field that it is about, and the place."""
    text: str = lib.wxp_status_text(status, language).decode()
    words = _WORDS[language]
    text += "" if field is None else words.field.format(field)
    return text if offset is None else text + words.byte.format(offset)


def difference(language: Language, name: str, found: str, expected: str) -> str:
    """That a field is not what was expected; values can be empty."""
    words = _WORDS[language]
    form = words.missing if not found else words.differs if expected else words.superfluous
    return form.format(name=name, found=found, expected=expected)
