"""Answers requests of the cross test, one a line; ffi/bindings/tests/cross.py describes them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, Union
from urllib.parse import quote_from_bytes, unquote_to_bytes

sys.path.insert(0, str(Path(__file__).parents[1]))

import wxp
from wxp import numbers

Part = Union[str, bytes, int]
Answer = Iterator[Part]

ENUMS = (
    wxp.Action,
    wxp.Algorithm,
    wxp.Body,
    wxp.Cause,
    wxp.Event,
    wxp.FindingKind,
    wxp.Format,
    wxp.Hint,
    wxp.Language,
    wxp.OrderState,
    wxp.Payload,
    wxp.Sender,
    wxp.Signed,
    wxp.SignType,
    wxp.Status,
    wxp.Step,
    wxp.Verdict,
    numbers.Layer,
    numbers.SecondSignature,
    numbers.WebPage,
)
EVENTS = {
    wxp.Event.ORDER: "/pay/micropay",
    wxp.Event.QUERY: "/pay/orderquery",
    wxp.Event.REVERSE: "/secapi/pay/reverse",
}


def text(part: bytes) -> Union[str, bytes]:
    try:
        return part.decode()
    except UnicodeDecodeError:
        return part


VALUES: Dict[bytes, Callable[[bytes], Any]] = {
    b"s": text,
    b"i": int,
    b"n": lambda _: None,
    b"f": float,
    b"b": lambda value: value == b"1",
}


def table(parts: List[bytes]) -> Dict[str, Any]:
    triples = zip(parts[::3], parts[1::3], parts[2::3])
    return {name.decode(): VALUES[kind](value) for name, kind, value in triples}


def key(algorithm: bytes, secret: bytes) -> wxp.Key:
    return wxp.Key.nonstandard(wxp.Algorithm(int(algorithm)), secret)


def flat(fields: Dict[str, str]) -> List[str]:
    return [part for pair in fields.items() for part in pair]


def make_key(algorithm: bytes, secret: bytes) -> Answer:
    wxp.Key(wxp.Algorithm(int(algorithm)), secret)
    yield from ()


def sign(algorithm: bytes, secret: bytes, *fields: bytes) -> Answer:
    yield key(algorithm, secret).sign(table([*fields]))


def verify(algorithm: bytes, secret: bytes, *fields: bytes) -> Answer:
    key(algorithm, secret).verify(table([*fields]))
    yield from ()


def canonical(*fields: bytes) -> Answer:
    yield wxp.canonical(table([*fields]))


def check(*fields: bytes) -> Answer:
    wxp.check(table([*fields]))
    yield from ()


def write(algorithm: bytes, secret: bytes, *fields: bytes) -> Answer:
    yield key(algorithm, secret).write(table([*fields]))


def read(document: bytes) -> Answer:
    yield from flat(wxp.Reply.read(document).unverified())


def nested(document: bytes) -> Answer:
    reply = wxp.Reply.read_nested(document)
    top = reply.unverified()
    yield len(top)
    yield from flat(top)
    for name, fields in reply.unverified_records():
        yield name
        yield len(fields)
        yield from flat(fields)


def judgment_of(
    algorithm: bytes, secret: bytes, endpoint: bytes, nests: bytes, document: bytes
) -> wxp.Judgment:
    read = wxp.Reply.read_nested if nests == b"1" else wxp.Reply.read
    return read(document).judge(key(algorithm, secret), text(endpoint))


def judge(
    algorithm: bytes, secret: bytes, endpoint: bytes, nests: bytes, document: bytes
) -> Answer:
    judgment = judgment_of(algorithm, secret, endpoint, nests, document)
    yield from (judgment.verdict, judgment.outcome or 0, judgment.action, judgment.fault)
    yield from (judgment.ambiguous, judgment.advice or "")
    try:
        judgment.fields()
        yield 1
    except wxp.NotAuthentic:
        yield 0
    yield from (judgment.fault_field or "", judgment.reason or "")
    yield from (judgment.source, judgment.order)


def expect(
    algorithm: bytes, secret: bytes, endpoint: bytes, nests: bytes, document: bytes, *fields: bytes
) -> Answer:
    judgment_of(algorithm, secret, endpoint, nests, document).expect(table([*fields]))
    yield from ()


def payload(algorithm: bytes, secret: bytes, kind: bytes, *fields: bytes) -> Answer:
    yield key(algorithm, secret).payload(wxp.Payload(int(kind)), table([*fields]))


def explain(algorithm: bytes, secret: bytes, offered: bytes, *fields: bytes) -> Answer:
    explanation = key(algorithm, secret).explain(table([*fields]), text(offered))
    yield from (explanation.cause, explanation.field or "", explanation.text)


def second(algorithm: bytes, secret: bytes, offered: bytes, *fields: bytes) -> Answer:
    explanation = key(algorithm, secret).explain_second(table([*fields]), text(offered))
    assert explanation.second
    yield from (explanation.second, explanation.second_text or "")
    yield from (explanation.cause, explanation.field or "", explanation.text)


def request(algorithm: bytes, secret: bytes, operation: bytes, *fields: bytes) -> Answer:
    explanation = key(algorithm, secret).explain(table([*fields]), "", text(operation))
    yield explanation.cause
    yield from found(explanation.findings)


def keyless(algorithm: bytes, operation: bytes, *fields: bytes) -> Answer:
    taken = wxp.Algorithm(int(algorithm))
    yield from found(wxp.check_request(table([*fields]), text(operation), taken))


def undo(content: bytes) -> Answer:
    if undone := wxp.body_undo(content):
        yield from (undone.layer, undone.text, undone.content)


def list_(content: bytes) -> Answer:
    read = wxp.body_fields(content)
    yield from (read.held_key, read.guessed)
    yield from flat(read.fields)


def findings(algorithm: bytes, secret: bytes, operation: bytes, *fields: bytes) -> Answer:
    yield from found(key(algorithm, secret).check(table([*fields]), text(operation)))


def found(findings: Iterable[wxp.Finding]) -> Answer:
    for one in findings:
        yield from (one.kind, one.certain, one.field, "" if one.index is None else one.index)
        yield from (one.offset, one.limit or "", one.meant or "", " ".join(one.alternatives))
        because, value = one.condition or ("", "")
        yield from (because, value or "", one.text)


def refund(secret: bytes, req_info: bytes) -> Answer:
    yield from flat(key(b"1", secret).unconfirmed_refund(text(req_info)))


def endpoint(address: bytes) -> Answer:
    found = wxp.Endpoint.find(text(address))
    if found:
        yield from (found.path, found.host, found.backup_host or "", found.purpose)
        yield from (found.get, found.certificate, sum(found.algorithms))
        yield found.default_algorithm or 0
        yield from (found.sign_type, found.answer_signed, found.format, found.nonce)
        yield from (found.repeatable, found.moves_money, found.deprecated)


def advice(endpoint: bytes, code: bytes) -> Answer:
    advice = wxp.advice(text(endpoint), text(code))
    yield from (advice.action, advice.text)


def acknowledge(notice: bytes, taken: bytes) -> Answer:
    yield wxp.acknowledge(text(notice), taken == b"1")


def body(content: bytes) -> Answer:
    yield wxp.body(content)


def quickpay(*parts: bytes) -> Answer:
    merchant, saved = key(b"1", b"k" * 32), None
    for happened, document in zip(parts[::2], parts[1::2]):
        event, seconds = (int(number) for number in happened.split())
        payment = wxp.QuickPay(saved)
        at = EVENTS.get(wxp.Event(event), "")
        judgment = wxp.Reply.read(document).judge(merchant, at) if document else None
        step = payment.next(wxp.Event(event), seconds, judgment)
        saved = payment.save()
        yield from (step.step, step.wait)


def language(number: bytes) -> Answer:
    wxp.set_language(wxp.Language(int(number)))
    yield from ()


def constants() -> Answer:
    for enum in ENUMS:
        for name, member in enum.__members__.items():
            camel = "".join(word.capitalize() for word in name.split("_"))
            yield from (f"{enum.__name__}.{camel}", member)


REQUESTS: Dict[bytes, Callable[..., Answer]] = {
    b"key": make_key,
    b"sign": sign,
    b"verify": verify,
    b"canonical": canonical,
    b"check": check,
    b"write": write,
    b"read": read,
    b"nested": nested,
    b"judge": judge,
    b"expect": expect,
    b"payload": payload,
    b"explain": explain,
    b"second": second,
    b"request": request,
    b"findings": findings,
    b"keyless": keyless,
    b"undo": undo,
    b"list": list_,
    b"refund": refund,
    b"endpoint": endpoint,
    b"advice": advice,
    b"acknowledge": acknowledge,
    b"body": body,
    b"quickpay": quickpay,
    b"constants": constants,
    b"language": language,
}


def answer(line: bytes) -> List[Part]:
    request, *parts = (unquote_to_bytes(part) for part in line.rstrip(b"\n").split(b"\t"))
    try:
        return ["ok", *REQUESTS[request](*parts)]
    except wxp.Error as error:
        offset: Part = "" if error.offset is None else error.offset
        return ["error", error.status, error.field or "", offset, str(error)]
    except TypeError as error:
        # One that names a field is meant; another one is a fault.
        return ["type"] if str(error).startswith("field ") else ["crash", "TypeError", str(error)]
    except Exception as error:
        return ["crash", type(error).__name__, str(error)]


def encoded(part: Part) -> str:
    if isinstance(part, int):
        part = str(int(part))
    return quote_from_bytes(part.encode() if isinstance(part, str) else part, safe="")


if __name__ == "__main__":
    for line in sys.stdin.buffer:
        print(*map(encoded, answer(line)), sep="\t")
