"""What wxp finds in a request, in English and Chinese, and how the gateway refuses one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, List, Mapping

from .. import (
    Algorithm,
    Cause,
    Endpoint,
    Error,
    Key,
    Language,
    Reply,
    Sender,
    canonical,
)
from . import message

HINTS = 3  # of those that come with a signature which no known mistake explains
MESSAGE_MAX = 128  # bytes of a return_msg


@dataclass(frozen=True)
class Remark:
    """One thing that is wrong with a request, or doubtful."""

    certain: bool
    english: str
    chinese: str

    def text(self, language: Language) -> str:
        return self.chinese if language == Language.CHINESE else self.english


def remark(certain: bool, text_in: Callable[[Language], str]) -> Remark:
    return Remark(certain, text_in(Language.ENGLISH), text_in(Language.CHINESE))


# What the gateway finds itself: the beginning of return_msg as WeChat writes it, and the rest.
SIGNATURE = "签名错误"
PARAMETER = "参数错误"
MALFORMED = "XML格式错误"
UNKNOWN = "接口不存在"
NOT_IMITATED = "接口未模拟"
MERCHANT = "商户号mch_id与appid不匹配"
CERTIFICATE = "证书与商户号不符"
PARTNER = "服务商模式未模拟"

NO_PATH = Remark(True, "no operation has this path", "没有这个接口")
OTHER_MERCHANT = Remark(
    True, "appid and mch_id are not those of this gateway", "appid和mch_id不是本网关的商户"
)
OTHER_CERTIFICATE = Remark(
    True, "the certificate is not that of mch_id", "客户端证书不属于该mch_id"
)
NO_CERTIFICATE = Remark(
    True,
    "the connection has no client certificate, which this operation needs",
    "此接口需要商户API证书，但连接没有提供",
)
SIGN_TYPE = Remark(
    True, "sign_type: neither MD5 nor HMAC-SHA256", "sign_type：只能是MD5或HMAC-SHA256"
)
PARTNERS = Remark(
    True,
    "sub_appid, sub_mch_id: only requests of ordinary merchants are taken",
    "sub_appid、sub_mch_id：本网关只受理普通商户的请求",
)


class Reader:
    """Reads requests with the merchant's key."""

    def __init__(self, secret: str) -> None:
        self.keys = {
            message.MD5: Key(Algorithm.MD5, secret),
            message.HMAC_SHA256: Key(Algorithm.HMAC_SHA256, secret),
        }

    def of_fields(self, fields: Mapping[str, str], path: str, algorithm: str) -> List[Remark]:
        """About a request that is to be signed so."""
        try:
            findings = self.keys[algorithm].check(fields, path)
        except Error as error:
            return [remark(True, error.text_in)]
        return [remark(one.certain, one.text_in) for one in findings]

    def of_signature(self, fields: Mapping[str, str], algorithm: str) -> List[Remark]:
        """Why the signature is not right."""
        try:
            why = self.keys[algorithm].explain(fields)
            signed = canonical(fields)
        except Error as error:
            return [remark(True, error.text_in)]
        names = ", ".join(why.fields)
        about = f"{names}: " if names else ""
        found = [remark(True, lambda language: about + why.text_in(language))]
        if why.cause == Cause.UNKNOWN:
            hints: Dict[Language, List[str]] = {
                language: list(why.hints(Sender.MERCHANT, language).values())[:HINTS]
                for language in Language
            }
            found += [
                Remark(False, *pair)
                for pair in zip(hints[Language.ENGLISH], hints[Language.CHINESE])
            ]
            found.append(
                Remark(False, f"signed here: {signed}&key=…", f"此处签名的字符串：{signed}&key=…")
            )
        return found


def of_document(document: bytes) -> List[Remark]:
    """Why it cannot be read."""
    try:
        Reply.read(document)
    except Error as error:
        return [remark(True, error.text_in)]
    return [Remark(True, "not a flat document <xml>", "不是只有一层字段的<xml>文档")]


def not_imitated(known: Endpoint) -> Remark:
    purposes = [known.purpose_in(one) for one in (Language.ENGLISH, Language.CHINESE)]
    return Remark(True, f"not imitated: {purposes[0]}", f"本网关不模拟此接口：{purposes[1]}")


def refusal(what: str, found: List[Remark], language: Language) -> bytes:
    """The call was not taken: nothing signs that. It says the first thing that was found, as far as
    there is room."""
    short = f"{what}: {found[0].text(language)}".encode()[:MESSAGE_MAX].decode(errors="ignore")
    return message.write({"return_code": "FAIL", "return_msg": short})
