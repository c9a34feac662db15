"""Deleting batches and generations for ever, with their session or with their picture."""

from __future__ import annotations

from collections.abc import Sequence

from opencanva.core.work import Work
from opencanva.rooms.batches import descent, job_store, service
from opencanva.rooms.batches import moving_store as store
from opencanva.rooms.images.types import Image
from opencanva.rooms.references import service as references


async def erase(work: Work, session_ids: Sequence[str], images: Sequence[Image]) -> None:
    """Delete all batches of sessions; generations of these images stay without a picture.

    What is linked with other images is remembered as a ghost of the lineage, and what was paid for as spent.
    """
    paid = await service.generations(work, await job_store.hold_paid(work.db, session_ids))
    for one in paid.values():
        work.emit(service.spent(one, paid=True))
    await descent.remember(work, session_ids, images)
    await references.erase(
        work, session_ids, [image.id for image in images], await store.batches_of(work.db, session_ids)
    )
    await store.erase(work.db, session_ids)
    made = [image.generation_id for image in images if image.generation_id is not None]
    await store.forget_images(work.db, made)
