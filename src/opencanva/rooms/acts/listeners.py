"""What acts do when others tell: those on what was deleted for ever can be neither undone nor redone."""

from __future__ import annotations

from opencanva.core.events import Event
from opencanva.core.work import Work
from opencanva.rooms.acts import service


async def drop_erased(work: Work, event: Event) -> None:
    """Drop acts that need rows which are no more; `event` names them in `ids`."""
    await service.drop(work, set(event.payload()["ids"]))
