"""Who the server is, the merchant's certificate, and the files of the keys."""

import pathlib
import shutil

from gateway import Gateway
from scenario import DONE, FEE, NOT_KNOWN, NOT_SENT, came_to, expect
from wxp.gateway import message, notices

OPEN_MODES = [0o640, 0o604, 0o644, 0o620]  # of a file that only one account should reach


def another_server(it, server):
    """A server with a certificate that does not fit gets to know nothing."""
    with Gateway(it.shop.certificates, it.shop.secret, server=server) as impostor:
        for arguments in (
            ("order", it.number, FEE, "Tea"),
            ("reverse", it.number),
            ("query", it.number),
        ):
            came_to(it.run(*arguments, WXP_GATEWAY=impostor.url), NOT_SENT, "nothing was sent",
                    "certificate")
        server = impostor.server
        expect(server.connections == 3 and server.heard == 0, "was sent:", impostor.requests)


def no_tls(it):
    plain = it.gateway.url.replace("https", "http")
    came_to(it.run("order", it.number, FEE, "Tea", WXP_GATEWAY=plain), NOT_SENT,
            "nothing was sent")


def nobody_there(it):
    came_to(it.run("order", it.number, FEE, "Tea", WXP_GATEWAY="https://127.0.0.1:1"), NOT_SENT,
            "nothing was sent")


def without_certificate(it):
    """The files are missing."""
    refund = it.number + "-r"
    it.paid()
    nowhere = str(it.shop.folder / "nowhere")
    came_to(it.run("query", it.number, WXP_CERTIFICATES=nowhere), DONE)
    come = it.run("refund", it.number, refund, "40", WXP_CERTIFICATES=nowhere)
    came_to(come, NOT_SENT, "nothing was sent", "apiclient_cert")
    expect(not it.gateway.of(refund), it.gateway.of(refund))


def unseen_certificate(it, fault):
    """The gateway did not see it, and says so with a web page."""
    order, refund = it.number + "-o", it.number
    it.number = order
    it.paid()
    came_to(it.run("refund", order, refund, "40"), NOT_KNOWN, "HTTP 400",
            "no client certificate")
    expect(not it.order.refunds, it.order)


def strangers_certificate(it):
    """Issued by nobody whom the gateway trusts: it hangs up."""
    refund = it.number + "-r"
    it.paid()
    stranger = str(it.shop.certificates / "stranger")
    come = it.run("refund", it.number, refund, "40", WXP_CERTIFICATES=stranger)
    expect(come.code in (NOT_SENT, NOT_KNOWN), come)
    expect("no answer" in come.err or "nothing was sent" in come.err, come)
    expect(not it.order.refunds, it.order)


def others_certificate(it):
    """Of another merchant, whose p12 also has another password."""
    refund = it.number + "-r"
    it.paid()
    other = str(it.shop.certificates / "other")
    come = it.run("refund", it.number, refund, "40", WXP_CERTIFICATES=other)
    if it.shop.program.p12:
        came_to(come, NOT_SENT, "nothing was sent", "apiclient_cert.p12", "password")
    else:
        came_to(come, NOT_KNOWN, "the certificate is not that of mch_id")
    expect(not it.order.refunds, it.order)


def bad_key_file(it):
    """A key file that others can read is refused, and so is what is no key, or another's."""
    path = it.shop.folder / f"{it.number}.key"
    path.write_text(it.shop.secret)
    for mode in OPEN_MODES:
        path.chmod(mode)
        come = it.run("query", it.number, WXP_KEY_FILE=str(path))
        came_to(come, NOT_SENT, path.name, "chmod 600")
    path.chmod(0o600)
    path.write_text(it.shop.secret[:-1] + "!")
    came_to(it.run("query", it.number, WXP_KEY_FILE=str(path)), NOT_SENT,
            "only ASCII letters and digits")
    path.write_text("0" * 32)
    came_to(it.run("query", it.number, WXP_KEY_FILE=str(path)), NOT_KNOWN, "签名错误")


def bad_private_key_file(it):
    """And so is the private key of the certificate, where it is needed."""
    refund = it.number + "-r"
    it.paid()
    copy = it.shop.folder / f"{it.number}.certificates"
    shutil.copytree(it.shop.certificates / "merchant", copy)
    name = "apiclient_cert.p12" if it.shop.program.p12 else "apiclient_key.pem"
    for mode in OPEN_MODES:
        (copy / name).chmod(mode)
        came_to(it.run("query", it.number, WXP_CERTIFICATES=str(copy)), DONE)
        come = it.run("refund", it.number, refund, "40", WXP_CERTIFICATES=str(copy))
        came_to(come, NOT_SENT, "nothing was sent", name, "chmod 600")
    expect(not it.gateway.of(refund), it.gateway.of(refund))


def key_in_web_root(it):
    """A key that the web server would hand out to anybody is refused, and so nothing is taken."""
    path = pathlib.Path(it.shop.program.web_root) / "apikey"
    path.touch(mode=0o600)
    path.write_text(it.shop.secret)
    it.ordered()
    environment = {**it.shop.environment, "WXP_KEY_FILE": str(path)}
    with open(it.shop.folder / "web_root.log", "ab") as log:
        url, stop = it.shop.program.listen(environment, log)
        try:
            fields = {"result_code": "SUCCESS", **it.gateway.ledger.paid(it.order)}
            good = message.signed(
                it.gateway.message(fields), it.shop.secret, message.HMAC_SHA256
            )
            status, reply = notices.post(url + "/payment", message.write(good))
        finally:
            stop()
            path.unlink()
    said = pathlib.Path(log.name).read_text(errors="replace")
    expect(status == 500 and reply == b"" and "is in the web root" in said, status, reply, said)
    it.never_delivered()


ALONE = [
    no_tls, nobody_there, without_certificate, strangers_certificate, others_certificate,
    bad_key_file, bad_private_key_file,
]
WITH_FAULT = [(unseen_certificate, "refund", ["nocert"])]
