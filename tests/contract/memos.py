"""A memo that lives in memory and remembers what was done to it."""

from __future__ import annotations


class NearMemo:
    """What the worker keeps in the database, kept here."""

    def __init__(self, value: str | None = None) -> None:
        self.value = value
        self.acts: list[str] = []

    async def about_to_pay(self) -> None:
        self.acts.append("about to pay")

    async def put(self, value: str) -> None:
        self.acts.append("put")
        self.value = value
