"""Programs for devices, linked from the content of the archive for bare metal alone, on boards that QEMU
emulates."""

import shutil
import tarfile

import devices
import platforms
import tools

EXAMPLE = devices.EXAMPLE
SOURCES = [EXAMPLE / name for name in ("main.c", "payment.c", "gateway.c", "messages.S")]
RISCV = ["riscv64-unknown-elf-gcc", "-mabi=ilp32", "-T", EXAMPLE / "riscv.ld", EXAMPLE / "start-riscv.c"]


def arm(board):
    machine, target, processor, _ = devices.measuring.BOARDS[board]
    compiler = ["arm-none-eabi-gcc", *processor, "-mthumb", "-T", EXAMPLE / "cortex-m.ld", EXAMPLE / "start.c"]
    return target, compiler, ["qemu-system-arm", "-M", machine]


def riscv(target):
    march = "rv32imac_zicsr" if "imac" in target else "rv32imc_zicsr"
    emulator = ["qemu-system-riscv32", "-M", "virt", "-bios", "none"]
    return target, [*RISCV, f"-march={march}", "-Wl,--no-warn-rwx-segments"], emulator


def terminal(folder, target, compiler, emulator):
    """The example's program, compiled with the archive's headers and its library."""
    elf = folder / f"{target}.elf"
    words = ["-Os", "-std=c11", "-Wall", "-Wextra", "-Werror", "-ffreestanding", "-fno-builtin", "-nostdlib"]
    words += ["-ffunction-sections", "-fdata-sections", "-DWXP_STATIC", f"-I{folder}/include", "-Wl,--gc-sections"]
    words += ["-Wl,--no-warn-execstack", "-Wa,-Icore/tests/data"]
    tools.run(*compiler, *words, *SOURCES, folder / "lib" / target / "libwxp.a", "-lgcc", "-o", elf)
    options = ["-nographic", "-monitor", "none", "-serial", "none", "-semihosting", "-kernel", elf]
    shown = tools.run(*emulator, *options, timeout=60)
    passed = sum(line.startswith("PASS ") for line in shown.splitlines())
    if "FAIL " in shown or not passed:
        raise SystemExit(shown)
    return f"{passed} checks"


def check(row, archive):
    work = tools.ROOT / "target/dist-tools/bare-metal"
    shutil.rmtree(work, ignore_errors=True)
    tarfile.open(archive).extractall(work)
    folder = work / archive.name.removesuffix(".tar.gz")
    for board in devices.measuring.BOARDS:
        words = arm(board)
        row("bare-metal", f"{board}, QEMU {words[2][2]}", words[0], lambda: terminal(folder, *words))
    for target in tools.DEVICES:
        if target.startswith("riscv"):
            row("bare-metal", "RISC-V, QEMU virt", target, lambda: terminal(folder, *riscv(target)))
    platforms.check(row, folder)
