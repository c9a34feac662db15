"""The database: one schema, two dialects, one writer, many readers. The only home of dialect differences."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from opencanva.core.one_hop import opener
from opencanva.kit.errors import Busy, OutOfSpace

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = sa.MetaData(naming_convention=NAMING)

Id = sa.String(36).with_variant(postgresql.VARCHAR(36, collation="C"), "postgresql")
Place = sa.String(41).with_variant(postgresql.VARCHAR(41, collation="C"), "postgresql")
OrderKey = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
Json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
Time = sa.BigInteger

_FULL = re.compile(r"disk is full|No space left|disk I/O error|could not extend file|53100", re.IGNORECASE)


DriverError = DBAPIError
"""What a driver raises, for floors that know no SQLAlchemy; `orig` has its words."""


class DatabaseLost(Exception):
    """The connection broke: nobody knows what of the transaction was kept."""


class Database:
    """A writer and a reader over one database.

    SQLite gets two engines: a writer of one connection whose every transaction is BEGIN IMMEDIATE, and
    readers that cannot write. PostgreSQL gets one engine for both.
    """

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self.writer = writer
        self.reader = reader

    @property
    def embedded(self) -> bool:
        """True when the database lives inside this process's machine and serves one process only."""
        return self.writer.dialect.name == "sqlite"

    @property
    def address(self) -> str:
        """A plain address for drivers that do not go through SQLAlchemy; holds the password."""
        return self.writer.url.set(drivername="postgresql").render_as_string(hide_password=False)

    @classmethod
    def open(cls, url: str) -> Database:
        """Open `sqlite:///path` or `postgresql://…`; nothing is connected yet.

        Raises ValueError with words when the address is neither.
        """
        made = sa.make_url(url)
        kind = made.get_backend_name()
        if kind == "sqlite":
            if not made.database or made.database == ":memory:":
                raise ValueError("OPENCANVA_DATABASE needs a file: sqlite:///PATH.")
            Path(made.database).parent.mkdir(parents=True, exist_ok=True)
            address = made.set(drivername="sqlite+aiosqlite")
            return cls(_sqlite(address, write=True), _sqlite(address, write=False))
        if kind == "postgresql":
            engine = create_async_engine(
                made.set(drivername="postgresql+asyncpg"),
                pool_size=8,
                pool_pre_ping=True,  # a server that was started again breaks no request
                max_overflow=8,
                hide_parameters=True,  # an error must not carry a prompt
                json_serializer=_dumps,
                json_deserializer=orjson.loads,
            )
            return cls(engine, engine)
        raise ValueError("OPENCANVA_DATABASE must begin with sqlite:/// or postgresql://.")

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that may write; commits at the end, rolls back on any error.

        Raises OutOfSpace, DatabaseLost, Busy.
        """
        try:
            async with self.writer.begin() as connection:
                yield connection
        except DBAPIError as error:
            if _FULL.search(str(error.orig)):
                raise OutOfSpace(
                    "The disk that holds the database is full. Free some space and try again."
                ) from error
            if _is_lost(error):
                raise DatabaseLost from error
            raise
        except PoolTimeout as error:
            raise Busy(
                "The database is busy with other work, so this was not done. Wait a moment and try again."
            ) from error

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """One consistent look at the data; writing is refused on SQLite. Raises DatabaseLost."""
        try:
            async with self.reader.connect() as connection:
                yield connection
        except DBAPIError as error:
            if _is_lost(error):
                raise DatabaseLost from error
            raise

    async def close(self) -> None:
        """Close every connection."""
        await self.reader.dispose()
        await self.writer.dispose()


def insert_once(table: sa.Table, values: dict[str, Any] | list[dict[str, Any]], dialect: str) -> sa.Insert:
    """An INSERT that does nothing when a unique row is there already (waits for one that is being written)."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(table).values(values).on_conflict_do_nothing()


def json_object(dialect: str, fields: dict[str, sa.ColumnElement[Any]]) -> sa.ColumnElement[Any]:
    """An expression for one JSON object, put together by the database."""
    pairs = [part for name, value in fields.items() for part in (sa.literal_column(f"'{name}'"), value)]
    return sa.func.json_build_object(*pairs) if dialect == "postgresql" else sa.func.json_object(*pairs)


def json_small(dialect: str, fields: dict[str, sa.ColumnElement[Any]]) -> sa.ColumnElement[Any]:
    """The same without what is NULL."""
    whole = json_object(dialect, fields)
    if dialect == "postgresql":
        return sa.func.json_strip_nulls(whole)
    return sa.func.json_patch("{}", whole)  # RFC 7396: a null takes the field away


def json_flag(dialect: str, truth: sa.ColumnElement[bool]) -> sa.ColumnElement[Any]:
    """A truth inside `json_object`; SQLite would write 0 and 1."""
    if dialect == "postgresql":
        return truth
    return sa.func.json(sa.case((truth, sa.literal_column("'true'")), else_=sa.literal_column("'false'")))


def json_within(dialect: str, column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """A JSON column inside `json_object`; SQLite would write it as text."""
    return column if dialect == "postgresql" else sa.func.json(column)


def _is_lost(error: DBAPIError) -> bool:
    return error.connection_invalidated or "connection is closed" in str(error.orig)


def _dumps(value: Any) -> str:
    return orjson.dumps(value).decode()


def _sqlite(url: sa.URL, *, write: bool) -> AsyncEngine:
    engine = create_async_engine(
        url,
        async_creator=opener(str(url.database)),
        pool_size=1 if write else 4,
        max_overflow=0,
        hide_parameters=True,
        json_serializer=_dumps,
        json_deserializer=orjson.loads,
    )
    pragmas = [
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "busy_timeout=10000",
        "cache_size=-16000",
        "mmap_size=268435456",
        *([] if write else ["query_only=ON"]),
    ]

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(dbapi: sqlite3.Connection, _record: object) -> None:
        dbapi.isolation_level = None  # the driver must start no transaction of its own
        for pragma in pragmas:
            dbapi.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine
