"""Rules about the trash: what lies in it, and deleting for ever, by hand or when its time is over."""

from __future__ import annotations

from collections.abc import Sequence

from opencanva.core.work import Work
from opencanva.kit.ids import known_shape
from opencanva.kit.pages import read_cursor, write_cursor
from opencanva.rooms.batches import comparing, erasing, moving
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Image
from opencanva.rooms.prompts import service as prompts
from opencanva.rooms.sessions import drafts, trashed
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.types import Cover, Thrown
from opencanva.rooms.trash.errors import NotInTrash
from opencanva.rooms.trash.messages import RowsErased, TrashDeleted
from opencanva.rooms.trash.types import Destroyed, TrashItem, TrashPage

DAY = 86_400_000
_ONLY = "Only what is in the trash can be deleted for ever. Look at it again."


async def page(work: Work, cursor: str | None, limit: int, days: int) -> TrashPage:
    """What was put into the trash, last first. `days` is how long it is kept; 0 is for ever.

    Raises WrongCursor.
    """
    key = read_cursor(cursor, int, str)
    before = None if key is None else (key[0], key[1])
    rows = await trashed.page(work, before, limit + 1)
    pictures = await images.trashed(work, before, limit + 1)
    merged: list[Thrown | Image] = [*rows, *pictures]
    merged.sort(key=lambda one: (one.trashed_at or 0, one.id), reverse=True)
    shown = merged[:limit]
    items = await _items(work, shown, days)
    last = shown[-1] if len(merged) > limit else None
    folders_and_sessions, size = await trashed.total(work)
    loose = await images.trashed_total(work)
    # The bytes of a session in the trash are those of its trashed pictures too.
    counted = await trashed.among(work, [id for id in loose if id is not None])
    count = sum(held for held, _ in loose.values())
    size += sum(held for id, (_, held) in loose.items() if id not in counted)
    return TrashPage(
        items,
        None if last is None else write_cursor(last.trashed_at or 0, last.id),
        folders_and_sessions + count,
        size,
        days or None,
    )


async def refuse_others(work: Work, ids: Sequence[str]) -> None:
    """Raises NotInTrash unless all of these lie in the trash themselves."""
    wanted = list(dict.fromkeys(known_shape(id, "thing in the trash") for id in ids))
    if len(await still_there(work, wanted, work.clock.now() + 1)) < len(wanted):
        raise NotInTrash(_ONLY, field="ids")


async def delete(work: Work, ids: Sequence[str]) -> Destroyed:
    """Delete for ever what is in the trash. Raises NotInTrash, and then nothing is deleted."""
    wanted = list(dict.fromkeys(known_shape(id, "thing in the trash") for id in ids))
    pictures = await images.several(work, wanted)
    rest = [id for id in wanted if id not in pictures]
    doomed = await trashed.doom(work, rest)
    if doomed is None or any(image.trashed_at is None for image in pictures.values()):
        raise NotInTrash(_ONLY, field="ids")
    going = [image for image in pictures.values() if image.session_id not in doomed.sessions]
    await erasing.erase(work, doomed.sessions, going)
    inside = await images.ids_of_sessions(work, doomed.sessions)
    freed = await images.erase(work, [image.id for image in going], doomed.sessions)
    await moving.mend_covers(work, sorted({image.session_id for image in going if image.session_id}))
    await prompts.erase(work, doomed.sessions)
    await drafts.erase(work, doomed.sessions)
    await comparing.erase(work, doomed.sessions)
    await trashed.erase(work, doomed)
    work.emit(TrashDeleted(wanted))
    work.emit(RowsErased([*doomed.folders, *doomed.sessions, *(image.id for image in going), *inside]))
    return Destroyed(len(wanted), freed)


async def ids_before(work: Work, before: int) -> list[str]:
    """What of the actor's was put into the trash before a time (milliseconds)."""
    found = await trashed.thrown_before(work, before)
    return [id for _, id in [*found, *await images.thrown_before(work, before)]]


async def still_there(work: Work, ids: Sequence[str], before: int) -> list[str]:
    """Those of these that lie in the trash since before a time: with a folder others may have gone, or were
    restored, or restored and thrown away anew."""
    await sessions.hold_tree(work)
    pictures = await images.several(work, ids)
    return await trashed.still_there(work, ids, before) + [
        id for id, image in pictures.items() if image.trashed_at is not None and image.trashed_at < before
    ]


async def overdue(work: Work, before: int) -> dict[str, list[str]]:
    """Of everybody: what was put into the trash before a time, by owner."""
    found: dict[str, list[str]] = {}
    for owner, id in [
        *await trashed.thrown_before(work, before, everybody=True),
        *await images.thrown_before(work, before, everybody=True),
    ]:
        found.setdefault(owner, []).append(id)
    return found


async def _items(work: Work, shown: Sequence[Thrown | Image], days: int) -> list[TrashItem]:
    rows = [one for one in shown if isinstance(one, Thrown)]
    sizes = await trashed.sizes(work, rows)
    homes = await sessions.names(
        work, [one.session_id for one in shown if isinstance(one, Image) and one.session_id]
    )
    seen = await trashed.above(
        work, [*(one.folder_id for one in rows), *(home.folder_id for home in homes.values())]
    )

    def path(folder_id: str | None) -> list[str]:
        return [up.name for up in reversed(seen.path(folder_id))]

    items: list[TrashItem] = []
    for one in shown:
        at = one.trashed_at or 0
        purge = at + days * DAY if days else None
        if isinstance(one, Thrown):
            size = sizes[one.id]
            held = (size.bytes, size.sessions, size.images)
            where = path(one.folder_id)
            items.append(TrashItem(one.kind, one.id, one.name, where, size.cover, at, purge, *held))
            continue
        home = homes.get(one.session_id or "")
        where = [] if home is None else [*path(home.folder_id), home.name]
        cover, name = Cover(one.id, one.thumbhash), one.file_name or ""
        items.append(TrashItem("image", one.id, name, where, cover, at, purge, one.bytes, 0, 1))
    return items
