"""Builds the static library and programs for devices, and runs them under QEMU."""

import json
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / ".ci/harness"))

from checks import run  # noqa: E402

OUT = ROOT / "target/device"
EXAMPLE = ROOT / "ffi/examples/bare-metal"
ARM = "arm-none-eabi-"

# What the library is built with beside the flags of .cargo/config.toml, which users have: nothing; or
# the size of each frame noted beside the code; or only as much of the stack wiped as was measured, as
# core/src/sign/stack.rs says.
PLAIN = []
NOTED = ["-Zemit-stack-sizes"]
NO_MARGIN = ["--cfg", "wxp_no_margin"]

# Flags of the caller would take the place of those in .cargo/config.toml.
for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_BUILD_TARGET"]:
    os.environ.pop(name, None)

# What the names of a target's tools begin with, and what its linker has to be told.
BINUTILS = {
    "thumbv6m-none-eabi": (ARM, ""),
    "thumbv7m-none-eabi": (ARM, ""),
    "thumbv7em-none-eabi": (ARM, ""),
    "thumbv7em-none-eabihf": (ARM, ""),
    "armv7-unknown-linux-gnueabihf": ("arm-linux-gnueabihf-", ""),
    "armv5te-unknown-linux-gnueabi": ("arm-linux-gnueabi-", ""),
    "riscv32imc-unknown-none-elf": ("riscv64-unknown-elf-", " -m elf32lriscv"),
    "riscv32imac-unknown-none-elf": ("riscv64-unknown-elf-", " -m elf32lriscv"),
    "aarch64-unknown-none": ("aarch64-linux-gnu-", ""),
}

# What the machines of QEMU are: name, target, processor and float ABI, nanoseconds of a tick of its
# timer.
SOFT = "-mfloat-abi=soft"
BOARDS = {
    "Cortex-M0": ("microbit", "thumbv6m-none-eabi", ["-mcpu=cortex-m0", SOFT], 62.5),
    "Cortex-M3": ("mps2-an385", "thumbv7m-none-eabi", ["-mcpu=cortex-m3", SOFT], 40),
    "Cortex-M4": ("mps2-an386", "thumbv7em-none-eabi", ["-mcpu=cortex-m4", SOFT], 40),
    "Cortex-M4F": (
        "mps2-an386",
        "thumbv7em-none-eabihf",
        ["-mcpu=cortex-m4", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16"],
        40,
    ),
}


def compiler(target):
    """Environment and options of cargo: rustup's target if it is installed, else Debian's compiler
    with the source of its library."""
    sysroot = run("rustc", "--print", "sysroot").strip()
    if (pathlib.Path(sysroot) / "lib/rustlib" / target).is_dir():
        return {}, []
    if not pathlib.Path("/usr/lib/rustlib/src/rust/library").is_dir():
        sys.exit(f"missing: rustup target add {target}, or Debian's compiler (make setup)")
    options = ["-Zbuild-std=core,compiler_builtins"]
    if "-none-" in target or target.endswith("-none"):
        options.append("-Zbuild-std-features=compiler-builtins-mem")
    return {"RUSTC": "/usr/bin/rustc", "RUSTC_BOOTSTRAP": "1"}, options


def library(target, package="wxp-ffi", profile="embedded", flags=PLAIN):
    """The static library for a target; if it is plain, libwxp as users get it."""
    environment, options = compiler(target)
    # One folder for each kind, as cargo compiles everything anew if the flags change.
    out = OUT.joinpath(*(flag.strip("-") for flag in flags[-1:]))
    command = ["cargo", "rustc", "--quiet", "--locked", "--profile", profile, "--package", package]
    command += ["--crate-type", "staticlib", "--target", target, "--target-dir", out, *options]
    if flags:
        command += ["--config", f"target.{target}.rustflags={json.dumps(flags)}"]
        environment = {**environment, "RUSTC_BOOTSTRAP": "1"}
    run(*command, **environment)
    folder = out / target / profile
    if package != "wxp-ffi":
        return folder / f"lib{package.replace('-', '_')}.a"
    archive = out / target / "libwxp.a"
    cross, options = BINUTILS[target]
    packaging = ROOT / "ffi/packaging/archive.sh"
    run("sh", packaging, folder / "libwxp.a", archive, CROSS=cross, LD=f"{cross}ld{options}")
    return archive


def binary(target, package):
    """A program in Rust for a target, linked by the linker of C."""
    environment, options = compiler(target)
    linker = f"CARGO_TARGET_{target.upper().replace('-', '_')}_LINKER"
    command = ["cargo", "build", "--quiet", "--locked", "--profile", "embedded", "--package", package]
    run(*command, "--target", target, "--target-dir", OUT, *options, **environment, **{linker: f"{ARM}ld"})
    return OUT / target / "embedded" / package


def firmware(name, board, sources, libraries):
    """A program for a board, linked with these libraries and the compiler's own."""
    _, target, processor, _ = BOARDS[board]
    elf = OUT / target / f"{name}.elf"
    command = [f"{ARM}gcc", *processor, "-mthumb", "-Os", "-std=c11"]
    command += ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-ffreestanding", "-fno-builtin"]
    command += ["-ffunction-sections", "-fdata-sections", "-nostdlib", "-DWXP_STATIC", "-Iinclude"]
    command += [f"-I{EXAMPLE}", "-Wa,-Icore/tests/data", "-Wl,--gc-sections,--no-warn-execstack"]
    command += ["-T", EXAMPLE / "cortex-m.ld", EXAMPLE / "start.c", *sources, *libraries, "-lgcc"]
    run(*command, "-o", elf)
    return elf


def emulate(elf, board, *options):
    """What a program shows on a board; it has to end with status 0."""
    machine = BOARDS[board][0]
    command = ["qemu-system-arm", "-M", machine, "-nographic", "-monitor", "none", "-serial", "none"]
    return run(*command, "-semihosting", *options, "-kernel", elf, timeout=60)
