"""Lineage over HTTP: the graph of a session, the way to a picture, and what deleting leaves of both."""

from __future__ import annotations

from typing import Any

import pytest

from opencanva.engines.fake import draw
from tests.served import App


async def a_session(app: App) -> str:
    return str((await app.post("/sessions", {}, 201))["id"])


async def a_picture(app: App, session: str | None = None, prompt: str = "a fox", **more: Any) -> str:
    """The id of a picture that was made; `session` None makes one."""
    place = {} if session is None else {"session_id": session}
    batch = await app.made(prompt, **place, **more)
    return str(batch["generations"][0]["image"]["id"])


async def uploaded(app: App) -> str:
    """The id of a picture that somebody brought."""
    file = ("a.png", draw(600, 600, "upload", 3), "image/png")
    return str((await app.client.post("/images", files={"file": file})).json()["id"])


async def grown(app: App, session: str, parent: str, kind: str = "vary", prompt: str = "grown") -> str:
    return await a_picture(app, session, prompt, parent={"image_id": parent, "kind": kind})


async def graph(app: App, session: str) -> tuple[dict[str, Any], list[tuple[str, str, str]], int]:
    told = await app.get(f"/sessions/{session}/lineage")
    assert told["more"] is False
    links = [(link["parent"], link["child"], link["kind"]) for link in told["links"]]
    return {node["id"]: node for node in told["nodes"]}, links, told["alone"]


async def way(app: App, image: str) -> list[tuple[str, str | None]]:
    told = await app.get(f"/images/{image}/path")
    return [(step["node"]["id"], step["kind"]) for step in told["steps"]]


async def throw_away(app: App, *ids: str) -> None:
    await app.post("/organise", {"act": "trash", "ids": list(ids)})
    await app.post("/trash/delete", {"ids": list(ids)})


async def test_a_session_tells_what_grew_out_of_what(app: App) -> None:
    session = await a_session(app)
    first = await a_picture(app, session, "a fox in the snow")
    varied = await grown(app, session, first, "vary", "the same fox")
    further = await grown(app, session, varied, "continue", "x" * 500)
    styled = await a_picture(app, session, references=[{"image_id": first}])
    await a_picture(app, session, "stands alone")
    nodes, links, alone = await graph(app, session)
    assert list(nodes) == [first, varied, further, styled]
    assert set(links) == {
        (first, varied, "vary"),
        (varied, further, "continue"),
        (first, styled, "reference"),
    }
    assert alone == 1
    node = nodes[varied]
    made = node["image"]
    assert (node["ghost"], node["session_id"], node["model"]) == (False, session, "fake/quick")
    assert (node["prompt"], node["thumbhash"], node["at"]) == (
        "the same fox",
        made["thumbhash"],
        made["created_at"],
    )
    assert (node["width"], node["height"]) == (made["width"], made["height"])
    assert (await app.get(f"/batches/{node['batch_id']}"))["generations"][0]["id"] == node["generation_id"]
    assert nodes[further]["prompt"] == "x" * 300


async def test_a_session_without_links_has_an_empty_graph(app: App) -> None:
    session = await a_session(app)
    assert await graph(app, session) == ({}, [], 0)
    await a_picture(app, session)
    assert await graph(app, session) == ({}, [], 1)
    await app.get(f"/sessions/{'0' * 8}-0000-7000-8000-{'0' * 12}/lineage", 404)
    await app.get("/sessions/nothing/lineage", 404)


async def test_parents_from_other_sessions_belong_to_the_graph_and_children_there_do_not(app: App) -> None:
    one, other = await a_session(app), await a_session(app)
    parent = await a_picture(app, one)
    child = await grown(app, other, parent)
    nodes, links, alone = await graph(app, other)
    assert (list(nodes), links, alone) == ([parent, child], [(parent, child, "vary")], 0)
    assert nodes[parent]["session_id"] == one
    assert await graph(app, one) == ({}, [], 1)


async def test_the_way_to_a_picture_follows_the_parent_and_counts_what_lies_beside(app: App) -> None:
    session = await a_session(app)
    upload = (
        await app.client.post("/images", files={"file": ("a.png", draw(600, 600, "u", 3), "image/png")})
    ).json()["id"]
    beside = await a_picture(app, session, "beside")
    first = await a_picture(app, session, "first", references=[{"image_id": upload}])
    second = await a_picture(
        app,
        session,
        "second",
        references=[{"image_id": beside}, {"image_id": first}],
        parent={"image_id": first, "kind": "reference"},
    )
    third = await grown(app, session, second, "continue", "third")
    assert await way(app, third) == [
        (upload, None),
        (first, "reference"),
        (second, "reference"),
        (third, "continue"),
    ]
    told = await app.get(f"/images/{third}/path")
    assert told["others"] == 1
    assert [step["node"]["prompt"] for step in told["steps"]] == ["", "first", "second", "third"]
    assert await way(app, upload) == [(upload, None)]
    await app.get("/images/nothing/path", 404)


async def test_a_picture_deleted_for_ever_stays_as_a_ghost_and_its_children_keep_working(app: App) -> None:
    session = await a_session(app)
    first = await a_picture(app, session, "the first")
    middle = await grown(app, session, first, "vary", "the one that goes")
    last = await grown(app, session, middle, "vary", "the last")
    before, links, _ = await graph(app, session)
    await app.post("/organise", {"act": "trash", "ids": [middle]})
    trashed, same, _ = await graph(app, session)
    assert (trashed[middle]["ghost"], same) == (False, links)
    assert trashed[middle]["image"]["trashed_at"] is not None
    await app.post("/trash/delete", {"ids": [middle]})
    nodes, still, alone = await graph(app, session)
    assert (still, alone) == (links, 0)
    ghost = nodes[middle]
    assert ghost == before[middle] | {"ghost": True, "image": None}
    assert await way(app, last) == [(first, None), (middle, "vary"), (last, "vary")]
    await app.get(f"/images/{middle}/path", 404)
    assert (await app.get(f"/batches/{ghost['batch_id']}"))["generations"][0]["image"] is None
    again = await grown(app, session, last, "vary", "on it goes")
    assert len(await way(app, again)) == 4


async def test_a_deleted_picture_without_links_leaves_no_ghost(app: App) -> None:
    session = await a_session(app)
    first = await a_picture(app, session, "the first")
    child = await grown(app, session, first)
    alone = await a_picture(app, session, "alone")
    await throw_away(app, alone)
    nodes, _, count = await graph(app, session)
    assert (list(nodes), count) == ([first, child], 0)


async def test_of_a_deleted_session_only_what_something_grew_out_of_is_remembered(app: App) -> None:
    gone, stays = await a_session(app), await a_session(app)
    first = await a_picture(app, gone, "the very first")
    source = await grown(app, gone, first, "vary", "the source")
    leaf = await grown(app, gone, source, "vary", "a leaf that nobody needs")
    child = await grown(app, stays, source, "continue", "the child")
    await throw_away(app, gone)
    nodes, links, _ = await graph(app, stays)
    assert [(id, node["ghost"]) for id, node in nodes.items()] == [(source, True), (child, False)]
    assert links == [(source, child, "continue")]
    assert (nodes[source]["session_id"], nodes[source]["batch_id"]) == (None, None)
    assert await way(app, child) == [(first, None), (source, "vary"), (child, "continue")]
    assert leaf not in nodes
    # With the last thing that grew out of them ghosts go too.
    await throw_away(app, stays)
    other = await a_session(app)
    assert await graph(app, other) == ({}, [], 0)
    assert await remembered(app) == (0, 0)


async def remembered(app: App) -> tuple[int, int]:
    """How many ghosts and links the database holds."""
    import sqlalchemy as sa

    from opencanva.rooms.lineage.tables import ghosts, links

    async with app.house.database.read() as db:
        return tuple(  # type: ignore[return-value]
            [await db.scalar(sa.select(sa.func.count()).select_from(table)) for table in (ghosts, links)]
        )


async def test_a_ghost_in_a_session_that_goes_is_kept_while_a_child_lives_elsewhere(app: App) -> None:
    gone, stays = await a_session(app), await a_session(app)
    source = await a_picture(app, gone, "the source")
    child = await grown(app, stays, source)
    await throw_away(app, source)
    assert (await graph(app, gone))[0] == {}
    assert (await graph(app, stays))[0][source]["session_id"] == gone
    await throw_away(app, gone)
    assert (await graph(app, stays))[0][source]["session_id"] is None
    assert await way(app, child) == [(source, None), (child, "vary")]
    assert await remembered(app) == (1, 1)


@pytest.mark.parametrize("together", [True, False])
async def test_a_session_and_a_picture_of_another_one_go_together(app: App, together: bool) -> None:
    one, other = await a_session(app), await a_session(app)
    parent = await a_picture(app, one)
    child = await grown(app, other, parent)
    await app.post("/organise", {"act": "trash", "ids": [one, child]})
    for ids in [[one, child]] if together else [[child], [one]]:
        await app.post("/trash/delete", {"ids": ids})
    nodes, links, _ = await graph(app, other)
    assert ({id: node["ghost"] for id, node in nodes.items()}, links) == (
        {parent: True, child: True},
        [(parent, child, "vary")],
    )


async def test_a_duplicated_session_has_a_lineage_of_its_own(app: App) -> None:
    session = await a_session(app)
    first = await a_picture(app, session, "first")
    await a_picture(
        app,
        session,
        "second",
        references=[{"image_id": first, "strength": 0.2}],
        parent={"image_id": first, "kind": "vary"},
    )
    told = await app.post("/organise", {"act": "duplicate", "ids": [session], "with_images": True})
    copy = told["sessions"][0]["id"]
    nodes, links, alone = await graph(app, copy)
    assert {node["session_id"] for node in nodes.values()} == {copy}
    assert (len(nodes), len(links), alone) == (2, 2, 0)
    start, end = list(nodes)
    batch = await app.get(f"/batches/{nodes[end]['batch_id']}")
    assert batch["references"] == [{"image_id": start, "role": None, "strength": 0.2}]
    assert batch["parent"] == {"image_id": start, "kind": "vary"}
    assert [id for id, _ in await way(app, end)] == list(nodes)
    await throw_away(app, session)
    assert (await graph(app, copy))[0].keys() == nodes.keys()
    assert not any(node["ghost"] for node in (await graph(app, copy))[0].values())


async def test_nobody_sees_the_lineage_of_another_person(lite: App) -> None:
    session = await a_session(lite)
    first = await a_picture(lite, session)
    await grown(lite, session, first)
    from opencanva.core.actor import Actor
    from opencanva.kit.errors import NotFound
    from opencanva.rooms.batches import descent
    from opencanva.rooms.lineage import service as lineage

    async with lite.house.works.reading(Actor("somebody-else")) as work:
        with pytest.raises(NotFound):
            await descent.graph(work, session)
        with pytest.raises(NotFound):
            await descent.path(work, first)
        assert await lineage.linked(work, [first]) == set()
