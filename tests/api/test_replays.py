"""Replaying a branch on other models: step by step, over a restart, and with words when it cannot go on."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from opencanva.engines.fake import Fake
from tests.api.test_lineage import a_picture, a_session, graph, grown, throw_away, uploaded, way
from tests.served import App, serve


async def ended(app: App, id: str, seconds: float = 30) -> Any:
    """The replay once it is over."""
    async with asyncio.timeout(seconds):
        while True:
            replay = await app.get(f"/replays/{id}")
            if replay["state"] != "running":
                return replay
            await asyncio.sleep(0.03)


async def replayed(app: App, image: str, *models: str, status: int = 202) -> Any:
    return await app.post(f"/images/{image}/replay", {"models": list(models)}, status)


async def a_way(app: App, session: str, *prompts: str) -> list[str]:
    """A chain of pictures, each grown out of the one before and made with it as a reference."""
    chain = [await a_picture(app, session, prompts[0], options={"bold": True})]
    for prompt in prompts[1:]:
        given = {"image_id": chain[-1], "kind": "vary"}
        references = [{"image_id": chain[-1], "role": "style", "strength": 0.3}]
        chain.append(await a_picture(app, session, prompt, parent=given, references=references))
    return chain


def asked(app: App) -> list[Any]:
    fake = app.house.engines.engine("fake")
    assert isinstance(fake, Fake)
    return fake.asked


async def test_every_step_is_made_again_out_of_the_replayed_step_before(app: App) -> None:
    session = await a_session(app)
    chain = await a_way(app, session, "one", "two", "three")
    told = await replayed(app, chain[-1], "fake/paid")
    assert (told["state"], told["steps"], told["done"], len(told["batches"])) == ("running", 3, 0, 1)
    assert (told["session_id"], told["image_id"], told["models"]) == (session, chain[-1], ["fake/paid"])
    done = await ended(app, told["id"])
    assert (done["state"], done["done"], done["reason"], done["left_out"]) == ("complete", 3, "", [])
    batches = [await app.get(f"/batches/{id}") for id in done["batches"]]
    assert [batch["prompt"] for batch in batches] == ["one", "two", "three"]
    assert {batch["models"][0] for batch in batches} == {"fake/paid"}
    fresh = [batch["generations"][0]["image"]["id"] for batch in batches]
    assert [id for id, _ in await way(app, fresh[-1])] == fresh
    assert not set(fresh) & set(chain)
    assert [batch["parent"] for batch in batches] == [
        None,
        *({"image_id": id, "kind": "vary"} for id in fresh[:2]),
    ]
    assert batches[1]["references"] == [{"image_id": fresh[0], "role": None, "strength": 0.3}]
    assert batches[0]["options"]["bold"] is True
    old = [(await app.get(f"/images/{id}"))["generation_id"] for id in chain]
    seeds = [(await app.get(f"/generations/{id}"))["seed"] for id in old]
    assert [batch["generations"][0]["seed"] for batch in batches] == seeds
    assert len((await graph(app, session))[0]) == 6


async def test_the_same_model_makes_the_same_pictures(lite: App) -> None:
    session = await a_session(lite)
    chain = await a_way(lite, session, "one", "two")
    done = await ended(lite, (await replayed(lite, chain[-1], "fake/quick"))["id"])
    fresh = [(await lite.get(f"/batches/{id}"))["generations"][0]["image"] for id in done["batches"]]
    assert [image["sha256"] for image in fresh] == [
        (await lite.get(f"/images/{id}"))["sha256"] for id in chain
    ]


async def test_several_models_walk_the_way_one_after_the_other(app: App) -> None:
    session = await a_session(app)
    chain = await a_way(app, session, "one", "two")
    done = await ended(app, (await replayed(app, chain[-1], "fake/paid", "fake/quick"))["id"])
    assert (done["state"], done["steps"], done["done"]) == ("complete", 4, 4)
    batches = [await app.get(f"/batches/{id}") for id in done["batches"]]
    assert [(batch["models"][0], batch["prompt"]) for batch in batches] == [
        ("fake/paid", "one"), ("fake/paid", "two"), ("fake/quick", "one"), ("fake/quick", "two"),
    ]  # fmt: skip
    first = [batch["generations"][0]["image"]["id"] for batch in batches]
    assert [batch["parent"] and batch["parent"]["image_id"] for batch in batches] == [
        None,
        first[0],
        None,
        first[2],
    ]


async def test_an_upload_at_the_start_stays_what_it_is(lite: App) -> None:
    session = await a_session(lite)
    upload = await uploaded(lite)
    image = await a_picture(lite, session, "of it", references=[{"image_id": upload}])
    done = await ended(lite, (await replayed(lite, image, "fake/paid"))["id"])
    assert (done["state"], done["steps"]) == ("complete", 1)
    batch = await lite.get(f"/batches/{done['batches'][0]}")
    assert [one["image_id"] for one in batch["references"]] == [upload]
    refused = await replayed(lite, upload, "fake/paid", status=409)
    assert (refused["code"], refused["field"]) == ("nothing_to_replay", "id")


@pytest.mark.parametrize(
    ("models", "status", "code", "field", "words"),
    [
        ([], 422, "invalid", "models", ""),
        (["fake/quick"] * 2, 422, "invalid", "models", "once"),
        (["fake/quick", "nobody/knows"], 422, "unknown_model", "models.1", "No engine"),
        (["fake/slow"], 422, "not_offered", "models.0", "Step 2 of 2: Fake slow takes no references"),
        (["fake/quick"] * 5, 422, "invalid", "models", ""),
    ],
)
async def test_what_a_model_cannot_do_is_refused_before_anything_runs(
    lite: App, models: list[str], status: int, code: str, field: str, words: str
) -> None:
    session = await a_session(lite)
    chain = await a_way(lite, session, "one", "two")
    before = len(asked(lite))
    refused = await replayed(lite, chain[-1], *models, status=status)
    assert (refused["code"], refused["field"]) == (code, field)
    assert words in refused["detail"]
    assert len((await lite.get(f"/sessions/{session}/batches"))["items"]) == 2
    assert len(asked(lite)) == before


async def test_a_ratio_that_a_model_lacks_is_refused_with_the_step(lite: App) -> None:
    session = await a_session(lite)
    image = await a_picture(lite, session, ratio="16:9")
    refused = await replayed(lite, image, "fake/picky", status=422)
    assert (refused["code"], refused["field"]) == ("not_offered", "models.0")
    assert refused["detail"].startswith("Step 1 of 1: Fake picky has no 16:9")


async def test_options_that_a_model_does_not_know_are_left_out_and_named(lite: App) -> None:
    session = await a_session(lite)
    image = await a_picture(lite, session, options={"bold": True, "negative": "trees"})
    told = await replayed(lite, image, "fake/picky")
    assert told["left_out"] == ["bold", "negative"]
    assert (await ended(lite, told["id"]))["state"] == "complete"


async def test_a_step_that_fails_ends_the_replay_with_its_words(app: App) -> None:
    session = await a_session(app)
    chain = await a_way(app, session, "one", "two [refuse:paid]", "three")
    done = await ended(app, (await replayed(app, chain[-1], "fake/paid"))["id"])
    assert (done["state"], done["done"], len(done["batches"])) == ("failed", 1, 2)
    assert done["reason"].startswith("Step 2 of 3 (fake/paid): The fake engine will not draw this.")
    assert done["ended_at"] is not None
    assert await app.get(f"/sessions/{session}/replays") == []


async def test_a_cancelled_replay_keeps_what_is_made_and_asks_for_nothing_more(app: App) -> None:
    session = await a_session(app)
    chain = await a_way(app, session, "one", "two [latency:20:paid]", "three")
    told = await replayed(app, chain[-1], "fake/paid")
    async with asyncio.timeout(20):
        while (await app.get(f"/replays/{told['id']}"))["done"] < 1:
            await asyncio.sleep(0.03)
    assert [one["id"] for one in await app.get(f"/sessions/{session}/replays")] == [told["id"]]
    for _ in range(2):
        stopped = await app.post(f"/replays/{told['id']}/cancel")
        assert (stopped["state"], stopped["done"]) == ("cancelled", 1)
    last = await app.finished(stopped["batches"][-1])
    assert last["generations"][0]["status"] == "cancelled"
    await asyncio.sleep(0.3)
    assert len((await app.get(f"/replays/{told['id']}"))["batches"]) == 2
    await app.get("/replays/nothing", 404)
    complete = await ended(app, (await replayed(app, chain[0], "fake/quick"))["id"])
    refused = await app.post(f"/replays/{complete['id']}/cancel", status=409)
    assert refused["code"] == "not_possible_now"


async def test_cancelling_the_generation_that_is_waited_for_ends_the_replay(app: App) -> None:
    session = await a_session(app)
    image = await a_picture(app, session, "one [latency:20:paid]")
    told = await replayed(app, image, "fake/paid")
    await app.post(f"/batches/{told['batches'][0]}/cancel")
    done = await ended(app, told["id"])
    assert (done["state"], done["reason"]) == ("cancelled", "Step 1 of 1 (fake/paid): It was cancelled.")


async def test_a_picture_thrown_away_on_the_way_ends_the_replay_with_words(app: App) -> None:
    session = await a_session(app)
    chain = await a_way(app, session, "one", "two [latency:1.5:paid]", "three")
    told = await replayed(app, chain[-1], "fake/paid")
    async with asyncio.timeout(20):
        while (await app.get(f"/replays/{told['id']}"))["done"] < 1:
            await asyncio.sleep(0.02)
    await app.post("/organise", {"act": "trash", "ids": [session]})
    done = await ended(app, told["id"])
    assert (done["state"], done["done"]) == ("failed", 2)
    assert "is in the trash" in done["reason"]


async def test_a_way_of_which_a_part_is_gone_is_refused_and_a_ghost_with_its_batch_is_walked(
    app: App,
) -> None:
    gone, session = await a_session(app), await a_session(app)
    source = await a_picture(app, gone, "the source")
    child = await grown(app, session, source)
    last = await grown(app, session, child)
    await throw_away(app, child)
    done = await ended(app, (await replayed(app, last, "fake/paid"))["id"])
    assert (done["state"], done["steps"]) == ("complete", 3)
    await throw_away(app, gone)
    refused = await replayed(app, last, "fake/paid", status=409)
    assert refused["code"] == "nothing_to_replay"


async def test_a_reference_in_the_trash_is_refused_before_anything_runs(lite: App) -> None:
    session = await a_session(lite)
    upload = await uploaded(lite)
    first = await a_picture(lite, session, "first", references=[{"image_id": upload}])
    beside = await a_picture(lite, session, "beside")
    given = {"image_id": first, "kind": "vary"}
    last = await a_picture(lite, session, "last", references=[{"image_id": beside}], parent=given)
    await lite.post("/organise", {"act": "trash", "ids": [beside]})
    refused = await replayed(lite, last, "fake/quick", status=409)
    assert (refused["code"], "reference of step 2" in refused["detail"]) == ("in_trash", True)
    await throw_away(lite, upload)
    refused = await replayed(lite, first, "fake/quick", status=409)
    assert refused["code"] == "nothing_to_replay"
    await lite.post("/organise", {"act": "trash", "ids": [first]})
    assert (await replayed(lite, first, "fake/quick", status=409))["code"] == "in_trash"


async def test_a_duplicated_branch_is_replayed_out_of_its_own_pictures(lite: App) -> None:
    session = await a_session(lite)
    await a_way(lite, session, "one", "two")
    told = await lite.post("/organise", {"act": "duplicate", "ids": [session], "with_images": True})
    copy = told["sessions"][0]["id"]
    _, links, _ = await graph(lite, copy)
    done = await ended(lite, (await replayed(lite, links[0][1], "fake/paid"))["id"])
    batches = [await lite.get(f"/batches/{id}") for id in done["batches"]]
    assert {batch["session_id"] for batch in batches} == {copy}
    first = batches[0]["generations"][0]["image"]["id"]
    assert batches[1]["parent"]["image_id"] == first
    assert batches[1]["references"][0]["image_id"] == first


async def test_the_same_press_twice_is_one_replay(lite: App) -> None:
    session = await a_session(lite)
    image = await a_picture(lite, session)
    key = {"headers": {"Idempotency-Key": "press-1"}}
    told = [
        await lite.post(f"/images/{image}/replay", {"models": ["fake/quick"]}, 202, **key) for _ in range(2)
    ]
    assert told[0]["id"] == told[1]["id"]


async def test_other_tabs_hear_of_every_step(lite: App) -> None:
    session = await a_session(lite)
    chain = await a_way(lite, session, "one", "two")
    heard: list[tuple[int, str]] = []

    async def listen() -> None:
        async for message in lite.follow():
            if message.get("kind") == "ReplayAdvanced":
                heard.append((message["replay"]["done"], message["replay"]["state"]))
                if message["replay"]["state"] != "running":
                    return

    task = asyncio.create_task(listen())
    await asyncio.sleep(0.2)
    await replayed(lite, chain[-1], "fake/quick")
    await asyncio.wait_for(task, 20)
    assert heard == [(0, "running"), (1, "running"), (2, "complete")]


async def test_replays_go_with_their_session(app: App) -> None:
    session = await a_session(app)
    image = await a_picture(app, session)
    told = await replayed(app, image, "fake/quick")
    await ended(app, told["id"])
    await throw_away(app, session)
    await app.get(f"/replays/{told['id']}", 404)


async def test_a_replay_goes_on_after_a_restart(tmp_path: Path, database_url: str) -> None:
    home = tmp_path / "home"
    async with serve(home, database_url) as app:
        session = await a_session(app)
        chain = await a_way(app, session, "one", "two", "three")
    async with serve(home, database_url, work=False) as app:  # nobody works: the first step waits
        told = await replayed(app, chain[-1], "fake/paid")
        assert (await app.get(f"/replays/{told['id']}"))["state"] == "running"
    async with serve(home, database_url) as app:
        done = await ended(app, told["id"])
        assert (done["state"], done["done"]) == ("complete", 3)
