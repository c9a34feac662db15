"""A lineage of thousands of pictures is told in a bounded time, and a longer one as far as it is shown."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import pytest

from opencanva.core.actor import Actor
from opencanva.rooms.batches.descent import MOST_NODES
from tests.rooms.lineage.forest import plant
from tests.served import App


def tree(count: int, seed: int) -> list[list[int]]:
    """Every picture but the first grew out of an earlier one, every fifth refers to another one too."""
    pick = random.Random(seed)
    return [[]] + [
        [pick.randrange(max(0, n - 60), n), *([pick.randrange(n)] if n % 5 == 0 else [])]
        for n in range(1, count)
    ]


async def planted(app: App, parents: Sequence[Sequence[int]]) -> tuple[str, list[str]]:
    async with app.house.works.writing(Actor(app.house.owner.id)) as work:
        return await plant(work, parents)


@pytest.mark.parametrize("count", [2_000, 5_000])
async def test_the_graph_of_thousands_of_pictures_comes_in_time(app: App, count: int) -> None:
    parents = [list(dict.fromkeys(above)) for above in tree(count, count)]
    session, ids = await planted(app, parents)
    took = []
    for _ in range(5):
        began = time.perf_counter()
        answer = await app.client.get(f"/sessions/{session}/lineage")
        took.append(time.perf_counter() - began)
    told = answer.json()
    assert [node["id"] for node in told["nodes"]] == ids
    wanted = {(ids[above], ids[child]) for child, all in enumerate(parents) for above in all}
    assert {(link["parent"], link["child"]) for link in told["links"]} == wanted
    assert (told["more"], told["alone"]) == (False, 0)
    assert min(took) < 2.0


async def test_of_more_pictures_than_are_shown_the_newest_come_with_their_parents(app: App) -> None:
    session, ids = await planted(app, [[], *([n - 1] for n in range(1, MOST_NODES + 500))])
    told = await app.get(f"/sessions/{session}/lineage")
    assert told["more"] is True
    assert [node["id"] for node in told["nodes"]] == ids[-MOST_NODES:]
    assert len(told["links"]) == MOST_NODES - 1


async def test_the_way_through_thousands_of_pictures_comes_in_time(app: App) -> None:
    count = 3_000
    _, ids = await planted(app, [[], *([n - 1] for n in range(1, count))])
    began = time.perf_counter()
    told = await app.get(f"/images/{ids[-1]}/path")
    took = time.perf_counter() - began
    assert [step["node"]["id"] for step in told["steps"]] == ids
    assert took < 4.0


async def test_a_web_of_references_is_walked_once_and_not_once_for_every_way_through_it(app: App) -> None:
    """Thirty layers of three pictures that each refer to all three before: 3^30 ways, 261 links."""
    parents: list[list[int]] = [[], [], []]
    for layer in range(1, 30):
        parents += [[3 * (layer - 1) + n for n in range(3)]] * 3
    _, ids = await planted(app, parents)
    began = time.perf_counter()
    told = await app.get(f"/images/{ids[-1]}/path")
    assert time.perf_counter() - began < 2.0
    assert (len(told["steps"]), told["others"]) == (30, 58)


async def test_links_that_go_round_in_a_circle_end_somewhere(app: App) -> None:
    """They cannot arise, but a database may be mended by hand."""
    session, ids = await planted(app, [[2], [0], [1]])
    told = await app.get(f"/images/{ids[0]}/path")
    assert [step["node"]["id"] for step in told["steps"]] == [ids[1], ids[2], ids[0]]
    assert len((await app.get(f"/sessions/{session}/lineage"))["links"]) == 3


async def test_deleting_thousands_of_linked_pictures_leaves_only_what_others_need(app: App) -> None:
    session, ids = await planted(app, [[], *([n - 1] for n in range(1, 3_000))])
    kept = (await app.post("/sessions", {}, 201))["id"]
    parent = {"image_id": ids[100], "kind": "vary"}
    child = (await app.made("on", session_id=kept, parent=parent))["generations"][0]["image"]["id"]
    await app.post("/organise", {"act": "trash", "ids": [session]})
    began = time.perf_counter()
    await app.post("/trash/delete", {"ids": [session]})
    took = time.perf_counter() - began
    told = await app.get(f"/images/{child}/path")
    assert [step["node"]["id"] for step in told["steps"]] == [*ids[:101], child]
    assert sum(step["node"]["ghost"] for step in told["steps"]) == 101
    assert took < 6.0
