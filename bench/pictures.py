"""Pictures for the benchmark: tiny placeholders, and photographs of 1024 x 1024 pixels that all differ."""

from __future__ import annotations

import zlib
from functools import cache

import numpy as np
import pyvips

_END = b"\x00\x00\x00\x00IEND\xaeB`\x82"


def placeholder(number: int) -> bytes:
    """A PNG of 16 x 16 pixels in two colours that depend on the number; some 100 bytes."""
    size = 16
    slant = np.add.outer(np.arange(size), np.arange(size)) < size
    one, two = np.array([(number * k) % 256 for k in (47, 91, 139)]), np.array([(number * 31) % 256, 200, 90])
    return _png(np.where(slant[..., None], one, two).astype(np.uint8))


@cache
def _photograph() -> bytes:
    """Slow waves of colour with fine grain: as hard to pack as a photograph (about 2 MB)."""
    random = np.random.default_rng(7)
    y, x = np.mgrid[0:1024, 0:1024] / 1024
    waves = [np.sin(6 * (x * a + y * b)) for a, b in ((1, 2), (2, -1), (-1, 1.5))]
    colours = np.stack(waves, axis=-1) * 90 + 128
    grain = random.normal(0, 3, (1024, 1024, 1))
    return _png(np.clip(colours + grain, 0, 255).astype(np.uint8))


def photograph(number: int) -> bytes:
    """A PNG of 1024 x 1024 pixels; numbers differ in a text chunk, not in work."""
    body = b"tEXt" + b"Comment\0" + str(number).encode()
    chunk = (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    return _photograph().removesuffix(_END) + chunk + _END


def _png(pixels: np.ndarray) -> bytes:
    data: bytes = pyvips.Image.new_from_array(pixels).copy(interpretation="srgb").pngsave_buffer(strip=True)
    return data
