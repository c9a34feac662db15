"""The engine of ComfyUI against a server with its documented routes and its socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any

import pytest

from opencanva.engines.builtin.comfyui import ComfyUI, ComfyUIConfig
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
from opencanva.engines.workflows import workflow_of_checkpoint
from tests.contract.memos import NearMemo
from tests.contract.wire import KEY
from tests.contract.wire_comfyui import Comfy, host

MODEL = id_of("dream shaper.safetensors")
MINE = {
    **workflow_of_checkpoint("x").graph,
    "9": {"class_type": "LoadImage", "inputs": {"image": "{{reference_1}}"}},
}


@pytest.fixture
def comfy() -> Iterator[Comfy]:
    with host() as running:
        yield running


def engine(comfy: Comfy, **more: Any) -> ComfyUI:
    return ComfyUI(ComfyUIConfig(**({"base_url": comfy.url, "token": KEY} | more)))


async def steps(made: ComfyUI, prompt: str, memo: NearMemo | None = None, **more: Any) -> list[Step]:
    ask = Ask("key-1", more.pop("model", MODEL), prompt, "1:1", 64, 64, 7, **more)
    async with aclosing(made.generate(ask, memo or NearMemo())) as found:  # type: ignore[type-var]
        return [step async for step in found]


def only(comfy: Comfy) -> dict[str, Any]:
    """The one run that the program was asked for."""
    (job,) = comfy.jobs.values()
    return job


async def test_previews_and_progress_come_over_the_socket(comfy: Comfy) -> None:
    found = await steps(engine(comfy), "a boat", negative="fog", options={"steps": 9, "guidance": 4.0})
    assert any(isinstance(step, Preview) for step in found)
    assert Progress(0.4, "drawing") in found
    sent = only(comfy)["graph"]
    assert sent["2"]["inputs"]["text"] == "a boat"
    assert sent["3"]["inputs"]["text"] == "fog"
    assert (sent["5"]["inputs"]["seed"], sent["5"]["inputs"]["steps"], sent["5"]["inputs"]["cfg"]) == (
        7,
        9,
        4.0,
    )


async def test_a_workflow_of_ones_own_takes_its_references(comfy: Comfy) -> None:
    made = engine(comfy, workflows=json.dumps({"Mine": MINE}))
    assert (await made.models())[0].least_references == 1
    picture = Reference(draw(8, 8, "r", 2), "image/png")
    assert isinstance((await steps(made, "a boat", model="Mine", references=(picture,)))[-1], Output)
    assert only(comfy)["graph"]["9"]["inputs"]["image"] == f"opencanva/{comfy.uploads[0]}"


async def test_what_died_after_the_submit_is_not_submitted_again(comfy: Comfy) -> None:
    memo = NearMemo()
    await steps(engine(comfy), "a boat", memo)
    assert isinstance((await steps(engine(comfy), "a boat", NearMemo(memo.value)))[-1], Output)
    assert list(comfy.jobs) == [memo.value]
    with pytest.raises(Refused, match="forgot this picture"):
        await steps(engine(comfy), "a boat", NearMemo("prompt-9"))


@pytest.mark.parametrize(("prompt", "interrupted"), [("a boat [long]", True), ("a boat [wait]", False)])
async def test_only_the_own_picture_is_stopped(comfy: Comfy, prompt: str, interrupted: bool) -> None:
    memo = NearMemo()
    task = asyncio.create_task(steps(engine(comfy), prompt, memo))
    async with asyncio.timeout(5):
        while not memo.value:
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.5)  # by then one that waits does not count as the one that runs
    task.cancel()
    _, late = await asyncio.wait({task}, timeout=2)
    assert not late
    assert ("/queue", {"delete": [memo.value]}) in comfy.acts
    assert (("/interrupt", {"prompt_id": memo.value}) in comfy.acts) is interrupted


async def test_what_died_inside_the_submit_is_found_again(comfy: Comfy) -> None:
    memo = NearMemo()
    with pytest.raises(Unavailable):
        await steps(engine(comfy), "a boat [lost]", memo)
    assert (memo.value, memo.acts) == (None, [])  # so that it is tried again and never “interrupted”
    assert isinstance((await steps(engine(comfy), "a boat [lost]", memo))[-1], Output)
    assert list(comfy.jobs) == [memo.value]


async def test_a_run_that_failed_is_not_found_again(comfy: Comfy) -> None:
    for _ in range(2):
        with pytest.raises(Refused, match="CUDA out of memory"):
            await steps(engine(comfy), "a boat [bad]")
    assert len(comfy.jobs) == 2


async def test_a_program_that_gives_its_own_numbers_is_followed() -> None:
    with host(takes_ids=False) as comfy:
        memo = NearMemo()
        assert isinstance((await steps(engine(comfy), "a boat", memo))[-1], Output)
        assert memo.value == "prompt-1"


@pytest.mark.parametrize(
    ("prompt", "failure", "words"),
    [("[status:400]", Refused, "not valid"), ("[status:500]", Unavailable, "out of order"),
     ("[bad]", Refused, "KSampler: CUDA out of memory")],
)  # fmt: skip
async def test_every_failure_has_words_and_never_the_token(
    comfy: Comfy, prompt: str, failure: type[Exception], words: str
) -> None:
    with pytest.raises(failure, match=words) as failed:
        await steps(engine(comfy), f"a boat {prompt}")
    assert KEY not in str(failed.value)


@pytest.mark.parametrize(
    ("graph", "words"),
    [({"1": {"class_type": "A", "inputs": {"text": "{{promt}} {{prompt}}"}}}, "nothing fills: promt"),
     ({"1": {"class_type": "A", "inputs": {"text": "x"}}}, "lacks the hole"), ({"nodes": []}, "Export"),
     ({"1": {"class_type": "A", "inputs": {"a": "{{prompt}}", "b": "{{reference_2}}"}}}, "from 1")],
)  # fmt: skip
def test_a_workflow_that_is_not_right_is_said(graph: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        ComfyUIConfig(workflows=json.dumps({"Mine": graph}))


async def test_unknown_nodes_and_a_wrong_token_are_said(comfy: Comfy) -> None:
    strange = {"1": {"class_type": "FaceFixer", "inputs": {"text": "{{prompt}}"}}}
    with pytest.raises(Misconfigured, match="lacks: FaceFixer") as failed:
        await engine(comfy, workflows=json.dumps({"Mine": strange})).models()
    assert failed.value.setting == "workflows"
    with pytest.raises(Misconfigured) as wrong:
        await engine(comfy, token="wrong").models()
    assert wrong.value.setting == "token"
