"""Routes of a session's history: its shape, its pictures, its batches."""

from __future__ import annotations

import zlib
from typing import Annotated, Literal

import orjson
from fastapi import APIRouter, Depends, Header, Query, Response

from opencanva.api.deps import PREFIX, Here, Me, answer
from opencanva.api.shapes import Page
from opencanva.rooms.batches import history, service
from opencanva.rooms.batches.history_types import Shape, Shown, Wanted
from opencanva.rooms.batches.types import Batch, Status
from opencanva.rooms.images.history import Judgement

router = APIRouter(prefix=PREFIX, tags=["history"])
Word = Annotated[str, Query(max_length=200)]
Moment = Annotated[int | None, Query(ge=0, le=2**53, description="Milliseconds since 1970 UTC, included.")]
MOST = 50
"""Values of one filter."""


def _wanted(
    model: Annotated[list[Word], Query(max_length=MOST)] = [],  # noqa: B006  FastAPI copies it
    status: Annotated[list[Status], Query(max_length=MOST)] = [],  # noqa: B006
    verdict: Annotated[list[Literal["kept", "rejected", "undecided"]], Query(max_length=MOST)] = [],  # noqa: B006
    rating: Annotated[int, Query(ge=0, le=5, description="At least so many.")] = 0,
    favourite: bool = False,
    tag: Annotated[list[Word], Query(max_length=MOST)] = [],  # noqa: B006
    since: Annotated[int | None, Query(alias="from", ge=0, le=2**53)] = None,
    until: Annotated[int | None, Query(alias="to", ge=0, le=2**53)] = None,
    rejected: Annotated[bool, Query(description="Rejected pictures too.")] = False,
) -> Wanted:
    said = Judgement(tuple(verdict), rating, favourite, tuple(tag), since, until, rejected)
    return Wanted(tuple(model), tuple(status), said)


Filters = Annotated[Wanted, Depends(_wanted)]
Start = Annotated[
    str | None, Query(max_length=100, description="The place or the batch to begin with, included.")
]


@router.get("/sessions/{id}/shape", response_model=Shape, summary="How a whole history is laid out")
async def get_shape(
    here: Here,
    me: Me,
    id: str,
    wanted: Filters,
    view: Literal["grid", "timeline"] = "grid",
    tz: Annotated[str, Query(max_length=80, description="A time zone, for its days.")] = "UTC",
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """How many things, how wide each, on which days, and where each chunk begins that a page can start at."""
    async with here.works.reading(me) as work:
        body = orjson.dumps(await history.shape(work, id, view, wanted, tz))
    headers = {"ETag": f'W/"{zlib.crc32(body):x}"', "Cache-Control": "no-cache"}
    if if_none_match == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, "application/json")


@router.get("/sessions/{id}/images", response_model=Page[Shown], summary="A session's pictures")
async def list_images(
    here: Here,
    me: Me,
    id: str,
    wanted: Filters,
    start: Start = None,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> Response:
    """Pictures that were made in it, newest batch first and by position, with what the grid tells about each."""
    async with here.works.reading(me) as work:
        items, following = await history.grid(work, id, wanted, start, cursor, limit)
    return answer({"items": items, "next": following})


@router.get("/sessions/{id}/batches", response_model=Page[Batch], summary="A session's history")
async def list_batches(
    here: Here,
    me: Me,
    id: str,
    wanted: Filters,
    start: Start = None,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """Batches with their generations, newest first. With a start or a filter each shows only what fits, without
    what lies in the trash or was rejected; batches of which nothing is left are left out."""
    async with here.works.reading(me) as work:
        if start is None and wanted == Wanted():
            items, following = await service.of_session(work, id, cursor, limit)
        else:
            items, following = await history.timeline(work, id, wanted, start, cursor, limit)
    return answer({"items": items, "next": following})
