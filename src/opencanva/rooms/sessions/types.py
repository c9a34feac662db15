"""Values of the sessions room; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NewType

SessionId = NewType("SessionId", str)
FolderId = NewType("FolderId", str)
NamedBy = Literal["default", "prompt", "person"]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cover:
    """The picture that stands for a session; `thumbhash` is base64."""

    image_id: str
    thumbhash: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A nestable group of sessions, as the sidebar shows it. `order` sorts siblings by bytes."""

    id: FolderId
    parent_id: FolderId | None
    order: str
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as the sidebar shows it.

    `working` counts unfinished generations, `unseen` and `failed` those that ended since the session was last
    opened, `images` the pictures kept. Times are milliseconds since 1970 UTC.
    """

    id: SessionId
    folder_id: FolderId | None
    order: str
    name: str
    cover: Cover | None
    working: int
    unseen: int
    failed: int
    images: int
    modified_at: int
    version: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a session holds; `bytes` counts the originals."""

    batches: int
    generations: int
    images: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Session:
    """A whole session: the sidebar's line and what only its own page needs."""

    id: SessionId
    folder_id: FolderId | None
    order: str
    name: str
    cover: Cover | None
    working: int
    unseen: int
    failed: int
    images: int
    modified_at: int
    version: int
    named_by: NamedBy
    notes: str
    settings: Json | None
    draft: Json | None
    counts: Counts
    created_at: int
    opened_at: int


@dataclass(frozen=True, slots=True)
class Sidebar:
    """The whole tree; `version` changes whenever the tree or a mark in it does."""

    version: int
    folders: list[Folder]
    sessions: list[SessionLine]


@dataclass(frozen=True, slots=True)
class Change:
    """What one step of a batch changes in its session's counts and marks."""

    batches: int = 0
    generations: int = 0
    images: int = 0
    bytes: int = 0
    working: int = 0
    unseen: int = 0
    failed: int = 0
    cover: Cover | None = None
    touched: bool = True
