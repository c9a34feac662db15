"""Routes of organising: one act on many rows, undo, redo, and the trash."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response
from pydantic import Field

from opencanva.api.deps import PREFIX, Form, Ground, Here, Me, OnceKey, Whole, answer, do_once
from opencanva.api.shapes import ActList
from opencanva.core.actor import Actor
from opencanva.engines.contract import RATIOS
from opencanva.kit.text import clean_json, clean_line
from opencanva.rooms.acts import service as acts
from opencanva.rooms.acts.types import Done, Order
from opencanva.rooms.sessions.types import Folder
from opencanva.rooms.trash import service as trash
from opencanva.rooms.trash.types import Destroyed, TrashPage

router = APIRouter(prefix=PREFIX, tags=["organise"])

MOST_IDS = 10_000
AT_ONCE = 50
"""Things deleted for ever in one transaction: others write in between."""
Ids = Annotated[list[Annotated[str, Field(max_length=100)]], Field(min_length=1, max_length=MOST_IDS)]
Version = Annotated[Whole, Field(ge=1, le=2**31 - 1)]
ActName = Literal[
    "move", "copy", "rename", "pin", "unpin", "colour", "archive", "unarchive", "trash", "restore", "cover",
    "defaults", "duplicate", "keep", "reject", "undecide", "star", "unstar", "rate", "tag", "untag",
]  # fmt: skip


class Defaults(Form):
    """What new sessions in a folder begin with; what is absent comes from the folder above."""

    models: list[Annotated[str, Field(max_length=200)]] | None = Field(None, min_length=1, max_length=4)
    ratio: Literal[RATIOS] | None = None  # type: ignore[valid-type]
    images_per_model: Annotated[Whole, Field(ge=1, le=4)] | None = None
    prefix: str | None = Field(None, max_length=2_000, examples=["watercolour, "])


class NewAct(Form):
    """An act on folders, sessions or images; which fields count depends on `act`."""

    act: ActName
    ids: Ids
    folder_id: str | None = Field(None, description="move: the folder to go to; null is the root.")
    after_id: str | None = Field(None, description="move: the sibling to stand after; null is first.")
    session_id: str | None = Field(None, description="move, copy of images: the session to go to.")
    name: str | None = Field(None, description="rename: 1 to 200 characters.", examples=["Storm studies"])
    colour: str | None = Field(None, description="colour: one of the nine colours; null takes it off.")
    emoji: str | None = Field(None, description="colour: an emoji; null takes it off.")
    contents: Literal["along", "up"] = Field(
        "along", description="trash: what lies in a folder goes along, or one level up."
    )
    image_id: str | None = Field(None, description="cover: the picture; null is the newest.")
    defaults: Defaults | None = Field(None, description="defaults: null takes them off.")
    with_images: bool = Field(True, description="duplicate: with what was made, or without.")
    rating: Annotated[Whole, Field(ge=0, le=5)] | None = Field(None, description="rate: 0 (none) to 5.")
    tag: str | None = Field(None, description="tag, untag: 1 to 50 characters.", examples=["harbour"])
    versions: dict[str, Version] = Field(
        default_factory=dict,
        max_length=MOST_IDS,
        description="Refuse the act when one of these has moved on from the version it was seen at.",
    )


class Chosen(Form):
    """What to delete for ever."""

    ids: Ids


class Emptying(Form):
    """Empties the trash; with `before` only of what was put there until that time (milliseconds)."""

    before: Annotated[Whole, Field(ge=0, le=2**53)] | None = None


class FolderChange(Form):
    """What to change; `version` refuses the change when the folder has moved on since."""

    name: str | None = Field(None, examples=["Clients"])
    version: Version | None = None


@router.post("/organise", response_model=Done, summary="Do an act of organising")
async def organise(here: Here, me: Me, body: NewAct, key: OnceKey = None) -> Response:
    """All of it or nothing; `undo` in the answer takes it back by POST /undo/{id}."""
    given = body.model_dump()
    return await do_once(
        here, me, key, ["organise", given], lambda work: acts.organise(work, _order(body)), 200
    )


@router.get("/acts", response_model=ActList, summary="What was organised, newest first")
async def list_acts(here: Here, me: Me, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Response:
    """Every act can be undone, and redone until another act is done."""
    async with here.works.reading(me) as work:
        return answer({"items": await acts.newest(work, limit)})


@router.post("/undo/{id}", response_model=Done, summary="Undo an act")
async def undo(here: Here, me: Me, id: str) -> Response:
    """Takes an act back; 409 `moved_on` when what it left has changed since, and then nothing is changed."""
    async with here.works.writing(me) as work:
        done = await acts.undo(work, id)
    return answer(done)


@router.post("/redo/{id}", response_model=Done, summary="Redo an act")
async def redo(here: Here, me: Me, id: str) -> Response:
    """Does an undone act again; 409 `moved_on` when another one was done since."""
    async with here.works.writing(me) as work:
        done = await acts.redo(work, id)
    return answer(done)


@router.get("/folders/{id}", response_model=Folder, summary="One folder")
async def get_folder(here: Here, me: Me, id: str) -> Response:
    """A folder with the defaults that new sessions in it inherit."""
    async with here.works.reading(me) as work:
        return answer(await acts.folder(work, id))


@router.patch("/folders/{id}", response_model=Folder, summary="Rename a folder")
async def change_folder(here: Here, me: Me, id: str, body: FolderChange) -> Response:
    """The same as the act `rename`, and undone like it."""
    async with here.works.writing(me) as work:
        if body.name is not None:
            await acts.rename(work, id, body.name, body.version)
        changed = await acts.folder(work, id)
    return answer(changed)


@router.get("/trash", response_model=TrashPage, summary="The trash, last trashed first")
async def list_trash(
    here: Here, me: Me, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> Response:
    """What lies in it, how big it is, and when it will be deleted for ever."""
    async with here.works.reading(me) as work:
        return answer(await trash.page(work, cursor, limit, here.trash_days))


@router.post("/trash/delete", response_model=Destroyed, summary="Delete for ever")
async def delete_for_ever(here: Here, me: Me, body: Chosen) -> Response:
    """Only what is in the trash: one thing that is not refuses them all. It cannot be undone."""
    async with here.works.writing(me) as work:
        if len(body.ids) <= AT_ONCE:
            return answer(await trash.delete(work, body.ids))
        await trash.refuse_others(work, body.ids)
        now = work.clock.now()
    return answer(await _delete_in_parts(here, me, list(dict.fromkeys(body.ids)), now + 1))


@router.post("/trash/empty", response_model=Destroyed, summary="Empty the trash")
async def empty_trash(here: Here, me: Me, body: Emptying) -> Response:
    """Deletes for ever what is in the trash. It cannot be undone."""
    async with here.works.reading(me) as work:
        before = work.clock.now() if body.before is None else body.before
        ids = await trash.ids_before(work, before + 1)
    return answer(await _delete_in_parts(here, me, ids, before + 1))


async def _delete_in_parts(here: Ground, me: Actor, ids: list[str], before: int) -> Destroyed:
    """Deletes for ever what of these is still in the trash since before a time; others write in between."""
    items = size = 0
    for start in range(0, len(ids), AT_ONCE):
        async with here.works.writing(me) as work:
            part = await trash.still_there(work, ids[start : start + AT_ONCE], before)
            done = await trash.delete(work, part)
        items, size = items + done.items, size + done.bytes
    return Destroyed(items, size)


def _order(body: NewAct) -> Order:
    looks: dict[str, str | None] = {}
    if "colour" in body.model_fields_set:
        looks["colour"] = body.colour
    if "emoji" in body.model_fields_set:
        looks["emoji"] = None if body.emoji is None else clean_line(body.emoji)
    defaults: Any = None
    if body.defaults is not None:
        defaults = clean_json(body.defaults.model_dump(exclude_none=True))
    return Order(
        act=body.act,
        ids=body.ids,
        folder_id=body.folder_id,
        after_id=body.after_id,
        session_id=body.session_id,
        name=body.name,
        looks=looks,
        contents=body.contents,
        image_id=body.image_id,
        defaults=defaults,
        with_images=body.with_images,
        rating=body.rating,
        tag=body.tag,
        versions=body.versions,
    )
