"""The extension of the package; everything else is in pyproject.toml."""

import glob
import os
import shutil
import subprocess
import sys

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.egg_info import egg_info


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


class Build(build_ext):
    """Looks for libwxp only when it is needed: not to make a source distribution."""

    def build_extension(self, extension):
        include, lib = libwxp()
        extension.include_dirs.append(include)
        # The archive, so that the extension needs no other file.
        extension.extra_objects.append(f"{lib}/libwxp.a")
        super().build_extension(extension)


class Facts(egg_info):
    """With the bill of materials of libwxp, where a release has it (PEP 770)."""

    def run(self):
        super().run()
        if os.path.isdir("sboms"):
            shutil.copytree("sboms", os.path.join(self.egg_info, "sboms"), dirs_exist_ok=True)


linux = sys.platform == "linux"
native = Extension(
    "wxp._native",
    sources=sorted(glob.glob("src/*.c")),
    depends=["src/native.h"],
    define_macros=[("Py_LIMITED_API", "0x03090000"), ("WXP_STATIC", None)],
    extra_compile_args=["-std=c99", "-fvisibility=hidden"] if os.name == "posix" else [],
    extra_link_args=["-Wl,--version-script=src/exports.map", "-Wl,-s"] if linux else [],
    py_limited_api=True,
)
setup(
    ext_modules=[native],
    cmdclass={"build_ext": Build, "egg_info": Facts},
    # One wheel for 3.9 and all later ones.
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
