"""fal, Black Forest Labs and Replicate against servers with queues: paying once, stopping, words for failures."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from importlib import import_module
from typing import Any

import pytest

from opencanva import imaging
from opencanva.engines.contract import (
    Ask,
    Engine,
    Limited,
    Misconfigured,
    Output,
    Progress,
    Reference,
    Refused,
    Step,
    Unavailable,
)
from opencanva.engines.fake import draw
from opencanva.engines.frame import BadPicture, Limits, Unsure, run
from tests.contract.memos import NearMemo
from tests.contract.wire import KEY, WireServer

FIRST = {"fal": "fal-ai/flux/dev", "bfl": "flux-pro-1.1", "replicate": "maker/fast-one"}
EDITS = {"fal": "fal-ai/nano-banana", "bfl": "flux-2-pro", "replicate": "maker/edits"}


class Host:
    """An engine and the server that it talks to."""

    def __init__(self, id: str, server: WireServer) -> None:
        self.id, self.server = id, server
        self.jobs: dict[str, Any] = server.queue.jobs  # type: ignore[attr-defined]

    def engine(self, **more: Any) -> Engine:
        made = import_module(f"opencanva.engines.builtin.{self.id}").ENGINE
        base = self.server.url if self.id == "fal" else f"{self.server.url}/v1"
        engine: Engine = made(made.Config(**({"base_url": base, "api_key": KEY} | more)))
        return engine

    async def steps(
        self, prompt: str, memo: NearMemo | None = None, model: str = "", **more: Any
    ) -> list[Step]:
        ask = Ask("key-1", model or FIRST[self.id], prompt, "1:1", 1024, 1024, more.pop("seed", 7), **more)
        async with aclosing(self.engine().generate(ask, memo or NearMemo())) as steps:  # type: ignore[type-var]
            return [step async for step in steps]


@pytest.fixture(params=["fal", "bfl", "replicate"])
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    with import_module(f"tests.contract.wire_{request.param}").host() as server:
        yield Host(request.param, server)


async def test_one_job_is_paid_for_and_its_handle_kept_before_anything_else(host: Host) -> None:
    memo = NearMemo()
    output = (await host.steps("a boat", memo))[-1]
    assert isinstance(output, Output)
    assert memo.acts == ["about to pay", "put"]
    assert len(host.jobs) == 1
    assert output.seed == 7


async def test_what_died_between_submit_and_fetch_goes_on_and_is_not_paid_again(host: Host) -> None:
    memo = NearMemo()
    engine = host.engine()
    steps = engine.generate(Ask("k", FIRST[host.id], "a boat [endless]", "1:1", 1024, 1024, 7), memo)
    while not memo.value:
        await anext(steps)
    (job,) = host.jobs.values()
    job.faults.clear()
    again = await host.steps("a boat [endless]", NearMemo(memo.value))
    assert isinstance(again[-1], Output)
    assert list(host.jobs) == [job.id]
    await steps.aclose()  # type: ignore[attr-defined]


async def test_closing_stops_the_job_at_the_host(host: Host) -> None:
    memo = NearMemo()
    ask = Ask("k", FIRST[host.id], "a boat [endless]", "1:1", 1024, 1024, 7)

    async def draw_it() -> None:
        async with aclosing(host.engine().generate(ask, memo)) as steps:  # type: ignore[type-var]
            async for _ in steps:
                pass

    task = asyncio.create_task(draw_it())
    async with asyncio.timeout(5):
        while not memo.value:
            await asyncio.sleep(0.01)
    task.cancel()
    _, late = await asyncio.wait({task}, timeout=2)
    assert not late
    assert next(iter(host.jobs.values())).stopped is (host.id != "bfl")  # which knows no way to


@pytest.mark.parametrize(
    ("prompt", "failure", "words"),
    [("[status:401]", Misconfigured, "key"), ("[status:402]", Refused, "no credit"),
     ("[status:404]", Refused, "does not know"), ("[status:429]", Limited, "too busy"),
     ("[status:500]", Unavailable, "out of order"), ("[blocked]", Refused, "content policy"),
     ("[unsafe]", Refused, "content policy"), ("[expired]", Refused, "expired"), ("[html]", Unavailable, "JSON"),
     ("[drop]", Unavailable, "broke")],
)  # fmt: skip
async def test_every_failure_has_words_and_never_the_key(
    host: Host, prompt: str, failure: type[Exception], words: str
) -> None:
    if host.id == "fal" and prompt == "[unsafe]":
        words = "safety"
    with pytest.raises(failure, match=words) as failed:
        await host.steps(f"a boat {prompt}")
    assert KEY not in str(failed.value)
    if isinstance(failed.value, Limited):
        assert failed.value.retry_after == 3


async def test_a_connection_that_breaks_while_paying_is_never_repeated(host: Host) -> None:
    ask = Ask("k", FIRST[host.id], "a boat [drop]", "1:1", 1024, 1024, 7)
    with pytest.raises(Unsure):
        await _run(host, ask)
    assert sum(one.method == "POST" for one in host.server.asked) == 1


async def test_what_is_no_picture_is_said_and_not_made_again(host: Host) -> None:
    with pytest.raises(BadPicture):
        await _run(host, Ask("k", FIRST[host.id], "a boat [text]", "1:1", 1024, 1024, 7))
    assert len(host.jobs) == 1


async def test_references_go_where_the_model_takes_them(host: Host) -> None:
    picture = Reference(draw(8, 8, "r", 2), "image/png")
    await host.steps("a boat", model=EDITS[host.id], references=(picture,))
    (job,) = host.jobs.values()
    if host.id == "fal":
        assert job.path == "fal-ai/nano-banana/edit"
        assert job.fields["image_urls"][0].startswith("data:image/png;base64,")
    else:
        sent = job.fields["input_image"]
        assert sent.startswith("data:") is (host.id == "replicate")


async def test_the_table_adds_models_and_wins_over_what_is_known(host: Host) -> None:
    table = f'{{"mine/own": {{"price": 0.5}}, "{FIRST[host.id]}": {{"name": "Renamed"}}}}'
    models = {one.id: one for one in await host.engine(models=table).models()}
    assert models["mine/own"].price.amount == 0.5
    assert (models[FIRST[host.id]].name, models[FIRST[host.id]].seed) == ("Renamed", True)
    made = import_module(f"opencanva.engines.builtin.{host.id}").ENGINE
    with pytest.raises(ValueError, match="no JSON"):
        made.Config(models="{")


def test_without_a_key_it_says_so(host: Host) -> None:
    with pytest.raises(Misconfigured, match="needs an API key") as failed:
        host.engine(api_key="")
    assert failed.value.setting == "api_key"


async def _run(host: Host, ask: Ask) -> object:
    async def on_step(step: object) -> None:
        assert isinstance(step, Progress)

    async def probe(data: bytes) -> imaging.Picture:
        return imaging.probe(data)

    return await run(
        host.engine(),
        ask,
        NearMemo(),
        limits=Limits(first_wait=0.01),
        on_step=on_step,
        probe=probe,
        secrets=[KEY],
    )
