"""The Illustrator: the built-in engine that draws without a key, a GPU or a network. Cheap to import."""

from __future__ import annotations

from .engine import Illustrator

__all__ = ["ENGINE", "Illustrator"]

ENGINE = Illustrator
