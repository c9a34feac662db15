"""The last touches every picture gets: bloom, a light grade, vignette, and grain so that no gradient shows
bands.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..scene import Scene
from .frame import Array, Frame, lay, luminance, mix, noise, resize, rgb, smooth, soften
from .light import Light
from .sky import place_of_sun


def finish(
    frame: Frame,
    image: Array,
    light: Light,
    *,
    vignette: float = 0.3,
    grain: float = 0.008,
    bloom: float = 1.0,
) -> None:
    """Bloom, vignette and grain, in place."""
    frame.look()
    step = max(1, frame.w // 256)
    small = image[::step, ::step]
    bright = np.clip(luminance(small) - 0.74, 0, 1)[..., None] * small * np.float32(1.3)
    spread = soften(bright, max(2, small.shape[1] * 0.02)) * np.float32((0.6 + 0.5 * light.dark) * bloom)
    for i in range(3):
        plane = Image.fromarray(np.ascontiguousarray(spread[..., i]))
        image[..., i] += np.asarray(plane.resize((frame.w, frame.h), Image.Resampling.BILINEAR))
    dx = np.square((frame.xs / np.float32(frame.ax) - 0.5) * 2)[None, :]
    dy = np.square((frame.ys / np.float32(frame.ay) - 0.5) * 2)[:, None]
    image *= (1 - np.float32(vignette) * np.square((dx + dy) / 2))[..., None]
    image += frame.rng("grain").standard_normal((frame.h, frame.w), dtype=np.float32)[..., None] * np.float32(
        grain
    )


def to_picture(image: Array) -> Image.Image:
    """Floats as an 8-bit picture."""
    np.clip(image, 0, 1, image)
    image *= np.float32(255)
    image += np.float32(0.5)
    return Image.fromarray(image.astype(np.uint8))


def shape_light(frame: Frame, image: Array, owned: Array, scene: Scene, light: Light, horizon: float) -> None:
    """What the prompt says of the light: rays, candle light, dark corners, silhouettes, in place."""
    word = scene.light
    if word == "rays":
        paint_rays(frame, image, light, horizon, 0.8)
    elif word == "back":
        lay(image, light.ambient * np.float32(0.16), smooth(0.3, 0.8, owned) * np.float32(0.93))
        rim = np.clip(owned - soften(owned, frame.unit * 0.008), 0, 1)
        image += (rim * 0.9)[..., None] * mix(light.key, light.disc, 0.5)
    elif word in ("candle", "dark"):
        where = np.argwhere(owned[::8, ::8] > 0.5)
        cy, cx = (where.mean(0) * 8 / frame.unit) if len(where) else (frame.ay * 0.6, frame.ax * 0.5)
        far = np.hypot(
            frame.xs[None, :] - np.float32(cx), (frame.ys[:, None] - np.float32(cy)) * np.float32(1.1)
        )
        pool = np.exp(-np.square(far / np.float32(0.36)))[..., None]
        warm = rgb("ffb45e") if word == "candle" else light.key
        image *= np.float32(0.3) + pool * (warm * np.float32(1.0))


def paint_rays(frame: Frame, image: Array, light: Light, horizon: float, strength: float) -> None:
    """Shafts of light fanning from the sun, in place."""
    x, y = place_of_sun(frame, light, horizon)
    soft = frame.half()
    source = min(y - 0.25, -0.06)  # above the picture, so that no shaft begins within it
    dx, dy = soft.xs[None, :] - np.float32(x), soft.ys[:, None] - np.float32(source)
    angle = np.arctan2(dx, np.maximum(dy, 0.01))
    bands = noise(frame, "shafts", 9, 3, rows=(0, 1))[0]
    at = np.clip((angle / np.float32(np.pi) + 0.5) * frame.w, 0, frame.w - 1).astype(np.int32)
    beam = smooth(0.48, 0.75, bands[at]) * np.exp(-np.hypot(dx, dy) / np.float32(0.75))
    beam = resize(beam.astype(np.float32), frame.w, frame.h)
    lay(image, mix(light.key, light.disc, 0.5), np.clip(beam * np.float32(strength), 0, 0.8))


GRADES: dict[str, tuple[float, float, str, float]] = {
    "monochrome": (0.0, 1.12, "808080", 0.0),
    "muted": (0.62, 0.94, "b8a890", 0.06),
    "cheerful": (1.16, 1.03, "fff0c0", 0.02),
    "gloomy": (0.62, 1.02, "3c4858", 0.1),
    "scary": (0.7, 1.14, "3a2048", 0.08),
    "dramatic": (1.08, 1.2, "ff9a50", 0.02),
    "dreamy": (1.08, 0.92, "e0b8f0", 0.09),
    "warm": (1.04, 1.0, "ffb060", 0.09),
    "cold": (0.94, 1.02, "78a8f0", 0.1),
    "fresh": (1.12, 1.0, "d8ffc8", 0.04),
    "calm": (0.9, 0.95, "b8d8e0", 0.06),
}
"""Mood: colourfulness, contrast, and a tint with its share."""


def grade(image: Array, scene: Scene) -> None:
    """The mood's grade over the whole picture, in place."""
    found = GRADES.get(scene.mood)
    if found is None:
        return
    colour, contrast, tint, share = found
    grey = luminance(image)[..., None]
    image -= grey
    image *= np.float32(colour)
    image += (grey - np.float32(0.46)) * np.float32(contrast) + np.float32(0.46)
    if share:
        image += (rgb(tint) - image) * np.float32(share)
