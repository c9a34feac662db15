"""Rules about images: immutable facts about bytes that are in the blob store already."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from opencanva.core.edits import Edit
from opencanva.core.work import Work
from opencanva.kit.errors import NotFound
from opencanva.kit.ids import known_shape, new_id
from opencanva.kit.text import clean_line, fold
from opencanva.rooms.images import store
from opencanva.rooms.images.messages import ImageUploaded
from opencanva.rooms.images.types import Image, ImageId, Origin, Stored, TagUse
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.errors import InTrash, MovedOn
from opencanva.rooms.sessions.types import Change


async def get(work: Work, id: str) -> Image:
    """One image. Raises NotFound."""
    found = await store.get(work.db, work.actor.owner, known_shape(id, "image"))
    if found is None:
        raise NotFound("This image is not here. It may have been deleted.", field="image_id")
    return found


async def of_session(work: Work, session_id: str) -> list[Image]:
    """Every image of a session outside the trash, made and uploaded."""
    return await store.of_session(work.db, work.actor.owner, session_id)


async def keep_many(work: Work, found: list[Image]) -> None:
    """Record images whose bytes are stored already."""
    await store.insert_many(work.db, work.actor.owner, found)


async def several(work: Work, ids: Collection[str]) -> dict[str, Image]:
    """Those of `ids` that are there and the actor's, by id."""
    return await store.several(work.db, work.actor.owner, ids) if ids else {}


async def best_of(work: Work, groups: Mapping[str, Sequence[str]]) -> dict[str, Image]:
    """The best picture of each group of ids: kept before starred before highest rated before newest; what is
    rejected or in the trash is none."""
    ids = [id for group in groups.values() for id in group]
    ranks = await store.ranks(work.db, work.actor.owner, ids)
    best = {
        name: max((id for id in group if id in ranks), key=lambda id: (*ranks[id], id), default=None)
        for name, group in groups.items()
    }
    found = await several(work, [id for id in best.values() if id is not None])
    return {name: found[id] for name, id in best.items() if id in found}


async def newest(work: Work, session_id: str, besides: Collection[str] = ()) -> Image | None:
    """The session's newest picture that was made there and is not in the trash, leaving out `besides`."""
    return await store.newest(work.db, work.actor.owner, session_id, besides)


async def refuse_trashed(work: Work, image: Image) -> None:
    """Raises InTrash when the image is in the trash, by itself or with its session."""
    if image.trashed_at is not None:
        raise InTrash("This image is in the trash. Restore it first.", field="ids", id=image.id)
    if image.session_id is not None:
        await sessions.living(work, image.session_id)


def trash(found: Collection[Image], now: int) -> list[Edit]:
    """The edits that put images into the trash."""
    return [_trashed(image, now) for image in found if image.trashed_at is None]


def restore(found: Collection[Image]) -> list[Edit]:
    """The edits that bring images back from the trash."""
    return [_trashed(image, None) for image in found if image.trashed_at is not None]


async def rewrite(work: Work, edits: Sequence[Edit], *, again: bool) -> dict[str, Change]:
    """Write edits of images; what that changes in the counts of sessions, by id.

    With `again` every image must stand as the edit expects. Raises MovedOn, and then nothing may be kept.
    """
    if again:
        edits, wrong = await store.differing(work.db, work.actor.owner, edits)
        if wrong:
            gone = not wrong[0].columns
            raise MovedOn(
                "This cannot be done any more: an image was "
                + ("deleted for ever." if gone else "moved, trashed or restored meanwhile."),
                ids=[one.id for one in wrong],
            )
    known = await several(work, [one.id for one in edits])
    await store.rewrite(work.db, work.actor.owner, edits)
    changes: dict[str, Change] = {}
    for one in edits:
        image, after = known[one.id], one.after or {}
        if not after.keys() & {"session_id", "trashed_at"}:
            continue
        counted = 0 if image.generation_id is None else 1
        there = 0 if image.trashed_at is not None else counted
        here = 0 if after.get("trashed_at", image.trashed_at) is not None else counted
        source, target = image.session_id, after.get("session_id", image.session_id)
        made = 0 if source == target else counted
        if source is not None:
            moved = image.bytes if source != target else 0
            _add(changes, source, Change(images=-there, bytes=-moved, generations=-made))
        if target is not None:
            moved = image.bytes if source != target else 0
            _add(changes, target, Change(images=here, bytes=moved, generations=made))
    return changes


async def trashed(work: Work, before: tuple[int, str] | None, limit: int) -> list[Image]:
    """Images in the trash, last first, after the one with sort key `before`."""
    return await store.trashed(work.db, work.actor.owner, before, limit)


async def trashed_total(work: Work) -> dict[str | None, tuple[int, int]]:
    """How many images lie in the trash by themselves, and their bytes, by session."""
    return await store.trashed_total(work.db, work.actor.owner)


async def thrown_before(work: Work, before: int, *, everybody: bool = False) -> list[tuple[str, str]]:
    """Owner and id of images put into the trash before a time."""
    return await store.trashed_before(work.db, None if everybody else work.actor.owner, before)


async def ids_of_sessions(work: Work, session_ids: Sequence[str]) -> list[str]:
    """Ids of all images of sessions, in or out of the trash."""
    return await store.ids_of_sessions(work.db, list(session_ids)) if session_ids else []


async def lineup(work: Work, session_id: str) -> list[tuple[str, bool]]:
    """Ids of a session's images, newest first, and whether each is in the trash."""
    return await store.lineup(work.db, work.actor.owner, session_id)


async def erase(work: Work, ids: Sequence[str], session_ids: Sequence[str]) -> int:
    """Delete images, and all of sessions, for ever; returns the bytes that no image refers to any more."""
    known = await several(work, ids)
    freed = await store.erase(work.db, list(ids), list(session_ids), work.clock.now())
    changes: dict[str, Change] = {}
    for image in known.values():
        if image.session_id is not None and image.session_id not in session_ids:
            _add(changes, image.session_id, Change(bytes=-image.bytes))
    await sessions.adjust_several(work, changes)
    return freed


async def homes(work: Work, edits: Sequence[Edit]) -> list[str]:
    """The sessions that images of these edits lie in now."""
    known = await several(work, [one.id for one in edits])
    return sorted({image.session_id for image in known.values() if image.session_id is not None})


async def refuse_homeless(work: Work, edits: Sequence[Edit], *, living: bool) -> None:
    """Raises MovedOn when an image would come back to a session that is gone, or (`living`) in the trash."""
    known = await several(work, [one.id for one in edits])
    homes: set[str] = set()
    for one in edits:
        image, after = known.get(one.id), one.after or {}
        if image is None:
            raise MovedOn("This cannot be done any more: an image was deleted for ever.")
        home = after.get("session_id", image.session_id)
        if home is not None and after.get("trashed_at", image.trashed_at) is None:
            homes.add(home)
    found = await sessions.names(work, sorted(homes))
    if homes - found.keys():
        raise MovedOn("This cannot be done any more: the session it came from was deleted for ever.")
    for home in found if living else ():
        back = await sessions.get(work, home)
        if back.in_trash:
            raise MovedOn(f"The session “{back.name}” of an image is in the trash. Restore that first.")


def _trashed(image: Image, at: int | None) -> Edit:
    return Edit("images", image.id, {"trashed_at": image.trashed_at}, {"trashed_at": at})


def _add(changes: dict[str, Change], id: str, more: Change) -> None:
    so_far = changes.get(id, Change())
    changes[id] = Change(
        images=so_far.images + more.images,
        bytes=so_far.bytes + more.bytes,
        generations=so_far.generations + more.generations,
        touched=False,
    )


async def keep(
    work: Work,
    stored: Stored,
    *,
    origin: Origin,
    session_id: str | None = None,
    generation_id: str | None = None,
    place: str | None = None,
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
        tags=[],
        place=place,
    )
    await store.insert(work.db, work.actor.owner, image)
    return image


async def tags_of(work: Work, session_id: str) -> list[TagUse]:
    """The tags of a session's pictures outside the trash, the most used first. Raises NotFound."""
    await sessions.get(work, known_shape(session_id, "session"))
    counted: dict[str, TagUse] = {}
    for tags in await store.tagged(work.db, work.actor.owner, session_id):
        for tag in tags:
            known = counted.get(fold(tag), TagUse(tag, 0))
            counted[fold(tag)] = TagUse(known.tag, known.images + 1)
    return sorted(counted.values(), key=lambda use: (-use.images, fold(use.tag)))


async def same(work: Work, session_id: str, sha256: str) -> Image | None:
    """The session's image outside the trash with these very bytes, if it has one."""
    return await store.same(work.db, work.actor.owner, session_id, sha256)


async def move_in(work: Work, homeless: Sequence[Image], session_id: str) -> None:
    """Give images that lie in no session a home in this one."""
    await store.move_in(work.db, work.actor.owner, [image.id for image in homeless], session_id)
    await sessions.count(work, session_id, Change(bytes=sum(image.bytes for image in homeless)))


async def upload(work: Work, stored: Stored, *, session_id: str | None, file_name: str | None) -> Image:
    """Record an image that somebody brought. Raises NotFound when the session is not there."""
    if session_id is not None:
        await sessions.living(work, session_id)
    name = clean_line(file_name or "")[:255] or None
    image = await keep(work, stored, origin="uploaded", session_id=session_id, file_name=name)
    if session_id is not None:
        await sessions.count(work, session_id, Change(bytes=stored.bytes))
    work.emit(ImageUploaded(image))
    return image
