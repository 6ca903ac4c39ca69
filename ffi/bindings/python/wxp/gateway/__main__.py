"""The command: python -m wxp.gateway."""

from __future__ import annotations

import argparse
import io
import json
import pathlib
import secrets
import ssl
import string
import sys
import threading
from typing import Dict, Optional, Tuple

from .. import Error, Language

try:
    from . import admin, certificates, faults, operations
    from .journal import Printed
    from .simulator import APPID, MERCHANT, Gateway
except ModuleNotFoundError as missing:
    if (missing.name or "").split(".")[0] != "cryptography":
        raise
    sys.exit('The gateway needs the package cryptography: pip install "wxp[gateway]"')

LANGUAGES = {
    "english": (Language.ENGLISH,),
    "chinese": (Language.CHINESE,),
    "both": (Language.ENGLISH, Language.CHINESE),
}


def parser() -> argparse.ArgumentParser:
    words = ", ".join(faults.KINDS)
    command = argparse.ArgumentParser(
        prog="python -m wxp.gateway",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Plays WeChat Pay on this machine, for tests: HTTPS, client certificates,\n"
        "signatures, notices, and every misbehaviour. It moves no money.",
        epilog="A number can ask for a fault too: the order `tamper-query-1` gets a tampered answer"
        "\nto its first query. A program asks at paths below /gateway:\n\n"
        + (admin.__doc__ or "").split("\n\n", 1)[1],
    )
    place = command.add_argument_group("where")
    place.add_argument(
        "--folder", type=pathlib.Path, default=pathlib.Path.home() / ".wxp-gateway",
        help="of certificates and key, made on first start (%(default)s)",
    )  # fmt: skip
    place.add_argument("--listen", default="127.0.0.1", help="address to listen at (%(default)s)")
    place.add_argument("--port", type=port, default=0, help="a free one, if none is given")
    place.add_argument(
        "--name", action="append", default=[],
        help="a further name or address by which clients reach it, for its certificate",
    )  # fmt: skip
    place.add_argument(
        "--settings", type=pathlib.Path, metavar="FILE",
        help="where to write, as JSON, what a shop needs, once it listens",
    )  # fmt: skip
    who = command.add_argument_group("the merchant")
    who.add_argument("--appid", default=APPID, help="(%(default)s)")
    who.add_argument("--mch-id", default=MERCHANT, help="(%(default)s)")
    who.add_argument(
        "--key-file", type=pathlib.Path,
        help="the API key, 32 letters and digits (FOLDER/apikey, made on first start)",
    )  # fmt: skip
    plays = command.add_argument_group("what it does")
    plays.add_argument(
        "--pays-after", type=seconds, default=3, metavar="SECONDS",
        help="when customers pay and refunds arrive, or `never`: only if told to (%(default)s)",
    )  # fmt: skip
    plays.add_argument(
        "--notices", type=positive, default=1, metavar="TIMES",
        help="how much faster than documented notices are repeated (%(default)s: after 15 s, 15 s,"
        " 30 s, 3 min, …)",
    )  # fmt: skip
    plays.add_argument(
        "--notify-ca", type=pathlib.Path, metavar="FILE",
        help="the authority of the shop's own certificate, if its notify_url is https",
    )  # fmt: skip
    plays.add_argument("--strict", action="store_true", help="refuses what is doubtful, too")
    plays.add_argument(
        "--fault", action="append", default=[], type=fault, metavar="WHERE=FAULT[:TIMES]",
        help=f"misbehaves the first time or times; WHERE is one of {words}; see --faults",
    )  # fmt: skip
    plays.add_argument(
        "--certificate", choices=("gateway", "misnamed", "foreign"), default="gateway",
        help="the certificate to show: the right one, one for another host, or one by an authority"
        " that nobody trusts",
    )  # fmt: skip
    plays.add_argument(
        "--language", choices=LANGUAGES, default="both",
        help="of what is found in requests (%(default)s); return_msg is English unless chinese",
    )  # fmt: skip
    shown = command.add_argument_group("to be shown, instead of playing")
    shown.add_argument("--operations", action="store_true", help="the operations it imitates")
    shown.add_argument("--faults", action="store_true", help="all faults")
    return command


def port(text: str) -> int:
    number = int(text)
    if not 0 <= number < 65536:
        raise ValueError
    return number


def seconds(text: str) -> Optional[float]:
    return None if text == "never" else float(text)


def positive(text: str) -> float:
    number = float(text)
    if not number > 0:
        raise ValueError
    return number


def fault(text: str) -> Tuple[str, str, int]:
    where, _, what = text.partition("=")
    name, _, times = what.partition(":")
    try:
        faults.Faults().ask(where, name, int(times or 1))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return where, name, int(times or 1)


def key(path: pathlib.Path, own: bool) -> str:
    """The API key, which is made if it is our own and not there."""
    if own and not path.exists():
        alphabet = string.ascii_letters + string.digits
        made = "".join(secrets.choice(alphabet) for _ in range(32))
        certificates.write(path, made.encode() + b"\n")
    return path.read_text().strip()


def main() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):  # a console that has no Chinese
        sys.stdout.reconfigure(errors="backslashreplace")
    command = parser()
    chosen = command.parse_args()
    if chosen.operations:
        print(operations.table())
        return
    if chosen.faults:
        print(faults.table())
        return
    folder: pathlib.Path = chosen.folder.absolute()
    key_file: pathlib.Path = (chosen.key_file or folder / "apikey").absolute()
    names = (*certificates.NAMES, *chosen.name)
    languages = LANGUAGES[chosen.language]
    try:
        why = certificates.stale(folder, chosen.mch_id, names)
        if why:
            print(f"makes certificates in {folder}: {why}", flush=True)
            certificates.make(folder, chosen.mch_id, names)
        gateway = Gateway(
            folder,
            key(key_file, own=chosen.key_file is None),
            appid=chosen.appid,
            merchant=chosen.mch_id,
            server=chosen.certificate,
            listen=(chosen.listen, chosen.port),
            pays_after=chosen.pays_after,
            pace=1 / chosen.notices,
            strict=chosen.strict,
            language=languages[0],
            notify_context=ssl.create_default_context(cafile=chosen.notify_ca),
            journal=Printed(languages),
        )
    except Error as error:
        command.exit(1, f"{key_file}: {error}\n")
    except OSError as error:
        command.exit(1, f"{error}\n")
    for where, name, times in chosen.fault:
        gateway.faults.ask(where, name, times)
    with gateway:
        told = settings(gateway, folder, key_file)
        for name, value in told.items():
            print(f"{name:<20} {value}", flush=True)
        print("ends with Ctrl-C", flush=True)
        if chosen.settings:
            chosen.settings.write_text(json.dumps(told, indent=1) + "\n")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            pass


def settings(gateway: Gateway, folder: pathlib.Path, key_file: pathlib.Path) -> Dict[str, str]:
    """What a shop needs."""
    merchant = folder / "merchant"
    return {
        "base_url": gateway.url,
        "appid": gateway.appid,
        "mch_id": gateway.merchant,
        "key_file": str(key_file),
        "ca_file": str(merchant / "rootca.pem"),
        "certificate_file": str(merchant / "apiclient_cert.pem"),
        "private_key_file": str(merchant / "apiclient_key.pem"),
        "p12_file": str(merchant / "apiclient_cert.p12"),
        "p12_password": gateway.merchant,
    }


if __name__ == "__main__":
    main()
