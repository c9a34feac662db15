"""Time as integers: milliseconds since 1970 UTC, from one clock that tests can hold."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> int:
        """Milliseconds since 1970 UTC."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> int:
        """Milliseconds since 1970 UTC."""
        return time.time_ns() // 1_000_000


class HeldClock:
    """A time that moves only when told to, for tests and for seeded data."""

    def __init__(self, start: int) -> None:
        self.time = start

    def now(self) -> int:
        """The held time in milliseconds."""
        return self.time

    def advance(self, milliseconds: int) -> None:
        """Move forward."""
        self.time += milliseconds


def month_start(now: int) -> int:
    """The first millisecond of the calendar month (UTC) in which `now` lies."""
    at = datetime.fromtimestamp(now / 1000, UTC)
    return int(datetime(at.year, at.month, 1, tzinfo=UTC).timestamp() * 1000)
