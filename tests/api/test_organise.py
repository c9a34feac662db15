"""Organising over HTTP: acts, undo and redo, what happens to pictures, defaults, details, the sidebar in memory."""

from __future__ import annotations

import asyncio
from typing import Any

import orjson
import pytest

from opencanva.api.sidebars import Sidebars
from opencanva.core.actor import Actor
from tests.served import App
from tests.sidebars import whole


async def folder(app: App, name: str = "Clients", **more: Any) -> str:
    made: str = (await app.post("/folders", {"name": name} | more, 201))["id"]
    return made


async def session(app: App, name: str = "Storm", **more: Any) -> str:
    made: str = (await app.post("/sessions", {"name": name} | more, 201))["id"]
    return made


async def act(app: App, act: str, *ids: str, status: int = 200, **more: Any) -> Any:
    return await app.post("/organise", {"act": act, "ids": list(ids)} | more, status)


async def line(app: App, id: str) -> Any:
    sidebar = whole(await app.get("/sidebar"))
    return next((row for row in sidebar["sessions"] + sidebar["folders"] if row["id"] == id), None)


async def order(app: App, folder_id: str | None = None) -> list[str]:
    sidebar = whole(await app.get("/sidebar"))
    rows = [row for row in sidebar["sessions"] if row["folder_id"] == folder_id]
    rows += [row for row in sidebar["folders"] if row["parent_id"] == folder_id]
    return [row["name"] for row in sorted(rows, key=lambda row: (row["order"], row["id"]))]


async def pictures(app: App, session_id: str, count: int = 2) -> list[str]:
    batch = await app.made("a fox", session_id=session_id, images_per_model=count)
    return [made["image"]["id"] for made in batch["generations"]]


async def counts(app: App, session_id: str) -> Any:
    return (await app.get(f"/sessions/{session_id}"))["counts"]


async def test_several_sessions_move_into_a_folder_in_the_order_named_and_back(app: App) -> None:
    into = await folder(app)
    ids = [await session(app, name) for name in ("a", "b", "c", "d")]
    before = whole(await app.get("/sidebar"))
    done = await act(app, "move", ids[3], ids[0], folder_id=into)
    assert await order(app, into) == ["d", "a"]
    assert done["act"] | {"id": "", "at": 0} == {
        "id": "", "at": 0, "kind": "move", "count": 2, "name": "d", "into": "Clients", "state": "done",
    }  # fmt: skip
    undone = await app.post(f"/undo/{done['undo']}")
    assert undone["act"]["state"] == "undone"
    after = whole(await app.get("/sidebar"))
    for kind in ("folders", "sessions"):
        plain = [[row | {"version": 0} for row in sorted(tree[kind], key=lambda row: row["id"])]
                 for tree in (before, after)]  # fmt: skip
        assert plain[0] == plain[1]


async def test_rows_are_placed_after_the_sibling_that_is_named(app: App) -> None:
    ids = {name: await session(app, name) for name in "edcba"}
    await act(app, "move", ids["a"], ids["c"], folder_id=None, after_id=ids["d"])
    assert await order(app) == ["b", "d", "a", "c", "e"]
    await act(app, "move", ids["e"])
    assert await order(app) == ["e", "b", "d", "a", "c"]


async def test_moving_what_stands_there_already_is_no_act(app: App) -> None:
    ids = [await session(app, name) for name in "ba"]
    done = await act(app, "move", ids[0], after_id=ids[1])
    assert (done["undo"], done["act"], done["sessions"]) == (None, None, [])
    assert (await app.get("/acts"))["items"] == []


async def test_a_renamed_session_is_undone_to_the_name_its_prompt_gave(app: App) -> None:
    batch = await app.made("a lighthouse in a storm, watercolour")
    id = batch["session_id"]
    named = (await app.get(f"/sessions/{id}"))["name"]
    await app.patch(f"/sessions/{id}", {"name": "Mine"})
    newest = (await app.get("/acts"))["items"][0]
    await app.post(f"/undo/{newest['id']}")
    now = await app.get(f"/sessions/{id}")
    assert (now["name"], now["named_by"]) == (named, "prompt")


async def test_undo_is_refused_with_a_reason_when_the_row_was_changed_since(app: App) -> None:
    id = await session(app)
    first = await act(app, "rename", id, name="Calm")
    await act(app, "rename", id, name="Gale")
    problem = await app.post(f"/undo/{first['undo']}", status=409)
    assert (problem["code"], "renamed" in problem["detail"]) == ("moved_on", True)
    assert (await line(app, id))["name"] == "Gale"


async def test_a_new_act_ends_what_could_be_done_again(app: App) -> None:
    id = await session(app)
    first = await act(app, "pin", id)
    await app.post(f"/undo/{first['undo']}")
    await act(app, "colour", id, colour="red")
    assert (await app.post(f"/redo/{first['undo']}", status=409))["code"] == "moved_on"
    assert [one["state"] for one in (await app.get("/acts"))["items"]] == ["done", "dropped"]


async def test_colour_and_emoji_are_given_and_taken_off_apart(app: App) -> None:
    id = await session(app)
    await act(app, "colour", id, colour="teal", emoji=" 🦊 ")
    await act(app, "colour", id, colour=None)
    found = await line(app, id)
    assert (found["colour"], found["emoji"]) == (None, "🦊")


@pytest.mark.parametrize("given", [{"colour": "beige"}, {"emoji": ""}, {"emoji": "x" * 33}, {}])
async def test_a_look_that_does_not_exist_is_refused(lite: App, given: dict[str, str]) -> None:
    id = await session(lite)
    assert (await act(lite, "colour", id, status=422, **given))["code"] == "invalid"


async def test_trashed_pictures_leave_the_counts_and_the_cover_and_come_back(app: App) -> None:
    id = await session(app)
    images = await pictures(app, id, 3)
    before = await app.get(f"/sessions/{id}")
    cover = before["cover"]["image_id"]
    done = await act(app, "trash", cover)
    assert [image["id"] for image in done["images"]] == [cover]
    now = await app.get(f"/sessions/{id}")
    assert now["counts"] == before["counts"] | {"images": 2}
    assert now["cover"]["image_id"] in set(images) - {cover}
    await app.post(f"/undo/{done['undo']}")
    after = await app.get(f"/sessions/{id}")
    assert (after["counts"], after["cover"]) == (before["counts"], before["cover"])


async def test_pictures_move_to_another_session_with_their_batch_and_back(app: App) -> None:
    here, there = await session(app, "Here"), await session(app, "There")
    images = await pictures(app, here, 3)
    whole = await counts(app, here)
    done = await act(app, "move", *images[:2], session_id=there)
    moved = (await app.get(f"/sessions/{there}/batches"))["items"]
    assert [made["image"]["id"] for batch in moved for made in batch["generations"]] == images[:2]
    assert moved[0]["prompt"] == "a fox"
    assert (await counts(app, there))["images"] == 2
    assert (await counts(app, here))["images"] == 1
    assert (await line(app, there))["cover"]["image_id"] in images[:2]
    assert (await app.get(f"/images/{images[0]}"))["session_id"] == there
    await app.post(f"/undo/{done['undo']}")
    assert (await app.get(f"/sessions/{there}/batches"))["items"] == []
    assert await counts(app, here) == whole
    assert await counts(app, there) == {"batches": 0, "generations": 0, "images": 0, "bytes": 0}
    await app.post(f"/redo/{done['undo']}")
    assert (await counts(app, there))["images"] == 2


async def test_copied_pictures_are_pictures_of_their_own_over_the_same_bytes(app: App) -> None:
    here, there = await session(app, "Here"), await session(app, "There")
    images = await pictures(app, here)
    done = await act(app, "copy", images[0], session_id=there)
    copy = (await app.get(f"/sessions/{there}/batches"))["items"][0]["generations"][0]["image"]
    original = await app.get(f"/images/{images[0]}")
    assert (copy["sha256"], copy["id"] != images[0]) == (original["sha256"], True)
    await app.post(f"/undo/{done['undo']}")
    assert (await app.get(f"/images/{copy['id']}"))["trashed_at"] is not None
    assert (await counts(app, here))["images"] == 2


async def test_a_duplicate_has_its_own_pictures_and_stands_right_after(app: App) -> None:
    await session(app, "Last")
    id = await session(app, "Storm")
    await app.patch(f"/sessions/{id}", {"notes": "Gale"})
    images = await pictures(app, id)
    done = await act(app, "duplicate", id)
    copy = done["sessions"][0]
    assert await order(app) == ["Storm", "Storm copy", "Last"]
    whole = await app.get(f"/sessions/{copy['id']}")
    assert (whole["notes"], whole["counts"]) == ("Gale", await counts(app, id))
    assert whole["cover"]["image_id"] not in images
    await act(app, "trash", id)
    await app.post("/trash/empty", {})
    file = await app.client.get(f"/images/{whole['cover']['image_id']}/file")
    assert file.status_code == 200


async def test_a_duplicate_without_pictures_is_empty(app: App) -> None:
    id = await session(app)
    await pictures(app, id)
    copy = (await act(app, "duplicate", id, with_images=False))["sessions"][0]["id"]
    assert await counts(app, copy) == {"batches": 0, "generations": 0, "images": 0, "bytes": 0}


async def test_a_folder_is_duplicated_with_all_in_it(app: App) -> None:
    top = await folder(app, "Clients")
    inner = await folder(app, "North", parent_id=top)
    await session(app, "Storm", folder_id=inner)
    done = await act(app, "duplicate", top)
    copy = next(row for row in done["folders"] if row["name"] == "Clients copy")["id"]
    assert await order(app, copy) == ["North"]
    deep = next(row for row in (await app.get("/sidebar"))["folders"] if row["parent_id"] == copy)["id"]
    assert await order(app, deep) == ["Storm"]


async def test_a_picked_cover_stays_when_newer_pictures_come(app: App) -> None:
    id = await session(app)
    images = await pictures(app, id)
    await act(app, "cover", id, image_id=images[0])
    await pictures(app, id)
    assert (await line(app, id))["cover"]["image_id"] == images[0]
    await act(app, "cover", id, image_id=None)
    assert (await line(app, id))["cover"]["image_id"] not in images


async def test_new_sessions_inherit_the_nearest_defaults_of_their_folders(app: App) -> None:
    top = await folder(app, "Clients")
    inner = await folder(app, "North", parent_id=top)
    await act(app, "defaults", top, defaults={"ratio": "16:9", "prefix": "ink, ", "images_per_model": 2})
    await act(app, "defaults", inner, defaults={"ratio": "3:4", "models": ["fake/quick"]})
    made = await app.get(f"/sessions/{await session(app, folder_id=inner)}")
    assert made["settings"] == {
        "models": ["fake/quick"],
        "ratio": "3:4",
        "images_per_model": 2,
        "options": {},
    }
    assert made["draft"]["prompt"] == "ink, "


async def test_details_say_what_a_session_holds_and_where_it_lies(app: App) -> None:
    top = await folder(app, "Clients")
    id = await session(app, folder_id=top)
    await pictures(app, id, 2)
    await app.made("a fox [refuse]", session_id=id, models=["fake/paid"])
    details = await app.get(f"/sessions/{id}/details")
    assert details["path"] == [{"id": top, "name": "Clients"}]
    assert details["prompts"] == 2
    assert details["models"] == [
        {"model": "fake/quick", "generations": 2, "images": 2},
        {"model": "fake/paid", "generations": 1, "images": 0},
    ]
    assert details["counts"]["images"] == 2


async def test_nothing_is_made_in_the_trash(app: App) -> None:
    top = await folder(app)
    id = await session(app, folder_id=top)
    images = await pictures(app, id)
    await act(app, "trash", top)
    found = await app.get(f"/sessions/{id}")
    assert (found["trashed_at"], found["in_trash"]) == (None, True)
    assert (await app.post("/sessions", {"folder_id": top}, 409))["code"] == "in_trash"
    assert (await app.post("/folders", {"name": "x", "parent_id": top}, 409))["code"] == "in_trash"
    assert (await app.generate(session_id=id, status=409))["code"] == "in_trash"
    assert (await act(app, "rename", id, name="x", status=409))["code"] == "in_trash"
    other = await session(app)
    assert (await act(app, "move", images[0], session_id=other, status=409))["code"] == "in_trash"
    assert (await act(app, "move", other, folder_id=top, status=409))["code"] == "in_trash"


async def test_unarchiving_out_of_an_archived_folder_takes_the_session_up(app: App) -> None:
    top = await folder(app, "Clients")
    old = await folder(app, "Old", parent_id=top)
    id = await session(app, folder_id=old)
    await act(app, "archive", old)
    await act(app, "unarchive", id)
    assert (await line(app, id))["folder_id"] == top
    assert (await line(app, old))["archived"] is True


async def test_acts_are_told_on_the_live_stream_with_the_rows_they_left(app: App) -> None:
    id = await session(app)
    number = (await app.get("/sidebar"))["version"]
    done = await act(app, "pin", id)
    async for told in app.follow(after=number):
        if told["kind"] == "Organised":
            break
    assert told["act"]["id"] == done["undo"]
    assert [(row["id"], row["pinned"]) for row in told["sessions"]] == [(id, True)]


async def test_the_same_press_sent_twice_is_one_act(app: App) -> None:
    id = await session(app)
    body = {"act": "duplicate", "ids": [id]}
    key = {"Idempotency-Key": "press-1"}
    first = await app.post("/organise", body, headers=key)
    again = await app.post("/organise", body, headers=key)
    assert first["undo"] == again["undo"]
    assert len((await app.get("/sidebar"))["sessions"]) == 2


async def test_the_sidebar_in_memory_is_the_one_the_database_gives(app: App) -> None:
    await app.get("/sidebar")
    top = await folder(app)
    ids = [await session(app, f"s{number}") for number in range(6)]
    await app.get("/sidebar")
    await act(app, "move", *ids[:3], folder_id=top)
    await act(app, "archive", ids[4])
    await act(app, "trash", ids[5])
    thrown = await act(app, "trash", top)
    await app.get("/sidebar")
    await app.post(f"/undo/{thrown['undo']}")
    await app.made("a fox", session_id=ids[0])
    await act(app, "colour", ids[0], top, colour="red", emoji="🦊")
    kept = await app.get("/sidebar")
    async with app.house.works.reading(Actor(app.house.owner.id)) as work:
        fresh = orjson.loads(await Sidebars().body(work, kept["version"]))
    for kind in ("folders", "sessions"):
        assert sorted(kept[kind], key=lambda row: row["id"]) == sorted(fresh[kind], key=lambda row: row["id"])


async def test_pictures_that_are_being_made_finish_in_the_trash(app: App) -> None:
    id = await session(app)
    batch = await app.generate("a fox [latency:1]", session_id=id)
    await act(app, "trash", id)
    done = await app.finished(batch["id"])
    assert done["generations"][0]["status"] == "complete"
    assert await line(app, id) is None
    await act(app, "restore", id)
    assert (await line(app, id))["images"] == 1


async def test_organising_while_pictures_land_loses_neither(app: App) -> None:
    into = await folder(app)
    ids = [await session(app, f"s{number}") for number in range(4)]
    batches = [await app.generate("a fox", session_id=id, images_per_model=4) for id in ids]
    for turn in range(6):
        await asyncio.gather(
            act(app, "move", *ids, folder_id=into if turn % 2 == 0 else None),
            act(app, "colour", *ids, colour="red" if turn % 2 == 0 else None),
        )
    for batch in batches:
        await app.finished(batch["id"])
    assert [(await counts(app, id))["images"] for id in ids] == [4] * 4
    assert {(await line(app, id))["working"] for id in ids} == {0}
