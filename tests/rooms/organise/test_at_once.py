"""Two people, or two tabs, that organise at the same moment, and gaps that are filled without end."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2

from opencanva.core.actor import Actor
from opencanva.kit.order import LONGEST_KEY
from tests.rooms.organise import tree
from tests.rooms.organise.tree import Tree
from tests.served import NO_TLS, App


@asynccontextmanager
async def another_client(app: App) -> AsyncIterator[App]:
    """The same program, asked by somebody else."""
    async with httpx2.AsyncClient(base_url=f"{app.address}/api/v1", timeout=60, verify=NO_TLS) as client:
        yield App(app.house, client, app.address)


async def in_database(app: App) -> Tree:
    """The tree as the database holds it."""
    async with app.house.works.reading(Actor(app.house.owner.id)) as work:
        kept = await tree.kept(work)
    return Tree(0, {row["id"]: row for row in [*kept["folders"], *kept["sessions"]]})


async def check(app: App, wanted: set[str]) -> Tree:
    """The tree as it is sent is the one in the database, and sane: nothing lost, doubled, circling or too deep."""
    sent = await tree.read(app)
    assert (await in_database(app)).rows == sent.rows
    assert sent.rows.keys() == wanted
    for id in sent.rows:
        sent.depth(id)
    places = [(sent.parent(id), row["order"], id) for id, row in sent.rows.items()]
    assert len({place[:2] for place in places}) > len(places) * 0.9
    assert max(len(row["order"]) for row in sent.rows.values()) <= LONGEST_KEY
    return sent


async def test_three_hundred_rows_put_into_one_gap_keep_their_order_and_short_keys(app: App) -> None:
    folder = (await app.post("/folders", {"name": "Gap"}, 201))["id"]
    async with app.house.works.writing(Actor(app.house.owner.id)) as work:
        ids = await tree.insert_sessions(work, 302)
    first, last, *others = ids
    await tree.act(app, "move", [first, last], folder_id=folder)
    start = (await tree.read(app)).rows[first]
    moved = [await tree.act(app, "move", [id], folder_id=folder, after_id=first) for id in others]
    now = await check(app, set(ids) | {folder})
    assert now.order(folder) == [first, *reversed(others), last]
    assert now.rows[first]["version"] > start["version"], "its key was never written anew"
    for done in reversed(moved[-60:]):
        await app.post(f"/undo/{done['undo']}")
    now = await check(app, set(ids) | {folder})
    assert now.order(folder) == [first, *reversed(others[:-60]), last]
    assert now.order(None) == [*others[-60:], folder] or now.order(None) == [folder, *others[-60:]]


async def test_two_people_who_move_at_once_end_with_a_sane_tree(app: App) -> None:
    folders = [(await app.post("/folders", {"name": f"Folder {n}"}, 201))["id"] for n in range(12)]
    ids = folders + [(await app.post("/sessions", {}, 201))["id"] for _ in range(24)]
    expected = {"into_itself", "folder_too_deep"}

    async def drag(who: App, chance: random.Random) -> None:
        body = {
            "act": "move", "ids": chance.sample(ids, chance.randint(1, 4)),
            "folder_id": chance.choice([None, *folders]), "after_id": chance.choice([None, *ids]),
        }  # fmt: skip
        answer = await who.client.post("/organise", json=body)
        assert answer.status_code == 200 or answer.json()["code"] in expected, answer.text

    async with another_client(app) as other:
        for turn in range(6):
            chance = random.Random(turn)
            await asyncio.gather(*(drag(who, chance) for _ in range(25) for who in (app, other)))
            await check(app, set(ids))
            assert await tree.read(app) == await tree.read(other)


async def test_folders_put_into_each_other_at_once_do_not_make_a_circle(app: App) -> None:
    for _ in range(15):
        one, two = [(await app.post("/folders", {"name": name}, 201))["id"] for name in ("One", "Two")]
        async with another_client(app) as other:
            answers = await asyncio.gather(
                app.client.post("/organise", json={"act": "move", "ids": [one], "folder_id": two}),
                other.client.post("/organise", json={"act": "move", "ids": [two], "folder_id": one}),
            )
        assert sorted(answer.status_code for answer in answers) == [200, 422]
        now = await tree.read(app)
        assert sorted([now.depth(one), now.depth(two)]) == [0, 1]


async def test_trashing_moving_undoing_and_generating_at_once_loses_nothing(app: App) -> None:
    folders = [(await app.post("/folders", {"name": f"Folder {n}"}, 201))["id"] for n in range(6)]
    ids = folders + [(await app.post("/sessions", {}, 201))["id"] for _ in range(10)]
    expected = {"into_itself", "in_trash", "moved_on", "not_found"}

    async def do(who: App, chance: random.Random) -> None:
        kind = chance.choice(
            ["move", "move", "trash", "restore", "archive", "unarchive", "pin", "undo", "redo"]
        )
        if kind in ("undo", "redo"):
            done = chance.choice((await who.get("/acts"))["items"])
            answer = await who.client.post(f"/{kind}/{done['id']}")
        else:
            body = {"act": kind, "ids": chance.sample(ids, 2)}
            if kind == "move":
                body["folder_id"] = chance.choice([None, *folders])
            answer = await who.client.post("/organise", json=body)
        assert answer.status_code == 200 or answer.json()["code"] in expected, answer.text

    async with another_client(app) as other:
        for turn in range(5):
            chance = random.Random(turn)
            await asyncio.gather(*(do(who, chance) for _ in range(20) for who in (app, other)))
    trash = (await app.get("/trash", params={"limit": 200}))["items"]
    if thrown := sorted({item["id"] for item in trash} & set(ids)):
        await tree.act(app, "restore", thrown)
    made = {row["id"] for row in (await tree.read(app)).rows.values()} | set(ids)
    await check(app, made)
    assert set(ids) <= made


async def test_an_undo_from_two_tabs_at_once_is_done_once(app: App) -> None:
    ids = [(await app.post("/sessions", {}, 201))["id"] for _ in range(3)]
    folder = (await app.post("/folders", {"name": "Folder"}, 201))["id"]
    before = await tree.read(app)
    moved = await tree.act(app, "move", ids, folder_id=folder)
    async with another_client(app) as other:
        for turn, status in (("undo", "undone"), ("redo", "done"), ("undo", "undone")):
            answers = await asyncio.gather(
                *(who.client.post(f"/{turn}/{moved['undo']}") for who in (app, other) for _ in range(3))
            )
            assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409, 409]
            assert {one.json()["code"] for one in answers if one.status_code == 409} == {"moved_on"}
            assert (await app.get("/acts"))["items"][0]["state"] == status
    now = await check(app, {folder, *ids})
    assert now.without_versions() == before.without_versions()
    assert [now.rows[id]["version"] - before.rows[id]["version"] for id in ids] == [4, 4, 4]


async def test_the_same_act_sent_twice_with_one_key_is_done_once(app: App) -> None:
    session = (await app.post("/sessions", {"name": "Fox"}, 201))["id"]
    headers = {"Idempotency-Key": "drop-1"}
    body = {"act": "duplicate", "ids": [session]}
    answers = await asyncio.gather(*(app.post("/organise", body, headers=headers) for _ in range(5)))
    assert len({answer["undo"] for answer in answers}) == 1
    assert len((await tree.read(app)).rows) == 2
