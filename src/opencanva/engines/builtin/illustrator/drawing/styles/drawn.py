"""Line and tone: ink, pencil, line art, blueprint, comic, anime, neon."""

from __future__ import annotations

import numpy as np

from ..frame import Array, Frame, luminance, mix, noise, rgb, sample, smooth, soften, tile
from ..stage import Check
from .kit import Canvas, blur, find_lines, lift_colour, outline, paper, posterise, smooth_regions, warp


def _tone(canvas: Canvas) -> Array:
    """Lightness stretched to the whole range, subjects a little clearer than the ground behind them."""
    light = luminance(smooth_regions(canvas.image, canvas.frame.unit * 0.006, 0.004))
    low, high = np.percentile(light[::4, ::4], (2, 98))
    out: Array = np.clip((light - np.float32(low)) / np.float32(max(high - low, 0.1)), 0, 1)
    return out


def _hatch(frame: Frame, angle: float, cells: float, stage: str) -> Array:
    """Strokes (h, w), 0..1, at `angle` radians, `cells` to a unit, thick and thin as a hand draws them."""
    c, s = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    u = frame.xs[None, :] * c + frame.ys[:, None] * s
    v = -frame.xs[None, :] * s + frame.ys[:, None] * c
    waver = sample(tile(frame.rng("hatch", stage), 6, 3, 256), u * 0.7, v * 0.7)
    wave = np.sin((v + (waver - 0.5) * np.float32(0.03)) * np.float32(2 * np.pi * cells))
    out: Array = 0.5 + 0.5 * wave + (waver - 0.5) * np.float32(0.5)
    return out


def draw_ink(canvas: Canvas, check: Check) -> Canvas:
    """Brush and ink: grey washes, black contours of changing weight, a few hatchings, warm paper."""
    frame, unit = canvas.frame, canvas.frame.unit
    tone = _tone(canvas)
    check("Style")
    pull = noise(frame, "ink-pull", 24, 3) - 0.5
    lines = warp(
        find_lines(canvas.image, unit * 0.0032),
        pull * np.float32(unit * 0.006),
        np.roll(pull, 41, 1) * np.float32(unit * 0.006),
    )
    check("Style")
    pool = noise(frame, "ink-pool", 9, 5, 0.6) - 0.5
    level = (1 - tone) * 5 + pool * 0.7
    base = np.floor(level)
    wash = (base + smooth(0.4, 0.6, level - base)) / 5
    grain = noise(frame, "ink-grain", 140, 2, 0.7) - 0.5
    near = np.clip(soften(canvas.owned, unit * 0.03) * 2, 0, 1) * (1 - canvas.owned)
    wash = wash * (0.74 + 0.34 * canvas.owned) * (1 - 0.45 * near)  # subjects stand before a paler ground
    density = np.clip(wash, 0, 1.2) ** 1.7 * (1.3 + pool * 0.5 + grain * 0.35)
    hatch = (
        smooth(0.62, 0.85, _hatch(frame, 0.8, 95, "ink"))
        * smooth(0.45, 0.7, 1 - tone)
        * (1 - smooth(0.85, 1.0, 1 - tone))
        * 0.6
    )
    density = np.maximum(
        density, np.maximum(lines * (1.1 + 1.5 * np.maximum(canvas.owned, 0.25)), hatch * 1.3)
    )
    density = np.maximum(density, outline(canvas.owned, unit * 0.0026) * 2.6)
    out = np.exp(-density[..., None] * (1 - rgb("14161f"))[None, None] * np.float32(1.15)) * rgb("f6f0e2")
    return Canvas(frame, (out * paper(frame, 0.8)[..., None]).astype(np.float32), canvas.owned)


def draw_pencil(canvas: Canvas, check: Check) -> Canvas:
    """Graphite: contours drawn twice, tone laid down by crossing strokes, the paper's tooth in all of it."""
    frame, unit = canvas.frame, canvas.frame.unit
    tone = _tone(canvas)
    check("Style")
    lines = find_lines(canvas.image, unit * 0.0022, 0.014)
    pull = noise(frame, "pencil-pull", 9, 2) - 0.5
    again = warp(lines, pull * np.float32(unit * 0.012), np.roll(pull, 33, 0) * np.float32(unit * 0.012))
    check("Style")
    dark = (1 - tone) ** 1.25
    strokes = np.zeros_like(dark)
    for n, (angle, cells, start) in enumerate(((0.75, 120, 0.1), (0.95, 105, 0.34), (-0.5, 115, 0.58))):
        strokes += (
            smooth(0.15, 0.95, _hatch(frame, angle, cells, f"p{n}")) * smooth(start, start + 0.4, dark) * 0.36
        )
        check("Style")
    tooth = 0.62 + 0.76 * noise(frame, "pencil-tooth", 210, 2, 0.7)
    density = (dark * 0.26 + strokes + lines * 0.75 + again * 0.35 + canvas.owned * 0.02) * tooth
    out = (
        np.exp(-density[..., None] * np.array([1.16, 1.13, 1.08], np.float32))
        * rgb("f7f3ea")
        * paper(frame, 0.7)[..., None]
    )
    return Canvas(frame, out.astype(np.float32), canvas.owned)


def draw_lines(canvas: Canvas, check: Check) -> Canvas:
    """Line art: clean dark contours on white, nothing else; good for colouring in."""
    frame, unit = canvas.frame, canvas.frame.unit
    calm = smooth_regions(canvas.image, unit * 0.006, 0.0015)
    check("Style")
    lines = np.maximum(find_lines(calm, unit * 0.003, 0.011), outline(canvas.owned, unit * 0.003))
    lines = smooth(0.25, 0.75, blur(lines, max(1, unit * 0.001)))
    out = mix(
        np.broadcast_to(rgb("fdfcf9"), canvas.image.shape),
        np.broadcast_to(rgb("1d1f2a"), canvas.image.shape),
        lines[..., None],
    )
    return Canvas(frame, out.astype(np.float32), canvas.owned)


def draw_blueprint(canvas: Canvas, check: Check) -> Canvas:
    """White lines and a fine grid on blue paper, tone by hatching."""
    frame, unit = canvas.frame, canvas.frame.unit
    lines = find_lines(smooth_regions(canvas.image, unit * 0.006, 0.005), unit * 0.0024, 0.01)
    check("Style")
    lines = np.maximum(lines, outline(canvas.owned, unit * 0.0024))
    tone = _tone(canvas)
    stain = noise(frame, "blue-stain", 3, 4) - 0.5
    image = np.broadcast_to(rgb("1f4f96"), canvas.image.shape) * (1 + stain * 0.22)[..., None]

    def near(a: Array, step: float, wide: float) -> Array:
        rule: Array = np.clip(
            1 - np.abs((a / np.float32(step) + 0.5) % 1 - 0.5) * np.float32(step / wide), 0, 1
        )
        return rule

    grid = np.maximum(near(frame.xs, 0.04, 0.0011)[None, :], near(frame.ys, 0.04, 0.0011)[:, None]) * 0.16
    bold = np.maximum(near(frame.xs, 0.2, 0.0015)[None, :], near(frame.ys, 0.2, 0.0015)[:, None]) * 0.22
    hatch = smooth(0.7, 0.95, _hatch(frame, 0.785, 80, "blue")) * smooth(0.5, 0.9, tone) * 0.3
    ink = np.clip(np.maximum(lines * 0.95, np.maximum(np.maximum(grid, bold), hatch)), 0, 1)
    image = mix(image, np.broadcast_to(rgb("eef5ff"), image.shape), ink[..., None])
    return Canvas(frame, (image * paper(frame, 0.6)[..., None]).astype(np.float32), canvas.owned)


def _dots(frame: Frame, step: float, angle: float) -> Array:
    """A halftone screen (h, w) of 0..1."""
    c, s = np.float32(np.cos(angle) * np.pi / step), np.float32(np.sin(angle) * np.pi / step)
    u, v = frame.xs[None, :] * c + frame.ys[:, None] * s, -frame.xs[None, :] * s + frame.ys[:, None] * c
    out: Array = 0.5 + 0.25 * (np.cos(2 * u) + np.cos(2 * v))
    return out


def draw_comic(canvas: Canvas, check: Check) -> Canvas:
    """Flat printed colour, black contours, dots in the half-shadows."""
    frame, unit = canvas.frame, canvas.frame.unit
    calm = smooth_regions(lift_colour(canvas.image, 1.5), unit * 0.008, 0.004)
    check("Style")
    flat = posterise(calm, 24, 0, canvas.owned)
    check("Style")
    tone = luminance(calm)
    screen = _dots(frame, 0.0085, 0.4)
    shade = np.clip((np.clip((0.62 - tone) * 1.5, 0, 0.62) - screen) * 9 + 0.5, 0, 1)
    flat = mix(flat, flat * np.float32(0.66), (shade * (1 - 0.6 * canvas.owned))[..., None])
    bright = np.clip((np.clip((tone - 0.72) * 1.6, 0, 0.4) - screen) * 9 + 0.5, 0, 1)
    flat = mix(flat, np.minimum(flat * 1.1 + 0.08, 1), bright[..., None])
    lines = find_lines(calm, unit * 0.0034, 0.026)
    edge = outline(canvas.owned, unit * 0.0045)
    ink = np.clip(np.maximum(lines, edge * 1.2), 0, 1)
    out = mix(flat, np.broadcast_to(rgb("14121c"), flat.shape), ink[..., None])
    return Canvas(frame, np.clip(out, 0, 1).astype(np.float32), canvas.owned)


def draw_anime(canvas: Canvas, check: Check) -> Canvas:
    """Painted backgrounds, cel-shaded subjects with thin tinted lines, glowing highlights."""
    frame, unit = canvas.frame, canvas.frame.unit
    calm = smooth_regions(lift_colour(canvas.image, 1.32), unit * 0.007, 0.004)
    check("Style")
    light = luminance(calm)
    stepped = np.floor(light * 5 + 0.5) / 5
    cel = calm * ((0.35 * light + 0.65 * stepped + 0.05) / (light + 0.05))[..., None]
    image = mix(calm, cel, (0.35 + 0.5 * canvas.owned)[..., None])
    check("Style")
    edge = np.maximum(
        outline(canvas.owned, unit * 0.0024),
        find_lines(calm, unit * 0.0022, 0.03) * (0.35 + 0.65 * canvas.owned),
    )
    image = mix(image, image * np.float32(0.32), (edge * 0.85)[..., None])
    glow = soften(np.clip(luminance(image) - 0.62, 0, 1), unit * 0.02)
    image = np.clip(image ** np.float32(0.9) + glow[..., None] * rgb("ffe9d0") * np.float32(0.5), 0, 1)
    return Canvas(frame, image.astype(np.float32), canvas.owned)


def draw_neon(canvas: Canvas, check: Check) -> Canvas:
    """Glowing tubes of colour along every contour, on near-black."""
    frame, unit = canvas.frame, canvas.frame.unit
    calm = smooth_regions(canvas.image, unit * 0.008, 0.005)
    check("Style")
    lines = find_lines(calm, unit * 0.0028, 0.01)
    edge = outline(canvas.owned, unit * 0.0036)
    lines = np.maximum(lines * 0.8, edge)
    hue = lift_colour(calm, 2.4)
    hue = hue / np.maximum(hue.max(-1, keepdims=True), 0.08)
    ramp_ = noise(frame, "neon-hue", 1.2, 2)[..., None]
    own = mix(rgb("ff3fb4"), rgb("27d8ff"), smooth(0.38, 0.62, ramp_[..., 0])[..., None])
    grey = 1 - (hue.max(-1) - hue.min(-1))[..., None]
    hue = mix(hue, own, np.clip(grey * 1.3, 0.4, 1))
    check("Style")
    tube = hue * lines[..., None]
    glow = (
        soften(tube, unit * 0.006) * 1.1 + soften(tube, unit * 0.022) * 1.3 + soften(tube, unit * 0.07) * 0.9
    )
    ground = mix(rgb("07040f") + np.zeros_like(calm), calm * calm * np.float32(0.32), 0.7)
    out = ground + glow + mix(tube, np.ones_like(tube) * lines[..., None], 0.55) * 0.85
    return Canvas(frame, np.clip(1 - np.exp(-out * 1.25), 0, 1).astype(np.float32), canvas.owned)
