"""What the last build knew, kept beside the site: what was read of each record, what each published file was made of.

Only a build made by this very program believes it. What is damaged, cut short, of another version or from elsewhere is
thrown away and made anew: every value carries its own digest, and is unpickled with nothing but this package's values.
"""

from __future__ import annotations

import io
import pickle
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from minusone.stamps import Inventory, Stamp

SIZE = 16
"""Bytes of a digest."""

_FILE = "cache.sqlite"
_TABLES = """
    CREATE TABLE IF NOT EXISTS known (name TEXT PRIMARY KEY, sum BLOB, value BLOB);
    CREATE TABLE IF NOT EXISTS entries (name TEXT PRIMARY KEY, sum BLOB, value BLOB);
    CREATE TABLE IF NOT EXISTS outputs (path TEXT PRIMARY KEY, sum BLOB, value BLOB);
"""


class Made(NamedTuple):
    """Of a published file, digests of all that it is made of, and of its bytes."""

    made_of: bytes
    holds: bytes


@dataclass(frozen=True)
class Standing:
    """How things stood after the last build: what was asked for, the sources, and the surface of the site's folder.

    No text may say one of the titles that are `withheld`; `behind` are the digests of texts whose English is.
    """

    request: tuple[str, ...]
    inventory: Inventory
    surface: Mapping[str, Stamp]
    pages: int = 0
    files: int = 0
    withheld: tuple[str, ...] = ()
    behind: frozenset[tuple[str, str]] = frozenset()


class Cache:
    """One file of SQLite. All methods raise nothing for what is damaged: it is as if it had never been known."""

    def __init__(self, folder: Path, salt: bytes) -> None:
        self.folder, self.salt = folder, salt
        self.database = self._opened()
        self.standing = self._standing()

    # --- what is known ---

    def entry(self, name: str) -> bytes | None:
        """What was read of a record."""
        return next((value for _, value in self.entries([name])), None)

    def entries(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """What was read of some records, of those that are known."""
        for name in names:
            try:
                row = self.database.execute("SELECT sum, value FROM entries WHERE name = ?", (name,)).fetchone()
            except sqlite3.Error:
                return
            if row and self._sum(name, row[1]) == row[0]:
                yield name, row[1]

    def outputs(self) -> dict[str, Made]:
        """What each published file was made of; nothing, if it isn't known of all."""
        try:
            rows = self.database.execute("SELECT path, sum, value FROM outputs").fetchall()
        except sqlite3.Error:
            return {}
        known = {path: Made(value[:SIZE], value[SIZE:]) for path, sum, value in rows if self._sum(path, value) == sum}
        return known if self.standing and len(known) == self.standing.files else {}

    # --- what is to be known ---

    def keep(self, entries: Iterable[tuple[str, bytes]], gone: Iterable[str] = ()) -> None:
        """Remember what was read of some records, and forget others; nothing holds before `settle`."""
        with suppress(sqlite3.Error):
            rows = ((name, self._sum(name, value), value) for name, value in entries)
            self.database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
            self.database.executemany("DELETE FROM entries WHERE name = ?", ((name,) for name in gone))

    def unsettle(self) -> None:
        """From here on the published files are not what was known of them, should the build not come to its end."""
        with suppress(sqlite3.Error):
            self.database.execute("DELETE FROM known WHERE name = 'standing'")
            self.database.commit()

    def settle(self, standing: Standing, outputs: Mapping[str, Made], gone: Iterable[str] | None = ()) -> None:
        """The build is at its end: this is how things stand.

        `outputs` are those that changed, `gone` those that are no more; where that is None, there are no others.
        """
        value = pickle.dumps(standing, pickle.HIGHEST_PROTOCOL)
        with suppress(sqlite3.Error):
            if gone is None:
                self.database.execute("DELETE FROM outputs")
            self.database.executemany("DELETE FROM outputs WHERE path = ?", ((path,) for path in gone or ()))
            values = ((path, made.made_of + made.holds) for path, made in outputs.items())
            rows = ((path, self._sum(path, value), value) for path, value in values)
            self.database.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?)", rows)
            row = ("standing", self._sum("standing", value), value)
            self.database.execute("INSERT OR REPLACE INTO known VALUES (?, ?, ?)", row)
            self.database.commit()
        self.standing = standing

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self.database.close()

    # --- the file ---

    def _opened(self) -> sqlite3.Connection:
        """The file as it is, if it is ours and whole; otherwise an empty one, in memory where none can be written."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
        for place in (self.folder / _FILE, self.folder / _FILE, ":memory:"):
            with suppress(sqlite3.Error):
                database = sqlite3.connect(place, isolation_level="IMMEDIATE")
                if self._is_ours(database):
                    return database
                database.close()
            self._clear()
        raise AssertionError("SQLite has always a database in memory")

    def _is_ours(self, database: sqlite3.Connection) -> bool:
        """Whether it is empty, in which case it is now ours, or bears our salt. Raises sqlite3.Error if damaged."""
        database.execute("PRAGMA synchronous = OFF")
        empty = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if empty:
            database.executescript(_TABLES)
            database.execute("INSERT INTO known VALUES ('salt', ?, x'')", (self.salt,))
            database.commit()
            return True
        row = database.execute("SELECT sum FROM known WHERE name = 'salt'").fetchone()
        return row is not None and row[0] == self.salt

    def _clear(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)

    def _standing(self) -> Standing | None:
        try:
            row = self.database.execute("SELECT sum, value FROM known WHERE name = 'standing'").fetchone()
        except sqlite3.Error:
            return None
        if not row or self._sum("standing", row[1]) != row[0]:
            return None
        found = unpickled(row[1])
        return found if isinstance(found, Standing) else None

    def _sum(self, name: object, value: object) -> bytes:
        """Of a value under its name, by this very program."""
        if not isinstance(value, bytes) or not isinstance(name, str):
            return b""
        return blake2b(name.encode() + b"\0" + value, key=self.salt, digest_size=SIZE).digest()


@dataclass(frozen=True)
class Before:
    """What a build finds: what the last one knew, and the sources as they stand.

    `edited` are the sources that are not what the last build read, None where nothing is known of one; `here` says
    whether the site is as it left it, and is to be such a one again.
    """

    cache: Cache
    sources: Inventory
    edited: frozenset[str] | None
    here: bool


def unpickled(value: bytes) -> Any:
    """A value of this package, of dates and numbers; nothing that a pickle may name besides is looked up."""
    return _Unpickler(io.BytesIO(value)).load()


_PLAIN = {"datetime", "decimal", "collections", "pathlib", "markupsafe", "pydantic"}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module.partition(".")[0] == "minusone" or module in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of this package")
