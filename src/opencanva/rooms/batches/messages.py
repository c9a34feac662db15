"""Events and orders of the batches room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from opencanva.core.delivery import Order
from opencanva.core.events import Event
from opencanva.rooms.batches.comparing_types import Judged
from opencanva.rooms.batches.types import Batch, Generation

RUN = "generation.run"


def run_generation(id: str, priority: int = 0) -> Order:
    """The order to run a generation."""
    return Order(RUN, id, priority)


@dataclass(frozen=True, slots=True)
class BatchStarted(Event):
    """Generate was pressed."""

    batch: Batch


@dataclass(frozen=True, slots=True)
class _OfGeneration(Event):
    generation: Generation


@dataclass(frozen=True, slots=True)
class GenerationStarted(_OfGeneration):
    """A worker took the generation."""


@dataclass(frozen=True, slots=True)
class GenerationRequeued(_OfGeneration):
    """The generation waits again: a retry, or a busy engine."""


@dataclass(frozen=True, slots=True)
class GenerationCancelRequested(_OfGeneration):
    """Somebody asked for the running generation to stop."""


@dataclass(frozen=True, slots=True)
class GenerationFinished(_OfGeneration):
    """The picture is kept."""


@dataclass(frozen=True, slots=True)
class GenerationFailed(_OfGeneration):
    """The generation ended without a picture, with a reason."""


@dataclass(frozen=True, slots=True)
class GenerationCancelled(_OfGeneration):
    """The generation was stopped by a person."""


@dataclass(frozen=True, slots=True)
class GenerationInterrupted(_OfGeneration):
    """A paid call was cut off before its handle was known; it is not repeated by itself."""


@dataclass(frozen=True, slots=True)
class GenerationSpent(Event):
    """An attempt ended, for those who keep accounts: whether it was paid for, or may have been, and who says so."""

    told: ClassVar[bool] = False

    generation: Generation
    source: str
    paid: bool


@dataclass(frozen=True, slots=True)
class ComparisonJudged(Event):
    """Somebody preferred one of several pictures."""

    comparison: Judged
