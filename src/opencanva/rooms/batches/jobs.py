"""The steps of a generation's job as rules: each is one short Work under the fence of the attempt."""

from __future__ import annotations

from typing import Any

from opencanva.core.work import Work
from opencanva.engines.contract import Price
from opencanva.rooms.batches import job_store, service
from opencanva.rooms.batches.messages import (
    GenerationCancelled,
    GenerationFailed,
    GenerationFinished,
    GenerationInterrupted,
    GenerationRequeued,
    GenerationSpent,
    GenerationStarted,
    run_generation,
)
from opencanva.rooms.batches.types import Claim, Generation, Status
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Stored
from opencanva.rooms.lineage import service as lineage
from opencanva.rooms.lineage.types import Link
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.types import Change, Cover

MOST_TRIES = 20


async def claim(work: Work, waiting: job_store.Waiting, lease: int, limit: int) -> Claim | None:
    """Take a generation for `lease` ms; None when it is taken, done, or its engine has no place."""
    now = work.clock.now()
    claimed = await job_store.claim(work.db, waiting.id, waiting.engine, now, lease, limit)
    if claimed is not None:
        work.emit(GenerationStarted(await service.generation(work, claimed.id)))
    return claimed


async def beat(work: Work, claim: Claim, lease: int, status: Status, progress: float, stage: str) -> bool:
    """Keep the lease and write where the generation stands; False when it is no longer this worker's."""
    values = {
        "lease_until": work.clock.now() + lease,
        "status": status.value,
        "progress": progress,
        "stage": stage[:60],
    }
    return await job_store.fenced(work.db, claim, values)


async def about_to_pay(work: Work, claim: Claim) -> bool:
    """Write down that a call that costs money is about to be made."""
    return await job_store.fenced(work.db, claim, {"paying": True})


async def keep_memo(work: Work, claim: Claim, memo: str) -> bool:
    """Keep the handle of the remote job, before anybody waits for it."""
    return await job_store.fenced(work.db, claim, {"memo": memo, "paying": False})


async def complete(
    work: Work,
    claim: Claim,
    stored: Stored,
    *,
    seed: int | None,
    cost: Price | None,
    facts: dict[str, Any],
    notices: list[str],
) -> bool:
    """Keep the picture, its lineage, the status and the event together; False when fenced off."""
    values: dict[str, Any] = {
        "status": Status.COMPLETE.value,
        "progress": 1.0,
        "stage": "",
        "finished_at": work.clock.now(),
        "notices": notices,
        "facts": facts,
    }
    if seed is not None:
        values["seed"] = seed
    if cost is not None:
        values |= {"cost_amount": cost.amount, "cost_currency": cost.currency, "cost_estimated": False}
    if not await job_store.fenced(work.db, claim, values):
        return False
    image = await images.keep(
        work, stored, origin="made", session_id=claim.session_id, generation_id=claim.id
    )
    await job_store.show(work.db, claim.id, image.id)
    batch = await service.get(work, claim.batch_id)
    # The parent first: of several links the first one tells what the image grew out of.
    links = [Link(batch.parent.image_id, image.id, batch.parent.kind)] if batch.parent else []
    links += [Link(reference.image_id, image.id, "reference") for reference in batch.references]
    await lineage.link(work, links)
    made = next(one for one in batch.generations if one.id == claim.id)
    work.emit(GenerationFinished(made))
    work.emit(GenerationSpent(made, cost.source if cost else "estimate"))
    change = Change(
        images=1, bytes=stored.bytes, working=-1, unseen=1, cover=Cover(image.id, image.thumbhash)
    )
    await sessions.count(work, claim.session_id, change)
    await hand_on(work, claim.engine)
    return True


async def fail(work: Work, claim: Claim, code: str, words: str, notices: list[str] | None = None) -> bool:
    """End without a picture, with a reason a person can act on."""
    made = await _end(work, claim, Status.FAILED, code, words, notices)
    if made is not None:
        work.emit(GenerationFailed(made))
        await sessions.count(work, claim.session_id, Change(working=-1, failed=1))
    return made is not None


async def stop(work: Work, claim: Claim) -> bool:
    """End because a person asked for it."""
    made = await _end(work, claim, Status.CANCELLED, None, None)
    if made is not None:
        work.emit(GenerationCancelled(made))
        await sessions.count(work, claim.session_id, Change(working=-1))
    return made is not None


async def interrupt(work: Work, claim: Claim) -> bool:
    """End because a paid call was cut off and nobody knows whether it went through."""
    words = (
        "The program stopped while this picture was being paid for, so it may have been made and charged. "
        "It was not asked for again. Retry to pay for a new one."
    )
    made = await _end(work, claim, Status.INTERRUPTED, "interrupted", words)
    if made is not None:
        work.emit(GenerationInterrupted(made))
        await sessions.count(work, claim.session_id, Change(working=-1, failed=1))
    return made is not None


async def wait(work: Work, claim: Claim, words: str, delay: int) -> bool:
    """Give the place back because the engine is busy; due again after `delay` ms."""
    now = work.clock.now()
    values = {
        "status": Status.QUEUED.value,
        "progress": 0.0,
        "stage": words[:60],
        "lease_until": 0,
        "due_at": now + delay,
        "paying": False,
        "tries": claim.tries + 1,
    }
    if not await job_store.fenced(work.db, claim, values):
        return False
    await job_store.close_gate(work.db, claim.engine, now + delay)
    work.emit(GenerationRequeued(await service.generation(work, claim.id)))
    return True


async def release(work: Work, claim: Claim) -> bool:
    """Give the place back because this worker is stopping; somebody takes it over at once."""
    values = {"lease_until": 0, "status": Status.QUEUED.value, "progress": 0.0, "stage": ""}
    return await job_store.fenced(work.db, claim, values)


async def hand_on(work: Work, engine: str) -> None:
    """Order the next waiting generation of an engine that has a place again."""
    for id in await job_store.due(work.db, work.clock.now(), per_engine=1, engine=engine):
        work.enqueue(run_generation(id))


async def _end(
    work: Work,
    claim: Claim,
    status: Status,
    code: str | None,
    words: str | None,
    notices: list[str] | None = None,
) -> Generation | None:
    values: dict[str, Any] = {
        "status": status.value,
        "stage": "",
        "finished_at": work.clock.now(),
        "problem_code": code,
        "problem_words": words,
        "paying": False,
        "notices": notices or [],
    }
    if not await job_store.fenced(work.db, claim, values):
        return None
    made = await service.generation(work, claim.id)
    work.emit(GenerationSpent(made, "not known" if status == Status.INTERRUPTED else "estimate"))
    await hand_on(work, claim.engine)
    return made
