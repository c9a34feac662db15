"""Watercolour: washes of pigment over white paper, edges where the paint dried, granulation, blooms and a
loose border.
"""

from __future__ import annotations

import numpy as np

from ..frame import Array, Frame, luminance, noise, resize, rgb, smooth
from ..stage import Check
from .kit import Canvas, blur, paper, smooth_regions, warp


def paint_watercolour(canvas: Canvas, check: Check) -> Canvas:
    """Pigment is counted as density (-log of the colour); the paper shows where it is thin."""
    frame, unit = canvas.frame, canvas.frame.unit
    image = smooth_regions(canvas.image, unit * 0.007, 0.004)
    check("Style")
    pull_x, pull_y = noise(frame, "pull-x", 26, 3) - 0.5, noise(frame, "pull-y", 26, 3) - 0.5
    image = warp(image, pull_x * np.float32(unit * 0.011), pull_y * np.float32(unit * 0.011))
    check("Style")
    image = _wash(frame, image)
    check("Style")
    light = luminance(image)
    edges = _dry_edges(light, unit)
    pool = noise(frame, "pool", 3.2, 5, 0.55)
    grain = noise(frame, "granulation", 150, 3, 0.7)
    density = -np.log(np.clip(image, 0.035, 0.995))
    flow = 0.72 + (pool - 0.5) * 0.85 + edges * 1.1
    dark = smooth(0.25, 1.3, density.mean(-1))
    flow += (grain - 0.5) * (0.1 + 0.3 * dark)
    flow *= 1 - _blooms(frame) * 0.4
    density *= flow[..., None].astype(np.float32)
    check("Style")
    mask = _border(frame)
    density *= mask[..., None]
    rim = np.clip(mask - blur(mask, unit * 0.004), 0, 1) * 1.2
    density *= 1 + rim[..., None]
    _splash(frame, density, image)
    out = np.exp(-density) * rgb("fbf8f0") * paper(frame, 1.0)[..., None]
    return Canvas(frame, out.astype(np.float32), canvas.owned)


def _wash(frame: Frame, image: Array) -> Array:
    """Lightness in loose steps, and a little more colour: layers of wash, not a gradient."""
    light = luminance(image)
    wobble = (noise(frame, "wash", 5, 4) - 0.5) * np.float32(0.9)
    steps = np.float32(9)
    level = light * steps + wobble
    base = np.floor(level)
    stepped = (base + smooth(0.34, 0.66, level - base) - wobble * 0.6) / steps
    target = light * 0.45 + stepped * 0.55
    out = image * (np.clip(target, 0.02, 1) / np.maximum(light, 0.02))[..., None]
    grey = luminance(out)[..., None]
    out = np.clip(grey + (out - grey) * np.float32(1.45), 0.015, 1)
    return np.clip(out ** np.float32(0.74), 0.03, 1).astype(np.float32)


def _dry_edges(light: Array, unit: float) -> Array:
    """Pigment gathers just inside the darker side of an edge."""
    near, far = blur(light, max(1, unit * 0.0016)), blur(blur(light, unit * 0.006), unit * 0.006)
    out: Array = np.clip((far - near - 0.012) * 7, 0, 0.85)
    return out


def _blooms(frame: Frame) -> Array:
    """A few backruns: pale cauliflower shapes with a hard rim."""
    final, frame = frame, frame.half() if frame.w * frame.h > 300_000 else frame
    rng = frame.rng("blooms")
    ragged = noise(frame, "bloom-edge", 12, 4) - 0.5
    out = np.zeros((frame.h, frame.w), np.float32)
    for _ in range(4):
        x, y, r = rng.random() * frame.ax, rng.random() * frame.ay, 0.06 + 0.09 * rng.random()
        far = np.hypot(
            frame.xs[None, :] - np.float32(x), frame.ys[:, None] - np.float32(y)
        ) + ragged * np.float32(0.09)
        t = far / np.float32(r)
        out += (1 - smooth(0.55, 1.0, t)) * 0.75 - np.exp(-np.square((t - 1.0) / 0.05)) * 0.5
    return out if final is frame else resize(out, final.w, final.h)


def _border(frame: Frame) -> Array:
    """1 where paint lies; a ragged, brushed edge leaves paper all round."""
    rag = noise(frame, "rag", 7, 5, 0.55) - 0.5
    dry = noise(frame, "dry-brush", 60, 3, stretch=5) - 0.5
    margin = np.float32(0.048)
    side = np.minimum(
        np.minimum(frame.xs, np.float32(frame.ax) - frame.xs)[None, :],
        np.minimum(frame.ys, np.float32(frame.ay) - frame.ys)[:, None],
    )
    return smooth(-0.004, 0.006, side - margin + rag * np.float32(0.055) + dry * np.float32(0.012))


def _splash(frame: Frame, density: Array, image: Array) -> None:
    """Small drops of the picture's own colours, some over the border."""
    rng = frame.rng("splash")
    for _ in range(34):
        edge = rng.random() < 0.75
        x, y = rng.random() * frame.ax, rng.random() * frame.ay
        if edge:
            x = x * 0.14 if rng.random() < 0.5 else frame.ax - x * 0.14
        r = 0.0014 + 0.0065 * rng.random() ** 3
        i, j = int(y * frame.unit), int(x * frame.unit)
        reach = int(r * frame.unit) + 2
        y0, x0 = max(0, i - reach), max(0, j - reach)
        part = density[y0 : i + reach + 1, x0 : j + reach + 1]
        if part.size == 0:
            continue
        yy = (np.arange(part.shape[0], dtype=np.float32) + y0 + 0.5 - np.float32(y * frame.unit))[:, None]
        xx = (np.arange(part.shape[1], dtype=np.float32) + x0 + 0.5 - np.float32(x * frame.unit))[None, :]
        far = np.hypot(xx, yy) / np.float32(max(r * frame.unit, 0.7))
        mask = np.clip((1 - far) * reach, 0, 1) * (0.55 + 0.6 * smooth(0.5, 1.0, far))
        ink = -np.log(np.clip(image[min(frame.h - 1, i), min(frame.w - 1, j)], 0.05, 0.98))
        part += mask[..., None].astype(np.float32) * ink * np.float32(0.55)
