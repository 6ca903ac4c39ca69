"""The example programs: how each is called, and how notices reach it."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import threading
import time
import urllib.parse
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import records

# What follows is not about the time that things take: a busy machine only makes them later.
SECONDS = 900  # after which a program is taken for hung; it can be waiting for a processor
ANSWER_SECONDS = 120  # that a program waits for an answer


@dataclass
class Run:
    """What a program came to."""

    code: int
    out: str
    err: str

    def __str__(self):
        return f"exit {self.code}\n  stdout: {self.out!r}\n  stderr: {self.err!r}"


class Program:
    """One language's example: `shop` is the command of the shop, `listen` starts the listener for
    notices with an environment and a log, and returns its URL and how to stop it; `limits` is a
    test of its own."""

    def __init__(self, name, shop, listen, web_root=None, limits=None):
        self.name = name
        self.shop = shop
        self.listen = listen
        self.web_root = web_root
        self.limits = limits
        # The one in C# uses apiclient_cert.p12, the others the PEM files.
        self.p12 = name == "dotnet"
        # These are their own web servers; the others have one before them, or take one for tests only.
        self.listens = name in ("dotnet", "node")


class Shop:
    """A merchant that runs one program: settings, records, and the listener for notices."""

    def __init__(self, program, gateway, certificates, folder, secret):
        self.program = program
        self.secret = secret
        self.folder = pathlib.Path(folder)
        self.records = self.folder / "records"
        self.records.mkdir(parents=True)
        self.certificates = pathlib.Path(certificates)
        key_file = self.folder / "apikey"
        key_file.touch(mode=0o600)
        key_file.write_text(secret + "\n")
        self.outputs = []
        self.environment = {
            "PATH": os.environ["PATH"],
            "WXP_GATEWAY": gateway.url,
            "WXP_APPID": gateway.appid,
            "WXP_MCH_ID": gateway.merchant,
            "WXP_KEY_FILE": str(key_file),
            "WXP_CERTIFICATES": str(self.certificates / "merchant"),
            "WXP_ROOTCA": str(self.certificates / "merchant" / "rootca.pem"),
            "SSL_CERT_FILE": str(self.certificates / "merchant" / "rootca.pem"),  # for .NET
            "WXP_RECORDS": str(self.records),
            "WXP_NOTIFY_URL": "http://127.0.0.1:9/notice",
            "WXP_TIMEOUT": str(ANSWER_SECONDS),
        }
        self.log_path = self.folder / "notices.log"
        self.log = open(self.log_path, "ab")
        url, self.stop = program.listen(self.environment, self.log)
        self.environment["WXP_NOTIFY_URL"] = url

    def run(self, *arguments, **environment):
        """Runs the shop with some of the environment changed; None takes a variable away."""
        return self.run_under([], *arguments, **environment)

    def run_under(self, command, *arguments, **environment):
        """The same under another command, such as strace."""
        done = subprocess.run(
            [*command, *self.program.shop, *arguments],
            env=self._with(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        run = Run(done.returncode, done.stdout.decode().strip(), done.stderr.decode().strip())
        self.outputs.append(run)
        return run

    def _with(self, environment):
        environment = {**self.environment, **environment}
        return {name: value for name, value in environment.items() if value is not None}

    def cut_off(self, *arguments, when, **environment):
        """Starts a program, and kills it as soon as something is so."""
        nowhere = subprocess.DEVNULL
        started = subprocess.Popen(
            [*self.program.shop, *arguments],
            env=self._with(environment), stdin=nowhere, stdout=nowhere, stderr=nowhere,
        )
        end = time.monotonic() + SECONDS
        while not when() and started.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
        started.kill()
        started.wait()

    def has(self, number, what):
        """Whether the shop's records say "paid" or "refunded"."""
        return records.kept(self.records).has(number, what)

    def told(self, number):
        """What the listener for notices said about an order or refund."""
        lines = self.log_path.read_text(errors="replace").splitlines()
        return [line for line in lines if f" {number}: " in line]

    def close(self):
        self.stop()
        self.log.close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def process(command, environment, log, port):
    """Starts a server that takes connections at a port; how to stop it."""
    started = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        start_new_session=True,
    )

    def stop():
        """With its workers, if it has some."""
        for name in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, name)
            with contextlib.suppress(subprocess.TimeoutExpired):
                started.wait(30)

    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), SECONDS).close()
            return stop
        except OSError:
            if started.poll() is not None:
                break
            time.sleep(0.1)
    stop()
    said = pathlib.Path(log.name).read_text(errors="replace")
    raise RuntimeError(f"{' '.join(command)} does not listen: {said}")


class Cgi(BaseHTTPRequestHandler):
    """Runs a program for each notice, by the rules of CGI, as a web server does."""

    timeout = 20

    def do_POST(self):
        announced = self.headers.get("Content-Length", "0")
        body = self.rfile.read(min(int(announced), 1 << 20)) if announced.isdecimal() else b""
        environment = {
            **self.server.environment,
            "REQUEST_METHOD": "POST",
            "CONTENT_LENGTH": announced,  # as it came: not every web server looks at it
            "PATH_INFO": urllib.parse.urlsplit(self.path).path.removeprefix("/notice"),
        }
        done = subprocess.run(
            self.server.program, input=body, stdout=subprocess.PIPE, stderr=self.server.log,
            env=environment, timeout=SECONDS, check=False,
        )
        _, _, answer = done.stdout.partition(b"\r\n\r\n")
        self.send_response(200 if done.returncode == 0 else 500)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def cgi(program):
    """A listener that runs a CGI program."""

    def listen(environment, log):
        server = ThreadingHTTPServer(("127.0.0.1", 0), Cgi)
        server.daemon_threads = True
        server.program, server.environment, server.log = program, environment, log
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

        def stop():
            server.shutdown()
            server.server_close()

        return f"http://127.0.0.1:{server.server_port}/notice", stop

    return listen


def server(command, path):
    """A listener that is a program of its own: its command, given a port, and the path to it."""

    def listen(environment, log):
        # PHP's own server takes one request after the other otherwise.
        environment = {**environment, "PHP_CLI_SERVER_WORKERS": "4"}
        for attempt in range(3):
            port = free_port()
            try:
                stop = process(command(port), environment, log, port)
                return f"http://127.0.0.1:{port}{path}", stop
            except RuntimeError:  # another program has been faster to take the port
                if attempt == 2:
                    raise

    return listen
