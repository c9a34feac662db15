"""A session's history over HTTP: its shape, pages from any place on, and what filters leave of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.served import App


async def fill(app: App) -> tuple[str, list[str]]:
    """A session of three batches, and its pictures newest batch first: quick ×2, slow 16:9, quick."""
    first = await app.made("a fox")
    session = first["session_id"]
    second = await app.made("an owl", session_id=session, models=["fake/slow"], ratio="16:9")
    third = await app.made("a hare", session_id=session, images_per_model=2)
    return session, [one["image"]["id"] for batch in (third, second, first) for one in batch["generations"]]


async def act(app: App, kind: str, *ids: str, **more: Any) -> None:
    await app.post("/organise", {"act": kind, "ids": list(ids), **more})


async def ids_in(app: App, session: str, **query: Any) -> list[str]:
    shape = await app.get(f"/sessions/{session}/shape", params=query)
    page = await app.get(f"/sessions/{session}/images", params=query)
    ids = [item["image"]["id"] for item in page["items"]]
    assert shape["total"] == len(ids) == len(shape["aspects"])
    assert shape["starts"] == [item["image"]["place"] for item in page["items"]][:1]
    return ids


async def test_the_shape_says_how_many_how_wide_and_on_which_days(lite: App) -> None:
    session, ids = await fill(lite)
    grid = await lite.get(f"/sessions/{session}/shape?view=grid&tz=Europe/Vienna")
    assert (grid["total"], grid["rejected"], grid["chunk"]) == (4, 0, 200)
    assert grid["starts"] == [(await lite.get(f"/images/{ids[0]}"))["place"]]
    assert sorted(grid["aspects"]) == [100, 100, 100, 178]
    assert grid["days"][0]["at"] == 0
    timeline = await lite.get(f"/sessions/{session}/shape?view=timeline")
    assert timeline["aspects"] == [[100, 100], [178], [100]]
    assert timeline["days"][0]["day"] in {
        datetime.fromtimestamp(int(ids[0][:8] + ids[0][9:13], 16) / 1000, UTC).date().isoformat()
    }


async def test_pages_begin_where_they_are_told_and_go_on_by_cursor(app: App) -> None:
    session, ids = await fill(app)
    place = (await app.get(f"/images/{ids[1]}"))["place"]
    page = await app.get(f"/sessions/{session}/images?start={place}&limit=2")
    assert [item["image"]["id"] for item in page["items"]] == ids[1:3]
    rest = await app.get(f"/sessions/{session}/images", params={"cursor": page["next"]})
    assert ([item["image"]["id"] for item in rest["items"]], rest["next"]) == (ids[3:], None)
    item = rest["items"][0]
    assert (item["model"], item["prompt"], item["status"]) == ("fake/quick", "a fox", "complete")
    shape = await app.get(f"/sessions/{session}/shape?view=timeline")
    batches = await app.get(f"/sessions/{session}/batches?start={shape['starts'][0]}&limit=2")
    assert [batch["prompt"] for batch in batches["items"]] == ["a hare", "an owl"]
    rest = await app.get(f"/sessions/{session}/batches", params={"cursor": batches["next"], "rating": 0})
    assert [batch["prompt"] for batch in rest["items"]] == ["a fox"]


async def test_rejected_pictures_are_hidden_and_counted(app: App) -> None:
    session, ids = await fill(app)
    await act(app, "reject", *ids[:3])
    assert await ids_in(app, session) == ids[3:]
    assert (await app.get(f"/sessions/{session}/shape"))["rejected"] == 3
    assert await ids_in(app, session, rejected=True) == ids
    assert await ids_in(app, session, verdict="rejected") == ids[:3]
    timeline = await app.get(f"/sessions/{session}/shape?view=timeline")
    assert (timeline["total"], timeline["rejected"]) == (1, 3)
    page = await app.get(f"/sessions/{session}/batches?start={timeline['starts'][0]}")
    assert [batch["prompt"] for batch in page["items"]] == ["a fox"]


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"model": "fake/slow"}, [2]),
        ({"model": ["fake/slow", "fake/quick"]}, [0, 1, 2, 3]),
        ({"rating": 3}, [0, 3]),
        ({"favourite": True}, [1]),
        ({"tag": "HARBOUR"}, [3]),
        ({"verdict": ["kept", "undecided"]}, [0, 1, 2, 3]),
        ({"verdict": "kept", "rating": 4}, [0]),
        ({"status": "complete"}, [0, 1, 2, 3]),
        ({"status": "failed"}, []),
        ({"model": "nobody/knows"}, []),
        ({"to": 1}, []),
        ({"from": 1}, [0, 1, 2, 3]),
        ({"from": 9_000_000_000_000}, []),
    ],
)
async def test_filters_leave_what_fits_in_grid_and_timeline_alike(
    app: App, query: Any, left: list[int]
) -> None:
    session, ids = await fill(app)
    await act(app, "rate", ids[0], rating=4)
    await act(app, "rate", ids[3], rating=3)
    await act(app, "keep", ids[0])
    await act(app, "star", ids[1])
    await act(app, "tag", ids[3], tag="harbour")
    assert await ids_in(app, session, **query) == [ids[at] for at in left]
    shape = await app.get(f"/sessions/{session}/shape", params=query | {"view": "timeline"})
    page = await app.get(f"/sessions/{session}/batches", params=query)
    shown = [one["image"]["id"] for batch in page["items"] for one in batch["generations"]]
    assert shown == [ids[at] for at in left]
    assert [len(aspects) for aspects in shape["aspects"]] == [
        len(one["generations"]) for one in page["items"]
    ]


async def test_a_failed_generation_stands_in_the_timeline_until_it_is_filtered_out(lite: App) -> None:
    batch = await lite.made("a fox [fail]")
    session = batch["session_id"]
    assert batch["generations"][0]["status"] in ("failed", "complete")
    shape = await lite.get(f"/sessions/{session}/shape?view=timeline")
    assert shape["total"] == 1
    status = batch["generations"][0]["status"]
    page = await lite.get(f"/sessions/{session}/batches?status={status}")
    assert len(page["items"]) == 1
    assert (await lite.get(f"/sessions/{session}/batches?status=cancelled"))["items"] == []


async def test_an_unchanged_shape_is_304(lite: App) -> None:
    session, ids = await fill(lite)
    path = f"/sessions/{session}/shape"
    tag = (await lite.client.get(path)).headers["etag"]
    assert (await lite.client.get(path, headers={"If-None-Match": tag})).status_code == 304
    await act(lite, "reject", ids[0])
    assert (await lite.client.get(path, headers={"If-None-Match": tag})).status_code == 200


async def test_what_makes_no_sense_is_refused_with_words(lite: App) -> None:
    session, _ = await fill(lite)
    assert (await lite.get(f"/sessions/{session}/shape?tz=Mars/Olympus", 422))["field"] == "tz"
    await lite.get(f"/sessions/{session}/shape?tz=../etc/passwd", 422)
    await lite.get(f"/sessions/{session}/shape?rating=6", 422)
    await lite.get(f"/sessions/{session}/images?verdict=loved", 422)
    await lite.get(f"/sessions/{session}/images?" + "&".join(["model=x"] * 60), 422)
    await lite.get("/sessions/01890000-0000-7000-8000-000000000000/shape", 404)
    await lite.get("/sessions/nonsense/images", 404)
    assert (await lite.get(f"/sessions/{session}/images?start=ffffffff-ffff-7fff-bfff-ffffffffffff"))["items"]


async def order_of(app: App, session: str) -> tuple[list[str], list[str]]:
    """The pictures of grid and timeline, each read two at a time."""
    grid: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = await app.get(f"/sessions/{session}/images", params={"limit": 2, **cursor})
        grid += [item["image"]["id"] for item in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    batches = (await app.get(f"/sessions/{session}/batches"))["items"]
    return grid, [one["image"]["id"] for batch in batches for one in batch["generations"]]


async def test_a_batch_keeps_its_places_in_the_grid_whatever_was_finished_first(app: App) -> None:
    batch = await app.made("a fox", models=["fake/quick", "fake/slow"], images_per_model=2)
    session = batch["session_id"]
    await app.made("an owl", session_id=session)
    grid, timeline = await order_of(app, session)
    made = [one["image"]["id"] for one in batch["generations"]]
    assert made[2] > made[0], "what was to take longer was finished first"
    assert grid == timeline
    assert grid[1:] == made
    starts = await app.get(f"/sessions/{session}/images?start={batch['id']}")
    assert [item["image"]["id"] for item in starts["items"]] == made


async def test_pictures_keep_their_order_where_they_are_moved_and_copied(app: App) -> None:
    session, ids = await fill(app)
    other = (await app.post("/sessions", {}, 201))["id"]
    moved = await app.post("/organise", {"act": "move", "ids": ids[:3], "session_id": other})
    assert await order_of(app, other) == (ids[:3], ids[:3])
    await app.post(f"/undo/{moved['undo']}")
    assert await order_of(app, session) == (ids, ids)
    copy = await app.post("/organise", {"act": "duplicate", "ids": [session], "with_images": True})
    grid, timeline = await order_of(app, copy["sessions"][0]["id"])
    assert (grid, len(grid)) == (timeline, 4)
