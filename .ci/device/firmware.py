"""Runs the example of a terminal where terminals run it: on Cortex-M boards without an operating
system, on ARM processors with Linux, and for other processors as far as building the library.

Usage: firmware.py; ends with a line "N passed, N failed".
"""

import subprocess
import time

import tools

SOURCES = [tools.EXAMPLE / name for name in ("main.c", "payment.c", "gateway.c", "messages.S")]

# Linux on ARM: name, target, compiler, flags, emulator.
TERMINALS = [
    ("ARMv7, hard float", "armv7-unknown-linux-gnueabihf", "arm-linux-gnueabihf-gcc", ["-mcpu=cortex-a7"]),
    ("ARMv5TE, soft float", "armv5te-unknown-linux-gnueabi", "arm-linux-gnueabi-gcc", ["-march=armv5te", "-mfloat-abi=soft"]),
]
# Bare metal that nothing here emulates.
BUILT = ["riscv32imac-unknown-none-elf", "thumbv6m-none-eabi", "aarch64-unknown-none"]

failures = passes = 0


def check(name, action):
    """Runs a check, and says what came of it."""
    global failures, passes
    start = time.monotonic()
    try:
        said, passed = action(), True
    except (SystemExit, subprocess.TimeoutExpired) as why:
        said, passed = str(why), False
    passes, failures = passes + passed, failures + (not passed)
    seconds = time.monotonic() - start
    print(f"{name:<46} {said if passed else 'FAILED'} ({seconds:.1f} s)", flush=True)
    if not passed:
        print(said)


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


def built(target):
    return f"{tools.library(target).stat().st_size:,} bytes of archive"


def main():
    tools.need(
        arm_none_eabi_gcc="gcc-arm-none-eabi",
        qemu_system_arm="qemu-system-arm",
        qemu_arm="qemu-user",
        arm_linux_gnueabihf_gcc="gcc-arm-linux-gnueabihf",
        arm_linux_gnueabi_gcc="gcc-arm-linux-gnueabi",
    )
    for board, (machine, target, *_) in tools.BOARDS.items():
        check(f"{board} ({machine}, {target})", lambda: on_board(board))
    check("Cortex-M4, in Rust", in_rust)
    for name, target, compiler, flags in TERMINALS:
        check(f"{name}, Linux ({target})", lambda: on_linux(target, compiler, flags))
    for target in BUILT:
        check(f"builds for {target}", lambda: built(target))
    print(f"{passes} passed, {failures} failed")
    raise SystemExit(failures > 0)


if __name__ == "__main__":
    main()
