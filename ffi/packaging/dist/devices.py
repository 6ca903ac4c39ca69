"""Builds the archive for devices without an operating system: a library for each processor, and the files
that let Zephyr, ESP-IDF and PlatformIO take them. Into target/dist/native/bare-metal; see devices/README.md.
"""

import importlib.util
import re
import shutil

import notices
import tools

EXAMPLE = tools.ROOT / "ffi/examples/bare-metal"
FOLDER = tools.NATIVE / "bare-metal"
# What builds the library for a device, as the figures are measured with.
spec = importlib.util.spec_from_file_location("measuring", EXAMPLE / "measure/tools.py")
measuring = importlib.util.module_from_spec(spec)
spec.loader.exec_module(measuring)


def figures():
    """The table of flash and stack, which `make size` holds to what it measures."""
    readme = (EXAMPLE / "README.md").read_text()
    return re.search(r"^\| bytes \| flash, M0 .*?\n\n", readme, re.M | re.S)[0].strip()


def build():
    shutil.rmtree(FOLDER, ignore_errors=True)
    shutil.copytree(tools.ROOT / "include", FOLDER / "include", ignore=shutil.ignore_patterns("*.toml"))
    for target in tools.DEVICES:
        (FOLDER / "lib" / target).mkdir(parents=True)
        shutil.copy(measuring.library(target), FOLDER / "lib" / target / "libwxp.a")
    templates = tools.HERE / "devices"
    for file in sorted(path for path in templates.rglob("*") if path.is_file()):
        text = file.read_text().replace("@VERSION@", tools.VERSION).replace("@FIGURES@", figures())
        place = FOLDER / file.relative_to(templates)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    notices.lay(FOLDER / "share/doc/wxp", "wxp-ffi")
    return FOLDER


if __name__ == "__main__":
    tools.prepare()
    print(build())
