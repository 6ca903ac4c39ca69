"""The certificates of the gateway and of merchants, made on first start.

    merchant/   what WeChat sends to a merchant: apiclient_cert.p12, apiclient_cert.pem,
                apiclient_key.pem and rootca.pem. The password of the p12 is the merchant number.
    other/      the same for another merchant
    stranger/   the same, but nobody whom the gateway trusts has issued it
    gateway/    the gateway's certificate, and who issues those of merchants
    misnamed/   a certificate by the same root, for another host
    foreign/    a certificate for the right host, by a root that the merchant does not trust

The keys of the issuers are not kept, so nobody can issue more in their names. A file marks the
folder as the gateway's, whose subfolders can be made anew.
"""

from __future__ import annotations

import datetime
import ipaddress
import os
import pathlib
import shutil
from dataclasses import dataclass
from typing import List, Optional, Sequence

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAYS = 365
DAYS_LEFT = 7  # before their end they are made anew
# How the gateway is reached on the same machine.
NAMES = ("localhost", "127.0.0.1", "::1")
OTHER_MERCHANT = "1900009852"
FOLDERS = ("merchant", "other", "stranger", "gateway", "misnamed", "foreign")
MARK = ".wxp-gateway"


@dataclass(frozen=True)
class Pair:
    """A certificate and its private key."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    def certificate_pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def key_pem(self) -> bytes:
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )

    def p12(self, password: str) -> bytes:
        encryption = serialization.BestAvailableEncryption(password.encode())
        return pkcs12.serialize_key_and_certificates(
            b"Tenpay Certificate", self.key, self.certificate, None, encryption
        )


def issued(common_name: str, issuer: Optional[Pair], *extensions: x509.ExtensionType) -> Pair:
    """A pair by this issuer, or an issuer itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "wxp gateway, for tests"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=DAYS))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    for extension in extensions:
        builder = builder.add_extension(extension, isinstance(extension, x509.KeyUsage))
    return Pair(builder.sign(issuer.key if issuer else key, hashes.SHA256()), key)


def authority(common_name: str) -> Pair:
    usage = dict.fromkeys(
        (
            "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
            "key_agreement", "encipher_only", "decipher_only",
        ),
        False,
    )  # fmt: skip
    usage.update(key_cert_sign=True, crl_sign=True)
    return issued(common_name, None, x509.KeyUsage(**usage))


def signed_by(issuer: Pair) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())


def server(common_name: str, issuer: Pair, names: Sequence[str]) -> Pair:
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    alternatives = x509.SubjectAlternativeName([general(name) for name in names])
    return issued(common_name, issuer, purpose, alternatives, signed_by(issuer))


def general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def make(folder: pathlib.Path, merchant: str, names: Sequence[str] = NAMES) -> None:
    """Makes all of them in place of those that are there; not in a folder of something else."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (folder / MARK).exists():
        if any((folder / name).exists() for name in FOLDERS):
            raise FileExistsError(f"{folder}: has folders that are not of a gateway")
        write(folder / MARK, b"")
    root, merchants = authority("Root of servers"), authority("Root of merchants")
    nobody = authority("Root that nobody trusts")
    for name, pair in (
        ("gateway", server("gateway", root, names)),
        ("misnamed", server("misnamed", root, ["elsewhere.example"])),
        ("foreign", server("foreign", nobody, names)),
    ):
        place = emptied(folder / name)
        write(place / "server.pem", pair.certificate_pem())
        write(place / "server.key", pair.key_pem())
    write(folder / "gateway" / "merchants.pem", merchants.certificate_pem())
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
    for name, issuer, number in (
        ("other", merchants, OTHER_MERCHANT),
        ("stranger", nobody, merchant),
        ("merchant", merchants, merchant),  # the last: it tells that all are there
    ):
        pair = issued(number, issuer, purpose, signed_by(issuer))
        place = emptied(folder / name)
        write(place / "apiclient_cert.p12", pair.p12(number))
        write(place / "apiclient_cert.pem", pair.certificate_pem())
        write(place / "apiclient_key.pem", pair.key_pem())
        write(place / "rootca.pem", root.certificate_pem())


def emptied(folder: pathlib.Path) -> pathlib.Path:
    """The folder, with nothing in it, for its owner alone."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    return folder


def write(path: pathlib.Path, content: bytes) -> None:
    """Writes a new file, which its owner alone can read."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)


def stale(folder: pathlib.Path, merchant: str, names: Sequence[str]) -> Optional[str]:
    """Why they have to be made, if they have to."""
    try:
        served = load(folder / "gateway" / "server.pem")
        shown = load(folder / "merchant" / "apiclient_cert.pem")
    except FileNotFoundError:
        return "there are none"
    except ValueError:
        return "they cannot be read"
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=DAYS_LEFT)
    if served.not_valid_after_utc < soon:
        return "they end soon"
    if [part.value for part in shown.subject][-1] != merchant:
        return "they are of another merchant"
    if not {general(name) for name in names} <= set(alternatives(served)):
        return "they are for other names of the host"
    return None


def load(path: pathlib.Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def alternatives(certificate: x509.Certificate) -> List[x509.GeneralName]:
    """The names of the host."""
    return list(certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value)
