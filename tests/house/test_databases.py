"""The databases that tests get are fresh, migrated and of both kinds."""

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

import asyncpg
import sqlalchemy as sa

from opencanva.core.db import Database
from opencanva.migrations import current, known
from tests import postgres


async def test_a_test_gets_a_migrated_database_of_its_own(database_url: str) -> None:
    database = Database.open(database_url)
    async with database.write() as db:
        assert await current(db) == known()[-1]
        await db.execute(sa.text("CREATE TABLE only_here (id INTEGER)"))
    await database.close()


async def test_the_next_test_does_not_see_it(database_url: str) -> None:
    database = Database.open(database_url)
    async with database.read() as db:
        assert not await db.run_sync(lambda sync: sa.inspect(sync).has_table("only_here"))
    await database.close()


async def test_an_empty_database_has_no_tables(empty_database_url: str) -> None:
    database = Database.open(empty_database_url)
    async with database.read() as db:
        assert await db.run_sync(lambda sync: sa.inspect(sync).get_table_names()) == []
    await database.close()


async def test_the_shipped_server_starts_and_ends_with_its_owner() -> None:
    folder = Path(tempfile.mkdtemp(prefix="oc-"))
    owner = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    program = Path(postgres.__file__)
    watch = subprocess.Popen([sys.executable, program, folder, str(owner.pid), "shipped"])
    try:
        while not (folder / "url").exists() and watch.poll() is None:
            await asyncio.sleep(0.05)
        connection = await asyncpg.connect((folder / "url").read_text())
        await connection.execute("CREATE EXTENSION pg_trgm")
        await connection.close()
    finally:
        owner.communicate(b"\n")
    assert watch.wait(20) == 0
    assert not folder.exists()
