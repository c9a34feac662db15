"""Generations that are put away: their pictures go to the trash, those without one leave the lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from opencanva.core.edits import Edit
from opencanva.core.work import Work
from opencanva.rooms.batches import service
from opencanva.rooms.batches.errors import NotPossibleNow
from opencanva.rooms.batches.types import RUNNING, Generation, Status
from opencanva.rooms.images.types import Image


@dataclass(frozen=True, slots=True)
class Made:
    """What batches and generations made: their `ids`, the pictures, and generations that have none."""

    ids: frozenset[str]
    images: list[Image]
    bare: list[Generation]


async def named(work: Work, ids: Sequence[str]) -> Made:
    """What the batches and generations among these ids made; other ids are left alone."""
    batches = await service.several(work, ids)
    alone = await service.generations(work, [id for id in ids if id not in batches])
    every = alone | {one.id: one for batch in batches.values() for one in batch.generations}
    images = [one.image for one in every.values() if one.image is not None]
    # A complete one without a picture lost it for ever: it is in no list.
    bare = [one for one in every.values() if one.image is None and one.status != Status.COMPLETE]
    return Made(frozenset(batches) | frozenset(alone), images, bare)


def dismiss(bare: Sequence[Generation], now: int) -> list[Edit]:
    """The edits that take generations out of the lists. Raises NotPossibleNow for one that has not ended."""
    if any(one.status in (Status.QUEUED, *RUNNING) for one in bare):
        raise NotPossibleNow("This is still being made. Cancel it first, then delete it.")
    return [_dismissed(one, now) for one in bare if one.dismissed_at is None]


def bring_back(bare: Sequence[Generation]) -> list[Edit]:
    """The edits that put generations into the lists again."""
    return [_dismissed(one, None) for one in bare if one.dismissed_at is not None]


def _dismissed(made: Generation, at: int | None) -> Edit:
    # With its status, which stays: by redo it is not put away while it is being made, or made, after a retry.
    before = {"dismissed_at": made.dismissed_at, "status": made.status}
    return Edit("generations", made.id, before, before | {"dismissed_at": at})
