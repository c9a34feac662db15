"""Values of the transfer room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from opencanva.rooms.images.types import Image

Format = Literal["original", "png", "jpeg", "webp"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to put into an archive: these images, or all of these batches or of a session."""

    image_ids: list[str]
    batch_ids: list[str]
    session_id: str | None
    format: Format
    metadata: bool


@dataclass(frozen=True, slots=True)
class Ticket:
    """An archive that can be fetched for a day: how many pictures it will hold, and its file name."""

    id: str
    images: int
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of an archive and how its file is called, without the ending."""

    image: Image
    name: str
