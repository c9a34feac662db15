"""Judging pictures: kept, rejected, starred, rated, tagged; each an act that can be undone and done again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.served import App


async def pictures(app: App, count: int = 2) -> list[str]:
    batch = await app.made("a fox", images_per_model=count)
    return [made["image"]["id"] for made in batch["generations"]]


async def act(app: App, kind: str, *ids: str, status: int = 200, **more: Any) -> Any:
    return await app.post("/organise", {"act": kind, "ids": list(ids), **more}, status)


async def image(app: App, id: str) -> Any:
    return await app.get(f"/images/{id}")


@pytest.mark.parametrize(
    ("kind", "more", "field", "value", "none"),
    [
        ("keep", {}, "verdict", "kept", None),
        ("reject", {}, "verdict", "rejected", None),
        ("star", {}, "favourite", True, False),
        ("rate", {"rating": 4}, "rating", 4, 0),
        ("tag", {"tag": " night  sky "}, "tags", ["night sky"], []),
    ],
)
async def test_a_judgement_is_one_act_that_can_be_undone_and_done_again(
    app: App, kind: str, more: Any, field: str, value: Any, none: Any
) -> None:
    ids = await pictures(app)
    done = await act(app, kind, *ids, **more)
    assert [one[field] for one in done["images"]] == [value, value]
    assert (done["act"]["kind"], done["act"]["count"]) == (kind, 2)
    await app.post(f"/undo/{done['undo']}")
    assert [(await image(app, id))[field] for id in ids] == [none, none]
    await app.post(f"/redo/{done['undo']}")
    assert [(await image(app, id))[field] for id in ids] == [value, value]


async def test_a_judgement_leaves_the_session_and_its_counts_alone(lite: App) -> None:
    batch = await lite.made("a fox")
    before = await lite.get(f"/sessions/{batch['session_id']}")
    await act(lite, "reject", batch["generations"][0]["image"]["id"])
    assert await lite.get(f"/sessions/{batch['session_id']}") == before


async def test_tags_that_differ_in_capitals_are_one_and_come_off_again(app: App) -> None:
    [id] = await pictures(app, 1)
    await act(app, "tag", id, tag="Harbour")
    again = await act(app, "tag", id, tag="HARBOUR")
    assert again["undo"] is None
    assert (await image(app, id))["tags"] == ["Harbour"]
    await act(app, "untag", id, tag="harbour")
    assert (await image(app, id))["tags"] == []


async def test_what_cannot_be_judged_is_refused_with_words(lite: App) -> None:
    [id] = await pictures(lite, 1)
    session = (await lite.post("/sessions", {}, 201))["id"]
    assert (await act(lite, "keep", session, status=422))["field"] == "ids"
    assert (await act(lite, "rate", id, status=422))["field"] == "rating"
    assert (await act(lite, "rate", id, rating=6, status=422))["code"] == "invalid"
    for tag in (None, " \u200b", "x" * 51):
        assert (await act(lite, "tag", id, tag=tag, status=422))["field"] == "tag"
    for number in range(50):
        await act(lite, "tag", id, tag=f"tag {number}")
    assert (await act(lite, "tag", id, tag="one more", status=422))["limit"] == 50


async def test_an_undo_after_a_newer_judgement_is_refused_and_changes_nothing(lite: App) -> None:
    [id] = await pictures(lite, 1)
    first = await act(lite, "rate", id, rating=2)
    await act(lite, "rate", id, rating=5)
    assert (await lite.post(f"/undo/{first['undo']}", status=409))["code"] == "moved_on"
    assert (await image(lite, id))["rating"] == 5
