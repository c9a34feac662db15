"""The engine of OpenRouter against a server that speaks its image API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from opencanva.engines.builtin.openrouter import OpenRouter, OpenRouterConfig
from opencanva.engines.contract import (
    Ask,
    Limited,
    Misconfigured,
    Output,
    Preview,
    Price,
    Progress,
    Reference,
    Refused,
    Step,
    Unavailable,
)  # fmt: skip
from opencanva.engines.fake import draw
from tests.contract.memos import NearMemo
from tests.contract.wire import KEY, WireServer
from tests.contract.wire_openrouter import router

STREAMED = "openai/gpt-image-2"
WHOLE = "google/gemini-image"


@pytest.fixture
def host() -> Iterator[WireServer]:
    with router() as server:
        yield server


def engine(host: WireServer) -> OpenRouter:
    return OpenRouter(OpenRouterConfig(base_url=f"{host.url}/api/v1", api_key=KEY))  # type: ignore[arg-type]


async def steps(made: OpenRouter, prompt: str, model: str = STREAMED, **more: Any) -> list[Step]:
    ask = Ask("key-1", model, prompt, more.pop("ratio", "1:1"), 1024, 1024, **more)
    try:
        return [step async for step in made.generate(ask, NearMemo())]
    finally:
        await made.close()


async def test_models_tell_what_they_can(host: WireServer) -> None:
    models = {model.id: model for model in await engine(host).models()}
    assert set(models) == {STREAMED, WHOLE}
    assert list(models[WHOLE].sizes) == ["1:1", "3:4", "16:9"]
    assert (models[WHOLE].references, models[STREAMED].references) == (3, 0)
    assert (models[WHOLE].seed, models[STREAMED].seed) == (False, True)
    assert models[STREAMED].options.model_json_schema()["properties"]["output_format"]["enum"] == [
        "auto",
        "png",
    ]


async def test_only_what_a_model_knows_is_sent_and_its_cost_comes_back(host: WireServer) -> None:
    picture = Reference(draw(8, 8, "r", 2), "image/png")
    found = await steps(
        engine(host),
        "a boat",
        WHOLE,
        ratio="16:9",
        seed=7,
        options={"resolution": "2K"},
        references=(picture,),
    )
    output = found[-1]
    assert isinstance(output, Output)
    assert output.cost == Price(0.0387, "USD", "told by OpenRouter")
    sent = host.sent("/images")[0].fields
    assert sent.pop("input_references")[0]["image_url"]["url"].startswith("data:image/png;base64,")
    assert sent == {"model": WHOLE, "prompt": "a boat", "aspect_ratio": "16:9", "resolution": "2K"}


async def test_events_become_previews(host: WireServer) -> None:
    found = await steps(engine(host), "a boat", seed=7)
    assert [type(step) for step in found] == [Progress, Preview, Output]
    assert host.sent("/images")[0].fields["seed"] == 7


@pytest.mark.parametrize("model", [STREAMED, WHOLE])
@pytest.mark.parametrize(
    ("prompt", "failure", "words"),
    [("[status:401]", Misconfigured, "does not accept"), ("[status:402]", Refused, "no credit"),
     ("[status:429]", Limited, "too busy"), ("[status:502]", Unavailable, "out of order"),
     ("[blocked]", Refused, "content policy.*flagged"), ("[html]", Unavailable, ""), ("[drop]", Unavailable, "")],
)  # fmt: skip
async def test_every_failure_has_words_and_never_the_key(
    host: WireServer, model: str, prompt: str, failure: type[Exception], words: str
) -> None:
    with pytest.raises(failure, match=words or ".") as failed:
        await steps(engine(host), prompt, model)
    assert KEY not in str(failed.value)
    assert len(host.sent("/images")) == 1


@pytest.mark.parametrize(("prompt", "failure"), [("[late]", Refused), ("[cut]", Unavailable)])
async def test_what_goes_wrong_on_the_way_is_told(
    host: WireServer, prompt: str, failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        await steps(engine(host), prompt)


async def test_a_model_that_is_gone_is_refused_before_anything_is_paid(host: WireServer) -> None:
    with pytest.raises(Refused, match="does not offer"):
        await steps(engine(host), "a boat", "gone/model")
    assert host.sent("/images") == []


def test_without_a_key_it_says_so() -> None:
    with pytest.raises(Misconfigured, match="needs an API key") as failed:
        OpenRouter(OpenRouterConfig())
    assert failed.value.setting == "api_key"
