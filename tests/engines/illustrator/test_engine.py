"""The Illustrator as an engine: steps in order, the same bytes again, a quick stop, honest facts."""

from __future__ import annotations

import asyncio
import dataclasses
import io
import json
import subprocess
import sys
import time

import pytest
from PIL import Image

from opencanva.engines.builtin.illustrator import Illustrator
from opencanva.engines.builtin.illustrator.engine import SIZES, Options
from opencanva.engines.contract import (
    RATIOS,
    Ask,
    Engine,
    Memo,
    Notice,
    Output,
    Preview,
    Progress,
    Reference,
    Refused,
    Role,
    Step,
)


class NoMemo:
    """A memo that was never used before."""

    value: str | None = None

    async def about_to_pay(self) -> None:
        raise AssertionError("a free engine never pays")

    async def put(self, value: str) -> None:
        raise AssertionError("a local engine keeps no handle")


def ask(prompt: str, size: int = 200, **more: object) -> Ask:
    fields: dict[str, object] = {"ratio": "1:1", "width": size, "height": size, "seed": 11, **more}
    return Ask(key="k", model="illustrator", prompt=prompt, **fields)  # type: ignore[arg-type]


async def run(one: Ask) -> list[Step]:
    memo: Memo = NoMemo()
    return [step async for step in Illustrator().generate(one, memo)]


def picture(steps: list[Step]) -> Output:
    found = [s for s in steps if isinstance(s, Output)]
    assert len(found) == 1
    assert steps[-1] is found[0]
    return found[0]


async def test_it_is_an_engine_with_one_free_procedural_model() -> None:
    engine = Illustrator()
    assert isinstance(engine, Engine)
    model, *hands = await engine.models()
    assert {hand.sizes == model.sizes for hand in hands} == {True}
    assert "not a neural model" in model.description
    assert not model.neural
    assert model.seed
    assert model.negative
    assert model.price.amount == 0
    assert tuple(model.sizes) == RATIOS
    for ratio, (width, height) in model.sizes.items():
        a, b = map(int, ratio.split(":"))
        assert abs(width / height - a / b) < 0.01
        assert max(width, height) <= 1024


async def test_previews_come_before_exactly_one_picture() -> None:
    steps = await run(ask("a fox in a forest at dawn", 420))
    previews = [Image.open(io.BytesIO(s.data)) for s in steps if isinstance(s, Preview)]
    assert [max(p.size) for p in previews] == [160, 320]
    fractions = [s.fraction for s in steps if isinstance(s, Progress)]
    assert fractions == sorted(fractions)
    assert fractions[0] >= 0
    assert fractions[-1] <= 1
    final = Image.open(io.BytesIO(picture(steps).data)).convert("RGB")
    assert final.size == (420, 420)
    # The preview is the same composition: shrunk, the two differ little.
    small, rough = final.resize((40, 40)), previews[1].convert("RGB").resize((40, 40))
    gap = [abs(a - b) for a, b in zip(small.tobytes(), rough.tobytes(), strict=True)]
    assert sum(gap) / len(gap) < 9


async def test_the_same_ask_gives_the_same_bytes_and_another_seed_another_picture() -> None:
    first, again, other = [
        picture(await run(a)).data for a in (ask("a cat, oil"), ask("a cat, oil"), ask("a cat, oil", seed=12))
    ]
    assert first == again
    assert first != other


async def test_facts_are_in_the_output_and_in_the_file() -> None:
    steps = await run(ask("a lighthouse and a flurbostat, ink", negative="rain"))
    out = picture(steps)
    assert out.facts["engine"] == "illustrator"
    assert out.facts["neural"] is False
    assert out.facts["scene"]["style"] == "ink"
    assert out.facts["art"]["lighthouse"]["licence"] == "Apache-2.0"
    assert "flurbostat" in out.facts["unknown"]
    assert any(isinstance(s, Notice) and "flurbostat" in s.text for s in steps)
    assert not any("leave out" in s.text for s in steps if isinstance(s, Notice))
    text = Image.open(io.BytesIO(out.data)).text  # type: ignore[attr-defined]
    assert json.loads(text["opencanva"]) == json.loads(json.dumps(out.facts))


async def test_what_cannot_be_left_out_is_said() -> None:
    steps = await run(ask("a cat", negative="a flurbostat"))
    assert any(isinstance(s, Notice) and "leave out" in s.text and "flurbostat" in s.text for s in steps)


async def test_the_style_option_wins_over_the_prompt() -> None:
    out = picture(await run(ask("a cat, watercolour", options={"style": "pixel"})))
    assert out.facts["scene"]["style"] == "pixel"
    plain = picture(await run(ask("a cat, watercolour", options={"style": "none"})))
    assert plain.data != out.data


async def test_an_empty_prompt_is_refused_with_its_mend() -> None:
    with pytest.raises(Refused, match="say what to draw"):
        await run(ask("  \n "))


async def test_closing_stops_the_drawing_within_a_tenth_of_a_second() -> None:
    from opencanva.engines.builtin.illustrator import engine as module

    steps = Illustrator().generate(ask("a fox in a forest, watercolour", 1400), NoMemo())
    async for step in steps:
        if isinstance(step, Preview):
            break
    await asyncio.sleep(0.15)
    start = time.perf_counter()
    await steps.aclose()  # type: ignore[attr-defined]
    assert time.perf_counter() - start < 0.1
    # The thread is free again soon: a tiny job queued behind it runs at once.
    pool = module._threads()
    await asyncio.gather(*(asyncio.wrap_future(pool.submit(int)) for _ in range(4)))
    assert time.perf_counter() - start < 1.0


async def test_the_loop_keeps_turning_while_pictures_are_drawn() -> None:
    longest, done = 0.0, asyncio.Event()

    async def beat() -> None:
        nonlocal longest
        while not done.is_set():
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            longest = max(longest, time.perf_counter() - before)

    heart = asyncio.create_task(beat())
    await asyncio.gather(run(ask("a castle at night", 320)), run(ask("a sailboat on the sea", 320)))
    done.set()
    await heart
    assert longest < 0.5


@pytest.mark.parametrize(
    "prompt",
    [
        "🦊",
        "قطة في الغابة",
        "a" * 5000,
        "cat\x00dog",
        "\u202eevil",
        "12345",
        "!!!",
        "un château au bord de la mer",
        "cat " * 400,
    ],
    ids=["emoji", "arabic", "long", "nul", "rtl", "digits", "marks", "french", "repeats"],
)
async def test_odd_prompts_still_give_a_picture(prompt: str) -> None:
    out = picture(await run(ask(prompt, 96)))
    assert Image.open(io.BytesIO(out.data)).size == (96, 96)


@pytest.mark.parametrize("ratio", RATIOS)
async def test_every_ratio_keeps_its_size(ratio: str) -> None:
    width, height = (n // 5 for n in SIZES[ratio])
    out = picture(await run(ask("a dog on a beach", ratio=ratio, width=width, height=height)))
    assert Image.open(io.BytesIO(out.data)).size == (width, height)


def reference(colour: tuple[int, int, int], strength: float = 0.9) -> Reference:
    gradient = Image.linear_gradient("L").convert("RGB")
    out = io.BytesIO()
    Image.blend(gradient, Image.new("RGB", gradient.size, colour), 0.6).save(out, "PNG")
    return Reference(out.getvalue(), "image/png", Role.STYLE, strength)


async def test_a_reference_gives_its_palette_and_not_its_shapes() -> None:
    def mean(data: bytes) -> tuple[float, ...]:
        small = Image.open(io.BytesIO(data)).convert("RGB").resize((1, 1), Image.Resampling.BOX)
        return tuple(small.tobytes())

    plain = picture(await run(ask("a hill at noon", 128)))
    red = await run(ask("a hill at noon", 128, references=(reference((220, 30, 40)),)))
    blue = picture(await run(ask("a hill at noon", 128, references=(reference((20, 60, 230)),))))
    assert any(isinstance(s, Notice) and "palette" in s.text for s in red)
    r0, _, b0 = mean(plain.data)
    r1, _, b1 = mean(picture(red).data)
    r2, _, b2 = mean(blue.data)
    assert r1 - b1 > r0 - b0 + 25
    assert b2 - r2 > b0 - r0 + 10


async def test_a_reference_that_is_no_image_is_refused() -> None:
    with pytest.raises(Refused, match="use a PNG"):
        await run(ask("a cat", references=(Reference(b"nonsense", "image/png"),)))


def test_the_form_has_words_for_every_field() -> None:
    for name, field in Options.model_json_schema()["properties"].items():
        assert field["title"], name
        assert field["description"], name
        assert "default" in field, name


def test_importing_the_engine_loads_no_drawing() -> None:
    module = "opencanva.engines.builtin.illustrator"
    code = f"import sys, {module}; print(*(m in sys.modules for m in ('numpy', 'PIL')))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["False", "False"]


async def test_a_model_of_one_style_draws_in_it_whatever_the_prompt_says() -> None:
    from dataclasses import replace

    from opencanva.engines.builtin.illustrator import Illustrator
    from opencanva.engines.contract import Ask, Output

    async def drawn(ask: Ask) -> bytes:
        async for step in Illustrator().generate(ask, None):  # type: ignore[arg-type]
            if isinstance(step, Output):
                return step.data
        raise AssertionError("no picture")

    ask = Ask("k", "pixel", "a fox in a meadow, oil painting", "1:1", 128, 128, seed=3)
    styled = replace(ask, model="illustrator", options={"style": "pixel"})
    free = replace(ask, model="illustrator", options={})
    one, same, other = await drawn(ask), await drawn(styled), await drawn(free)
    from io import BytesIO

    from PIL import Image

    pixels = [Image.open(BytesIO(data)).convert("RGB").tobytes() for data in (one, same, other)]
    assert pixels[0] == pixels[1] != pixels[2]


async def test_a_large_picture_has_twice_the_sides_and_the_same_composition() -> None:
    small = Image.open(io.BytesIO(picture(await run(ask("a red boat on the sea", 128))).data)).convert("RGB")
    large = picture(await run(ask("a red boat on the sea", 128, options={"size": "large"})))
    made = Image.open(io.BytesIO(large.data)).convert("RGB")
    assert made.size == (256, 256)
    thumbs = [list(one.resize((8, 8), Image.Resampling.BOX).tobytes()) for one in (small, made)]
    assert sum(abs(a - b) for a, b in zip(*thumbs, strict=True)) / len(thumbs[0]) < 9


async def test_the_upscaler_enlarges_its_reference_four_times_in_its_own_shape() -> None:
    drawn = Image.open(io.BytesIO(picture(await run(ask("a red fox", 96))).data)).convert("RGB")
    cut = drawn.crop((0, 0, 96, 60))
    data = io.BytesIO()
    cut.save(data, "PNG")
    given = (Reference(data.getvalue(), "image/png", Role.CONTENT),)
    steps = await run(dataclasses.replace(ask("a red fox", references=given), model="upscaler", seed=None))
    made = Image.open(io.BytesIO(picture(steps).data)).convert("RGB")
    assert made.size == (384, 240)
    back = list(made.resize(cut.size, Image.Resampling.BOX).tobytes())
    assert sum(abs(a - b) for a, b in zip(back, cut.tobytes(), strict=True)) / len(back) < 6


async def test_the_upscaler_says_what_it_needs_and_what_is_too_large() -> None:
    with pytest.raises(Refused, match="as a reference"):
        await run(dataclasses.replace(ask("a fox"), model="upscaler"))
    data = io.BytesIO()
    Image.new("RGB", (2100, 8)).save(data, "PNG")
    given = (Reference(data.getvalue(), "image/png"),)
    with pytest.raises(Refused, match="2100"):
        await run(dataclasses.replace(ask("a fox", references=given), model="upscaler"))
