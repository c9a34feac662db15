"""Plants in the picture: trees stamped by distance, rows of them, grass and flowers."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

import numpy as np
from PIL import Image, ImageDraw

from .frame import Array, Frame, lay, mix, noise, rgb
from .light import Light
from .trees import TALL, WOODS, cut_tree


def stamp_tree(
    frame: Frame,
    image: Array,
    light: Light,
    kind: str,
    x: float,
    foot: float,
    high: float,
    *,
    haze: float = 0.0,
    variant: int = 0,
    dim: float = 1.0,
) -> None:
    """One tree with its foot at (x, foot), all in units, in place. `dim` darkens trees that frame the
    picture.
    """
    from .sprites import shade_spot, stamp

    px = frame.px(high)
    if px < 2:
        return
    flip = light.direction[0] > 0
    tree, first = cut_tree(kind, variant % 4, flip)
    wide = max(1, round(tree.width * px / TALL))
    data = np.asarray(
        tree.resize((wide, px), Image.Resampling.BOX if px < TALL else Image.Resampling.BICUBIC)
    )
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
        shade_spot(
            image,
            x * frame.unit,
            bottom - px * 0.01,
            px * 0.16,
            max(1.0, px * 0.022),
            light.ambient * np.float32(0.16),
            0.5,
        )
    stamp(image, pixels, left, bottom - px)


def plant_row(
    frame: Frame,
    image: Array,
    light: Light,
    kinds: Sequence[str],
    y: float,
    high: float,
    count: int,
    stage: str,
    *,
    haze: float = 0.0,
    spread: float = 0.02,
    gap: tuple[float, float] | None = None,
    dim: float = 1.0,
) -> None:
    """A loose row of trees with feet around `y`; none between the two x of `gap`, in place."""
    rng = frame.rng("trees", stage)
    feet = sorted(
        (
            y + (rng.random() - 0.5) * spread,
            (i + rng.random()) / count * (frame.ax + high * 0.4) - high * 0.2,
            high * (0.68 + 0.5 * rng.random()),
            int(rng.integers(0, 4)),
            int(rng.integers(0, len(kinds))),
        )
        for i in range(count)
    )
    for foot, x, tall, variant, kind in feet:
        if gap and gap[0] < x < gap[1]:
            continue
        stamp_tree(frame, image, light, kinds[kind], x, foot, tall, haze=haze, variant=variant, dim=dim)


def sow_grass(
    frame: Frame,
    image: Array,
    light: Light,
    top: float,
    low: str,
    high: str,
    *,
    count: int = 2600,
    long: float = 0.03,
    keep: Array | None = None,
) -> None:
    """Blades of grass from `top` to the lower edge, longer near by, in place. `keep` (w) is the ground's
    upper line.
    """
    rng = frame.rng("grass", f"{top:.3f}")
    first = frame.row(top - long)
    if frame.plain or frame.h - first < 3:
        return
    scale = 2 if frame.w < 1400 else 1
    layer = Image.new("RGBA", (frame.w * scale, (frame.h - first) * scale))
    pen = ImageDraw.Draw(layer)
    unit = frame.unit * scale
    t = np.sort(rng.random(count) ** 0.75)
    xs, bend, shade, tall = (
        rng.random(count) * frame.ax,
        rng.normal(size=count),
        rng.random(count),
        rng.random(count),
    )
    base = light.ambient * 0.5 + light.key * 0.66
    dark, bright = rgb(low) * base * 0.72, np.minimum(rgb(high) * base * 1.04, 1)
    calm = (dark + bright) / 2
    y = top + (frame.ay * 1.02 - top) * t
    if keep is not None:
        line = keep[np.minimum(frame.w - 1, (xs * frame.unit).astype(int))] + 0.012
        t, xs, bend, shade, tall, y = (a[y >= line] for a in (t, xs, bend, shade, tall, y))
    size = long * (0.14 + 0.86 * t) * (0.6 + 0.8 * tall) * unit
    hues = mix(calm, mix(dark, bright, shade[:, None]), 0.3 + 0.7 * t[:, None])
    inks = (np.clip(hues, 0, 1) * 255).astype(np.uint8).tolist()
    x0, y0, wide = xs * unit, y * unit - first * scale, unit * 0.0009 * (0.6 + 2.2 * t)
    blades = np.stack([x0 - wide, y0, x0 + wide, y0, x0 + bend * size * 0.4, y0 - size], 1).tolist()
    for blade, ink in zip(blades, inks, strict=True):
        pen.polygon(blade, fill=(*ink, 235))
    small = layer.resize((frame.w, frame.h - first), Image.Resampling.BOX) if scale > 1 else layer
    data = np.asarray(small, np.float32) / 255
    alpha = data[..., 3]
    lay(image, data[..., :3] / np.maximum(alpha, 0.02)[..., None], alpha, first)


BLOOMS = ("f4f1e6", "f7d04a", "e8503f", "c86be0", "ff9ec4", "6f8df0")


def sow_flowers(
    frame: Frame,
    image: Array,
    light: Light,
    top: float,
    *,
    count: int = 320,
    colours: Sequence[str] = BLOOMS,
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

    def ink(hue: str, share: float = 1.0) -> tuple[int, ...]:
        return (*(int(v) for v in np.clip(rgb(hue) * base * 255 * share, 0, 255)), 255)

    heads = [ink(hue) for hue in colours]
    shaded = [(*(int(v * 0.78) for v in head[:3]), 255) for head in heads]
    stem, heart = ink("4f7a34", 230 / 255), ink("f2b632")
    for i in range(count * 2):
        x, y = rng.random() * frame.ax, top + (frame.ay - top) * t[i]
        here = drift[min(frame.h - 1, int(y * frame.unit)), min(frame.w - 1, int(x * frame.unit))]
        pick, turn = (
            int(min(max((here - 0.25) * 2 * len(colours) + rng.normal() * 0.7, 0), len(colours) - 1)),
            rng.random() * 6,
        )
        if rng.random() > (here - 0.3) * 3.2 or (
            keep is not None and y < keep[int(min(frame.w - 1, x * frame.unit))] + 0.01
        ):
            continue
        r = unit * (0.0016 + 0.0085 * t[i] ** 1.6) * (0.75 + 0.5 * rng.random())
        px, py = x * unit, (y * frame.unit - first) * 2
        c, d = heads[pick], shaded[pick]
        pen.line([(px, py), (px + r * 0.4, py + r * 3.4)], fill=stem, width=max(1, int(r * 0.3)))
        for n in range(5):
            ox, oy = cos(turn + n * 2 * pi / 5) * r * 0.62, sin(turn + n * 2 * pi / 5) * r * 0.42
            pen.ellipse(
                (px + ox - r * 0.55, py + oy - r * 0.45, px + ox + r * 0.55, py + oy + r * 0.45),
                fill=c if n % 2 else d,
            )
        pen.ellipse((px - r * 0.3, py - r * 0.24, px + r * 0.3, py + r * 0.24), fill=heart)
    data = np.asarray(layer.resize((frame.w, frame.h - first), Image.Resampling.BOX), np.float32) / 255
    alpha = data[..., 3]
    lay(image, data[..., :3] / np.maximum(alpha, 0.02)[..., None], alpha, first)
