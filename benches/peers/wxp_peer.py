"""wxp, from Python with ctypes and packed tables: wxp_peer.py WORKLOADS LIBRARY."""

import ctypes
import sys

import peer

MD5, HMAC_SHA256 = 1, 2

wxp = ctypes.CDLL(sys.argv[2])
size = ctypes.c_size_t
text = [ctypes.c_char_p, size]
room = [ctypes.c_char_p, size, ctypes.POINTER(size)]
wxp.wxp_key_init.argtypes = [ctypes.c_char_p, ctypes.c_uint32, *text]
wxp.wxp_sign_packed.argtypes = [ctypes.c_char_p, *text, *room]
wxp.wxp_verify_packed.argtypes = [ctypes.c_char_p, *text]
wxp.wxp_xml_write_packed.argtypes = [ctypes.c_char_p, *text, *room]
wxp.wxp_xml_read_packed.argtypes = [*text, *room, ctypes.POINTER(size)]

secret, w1, w2, w3, w4 = peer.workloads()
out, length, fault = ctypes.create_string_buffer(8192), size(), size()
length_at, fault_at = ctypes.byref(length), ctypes.byref(fault)


def key(algorithm):
    made = ctypes.create_string_buffer(256)
    if wxp.wxp_key_init(made, algorithm, secret.encode(), len(secret)):
        sys.exit("wxp_key_init")
    return made


def make(call, with_key, fields):
    """A signature or a document; both have no NUL."""
    packed = "".join([f"{name}\0{value}\0" for name, value in fields.items()]).encode()
    if call(with_key, packed, len(packed), out, len(out) - 1, length_at):
        raise ValueError
    return ctypes.string_at(out, length.value)


def verify(message):
    if wxp.wxp_xml_read_packed(message, len(message), out, len(out), length_at, fault_at):
        return "refused"
    return "refused" if wxp.wxp_verify_packed(md5, out, length.value) else "accepted"


md5, hmac = key(MD5), key(HMAC_SHA256)
peer.serve({
    "sign-w1": lambda: make(wxp.wxp_sign_packed, md5, w1).decode(),
    "sign-w2": lambda: make(wxp.wxp_sign_packed, md5, w2).decode(),
    "hmac-w2": lambda: make(wxp.wxp_sign_packed, hmac, w2).decode(),
    "verify-w3": lambda: verify(w3),
    "verify-w4": lambda: verify(w4),
    "build-w1": lambda: make(wxp.wxp_xml_write_packed, md5, w1),
})
