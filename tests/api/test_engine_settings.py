"""Setting engines up over HTTP: kinds, adding, changing, trying out, order, hiding, removing, and secrets."""

from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path
from typing import Any

import pytest

from tests.served import App, serve

MARKER = "sk-marker-81c2f7d0"


async def add(app: App, status: int = 201, **body: Any) -> Any:
    """Set up a second fake engine unless the body says otherwise."""
    return await app.post("/engines", {"kind": "fake"} | body, status)


async def engine(app: App, id: str) -> Any:
    """The engine as the list shows it."""
    return next((one for one in await app.get("/engines") if one["id"] == id), None)


async def test_kinds_tell_what_they_need_and_mark_secrets(lite: App) -> None:
    kinds = {one["kind"]: one for one in await lite.get("/engine-kinds")}
    assert {"illustrator", "fake"} <= set(kinds)
    fields = kinds["fake"]["schema"]["properties"]
    assert (fields["secret"]["writeOnly"], "writeOnly" in fields["latency"]) == (True, False)
    assert kinds["fake"]["description"].startswith("Draws coloured stripes")


async def test_an_added_engine_makes_pictures_at_once_and_leaves_its_history(app: App) -> None:
    made = await add(app, name="Second fake", values={"secret": MARKER, "latency": 0.01})
    assert made == {"id": "fake-2"}
    shown = await engine(app, "fake-2")
    assert (shown["name"], shown["state"], shown["source"]) == ("Second fake", "ready", "settings")
    assert (shown["values"], shown["secrets"]) == ({"latency": 0.01}, {"secret": True})
    models = [one["id"] for one in await app.get("/models")]
    assert models.index("fake-2/quick") > models.index("fake/quick")
    batch = await app.made(models=["fake-2/quick", "fake/quick"])
    assert {one["status"] for one in batch["generations"]} == {"complete"}
    assert (await app.client.delete("/engines/fake-2")).status_code == 204
    assert await engine(app, "fake-2") is None
    after = await app.get(f"/batches/{batch['id']}")
    assert [one["image"]["id"] for one in after["generations"]] == [
        one["image"]["id"] for one in batch["generations"]
    ]
    refused = await app.generate(status=422, models=["fake-2/quick"])
    assert refused["code"] == "unknown_model"


async def test_engines_of_one_kind_that_are_added_at_once_get_ids_of_their_own(app: App) -> None:
    made = await asyncio.gather(*(add(app) for _ in range(5)))
    assert {one["id"] for one in made} == {f"fake-{number}" for number in range(2, 7)}


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("openai", {"api_key": "k1234567", "models": '{"a":{"name":"\\ud800"}}'}),
        ("fal", {"api_key": "k1234567", "models": '{"a":{"name":"\\ud800b"}}'}),
        ("comfyui", {"base_url": "http://127.0.0.1:1/\x00", "workflows": '{"\\ud800":{"1":{"class_type":"A",'
                     '"inputs":{"t":"{{prompt}}"}}}}'}),
        ("comfyui", {"workflows": "[" * 100_000}),
        ("comfyui", {"base_url": "http://somebody:word@127.0.0.1:1"}),
    ],
)  # fmt: skip
async def test_settings_that_hold_no_text_or_too_much_break_no_page(
    app: App, kind: str, values: dict[str, str]
) -> None:
    for given in (values | {"\ud800": None}, values):
        body = json.dumps({"kind": kind, "values": given}).encode()
        answer = await app.client.post("/engines", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code in (201, 422), answer.text
    await app.get("/models")
    await app.get("/engines")


async def test_an_id_is_unique_and_no_other_kinds(lite: App) -> None:
    assert await add(lite, id="studio") == {"id": "studio"}
    assert (await add(lite, 409, id="studio"))["code"] == "engine_taken"
    assert (await add(lite, 409, id="illustrator"))["field"] == "id"
    assert (await add(lite, 422, id="No Slug"))["field"] == "id"
    assert (await add(lite, 404, kind="nobody"))["field"] == "kind"


async def test_adding_under_a_key_happens_once(lite: App) -> None:
    for key, name in (("press-1", "studio"), ("press-2", None)):
        body = {"kind": "fake"} | ({"id": name} if name else {})
        answers = [await lite.post("/engines", body, 201, headers={"Idempotency-Key": key}) for _ in range(2)]
        assert answers[0] == answers[1]
    assert [one["id"] for one in await lite.get("/engines") if one["kind"] == "fake"] == [
        "fake", "studio", "fake-2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "field"),
    [({"latency": "slow"}, "values.latency"), ({"latency": -1}, "values.latency"),
     ({"colour": 1}, "values.colour")],
)  # fmt: skip
async def test_a_wrong_setting_is_refused_by_name_and_without_its_value(
    lite: App, values: dict[str, Any], field: str
) -> None:
    found = await add(lite, 422, values=values | {"secret": MARKER})
    assert (found["code"], found["field"]) == ("invalid", field)
    assert MARKER not in str(found)
    assert "slow" not in found["detail"]


async def test_settings_are_changed_one_by_one_and_secrets_stay_until_replaced(lite: App) -> None:
    await add(lite, values={"secret": MARKER, "latency": 0.01})
    await lite.patch("/engines/fake-2", {"values": {"latency": 0.02}, "name": "Renamed"})
    shown = await engine(lite, "fake-2")
    assert (shown["values"], shown["secrets"], shown["name"]) == (
        {"latency": 0.02},
        {"secret": True},
        "Renamed",
    )
    assert lite.house.engines.secrets("fake-2") == [MARKER]
    await lite.patch("/engines/fake-2", {"values": {"secret": "sk-another-key", "latency": None}})
    await engine(lite, "fake-2")
    assert lite.house.engines.secrets("fake-2") == ["sk-another-key"]
    await lite.patch("/engines/fake-2", {"values": {"secret": None}, "name": ""})
    shown = await engine(lite, "fake-2")
    assert (shown["values"], shown["secrets"], shown["name"]) == ({}, {}, "Fake")
    assert (await lite.patch("/engines/nobody", {"hidden": True}, 404))["code"] == "not_found"


async def test_the_environment_wins_and_is_not_changed_here(tmp_path: Path, sqlite_url: str) -> None:
    environ = {"OPENCANVA_ENGINE_FAKE_SECRET": MARKER}
    async with serve(tmp_path / "home", sqlite_url, work=False, environ=environ) as app:
        shown = await engine(app, "fake")
        assert (shown["source"], shown["fixed"]) == ("environment", ["enabled", "secret"])
        assert shown["secrets"] == {"secret": True}
        refused = await app.patch("/engines/fake", {"values": {"secret": "sk-other"}}, 409)
        assert (refused["code"], refused["field"]) == ("engine_fixed", "values.secret")
        assert app._read(await app.client.delete("/engines/fake"), 409)["code"] == "engine_fixed"
        await app.patch("/engines/fake", {"values": {"latency": 0.25}, "hidden": True})
        shown = await engine(app, "fake")
        assert (shown["values"]["latency"], shown["state"], shown["source"]) == (
            0.25,
            "hidden",
            "environment",
        )
        await add(app, values={"secret": "sk-mine", "latency": 1.5})
    environ = {"OPENCANVA_ENGINE_FAKE_2_LATENCY": "0.5"}
    async with serve(tmp_path / "home", sqlite_url, work=False, environ=environ) as app:
        shown = await engine(app, "fake-2")
        assert (shown["fixed"], shown["values"], shown["source"]) == (
            ["latency"],
            {"latency": "0.5"},
            "settings",
        )
        assert (await engine(app, "fake"))["fixed"] == ["enabled"]


async def test_trying_out_says_plainly_how_it_went_and_keeps_nothing(lite: App) -> None:
    good = await lite.post("/engine-kinds/fake/test", {"values": {"secret": MARKER}})
    assert (good["ok"], good["models"], good["words"]) == (True, 4, "It answers and offers 4 models.")
    assert good["took_ms"] >= 0
    bad = await lite.post("/engine-kinds/fake/test", {"values": {"latency": -1, "secret": MARKER}})
    assert (bad["ok"], bad["field"], MARKER in str(bad)) == (False, "latency", False)
    wrong = await lite.post("/engine-kinds/fake/test", {"values": {"secret": "wrong"}})
    assert (wrong["ok"], wrong["field"]) == (False, "secret")
    assert wrong["words"].startswith("The fake host does not know this key")
    assert len([one for one in await lite.get("/engines") if one["kind"] == "fake"]) == 1
    await add(lite, values={"secret": MARKER})
    assert (await lite.post("/engines/fake-2/test", {}))["ok"]
    assert not (await lite.post("/engines/fake-2/test", {"values": {"latency": -1}}))["ok"]
    assert (await engine(lite, "fake-2"))["values"] == {}


async def test_the_order_is_the_pickers_and_hidden_ones_are_not_offered(lite: App) -> None:
    await add(lite)
    ids = [one["id"] for one in await lite.get("/engines")]
    turned = ids[::-1]
    assert (await lite.client.put("/engine-order", json={"ids": turned})).status_code == 204
    assert [one["id"] for one in await lite.get("/engines")] == turned
    engines = [one["engine"] for one in await lite.get("/models")]
    assert list(dict.fromkeys(engines)) == turned
    assert (await lite.put("/engine-order", {"ids": turned[1:]}, 422))["field"] == "ids"
    await lite.patch("/engines/fake-2", {"hidden": True})
    assert "fake-2" not in [one["engine"] for one in await lite.get("/models")]
    assert (await engine(lite, "fake-2"))["state"] == "hidden"
    assert (await lite.made(models=["fake-2/quick"]))["generations"][0]["status"] == "complete"


async def test_default_models_are_marked_for_new_composers(lite: App) -> None:
    await lite.patch("/engines/fake", {"default_models": ["fake/paid"]})
    assert [one["id"] for one in await lite.get("/models") if one["default"]] == ["fake/paid"]
    wrong = await lite.patch("/engines/fake", {"default_models": ["illustrator/scene"]}, 422)
    assert wrong["field"] == "default_models.0"


async def test_browsers_are_told_and_never_of_a_setting(lite: App) -> None:
    number = (await lite.get("/sidebar"))["version"]
    await add(lite, values={"secret": MARKER})
    async for message in lite.follow(number):
        if message["kind"] == "EnginesChanged":
            assert message["engines"] == ["fake-2"]
            break


async def test_no_secret_is_found_anywhere(
    tmp_path: Path, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    said: list[str] = []
    async with serve(tmp_path / "home", sqlite_url) as app:
        app.client.event_hooks["response"].append(_read_whole(said))
        await add(app, values={"secret": MARKER})
        await add(app, 409, id="fake-2", values={"secret": MARKER})
        await add(app, 422, values={"secret": MARKER, "latency": -1})
        await add(app, 422, values={"secret": [MARKER]})
        await app.patch("/engines/fake-2", {"values": {"secret": f"{MARKER}-2"}})
        await app.post("/engines/fake-2/test", {"values": {"secret": MARKER}})
        await app.post("/engine-kinds/fake/test", {"values": {"secret": {"deep": MARKER}}})
        await app.made("a fox [leak]", models=["fake-2/quick"])
        for path in ("/engines", "/engine-kinds", "/models"):
            await app.get(path)
        assert app.house.engines.secrets("fake-2") == [f"{MARKER}-2"]
    assert len(said) >= 10
    assert MARKER not in "".join(said)
    assert MARKER not in caplog.text
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name == "opencanva.db" for path in files)
    assert [path.name for path in files if MARKER.encode() in path.read_bytes()] == []
    key = tmp_path / "home" / "secret.key"
    assert key.stat().st_mode & 0o777 == 0o600


def _read_whole(said: list[str]) -> Any:
    async def read(response: Any) -> None:
        said.append((await response.aread()).decode())

    return read


async def test_a_lost_key_file_says_so_and_the_key_can_be_entered_again(
    tmp_path: Path, sqlite_url: str
) -> None:
    async with serve(tmp_path / "home", sqlite_url, work=False) as app:
        await add(app, values={"secret": MARKER})
    (tmp_path / "home" / "secret.key").unlink()
    async with serve(tmp_path / "home", sqlite_url, work=False) as app:
        shown = await engine(app, "fake-2")
        assert (shown["state"], shown["secrets"]) == ("needs_config", {})
        assert "OPENCANVA_SECRET" in shown["reason"]
        await app.patch("/engines/fake-2", {"values": {"secret": MARKER}})
        assert (await engine(app, "fake-2"))["state"] == "ready"


async def test_a_shared_secret_opens_on_another_machine(tmp_path: Path, sqlite_url: str) -> None:
    shared = {"secret": "one secret for all machines"}
    async with serve(tmp_path / "one", sqlite_url, work=False, settings=shared) as app:
        await add(app, values={"secret": MARKER})
    async with serve(tmp_path / "two", sqlite_url, work=False, settings=shared) as app:
        assert (await engine(app, "fake-2"))["secrets"] == {"secret": True}
    assert not (tmp_path / "one" / "secret.key").exists()
