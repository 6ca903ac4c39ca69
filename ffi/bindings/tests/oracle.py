"""The expected answers of a binding, from naive rules and from Python's own hashlib and ElementTree.
Nothing here uses libwxp."""

import hashlib
import hmac
import json
import re
from urllib.parse import quote
from xml.etree import ElementTree

MD5, HMAC_SHA256 = 1, 2

FIELD_NAME, TOO_MANY_FIELDS, CHARACTER, MISSING, IMITATION = 20, 22, 23, 26, 29
NOT_UTF8, DUPLICATE = 41, 57
UNSIGNED, ALGORITHM_MISMATCH, SIGNATURE_MISMATCH = 60, 61, 62
LACKS, FOREIGN, AMBIGUOUS, ROOT, DIFFERS = 65, 66, 67, 68, 69

FIELDS_MAX = 512
NAME_MAX = 64


def digest(algorithm, secret, text):
    if algorithm == MD5:
        return hashlib.md5(text).hexdigest().upper().encode()
    return hmac.new(secret, text, hashlib.sha256).hexdigest().upper().encode()


def canonical(pairs):
    """The string that is signed, without the key."""
    signed = sorted((name, value) for name, value in pairs if value and name != b"sign")
    return b"&".join(name + b"=" + value for name, value in signed)


def sign(algorithm, secret, pairs):
    return digest(algorithm, secret, canonical(pairs) + b"&key=" + secret)


def write(algorithm, secret, pairs):
    """The document to send."""
    escapes = ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;"), (b"\r", b"&#13;"))
    signature = sign(algorithm, secret, pairs)
    signed = sorted((name, value) for name, value in pairs if value and name != b"sign")
    document = b"<xml>"
    for name, value in [*signed, (b"sign", signature)]:
        for plain, escaped in escapes:
            value = value.replace(plain, escaped)
        document += b"<%b>%b</%b>" % (name, value, name)
    return document + b"</xml>"


def read(document):
    """The fields of a flat document that is well-formed, sorted by name."""
    children = list(ElementTree.fromstring(document))
    assert not any(len(child) for child in children)
    return sorted((child.tag.encode(), (child.text or "").encode()) for child in children)


def fault(table, sent):
    """Status, field and offset of what is wrong with a table, or nothing; `sent` is whether values
    have to be ones that can be sent. Only one fault a table."""
    if len(table) > FIELDS_MAX:
        return TOO_MANY_FIELDS, b"", b""
    for name, value in table:
        if b"\0" in value:
            return CHARACTER, name, value.index(b"\0")
    for name, value in table:
        right = re.match(rb"[A-Za-z_][A-Za-z0-9_.-]*", name)
        if not right or right.end() < len(name) or len(name) > NAME_MAX:
            return FIELD_NAME, name, min(right.end() if right else 0, NAME_MAX)
        try:
            value.decode()
        except UnicodeDecodeError:
            return NOT_UTF8, name, b""
    for name, value in table:
        cannot = re.search(
            r"[\0-\10\13\14\16-\37\ufffe\uffff\U00010000-\U0010ffff]", value.decode()
        )
        if sent and cannot:
            return CHARACTER, name, len(value.decode()[: cannot.start()].encode())
    return None


# What each kind of payload needs, in the order of wxp.h.
NEEDED = {
    1: "appid nonce_str prepay_id timestamp",
    2: "appid mch_id nonce_str prepay_id timestamp",
    3: "appid nonce_str package timestamp",
    4: "appid mch_id nonce_str product_id timestamp",
    5: "appid mch_id nonce_str prepay_id",
    6: "appid err_code_des mch_id nonce_str",
    11: "act_name mch_billno mch_id nonce_str re_openid total_amount wxappid",
    12: "amount appid desc mch_id nonce_str openid partner_trade_no ww_msg_type",
}
PAGES = {7: "entrustweb", 8: "h5entrustweb", 9: "partner/entrustweb", 10: "partner/h5entrustweb"}
BOTH = (1, 2, 8, 10)


# No customer sees the signatures of these kinds.
UNSEEN = (11, 12)


def imitates(name, value):
    """Whether a text imitates a field; what WeChat Pay made for a red packet may, and so may
    addresses of the merchant."""
    free = name == "package" or name.endswith("_url")
    return not free and re.search(r"&[A-Za-z_][A-Za-z0-9_.-]*=", value)


def difference(received, expected, chinese):
    """Name and message of the first field that is not what was expected."""
    wanted = list(expected)
    names = [name for name, _ in expected]
    if b"total_fee" in names and b"fee_type" not in names:
        wanted.append((b"fee_type", b"CNY"))
    for name, value in wanted:
        found = dict(received).get(name, b"")
        if found == value or (name, found) == (b"fee_type", b"") and value == b"CNY":
            continue
        if chinese:
            return name, _different_in_chinese(*(one.decode() for one in (name, found, value)))
        is_ = b"%b is %b, " % (name, found or b"missing")
        return name, is_ + (b"not " + value if value else b"and should be missing")
    return None


def _different_in_chinese(name, found, expected):
    text = f"{name}的值是{found}" if found else f"缺少{name}"
    return (text + (f"，应为{expected}" if expected else "，但不应有此字段")).encode()


def payload(algorithm, secret, kind, pairs):
    """What the customer's side takes; status and field if it is refused."""
    fields = {name.decode(): value.decode() for name, value in pairs}
    missing = [name for name in NEEDED.get(kind, "").split() if not fields.get(name)]
    if missing:
        return MISSING, missing[0].encode()
    if kind not in BOTH and algorithm != MD5:
        return ALGORITHM_MISMATCH, b""
    names = NEEDED.get(kind, " ".join(fields)).split()
    if kind not in UNSEEN and any(imitates(name, fields[name]) for name in names):
        return IMITATION, b""

    def signed(table):
        encoded = [(name.encode(), value.encode()) for name, value in table.items()]
        return sign(algorithm, secret, encoded).decode()

    def as_json(table, name, **others):
        """The table and its signature; others are sent, in place of what was signed or besides."""
        made = {**table, **others, name: signed(table)}
        return json.dumps(made, separators=(",", ":")).encode()

    name = "MD5" if algorithm == MD5 else "HMAC-SHA256"
    if kind == 1:
        table = dict(appId=fields["appid"], nonceStr=fields["nonce_str"])
        table.update(package=f"prepay_id={fields['prepay_id']}", signType=name)
        return as_json({**table, "timeStamp": fields["timestamp"]}, "paySign")
    if kind == 2:
        table = dict(appid=fields["appid"], noncestr=fields["nonce_str"], package="Sign=WXPay")
        table.update(partnerid=fields["mch_id"], prepayid=fields["prepay_id"])
        return as_json({**table, "timestamp": fields["timestamp"]}, "sign")
    if kind == 3:
        table = dict(appId=fields["appid"], nonceStr=fields["nonce_str"])
        table.update(package=fields["package"], timeStamp=fields["timestamp"])
        encoded = quote(fields["package"], safe="")
        return as_json(table, "paySign", package=encoded, signType=name)
    if kind == 4:
        table = {one: fields[one] for one in ("appid", "mch_id", "product_id", "nonce_str")}
        query = dict(list(table.items())[:3], time_stamp=fields["timestamp"])
        query["nonce_str"] = table["nonce_str"]
        rest = "&".join(f"{one}={quote(value, safe='')}" for one, value in query.items())
        return f"weixin://wxpay/bizpayurl?sign={signed(query)}&{rest}".encode()
    if kind in (5, 6):
        table = [(one.encode(), fields[one].encode()) for one in NEEDED[kind].split()]
        result = b"SUCCESS" if kind == 5 else b"FAIL"
        table += [(b"return_code", b"SUCCESS"), (b"result_code", result)]
        return write(algorithm, secret, table)
    if kind in PAGES:
        table = {one: value for one, value in sorted(fields.items()) if value and one != "sign"}
        query = "".join(f"{one}={quote(value, safe='~')}&" for one, value in table.items())
        page = f"https://api.mch.weixin.qq.com/papay/{PAGES[kind]}"
        return f"{page}?{query}sign={signed(table)}".encode()
    table = [(one.encode(), fields[one].encode()) for one in NEEDED[kind].split()]
    return digest(MD5, secret, canonical(table) + b"&secret=" + secret)


def constants(numbers):
    """Every number of numbers.json, as the bindings call it."""
    enums = json.loads(numbers)
    return {
        (f"{enum}.{member}".encode(), str(number).encode())
        for enum, members in enums.items()
        for member, number in members.items()
        if (enum, member) != ("Status", "Ok")
    }
