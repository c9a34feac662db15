"""Ids: UUIDv7 as lower-case text, so that their order is the order of making."""

from __future__ import annotations

import re

import uuid_utils

from opencanva.kit.errors import NotFound

_SHAPE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")


def new_id() -> str:
    """A fresh UUIDv7, 36 characters."""
    return str(uuid_utils.uuid7())


def has_shape(text: str) -> bool:
    """Whether a text can be an id at all."""
    return _SHAPE.match(text) is not None


def known_shape(text: str, what: str) -> str:
    """`text` when it is shaped like an id. Raises NotFound otherwise: a thing with no possible id is not here."""
    if not _SHAPE.match(text):
        raise NotFound(f"There is no {what} with this id.", field="id")
    return text
