"""Where many of one kind go: staggered rows from far to near, each nearer one larger, or loose flocks."""

from __future__ import annotations

from math import sqrt

import numpy as np

from .. import art
from ..scene import Scene
from . import sprites
from .frame import Frame
from .stage import Stage

CROWD = 6
"""From how many on they are set in rows rather than one by one."""
MOST = 24
"""More than this of one kind are not drawn."""
VARIED: dict[str, tuple[str, ...]] = {
    "people-holding-hands": ("woman", "man", "girl", "old-man", "boy", "old-woman"),
    "children-crossing": ("girl", "boy"),
}
"""Drawings of groups → who is drawn instead, one after another, when there are several."""


def vary(name: str, count: int) -> tuple[str, ...]:
    """The drawings that `count` of a kind are shown by."""
    if count < 2:
        return (name,)
    if name in VARIED:
        return VARIED[name]
    other = f"woman-{name}"
    return (
        (name, other)
        if art.has(other) and art.facts(other).source == art.facts(name).source == "own"
        else (name,)
    )


def set_rows(count: int, wide: float) -> list[tuple[int, int, int, int]]:
    """(row, rows, place in the row, places of the row) of each, the far row first; near rows hold fewer.

    `wide` is how many times as wide as high the ground is in things of this kind.
    """
    rows = max(2, min(5, round(sqrt(count / max(wide, 0.4)))))
    shares = np.linspace(1.12, 0.9, rows)
    ends = np.round(np.cumsum(shares / shares.sum() * count)).astype(int)
    found, begun = [], 0
    for row, end in enumerate(ends):
        places = int(end) - begun
        found += [(row, rows, i, places) for i in range(places)]
        begun = int(end)
    return found


def spread_crowd(
    name: str, number: int, count: int, height: float, pose: str, scene: Scene, stage: Stage, frame: Frame
) -> list[tuple[float, float, float, float]]:
    """(x, foot, height, tilt) of each of a crowd, in units, far ones first."""
    rng = frame.rng("crowd", number)
    ratio = max(sprites.shape(one) for one in vary(name, count))
    aloft = pose in ("fly", "hang") or stage.under
    top, bottom = _ground(pose, scene, stage, frame)
    slots = set_rows(count, frame.ax / max(bottom - top, 0.1) / max(ratio, 0.3) * (0.5 if aloft else 0.42))
    rows = slots[0][1]
    fullest = max(places for *_, places in slots)
    widest = frame.ax * 0.98 / (fullest + 0.3) / ratio
    alone = stage.flat and len(scene.subjects) == 1
    size = widest if alone else min(height * 1.25, widest)
    gap = (bottom - top) / rows
    if aloft or stage.flat:
        size = min(size, gap * (0.86 if aloft else 1.3 if ratio > 0.75 else 1.8))
    found = []
    for row, _, i, places in slots:
        near = row / max(rows - 1, 1)
        cell = frame.ax * 0.96 / (places + 0.5)
        x = frame.ax * 0.02 + cell * (i + 0.5 + 0.5 * (row % 2)) + (rng.random() - 0.5) * cell * 0.44
        if aloft:
            h = size * (0.8 + 0.3 * rng.random())
            foot = top + gap * (row + 0.5) + h * 0.5 + (rng.random() - 0.5) * max(0.0, gap - h) * 1.3
            lean = (rng.random() - 0.5) * 16 if pose == "fly" else 0.0
        else:
            h = (
                size
                * ((0.9 + 0.1 * near) if stage.flat else (0.58 + 0.42 * near))
                * (0.95 + 0.1 * rng.random())
            )
            depth = near if stage.flat else near**1.25
            foot = top + (bottom - top) * depth + (rng.random() - 0.5) * gap * 0.22
            lean = 0.0
        half = h * ratio / 2
        found.append(
            (float(np.clip(x, half + 0.01, max(half + 0.01, frame.ax - half - 0.01))), foot, h, lean)
        )
    return found


def _ground(pose: str, scene: Scene, stage: Stage, frame: Frame) -> tuple[float, float]:
    """The first and last line that a crowd's feet may stand on, or the band it flies in."""
    if stage.under and pose != "stand":
        return frame.ay * 0.08, frame.ay * 0.86
    if pose in ("fly", "hang"):
        if stage.flat or scene.place == "sky":
            return frame.ay * 0.1, frame.ay * 0.9
        return stage.sky[0], max(stage.sky[0] + 0.3, stage.horizon * 0.98)
    if stage.flat:
        return frame.ay * 0.42, frame.ay * 0.88
    if pose in ("float", "swim") and stage.water is not None:
        top, bottom = stage.water
        return top + (bottom - top) * 0.1, top + (min(bottom, frame.ay) - top) * 0.86
    far, close = stage.stand
    return far + (close - far) * 0.06, close
