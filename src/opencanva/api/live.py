"""The live stream: an owner's events in order, resumable, with passing progress in between."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Header, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent

from opencanva.api.deps import PREFIX, Ground, Here, Me
from opencanva.core import events
from opencanva.core.actor import Actor

router = APIRouter(prefix=PREFIX, tags=["live"])

PAGE = 200
PING = 15.0
LAST = 2**53
Resume = Annotated[int | None, Query(alias="after", ge=0, le=LAST)]


@router.get("/live", response_class=EventSourceResponse, summary="Follow what happens")
async def live(
    here: Here,
    me: Me,
    after: Resume = None,
    last_event_id: Annotated[str | None, Header(max_length=40)] = None,
) -> AsyncIterator[ServerSentEvent]:
    """Server-sent events: `{number, kind, …}`; numbered ones carry `id` and can be resumed after.

    Begins with Hello and the number it starts from. Reset means: too far behind, fetch everything anew.
    """
    resume = after
    if last_event_id is not None and last_event_id.isdecimal():
        resume = min(int(last_event_id), LAST)
    async for number, body in follow(here, me, resume):
        yield ServerSentEvent(raw_data=body, id=None if number is None else str(number))


async def follow(
    here: Ground, me: Actor, resume: int | None, ping: float = PING
) -> AsyncIterator[tuple[int | None, str]]:
    """(number, JSON) pairs until the hub closes; number is None for messages that cannot be resumed."""
    reader = here.hub.join(me.owner)
    try:
        number = resume if resume is not None else await _latest(here, me)
        yield number, _body(number, "Hello", {})
        while True:
            async with here.works.reading(me) as work:
                told = await events.after(work.db, me.owner, number, PAGE)
            if told is None:
                number = await _latest(here, me)
                yield number, _body(number, "Reset", {})
                continue
            for event in told:
                number = event.number
                yield number, _body(number, event.kind, event.payload)
            for passing in reader.take():
                yield None, orjson.dumps({"number": None, **passing}).decode()
            if len(told) == PAGE:
                continue
            await reader.wait(ping)
            if reader.ended:
                return
    finally:
        here.hub.leave(reader)


async def _latest(here: Ground, me: Actor) -> int:
    async with here.works.reading(me) as work:
        return await events.latest(work.db, me.owner)


def _body(number: int, kind: str, payload: dict[str, Any]) -> str:
    return orjson.dumps({"number": number, "kind": kind, **payload}).decode()
