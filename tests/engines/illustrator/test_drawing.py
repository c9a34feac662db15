"""The drawing half: every place, hour, weather, style and framing paints what the scene asks for."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from opencanva.engines.builtin.illustrator import art, language
from opencanva.engines.builtin.illustrator.drawing.boxes import Box
from opencanva.engines.builtin.illustrator.drawing.frame import Frame, noise
from opencanva.engines.builtin.illustrator.drawing.layout import arrange
from opencanva.engines.builtin.illustrator.drawing.light import TIMES, choose_light
from opencanva.engines.builtin.illustrator.drawing.places import PLACES, paint_place
from opencanva.engines.builtin.illustrator.drawing.render import render
from opencanva.engines.builtin.illustrator.drawing.styles import STYLES
from opencanva.engines.builtin.illustrator.drawing.weather import paint_weather
from opencanva.engines.builtin.illustrator.engine import Options
from opencanva.engines.builtin.illustrator.scene import Scene, Subject

CAT = Subject("cat", "cat")


def pixels(scene: Scene, width: int = 96, height: int = 96, seed: int = 3) -> np.ndarray:
    return np.asarray(render(scene, width, height, seed), np.float32)


def boxes(scene: Scene, seed: int = 3) -> list[Box]:
    frame = Frame(120, 120, seed)
    return arrange(scene, paint_place(frame, scene, choose_light(scene, frame)), frame)


def test_the_words_of_the_language_are_all_drawn() -> None:
    assert set(language.PLACES) <= set(PLACES)
    assert set(language.STYLES) <= set(STYLES)
    assert set(language.TIMES) <= set(TIMES)
    offered = Options.model_json_schema()["properties"]["style"]["enum"]
    assert set(offered) == {"auto", "none", *STYLES}


@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_place_paints_something_of_its_own(place: str) -> None:
    picture = pixels(Scene(place, subjects=(CAT,)), 120, 80)
    assert picture.shape == (80, 120, 3)
    assert picture.std() > 12


def test_no_two_places_look_the_same() -> None:
    small = {place: pixels(Scene(place), 64, 64) for place in PLACES}
    names = sorted(small)
    near = [
        (a, b) for i, a in enumerate(names) for b in names[i + 1 :] if np.abs(small[a] - small[b]).mean() < 3
    ]
    assert near == []


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_style_changes_the_picture_and_keeps_the_subject(style: str) -> None:
    scene = Scene("meadow", style=style, subjects=(Subject("cat", "cat", colour="red"),))
    bare = pixels(Scene("meadow", style=style), 160, 160)
    plain = pixels(Scene("meadow", subjects=scene.subjects), 160, 160)
    picture = pixels(scene, 160, 160)
    assert np.abs(picture - plain).mean() > 2.5
    changed = np.abs(picture - bare).max(-1) > 24
    assert changed.mean() > 0.015, "the subject was swallowed"


def test_hours_and_weathers_light_the_scene() -> None:
    level = {time: pixels(Scene("meadow", time)).mean() for time in TIMES}
    assert level["night"] < level["sunset"] < level["day"]
    day = pixels(Scene("meadow"))
    for weather in ("rain", "snow", "storm", "fog", "wind", "overcast"):
        assert np.abs(pixels(Scene("meadow", weather=weather)) - day).mean() > 3, weather


@pytest.mark.parametrize("place", ["room", "kitchen", "hall", "cave"])
def test_no_rain_falls_inside(place: str) -> None:
    frame = Frame(96, 96, 3)
    scene = Scene(place, weather="rain")
    light = choose_light(scene, frame)
    stage = paint_place(frame, scene, light)
    before = stage.image.copy()
    paint_weather(frame, scene, light, stage)
    assert (stage.image == before).all()


def test_one_composition_at_every_size() -> None:
    scene = Scene("mountains", "sunset", subjects=(CAT,))
    big, small = render(scene, 480, 320, 5), render(scene, 120, 80, 5, full=(480, 320))
    gap = np.abs(
        np.asarray(big.resize((60, 40)), np.float32) - np.asarray(small.resize((60, 40)), np.float32)
    )
    assert gap.mean() < 7


def test_noise_does_not_depend_on_the_pixels() -> None:
    a, b = noise(Frame(60, 40, 1), "n", 4, 2), noise(Frame(240, 160, 1, (60, 40)), "n", 4, 2)
    assert np.abs(a - b.reshape(40, 4, 60, 4).mean((1, 3))).max() < 0.06


def test_counts_are_drawn_and_do_not_crowd() -> None:
    for count in (2, 3, 5, 7):
        made = boxes(Scene("meadow", subjects=(Subject("ewe", "sheep", count=count),)))
        assert len(made) == count
        worst = max(a.overlap(b) for a in made for b in made if a is not b)
        assert worst < 0.6


@pytest.mark.parametrize("seed", range(4))
def test_relations_are_honoured(seed: int) -> None:
    def two(relation: str) -> tuple[Box, Box]:
        scene = Scene(
            "meadow", subjects=(Subject("cat", "cat", relation=relation, target=1), Subject("chair", "chair"))
        )  # type: ignore[arg-type]
        made = {b.number: b for b in boxes(scene, seed)}
        return made[0], made[1]

    cat, chair = two("on")
    assert cat.borne
    assert abs(chair.foot - chair.h * art.facts("chair").seat - cat.foot) < chair.h * 0.02
    cat, chair = two("above")
    assert cat.foot <= chair.top + 0.01
    cat, chair = two("beside")
    assert abs(cat.x - chair.x) > chair.w * 0.4
    assert cat.overlap(chair) < 0.4
    cat, chair = two("behind")
    assert cat.foot < chair.foot
    cat, chair = two("in front of")
    assert cat.foot > chair.foot


def test_who_holds_is_larger_than_what_is_held() -> None:
    scene = Scene(
        "meadow",
        subjects=(Subject("knight", "knight", relation="holding", target=1), Subject("banana", "banana")),
    )
    made = {b.number: b for b in boxes(scene)}
    assert made[1].borne
    assert made[1].h < made[0].h * 0.7
    assert abs(made[1].x - made[0].x) < made[0].w


def test_a_grey_animal_takes_a_colour() -> None:
    def redness(colour: str | None) -> float:
        picture = pixels(
            Scene("studio", subjects=(Subject("elephant", "elephant", colour=colour),), colours=("white",)),
            120,
            120,
        )
        middle = picture[40:80, 40:80].reshape(-1, 3)
        return float((middle[:, 0] - middle[:, 1]).mean())

    assert redness("pink") > redness(None) + 25


def test_a_sky_has_no_bands() -> None:
    picture = pixels(Scene("sea", "day"), 256, 256)
    row = picture[20, :, 2]
    assert len(np.unique(row)) > 4


def test_mountains_have_no_stripes() -> None:
    picture = pixels(Scene("mountains"), 256, 256).mean(-1)
    band = picture[110:150]
    across, down = np.abs(np.diff(band, axis=1)).mean(), np.abs(np.diff(band, axis=0)).mean()
    assert across < down * 2.2


def test_a_pattern_repeats_without_a_seam() -> None:
    picture = pixels(Scene("studio", framing="pattern", subjects=(CAT,)), 200, 200)
    seam = np.abs(picture[:, 0] - picture[:, -1]).mean()
    inside = np.abs(picture[:, 1:] - picture[:, :-1]).mean()
    assert seam < inside * 3 + 4


@pytest.mark.parametrize("framing", ["close-up", "portrait", "wide", "poster", "icon", "wallpaper"])
def test_every_framing_paints(framing: str) -> None:
    assert pixels(Scene("studio", framing=framing, subjects=(CAT,))).std() > 8


@pytest.mark.parametrize("detail", sorted(language.DETAILS))
def test_every_detail_can_be_seen_somewhere(detail: str) -> None:
    seen = 0.0
    for place, time, weather in (
        ("meadow", "night", "clear"),
        ("lake", "sunset", "clear"),
        ("meadow", "day", "overcast"),
    ):
        with_, without = (pixels(Scene(place, time, weather, details=d), 128, 128) for d in ((detail,), ()))
        seen = max(seen, float((np.abs(with_ - without).max(-1) > 14).mean()))
    assert seen > 0.0008


def test_drawings_are_rasterised_by_a_child_and_its_death_is_no_harm() -> None:
    child_draws = (
        "import sys; from opencanva.engines.builtin.illustrator.drawing import raster, sprites;"
        "first = sprites.load('cat', 40).pixels; held = 'resvg_py' in sys.modules; [c] = raster.idle; c.kill();"
        "c.wait(); here = sprites.load('cat', 400).pixels; sprites.load('dog', 40);"
        "print(held, 'resvg_py' in sys.modules, len(raster.idle), first.shape[0], here.shape[0])"
    )
    out = subprocess.run([sys.executable, "-c", child_draws], capture_output=True, text=True, check=True)
    assert (out.stdout.split(), out.stderr) == (["False", "True", "1", "40", "400"], "")
