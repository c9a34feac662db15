"""The engine of OpenAI's dialect against a server that speaks it, which the official SDK itself can read."""

from __future__ import annotations

import base64
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from openai import AsyncOpenAI
from openai.types import ImagesResponse
from PIL import Image

from opencanva import imaging
from opencanva.engines.builtin.openai import OpenAI
from opencanva.engines.builtin.openai.dialects import DIALECTS
from opencanva.engines.builtin.openai.engine import OpenAIConfig
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
)
from opencanva.engines.frame import BadPicture, Limits, Unsure, run
from tests.contract.memos import NearMemo
from tests.contract.wire import KEY, WireServer
from tests.contract.wire_openai import USAGE, Images, images

Host = tuple[WireServer, Images]


@pytest.fixture
def host() -> Iterator[Host]:
    with images() as opened:
        yield opened


def engine(host: Host, /, **settings: Any) -> OpenAI:
    given = {"base_url": f"{host[0].url}/v1", "api_key": KEY} | settings
    return OpenAI(OpenAIConfig.model_validate(given))


def ask(prompt: str = "a boat", model: str = "gpt-image-2", **more: Any) -> Ask:
    return Ask("key-1", model, prompt, "1:1", more.pop("width", 1024), more.pop("height", 1024), **more)


def png(side: int = 64, alpha: int = 255) -> Reference:
    out = io.BytesIO()
    Image.new("RGBA", (side, side), (200, 20, 20, alpha)).save(out, "PNG")
    return Reference(out.getvalue(), "image/png")


async def steps(made: OpenAI, asked: Ask, memo: NearMemo | None = None) -> list[Step]:
    found = [step async for step in made.generate(asked, memo or NearMemo())]
    await made.close()
    return found


async def test_the_official_client_reads_what_the_test_server_says(host: Host) -> None:
    client = AsyncOpenAI(api_key=KEY, base_url=f"{host[0].url}/v1", max_retries=0)
    assert "gpt-image-2" in [model.id async for model in client.models.list()]
    answer = await client.images.generate(model="gpt-image-2", prompt="a boat", size="1024x1024")
    ImagesResponse.model_validate(answer.model_dump())
    assert answer.usage is not None
    assert answer.usage.output_tokens == USAGE["output_tokens"]
    kinds = []
    stream = await client.images.generate(
        model="gpt-image-2", prompt="a boat", size="1024x1024", stream=True, partial_images=2
    )
    async for event in stream:
        type(event).model_validate(event.model_dump())
        kinds.append(event.type)
    assert kinds == ["image_generation.partial_image"] * 2 + ["image_generation.completed"]
    await client.close()


async def test_partial_images_are_previews_and_tokens_become_money(host: Host) -> None:
    memo = NearMemo()
    found = await steps(engine(host), ask(), memo)
    assert [type(step) for step in found] == [Progress, Preview, Preview, Output]
    output = found[-1]
    assert isinstance(output, Output)
    assert imaging.probe(output.data).width == 1024
    expected = (10 * 5 + 40 * 8 + 1056 * 30) / 1e6
    assert output.cost == Price(
        round(expected, 6), "USD", "tokens used, at an estimate; OpenAI's price page decides"
    )
    assert memo.acts == ["about to pay"]


async def test_only_models_that_make_pictures_are_offered_each_with_what_it_can(host: Host) -> None:
    models = {model.id: model for model in await engine(host).models()}
    assert list(models) == ["gpt-image-2", "gpt-image-1.5"]
    assert "16:9" in models["gpt-image-2"].sizes
    assert "16:9" not in models["gpt-image-1.5"].sizes
    assert all(side % 16 == 0 for size in models["gpt-image-2"].sizes.values() for side in size)
    assert not models["gpt-image-2"].price.known
    assert models["gpt-image-1.5"].price.amount > 0


async def test_the_table_wins_and_adds_models_that_the_host_does_not_list(host: Host) -> None:
    table = {
        "gpt-image-2": {"references": 3, "price": 0.07, "currency": "EUR"},
        "mine": {"name": "Mine", "sizes": {"1:1": [512, 512]}, "options": {
            "style": {"default": "vivid", "choices": ["vivid", "calm"], "sent": "look"},
        }},
    }  # fmt: skip
    made = engine(host, models=json.dumps(table))
    models = {model.id: model for model in await made.models()}
    assert models["gpt-image-2"].references == 3
    assert models["gpt-image-2"].price == Price(0.07, "EUR", "your own table")
    assert "16:9" in models["gpt-image-2"].sizes, "what the row does not say stays as it is known"
    assert models["mine"].name == "Mine"
    output = (await steps(made, ask(model="mine", width=512, height=512, options={"style": "calm"})))[-1]
    assert isinstance(output, Output)
    assert host[0].asked[-1].fields["look"] == "calm"


@pytest.mark.parametrize(
    ("table", "words"),
    [("{", "no JSON"), ("[1]", "must map"), ('{"m": {"refs": 1}}', "m, refs"),
     ('{"m": {"sizes": {"7:5": [1, 2]}}}', "m, sizes"),
     ('{"m": {"options": {"x": {"default": "a", "choices": ["b"]}}}}', "m, x")],
)  # fmt: skip
def test_a_table_that_is_wrong_is_refused_in_words(table: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        OpenAIConfig(models=table)


async def test_references_and_a_mask_go_as_files(host: Host) -> None:
    asked = ask(references=(png(), png(32), png(alpha=0)), options={"mask": True, "quality": "low"})
    found = await steps(engine(host), asked)
    assert [type(step) for step in found] == [Progress, Preview, Preview, Output]
    sent = host[0].sent("/images/edits")[0]
    assert [name for name, *_ in sent.files] == ["image[]", "image[]", "mask"]
    assert sent.files[0][3] == asked.references[0].data
    assert sent.files[2][2] == "image/png"
    assert sent.fields["quality"] == "low"
    assert "mask" not in sent.fields


async def test_a_mask_that_is_none_is_refused_before_anything_is_paid(host: Host) -> None:
    memo = NearMemo()
    with pytest.raises(Refused, match="A mask must be a PNG"):
        await steps(engine(host), ask(references=(png(),), options={"mask": True}), memo)
    assert memo.acts == []
    assert host[0].sent("/images/edits") == []


HOSTS: dict[str, dict[str, Any]] = {
    "openai": {"size": "1024x1024", "stream": True, "partial_images": 2, "output_format": "png"},
    "vllm-omni": {"size": "1024x1024", "response_format": "b64_json", "seed": 7, "negative_prompt": "fog",
                  "num_inference_steps": 9},
    "sglang": {"size": "1024x1024", "response_format": "b64_json", "seed": 7, "negative_prompt": "fog",
               "num_inference_steps": 9},
    "sd-server": {"size": "1024x1024"},
    "localai": {"size": "1024x1024", "response_format": "b64_json", "step": 9},
    "ollama": {"size": "1024x1024", "response_format": "b64_json"},
    "together": {"width": 1024, "height": 1024, "response_format": "base64", "seed": 7,
                 "negative_prompt": "fog", "steps": 9},
    "xai": {"aspect_ratio": "1:1", "response_format": "b64_json"},
    "recraft": {"size": "1024x1024", "response_format": "b64_json"},
    "litellm": {"size": "1024x1024"},
    "other": {"size": "1024x1024", "response_format": "b64_json"},
}  # fmt: skip


@pytest.mark.parametrize("name", DIALECTS)
async def test_each_host_is_sent_what_it_knows_and_nothing_else(host: Host, name: str) -> None:
    model = "gpt-image-2" if name == "openai" else "some-image-model"
    if name != "openai":
        host[1].models = {"object": "list", "data": [{"id": model, "object": "model"}]}
    made = engine(host, host=name)
    able = next(one for one in await made.models() if one.id == model)
    options = {"steps": 9} if "steps" in able.options.model_fields else {}
    seed, negative = 7 if able.seed else None, "fog" if able.negative else ""
    await steps(made, ask(model=model, seed=seed, negative=negative, options=options))
    fields = dict(host[0].asked[-1].fields)
    assert fields.pop("model") == model
    prompt = fields.pop("prompt")
    assert fields == HOSTS[name]
    if name == "sd-server":
        extras = prompt.partition("<sd_cpp_extra_args>")[2].partition("</")[0]
        assert json.loads(extras) == {"steps": 9, "seed": 7, "negative_prompt": "fog"}
    else:
        assert prompt == "a boat"


@pytest.mark.parametrize(("name", "where"), [("xai", "image"), ("together", "image_url"), ("vllm-omni", "")])
async def test_hosts_take_references_in_their_own_ways(host: Host, name: str, where: str) -> None:
    made = engine(host, host=name)
    await steps(made, ask(model="some-image-model", references=(png(),)))
    sent = host[0].asked[-1]
    data = base64.b64encode(png().data).decode()
    if name == "xai":
        assert sent.path == "/v1/images/edits"
        assert sent.fields["image"] == {"url": f"data:image/png;base64,{data}", "type": "image_url"}
    elif name == "together":
        assert sent.path == "/v1/images/generations"
        assert sent.fields[where] == f"data:image/png;base64,{data}"
    else:
        assert [file[0] for file in sent.files] == ["image"]


async def test_a_bare_list_with_kinds_is_read_and_other_kinds_left_out(host: Host) -> None:
    host[1].models = [
        {"id": "black-forest-labs/FLUX.1-schnell", "type": "image"}, {"id": "some/image-chat", "type": "chat"},
    ]  # fmt: skip
    models = await engine(host, host="together").models()
    assert [model.id for model in models] == ["black-forest-labs/FLUX.1-schnell"]


async def test_a_host_without_a_list_offers_what_the_table_names(host: Host) -> None:
    host[1].models = None
    models = await engine(host, host="recraft", models='{"recraftv3": {"price": 0.04}}').models()
    assert [(model.id, model.price.amount) for model in models] == [("recraftv3", 0.04)]


async def test_an_address_is_kept_fetched_at_once_and_after_a_restart_fetched_again(host: Host) -> None:
    host[1].answers_urls = True
    memo = NearMemo()
    first = (await steps(engine(host, host="xai"), ask(model="grok-imagine-image"), memo))[-1]
    assert memo.acts == ["about to pay", "put"]
    again = NearMemo(memo.value)
    second = (await steps(engine(host, host="xai"), ask(model="grok-imagine-image"), again))[-1]
    assert isinstance(first, Output)
    assert isinstance(second, Output)
    assert first.data == second.data
    assert again.acts == []
    assert len(host[0].sent("/images/generations")) == 1
    assert first.cost == Price(0.02, "USD", "an estimate; xAI's price page decides")


async def test_an_address_that_expired_says_so(host: Host) -> None:
    host[1].gone.add("/files/old.png")
    with pytest.raises(Refused, match="has expired"):
        await steps(engine(host), ask(), NearMemo(f"{host[0].url}/files/old.png"))


async def test_an_address_inside_a_private_network_is_not_opened(host: Host) -> None:
    with images() as (other, _):
        with pytest.raises(Refused, match="private network"):
            await steps(engine(host), ask(), NearMemo(f"{other.url}/files/a.png"))
        assert other.asked == []


@pytest.mark.parametrize(
    ("prompt", "failure", "words"),
    [("[status:401]", Misconfigured, "does not accept the key"),
     ("[status:404]", Refused, "does not know this model"),
     ("[status:429]", Limited, "too busy"), ("[status:500]", Unavailable, "out of order"),
     ("[status:503]", Unavailable, "out of order"), ("[blocked]", Refused, "content policy.*violence"),
     ("[late]", Refused, "content policy.*violence"), ("[credit]", Refused, "no credit left"),
     ("[empty]", Unavailable, "cannot be read"), ("[cut]", Unavailable, "broke"),
     ("[html]", Unavailable, "cannot be read"), ("[drop]", Unavailable, "broke")],
)  # fmt: skip
async def test_every_failure_has_words_and_never_the_key(
    host: Host, prompt: str, failure: type[Exception], words: str
) -> None:
    with pytest.raises(failure, match=words) as failed:
        await steps(engine(host), ask(prompt))
    assert KEY not in str(failed.value)
    assert len(host[0].sent("/images/generations")) == 1, "the SDK must not ask again by itself"
    if isinstance(failed.value, Limited):
        assert failed.value.retry_after == 7.0
    if isinstance(failed.value, Misconfigured):
        assert failed.value.setting == "api_key"
    if isinstance(failed.value, Unavailable):
        assert failed.value.unpaid == ("503" in prompt)


async def _framed(made: OpenAI, prompt: str) -> Any:
    async def look(data: bytes) -> Any:
        return imaging.probe(data)

    async def heard(step: object) -> None:
        """Nobody listens."""

    limits = Limits(tries=2, first_wait=0.01)
    return await run(made, ask(prompt), NearMemo(), limits=limits, on_step=heard, probe=look, secrets=[KEY])


@pytest.mark.parametrize(
    ("prompt", "failure"),
    [("[garbage]", BadPicture), ("[cut]", Unsure), ("[drop]", Unsure), ("[status:500]", Unsure)],
)
async def test_what_may_have_been_paid_is_never_asked_for_twice(
    host: Host, prompt: str, failure: type[Exception]
) -> None:
    made = engine(host)
    with pytest.raises(failure):
        await _framed(made, prompt)
    assert len(host[0].sent("/images/generations")) == 1
    await made.close()


async def test_a_free_host_is_asked_again(host: Host) -> None:
    made = engine(host, host="ollama")
    with pytest.raises(Unavailable):
        await _framed(made, "[status:500]")
    assert len(host[0].sent("/images/generations")) == 2
    await made.close()


async def test_a_host_that_is_away_was_surely_not_paid() -> None:
    made = OpenAI(OpenAIConfig(base_url="http://127.0.0.1:9/v1", api_key=KEY))  # type: ignore[arg-type]
    with pytest.raises(Unavailable, match="cannot be reached") as failed:
        await steps(made, ask())
    assert failed.value.unpaid


async def test_two_of_one_class_know_nothing_of_each_other(host: Host) -> None:
    with images() as (other, routes):
        routes.needs_key = False
        ours = engine(host)
        theirs = OpenAI(OpenAIConfig(host="localai", base_url=f"{other.url}/v1"))
        await steps(ours, ask())
        await steps(theirs, ask(model="flux"))
        assert len(host[0].sent("/images/generations")) == len(other.sent("/images/generations")) == 1
        assert KEY not in other.asked[-1].headers.get("authorization", "")


def test_a_host_that_wants_a_key_says_so_and_names_the_field() -> None:
    with pytest.raises(Misconfigured, match="needs an API key") as failed:
        OpenAI(OpenAIConfig())
    assert failed.value.setting == "api_key"


def test_importing_the_engine_does_not_load_the_sdk() -> None:
    code = "import sys, opencanva.engines.builtin.openai; print('openai' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
