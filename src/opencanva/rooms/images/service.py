"""Rules about images: immutable facts about bytes that are in the blob store already."""

from __future__ import annotations

from collections.abc import Collection

from opencanva.core.work import Work
from opencanva.kit.errors import NotFound
from opencanva.kit.ids import known_shape, new_id
from opencanva.kit.text import clean_line
from opencanva.rooms.images import store
from opencanva.rooms.images.messages import ImageUploaded
from opencanva.rooms.images.types import Image, ImageId, Origin, Stored
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.types import Change


async def get(work: Work, id: str) -> Image:
    """One image. Raises NotFound."""
    found = await store.get(work.db, work.actor.owner, known_shape(id, "image"))
    if found is None:
        raise NotFound("This image is not here. It may have been deleted.", field="image_id")
    return found


async def several(work: Work, ids: Collection[str]) -> dict[str, Image]:
    """Those of `ids` that are there and the actor's, by id."""
    return await store.several(work.db, work.actor.owner, ids) if ids else {}


async def keep(
    work: Work,
    stored: Stored,
    *,
    origin: Origin,
    session_id: str | None = None,
    generation_id: str | None = None,
    file_name: str | None = None,
) -> Image:
    """Record an image whose bytes are stored; a generation has at most one."""
    image = Image(
        id=ImageId(new_id()),
        sha256=stored.sha256,
        media_type=stored.media_type,
        width=stored.width,
        height=stored.height,
        bytes=stored.bytes,
        thumbhash=stored.thumbhash,
        session_id=session_id,
        generation_id=generation_id,
        origin=origin,
        file_name=file_name,
        created_at=work.clock.now(),
    )
    await store.insert(work.db, work.actor.owner, image)
    return image


async def upload(work: Work, stored: Stored, *, session_id: str | None, file_name: str | None) -> Image:
    """Record an image that somebody brought. Raises NotFound when the session is not there."""
    if session_id is not None:
        await sessions.get(work, session_id)
    name = clean_line(file_name or "")[:255] or None
    image = await keep(work, stored, origin="uploaded", session_id=session_id, file_name=name)
    if session_id is not None:
        await sessions.count(work, session_id, Change(bytes=stored.bytes))
    work.emit(ImageUploaded(image))
    return image
