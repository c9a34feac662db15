"""Databases with work in them come along to a newer schema, and nothing of it is lost."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from opencanva.core.db import Database
from opencanva.kit.ids import new_id
from opencanva.migrations import bring_up, downgrade, upgrade

BEFORE_ORGANISING = "0001"


async def test_sessions_from_before_organising_come_along_with_the_models_they_used(
    empty_database_url: str,
) -> None:
    database = Database.open(empty_database_url)
    async with database.write() as db:
        await db.run_sync(upgrade, BEFORE_ORGANISING)
        ids = await db.run_sync(_fill)
    assert await bring_up(database)
    async with database.read() as db:
        kept = (
            await db.execute(sa.text("SELECT name, models, pinned, trashed_at, referenced FROM sessions"))
        ).one()
        held = await db.scalar(sa.text("SELECT session_id FROM batches"))
        folded = await db.scalar(sa.text("SELECT folded FROM prompts"))
    assert (kept.name, bool(kept.pinned), kept.trashed_at, bool(kept.referenced)) == (
        "Storm",
        False,
        None,
        True,
    )
    assert "fake/quick" in str(kept.models)
    assert held == ids["session"]
    assert folded == "a cafe fox"
    async with database.write() as db:
        await db.run_sync(downgrade, BEFORE_ORGANISING)
    async with database.read() as db:
        assert await db.scalar(sa.text("SELECT name FROM sessions")) == "Storm"
        assert await db.scalar(sa.text("SELECT count(*) FROM images")) == 1
    await database.close()


def _fill(connection: sa.Connection) -> dict[str, str]:
    """A folder, a session, a batch and its picture, as version 0001 keeps them."""
    tables = sa.MetaData()
    tables.reflect(connection)
    ids = {
        name: new_id() for name in ("owner", "folder", "session", "prompt", "batch", "generation", "image")
    }
    owned: dict[str, Any] = {"owner_id": ids["owner"], "created_at": 1}
    rows: list[tuple[str, dict[str, Any]]] = [
        ("people", {"id": ids["owner"], "name": "You", "created_at": 1}),
        ("folders", {"id": ids["folder"], "order_key": "a0", "name": "Clients"} | owned),
        (
            "sessions",
            {"id": ids["session"], "folder_id": ids["folder"], "order_key": "a0", "name": "Storm"}
            | {"named_by": "person", "modified_at": 1, "opened_at": 1}
            | owned,
        ),
        ("prompts", {"id": ids["prompt"], "identity": "x", "text": "a Café fox"} | owned),
        (
            "batches",
            {"id": ids["batch"], "session_id": ids["session"], "prompt_id": ids["prompt"], "prompt": "a fox"}
            | {"models": ["fake/quick"], "ratio": "1:1", "images_per_model": 1, "options": {}}
            | {"references": [{"image_id": ids["image"], "role": None, "strength": 0.5}]}
            | owned,
        ),
        (
            "images",
            {"id": ids["image"], "session_id": ids["session"], "sha256": "0" * 64, "media_type": "image/png"}
            | {"width": 1, "height": 1, "bytes": 1, "thumbhash": "", "origin": "uploaded"}
            | owned,
        ),
    ]
    for table, row in rows:
        connection.execute(tables.tables[table].insert(), row)
    return ids
