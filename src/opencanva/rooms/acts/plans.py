"""Works out each act: what it means for the rows it names."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from opencanva.core.edits import Edit, edit
from opencanva.core.work import Work
from opencanva.kit.errors import Invalid
from opencanva.kit.ids import known_shape
from opencanva.kit.text import clean_line, fold, shows_something
from opencanva.rooms.acts import duplicating
from opencanva.rooms.acts.types import Kind, Order, Plan
from opencanva.rooms.batches import dismissing, moving
from opencanva.rooms.batches.types import Generation
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Image
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions import tree
from opencanva.rooms.sessions.places import Past
from opencanva.rooms.sessions.tree import Seen
from opencanva.rooms.sessions.types import COLOURS, Node

Planner = Callable[[Work, Past, Order], Awaitable[Plan]]
LONGEST_EMOJI = 32
LONGEST_TAG, MOST_TAGS = 50, 50


async def plan(work: Work, past: Past, order: Order) -> Plan:
    """An act as edits. Raises what stands in the way."""
    return await _PLANNERS[order.act](work, past, order)


Named = tuple[list[Image], list[str], dict[str, Node]]


async def _split(work: Work, order: Order) -> Named:
    """The images among the ids, the other ids, both in order, and those of them that are in the tree."""
    nodes = await tree.find(work, order.ids)
    others = [id for id in order.ids if id not in nodes]
    found = await images.several(work, others) if others else {}
    return list(found.values()), [id for id in order.ids if id not in found], nodes


async def _with_made(work: Work, named: Named) -> tuple[Named, list[Generation]]:
    """The same with the pictures of batches and generations among the ids, and what of those has none."""
    pictures, rest, nodes = named
    made = await dismissing.named(work, [id for id in rest if id not in nodes])
    known = {image.id: image for image in (*pictures, *made.images)}
    return (list(known.values()), [id for id in rest if id not in made.ids], nodes), made.bare


async def _seen(work: Work, order: Order, *folders: str | None, named: Named | None = None) -> Seen:
    if named is None:
        seen = await tree.look(work, order.ids, *folders)
    else:
        seen = await tree.look(work, named[1], *folders, known=named[2])
    await tree.refuse_stale(work, seen, order.versions)
    return seen


def _told(kind: Kind, seen: Seen, edits: list[Edit], into: str | None = None) -> Plan:
    name = next(iter(seen.nodes.values())).name if seen.nodes else ""
    return Plan(kind, edits, len(seen.nodes), name, into)


def _elsewhere(seen: Seen, edits: list[Edit]) -> str | None:
    """The folder that things came to from others, "" for the top level; None when they stayed, or went apart."""
    homes = {
        edit.after[parent]
        for edit in edits
        if edit.after is not None and edit.before is not None
        for parent in ("folder_id", "parent_id")
        if edit.after.get(parent) != edit.before.get(parent)
    }
    if len(homes) != 1:
        return None
    home = homes.pop()
    return seen.above[home].name if home is not None else ""


async def _move(work: Work, past: Past, order: Order) -> Plan:
    named = await _split(work, order)
    if named[0]:
        return await _to_session(work, order, named, "move")
    if order.folder_id is not None:
        known_shape(order.folder_id, "folder")
    seen = await _seen(work, order, order.folder_id, named=named)
    edits = await tree.move(work, past, seen, order.folder_id, order.after_id)
    into = seen.above[order.folder_id].name if order.folder_id else None
    return _told("move", seen, edits, into)


async def _copy(work: Work, past: Past, order: Order) -> Plan:
    return await _to_session(work, order, await _split(work, order), "copy")


async def _to_session(work: Work, order: Order, named: Named, kind: Kind) -> Plan:
    found, rest, _ = named
    if rest or not found:
        raise Invalid("Only images that are here can be put into a session.", field="ids")
    if order.session_id is None:
        raise Invalid("Say which session the images go to.", field="session_id")
    target = await sessions.living(work, order.session_id)
    for image in found:
        await images.refuse_trashed(work, image)
    if kind == "copy":
        copies = await moving.copy(work, found, target.id)
        fresh = [Edit("images", id, {"trashed_at": work.clock.now()}, {"trashed_at": None}) for id in copies]
        return Plan("copy", fresh, len(found), "", target.name, written=True)
    going = [image for image in found if image.session_id != target.id]
    edits = await moving.relocate(work, going, target.id)
    edits += await moving.covers_without(work, going)
    edits += await moving.cover_with(work, going, target.id)
    edits += await moving.uses_with(work, edits, target)
    return Plan("move", edits, len(found), "", target.name)


async def _rename(work: Work, past: Past, order: Order) -> Plan:
    seen = await _seen(work, order)
    node = tree.only(seen, "")
    name = sessions.clean_name(order.name or "")
    more = {} if node.is_folder or name == node.name else {"named_by": "person"}
    return _told("rename", seen, tree.mark(seen, name=name, **more), name)


async def _pin(work: Work, past: Past, order: Order) -> Plan:
    seen = await _seen(work, order)
    return _told("pin", seen, tree.mark(seen, pinned=True))


async def _unpin(work: Work, past: Past, order: Order) -> Plan:
    seen = await _seen(work, order)
    return _told("unpin", seen, tree.mark(seen, pinned=False))


async def _colour(work: Work, past: Past, order: Order) -> Plan:
    colour, emoji = order.looks.get("colour"), order.looks.get("emoji")
    if not order.looks:
        raise Invalid("Say which colour or emoji.", field="colour")
    if colour is not None and colour not in COLOURS:
        raise Invalid(f"Colours are {', '.join(COLOURS)}.", field="colour")
    if emoji is not None and not (shows_something(emoji) and len(emoji) <= LONGEST_EMOJI):
        raise Invalid(f"An emoji has 1 to {LONGEST_EMOJI} characters.", field="emoji")
    seen = await _seen(work, order)
    return _told("colour", seen, tree.mark(seen, **order.looks))


async def _archive(work: Work, past: Past, order: Order) -> Plan:
    seen = await _seen(work, order)
    return _told("archive", seen, tree.archive(seen, work.clock.now()))


async def _unarchive(work: Work, past: Past, order: Order) -> Plan:
    seen = await _seen(work, order)
    edits = await tree.unarchive(work, past, seen)
    return _told("unarchive", seen, edits, _elsewhere(seen, edits))


async def _trash(work: Work, past: Past, order: Order) -> Plan:
    named, bare = await _with_made(work, await _split(work, order))
    pictures, rest = [image for image in named[0] if image.trashed_at is None], named[1]
    seen = await _seen(work, order, named=named)
    edits = dismissing.dismiss(bare, work.clock.now()) + images.trash(pictures, work.clock.now())
    edits += await moving.covers_without(work, pictures)
    if rest:
        edits += await tree.trash(work, past, seen, order.contents == "up")
    told = _told("trash", seen, edits)
    return Plan("trash", edits, told.count + len(pictures) + len(bare), told.name)


async def _restore(work: Work, past: Past, order: Order) -> Plan:
    named, bare = await _with_made(work, await _split(work, order))
    pictures, rest, _ = named
    seen = await _seen(work, order, named=named)
    back = {node.id for node in seen.nodes.values()}
    homes = [image.session_id for image in pictures] + [one.session_id for one in bare]
    for home in dict.fromkeys(homes):
        if home is not None and home not in back:
            await sessions.living(work, home)
    edits = dismissing.bring_back(bare) + images.restore(pictures)
    if rest:
        edits += await tree.restore(work, past, seen)
    told = _told("restore", seen, edits, _elsewhere(seen, edits))
    return Plan("restore", edits, told.count + len(pictures) + len(bare), told.name, told.into)


async def _cover(work: Work, past: Past, order: Order) -> Plan:
    seen = await _seen(work, order)
    node = tree.only(seen, "sessions")
    if order.image_id is None:
        newest = await images.newest(work, node.id)
        cover, picked = (newest.id, newest.thumbhash) if newest else (None, None), False
    else:
        image = await images.get(work, order.image_id)
        if image.session_id != node.id or image.trashed_at is not None:
            raise Invalid("A cover is a picture of the session itself.", field="image_id")
        cover, picked = (image.id, image.thumbhash), True
    edits = tree.mark(seen, cover_image_id=cover[0], cover_thumbhash=cover[1], cover_picked=picked)
    return _told("cover", seen, edits)


async def _defaults(work: Work, past: Past, order: Order) -> Plan:
    seen = await _seen(work, order)
    tree.only(seen, "folders")
    return _told("defaults", seen, tree.mark(seen, defaults=order.defaults or None))


async def _duplicate(work: Work, past: Past, order: Order) -> Plan:
    seen = await _seen(work, order)
    tree.refuse_trashed(seen)
    made = await duplicating.duplicate(work, past, seen, order.with_images)
    now = work.clock.now()
    edits = [Edit(table, id, {"trashed_at": now}, {"trashed_at": None}) for table, id in made]
    return replace(_told("duplicate", seen, edits), written=True)


def _judging(change: Callable[[Image, Order], dict[str, Any]]) -> Planner:
    """A planner of an act that changes images where they are."""

    async def judge(work: Work, past: Past, order: Order) -> Plan:
        found, rest, _ = await _split(work, order)
        if rest or not found:
            raise Invalid("Only images that are here can be judged.", field="ids")
        edits = [edit("images", image.id, image, **change(image, order)) for image in found]
        kind: Kind = order.act  # type: ignore[assignment]
        said = str(order.rating) if kind == "rate" else order.tag and clean_line(order.tag)
        return Plan(kind, [one for one in edits if one is not None], len(found), "", said or None)

    return judge


def _rated(image: Image, order: Order) -> dict[str, Any]:
    if order.rating is None:
        raise Invalid("Say how many stars, 0 to 5.", field="rating")
    return {"rating": order.rating}


def _tagged(image: Image, order: Order) -> dict[str, Any]:
    tag = _tag(order)
    if any(fold(known) == fold(tag) for known in image.tags):
        return {}
    if len(image.tags) >= MOST_TAGS:
        raise Invalid(
            f"An image takes at most {MOST_TAGS} tags. Take one off first.", field="tag", limit=MOST_TAGS
        )
    return {"tags": [*image.tags, tag]}


def _untagged(image: Image, order: Order) -> dict[str, Any]:
    tag = _tag(order)
    return {"tags": [known for known in image.tags if fold(known) != fold(tag)]}


def _tag(order: Order) -> str:
    tag = clean_line(order.tag or "")
    if not shows_something(tag):
        raise Invalid("Say which tag.", field="tag")
    if len(tag) > LONGEST_TAG:
        raise Invalid(f"A tag has at most {LONGEST_TAG} characters.", field="tag", limit=LONGEST_TAG)
    return tag


_PLANNERS: dict[str, Planner] = {
    "move": _move,
    "copy": _copy,
    "rename": _rename,
    "pin": _pin,
    "unpin": _unpin,
    "colour": _colour,
    "archive": _archive,
    "unarchive": _unarchive,
    "trash": _trash,
    "restore": _restore,
    "cover": _cover,
    "defaults": _defaults,
    "duplicate": _duplicate,
    "keep": _judging(lambda image, order: {"verdict": "kept"}),
    "reject": _judging(lambda image, order: {"verdict": "rejected"}),
    "undecide": _judging(lambda image, order: {"verdict": None}),
    "star": _judging(lambda image, order: {"favourite": True}),
    "unstar": _judging(lambda image, order: {"favourite": False}),
    "rate": _judging(_rated),
    "tag": _judging(_tagged),
    "untag": _judging(_untagged),
}
