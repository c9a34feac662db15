"""Finds assistants: a chat model when one is set, those of installed packages, and the built-in rules."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Literal

from opencanva.engines.assistants.contract import Assistant, AssistantFailed

log = logging.getLogger(__name__)

GROUP = "opencanva.assistants"
RULES = "rules"


@dataclass(frozen=True, slots=True)
class Known:
    """An assistant and whether it can be asked now; `reason` says why not."""

    id: str
    name: str
    local: bool
    state: Literal["ready", "unavailable"]
    reason: str | None


class Assistants:
    """Every assistant of this program; the first is asked when nobody says which."""

    def __init__(self) -> None:
        self._ready: dict[str, Assistant] = {}
        self._known: list[Known] = []

    @classmethod
    def discover(cls, environ: Mapping[str, str] = os.environ) -> Assistants:
        """A chat model first when the environment sets one (OPENCANVA_ASSISTANT_…), then those of installed
        packages, then the rules; one that does not load is unavailable.
        """
        from opencanva.engines.assistants.rules import Rules

        found = cls()
        if any(name.startswith("OPENCANVA_ASSISTANT_") for name in environ):
            found._add_chat(environ)
        for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
            try:
                found.add(entry.load()())
            except Exception as error:
                log.warning("assistant %s does not load", entry.name, exc_info=True)
                reason = f"It does not load ({type(error).__name__}). Install it anew."
                found._known.append(Known(entry.name, entry.name, False, "unavailable", reason))
        found.add(Rules())
        return found

    def add(self, assistant: Assistant) -> None:
        """Offer an assistant. Raises TypeError when it is none."""
        if not isinstance(assistant, Assistant):
            raise TypeError(f"{type(assistant).__name__} is no assistant")
        self._ready[assistant.id] = assistant
        self._known.append(Known(assistant.id, assistant.name, assistant.local, "ready", None))

    def _add_chat(self, environ: Mapping[str, str]) -> None:
        from opencanva.engines.assistants.chat import Chat, ChatConfig

        try:
            config = ChatConfig.read(environ)
        except AssistantFailed as failure:
            self._known.append(Known("chat", "Chat model", False, "unavailable", failure.reason))
            return
        if config is not None:
            self.add(Chat(config))

    def all(self) -> list[Known]:
        """Every assistant, ready or not."""
        return list(self._known)

    def find(self, id: str | None) -> Assistant | None:
        """The assistant with this id, or the first one when none is named."""
        return next(iter(self._ready.values())) if id is None else self._ready.get(id)
