"""Keyset pages: a cursor is the sort key of the last row seen, so a deep page costs what the first costs."""

from __future__ import annotations

import base64
import binascii
from typing import Any

import orjson

from opencanva.kit.errors import WrongCursor


def write_cursor(*key: str | int) -> str:
    """A cursor for the row with this sort key."""
    return base64.urlsafe_b64encode(orjson.dumps(key)).rstrip(b"=").decode()


def read_cursor(text: str | None, *shape: type) -> tuple[Any, ...] | None:
    """The sort key inside a cursor, or None for the first page. Raises WrongCursor when it is not ours."""
    if text is None:
        return None
    try:
        key = orjson.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        key = None
    if not isinstance(key, list) or [type(part) for part in key] != list(shape):
        raise WrongCursor("This cursor is not one of this list. Start again without it.", field="cursor")
    if any("\x00" in part if isinstance(part, str) else abs(part) >= 2**63 for part in key):
        raise WrongCursor("This cursor is not one of this list. Start again without it.", field="cursor")
    return tuple(key)
