"""How much stack the functions of a linked program can need at most: the sizes of their frames,
which the compiler notes (-Zemit-stack-sizes), along the longest path of calls.
"""

import re
import subprocess
import tempfile

# A call, or a jump to another function's beginning, with which some functions end.
CALL = re.compile(r"^\s+([0-9a-f]+):\t(?:bl|blx|b|b\.w|b\.n|cbz|cbnz)\t(?:r\d+, )?([0-9a-f]+) <")
INDIRECT = re.compile(r"^\s+[0-9a-f]+:\t(?:blx\t|bx\t(?!lr))")
FUNCTION = re.compile(r"^([0-9a-f]+) <(.*)>:$")
# The functions that the one indirect call of a function can reach: those of the type `Put`.
REACHED = {
    re.compile(r"::below::<.*wxp::sign::sign::"): re.compile(r"::put_(signature|document)$"),
}
# What grows the stack in functions written in assembly, about which the compiler notes nothing.
PUSH = re.compile(r"\tpush\t\{(.*)\}")


class Unbounded(Exception):
    pass


def frames(elf, objcopy):
    """The frames' sizes in bytes, by the functions' addresses."""
    with tempfile.NamedTemporaryFile() as file:
        dump = [objcopy, f"--dump-section=.stack_sizes={file.name}", elf, "/dev/null"]
        subprocess.run(dump, check=True)
        noted = file.read()
    sizes, at = {}, 0
    while at < len(noted):
        address = int.from_bytes(noted[at : at + 4], "little") & ~1
        at, size, shift = at + 4, 0, 0
        while True:
            byte = noted[at]
            size |= (byte & 0x7F) << shift
            at, shift = at + 1, shift + 7
            if byte < 0x80:
                break
        sizes[address] = size
    return sizes


def bounds(elf, tools, roots):
    """The most stack that a call of each root can need, in bytes, and the path that needs it."""
    sizes = frames(elf, f"{tools}objcopy")
    command = [f"{tools}objdump", "-dC", "--no-show-raw-insn", elf]
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    names, calls, indirect, pushed, here = {}, {}, {}, {}, None
    for line in listing.splitlines():
        if head := FUNCTION.match(line):
            here = int(head[1], 16)
            names[here], calls[here], pushed[here] = head[2], set(), 0
        elif call := CALL.match(line):
            calls[here].add(int(call[2], 16))
        elif INDIRECT.match(line):
            indirect.setdefault(here, []).append(line.strip())
        elif push := PUSH.search(line):
            pushed[here] += 4 * len(push[1].split(","))
    for function, lines in list(indirect.items()):
        patterns = [to for caller, to in REACHED.items() if caller.search(names[function])]
        found = [f for f, name in names.items() for to in patterns if to.search(name)]
        if found and len(lines) == 1:
            calls[function].update(found)
            del indirect[function]
    depths = {}

    def depth(function, path):
        if function in path:
            raise Unbounded("recursion: " + " > ".join(names[f] for f in [*path, function]))
        if function in indirect:
            raise Unbounded(f"indirect call: {names[function]}: {indirect[function]}")
        if function not in depths:
            # A branch to its own beginning is a loop.
            called = [f for f in calls[function] if f in names and f != function]
            below = max((depth(f, [*path, function]) for f in called), default=(0, []))
            size = sizes.get(function, pushed[function])
            depths[function] = (size + below[0], [f"{names[function]} ({size})", *below[1]])
        return depths[function]

    found = {}
    for address, name in names.items():
        if name in roots:
            found[name] = depth(address, [])
    return found
