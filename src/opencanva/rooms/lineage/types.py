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
