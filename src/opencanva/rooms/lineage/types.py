"""Values of the lineage room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["vary", "reference", "continue"]


@dataclass(frozen=True, slots=True)
class Link:
    """`child_image_id` grew out of `parent_image_id` by an act of this kind. Either image may be gone."""

    parent_image_id: str
    child_image_id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Ghost:
    """What is remembered of a linked image that was deleted for ever; its session may be gone too."""

    image_id: str
    session_id: str | None
    batch_id: str | None
    generation_id: str | None
    model: str | None
    prompt: str
    thumbhash: str
    width: int
    height: int
    made_at: int
