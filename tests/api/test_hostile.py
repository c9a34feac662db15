"""Requests made to break things: each gets a clear refusal, and nothing ends in a 500."""

from __future__ import annotations

import base64
from typing import Any

import httpx2
import orjson
import pytest

from tests.served import App

BATCH = '"prompt":"a fox","models":["fake/quick"]'


async def send(app: App, method: str, path: str, body: str) -> httpx2.Response:
    """Send text as JSON that no encoder would write."""
    return await app.client.request(method, path, content=body, headers={"Content-Type": "application/json"})


@pytest.mark.parametrize(
    "value", ["[" * 500 + "]" * 500, '{"a":' * 300 + "1" + "}" * 300, "1" + "0" * 30, "NaN"]
)
async def test_options_that_cannot_be_kept_are_refused(lite: App, value: str) -> None:
    for method, path, start in (("POST", "/batches", BATCH + ","), ("PUT", "/draft", "")):
        answer = await send(lite, method, path, f'{{{start}"options":{{"seed":{value}}}}}')
        assert (answer.status_code, answer.json()["field"]) == (422, "options"), answer.text
    assert await lite.get("/draft") is None


async def test_a_version_beyond_any_is_refused(app: App) -> None:
    session = await app.post("/sessions", {"name": "Kept"}, 201)
    for version in (2**31, 2**63, 10**30):
        answer = await send(app, "PATCH", f"/sessions/{session['id']}", f'{{"name":"x","version":{version}}}')
        assert (answer.status_code, answer.json()["field"]) == (422, "version")
    assert (await app.get(f"/sessions/{session['id']}"))["name"] == "Kept"


async def test_a_cursor_with_a_number_beyond_the_database_is_refused(app: App) -> None:
    for number in (2**63, 2**64 - 1, -(2**63)):
        cursor = base64.urlsafe_b64encode(orjson.dumps([number, "x"])).decode().rstrip("=")
        problem = await app.get("/sessions", 400, params={"cursor": cursor})
        assert problem["code"] == "wrong_cursor"


async def test_a_draft_survives_any_name_of_its_tab(app: App) -> None:
    kept = await app.put("/draft", {"prompt": "a fox", "client": "tab\0one"})
    assert kept["prompt"] == "a fox"
    session = await app.post("/sessions", {}, 201)
    await app.put(f"/sessions/{session['id']}/draft", {"prompt": "a hare", "client": "\0"})
    assert (await app.get(f"/sessions/{session['id']}"))["draft"]["prompt"] == "a hare"


async def test_resuming_beyond_every_number_begins_anew(lite: App) -> None:
    told: list[Any] = []
    async for message in lite.follow(headers={"Last-Event-ID": "9" * 40}):
        told.append(message["kind"])
        if len(told) == 2:
            break
    assert told == ["Hello", "Reset"]


@pytest.mark.parametrize("blank", ["\u200b", "\u2060\u200d", "\u202e \u202c"])
async def test_names_and_prompts_of_which_nothing_shows_are_refused(lite: App, blank: str) -> None:
    await lite.post("/sessions", {"name": blank}, 422)
    assert (await lite.generate(blank, 422))["field"] == "prompt"
    await lite.post("/sessions", {"name": "👩\u200d🚀"}, 201)


async def test_an_address_longer_than_a_file_name_shows_the_app_or_nothing(lite: App) -> None:
    short, long = [await lite.client.get(f"{lite.address}/{'a' * length}") for length in (5, 5000)]
    assert long.status_code == short.status_code
