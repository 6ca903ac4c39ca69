"""The language of what is said to people, and how it is put together."""

from __future__ import annotations

from typing import NamedTuple, Optional

from . import _native
from .numbers import Body, Language


class _Words(NamedTuple):
    field: str
    byte: str
    other: str
    page: str
    missing: str
    differs: str
    superfluous: str


_WORDS = {
    Language.ENGLISH: _Words(
        field=", field {}",
        byte=", byte {}",
        other="not a message of the protocol, but {}",
        page=": {}",
        missing="{name} is missing, not {expected}",
        differs="{name} is {found}, not {expected}",
        superfluous="{name} is {found}, and should be missing",
    ),
    Language.CHINESE: _Words(
        field="，字段{}",
        byte="，字节偏移{}",
        other="不是本协议的报文，而是{}",
        page="：{}",
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


def look(document: bytes) -> Optional[tuple[int, int]]:
    """For a document that was refused: what it is instead of XML, and what it says if a page."""
    body = _native.body(document)
    if body in (Body.EMPTY, Body.XML):
        return None
    return body, _native.page(document) if body == Body.HTML else 0


def describe(
    language: Language,
    status: int,
    field: Optional[str],
    offset: Optional[int] = None,
    looks: Optional[tuple[int, int]] = None,
) -> str:
    """A status, or what a document is instead; with the name of a field, and the place."""
    words = _WORDS[language]
    text = _native.status_text(status, language)
    if looks is not None:
        body, page = looks
        text = words.other.format(_native.body_text(body, language))
        text += words.page.format(_native.page_text(page, language)) if page else ""
    text += "" if field is None else words.field.format(field)
    return text if offset is None else text + words.byte.format(offset)


def difference(language: Language, name: str, found: str, expected: str) -> str:
    """That a field is not what was expected; values can be empty."""
    words = _WORDS[language]
    form = words.missing if not found else words.differs if expected else words.superfluous
    return form.format(name=name, found=found, expected=expected)
