"""Fresh databases for tests, both kinds: each is a copy of one that was brought up once."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import asyncpg
import pytest
import sqlalchemy as sa

from opencanva.core.db import Database
from opencanva.migrations import bring_up
from tests.postgres import address_of_server, stop_server

FOLDER, OWNER = "OPENCANVA_TEST_FOLDER", "OPENCANVA_TEST_OWNER"
T = TypeVar("T")


def pytest_configure(config: pytest.Config) -> None:
    """The outermost process makes the run's folder; the workers find it in their environment."""
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="oc-")
        os.environ[OWNER] = str(os.getpid())


def pytest_unconfigure(config: pytest.Config) -> None:
    """The outermost process ends what the run started."""
    if not hasattr(config, "workerinput"):
        stop_server(Path(os.environ.pop(FOLDER)))


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh, migrated database; the test runs once on each kind."""
    made: str = request.getfixturevalue(f"{request.param}_url")
    return made


@pytest.fixture(params=["sqlite", "postgres"])
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """The address of a database with nothing in it."""
    made: str = request.getfixturevalue(f"empty_{request.param}_url")
    return made


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh, migrated SQLite database."""
    return _sqlite(Path(shutil.copyfile(sqlite_template, tmp_path / "opencanva.db")))


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """A SQLite database that is not there yet."""
    return _sqlite(tmp_path / "empty.db")


@pytest.fixture
def postgres_url(postgres_template: str) -> Iterator[str]:
    """A fresh, migrated PostgreSQL database, dropped afterwards."""
    yield from _database(f"TEMPLATE {postgres_template}")


@pytest.fixture
def empty_postgres_url() -> Iterator[str]:
    """An empty PostgreSQL database, dropped afterwards."""
    yield from _database("TEMPLATE template0")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to copy."""
    path = tmp_path_factory.mktemp("template") / "opencanva.db"
    apart(_bring_up(_sqlite(path)))
    return path


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """The name of a migrated PostgreSQL database, to copy; each worker has its own."""
    name = f"template_{uuid4().hex}"
    apart(_run(f"CREATE DATABASE {name} TEMPLATE template0"))
    apart(_bring_up(_postgres(name)))
    yield name
    apart(_run(f"DROP DATABASE {name} WITH (FORCE)"))


def apart(work: Coroutine[None, None, T]) -> T:
    """Run a coroutine to its end in a thread of its own, whatever loop the test may have."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def _sqlite(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


def _postgres(name: str) -> str:
    url = sa.make_url(_server()).set(drivername="postgresql+asyncpg", database=name)
    return url.render_as_string(hide_password=False)


def _server() -> str:
    return address_of_server(Path(os.environ[FOLDER]), int(os.environ[OWNER]))


def _database(how: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    apart(_run(f"CREATE DATABASE {name} {how}"))
    yield _postgres(name)
    apart(_run(f"DROP DATABASE {name} WITH (FORCE)"))


async def _run(statement: str) -> None:
    connection = await asyncpg.connect(_server())
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def _bring_up(url: str) -> None:
    database = Database.open(url)
    try:
        await bring_up(database)
    finally:
        await database.close()
