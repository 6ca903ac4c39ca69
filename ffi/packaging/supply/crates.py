"""What cargo says about the crates of this project, for the checks of this folder."""

import json
import pathlib
import re
import subprocess
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[3]


class Crate(NamedTuple):
    name: str
    version: str
    features: str
    ours: bool  # of this repository, not of crates.io


def cargo(*words):
    command = ["cargo", *words, "--locked"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}:\n{done.stderr}")
    return done.stdout


def tree(edges, *words, package="wxp-ffi"):
    """Each crate that libwxp, or another package, depends on, and which crates that one depends on. Unlike
    `cargo metadata`, `cargo tree` counts no feature that only tests ask for."""
    shape = ["--prefix", "depth", "--no-dedupe", "--format", " {p}|{f}"]
    graph, path = {}, []
    for line in cargo("tree", "--package", package, "--edges", edges, *shape, *words).splitlines():
        depth, name, version, notes, features = re.fullmatch(
            r"(\d+) (\S+) v(\S+)((?: \([^)]*\))*)\|(.*)", line
        ).groups()
        crate = Crate(name, version, features or "-", "(/" in notes)
        del path[int(depth) :]
        if path:
            graph[path[-1]].add(crate)
        path.append(crate)
        graph.setdefault(crate, set())
    return graph


def packages(manifest="Cargo.toml"):
    """What the manifests of a workspace and of all it depends on say."""
    words = ["--format-version", "1", "--all-features", "--manifest-path", manifest]
    return json.loads(cargo("metadata", *words))["packages"]
