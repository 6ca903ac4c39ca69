"""Whether what a program wrote would survive a power cut, according to the system calls that strace
recorded: everything must be on the disk before the program talks to the gateway, and when it ends."""

import re

COMMAND = [
    "strace", "-f", "-qq", "-y", "-s", "4096", "-e", "signal=none", "-e",
    "trace=?write,?pwrite64,?writev,?pwritev,?fsync,?fdatasync,?rename,?renameat,?renameat2,"
    "?link,?linkat,?unlink,?unlinkat,?connect",
]


def calls(log):
    """The system calls in the order in which they ended: name, and the rest of the line."""
    begun = {}
    for line in log.splitlines():
        thread, _, call = line.partition(" ")
        call = call.strip()
        if call.endswith("<unfinished ...>"):
            begun[thread] = call.removesuffix("<unfinished ...>")
            continue
        resumed = re.match(r"<\.\.\. \w+ resumed>", call)
        if resumed:
            call = begun.pop(thread, "") + call[resumed.end():]
        name, _, rest = call.partition("(")
        if not re.search(r"= -1 E(?!INPROGRESS)", rest):
            yield name, rest


def lost(log, folder):
    """What a power cut could have lost, and when. At least one write has to be there."""
    folder = str(folder)
    unsafe, seen = set(), False
    for name, rest in calls(log):
        opened = re.match(r"\d+<([^>]*)>", rest)
        paths = [path for path in re.findall(r'"([^"]*)"', rest) if path.startswith(folder + "/")]
        if name == "connect" and "AF_INET" in rest:
            for path in sorted(unsafe):
                yield f"{path} when the gateway is called"
        elif "sync" in name:
            unsafe.discard(opened[1])
        elif "write" in name and opened and opened[1].startswith(folder + "/"):
            seen = True
            unsafe.add(opened[1])
        elif name.startswith(("rename", "link")) and len(paths) == 2:
            # The text of a file moves with it, and the folder has a new entry.
            unsafe.add(folder)
            if paths[0] in unsafe:
                unsafe.add(paths[1])
            if name.startswith("rename"):
                unsafe.discard(paths[0])
        elif name.startswith("unlink") and paths:
            unsafe.discard(paths[0])
            # A transaction is over once its journal is gone; drafts may come back.
            if paths[0].endswith("-journal"):
                unsafe.add(folder)
    for path in sorted(unsafe):
        yield f"{path} at the end"
    if not seen:
        yield "nothing was written"
