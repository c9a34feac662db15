"""The frame of a picture: sizes in units, random numbers by stage, noise, and small colour arithmetic.

A unit is the square root of the picture's area, so one composition fits every size of the same ratio:
the 160 px
preview and the 1024 px picture show the same hills.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from math import ceil, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.floating[Any]]
Colour = tuple[float, float, float]
Variation = tuple[int, float]
"""A second seed, 0 for none, and the share of the stages that take it."""


def do_nothing() -> None:
    """A look at nothing."""


class Frame:
    """Width and height in pixels and in units (`ax` * `ay` == 1), and the seed of everything.

    `full` is the final size whose composition a smaller preview must share. `variation` is a second seed and the
    share (0..1) of the stages that take it: the others stay as the first one has them.
    """

    def __init__(
        self,
        width: int,
        height: int,
        seed: int,
        full: tuple[int, int] | None = None,
        variation: Variation = (0, 0.0),
    ) -> None:
        wide, high = full or (width, height)
        self.w, self.h, self.seed, self.variation = width, height, seed, variation
        self.unit = width * sqrt(wide * high) / wide
        """Pixels in one unit."""
        self.scale = wide / width
        """How much larger the final picture is than this one."""
        self.look: Callable[[], None] = do_nothing
        """Called often while a place is painted; raises to stop."""
        self.plain = False
        """Whether fine growth (grass) is left out, for styles that draw outlines."""
        self.ax, self.ay = wide / sqrt(wide * high), high / sqrt(wide * high)
        self.xs: Array = ((np.arange(width, dtype=np.float32) + 0.5) / np.float32(self.unit)).astype(
            np.float32
        )
        self.ys: Array = ((np.arange(height, dtype=np.float32) + 0.5) / np.float32(self.unit)).astype(
            np.float32
        )

    def rng(self, *stage: str | int) -> np.random.Generator:
        """The random numbers of one stage; other stages cannot shift them. Looks whether to go on."""
        self.look()
        word, (second, share) = "/".join(map(str, stage)), self.variation
        parts = [self.seed, zlib.crc32(word.encode())]
        # What belongs to one stage varies together: its first word decides.
        if second and zlib.crc32(f"{stage[0]}/{second}".encode()) < share * 2**32:
            parts.append(second)
        return np.random.default_rng(parts)

    def px(self, units: float) -> int:
        """Units as whole pixels, at least 1."""
        return max(1, round(units * self.unit))

    def row(self, y: float) -> int:
        """The pixel row at `y` units, kept inside the picture."""
        return min(self.h, max(0, round(y * self.unit)))

    def half(self) -> Frame:
        """The same composition on half as many pixels a side, for soft things."""
        size = max(8, ceil(self.w / 2)), max(8, ceil(self.h / 2))
        small = Frame(*size, self.seed, variation=self.variation)
        small.look = self.look
        small.unit, small.ax, small.ay = self.unit * small.w / self.w, self.ax, self.ay
        small.xs = ((np.arange(small.w, dtype=np.float32) + 0.5) * np.float32(self.ax / small.w)).astype(
            np.float32
        )
        small.ys = ((np.arange(small.h, dtype=np.float32) + 0.5) * np.float32(self.ay / small.h)).astype(
            np.float32
        )
        return small


def noise(
    frame: Frame,
    stage: str,
    cells: float,
    octaves: int = 4,
    gain: float = 0.5,
    stretch: float = 1.0,
    rows: tuple[int, int] | None = None,
) -> Array:
    """Soft noise (rows, width) of about 0..1, mean 0.5; `cells` to a unit, `stretch` > 1 draws it out
    sideways.
    """
    top, bottom = rows or (0, frame.h)
    total = np.zeros((bottom - top, frame.w), np.float32)
    weight, sum_ = 1.0, 0.0
    for octave in range(octaves):
        fx, fy = cells * 2**octave / stretch, cells * 2**octave
        if octave and min(frame.unit / fx, frame.unit / fy) < 1.2:
            break
        grid = frame.rng(stage, octave).random(
            (ceil(frame.ay * fy) + 5, ceil(frame.ax * fx) + 5), dtype=np.float32
        )
        box = (2, 2 + top / frame.unit * fy, 2 + frame.ax * fx, 2 + bottom / frame.unit * fy)
        big = Image.fromarray(grid).resize((frame.w, bottom - top), Image.Resampling.BICUBIC, box=box)
        total += np.asarray(big) * np.float32(weight)
        sum_ += weight
        weight *= gain
    total /= np.float32(sum_)
    return total


def tile(
    rng: np.random.Generator, cells: int = 4, octaves: int = 6, size: int = 512, ridged: bool = False
) -> Array:
    """Noise (size, size) of 0..1 that repeats without a seam; `ridged` gives crests like mountains'."""
    total = np.zeros((size, size), np.float32)
    weight, above = 1.0, np.ones((size, size), np.float32)
    for octave in range(octaves):
        n = cells * 2**octave
        if n > size // 2:
            break
        grid = np.pad(rng.random((n, n), dtype=np.float32), 3, mode="wrap")
        layer = np.asarray(
            Image.fromarray(grid).resize((size, size), Image.Resampling.BICUBIC, box=(3, 3, n + 3, n + 3))
        )
        if ridged:
            layer = np.square(1 - np.abs(2 * layer - 1)) * above
            above = np.clip(layer * 1.6, 0, 1)
        total += layer * np.float32(weight)
        weight *= 0.44 if ridged else 0.5
    total -= total.min()
    total /= total.max()
    return total


def sample(texture: Array, u: Array, v: Array) -> Array:
    """A repeating square texture read at (u, v), both counted in repeats, with bilinear smoothing."""
    n = texture.shape[0]
    x, y = u * np.float32(n), v * np.float32(n)
    x0, y0 = np.floor(x), np.floor(y)
    fx, fy = x - x0, y - y0
    i, j = x0.astype(np.int32) % n, y0.astype(np.int32) % n
    i1, j1 = (i + 1) % n, (j + 1) % n
    flat = texture.ravel()
    low = flat.take(j * n + i) * (1 - fx) + flat.take(j * n + i1) * fx
    high = flat.take(j1 * n + i) * (1 - fx) + flat.take(j1 * n + i1) * fx
    out: Array = low * (1 - fy) + high * fy
    return out


def rgb(text: str) -> Array:
    """A colour "#rrggbb" as three numbers of 0..1."""
    text = text.lstrip("#")
    return np.array([int(text[i : i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)


def mix(a: Array, b: Array, t: Array | float) -> Array:
    """From `a` (t = 0) to `b` (t = 1)."""
    return a + (b - a) * np.float32(t) if isinstance(t, float | int) else a + (b - a) * t


def smooth(low: float, high: float, x: Array) -> Array:
    """0 below `low`, 1 above `high`, a soft step between (Hermite)."""
    t = np.clip((x - np.float32(low)) / np.float32(high - low), 0, 1)
    out: Array = t * t * (3 - 2 * t)
    return out


def luminance(colour: Array) -> Array:
    """How bright a colour (..., 3) looks (Rec. 709 weights)."""
    out: Array = colour @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    return out


def lay(image: Array, colour: Array, mask: Array, top: int = 0) -> None:
    """Blend `colour` (3 or rows, w, 3) over `image` from row `top` by `mask` (rows, w), in place."""
    part = image[top : top + mask.shape[0]]
    step = colour - part
    step *= mask[..., None]
    part += step


def ramp(stops: Sequence[tuple[float, Array]], at: Array) -> Array:
    """A smooth colour ramp: colours (…, 3) at the positions `at`."""
    where = [p for p, _ in stops]
    table = np.stack([c for _, c in stops])
    return np.stack([np.interp(at, where, table[:, i]) for i in range(3)], -1).astype(np.float32)


def resize(a: Array, width: int, height: int) -> Array:
    """An array (h, w) or (h, w, 3) at another size, bicubic."""
    if a.ndim == 2:
        return np.asarray(Image.fromarray(a).resize((width, height), Image.Resampling.BICUBIC))
    planes = [resize(np.ascontiguousarray(a[..., i]), width, height) for i in range(a.shape[2])]
    return np.stack(planes, -1)


def soften(a: Array, radius: float) -> Array:
    """A wide blur of (h, w) or (h, w, 3) by `radius` pixels, through a smaller picture."""
    h, w = a.shape[:2]
    step = max(1, int(radius))
    if step == 1:
        return a
    small = (max(2, w // step), max(2, h // step))

    def one(plane: Array) -> Array:
        img = Image.fromarray(np.ascontiguousarray(plane)).resize(small, Image.Resampling.BOX)
        return np.asarray(img.resize((w, h), Image.Resampling.BICUBIC))

    return one(a) if a.ndim == 2 else np.stack([one(a[..., i]) for i in range(a.shape[2])], -1)
