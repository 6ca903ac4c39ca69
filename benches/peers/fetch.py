"""Fetches or builds what wxp is compared with, in target/peers, each in a pinned version.

Each function returns a command, which takes the folder of the workloads; the words that follow
that; and what the table says about it.
"""

import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / ".ci/harness"))

import checks  # noqa: E402

HERE = ROOT / "benches/peers"
OUT = ROOT / "target/peers"


def compiled(name, *flags):
    path = OUT / name
    warnings = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"]
    checks.run("cc", "-std=c11", "-O2", *warnings, "-o", path, *flags)
    return [path]


def wxp():
    place = {"PREFIX": str(OUT / "wxp"), "DESTDIR": "", "LIBDIR": "lib", "INCLUDEDIR": "include"}
    checks.run("make", "install", COMMAND="no", PROFILE="release", **place)
    lib = OUT / "wxp/lib"
    flags = ["-I", OUT / "wxp/include", HERE / "wxp.c", "-L", lib, "-lwxp", f"-Wl,-rpath,{lib}"]
    return compiled("wxp-peer", *flags), [], ""


def openssl():
    reader = ROOT / "ffi/examples/bare-metal/measure/c/reader.c"
    flags = ["-DUSE_EXPAT", HERE / "openssl.c", reader, "-lcrypto", "-lexpat"]
    version = lambda name: checks.run("pkg-config", "--modversion", name).strip()
    return compiled("openssl-peer", *flags), [], f"{version('libcrypto')}, expat {version('expat')}"


def python():
    """The interpreter of the peers in Python."""
    place = OUT / "python"
    if not (place / "bin/pip").exists():
        checks.run(sys.executable, "-m", "venv", "--clear", place)
    return place / "bin/python"


def wechatpy():
    program = python()
    checks.run(program, "-m", "pip", "install", "--quiet", "-r", HERE / "requirements.txt")
    version = checks.run(program, "-c", "import sys; print(sys.version.split()[0])").strip()
    return [program, HERE / "wechatpy_peer.py"], [], f"1.8.18, Python {version}"


def wxp_python():
    """The package, of a copy, because building leaves files."""
    program, package = python(), OUT / "wxp-python"
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(ROOT / "ffi/bindings/python", package)
    place = f"WXP_PREFIX={OUT / 'wxp'}"
    checks.run("env", place, program, "-m", "pip", "install", "--quiet", "--force-reinstall", package)
    return [program, HERE / "wxp_peer.py"], [], "its package"


def node(script):
    place = OUT / "node"
    place.mkdir(exist_ok=True)
    shutil.copy(HERE / "package.json", place)
    options = ["--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund", "--no-progress"]
    checks.run("npm", "install", "--prefix", place, *options)
    # Node looks for packages beside the script, wherever it is run.
    for name in ("peer.js", script):
        shutil.copy(HERE / name, place)
    return ["node", place / script], [], checks.run("node", "--version").strip()


def tenpay():
    command, words, version = node("tenpay.js")
    return command, words, f"2.1.18, Node {version}"


def axios():
    command, words, version = node("axios.js")
    return command, words, f"0.9.6, Node {version}"


def node_alone():
    command, words, version = node("idiom.js")
    return command, words, f"{version}, fast-xml-parser 5.12.1"


def wxp_node():
    checks.run("bash", ROOT / "ffi/bindings/javascript/build")
    package = ROOT / "target/javascript/package/dist/node.js"
    version = checks.run("node", "--version").strip()
    return ["node", HERE / "wxp.js"], [package], f"with WebAssembly, Node {version}"


def php(script, *words):
    version = checks.run("php8.2", "-r", "echo PHP_VERSION;")
    return ["php8.2", HERE / script], list(words), version


def idiom():
    return php("idiom.php")


def wxp_php():
    """The extension, built as `ffi/bindings/php/README.md` says, of a copy."""
    source = OUT / "wxp-php"
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(ROOT / "ffi/bindings/php", source)
    build = f"phpize8.2 && ./configure --quiet --with-wxp={OUT / 'wxp'} && make --silent"
    checks.run("sh", "-c", f"cd {source} && {build}")
    command, words, version = php("wxp.php")
    return [command[0], "-d", f"extension={source}/modules/wxp.so", *command[1:]], words, f"{version}, extension"


def wxp_php_ffi():
    command, words, version = php("wxp.php", ROOT / "ffi/bindings/php-ffi/wxp.php")
    library = f"WXP_LIBRARY={OUT / 'wxp/lib/libwxp.so'}"
    return ["env", library, *command], words, f"{version}, one file"


PEERS = {
    "wxp": wxp,
    "C with OpenSSL": openssl,
    "PHP alone": idiom,
    "Node alone": node_alone,
    "tenpay": tenpay,
    "wechatpay-axios-plugin": axios,
    "wechatpy": wechatpy,
    "wxp from PHP": wxp_php,
    "wxp from PHP over FFI": wxp_php_ffi,
    "wxp from Python": wxp_python,
    "wxp from JavaScript": wxp_node,
}
