"""How many statements each list may cost: work grows with what is shown, not with what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from tests.served import App


@contextmanager
def counted(app: App) -> Iterator[list[str]]:
    """The statements run inside the block."""
    seen: list[str] = []
    engines = {app.house.database.reader.sync_engine, app.house.database.writer.sync_engine}

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield seen
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize("batches", [1, 12])
async def test_reading_costs_the_same_however_much_is_there(app: App, batches: int) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    parent = None
    for number in range(batches):
        last = await app.made(f"fox {number}", session_id=session, images_per_model=2, parent=parent)
        parent = {"image_id": last["generations"][0]["image"]["id"], "kind": "vary"}
    app_budget = {
        "/sidebar": 3,
        "/sessions": 1,
        f"/sessions/{session}": 1,
        f"/sessions/{session}/batches?limit=50": 3,
        f"/batches/{last['id']}": 3,
        f"/generations/{last['generations'][0]['id']}": 2,
        f"/images/{last['generations'][0]['image']['id']}": 1,
        f"/images/{last['generations'][0]['image']['id']}/thumb": 1,
        f"/sessions/{session}/references": 4,
        f"/images/{last['generations'][0]['image']['id']}/uses": 6,
        f"/sessions/{session}/lineage": 6,
        f"/images/{last['generations'][0]['image']['id']}/path": 5,
        f"/sessions/{session}/replays": 1,
        f"/sessions/{session}/prompts": 8,
    }
    # The sweeper looks in between; a second look is without it.
    for path, budget in app_budget.items():
        costs = []
        for _ in range(3):
            with counted(app) as seen:
                await app.client.get(path)
            costs.append(len(seen))
        assert min(costs) <= budget, (path, costs)


async def test_pressing_generate_costs_a_bounded_number_of_statements(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    with counted(app) as seen:
        await app.generate(session_id=session, images_per_model=4)
    inserted = [statement for statement in seen if statement.startswith("INSERT INTO generations")]
    assert len(inserted) == 1
