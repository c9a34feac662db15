"""The engine of Google Gemini against a server that speaks its API, which Google's own SDK reads."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from google.genai import Client, types

from opencanva.engines.builtin.gemini import Gemini, GeminiConfig
from opencanva.engines.contract import (
    Ask,
    Limited,
    Misconfigured,
    Output,
    Price,
    Progress,
    Reference,
    Refused,
    Step,
    Unavailable,
)
from opencanva.engines.fake import draw
from tests.contract.memos import NearMemo
from tests.contract.wire import KEY, WireServer
from tests.contract.wire_gemini import google

FLASH = "gemini-2.5-flash-image"
PRO = "gemini-3-pro-image-preview"


@pytest.fixture
def host() -> Iterator[WireServer]:
    with google() as server:
        yield server


def engine(host: WireServer, key: str = KEY) -> Gemini:
    return Gemini(GeminiConfig(base_url=host.url, api_key=key))  # type: ignore[arg-type]


async def steps(made: Gemini, prompt: str, model: str = FLASH, **more: Any) -> list[Step]:
    ask = Ask("key-1", model, prompt, more.pop("ratio", "1:1"), 1024, 1024, **more)
    try:
        return [step async for step in made.generate(ask, NearMemo())]
    finally:
        await made.close()


async def test_the_official_client_reads_what_the_test_server_says(host: WireServer) -> None:
    client = Client(
        vertexai=False, api_key=KEY, http_options=types.HttpOptions(base_url=host.url, api_version="v1beta")
    )
    listed = [model.name async for model in await client.aio.models.list()]
    assert f"models/{PRO}" in listed
    assert "models/gemini-9-image" in listed, "the second page"
    config = types.GenerateContentConfig(image_config=types.ImageConfig(aspect_ratio="1:1"))
    answer = await client.aio.models.generate_content(model=FLASH, contents="a boat", config=config)
    assert answer.parts is not None
    assert answer.parts[1].inline_data is not None
    assert answer.usage_metadata is not None
    assert answer.usage_metadata.candidates_token_count == 1290
    await client.aio.aclose()


async def test_models_of_every_page_that_make_pictures_are_offered(host: WireServer) -> None:
    models = {model.id: model for model in await engine(host).models()}
    assert list(models) == [FLASH, PRO, "gemini-9-image"]
    assert "image_size" in models[PRO].options.model_fields
    assert "image_size" not in models[FLASH].options.model_fields
    assert models[FLASH].price.amount > 0
    assert not models["gemini-9-image"].price.known


async def test_references_go_inside_and_tokens_become_money(host: WireServer) -> None:
    picture = Reference(draw(8, 8, "r", 2), "image/png")
    options = {"image_size": "2K"}
    found = await steps(
        engine(host), "a boat", PRO, ratio="16:9", references=(picture, picture), options=options
    )
    output = found[-1]
    assert isinstance(output, Output)
    assert output.cost == Price(
        round((12 * 2 + 1290 * 120) / 1e6, 6), "USD", "tokens used, at an estimate of Google's prices"
    )
    sent = host.sent(":generateContent")[0].fields
    parts = sent["contents"][0]["parts"]
    assert [next(iter(part)) for part in parts] == ["inlineData", "inlineData", "text"]
    assert sent["generationConfig"]["imageConfig"] == {"aspectRatio": "16:9", "imageSize": "2K"}
    assert sent["generationConfig"]["responseModalities"] == ["IMAGE"]


@pytest.mark.parametrize(
    ("prompt", "failure", "words"),
    [("[status:401]", Misconfigured, "does not accept"), ("[status:403]", Misconfigured, "key"),
     ("[status:404]", Refused, "does not know this model"), ("[status:429]", Limited, "too busy"),
     ("[status:500]", Unavailable, "out of order"), ("[status:503]", Unavailable, "out of order"),
     ("[prompt]", Refused, "prohibited content"), ("[finish:IMAGE_SAFETY]", Refused, "finished picture"),
     ("[finish:NEWLY_INVENTED]", Refused, "NEWLY_INVENTED"), ("[talk]", Refused, "rather talk"),
     ("[html]", Unavailable, "cannot be read"), ("[drop]", Unavailable, "broke")],
)  # fmt: skip
async def test_every_failure_has_words_and_never_the_key(
    host: WireServer, prompt: str, failure: type[Exception], words: str
) -> None:
    with pytest.raises(failure, match=words) as failed:
        await steps(engine(host), prompt)
    assert KEY not in str(failed.value)
    assert len(host.sent(":generateContent")) == 1, "the SDK must not ask again by itself"
    if isinstance(failed.value, Limited):
        assert failed.value.retry_after == 11.0
    if isinstance(failed.value, Unavailable):
        assert failed.value.unpaid == ("503" in prompt)


async def test_a_wrong_key_is_told_when_the_models_are_asked_for(host: WireServer) -> None:
    with pytest.raises(Misconfigured, match="does not accept the key") as failed:
        await engine(host, "another-key").models()
    assert failed.value.setting == "api_key"


async def test_a_cancel_while_the_host_works_ends_the_call(host: WireServer) -> None:
    made = engine(host)
    running = made.generate(Ask("k", FLASH, "[slow:1]", "1:1", 1024, 1024), NearMemo())
    assert isinstance(await anext(running), Progress)
    waiting = asyncio.ensure_future(anext(running))
    await asyncio.sleep(0.3)
    waiting.cancel()
    done, _ = await asyncio.wait({waiting}, timeout=1)
    assert done
    await made.close()


def test_without_a_key_it_says_so_and_loads_no_sdk() -> None:
    with pytest.raises(Misconfigured, match="needs an API key") as failed:
        Gemini(GeminiConfig())
    assert failed.value.setting == "api_key"
    code = "import sys, opencanva.engines.builtin.gemini; print('google.genai' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
