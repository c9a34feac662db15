"""Routes of images: facts, original bytes, derived pictures, upload."""

from __future__ import annotations

import asyncio
import mimetypes
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Header, Query, Response, UploadFile
from fastapi.responses import StreamingResponse

from opencanva import imaging
from opencanva.api.deps import PREFIX, Ground, Here, Me, OnceKey, answer, do_once
from opencanva.blobs import Missing
from opencanva.kit.errors import NotFound
from opencanva.rooms.images import intake, service
from opencanva.rooms.images.types import Image, Stored
from opencanva.rooms.transfer import service as transfer
from opencanva.rooms.transfer.types import Format

router = APIRouter(prefix=PREFIX, tags=["images"])

FOR_EVER = "private, max-age=31536000, immutable"


@router.get("/images/{id}", response_model=Image, summary="Facts of an image")
async def get_image(here: Here, me: Me, id: str) -> Response:
    """Size, format, address of the bytes, and where the image came from."""
    async with here.works.reading(me) as work:
        return answer(await service.get(work, id))


@router.get(
    "/images/{id}/file",
    response_class=Response,
    responses={200: {"content": {"image/*": {}}, "description": "The bytes as they were made or uploaded."}},
    summary="The original bytes",
)
async def get_file(
    here: Here,
    me: Me,
    id: str,
    download: Annotated[bool, Query(description="Ask the browser to save the file.")] = False,
    format: Annotated[Format, Query(description="original: byte for byte what is kept.")] = "original",
    metadata: Annotated[bool, Query(description="Whether another format tells how it was made.")] = True,
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """Byte for byte what is kept, or in another format; may be cached for ever."""
    async with here.works.reading(me) as work:
        image = await service.get(work, id)
        note = await transfer.described(work, image) if metadata and format != "original" else None
    tag = image.sha256 if format == "original" else f"{image.sha256}-{format}-{metadata}"
    headers = {
        "ETag": f'"{tag}"',
        "Cache-Control": FOR_EVER,
        "Content-Disposition": _disposition(image, download, format),
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    if if_none_match == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    try:
        if format != "original":
            async with here.works.converting:
                original = await here.blobs.get(image.sha256)
                data = await asyncio.to_thread(imaging.convert, original, format, note)
            return Response(data, 200, headers, imaging.MEDIA_TYPES[format])
        await here.blobs.size(image.sha256)
        return StreamingResponse(
            here.blobs.stream(image.sha256),
            headers=headers | {"Content-Length": str(image.bytes)},
            media_type=image.media_type,
        )
    except Missing:
        raise NotFound("The bytes of this image are missing from the store.", field="image_id") from None


@router.get(
    "/images/{id}/thumb",
    response_class=Response,
    responses={200: {"content": {"image/webp": {}}, "description": "A smaller picture."}},
    summary="A derived picture",
)
async def get_thumb(
    here: Here,
    me: Me,
    id: str,
    w: Annotated[Literal["320", "640", "1280"], Query(description="Width in pixels.")] = "320",
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """WebP at most `w` pixels wide, never enlarged; made on first use and cached."""
    async with here.works.reading(me) as work:
        image = await service.get(work, id)
    headers = {"ETag": f'"{image.sha256}-{w}"', "Cache-Control": FOR_EVER}
    if if_none_match == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    name = f"{image.sha256}-{w}.webp"
    try:
        try:
            data = await here.blobs.get_derived(name)
        except Missing:
            async with here.works.converting:
                original = await here.blobs.get(image.sha256)
                data = await asyncio.to_thread(imaging.thumbnail, original, int(w))
                await here.blobs.put_derived(name, data)
    except Missing:
        raise NotFound("The bytes of this image are missing from the store.", field="image_id") from None
    return Response(data, 200, headers, "image/webp")


@router.post("/images", response_model=Image, status_code=201, summary="Upload an image")
async def upload_image(
    here: Here,
    me: Me,
    file: Annotated[UploadFile, File(description="JPEG, PNG, WebP, AVIF or GIF; at most 64 MB.")],
    session_id: Annotated[str | None, Form()] = None,
    key: OnceKey = None,
) -> Response:
    """Keeps the bytes as they are. What is no picture, truncated or too large is refused with the reason."""
    stored = await taken_in(here, file)
    return await do_once(
        here, me, key, ["image", stored.sha256, session_id],
        lambda work: service.upload(work, stored, session_id=session_id, file_name=file.filename), 201,
    )  # fmt: skip


async def taken_in(here: Ground, file: UploadFile) -> Stored:
    """An upload, looked at and stored. Raises the errors of `imaging.probe`, and OutOfSpace."""
    async with here.taking:
        return await intake.take_in(here.blobs, await file.read())


def _disposition(image: Image, download: bool, format: Format) -> str:
    media_type = image.media_type if format == "original" else imaging.MEDIA_TYPES[format]
    suffix = mimetypes.guess_extension(media_type) or ""
    name = image.file_name or f"open-canva-{image.id[-12:]}{suffix}"
    if image.file_name and format != "original":
        name = f"{image.file_name.rpartition('.')[0] or image.file_name}{suffix}"
    kind = "attachment" if download else "inline"
    return f"{kind}; filename*=UTF-8''{quote(name, safe='')}"
