"""Rules about replays: begun, looked at, cancelled, forgotten with their session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from opencanva.core.work import Work
from opencanva.kit.errors import NotFound
from opencanva.kit.ids import known_shape, new_id
from opencanva.kit.values import plain
from opencanva.rooms.batches import service as batches
from opencanva.rooms.batches.checks import Plan
from opencanva.rooms.batches.errors import NotPossibleNow
from opencanva.rooms.replays import store
from opencanva.rooms.replays.messages import ReplayAdvanced
from opencanva.rooms.replays.types import Replay, Row, Way


async def begin(
    work: Work, way: Way, models: Sequence[str], steps: Sequence[dict[str, Any]], first: Plan
) -> Replay:
    """Record a checked replay and ask for its first picture. Raises NotFound, InTrash."""
    batch = await batches.start(work, first)
    stored: list[Any] = plain(list(steps))
    stored[0]["batch"] = batch.id
    row = Row(
        new_id(), way.session_id, way.image_id, list(models), stored, 0, "running", "", batch.id,
        work.clock.now(), None,
    )  # fmt: skip
    await store.insert(work.db, work.actor.owner, row)
    return tell(work, row)


async def get(work: Work, id: str) -> Replay:
    """One replay. Raises NotFound."""
    return as_replay(await _row(work, id))


async def running(work: Work, session_id: str) -> list[Replay]:
    """The replays of a session that are not over, oldest first."""
    rows = await store.running_in(work.db, work.actor.owner, known_shape(session_id, "session"))
    return [as_replay(row) for row in rows]


async def cancel(work: Work, id: str) -> Replay:
    """Stop a replay and what it is making; pictures that are made stay. Raises NotFound, NotPossibleNow."""
    row = await _row(work, id, hold=True)
    if row.state == "cancelled":
        return as_replay(row)
    if row.waiting_for is None:
        raise NotPossibleNow("This replay has ended already; there is nothing to cancel.")
    waited = row.waiting_for
    row = await end(work, row, "cancelled", "")
    if waited in await batches.several(work, [waited]):
        await batches.cancel_batch(work, waited)
    return tell(work, row)


async def end(work: Work, row: Row, state: str, reason: str, **changed: Any) -> Row:
    """Write that a held replay is over; returns it as it stands now."""
    values = {"state": state, "reason": reason, "waiting_for": None, "ended_at": work.clock.now()} | changed
    return await write(work, row, values)


async def write(work: Work, row: Row, values: dict[str, Any]) -> Row:
    """Change a held replay; returns it as it stands now."""
    await store.update(work.db, row.id, values)
    return await _row(work, row.id)


async def erase(work: Work, session_ids: Sequence[str]) -> None:
    """Forget the replays of sessions that are deleted for ever."""
    await store.erase(work.db, session_ids)


def tell(work: Work, row: Row) -> Replay:
    """Let others know where a replay stands."""
    replay = as_replay(row)
    work.emit(ReplayAdvanced(replay))
    return replay


def as_replay(row: Row) -> Replay:
    """The value of a stored replay."""
    steps: list[Any] = row.steps
    left_out = dict.fromkeys(name for step in steps for name in step["left_out"])
    made = [step["batch"] for step in steps if step.get("batch")]
    return Replay(
        row.id, row.session_id, row.image_id, row.models, len(steps), row.done, row.state, row.reason, made,
        list(left_out), row.created_at, row.ended_at,
    )  # fmt: skip


async def _row(work: Work, id: str, *, hold: bool = False) -> Row:
    row = await store.get(work.db, work.actor.owner, known_shape(id, "replay"), hold=hold)
    if row is None:
        raise NotFound("This replay is not here. Its session may have been deleted.", field="id")
    return row
