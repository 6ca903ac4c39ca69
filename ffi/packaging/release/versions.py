"""Where the version of wxp stands: every place in what git tracks, and whether all say the same."""

import fnmatch
import re
import subprocess

# Files, and what stands around a version in them. A file that comes later is found by its kind.
PLACES = (
    ("*Cargo.toml", r'^\[(?:workspace\.)?package\]\n(?:[^\[\n].*\n)*?version = "(.*)"'),
    ("*Cargo.toml", r'^wxp[-\w]* = \{.*\bversion = "=?(.*?)"'),
    ("*Cargo.lock", r'^name = "wxp(?:-[-\w]+)?"\nversion = "(.*)"'),
    ("*pyproject.toml", r'^version = "(.*)"'),
    ("*.py", r'^__version__ = "(.*)"'),
    ("*.csproj", r"<Version>(.*)</Version>"),
    ("*.csproj", r'<PackageReference Include="Wxp[.\w]*" Version="(.*?)"'),
    ("*php_wxp.h", r'^#define PHP_WXP_VERSION "(.*)"'),
    ("*package.json", r'^ {2,4}"version": "(.*)"'),
    ("*package-lock.json", r'^ {2,4}"version": "(.*)"'),
    ("*composer.json", r'^ {2,4}"version": "(.*)"'),
    ("*library.json", r'^ {2,4}"version": "(.*)"'),
    ("*library.properties", r"^version=(.*)"),
    ("*idf_component.yml", r'^version: "?([^"\n]*)'),
    ("*debian/changelog*", r"\Awxp \(([^)-]*)"),
    # What users are told to install.
    ("*.md", r"\b(?:lib)?[Ww]xp(?:1|-core|-dev|-ffi)?(?:@|==| = \"|\" Version=\"|[-_])v?(\d+\.\d+\.\d+)"),
    ("*.md", r"\bVersion (\d+\.\d+\.\d+) is not"),
    ("*.md", r"(\d+\.\d+\.\d+)版尚未"),
)
# These say it in any case; if a place is not found, it has moved.
NEEDED = (
    "Cargo.toml",
    "Cargo.lock",
    "core/cli/Cargo.toml",
    "ffi/bindings/dotnet/Wxp.csproj",
    "ffi/bindings/php/php_wxp.h",
    "ffi/bindings/python/pyproject.toml",
    "include/wxp.h",
)


def tracked(root):
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, stdout=subprocess.PIPE)
    return [path for path in listed.stdout.decode().split("\0") if (root / path).is_file()]


def line(text, offset):
    return text.count("\n", 0, offset) + 1


def header(text):
    """The version of wxp.h, which is three numbers, and the line of the first."""
    numbers = re.findall(r"^#define WXP_VERSION_(?:MAJOR|MINOR|PATCH) +(\d+)", text, re.M)
    return line(text, text.find("#define WXP_VERSION_MAJOR")), ".".join(numbers)


def found(root):
    """Each place as (path, line, version)."""
    for path in tracked(root):
        patterns = [pattern for kind, pattern in PLACES if fnmatch.fnmatch(path, kind)]
        if path == "include/wxp.h":
            yield path, *header((root / path).read_text())
        elif patterns and "CHANGELOG" not in path:
            text = (root / path).read_text()
            for pattern in patterns:
                for match in re.finditer(pattern, text, re.M):
                    # Filled in where it is built.
                    if match.group(1) == "@VERSION@":
                        continue
                    yield path, line(text, match.start(1)), match.group(1)


def alike(root, version):
    """Says how many places there are. Fails with those that say another version."""
    places = list(found(root))
    wrong = [f"{path}:{number}: {other}, not {version}" for path, number, other in places if other != version]
    paths = {path for path, _, _ in places}
    wrong += [f"{path}: says no version" for path in NEEDED if path not in paths]
    if wrong:
        raise SystemExit("\n".join(wrong))
    return f"{len(places)} places in {len(paths)} files"
