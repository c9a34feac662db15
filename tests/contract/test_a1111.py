"""The engine of the WebUI family against a server with its documented routes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any

import pytest

from opencanva.engines.builtin.a1111 import A1111, A1111Config
from opencanva.engines.contract import (
    Ask,
    Misconfigured,
    Output,
    Preview,
    Progress,
    Reference,
    Refused,
    Step,
    Unavailable,
)
from opencanva.engines.fake import draw
from opencanva.engines.names import id_of
from tests.contract.memos import NearMemo
from tests.contract.wire import KEY, WireServer
from tests.contract.wire_a1111 import MODELS, host

TITLE = str(MODELS[0]["title"])
MODEL = id_of(TITLE)


@pytest.fixture
def server() -> Iterator[WireServer]:
    with host() as running:
        yield running


def engine(server: WireServer, password: str = KEY) -> A1111:
    return A1111(A1111Config(base_url=server.url, user="me", password=password))


async def steps(made: A1111, prompt: str, key: str = "key-1", **more: Any) -> list[Step]:
    ask = Ask(key, MODEL, prompt, "1:1", 64, 64, 7, **more)
    async with aclosing(made.generate(ask, NearMemo())) as found:  # type: ignore[type-var]
        return [step async for step in found]


async def test_checkpoints_are_models_and_samplers_an_option(server: WireServer) -> None:
    models = await engine(server).models()
    assert [model.name for model in models] == ["sdxl", "paint"]
    sampler = models[0].options.model_json_schema()["properties"]["sampler"]
    assert sampler["enum"] == ["Automatic", "Euler a", "DPM++ 2M"]


async def test_a_reference_makes_it_an_img2img_of_that_strength(server: WireServer) -> None:
    picture = Reference(draw(8, 8, "r", 2), "image/png", strength=0.7)
    output = (await steps(engine(server), "a boat", negative="fog", references=(picture,),
                          options={"steps": 9, "cfg_scale": 4.0, "sampler": "Euler a"}))[-1]  # fmt: skip
    assert isinstance(output, Output)
    sent = server.sent("/img2img")[0].fields
    assert sent["denoising_strength"] == 0.3
    assert (sent["negative_prompt"], sent["steps"], sent["sampler_name"]) == ("fog", 9, "Euler a")
    assert sent["override_settings"] == {"sd_model_checkpoint": TITLE}


async def test_previews_come_and_a_cancel_interrupts(server: WireServer) -> None:
    seen: list[Step] = []
    previewed = asyncio.Event()

    async def draw_it() -> None:
        ask = Ask("key-1", MODEL, "a boat [long]", "1:1", 64, 64, 7)
        async with aclosing(engine(server).generate(ask, NearMemo())) as found:  # type: ignore[type-var]
            async for step in found:
                seen.append(step)
                if isinstance(step, Preview):
                    previewed.set()

    task = asyncio.create_task(draw_it())
    await asyncio.wait_for(previewed.wait(), 5)
    assert Progress(0.4, "drawing") in seen
    task.cancel()
    _, late = await asyncio.wait({task}, timeout=2)
    assert not late
    assert len(server.sent("/interrupt")) == 1


async def test_the_picture_of_somebody_else_is_not_interrupted(server: WireServer) -> None:
    server.program.other = "somebody"  # type: ignore[attr-defined]
    task = asyncio.create_task(steps(engine(server), "a boat [long]"))
    while not server.sent("/progress"):
        await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait({task}, timeout=2)
    assert server.sent("/interrupt") == []
    server.program.stop.set()  # type: ignore[attr-defined]


async def test_one_at_a_time(server: WireServer) -> None:
    made = engine(server)
    await asyncio.gather(*(steps(made, "a boat [slow:0.1]", f"key-{number}") for number in range(3)))
    assert server.program.most == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("prompt", "failure", "words"),
    [("[status:500]", Unavailable, "out of order"), ("[status:422]", Refused, "refused"),
     ("[status:404]", Refused, "does not know"), ("[html]", Unavailable, "JSON"), ("[drop]", Unavailable, "broke"),
     ("[text]", Refused, "no picture")],
)  # fmt: skip
async def test_every_failure_has_words_and_never_the_password(
    server: WireServer, prompt: str, failure: type[Exception], words: str
) -> None:
    with pytest.raises(failure, match=words) as failed:
        await steps(engine(server), f"a boat {prompt}")
    assert KEY not in str(failed.value)


async def test_a_wrong_login_and_a_program_that_is_off_are_said(server: WireServer) -> None:
    with pytest.raises(Misconfigured, match="does not accept") as failed:
        await engine(server, "wrong").models()
    assert failed.value.setting == "password"
    off = A1111(A1111Config(base_url="http://127.0.0.1:9"))
    with pytest.raises(Unavailable, match="cannot be reached") as refused:
        await off.models()
    assert refused.value.unpaid
    with pytest.raises(Misconfigured, match="must begin with http") as missing:
        A1111(A1111Config())
    assert missing.value.setting == "base_url"
