"""Lets the SDK of .NET Core 3.1 run on .NET 8, and its programs, too: puts the runtime of the wheel where
the command `dotnet` looks for runtimes.

Usage: sdk.py SDK RUNTIME, both as fetch.sh unpacks them.
"""

import json
import pathlib
import shutil
import sys


def lay(sdk, runtime):
    about = json.loads((runtime / "CredentialProvider.Microsoft.deps.json").read_text())
    target = about["runtimeTarget"]["name"]
    parts = about["targets"][target]
    name = next(one for one in parts if one.startswith("runtimepack.Microsoft.NETCore.App"))
    version = name.split("/")[1]
    folder = sdk / "shared/Microsoft.NETCore.App" / version
    resolver = sdk / "host/fxr" / version
    for one in folder, resolver:
        one.mkdir(parents=True, exist_ok=True)
    # One that traces is not in the wheel.
    pack = {
        kind: {file: facts for file, facts in parts[name][kind].items() if (runtime / file).is_file()}
        for kind in ("runtime", "native")
    }
    for file in [*pack["runtime"], *pack["native"]]:
        shutil.copy(runtime / file, folder)
    library = f"Microsoft.NETCore.App.Runtime.linux-x64/{version}"
    described = {
        "runtimeTarget": {"name": target, "signature": ""},
        "targets": {target: {library: pack}},
        "libraries": {library: {"type": "package", "serviceable": True, "sha512": ""}},
    }
    (folder / "Microsoft.NETCore.App.deps.json").write_text(json.dumps(described))
    shutil.copy(runtime / "libhostfxr.so", resolver)
    (sdk / "dotnet").chmod(0o755)


lay(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
