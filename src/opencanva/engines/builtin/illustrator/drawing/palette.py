"""A reference's palette and mood, laid over a picture: its colours by lightness, and how light it is.

Nothing of the reference's shapes is used. Colours are counted in Oklab (Björn Ottosson, 2020), where equal
steps look equal.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, UnidentifiedImageError

from .frame import Array, mix

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)
_FROM_LMS = np.linalg.inv(_TO_LMS).astype(np.float32)
_FROM_LAB = np.linalg.inv(_TO_LAB).astype(np.float32)
STEPS = 12


@dataclass(frozen=True)
class Palette:
    """What a reference looks like: Oklab colours (STEPS, 3) from its darkest to its lightest twelfth.

    `strength` (0..1) is the share with which a picture takes them.
    """

    colours: Array
    strength: float


def read_palette(data: bytes, strength: float) -> Palette:
    """The palette of an image's bytes; ValueError when they are no readable image."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.draft("RGB", (256, 256))
            small = opened.convert("RGBA").resize((96, 96), Image.Resampling.BOX)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as problem:
        raise ValueError(
            "This reference is not an image that can be read; use a PNG, JPEG or WebP."
        ) from problem
    pixels = np.asarray(small, np.float32).reshape(-1, 4) / 255
    solid = pixels[pixels[:, 3] > 0.5][:, :3]
    lab = to_lab(solid if len(solid) > STEPS else pixels[:, :3])
    ranked = lab[np.argsort(lab[:, 0], kind="stable")]
    return Palette(np.stack([band.mean(0) for band in np.array_split(ranked, STEPS)]), strength)


def blend_palettes(palettes: list[Palette]) -> Palette | None:
    """One palette of several, the stronger ones counting more; None of none."""
    if not palettes:
        return None
    weights = np.array([max(p.strength, 0.01) for p in palettes], np.float32)
    colours = np.tensordot(weights / weights.sum(), np.stack([p.colours for p in palettes]), 1)
    return Palette(colours, float(max(p.strength for p in palettes)))


def tone(image: Array, palette: Palette) -> Array:
    """The picture (h, w, 3) in the palette's colours: each lightness takes its hue there."""
    lab = to_lab(np.clip(image, 0, 1))
    light = lab[..., 0]
    edges = np.quantile(light[::4, ::4], np.linspace(0, 1, STEPS + 1)).astype(np.float32)
    middle = (edges[1:] + edges[:-1]) / 2 + np.arange(STEPS, dtype=np.float32) * np.float32(1e-5)
    share = min(1.0, max(0.0, palette.strength))
    own = lab[::4, ::4].reshape(-1, 3)
    bands = np.clip(np.searchsorted(edges[1:-1], own[:, 0]), 0, STEPS - 1)
    count = np.maximum(np.bincount(bands, minlength=STEPS), 1)
    out = np.empty_like(lab)
    out[..., 0] = mix(light, np.interp(light, middle, palette.colours[:, 0]), 0.55 * share)
    for k in (1, 2):
        mean = np.bincount(bands, own[:, k], STEPS) / count
        target = np.interp(light, middle, palette.colours[:, k])
        rest = lab[..., k] - np.interp(light, middle, mean)
        out[..., k] = mix(lab[..., k], target + rest * np.float32(0.55), share)
    return np.clip(from_lab(out), 0, 1)


def to_lab(colour: Array) -> Array:
    """sRGB 0..1 to Oklab."""
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4).astype(np.float32)
    lab: Array = np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T
    return lab


def from_lab(lab: Array) -> Array:
    """Oklab to sRGB 0..1, unclipped above 1."""
    linear = np.clip((lab @ _FROM_LAB.T) ** 3 @ _FROM_LMS.T, 0, None)
    out: Array = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return out.astype(np.float32)
