"""Values of the sessions room; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NewType

SessionId = NewType("SessionId", str)
FolderId = NewType("FolderId", str)
NamedBy = Literal["default", "prompt", "person"]
Json = dict[str, Any]

COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "grey")


@dataclass(frozen=True, slots=True)
class Cover:
    """The picture that stands for a session; `thumbhash` is base64."""

    image_id: str
    thumbhash: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A nestable group of sessions, as the sidebar shows it.

    `order` sorts siblings, folders and sessions together, by bytes; equal ones by id. `archived` is said of the
    folder itself: what lies in an archived folder is archived with it. `defaults` are what new sessions inherit.
    """

    id: FolderId
    parent_id: FolderId | None
    order: str
    name: str
    colour: str | None
    emoji: str | None
    pinned: bool
    archived: bool
    defaults: Json | None
    version: int


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as the sidebar shows it.

    `working` counts unfinished generations, `unseen` and `failed` those that ended since the session was last
    opened, `images` the pictures kept; `referenced` says that some batch had references, `models` which models
    were asked. Times are milliseconds since 1970 UTC.
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
    colour: str | None
    emoji: str | None
    pinned: bool
    archived: bool
    referenced: bool
    models: list[str]
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
    colour: str | None
    emoji: str | None
    pinned: bool
    archived: bool
    referenced: bool
    models: list[str]
    modified_at: int
    version: int
    named_by: NamedBy
    notes: str
    settings: Json | None
    draft: Json | None
    counts: Counts
    created_at: int
    opened_at: int
    trashed_at: int | None
    in_trash: bool
    """The session itself, or a folder it lies in."""


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """What stood in a composer at a time (milliseconds since 1970 UTC)."""

    id: str
    revision: int
    at: int
    draft: Json


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


@dataclass(frozen=True, slots=True)
class Node:
    """A folder or a session as organising sees it; what only one of them has is None in the other."""

    table: Literal["folders", "sessions"]
    id: str
    folder_id: str | None
    order_key: str
    name: str
    version: int
    colour: str | None
    emoji: str | None
    pinned: bool
    archived_at: int | None
    trashed_at: int | None
    named_by: str | None
    cover_image_id: str | None
    cover_thumbhash: str | None
    cover_picked: bool | None
    defaults: Json | None

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.table == "folders"


@dataclass(frozen=True, slots=True)
class Above:
    """A folder on the way up from a node."""

    id: str
    parent_id: str | None
    name: str
    archived_at: int | None
    trashed_at: int | None


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows of the sidebar as they stand now, and the ids that left it; `whole` when there are too many to tell."""

    folders: list[Folder]
    sessions: list[SessionLine]
    gone: list[str]
    whole: bool


@dataclass(frozen=True, slots=True)
class Thrown:
    """A folder or a session that was put into the trash itself."""

    kind: Literal["folder", "session"]
    id: str
    name: str
    folder_id: str | None
    trashed_at: int


@dataclass(frozen=True, slots=True)
class Size:
    """How much a folder or a session holds; `bytes` counts the originals."""

    bytes: int
    sessions: int
    images: int
    cover: Cover | None
