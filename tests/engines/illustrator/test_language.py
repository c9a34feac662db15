"""What the Illustrator understands: the prompt suite, the negative prompt, and texts of every kind."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opencanva.engines.builtin.illustrator import art
from opencanva.engines.builtin.illustrator.language import (
    COLOURS,
    DETAILS,
    FRAMINGS,
    LIGHTS,
    MOODS,
    PLACES,
    STYLES,
    TIMES,
    WEATHERS,
    read,
)
from opencanva.engines.builtin.illustrator.language.foreign import scene_words
from opencanva.engines.builtin.illustrator.language.lexicon import english, read_nouns
from opencanva.engines.builtin.illustrator.scene import Relation, Scene, Size

from .suite import Case, find_faults, read_cases

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.prompt[:60])
def test_a_prompt_becomes_the_scene_it_describes(case: Case) -> None:
    assert find_faults(read(case.prompt), case) == []


def test_the_suite_sees_a_fault() -> None:
    assert find_faults(read("a cat"), Case("a cat", {"subjects": "dog"}))
    assert find_faults(read("a cat"), Case("a cat", {"place": "sea"}))


def assert_in_tables(scene: Scene) -> None:
    assert scene.place in PLACES
    assert scene.backdrop in {*PLACES, ""}
    assert scene.time in TIMES
    assert scene.weather in WEATHERS
    assert scene.style in {*STYLES, "none"}
    assert scene.mood in {*MOODS, ""}
    assert scene.light in {*LIGHTS, ""}
    assert scene.framing in {*FRAMINGS, "scene"}
    assert set(scene.details) <= set(DETAILS)
    assert set(scene.colours) <= set(COLOURS)
    for number, subject in enumerate(scene.subjects):
        assert art.has(subject.art)
        assert 1 <= subject.count <= 24
        assert subject.colour is None or subject.colour in COLOURS
        assert subject.size in get_args(Size)
        assert subject.relation is None or subject.relation in get_args(Relation)
        assert subject.target is None or (
            0 <= subject.target < len(scene.subjects) and subject.target != number
        )
        assert subject.pose in ("fly", "swim", "stand", "float", "hang")


_WORDS = st.sampled_from(sorted(english()))
_GLUE = [",", ".", "and", "with", "no", "on", "it", "\x00", "🦊", "雪の森", "ein", "7"]
_FOREIGN = st.sampled_from(sorted({word for words in scene_words().values() for word in words}))
_SCRIPTS = st.characters(min_codepoint=0x1200, max_codepoint=0x1FAFF, exclude_categories=["Cs"])
_PROMPTS = st.one_of(
    st.text(_SCRIPTS, max_size=60),
    st.lists(_FOREIGN, max_size=12).map(" ".join),
    st.text(max_size=300),
    st.lists(_WORDS, max_size=25).map(" ".join),
    st.lists(st.one_of(_WORDS, st.sampled_from(_GLUE)), max_size=25).map(" ".join),
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(_PROMPTS, _PROMPTS)
def test_any_text_gives_a_scene_of_known_words(prompt: str, negative: str) -> None:
    scene = read(prompt, negative)
    assert_in_tables(scene)
    assert scene == read(prompt, negative)


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "   ",
        "\x00",
        "\x00" * 500,
        "🤷‍♀️🤷‍♀️",
        "ﷺ",
        "مرحبا بالعالم",
        "\u202edesrever",
        "e" + "\u0301" * 900,
        "((((",
        "\ud800",
        "一" * 3000,
        "a " * 3000,
    ],
)
def test_odd_texts_give_a_scene(prompt: str) -> None:
    assert_in_tables(read(prompt))


def test_emoji_without_a_drawing_are_named() -> None:
    scene = read("a cat 🏁")
    assert [s.art for s in scene.subjects] == ["cat"]
    assert scene.unknown == ("🏁",)


def test_a_very_long_prompt_is_cut_and_said_so_quickly() -> None:
    read("a warm start")
    began = time.perf_counter()
    scene = read("a red fox in a forest, " + "and a strange xylophone " * 4200)
    assert time.perf_counter() - began < 2
    assert scene.subjects[0].art == "fox"
    assert any("2,000" in word for word in scene.unknown)


def test_the_negative_prompt_takes_subjects_weather_details_colours_and_styles_out() -> None:
    prompt = "a red fox and a dog in a rainy meadow with flowers, watercolour"
    scene = read(prompt, "dog, rain, flowers, watercolour")
    assert [s.art for s in scene.subjects] == ["fox"]
    assert (scene.weather, scene.details, scene.style) == ("clear", (), "none")
    assert {"dog", "rain", "flowers", "watercolour"} <= set(scene.avoid)
    assert read("a blue car", "blue").subjects[0].colour is None


def test_whole_groups_can_be_refused() -> None:
    assert [s.art for s in read("a boy and a cat in a garden", "animals").subjects] == ["boy"]
    assert [s.art for s in read("a boy and a cat in a garden", "people").subjects] == ["cat"]


def test_a_negative_prompt_names_what_it_cannot_act_on_and_passes_over_habit() -> None:
    scene = read("a cat", "blurry, low quality, bad anatomy, watermark, gazebo")
    assert scene.unknown == ("not gazebo",)


def test_a_target_that_is_taken_out_takes_its_relation_along() -> None:
    (cat,) = read("a cat on a sofa", "sofa").subjects
    assert (cat.relation, cat.target) == (None, None)


def test_a_relative_is_drawn_only_with_a_word_about_it() -> None:
    assert ("marmot", "chipmunk") in read("a marmot").drew_as
    assert read("a puppy").drew_as == ()


def test_every_alias_names_a_drawing() -> None:
    nouns, near = read_nouns()
    assert len(nouns) >= 1000
    assert {name for name in nouns.values() if name != "none" and not art.has(name)} == set()
    assert near
