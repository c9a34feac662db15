"""Routes of the lineage: what grew out of what, and how a picture came about."""

from __future__ import annotations

from fastapi import APIRouter, Response

from opencanva.api.deps import PREFIX, Here, Me, answer
from opencanva.rooms.batches import descent
from opencanva.rooms.batches.descent_types import Graph, Path

router = APIRouter(prefix=PREFIX, tags=["lineage"])


@router.get("/sessions/{id}/lineage", response_model=Graph, summary="A session's lineage")
async def get_lineage(here: Here, me: Me, id: str) -> Response:
    """Every picture of the session with a link, and what it grew out of, wherever that lies: up to 5,000."""
    async with here.works.reading(me) as work:
        return answer(await descent.graph(work, id))


@router.get("/images/{id}/path", response_model=Path, summary="How a picture came about")
async def get_path(here: Here, me: Me, id: str) -> Response:
    """The line of its parents, oldest first; it ends with the picture itself."""
    async with here.works.reading(me) as work:
        return answer(await descent.path(work, id))
