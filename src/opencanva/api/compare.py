"""Routes of comparing pictures, and of the tags of a session."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field

from opencanva.api.deps import PREFIX, Form, Here, Me, OnceKey, answer, do_once
from opencanva.api.shapes import Page
from opencanva.rooms.batches import comparing
from opencanva.rooms.batches.comparing_types import Comparison, Judged, Tally
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import TagUse

router = APIRouter(prefix=PREFIX, tags=["compare"])


class NewComparison(Form):
    """Which of some pictures somebody prefers; `blind` when their models were hidden meanwhile."""

    session_id: str | None = None
    image_ids: list[Annotated[str, Field(max_length=100)]] = Field(min_length=2, max_length=4)
    winner: str = Field(max_length=100)
    blind: bool = False


@router.get("/compare", response_model=Comparison, summary="Pictures side by side")
async def compare(
    here: Here,
    me: Me,
    ids: Annotated[str, Query(max_length=400, description="2 to 4 ids of images, parted by commas.")],
) -> Response:
    """What each was asked with, which fields differ, and their prompts against the first one's word by word."""
    async with here.works.reading(me) as work:
        return answer(await comparing.compare(work, [id for id in ids.split(",") if id]))


@router.post("/comparisons", response_model=Judged, status_code=201, summary="Prefer a picture")
async def judge(here: Here, me: Me, body: NewComparison, key: OnceKey = None) -> Response:
    """Writes down which picture won; the pictures stay as they are."""
    return await do_once(
        here, me, key, ["comparison", body.model_dump()],
        lambda work: comparing.judge(work, body.image_ids, body.winner, body.session_id, body.blind), 201,
    )  # fmt: skip


@router.get("/sessions/{id}/comparisons", response_model=Page[Judged], summary="What was preferred")
async def list_comparisons(
    here: Here, me: Me, id: str, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 50
) -> Response:
    """Comparisons made in a session, newest first."""
    async with here.works.reading(me) as work:
        items, following = await comparing.of_session(work, id, cursor, limit)
    return answer({"items": items, "next": following})


@router.get("/sessions/{id}/comparisons/models", response_model=list[Tally], summary="How models fared")
async def tally_models(here: Here, me: Me, id: str) -> Response:
    """How often pictures of each model were compared with others, and preferred."""
    async with here.works.reading(me) as work:
        return answer(await comparing.tally(work, id))


@router.get("/sessions/{id}/tags", response_model=list[TagUse], summary="Tags of a session")
async def list_tags(here: Here, me: Me, id: str) -> Response:
    """Every tag of its pictures outside the trash, the most used first."""
    async with here.works.reading(me) as work:
        return answer(await images.tags_of(work, id))
