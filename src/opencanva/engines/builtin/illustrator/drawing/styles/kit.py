"""Tools that the styles share: the canvas, edge-keeping smoothing, warps, line drawing, and paper."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from ..frame import Array, Frame, luminance, noise, smooth, soften


@dataclass
class Canvas:
    """The picture (h, w, 3) of 0..1 and how much each pixel belongs to a subject (h, w)."""

    frame: Frame
    image: Array
    owned: Array


def blur(a: Array, radius: float) -> Array:
    """A box blur of (h, w) by `radius` pixels (fractions count when it is small), edges held."""
    if radius >= 2.5:
        return _box(a, round(radius))
    low = int(radius)
    part = np.float32(radius - low)
    weight = np.float32(1 / (1 + 2 * low + 2 * part))
    out = a
    for axis in (0, 1):
        padded = np.pad(out, [(low + 1, low + 1) if i == axis else (0, 0) for i in (0, 1)], mode="edge")
        n = a.shape[axis]

        def shifted(k: int, padded: Array = padded, axis: int = axis, n: int = n) -> Array:
            at = low + 1 + k
            return padded[at : at + n] if axis == 0 else padded[:, at : at + n]

        total = (shifted(-low - 1) + shifted(low + 1)) * part
        for k in range(-low, low + 1):
            total += shifted(k)
        total *= weight
        out = total
    return out.astype(np.float32, copy=False)


def _box(a: Array, r: int) -> Array:
    out = a
    width = 2 * r + 1
    for axis in (0, 1):
        padded = np.pad(out, [(r + 1, r) if i == axis else (0, 0) for i in (0, 1)], mode="edge")
        total = np.cumsum(padded, axis, dtype=np.float32)
        n = a.shape[axis]
        high = total[width : width + n] if axis == 0 else total[:, width : width + n]
        low = total[:n] if axis == 0 else total[:, :n]
        out = (high - low) / np.float32(width)
    return out


def _shrink(a: Array, by: int) -> Array:
    h, w = a.shape
    small = Image.fromarray(np.ascontiguousarray(a)).resize(
        (max(2, w // by), max(2, h // by)), Image.Resampling.BOX
    )
    return np.asarray(small)


def _grow(a: Array, w: int, h: int) -> Array:
    return np.asarray(Image.fromarray(np.ascontiguousarray(a)).resize((w, h), Image.Resampling.BILINEAR))


def smooth_regions(image: Array, radius: float, keep: float = 0.012) -> Array:
    """Smooth surfaces, hard edges (a guided filter, worked out at a smaller size). `radius` in pixels."""
    h, w = image.shape[:2]
    by = max(1, min(4, int(radius / 2)))
    guide = _shrink(luminance(image), by)
    r = radius / by
    mean = blur(guide, r)
    spread = blur(guide * guide, r) - mean * mean
    out = np.empty_like(image)
    full = luminance(image)
    for i in range(3):
        plane = _shrink(image[..., i], by)
        level = blur(plane, r)
        a = (blur(plane * guide, r) - level * mean) / (spread + np.float32(keep))
        b = level - a * mean
        out[..., i] = _grow(blur(a, r), w, h) * full + _grow(blur(b, r), w, h)
    clipped: Array = np.clip(out, 0, 1)
    return clipped


def warp(image: Array, dx: Array, dy: Array) -> Array:
    """The picture pulled by (dx, dy) pixels at each pixel, nearest sample."""
    h, w = image.shape[:2]
    x = np.clip(np.arange(w, dtype=np.float32)[None, :] + dx, 0, w - 1).astype(np.int32)
    y = np.clip(np.arange(h, dtype=np.float32)[:, None] + dy, 0, h - 1).astype(np.int32)
    flat = (y * w + x).ravel()
    if image.ndim == 2:
        plane: Array = image.ravel().take(flat).reshape(h, w)
        return plane
    out: Array = image.reshape(-1, image.shape[2]).take(flat, 0).reshape(image.shape)
    return out


def paper(frame: Frame, strength: float = 1.0, cells: float = 130) -> Array:
    """The tooth of paper as a factor (h, w) around 1."""
    fine = noise(frame, "paper-fine", cells, 3, 0.6)
    coarse = noise(frame, "paper-coarse", cells / 5, 2)
    relief = fine * 0.7 + coarse * 0.3
    slope = np.gradient(relief, axis=0) + np.gradient(relief, axis=1)
    scale = np.float32(frame.unit / cells * 0.1 * strength)
    tooth: Array = (
        1 + np.clip(slope * scale, -0.06, 0.06) + (fine - 0.5) * np.float32(0.02 * strength)
    ).astype(np.float32)
    return tooth


def find_lines(image: Array, width: float, soft: float = 0.02) -> Array:
    """Drawn outlines (h, w), 1 where a line runs, about `width` pixels wide: each pixel against its
    surroundings,

    in lightness and in two colour differences. `soft` is the weakest difference that shows.
    """
    width = max(width, 0.8)
    lines = np.zeros(image.shape[:2], np.float32)
    planes = (
        (luminance(image), 1.0, False),
        (image[..., 0] - image[..., 2], 0.55, True),
        (image[..., 1] - image[..., 0], 0.5, True),
    )
    for plane, weight, both in planes:
        near = blur(plane, width * 0.35)
        far = blur(blur(plane, width), width)
        gap = np.abs(far - near) if both else far - near
        np.maximum(lines, gap * np.float32(weight), out=lines)
    return smooth(soft, soft * 2.6, lines)


def outline(mask: Array, width: float) -> Array:
    """A line (h, w) of `width` pixels around a mask."""
    soft = blur(blur(mask, max(width, 0.8)), max(width, 0.8))
    line: Array = np.clip(1.6 - np.abs(soft - 0.4) * 5.2, 0, 1)
    return line


def lift_colour(image: Array, by: float) -> Array:
    """More (or less) colourful, same lightness."""
    grey = luminance(image)[..., None]
    out: Array = np.clip(grey + (image - grey) * np.float32(by), 0, 1)
    return out


def posterise(image: Array, colours: int, soft: float = 0.0, owned: Array | None = None) -> Array:
    """The picture in so many colours of its own; `soft` rounds the patches by that many pixels.

    Half of the colours are chosen from the pixels of `owned` (subjects), however small these are.
    """
    data = Image.fromarray(np.clip(image * 255 + 0.5, 0, 255).astype(np.uint8))
    pixels = np.asarray(data).reshape(-1, 3)
    pool = pixels[:: max(1, len(pixels) // 6000)][:6000]
    if owned is not None:
        mine = pixels[(owned > 0.6).ravel()]
        if len(mine) > 20:
            mine = mine[np.linspace(0, len(mine) - 1, 6000).astype(np.int64)]
            pool = np.concatenate([pool, mine])
    pool = np.ascontiguousarray(pool[: len(pool) // 60 * 60].reshape(60, -1, 3))
    palette = Image.fromarray(pool).quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat = data.quantize(palette=palette, dither=Image.Dither.NONE).convert("RGB")
    out = np.asarray(flat, np.float32) / 255
    if soft >= 1:
        table = np.stack([blur(out[..., i], soft) for i in range(3)], -1)
        again = Image.fromarray((table * 255 + 0.5).astype(np.uint8)).quantize(
            palette=palette, dither=Image.Dither.NONE
        )
        out = np.asarray(again.convert("RGB"), np.float32) / 255
    return out


LEAST = 0.2
"""How much lighter or darker than what is around them subjects should at least be."""


def set_apart(canvas: Canvas) -> Canvas:
    """Subjects as light as what is around them made lighter or darker than it, for styles with few tones."""
    owned, unit = canvas.owned, canvas.frame.unit
    mine = owned[::4, ::4] > 0.5
    if not 0.002 < mine.mean() < 0.7:
        return canvas
    wide = np.clip(soften(owned, unit * 0.05) * 2.2, 0, 1) * (1 - owned)
    light = luminance(canvas.image[::4, ::4])
    around = wide[::4, ::4] > 0.4
    if not around.any():
        return canvas
    inside, outside = float(light[mine].mean()), float(light[around].mean())
    gap = inside - outside
    if abs(gap) >= LEAST:
        return canvas
    way = (
        (1.0 if gap > 0 else -1.0) * (LEAST - abs(gap))
        if abs(gap) > 0.04
        else LEAST * (1 if outside < 0.55 else -1)
    )
    shift = (owned * np.float32(way * 0.55) - wide * np.float32(way * 0.6))[..., None]
    return Canvas(canvas.frame, np.clip(canvas.image + shift, 0, 1).astype(np.float32), owned)


def grow(mask: Array, radius: float) -> Array:
    """A mask spread by `radius` pixels, softly."""
    wide: Array = np.clip(blur(mask, radius) * 3, 0, 1)
    return wide
