"""What a prompt assistant is: the public seam that rules and language models implement alike."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

AspectName = Literal["subject", "style", "composition", "light", "mood", "colour"]
ASPECTS: tuple[AspectName, ...] = ("subject", "style", "composition", "light", "mood", "colour")
"""What a prompt can say of a picture, in the order in which people think of it."""


@dataclass(frozen=True, slots=True)
class Delta:
    """The next part of the enhanced prompt, to be put after what came before."""

    text: str


@dataclass(frozen=True, slots=True)
class Added:
    """What was put in, and for which aspect."""

    aspect: AspectName
    words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence for the person, such as why nothing was put in."""

    text: str


Said = Delta | Added | Remark


class AssistantFailed(Exception):
    """The assistant could not do it; `reason` is a sentence for the person that says the mend."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@runtime_checkable
class Assistant(Protocol):
    """What rewrites prompts.

    A class with `id` (lower-case letters, digits, hyphens), `name`, `local` (whether the text stays on this
    machine), a constructor without arguments, and `enhance`. Publish it under the entry-point group
    `opencanva.assistants`.
    """

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def local(self) -> bool: ...

    def enhance(self, prompt: str) -> AsyncIterator[Said]:
        """The whole new prompt in parts, as they are written. Raises AssistantFailed."""
        ...
