"""Prompts to scenes: what the Illustrator understands of a text, as data."""

from __future__ import annotations

from .colours import COLOURS
from .parse import read
from .tables import DETAILS, FRAMINGS, LIGHTS, MOODS, PLACES, STYLES, TIMES, WEATHERS

__all__ = [
    "COLOURS",
    "DETAILS",
    "FRAMINGS",
    "LIGHTS",
    "MOODS",
    "PLACES",
    "STYLES",
    "TIMES",
    "WEATHERS",
    "read",
]
