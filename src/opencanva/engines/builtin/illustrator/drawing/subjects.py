"""Subjects into the picture: each box rasterised, lit, grounded by shadow, or afloat with its reflection."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .. import art
from ..scene import Scene
from . import sprites
from .boxes import Box
from .frame import Array, Frame, lay, mix, rgb, smooth
from .islet import paint_islet
from .light import Light
from .sky import place_of_sun
from .stage import Check, Stage

AFLAT = {"lily-pad"}
"""What lies flat on the water: it has no waterline and mirrors nothing."""
LAMPS = {"lighthouse": (0.5, 0.225)}


def paint_subjects(
    frame: Frame, scene: Scene, light: Light, stage: Stage, boxes: list[Box], check: Check
) -> Array:
    """Draw all boxes in order, in place; gives back how much each pixel belongs to a subject (h, w)."""
    owned = np.zeros((frame.h, frame.w), np.float32)
    sun = place_of_sun(frame, light, stage.horizon)
    for box in boxes:
        check("Subjects")
        sprite = sprites.load(
            box.subject.art, max(6, frame.px(box.h)), box.subject.colour, box.turned, box.tilt, frame.scale
        )
        facts = art.facts(box.subject.art)
        haze = 0.0
        if not stage.flat and box.pose == "stand":
            far, near = stage.stand
            haze = float(np.clip((near - box.foot) / max(near - far, 0.01), 0, 1)) ** 2 * 0.3 * light.mist
        lit = sprites.light_up(
            sprite,
            light,
            haze=haze,
            glows=facts.group in ("travel", "object", "activity"),
            house=any(
                w in box.subject.art for w in ("house", "castle", "home", "cottage", "cabin", "hut", "church")
            ),
        )
        lit = sprite if stage.flat else lit
        h, w = lit.pixels.shape[:2]
        left, foot = round(box.x * frame.unit - w / 2), round(box.foot * frame.unit)
        if box.pose in ("float", "swim") and stage.water is not None and box.subject.art not in AFLAT:
            lit = _wet(frame, lit, left, box.pose == "swim")
        _ground(frame, stage, light, box, lit, left, foot, sun)
        sprites.stamp(stage.image, lit.pixels, left, foot - h)
        _own(owned, lit.pixels[..., 3], left, foot - h)
        _after(frame, stage, light, box, lit, left, foot)
    return owned


def _own(owned: Array, alpha: Array, left: int, top: int) -> None:
    h, w = owned.shape
    y0, x0, y1, x1 = max(0, top), max(0, left), min(h, top + alpha.shape[0]), min(w, left + alpha.shape[1])
    if y1 > y0 and x1 > x0:
        part = owned[y0:y1, x0:x1]
        np.maximum(part, alpha[y0 - top : y1 - top, x0 - left : x1 - left], out=part)


def _ground(
    frame: Frame,
    stage: Stage,
    light: Light,
    box: Box,
    lit: sprites.Sprite,
    left: int,
    foot: int,
    sun: tuple[float, float],
) -> None:
    h, w = lit.pixels.shape[:2]
    middle = left + w / 2
    dark = light.ambient * np.float32(0.2)
    if box.borne:
        return
    if stage.flat and box.pose in ("fly", "hang"):
        floor = min(frame.h - 1, round(frame.ay * 0.93 * frame.unit))
        base = stage.image[floor, min(frame.w - 1, max(0, int(middle)))] * np.float32(0.5)
        far = max(0.0, floor - foot) / frame.h
        shade = 0.3 * max(0.25, 1 - 1.6 * far)
        sprites.shade_spot(stage.image, middle, floor, w * (0.3 + 0.3 * far), max(2, w * 0.06), base, shade)
        return
    if stage.flat:
        base = stage.image[min(frame.h - 1, foot - 1), min(frame.w - 1, max(0, int(middle)))] * np.float32(
            0.45
        )
        sprites.shade_spot(stage.image, middle, foot - h * 0.005, w * 0.5, max(2, h * 0.05), base, 0.6)
        return
    if box.pose == "stand" and stage.islet:
        paint_islet(frame, stage, light, box)
        return
    if box.subject.art in AFLAT:
        sprites.shade_spot(stage.image, middle, foot, w * 0.42, max(1.5, h * 0.16), dark, 0.5)
        return
    if box.pose in ("float", "swim") and stage.water is not None:
        sink = int(h * (0.34 if box.pose == "swim" else 0.05))
        line = foot - sink if box.pose == "swim" else foot
        sprites.mirror(frame, stage.image, lit, left, line, sink=sink)
        return
    if box.pose == "stand":
        sprites.cast_shadow(frame, stage.image, lit, left, foot, light, sun)
        sprites.shade_spot(stage.image, middle, foot - h * 0.012, w * 0.4, max(1.5, h * 0.028), dark, 0.6)


def _after(
    frame: Frame, stage: Stage, light: Light, box: Box, lit: sprites.Sprite, left: int, foot: int
) -> None:
    h = lit.pixels.shape[0]
    if box.pose in ("float", "swim") and stage.water is not None and box.subject.art not in AFLAT:
        _waterline(frame, stage, light, left, foot, lit, box.pose == "swim")
    lamp = LAMPS.get(box.subject.art)
    if lamp and light.dark > 0.3:
        x, y = lit.spot(*lamp)
        stage.over.append(lambda image: paint_beam(frame, image, left + x, foot - h + y, h, light))


def _line_of(frame: Frame, left: int, w: int, h: int, swims: bool) -> Array:
    """How far above its foot the water stands at each column of a boat or swimmer, in pixels (w,)."""
    rng = frame.rng("waterline", left)
    t = np.linspace(0, 1, w, dtype=np.float32)
    bumps = sum(np.sin(t * (9 + 13 * i) + rng.random() * 6) * (0.5 / (i + 1)) for i in range(3))
    return np.asarray(int(h * (0.34 if swims else 0.055)) + 1 - bumps * h * 0.008, np.float32)


def _wet(frame: Frame, sprite: sprites.Sprite, left: int, swims: bool) -> sprites.Sprite:
    """The sprite with what is under water only glimpsed."""
    pixels = sprite.pixels.copy()
    h, w = pixels.shape[:2]
    below = np.arange(h, dtype=np.float32)[:, None] - (h - _line_of(frame, left, w, h, swims)[None, :])
    pixels[..., 3] *= 1 - np.float32(0.84) * np.clip(below + np.float32(0.5), 0, 1)
    return replace(sprite, pixels=pixels)


def _waterline(
    frame: Frame, stage: Stage, light: Light, left: int, foot: int, lit: sprites.Sprite, swims: bool
) -> None:
    """A bright broken line of foam where a boat or swimmer meets the water, and rings around it, in place."""
    h, w = lit.pixels.shape[:2]
    line = foot - _line_of(frame, left, w, h, swims)
    at = np.clip((line - foot + h).astype(int) - max(1, h // 60), 0, h - 1)
    wide = max(2, w // 14)
    there = np.pad((lit.pixels[at, np.arange(w), 3] > 0.3).astype(np.float32), wide)
    there = np.convolve(there, np.hanning(2 * wide + 1) / np.hanning(2 * wide + 1).sum(), "same")
    line = np.pad(line, wide, mode="edge")
    x0, x1 = max(0, left - wide), min(frame.w, left + w + wide)
    if x1 - x0 < 4 or not there.any():
        return
    there, line = there[x0 - left + wide :][: x1 - x0], line[x0 - left + wide :][: x1 - x0]
    rows = slice(max(0, int(line.min()) - h // 20 - 2), max(0, min(frame.h, int(line.max()) + h // 20 + 3)))
    y = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None]
    if y.size == 0:
        return
    foam = (
        np.exp(-np.square((y - line[None, :]) / max(1.0, h * (0.014 if swims else 0.008)))) * there[None, :]
    )
    pale = mix(light.haze, np.ones(3, np.float32), 0.5)
    lay(stage.image[rows, x0:x1], pale, np.clip(foam * (0.8 if swims else 0.65), 0, 1).astype(np.float32))


def paint_beam(frame: Frame, image: Array, x: float, y: float, h: float, light: Light) -> None:
    """A lighthouse's lamp: two cones of light through the air, and a halo, in place."""
    unit = np.float32(frame.unit)
    dx = (np.arange(frame.w, dtype=np.float32)[None, :] - np.float32(x)) / unit
    dy = (np.arange(frame.h, dtype=np.float32)[:, None] - np.float32(y)) / unit
    far = np.sqrt(dx * dx + dy * dy) + np.float32(1e-4)
    lean = 0.16 if frame.rng("beam").random() < 0.5 else -0.16
    along = (dx * np.float32(np.cos(lean)) + dy * np.float32(np.sin(lean))) / far
    cone = smooth(0.975, 0.9995, np.abs(along)) * np.exp(-far / np.float32(0.42))
    core = smooth(0.9965, 0.9999, np.abs(along)) * np.exp(-far / np.float32(0.3)) * np.float32(0.5)
    halo = np.exp(-far / np.float32(0.03)) * np.float32(0.9) + np.exp(-far / np.float32(0.14)) * np.float32(
        0.35
    )
    strength = np.float32(0.35 + 0.5 * light.dark)
    lay(image, rgb("fff0b8"), np.clip((cone * 0.75 + core + halo) * strength, 0, 0.97))
