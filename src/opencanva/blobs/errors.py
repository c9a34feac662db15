"""What can stand in the way of bytes."""

from __future__ import annotations

from opencanva.kit.errors import Meaning, NotFound, OutOfSpace

__all__ = ["Missing", "OutOfSpace", "Unreachable"]


class Missing(NotFound):
    """No bytes are kept under this name."""


class Unreachable(Meaning):
    """The store does not answer, or refuses."""

    code = "store_unreachable"
