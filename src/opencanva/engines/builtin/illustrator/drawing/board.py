"""A drawing board: polygons, boxes and lines in units, smooth-edged, laid over the picture in one go."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from .frame import Array, Frame, lay

Point = tuple[float, float]


class Board:
    """A transparent layer of twice the picture's pixels; everything is measured in units."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.scale = 2
        self.unit = frame.unit * self.scale
        self.image = Image.new("RGBA", (frame.w * self.scale, frame.h * self.scale))
        self.pen = ImageDraw.Draw(self.image)

    def _ink(self, colour: Array, alpha: float) -> tuple[int, int, int, int]:
        r, g, b = (int(v) for v in np.clip(colour * 255 + 0.5, 0, 255))
        return r, g, b, int(alpha * 255)

    def poly(self, points: Sequence[Point], colour: Array, alpha: float = 1.0) -> None:
        """A filled polygon."""
        self.pen.polygon([(x * self.unit, y * self.unit) for x, y in points], fill=self._ink(colour, alpha))

    def box(
        self, x0: float, y0: float, x1: float, y1: float, colour: Array, alpha: float = 1.0, round_: float = 0
    ) -> None:
        """A filled box, corners rounded by `round_` units."""
        spot = (
            min(x0, x1) * self.unit,
            min(y0, y1) * self.unit,
            max(x0, x1) * self.unit,
            max(y0, y1) * self.unit,
        )
        if round_:
            self.pen.rounded_rectangle(spot, radius=round_ * self.unit, fill=self._ink(colour, alpha))
        else:
            self.pen.rectangle(spot, fill=self._ink(colour, alpha))

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Array, alpha: float = 1.0) -> None:
        """A filled ellipse around (x, y)."""
        u = self.unit
        self.pen.ellipse(
            ((x - rx) * u, (y - ry) * u, (x + rx) * u, (y + ry) * u), fill=self._ink(colour, alpha)
        )

    def line(self, points: Sequence[Point], colour: Array, wide: float, alpha: float = 1.0) -> None:
        """A line through points, `wide` units across."""
        dots = [(x * self.unit, y * self.unit) for x, y in points]
        self.pen.line(
            dots, fill=self._ink(colour, alpha), width=max(1, round(wide * self.unit)), joint="curve"
        )

    def put(self, image: Array, strength: float = 1.0) -> Array:
        """Lay the board over the picture, in place; gives back what it covered (h, w)."""
        self.frame.look()
        small = self.image.convert("RGBa").resize((self.frame.w, self.frame.h), Image.Resampling.BOX)
        data = np.asarray(small, np.float32) / 255
        alpha = np.ascontiguousarray(data[..., 3])
        rows = np.flatnonzero(alpha.max(1) > 0)
        if rows.size == 0:
            return alpha
        top, end = int(rows[0]), int(rows[-1]) + 1
        part = data[top:end]
        colour = part[..., :3] / np.maximum(part[..., 3:], 1 / 255)
        lay(image, colour, part[..., 3] * np.float32(strength), top)
        return alpha
