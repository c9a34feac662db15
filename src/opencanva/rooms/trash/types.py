"""Values of the trash room; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from opencanva.rooms.sessions.types import Cover


@dataclass(frozen=True, slots=True)
class TrashItem:
    """Something in the trash; what lies in a trashed folder or session goes with it and is not told apart.

    `path` names the folders above it from the root, with an image's session last. `bytes` are those of the
    originals, `sessions` and `images` how many it holds. `purge_at` is None when the trash is kept for ever.
    """

    kind: Literal["session", "folder", "image"]
    id: str
    name: str
    path: list[str]
    cover: Cover | None
    trashed_at: int
    purge_at: int | None
    bytes: int
    sessions: int
    images: int


@dataclass(frozen=True, slots=True)
class TrashPage:
    """A page of the trash, last trashed first, and how much lies in it altogether."""

    items: list[TrashItem]
    next: str | None
    count: int
    bytes: int
    retention_days: int | None


@dataclass(frozen=True, slots=True)
class Destroyed:
    """How many things were deleted for ever, and the bytes of the originals that go with them."""

    items: int
    bytes: int
