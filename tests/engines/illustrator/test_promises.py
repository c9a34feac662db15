"""What the Illustrator says it can do, counted: places, hours, styles, subjects, languages, framings, relations."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import get_args

import numpy as np
import pytest

from opencanva.engines.builtin.illustrator import art, language
from opencanva.engines.builtin.illustrator.drawing.boxes import Box
from opencanva.engines.builtin.illustrator.drawing.crowds import CROWD, MOST
from opencanva.engines.builtin.illustrator.drawing.frame import Frame
from opencanva.engines.builtin.illustrator.drawing.layout import arrange
from opencanva.engines.builtin.illustrator.drawing.light import choose_light
from opencanva.engines.builtin.illustrator.drawing.places import paint_place
from opencanva.engines.builtin.illustrator.drawing.render import render
from opencanva.engines.builtin.illustrator.own import SUBJECTS
from opencanva.engines.builtin.illustrator.own.trades import TRADES
from opencanva.engines.builtin.illustrator.scene import Relation, Scene, Subject

from .suite import read_cases

CATS = {
    "bn": "বিড়াল", "da": "kat", "de": "Katze", "es": "gato", "et": "kass", "fi": "kissa",
    "fr": "chat", "hi": "बिल्ली", "hu": "macska", "it": "gatto", "ja": "猫", "ko": "고양이",
    "lt": "katė", "ms": "kucing", "nb": "katt", "nl": "kat", "pl": "kot", "pt": "gato",
    "ru": "кошка", "sv": "katt", "th": "แมว", "uk": "кіт", "vi": "mèo", "zh": "猫",
}  # fmt: skip
"""Language → its word for a cat."""
DRAWN = """
import hashlib
from opencanva.engines.builtin.illustrator import language
from opencanva.engines.builtin.illustrator.drawing.render import render
told = hashlib.sha256(render(language.read("nine ducks on a lake at dawn, oil"), 60, 40, 7).tobytes()).hexdigest()
"""


def test_there_is_as_much_to_choose_from_as_is_said() -> None:
    assert len(language.PLACES) >= 16
    assert len(language.TIMES) >= 6
    assert len({*language.TIMES, *language.WEATHERS}) >= 10
    assert len(language.STYLES) >= 12
    assert len(SUBJECTS) >= 60
    assert {"close-up", "wide", "portrait", "pattern", "poster", "icon", "wallpaper"} <= set(
        language.FRAMINGS
    )
    assert {"on", "under", "beside", "behind", "holding", "above"} <= set(get_args(Relation))


def test_the_suite_is_of_a_size_and_asks_for_everything() -> None:
    cases = read_cases()
    wanted = " ".join(" ".join(f"{k}={v}" for k, v in case.wants.items()) for case in cases)
    assert len(cases) >= 150
    for field, values in (
        ("style=", set(language.STYLES) - {"neon"}),
        ("framing=", language.FRAMINGS),
        ("@", get_args(Relation)),
    ):
        assert [v for v in values if f"{field}{v.replace(' ', '_')}" not in wanted] == []
    for field, least in (("place=", 24), ("time=", 5), ("weather=", 6), ("mood=", 6), ("light=", 5)):
        assert len({part.split()[0] for part in wanted.split(field)[1:]}) >= least, field


def test_subjects_are_named_in_twenty_five_languages() -> None:
    assert {"en", *art.read_table("labels")} == {"en", *CATS}
    assert len({"en", *CATS}) == 25
    drawn = {code: [s.art for s in language.read(word).subjects] for code, word in CATS.items()}
    assert {code: arts for code, arts in drawn.items() if arts not in (["cat"], ["black-cat"])} == {}


@pytest.mark.parametrize("name", [*sorted(TRADES), "person", "person-with-veil", "older-person", "mrs-claus"])
def test_people_of_a_trade_stand_on_their_feet(name: str) -> None:
    assert not art.facts(name).bust
    assert art.facts(name).source == "own"


@pytest.mark.parametrize("count", [CROWD, 9, 13, MOST])
@pytest.mark.parametrize(
    ("place", "pose"), [("meadow", "stand"), ("studio", "stand"), ("sky", "fly"), ("lake", "float")]
)
def test_a_crowd_is_drawn_in_full_and_every_one_of_it_is_seen(count: int, place: str, pose: str) -> None:
    name = {"fly": "bird", "float": "duck", "stand": "ewe"}[pose]
    scene = Scene(place, subjects=(Subject(name, name, count=count, pose=pose),))
    frame = Frame(90, 90, 5)
    made = arrange(scene, paint_place(frame, scene, choose_light(scene, frame)), frame)
    assert len(made) == count
    hidden = [max(a.overlap(b) for b in made if b is not a) for a in made]
    assert max(hidden) < 0.75
    assert min(b.x - b.w / 2 for b in made) > -0.02
    assert max(b.x + b.w / 2 for b in made) < frame.ax + 0.02
    if place == "meadow":
        assert max(made, key=lambda b: b.foot).h > min(made, key=lambda b: b.foot).h * 1.2


@pytest.mark.parametrize("size", [(240, 40), (40, 240), (7, 5)])
def test_any_shape_of_picture_is_drawn(size: tuple[int, int]) -> None:
    assert render(language.read("a castle on a hill at night, oil"), *size, 3).size == size


def test_another_process_draws_the_same_pixels() -> None:
    here: dict[str, str] = {}
    exec(DRAWN, here)
    there = subprocess.run(
        [sys.executable, "-c", f"{DRAWN}print(told)"],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert there.stdout.strip() == here["told"]


def pairs(place: str, one: Subject, other: Subject) -> tuple[Box, Box, list[Box]]:
    frame, scene = Frame(90, 90, 4), Scene(place, subjects=(one, other))
    made = arrange(scene, paint_place(frame, scene, choose_light(scene, frame)), frame)
    return next(b for b in made if b.number == 0), next(b for b in made if b.number == 1), made


def test_a_hat_sits_on_the_head_and_is_no_wider_than_becomes_it() -> None:
    cat, hat, _ = pairs("studio", Subject("cat", "cat"), Subject("hat", "hat", relation="on", target=0))
    assert hat.x < cat.x - cat.w * 0.15
    assert hat.w < cat.w * 0.75
    assert cat.top - hat.h < hat.foot - hat.h * 0.5 < cat.top + cat.h * 0.4


def test_an_umbrella_is_held_up_behind_the_head() -> None:
    girl, umbrella, made = pairs(
        "meadow", Subject("girl", "girl", relation="holding", target=1), Subject("umbrella", "umbrella")
    )
    assert umbrella.top < girl.top
    assert made.index(umbrella) < made.index(girl)


def test_flowers_stand_in_a_vase_which_hides_their_stems() -> None:
    rose, vase, made = pairs(
        "studio", Subject("rose", "rose", relation="in", target=1), Subject("empty-vase", "vase")
    )
    assert rose.top < vase.top < rose.foot < vase.foot
    assert made.index(rose) < made.index(vase)


def test_a_hammock_hangs_from_one_tree_to_the_other() -> None:
    hammock, _, made = pairs(
        "beach",
        Subject("hammock", "hammock", relation="between", target=1),
        Subject("palm-tree", "palm", count=2),
    )
    left, right = sorted(b.x for b in made if b.number == 1)
    assert left < hammock.x < right
    assert hammock.w > (right - left) * 0.9


def test_a_small_thing_is_not_hidden_by_a_large_one() -> None:
    mouse, cheese, made = pairs(
        "studio", Subject("mouse", "mouse", size="tiny"), Subject("cheese-wedge", "cheese", size="giant")
    )
    assert mouse.overlap(cheese) < 0.3 or made.index(mouse) > made.index(cheese)


def test_a_silhouette_is_darker_than_anything_around_it() -> None:
    lit, dark = (
        np.asarray(
            render(Scene("meadow", "sunset", light=light, subjects=(Subject("deer", "deer"),)), 80, 80, 2)
        )
        for light in ("", "back")
    )
    assert (dark.max(-1) < 60).mean() > 0.02
    assert (dark.max(-1) < 60).mean() > (lit.max(-1) < 60).mean() + 0.01


def test_two_colours_of_a_poster_part_the_subject_from_its_ground() -> None:
    made = render(language.read("poster of a whale, blue and orange"), 96, 96, 2)
    shown = np.asarray(made, np.int16)
    assert ((shown[..., 0] - shown[..., 2]) > 70).mean() > 0.05
    assert ((shown[..., 2] - shown[..., 0]) > 70).mean() > 0.05
