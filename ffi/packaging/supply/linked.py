"""Holds what is compiled into libwxp, and what runs while it is compiled, to linked.tsv, so that a
new crate or feature is looked at before it is let in."""

import crates

# Of all platforms: what a processor needs is linked for it alone.
linked = set(crates.tree("normal,no-proc-macro", "--target", "all"))
everything = set(crates.tree("normal,build", "--target", "all"))
found = {
    f"{crate.name}\t{crate.features}\t{place}"
    for place, group in (("linked", linked), ("runs", everything - linked))
    for crate in group
    if not crate.ours
}

lines = (crates.ROOT / "ffi/packaging/supply/linked.tsv").read_text().splitlines()
rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
wanted = {"\t".join(row[:3]) for row in rows}

wrong = [f"+ {line}" for line in sorted(found - wanted)]
wrong += [f"- {line}" for line in sorted(wanted - found)]
wrong += [f"? {row[0]}: why is it there?" for row in rows if len(row) != 4 or not row[3]]
if wrong:
    raise SystemExit("\n".join(["not as in ffi/packaging/supply/linked.tsv:", *wrong]))
print(f"{len(linked)} crates linked, {len(everything - linked)} run while compiling")
