"""Trees drawn once, as shape and light without colour: the masters that `flora` shrinks, colours and
stamps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, pi, sin

import numpy as np
from PIL import Image, ImageDraw

TALL = 300
"""Rows of a tree's master drawing before it is shrunk to its place."""


@dataclass(frozen=True)
class Wood:
    """Colours of a kind of tree: leaves in shade and in light, and bark."""

    shade: str
    lit: str
    bark: str = "4a3528"


WOODS = {
    "pine": Wood("15392f", "4f8a52"),
    "round": Wood("2b5a2c", "8dbb48"),
    "autumn": Wood("8f3c1c", "f0a83c"),
    "palm": Wood("1f5a35", "7fc052", "7a5a3c"),
    "cypress": Wood("1c4030", "4c7a48"),
    "birch": Wood("4c7a2e", "b9d160", "e6e2d8"),
    "acacia": Wood("4a5a26", "93a048", "4a3626"),
    "jungle": Wood("0f3d2b", "4fa04c", "3d3324"),
    "cherry": Wood("c2588a", "ffd3e2", "4a2f30"),
    "snowy": Wood("2c4a4f", "eef4fa"),
    "bare": Wood("3a2f2c", "6a5a50"),
}


@lru_cache(maxsize=64)
def _master(kind: str, variant: int) -> Image.Image:
    """One tree as RGBA: red is leaf (255) or bark (0), green is how lit it is from the left, alpha its
    shape.
    """
    rng = np.random.default_rng([91, variant, *kind.encode()])
    high, wide = TALL * 2, TALL * 2
    image = Image.new("RGBA", (wide, high))
    pen = ImageDraw.Draw(image)
    PEN.get(kind, _draw_round)(pen, rng, wide, high)
    return image.resize((wide // 2, high // 2), Image.Resampling.BOX)


@lru_cache(maxsize=96)
def cut_tree(kind: str, variant: int, flip: bool) -> tuple[Image.Image, int]:
    """A master without its empty sides, mirrored so that the light falls from the other side; and its
    first column.
    """
    tree = _master(kind, variant)
    if flip:
        tree = tree.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    left, _, right, _ = tree.getchannel("A").getbbox() or (0, 0, tree.width, tree.height)
    return tree.crop((left, 0, right, tree.height)), left


def _trunk(pen: ImageDraw.ImageDraw, x: float, top: float, foot: float, wide: float) -> None:
    pen.polygon(
        [(x - wide * 0.5, top), (x + wide * 0.5, top), (x + wide, foot), (x - wide, foot)],
        fill=(0, 70, 0, 255),
    )
    pen.polygon(
        [(x - wide * 0.5, top), (x, top), (x - wide * 0.1, foot), (x - wide, foot)], fill=(0, 170, 0, 255)
    )


def _draw_pine(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    x = w / 2
    _trunk(pen, x, h * 0.3, h, w * 0.014)
    spread = 0.17 + 0.07 * rng.random()
    for i in range(86, -1, -1):
        t = i / 86
        y = h * (0.02 + 0.9 * t)
        for side in (-1, 1):
            reach = w * (0.012 + spread * t**0.85) * (0.72 + 0.4 * rng.random())
            droop = h * (0.012 + 0.05 * t) * (0.6 + 0.6 * rng.random())
            glow = int(np.clip(92 - side * 62 + rng.normal() * 24 - 34 * (i % 6) / 6, 8, 250))
            pen.polygon(
                [
                    (x - side * w * 0.01, y - h * 0.022),
                    (x + side * reach * 0.55, y + droop * 0.2),
                    (x + side * reach, y + droop),
                    (x + side * reach * 0.5, y + droop * 0.9),
                    (x, y + h * 0.024),
                ],
                fill=(255, glow, 0, 255),
            )


def _draw_snowy(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    _draw_pine(pen, rng, w, h)
    x = w / 2
    for i in range(46, -1, -1):
        t = i / 46
        y = h * (0.02 + 0.88 * t)
        for side in (-1, 1):
            reach = w * (0.01 + 0.17 * t**0.85) * (0.5 + 0.5 * rng.random())
            start = reach * rng.random() * 0.5
            pen.polygon(
                [
                    (x + side * start, y),
                    (x + side * reach, y + h * 0.035 * (0.5 + t)),
                    (x + side * (start + reach) / 2, y + h * 0.034 * (0.4 + t)),
                ],
                fill=(255, 250 if side < 0 else 205, 0, 255),
            )


def _blobs(
    pen: ImageDraw.ImageDraw,
    rng: np.random.Generator,
    cx: float,
    cy: float,
    rx: float,
    ry: float,
    count: int,
    size: float,
) -> None:
    spots = []
    for _ in range(count):
        angle, far = rng.random() * 2 * pi, rng.random() ** 0.5
        spots.append((cx + cos(angle) * far * rx, cy + sin(angle) * far * ry))
    for n in range(3):
        for x, y in sorted(spots, key=lambda p: -p[1]):
            r = size * (0.7 + 0.6 * rng.random()) * (1, 0.72, 0.42)[n]
            up, left = (cy - y) / ry, (cx - x) / rx
            glow = int(np.clip(66 + 58 * up + 44 * left + (0, 38, 74)[n] + rng.normal() * 14, 6, 255))
            shift = size * (0, 0.2, 0.42)[n]
            pen.ellipse(
                (x - r - shift, y - r - shift, x + r - shift, y + r - shift), fill=(255, glow, 0, 255)
            )


def _draw_round(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    x = w / 2
    _trunk(pen, x, h * 0.5, h, w * 0.026)
    for side in (-1, 1):
        pen.line([(x, h * 0.74), (x + side * w * 0.12, h * 0.5)], fill=(0, 90, 0, 255), width=int(w * 0.018))
    _blobs(pen, rng, x, h * 0.37, w * 0.26, h * 0.27, 54, w * 0.085)


def _draw_birch(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    x = w / 2
    _trunk(pen, x, h * 0.12, h, w * 0.015)
    for _ in range(16):
        y = h * (0.35 + 0.6 * rng.random())
        pen.line(
            [(x - w * 0.012, y), (x + w * 0.012 * rng.random(), y)],
            fill=(0, 0, 0, 255),
            width=max(2, w // 120),
        )
    _blobs(pen, rng, x, h * 0.33, w * 0.15, h * 0.29, 46, w * 0.05)


def _draw_cypress(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    _trunk(pen, w / 2, h * 0.7, h, w * 0.015)
    _blobs(pen, rng, w / 2, h * 0.5, w * 0.055, h * 0.43, 90, w * 0.042)


def _draw_acacia(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    x = w / 2
    _trunk(pen, x, h * 0.55, h, w * 0.018)
    for reach in (-0.26, -0.12, 0.1, 0.27):
        pen.line([(x, h * 0.66), (x + w * reach, h * 0.36)], fill=(0, 80, 0, 255), width=int(w * 0.016))
    _blobs(pen, rng, x, h * 0.3, w * 0.4, h * 0.055, 70, w * 0.05)
    _blobs(pen, rng, x + w * 0.05, h * 0.22, w * 0.25, h * 0.04, 40, w * 0.045)


def _draw_palm(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    lean = (rng.random() - 0.5) * 0.3
    spine = [(w * (0.5 + lean * (1 - t) ** 2 * 0.8), h * (0.26 + 0.74 * t)) for t in np.linspace(0, 1, 24)]
    for n, ((x0, y0), (x1, y1)) in enumerate(pairwise(spine)):
        pen.line(
            [(x0, y0), (x1, y1)],
            fill=(0, 110 + 50 * (n % 2), 0, 255),
            width=int(w * (0.022 + 0.012 * n / 24)),
        )
    cx, cy = spine[0]
    for angle in np.linspace(-0.35, pi + 0.35, 11) + rng.normal(size=11) * 0.1:
        reach = w * (0.3 + 0.07 * rng.random())
        rib = []
        for t in np.linspace(0, 1, 18):
            rib.append((cx + cos(angle) * reach * t, cy - sin(angle) * reach * 0.62 * t + h * 0.24 * t * t))
        glow = int(np.clip(120 - cos(angle) * 80, 20, 240))
        for (x0, y0), (x1, y1) in pairwise(rib):
            for side in (-1, 1):
                dx, dy = x1 - x0, y1 - y0
                out = w * 0.05 * (1 - abs((x0 - cx) / reach) ** 2 * 0.7)
                tip = (
                    x1 + dx * 1.6 - dy * side * out / max(abs(dx) + abs(dy), 1) * 1.2,
                    y1 + dy * 1.6 + abs(out) * 0.85 + dx * side * out / max(abs(dx) + abs(dy), 1) * 0.4,
                )
                pen.polygon([(x0, y0), (x1, y1), tip], fill=(255, max(0, min(255, glow + side * 34)), 0, 255))
    for dx in (-0.016, 0.016):
        pen.ellipse(
            (cx + w * dx - w * 0.016, cy, cx + w * dx + w * 0.016, cy + w * 0.034), fill=(0, 60, 0, 255)
        )


def _draw_bare(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    def branch(x: float, y: float, angle: float, long: float, wide: float) -> None:
        x1, y1 = x + cos(angle) * long, y - sin(angle) * long
        pen.line([(x, y), (x1, y1)], fill=(0, 120, 0, 255), width=max(1, int(wide)))
        if wide > 1.6:
            for turn in (-0.5, 0.42, 0.05):
                branch(
                    x1,
                    y1,
                    angle + turn + rng.normal() * 0.16,
                    long * (0.66 + 0.14 * rng.random()),
                    wide * 0.62,
                )

    branch(w / 2, h, pi / 2, h * 0.3, w * 0.036)


PEN: dict[str, Callable[[ImageDraw.ImageDraw, np.random.Generator, int, int], None]] = {
    "pine": _draw_pine,
    "snowy": _draw_snowy,
    "round": _draw_round,
    "autumn": _draw_round,
    "cherry": _draw_round,
    "jungle": _draw_round,
    "birch": _draw_birch,
    "cypress": _draw_cypress,
    "acacia": _draw_acacia,
    "palm": _draw_palm,
    "bare": _draw_bare,
}
