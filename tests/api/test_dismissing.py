"""Batches and generations in the trash: their pictures go there, those without a picture leave the lists."""

from __future__ import annotations

from typing import Any

from tests.served import App


async def trash(app: App, *ids: str, status: int = 200, act: str = "trash") -> Any:
    return await app.post("/organise", {"act": act, "ids": list(ids)}, status)


async def shown(app: App, session_id: str) -> list[list[str]]:
    """The ids of the generations that the timeline shows, batch by batch; its shape must say the same."""
    page = await app.get(f"/sessions/{session_id}/batches", params={"rejected": "true"})
    shape = await app.get(f"/sessions/{session_id}/shape", params={"view": "timeline"})
    found = [[made["id"] for made in batch["generations"]] for batch in page["items"]]
    assert [len(batch) for batch in found] == [len(aspects) for aspects in shape["aspects"]]
    return found


async def test_a_failed_generation_is_put_away_by_an_act_that_can_be_turned(app: App) -> None:
    batch = await app.made("a fox [refuse:slow]", models=["fake/quick", "fake/slow"])
    good, failed = (made["id"] for made in batch["generations"])
    done = await trash(app, failed)
    assert (done["act"]["kind"], done["act"]["count"]) == ("trash", 1)
    assert [made["dismissed_at"] is not None for made in done["generations"]] == [True]
    assert await shown(app, batch["session_id"]) == [[good]]
    await app.post(f"/undo/{done['undo']}")
    assert await shown(app, batch["session_id"]) == [[good, failed]]
    await app.post(f"/redo/{done['undo']}")
    assert await shown(app, batch["session_id"]) == [[good]]
    await trash(app, failed, act="restore")
    assert await shown(app, batch["session_id"]) == [[good, failed]]


async def test_a_batch_takes_its_pictures_to_the_trash_and_leaves_the_list(app: App) -> None:
    batch = await app.made("a fox [refuse:slow]", models=["fake/quick", "fake/slow"])
    image = batch["generations"][0]["image"]["id"]
    done = await trash(app, batch["id"])
    assert done["act"]["count"] == 2
    assert await shown(app, batch["session_id"]) == []
    assert (await app.get(f"/images/{image}"))["trashed_at"] is not None
    session = await app.get(f"/sessions/{batch['session_id']}")
    assert session["cover"] is None
    back = await trash(app, batch["id"], act="restore")
    assert back["act"]["count"] == 2
    assert await shown(app, batch["session_id"]) == [[made["id"] for made in batch["generations"]]]


async def test_what_is_still_made_is_not_put_away(lite: App) -> None:
    batch = await lite.generate("a fox [hang]")
    [made] = batch["generations"]
    await lite.until(made["id"], "generating")
    for id in (batch["id"], made["id"]):
        refused = await trash(lite, id, status=409)
        assert refused["detail"] == "This is still being made. Cancel it first, then delete it."
    await lite.post(f"/generations/{made['id']}/cancel")
    await lite.finished(batch["id"])
    await trash(lite, batch["id"])
    assert await shown(lite, batch["session_id"]) == []


async def test_what_is_tried_again_is_shown_again(lite: App) -> None:
    batch = await lite.made("a fox [refuse]")
    [made] = batch["generations"]
    done = await trash(lite, made["id"])
    await lite.post(f"/generations/{made['id']}/retry")
    await lite.finished(batch["id"])
    assert await shown(lite, batch["session_id"]) == [[made["id"]]]
    refused = await lite.post(f"/undo/{done['undo']}", status=409)
    assert refused["code"] == "moved_on"


async def test_what_is_tried_again_is_not_put_away_by_redo(app: App) -> None:
    batch = await app.generate("a fox [latency:4]")
    [made] = batch["generations"]
    await app.until(made["id"], "generating")
    await app.post(f"/generations/{made['id']}/cancel")
    await app.finished(batch["id"])
    done = await trash(app, made["id"])
    await app.post(f"/undo/{done['undo']}")
    await app.post(f"/generations/{made['id']}/retry")
    refused = await app.post(f"/redo/{done['undo']}", status=409)
    assert refused["code"] == "moved_on"
    assert (await app.get(f"/generations/{made['id']}"))["dismissed_at"] is None


async def test_pictures_that_lay_in_the_trash_stay_there_when_their_batch_comes_back_by_undo(
    lite: App,
) -> None:
    batch = await lite.made(images_per_model=2)
    first, second = (made["image"]["id"] for made in batch["generations"])
    await trash(lite, first)
    done = await trash(lite, batch["id"])
    assert [image["id"] for image in done["images"]] == [second]
    await lite.post(f"/undo/{done['undo']}")
    assert (await lite.get(f"/images/{first}"))["trashed_at"] is not None
    assert (await lite.get(f"/images/{second}"))["trashed_at"] is None
