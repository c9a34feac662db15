"""Values of a session's prompt history; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass

from opencanva.kit.diff import Piece
from opencanva.rooms.images.types import Image


@dataclass(frozen=True, slots=True)
class Earlier:
    """The prompt that was used before another one."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class PromptLine:
    """A distinct prompt of a session: how often it was asked with, when, and what came of it.

    `best` is the picture kept, starred or rated highest, else the newest, without what is rejected or in the trash.
    `before` is the other prompt used last before this one's last use; `diff` says by words how this one came of it,
    and is empty when there is none, or when the two, or the page's, are too long to be compared here.
    """

    id: str
    text: str
    count: int
    first_at: int
    last_at: int
    batch_id: str | None
    best: Image | None
    before: Earlier | None
    diff: list[Piece]
