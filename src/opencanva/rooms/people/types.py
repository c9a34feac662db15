"""Values of the people room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NewType

PersonId = NewType("PersonId", str)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose work is kept. `draft` is what stands in the composer while no session is open."""

    id: PersonId
    name: str
    created_at: int
    draft: dict[str, Any] | None
