"""Rules about drafts: what is typed is kept at once, two tabs are merged, and earlier contents come back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from opencanva.core.work import Work
from opencanva.kit.ids import known_shape
from opencanva.kit.merge import merge_texts
from opencanva.rooms.people import service as people
from opencanva.rooms.sessions import drafts_store as store
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.messages import DraftSaved
from opencanva.rooms.sessions.store import note
from opencanva.rooms.sessions.types import DraftVersion, Json

RECENT = 12
"""Newest versions that are all kept, for tabs that are a little behind."""
MOST = 50
APART = 5_000
"""Milliseconds between older versions; typing in between is folded into one."""
JUMP = 40
"""Characters by which a prompt changes at once when it was not typed."""


async def keep(work: Work, session_id: str, draft: Json, base: int | None) -> tuple[Json, bool]:
    """Keep what stands in a session's composer; gives it back with its revision, and whether it was merged.

    `base` is the revision the edit started from; None takes the newest. Raises NotFound.
    """
    session = await sessions.get(work, session_id, hold=True)
    return await _keep(work, session_id, session.draft, draft, base)


async def keep_loose(work: Work, draft: Json, base: int | None) -> tuple[Json, bool]:
    """The same for the composer with no session open."""
    person = await people.myself(work, hold=True)
    return await _keep(work, None, person.draft, draft, base)


async def history(work: Work, session_id: str | None) -> list[DraftVersion]:
    """Earlier contents of a composer, newest first, typing folded together. Raises NotFound."""
    if session_id is not None:
        await sessions.get(work, known_shape(session_id, "session"))
    versions = await store.newest(work.db, work.actor.owner, session_id, RECENT + MOST)
    return [one for at, one in enumerate(versions) if at == 0 or not _folds(versions, at)][:MOST]


async def erase(work: Work, session_ids: Sequence[str]) -> None:
    """Forget the drafts of sessions that are deleted for ever."""
    await store.erase(work.db, session_ids)


async def _keep(
    work: Work, session_id: str | None, kept: Json | None, draft: Json, base: int | None
) -> tuple[Json, bool]:
    owner, now = work.actor.owner, work.clock.now()
    revision = (kept or {}).get("revision", 0)
    merged = False
    if kept is not None and base is not None and base < revision:
        before = await store.at_revision(work.db, owner, session_id, base) if base else {}
        both = merge(before, kept, draft)
        merged, draft = both != draft, both
    fresh = draft | {"revision": revision + 1}
    if session_id is None:
        await people.keep_draft(work, fresh)
    else:
        await note(work.db, owner, session_id, {"draft": fresh})
    await store.insert(work.db, owner, session_id, revision + 1, fresh, now)
    await _thin(work, session_id)
    work.emit(DraftSaved(session_id, fresh, work.actor.client))
    return fresh, merged


async def _thin(work: Work, session_id: str | None) -> None:
    """Drop what has become too much: one more version may have become old enough to fold."""
    versions = await store.newest(work.db, work.actor.owner, session_id, RECENT + MOST + 5)
    doomed = [one.id for one in versions[RECENT + MOST :]]
    if len(versions) > RECENT + 1 and _folds(versions, RECENT):
        doomed.append(versions[RECENT].id)
    if doomed:
        await store.drop(work.db, doomed)


def merge(base: Json | None, kept: Json, sent: Json) -> Json:
    """Two drafts that grew out of `base` as one: a field that one side alone changed takes that side's, otherwise
    the later one's (`sent`); of the prompt no word of either side is lost. Without a base (None: no longer known)
    the later fields win, and what both prompts say is kept."""
    found: dict[str, Any] = {}
    for name, value in sent.items():
        theirs = kept.get(name)
        if name == "prompt":
            old = None if base is None else str(base.get("prompt", ""))
            found[name] = merge_texts(old, str(theirs or ""), str(value))
        elif base is not None and value == base.get(name) and theirs != value:
            found[name] = theirs
        else:
            found[name] = value
    return found


def _folds(versions: Sequence[DraftVersion], at: int) -> bool:
    """Whether a version is only a moment of typing before the one that follows it."""
    newer, own = versions[at - 1], versions[at]
    if newer.at - own.at >= APART:
        return False
    before, after = str(own.draft.get("prompt", "")), str(newer.draft.get("prompt", ""))
    return abs(len(after) - len(before)) < JUMP and (
        after.startswith(before[:-8]) or before.startswith(after)
    )
