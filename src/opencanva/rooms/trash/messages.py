"""Events of the trash room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from opencanva.core.events import Event


@dataclass(frozen=True, slots=True)
class TrashDeleted(Event):
    """These folders, sessions and images were deleted for ever, with all that lay in them."""

    ids: list[str]


@dataclass(frozen=True, slots=True)
class RowsErased(Event):
    """Rows of the tree and images that are no more, those that lay in deleted ones included."""

    told: ClassVar[bool] = False
    ids: list[str]
