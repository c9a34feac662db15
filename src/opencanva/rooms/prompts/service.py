"""Rules about prompts: the same text is one prompt, whatever its Unicode form and the space around it."""

from __future__ import annotations

import hashlib
import unicodedata

from opencanva.core.work import Work
from opencanva.kit.text import fold
from opencanva.rooms.prompts import store
from opencanva.rooms.prompts.types import PromptId, PromptUse


def identity(text: str) -> str:
    """What makes two texts one prompt: SHA-256 of the text in NFC with runs of white space made one."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode()).hexdigest()


async def record(work: Work, session_id: str, text: str) -> PromptId:
    """Note that a session used this text."""
    now = work.clock.now()
    id = await store.settle(work.db, work.actor.owner, identity(text), text, now)
    await store.use(work.db, session_id, id, now)
    return id


async def used_in(work: Work, session_id: str, limit: int = 100) -> list[PromptUse]:
    """The prompts of a session, last used first."""
    return await store.of_session(work.db, session_id, limit)


async def search(
    work: Work, session_id: str, words: str, after: tuple[int, str] | None, limit: int
) -> tuple[list[PromptUse], int]:
    """A session's prompts that have all of `words` (in any case, with or without accents), last used first, after
    the one with sort key (last use, id), and how many there are."""
    wanted = list(dict.fromkeys(fold(words).split()))
    found = await store.of_session(work.db, session_id, limit, after, wanted)
    return found, await store.count(work.db, session_id, wanted)


async def count(work: Work, session_id: str) -> int:
    """How many distinct prompts a session used."""
    return await store.count(work.db, session_id)


async def recount(work: Work, session_id: str, found: list[tuple[str, int, int]]) -> None:
    """Set which prompts a session used, how often and when last: pictures came from or went to another one."""
    await store.set_uses(work.db, session_id, found)


async def erase(work: Work, session_ids: list[str]) -> None:
    """Forget what sessions used that are being deleted."""
    await store.erase(work.db, session_ids)
