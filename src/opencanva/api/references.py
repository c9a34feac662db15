"""Routes of references: what a session keeps at hand, and where an image was used."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Query, Response, UploadFile

from opencanva.api.deps import PREFIX, Form, Here, Me, OnceKey, answer, do_once
from opencanva.api.files import taken_in
from opencanva.rooms.batches import service as batches
from opencanva.rooms.batches.types import Uses
from opencanva.rooms.references import service
from opencanva.rooms.references.types import Panel, StoredReference

router = APIRouter(prefix=PREFIX, tags=["references"])


class NewReference(Form):
    """An image to keep at hand."""

    image_id: str


@router.get("/sessions/{id}/references", response_model=Panel, summary="A session's references")
async def list_references(here: Here, me: Me, id: str) -> Response:
    """Uploads and picks that the session keeps at hand, last added first, and how many it keeps at most."""
    async with here.works.reading(me) as work:
        return answer(await service.panel(work, id))


@router.post(
    "/sessions/{id}/references", response_model=StoredReference, status_code=201, summary="Keep a reference"
)
async def keep_reference(here: Here, me: Me, id: str, body: NewReference, key: OnceKey = None) -> Response:
    """Keeps an image of this session or of another one at hand; again is the same."""
    return await do_once(
        here, me, key, ["reference", id, body.image_id],
        lambda work: service.keep(work, id, body.image_id), 201,
    )  # fmt: skip


@router.post(
    "/sessions/{id}/references/files",
    response_model=StoredReference,
    status_code=201,
    summary="Upload a reference",
)
async def upload_reference(
    here: Here,
    me: Me,
    id: str,
    file: Annotated[UploadFile, File(description="JPEG, PNG, WebP, AVIF or GIF; at most 64 MB.")],
    key: OnceKey = None,
) -> Response:
    """Keeps the bytes as they are; the same bytes again are the image that the session has already."""
    stored = await taken_in(here, file)
    return await do_once(
        here, me, key, ["reference file", id, stored.sha256],
        lambda work: service.upload(work, stored, id, file.filename), 201,
    )  # fmt: skip


@router.delete(
    "/sessions/{id}/references/{image_id:uuid}",
    status_code=204,
    response_class=Response,
    summary="Take it off",
)
async def take_off_reference(here: Here, me: Me, id: str, image_id: UUID) -> Response:
    """Keeps it at hand no longer; the image and what was made with it stay as they are."""
    async with here.works.writing(me) as work:
        await service.take_off(work, id, str(image_id))
    return Response(status_code=204)


@router.get("/images/{id}/uses", response_model=Uses, summary="Where an image was used")
async def list_uses(
    here: Here, me: Me, id: str, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 20
) -> Response:
    """Batches that had it as a reference, newest first, and how many generations that were."""
    async with here.works.reading(me) as work:
        return answer(await batches.uses(work, id, cursor, limit))
