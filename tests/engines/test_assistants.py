"""Prompt assistants: the local rules keep every word, put in what fits, and say what they cannot do."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opencanva.engines.assistants.contract import ASPECTS, Added, Assistant, Delta, Remark, Said
from opencanva.engines.assistants.finding import Assistants
from opencanva.engines.assistants.rules import Rules, check


async def enhanced(prompt: str) -> tuple[str, list[Said]]:
    said = [one async for one in Rules().enhance(prompt)]
    return "".join(one.text for one in said if isinstance(one, Delta)), said


def lacking(prompt: str) -> set[str]:
    return {one.aspect for one in check(prompt) if not one.present}


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_every_text_stays_letter_for_letter_in_front_of_what_is_put_in(prompt: str) -> None:
    import asyncio

    text, said = asyncio.run(enhanced(prompt))
    assert text.startswith(prompt.rstrip())
    put = [one for one in said if isinstance(one, Added)]
    assert (text == prompt.rstrip()) == (not put)
    assert all(one.words.lower() in text.lower() for one in put)
    assert asyncio.run(enhanced(prompt))[0] == text


@pytest.mark.parametrize(
    ("prompt", "missing"),
    [
        ("a lighthouse", {"style", "composition", "light", "mood", "colour"}),
        ("a lighthouse, watercolour", {"composition", "light", "mood", "colour"}),
        ("wide angle photograph of a calm lake at golden hour, muted colours", set()),
        ("watercolor, moonlit", {"subject", "composition", "mood", "colour"}),
        ("", set(ASPECTS)),
        (
            "a sign that says “red storm at night, oil painting”",
            {"style", "composition", "light", "mood", "colour"},
        ),
        (
            "a sailor's sign that says 'red storm at night, oil painting'",
            {"style", "composition", "light", "mood", "colour"},
        ),
        ("a noir detective in a blizzard", {"composition", "colour"}),
    ],
)
def test_it_knows_what_a_prompt_lacks(prompt: str, missing: set[str]) -> None:
    assert lacking(prompt) == missing


async def test_only_what_is_lacking_is_put_in() -> None:
    for prompt in ("a fox", "a fox, oil painting", "a portrait of a king, backlit", "a logo for a bakery"):
        before = lacking(prompt)
        text, said = await enhanced(prompt)
        assert {one.aspect for one in said if isinstance(one, Added)} <= before
        assert len(lacking(text)) < len(before)


async def test_nothing_contradicts_the_night_or_the_weather() -> None:
    for prompt in (
        "a castle at night",
        "a city street, midnight",
        "a ship in a storm",
        "a village in the rain",
        "a nightclub",
        "fireworks over a river",
        "a bat in a cave",
    ):
        text, _ = await enhanced(prompt)
        more = text.removeprefix(prompt)
        assert not any(word in more for word in ("sun", "golden", "noon", "daylight", "blue sky")), more


async def test_a_drawing_without_colour_gets_none() -> None:
    assert not [
        one for one in (await enhanced("an owl, pencil drawing"))[1] if getattr(one, "aspect", "") == "colour"
    ]


@pytest.mark.parametrize(
    "prompt", ["ein Fuchs im Wald und eine Eule", "キツネと雪の森", "лиса в лесу", "un renard dans la neige"]
)
async def test_what_it_cannot_read_is_left_alone_and_that_is_said(prompt: str) -> None:
    text, said = await enhanced(prompt)
    assert text == prompt
    assert [one for one in said if isinstance(one, Remark)]


async def test_a_long_prompt_gets_little_and_a_very_long_one_nothing() -> None:
    long = "a fox walking along a river bank with reeds and stones " * 5
    assert len([one for one in (await enhanced(long))[1] if isinstance(one, Added)]) <= 2
    assert [one for one in (await enhanced(long * 3))[1] if isinstance(one, Added)] == []


async def test_a_full_stop_is_followed_by_sentences() -> None:
    text, _ = await enhanced("A perfume bottle stands on a stone.")
    assert text.endswith(".")
    assert ".," not in text


def test_the_rules_are_found_and_an_assistant_that_does_not_fit_is_refused() -> None:
    found = Assistants.discover()
    assert [one.id for one in found.all()] == ["rules"]
    assert found.find(None) is found.find("rules")
    assert found.find("nobody") is None
    assert isinstance(found.find("rules"), Assistant)
    with pytest.raises(TypeError):
        found.add(object())  # type: ignore[arg-type]


async def test_a_language_model_takes_the_same_seat() -> None:
    class Poet:
        id, name, local = "poet", "Poet", False

        async def enhance(self, prompt: str) -> AsyncIterator[Said]:
            yield Delta(f"{prompt}, by moonlight")

    found = Assistants()
    found.add(Poet())
    poet = found.find("poet")
    assert poet is not None
    assert [one async for one in poet.enhance("a fox")] == [Delta("a fox, by moonlight")]
