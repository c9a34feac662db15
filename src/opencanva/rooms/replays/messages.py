"""Events and orders of the replays room."""

from __future__ import annotations

from dataclasses import dataclass

from opencanva.core.delivery import Order
from opencanva.core.events import Event
from opencanva.rooms.replays.types import Replay

ADVANCE = "replay.advance"


def advance_replay(id: str) -> Order:
    """The order to look whether a replay can go on."""
    return Order(ADVANCE, id)


@dataclass(frozen=True, slots=True)
class ReplayAdvanced(Event):
    """A replay began, made a step, or ended."""

    replay: Replay
