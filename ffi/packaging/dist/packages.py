"""The packages for other registries. Each has a folder of its own with two scripts: `build` leaves the files
below target/, and `check` installs and runs them.

Usage: packages.py [NAME…]; builds these, or all if none is named, and puts them into target/dist.
"""

import filecmp
import os
import pathlib
import re
import shutil
import subprocess
import sys
from typing import NamedTuple

import archives
import notices
import tools

import checks
import table


class Package(NamedTuple):
    name: str
    folder: str
    files: str
    # What of this repository is compiled into it, whose notices it carries; None for sources.
    compiled: str | None
    # Which of its checks run what was installed, by patterns of their names, and where that is.
    runs: dict

    def made(self):
        """Its files; a folder is packed."""
        found = sorted(tools.ROOT.glob(self.files)) or sys.exit(f"{self.name}: there is no {self.files}")
        packed = {path: tools.BUILT / f"{path.name}.zip" for path in found if path.is_dir()}
        return [archives.pack(path, packed[path]) if path in packed else path for path in found]


# Those that link or carry libwxp for other machines take it from target/dist/native.
PACKAGES = [
    Package(
        "python", "ffi/bindings/python/wheels", "target/wheels/dist/wxp-*", "wxp-ffi",
        {"Python .* venv": "venv, no Rust in its path", "Debian 12": "bare Debian 12",
         "Python .* aarch64": "Debian 12, qemu-aarch64"},
    ),
    Package(
        "php", "ffi/bindings/php/packages", "target/packages/php/packages/*.zip", "wxp-ffi",
        {"PHP 8.2(-nts)?:": "Debian 12, no Rust", "PHP 8.2-zts:": "Debian 12, PHP from source, no Rust",
         "PHP 8.4": "Debian 13, no Rust", "Composer": "this machine"},
    ),
    Package(
        "dotnet", "ffi/bindings/dotnet/packages", "target/packages/dotnet/feed/*.nupkg", "wxp-ffi",
        {"a new project": "new project, no NuGet", "its program": "new project, no NuGet"},
    ),
    Package(
        "javascript", "ffi/bindings/javascript", "target/javascript/wxp-*.tgz", "wxp-ffi",
        {"installs": "empty folder", "the README": "empty folder", "notices": "empty folder, Express"},
    ),
    Package("web", "ffi/bindings/web", "target/web/wxp-tool-*", "wxp-web", {"in Chromium": "Chromium"}),
    Package(
        "crates", "ffi/packaging/crates", "target/crates/package/*.crate", None,
        {"the core's tests": "unpacked, with Rust", "the command's tests": "unpacked, with Rust",
         "libwxp's tests": "unpacked, with Rust"},
    ),
]  # fmt: skip
# A line of a check, as checks.sh prints it.
LINE = re.compile(r"^(\S.*?) +((?:\d+ )?ok|FAILED)(?: \(\d+ s\))?$", re.M)


def build(package):
    """What was built, and what is missing of it here."""
    script = tools.ROOT / package.folder / "build"
    words = {"WXP_NATIVE": str(tools.NATIVE), "SOURCE_DATE_EPOCH": tools.epoch()}
    if package.compiled:
        words["WXP_NOTICES"] = str(tools.BUILT / "notices" / package.name)
        notices.lay(pathlib.Path(words["WXP_NOTICES"]), package.compiled)
    shown = tools.run("bash", script, timeout=3600, **words)
    files = package.made()
    for file in files:
        shutil.copy(file, tools.OUT)
    return "\n  ".join([", ".join(file.name for file in files), *re.findall("^missing: .*", shown, re.M)])


def published(package):
    """Holds what was checked to what target/dist has."""
    for file in package.made():
        if not filecmp.cmp(file, tools.OUT / file.name, shallow=False):
            raise SystemExit(f"{file.name} is another than in target/dist: make dist")


def check(package):
    words = ["bash", str(tools.ROOT / package.folder / "check")]
    environment = {**os.environ, "WXP_BUILT": "1"}
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    ended = subprocess.run(words, cwd=tools.ROOT, env=environment, timeout=3600, **output)
    count(package.name, ended.returncode, ended.stdout)
    checks.check(f"{package.name}: what was checked is in target/dist", lambda: published(package))
    for pattern, where in package.runs.items():
        lines = [line for line in LINE.findall(ended.stdout) if re.match(pattern, line[0])]
        for name, result in lines or [(pattern, "not run")]:
            table.add(package.name, where, name, result.replace("ok", "passed"))


def count(name, status, shown):
    """Adds the counts that a check ended with to those of all."""
    print("  " + shown.strip().replace("\n", "\n  "), flush=True)
    counts = re.findall(r"^(\d+) passed, (\d+) failed$", shown, re.M)
    failures = re.findall(r"^FAILED: (.*)", shown, re.M)
    checks.passed += int(counts[-1][0]) if counts else 0
    checks.failures += [f"{name}: {failure}" for failure in failures]
    if not counts or bool(status) != bool(failures):
        checks.done(f"{name}: its checks", f"broke off, exit status {status}")


def main():
    tools.OUT.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:] or [package.name for package in PACKAGES]
    for package in PACKAGES:
        if package.name in wanted:
            print(f"{package.name}: {build(package)}", flush=True)


if __name__ == "__main__":
    main()
