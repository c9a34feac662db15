"""Events of the sessions room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from opencanva.core.events import Event
from opencanva.rooms.sessions.types import Folder, SessionLine


@dataclass(frozen=True, slots=True)
class SessionCreated(Event):
    """A session came into being."""

    session: SessionLine


@dataclass(frozen=True, slots=True)
class SessionChanged(Event):
    """A session's name, counts or marks changed."""

    session: SessionLine


@dataclass(frozen=True, slots=True)
class FolderCreated(Event):
    """A folder came into being."""

    folder: Folder


@dataclass(frozen=True, slots=True)
class DraftSaved(Event):
    """A composer's unsent contents were kept; `session_id` is None for the composer with nothing open."""

    session_id: str | None
    draft: dict[str, Any]
    client: str | None
