"""What can stand in the way of bytes."""

from __future__ import annotations

from opencanva.kit.errors import Meaning, NotFound


class Missing(NotFound):
    """No bytes are kept under this name."""


class StoreFailed(Meaning):
    """The store cannot be reached, or refused."""

    code = "store_failed"
