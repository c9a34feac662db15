"""Who acts: every Work has exactly one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """`owner` is the id of the person whose rows may be seen and changed; `client` the tab, if any."""

    owner: str
    client: str | None = None
