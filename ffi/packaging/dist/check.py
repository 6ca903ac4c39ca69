"""`make dist-check`: installs each package of target/dist where no Rust is, and compiles, links and runs a
program with it that verifies a message. Prints a table of it, and ends with "N passed, N failed".
"""

import shutil
import sys
import tarfile
import zipfile

import boards
import contents
import inspection
import packages
import root
import tools

import checks
from debian import MULTIARCH
from table import row, show

KEY = "192006250b4c09247ec02edce69f6a2d"
MESSAGE = tools.ROOT / "core/tests/data/workloads/W3.HMAC.xml"
EXAMPLES = tools.ROOT / "ffi/examples/c"
# What Wine lacks.
STAND_IN = tools.HERE / "bcryptprimitives.c"
PAID = "order 1409811653 is paid: 100 fen"
# The command, on the same message.
VERIFY = "verify --endpoint payment --type HMAC-SHA256 W3.HMAC.xml"


def wants(output, *texts):
    for text in texts:
        if text not in output:
            raise SystemExit(f"no {text!r} in:\n{output}")


def archive(name):
    return tools.OUT / f"libwxp-{tools.VERSION}-{name}"


def no_rust():
    wants(root.inside("! command -v rustc && ! command -v cargo && cat /etc/debian_version"), "12.")
    return "Debian 12, no rustc, no cargo, no network"


def used(script, name):
    """A script in the clean Debian, beside an unpacked archive, whose folder is $w."""
    root.fresh(EXAMPLES, MESSAGE, archive(f"{name}.tar.gz"))
    unpack = f"tar xzf libwxp-*.tar.gz\nw=$PWD/{archive(name).name}\n"
    return root.inside(unpack + script, WXP_KEY=KEY)


# compiler, what runs its programs, and where the loader looks; with musl, if there is a compiler for it.
PROCESSORS = {
    "linux-x86_64": ("gcc", "", True),
    "linux-i686": ("gcc -m32", "", False),
    "linux-aarch64": ("aarch64-linux-gnu-gcc", "qemu-aarch64 -L /usr/aarch64-linux-gnu ", False),
    "linux-armv7": ("arm-linux-gnueabihf-gcc", "qemu-arm -L /usr/arm-linux-gnueabihf ", False),
}


def shared(name, compiler, runner):
    preload = "-E LD_LIBRARY_PATH=$w/lib " if runner else ""
    script = f"""export PKG_CONFIG_PATH=$w/lib/pkgconfig
        {compiler} c/notice.c $(pkg-config --cflags --libs wxp) -o notice
        {'LD_LIBRARY_PATH=$w/lib ' if not runner else ''}{runner}{preload}./notice W3.HMAC.xml"""
    wants(used(script, name), PAID)


def static(name, compiler, runner):
    script = f"""{compiler} -static -DWXP_STATIC -I$w/include c/notice.c $w/lib/libwxp.a -o notice
        {runner}./notice W3.HMAC.xml"""
    wants(used(script, name), PAID)


def cmake(name):
    script = """cmake -S c -B made -DCMAKE_PREFIX_PATH=$w >/dev/null && cmake --build made >/dev/null
        made/order && made/notice W3.HMAC.xml"""
    wants(used(script, name), "208B6070005B066C1D835C6A5C844486BA50D2C80E8909680B143A4C046CA286", PAID)


def command(name, runner):
    wants(used(f"{runner}$w/bin/wxp {VERIFY}", name), "1409811653")


def linux(name):
    compiler, runner, has_musl = PROCESSORS[name]
    where = f"clean Debian 12{', ' + runner.split()[0] if runner else ''}"
    row(name, where, "C program, shared library, pkg-config, glibc", lambda: shared(name, compiler, runner))
    row(name, where, "C program, static library, glibc", lambda: static(name, compiler, runner))
    if has_musl:
        row(name, where, "C program, the same shared library, musl", lambda: shared(name, "musl-gcc", ""))
        row(name, where, "C program, the same static library, musl", lambda: static(name, "musl-gcc", ""))
        row(name, where, "C programs, both libraries, CMake", lambda: cmake(name))
    row(name, where, "command", lambda: command(name, runner))


def debian(target):
    """The packages, installed, used and removed. Those of another architecture as foreign ones, beside the libraries
    of this one; and the command for armhf without the C library that it depends on."""
    compiler, runner, _ = PROCESSORS[target.name]
    foreign = target.debian != "amd64"
    files = [f"{name}_{tools.VERSION}-1_{target.debian}.deb" for name in ("libwxp1", "libwxp-dev", "wxp")]
    files += [f"{name}_{tools.VERSION}-1_amd64.deb" for name in ("libwxp1", "libwxp-dev") if foreign]
    root.fresh(EXAMPLES, MESSAGE, *(tools.OUT / file for file in files))
    folder = f"/usr/lib/{MULTIARCH[target.debian]}"
    # What Debian's own libraries of that architecture would tell the loader.
    loader = f"LD_LIBRARY_PATH={folder} " if foreign else ""
    command, *options = compiler.split()
    purge = "dpkg --purge $(dpkg-query -W -f '${binary:Package} ' wxp 'libwxp*') >/dev/null"
    # First what a check left that broke off.
    script = f"""{purge} 2>&1 || true
        dpkg --add-architecture {target.debian}
        dpkg {"" if target.command.endswith("-musl") else "--force-depends"} -i *.deb >/dev/null
        export PKG_CONFIG_LIBDIR={folder}/pkgconfig
        {compiler} c/notice.c $(pkg-config --cflags --libs wxp) -o notice
        {runner + "-E " if runner else ""}{loader}./notice W3.HMAC.xml
        cmake -S c -B made -DCMAKE_C_COMPILER={command} -DCMAKE_C_FLAGS="{' '.join(options)}" \\
            -Dwxp_DIR={folder}/cmake/wxp >/dev/null
        cmake --build made >/dev/null
        {runner}made/notice W3.HMAC.xml
        {runner}/usr/bin/wxp {VERIFY}
        {purge}
        ! find /usr -name '*wxp*' | grep ."""
    output = root.inside(script, WXP_KEY=KEY)
    wants(output.replace(PAID, "", 1), PAID, "1409811653")
    return "compiled, linked, ran, verified with the command, and removed without a trace"


def windows(way):
    """A program for Windows, compiled with Zig, under Wine."""
    folder = tools.ROOT / "target/dist-tools/windows"
    shutil.rmtree(folder, ignore_errors=True)
    zipfile.ZipFile(archive("windows-x86_64.zip")).extractall(folder)
    unpacked = folder / archive("windows-x86_64").name
    words = {
        "libwxp.dll.a": [f"-L{unpacked}/lib", "-lwxp"],
        "wxp.lib": [unpacked / "lib/wxp.lib"],
        "libwxp.a": ["-DWXP_STATIC", unpacked / "lib/libwxp.a"],
    }
    # The first link takes minutes, because Zig builds its libraries for Windows.
    compiler = ["cc", "-target", "x86_64-windows-gnu"]
    if way == "wxp.exe":
        library = unpacked / "bin" / f"{STAND_IN.stem}.dll"
        tools.zig(*compiler, "-shared", STAND_IN, "-ladvapi32", "-o", library, timeout=1200)
        program = [unpacked / "bin/wxp.exe", *VERIFY.split()[:-1], MESSAGE]
    else:
        program = [unpacked / "bin/notice.exe", MESSAGE]
        options = [EXAMPLES / "notice.c", f"-I{unpacked}/include", *words[way], "-o", program[0]]
        tools.zig(*compiler, *options, timeout=1200)
    prefix = tools.ROOT / "target/dist-tools/wine"
    shown = tools.run("wine", *program, timeout=300, WINEPREFIX=str(prefix), WINEDEBUG="fixme-all", WXP_KEY=KEY)
    wants(shown, "1409811653")


def macos(name, way):
    """A program for macOS, linked with Zig; nothing here runs it."""
    folder = tools.ROOT / "target/dist-tools/macos"
    shutil.rmtree(folder, ignore_errors=True)
    tarfile.open(archive(f"{name}.tar.gz")).extractall(folder)
    unpacked = folder / archive(name).name
    words = {"shared": [f"-L{unpacked}/lib", "-lwxp"], "static": ["-DWXP_STATIC", unpacked / "lib/libwxp.a"]}[way]
    machine = {"macos-arm64": "aarch64", "macos-x86_64": "x86_64"}[name]
    options = ["-target", f"{machine}-macos.11.0", f"-I{unpacked}/include", *words]
    tools.zig("cc", EXAMPLES / "notice.c", *options, "-o", folder / "notice", timeout=1200)


def main():
    if not (tools.OUT / "SHA256SUMS").exists():
        sys.exit("nothing is built: make dist")
    root.prepare()
    checks.check("sums, licences, bills of materials", contents.check)
    checks.check("the clean Debian", no_rust)
    for target in tools.targets():
        if target.system == "linux":
            row(target.name, "readelf", "needs no library, no version", lambda: inspection.look(target))
            linux(target.name)
            where = f"clean Debian 12{', as foreign' * (target.debian != 'amd64')}"
            row(f".deb, {target.debian}", where, "C programs, CMake, command, removal", lambda: debian(target))
        elif target.system == "macos":
            row(target.name, "not run", "exports, install name, oldest macOS", lambda: inspection.look(target))
            for way in ("shared", "static"):
                row(target.name, "not run", f"C program linked, {way} library", lambda: macos(target.name, way))
        else:
            row(target.name, "read alone", "exports, libraries", lambda: inspection.look(target))
            for way in ("libwxp.dll.a", "wxp.lib", "libwxp.a"):
                row(target.name, "Wine", f"C program, {way}", lambda: windows(way))
            row(target.name, "Wine", "command", lambda: windows("wxp.exe"))
    boards.check(row, archive("bare-metal.tar.gz"))
    for package in packages.PACKAGES:
        packages.check(package)
    show()
    checks.finish()


if __name__ == "__main__":
    main()
