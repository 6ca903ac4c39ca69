"""The shop's own records, in a database of SQLite in the folder WXP_RECORDS: what an answer or a
notice says is compared with them."""

from __future__ import annotations

import contextlib
import os
import pathlib
import re
import sqlite3
import tempfile
import time
from collections.abc import Iterator

from merchant import NotSent, setting

SCHEMA = """
CREATE TABLE orders (
    number TEXT PRIMARY KEY, fen TEXT NOT NULL, delivered INTEGER NOT NULL DEFAULT 0,
    given_back INTEGER NOT NULL DEFAULT 0);
CREATE TABLE refunds (
    number TEXT PRIMARY KEY, order_number TEXT NOT NULL, fen TEXT NOT NULL,
    arrived INTEGER NOT NULL DEFAULT 0);
CREATE TABLE quickpay (number TEXT PRIMARY KEY, state BLOB NOT NULL, saved_at INTEGER NOT NULL);
PRAGMA user_version = 1;
"""
FEN = re.compile(r"[1-9][0-9]{0,9}")


class Damaged(Exception):
    """The records cannot be read or written. They are not missing: somebody has to look."""


class Records:
    def __init__(self) -> None:
        self.path = pathlib.Path(setting("WXP_RECORDS")).absolute() / "shop.sqlite"
        if not self.path.exists():
            self._create()

    def note_order(self, number: str, fen: str) -> None:
        """Notes down an order before it is sent."""
        with self._transaction() as database:
            database.execute("INSERT OR IGNORE INTO orders VALUES (?, ?, 0, 0)", (number, fen))
            if self._find(database, "fen FROM orders", number) != (fen,):
                raise NotSent(f"{number}: taken by something else")

    def note_refund(self, refund: str, number: str, fen: str) -> None:
        """Notes down a refund of an order before it is sent."""
        with self._transaction() as database:
            database.execute(
                "INSERT OR IGNORE INTO refunds VALUES (?, ?, ?, 0)", (refund, number, fen)
            )
            found = self._find(database, "fen, order_number FROM refunds", refund)
            if found != (fen, number):
                raise NotSent(f"{refund}: taken by something else")
            self._give_back(database, number)

    def order(self, number: str) -> str | None:
        """The amount of an order, in fen; None if it is none of ours."""
        with self._transaction() as database:
            found = self._find(database, "fen FROM orders", number)
            return found and found[0]

    def refund(self, refund: str) -> tuple[str, str] | None:
        """Amount and order number of a refund; None if it is none of ours."""
        with self._transaction() as database:
            return self._find(database, "fen, order_number FROM refunds", refund)

    def deliver(self, number: str) -> bool:
        """Delivers what was ordered, once, and never what we give back: True if it did now."""
        with self._transaction() as database:
            # Notices come twice, also at the same moment, and queries find what they told.
            first = database.execute(
                "UPDATE orders SET delivered = 1"
                " WHERE number = ? AND delivered = 0 AND given_back = 0",
                (number,),
            ).rowcount == 1
            # Here, in the same transaction: what makes your shop deliver.
            return first

    def delivered(self, number: str) -> bool:
        with self._transaction() as database:
            found = "SELECT 1 FROM orders WHERE number = ? AND delivered = 1"
            return database.execute(found, (number,)).fetchone() is not None

    def give_back(self, number: str) -> None:
        """Notes that an order is given back, before that is sent: from now on it is not
        delivered."""
        with self._transaction() as database:
            self._give_back(database, number)

    def refund_arrived(self, refund: str) -> None:
        with self._transaction() as database:
            database.execute("UPDATE refunds SET arrived = 1 WHERE number = ?", (refund,))

    def save_payment(self, number: str, state: bytes, before: bytes | None) -> bool:
        """Keeps the state of a payment by Quick Pay. False if the last one is not that before: then
        another call has taken the payment over, or began it."""
        now = int(time.time())
        with self._transaction() as database:
            if before is None:
                change = "INSERT OR IGNORE INTO quickpay VALUES (?, ?, ?)"
                return database.execute(change, (number, state, now)).rowcount == 1
            change = "UPDATE quickpay SET state = ?, saved_at = ? WHERE number = ? AND state = ?"
            return database.execute(change, (state, now, number, before)).rowcount == 1

    def forget_payment(self, number: str) -> None:
        """Forgets a payment that was not sent, so that its number can be used."""
        with self._transaction() as database:
            database.execute("DELETE FROM quickpay WHERE number = ?", (number,))

    def payment(self, number: str) -> tuple[bytes, int] | None:
        """The state that was kept, and how many seconds ago; None if there was no payment."""
        with self._transaction() as database:
            found = database.execute(
                "SELECT state, saved_at FROM quickpay WHERE number = ?", (number,)
            ).fetchone()
        return found and (found[0], max(0, int(time.time() - found[1])))

    def _give_back(self, database: sqlite3.Connection, number: str) -> None:
        database.execute("UPDATE orders SET given_back = 1 WHERE number = ?", (number,))

    def _find(self, database: sqlite3.Connection, what: str, number: str) -> tuple | None:
        """A row, of which the first column is an amount."""
        row = database.execute(f"SELECT {what} WHERE number = ?", (number,)).fetchone()
        if row is not None and not FEN.fullmatch(str(row[0])):
            raise Damaged(f"{self.path}: the amount of {number} is damaged")
        return row

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """After it, everything is on the disk, or nothing was changed."""
        try:
            # Never makes a database: what is not there any more is damaged.
            database = sqlite3.connect(
                f"{self.path.as_uri()}?mode=rw", uri=True, timeout=30, isolation_level=None
            )
            with contextlib.closing(database):
                # FULL leaves out the folder, in which the journal must be gone.
                database.execute("PRAGMA synchronous = EXTRA")
                database.execute("BEGIN IMMEDIATE")
                if database.execute("PRAGMA user_version").fetchone() != (1,):
                    raise Damaged(f"{self.path}: not the records of a shop")
                yield database
                database.execute("COMMIT")
        except sqlite3.Error as error:
            raise Damaged(f"{self.path}: {error}") from error

    def _create(self) -> None:
        """Under another name first, so that a database that is there is whole. SQLite takes an
        empty file for an empty database, which would be the start of new payments."""
        handle, draft = tempfile.mkstemp(dir=self.path.parent)
        os.close(handle)
        with contextlib.closing(sqlite3.connect(draft)) as database:
            database.executescript(SCHEMA)
        with contextlib.suppress(FileExistsError):
            os.link(draft, self.path)
        os.unlink(draft)
        folder = os.open(self.path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
