"""Values of comparing pictures; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from opencanva.kit.diff import Piece
from opencanva.rooms.batches.types import Generation
from opencanva.rooms.images.types import Image


@dataclass(frozen=True, slots=True)
class Compared:
    """A picture and what it was asked with; an upload has neither generation nor batch."""

    image: Image
    generation: Generation | None
    prompt: str
    negative: str | None
    batch_id: str | None


@dataclass(frozen=True, slots=True)
class Field:
    """One fact of every compared picture, in their order; `same` where all agree."""

    field: str
    words: str
    values: list[Any]
    same: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pictures side by side; `diffs` are the prompts against the first one's, word by word."""

    items: list[Compared]
    fields: list[Field]
    diffs: list[list[Piece] | None]


@dataclass(frozen=True, slots=True)
class Judged:
    """Which of some pictures somebody preferred; `blind` when their models were hidden meanwhile."""

    id: str
    session_id: str | None
    image_ids: list[str]
    models: list[str]
    winner: str
    winner_model: str
    blind: bool
    at: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a model's pictures were compared with others in a session, and how often one of them won."""

    model: str
    shown: int
    won: int
