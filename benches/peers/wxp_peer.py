"""wxp, from Python: wxp_peer.py WORKLOADS."""

import peer
import wxp

secret, w1, w2, w3, w4 = peer.workloads()
md5 = wxp.Key(wxp.Algorithm.MD5, secret)
hmac = wxp.Key(wxp.Algorithm.HMAC_SHA256, secret)


def verify(message):
    try:
        md5.verify(wxp.Reply.read(message).unverified())
        return "accepted"
    except wxp.Error:
        return "refused"


peer.serve({
    "sign-w1": lambda: md5.sign(w1),
    "sign-w2": lambda: md5.sign(w2),
    "hmac-w2": lambda: hmac.sign(w2),
    "verify-w3": lambda: verify(w3),
    "verify-w4": lambda: verify(w4),
    "build-w1": lambda: md5.write(w1),
})
