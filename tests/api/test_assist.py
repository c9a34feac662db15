"""Enhancing and checking prompts over HTTP."""

from __future__ import annotations

import json
from typing import Any

from tests.served import App


async def events(app: App, body: Any, status: int = 200) -> list[tuple[str, Any]]:
    answer = await app.client.post("/assist", json=body)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = []
    for block in answer.text.replace("\r\n", "\n").split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
        if "data" in lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


async def test_an_enhanced_prompt_comes_in_parts_and_then_whole_with_its_difference(lite: App) -> None:
    told = await events(lite, {"prompt": "a lighthouse in a storm"})
    *parts, (last, done) = told
    assert {kind for kind, _ in parts} == {"text"}
    assert len(parts) > 3
    assert last == "done"
    assert "".join(data["delta"] for _, data in parts) == done["text"]
    assert done["assistant"] == "rules"
    assert "".join(piece["text"] for piece in done["diff"] if piece["op"] != "gone") == done["text"]
    assert {one["aspect"] for one in done["added"]} >= {"style"}


async def test_an_empty_prompt_and_an_unknown_assistant_are_refused_with_words(lite: App) -> None:
    assert (await lite.post("/assist", {"prompt": " \u200b "}, 422))["field"] == "prompt"
    assert (await lite.post("/assist", {"prompt": "a fox", "assistant": "poet"}, 404))["field"] == "assistant"
    assert (await lite.post("/assist", {"prompt": "a" * 20_001}, 422))["code"] == "invalid"


async def test_the_check_names_all_six_aspects_with_three_suggestions(lite: App) -> None:
    found = (await lite.post("/assist/check", {"prompt": "a lighthouse, watercolour\0"}))["aspects"]
    by = {one["aspect"]: one for one in found}
    assert list(by) == ["subject", "style", "composition", "light", "mood", "colour"]
    assert (by["style"]["found"], by["light"]["present"]) == ("watercolour", False)
    assert len(by["light"]["suggestions"]) == 3
    assert [one["id"] for one in await lite.get("/assistants")] == ["rules"]
