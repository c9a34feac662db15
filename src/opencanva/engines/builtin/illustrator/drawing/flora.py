"""Plants: trees drawn once as light and shape and stamped by distance, grass, flowers, reeds and bushes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin

import numpy as np
from PIL import Image, ImageDraw

from .frame import Array, Frame, lay, mix, noise, rgb
from .light import Light

TALL = 300
"""Rows of a tree's master drawing before it is shrunk to its place."""


@dataclass(frozen=True)
class Wood:
    """Colours of a kind of tree: leaves in shade and in light, and bark."""

    shade: str
    lit: str
    bark: str = "4a3528"


WOODS = {
    "pine": Wood("15392f", "4f8a52"), "round": Wood("2b5a2c", "8dbb48"), "autumn": Wood("8f3c1c", "f0a83c"),
    "palm": Wood("1f5a35", "7fc052", "7a5a3c"), "cypress": Wood("1c4030", "4c7a48"), "birch": Wood("4c7a2e", "b9d160", "e6e2d8"),
    "acacia": Wood("4a5a26", "93a048", "4a3626"), "jungle": Wood("0f3d2b", "4fa04c", "3d3324"),
    "cherry": Wood("c2588a", "ffd3e2", "4a2f30"), "snowy": Wood("2c4a4f", "eef4fa"), "bare": Wood("3a2f2c", "6a5a50"),
}


@lru_cache(maxsize=64)
def _master(kind: str, variant: int) -> Image.Image:
    """One tree as RGBA: red is leaf (255) or bark (0), green is how lit it is from the left, alpha its shape."""
    rng = np.random.default_rng([91, variant, *kind.encode()])
    high, wide = TALL * 2, TALL * 2
    image = Image.new("RGBA", (wide, high))
    pen = ImageDraw.Draw(image)
    PEN.get(kind, _draw_round)(pen, rng, wide, high)
    return image.resize((wide // 2, high // 2), Image.Resampling.BOX)


@lru_cache(maxsize=96)
def _cut(kind: str, variant: int, flip: bool) -> tuple[Image.Image, int]:
    """A master without its empty sides, mirrored so that the light falls from the other side; and its first column."""
    tree = _master(kind, variant)
    if flip:
        tree = tree.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    left, _, right, _ = tree.getchannel("A").getbbox() or (0, 0, tree.width, tree.height)
    return tree.crop((left, 0, right, tree.height)), left


def _trunk(pen: ImageDraw.ImageDraw, x: float, top: float, foot: float, wide: float) -> None:
    pen.polygon([(x - wide * 0.5, top), (x + wide * 0.5, top), (x + wide, foot), (x - wide, foot)], fill=(0, 70, 0, 255))
    pen.polygon([(x - wide * 0.5, top), (x, top), (x - wide * 0.1, foot), (x - wide, foot)], fill=(0, 170, 0, 255))


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
            pen.polygon([(x - side * w * 0.01, y - h * 0.022), (x + side * reach * 0.55, y + droop * 0.2),
                         (x + side * reach, y + droop), (x + side * reach * 0.5, y + droop * 0.9),
                         (x, y + h * 0.024)], fill=(255, glow, 0, 255))


def _draw_snowy(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    _draw_pine(pen, rng, w, h)
    x = w / 2
    for i in range(46, -1, -1):
        t = i / 46
        y = h * (0.02 + 0.88 * t)
        for side in (-1, 1):
            reach = w * (0.01 + 0.17 * t**0.85) * (0.5 + 0.5 * rng.random())
            start = reach * rng.random() * 0.5
            pen.polygon([(x + side * start, y), (x + side * reach, y + h * 0.035 * (0.5 + t)),
                         (x + side * (start + reach) / 2, y + h * 0.034 * (0.4 + t))], fill=(255, 250 if side < 0 else 205, 0, 255))


def _blobs(
    pen: ImageDraw.ImageDraw, rng: np.random.Generator, cx: float, cy: float, rx: float, ry: float, count: int, size: float
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
            pen.ellipse((x - r - shift, y - r - shift, x + r - shift, y + r - shift), fill=(255, glow, 0, 255))


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
        pen.line([(x - w * 0.012, y), (x + w * 0.012 * rng.random(), y)], fill=(0, 0, 0, 255), width=max(2, w // 120))
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
    for n, ((x0, y0), (x1, y1)) in enumerate(zip(spine, spine[1:], strict=False)):
        pen.line([(x0, y0), (x1, y1)], fill=(0, 110 + 50 * (n % 2), 0, 255), width=int(w * (0.022 + 0.012 * n / 24)))
    cx, cy = spine[0]
    for angle in np.linspace(-0.35, pi + 0.35, 11) + rng.normal(size=11) * 0.1:
        reach = w * (0.3 + 0.07 * rng.random())
        rib = []
        for t in np.linspace(0, 1, 18):
            rib.append((cx + cos(angle) * reach * t, cy - sin(angle) * reach * 0.62 * t + h * 0.24 * t * t))
        glow = int(np.clip(120 - cos(angle) * 80, 20, 240))
        for (x0, y0), (x1, y1) in zip(rib, rib[1:], strict=False):
            for side in (-1, 1):
                dx, dy = x1 - x0, y1 - y0
                out = w * 0.05 * (1 - abs((x0 - cx) / reach) ** 2 * 0.7)
                tip = (x1 + dx * 1.6 - dy * side * out / max(abs(dx) + abs(dy), 1) * 1.2, y1 + dy * 1.6 + abs(out) * 0.85
                       + dx * side * out / max(abs(dx) + abs(dy), 1) * 0.4)
                pen.polygon([(x0, y0), (x1, y1), tip], fill=(255, max(0, min(255, glow + side * 34)), 0, 255))
    for dx in (-0.016, 0.016):
        pen.ellipse((cx + w * dx - w * 0.016, cy, cx + w * dx + w * 0.016, cy + w * 0.034), fill=(0, 60, 0, 255))


def _draw_bare(pen: ImageDraw.ImageDraw, rng: np.random.Generator, w: int, h: int) -> None:
    def branch(x: float, y: float, angle: float, long: float, wide: float) -> None:
        x1, y1 = x + cos(angle) * long, y - sin(angle) * long
        pen.line([(x, y), (x1, y1)], fill=(0, 120, 0, 255), width=max(1, int(wide)))
        if wide > 1.6:
            for turn in (-0.5, 0.42, 0.05):
                branch(x1, y1, angle + turn + rng.normal() * 0.16, long * (0.66 + 0.14 * rng.random()), wide * 0.62)

    branch(w / 2, h, pi / 2, h * 0.3, w * 0.036)


PEN: dict[str, Callable[[ImageDraw.ImageDraw, np.random.Generator, int, int], None]] = {
    "pine": _draw_pine, "snowy": _draw_snowy, "round": _draw_round, "autumn": _draw_round, "cherry": _draw_round,
    "jungle": _draw_round, "birch": _draw_birch, "cypress": _draw_cypress, "acacia": _draw_acacia, "palm": _draw_palm,
    "bare": _draw_bare,
}


def stamp_tree(
    frame: Frame, image: Array, light: Light, kind: str, x: float, foot: float, high: float, *, haze: float = 0.0,
    variant: int = 0, dim: float = 1.0,
) -> None:
    """One tree with its foot at (x, foot), all in units, in place. `dim` darkens trees that frame the picture."""
    from .sprites import shade_spot, stamp

    px = frame.px(high)
    if px < 2:
        return
    flip = light.direction[0] > 0
    tree, first = _cut(kind, variant % 4, flip)
    wide = max(1, round(tree.width * px / TALL))
    data = np.asarray(tree.resize((wide, px), Image.Resampling.BOX if px < TALL else Image.Resampling.BICUBIC))
    wood = WOODS[kind]
    glow = np.linspace(0, 1, 256, dtype=np.float32)[:, None]
    shades = np.concatenate([rgb(wood.bark) * (0.4 + 0.8 * glow), mix(rgb(wood.shade), rgb(wood.lit), glow)])
    shades *= light.ambient * 0.6 + light.key * (0.35 + 0.5 * np.concatenate([glow, glow]))
    shades = mix(shades * np.float32(dim), light.haze, haze).astype(np.float32)
    pixels = np.empty((px, wide, 4), np.float32)
    pixels[..., :3] = shades.take(data[..., 1] + (data[..., 0] > 127) * np.int32(256), 0)
    pixels[..., 3] = data[..., 3] * np.float32(1 / 255)
    left, bottom = round(x * frame.unit - px / 2 + first * px / TALL), round(foot * frame.unit)
    if haze < 0.5:
        shade_spot(image, x * frame.unit, bottom - px * 0.01, px * 0.16, max(1.0, px * 0.022), light.ambient * np.float32(0.16), 0.5)
    stamp(image, pixels, left, bottom - px)


def plant_row(
    frame: Frame, image: Array, light: Light, kinds: Sequence[str], y: float, high: float, count: int, stage: str, *,
    haze: float = 0.0, spread: float = 0.02, gap: tuple[float, float] | None = None, dim: float = 1.0,
) -> None:
    """A loose row of trees with feet around `y`; none between the two x of `gap`, in place."""
    rng = frame.rng("trees", stage)
    feet = sorted(
        (y + (rng.random() - 0.5) * spread, (i + rng.random()) / count * (frame.ax + high * 0.4) - high * 0.2,
         high * (0.68 + 0.5 * rng.random()), int(rng.integers(0, 4)), int(rng.integers(0, len(kinds)))) for i in range(count))
    for foot, x, tall, variant, kind in feet:
        if gap and gap[0] < x < gap[1]:
            continue
        stamp_tree(frame, image, light, kinds[kind], x, foot, tall, haze=haze, variant=variant, dim=dim)


def sow_grass(
    frame: Frame, image: Array, light: Light, top: float, low: str, high: str, *, count: int = 2600, long: float = 0.03,
    keep: Array | None = None,
) -> None:
    """Blades of grass from `top` to the lower edge, longer near by, in place. `keep` (w) is the ground's upper line."""
    rng = frame.rng("grass", f"{top:.3f}")
    first = frame.row(top - long)
    if frame.plain or frame.h - first < 3:
        return
    scale = 2 if frame.w < 1400 else 1
    layer = Image.new("RGBA", (frame.w * scale, (frame.h - first) * scale))
    pen = ImageDraw.Draw(layer)
    unit = frame.unit * scale
    t = np.sort(rng.random(count) ** 0.75)
    xs, bend, shade, tall = rng.random(count) * frame.ax, rng.normal(size=count), rng.random(count), rng.random(count)
    base = light.ambient * 0.5 + light.key * 0.66
    dark, bright = rgb(low) * base * 0.72, np.minimum(rgb(high) * base * 1.04, 1)
    calm = (dark + bright) / 2
    for i in range(count):
        y = top + (frame.ay * 1.02 - top) * t[i]
        if keep is not None and y < keep[min(frame.w - 1, int(xs[i] * frame.unit))] + 0.012:
            continue
        size = long * (0.14 + 0.86 * t[i]) * (0.6 + 0.8 * tall[i])
        c = np.clip(mix(calm, mix(dark, bright, float(shade[i])), 0.3 + 0.7 * float(t[i])) * 255, 0, 255)
        x0, y0 = xs[i] * unit, y * unit - first * scale
        wide = unit * 0.0009 * (0.6 + 2.2 * t[i])
        tip = (x0 + bend[i] * size * unit * 0.4, y0 - size * unit)
        pen.polygon([(x0 - wide, y0), (x0 + wide, y0), tip], fill=(int(c[0]), int(c[1]), int(c[2]), 235))
    small = layer.resize((frame.w, frame.h - first), Image.Resampling.BOX) if scale > 1 else layer
    data = np.asarray(small, np.float32) / 255
    alpha = data[..., 3]
    lay(image, data[..., :3] / np.maximum(alpha, 0.02)[..., None], alpha, first)


BLOOMS = ("f4f1e6", "f7d04a", "e8503f", "c86be0", "ff9ec4", "6f8df0")


def sow_flowers(
    frame: Frame, image: Array, light: Light, top: float, *, count: int = 320, colours: Sequence[str] = BLOOMS,
    keep: Array | None = None,
) -> None:
    """Flower heads in drifts from `top` down, larger near by, in place."""
    rng = frame.rng("flowers")
    drift = noise(frame, "drifts", 3, 3, stretch=2)
    first = frame.row(top) - 4 if frame.row(top) > 4 else 0
    layer = Image.new("RGBA", (frame.w * 2, (frame.h - first) * 2))
    pen = ImageDraw.Draw(layer)
    base = light.ambient * 0.6 + light.key * 0.62
    unit = frame.unit * 2
    t = np.sort(rng.random(count * 2) ** 0.7)
    for i in range(count * 2):
        x, y = rng.random() * frame.ax, top + (frame.ay - top) * t[i]
        here = drift[min(frame.h - 1, int(y * frame.unit)), min(frame.w - 1, int(x * frame.unit))]
        pick, turn = int(np.clip((here - 0.25) * 2 * len(colours) + rng.normal() * 0.7, 0, len(colours) - 1)), rng.random() * 6
        if rng.random() > (here - 0.3) * 3.2 or (keep is not None and y < keep[int(min(frame.w - 1, x * frame.unit))] + 0.01):
            continue
        r = unit * (0.0016 + 0.0085 * t[i] ** 1.6) * (0.75 + 0.5 * rng.random())
        px, py = x * unit, (y * frame.unit - first) * 2
        c = tuple(int(v) for v in np.clip(rgb(colours[pick]) * base * 255, 0, 255))
        d = tuple(int(v * 0.78) for v in c)
        stem = tuple(int(v) for v in np.clip(rgb("4f7a34") * base * 230, 0, 255))
        pen.line([(px, py), (px + r * 0.4, py + r * 3.4)], fill=(*stem, 255), width=max(1, int(r * 0.3)))
        for n in range(5):
            ox, oy = cos(turn + n * 2 * pi / 5) * r * 0.62, sin(turn + n * 2 * pi / 5) * r * 0.42
            pen.ellipse((px + ox - r * 0.55, py + oy - r * 0.45, px + ox + r * 0.55, py + oy + r * 0.45), fill=(*(c if n % 2 else d), 255))
        heart = tuple(int(v) for v in np.clip(rgb("f2b632") * base * 255, 0, 255))
        pen.ellipse((px - r * 0.3, py - r * 0.24, px + r * 0.3, py + r * 0.24), fill=(*heart, 255))
    data = np.asarray(layer.resize((frame.w, frame.h - first), Image.Resampling.BOX), np.float32) / 255
    alpha = data[..., 3]
    lay(image, data[..., :3] / np.maximum(alpha, 0.02)[..., None], alpha, first)
