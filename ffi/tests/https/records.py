"""The records of a shop, in small files or in an SQLite database, and ways to damage them."""

import pathlib
import shutil
import sqlite3

# What becomes of the bytes of a file, and of a value in a database.
DAMAGES = {
    "emptied": lambda kept: b"",
    "cut": lambda kept: kept[: len(kept) // 2],
    "garbled": lambda kept: bytes([kept[0] ^ 0x15]) + kept[1:],
}


def kept(folder):
    """The records in a folder."""
    database = pathlib.Path(folder) / "shop.sqlite"
    return Database(database) if database.exists() else Files(pathlib.Path(folder))


class Files:
    """NUMBER.order, NUMBER.paid, NUMBER.quickpay, REFUND.refund and REFUND.refunded."""

    def __init__(self, folder):
        self.folder = folder

    def has(self, number, what):
        """Whether they say "paid" or "refunded", or hold an "order", a "refund" or a "quickpay"."""
        return (self.folder / f"{number}.{what}").exists()

    def forget(self, number):
        (self.folder / f"{number}.order").unlink()

    def damaged(self, number, what):
        """Copies of the folder in which the record is damaged: how, and where."""
        for how, damage in DAMAGES.items():
            copy = copied(self.folder, how)
            path = copy / f"{number}.{what}"
            path.write_bytes(damage(path.read_bytes()))
            yield how, copy


class Database:
    """The tables orders, refunds and quickpay."""

    WHERE = {
        "order": "orders WHERE number = ?",
        "paid": "orders WHERE number = ? AND delivered",
        "refund": "refunds WHERE number = ?",
        "refunded": "refunds WHERE number = ? AND arrived",
        "quickpay": "quickpay WHERE number = ?",
    }
    VALUE = {
        "order": ("orders", "fen"), "refund": ("refunds", "fen"), "quickpay": ("quickpay", "state"),
    }

    def __init__(self, path):
        self.path = path

    def has(self, number, what):
        return bool(self.run(f"SELECT 1 FROM {self.WHERE[what]}", number))

    def forget(self, number):
        self.run("DELETE FROM orders WHERE number = ?", number)

    def damaged(self, number, what):
        """A value of a row, which a database does not cut, and the file."""
        table, column = self.VALUE[what]
        for how in ("emptied", "garbled"):
            copy = copied(self.path.parent, how + "-value")
            other = Database(copy / self.path.name)
            (value,), = other.run(f"SELECT {column} FROM {table} WHERE number = ?", number)
            text = isinstance(value, str)
            value = DAMAGES[how](value.encode() if text else value)
            value = value.decode() if text else value
            other.run(f"UPDATE {table} SET {column} = ? WHERE number = ?", value, number)
            yield how + "-value", copy
        for how, damage in DAMAGES.items():
            copy = copied(self.path.parent, how)
            path = copy / self.path.name
            path.write_bytes(damage(path.read_bytes()))
            yield how, copy

    def run(self, statement, *values):
        database = sqlite3.connect(self.path, timeout=60)
        try:
            with database:
                return database.execute(statement, values).fetchall()
        finally:
            database.close()


def copied(folder, name):
    copy = folder.with_name(f"{folder.name}-{name}")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    return copy
