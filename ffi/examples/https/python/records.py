"""The shop's own records, one small file each, in the folder WXP_RECORDS. They stand for your
database: what an answer or a notice says is compared with them."""

from __future__ import annotations

import os
import pathlib
import re
import tempfile
import time

from merchant import NotSent, setting


class Records:
    def __init__(self) -> None:
        self.folder = pathlib.Path(setting("WXP_RECORDS"))

    def note_order(self, number: str, fen: str) -> None:
        """Notes down an order before it is sent."""
        self._note(number, "order", fen)

    def note_refund(self, refund: str, number: str, fen: str) -> None:
        """Notes down a refund of an order before it is sent."""
        self._note(refund, "refund", f"{number} {fen}")

    def order(self, number: str) -> str | None:
        """The amount of an order, in fen; None if it is none of ours."""
        kept = self.load(number, "order")
        return None if kept is None else kept.decode()

    def refund(self, refund: str) -> list[str] | None:
        """Order number and amount of a refund; None if it is none of ours."""
        kept = self.load(refund, "refund")
        return None if kept is None else kept.decode().split(" ")

    def mark(self, number: str, what: str) -> bool:
        """Marks an order "paid" or a refund "refunded": True the first time, False ever after."""
        return self._make(number, what, b"")

    def save(self, number: str, what: str, kept: bytes) -> None:
        """Keeps something about an order, in place of what was kept before."""
        os.replace(self._draft(kept), self._path(number, what))

    def load(self, number: str, what: str) -> bytes | None:
        path = self._path(number, what)
        return path.read_bytes() if path.exists() else None

    def age(self, number: str, what: str) -> int:
        """Seconds since something was kept."""
        return max(0, int(time.time() - self._path(number, what).stat().st_mtime))

    def _note(self, number: str, what: str, text: str) -> None:
        kept = text.encode()
        if not self._make(number, what, kept) and self.load(number, what) != kept:
            raise NotSent(f"{number}: taken by something else")

    def _make(self, number: str, what: str, kept: bytes) -> bool:
        """Makes a file with all of its text, if it is not there yet; of several at once, one
        does."""
        path = self._path(number, what)
        draft = self._draft(kept)
        try:
            os.link(draft, path)
            return True
        except FileExistsError:
            return False
        finally:
            os.unlink(draft)

    def _draft(self, kept: bytes) -> str:
        with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
            file.write(kept)
            file.flush()
            os.fsync(file.fileno())
        return file.name

    def _path(self, number: str, what: str) -> pathlib.Path:
        """Only numbers that an order can have: not "../x"."""
        if not re.fullmatch(r"[0-9A-Za-z_\-|*@]{1,64}", number):
            raise NotSent(f"{number}: no number of ours")
        return self.folder / f"{number}.{what}"
