"""Routes of replays: the way to a picture, walked again on other models."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import Field

from opencanva.api.deps import PREFIX, Form, Here, Me, OnceKey, answer, do_once
from opencanva.rooms.replays import planning, service
from opencanva.rooms.replays.types import Replay

router = APIRouter(prefix=PREFIX, tags=["lineage"])


class NewReplay(Form):
    """The models to walk the way again on, one after the other."""

    models: Annotated[list[str], Field(min_length=1, max_length=4)] = Field(examples=[["fake/quick"]])


@router.post("/images/{id}/replay", response_model=Replay, status_code=202, summary="Replay a branch")
async def start_replay(here: Here, me: Me, id: str, body: NewReplay, key: OnceKey = None) -> Response:
    """Asks again, on these models, for every picture on the way to this one.

    Each step uses the replayed picture of the step before. All steps are checked before the first one runs.
    """
    async with here.works.reading(me) as work:
        way = await planning.look_back(work, id)
    steps, first = await planning.check(here.engines, way, body.models)
    return await do_once(
        here, me, key, ["replay", id, body.models],
        lambda work: service.begin(work, way, body.models, steps, first), 202,
    )  # fmt: skip


@router.get("/replays/{id}", response_model=Replay, summary="One replay")
async def get_replay(here: Here, me: Me, id: str) -> Response:
    """Where it stands."""
    async with here.works.reading(me) as work:
        return answer(await service.get(work, id))


@router.get("/sessions/{id}/replays", response_model=list[Replay], summary="Replays that run")
async def list_replays(here: Here, me: Me, id: str) -> Response:
    """The replays of the session that are not over, oldest first."""
    async with here.works.reading(me) as work:
        return answer(await service.running(work, id))


@router.post("/replays/{id}/cancel", response_model=Replay, summary="Cancel a replay")
async def cancel_replay(here: Here, me: Me, id: str) -> Response:
    """Stops what it is making; pictures that are made stay."""
    async with here.works.writing(me) as work:
        replay = await service.cancel(work, id)
    return answer(replay)
