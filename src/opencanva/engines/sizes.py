"""Sizes for programs that draw at any size: each ratio with about the pixels of a square."""

from __future__ import annotations

from opencanva.engines.contract import RATIOS


def sizes_around(side: int, step: int = 8) -> dict[str, tuple[int, int]]:
    """For every ratio a width and height in pixels, whole multiples of `step`, of about `side` times `side`."""
    sizes = {}
    for ratio in RATIOS:
        across, down = (int(part) for part in ratio.split(":"))
        scale = side / (across * down) ** 0.5
        sizes[ratio] = (round(across * scale / step) * step, round(down * scale / step) * step)
    return sizes
