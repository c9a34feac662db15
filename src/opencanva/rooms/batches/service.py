"""Rules about batches and generations: the front door of the room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from opencanva.core.work import Work
from opencanva.kit.errors import NotFound
from opencanva.kit.ids import known_shape, new_id
from opencanva.kit.pages import read_cursor, write_cursor
from opencanva.kit.values import plain
from opencanva.rooms.batches import job_store, store
from opencanva.rooms.batches.checks import Plan, Planned
from opencanva.rooms.batches.errors import NotPossibleNow
from opencanva.rooms.batches.messages import (
    BatchStarted,
    GenerationCancelled,
    GenerationCancelRequested,
    GenerationRequeued,
    GenerationSpent,
    run_generation,
)
from opencanva.rooms.batches.types import (
    RETRYABLE,
    RUNNING,
    Batch,
    Generation,
    Order,
    Status,
    Use,
    Uses,
)
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Image
from opencanva.rooms.prompts import service as prompts
from opencanva.rooms.references import service as references
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions import trashed
from opencanva.rooms.sessions.errors import InTrash
from opencanva.rooms.sessions.types import Change


async def start(work: Work, plan: Plan) -> Batch:
    """Record a checked order and send its generations to the workers.

    Makes a session named from the prompt when the order names none. Raises NotFound for a session, folder or
    reference that is not there.
    """
    order, now = plan.order, work.clock.now()
    if order.session_id is None:
        session = await sessions.create_for_prompt(work, order.prompt, order.folder_id)
    else:
        # Its row before those of its prompts, as organising holds them; and it cannot be thrown away meanwhile.
        await sessions.get(work, order.session_id, hold=True)
        session = await sessions.living(work, order.session_id)
        await sessions.name_from_prompt(work, session, order.prompt)
    known = await _references(work, order)
    prompt_id = await prompts.record(work, session.id, order.prompt)
    batch_id = new_id()
    rows = [_row(order, planned, number, known) for number, planned in enumerate(plan.generations)]
    await store.insert(work.db, work.actor.owner, batch_id, session.id, prompt_id, order, rows, now)
    settings = {
        "models": order.models,
        "ratio": order.ratio,
        "images_per_model": order.images_per_model,
        "options": order.options,
    }
    await sessions.remember(work, session.id, settings)
    await sessions.used(work, session.id, order.models, bool(order.references))
    given = {reference.image_id: known[reference.image_id] for reference in order.references}
    await references.note_use(work, session.id, batch_id, given.values(), len(rows))
    batch = await get(work, batch_id)
    for made in batch.generations:
        work.enqueue(run_generation(made.id))
    work.emit(BatchStarted(batch))
    await sessions.count(work, session.id, Change(batches=1, generations=len(rows), working=len(rows)))
    return batch


async def get(work: Work, id: str) -> Batch:
    """One batch. Raises NotFound."""
    row = await store.get(work.db, work.actor.owner, known_shape(id, "batch"))
    if row is None:
        raise NotFound("This batch is not here. It may have been deleted.", field="batch_id")
    return (await _whole(work, [row]))[0]


async def several(work: Work, ids: Sequence[str]) -> dict[str, Batch]:
    """Those of these batches that are there and the actor's, by id."""
    rows = await store.several(work.db, work.actor.owner, list(dict.fromkeys(ids)))
    return {batch.id: batch for batch in await _whole(work, rows)}


async def of_session(
    work: Work, session_id: str, cursor: str | None, limit: int
) -> tuple[list[Batch], str | None]:
    """Batches of a session, newest first, and the cursor of the next page. Raises NotFound, WrongCursor."""
    key = read_cursor(cursor, str)
    owner = work.actor.owner
    before = None if key is None else key[0]
    rows = await store.page(work.db, owner, known_shape(session_id, "session"), before, limit + 1)
    if not rows:
        await sessions.get(work, session_id)
    more = len(rows) > limit
    rows = rows[:limit]
    return await _whole(work, rows), write_cursor(rows[-1].id) if more else None


async def before(work: Work, session_id: str, at: str | None, after: str | None, limit: int) -> list[Batch]:
    """Batches of a session, newest first, from the one with id `at` (included) on, or after `after`."""
    rows = await store.page(work.db, work.actor.owner, session_id, after, limit, at)
    return await _whole(work, rows)


async def generation(work: Work, id: str) -> Generation:
    """One generation. Raises NotFound."""
    row = await store.generation(work.db, work.actor.owner, known_shape(id, "generation"))
    if row is None:
        raise NotFound("This generation is not here. It may have been deleted.", field="generation_id")
    return (await _generations(work, [row]))[0]


async def generations(work: Work, ids: Sequence[str]) -> dict[str, Generation]:
    """Those of these generations that are there and the actor's, by id."""
    rows = await store.generations_with(work.db, work.actor.owner, list(dict.fromkeys(ids)))
    return {made.id: made for made in await _generations(work, rows)}


async def cancel(work: Work, id: str) -> Generation:
    """Stop a generation: at once while it waits, by asking its worker while it runs.

    One that is cancelled already stays so. Raises NotPossibleNow when it has ended otherwise.
    """
    made = await generation(work, id)
    if made.status == Status.CANCELLED:
        return made
    if await _drop(work, made.id):
        return await generation(work, id)
    if await store.update(work.db, work.actor.owner, id, RUNNING, {"cancel_requested": True}):
        made = await generation(work, id)
        work.emit(GenerationCancelRequested(made))
        return made
    raise NotPossibleNow("This generation has ended already; there is nothing to cancel.")


async def cancel_batch(work: Work, id: str) -> Batch:
    """Stop everything of a batch that has not ended."""
    # A worker that finishes one holds its row and then the session's: taken in another order both would wait.
    await store.hold(work.db, known_shape(id, "batch"))
    batch = await get(work, id)
    for made in batch.generations:
        if made.status in (Status.QUEUED, *RUNNING):
            await cancel(work, made.id)
    return await get(work, id)


async def retry(work: Work, id: str) -> Generation:
    """Ask again for the same picture. Raises NotPossibleNow unless it failed, was cancelled or interrupted."""
    made = await generation(work, id)
    await sessions.living(work, made.session_id)
    ask = await store.ask_of(work.db, work.actor.owner, id) or {}
    again = {
        "status": Status.QUEUED.value,
        "progress": 0.0,
        "stage": "",
        "problem_code": None,
        "problem_words": None,
        "notices": [],
        "cancel_requested": False,
        "dismissed_at": None,
        "queued_at": work.clock.now(),
        "started_at": None,
        "finished_at": None,
        "memo": None,
        "paying": False,
        "tries": 0,
        "due_at": 0,
        "lease_until": 0,
        # A new key, or a host that remembers keys would answer with the old failure.
        "ask": ask | {"key": f"{id}-{made.attempt}"},
    }
    if not await store.update(work.db, work.actor.owner, id, RETRYABLE, again):
        raise NotPossibleNow("Only a failed, cancelled or interrupted generation can be tried again.")
    made = await generation(work, id)
    work.enqueue(run_generation(made.id))
    work.emit(GenerationRequeued(made))
    await sessions.count(work, made.session_id, Change(working=1))
    return made


async def uses(work: Work, image_id: str, cursor: str | None, limit: int) -> Uses:
    """Where an image was used as a reference, newest first. Raises NotFound, WrongCursor."""
    await images.get(work, image_id)
    key = read_cursor(cursor, str)
    count, ids = await references.uses(work, image_id, None if key is None else key[0], limit + 1)
    rows = await store.several(work.db, work.actor.owner, ids[:limit])
    names = await sessions.names(work, [row.session_id for row in rows])
    items = [_use(batch, image_id, names[batch.session_id].name) for batch in await _whole(work, rows)]
    return Uses(count, items, write_cursor(ids[limit - 1]) if len(ids) > limit else None)


def _use(batch: Batch, image_id: str, name: str) -> Use:
    reference = next(one for one in batch.references if one.image_id == image_id)
    made = [one.image for one in batch.generations if one.image is not None and one.image.trashed_at is None]
    place = (batch.id, batch.session_id, name)
    return Use(*place, batch.prompt, batch.created_at, reference.role, reference.strength, made)


async def _drop(work: Work, id: str) -> bool:
    now = work.clock.now()
    values = {"status": Status.CANCELLED.value, "finished_at": now, "cancel_requested": True}
    if not await store.update(work.db, work.actor.owner, id, [Status.QUEUED], values):
        return False
    made = await generation(work, id)
    work.emit(GenerationCancelled(made))
    if any(await job_store.paid(work.db, made.id)):  # by a worker that gave it back
        work.emit(spent(made, paid=True))
    await sessions.count(work, made.session_id, Change(working=-1))
    return True


def spent(made: Generation, *, paid: bool) -> GenerationSpent:
    """What is written down of an attempt that ended without a picture: the estimate when it may have been paid."""
    return GenerationSpent(made, "may have been charged" if paid else "not charged", paid)


async def _references(work: Work, order: Order) -> dict[str, Image]:
    wanted = [known_shape(reference.image_id, "image") for reference in order.references]
    parent = [known_shape(order.parent.image_id, "image")] if order.parent else []
    known = await images.several(work, {*wanted, *parent})
    homes = {known[id].session_id for id in wanted if id in known}
    thrown = await trashed.among(work, [home for home in homes if home is not None])
    for number, id in enumerate(wanted):
        if id in known and known[id].session_id in thrown:
            raise InTrash(
                "The session of this reference image is in the trash. Restore it or take the reference off.",
                field=f"references.{number}.image_id",
            )
        if id in known and known[id].trashed_at is not None:
            raise InTrash(
                "This reference image is in the trash. Restore it or take it off, then try again.",
                field=f"references.{number}.image_id",
            )
        if id not in known:
            raise NotFound(
                "This reference image is no longer here. Take it off and try again.",
                field=f"references.{number}.image_id",
            )
    if parent and parent[0] not in known:
        raise NotFound("The image to start from is no longer here.", field="parent.image_id")
    return known


def _row(order: Order, planned: Planned, number: int, known: dict[str, Image]) -> dict[str, Any]:
    id, model = new_id(), planned.offered
    price = model.model.price
    return {
        "id": id,
        "position": number,
        "model": model.id,
        "engine": model.engine,
        "seed": planned.seed,
        "width": planned.width,
        "height": planned.height,
        "cost_amount": price.amount,
        "cost_currency": price.currency,
        "cost_estimated": price.amount > 0 or not price.known,
        "ask": {
            "key": id,
            "model": model.model.id,
            "prompt": order.prompt,
            "ratio": order.ratio,
            "width": planned.width,
            "height": planned.height,
            "seed": planned.seed,
            "negative": planned.negative,
            "options": planned.options,
            "references": [
                plain(ref)
                | {"sha256": known[ref.image_id].sha256, "media_type": known[ref.image_id].media_type}
                for ref in order.references
            ],
        },
    }


async def _generations(work: Work, rows: Sequence[store.Row]) -> list[Generation]:
    shown = await images.several(work, [row.image_id for row in rows if row.image_id is not None])
    return [store.as_generation(row, shown.get(row.image_id)) for row in rows]


async def _whole(work: Work, rows: Sequence[store.Row]) -> list[Batch]:
    made = await _generations(work, await store.generations_of(work.db, [row.id for row in rows]))
    of: dict[str, list[Generation]] = {row.id: [] for row in rows}
    for one in made:
        of[one.batch_id].append(one)
    return [store.as_batch(row, of[row.id]) for row in rows]
