"""The steps of a generation's job as rules: each is one short Work under the fence of the attempt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from opencanva.core.work import Work
from opencanva.engines.contract import Price
from opencanva.engines.instances import Terms
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
from opencanva.rooms.batches.types import Claim, Generation, Problem, Status, place_of
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Stored
from opencanva.rooms.lineage import service as lineage
from opencanva.rooms.lineage.types import Link
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.types import Change, Cover

MOST_TRIES = 20


MINUTE = 60_000
BUSY = "waiting: the engine is busy"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a generation may be paid for: `stage` says what it waits for, `problem` why it never may.

    `assumed` is what it counts for from now on, because nobody knows its price.
    """

    stage: str = ""
    problem: Problem | None = None
    assumed: Price | None = None


class Paid(Enum):
    """What a worker knows of the money when an attempt ends without a picture that can be kept.

    AS_WRITTEN: no more than its row, so a call that was about to be paid for counts. ONLY_IF_SUBMITTED: the call
    under way was refused before anything was drawn. SURELY: there was a picture.
    """

    AS_WRITTEN = auto()
    ONLY_IF_SUBMITTED = auto()
    SURELY = auto()


Afford = Callable[[Work, job_store.Waiting], Awaitable[Verdict]]


async def claim(
    work: Work, waiting: job_store.Waiting, lease: int, limit: int, terms: Terms, afford: Afford
) -> Claim | None:
    """Take a generation for `lease` ms; None when it is taken, done, or has to wait.

    It waits for a place among `limit`, for the engine's gate, for the starts that `terms` allow a minute, and
    for what `afford` says, all decided under the engine's gate. One that may never be paid for fails here.
    """
    now = work.clock.now()
    if waiting.due_at > now or waiting.lease_until >= now:
        return None
    opens_at = await job_store.hold_gate(work.db, waiting.engine)
    stage = BUSY if opens_at > now else await _waits_for(work, waiting, now, limit, terms)
    verdict = Verdict(stage) if stage is not None else await afford(work, waiting)
    if stage is not None or verdict.stage:
        if verdict.stage and await job_store.say_waiting(work.db, waiting.id, verdict.stage[:60]):
            work.emit(GenerationRequeued(await service.generation(work, waiting.id)))
        return None
    claimed = await job_store.claim(work.db, waiting.id, now, lease)
    if claimed is None:
        return None
    if verdict.problem is not None:
        await fail(work, claimed, verdict.problem.code, verdict.problem.words)
        return None
    if verdict.assumed is not None:
        cost = {"cost_amount": verdict.assumed.amount, "cost_currency": verdict.assumed.currency}
        await job_store.fenced(work.db, claimed, cost)
    if terms.per_minute is not None and not waiting.paid_for:
        await job_store.note_start(work.db, claimed, now)
    work.emit(GenerationStarted(await service.generation(work, claimed.id)))
    return claimed


async def _waits_for(
    work: Work, waiting: job_store.Waiting, now: int, limit: int, terms: Terms
) -> str | None:
    """What keeps a generation from starting, in words; empty for the engine's own limit, None for nothing."""
    at_once = limit if terms.at_once is None else min(limit, terms.at_once)
    if await job_store.running(work.db, waiting.engine, now) >= at_once:
        return f"waiting: {at_once} at once" if at_once < limit else ""
    if terms.per_minute is None or waiting.paid_for:
        return None
    started = await job_store.starts_since(work.db, waiting.engine, now - MINUTE)
    if len(started) < terms.per_minute:
        return None
    return f"waiting: {terms.per_minute} a minute"


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
        work,
        stored,
        origin="made",
        session_id=claim.session_id,
        generation_id=claim.id,
        place=place_of(claim.batch_id, claim.position),
    )
    await job_store.show(work.db, claim.id, image.id)
    batch = await service.get(work, claim.batch_id)
    # The parent first: of several links the first one tells what the image grew out of.
    links = [Link(batch.parent.image_id, image.id, batch.parent.kind)] if batch.parent else []
    links += [Link(reference.image_id, image.id, "reference") for reference in batch.references]
    await lineage.link(work, links)
    made = next(one for one in batch.generations if one.id == claim.id)
    work.emit(GenerationFinished(made))
    work.emit(GenerationSpent(made, cost.source if cost else "estimate", paid=True))
    change = Change(
        images=1, bytes=stored.bytes, working=-1, unseen=1, cover=Cover(image.id, image.thumbhash)
    )
    await sessions.count(work, claim.session_id, change)
    await hand_on(work, claim.engine)
    return True


async def fail(
    work: Work,
    claim: Claim,
    code: str,
    words: str,
    notices: list[str] | None = None,
    *,
    paid: Paid = Paid.AS_WRITTEN,
) -> bool:
    """End without a picture, with a reason a person can act on."""
    made = await _end(work, claim, Status.FAILED, code, words, notices, paid)
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
    paid: Paid = Paid.AS_WRITTEN,
) -> Generation | None:
    submitted, paying = await job_store.paid(work.db, claim.id)
    charged = submitted or paid == Paid.SURELY or (paying and paid != Paid.ONLY_IF_SUBMITTED)
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
    work.emit(service.spent(made, paid=charged))
    await hand_on(work, claim.engine)
    return made
