"""The root of every error a person may meet: what it means, never a status number."""

from __future__ import annotations

from typing import Any, ClassVar


class Meaning(Exception):
    """Something that is true and stands in the way; `words` tell a person what to do about it.

    `code` is stable and documented; `field` names the input at fault as a dotted path; `extras` is JSON that
    helps a program (a limit, the current state).
    """

    code: ClassVar[str] = "broken"

    def __init__(self, words: str, *, field: str | None = None, **extras: Any) -> None:
        super().__init__(words)
        self.words = words
        self.field = field
        self.extras = extras


class NotFound(Meaning):
    """There is no such thing, or it is somebody else's."""

    code = "not_found"


class Invalid(Meaning):
    """An input is not what the field takes."""

    code = "invalid"


class WrongCursor(Meaning):
    """A cursor that this list did not hand out."""

    code = "wrong_cursor"


class KeyReused(Meaning):
    """An idempotency key that was used before for another request."""

    code = "key_reused"


class Busy(Meaning):
    """Others write for so long that this did not get its turn."""

    code = "busy"


class OutOfSpace(Meaning):
    """The disk is full."""

    code = "out_of_space"
