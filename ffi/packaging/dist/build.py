"""`make dist`: builds everything that a release publishes, into target/dist. README.md says what that is."""

import shutil
import time

import archives
import debian
import devices
import native
import packages
import tools


def main():
    begun = time.monotonic()
    tools.prepare()
    shutil.rmtree(tools.OUT, ignore_errors=True)
    for target in tools.targets():
        print(f"{target.name}: {native.build(target)}", flush=True)
        ending = "zip" if target.system == "windows" else "tar.gz"
        archives.pack(target.folder, tools.OUT / f"libwxp-{tools.VERSION}-{target.name}.{ending}")
        if target.debian != "-":
            list(debian.packages(target))
    archives.pack(devices.build(), tools.OUT / f"libwxp-{tools.VERSION}-bare-metal.tar.gz")
    # These take libwxp from target/dist/native.
    for package in packages.PACKAGES:
        print(f"{package.name}: {packages.build(package)}", flush=True)
    for file in [*archives.sums(), tools.OUT / "SHA256SUMS"]:
        print(f"{file.stat().st_size:>10,}  {file.name}")
    print(f"made in {time.monotonic() - begun:.0f} s, below {tools.OUT.relative_to(tools.ROOT)}")


if __name__ == "__main__":
    main()
