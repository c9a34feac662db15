"""Values of the replays room; `Replay` is the wire shape too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from opencanva.rooms.batches.types import Order

State = Literal["running", "complete", "failed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Replay:
    """A way to a picture that is walked again on other models, one model after the other, step by step.

    `done` of `steps` pictures are made, in `batches`. `reason` says why it failed or was cancelled;
    `left_out` names the options that a model does not know and that it was asked without.
    """

    id: str
    session_id: str
    image_id: str
    models: list[str]
    steps: int
    done: int
    state: State
    reason: str
    batches: list[str]
    left_out: list[str]
    created_at: int
    ended_at: int | None


@dataclass(frozen=True, slots=True)
class Stage:
    """A batch of the way: how it was asked for, and which of its inputs are pictures of the way.

    `swap` gives the number of the stage that made an input image, by the image's id.
    """

    order: Order
    swap: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Way:
    """The stages on the way to an image, first one first, and the session that a replay goes to."""

    image_id: str
    session_id: str
    stages: list[Stage]


@dataclass(frozen=True, slots=True)
class Row:
    """A replay as it is stored. A step is JSON: `order` and `swap` of its stage for one model, the number of
    the `stage`, options `left_out`, and once they are there the `batch` and the image `made`.
    """

    id: str
    session_id: str
    image_id: str
    models: list[str]
    steps: list[dict[str, Any]]
    done: int
    state: State
    reason: str
    waiting_for: str | None
    created_at: int
    ended_at: int | None
