"""Models on this computer: one tiny model and one process draw every case."""

from __future__ import annotations

import asyncio
import io
import os
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from PIL import Image

from opencanva.engines.builtin.local import Local
from opencanva.engines.builtin.local.engine import LocalConfig
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
from tests.contract.memos import NearMemo
from tests.contract.tiny_models import LACKING, unpack_tiny
from tests.contract.wire_local import serving

pytestmark = pytest.mark.asyncio(loop_scope="module")
draws = pytest.mark.skipif(bool(LACKING), reason=LACKING)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def local() -> AsyncIterator[Local]:
    with serving() as settings:
        made = Local(LocalConfig(**settings), every=0.01)
        yield made
        await made.close()


def ask(steps: int = 2, **more: Any) -> Ask:
    given = {"seed": 7, "options": {"steps": steps, "guidance": 7.0}} | more
    return Ask("key", "tiny", "boat", "1:1", 64, 64, **given)


async def draw(local: Local, wanted: Ask) -> list[Step]:
    return [step async for step in local.generate(wanted, NearMemo())]


def bytes_of(steps: list[Step]) -> bytes:
    assert isinstance(steps[-1], Output)
    return steps[-1].data


def halves(left: str, right: str) -> bytes:
    """A picture twice as wide as high; its middle half is half `left`, half `right`."""
    picture, out = Image.new("RGB", (128, 64), left), io.BytesIO()
    picture.paste(right, (64, 0, 128, 64))
    picture.save(out, "PNG")
    return out.getvalue()


@draws
async def test_every_step_shows_a_preview_and_the_server_never_imports_torch(local: Local) -> None:
    steps = await draw(local, ask(3))
    assert [isinstance(step, Preview) for step in steps].count(True) == 3
    fractions = {step.fraction for step in steps if isinstance(step, Progress)}
    assert sorted(fractions) == pytest.approx([0, 1 / 3, 2 / 3, 0.99])
    assert Image.open(io.BytesIO(bytes_of(steps))).size == (64, 64)
    assert "torch" not in sys.modules


@draws
async def test_what_to_leave_out_changes_the_picture(local: Local) -> None:
    assert bytes_of(await draw(local, ask())) != bytes_of(await draw(local, ask(negative="boat")))


@draws
async def test_a_reference_is_cut_to_the_ratio_and_weighed(local: Local) -> None:
    def of(data: bytes, strength: float) -> Ask:
        return ask(4, references=(Reference(data, "image/png", None, strength),))

    wide = halves("red", "blue")
    cut, out = Image.open(io.BytesIO(wide)).crop((32, 0, 96, 64)), io.BytesIO()
    cut.save(out, "PNG")
    near = bytes_of(await draw(local, of(wide, 0.8)))
    assert near == bytes_of(await draw(local, of(out.getvalue(), 0.8))), "the middle is taken, not stretched"
    assert near != bytes_of(await draw(local, of(wide, 0.2)))
    assert near != bytes_of(await draw(local, of(halves("blue", "red"), 0.8)))


@draws
async def test_pictures_wait_their_turn_and_say_so(local: Local) -> None:
    first, second = (local.generate(ask(), NearMemo()) for _ in range(2))
    await anext(first)
    assert await anext(second) == Progress(0.0, "waiting its turn")
    assert bytes_of([step async for step in first]) == bytes_of([step async for step in second])


@draws
async def test_a_cancel_between_steps_keeps_the_process_for_the_next_picture(local: Local) -> None:
    before = bytes_of(await draw(local, ask()))
    painter = local._painter
    async with aclosing(local.generate(ask(150), NearMemo())) as steps:  # type: ignore[type-var]
        async for step in steps:
            if isinstance(step, Preview):
                break
    assert bytes_of(await draw(local, ask())) == before
    assert local._painter is painter


@draws
async def test_a_model_that_does_not_load_is_told_in_words(local: Local) -> None:
    root = Path(local._config.folder)
    shutil.copytree(root / "tiny", root / "torn")
    (root / "torn" / "vae" / "diffusion_pytorch_model.safetensors").unlink()
    with pytest.raises(Refused, match="could not draw this") as failed:
        await draw(local, Ask("key", "torn", "boat", "1:1", 64, 64, 7))
    assert "torn" in failed.value.reason
    assert str(root) not in failed.value.reason
    shutil.rmtree(root / "torn")
    bytes_of(await draw(local, ask()))


@draws
async def test_a_process_that_is_killed_is_told_and_a_cancel_while_it_starts_is_obeyed_at_once(
    local: Local,
) -> None:
    steps = local.generate(ask(150), NearMemo())
    while not isinstance(await anext(steps), Preview):
        pass
    painter = local._painter
    assert painter is not None
    os.kill(painter._process.pid, signal.SIGKILL)
    with pytest.raises(Unavailable, match="want of memory"):
        [step async for step in steps]
    task = asyncio.create_task(draw(local, ask()))
    while local._painter is None or local._painter is painter:
        await asyncio.sleep(0.005)
    fresh, began = local._painter, time.monotonic()
    task.cancel()
    await asyncio.wait({task}, timeout=5)
    assert task.cancelled()
    assert time.monotonic() - began < 1
    assert not fresh.runs


async def test_sizes_and_abilities_come_from_the_models_own_files(tmp_path: Path) -> None:
    unpack_tiny(tmp_path / "tiny")
    shutil.copytree(tmp_path / "tiny", tmp_path / "flux-schnell")
    shutil.move(tmp_path / "flux-schnell" / "unet", tmp_path / "flux-schnell" / "transformer")
    (tmp_path / "flux-schnell" / "transformer" / "config.json").write_text("{}")
    (tmp_path / "flux-schnell" / "model_index.json").write_text('{"_class_name": "SanaPipeline"}')
    flux, tiny = await Local(LocalConfig(folder=str(tmp_path)), needed=()).models()
    assert (tiny.id, tiny.sizes["1:1"], tiny.references, tiny.negative) == ("tiny", (128, 128), 1, True)
    assert (flux.sizes["1:1"], flux.references, flux.negative) == ((1024, 1024), 0, False)
    assert flux.options().model_dump() == {"steps": 4, "guidance": 0.0}


async def test_what_is_lacking_is_told_with_its_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENCANVA_HOME", str(tmp_path))
    with pytest.raises(Unavailable, match=r"no_such_library.*pip install 'opencanva\[local\]'"):
        await Local(LocalConfig(), needed=("json", "no_such_library")).models()
    local = Local(LocalConfig(), needed=())
    with pytest.raises(Misconfigured, match="no model in this folder"):
        await local.models()
    unpack_tiny(tmp_path / "models" / "tiny")
    assert [model.id for model in await local.models()] == ["tiny"]
    for folder in (str(tmp_path / "none"), "~nobody-at-all/models", "a\0b", "\ud800"):
        with pytest.raises(Misconfigured, match="no such folder"):
            await Local(LocalConfig(folder=folder), needed=()).models()
