"""Rules about people: for now there is one local owner, and every row carries its owner."""

from __future__ import annotations

from typing import Any

from opencanva.core import events
from opencanva.core.work import Work
from opencanva.kit.errors import NotFound
from opencanva.kit.ids import new_id
from opencanva.rooms.people import store
from opencanva.rooms.people.types import Person, PersonId


async def settle_owner(work: Work) -> Person:
    """The local owner, made on the first start."""
    found = await store.first(work.db)
    if found is not None:
        return found
    person = Person(PersonId(new_id()), "You", work.clock.now(), None)
    await store.insert(work.db, person)
    await events.open_stream(work.db, person.id)
    return person


async def myself(work: Work, *, hold: bool = False) -> Person:
    """Who acts; `hold` keeps others from changing them until this Work ends. Raises NotFound."""
    person = await store.get(work.db, work.actor.owner, hold=hold)
    if person is None:
        raise NotFound("This person is no longer here.", field="person")
    return person


async def keep_draft(work: Work, draft: dict[str, Any]) -> None:
    """Keep what stands in the composer while no session is open."""
    await store.set_draft(work.db, work.actor.owner, draft)
