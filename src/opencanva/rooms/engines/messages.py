"""Events of the engines room; they name engines and never carry a setting."""

from __future__ import annotations

from dataclasses import dataclass

from opencanva.core.events import Event


@dataclass(frozen=True, slots=True)
class EnginesChanged(Event):
    """Engines were added, changed, put in order or removed."""

    engines: list[str]
