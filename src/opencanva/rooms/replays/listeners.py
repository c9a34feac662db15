"""What replays do when a generation ends, or rows are deleted for ever."""

from __future__ import annotations

from opencanva.core.events import Event
from opencanva.core.work import Work
from opencanva.rooms.replays import service, store
from opencanva.rooms.replays.messages import advance_replay


async def go_on(work: Work, event: Event) -> None:
    """Order the replays that waited for the batch of an ended generation."""
    for id in await store.waiting_for(work.db, event.payload()["generation"].batch_id):
        work.enqueue(advance_replay(id))


async def drop_erased(work: Work, event: Event) -> None:
    """Forget the replays of sessions that are no more; `event` names them among others in `ids`."""
    await service.erase(work, event.payload()["ids"])
