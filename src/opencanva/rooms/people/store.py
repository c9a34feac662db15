"""All SQL of the people room."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.rooms.people.tables import people
from opencanva.rooms.people.types import Person, PersonId


async def first(db: AsyncConnection) -> Person | None:
    """The oldest person."""
    row = (await db.execute(sa.select(people).order_by(people.c.id).limit(1))).first()
    return None if row is None else _person(row)


async def get(db: AsyncConnection, id: str, *, hold: bool = False) -> Person | None:
    """The person with this id; `hold` lets nobody else change them before this transaction ends."""
    query = sa.select(people).where(people.c.id == id)
    if hold:
        query = query.with_for_update(key_share=True)
    row = (await db.execute(query)).first()
    return None if row is None else _person(row)


async def insert(db: AsyncConnection, person: Person) -> None:
    """Add a person."""
    await db.execute(
        people.insert().values(
            id=person.id, name=person.name, draft=person.draft, created_at=person.created_at
        )
    )


async def set_draft(db: AsyncConnection, id: str, draft: dict[str, Any] | None) -> None:
    """Replace the draft."""
    await db.execute(people.update().where(people.c.id == id).values(draft=draft))


def _person(row: sa.Row[Any]) -> Person:
    return Person(PersonId(row.id), row.name, row.created_at, row.draft)
