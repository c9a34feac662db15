"""Values of the references room; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass

from opencanva.rooms.images.types import Image


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to know about a picture before it is used as a reference: a stable code, and words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class StoredReference:
    """A picture that a session keeps at hand; `used` counts the generations that were asked for with it."""

    image: Image
    added_at: int
    used: int
    warnings: list[Caution]


@dataclass(frozen=True, slots=True)
class Panel:
    """The references of a session, last added first, and how many it keeps at most."""

    items: list[StoredReference]
    limit: int
