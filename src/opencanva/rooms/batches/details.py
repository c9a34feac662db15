"""All about a session, put together for its panel of details."""

from __future__ import annotations

from opencanva.core.work import Work
from opencanva.rooms.batches import moving_store as store
from opencanva.rooms.batches.types import Details, ModelUse, Spent, Step
from opencanva.rooms.prompts import service as prompts
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions import tree


async def of_session(work: Work, id: str) -> Details:
    """When it was made, changed and opened, what it holds and cost, which models made it. Raises NotFound."""
    session = await sessions.get(work, id)
    seen = await tree.look(work, [], session.folder_id)
    uses: dict[str, ModelUse] = {}
    spent: dict[str, float] = {}
    for model, currency, times, made, cost in await store.models_of(work.db, session.id):
        known = uses.get(model, ModelUse(model, 0, 0))
        uses[model] = ModelUse(model, known.generations + times, known.images + made)
        spent[currency] = spent.get(currency, 0.0) + cost
    return Details(
        id=session.id,
        name=session.name,
        path=[Step(up.id, up.name) for up in reversed(seen.path(session.folder_id))],
        created_at=session.created_at,
        modified_at=session.modified_at,
        opened_at=session.opened_at,
        counts=session.counts,
        prompts=await prompts.count(work, session.id),
        models=list(uses.values()),
        spent=[Spent(round(amount, 6), currency) for currency, amount in spent.items() if amount],
        notes=session.notes,
        version=session.version,
    )
