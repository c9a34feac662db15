"""Rules about sessions and folders: the front door of the room."""

from __future__ import annotations

from typing import Any

from orjson import Fragment

from opencanva.core import events
from opencanva.core.work import Work
from opencanva.kit.errors import Invalid, NotFound
from opencanva.kit.ids import known_shape, new_id
from opencanva.kit.order import key_between
from opencanva.kit.pages import read_cursor, write_cursor
from opencanva.kit.text import clean_line, clean_text, shows_something, title_from
from opencanva.kit.values import plain
from opencanva.rooms.sessions import store
from opencanva.rooms.sessions.errors import FolderTooDeep, SessionChangedMeanwhile
from opencanva.rooms.sessions.messages import DraftSaved, FolderCreated, SessionChanged, SessionCreated
from opencanva.rooms.sessions.types import Change, Folder, Session, SessionLine

DEEPEST = 32
LONGEST_NAME = 200
LONGEST_NOTES = 100_000
UNNAMED = "New session"


async def version(work: Work) -> int:
    """The number that changes whenever the sidebar may have changed."""
    return await events.latest_of(work.db, work.actor.owner, (SessionChanged, SessionCreated, FolderCreated))


async def sidebar(work: Work, number: int) -> dict[str, Any]:
    """The whole tree of the actor at version `number`, which was read in the same Work: a `Sidebar` as JSON.

    The database writes its two lists: 20,000 sessions made into values first take four times as long.
    """
    owner = work.actor.owner
    folders, sessions = await store.folders_json(work.db, owner), await store.lines_json(work.db, owner)
    return {"version": number, "folders": Fragment(folders), "sessions": Fragment(sessions)}


async def get(work: Work, id: str, *, hold: bool = False) -> Session:
    """One session; `hold` keeps others from changing it until this Work ends. Raises NotFound."""
    found = await store.get(work.db, work.actor.owner, known_shape(id, "session"), hold=hold)
    if found is None:
        raise NotFound("This session is not here. It may have been deleted.", field="session_id")
    return found


async def recent(work: Work, cursor: str | None, limit: int) -> tuple[list[SessionLine], str | None]:
    """Sessions, last modified first, and the cursor of the next page. Raises WrongCursor."""
    key = read_cursor(cursor, int, str)
    found = await store.page(work.db, work.actor.owner, key, limit + 1)
    more = len(found) > limit
    found = found[:limit]
    return found, write_cursor(found[-1].modified_at, found[-1].id) if more else None


async def create(work: Work, name: str | None = None, folder_id: str | None = None) -> Session:
    """A new session, first among its siblings. Raises Invalid (name), NotFound (folder)."""
    named = None if name is None else _name(name)
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


async def change(
    work: Work, id: str, *, name: str | None = None, notes: str | None = None, version: int | None = None
) -> Session:
    """Rename a session or change its notes.

    Without `version` the last one wins; with it, SessionChangedMeanwhile is raised when the session has moved
    on. Raises Invalid, NotFound.
    """
    values: dict[str, Any] = {}
    if name is not None:
        values |= {"name": _name(name), "named_by": "person"}
    if notes is not None:
        if len(notes) > LONGEST_NOTES:
            raise Invalid(f"Notes hold at most {LONGEST_NOTES:,} characters.", field="notes")
        values["notes"] = clean_text(notes)
    if not values:
        return await get(work, id)
    changed = await store.update(work.db, work.actor.owner, known_shape(id, "session"), values, version)
    if changed is None:
        current = await get(work, id)
        raise SessionChangedMeanwhile(
            "This session was changed elsewhere meanwhile. Look at the current state and try again.",
            field="version",
            current=plain(current),
        )
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


async def keep_draft(work: Work, id: str, draft: dict[str, Any]) -> dict[str, Any]:
    """Keep the unsent contents of the session's composer; returns them with their revision. Raises NotFound."""
    session = await get(work, id, hold=True)
    kept = draft | {"revision": (session.draft or {}).get("revision", 0) + 1}
    await store.note(work.db, work.actor.owner, id, {"draft": kept})
    work.emit(DraftSaved(id, kept, work.actor.client))
    return kept


async def remember(work: Work, id: str, settings: dict[str, Any]) -> None:
    """Remember the settings of the session's last batch, for when its composer comes back."""
    await store.note(work.db, work.actor.owner, id, {"settings": settings})


async def count(work: Work, id: str, change: Change) -> None:
    """Apply what a step of a batch changes in counts and marks, and tell."""
    line = await store.count(work.db, work.actor.owner, id, change, work.clock.now())
    if line is not None:
        work.emit(SessionChanged(line))


async def create_folder(work: Work, name: str, parent_id: str | None = None) -> Folder:
    """A new folder, last among its siblings. Raises Invalid, NotFound, FolderTooDeep."""
    owner = work.actor.owner
    cleaned = _name(name)
    await events.hold(work.db, owner)
    await _folder_exists(work, parent_id)
    if await store.depth(work.db, owner, parent_id) >= DEEPEST:
        raise FolderTooDeep(
            f"Folders nest at most {DEEPEST} deep. Choose a folder higher up.", field="parent_id"
        )
    last = await store.last_folder_order(work.db, owner, parent_id)
    folder = await store.insert_folder(
        work.db,
        owner,
        {
            "id": new_id(),
            "parent_id": parent_id,
            "order_key": key_between(last, None),
            "name": cleaned,
            "created_at": work.clock.now(),
        },
    )
    work.emit(FolderCreated(folder))
    return folder


def line_of(session: Session) -> SessionLine:
    """The sidebar's line of a session."""
    return SessionLine(*(getattr(session, name) for name in SessionLine.__slots__))


async def _insert(work: Work, name: str, named_by: str, folder_id: str | None) -> Session:
    owner, now = work.actor.owner, work.clock.now()
    await events.hold(work.db, owner)
    await _folder_exists(work, folder_id)
    first = await store.first_order(work.db, owner, folder_id)
    session = await store.insert(
        work.db,
        owner,
        {
            "id": new_id(),
            "folder_id": folder_id,
            "order_key": key_between(None, first),
            "name": name,
            "named_by": named_by,
            "created_at": now,
            "modified_at": now,
            "opened_at": now,
        },
    )
    work.emit(SessionCreated(line_of(session)))
    return session


async def _folder_exists(work: Work, id: str | None) -> None:
    if id is not None and await store.folder(work.db, work.actor.owner, known_shape(id, "folder")) is None:
        raise NotFound("This folder is not here. It may have been deleted.", field="folder_id")


def _name(text: str) -> str:
    cleaned = clean_line(text)
    if not shows_something(cleaned):
        raise Invalid("A name needs at least one visible character.", field="name")
    if len(cleaned) > LONGEST_NAME:
        raise Invalid(f"A name has at most {LONGEST_NAME} characters.", field="name")
    return cleaned
