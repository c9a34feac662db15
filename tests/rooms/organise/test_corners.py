"""Corners of organising: marks on what lies in the trash, nested rows that come out together, keys written anew."""

from __future__ import annotations

from tests.rooms.organise import tree
from tests.rooms.organise.test_at_once import in_database
from tests.served import App


async def test_a_mark_undone_on_what_lies_in_the_trash_does_not_bring_it_into_the_sidebar(app: App) -> None:
    outer, inner = await tree.chain(app, 2)
    pinned = await tree.act(app, "pin", [inner])
    await tree.read(app)
    await tree.act(app, "trash", [outer])
    await app.client.post(f"/undo/{pinned['undo']}")
    assert (await tree.read(app)).rows == (await in_database(app)).rows == {}


async def test_a_folder_taken_out_of_a_trashed_one_comes_with_what_is_in_it(app: App) -> None:
    outer, inner = await tree.chain(app, 2)
    session = (await app.post("/sessions", {"folder_id": inner}, 201))["id"]
    await tree.read(app)
    await tree.act(app, "trash", [outer])
    await tree.act(app, "restore", [inner])
    assert (await tree.read(app)).rows.keys() == (await in_database(app)).rows.keys() == {inner, session}


async def test_a_named_row_stays_in_its_named_folder_when_both_come_out(app: App) -> None:
    for away, back in (("trash", "restore"), ("archive", "unarchive")):
        outer, inner, low = await tree.chain(app, 3)
        await tree.act(app, away, [outer])
        await tree.act(app, back, [inner, low])
        now = (await in_database(app)).parents()
        assert (now[inner], now[low]) == (None, inner), back


async def test_duplicate_counts_what_the_person_named(app: App) -> None:
    outer, inner = await tree.chain(app, 2)
    assert (await tree.act(app, "duplicate", [outer, inner]))["act"]["count"] == 2


async def test_undo_of_a_picture_move_takes_the_models_back(app: App) -> None:
    batch = await app.made("a fox")
    target = (await app.post("/sessions", {}, 201))["id"]
    moved = await tree.act(app, "move", [batch["generations"][0]["image"]["id"]], session_id=target)
    await app.post(f"/undo/{moved['undo']}")
    assert (await tree.read(app)).rows[target]["models"] == []


async def test_keys_written_anew_are_told(app: App) -> None:
    folder = (await app.post("/folders", {"name": "Gap"}, 201))["id"]
    ids = [(await app.post("/sessions", {}, 201))["id"] for _ in range(302)]
    await tree.act(app, "move", ids[:2], folder_id=folder)
    await tree.read(app)
    for id in ids[2:]:
        await tree.act(app, "move", [id], folder_id=folder, after_id=ids[0])
    assert (await tree.read(app)).rows == (await in_database(app)).rows


async def test_a_row_restored_out_of_a_trashed_folder_goes_back_by_undo(app: App) -> None:
    (outer,) = await tree.chain(app, 1)
    session = (await app.post("/sessions", {"folder_id": outer}, 201))["id"]
    await tree.act(app, "trash", [outer])
    restored = await tree.act(app, "restore", [session])
    await app.post(f"/undo/{restored['undo']}")
    assert (await tree.read(app)).rows == (await in_database(app)).rows == {}
    assert (await app.get(f"/sessions/{session}"))["folder_id"] == outer
    await app.post(f"/redo/{restored['undo']}")
    assert (await tree.read(app)).rows.keys() == {session}


async def test_what_came_from_a_folder_that_was_deleted_for_ever_does_not_go_back(app: App) -> None:
    (outer,) = await tree.chain(app, 1)
    session = (await app.post("/sessions", {"folder_id": outer}, 201))["id"]
    await tree.act(app, "trash", [outer])
    restored = await tree.act(app, "restore", [session])
    await app.post("/trash/delete", {"ids": [outer]})
    assert (await app.post(f"/undo/{restored['undo']}", status=409))["code"] == "moved_on"


async def test_a_picture_does_not_go_back_to_a_session_that_was_deleted_for_ever(app: App) -> None:
    batch = await app.made("a fox", images_per_model=2)
    here = batch["session_id"]
    there = (await app.post("/sessions", {}, 201))["id"]
    moved = await tree.act(app, "move", [batch["generations"][0]["image"]["id"]], session_id=there)
    await tree.act(app, "trash", [here])
    assert (await app.post(f"/undo/{moved['undo']}", status=409))["code"] == "moved_on"
    await app.post("/trash/delete", {"ids": [here]})
    assert (await app.post(f"/undo/{moved['undo']}", status=409))["code"] == "moved_on"
    assert (await app.get(f"/sessions/{there}"))["counts"]["images"] == 1


async def test_throwing_away_a_picture_of_a_trashed_session_does_not_bring_the_session_back(app: App) -> None:
    batch = await app.made("a fox", images_per_model=2)
    await tree.read(app)
    await tree.act(app, "trash", [batch["session_id"]])
    await tree.act(app, "trash", [batch["generations"][0]["image"]["id"]])
    assert (await tree.read(app)).rows == (await in_database(app)).rows == {}


async def test_a_cover_that_is_taken_back_is_a_picture_that_is_there(app: App) -> None:
    batch = await app.made("a fox", images_per_model=3)
    session, images = batch["session_id"], [made["image"]["id"] for made in batch["generations"]]
    await tree.act(app, "cover", [session], image_id=images[0])
    picked = await tree.act(app, "cover", [session], image_id=images[1])
    await tree.act(app, "trash", [images[0]])
    await app.post("/trash/delete", {"ids": [images[0]]})
    await app.post(f"/undo/{picked['undo']}")
    assert (await app.get(f"/sessions/{session}"))["cover"]["image_id"] in images[1:]


async def test_ids_that_cannot_be_ids_are_refused_or_mean_the_beginning(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    other = (await app.post("/sessions", {}, 201))["id"]
    for wrong in ("\x00", "\ud800", "x" * 500):
        body = b'{"act":"move","ids":["%s"],"folder_id":%s}'
        name = wrong.encode("utf-16", "surrogatepass").decode("utf-16", "ignore") or "\\u0000"
        quoted = ('"' + name.replace("\x00", "\\u0000") + '"').encode()
        answer = await app.client.post(
            "/organise",
            content=body % (session.encode(), quoted),
            headers={"Content-Type": "application/json"},
        )
        assert answer.status_code in (404, 422), answer.text
    assert (await app.post("/folders", {"name": "x", "after_id": "\x00"}, 201))["name"] == "x"
    moved = await tree.act(app, "move", [session], after_id="nothing")
    assert moved["act"]["kind"] == "move"
    assert other in (await tree.read(app)).rows


async def test_what_undo_puts_into_the_trash_has_all_its_days_before_it(app: App) -> None:
    made = (await app.post("/folders", {"name": "Old"}, 201))["id"]
    before = (await app.get("/acts"))["items"][0]
    await tree.act(app, "pin", [made])
    pinned = (await app.get("/acts"))["items"][0]
    await app.post(f"/undo/{pinned['id']}")
    await app.post(f"/undo/{before['id']}")
    (item,) = (await app.get("/trash"))["items"]
    assert item["trashed_at"] > before["at"]
    await app.post(f"/redo/{before['id']}")
    assert made in (await tree.read(app)).rows


async def test_a_session_and_its_picture_thrown_away_together_come_back_together(app: App) -> None:
    batch = await app.made("a fox")
    session, image = batch["session_id"], batch["generations"][0]["image"]["id"]
    thrown = await tree.act(app, "trash", [session, image])
    await app.post(f"/undo/{thrown['undo']}")
    assert (await app.get(f"/sessions/{session}"))["counts"]["images"] == 1


async def test_acts_on_what_was_deleted_for_ever_leave_older_ones_within_reach(app: App) -> None:
    (kept,) = await tree.chain(app, 1)
    await tree.act(app, "pin", [kept])
    gone = (await app.post("/sessions", {}, 201))["id"]
    await tree.act(app, "trash", [gone])
    await app.post("/trash/empty", {})
    done = [one for one in (await app.get("/acts"))["items"] if one["state"] == "done"]
    assert done[0]["kind"] == "pin"
    await app.post(f"/undo/{done[0]['id']}")


async def test_a_copied_picture_leaves_the_cover_and_its_undo_leaves_none_of_it(app: App) -> None:
    here, there = [(await app.made("a fox"))["session_id"] for _ in range(2)]
    empty = (await app.post("/sessions", {}, 201))["id"]
    image = (await app.get(f"/sessions/{here}"))["cover"]["image_id"]
    before = (await app.get(f"/sessions/{there}"))["cover"]
    await tree.act(app, "copy", [image], session_id=there)
    assert (await app.get(f"/sessions/{there}"))["cover"] == before
    copied = await tree.act(app, "copy", [image], session_id=empty)
    await app.post(f"/undo/{copied['undo']}")
    assert (await app.get(f"/sessions/{empty}"))["cover"] is None
