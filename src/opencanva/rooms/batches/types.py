"""Values of the batches room; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

from opencanva.rooms.images.types import Image
from opencanva.rooms.lineage.types import Kind
from opencanva.rooms.sessions.types import Counts

BatchId = NewType("BatchId", str)
GenerationId = NewType("GenerationId", str)


class Status(StrEnum):
    """Where a generation stands, in the order of its life."""

    QUEUED = "queued"
    PREPARING = "preparing"
    GENERATING = "generating"
    PROCESSING = "processing"
    COMPLETE = "complete"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


RUNNING = (Status.PREPARING, Status.GENERATING, Status.PROCESSING)
UNFINISHED = (Status.QUEUED, *RUNNING)
RETRYABLE = (Status.FAILED, Status.CANCELLED, Status.INTERRUPTED)

FIRST_PLACE = 9999


def place_of(batch_id: str, position: int) -> str:
    """By what pictures of a session are ordered, the greatest first: newest batch first, within it by position."""
    return f"{batch_id}.{FIRST_PLACE - position}"


@dataclass(frozen=True, slots=True)
class Reference:
    """An image in the role of input; `strength` is 0..1."""

    image_id: str
    role: str | None = None
    strength: float = 0.6


@dataclass(frozen=True, slots=True)
class Parent:
    """The image a batch grows out of, and by which act."""

    image_id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for with one press of Generate."""

    prompt: str
    models: list[str]
    ratio: str = "1:1"
    images_per_model: int = 1
    options: dict[str, Any] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    parent: Parent | None = None
    session_id: str | None = None
    folder_id: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a generation did not end well: a stable code and words a person can act on."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What a generation costs; `estimated` until the engine has told the actual price.

    An `amount` of 0 that is estimated is one that nobody knows; what is free is not estimated.
    """

    amount: float
    currency: str
    estimated: bool


@dataclass(frozen=True, slots=True)
class Generation:
    """One attempt at one image. `progress` is 0..1, times are milliseconds since 1970 UTC."""

    id: GenerationId
    batch_id: BatchId
    session_id: str
    position: int
    model: str
    engine: str
    status: Status
    progress: float
    stage: str
    seed: int | None
    width: int
    height: int
    notices: list[str]
    problem: Problem | None
    cost: Cost
    attempt: int
    cancel_requested: bool
    queued_at: int
    started_at: int | None
    finished_at: int | None
    image: Image | None
    dismissed_at: int | None = None


@dataclass(frozen=True, slots=True)
class ModelUse:
    """How often a session asked a model, and how many pictures came of it."""

    model: str
    generations: int
    images: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What generations cost, in one currency."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class Step:
    """A folder on the way to a session, from the root."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Details:
    """All about a session; times are milliseconds since 1970 UTC, bytes those of the originals."""

    id: str
    name: str
    path: list[Step]
    created_at: int
    modified_at: int
    opened_at: int
    counts: Counts
    prompts: int
    models: list[ModelUse]
    spent: list[Spent]
    notes: str
    version: int


@dataclass(frozen=True, slots=True)
class Batch:
    """One press of Generate with its generations in the order of their tiles."""

    id: BatchId
    session_id: str
    prompt: str
    models: list[str]
    ratio: str
    images_per_model: int
    options: dict[str, Any]
    references: list[Reference]
    parent: Parent | None
    created_at: int
    generations: list[Generation]


@dataclass(frozen=True, slots=True)
class Use:
    """A batch that used an image as a reference, and the pictures that came of it."""

    batch_id: str
    session_id: str
    session_name: str
    prompt: str
    at: int
    role: str | None
    strength: float
    images: list[Image]


@dataclass(frozen=True, slots=True)
class Uses:
    """How many generations were asked for with an image, and a page of their batches, newest first."""

    generations: int
    items: list[Use]
    next: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A generation that this worker may run now; every later write carries `attempt`.

    `ask` is the stored JSON of the engine's Ask, `memo` the handle of a remote job, `paying` is true when an
    earlier attempt was about to pay and no handle came back.
    """

    id: GenerationId
    owner_id: str
    session_id: str
    batch_id: BatchId
    model: str
    engine: str
    attempt: int
    tries: int
    memo: str | None
    paying: bool
    ask: dict[str, Any]
    position: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A part of an old batch that cannot be asked for again, and why."""

    field: str
    reason: str
