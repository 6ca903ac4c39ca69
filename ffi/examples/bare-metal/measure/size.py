"""What the library costs on devices: flash, stack and instructions, against what is committed.

Usage: size.py; prints the tables of the example's README, and fails if a figure exceeds its budget
(budgets.tsv), instructions differ by more than 2 percent (instructions.tsv), or that README says
something else. All these hold for the compiler and the targets of rustup that are named below; with
others it says so, and does not fail.

Flash and instructions are those of the library that the commands of that README build. The bound of
the stack needs a second one, in which the compiler has noted the size of each frame.
"""

import itertools
import re
import sys

import stack
import tools

HERE = tools.ROOT / "ffi/examples/bare-metal/measure"

SIGN = ["wxp_key_init", "wxp_key_wipe", "wxp_sign"]
VERIFY = [*SIGN, "wxp_verify"]
DOCUMENTS = [*VERIFY, "wxp_xml_read", "wxp_xml_write", "wxp_find", "wxp_self_test"]
JUDGE = [*DOCUMENTS, "wxp_judge", "wxp_acknowledge"]
QUICKPAY = [*JUDGE, "wxp_quickpay_new", "wxp_quickpay_next", "wxp_nonce"]

# Name, its title in the README, the exports it consists of, and what measures its stack.
CAPABILITIES = [
    ("sign", "sign, MD5 and HMAC-SHA256", SIGN, ["key", "sign-md5", "sign-hmac"]),
    ("verify", "… and verify", VERIFY, ["key", "sign-hmac", "verify-hmac"]),
    ("documents", "… and read and write documents, self-test", DOCUMENTS, ["verify-hmac", "read-w4", "write", "self-test"]),
    ("judge", "… and judge and acknowledge, all 137 operations", JUDGE, ["self-test", "judge"]),
    ("quickpay", "… and Quick Pay, nonces", QUICKPAY, ["self-test", "judge", "quickpay"]),
    ("everything", "all of wxp.h", None, ["judge", "payload", "refund", "explain"]),
    ("read", "read documents, alone", ["wxp_xml_read"], ["read", "read-w4"]),
    ("sign-read", "sign, and read documents", [*SIGN, "wxp_xml_read"], ["sign-hmac", "read-w4"]),
]

# Name, its title in the README, the bare digest it is compared with, and the bytes that are signed.
OPERATIONS = [
    ("sign-md5", "sign W1 with MD5", "w1-md5", 345),
    ("sign-hmac", "sign W1 with HMAC-SHA256", "w1-sha", 345),
    ("verify-md5", "verify W3, MD5", "w3-md5", 511),
    ("verify-hmac", "verify W3, HMAC-SHA256", "w3-sha", 511),
    ("read", "read W3", None, 1093),
]

# What the committed figures were measured with: rustup's compiler, and its targets.
COMPILER = "rustc 1.95."

# Texts that end with their only NUL are put together with all others of the library, and the linker
# keeps or removes them as a whole. So only what asks for texts may have any.
TOGETHER = re.compile(r"^ (\.rodata\.str\S+)\s+0x[0-9a-f]+\s+(0x[0-9a-f]+)", flags=re.M)
TEXTS = ["everything"]

# The packed calls have their own room on the stack, as the header says.
PACKED = re.compile(r"_packed$|^wxp_xml_records$|^wxp_xml_read_nested$")
CALLS = 10


def exports():
    headers = "".join(file.read_text() for file in (tools.ROOT / "include").glob("*.h"))
    return sorted(set(re.findall(r"^WXP_API .*\b(wxp_[a-z0-9_]+)\(", headers, flags=re.M)))


def table(file):
    """The rows of a committed table: a name, and numbers."""
    rows = (line.split("\t") for line in (HERE / file).read_text().splitlines() if not line.startswith("#"))
    return {name: [int(number) for number in numbers] for name, *numbers in rows}


def link(archive, roots):
    """Links a capability alone; the program, and the bytes of texts in it by their sections."""
    elf, listing = archive.with_name("capability.elf"), archive.with_name("capability.map")
    names = [word for root in roots for word in ("-u", root)]
    command = [f"{tools.ARM}ld", "--gc-sections", "-e", roots[0], *names, "-Map", listing]
    tools.run(*command, "-o", elf, archive)
    _, kept = listing.read_text().split("Linker script and memory map")
    return elf, {name: int(size, 16) for name, size in TOGETHER.findall(kept)}


def flash(elf):
    """The bytes of flash that a program takes."""
    total = 0
    for line in tools.run(f"{tools.ARM}size", "-A", elf).splitlines():
        name, size, *_ = [*line.split(), "", ""]
        if re.match(r"\.(text|rodata)", name):
            total += int(size)
        elif re.match(r"\.(data|bss)", name) and int(size):
            sys.exit(f"static memory: {line}")
    return total


def measure(board):
    """Flash, stack used, bound of the stack, path of the bound and texts by capability; and what the
    probe shows by part."""
    target, nanoseconds = tools.BOARDS[board][1], tools.BOARDS[board][3]
    archive, noted = tools.library(target), tools.library(target, flags=tools.NOTED)
    parts = [archive, tools.library(target, "wxp-no-panic")]
    elf = tools.firmware("probe", board, [HERE / "probe.c", tools.EXAMPLE / "messages.S"], parts)
    painted, instructions = {}, {}
    for line in tools.emulate(elf, board, "-icount", "shift=0").split("\n")[:-1]:
        name, used, ticks = line.split()
        painted[name], instructions[name] = int(used), round(int(ticks) * nanoseconds / CALLS)
    sizes = {}
    for name, _, roots, measured in CAPABILITIES:
        roots = roots or exports()
        program, texts = link(archive, roots)
        bounded, _ = link(noted, roots)
        bounds = stack.bounds(bounded, tools.ARM, [root for root in roots if not PACKED.search(root)])
        deepest, path = max(bounds.values())
        used = max(painted[part] for part in measured)
        sizes[name] = (flash(program), used, deepest, path, texts)
    return sizes, instructions


def number(count):
    return f"{count:,}"


def figures(row):
    """The numbers in a row of a table, behind its first cell."""
    _, *cells = row.split(" | ")
    return [float(figure.replace(",", "")) for figure in re.findall(r"[\d.,]*\d", " ".join(cells))]


def agrees(row, readme):
    """Whether the README has this row, with figures that differ by at most 2 percent."""
    title = row.split(" | ")[0]
    for theirs in (figures(line) for line in readme if line.split(" | ")[0] == title):
        pairs = list(itertools.zip_longest(figures(row), theirs, fillvalue=0))
        return all(abs(a - b) <= 0.02 * max(a, b) for a, b in pairs)
    return False


def main():
    boards = ["Cortex-M0", "Cortex-M4"]
    measured = [measure(board) for board in boards]
    faults, rows = [], []

    budgets = table("budgets.tsv")
    print("| bytes | flash, M0 | flash, M4 | stack, M0 | stack, M4 |\n|---|---|---|---|---|")
    for name, title, _, _ in CAPABILITIES:
        sizes = [sizes[name] for sizes, _ in measured]
        flashes, stacks = [number(s[0]) for s in sizes], [f"{number(s[1])} / {number(s[2])}" for s in sizes]
        rows.append("| " + " | ".join([title, *flashes, *stacks]) + " |")
        print(rows[-1])
        found = [s[0] for s in sizes] + [s[2] for s in sizes]
        for at, (figure, budget) in enumerate(zip(found, budgets[name])):
            if figure > budget:
                why = "" if at < 2 else "\n    ".join(["", *sizes[at - 2][3]])
                faults.append(f"{name}: {('flash', 'stack')[at // 2]} on {boards[at % 2]}: {figure} exceeds {budget}{why}")

        for board, (*_, texts) in zip(boards, sizes):
            if texts and name not in TEXTS:
                faults.append(f"{name}: texts are linked on {board}: {texts}")

    committed = table("instructions.tsv")
    print("\n| instructions | M0 | M4 | a byte over the digest, M0 | M4 |\n|---|---|---|---|---|")
    for name, title, digest, length in OPERATIONS:
        counts = [counts[name] for _, counts in measured]
        over = ["–", "–"]
        if digest:
            over = [f"{(counts[i] - measured[i][1][digest]) / length:.1f}" for i in range(2)]
        rows.append("| " + " | ".join([title, *map(number, counts), *over]) + " |")
        print(rows[-1])
        for board, count, known in zip(boards, counts, committed.get(name, [0, 0])):
            if abs(count - known) > 0.02 * known:
                faults.append(f"{name}: {count} instructions on {board}, {known} in instructions.tsv")

    readme = tools.EXAMPLE / "README.md"
    lines = readme.read_text().splitlines()
    faults += [f"not so in {readme.relative_to(tools.ROOT)}: {row}" for row in rows if not agrees(row, lines)]
    environment, core_is_built = tools.compiler(tools.BOARDS[boards[0]][1])
    version = tools.run(environment.get("RUSTC", "rustc"), "--version")
    if core_is_built or not version.startswith(COMPILER):
        print(f"\nthe committed figures are those of {COMPILER}*, not of {version}", *faults, sep="\n")
    elif faults:
        sys.exit("\n".join(["", *faults]))


if __name__ == "__main__":
    try:
        main()
    except stack.Unbounded as why:
        sys.exit(str(why))
