"""Runs a .NET program on a CoreCLR that has no dotnet command around it.

Usage: clrrun.py RUNTIME PROGRAM [ARGUMENT…]

RUNTIME is the folder of libcoreclr.so and its assemblies. The program finds its own assemblies, and
the shared libraries that it calls, in its own folder.
"""

import ctypes
import os
import pathlib
import sys


def run(runtime, program, arguments):
    runtime, program = pathlib.Path(runtime).resolve(), pathlib.Path(program).resolve()
    properties = {
        "TRUSTED_PLATFORM_ASSEMBLIES": ":".join(map(str, sorted(runtime.glob("*.dll")))),
        "APP_PATHS": str(program.parent),
        "NATIVE_DLL_SEARCH_DIRECTORIES": f"{program.parent}/:{runtime}/",
        "System.Globalization.Invariant": "true",
    }
    texts = lambda items: (ctypes.c_char_p * len(items))(*(os.fsencode(item) for item in items))
    coreclr = ctypes.CDLL(str(runtime / "libcoreclr.so"))
    host, domain, status = ctypes.c_void_p(), ctypes.c_uint(), ctypes.c_uint()
    failed = coreclr.coreclr_initialize(
        os.fsencode(program), b"wxp", len(properties), texts(properties.keys()),
        texts(properties.values()), ctypes.byref(host), ctypes.byref(domain),
    )
    if failed:
        sys.exit(f"coreclr_initialize: {failed & 0xFFFFFFFF:#x}")
    failed = coreclr.coreclr_execute_assembly(
        host, domain, len(arguments), texts(arguments), os.fsencode(program), ctypes.byref(status)
    )
    if failed:
        sys.exit(f"coreclr_execute_assembly: {failed & 0xFFFFFFFF:#x}")
    coreclr.coreclr_shutdown_2(host, domain, ctypes.byref(ctypes.c_int()))
    return status.value


sys.exit(run(sys.argv[1], sys.argv[2], sys.argv[3:]))
