"""Values of the acts room; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, NewType

from opencanva.core.edits import Edit
from opencanva.rooms.batches.types import Generation
from opencanva.rooms.images.types import Image
from opencanva.rooms.sessions.types import Folder, SessionLine

ActId = NewType("ActId", str)
Kind = Literal[
    "move", "rename", "pin", "unpin", "colour", "archive", "unarchive", "trash", "restore", "cover",
    "defaults", "duplicate", "create", "copy", "keep", "reject", "undecide", "star", "unstar", "rate", "tag",
    "untag",
]  # fmt: skip
State = Literal["done", "undone", "dropped", "gone"]


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was organised. `name` is that of the first of `count` things, `into` where they went.

    `into` is the name of a folder or session, of a rename the new name. A restore or unarchive has it only where
    things could not go back to where they were: the folder they went to, "" for the top level.

    An undone act is dropped when another one is done: it cannot be done again then. One whose things were deleted
    for ever is gone.
    """

    id: ActId
    kind: Kind
    count: int
    name: str
    into: str | None
    state: State
    at: int


@dataclass(frozen=True, slots=True)
class Done:
    """What an act, its undo or its redo changed.

    `folders`, `sessions`, `images` and `generations` (those without a picture that were put away or came back)
    are the rows as they are now; `gone` left the sidebar, a folder with all in
    it; `whole` says that there are too many to list and the sidebar should be read anew.
    """

    undo: ActId | None
    act: Act | None
    folders: list[Folder]
    sessions: list[SessionLine]
    gone: list[str]
    images: list[Image]
    generations: list[Generation]
    whole: bool


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asks for; which of the fields count depends on the act."""

    act: str
    ids: list[str]
    folder_id: str | None = None
    after_id: str | None = None
    session_id: str | None = None
    name: str | None = None
    looks: dict[str, str | None] = field(default_factory=dict)
    """`colour` and `emoji`, those that are to change."""
    contents: Literal["along", "up"] = "along"
    image_id: str | None = None
    defaults: dict[str, Any] | None = None
    with_images: bool = True
    rating: int | None = None
    tag: str | None = None
    versions: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """An act worked out: its edits, and the words it is told with."""

    kind: Kind
    edits: list[Edit]
    count: int
    name: str
    into: str | None = None
    written: bool = False
    """The rows stand as the edits leave them already: they were just made."""
