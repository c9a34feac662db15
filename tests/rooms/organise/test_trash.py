"""The trash: back to where it was, for ever only from here, and bytes only when no image refers to them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from opencanva.core.work import Works
from opencanva.engines.fake import draw
from opencanva.kit.clock import HeldClock
from opencanva.rooms.images import collecting
from opencanva.worker.sweeper import DAY, Sweeper
from tests.api.test_budgets import counted
from tests.rooms.organise import tree
from tests.served import App

PICTURE = draw(600, 520, "a fox", 5)


async def upload(app: App, session: str, data: bytes = PICTURE) -> Any:
    answer = await app.client.post(
        "/images", files={"file": ("fox.png", data, "image/png")}, data={"session_id": session}
    )
    assert answer.status_code == 201, answer.text
    return answer.json()


def kept(app: App, image: Any) -> list[Path]:
    """The files that hold this image's original and what was derived from it."""
    return list((app.house.settings.home / "blobs").rglob(f"{image['sha256']}*"))


async def collect(app: App) -> int:
    await asyncio.sleep(0.01)  # bytes doomed in this millisecond are not due yet
    return await collecting.collect(app.house.works, grace=0)


def later(app: App, days: float) -> Works:
    """The same program some days from now."""
    now = app.house.works
    clock = HeldClock(now.clock.now() + int(days * DAY))
    return Works(now.database, now.blobs, now.engines, clock, now.delivery, now.signals, now.listeners)


async def test_restoring_puts_everything_back_where_it_was(app: App) -> None:
    outer, inner = await tree.chain(app, 2)
    sessions = [(await app.post("/sessions", {"folder_id": inner}, 201))["id"] for _ in range(3)]
    before = await tree.read(app)
    for ids in ([sessions[1]], sessions, [inner], [outer], [outer, sessions[0]]):
        await tree.act(app, "trash", ids)
        thrown = {item["id"] for item in (await app.get("/trash"))["items"]}
        assert thrown <= set(ids)
        assert not (await tree.read(app)).rows.keys() & set(ids)
        await tree.act(app, "restore", ids)
        assert (await tree.read(app)).without_versions() == before.without_versions()
        assert (await app.get("/trash"))["count"] == 0


async def test_what_has_no_living_folder_any_more_comes_back_to_the_nearest(app: App) -> None:
    top, middle, low = await tree.chain(app, 3)
    one, two, three = [(await app.post("/sessions", {"folder_id": low}, 201))["id"] for _ in range(3)]
    await tree.act(app, "trash", [one])
    await tree.act(app, "trash", [two])
    await tree.act(app, "trash", [low])
    assert (await tree.act(app, "restore", [one]))["act"]["into"] == "Level 1"
    assert (await tree.read(app)).parents() == {top: None, middle: top, one: middle}
    await tree.act(app, "trash", [middle])
    assert (await tree.act(app, "restore", [two]))["act"]["into"] == "Level 0"
    await tree.act(app, "restore", [three])
    assert (await tree.read(app)).parents() == {top: None, two: top, three: top}
    await tree.act(app, "restore", [middle])
    await tree.act(app, "restore", [low])
    now = await tree.read(app)
    assert now.parents() == {top: None, two: top, three: top, middle: top, one: middle, low: middle}


async def test_a_session_in_a_folder_deleted_for_ever_by_itself_stays_in_the_trash(app: App) -> None:
    top, low = await tree.chain(app, 2)
    apart, along = [(await app.post("/sessions", {"folder_id": low}, 201))["id"] for _ in range(2)]
    await tree.act(app, "trash", [apart])
    await tree.act(app, "trash", [low])
    await app.post("/trash/delete", {"ids": [low]})
    assert [item["id"] for item in (await app.get("/trash"))["items"]] == [apart]
    assert (await app.get(f"/sessions/{along}", 404))["code"] == "not_found"
    assert (await tree.act(app, "restore", [apart]))["act"]["into"] is None, "where the trash said"
    assert (await tree.read(app)).parents() == {top: None, apart: top}
    await tree.act(app, "trash", [apart])
    await tree.act(app, "trash", [top])
    assert (await tree.act(app, "restore", [apart]))["act"]["into"] == "", "the top level"


async def test_leaving_the_contents_puts_them_where_the_folder_was(app: App) -> None:
    last = (await app.post("/sessions", {}, 201))["id"]
    folder = (await app.post("/folders", {"name": "Folder"}, 201))["id"]
    first = (await app.post("/sessions", {}, 201))["id"]
    inside = [(await app.post("/sessions", {"folder_id": folder}, 201))["id"] for _ in range(3)][::-1]
    before = await tree.read(app)
    thrown = await tree.act(app, "trash", [folder], contents="up")
    assert (await tree.read(app)).order(None) == [first, *inside, last]
    await app.post(f"/undo/{thrown['undo']}")
    assert (await tree.read(app)).without_versions() == before.without_versions()


async def test_the_trash_says_what_lies_in_it_how_big_it_is_and_until_when(app: App) -> None:
    outer, inner = await tree.chain(app, 2)
    session = (await app.post("/sessions", {"name": "Fox", "folder_id": inner}, 201))["id"]
    batch = await app.made("a fox", session_id=session, images_per_model=2)
    first, second = [made["image"] for made in batch["generations"]]
    await tree.act(app, "trash", [first["id"]])
    [item] = (await app.get("/trash"))["items"]
    assert (item["kind"], item["path"], item["bytes"]) == (
        "image",
        ["Level 0", "Level 1", "Fox"],
        first["bytes"],
    )
    await tree.act(app, "restore", [first["id"]])
    await tree.act(app, "trash", [session])
    lone = (await app.post("/sessions", {"name": "Lone"}, 201))["id"]
    await tree.act(app, "trash", [lone])
    page = await app.get("/trash", params={"limit": 1})
    rest = await app.get("/trash", params={"limit": 1, "cursor": page["next"]})
    assert [item["id"] for item in (*page["items"], *rest["items"])] == [lone, session]
    assert rest["next"] is None
    [item] = rest["items"]
    assert (item["kind"], item["name"], item["path"]) == ("session", "Fox", ["Level 0", "Level 1"])
    assert (item["sessions"], item["images"]) == (1, 2)
    assert item["bytes"] == page["bytes"] == first["bytes"] + second["bytes"]
    assert item["cover"]["image_id"] in (first["id"], second["id"])
    assert (page["count"], page["retention_days"]) == (2, 30)
    assert item["purge_at"] - item["trashed_at"] == 30 * DAY
    whole = await app.get(f"/sessions/{session}")
    assert whole["in_trash"]
    assert whole["trashed_at"] == item["trashed_at"]
    await tree.act(app, "trash", [outer])
    assert (await app.get(f"/sessions/{session}"))["in_trash"]


async def test_only_what_is_in_the_trash_is_deleted_for_ever_and_all_of_it_or_nothing(app: App) -> None:
    folder = (await app.post("/folders", {"name": "Folder"}, 201))["id"]
    inside = (await app.post("/sessions", {"folder_id": folder}, 201))["id"]
    thrown = (await app.post("/sessions", {}, 201))["id"]
    await tree.act(app, "trash", [thrown])
    before, trash = await tree.read(app), await app.get("/trash")
    for ids in ([folder], [thrown, inside], [thrown, "0198c9a0-0000-7000-8000-000000000000"], ["nonsense"]):
        answer = await app.client.post("/trash/delete", json={"ids": ids})
        assert answer.json()["code"] in ("not_in_trash", "not_found"), answer.text
        assert (await tree.read(app), await app.get("/trash")) == (before, trash)
    done = await app.post("/trash/delete", {"ids": [thrown, thrown]})
    assert done == {"items": 1, "bytes": 0}


async def test_bytes_go_only_when_no_image_refers_to_them_any_more(app: App) -> None:
    one, two = [(await app.post("/sessions", {}, 201))["id"] for _ in range(2)]
    image, other = await upload(app, one), await upload(app, two)
    assert image["sha256"] == other["sha256"]
    await app.client.get(f"/images/{image['id']}/thumb?w=320")
    copied = (await tree.act(app, "duplicate", [one]))["sessions"][0]["id"]
    await tree.act(app, "trash", [one])
    assert (await app.client.get(f"/images/{image['id']}/file")).content == PICTURE
    assert await collect(app) == 0
    assert (await app.post("/trash/delete", {"ids": [one]}))["bytes"] == 0
    assert await collect(app) == 0
    assert (await app.get(f"/images/{image['id']}", 404))["code"] == "not_found"
    assert (await app.client.get(f"/images/{other['id']}/file")).content == PICTURE
    await tree.act(app, "trash", [other["id"], copied])
    assert await collect(app) == 0
    await app.post("/trash/delete", {"ids": [copied]})
    assert await collect(app) == 0
    assert kept(app, image)
    assert (await app.post("/trash/delete", {"ids": [other["id"]]}))["bytes"] == image["bytes"]
    assert await collect(app) == 1
    assert kept(app, image) == []
    again = await upload(app, two)
    assert (await app.client.get(f"/images/{again['id']}/file")).content == PICTURE


async def test_bytes_that_come_again_before_they_are_collected_stay(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    image = await upload(app, session)
    await tree.act(app, "trash", [image["id"]])
    await app.post("/trash/delete", {"ids": [image["id"]]})
    again = await upload(app, session)
    assert await collect(app) == 0
    assert (await app.client.get(f"/images/{again['id']}/file")).content == PICTURE
    await tree.act(app, "trash", [again["id"]])
    await app.post("/trash/delete", {"ids": [again["id"]]})
    assert await collect(app) == 1
    assert kept(app, image) == []


async def test_history_stays_whole_when_a_picture_is_deleted_for_ever(app: App) -> None:
    batch = await app.made("a fox", images_per_model=2)
    gone, stays = [made["image"]["id"] for made in batch["generations"]]
    await tree.act(app, "trash", [gone])
    await app.post("/trash/delete", {"ids": [gone]})
    now = await app.get(f"/batches/{batch['id']}")
    assert [made["image"] and made["image"]["id"] for made in now["generations"]] == [None, stays]
    assert (now["prompt"], now["generations"][0]["seed"]) == (
        batch["prompt"],
        batch["generations"][0]["seed"],
    )
    line = (await tree.read(app)).rows[batch["session_id"]]
    assert (line["images"], line["cover"]["image_id"]) == (1, stays)


async def test_a_trashed_picture_leaves_count_and_cover_and_an_undo_brings_both_back(app: App) -> None:
    batch = await app.made("a fox", images_per_model=3)
    ids = [made["image"]["id"] for made in batch["generations"]]
    session = batch["session_id"]
    await tree.act(app, "cover", [session], image_id=ids[0])
    before = await tree.read(app)
    thrown = await tree.act(app, "trash", ids[:2])
    assert {image["id"] for image in thrown["images"]} == set(ids[:2])
    assert all(image["trashed_at"] for image in thrown["images"])
    line = (await tree.read(app)).rows[session]
    assert (line["images"], line["cover"]["image_id"]) == (1, ids[2])
    assert (await app.get(f"/images/{ids[0]}"))["trashed_at"] is not None
    await app.post(f"/undo/{thrown['undo']}")
    assert (await tree.read(app)).without_versions() == before.without_versions()
    assert (await app.get(f"/images/{ids[0]}"))["trashed_at"] is None


async def test_moved_pictures_are_counted_where_they_are_and_go_back(app: App) -> None:
    batch = await app.made("a fox", images_per_model=2)
    target = (await app.post("/sessions", {}, 201))["id"]
    ids = [made["image"]["id"] for made in batch["generations"]]
    before = await tree.read(app)
    moved = await tree.act(app, "move", ids[:1], session_id=target)
    now = (await tree.read(app)).rows
    assert (now[batch["session_id"]]["images"], now[target]["images"]) == (1, 1)
    assert (await app.get(f"/images/{ids[0]}"))["session_id"] == target
    await app.post(f"/undo/{moved['undo']}")
    assert (await tree.read(app)).without_versions() == before.without_versions()
    assert (await app.get(f"/sessions/{target}/batches"))["items"] == []


async def test_an_undo_of_what_was_deleted_for_ever_is_refused_and_changes_nothing(app: App) -> None:
    ids = [(await app.post("/sessions", {}, 201))["id"] for _ in range(2)]
    folder = (await app.post("/folders", {"name": "Folder"}, 201))["id"]
    moved = await tree.act(app, "move", ids, folder_id=folder)
    thrown = await tree.act(app, "trash", ids[:1])
    await app.post("/trash/delete", {"ids": ids[:1]})
    before, acts = await tree.read(app), await app.get("/acts")
    for act in (moved, thrown):
        problem = await app.post(f"/undo/{act['undo']}", None, 409)
        assert (problem["code"], "deleted for ever" in problem["detail"]) == ("moved_on", True)
    assert (await tree.read(app), await app.get("/acts")) == (before, acts)


async def test_what_is_past_its_days_in_the_trash_goes_by_itself_and_nothing_else(app: App) -> None:
    folder, inner = await tree.chain(app, 2)
    session = (await app.post("/sessions", {"folder_id": inner}, 201))["id"]
    stays = (await app.post("/sessions", {}, 201))["id"]
    image, other = await upload(app, session), await upload(app, stays, draw(64, 64, "an owl", 3))
    await tree.act(app, "trash", [folder])
    await tree.act(app, "trash", [other["id"]])
    assert await Sweeper(later(app, 29.9), 30, 30).purge() == 0
    assert await Sweeper(later(app, 400), 30, 0).purge() == 0
    assert (await app.get("/trash"))["count"] == 2
    assert await Sweeper(later(app, 30.1), 30, 30).purge() == 2
    assert (await app.get("/trash"))["count"] == 0
    assert (await tree.read(app)).rows.keys() == {stays}
    for gone in (f"/sessions/{session}", f"/images/{image['id']}", f"/images/{other['id']}"):
        assert (await app.get(gone, 404))["code"] == "not_found"
    assert await collecting.collect(later(app, 31), grace=0) == 2
    assert kept(app, image) == kept(app, other) == []


@pytest.mark.parametrize("many", [3, 120])
async def test_the_trash_is_emptied_up_to_what_the_person_saw(app: App, many: int) -> None:
    ids = [(await app.post("/sessions", {}, 201))["id"] for _ in range(many)]
    await tree.act(app, "trash", ids)
    seen = (await app.get("/trash"))["items"][0]["trashed_at"]
    await asyncio.sleep(0.01)
    newer = (await app.post("/sessions", {}, 201))["id"]
    await tree.act(app, "trash", [newer])
    assert (await app.post("/trash/empty", {"before": seen}))["items"] == many
    assert [item["id"] for item in (await app.get("/trash"))["items"]] == [newer]
    assert (await app.post("/trash/empty", {})) == {"items": 1, "bytes": 0}
    assert (await app.get("/trash"))["count"] == 0


async def test_a_trashed_picture_of_a_trashed_session_is_weighed_once(app: App) -> None:
    batch = await app.made("a fox", images_per_model=2)
    first, second = [made["image"] for made in batch["generations"]]
    await tree.act(app, "trash", [first["id"]])
    assert (await app.get("/trash"))["bytes"] == first["bytes"]
    await tree.act(app, "trash", [batch["session_id"]])
    thrown = await app.get("/trash")
    assert (thrown["count"], thrown["bytes"]) == (2, first["bytes"] + second["bytes"])


async def test_what_was_thrown_away_anew_since_stays_when_the_trash_is_emptied(app: App) -> None:
    old, again = [(await app.post("/sessions", {}, 201))["id"] for _ in range(2)]
    await tree.act(app, "trash", [old, again])
    [seen, _] = (await app.get("/trash"))["items"]
    await asyncio.sleep(0.01)
    await tree.act(app, "restore", [again])
    await tree.act(app, "trash", [again])
    await app.post("/trash/empty", {"before": seen["trashed_at"]})
    assert [item["id"] for item in (await app.get("/trash"))["items"]] == [again]


async def test_folders_hand_down_only_ratios_that_there_are(app: App) -> None:
    [top] = await tree.chain(app, 1)
    body = {"act": "defaults", "ids": [top], "defaults": {"ratio": "7:1"}}
    assert (await app.post("/organise", body, 422))["field"].endswith("ratio")


async def test_many_pictures_are_deleted_for_ever_in_parts_and_one_that_stays_refuses_all(app: App) -> None:
    batch = await app.made("a fox", images_per_model=4)
    here, there = batch["session_id"], (await app.post("/sessions", {}, 201))["id"]
    first = [made["image"] for made in batch["generations"]]
    ids = [image["id"] for image in first]
    while len(ids) < 64:
        copied = await tree.act(app, "copy", ids, session_id=there)
        ids += [image["id"] for image in copied["images"]]
    await tree.act(app, "trash", ids[1:])
    problem = await app.post("/trash/delete", {"ids": ids}, 409)
    assert (problem["code"], (await app.get("/trash"))["count"]) == ("not_in_trash", 63)
    with counted(app) as statements:
        done = await app.post("/trash/delete", {"ids": ids[4:52]})
    assert (done, len(statements) < 60) == ({"items": 48, "bytes": 0}, True)
    done = await app.post("/trash/delete", {"ids": [*ids[1:4], *ids[52:]]})
    assert done == {"items": 15, "bytes": sum(image["bytes"] for image in first[1:])}
    counts = [(await app.get(f"/sessions/{id}"))["counts"] for id in (here, there)]
    assert [(one["images"], one["bytes"]) for one in counts] == [(1, first[0]["bytes"]), (0, 0)]


async def test_more_than_a_part_of_pictures_go_with_one_request(app: App) -> None:
    batch = await app.made("a fox", images_per_model=4)
    there = (await app.post("/sessions", {}, 201))["id"]
    ids = [made["image"]["id"] for made in batch["generations"]]
    while len(ids) < 64:
        ids += [image["id"] for image in (await tree.act(app, "copy", ids, session_id=there))["images"]]
    thrown = await tree.act(app, "trash", ids)
    assert (await app.post("/trash/delete", {"ids": [*ids, ids[0]]}))["items"] == 64
    assert (await app.get("/trash"))["items"] == []
    assert (await app.post(f"/undo/{thrown['undo']}", status=409))["code"] == "moved_on"
