"""Messages of the V2 API, made with Python alone. Nothing here uses the library under test."""

import base64
import hashlib
import hmac
import subprocess
import xml.etree.ElementTree as ElementTree

MD5 = "MD5"
HMAC_SHA256 = "HMAC-SHA256"


class Malformed(Exception):
    """Not a message of the protocol."""


def sign(fields, secret, algorithm):
    """The signature of all fields but empty ones and `sign`."""
    pairs = [f"{name}={fields[name]}" for name in sorted(fields) if fields[name] and name != "sign"]
    text = "&".join(pairs + ["key=" + secret]).encode()
    if algorithm == HMAC_SHA256:
        return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest().upper()
    return hashlib.md5(text).hexdigest().upper()


def signed(fields, secret, algorithm):
    return {**fields, "sign": sign(fields, secret, algorithm)}


def verifies(fields, secret, algorithm):
    return hmac.compare_digest(fields.get("sign", "").upper(), sign(fields, secret, algorithm))


def read(document):
    """The fields of a document: name -> text."""
    if b"<!DOCTYPE" in document:
        raise Malformed("DOCTYPE")
    try:
        root = ElementTree.fromstring(document)
    except ElementTree.ParseError as error:
        raise Malformed(str(error)) from None
    fields = {child.tag: child.text or "" for child in root}
    if root.tag != "xml" or len(fields) != len(root) or any(len(child) for child in root):
        raise Malformed("not a flat <xml>")
    return fields


def element(name, value):
    """A field, in CDATA as WeChat writes it."""
    return f"<{name}><![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]></{name}>"


def write(fields, root="xml"):
    lines = [element(name, value) for name, value in fields.items()]
    return "\n".join([f"<{root}>", *lines, f"</{root}>"]).encode()


def seal(document, secret):
    """A req_info: AES-256-ECB under the MD5 of the secret in lower-case digits, then base64."""
    key = hashlib.md5(secret.encode()).hexdigest().encode()
    command = ["openssl", "enc", "-aes-256-ecb", "-K", key.hex()]
    sealed = subprocess.run(command, input=document, stdout=subprocess.PIPE, check=True).stdout
    return base64.b64encode(sealed).decode()
