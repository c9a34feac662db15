"""Rules about acts: every act of organising is written down with what it changed, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

from opencanva.core.edits import Edit
from opencanva.core.work import Work
from opencanva.kit.errors import NotFound
from opencanva.kit.ids import known_shape, new_id
from opencanva.rooms.acts import store
from opencanva.rooms.acts.messages import Organised
from opencanva.rooms.acts.past import Recorded
from opencanva.rooms.acts.plans import plan
from opencanva.rooms.acts.types import Act, ActId, Done, Order, Plan, State
from opencanva.rooms.batches import moving
from opencanva.rooms.batches import service as batches
from opencanva.rooms.images import service as images
from opencanva.rooms.sessions import rewriting
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.errors import MovedOn
from opencanva.rooms.sessions.types import Folder, Lines

BRINGING = ("restore", "duplicate")
"""Acts whose rows come with what lies in them."""
KEPT = 200
"""Acts of a person that are kept; older ones cannot be undone any more."""


async def organise(work: Work, order: Order) -> Done:
    """Do an act on folders, sessions or images, all of it or nothing.

    Raises NotFound, Invalid, InTrash, FolderMovedIntoItself, FolderTooDeep, SessionChangedMeanwhile.
    """
    await sessions.hold_tree(work)
    past = Recorded(work)
    planned = await plan(work, past, order)
    if past.arranged and not planned.written:
        planned = await plan(
            work, past, order
        )  # keys that were found before the siblings got others are void
    return await _record(work, planned, past.arranged)


async def create_folder(work: Work, name: str, parent_id: str | None, after_id: str | None) -> Folder:
    """A new folder; taking it back puts it into the trash. Raises as `sessions.create_folder` does."""
    past = Recorded(work)
    made = await sessions.create_folder(work, past, name, parent_id, after_id)
    fresh = Edit("folders", made.id, {"trashed_at": work.clock.now()}, {"trashed_at": None})
    await _record(work, Plan("create", [fresh], 1, made.name, written=True), past.arranged)
    return made


async def rename(work: Work, id: str, name: str, version: int | None = None) -> Done:
    """Give a folder or a session another name. Raises as `organise` does."""
    versions = {} if version is None else {id: version}
    return await organise(work, Order("rename", [id], name=name, versions=versions))


async def folder(work: Work, id: str) -> Folder:
    """One folder. Raises NotFound."""
    return await sessions.folder(work, id)


async def newest(work: Work, limit: int) -> list[Act]:
    """The actor's acts, newest first."""
    return await store.newest(work.db, work.actor.owner, limit)


async def undo(work: Work, id: str) -> Done:
    """Take an act back. Raises NotFound, and MovedOn when what it left has changed since."""
    return await _turn(work, id, back=True)


async def redo(work: Work, id: str) -> Done:
    """Do an undone act again. Raises NotFound, and MovedOn."""
    return await _turn(work, id, back=False)


async def drop(work: Work, gone: set[str]) -> None:
    """Acts that need one of these rows cannot be turned any more; older ones come within reach again."""
    for id in await store.turnable(work.db, work.actor.owner):
        edits = await store.edits_of(work.db, id)
        if any(one["id"] in gone and not one["soft"] for one in edits):
            await store.put_state(work.db, id, "gone")


async def _turn(work: Work, id: str, *, back: bool) -> Done:
    await sessions.hold_tree(work)
    found = await store.get(work.db, work.actor.owner, known_shape(id, "act"))
    if found is None:
        raise NotFound("This act is too old to be taken back.", field="id")
    act, edits = found
    if act.state != ("done" if back else "undone"):
        if act.state == "gone":
            how = "undone" if back else "done again"
            raise MovedOn(f"This cannot be {how} any more: what it concerned was deleted for ever.")
        raise MovedOn(
            "This was undone already."
            if back
            else "This cannot be done again: it was not undone, or something else was done since."
        )
    fresh = [_thrown_now(one, work.clock.now(), back) for one in edits]
    if fresh != edits:
        await store.put_edits(work.db, act.id, fresh)
        edits = fresh
    if back:
        edits = [one.inverted() for one in reversed(edits)]
    # What a restore took out of a trashed folder goes back into it.
    await _write(work, edits, again=True, into_trash=back and act.kind == "restore")
    state: State = "undone" if back else "done"
    await store.put_state(work.db, act.id, state)
    turned = Act(act.id, act.kind, act.count, act.name, act.into, state, act.at)
    return await _tell(work, turned, edits, sure=False, whole=False)


def _thrown_now(edit: Edit, now: int, back: bool) -> Edit:
    """What goes into the trash by undo or redo goes there now: its days begin anew."""
    side = edit.before if back else edit.after
    if not side or side.get("trashed_at") is None:
        return edit
    thrown = side | {"trashed_at": now}
    return replace(edit, before=thrown) if back else replace(edit, after=thrown)


async def _record(work: Work, plan: Plan, arranged: bool) -> Done:
    if not plan.edits:
        return Done(None, None, [], [], [], [], [], False)
    if not plan.written:
        await _write(work, plan.edits, again=False)
    owner = work.actor.owner
    act = Act(ActId(new_id()), plan.kind, plan.count, plan.name, plan.into, "done", work.clock.now())
    await store.drop_undone(work.db, owner)
    await store.insert(work.db, owner, act, plan.edits)
    await store.forget(work.db, owner, KEPT)
    # Images may lie in sessions that are in the trash.
    sure = plan.kind not in BRINGING and all(one.table != "images" for one in plan.edits)
    return await _tell(work, act, plan.edits, sure=sure, whole=arranged)


async def _write(work: Work, edits: list[Edit], *, again: bool, into_trash: bool = False) -> None:
    # Generations before sessions: a worker that finishes one holds its rows in that order.
    others = [one for one in edits if one.table in moving.TABLES]
    pictures = [one for one in edits if one.table == "images"]
    if again:
        await images.refuse_homeless(work, pictures, living=False)
    if others or pictures:
        await moving.write(work, others, arriving=True)
        changes = await images.rewrite(work, pictures, again=again)
        await moving.write(work, others, arriving=False)
        await sessions.adjust_several(work, changes)
    await rewriting.write(work, edits, again=again, into_trash=into_trash)
    if again:
        await images.refuse_homeless(work, pictures, living=True)  # its session may come back by the same act
    shown = [one.id for one in edits if one.table == "sessions" and "cover_image_id" in (one.after or {})]
    going = [one for one in pictures if (one.after or {}).keys() & {"session_id", "trashed_at"}]
    if again or going:
        await moving.mend_covers(work, [*shown, *await images.homes(work, going)])


async def _tell(work: Work, act: Act, edits: list[Edit], *, sure: bool, whole: bool) -> Done:
    pictures = [one.id for one in edits if one.table == "images"]
    shown = list((await images.several(work, pictures)).values())
    moved = {one.id for one in edits if one.after and one.after.keys() & {"session_id", "trashed_at"}}
    touched = [image.session_id for image in shown if image.session_id is not None and image.id in moved]
    touched += [
        side["session_id"]
        for one in edits
        if one.table == "images"
        for side in (one.before, one.after)
        if side and side.get("session_id")
    ]
    found = Lines([], [], [], True) if whole else await rewriting.lines(work, edits, touched, sure=sure)
    bare = [
        one.id for one in edits if one.table == "generations" and one.after and "dismissed_at" in one.after
    ]
    turned = list((await batches.generations(work, bare)).values())
    if found.whole:
        shown, turned = [], []
    rows = (found.folders, found.sessions, found.gone, shown, turned, found.whole)
    work.emit(Organised(act, *rows))
    return Done(act.id, act, *rows)
