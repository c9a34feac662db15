"""The register of what figures wear and hold: each piece is one small painter in the figure's own coordinates."""

from __future__ import annotations

from collections.abc import Callable

from .kit import Sketch

Painter = Callable[[Sketch], None]
Wardrobe = dict[str, Painter]
"""Name → painter; the head is at (64, 34), the hands are at (36, 89) and (92, 89)."""

STEEL, GOLD, WOOD, LEATHER = "#c2cad8", "#f7c53a", "#8a5a34", "#6b4226"


def hang(wardrobe: Wardrobe, name: str) -> Callable[[Painter], Painter]:
    """Puts the decorated painter into a wardrobe under a name."""

    def keep(paint: Painter) -> Painter:
        wardrobe[name] = paint
        return paint

    return keep
