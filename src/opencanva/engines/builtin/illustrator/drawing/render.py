"""The whole way from a scene to a picture, stage by stage."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PIL import Image

from ..scene import Scene
from .colours import share_colours
from .details import paint_air, paint_ground_details
from .finish import finish, grade, shape_light, to_picture
from .frame import Frame
from .framings import add_border, paint_badge, paint_pattern
from .indoors import light_inside
from .layout import arrange
from .light import choose_light
from .palette import tone
from .places import paint_place
from .restage import NOTHING, Given, find_subjects, lay_colours, light_from, paint_reference
from .stage import Check
from .styles import apply_style
from .styles.kit import Canvas
from .subjects import paint_subjects
from .weather import paint_weather

PLAIN = {"line art", "blueprint", "neon", "flat", "paper cut", "linocut", "comic", "low poly"}
"""Styles that are better without blades of grass and the like."""


BARE = {"line art", "blueprint"}
"""Styles without tone: they are drawn by plain daylight, so that every edge is clear."""


def go_on(word: str) -> None:
    """A check that never stops."""


def render(
    scene: Scene,
    width: int,
    height: int,
    seed: int,
    *,
    full: tuple[int, int] | None = None,
    given: Given = NOTHING,
    check: Check = go_on,
) -> Image.Image:
    """Draw a scene at (width, height) pixels; `full` is the final size when this is a preview of it, `given` what
    it takes from references and from a second seed.

    `check` is called with a word before each stage, and without one inside the long ones; it raises to stop.
    """
    frame = Frame(width, height, seed, full, given.variation)
    frame.look = lambda: check("")
    base = given.base
    frame.plain = scene.style in PLAIN
    lit = replace(scene, time="day", weather="clear") if scene.style in BARE else scene
    light = choose_light(lit, frame)
    check("Background")
    pattern = scene.framing == "pattern" and base is None
    if base is not None:
        stage = paint_reference(frame, base)
        light = light_from(light, stage.image)
        boxes = [] if base.whole else arrange(scene, stage, frame)
    elif pattern:
        stage, boxes = paint_pattern(frame, scene, light)
    else:
        badge = scene.framing == "icon" and scene.place in ("studio", "")
        stage = (paint_badge if badge else paint_place)(frame, scene, light)
        if scene.place in ("room", "kitchen", "hall"):
            light = light_inside(light)
        paint_ground_details(frame, scene, light, stage)
        boxes = arrange(scene, stage, frame)
    scene = share_colours(scene, stage.image)
    boxes = [
        replace(box, subject=replace(box.subject, colour=scene.subjects[box.number].colour)) for box in boxes
    ]
    check("Subjects")
    found = None if base is None else find_subjects(stage.image, scene.style)
    owned = paint_subjects(frame, scene, light, stage, boxes, check)
    if found is not None:
        owned = np.maximum(owned, found)
    check("Light")
    for paint in stage.over:
        paint(stage.image)
    if not pattern and base is None:
        paint_air(frame, scene, light, stage)
    paint_weather(frame, scene, light, stage, owned)
    check("Light")
    shape_light(frame, stage.image, owned, scene, light, stage.horizon)
    finish(
        frame,
        stage.image,
        light,
        vignette=0.0 if pattern or base is not None else 0.12 if stage.flat else 0.26,
        bloom=0.0 if base is not None else 0.25 if stage.flat else 1.0,
    )
    grade(stage.image, scene)
    if given.field is not None:
        lay_colours(frame, stage.image, given.field)
    if given.palette is not None:
        check("Light")
        stage.image = tone(stage.image, given.palette)
    check("Style")
    canvas = apply_style(scene.style, Canvas(frame, stage.image.clip(0, 1), owned), check)
    if scene.framing == "poster" and scene.style not in ("watercolour", "vintage"):
        add_border(frame, canvas.image)
    check("Finish")
    return to_picture(canvas.image)
