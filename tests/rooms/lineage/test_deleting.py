"""Whatever is deleted for ever, in whatever order: what is left knows what it grew out of; nothing else stays."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest
import sqlalchemy as sa

from opencanva.core.actor import Actor
from opencanva.rooms.lineage.service import link
from opencanva.rooms.lineage.tables import ghosts, links
from opencanva.rooms.lineage.types import Link
from tests.rooms.lineage.forest import plant
from tests.served import App

Pair = tuple[str, str]


@dataclass
class Model:
    """What must be known: the home of every picture that is there or was deleted by itself, and all links."""

    home: dict[str, str] = field(default_factory=dict)
    dead: set[str] = field(default_factory=set)
    above: dict[str, set[str]] = field(default_factory=dict)

    def ancestors(self, id: str) -> set[str]:
        found: set[str] = set()
        waiting = [id]
        while waiting:
            fresh = self.above.get(waiting.pop(), set()) - found
            found |= fresh
            waiting += fresh
        return found

    def needed(self) -> set[str]:
        """What is there, what was deleted by itself and is linked, and the ancestors of all these."""
        linked = {end for child, all in self.above.items() if all for end in (child, *all)}
        seen = {id for id in self.home if id not in self.dead or id in linked}
        return seen.union(*(self.ancestors(id) for id in seen)) if seen else set()


@pytest.mark.parametrize("seed", range(4))
async def test_random_deletions_leave_what_is_needed_and_nothing_else(app: App, seed: int) -> None:
    pick, model = random.Random(seed), Model()
    actor = Actor(app.house.owner.id)
    everything: list[str] = []
    for _ in range(4):
        parents = [[pick.randrange(n)] if n and pick.random() < 0.5 else [] for n in range(8)]
        async with app.house.works.writing(actor) as work:
            session, ids = await plant(work, parents)
            model.home |= dict.fromkeys(ids, session)
            for child, above in enumerate(parents):
                model.above[ids[child]] = {ids[parent] for parent in above}
            across = [Link(pick.choice(everything), child, "reference") for child in ids[::3] if everything]
            await link(work, across)
            for one in across:
                model.above[one.child_image_id].add(one.parent_image_id)
        everything += ids
    while model.home:
        living = [id for id in model.home if id not in model.dead]
        sessions = sorted(set(model.home.values()))
        doomed = pick.sample(living, min(len(living), pick.randrange(4))) if living else []
        if not doomed or pick.random() < 0.3:
            doomed.append(pick.choice(sessions))
        await app.post("/organise", {"act": "trash", "ids": doomed})
        await app.post("/trash/delete", {"ids": doomed})
        model.dead |= set(doomed) - set(sessions)
        gone = {id for id, home in model.home.items() if home in doomed}
        model.home = {id: home for id, home in model.home.items() if id not in gone}
        needed = model.needed()
        model.above = {id: all & needed for id, all in model.above.items() if id in needed}
        await look(app, model)


async def look(app: App, model: Model) -> None:
    """Compare all that can be seen, and all that is stored, with the model."""
    needed = model.needed()
    async with app.house.database.read() as db:
        remembered = set(await db.scalars(sa.select(ghosts.c.image_id)))
        rows = await db.execute(sa.select(links.c.parent_image_id, links.c.child_image_id))
        stored: set[Pair] = {(row[0], row[1]) for row in rows}
    assert remembered == {id for id in needed if id not in model.home or id in model.dead}
    assert stored == {(parent, child) for child, all in model.above.items() for parent in all}
    for session in set(model.home.values()):
        told = await app.get(f"/sessions/{session}/lineage")
        shown: set[Pair] = {(one["parent"], one["child"]) for one in told["links"]}
        assert shown == {
            (up, id) for id, home in model.home.items() if home == session for up in model.above.get(id, ())
        }
        assert {node["id"] for node in told["nodes"] if node["ghost"]} <= remembered
    for id in model.home:
        if id not in model.dead:
            told = await app.get(f"/images/{id}/path")
            assert len(told["steps"]) - 1 + told["others"] == len(model.ancestors(id))
