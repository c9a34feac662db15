"""Takes a replay a step further when the picture that it waits for is there, or ends it with words."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from opencanva.blobs import StoreFailed
from opencanva.core.actor import Actor
from opencanva.core.db import DatabaseLost
from opencanva.core.work import Work, Works
from opencanva.kit.errors import Busy, Meaning, OutOfSpace
from opencanva.rooms.batches import checks
from opencanva.rooms.batches import service as batches
from opencanva.rooms.batches.checks import Plan
from opencanva.rooms.batches.types import UNFINISHED, Order, Parent, Reference, Status
from opencanva.rooms.replays import service, store
from opencanva.rooms.replays.types import Row

log = logging.getLogger(__name__)


async def advance(works: Works, id: str) -> None:
    """Go on with a replay if it can go on now; otherwise do nothing. It may be called any number of times."""
    async with works.reading(Actor("")) as work:
        owner = await store.owner_of(work.db, id)
    if owner is None:
        return
    async with works.reading(Actor(owner)) as work:
        row = await store.get(work.db, owner, id)
        steps = None if row is None else await _after(work, row)
    if row is None or steps is None:
        return
    try:
        await _go_on(works, owner, row, steps)
    except (DatabaseLost, Busy, OutOfSpace, StoreFailed):
        raise  # the sweeper tries again
    except Meaning as wrong:
        await _end(works, owner, row, steps, _name(row, row.done + 1) + wrong.words)
    except Exception:
        log.exception("replay %s broke", id)
        await _end(
            works, owner, row, steps, "Something broke on our side. Replay it again; the log has more."
        )


async def _after(work: Work, row: Row) -> list[Any] | None:
    """The steps with what became of the one that was waited for; None while it is not over."""
    if row.waiting_for is None:
        return None
    steps: list[Any] = [dict(step) for step in row.steps]
    now = steps[row.done]
    batch = (await batches.several(work, [row.waiting_for])).get(row.waiting_for)
    made = batch.generations[0] if batch is not None and batch.generations else None
    if made is None:
        now["ended"] = ("failed", "Its batch was deleted.")
    elif made.status in UNFINISHED:
        return None
    elif made.status == Status.CANCELLED:
        now["ended"] = ("cancelled", "It was cancelled.")
    elif made.status != Status.COMPLETE:
        now["ended"] = ("failed", made.problem.words if made.problem else "It made no picture.")
    elif made.image is None:
        now["ended"] = ("failed", "Its picture was deleted for ever.")
    else:
        now["made"] = made.image.id
    return steps


async def _go_on(works: Works, owner: str, row: Row, steps: list[Any]) -> None:
    wrong = steps[row.done].pop("ended", None)
    following = row.done + 1
    plan: Plan | None = None
    if wrong is None and following < len(steps):
        plan = await checks.plan(works.engines, _order(steps, following))
    async with works.writing(Actor(owner)) as work:
        held = await store.get(work.db, owner, row.id, hold=True)
        if held is None or held.waiting_for != row.waiting_for:
            return  # somebody else was faster, or it was cancelled
        if wrong is not None:
            held = await service.end(work, held, wrong[0], _name(row, row.done) + wrong[1])
        elif plan is None:
            held = await service.end(work, held, "complete", "", steps=steps, done=following)
        else:
            batch = await batches.start(work, plan)
            steps[following]["batch"] = batch.id
            values = {"steps": steps, "done": following, "waiting_for": batch.id}
            held = await service.write(work, held, values)
        service.tell(work, held)


async def _end(works: Works, owner: str, row: Row, steps: list[Any], reason: str) -> None:
    done = row.done + (1 if steps[row.done].get("made") else 0)
    async with works.writing(Actor(owner)) as work:
        held = await store.get(work.db, owner, row.id, hold=True)
        if held is not None and held.waiting_for == row.waiting_for:
            service.tell(work, await service.end(work, held, "failed", reason, steps=steps, done=done))


def _order(steps: list[Any], number: int) -> Order:
    """What a step asks for, with the pictures that this replay made in place of those of the way."""
    step = steps[number]
    first = number - step["stage"]  # of the same model

    def fresh(id: str) -> str:
        stage = step["swap"].get(id)
        return id if stage is None else str(steps[first + stage]["made"])

    given: dict[str, Any] = dict(step["order"])
    references = [Reference(**one) for one in given.pop("references")]
    parent = given.pop("parent")
    return Order(
        **given,
        references=[replace(one, image_id=fresh(one.image_id)) for one in references],
        parent=None if parent is None else Parent(fresh(parent["image_id"]), parent["kind"]),
    )


def _name(row: Row, number: int) -> str:
    """Which step words are about; steps are counted for each model from 1."""
    step: Any = row.steps[number]
    of_model = len(row.steps) // len(row.models)
    return f"Step {step['stage'] + 1} of {of_model} ({step['order']['models'][0]}): "
