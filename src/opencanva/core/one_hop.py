"""aiosqlite with one hop to its thread for a statement instead of four: the hops cost more than the statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import aiosqlite


class OneHopConnection(aiosqlite.Connection):
    """A connection whose cursors run a statement and bring all its rows back in one go.

    SQLAlchemy reads whole results into memory anyhow (`connectors/asyncio.py`), so nothing is lost by it.
    """

    def cursor(self) -> Any:
        """A cursor that SQLAlchemy's adapter for asyncio drivers can use."""
        return OneHopCursor(self)

    async def hop(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Run `work` in the connection's thread."""
        await self._execute(work, self._conn)  # type: ignore[no-untyped-call]


class OneHopCursor:
    """The part of aiosqlite's cursor that SQLAlchemy uses."""

    def __init__(self, connection: OneHopConnection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> OneHopCursor:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> OneHopCursor:
        """Run a statement and keep its rows."""
        await self._connection.hop(lambda connection: self._take(connection.execute(statement, parameters)))
        return self

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> OneHopCursor:
        """Run a statement once for each set of parameters."""
        await self._connection.hop(
            lambda connection: self._take(connection.executemany(statement, parameters))
        )
        return self

    async def fetchall(self) -> list[Any]:
        """The rows, without a hop."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Nothing is open any more."""

    def _take(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self._rows = cursor.fetchall() if cursor.description else []
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        cursor.close()


def opener(path: str) -> Callable[[], Awaitable[aiosqlite.Connection]]:
    """What SQLAlchemy calls (`async_creator`) for a new connection to the file."""

    async def open_one() -> aiosqlite.Connection:
        connection = OneHopConnection(lambda: sqlite3.connect(path, check_same_thread=False), 64)
        connection._thread.daemon = True  # as SQLAlchemy does: a forgotten connection must not hold the exit
        return await connection

    return open_one
