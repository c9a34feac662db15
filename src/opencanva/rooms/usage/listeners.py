"""What the usage room hears from the rooms below it."""

from __future__ import annotations

from opencanva.core.events import Event
from opencanva.core.work import Work
from opencanva.rooms.batches.messages import GenerationSpent
from opencanva.rooms.usage import store


async def write_down(work: Work, event: Event) -> None:
    """Keep what an ended generation cost."""
    assert isinstance(event, GenerationSpent)  # noqa: S101  the house registers this for no other event
    made = event.generation
    finished, started = made.finished_at, made.started_at
    await store.insert(
        work.db,
        {
            "owner_id": work.actor.owner,
            "session_id": made.session_id,
            "generation_id": made.id,
            "attempt": made.attempt,
            "engine": made.engine,
            "model": made.model,
            "status": str(made.status),
            "amount": made.cost.amount if event.paid else 0.0,
            "currency": made.cost.currency,
            "source": event.source,
            "seconds": (finished - started) / 1000 if finished and started else None,
            "at": work.clock.now(),
        },
    )
