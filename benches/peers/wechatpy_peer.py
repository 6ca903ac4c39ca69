"""wechatpy, as it is: what its client calls for requests, and its parser of notices."""

import peer
from wechatpy.exceptions import InvalidSignatureException
from wechatpy.pay import WeChatPay
from wechatpy.pay.utils import calculate_signature, calculate_signature_hmac, dict_to_xml

key, w1, w2, w3, w4 = peer.workloads()
client = WeChatPay(appid=w1["appid"], api_key=key, mch_id=w1["mch_id"])


def verify(message):
    try:
        client.parse_payment_result(message)
        return "accepted"
    except InvalidSignatureException:
        return "refused"


peer.serve({
    "sign-w1": lambda: calculate_signature(w1, key),
    "sign-w2": lambda: calculate_signature(w2, key),
    "hmac-w2": lambda: calculate_signature_hmac(w2, key),
    "verify-w3": lambda: verify(w3),
    "verify-w4": lambda: verify(w4),
    "build-w1": lambda: dict_to_xml(w1, calculate_signature(w1, key)).encode(),
})
