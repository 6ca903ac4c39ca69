"""What is looked at in the libraries, because a user depends on it: what they export, what they need, and
how they call themselves. For macOS this is all that is checked here; the others also run, see check.py."""

import hashlib
import os
import re
import struct
import sys

import tools

# What may be called: functions that every program for the system has.
LINUX = {"memcpy", "memmove", "memset", "memcmp", "bcmp", "strlen"}
# What tells on AArch64 which instructions the processor has; in glibc since 2.16, and in musl.
LINUX_AARCH64 = LINUX | {"getauxval"}
APPLE = {"_memcpy", "_memmove", "_memcmp", "_memset", "_bzero", "___bzero", "_strlen", "_memset_pattern16"}


def exports():
    headers = "".join(file.read_text() for file in (tools.ROOT / "include").glob("*.h"))
    return set(re.findall(r"^WXP_API .*\b(wxp_[a-z0-9_]+)\(", headers, re.M))


def abi():
    header = (tools.ROOT / "include/wxp.h").read_text()
    return re.search(r"^#define WXP_ABI_VERSION *(\d+)", header, re.M)[1]


def same(what, found, wanted):
    if found != wanted:
        raise SystemExit(f"{what}: {found}, not {wanted}")


def within(what, found, allowed):
    if extra := set(found) - set(allowed):
        raise SystemExit(f"{what}: {sorted(extra)}")


def linux(target):
    library = target.folder / "lib/libwxp.so"
    allowed = LINUX_AARCH64 if target.name == "linux-aarch64" else LINUX
    dynamic = tools.run("readelf", "-dW", library)
    same("NEEDED", re.findall(r"\(NEEDED\).*", dynamic), [])
    same("SONAME", re.findall(r"\(SONAME\).*\[(.*)\]", dynamic), [f"libwxp.so.{abi()}"])
    same("versions", re.findall(r"Version", tools.run("readelf", "-VW", library)), [])
    rows = [line.split() for line in tools.run("readelf", "--dyn-syms", "-W", library).splitlines()]
    symbols = [row for row in rows if len(row) == 8 and row[0][:-1].isdigit() and row[7]]
    same("exports", {row[7] for row in symbols if row[6] != "UND"}, exports())
    within("undefined", {row[7] for row in symbols if row[6] == "UND"}, allowed)
    return f"{library.stat().st_size:,} bytes, needs no library and no version of one"


def macos(target):
    found = tools.output(tools.VENV / "bin/python", __file__, target.folder / "lib/libwxp.dylib", abi())
    same(target.name, found[0::2], (0, ""))
    return found[1].strip()


def windows(target):
    found = tools.output(tools.VENV / "bin/python", __file__, target.folder / "bin/wxp.dll", abi())
    same(target.name, found[0::2], (0, ""))
    return found[1].strip()


def look(target):
    return {"linux": linux, "macos": macos, "windows": windows}[target.system](target)


# From here on in the environment of the tools, which has lief.


def of_apple(path, abi):
    import lief

    lief.logging.disable()

    library = lief.MachO.parse(path).at(0)
    names = {symbol.name for symbol in library.symbols if symbol.has_export_info}
    # The linker's own, of which every library for macOS has these.
    same("exports", names - {"__mh_dylib_header", "___dso_handle"}, {f"_{name}" for name in exports()})
    within("undefined", {symbol.name for symbol in library.imported_symbols}, APPLE | {"dyld_stub_binder"})
    ids = [one.name for one in library.libraries if one.command == lief.MachO.LoadCommand.TYPE.ID_DYLIB]
    same("install name", ids, [f"@rpath/libwxp.{abi}.dylib"])
    needs = [one.name for one in library.libraries if one.command != lief.MachO.LoadCommand.TYPE.ID_DYLIB]
    same("libraries", needs, ["/usr/lib/libSystem.B.dylib"])
    version = library.build_version.minos if library.has_build_version else library.version_min.version
    same("minimum version", list(version)[:2], [11, 0])
    cpu = library.header.cpu_type.name
    if cpu == "ARM64":
        signed(open(path, "rb").read(), library.code_signature)
    print(f"{cpu}, macOS 11.0, needs libSystem alone{', signed ad hoc' * (cpu == 'ARM64')}; not run")


def signed(file, command):
    """Holds each page to its digest in the signature: without one that fits, arm64 does not load it."""
    blob = file[command.data_offset : command.data_offset + command.data_size]
    offset = struct.unpack_from(">4xII II", blob)[3]
    code = blob[offset:]
    _, _, _, _, hashes, _, _, slots, limit, size, kind, _, page = struct.unpack_from(">9I4B", code)
    same("kind of digests", (size, kind), (32, 2))
    for slot in range(slots):
        digest = hashlib.sha256(file[slot << page : min((slot + 1) << page, limit)]).digest()
        same(f"digest of page {slot}", code[hashes + 32 * slot :][:32], digest)


def of_windows(path, abi):
    import lief

    lief.logging.disable()

    library = lief.PE.parse(path)
    same("exports", {entry.name for entry in library.get_export().entries}, exports())
    needs = sorted(entry.name for entry in library.imports)
    same("libraries", needs, ["msvcrt.dll"])
    print(f"{os.path.getsize(path):,} bytes, needs msvcrt.dll alone, which is part of Windows")


if __name__ == "__main__":
    (of_windows if sys.argv[1].endswith(".dll") else of_apple)(*sys.argv[1:])
