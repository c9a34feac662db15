"""Our own drawings, under this project's licence: what the art packs lack, as parametric SVG."""

from __future__ import annotations

from .kit import Own
from .landmarks import LANDMARKS

SUBJECTS: dict[str, Own] = {own.name: own for own in (*LANDMARKS,)}
"""Every own drawing by name."""
