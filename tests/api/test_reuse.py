"""Using a context again: the same ask bit for bit, the same picture, and honest words about what is gone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opencanva.engines.fake import Fake, draw
from opencanva.rooms.batches.tables import batches
from tests.served import App, serve

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="[]")
TEXT = st.text(LETTERS, min_size=1, max_size=40)
SEEDS = st.one_of(st.sampled_from([0, 1, 2**32 - 1]), st.integers(0, 2**32 - 1))
ORDERS = st.fixed_dictionaries(
    {
        "prompt": st.tuples(
            st.sampled_from(["", " ", "\n\t"]),
            TEXT.filter(lambda text: any(c.isalnum() for c in text)),
            st.sampled_from(["", "  ", " \n"]),
        ).map("".join),
        "models": st.lists(
            st.sampled_from(["fake/quick", "fake/slow", "fake/paid"]), min_size=1, max_size=2, unique=True
        ),
        "ratio": st.sampled_from(["1:1", "16:9", "2:3"]),
        "images_per_model": st.integers(1, 2),
        "options": st.fixed_dictionaries(
            {},
            optional={"seed": SEEDS, "negative": TEXT, "stripes": st.integers(1, 64), "bold": st.booleans()},
        ),
    }
)
REFERENCE = st.fixed_dictionaries(
    {"role": st.sampled_from([None, "content", "style"]), "strength": st.floats(0, 1, width=16)}
)


def asks(app: App) -> list[Any]:
    fake = app.house.engines.engine("fake")
    assert isinstance(fake, Fake)
    return fake.asked


def same(one: Any, other: Any) -> bool:
    """Two asks that differ in nothing but their key."""
    return all(getattr(one, name) == getattr(other, name) for name in one.__slots__ if name != "key")


MOST = {"fake/quick": 3, "fake/paid": 1, "fake/slow": 0}
"""References that each model takes."""


async def upload(app: App, stripes: int = 3) -> str:
    data = draw(600, 600, "reference", stripes)
    answer = await app.client.post("/images", files={"file": ("a.png", data, "image/png")})
    return str(answer.json()["id"])


def test_use_all_and_generate_asks_the_engine_for_the_same_thing_bit_for_bit(
    tmp_path: Path, database_url: str
) -> None:
    with asyncio.Runner() as runner:
        serving = serve(tmp_path / "home", database_url)
        app = runner.run(serving.__aenter__())
        uploads = [runner.run(upload(app, stripes)) for stripes in (3, 4, 5)]

        @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(ORDERS, st.lists(REFERENCE, max_size=3))
        def check(order: Any, references: Any) -> None:
            references = references[: min(MOST[model] for model in order["models"])]
            if "fake/paid" in order["models"]:
                references = [{} for _ in references]  # it knows no roles and no strength
            given = [one | {"image_id": id} for id, one in zip(uploads, references, strict=False)]
            runner.run(again(app, order | {"references": given}))

        check()
        runner.run(serving.__aexit__(None, None, None))


async def again(app: App, order: Any) -> None:
    batch = await app.finished((await app.post("/batches", order, 202))["id"])
    by_key = {one.key: one for one in asks(app)}
    for made in batch["generations"]:
        reuse = await app.get(f"/generations/{made['id']}/reuse")
        assert reuse["missing"] == []
        repeated = await app.finished((await app.post("/batches", reuse["batch"], 202))["id"])
        [fresh] = repeated["generations"]
        new = next(one for one in asks(app) if one.key == fresh["id"])
        assert same(by_key[made["id"]], new)
        assert (fresh["seed"], fresh["width"], fresh["height"]) == (
            made["seed"],
            made["width"],
            made["height"],
        )


async def test_the_illustrator_gives_the_identical_picture(lite: App) -> None:
    image = await upload(lite)
    batch = await lite.made(
        "a red fox beside a lighthouse at dusk, watercolour",
        models=["illustrator/illustrator"],
        options={"negative": "birds", "variation": 5, "variation_strength": 0.4},
        references=[{"image_id": image, "role": "style", "strength": 0.5}],
    )
    first = batch["generations"][0]
    reuse = await lite.get(f"/images/{first['image']['id']}/reuse")
    again = (await lite.finished((await lite.post("/batches", reuse["batch"], 202))["id"]))["generations"][0]
    assert again["image"]["sha256"] == first["image"]["sha256"]


async def test_a_batch_and_a_prompt_are_used_again_with_all_their_models(app: App) -> None:
    batch = await app.made(
        "a fox", models=["fake/quick", "fake/slow"], images_per_model=2, options={"bold": True}
    )
    reuse = await app.get(f"/batches/{batch['id']}/reuse")
    body = reuse["batch"]
    assert (body["models"], body["images_per_model"]) == (["fake/quick", "fake/slow"], 2)
    assert (body["options"], body["prompt"]) == ({"bold": True}, "a fox")
    assert reuse["missing"] == []


async def test_what_is_gone_is_said_and_left_out(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    parent = (await app.made("a fox"))["generations"][0]["image"]
    used = [await upload(app), parent["id"]]
    batch = await app.made(
        "an owl",
        session_id=session,
        references=[{"image_id": id} for id in used],
        parent={"image_id": parent["id"], "kind": "continue"},
    )
    await app.post("/organise", {"act": "trash", "ids": used[:1]})
    reuse = await app.get(f"/batches/{batch['id']}/reuse")
    assert [(one["field"], "trash" in one["reason"]) for one in reuse["missing"]] == [("references.0", True)]
    assert [one["image_id"] for one in reuse["batch"]["references"]] == used[1:]
    await app.post("/organise", {"act": "trash", "ids": [parent["session_id"]]})
    await app.post("/trash/empty", {})
    reuse = await app.get(f"/batches/{batch['id']}/reuse")
    assert {one["field"] for one in reuse["missing"]} == {"references.0", "references.1", "parent"}
    assert (reuse["batch"]["references"], reuse["batch"]["parent"]) == ([], None)
    await app.post("/batches", reuse["batch"], 202)


async def test_what_a_later_release_no_longer_knows_is_named_field_by_field(app: App) -> None:
    batch = await app.made("a fox", models=["fake/quick", "fake/slow"], options={"bold": True})
    old = {"models": ["gone/model", "fake/quick"], "ratio": "7:5", "options": {"bold": True, "glitter": 3}}
    async with app.house.database.write() as db:
        await db.execute(sa.update(batches).where(batches.c.id == batch["id"]).values(old))
    reuse = await app.get(f"/batches/{batch['id']}/reuse")
    told = {one["field"]: one["reason"] for one in reuse["missing"]}
    assert "gone/model" in told.pop("models.0")
    assert "7:5" in told.pop("ratio")
    [(field, reason)] = told.items()
    assert "glitter" in field + reason
    assert reuse["batch"] | old == reuse["batch"]
    refused = await app.post("/batches", reuse["batch"], 422)
    assert refused["detail"]


async def test_what_is_nobodys_or_no_id_at_all_is_not_found(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    for id in (session, "nothing", "%00", "0" * 300):
        for kind in ("generations", "batches", "images"):
            assert (await app.get(f"/{kind}/{id}/reuse", 404))["detail"]
        await app.get(f"/sessions/{session}/prompts/{id}/reuse", 404)


async def test_an_upload_has_nothing_to_use_again_and_that_is_said(app: App) -> None:
    assert "uploaded" in (await app.get(f"/images/{await upload(app)}/reuse", 404))["detail"]
