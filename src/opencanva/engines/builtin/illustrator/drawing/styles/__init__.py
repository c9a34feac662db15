"""Styles: each turns the finished picture into the hand of a medium. `STYLES` names them all."""

from __future__ import annotations

from collections.abc import Callable

from ..stage import Check
from .kit import Canvas
from .watercolour import paint_watercolour

Style = Callable[[Canvas, Check], "Canvas"]

STYLES: dict[str, Style] = {"watercolour": paint_watercolour}


def apply_style(name: str, canvas: Canvas, check: Check) -> Canvas:
    """The canvas in the style `name`; unknown names and "none" leave it as it is."""
    style = STYLES.get(name)
    return style(canvas, check) if style else canvas
