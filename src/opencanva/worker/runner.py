"""Runs one generation: claim, make, keep; every step is fenced, so a worker that was given up writes nothing."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from opencanva import imaging
from opencanva.core.actor import Actor
from opencanva.core.db import DatabaseLost
from opencanva.core.work import Works
from opencanva.engines import frame
from opencanva.engines.catalog import OfferedModel
from opencanva.engines.contract import (
    Ask,
    EngineError,
    Limited,
    Misconfigured,
    Notice,
    Preview,
    Progress,
    Reference,
    Refused,
)
from opencanva.kit.errors import Busy, Meaning
from opencanva.rooms.batches import job_store, jobs
from opencanva.rooms.batches.types import Claim, Status
from opencanva.rooms.images.intake import previewed, probed, take_in
from opencanva.worker import budget

log = logging.getLogger(__name__)

CANCEL_LOOK = 0.3
TOLD_EVERY = 0.1


class Fenced(Exception):
    """The generation is somebody else's now."""


class Stopped(Exception):
    """A person asked for the generation to stop."""


@dataclass(slots=True)
class Standing:
    """Where a running generation stands."""

    status: Status = Status.PREPARING
    progress: float = 0.0
    stage: str = ""
    told_at: float = 0.0
    previews: int = 0


class DatabaseMemo:
    """The engine's memo, kept in the generation's row under the fence."""

    def __init__(self, runner: Runner, claim: Claim) -> None:
        self._runner, self._claim = runner, claim
        self._value = claim.memo
        self.paying = False

    @property
    def value(self) -> str | None:
        """The handle of the remote job, or None on the first run."""
        return self._value

    async def about_to_pay(self) -> None:
        """Written before the call that costs money."""
        self.paying = True
        async with self._runner.work(self._claim) as work:
            if not await jobs.about_to_pay(work, self._claim):
                raise Fenced

    async def put(self, value: str) -> None:
        """Written the moment the host has answered."""
        async with self._runner.work(self._claim) as work:
            if not await jobs.keep_memo(work, self._claim, value):
                raise Fenced
        self.paying = False
        self._value = value


class Runner:
    """Runs generations for one worker process. Times are seconds."""

    def __init__(self, works: Works, lease: float, limits: frame.Limits) -> None:
        self.works = works
        self.lease = int(lease * 1000)
        self.limits = limits

    @contextlib.asynccontextmanager
    async def work(self, claim: Claim) -> AsyncIterator[Any]:
        """A Work on behalf of the generation's owner."""
        async with self.works.writing(Actor(claim.owner_id)) as work:
            yield work

    async def run(self, id: str) -> None:
        """Run the generation with this id if it may be run now; otherwise do nothing."""
        async with self.works.reading(Actor("")) as work:
            waiting = await job_store.look(work.db, id)
        if waiting is None:
            return
        offered = await self.works.engines.find(waiting.model)
        limit = offered.model.images_at_once if offered else 1
        terms = self.works.engines.terms(waiting.engine)
        async with self.works.writing(Actor(waiting.owner_id)) as work:
            claim = await jobs.claim(work, waiting, self.lease, limit, terms, budget.within(terms))
        if claim is None:
            return
        try:
            await self._run(claim, offered)
        except Fenced:
            log.info("generation %s was given to another worker", claim.id)
        except (DatabaseLost, Busy):
            log.warning("the database was away; generation %s goes on when its lease is over", claim.id)
        except Exception:
            log.exception("generation %s broke", claim.id)
            words = "Something broke on our side while making this picture. Try again; the log has more."
            await self._fail(claim, "broken", words)
        except asyncio.CancelledError:
            # This worker is going down, not the generation.
            async with self.work(claim) as work:
                await jobs.release(work, claim)
            raise
        finally:
            with contextlib.suppress(Exception):
                await self.works.blobs.drop_derived(f"previews/{claim.id}")

    async def _run(self, claim: Claim, offered: OfferedModel | None) -> None:
        if claim.paying and claim.memo is None:
            async with self.work(claim) as work:
                await jobs.interrupt(work, claim)
            return
        if offered is None:
            await self._fail(claim, "unknown_model", "No engine offers this model now. Choose another one.")
            return
        standing, memo = Standing(), DatabaseMemo(self, claim)
        making = asyncio.create_task(self._make(claim, offered, memo, standing))
        watching = asyncio.create_task(self._watch(claim, standing))
        try:
            await asyncio.wait({making, watching}, return_when=asyncio.FIRST_COMPLETED)
            if making.done():
                await making
            else:
                await _cancel(making)
                await watching
        except Stopped:
            async with self.work(claim) as work:
                await jobs.stop(work, claim)
        finally:
            await _cancel(making)
            await _cancel(watching)

    async def _make(
        self, claim: Claim, offered: OfferedModel, memo: DatabaseMemo, standing: Standing
    ) -> None:
        notices: list[str] = []

        async def on_step(step: Progress | Preview | Notice) -> None:
            if isinstance(step, Notice):
                notices.append(step.text)
            elif isinstance(step, Preview):
                await self._preview(claim, standing, step.data)
            else:
                standing.progress, standing.stage = max(standing.progress, step.fraction), step.stage
                await self._tell(claim, standing)

        try:
            async with self.works.engines.using(claim.engine) as (engine, secrets):
                ask = await self._ask(claim, offered.model.formats)
                await self._move(claim, standing, Status.GENERATING)
                made = await frame.run(
                    engine,
                    ask,
                    memo,
                    limits=self.limits,
                    on_step=on_step,
                    probe=probed,
                    secrets=secrets,
                )
            await self._move(claim, standing, Status.PROCESSING)
            seen = imaging.Picture(made.media_type, made.width, made.height)
            stored = await take_in(self.works.blobs, made.data, seen)
        except Limited as busy:
            await self._wait(claim, busy)
            return
        except frame.Unsure:
            async with self.work(claim) as work:
                await jobs.interrupt(work, claim)
            return
        except (EngineError, Meaning) as error:
            code, words = _problem(error)
            await self._fail(claim, code, words, notices, paid=_paid(error))
            return
        async with self.work(claim) as work:
            kept = await jobs.complete(
                work, claim, stored, seed=made.seed, cost=made.cost, facts=made.facts, notices=made.notices
            )
        if not kept:
            raise Fenced

    async def _ask(self, claim: Claim, formats: tuple[str, ...]) -> Ask:
        stored = dict(claim.ask)
        references = []
        for ref in stored.pop("references", []):
            async with self.works.converting:
                data = await self.works.blobs.get(ref["sha256"])
                data, media_type = await asyncio.to_thread(imaging.readable, data, formats)
            references.append(Reference(data, media_type, ref["role"], ref["strength"]))
        return Ask(**stored, references=tuple(references))

    async def _watch(self, claim: Claim, standing: Standing) -> None:
        """Keep the lease, write progress down, and look whether somebody cancelled. Raises Stopped, Fenced."""
        beaten = time.monotonic()
        while True:
            await asyncio.sleep(CANCEL_LOOK)
            async with self.works.reading(Actor(claim.owner_id)) as work:
                wanted = await job_store.cancel_wanted(work.db, claim)
            if wanted:
                raise Stopped
            if time.monotonic() - beaten > self.lease / 4000:
                beaten = time.monotonic()
                async with self.work(claim) as work:
                    if not await jobs.beat(
                        work, claim, self.lease, standing.status, standing.progress, standing.stage
                    ):
                        raise Fenced

    async def _move(self, claim: Claim, standing: Standing, status: Status) -> None:
        standing.status, standing.told_at = status, 0.0
        async with self.work(claim) as work:
            if not await jobs.beat(work, claim, self.lease, status, standing.progress, standing.stage):
                raise Fenced
        await self._tell(claim, standing)

    async def _tell(self, claim: Claim, standing: Standing) -> None:
        now = time.monotonic()
        if now - standing.told_at < TOLD_EVERY:
            return
        standing.told_at = now
        await self._pass_on(
            claim,
            "GenerationProgressed",
            status=standing.status.value,
            progress=standing.progress,
            stage=standing.stage,
        )

    async def _preview(self, claim: Claim, standing: Standing, data: bytes) -> None:
        small = await previewed(data)
        if small is None:
            return
        standing.previews += 1
        await self.works.blobs.put_derived(f"previews/{claim.id}", small)
        await self._pass_on(claim, "GenerationPreviewed", n=standing.previews)

    async def _pass_on(self, claim: Claim, kind: str, **facts: Any) -> None:
        message = {
            "kind": kind,
            "generation_id": claim.id,
            "batch_id": claim.batch_id,
            "session_id": claim.session_id,
            **facts,
        }
        await self.works.signals.pass_on(claim.owner_id, message)

    async def _wait(self, claim: Claim, busy: Limited) -> None:
        if claim.tries + 1 >= jobs.MOST_TRIES:
            words = f"{busy.reason} It stayed busy; try again later."
            await self._fail(claim, "engine_busy", words, paid=_paid(busy))
            return
        delay = int(min(max(busy.retry_after, 1.0), 3600.0) * 1000)
        async with self.work(claim) as work:
            await jobs.wait(work, claim, f"waiting: busy, again in {delay // 1000} s", delay)

    async def _fail(
        self,
        claim: Claim,
        code: str,
        words: str,
        notices: list[str] | None = None,
        *,
        paid: jobs.Paid = jobs.Paid.AS_WRITTEN,
    ) -> None:
        async with self.work(claim) as work:
            await jobs.fail(work, claim, code, words, notices, paid=paid)


def _paid(error: Exception) -> jobs.Paid:
    if isinstance(error, frame.BadPicture):
        return jobs.Paid.SURELY
    # Of a call whose outcome is open the frame says Unsure: any other answer of an engine is a refusal.
    return jobs.Paid.ONLY_IF_SUBMITTED if isinstance(error, EngineError) else jobs.Paid.AS_WRITTEN


def _problem(error: Exception) -> tuple[str, str]:
    if isinstance(error, Meaning):
        return error.code, error.words
    words = error.reason if isinstance(error, EngineError) else str(error)
    if isinstance(error, Refused):
        return "refused", words
    if isinstance(error, Misconfigured):
        return "misconfigured", words
    if isinstance(error, frame.BadPicture):
        return "bad_picture", words
    return "unavailable", words


async def _cancel(task: asyncio.Task[None]) -> None:
    if task.done():
        _ = task.cancelled() or task.exception()  # looked at, or asyncio would complain
        return
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, Exception):
        await task
