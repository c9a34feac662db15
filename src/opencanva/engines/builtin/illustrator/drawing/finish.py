"""The last touches every picture gets: bloom, a light grade, vignette, and grain so that no gradient shows bands."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .frame import Array, Frame, luminance, soften
from .light import Light


def finish(frame: Frame, image: Array, light: Light, *, vignette: float = 0.3, grain: float = 0.008) -> None:
    """Bloom, vignette and grain, in place."""
    step = max(1, frame.w // 256)
    small = image[::step, ::step]
    bright = np.clip(luminance(small) - 0.74, 0, 1)[..., None] * small * np.float32(1.3)
    spread = soften(bright, max(2, small.shape[1] * 0.02)) * np.float32(0.6 + 0.5 * light.dark)
    for i in range(3):
        plane = Image.fromarray(np.ascontiguousarray(spread[..., i]))
        image[..., i] += np.asarray(plane.resize((frame.w, frame.h), Image.Resampling.BILINEAR))
    dx = np.square((frame.xs / np.float32(frame.ax) - 0.5) * 2)[None, :]
    dy = np.square((frame.ys / np.float32(frame.ay) - 0.5) * 2)[:, None]
    image *= (1 - np.float32(vignette) * np.square((dx + dy) / 2))[..., None]
    image += frame.rng("grain").standard_normal((frame.h, frame.w), dtype=np.float32)[..., None] * np.float32(grain)


def to_picture(image: Array) -> Image.Image:
    """Floats as an 8-bit picture."""
    np.clip(image, 0, 1, image)
    image *= np.float32(255)
    image += np.float32(0.5)
    return Image.fromarray(image.astype(np.uint8))
