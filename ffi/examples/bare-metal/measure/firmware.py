"""Runs the example of a terminal where terminals run it: on Cortex-M boards without an operating
system, on ARM processors with Linux, and for other processors as far as building the library. Runs
the core's tests on a 32-bit machine and on a big-endian one.

Usage: firmware.py; ends with a line "N passed, N failed".
"""

import re

import leftovers
import tools  # which finds `checks`

import checks

SOURCES = [tools.EXAMPLE / name for name in ("main.c", "payment.c", "gateway.c", "messages.S")]

# Linux on ARM: name, target, compiler, flags, emulator.
TERMINALS = [
    ("ARMv7, hard float", "armv7-unknown-linux-gnueabihf", "arm-linux-gnueabihf-gcc", ["-mcpu=cortex-a7"]),
    ("ARMv5TE, soft float", "armv5te-unknown-linux-gnueabi", "arm-linux-gnueabi-gcc", ["-march=armv5te", "-mfloat-abi=soft"]),
]
# Bare metal that nothing here emulates.
BUILT = ["riscv32imac-unknown-none-elf", "thumbv6m-none-eabi", "aarch64-unknown-none"]

def count(shown):
    """How many checks a program passed; it has shown no other."""
    lines = shown.splitlines()
    passed = sum(line.startswith("PASS ") for line in lines)
    if any(line.startswith("FAIL ") for line in lines) or passed == 0:
        raise SystemExit(shown)
    return f"{passed} passed"


def on_board(board):
    elf = tools.firmware("terminal", board, SOURCES, [tools.library(tools.BOARDS[board][1])])
    return count(tools.emulate(elf, board))


def on_linux(target, compiler, flags):
    program = tools.OUT / target / "terminal"
    archive = tools.library(target)
    command = [compiler, *flags, "-Os", "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-static"]
    command += ["-Iinclude", "-Wa,-Icore/tests/data", tools.EXAMPLE / "linux.c", *SOURCES, archive]
    tools.run(*command, "-o", program)
    return count(tools.run("qemu-arm", program, timeout=60))


def in_rust():
    """The example that uses the core from Rust, without any allocator."""
    elf = tools.binary("thumbv7em-none-eabi", "wxp-bare-metal")
    return count(tools.emulate(elf, "Cortex-M4"))


def on_machines():
    """The core's tests where pointers are shorter, and where bytes come the other way round."""
    shown = tools.run("bash", "core/tests/machines", timeout=1800)
    passed = {}
    for number, target in re.findall(r"^test result: ok\. (\d+) passed.*\((.*)\)$", shown, re.M):
        passed[target] = passed.get(target, 0) + int(number)
    return ", ".join(f"{number} passed on {target}" for target, number in passed.items())


def built(target):
    return f"{tools.library(target).stat().st_size:,} bytes of archive"


def main():
    for board, (machine, target, *_) in tools.BOARDS.items():
        checks.check(f"{board} ({machine}, {target})", lambda: on_board(board))
    for board in tools.BOARDS:
        checks.check(f"{board}, left of secrets", lambda: leftovers.left(board))
    checks.check("Cortex-M4, in Rust", in_rust)
    for name, target, compiler, flags in TERMINALS:
        checks.check(f"{name}, Linux ({target})", lambda: on_linux(target, compiler, flags))
    for target in BUILT:
        checks.check(f"builds for {target}", lambda: built(target))
    checks.check("the core's tests, 32 bits and big-endian", on_machines)
    checks.finish()


if __name__ == "__main__":
    main()
