"""Archives that are the same bytes wherever they are made: sorted, of one time, and of nobody."""

import gzip
import hashlib
import stat
import tarfile
import time
import zipfile

import tools


def pack(folder, archive):
    """An archive of a folder, NAME.tar.gz or NAME.zip, whose only top folder is NAME."""
    files = sorted(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    if archive.suffix == ".zip":
        zipped(files, folder, archive)
    else:
        with archive.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=int(tools.epoch())) as out:
            tarred(files, folder, archive.name.removesuffix(".tar.gz"), out)
    return archive


def tarred(files, folder, name, out):
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path in files:
            member = tar.gettarinfo(path, f"{name}/{path.relative_to(folder)}")
            # Two names of one file would be a link of another kind.
            member.type = tarfile.SYMTYPE if path.is_symlink() else tarfile.REGTYPE
            member.size = 0 if path.is_symlink() else path.stat().st_size
            member.mode = 0o777 if path.is_symlink() else mode(path)
            member.mtime = int(tools.epoch())
            member.uid = member.gid = 0
            member.uname = member.gname = "root"
            tar.addfile(member, None if path.is_symlink() else path.open("rb"))


def zipped(files, folder, archive):
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path in files:
            when = time.gmtime(int(tools.epoch()))[:6]
            member = zipfile.ZipInfo(f"{archive.stem}/{path.relative_to(folder)}", when)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = (stat.S_IFREG | mode(path)) << 16
            out.writestr(member, path.read_bytes())


def mode(path):
    return 0o755 if path.stat().st_mode & 0o100 else 0o644


def sums():
    """SHA256SUMS, over all files of a release; `sha256sum -c` reads it."""
    files = sorted(path for path in tools.OUT.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (tools.OUT / "SHA256SUMS").write_text("".join(lines))
    return files
