"""Pictures that go to another session, with the batch they come from; and copies of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from opencanva.core.edits import Edit
from opencanva.core.work import Work
from opencanva.kit.ids import new_id
from opencanva.rooms.batches import moving_store as store
from opencanva.rooms.batches.types import place_of
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Image, ImageId
from opencanva.rooms.lineage import service as lineage
from opencanva.rooms.prompts import service as prompts
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.errors import MovedOn
from opencanva.rooms.sessions.types import Change, Cover, Session

TABLES = tuple(store.TABLES)
Values = dict[str, Any]


async def relocate(work: Work, found: Sequence[Image], session_id: str) -> list[Edit]:
    """Edits that take images with their generations into new batches of another session."""
    made = await _made(work, found)
    edits: list[Edit] = []
    places: dict[str, str] = {}
    for source, group in await _by_batch(work, made):
        id, batch = new_id(), _batch_of(source, group, session_id, work.clock.now())
        edits.append(Edit("batches", id, None, batch))
        for position, row in enumerate(group):
            before = {name: row[name] for name in ("batch_id", "session_id", "position")}
            after = {"batch_id": id, "session_id": session_id, "position": position}
            edits.append(Edit("generations", row["id"], before, after))
            places[row["id"]] = place_of(id, position)
    edits += [
        Edit(
            "images",
            image.id,
            {"session_id": image.session_id, "place": image.place},
            {"session_id": session_id, "place": places.get(image.generation_id or "")},
        )
        for image in found
    ]
    return edits


async def covers_without(work: Work, leaving: Collection[Image]) -> list[Edit]:
    """Edits that give sessions another cover when the picture they show leaves."""
    edits: list[Edit] = []
    ids = {image.id for image in leaving}
    homes = {image.session_id for image in leaving if image.session_id is not None}
    for session in (await sessions.names(work, sorted(homes))).values():
        if session.cover is None or session.cover.image_id not in ids:
            continue
        other = await images.newest(work, session.id, [i.id for i in leaving if i.session_id == session.id])
        before = {"cover_image_id": session.cover.image_id, "cover_thumbhash": session.cover.thumbhash}
        after = {
            "cover_image_id": other.id if other else None,
            "cover_thumbhash": other.thumbhash if other else None,
        }
        edits.append(Edit("sessions", session.id, before, after, soft=True))
    return edits


async def mend_covers(work: Work, session_ids: Sequence[str]) -> None:
    """Let sessions show their newest picture where the one they show left, went into the trash or is no more."""
    lines = await sessions.names(work, session_ids)
    shown = await images.several(work, [line.cover.image_id for line in lines.values() if line.cover])
    for line in lines.values():
        image = None if line.cover is None else shown.get(line.cover.image_id)
        if image is not None and image.trashed_at is None and image.session_id == line.id:
            continue
        newest = await images.newest(work, line.id)
        if newest is not None or line.cover is not None:
            await sessions.put_cover(work, line.id, Cover(newest.id, newest.thumbhash) if newest else None)


async def cover_with(work: Work, found: Sequence[Image], session_id: str) -> list[Edit]:
    """The edit that lets a session without a cover show the newest of the images it is given."""
    made = [image for image in found if image.generation_id is not None]
    if not made or (await sessions.get(work, session_id)).cover is not None:
        return []
    newest = max(made, key=lambda image: image.id)
    before = {"cover_image_id": None, "cover_thumbhash": None}
    after = {"cover_image_id": newest.id, "cover_thumbhash": newest.thumbhash}
    return [Edit("sessions", session_id, before, after, soft=True)]


async def uses_with(work: Work, edits: Sequence[Edit], session: Session) -> list[Edit]:
    """The edit that notes the models and references of batches that come to a session."""
    batches = [one.after for one in edits if one.table == "batches" and one.after]
    fresh = [model for batch in batches for model in batch["models"] if model not in session.models]
    referenced = session.referenced or any(batch["references"] for batch in batches)
    before = {"models": session.models, "referenced": session.referenced}
    after = {"models": [*session.models, *dict.fromkeys(fresh)], "referenced": referenced}
    return [] if before == after else [Edit("sessions", session.id, before, after, soft=True)]


async def write(work: Work, edits: Sequence[Edit], *, arriving: bool) -> None:
    """Write edits of batches and generations: first with new batches, later without emptied ones.

    Raises MovedOn when a row does not stand as an edit expects, and then nothing may be kept.
    """
    owner = work.actor.owner
    of_batches = [one for one in edits if one.table == "batches" and (one.before is None) == arriving]
    parts = [("batches", of_batches)]
    if arriving:
        parts.append(("generations", [one for one in edits if one.table == "generations"]))
    for table, part in parts:
        if part and not await store.rewrite(work.db, owner, table, part):
            raise MovedOn("This cannot be done any more: a picture was moved or deleted meanwhile.")
    touched: dict[str, int] = {}
    for one in of_batches:
        id = (one.after or one.before or {})["session_id"]
        touched[id] = touched.get(id, 0) + (1 if arriving else -1)
    for id, batches in touched.items():
        await sessions.adjust(work, id, Change(batches=batches, touched=False))
        await prompts.recount(work, id, await store.prompts_of(work.db, id))


async def copy(work: Work, found: Sequence[Image], session_id: str) -> list[str]:
    """Copies of images, with their generations in new batches of a session; ids of the new images."""
    made = await _made(work, found)
    now, known = work.clock.now(), {image.generation_id: image for image in found}
    copies: list[Image] = []
    batches = 0
    for source, group in await _by_batch(work, made):
        id = new_id()
        batch = _batch_of(source, group, session_id, now) | {"id": id, "owner_id": work.actor.owner}
        await store.insert(work.db, "batches", [batch])
        await sessions.used(work, session_id, batch["models"], bool(batch["references"]))
        batches += 1
        copies += await _copy_generations(work, group, {source["id"]: id}, session_id, known, renumber=True)
    loose = [_copy_of(image, session_id, None) for image in found if image.generation_id is None]
    await images.keep_many(work, loose)
    await lineage.copy(work, _pairs(found, [*copies, *loose]))
    covered = (await sessions.get(work, session_id)).cover is not None
    newest = copies[-1] if copies and not covered else None
    await sessions.adjust(
        work,
        session_id,
        Change(
            batches=batches,
            generations=len(copies),
            images=len(copies),
            bytes=sum(image.bytes for image in [*copies, *loose]),
            cover=Cover(newest.id, newest.thumbhash) if newest else None,
        ),
    )
    await prompts.recount(work, session_id, await store.prompts_of(work.db, session_id))
    return [image.id for image in [*copies, *loose]]


async def copy_session(work: Work, source: str, target: str) -> dict[str, str]:
    """Copy all that ended in a session into an empty one; the copies of images by their originals' ids."""
    batches, rows = await store.of_session(work.db, work.actor.owner, source)
    there = await images.of_session(work, source)
    known = {image.generation_id: image for image in there if image.generation_id is not None}
    loose = [image for image in there if image.generation_id is None]
    brought = [_copy_of(image, target, None) for image in loose]
    await images.keep_many(work, brought)
    names: dict[str, str] = {image.id: copy.id for image, copy in zip(loose, brought, strict=True)}
    kept = [row for row in rows if row["image_id"] is None or row["id"] in known]
    ids = {row["batch_id"]: new_id() for row in kept}
    fresh = [row | {"id": ids[row["id"]], "session_id": target} for row in batches if row["id"] in ids]
    await store.insert(work.db, "batches", fresh)
    copies = await _copy_generations(work, kept, ids, target, known, renumber=False)
    made = [known[row["id"]] for row in kept if row["id"] in known]
    names |= {image.id: copy.id for image, copy in zip(made, copies, strict=True)}
    await store.rename(work.db, {row["id"]: named for row in fresh if (named := _renamed(row, names))})
    size = sum(image.bytes for image in [*copies, *brought])
    change = Change(batches=len(fresh), generations=len(kept), images=len(copies), bytes=size, touched=False)
    await sessions.adjust(work, target, change)
    session = await sessions.get(work, source)
    await sessions.used(work, target, session.models, session.referenced)
    await prompts.recount(work, target, await store.prompts_of(work.db, target))
    return names


async def link_copies(work: Work, copies: dict[str, str]) -> None:
    """Give copied images the lineage of their originals."""
    await lineage.copy(work, copies)


async def count_generations(work: Work, session_ids: Sequence[str]) -> int:
    """How many generations sessions hold."""
    return await store.count(work.db, work.actor.owner, session_ids)


async def _made(work: Work, found: Sequence[Image]) -> list[Values]:
    ids = [image.generation_id for image in found if image.generation_id is not None]
    return await store.rows(work.db, work.actor.owner, "generations", ids)


async def _by_batch(work: Work, made: Sequence[Values]) -> list[tuple[Values, list[Values]]]:
    groups: dict[str, list[Values]] = {}
    for row in sorted(made, key=lambda row: (row["batch_id"], row["position"])):
        groups.setdefault(row["batch_id"], []).append(row)
    sources = await store.rows(work.db, work.actor.owner, "batches", groups)
    return [(source, groups[source["id"]]) for source in sources]


def _batch_of(source: Values, group: Sequence[Values], session_id: str, now: int) -> Values:
    """A batch like `source` that holds these generations only."""
    values = {name: value for name, value in source.items() if name not in ("id", "owner_id")}
    models = list(dict.fromkeys(row["model"] for row in group))
    return values | {"session_id": session_id, "models": models, "created_at": now}


async def _copy_generations(
    work: Work,
    rows: Sequence[Values],
    batches: dict[str, str],
    session_id: str,
    known: dict[Any, Image],
    *,
    renumber: bool,
) -> list[Image]:
    copies: list[Image] = []
    fresh: list[Values] = []
    shown: dict[str, str] = {}
    for position, row in enumerate(rows):
        id = new_id()
        changed: Values = {"id": id, "batch_id": batches[row["batch_id"]], "session_id": session_id}
        if renumber:
            changed["position"] = position
        fresh.append(row | changed | {"image_id": None})
        if row["id"] in known:
            copies.append(_copy_of(known[row["id"]], session_id, fresh[-1]))
            shown[id] = copies[-1].id
    await store.insert(work.db, "generations", fresh)
    await images.keep_many(work, copies)
    await store.point(work.db, shown)
    return copies


def _renamed(row: Values, names: dict[str, str]) -> Values | None:
    """The references and parent of a copied batch with copies in place of originals; None when it has neither."""
    given = [one | {"image_id": names.get(one["image_id"], one["image_id"])} for one in row["references"]]
    parent = names.get(row["parent_image_id"] or "", row["parent_image_id"])
    if given == row["references"] and parent == row["parent_image_id"]:
        return None
    return {"references": given, "parent_image_id": parent}


def _copy_of(image: Image, session_id: str, made: Values | None) -> Image:
    return replace(
        image,
        id=ImageId(new_id()),
        session_id=session_id,
        generation_id=None if made is None else made["id"],
        place=None if made is None else place_of(made["batch_id"], made["position"]),
    )


def _pairs(found: Sequence[Image], copies: Sequence[Image]) -> dict[str, str]:
    """Originals by their copies' order: made ones first, as they were copied, then the others."""
    by_bytes: dict[str, list[str]] = {}
    for copy in copies:
        by_bytes.setdefault(copy.sha256, []).append(copy.id)
    return {image.id: by_bytes[image.sha256].pop(0) for image in found if by_bytes.get(image.sha256)}
