"""The merged dictionary: every phrase the Illustrator knows, with all it may mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .. import art
from . import function_words as small
from .colours import COLOURS, SYNONYMS
from .tables import DETAILS, FRAMINGS, LIGHTS, MOODS, PLACES, STYLES, TIMES, WEATHERS
from .words import fold

Lexicon = dict[str, dict[str, str]]
"""Folded phrase → kind → value. Kinds: the scene's fields, and the small words' roles."""

NOUNS = Path(__file__).with_name("nouns.txt")
LONGEST = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """One reading of a phrase: `kind`, its canonical `value`, how many tokens it took, and in what form.

    `near` says that the drawing is only the nearest in meaning.
    """

    kind: str
    value: str
    size: int
    plural: bool = False
    emoji: bool = False
    near: bool = False


def phrases(text: str) -> list[str]:
    """The folded phrases of a table's comma-parted row."""
    return [" ".join(fold(p).split()) for p in text.split(",") if p.strip()]


@cache
def read_nouns() -> tuple[dict[str, str], frozenset[str]]:
    """Our alias file: folded phrase → drawing ("none" for what must not be drawn as something else), and the
    phrases marked "~", whose drawing is only a relative and is said in the notice."""
    table: dict[str, str] = {}
    near: set[str] = set()
    for line in NOUNS.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition(":")
        if rest and not line.startswith("#"):
            for phrase in rest.split(","):
                marked = phrase.strip().startswith("~")
                key = " ".join(fold(phrase.strip().lstrip("~")).split())
                table[key] = name.strip()
                if marked:
                    near.add(key)
    return table, frozenset(near)


@cache
def _adjectives() -> frozenset[str]:
    return frozenset([*COLOURS, *SYNONYMS, *(p for row in small.SIZES.values() for p in phrases(row))])


def _tells_adjective(phrase: str, name: str, nouns: dict[str, str]) -> bool:
    """Whether an alias only adds a colour or a size to a noun that is known already ("big tree")."""
    first, _, rest = phrase.partition(" ")
    return first in _adjectives() and nouns.get(rest, rest) == name and phrase != "red fox"


@cache
def english() -> Lexicon:
    """The English dictionary, built once on first use."""
    lexicon: Lexicon = {}

    def add(phrase: str, kind: str, value: str) -> None:
        lexicon.setdefault(phrase, {}).setdefault(kind, value)

    for name in sorted(art.names()):
        for phrase in {name.replace("-", " "), fold(art.facts(name).label.replace(":", ""))}:
            add(" ".join(phrase.split()), "subject", name)
    nouns = read_nouns()[0]
    for phrase, name in nouns.items():
        if name == "none":
            lexicon.setdefault(phrase, {}).pop("subject", None)
            add(phrase, "unknown", phrase)
        elif art.has(name) and not _tells_adjective(phrase, name, nouns):
            lexicon.setdefault(phrase, {})["subject"] = name
    _add_scene_words(add)
    for word in small.FILLERS:
        lexicon.setdefault(fold(word), {"filler": word})
    return lexicon


def _add_scene_words(add: Callable[[str, str, str], None]) -> None:
    """The words of every table but the nouns."""
    for kind, table in (
        ("place", PLACES), ("time", TIMES), ("weather", WEATHERS), ("style", STYLES), ("mood", MOODS),
        ("light", LIGHTS), ("framing", FRAMINGS), ("detail", DETAILS), ("size", small.SIZES),
        ("relation", small.RELATIONS), ("pose", small.POSES),
    ):  # fmt: skip
        for value, row in table.items():
            for phrase in phrases(row):
                add(phrase, kind, value)
    for kind, row in (("not", small.NOT), ("and", small.AND), ("it", small.IT)):
        for phrase in phrases(row):
            add(phrase, kind, phrase)
    for phrase, count in small.COUNTS.items():
        add(fold(phrase), "count", str(count))
    for colour in COLOURS:
        add(fold(colour), "colour", colour)
    for phrase, colour in SYNONYMS.items():
        add(fold(phrase), "colour", colour)
