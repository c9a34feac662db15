"""Values of the engines room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class NewEngine:
    """An engine to be set up under an id of its own.

    Nobody asked for this id when `others` is given, the ids that were taken when it was chosen.
    """

    kind: str
    id: str
    name: str = ""
    others: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A row of engine settings: what is open, and what is sealed by field."""

    engine: str
    kind: str
    own: bool
    name: str = ""
    open_values: dict[str, Any] = field(default_factory=dict)
    sealed_values: dict[str, str] = field(default_factory=dict)
    place: int | None = None
    hidden: bool = False
    at_once: int | None = None
    per_minute: int | None = None
    budget: float | None = None
    currency: str = "USD"
    assumed: float | None = None
    default_models: list[str] = field(default_factory=list)
