"""The files that let Zephyr, ESP-IDF and PlatformIO take the archive for devices, checked with what Python's
registry has of their tools, and with stand-ins where their build systems would run, which are not to be had
there: no firmware is built with them here."""

import json
import shutil

import tools

VENV = tools.ROOT / "target/dist-tools/platforms"
REQUIREMENTS = tools.HERE / "requirements-platforms.txt"

# What Zephyr and ESP-IDF define before they read the files: stand-ins that say what they are told.
ZEPHYR = """cmake_minimum_required(VERSION 3.13)
project(zephyr C)
function(zephyr_include_directories)
  if(NOT EXISTS ${ARGV0}/wxp.h)
    message(FATAL_ERROR "no header")
  endif()
endfunction()
function(zephyr_compile_definitions)
endfunction()
function(zephyr_library_import name file)
  message(STATUS "CHOSEN ${file}")
endfunction()
add_subdirectory(FOLDER/zephyr module)
"""
ESPRESSIF = """cmake_minimum_required(VERSION 3.16)
project(idf C)
macro(idf_component_register)
  set(COMPONENT_LIB component)
  add_library(component INTERFACE)
endmacro()
function(add_prebuilt_library name file)
  add_library(${name} INTERFACE)
  message(STATUS "CHOSEN ${file}")
endfunction()
add_subdirectory(FOLDER module)
"""
ON = "CONFIG_WXP=y"
CHOICES = [
    (ZEPHYR, [ON, "CONFIG_ARMV6_M_ARMV8_M_BASELINE=y"], "thumbv6m-none-eabi"),
    (ZEPHYR, [ON, "CONFIG_CPU_CORTEX_M3=y"], "thumbv7m-none-eabi"),
    (ZEPHYR, [ON, "CONFIG_CPU_CORTEX_M33=y"], "thumbv7m-none-eabi"),
    (ZEPHYR, [ON, "CONFIG_CPU_CORTEX_M4=y"], "thumbv7em-none-eabi"),
    (ZEPHYR, [ON, "CONFIG_CPU_CORTEX_M4=y", "CONFIG_FP_HARDABI=y"], "thumbv7em-none-eabihf"),
    (ZEPHYR, [ON, "CONFIG_RISCV=y", "CONFIG_RISCV_ISA_EXT_A=y"], "riscv32imac-unknown-none-elf"),
    (ZEPHYR, [ON, "CONFIG_RISCV=y"], "riscv32imc-unknown-none-elf"),
    (ZEPHYR, [ON, "CONFIG_RISCV=y", "CONFIG_FLOAT_HARD=y"], None),
    (ESPRESSIF, ["IDF_TARGET=esp32c3"], "riscv32imc-unknown-none-elf"),
    (ESPRESSIF, ["IDF_TARGET=esp32c6"], "riscv32imac-unknown-none-elf"),
    (ESPRESSIF, ["IDF_TARGET=esp32"], None),
    (ESPRESSIF, ["IDF_TARGET=esp32p4"], None),
]
BOARDS = [
    ({"build.cpu": "cortex-m0plus"}, [], "thumbv6m-none-eabi"),
    ({"build.cpu": "cortex-m4"}, [], "thumbv7em-none-eabi"),
    ({"build.cpu": "cortex-m4"}, ["-mfloat-abi=hard"], "thumbv7em-none-eabihf"),
    ({"build.mcu": "esp32c3"}, [], "riscv32imc-unknown-none-elf"),
    ({"build.mcu": "esp32"}, [], None),
]
KCONFIG = """
import kconfiglib, os, sys
k = kconfiglib.Kconfig("Kconfig")
for name in sys.argv[1:]:
    k.syms[name].set_value(2)
k.syms["WXP"].set_value(2)
print(k.syms["WXP"].str_value)
"""
# What of Zephyr's own options the file for wxp refers to.
OPTIONS = "".join(f'config {name}\n\tbool "{name}"\n' for name in ("CPU_CORTEX_M", "RISCV", "64BIT"))


def prepare():
    if not (VENV / "made").exists() or (VENV / "made").read_text() != REQUIREMENTS.read_text():
        shutil.rmtree(VENV, ignore_errors=True)
        tools.run("python3", "-m", "venv", VENV)
        tools.run(VENV / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS)
        (VENV / "made").write_text(REQUIREMENTS.read_text())


def fits(folder, what, chosen, wanted):
    if chosen != wanted or (wanted and not (folder / "lib" / wanted / "libwxp.a").exists()):
        raise SystemExit(f"{what}: {chosen}, not {wanted}")


def cmake(folder, work):
    """Whether CMake chooses the library that fits, or refuses where none does."""
    for text, settings, wanted in CHOICES:
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        (work / "CMakeLists.txt").write_text(text.replace("FOLDER", str(folder)))
        _, shown, _ = tools.output("cmake", "-S", work, "-B", work / "made", *(f"-D{s}" for s in settings))
        _, _, chosen = shown.partition("CHOSEN ")
        fits(folder, settings, chosen.splitlines()[0].split("/")[-2] if chosen else None, wanted)
    return f"{len(CHOICES)} settings"


def kconfig(folder, work):
    """Whether Zephyr's menu offers it for the processors that there is a library for, and no others."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    (work / "Kconfig").write_text(OPTIONS + f'source "{folder}/zephyr/Kconfig"\n')
    for options, wanted in [(["CPU_CORTEX_M"], "y"), (["RISCV"], "y"), (["RISCV", "64BIT"], "n"), ([], "n")]:
        done = tools.output(VENV / "bin/python", "-c", KCONFIG, *options, cwd=work)
        if done[1].strip() != wanted:
            raise SystemExit(f"{options}: {done}")
    return "4 settings"


def espressif(folder, work):
    status, shown, errors = tools.output(VENV / "bin/compote", "manifest", "lint", cwd=folder)
    if status:
        raise SystemExit(shown + errors)
    pack = ["component", "pack", "--name", "wxp", "--dest-dir", work]
    status, shown, errors = tools.output(VENV / "bin/compote", *pack, cwd=folder)
    if status or not (work / f"wxp_{tools.VERSION}.tgz").exists():
        raise SystemExit(shown + errors)
    return "valid, and packed"


def platformio(folder, work):
    """Its own packer reads library.json, without the licence, for whose name it would ask the network; and
    the script chooses a library for boards as PlatformIO describes them."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder, work)
    facts = json.loads((folder / "library.json").read_text())
    del facts["license"]
    (work / "library.json").write_text(json.dumps(facts))
    home = {"PLATFORMIO_CORE_DIR": str(VENV / "home"), "PLATFORMIO_SETTING_ENABLE_TELEMETRY": "no"}
    tools.run(VENV / "bin/pio", "pkg", "pack", "-o", VENV / "wxp.tar.gz", work, **home)
    for board, flags, wanted in BOARDS:
        fits(folder, board, chosen(folder, board, flags), wanted)
    return f"packed, {len(BOARDS)} boards"


def chosen(folder, board, flags):
    """The library that the script adds; None if it refuses."""
    added = {}

    class Environment(dict):
        def BoardConfig(self):
            return board

        def Append(self, **words):
            added.update(words)

    code = compile((folder / "platformio.py").read_text(), "platformio.py", "exec")
    try:
        exec(code, {"Import": lambda _: None, "env": Environment(CCFLAGS=flags)})
    except SystemExit:
        return None
    return added["LIBPATH"][0].rsplit("/", 1)[1]


def check(row, folder):
    prepare()
    work = folder.parent / "platforms"
    where = "no firmware built"
    row("Zephyr", where, "Kconfig (kconfiglib)", lambda: kconfig(folder, work))
    row("Zephyr, ESP-IDF", where, "CMake chooses the library (stand-ins)", lambda: cmake(folder, work))
    row("ESP-IDF", where, "manifest read, component packed (compote)", lambda: espressif(folder, work))
    row("PlatformIO", where, "library packed (pio), script chooses (stand-in)", lambda: platformio(folder, work))
