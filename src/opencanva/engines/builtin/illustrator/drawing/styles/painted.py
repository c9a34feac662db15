"""Wet and dry paint on canvas and paper: oil, gouache, pastel, pointillism."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..frame import Array, Frame, luminance, mix, noise, resize, rgb, sample, smooth, tile
from ..stage import Check
from .kit import Canvas, blur, lift_colour, paper, smooth_regions, warp


def _flow(frame: Frame, image: Array, cells: float) -> tuple[Array, Array]:
    """A direction at each pixel (cos, sin): along the picture's edges where there are any, else along slow
    noise.
    """
    light = blur(luminance(image), frame.unit * 0.004)
    gx: Array = np.gradient(light, axis=1)
    gy: Array = np.gradient(light, axis=0)
    reach = frame.unit * 0.012
    xx, yy, xy = blur(gx * gx, reach), blur(gy * gy, reach), blur(gx * gy, reach)
    strong = np.sqrt(np.square(xx - yy) + 4 * xy * xy)
    wild = (noise(frame, "flow", cells, 3) - 0.5) * np.float32(9)
    weak = np.float32(2.5e-6 * (1024 / frame.unit) ** 2)
    c2 = -(xx - yy) + weak * np.cos(wild)
    s2 = -2 * xy + weak * np.sin(wild)
    angle = 0.5 * np.arctan2(s2, c2)
    del strong
    return np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)


def _drag(image: Array, cos: Array, sin: Array, step: float, count: int, check: Check) -> Array:
    """Smear along the flow: the mean of samples taken to both sides."""
    total = image.copy()
    for n in range(1, count + 1):
        check("Style")
        far = np.float32(step * n)
        total += warp(image, cos * far, sin * far)
        total += warp(image, -cos * far, -sin * far)
    total /= np.float32(2 * count + 1)
    return total


def paint_oil(canvas: Canvas, check: Check) -> Canvas:
    """Strokes along the shapes, each of one colour, with ridges of paint that catch the light."""
    frame, unit = canvas.frame, canvas.frame.unit
    cos, sin = _flow(frame, canvas.image, 3.2)
    base = lift_colour(canvas.image, 1.25)
    check("Style")
    rng = frame.rng("bristle")
    grain = resize(
        rng.random((max(8, int(frame.ay * 420)), max(8, int(frame.ax * 420))), dtype=np.float32),
        frame.w,
        frame.h,
    )
    strand = _drag(grain, cos, sin, unit * 0.0028, 5, check)
    strand = (strand - strand.mean()) / max(float(strand.std()), 1e-4)
    push = np.clip(strand, -2, 2) * np.float32(unit * 0.003)
    image = _drag(base, cos, sin, unit * 0.0022, 3, check)
    image = warp(image, -sin * push, cos * push)
    light = luminance(image)
    stepped = np.round(light * 13 + np.clip(strand, -1.5, 1.5) * 0.5) / 13
    image *= ((0.5 * light + 0.5 * stepped + 0.03) / (light + 0.03))[..., None]
    gy, gx = np.gradient(strand)
    ridge = np.clip((gx * -0.7 + gy * -0.7) * np.float32(0.055 * unit / 500), -0.14, 0.16)
    weave = noise(frame, "weave", 170, 1) - 0.5
    image = image * (1 + ridge + weave * 0.035)[..., None] + np.clip(ridge - 0.07, 0, 1)[..., None] * 0.6
    return Canvas(frame, np.clip(image, 0, 1), canvas.owned)


def paint_gouache(canvas: Canvas, check: Check) -> Canvas:
    """Opaque, chalky patches with dry edges: a picture-book's paint."""
    frame, unit = canvas.frame, canvas.frame.unit
    image = smooth_regions(lift_colour(canvas.image, 1.18), unit * 0.008, 0.003)
    check("Style")
    dry = noise(frame, "gouache-dry", 46, 4, stretch=2.4) - 0.5
    image = warp(image, dry * np.float32(unit * 0.012), np.roll(dry, 37, 1) * np.float32(unit * 0.008))
    light = luminance(image)
    level = light * 8 + dry * 0.9
    base = np.floor(level)
    stepped = (base + smooth(0.4, 0.6, level - base)) / 8
    image *= ((0.3 * light + 0.7 * stepped + 0.03) / (light + 0.03))[..., None]
    check("Style")
    stroke = noise(frame, "gouache-stroke", 34, 4, stretch=6) - 0.5
    image = image * (1 + stroke * 0.16 + dry * 0.08)[..., None]
    image = mix(image, np.broadcast_to(rgb("f3e6cc"), image.shape), 0.09)
    return Canvas(frame, np.clip(image * paper(frame, 0.5)[..., None], 0, 1), canvas.owned)


def paint_pastel(canvas: Canvas, check: Check) -> Canvas:
    """Chalk on toned paper: colour sits on the tooth, strokes run aslant."""
    frame, unit = canvas.frame, canvas.frame.unit
    image = smooth_regions(lift_colour(canvas.image, 1.2), unit * 0.01, 0.004)
    check("Style")
    wobble = noise(frame, "pastel-pull", 40, 3) - 0.5
    image = warp(image, wobble * np.float32(unit * 0.016), np.roll(wobble, 51, 0) * np.float32(unit * 0.016))
    tooth = noise(frame, "tooth", 190, 2, 0.7)
    u = (frame.xs[None, :] + frame.ys[:, None]) * np.float32(1.6)
    v = (frame.xs[None, :] - frame.ys[:, None]) * np.float32(0.22)
    strokes = sample(tile(frame.rng("pastel-stroke"), 16, 4, 256), u, v)
    light = luminance(image)
    cover = smooth(0.3, 0.58, tooth * 0.62 + strokes * 0.5 + np.abs(light - 0.55) * 0.22 + canvas.owned * 0.1)
    check("Style")
    ground = rgb("d8c8b4") if float(light.mean()) > 0.35 else rgb("3a3640")
    image = np.clip(image * 0.94 + 0.06, 0, 1) * (0.93 + 0.16 * strokes)[..., None]
    image = mix(np.broadcast_to(ground, image.shape), image, (0.3 + 0.7 * cover)[..., None])
    return Canvas(frame, np.clip(image, 0, 1), canvas.owned)


def paint_dots(canvas: Canvas, check: Check) -> Canvas:
    """Pointillism: three layers of round touches, each a pure colour near what it stands for."""
    frame = canvas.frame
    image = np.broadcast_to(rgb("efe6d2"), canvas.image.shape).astype(np.float32).copy()
    source = lift_colour(canvas.image, 1.45)
    for layer, size in enumerate((0.0105, 0.008, 0.006)):
        check("Style")
        far, iy, ix = _scatter(frame, size, f"dots{layer}")
        colour = source.reshape(-1, 3).take((iy * frame.w + ix).ravel(), 0).reshape(*iy.shape, 3)
        key = (iy * 7919 + ix * 104729) % 997
        shift = np.stack([((key * k) % 101) / 101 - 0.5 for k in (13, 29, 47)], -1).astype(np.float32)
        colour = np.clip(colour + shift * np.float32(0.22), 0, 1)
        dot = np.clip((0.66 - far) * np.float32(size * frame.unit) + 0.5, 0, 1)
        if layer == 2:
            dot = dot * (0.35 + 0.65 * (canvas.owned > 0.4))
        image += (colour - image) * dot[..., None]
    return Canvas(frame, np.clip(image, 0, 1), canvas.owned)


def _scatter(frame: Frame, size: float, stage: str) -> tuple[Array, np.ndarray, np.ndarray]:
    """For each pixel: how far the nearest jittered point is (in cells), and that point's row and column."""
    final, frame = frame, frame.half() if frame.w * frame.h > 300_000 else frame
    cells_x, cells_y = int(frame.ax / size) + 3, int(frame.ay / size) + 3
    jitter = frame.rng(stage).random((cells_y, cells_x, 2), dtype=np.float32) * np.float32(0.8) + np.float32(
        0.1
    )
    x, y = frame.xs / np.float32(size) + 1, frame.ys / np.float32(size) + 1
    i, j = x.astype(np.int32), y.astype(np.int32)
    best = np.full((frame.h, frame.w), 9, np.float32)
    px, py = np.zeros_like(best), np.zeros_like(best)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            cell = jitter[np.clip(j + dy, 0, cells_y - 1)][:, np.clip(i + dx, 0, cells_x - 1)]
            cx, cy = (i + dx)[None, :] + cell[..., 0], (j + dy)[:, None] + cell[..., 1]
            far = np.hypot(x[None, :] - cx, y[:, None] - cy)
            near = far < best
            best = np.where(near, far, best)
            px, py = np.where(near, cx, px), np.where(near, cy, py)
    ix = np.clip((px - 1) * np.float32(size * final.unit), 0, final.w - 1).astype(np.int32)
    iy = np.clip((py - 1) * np.float32(size * final.unit), 0, final.h - 1).astype(np.int32)
    if final is not frame:
        up = (final.w, final.h)
        best = np.asarray(Image.fromarray(best).resize(up, Image.Resampling.BILINEAR))
        ix = np.asarray(Image.fromarray(ix).resize(up, Image.Resampling.NEAREST))
        iy = np.asarray(Image.fromarray(iy).resize(up, Image.Resampling.NEAREST))
    return best, iy, ix
