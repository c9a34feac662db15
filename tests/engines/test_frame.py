"""The frame keeps its word whatever the engine does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from opencanva import imaging
from opencanva.engines import frame
from opencanva.engines.contract import (
    Ask,
    EngineConfig,
    Limited,
    Memo,
    Misconfigured,
    Notice,
    Output,
    Preview,
    Price,
    Progress,
    Refused,
    Step,
    Unavailable,
)
from opencanva.engines.fake import Fake, FakeConfig, draw
from opencanva.engines.frame import BadPicture, Limits, Made, Unsure
from tests.contract.memos import NearMemo

SECRET = "s3cr3t/key+99"
QUICK = Limits(timeout=3, silence=0.3, first_wait=0.01, grace=0.2)
PICTURE = draw(32, 32, "x", 3)


async def probe(data: bytes) -> imaging.Picture:
    return await asyncio.to_thread(imaging.probe, data)


class Scripted:
    """An engine made of one generator function."""

    id, name, Config = "scripted", "Scripted", EngineConfig

    def __init__(self, script: Callable[[Memo], AsyncIterator[Any]]) -> None:
        self.script, self.runs = script, 0

    async def models(self) -> list[Any]:
        return []

    def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        self.runs += 1
        return self.script(memo)


async def make(
    engine: Any, prompt: str = "a fox", *, model: str = "quick", memo: Any = None, limits: Limits = QUICK,
    on_step: Any = None,
) -> Made:  # fmt: skip
    told: list[object] = []

    async def listen(step: object) -> None:
        told.append(step)

    ask = Ask("key-1", model, prompt, "1:1", 64, 64, 5)
    return await frame.run(
        engine,
        ask,
        memo or NearMemo(),
        limits=limits,
        on_step=on_step or listen,
        probe=probe,
        secrets=[SECRET],
    )


def fake() -> Fake:
    return Fake(FakeConfig.model_validate({"secret": SECRET}))


async def test_hands_over_the_bytes_as_they_are() -> None:
    made = await make(fake())
    assert (made.media_type, made.width, made.height, made.seed) == ("image/png", 64, 64, 5)
    assert made.facts == {"words": 2}


@pytest.mark.parametrize(
    ("prompt", "failure", "words"),
    [
        ("[raise]", Unavailable, "broke down"), ("[refuse]", Refused, "will not"),
        ("[limited]", Limited, "busy"), ("[unavailable:9]", Unavailable, "away"),
        ("[hang]", Unavailable, "said nothing for 0.3 seconds"), ("[wrong]", Unavailable, "no step"),
        ("[nothing]", Unavailable, "broke down"), ("[empty]", BadPicture, "empty"),
        ("[garbage]", BadPicture, "no picture"), ("[truncated]", BadPicture, "ends early"),
        ("[huge]", BadPicture, "40,000 × 40,000"),
    ],
)  # fmt: skip
async def test_every_misbehaviour_ends_in_words(prompt: str, failure: type[Exception], words: str) -> None:
    engine = fake()
    with pytest.raises(failure, match=words):
        await make(engine, prompt)
    assert len(engine.left) == len(engine.asked), "a generator was left open"


async def test_an_engine_that_is_away_is_asked_again_with_growing_pauses() -> None:
    engine = fake()
    await make(engine, "[unavailable:2]")
    assert len(engine.asked) == 3


@pytest.mark.parametrize("prompt", ["[refuse]", "[limited:9]", "[garbage]", "[hang]"])
async def test_what_asking_again_does_not_mend_is_asked_once(prompt: str) -> None:
    engine = fake()
    with pytest.raises(frame.EngineError):
        await make(engine, prompt)
    assert len(engine.asked) == 1


async def test_no_secret_is_left_in_words_or_in_what_they_were_raised_from() -> None:
    with pytest.raises(Unavailable) as failed:
        await make(fake(), "[leak]")
    chain: BaseException | None = failed.value
    while chain is not None:
        assert SECRET not in str(chain)
        chain = chain.__cause__ or (None if chain.__suppress_context__ else chain.__context__)


async def test_a_lost_payment_is_unsure_and_never_repeated() -> None:
    engine, memo = fake(), NearMemo()
    with pytest.raises(Unsure):
        await make(engine, "[lost]", model="paid", memo=memo)
    assert (engine.paid, memo.acts) == (["key-1"], ["about to pay"])


async def test_a_kept_handle_resumes_without_paying() -> None:
    engine = fake()
    await make(engine, model="paid", memo=NearMemo("job-key-1"))
    assert engine.paid == []


@pytest.mark.parametrize(
    ("error", "expected", "runs"),
    [
        (Unavailable("away"), Unsure, 1), (Unavailable("away", unpaid=True), Unavailable, 3),
        (KeyError("x"), Unsure, 1), (Refused("no"), Refused, 1), (Limited("busy", 9), Limited, 1),
        (Misconfigured("key", "api_key"), Misconfigured, 1),
    ],
)  # fmt: skip
async def test_after_about_to_pay_only_a_sure_no_is_a_no(
    error: Exception, expected: type[Exception], runs: int
) -> None:
    async def script(memo: Memo) -> AsyncIterator[Any]:
        await memo.about_to_pay()
        yield Progress(0.1)
        raise error

    engine = Scripted(script)
    with pytest.raises(expected):
        await make(engine)
    assert engine.runs == runs


async def test_the_whole_run_has_a_limit() -> None:
    async def script(memo: Memo) -> AsyncIterator[Any]:
        while True:
            yield Progress(0.1)
            await asyncio.sleep(0.01)

    began = time.monotonic()
    with pytest.raises(Unavailable, match="longer than the time allowed"):
        await make(Scripted(script), limits=Limits(timeout=0.3, silence=9))
    assert time.monotonic() - began < 1


async def test_caps_what_an_engine_says() -> None:
    told: list[Any] = []

    async def on_step(step: Any) -> None:
        told.append(step)

    async def script(memo: Memo) -> AsyncIterator[Any]:
        yield Progress(0.5, f"with {SECRET}")
        yield Progress(0.2)
        yield Progress(float("nan"))
        yield Preview(b"x" * (1 << 21))
        for number in range(30):
            yield Notice(f"{number} {SECRET} " + "long " * 200)
        yield Output(PICTURE, seed=-1, cost=Price(float("inf")), facts={"big": "x" * 100_000})

    made = await make(Scripted(script), on_step=on_step)
    assert [step.fraction for step in told if isinstance(step, Progress)] == [0.5, 0.5]
    assert not any(isinstance(step, Preview) for step in told)
    assert len(made.notices) == 20
    assert max(len(text) for text in made.notices) <= 500
    assert SECRET not in str(told)
    assert (made.seed, made.cost, made.facts) == (5, None, {})


async def test_too_many_bytes_are_refused() -> None:
    async def script(memo: Memo) -> AsyncIterator[Any]:
        yield Output(bytes((64 << 20) + 1))

    with pytest.raises(BadPicture, match="64 MB"):
        await make(Scripted(script))


async def test_what_the_caller_raises_comes_out_as_it_is() -> None:
    class Fenced(Exception):
        pass

    class Memory(NearMemo):
        async def about_to_pay(self) -> None:
            raise Fenced

    async def on_step(step: object) -> None:
        raise Fenced

    async def hiding(memo: Memo) -> AsyncIterator[Any]:
        try:
            await memo.about_to_pay()
        except Exception as error:
            raise Unavailable("hidden") from error
        yield Output(PICTURE)

    engine = fake()
    with pytest.raises(Fenced):
        await make(engine, on_step=on_step)
    assert len(engine.left) == 1
    with pytest.raises(Fenced):
        await make(Scripted(hiding), memo=Memory())


async def test_cancelling_closes_the_generator() -> None:
    engine = fake()
    task = asyncio.create_task(make(engine, "[hang]", limits=Limits()))
    while not engine.asked:
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert engine.left == ["key-1"]


async def test_an_engine_that_will_not_leave_holds_nobody_up() -> None:
    release = asyncio.Event()

    async def script(memo: Memo) -> AsyncIterator[Any]:
        yield Progress(0.1)
        while not release.is_set():
            try:
                await asyncio.wait_for(release.wait(), 30)
            except asyncio.CancelledError:
                continue

    began = time.monotonic()
    with pytest.raises(Unavailable, match="hung"):
        await make(Scripted(script))
    assert time.monotonic() - began < 1.5
    release.set()
    await asyncio.sleep(0.05)


@pytest.mark.parametrize("script", [lambda memo: None, lambda memo: [1, 2]])
async def test_what_is_no_generator_is_no_engine(script: Any) -> None:
    with pytest.raises(Unavailable, match="no async generator"):
        await make(Scripted(script))


@pytest.mark.parametrize(
    "text",
    [f"key {SECRET}", "url https://x/?q=s3cr3t%2Fkey%2B99", "Basic czNjcjN0L2tleSs5OQ==", "https://me:pw123@host/"],
)  # fmt: skip
def test_redact_knows_the_shapes_of_a_secret(text: str) -> None:
    said = frame.redact(text, [SECRET])
    assert "•••" in said
    assert not any(shape in said for shape in (SECRET, "s3cr3t", "czNjcjN0", "pw123"))
