"""Values of a session's history; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from opencanva.rooms.batches.types import Cost
from opencanva.rooms.images.history import Judgement
from opencanva.rooms.images.types import Image

View = Literal["grid", "timeline"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of a history is wanted: models and statuses (empty is any), and what was said of pictures."""

    models: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    said: Judgement = field(default_factory=Judgement)

    @property
    def anything(self) -> bool:
        """Whether nothing is filtered but, perhaps, rejected pictures."""
        return self == Wanted(said=Judgement(rejected=self.said.rejected))


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the reader's time zone (YYYY-MM-DD) and the index of the newest thing of it."""

    day: str
    at: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How a whole history is laid out, newest first.

    `aspects` are 100 × width / height: one for a picture of the grid, a list for a batch of the timeline. `starts`
    are the places (timeline: ids) of the first of every `chunk` things. `rejected` counts pictures that are left
    out for it.
    """

    view: View
    total: int
    rejected: int
    chunk: int
    starts: list[str]
    days: list[Day]
    aspects: list[int] | list[list[int]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with what the grid tells about it; `prompt` is its beginning, `took_ms` milliseconds of drawing."""

    image: Image
    generation_id: str
    batch_id: str
    model: str
    status: str
    seed: int | None
    cost: Cost
    took_ms: int | None
    prompt: str
