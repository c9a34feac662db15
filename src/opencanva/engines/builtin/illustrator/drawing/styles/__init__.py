"""Styles: each turns the finished picture into the hand of a medium. `STYLES` names them all."""

from __future__ import annotations

from collections.abc import Callable

from ..stage import Check
from .cut import (
    cut_flat,
    cut_glass,
    cut_mosaic,
    cut_paper,
    cut_pixels,
    cut_polygons,
    print_lino,
    print_riso,
    print_vintage,
)
from .drawn import draw_anime, draw_blueprint, draw_comic, draw_ink, draw_lines, draw_neon, draw_pencil
from .kit import Canvas, set_apart
from .painted import paint_dots, paint_gouache, paint_oil, paint_pastel
from .watercolour import paint_watercolour

Style = Callable[[Canvas, Check], Canvas]

STYLES: dict[str, Style] = {
    "watercolour": paint_watercolour,
    "oil": paint_oil,
    "gouache": paint_gouache,
    "ink": draw_ink,
    "pencil": draw_pencil,
    "line art": draw_lines,
    "pixel": cut_pixels,
    "comic": draw_comic,
    "anime": draw_anime,
    "stained glass": cut_glass,
    "mosaic": cut_mosaic,
    "low poly": cut_polygons,
    "paper cut": cut_paper,
    "flat": cut_flat,
    "risograph": print_riso,
    "neon": draw_neon,
    "linocut": print_lino,
    "pastel": paint_pastel,
    "blueprint": draw_blueprint,
    "pointillism": paint_dots,
    "vintage": print_vintage,
}

FEW_TONES = frozenset(
    (
        "oil",
        "ink",
        "pencil",
        "mosaic",
        "stained glass",
        "low poly",
        "paper cut",
        "flat",
        "linocut",
        "watercolour",
    )
)
"""Styles whose coarse strokes, pieces or few tones would swallow a subject as light as its ground."""


def apply_style(name: str, canvas: Canvas, check: Check) -> Canvas:
    """The canvas in the style `name`; unknown names and "none" leave it as it is."""
    style = STYLES.get(name)
    if style is None:
        return canvas
    return style(set_apart(canvas) if name in FEW_TONES else canvas, check)
