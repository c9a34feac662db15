"""Rules about sessions and folders: the front door of the room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from opencanva.core import events
from opencanva.core.work import Work
from opencanva.kit.errors import Invalid, NotFound
from opencanva.kit.ids import known_shape, new_id
from opencanva.kit.order import key_between
from opencanva.kit.pages import read_cursor, write_cursor
from opencanva.kit.text import clean_line, clean_text, shows_something, title_from
from opencanva.kit.values import plain
from opencanva.rooms.people import service as people
from opencanva.rooms.sessions import store, tree, tree_store
from opencanva.rooms.sessions.errors import FolderTooDeep, InTrash, SessionChangedMeanwhile
from opencanva.rooms.sessions.messages import FolderCreated, SessionChanged, SessionCreated
from opencanva.rooms.sessions.places import Past, place
from opencanva.rooms.sessions.types import Change, Cover, Folder, Session, SessionLine

LONGEST_NAME = 200
LONGEST_NOTES = 100_000
UNNAMED = "New session"


async def version(work: Work, *others: type[events.Event]) -> int:
    """The number that changes whenever the sidebar may have changed; `others` change it from rooms above."""
    kinds = (SessionChanged, SessionCreated, FolderCreated, *others)
    return await events.latest_of(work.db, work.actor.owner, kinds)


async def sidebar_rows(work: Work) -> list[tuple[str, str, str | None, str]]:
    """The whole tree of the actor: table, id, folder and the row as JSON, a `Folder` or a `SessionLine`.

    The database writes the JSON: 20,000 sessions made into values first take four times as long.
    """
    return await store.sidebar_rows(work.db, work.actor.owner)


async def get(work: Work, id: str, *, hold: bool = False) -> Session:
    """One session; `hold` keeps others from changing it until this Work ends. Raises NotFound."""
    found = await store.get(work.db, work.actor.owner, known_shape(id, "session"), hold=hold)
    if found is None:
        raise NotFound("This session is not here. It may have been deleted.", field="session_id")
    return found


async def names(work: Work, ids: Sequence[str]) -> dict[str, SessionLine]:
    """Those of these sessions that are there, in or out of the trash, by id."""
    found = await store.lines(work.db, work.actor.owner, list(dict.fromkeys(ids))) if ids else []
    return {line.id: line for line in found}


async def living(work: Work, id: str) -> Session:
    """One session outside the trash. Raises NotFound, InTrash."""
    found = await get(work, id)
    if found.in_trash:
        raise InTrash(f"The session “{found.name}” is in the trash. Restore it first.", field="session_id")
    return found


async def adjust(work: Work, id: str, change: Change) -> None:
    """Apply a change of counts that the act it belongs to tells of."""
    await store.count(work.db, work.actor.owner, id, change, work.clock.now())


async def put_cover(work: Work, id: str, cover: Cover | None) -> None:
    """Let a session show this picture until a newer one comes."""
    values = {
        "cover_image_id": cover.image_id if cover else None,
        "cover_thumbhash": cover.thumbhash if cover else None,
        "cover_picked": False,
    }
    await store.note(work.db, work.actor.owner, id, values)


async def adjust_several(work: Work, changes: dict[str, Change]) -> None:
    """The same for several sessions, counts only."""
    await store.count_several(work.db, changes)


async def recent(work: Work, cursor: str | None, limit: int) -> tuple[list[SessionLine], str | None]:
    """Sessions, last modified first, and the cursor of the next page. Raises WrongCursor."""
    key = read_cursor(cursor, int, str)
    found = await store.page(work.db, work.actor.owner, key, limit + 1)
    more = len(found) > limit
    found = found[:limit]
    return found, write_cursor(found[-1].modified_at, found[-1].id) if more else None


async def create(work: Work, name: str | None = None, folder_id: str | None = None) -> Session:
    """A new session, first among its siblings. Raises Invalid (name), NotFound (folder)."""
    named = None if name is None else clean_name(name)
    return await _insert(work, named or UNNAMED, "person" if named else "default", folder_id)


async def create_for_prompt(work: Work, prompt: str, folder_id: str | None = None) -> Session:
    """A new session named from its first prompt."""
    title = title_from(prompt)
    return await _insert(work, title or UNNAMED, "prompt" if title else "default", folder_id)


async def name_from_prompt(work: Work, session: Session, prompt: str) -> None:
    """Name a session that nobody has named yet."""
    title = title_from(prompt)
    if session.named_by != "default" or not title:
        return
    if (await get(work, session.id, hold=True)).named_by != "default":
        return  # somebody has named it meanwhile
    await store.update(work.db, work.actor.owner, session.id, {"name": title, "named_by": "prompt"})


async def refuse_stale(work: Work, id: str, version: int | None) -> None:
    """Raises SessionChangedMeanwhile when the session is no longer at this version, and NotFound."""
    current = await get(work, id)
    if version is not None and current.version != version:
        raise SessionChangedMeanwhile(
            "This session was changed elsewhere meanwhile. Look at the current state and try again.",
            field="version",
            current=plain(current),
        )


async def change(work: Work, id: str, *, notes: str | None = None, version: int | None = None) -> Session:
    """Change a session's notes; its name is changed by an act of organising.

    Without `version` the last one wins; with it, SessionChangedMeanwhile is raised when the session has moved
    on. Raises Invalid, NotFound.
    """
    values: dict[str, Any] = {}
    if notes is not None:
        if len(notes) > LONGEST_NOTES:
            raise Invalid(f"Notes hold at most {LONGEST_NOTES:,} characters.", field="notes")
        values["notes"] = clean_text(notes)
    if not values:
        return await get(work, id)
    if not await store.update(work.db, work.actor.owner, known_shape(id, "session"), values, version):
        await refuse_stale(work, id, version)
    changed = await get(work, id)
    work.emit(SessionChanged(line_of(changed)))
    return changed


async def open(work: Work, id: str) -> None:
    """Note that the session is being looked at: its marks are cleared. Raises NotFound."""
    session = await get(work, id, hold=True)
    now = work.clock.now()
    values = {"opened_at": now, "unseen": 0, "failed": 0}
    await store.note(work.db, work.actor.owner, id, values)
    if session.unseen or session.failed:
        work.emit(SessionChanged(line_of(await get(work, id))))


async def remember(work: Work, id: str, settings: dict[str, Any]) -> None:
    """Remember the settings of the session's last batch, for when its composer comes back."""
    await store.note(work.db, work.actor.owner, id, {"settings": settings})


async def count(work: Work, id: str, change: Change) -> None:
    """Apply what a step of a batch changes in counts and marks, and tell."""
    line = await store.count(work.db, work.actor.owner, id, change, work.clock.now())
    if line is not None:
        work.emit(SessionChanged(line))


async def create_folder(
    work: Work, past: Past, name: str, parent_id: str | None = None, after_id: str | None = None
) -> Folder:
    """A new folder after a sibling (None: first). Raises Invalid, NotFound, FolderTooDeep, InTrash."""
    cleaned = clean_name(name)
    await hold_tree(work)
    seen = await tree.look(work, [], _known(parent_id))
    tree.refuse_target(seen, parent_id, "parent_id")
    if len(seen.path(parent_id)) >= tree.DEEPEST:
        raise FolderTooDeep(
            f"Folders nest at most {tree.DEEPEST} deep. Choose a folder higher up.", field="parent_id"
        )
    id = new_id()
    key = await place(work, past, parent_id, after_id)
    values: dict[str, Any] = {"id": id, "parent_id": parent_id, "order_key": key, "name": cleaned}
    values["created_at"] = work.clock.now()
    folder = await store.insert_folder(work.db, work.actor.owner, values)
    work.emit(FolderCreated(folder))
    return folder


async def hold_tree(work: Work) -> None:
    """Let nobody else organise before this Work ends: places are found by looking at what is there."""
    await people.myself(work, hold=True)


async def folder(work: Work, id: str) -> Folder:
    """One folder. Raises NotFound."""
    found = await store.folder(work.db, work.actor.owner, known_shape(id, "folder"))
    if found is None:
        raise NotFound("This folder is not here. It may have been deleted.", field="folder_id")
    return found


async def used(work: Work, id: str, models: list[str], referenced: bool) -> None:
    """Note which models a session asked and whether it used references, for the filters of the sidebar."""
    session = await get(work, id)
    fresh = [model for model in models if model not in session.models]
    if fresh or (referenced and not session.referenced):
        values = {"models": [*session.models, *fresh], "referenced": session.referenced or referenced}
        await store.note(work.db, work.actor.owner, id, values)


def line_of(session: Session) -> SessionLine:
    """The sidebar's line of a session."""
    return SessionLine(*(getattr(session, name) for name in SessionLine.__slots__))


async def _insert(work: Work, name: str, named_by: str, folder_id: str | None) -> Session:
    owner, now = work.actor.owner, work.clock.now()
    await hold_tree(work)
    seen = await tree.look(work, [], _known(folder_id))
    tree.refuse_target(seen, folder_id)
    first = await tree_store.siblings(work.db, owner, folder_id, 1)
    inherited = await _inherited(work, seen, folder_id)
    session = await store.insert(
        work.db,
        owner,
        {
            "id": new_id(),
            "folder_id": folder_id,
            "order_key": key_between(None, first[0][0] if first else None),
            "name": name,
            "named_by": named_by,
            "created_at": now,
            "modified_at": now,
            "opened_at": now,
            **inherited,
        },
    )
    work.emit(SessionCreated(line_of(session)))
    return session


async def _inherited(work: Work, seen: tree.Seen, folder_id: str | None) -> dict[str, Any]:
    """Settings and draft from the defaults of the folder and those above it; the nearest has the last word."""
    path = [up.id for up in seen.path(folder_id)]
    if not path:
        return {}
    folders: dict[str, Folder] = {
        one.id: one for one in await store.several_folders(work.db, work.actor.owner, path)
    }
    defaults: dict[str, Any] = {}
    for id in reversed(path):
        defaults |= folders[id].defaults or {}
    if not defaults:
        return {}
    prefix = defaults.pop("prefix", "")
    settings = {"models": [], "ratio": "1:1", "images_per_model": 1, "options": {}} | defaults
    draft = settings | {"prompt": prefix, "references": [], "revision": 1}
    return {"settings": settings, "draft": draft}


def _known(folder_id: str | None) -> str | None:
    return None if folder_id is None else known_shape(folder_id, "folder")


def clean_name(text: str) -> str:
    """A name as it is kept. Raises Invalid."""
    cleaned = clean_line(text)
    if not shows_something(cleaned):
        raise Invalid("A name needs at least one visible character.", field="name")
    if len(cleaned) > LONGEST_NAME:
        raise Invalid(f"A name has at most {LONGEST_NAME} characters.", field="name")
    return cleaned
