"""What each file of a release carries beside the program: the licences of wxp and of what is linked into it, and
the bill of materials. And SHA256SUMS."""

import io
import json
import re
import subprocess
import tarfile
import zipfile

import tools

# Which bills of materials a file has, by its name.
BILLS = {
    r"libwxp-.*-(linux|macos|windows)-": {"libwxp", "wxp"},
    r"wxp_.*\.deb": {"wxp"},
    r"wxp-tool-": {"wxp-web"},
    r".*\.crate": set(),
    r".*": {"libwxp"},
}


def members(file):
    """What is in an archive, by name."""
    if file.suffix in (".zip", ".whl", ".nupkg"):
        archive = zipfile.ZipFile(file)
        return {name: archive.read(name) for name in archive.namelist()}
    content = file.read_bytes()
    if file.suffix == ".deb":
        content = subprocess.run(["dpkg-deb", "--fsys-tarfile", file], check=True, stdout=subprocess.PIPE).stdout
    archive = tarfile.open(fileobj=io.BytesIO(content))
    return {member.name: archive.extractfile(member).read() for member in archive if member.isfile()}


def one(file, found, name):
    """The content of a member, in whatever folder it is."""
    chosen = [content for path, content in found.items() if path.rsplit("/", 1)[-1] == name]
    if not chosen:
        raise SystemExit(f"{file.name} has no {name}")
    return chosen[0].decode()


def carries(file):
    """Ends if something is missing, or a crate of the bill has no line among the licences."""
    found = members(file)
    for licence in ("LICENSE-MIT", "LICENSE-APACHE"):
        if one(file, found, licence) != (tools.ROOT / licence).read_text():
            raise SystemExit(f"{file.name} has another {licence}")
    bills = next(bills for pattern, bills in BILLS.items() if re.match(pattern, file.name))
    for name in bills:
        bill = json.loads(one(file, found, f"{name}.cdx.json"))
        if bill["bomFormat"] != "CycloneDX" or bill["metadata"]["component"]["name"] != name:
            raise SystemExit(f"{file.name}: {name}.cdx.json is another's")
        texts = one(file, found, f"LICENSE-THIRD-PARTY-{name}.txt")
        linked = [part for part in bill["components"] if part["scope"] == "required"]
        for part in linked:
            if part["purl"].startswith("pkg:cargo/") and f"\n{part['name']} {part['version']} (" not in texts:
                raise SystemExit(f"{file.name}: no licence of {part['name']}")


def check():
    tools.run("sh", "-c", f"cd '{tools.OUT}' && sha256sum --quiet -c SHA256SUMS")
    files = [file for file in sorted(tools.OUT.iterdir()) if file.is_file() and file.name != "SHA256SUMS"]
    listed = (tools.OUT / "SHA256SUMS").read_text().split()[1::2]
    if [file.name for file in files] != listed:
        raise SystemExit(f"SHA256SUMS lists other files: {set(listed) ^ {file.name for file in files}}")
    for file in files:
        carries(file)
    return f"{len(files)} files"
