"""The schema's history, checked on both databases; Alembic is loaded only when there is something to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.db import Database
from opencanva.kit.errors import Meaning

HERE = Path(__file__).parent


class NewerDatabase(Meaning):
    """The database was written by a newer version of Open Canva."""

    code = "newer_database"


def known() -> list[str]:
    """Every revision this version knows, oldest first. Files are named after their revision."""
    return sorted(file.name.split("_")[0] for file in (HERE / "versions").glob("[0-9]*.py"))


async def current(db: AsyncConnection) -> str | None:
    """The revision the database is at; None for an empty one."""
    tables = await db.run_sync(lambda sync: sa.inspect(sync).has_table("alembic_version"))
    if not tables:
        return None
    found: str | None = await db.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return found


async def bring_up(database: Database) -> bool:
    """Bring the schema to this version's; True when something was done.

    Raises NewerDatabase when the database is at a revision this version does not know.
    """
    revisions = known()
    async with database.read() as db:
        at = await current(db)
    if at == revisions[-1]:
        return False
    if at is not None and at not in revisions:
        raise NewerDatabase(
            f"This database was written by a newer Open Canva (its revision is {at}, this version knows up to "
            f"{revisions[-1]}). Nothing was changed. Start the newer version, or restore a backup."
        )
    async with database.writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(sa.text("SELECT pg_advisory_xact_lock(727000)"))
        await connection.run_sync(upgrade)
    return True


def upgrade(connection: sa.Connection, revision: str = "head") -> None:
    """Run Alembic up to a revision on this connection."""
    from alembic import command

    command.upgrade(_config(connection), revision)


def downgrade(connection: sa.Connection, revision: str) -> None:
    """Run Alembic down to a revision on this connection."""
    from alembic import command

    command.downgrade(_config(connection), revision)


def _config(connection: sa.Connection) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config
