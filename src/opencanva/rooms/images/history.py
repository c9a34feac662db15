"""Pictures of a session as its history shows them: filtered by what was said of them, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from opencanva.core.work import Work
from opencanva.kit.text import fold
from opencanva.rooms.images import history_store as store
from opencanva.rooms.images.types import Image


@dataclass(frozen=True, slots=True)
class Judgement:
    """Which pictures are wanted; empty fields want any. Times are milliseconds since 1970 UTC, both included.

    Rejected ones are left out unless `rejected`, or unless `verdicts` names them ("undecided" is a verdict here).
    """

    verdicts: tuple[str, ...] = ()
    rating: int = 0
    favourite: bool = False
    tags: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    rejected: bool = False

    @property
    def says_something(self) -> bool:
        """Whether it asks for something that only a picture can have."""
        return bool(self.verdicts or self.rating or self.favourite or self.tags)

    def admits(self, verdict: str | None) -> bool:
        """Whether pictures of this verdict are shown."""
        if self.verdicts:
            return (verdict or "undecided") in self.verdicts
        return self.rejected or verdict != "rejected"


class Outline(NamedTuple):
    """What the layout of a history needs to know of a picture; there may be 100,000 of them."""

    id: str
    place: str
    width: int
    height: int
    verdict: str | None


async def outlines(work: Work, session_id: str, judgement: Judgement) -> list[Outline]:
    """Every picture made in a session outside the trash that fits but for its verdict, newest first."""
    rows = await store.outlines(work.db, work.actor.owner, session_id, judgement)
    if judgement.tags:
        rows = [row for row in rows if is_tagged(row.tags, judgement)]
    return [Outline(*row[:5]) for row in rows]


async def page(
    work: Work, session_id: str, judgement: Judgement, at: str | None, after: str | None, limit: int
) -> list[Image]:
    """Pictures made in a session that fit (whatever their tags), newest batch first: from the place `at`
    (included) on, or after `after`."""
    return await store.page(work.db, work.actor.owner, session_id, judgement, at, after, limit)


def is_tagged(tags: Sequence[str], judgement: Judgement) -> bool:
    """Whether all the tags that are asked for are among these."""
    known = {fold(tag) for tag in tags} if judgement.tags else set()
    return all(fold(tag) in known for tag in judgement.tags)
