"""A session's history as it is looked at: its shape, and pages from any place on, filtered."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from opencanva.core.work import Work
from opencanva.kit.errors import Invalid
from opencanva.kit.ids import known_shape
from opencanva.kit.pages import read_cursor, write_cursor
from opencanva.rooms.batches import history_store as store
from opencanva.rooms.batches import service
from opencanva.rooms.batches.history_types import Day, Shape, Shown, View, Wanted
from opencanva.rooms.batches.types import Batch, Cost, Generation, Status, place_of
from opencanva.rooms.images import history as pictures
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Image
from opencanva.rooms.sessions import service as sessions

CHUNKS: dict[View, int] = {"grid": 200, "timeline": 20}
LONGEST = 300
_NARROWEST, _WIDEST = 20, 500


async def shape(work: Work, session_id: str, view: View, wanted: Wanted, zone: str) -> Shape:
    """How the whole history is laid out. Raises NotFound, and Invalid for an unknown time zone."""
    clock = _zone(zone)
    await sessions.get(work, known_shape(session_id, "session"))
    shown, rejected = await _pictures(work, session_id, wanted)
    if view == "grid":
        return await asyncio.to_thread(_of_grid, shown, rejected, clock)
    rows = await store.outlines(work.db, work.actor.owner, session_id)
    return await asyncio.to_thread(_of_timeline, rows, shown, wanted, rejected, clock)


def _of_grid(shown: Sequence[pictures.Outline], rejected: int, clock: ZoneInfo) -> Shape:
    ids = [one.place for one in shown]
    aspects = [_aspect(width, height) for _, _, width, height, _ in shown]
    return Shape(
        "grid", len(ids), rejected, CHUNKS["grid"], ids[:: CHUNKS["grid"]], _days(ids, clock), aspects
    )


def _of_timeline(
    rows: Sequence[Any], shown: Sequence[pictures.Outline], wanted: Wanted, rejected: int, clock: ZoneInfo
) -> Shape:
    made, chunk = _batches(rows, shown, wanted), CHUNKS["timeline"]
    ids = list(made)
    return Shape("timeline", len(ids), rejected, chunk, ids[::chunk], _days(ids, clock), list(made.values()))


async def grid(
    work: Work, session_id: str, wanted: Wanted, start: str | None, cursor: str | None, limit: int
) -> tuple[list[Shown], str | None]:
    """Pictures newest batch first and by position, from the place `start` (included) or a cursor on.

    Raises NotFound, WrongCursor.
    """
    await sessions.get(work, known_shape(session_id, "session"))
    key = read_cursor(cursor, str)
    after = None if key is None else key[0]
    at = None if start is None else _known_place(start)
    if wanted.statuses and Status.COMPLETE not in wanted.statuses:
        return [], None
    if wanted.models or wanted.said.tags:
        shown, _ = await _pictures(work, session_id, wanted)
        ids = [
            one.id
            for one in shown
            if (at is None or one.place <= at) and (after is None or one.place < after)
        ]
        found = list((await images.several(work, ids[: limit + 1])).values())
    else:
        found = await pictures.page(work, session_id, wanted.said, at, after, limit + 1)
    more = len(found) > limit
    found = found[:limit]
    return await _shown(work, found), write_cursor(found[-1].place or "") if more else None


async def timeline(
    work: Work, session_id: str, wanted: Wanted, start: str | None, cursor: str | None, limit: int
) -> tuple[list[Batch], str | None]:
    """Batches with what is shown of them, newest first, from `start` (included) or a cursor on.

    Raises NotFound, WrongCursor.
    """
    await sessions.get(work, known_shape(session_id, "session"))
    key = read_cursor(cursor, str)
    after = None if key is None else key[0]
    at = None if start is None else known_shape(start, "batch")
    if not wanted.anything:
        shown, _ = await _pictures(work, session_id, wanted)
        rows = await store.outlines(work.db, work.actor.owner, session_id)
        ids = [
            id
            for id in _batches(rows, shown, wanted)
            if (at is None or id <= at) and (after is None or id < after)
        ]
        found = [_part(one, wanted) for one in (await service.several(work, ids[: limit + 1])).values()]
    else:
        found = []
        while len(found) <= limit:
            some = await service.before(work, session_id, at, after, limit + 1)
            found += [part for part in (_part(one, wanted) for one in some) if part.generations]
            if len(some) <= limit:
                break
            at, after = None, some[-1].id
    more = len(found) > limit
    found = found[:limit]
    return found, write_cursor(found[-1].id) if more else None


async def _pictures(work: Work, session_id: str, wanted: Wanted) -> tuple[list[pictures.Outline], int]:
    """The pictures that are shown, newest first, and how many are left out because they were rejected."""
    if wanted.statuses and Status.COMPLETE not in wanted.statuses:
        return [], 0
    found = await pictures.outlines(work, session_id, wanted.said)
    if wanted.models:
        models = await store.models_of(work.db, work.actor.owner, session_id)
        found = [one for one in found if models.get(one.id) in wanted.models]
    shown = [one for one in found if wanted.said.admits(one.verdict)]
    return shown, 0 if wanted.said.verdicts else len(found) - len(shown)


def _batches(rows: Sequence[Any], shown: Sequence[pictures.Outline], wanted: Wanted) -> dict[str, list[int]]:
    """Batch id → aspects of what is shown of it; batches of which nothing is shown are left out."""
    aspects = {id: _aspect(width, height) for id, _, width, height, _ in shown}
    found: dict[str, list[int]] = {}
    for batch_id, image_id, width, height, model, status, dismissed_at, created_at in rows:
        if image_id is not None:
            aspect = aspects.get(image_id)
            if aspect is None:
                continue
        elif _shows(wanted, model, status, dismissed_at, created_at):
            aspect = _aspect(width, height)
        else:
            continue
        found.setdefault(batch_id, []).append(aspect)
    return found


def _shows(wanted: Wanted, model: str, status: str, dismissed_at: int | None, at: int) -> bool:
    """Whether a generation without a picture is shown. One that is complete lost it: there is nothing to see."""
    said = wanted.said
    if status == Status.COMPLETE or dismissed_at is not None or said.says_something:
        return False
    if wanted.models and model not in wanted.models:
        return False
    if wanted.statuses and status not in wanted.statuses:
        return False
    return (said.since is None or at >= said.since) and (said.until is None or at <= said.until)


def _part(batch: Batch, wanted: Wanted) -> Batch:
    """A batch with what is shown of it."""
    return replace(batch, generations=[one for one in batch.generations if _fits(one, batch, wanted)])


def _fits(made: Generation, batch: Batch, wanted: Wanted) -> bool:
    if made.image is None:
        return _shows(wanted, made.model, made.status, made.dismissed_at, batch.created_at)
    image, said = made.image, wanted.said
    return (
        image.trashed_at is None
        and said.admits(image.verdict)
        and (not wanted.models or made.model in wanted.models)
        and (not wanted.statuses or made.status in wanted.statuses)
        and image.rating >= said.rating
        and (image.favourite or not said.favourite)
        and pictures.is_tagged(image.tags, said)
        and (said.since is None or image.created_at >= said.since)
        and (said.until is None or image.created_at <= said.until)
    )


async def _shown(work: Work, found: Sequence[Image]) -> list[Shown]:
    made = await store.made(work.db, [one.generation_id for one in found if one.generation_id], LONGEST)
    items = []
    for image in found:
        row = made.get(image.generation_id or "")
        if row is None:
            continue
        took = row.finished_at - row.started_at if row.finished_at and row.started_at else None
        cost = Cost(row.cost_amount, row.cost_currency, row.cost_estimated)
        items.append(
            Shown(image, row.id, row.batch_id, row.model, row.status, row.seed, cost, took, row.prompt)
        )
    return items


def _known_place(text: str) -> str:
    """A place to begin with; the id of a batch is the place of its first picture."""
    batch_id, _, position = text.partition(".")
    known_shape(batch_id, "batch")
    return place_of(batch_id, 0) if not position else text


@lru_cache(maxsize=1024)
def _aspect(width: int, height: int) -> int:
    return min(_WIDEST, max(_NARROWEST, round(100 * width / max(1, height))))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Invalid("There is no such time zone. Use a name like Europe/Vienna.", field="tz") from None


def _days(ids: Sequence[str], zone: ZoneInfo) -> list[Day]:
    """Where each day begins among ids or places (UUIDv7: they tell their time), newest first."""
    days: list[Day] = []
    at = 0
    while at < len(ids):
        day = datetime.fromtimestamp(_moment(ids[at]) / 1000, UTC).astimezone(zone)
        midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
        begins = (midnight if midnight <= day else midnight - timedelta(days=1)).timestamp() * 1000
        days.append(Day(day.date().isoformat(), at))
        at = bisect_right(ids, -begins, lo=at + 1, key=lambda id: -_moment(id))
    return days


def _moment(id: str) -> int:
    return int(id[:8] + id[9:13], 16)
