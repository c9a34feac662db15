"""Pictures from before histories had an order of their own come along with their places."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Database
from opencanva.kit.ids import new_id
from opencanva.migrations import bring_up, upgrade

BEFORE_REVIEWING = "0002"


async def test_pictures_of_an_older_database_get_the_place_of_their_generation(
    empty_database_url: str,
) -> None:
    database = Database.open(empty_database_url)
    async with database.write() as db:
        await db.run_sync(upgrade, BEFORE_REVIEWING)
        batch, made, brought = await db.run_sync(_fill)
    assert await bring_up(database)
    async with database.read() as db:
        rows = await db.execute(sa.text("SELECT id, place FROM images"))
        places = {row.id: row.place for row in rows}
    await database.close()
    assert places == {made[0]: f"{batch}.9999", made[1]: f"{batch}.9998", brought: None}


def _fill(connection: sa.Connection) -> tuple[str, list[str], str]:
    """A batch of two pictures and one that was brought, with the least that their tables ask for."""
    known = sa.MetaData()
    known.reflect(connection)
    tables = known.tables
    owner, session, prompt, batch, brought = (new_id() for _ in range(5))
    made = [new_id(), new_id()]
    generations = [new_id(), new_id()]
    common = {"owner_id": owner, "created_at": 1}

    def add(table: str, **values: object) -> None:
        connection.execute(tables[table].insert(), values)

    def picture(id: str, origin: str, generation: str | None) -> None:
        size = {"width": 1, "height": 1, "bytes": 1, "thumbhash": ""}
        add(
            "images",
            id=id,
            session_id=session,
            generation_id=generation,
            sha256="0" * 64,
            **{"media_type": "image/png", "origin": origin, **size, **common},
        )

    add("people", id=owner, name="You", created_at=1)
    named = {"order_key": "a0", "name": "Storm", "named_by": "person", "modified_at": 1, "opened_at": 1}
    add("sessions", id=session, **named, **common)
    add("prompts", id=prompt, identity="x", text="a fox", **common)
    asked = {"models": ["fake/quick"], "ratio": "1:1", "images_per_model": 2, "options": {}, "references": []}
    add("batches", id=batch, session_id=session, prompt_id=prompt, prompt="a fox", **asked, **common)
    for at, generation in enumerate(generations):
        picture(made[at], "made", generation)
        size = {"width": 1, "height": 1, "notices": [], "ask": {}, "queued_at": 1, "image_id": made[at]}
        names = {"model": "fake/quick", "engine": "fake", "status": "complete", "owner_id": owner}
        add("generations", id=generation, batch_id=batch, session_id=session, position=at, **size, **names)
    picture(brought, "uploaded", None)
    return batch, made, brought
