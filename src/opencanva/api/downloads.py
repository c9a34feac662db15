"""Routes of downloads: a ticket for an archive, and the archive as it is packed."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse
from pydantic import Field

from opencanva.api.deps import PREFIX, Form, Here, Me, OnceKey, do_once
from opencanva.rooms.transfer import archive, service
from opencanva.rooms.transfer.types import Ticket, Wish

router = APIRouter(prefix=PREFIX, tags=["downloads"])
Ids = Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=10_000)]


class NewDownload(Form):
    """Pictures to pack: these, or all of these batches, or all of a session; exactly one of the three."""

    image_ids: Ids = Field(default_factory=list)
    batch_ids: Ids = Field(default_factory=list)
    session_id: str | None = None
    format: Literal["original", "png", "jpeg", "webp"] = "original"
    metadata: bool = True


@router.post("/downloads", response_model=Ticket, status_code=201, summary="Ask for an archive")
async def order_download(here: Here, me: Me, body: NewDownload, key: OnceKey = None) -> Response:
    """The ticket is good for a day; nothing is packed before it is fetched."""
    wish = Wish(body.image_ids, body.batch_ids, body.session_id, body.format, body.metadata)
    return await do_once(
        here, me, key, ["download", body.model_dump()], lambda work: service.order(work, wish), 201
    )


@router.get(
    "/downloads/{id}",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/zip": {}}, "description": "The archive, as it is packed."}},
    summary="Fetch an archive",
)
async def fetch_download(here: Here, me: Me, id: str) -> StreamingResponse:
    """A zip file of any size; pictures that went meanwhile are left out."""
    async with here.works.reading(me) as work:
        request = await service.ordered(work, id)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(request['name'], safe='')}",
        "Cache-Control": "no-store",
    }
    return StreamingResponse(archive.pack(here.works, me, request), 200, headers, "application/zip")
