"""The nearest thing that can be drawn for a noun that nobody listed, by a table of likeness made beforehand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .. import art
from .words import singulars

TABLE = Path(__file__).with_name("near.txt")
SURE = 0.60
"""The likeness from which a relative is drawn, and said so."""
ALONE = 0.50
"""The likeness from which it is drawn when the prompt names nothing else to draw."""


@cache
def read_near() -> dict[str, tuple[str, float]]:
    """Noun → (drawing, likeness), read on first use."""
    found = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        name, _, row = line.partition(": ")
        if line.startswith("#") or not art.has(name):
            continue
        for entry in row.split(", "):
            noun, _, likeness = entry.rpartition(" ")
            found[noun] = (name, int(likeness) / 100)
    return found


def find_nearest(phrase: str, alone: bool = False) -> str | None:
    """The drawing nearest to a folded noun or phrase ("wombat", "wombats"), None where none is near enough.

    A phrase that is not in the table is its last noun ("hairy wombat"). `alone` says that nothing else is drawn.
    """
    table = read_near()
    words = phrase.split()
    for text in dict.fromkeys((phrase, " ".join(words[-2:]), words[-1] if words else "")):
        head, _, last = text.rpartition(" ")
        for form in (last, *singulars(last)):
            name, likeness = table.get(f"{head} {form}".strip(), ("", 0.0))
            if likeness >= (ALONE if alone else SURE):
                return name
    return None
