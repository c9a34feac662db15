"""Rules about references: what a session keeps at hand, and where each was used."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from opencanva.core.work import Work
from opencanva.kit.errors import NotFound
from opencanva.kit.ids import known_shape
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Image, Stored
from opencanva.rooms.references import store
from opencanva.rooms.references.errors import TooManyReferences
from opencanva.rooms.references.messages import ReferencesChanged
from opencanva.rooms.references.types import Caution, Panel, StoredReference
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.errors import InTrash

MOST_STORED = 20
SMALL = 512
"""Sides in pixels below which a picture is taken with a warning."""


async def panel(work: Work, session_id: str) -> Panel:
    """What a session keeps, without what lies in the trash. Raises NotFound."""
    await sessions.get(work, known_shape(session_id, "session"))
    kept = await store.of_session(work.db, work.actor.owner, session_id)
    shown = await _living(work, kept)
    return Panel(await _stored(work, shown, kept), MOST_STORED)


async def keep(work: Work, session_id: str, image_id: str) -> StoredReference:
    """Keep an image at hand; one that is kept already stays as it is.

    Raises NotFound, InTrash, TooManyReferences.
    """
    await sessions.get(work, known_shape(session_id, "session"), hold=True)
    await sessions.living(work, session_id)
    image = await images.get(work, image_id)
    if image.trashed_at is not None:
        raise InTrash("This image is in the trash. Restore it first.", field="image_id")
    return await _keep(work, session_id, image)


async def upload(work: Work, stored: Stored, session_id: str, file_name: str | None) -> StoredReference:
    """Keep an image that somebody brought; the same bytes again are the image that the session has already.

    Raises NotFound, InTrash, TooManyReferences.
    """
    await sessions.get(work, known_shape(session_id, "session"), hold=True)
    await sessions.living(work, session_id)
    image = await images.same(work, session_id, stored.sha256)
    kept = await _living(work, await store.of_session(work.db, work.actor.owner, session_id))
    if image is None or image.id not in kept:
        _refuse_more(len(kept))
    if image is None:
        image = await images.upload(work, stored, session_id=session_id, file_name=file_name)
    return await _keep(work, session_id, image)


async def take_off(work: Work, session_id: str, image_id: str) -> None:
    """Keep it at hand no longer; what was made with it stays as it is. Raises NotFound."""
    known_shape(image_id, "image")
    await sessions.get(work, known_shape(session_id, "session"))
    if not await store.delete(work.db, work.actor.owner, session_id, image_id):
        raise NotFound("This session does not keep that reference (any more).", field="image_id")
    work.emit(ReferencesChanged(session_id))


async def note_use(
    work: Work, session_id: str, batch_id: str, used: Collection[Image], generations: int
) -> None:
    """Write down that a batch is asked for with these images; those at home nowhere move in with its session."""
    if not used:
        return
    await store.insert_uses(work.db, work.actor.owner, batch_id, [image.id for image in used], generations)
    homeless = [image for image in used if image.session_id is None]
    if not homeless:
        work.emit(ReferencesChanged(session_id))  # how often they were used
        return
    await images.move_in(work, homeless, session_id)
    kept = await _living(work, await store.of_session(work.db, work.actor.owner, session_id))
    for image in homeless[: max(0, MOST_STORED - len(kept))]:
        await store.insert(work.db, work.actor.owner, session_id, image.id, work.clock.now())
    work.emit(ReferencesChanged(session_id))


async def uses(work: Work, image_id: str, before: str | None, limit: int) -> tuple[int, list[str]]:
    """How many generations were asked for with an image, and ids of their batches, newest first."""
    owner = work.actor.owner
    count = (await store.used(work.db, owner, [image_id])).get(image_id, 0)
    return count, await store.batches_with(work.db, owner, image_id, before, limit)


async def erase(
    work: Work, session_ids: Sequence[str], image_ids: Sequence[str], batch_ids: Sequence[str]
) -> None:
    """Forget what is deleted for ever."""
    await store.erase(work.db, session_ids, image_ids, batch_ids)


async def _keep(work: Work, session_id: str, image: Image) -> StoredReference:
    owner = work.actor.owner
    kept = await store.of_session(work.db, owner, session_id)
    if image.id not in kept:
        _refuse_more(len(await _living(work, kept)))
        now = work.clock.now()
        await store.insert(work.db, owner, session_id, image.id, now)
        kept[image.id] = now
        work.emit(ReferencesChanged(session_id))
    return (await _stored(work, {image.id: image}, kept))[0]


def _refuse_more(count: int) -> None:
    if count >= MOST_STORED:
        raise TooManyReferences(
            f"A session keeps at most {MOST_STORED} references. Take one off first.",
            field="image_id",
            limit=MOST_STORED,
        )


async def _living(work: Work, kept: dict[str, int]) -> dict[str, Image]:
    known = await images.several(work, kept)
    return {id: image for id, image in known.items() if image.trashed_at is None}


async def _stored(work: Work, shown: dict[str, Image], kept: dict[str, int]) -> list[StoredReference]:
    used = await store.used(work.db, work.actor.owner, list(shown))
    return [
        StoredReference(image, kept[image.id], used.get(image.id, 0), warnings(image))
        for image in shown.values()
    ]


def warnings(image: Image) -> list[Caution]:
    """What to know about a picture before it is used as a reference."""
    found = []
    if min(image.width, image.height) < SMALL:
        size = f"{image.width} × {image.height}"
        found.append(Caution("small", f"It is {size} pixels; models see more from {SMALL} × {SMALL} on."))
    if image.media_type == "image/gif":
        found.append(Caution("animated", "Of a GIF the first frame is used."))
    return found
