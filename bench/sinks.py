"""Where made rows go: straight into SQLite or PostgreSQL, in one transaction, past the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, Protocol

import orjson
import sqlalchemy as sa

from opencanva.core.db import Database
from opencanva.migrations import bring_up
from opencanva.migrations.tables import metadata

Row = tuple[Any, ...]


class Sink(Protocol):
    """Takes rows; nothing is there until `finish`."""

    async def add(self, table: str, columns: Sequence[str], rows: list[Row]) -> None:
        """Insert rows."""
        ...

    async def change(self, table: str, columns: Sequence[str], rows: list[Row]) -> None:
        """Set columns of rows by id; the id is the last value of each row."""
        ...

    async def finish(self) -> None:
        """Commit and close."""
        ...


class SqliteSink:
    """Raw sqlite3 without a journal: a build that is cut short is thrown away whole."""

    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        for pragma in ("synchronous=OFF", "foreign_keys=OFF", "cache_size=-1500000", "journal_mode=OFF"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("BEGIN")

    async def add(self, table: str, columns: Sequence[str], rows: list[Row]) -> None:
        """Insert rows."""
        names, marks = ",".join(f'"{name}"' for name in columns), ",".join("?" * len(columns))
        self._db.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)

    async def change(self, table: str, columns: Sequence[str], rows: list[Row]) -> None:
        """Set columns of rows by id."""
        sets = ",".join(f'"{name}"=?' for name in columns)
        self._db.executemany(f"UPDATE {table} SET {sets} WHERE id=?", rows)

    async def finish(self) -> None:
        """Commit, go back to the program's journal, close."""
        self._db.execute("COMMIT")
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.close()


class PostgresSink:
    """asyncpg's COPY."""

    def __init__(self, connection: Any, transaction: Any) -> None:
        self._db, self._transaction = connection, transaction

    @classmethod
    async def open(cls, address: str) -> PostgresSink:
        """Connect and begin."""
        import asyncpg

        connection = await asyncpg.connect(address)
        transaction = connection.transaction()
        await transaction.start()
        return cls(connection, transaction)

    async def add(self, table: str, columns: Sequence[str], rows: list[Row]) -> None:
        """Copy rows in."""
        await self._db.copy_records_to_table(table, records=rows, columns=list(columns))

    async def change(self, table: str, columns: Sequence[str], rows: list[Row]) -> None:
        """Set columns of rows by id."""
        sets = ",".join(f'"{name}"=${number}' for number, name in enumerate(columns, 1))
        await self._db.executemany(f"UPDATE {table} SET {sets} WHERE id=${len(columns) + 1}", rows)

    async def finish(self) -> None:
        """Commit, gather statistics as the server itself would in time, close."""
        await self._transaction.commit()
        await self._db.execute("VACUUM ANALYZE")
        await self._db.close()


async def open_sink(url: str) -> Sink:
    """A sink into an empty database whose tables this program's migrations have made.

    Raises SystemExit when somebody's data is there already.
    """
    database = Database.open(url)
    try:
        await bring_up(database)
        async with database.read() as db:
            if await db.scalar(sa.select(sa.func.count()).select_from(metadata.tables["people"])):
                raise SystemExit("This database is not empty. Give the benchmark one of its own.")
        if not database.embedded:
            return await PostgresSink.open(database.address)
    finally:
        await database.close()
    return SqliteSink(url.removeprefix("sqlite:///"))


def json(value: Any) -> str:
    """JSON as both databases take it."""
    return orjson.dumps(value).decode()


def columns(text: str) -> list[str]:
    """Names of columns from a line of them."""
    return text.split()
