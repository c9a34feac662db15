"""Events of the trash room."""

from __future__ import annotations

from dataclasses import dataclass

from opencanva.core.events import Event


@dataclass(frozen=True, slots=True)
class TrashDeleted(Event):
    """These folders, sessions and images were deleted for ever."""

    ids: list[str]
