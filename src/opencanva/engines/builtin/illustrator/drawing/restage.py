"""A reference as the picture itself: restyled, as the place where the subjects stand, or as its broad colours."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from .frame import Array, Frame, Variation, lay, luminance, mix, resize, smooth, soften
from .light import Light
from .palette import Palette
from .stage import Stage

WHOLE = 0.75
"""From this strength on the reference is the picture, and nothing is put into it."""
LONGEST = 2048
CELLS = ("mosaic", "low poly", "pixel")
LEADED = "stained glass"


@dataclass(frozen=True, eq=False)
class Source:
    """A reference's pixels (h, w, 3) of 0..1, upright, and the share (0..1) with which it makes the picture."""

    pixels: Array
    strength: float

    @property
    def whole(self) -> bool:
        """Whether the picture is the reference alone, in another hand."""
        return self.strength >= WHOLE


@dataclass(frozen=True, eq=False)
class Given:
    """What a picture takes besides its scene: the palette of references, one that it is made of, one whose broad
    colours it takes, and the share of its stages that a second seed draws."""

    palette: Palette | None = None
    base: Source | None = None
    field: Source | None = None
    variation: Variation = (0, 0.0)


NOTHING = Given()


def read_source(data: bytes, strength: float, longest: int = LONGEST) -> Source:
    """The pixels of an image's bytes, on white where they are clear; ValueError when it cannot be read."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.draft("RGB", (longest, longest))
            turned = ImageOps.exif_transpose(opened)
            turned.thumbnail((longest, longest))
            solid = Image.new("RGBA", turned.size, "white")
            solid.alpha_composite(turned.convert("RGBA"))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as problem:
        raise ValueError(
            "This reference is not an image that can be read; use a PNG, JPEG or WebP."
        ) from problem
    return Source(np.asarray(solid.convert("RGB"), np.float32) / 255, strength)


def fill(frame: Frame, base: Source) -> Array:
    """The reference cut to the frame's shape around its middle, and scaled to it."""
    h, w = base.pixels.shape[:2]
    shape = frame.ax / frame.ay
    wide, high = (w, w / shape) if w / h < shape else (h * shape, h)
    x, y = (w - wide) / 2, (h - high) / 2
    whole = Image.fromarray((base.pixels * 255).astype(np.uint8))
    cut = whole.resize((frame.w, frame.h), Image.Resampling.LANCZOS, box=(x, y, x + wide, y + high))
    return np.asarray(cut, np.float32) / 255


def paint_reference(frame: Frame, base: Source) -> Stage:
    """The reference as the place: things stand on its lower third and fly over its upper half."""
    horizon = frame.ay * 0.62
    return Stage(
        fill(frame, base), horizon, (frame.ay * 0.78, frame.ay * 0.93), (frame.ay * 0.1, frame.ay * 0.42)
    )


def light_from(light: Light, image: Array) -> Light:
    """The light that fell on the reference: its bright colours are the key, its middle ones the shade."""
    small = image[::8, ::8].reshape(-1, 3)
    order = np.argsort(luminance(small), kind="stable")
    bright = small[order[-max(1, len(order) // 8) :]].mean(0)
    middle = small[order[len(order) // 4 : max(1 + len(order) // 4, len(order) * 3 // 4)]].mean(0)
    return replace(light, key=mix(light.key, bright, 0.6), ambient=mix(light.ambient, middle, 0.6))


def find_subjects(image: Array, style: str) -> Array:
    """How much each pixel belongs to something (h, w), judged by its detail, so that a style keeps it.

    Styles of cells make them finer there. The others would outline what has no outline: they get a hint, and
    leaded glass none.
    """
    if style == LEADED:
        return np.zeros(image.shape[:2], np.float32)
    grey = luminance(image)
    edges = np.abs(np.diff(grey, axis=0, prepend=grey[:1])) + np.abs(
        np.diff(grey, axis=1, prepend=grey[:, :1])
    )
    wide = max(2.0, image.shape[1] * 0.05)
    dense = soften(soften(edges.astype(np.float32), wide), wide)
    found = smooth(1.1, 1.8, dense / np.float32(max(float(dense.mean()), 1e-4)))
    return found if style in CELLS else found * np.float32(0.45)


def lay_colours(frame: Frame, image: Array, base: Source) -> None:
    """The reference's broad fields of colour and light over a picture that was drawn, in place."""
    field = soften(fill(frame, base), frame.unit * 0.09)
    own = resize(soften(image, frame.unit * 0.09), frame.w, frame.h)
    shifted = np.clip(image + (field - own) * np.float32(0.85), 0, 1)
    lay(image, shifted, np.full((frame.h, frame.w), base.strength, np.float32))
