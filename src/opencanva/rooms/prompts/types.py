"""Values of the prompts room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

PromptId = NewType("PromptId", str)


@dataclass(frozen=True, slots=True)
class PromptUse:
    """A prompt as one session used it: how often and when last."""

    id: PromptId
    text: str
    count: int
    last_at: int
