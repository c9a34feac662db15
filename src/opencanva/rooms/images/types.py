"""Values of the images room; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

ImageId = NewType("ImageId", str)
Origin = Literal["made", "uploaded"]
Verdict = Literal["kept", "rejected"]


@dataclass(frozen=True, slots=True)
class Image:
    """Facts about an image. Sizes are pixels and bytes; `thumbhash` is base64; `sha256` addresses the bytes.

    `trashed_at` is set while the image lies in the trash. `rating` is 0 (none) to 5. `place` is by what a history
    orders pictures that were made, the greatest first: the newest batch first, and within it by position.
    """

    id: ImageId
    sha256: str
    media_type: str
    width: int
    height: int
    bytes: int
    thumbhash: str
    session_id: str | None
    generation_id: str | None
    origin: Origin
    file_name: str | None
    created_at: int
    tags: list[str]
    trashed_at: int | None = None
    verdict: Verdict | None = None
    favourite: bool = False
    rating: int = 0
    place: str | None = None


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag and how many pictures of a session carry it."""

    tag: str
    images: int


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that are in the blob store already, and what was read off them."""

    sha256: str
    media_type: str
    width: int
    height: int
    bytes: int
    thumbhash: str
