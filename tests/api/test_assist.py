"""Enhancing and checking prompts over HTTP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any, ClassVar

import httpx2

from opencanva.api.app import create_app
from opencanva.api.deps import Ground
from opencanva.api.server import Server, bind
from opencanva.engines.assistants.contract import AssistantFailed, Delta, Said
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


async def test_an_assistant_that_fails_half_way_says_so_in_the_stream(lite: App) -> None:
    class Poet:
        id: ClassVar[str] = "poet"
        name: ClassVar[str] = "Poet"
        local: ClassVar[bool] = False

        async def enhance(self, prompt: str) -> AsyncIterator[Said]:
            yield Delta(prompt)
            if "words" in prompt:
                raise AssistantFailed("The poet is asleep. Ask again at noon.")
            raise ZeroDivisionError(prompt)

    ground = Ground(
        lite.house.works, lite.house.blobs, lite.house.engines, lite.house.hub, lite.house.owner.id,
        lite.house.vault, 30,
    )  # fmt: skip
    ground.assistants.add(Poet())
    server = Server(create_app(ground), bind("127.0.0.1", 0), on_stop=lambda: None, on_start=lambda _: None)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    async with httpx2.AsyncClient(base_url=f"{server.address}/api/v1") as client:
        other = App(lite.house, client, server.address)
        for prompt, words in (("no words", "asleep"), ("a fox", "choose another one")):
            told = await events(other, {"prompt": prompt, "assistant": "poet"})
            assert [kind for kind, _ in told] == ["text", "problem"]
            assert (told[-1][1]["code"], words in told[-1][1]["detail"]) == ("not_possible_now", True)
    server.should_exit = True
    await serving


async def test_the_check_names_all_six_aspects_with_three_suggestions(lite: App) -> None:
    found = (await lite.post("/assist/check", {"prompt": "a lighthouse, watercolour\0"}))["aspects"]
    by = {one["aspect"]: one for one in found}
    assert list(by) == ["subject", "style", "composition", "light", "mood", "colour"]
    assert (by["style"]["found"], by["light"]["present"]) == ("watercolour", False)
    assert len(by["light"]["suggestions"]) == 3
    assert [one["id"] for one in await lite.get("/assistants")] == ["rules"]
