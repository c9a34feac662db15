"""Events of the references room."""

from __future__ import annotations

from dataclasses import dataclass

from opencanva.core.events import Event


@dataclass(frozen=True, slots=True)
class ReferencesChanged(Event):
    """A session keeps other references than before."""

    session_id: str
