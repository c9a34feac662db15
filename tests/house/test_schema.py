"""The schema keeps to its rules, and the migrations make exactly what the tables say."""

import dataclasses
import pkgutil
import uuid
from importlib import import_module

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from opencanva import rooms
from opencanva.core.db import Database
from opencanva.kit.clock import SystemClock
from opencanva.kit.ids import new_id
from opencanva.migrations.tables import metadata

SHARED = {
    "doomed_blobs", "people", "counters", "events", "answers", "prompt_uses",
    "engine_gates", "engine_settings", "engine_changes", "engine_starts",
}  # fmt: skip
"""Tables that are no rows of one owner's things, or carry the owner in their key."""


async def test_migrations_make_what_the_tables_say(database_url: str) -> None:
    database = Database.open(database_url)
    async with database.read() as db:
        differences = await db.run_sync(_differences)
    await database.close()
    assert differences == []


def _differences(connection: sa.Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    # The delivery makes its own tables on PostgreSQL; they are no part of our schema.
    return [d for d in compare_metadata(context, metadata) if "pgqueuer" not in str(d)]


def test_times_are_whole_milliseconds() -> None:
    wrong = [
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if (column.name == "at" or column.name.endswith(("_at", "_until")))
        and not isinstance(column.type, sa.BigInteger)
    ]
    assert wrong == []
    assert isinstance(SystemClock().now(), int)
    assert 1_700_000_000_000 < SystemClock().now() < 4_000_000_000_000


def test_ids_are_uuid7_in_the_order_of_making() -> None:
    wrong = [
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if (column.name == "id" or column.name.endswith("_id")) and getattr(column.type, "length", None) != 36
    ]
    assert wrong == []
    made = [new_id() for _ in range(1000)]
    assert made == sorted(made)
    assert {uuid.UUID(id).version for id in made} == {7}


def test_every_row_carries_its_owner() -> None:
    without = {table.name for table in metadata.sorted_tables if "owner_id" not in table.columns}
    assert without <= SHARED


def test_values_of_rooms_are_frozen() -> None:
    thawed = []
    named = [found.name for found in pkgutil.walk_packages(rooms.__path__, "opencanva.rooms.")]
    for module in (import_module(name) for name in named if name.endswith(".types")):
        for value in vars(module).values():
            if isinstance(value, type) and dataclasses.is_dataclass(value):
                frozen = value.__dataclass_params__.frozen  # type: ignore[attr-defined]
                if value.__module__ == module.__name__ and not frozen:
                    thawed.append(f"{module.__name__}.{value.__name__}")
    assert thawed == []
