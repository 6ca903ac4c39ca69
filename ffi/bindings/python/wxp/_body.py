"""Bodies and other texts that are no document of the protocol, such as what a log shows of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from . import _native
from ._language import current
from ._table import Error, Text, encode, unpack
from .numbers import Body, Language, Layer, Status


def body(body: Text) -> Body:
    """What the body of an answer is, by its first bytes."""
    return Body(_native.body(encode(body)))


@dataclass(frozen=True)
class Undone:
    """What is below one layer of a text."""

    layer: Layer
    #: It can have another layer, and need not be UTF-8.
    content: bytes

    @property
    def text(self) -> str:
        """The layer in words."""
        return self.text_in(current())

    def text_in(self, language: Language) -> str:
        """The text in this language."""
        return _native.layer_text(self.layer, language)


def body_undo(body: Text) -> Optional[Undone]:
    """Takes one layer off a text: the escapes of JSON, text around a document, GBK.

    None if there is none that can be undone without guessing.
    """
    try:
        layer, content = _native.body_undo(encode(body))
    except _native.Refused as why:
        raise Error(why.args[0], offset=why.args[1]) from None
    return Undone(Layer(layer), content) if layer else None


@dataclass(frozen=True)
class BodyFields:
    """The fields of a text that is a list of them, in its order."""

    fields: dict[str, str]
    #: Whether the API key was among them; it is left out.
    held_key: bool
    #: Whether the parting is a guess: a value that holds "&name=" would look the same.
    guessed: bool


def body_fields(body: Text) -> BodyFields:
    """Reads a text that is a list of fields: a string that was signed, form data, lines of
    name=value, an address, a flat object in JSON, an array as PHP shows it."""
    try:
        packed, traits = _native.body_fields(encode(body))
    except _native.Refused as why:
        raise Error(why.args[0], offset=why.args[1]) from None
    fields = unpack(packed)
    if 2 * len(fields) != packed.count(b"\0"):
        # A dict would keep the last one of them only.
        names = packed.decode().split("\0")[:-1:2]
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise Error(Status.DUPLICATE_FIELD, twice)
    return BodyFields(fields, bool(traits & _native.HELD_KEY), bool(traits & _native.GUESSED))
