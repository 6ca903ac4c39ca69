"""No crate in any lock file may want a newer Rust than this project says it needs. What newer
functions of the standard library wxp's own code calls, clippy finds (incompatible_msrv)."""

import subprocess

import crates


def number(version):
    return [*map(int, (version or "0").split("-")[0].split(".")), 0, 0][:3]


least = next(p["rust_version"] for p in crates.packages() if p["name"] == "wxp-core")
manifests = subprocess.check_output(
    ["git", "ls-files", "*Cargo.lock"], cwd=crates.ROOT, text=True
).split()
every = {
    (package["name"], package["version"]): package["rust_version"]
    for lock in manifests
    for package in crates.packages(lock.replace(".lock", ".toml"))
}
newer = [
    f"{name} {version} wants Rust {rust}"
    for (name, version), rust in sorted(every.items())
    if number(rust) > number(least)
]
if newer:
    raise SystemExit("\n".join([f"newer than {least}:", *newer]))
print(f"{len(every)} crates, none newer than Rust {least}")
