"""Batches and generations over HTTP, with the fake engine at the seam."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.served import App
from tests.sidebars import whole


async def test_generating_with_nothing_open_makes_a_named_session_and_a_picture(app: App) -> None:
    batch = await app.generate("a lighthouse in a storm, watercolour")
    assert [made["status"] for made in batch["generations"]] == ["queued"]
    done = await app.finished(batch["id"])
    made = done["generations"][0]
    assert (made["status"], made["progress"]) == ("complete", 1.0)
    session = await app.get(f"/sessions/{batch['session_id']}")
    assert session["name"] == "Lighthouse in a storm"
    assert session["counts"]["images"] == 1
    assert session["cover"]["image_id"] == made["image"]["id"]


async def test_two_models_with_two_images_each_are_four_generations_in_order(app: App) -> None:
    done = await app.made(models=["fake/quick", "fake/slow"], images_per_model=2)
    made = done["generations"]
    assert [(one["model"], one["position"]) for one in made] == [
        ("fake/quick", 0), ("fake/quick", 1), ("fake/slow", 2), ("fake/slow", 3),
    ]  # fmt: skip
    assert all(one["status"] == "complete" for one in made)


async def test_a_locked_seed_counts_up_and_a_random_one_is_recorded(app: App) -> None:
    locked = await app.made(images_per_model=3, options={"seed": 4294967295})
    assert [made["seed"] for made in locked["generations"]] == [4294967295, 0, 1]
    free = await app.made(images_per_model=2)
    seeds = [made["seed"] for made in free["generations"]]
    assert all(isinstance(seed, int) for seed in seeds)


async def test_the_kept_bytes_are_those_the_engine_gave(app: App) -> None:
    import hashlib

    image = (await app.made())["generations"][0]["image"]
    answer = await app.client.get(f"/images/{image['id']}/file")
    assert hashlib.sha256(answer.content).hexdigest() == image["sha256"]
    assert len(answer.content) == image["bytes"]
    assert answer.headers["content-type"] == "image/png"


async def test_asking_for_the_same_again_gives_the_identical_picture(app: App) -> None:
    first = (await app.made("a red fox", options={"seed": 7}))["generations"][0]
    reuse = await app.get(f"/generations/{first['id']}/reuse")
    assert reuse["missing"] == []
    again = await app.post("/batches", reuse["batch"], 202)
    second = (await app.finished(again["id"]))["generations"][0]
    assert second["image"]["sha256"] == first["image"]["sha256"]


async def test_one_failing_model_does_not_take_the_other_down(app: App) -> None:
    done = await app.made("a fox [refuse:quick]", models=["fake/quick", "fake/slow"])
    statuses = {made["model"]: made["status"] for made in done["generations"]}
    assert statuses == {"fake/quick": "failed", "fake/slow": "complete"}
    line = whole(await app.get("/sidebar"))["sessions"][0]
    assert (line["working"], line["failed"], line["unseen"]) == (0, 1, 1)


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"prompt": ""}, "invalid", "prompt"),
    ({"prompt": " \n\t "}, "invalid", "prompt"),
    ({"prompt": "\u0000"}, "invalid", "prompt"),
    ({"prompt": "x" * 100_000}, "invalid", "prompt"),
    ({"models": []}, "invalid", "models"),
    ({"models": ["fake/quick"] * 2}, "invalid", "models"),
    ({"models": ["nobody/nothing"]}, "unknown_model", "models.0"),
    ({"models": ["fake/quick", "a/b", "c/d", "e/f", "g/h"]}, "too_many_models", "models"),
    ({"ratio": "5:4"}, "invalid", "ratio"),
    ({"ratio": "16:9", "models": ["fake/picky"]}, "not_offered", "ratio"),
    ({"images_per_model": 5}, "invalid", "images_per_model"),
    ({"images_per_model": 0}, "invalid", "images_per_model"),
    ({"options": {"nonsense": 1}}, "not_offered", "options.nonsense"),
    ({"options": {"seed": -1}}, "not_offered", "options.seed"),
    ({"options": {"seed": "one"}}, "not_offered", "options.seed"),
    ({"whatever": 1}, "invalid", "whatever"),
    ({"session_id": "0198c9a0-0000-7000-8000-000000000000"}, "not_found", "session_id"),
    ({"folder_id": "nonsense"}, "not_found", "id"),
    (
        {"references": [{"image_id": "0198c9a0-0000-7000-8000-000000000000"}], "models": ["fake/quick"]},
        "not_found",
        "references.0.image_id",
    ),
]


@pytest.mark.parametrize(
    ("change", "code", "field"), BAD, ids=[f"{b[1]}-{b[2]}-{i}" for i, b in enumerate(BAD)]
)
async def test_a_wrong_order_is_refused_naming_the_field(
    lite: App, change: dict[str, Any], code: str, field: str
) -> None:
    answer = await lite.client.post(
        "/batches", json={"prompt": "a fox", "models": ["fake/quick"], "ratio": "1:1"} | change
    )
    problem = answer.json()
    assert (problem["code"], problem.get("field")) == (code, field), problem
    assert (await lite.get("/sidebar"))["sessions"] == []


@pytest.mark.parametrize("prompt", ["قطة صغيرة على سجادة", "🦊🌊✨", "a\u0000b fox", "𝔞 𝔣𝔬𝔵", "x" * 20_000])
async def test_prompts_of_every_kind_make_pictures(app: App, prompt: str) -> None:
    batch = await app.made(prompt)
    assert batch["generations"][0]["status"] == "complete"
    assert batch["prompt"] == prompt.replace("\u0000", "")


async def test_pressing_twice_with_one_key_runs_once(app: App) -> None:
    headers = {"Idempotency-Key": "press"}
    body = {"prompt": "a fox", "models": ["fake/quick"]}
    answers = await asyncio.gather(*(app.post("/batches", body, 202, headers=headers) for _ in range(6)))
    assert len({batch["id"] for batch in answers}) == 1
    await app.finished(answers[0]["id"])
    sessions = whole(await app.get("/sidebar"))["sessions"]
    assert [line["images"] for line in sessions] == [1]


async def test_a_waiting_generation_is_cancelled_at_once(tmp_path: Any, database_url: str) -> None:
    from tests.served import serve

    async with serve(tmp_path / "home", database_url, work=False) as app:
        batch = await app.generate(images_per_model=2)
        first = batch["generations"][0]
        assert (await app.post(f"/generations/{first['id']}/cancel"))["status"] == "cancelled"
        assert (await app.post(f"/generations/{first['id']}/cancel"))["status"] == "cancelled"
        rest = await app.post(f"/batches/{batch['id']}/cancel")
        assert {made["status"] for made in rest["generations"]} == {"cancelled"}
        assert whole(await app.get("/sidebar"))["sessions"][0]["working"] == 0


async def test_a_running_generation_stops_soon_after_cancel(app: App) -> None:
    batch = await app.generate("a fox [hang]")
    id = batch["generations"][0]["id"]
    await app.until(id, "generating")
    asked = await app.post(f"/generations/{id}/cancel")
    assert asked["cancel_requested"]
    assert (await app.until(id, "cancelled", seconds=5))["image"] is None
    again = await app.post(f"/generations/{id}/retry")
    assert again["status"] == "queued"
    await app.post(f"/batches/{batch['id']}/cancel")
    await app.until(id, "cancelled")


async def test_a_finished_generation_can_be_neither_cancelled_nor_retried(app: App) -> None:
    made = (await app.made())["generations"][0]
    for act in ("cancel", "retry"):
        problem = await app.post(f"/generations/{made['id']}/{act}", None, 409)
        assert problem["code"] == "not_possible_now"


async def test_history_pages_newest_first_without_gaps_or_doubles(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    ids = [(await app.generate(f"fox {n}", session_id=session))["id"] for n in range(7)]
    seen, cursor = [], None
    while True:
        query = {"limit": 3} | ({"cursor": cursor} if cursor else {})
        page = await app.get(f"/sessions/{session}/batches", params=query)
        seen += [batch["id"] for batch in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == ids[::-1]


@pytest.mark.parametrize("cursor", ["nonsense", "W10", "WzEsMl0", "", "%00", "WyJcdTAwMDAiXQ"])
async def test_a_wrong_cursor_is_refused(lite: App, cursor: str) -> None:
    session = (await lite.post("/sessions", {}, 201))["id"]
    problem = await lite.get(f"/sessions/{session}/batches", 400, params={"cursor": cursor})
    assert (problem["code"], problem["field"]) == ("wrong_cursor", "cursor")


async def test_the_settings_of_the_last_batch_are_remembered(app: App) -> None:
    batch = await app.generate(ratio="16:9", images_per_model=2, options={"seed": 5})
    session = await app.get(f"/sessions/{batch['session_id']}")
    assert session["settings"] == {
        "models": ["fake/quick"], "ratio": "16:9", "images_per_model": 2, "options": {"seed": 5},
    }  # fmt: skip
