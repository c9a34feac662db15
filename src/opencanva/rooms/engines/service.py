"""Rules about setting up engines: the front door of the room."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from opencanva.core.work import Work
from opencanva.kit.errors import Invalid
from opencanva.kit.text import clean_line
from opencanva.rooms.engines import store
from opencanva.rooms.engines.errors import EngineFixed, EngineTaken
from opencanva.rooms.engines.messages import EnginesChanged
from opencanva.rooms.engines.preparing import Prepared
from opencanva.rooms.engines.types import NewEngine, Stored

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
LONGEST_ID = 40
MOST_DEFAULTS = 4


def choose_id(kind: str, wanted: str | None, kinds: Collection[str], standing: Collection[str]) -> str:
    """The id of an engine to be: as wanted, or made from its kind.

    `kinds` are the ids of all kinds, `standing` those of the engines that are there. Raises EngineTaken, Invalid.
    """
    taken = {*standing, *(set(kinds) - {kind})}
    if wanted is None:
        number = 1
        while (id := kind if number == 1 else f"{kind}-{number}") in taken:
            number += 1
        return id
    if len(wanted) > LONGEST_ID or not _ID.match(wanted):
        raise Invalid(
            f"An id is 1 to {LONGEST_ID} lower-case letters, digits and single hyphens.", field="id"
        )
    if wanted in taken:
        raise EngineTaken(f"There is an engine or a kind “{wanted}” already. Choose another id.", field="id")
    return wanted


async def add(work: Work, new: NewEngine, prepared: Prepared) -> str:
    """Set up an engine under an id that was chosen; returns the id. Raises EngineTaken."""
    await store.hold(work.db)
    id = new.id
    if new.others is not None:  # somebody else may have been given it a moment ago
        own = {row.engine for row in await store.all_of(work.db) if row.own}
        id = choose_id(new.kind, None, (), {*new.others, *own} if id in own else new.others)
    row = await store.get(work.db, id)
    if row is not None and row.own:
        raise EngineTaken(f"There is an engine “{id}” already. Choose another id.", field="id")
    if row is not None:  # the place and limits of an engine that was there by the environment
        await store.delete(work.db, id)
    made = Stored(id, new.kind, True, _name(new.name), prepared.open_values, prepared.sealed_values)
    await store.insert(work.db, made, work.clock.now())
    work.emit(EnginesChanged([id]))
    return id


async def change(work: Work, id: str, kind: str, prepared: Prepared, values: Mapping[str, Any]) -> None:
    """Change an engine's settings, and what else `values` holds by column. Raises Invalid."""
    await store.hold(work.db)
    row = await _row(work, id, kind)
    wanted = dict(values)
    if "name" in wanted:
        wanted["name"] = _name(wanted["name"])
    for number, model in enumerate(wanted.get("default_models") or []):
        if not model.startswith(f"{id}/"):
            raise Invalid("This model is another engine's. Take it off.", field=f"default_models.{number}")
    gone = prepared.gone
    old_open = {name: value for name, value in row.open_values.items() if name not in gone}
    old_sealed = {name: value for name, value in row.sealed_values.items() if name not in gone}
    wanted["open_values"] = old_open | prepared.open_values
    wanted["sealed_values"] = old_sealed | prepared.sealed_values
    await store.update(work.db, id, wanted, work.clock.now())
    work.emit(EnginesChanged([id]))


async def remove(work: Work, id: str, source: str) -> None:
    """Take an engine away; what it made, its history and its costs stay. Raises EngineFixed."""
    await store.hold(work.db)
    row = await store.get(work.db, id)
    if row is None or not row.own:
        raise EngineFixed(
            "This engine comes from the environment. Take its variables away there, or hide it here."
            if source == "environment"
            else "This engine comes with the program and cannot be removed. Hide it instead."
        )
    await store.delete(work.db, id)
    work.emit(EnginesChanged([id]))


async def put_in_order(work: Work, ids: Sequence[str], kinds: Mapping[str, str]) -> None:
    """Put all engines in this order; `kinds` is the kind of each. Raises Invalid unless each is there once."""
    if sorted(ids) != sorted(kinds):
        raise Invalid("Name every engine once. The list may have changed: read it again.", field="ids")
    await store.hold(work.db)
    for place, id in enumerate(ids):
        await _row(work, id, kinds[id])
        await store.update(work.db, id, {"place": place}, work.clock.now())
    work.emit(EnginesChanged(list(ids)))


async def _row(work: Work, id: str, kind: str) -> Stored:
    """The engine's row; made for one that only stood there so far."""
    row = await store.get(work.db, id)
    if row is None:
        row = Stored(id, kind, False)
        await store.insert(work.db, row, work.clock.now())
    return row


def _name(name: str) -> str:
    return clean_line(name)[:100]
