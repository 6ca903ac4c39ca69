"""Links the library that fits the processor of a PlatformIO board, with Arduino or without."""

import os

Import("env")  # noqa: F821, from PlatformIO

ARM = {
    "cortex-m0": "thumbv6m-none-eabi",
    "cortex-m0plus": "thumbv6m-none-eabi",
    "cortex-m3": "thumbv7m-none-eabi",
    "cortex-m4": "thumbv7em-none-eabi",
    "cortex-m7": "thumbv7em-none-eabi",
}
RISCV = {
    "esp32c3": "riscv32imc-unknown-none-elf",
    "esp32c6": "riscv32imac-unknown-none-elf",
    "esp32h2": "riscv32imac-unknown-none-elf",
}


def fitting(board, flags):
    """The target of a board, by its processor or chip; the float ABI is that of the build."""
    target = ARM.get(board.get("build.cpu", "")) or RISCV.get(board.get("build.mcu", ""))
    if target is None:
        raise SystemExit(f"wxp has no library for {board.get('name', 'this board')}")
    return target + "hf" * (target.startswith("thumbv7em") and "-mfloat-abi=hard" in flags)


flags = [str(flag) for name in ("CCFLAGS", "LINKFLAGS", "BUILD_FLAGS") for flag in env.get(name, [])]  # noqa: F821
folder = os.path.join(os.getcwd(), "lib", fitting(env.BoardConfig(), flags))  # noqa: F821
env.Append(LIBPATH=[folder], LIBS=["wxp"])  # noqa: F821
