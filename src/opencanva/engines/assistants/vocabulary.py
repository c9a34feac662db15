"""Words by which a prompt is read, and words that are put in, from the table beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from opencanva.engines.assistants.contract import AspectName

WORDS = Path(__file__).with_name("words.txt")
WHAT_FOR: dict[AspectName, str] = {
    "subject": "Who or what is in the picture.",
    "style": "The hand or medium: watercolour, photograph, flat vector …",
    "composition": "Where the eye stands, and what stands where.",
    "light": "Where the light comes from, and the hour.",
    "mood": "How it should feel.",
    "colour": "The palette, or the one colour that matters.",
}
SUBJECTS: tuple[str, ...] = ("a red fox", "an old lighthouse", "a woman with an umbrella")


@cache
def sections() -> dict[str, tuple[str, ...]]:
    """Heading → its lines, in the order of the table."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return {heading: tuple(rows) for heading, rows in found.items()}


@cache
def words(heading: str) -> frozenset[str]:
    """The words under a heading."""
    return frozenset(" ".join(sections()[heading]).split())


@cache
def named(first: str) -> tuple[str, ...]:
    """The second words of the headings that begin with this one, in order ("kind" → logo, product …)."""
    return tuple(heading.split()[1] for heading in sections() if heading.split()[0] == first)


def puts(kind: str, aspect: AspectName) -> tuple[str, ...]:
    """What may be put in for an aspect of a kind of picture; none where the kind does not need it."""
    return sections().get(f"put {kind} {aspect}", ())
