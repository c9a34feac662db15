"""Names of colours as paint, and the recolouring of a drawing that keeps its shading."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..language.colours import COLOURS
from ..scene import Scene
from .frame import Array, luminance, mix, rgb, smooth

PAINT = {
    "red": "d9302c",
    "crimson": "b0162e",
    "scarlet": "e0331f",
    "maroon": "7a1f2b",
    "pink": "f28cb8",
    "rose": "ee6f92",
    "magenta": "d42a9a",
    "purple": "8544c2",
    "violet": "7d4fd8",
    "lavender": "b59ae6",
    "lilac": "c3a2e0",
    "indigo": "4538a8",
    "blue": "2f6fde",
    "navy": "1f3170",
    "azure": "3f9cf0",
    "cyan": "30c4dc",
    "teal": "178f92",
    "turquoise": "2fc0b4",
    "green": "3d9c48",
    "lime": "96d23a",
    "olive": "7f8438",
    "mint": "94dfba",
    "emerald": "1fa06a",
    "yellow": "f7cf33",
    "gold": "e2ac2c",
    "golden": "e2ac2c",
    "amber": "f2a520",
    "orange": "f28a24",
    "peach": "fbb98f",
    "coral": "f5785c",
    "salmon": "f78f7c",
    "brown": "8b5a35",
    "tan": "c79c6c",
    "beige": "e3d2b0",
    "cream": "f6ead0",
    "ivory": "f7f1e0",
    "white": "f4f4f2",
    "black": "2a2b31",
    "grey": "8c9097",
    "gray": "8c9097",
    "silver": "bcc4cd",
    "bronze": "a8743c",
    "copper": "b9683c",
    "rainbow": "e0568c",
}


def paint(name: str) -> Array:
    """The colour of a name or of "#rrggbb"; grey when it is neither."""
    if name.startswith("#") and len(name) == 7:
        return rgb(name)
    plain = name.lower().replace("light ", "").replace("dark ", "")
    return rgb(PAINT.get(plain) or COLOURS.get(plain, "8c9097"))


def share_colours(scene: Scene, ground: Array) -> Scene:
    """ "Blue and orange" over a whole picture: its subjects take the colour that stands out from the `ground`."""
    if len(scene.colours) < 2 or not scene.subjects or any(s.colour for s in scene.subjects):
        return scene
    middle = ground[::16, ::16].reshape(-1, 3).mean(0)
    colour = max(scene.colours[:2], key=lambda name: float(np.square(paint(name) - middle).sum()))
    return replace(scene, subjects=tuple(replace(subject, colour=colour) for subject in scene.subjects))


def recolour(pixels: Array, name: str) -> Array:
    """A drawing (h, w, 4), straight alpha, in another colour.

    Coloured parts are weighed by their saturation; a drawing that is grey on the whole is weighed by
    luminance, so a
    grey elephant can be pink. Outlines, highlights and eyes (very dark or very light and grey) stay.
    """
    colour, alpha = pixels[..., :3], pixels[..., 3]
    bright = luminance(colour)
    top, bottom = colour.max(-1), colour.min(-1)
    chroma = top - bottom
    solid = alpha > 0.5
    if not solid.any():
        return pixels
    target = paint(name)
    if name.startswith("light "):
        target = mix(target, np.ones(3, np.float32), 0.35)
    if name.startswith("dark "):
        target = target * np.float32(0.6)
    grey = float(np.mean(chroma[solid])) < 0.16
    middling = smooth(0.1, 0.24, bright) * (1 - smooth(0.985, 1.0, bottom))
    weight = middling if grey else smooth(0.12, 0.3, chroma) * smooth(0.06, 0.16, bright)
    if not grey and float(weight[solid].mean()) < 0.35:
        weight = np.maximum(weight, middling * 0.85)
    used = solid & (weight > 0.5)
    middle = float(np.median(bright[used])) if used.any() else 0.5
    shade = bright / max(middle, 0.08)
    shade = 1 + (shade - 1) * (0.8 if float(luminance(target)) > 0.12 else 0.5)
    dark = target * np.minimum(shade, 1.0)[..., None]
    light = mix(dark, np.ones(3, np.float32), np.clip((shade - 1) * 0.55, 0, 0.7)[..., None])
    out = pixels.copy()
    out[..., :3] = np.clip(mix(colour, light, (weight * 0.94)[..., None]), 0, 1)
    return out
