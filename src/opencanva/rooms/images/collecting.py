"""Deletes bytes that lost their last image, after a grace and only when no image refers to them."""

from __future__ import annotations

from opencanva.core.actor import Actor
from opencanva.core.work import Works
from opencanva.rooms.images import store

GRACE = 3_600_000
"""Milliseconds that bytes stay after their last image went: whoever brings them again keeps them."""
AT_ONCE = 200
WIDTHS = (320, 640, 1280)


async def collect(works: Works, grace: int = GRACE) -> int:
    """Delete what is due; returns how many bytes' worth of images went. Raises StoreFailed."""
    gone = 0
    while True:
        async with works.reading(Actor("")) as work:
            due = await store.doomed_before(work.db, work.clock.now() - grace, AT_ONCE)
        for sha256 in due:
            async with works.reading(Actor("")) as work:
                unused = await store.unused(work.db, sha256)
            dropped = unused and await works.blobs.drop(sha256, grace / 1000)
            if dropped:
                for width in WIDTHS:
                    await works.blobs.drop_derived(f"{sha256}-{width}.webp")
                gone += 1
            async with works.writing(Actor("")) as work:
                if unused and not dropped:  # put again just now: a row that refers to them may be on its way
                    await store.postpone(work.db, sha256, work.clock.now())
                else:
                    await store.spare(work.db, sha256)
        if len(due) < AT_ONCE:
            return gone
