"""The program's rooms without HTTP, for thousands of steps: acts of one person, and what that person sees."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import orjson
import uvloop

from opencanva.api.sidebars import Sidebars
from opencanva.core import events
from opencanva.core.actor import Actor
from opencanva.core.work import Work
from opencanva.house import House, open_house
from opencanva.kit.clock import HeldClock
from opencanva.kit.ids import new_id
from opencanva.kit.values import plain
from opencanva.rooms.acts import service as acts
from opencanva.rooms.acts.messages import Organised
from opencanva.rooms.people import store as people_store
from opencanva.rooms.people.types import Person, PersonId
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.trash import service as trash
from opencanva.settings import Settings
from tests.rooms.organise.tree import kept
from tests.sidebars import whole

T = TypeVar("T")
START = 1_750_000_000_000


@dataclass(frozen=True)
class View:
    """What one person sees at one moment."""

    version: int
    rows: dict[str, dict[str, Any]]
    """The sidebar's lines by id, with `kind` added."""
    siblings: dict[str | None, list[tuple[str, str]]]
    """Id and order of what lies in each folder, sorted as the sidebar shows it."""
    trash: list[str]
    acts: list[dict[str, Any]]
    told: list[events.Told]
    """The events since the last look."""


class Stage:
    """An open house and the loop that it lives in."""

    def __init__(self, runner: asyncio.Runner, house: House, clock: HeldClock) -> None:
        self.runner, self.house, self.clock = runner, house, clock
        self.sidebars = Sidebars()
        self.steps = 0

    def person(self) -> Actor:
        """Somebody new, with nothing yet."""

        async def make(work: Work) -> str:
            person = Person(PersonId(new_id()), "Somebody", work.clock.now(), None)
            await people_store.insert(work.db, person)
            await events.open_stream(work.db, person.id)
            return person.id

        return Actor(self.write(Actor(""), make))

    def write(self, actor: Actor, act: Callable[[Work], Awaitable[T]]) -> T:
        """Run this in a Work of its own, a second after the last one."""
        self.clock.advance(1000)

        async def run() -> T:
            async with self.house.works.writing(actor) as work:
                return await act(work)

        return self.runner.run(run())

    def look(self, actor: Actor, since: int) -> View:
        """What this person sees, and what was told after event number `since`."""

        async def run() -> View:
            async with self.house.works.reading(actor) as work:
                number = await sessions.version(work, Organised)
                tree = {"version": number, **await kept(work)}
                _same(tree, whole(orjson.loads(await self.sidebars.body(work, number))))
                thrown = await trash.ids_before(work, work.clock.now() + 1)
                done = plain(await acts.newest(work, 500))
                told = await events.after(work.db, actor.owner, since, 1000)
                return _view(tree, thrown, done, told or [])

        return self.runner.run(run())


def _same(kept: Any, sent: Any) -> None:
    """What is sent from memory is what the database holds."""
    for kind in ("folders", "sessions"):
        held = {line["id"]: line for line in kept[kind]}
        told = {line["id"]: line for line in sent[kind]}
        assert len(told) == len(sent[kind])
        wrong = {id: (held.get(id), told.get(id)) for id in held.keys() | told.keys()}
        wrong = {id: pair for id, pair in wrong.items() if pair[0] != pair[1]}
        assert not wrong, f"the sidebar is sent with other rows than there are: {wrong}"


def _view(tree: Any, thrown: list[str], done: Any, told: list[events.Told]) -> View:
    lines = [
        *(line | {"kind": "folders", "parent": line["parent_id"]} for line in tree["folders"]),
        *(line | {"kind": "sessions", "parent": line["folder_id"]} for line in tree["sessions"]),
    ]
    rows = {line["id"]: line for line in lines}
    assert len(rows) == len(lines), "something stands in the sidebar twice"
    siblings: dict[str | None, list[tuple[str, str]]] = {None: []}
    siblings |= {line["id"]: [] for line in tree["folders"]}
    for line in sorted(lines, key=lambda line: (line["order"].encode(), line["id"])):
        assert line["parent"] in siblings, f"{line['id']} lies in a folder that is not there"
        siblings[line["parent"]].append((line["id"], line["order"]))
    return View(tree["version"], rows, siblings, thrown, done, told)


@contextmanager
def open_stage(home: Path, database_url: str) -> Iterator[Stage]:
    """Open a house over this database, with a clock that the stage turns."""
    settings = Settings(home=home, database=database_url, blobs="memory://", port=0, open_browser=False)
    clock = HeldClock(START)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        house = runner.run(open_house(settings, {}, clock=clock))
        try:
            yield Stage(runner, house, clock)
        finally:
            runner.run(house.close())
