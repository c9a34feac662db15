"""Hosts on the network through the whole app: set up, drawing, paid, failing, never telling a key."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest

from tests.contract.wire import KEY
from tests.contract.wire_openai import images
from tests.served import App


async def add(app: App, url: str, **more: Any) -> str:
    """Set up the engine with its server's address."""
    values = {"base_url": f"{url}/v1", "api_key": KEY} | more
    made = await app.post("/engines", {"kind": "openai", "values": values}, 201)
    return str(made["id"])


async def test_two_hosts_of_one_kind_draw_side_by_side_and_the_actual_cost_is_kept(lite: App) -> None:
    with images() as (server, _), images() as (other, routes):
        routes.needs_key = False
        routes.models = {"data": [{"id": "flux-schnell"}]}
        first, second = await add(lite, server.url), await add(lite, other.url, host="localai")
        assert (first, second) == ("openai", "openai-2")
        models = {one["id"]: one for one in await lite.get("/models")}
        assert {f"{first}/gpt-image-2", f"{second}/flux-schnell"} <= set(models)
        batch = await lite.made(models=[f"{first}/gpt-image-2", f"{second}/flux-schnell"], ratio="1:1")
        made = {one["model"]: one for one in batch["generations"]}
        assert {one["status"] for one in made.values()} == {"complete"}
        cost = made[f"{first}/gpt-image-2"]["cost"]
        assert (cost["amount"], cost["currency"], cost["estimated"]) == (0.03205, "USD", False)
        assert len(server.sent("/images/generations")) == len(other.sent("/images/generations")) == 1


async def test_a_wrong_key_a_missing_one_and_a_blocked_prompt_have_words_and_no_key_anywhere(
    lite: App, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    refused = await lite.post("/engines", {"kind": "openai", "values": {}}, 201)
    shown = next(one for one in await lite.get("/engines") if one["id"] == refused["id"])
    assert (shown["state"], shown["field"]) == ("needs_config", "api_key")
    with images() as (server, _):
        id = await add(lite, server.url)
        seen = [shown]
        for prompt, words in (
            ("[status:401] boat", "does not accept the key"),
            ("[blocked] boat", "violence"),
        ):
            batch = await lite.made(models=[f"{id}/gpt-image-2"], prompt=prompt, ratio="1:1")
            assert batch["generations"][0]["status"] == "failed"
            assert words in batch["generations"][0]["problem"]["words"]
            seen.append(batch)
        assert len(server.sent("/images/generations")) == 2
    assert KEY not in json.dumps(seen) + caplog.text
    for path in (one for one in tmp_path.rglob("*") if one.is_file()):
        assert KEY.encode() not in path.read_bytes(), path
