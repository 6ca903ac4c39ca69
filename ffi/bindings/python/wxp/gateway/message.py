"""Messages of the V2 API, made with Python and `cryptography`. Nothing here uses wxp, so that a
mistake of wxp does not hide behind the same mistake of the gateway."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Dict, Mapping, Optional
from xml.etree import ElementTree

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

MD5 = "MD5"
HMAC_SHA256 = "HMAC-SHA256"

Fields = Dict[str, str]


class Malformed(Exception):
    """Not a message of the protocol."""


def sign(fields: Mapping[str, str], secret: str, algorithm: Optional[str]) -> str:
    """The signature of all fields but empty ones and `sign`; with MD5, unless it is the other."""
    pairs = [f"{name}={fields[name]}" for name in sorted(fields) if fields[name] and name != "sign"]
    text = "&".join([*pairs, "key=" + secret]).encode()
    if algorithm == HMAC_SHA256:
        return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest().upper()
    return hashlib.md5(text).hexdigest().upper()


def signed(fields: Mapping[str, str], secret: str, algorithm: Optional[str]) -> Fields:
    return {**fields, "sign": sign(fields, secret, algorithm)}


def verifies(fields: Mapping[str, str], secret: str, algorithm: Optional[str]) -> bool:
    """Whether the field `sign` is right, in upper-case digits."""
    offered, right = fields.get("sign", ""), sign(fields, secret, algorithm)
    return hmac.compare_digest(offered.encode(), right.encode())


def read(document: bytes) -> Fields:
    """The fields of a document: name -> text."""
    if b"<!DOCTYPE" in document:
        raise Malformed("DOCTYPE")
    try:
        root = ElementTree.fromstring(document)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Malformed(str(error)) from None
    fields = {child.tag: child.text or "" for child in root}
    if root.tag != "xml" or len(fields) != len(root) or any(len(child) for child in root):
        raise Malformed("not a flat <xml>")
    return fields


def element(name: str, value: str) -> str:
    """A field, in CDATA as WeChat writes it."""
    return f"<{name}><![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]></{name}>"


def write(fields: Mapping[str, str], root: str = "xml") -> bytes:
    lines = [element(name, value) for name, value in fields.items()]
    return "\n".join([f"<{root}>", *lines, f"</{root}>"]).encode()


def seal(document: bytes, secret: str) -> str:
    """A req_info: AES-256-ECB under the MD5 of the secret in lower-case digits, then base64."""
    key = hashlib.md5(secret.encode()).hexdigest().encode()
    padder = padding.PKCS7(128).padder()
    padded = padder.update(document) + padder.finalize()
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    return base64.b64encode(encryptor.update(padded) + encryptor.finalize()).decode()
