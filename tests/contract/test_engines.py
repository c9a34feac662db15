"""What every engine keeps to: this suite finds all engines of the catalogue by itself."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator
from contextlib import ExitStack, aclosing
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise

import pytest
import pytest_asyncio
from PIL import Image

from opencanva import imaging
from opencanva.engines.catalog import Catalog, OfferedModel, read_environment, split_options
from opencanva.engines.contract import RATIOS, Ask, Engine, Notice, Output, Preview, Progress, Reference, Step
from opencanva.engines.finding import find_engines
from opencanva.engines.offers import fault
from tests.contract.memos import NearMemo

IDS = [found.id for found in find_engines(with_fake=True)]
PROMPT = "a red boat on a lake at dawn, watercolour"
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module", params=IDS)
def engine_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def catalog(engine_id: str) -> AsyncIterator[Catalog]:
    """Settings from the environment, or from `wire_<id>.py`: a server that speaks the engine's wire."""
    settings = read_environment(os.environ)
    with ExitStack() as open_servers:
        wire = f"tests.contract.wire_{engine_id.replace('-', '_')}"
        if engine_id not in settings and find_spec(wire) is not None:
            settings[engine_id] = open_servers.enter_context(import_module(wire).serving())
        catalog = Catalog.discover(settings, include_fake=True)
        yield catalog
        await catalog.close()


async def offered_by(catalog: Catalog, engine_id: str) -> list[OfferedModel]:
    state = await catalog.state(engine_id)
    assert state is not None, f"it needs settings, or tests/contract/wire_{engine_id}.py with `serving()`"
    assert (state.state, state.reason) == ("ready", None)
    return [offered for offered in await catalog.models() if offered.engine == engine_id]


def ask_for(offered: OfferedModel, key: str, seed: int = 7) -> Ask:
    """The model's smallest picture with its default options."""
    model = offered.model
    ratio, (width, height) = min(model.sizes.items(), key=lambda item: item[1][0] * item[1][1])
    options = split_options([offered], {})[0][offered.id]
    given = (Reference(sketch(width // 4, height // 4), "image/png"),) * model.least_references
    return Ask(
        key,
        model.id,
        PROMPT,
        ratio,
        width,
        height,
        seed if model.seed else None,
        "",
        options,
        references=given,
    )


def sketch(width: int, height: int) -> bytes:
    """A small picture for models that work on one."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(out, "PNG")
    return out.getvalue()


async def steps_of(engine: Engine, ask: Ask) -> list[Step]:
    async with aclosing(engine.generate(ask, NearMemo())) as steps:  # type: ignore[type-var]
        return [step async for step in steps]


async def test_offers_models_that_are_right_with_defaults_that_are_valid(
    catalog: Catalog, engine_id: str
) -> None:
    offered = await offered_by(catalog, engine_id)
    assert offered
    for one in offered:
        assert fault(one.model) == ""
        assert set(one.model.sizes) <= set(RATIOS)
        assert all(
            abs(int(r.split(":")[0]) / int(r.split(":")[1]) / (w / h) - 1) < 0.05
            for r, (w, h) in one.model.sizes.items()
        ), "a size is far from its ratio"
        assert one.options_schema["type"] == "object"
        assert split_options([one], {})[1] == []


async def test_makes_exactly_one_picture_of_the_size_asked_for(catalog: Catalog, engine_id: str) -> None:
    for number, offered in enumerate(await offered_by(catalog, engine_id)):
        ask = ask_for(offered, f"one-{number}")
        steps = await steps_of(catalog.engine(engine_id), ask)
        assert [isinstance(step, Output) for step in steps].count(True) == 1
        output = steps[-1]
        assert isinstance(output, Output), "nothing follows the picture"
        picture = imaging.probe(output.data)
        assert (picture.width, picture.height) == (ask.width, ask.height)
        assert output.seed == ask.seed or not offered.model.seed
        for step in steps:
            if isinstance(step, Preview):
                assert len(step.data) <= 1 << 20
                imaging.probe(step.data)
            elif isinstance(step, Notice):
                assert step.text.strip()


async def test_progress_goes_from_0_to_1_and_never_back(catalog: Catalog, engine_id: str) -> None:
    offered = (await offered_by(catalog, engine_id))[0]
    steps = await steps_of(catalog.engine(engine_id), ask_for(offered, "progress"))
    told = [step.fraction for step in steps if isinstance(step, Progress)]
    assert told, "people want to see that something happens"
    assert all(0 <= fraction <= 1 for fraction in told)
    assert all(before <= after for before, after in pairwise(told))


async def test_the_same_seed_makes_the_same_picture_and_another_one_another(
    catalog: Catalog, engine_id: str
) -> None:
    seeded = [one for one in await offered_by(catalog, engine_id) if one.model.seed]
    if not seeded:
        pytest.skip("no model of this engine takes a seed")
    engine, made = catalog.engine(engine_id), []
    for key, seed in (("a", 7), ("b", 7), ("c", 8)):
        output = (await steps_of(engine, ask_for(seeded[0], f"seed-{key}", seed)))[-1]
        assert isinstance(output, Output)
        made.append(output.data)
    assert made[0] == made[1]
    assert made[0] != made[2]


async def test_a_cancel_in_the_middle_is_obeyed_within_two_seconds(catalog: Catalog, engine_id: str) -> None:
    offered = (await offered_by(catalog, engine_id))[-1]
    begun = asyncio.Event()

    async def generate() -> None:
        steps = catalog.engine(engine_id).generate(ask_for(offered, "cancel"), NearMemo())
        async with aclosing(steps) as opened:  # type: ignore[type-var]
            async for _ in opened:
                begun.set()

    task = asyncio.create_task(generate())
    await asyncio.wait_for(begun.wait(), 20)
    task.cancel()
    await asyncio.wait({task}, timeout=2)
    assert task.done()


async def test_options_that_no_model_knows_are_refused(catalog: Catalog, engine_id: str) -> None:
    offered = await offered_by(catalog, engine_id)
    _, complaints = split_options(offered, {"no_such_option": 1})
    assert [complaint.field for complaint in complaints] == ["options.no_such_option"]
