"""Writes what libwxp consists of, or the command, as a CycloneDX document, validated against its schema.
Takes the file to write, and the package if it is not wxp-ffi. SOURCE_DATE_EPOCH, seconds, makes it the
same each time."""

import datetime
import os
import pathlib
import re
import subprocess
import sys
import time
import tomllib
import uuid

from cyclonedx.contrib.hash.factories import HashTypeFactory
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

import crates

lock = tomllib.loads((crates.ROOT / "Cargo.lock").read_text())
checksums = {(p["name"], p["version"]): p.get("checksum") for p in lock["package"]}
manifests = {(p["name"], p["version"]): p for p in crates.packages()}
package = sys.argv[2] if len(sys.argv) > 2 else "wxp-ffi"
# Crates for some systems alone are listed with the others.
linked = crates.tree("normal,no-proc-macro", "--target", "all", package=package)
graph = crates.tree("normal,build", "--target", "all", package=package)
licence = LicenseFactory().make_from_string
digest = HashTypeFactory().from_hashlib_alg


def component(crate):
    """One crate; the checksum is that of the archive which crates.io serves."""
    manifest = manifests[crate.name, crate.version]
    # What is of this repository is not on crates.io; another may have its name there.
    name = "libwxp" if crate.name == "wxp-ffi" else crate.name
    url = PackageURL("generic" if crate.ours else "cargo", name=name, version=crate.version)
    checksum = checksums[crate.name, crate.version]
    features = [] if crate.features == "-" else crate.features.split(",")
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=crate.version,
        description=" ".join((manifest["description"] or "").split()),
        # Written before SPDX had a grammar, a slash means OR.
        licenses=[licence(manifest["license"].replace("/", " OR "))],
        purl=url,
        bom_ref=str(url),
        # What only runs while compiling is not in the library.
        scope=ComponentScope.REQUIRED if crate in linked else ComponentScope.EXCLUDED,
        hashes=[digest("sha256", checksum)] if checksum else [],
        properties=[Property(name="cargo:feature", value=feature) for feature in features],
    )


def core():
    """Rust's own library: libwxp has the part of it that needs no operating system."""
    version = re.search(r"^release: (\S+)", subprocess.check_output(["rustc", "-vV"], text=True), re.M)
    url = PackageURL("github", "rust-lang", "rust", version[1])
    return Component(
        type=ComponentType.LIBRARY,
        name="core" if package == "wxp-ffi" else "std",
        version=version[1],
        description="Rust's own library" + ", as far as it needs no operating system" * (package == "wxp-ffi"),
        licenses=[licence("MIT OR Apache-2.0")],
        purl=url,
        bom_ref=str(url),
        scope=ComponentScope.REQUIRED,
    )


def bom():
    parts = {crate: component(crate) for crate in graph}
    root = next(part for crate, part in parts.items() if crate.name == package)
    root.scope = None
    rust = core()
    made = Bom(components=[rust, *(part for part in parts.values() if part is not root)])
    made.metadata.component = root
    for crate, needed in graph.items():
        builtin = [rust] if crate in linked else []
        made.register_dependency(parts[crate], builtin + [parts[other] for other in needed])
    # The same content has the same number.
    made.serial_number = uuid.UUID(int=0)
    made.metadata.timestamp = datetime.datetime.fromtimestamp(0, datetime.UTC)
    made.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, JsonV1Dot6(made).output_as_string())
    date = float(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    made.metadata.timestamp = datetime.datetime.fromtimestamp(int(date), datetime.UTC)
    return made


text = JsonV1Dot6(bom()).output_as_string(indent=2) + "\n"
if error := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
    raise SystemExit(f"not as CycloneDX 1.6 wants it: {error}")
file = pathlib.Path(sys.argv[1])
file.parent.mkdir(parents=True, exist_ok=True)
file.write_text(text)
print(f"{file}: {len(graph) - 1} crates and Rust's own library, valid CycloneDX 1.6")
