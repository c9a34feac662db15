"""Events of the acts room."""

from __future__ import annotations

from dataclasses import dataclass

from opencanva.core.events import Event
from opencanva.rooms.acts.types import Act
from opencanva.rooms.batches.types import Generation
from opencanva.rooms.images.types import Image
from opencanva.rooms.sessions.types import Folder, SessionLine


@dataclass(frozen=True, slots=True)
class Organised(Event):
    """The tree or images in it were organised, or that was undone or redone; `act.state` says which."""

    act: Act
    folders: list[Folder]
    sessions: list[SessionLine]
    gone: list[str]
    images: list[Image]
    generations: list[Generation]
    whole: bool
