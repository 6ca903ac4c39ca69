"""What the gateway makes on first start, and what its command says."""

import pathlib
import re
import ssl
import stat
import sys
import tempfile
import unittest

import desk
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from desk import Desk

import wxp
from wxp.gateway import admin, operations

README = pathlib.Path(__file__).parents[2] / "wxp/gateway/README.md"
OPEN = stat.S_IRWXG | stat.S_IRWXO


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.place.cleanup)
        cls.folder = pathlib.Path(cls.place.name) / "gateway"

    def test_they_are_made_once_for_their_owner_alone(self):
        folder = self.folder.with_name("own")
        with Desk(folder) as first:
            self.assertIn("makes certificates", first.log)
            self.assertRegex(first.secret, "^[0-9A-Za-z]{32}$")
            self.assertNotIn(first.secret, first.log)
            self.assertNotIn(first.secret, str(first.settings))
        paths = [folder, *folder.rglob("*")]
        self.assertGreater(len(paths), 20)
        for path in paths:
            self.assertFalse(path.stat().st_mode & OPEN, path)
        kept = {path: path.read_bytes() for path in paths if path.is_file()}
        with Desk(folder) as again:
            self.assertNotIn("makes certificates", again.log)
        self.assertEqual(kept, {path: path.read_bytes() for path in kept})
        with Desk(folder, "--name", "gateway.example") as named:
            self.assertIn("other names", named.log)
        with Desk(folder, "--name", "gateway.example", "--mch-id", "1900009853") as other:
            self.assertIn("of another merchant", other.log)
            self.assertEqual(first.secret, other.secret)

    def test_the_p12_is_the_same_certificate_and_key(self):
        with Desk(self.folder) as gateway:
            told = {name: pathlib.Path(path) for name, path in gateway.settings.items()}
        password = gateway.settings["p12_password"].encode()
        key, certificate, others = pkcs12.load_key_and_certificates(
            told["p12_file"].read_bytes(), password
        )
        pem = serialization.Encoding.PEM
        self.assertEqual(certificate.public_bytes(pem), told["certificate_file"].read_bytes())
        made = key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        self.assertEqual(made, told["private_key_file"].read_bytes())
        self.assertEqual([], others)

    def test_folders_of_something_else_are_left_alone(self):
        with tempfile.TemporaryDirectory() as place:
            own = pathlib.Path(place) / "merchant/file"
            own.parent.mkdir()
            own.touch()
            code, said = desk.run("--folder", place)
            self.assertEqual((1, True), (code, own.exists()), said)
            self.assertIn("not of a gateway", said)

    def test_a_server_with_another_certificate_is_not_trusted(self):
        for certificate in ("misnamed", "foreign"):
            with Desk(self.folder, "--certificate", certificate) as gateway:
                with self.assertRaises(ssl.SSLCertVerificationError):
                    gateway.send("GET", "/gateway")
                desk.until(lambda: "no connection" in gateway.log)

    def test_a_bad_key_is_refused_and_not_shown(self):
        with tempfile.TemporaryDirectory() as place:
            path = pathlib.Path(place) / "key"
            path.write_text("not-a-key-of-32-letters-or-digit")
            code, said = desk.run("--folder", self.folder, "--key-file", path)
        self.assertEqual(1, code, said)
        self.assertIn("letters and digits", said)
        self.assertNotIn("not-a-key", said)


class Command(unittest.TestCase):
    def test_help_names_every_option_and_path(self):
        code, said = desk.run("--help")
        self.assertEqual(0, code)
        for word in ("--fault", "--folder", "--strict", "/gateway/fault", "tamper-query-1"):
            self.assertIn(word, said)

    def test_help_and_readme_have_every_path(self):
        said, readme = desk.run("--help")[1], README.read_text("utf-8")
        for method, name in admin.ACTIONS:
            path = f"/gateway/{name}".rstrip("/")
            self.assertRegex(said, rf"\n +{method} +{path}\b")
            self.assertIn(f"| `{method} {path}", readme)

    def test_impossible_numbers_are_refused(self):
        for option, wrong in (("--port", 65536), ("--notices", 0), ("--pays-after", "x")):
            code, said = desk.run(option, wrong)
            self.assertEqual(2, code, said)
            self.assertIn(f"argument {option}: invalid", said)

    def test_what_does_not_exist_is_named(self):
        for wrong in ("query=nothing", "nowhere=tamper", "query=tamper:x"):
            code, said = desk.run("--fault", wrong)
            self.assertEqual(2, code, said)
        self.assertIn("not one of", desk.run("--fault", "query=nothing")[1])

    def test_the_readme_has_the_tables(self):
        readme = README.read_text("utf-8")
        for option in ("--operations", "--faults"):
            code, table = desk.run(option)
            self.assertEqual(0, code)
            self.assertGreater(table.count("\n"), 5)
            self.assertIn(table, readme, f"python -m wxp.gateway {option} says more")

    def test_the_example_with_curl_and_openssl_runs(self):
        example = re.search(r"```sh\n(cd .*?)```", README.read_text("utf-8"), re.DOTALL)[1]
        with tempfile.TemporaryDirectory() as place:
            with Desk(pathlib.Path(place) / "gateway", "--pays-after", "never") as gateway:
                example = re.sub("^cd .*$", f"cd {gateway.folder}", example, flags=re.M)
                url = gateway.settings["base_url"]
                example = re.sub("^gateway=.*$", f"gateway={url}", example, flags=re.M)
                done = desk.subprocess.run(
                    ["bash", "-euc", example], capture_output=True, text=True, check=False
                )
                answers = [f"{one['path']} {one['answer']}" for one in gateway.admin(
                    "GET", "/requests")[1]]
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        called = ("/pay/unifiedorder", "/pay/orderquery", "/secapi/pay/reverse")
        self.assertEqual([f"{path} SUCCESS" for path in called], answers)
        self.assertIn('"charged": [\n   100', done.stdout)
        self.assertIn("<trade_state><![CDATA[SUCCESS]]>", done.stdout)

    def test_operations_are_as_wxp_knows_them(self):
        for path, operation in operations.OPERATIONS.items():
            known = wxp.Endpoint.find(path)
            self.assertEqual((path, operation.certificate), (known.path, known.certificate))

    def test_it_says_which_package_is_missing(self):
        code = (
            "import sys, runpy\nsys.modules['cryptography'] = None\n"
            "runpy.run_module('wxp.gateway', run_name='__main__')"
        )
        done = desk.subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False
        )
        self.assertEqual(1, done.returncode)
        self.assertEqual(
            'The gateway needs the package cryptography: pip install "wxp[gateway]"\n', done.stderr
        )


if __name__ == "__main__":
    unittest.main()
