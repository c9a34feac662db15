"""A session's prompt history: its distinct prompts, last used first, with what came of each."""

from __future__ import annotations

import asyncio

from opencanva.core.work import Work
from opencanva.kit.diff import Piece, diff_words
from opencanva.kit.ids import known_shape
from opencanva.kit.pages import read_cursor, write_cursor
from opencanva.rooms.batches import prompting_store as store
from opencanva.rooms.batches.prompting_types import Earlier, PromptLine
from opencanva.rooms.images import service as images
from opencanva.rooms.prompts import service as prompts
from opencanva.rooms.prompts.types import PromptUse
from opencanva.rooms.sessions import service as sessions

COMPARED = 10_000
"""Characters of two prompts together up to which a list compares them."""
MOST_PAIRS = 5_000_000
"""Pairs of words that are compared for one page, some 100 ms; what comes after them is left to /compare."""


async def of_session(
    work: Work, session_id: str, words: str, cursor: str | None, limit: int
) -> tuple[list[PromptLine], str | None, int]:
    """The session's prompts that have all of `words`, last used first, the next cursor, and how many there are.

    Raises NotFound, WrongCursor.
    """
    key = read_cursor(cursor, int, str)
    await sessions.get(work, known_shape(session_id, "session"))
    found, total = await prompts.search(work, session_id, words, key, limit + 1)
    more = len(found) > limit
    found = found[:limit]
    lines = await _lines(work, session_id, found) if found else []
    return lines, write_cursor(found[-1].last_at, found[-1].id) if more else None, total


async def _lines(work: Work, session_id: str, found: list[PromptUse]) -> list[PromptLine]:
    owner, ids = work.actor.owner, [use.id for use in found]
    spans = await store.spans(work.db, owner, session_id, ids)
    befores = await store.earlier(work.db, [row.last for row in spans.values()])
    given: dict[str, list[str]] = {}
    for prompt_id, image_id in await store.pictures(work.db, owner, session_id, ids):
        given.setdefault(prompt_id, []).append(image_id)
    best = await images.best_of(work, given)
    rows = [None if use.id not in spans else befores.get(spans[use.id].last) for use in found]
    texts = [("" if row is None else row.prompt, use.text) for row, use in zip(rows, found, strict=True)]
    diffs = await asyncio.to_thread(_compared, texts)
    lines = []
    for use, row, diff in zip(found, rows, diffs, strict=True):
        span = spans.get(use.id)
        lines.append(
            PromptLine(
                id=use.id,
                text=use.text,
                count=use.count,
                first_at=use.last_at if span is None else span.first_at,
                last_at=use.last_at,
                batch_id=None if span is None else span.last,
                best=best.get(use.id),
                before=None if row is None else Earlier(row.prompt_id, row.prompt),
                diff=diff if row is not None else [],
            )
        )
    return lines


def _compared(texts: list[tuple[str, str]]) -> list[list[Piece]]:
    """How each text came of the one before it; nothing for those that are too long, or too many together."""
    diffs: list[list[Piece]] = []
    left = MOST_PAIRS
    for before, after in texts:
        if before and len(before) + len(after) <= COMPARED:
            left -= len(before.split()) * len(after.split())
            diffs.append(diff_words(before, after) if left >= 0 else [])
        else:
            diffs.append([])
    return diffs
