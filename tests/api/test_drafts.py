"""Drafts over HTTP: what two tabs type is merged, and earlier contents come back."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from opencanva.rooms.sessions.drafts import MOST, merge
from opencanva.rooms.sessions.tables import draft_versions
from tests.served import App


async def a_session(app: App) -> str:
    return str((await app.post("/sessions", {}, 201))["id"])


async def test_two_tabs_that_type_at_once_lose_no_word(app: App) -> None:
    path = f"/sessions/{await a_session(app)}/draft"
    first = await app.put(path, {"prompt": "a fox in snow", "ratio": "1:1"})
    await app.put(path, {"prompt": "a fox in snow, at night", "ratio": "16:9", "base": first["revision"]})
    late = await app.put(path, {"prompt": "a red fox in snow", "ratio": "1:1", "base": first["revision"]})
    assert (late["prompt"], late["ratio"], late["merged"]) == ("a red fox in snow, at night", "16:9", True)
    plain = await app.put(path, late_body(late) | {"prompt": "a hare", "base": late["revision"]})
    assert (plain["prompt"], plain["merged"]) == ("a hare", False)


def late_body(draft: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in draft.items() if name not in ("revision", "merged")}


async def test_a_tab_that_was_asleep_for_long_loses_nothing_either(lite: App) -> None:
    first = await lite.put("/draft", {"prompt": "a whale"})
    for number in range(80):
        await lite.put("/draft", {"prompt": f"a whale and {number} {'boats ' * (number % 7)}"})
    late = await lite.put("/draft", {"prompt": "a blue whale", "base": first["revision"]})
    assert {"a", "blue", "whale", "and", "79"} <= set(late["prompt"].split())
    assert late["merged"]


async def test_parent_and_enhancement_are_kept_with_the_draft(lite: App) -> None:
    image = (await lite.made("a fox"))["generations"][0]["image"]["id"]
    path = f"/sessions/{await a_session(lite)}/draft"
    sent = {
        "prompt": "a fox",
        "parent": {"image_id": image, "kind": "vary"},
        "enhance": {"own": "a fox", "text": "a fox, in oil", "assistant": "rules", "in_step": True},
    }
    kept = await lite.put(path, sent)
    assert (kept["parent"], kept["enhance"]) == (sent["parent"], sent["enhance"])
    await lite.put(path, {"prompt": "a fox", "parent": {"image_id": image, "kind": "steal"}}, 422)


async def test_earlier_drafts_come_back_newest_first_and_typing_is_folded(app: App) -> None:
    session = await a_session(app)
    path = f"/sessions/{session}/draft"
    text = "a lighthouse in a storm with waves as high as houses"
    for end in range(1, len(text) + 1, 2):
        await app.put(path, {"prompt": text[:end]})
    await app.put(path, {"prompt": "something else entirely"})
    found = (await app.get(f"{path}/history"))["items"]
    prompts = [one["draft"]["prompt"] for one in found]
    assert prompts[0] == "something else entirely"
    assert text.startswith(prompts[1])
    assert len(prompts[1]) > len(text) - 3
    assert len(prompts) <= 4
    assert (await app.get("/draft/history"))["items"] == []


async def test_no_more_versions_are_kept_than_are_shown(lite: App) -> None:
    for number in range(MOST + 30):
        await lite.put("/draft", {"prompt": f"{number} " * 50})
    assert len((await lite.get("/draft/history"))["items"]) == MOST
    async with lite.house.database.read() as db:
        assert await db.scalar(sa.select(sa.func.count()).select_from(draft_versions)) <= MOST + 12


async def test_versions_go_with_a_session_that_is_deleted_for_ever(app: App) -> None:
    session = await a_session(app)
    await app.put(f"/sessions/{session}/draft", {"prompt": "a fox"})
    await app.post("/organise", {"act": "trash", "ids": [session]})
    await app.post("/trash/empty", {})
    async with app.house.database.read() as db:
        assert await db.scalar(sa.select(sa.func.count()).select_from(draft_versions)) == 0


def test_a_field_that_one_side_changed_takes_that_sides_value() -> None:
    base = {"prompt": "x", "ratio": "1:1", "options": {}, "models": ["a"]}
    kept = base | {"ratio": "16:9", "models": ["b"]}
    sent = base | {"options": {"seed": 1}, "models": ["c"]}
    assert merge(base, kept, sent) == base | {"ratio": "16:9", "options": {"seed": 1}, "models": ["c"]}
