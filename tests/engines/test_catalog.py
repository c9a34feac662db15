"""The catalogue lists whatever is installed, with a reason where it cannot be used."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from opencanva.engines.catalog import Catalog, check, read_environment, split_options
from opencanva.engines.contract import EngineConfig, Misconfigured, Model, ModelOptions, Unavailable
from opencanva.engines.fake import Fake, FakeConfig
from opencanva.engines.finding import Found


class Told:
    """An engine whose `models` does what it is told."""

    name, Config = "Told", EngineConfig

    def __init__(self, id: str, answer: Any) -> None:
        self.id, self.answer, self.asked = id, answer, 0

    async def models(self) -> Any:
        self.asked += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def generate(self, ask: Any, memo: Any) -> Any:
        raise AssertionError("not asked for here")


class Reserved(ModelOptions):
    seed: int = 1


class Needy(ModelOptions):
    needed: int


SQUARE = {"1:1": (64, 64)}


async def test_an_engine_that_breaks_is_listed_with_its_reason_beside_those_that_work() -> None:
    catalog = Catalog.of(
        [Told("broken", KeyError("x")), Told("away", Unavailable("The host is away.")),  # type: ignore[list-item]
         Told("keyless", Misconfigured("The key is wrong.", "api_key")), Fake(FakeConfig())]
    )  # fmt: skip
    states = {state.id: (state.state, state.reason, state.models) for state in await catalog.engines()}
    assert states["broken"][0] == "unavailable"
    assert states["away"] == ("unavailable", "The host is away.", 0)
    assert states["keyless"] == ("needs_config", "The key is wrong.", 0)
    assert states["fake"] == ("ready", None, 4)
    assert await catalog.find("fake/quick") is not None
    assert await catalog.find("away/quick") is None
    assert await catalog.find("quick") is None


async def test_a_model_that_is_not_right_is_left_out_and_named() -> None:
    models = [
        Model("good", "Good", SQUARE), Model("good", "Twice", SQUARE), Model("odd", "Odd", {"7:5": (7, 5)}),
        Model("zero", "Zero", {"1:1": (0, 0)}), Model("reserved", "R", SQUARE, options=Reserved),
        Model("needy", "N", SQUARE, options=Needy), Model("bad id", "B", SQUARE), "none",
    ]  # fmt: skip
    catalog = Catalog.of([Told("mixed", models)])  # type: ignore[list-item]
    assert [one.id for one in await catalog.models()] == ["mixed/good"]
    state = (await catalog.engines())[0]
    assert state.state == "ready"
    assert all(
        name in (state.reason or "") for name in ("odd", "zero", "reserved", "needy", "bad id", "twice")
    )


async def test_answers_are_kept_and_asked_for_once() -> None:
    engine = Told("told", [Model("one", "One", SQUARE)])
    catalog = Catalog.of([engine])  # type: ignore[list-item]
    await asyncio.gather(*(catalog.models() for _ in range(10)))
    await catalog.find("told/one")
    assert engine.asked == 1


class Silent(Told):
    """Answers when it is told to."""

    def __init__(self, id: str) -> None:
        super().__init__(id, [Model("one", "One", SQUARE)])
        self.speak = asyncio.Event()

    async def models(self) -> list[Model]:
        await self.speak.wait()
        return await super().models()


async def test_a_silent_engine_holds_no_list_up_and_comes_when_it_answers() -> None:
    silent = Silent("silent")
    catalog = Catalog.of([silent, Fake(FakeConfig())])  # type: ignore[list-item]
    async with asyncio.timeout(8):
        assert {one.engine for one in await catalog.models()} == {"fake"}
        states = {state.id: state for state in await catalog.engines()}
        assert (states["silent"].state, states["silent"].reason or "")[1].startswith(
            "It has not answered yet"
        )
        silent.speak.set()
        await asyncio.sleep(0.01)
        assert {one.engine for one in await catalog.models()} == {"silent", "fake"}
    assert silent.asked == 1


async def test_the_first_of_two_engines_with_one_id_wins() -> None:
    first, second = Fake(FakeConfig()), Fake(FakeConfig())
    catalog = Catalog.of([first, second])
    assert catalog.engine("fake") is first
    states = await catalog.engines()
    assert [state.state for state in states] == ["ready", "unavailable"]
    assert "has the id “fake” already" in (states[1].reason or "")


@pytest.mark.parametrize(
    ("source", "words"),
    [("no.such.module:X", "could not be imported"), ("opencanva.kit.order:key_between", "lacks"),
     ("opencanva.engines.fake:Nothing", "could not be imported"),
     ("opencanva.engines.fake:Fake", "entry point")],
)  # fmt: skip
async def test_what_cannot_be_imported_says_why(source: str, words: str) -> None:
    catalog = Catalog(lambda: [Found("odd", "Odd", source)], {})
    state = (await catalog.engines())[0]
    assert state.state == "unavailable"
    assert words in (state.reason or "")
    with pytest.raises(Unavailable, match=words):
        catalog.engine("odd")


async def test_a_wrong_setting_is_named_and_its_value_never_shown(tmp_path: Path) -> None:
    settings = read_environment(
        {"OPENCANVA_ENGINE_FAKE_ENABLED": "1", "OPENCANVA_ENGINE_FAKE_LATENCY": "hush-hush", "PATH": "/bin"}
    )
    assert settings == {"fake": {"enabled": "1", "latency": "hush-hush"}}
    state = (await Catalog.discover(settings).engines())[-1]
    assert state.state == "needs_config"
    assert "OPENCANVA_ENGINE_FAKE_LATENCY" in (state.reason or "")
    assert "hush" not in (state.reason or "")


async def test_secrets_are_known_to_the_frame() -> None:
    catalog = Catalog.discover({"fake": {"enabled": "1", "secret": "hush-hush"}})
    catalog.engine("fake")
    assert catalog.secrets("fake") == ["hush-hush"]


async def test_the_fake_is_offered_only_when_asked_for() -> None:
    assert "fake" not in [state.id for state in await Catalog.discover({}).engines()]
    assert "illustrator" in [state.id for state in await Catalog.discover({}).engines()]


async def test_options_go_to_the_models_that_know_them() -> None:
    catalog = Catalog.of([Fake(FakeConfig())])
    chosen = [one for one in await catalog.models() if one.model.id in ("quick", "picky")]
    taken, complaints = split_options(chosen, {"seed": 3, "stripes": 9})
    assert complaints == []
    assert taken == {"fake/quick": {"stripes": 9, "bold": False, "seed": 3}, "fake/picky": {}}


@pytest.mark.parametrize(
    ("name", "value"),
    [("seed", -1), ("seed", 2**32), ("seed", True), ("seed", "1"), ("negative", 5),
     ("negative", "x" * 10_001),
     ("stripes", 0), ("stripes", "many"), ("unknown", 1)],
)  # fmt: skip
async def test_a_wrong_option_is_named(name: str, value: object) -> None:
    chosen = [one for one in await Catalog.of([Fake(FakeConfig())]).models() if one.model.id == "quick"]
    _, complaints = split_options(chosen, {name: value})
    assert [complaint.field for complaint in complaints] == [f"options.{name}"]


async def test_what_a_model_lacks_is_told_with_what_it_has() -> None:
    picky = await Catalog.of([Fake(FakeConfig())]).find("fake/picky")
    assert picky is not None
    told = check(picky, ratio="16:9", count=1, references=2)
    assert [complaint.field for complaint in told] == ["ratio", "references"]
    assert "It has 1:1." in told[0].words
    assert check(picky, ratio="1:1", count=1, references=0) == []
