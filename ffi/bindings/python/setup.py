"""The extension of the package; everything else is in pyproject.toml."""

import glob
import os
import subprocess
import sys

from setuptools import Extension, setup


def libwxp():
    """The folders of libwxp's headers and archive: below WXP_PREFIX, or where pkg-config says."""
    prefix = os.environ.get("WXP_PREFIX")
    if prefix:
        return f"{prefix}/include", f"{prefix}/lib"
    command = ["pkg-config", "--variable=includedir", "wxp"]
    try:
        include = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        command[1] = "--variable=libdir"
        lib = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        sys.exit("libwxp is missing: install it, or name its prefix in WXP_PREFIX (see README.md)")
    return include.strip(), lib.strip()


def extension():
    include, lib = libwxp()
    linux = sys.platform == "linux"
    return Extension(
        "wxp._native",
        sources=sorted(glob.glob("src/*.c")),
        depends=["src/native.h"],
        include_dirs=[include],
        # Of the archive, so that the extension needs no other file.
        extra_objects=[f"{lib}/libwxp.a"],
        define_macros=[("Py_LIMITED_API", "0x03090000"), ("WXP_STATIC", None)],
        extra_compile_args=["-std=c99", "-fvisibility=hidden"] if os.name == "posix" else [],
        # Another copy of libwxp in the process is not mixed up with this one.
        extra_link_args=["-Wl,--exclude-libs,ALL", "-Wl,-s"] if linux else [],
        py_limited_api=True,
    )


# No library is needed to make a source distribution.
setup(
    ext_modules=[] if "sdist" in sys.argv else [extension()],
    # One wheel for 3.9 and all later ones.
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
