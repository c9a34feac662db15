"""The local assistant: it reads what a prompt says, and puts in what it lacks; the person's words all stay."""

from __future__ import annotations

import re
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from opencanva.engines.assistants.contract import ASPECTS, Added, AspectName, Delta, Remark, Said
from opencanva.engines.assistants.vocabulary import SUBJECTS, WHAT_FOR, named, puts, words
from opencanva.kit.text import fold

LONG = 45
"""Words from which a prompt is long: then little is put in."""
VERY_LONG = 110
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^“]*“|«[^»]*»|‘[^’]*’|(?<!\w)'[^']*'(?!\w)")
_LONGEST = 4
_UNREAD = "This text is in a language that the local rules cannot read: they left it as it is."


@dataclass(frozen=True, slots=True)
class Aspect:
    """Whether a prompt says something of an aspect, by which words, what it is good for, what could be put in."""

    aspect: AspectName
    present: bool
    found: str | None
    words: str
    suggestions: list[str]


@dataclass(frozen=True, slots=True)
class Read:
    """What a prompt says: the words found by aspect, the kind of picture, and whether it can be read at all."""

    found: dict[AspectName, str]
    kind: str
    words: int
    readable: bool
    night: bool
    gloomy: bool
    grey: bool


class Rules:
    """Puts in style, composition, light, mood and colour where a prompt says nothing of them."""

    id: ClassVar[str] = "rules"
    name: ClassVar[str] = "Local rules"
    local: ClassVar[bool] = True

    async def enhance(self, prompt: str) -> AsyncIterator[Said]:
        """The prompt letter for letter, and after it what it lacks; a remark where nothing can be put in."""
        seen = read(prompt)
        yield Delta(prompt.rstrip())
        if not seen.readable:
            yield Remark(_UNREAD)
            return
        put = choose(prompt, seen)
        if not put:
            yield Remark("There is nothing to add: the prompt says it all.")
        said = prompt.rstrip()
        for aspect, more in put:
            joined = _join(said, more)
            for part in re.findall(r"\s*\S+", joined):
                yield Delta(part)
            said = f"{said}{joined}"
            yield Added(aspect, more)


def check(prompt: str) -> list[Aspect]:
    """What a prompt says and lacks, aspect by aspect."""
    seen = read(prompt)
    return [
        Aspect(name, name in seen.found, seen.found.get(name), WHAT_FOR[name], _suggest(prompt, name, seen))
        for name in ASPECTS
    ]


def read(prompt: str) -> Read:
    """What a prompt says, judged by its words; quoted text is shown in the picture and says nothing of it."""
    plain = _QUOTED.sub(" ", prompt)
    tokens = [fold(word) for word in _TOKEN.findall(plain)]
    found: dict[AspectName, str] = {}
    kinds: set[str] = set()
    marks: set[str] = set()
    taken: set[int] = set()
    for at in range(len(tokens)):
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            phrase = "-".join(tokens[at : at + size])
            aspects = _aspects().get(phrase, ())
            for aspect in aspects:
                found.setdefault(aspect, " ".join(tokens[at : at + size]))
            kinds.update(_kinds().get(phrase, ()))
            if aspects:
                taken.update(range(at, at + size))
                marks.add(phrase)
            elif any(phrase in words(mark) for mark in ("night", "gloomy", "grey")):
                marks.add(phrase)
    rest = [
        word
        for at, word in enumerate(tokens)
        if at not in taken and word not in words("small") and len(word) > 1
    ]
    if rest:
        found["subject"] = rest[0]
    kind = next((name for name in named("kind") if name in kinds), "general")
    return Read(
        found,
        kind,
        len(tokens),
        _readable(plain, tokens, bool(taken or kinds)),
        bool(marks & words("night")),
        bool(marks & words("gloomy")),
        bool(marks & words("grey")),
    )


def choose(prompt: str, seen: Read) -> list[tuple[AspectName, str]]:
    """What to put in, in order; the longer the prompt the less."""
    if not seen.words:
        return []
    most = 5 if seen.words < LONG else 2 if seen.words < VERY_LONG else 0
    lacking = [name for name in ASPECTS if name != "subject" and name not in seen.found]
    put: list[tuple[AspectName, str]] = []
    for name in lacking:
        offered = _suggest(prompt, name, seen)
        if offered and len(put) < most:
            put.append((name, offered[0]))
    return put


def _suggest(prompt: str, name: AspectName, seen: Read) -> list[str]:
    """Three things that could be put in, in an order that the text decides: the same text gets the same."""
    if name == "subject":
        return list(SUBJECTS)
    if name == "colour" and seen.grey:
        return []
    offered = list(puts("night" if name == "light" and seen.night else seen.kind, name))
    if seen.night or seen.gloomy:
        offered = [row for row in offered if words("bright").isdisjoint(row.replace(",", "").split())]
    if not offered:
        return []
    first = zlib.crc32(f"{name}\n{fold(prompt.strip())}".encode()) % len(offered)
    return offered[first:] + offered[:first]


def _join(said: str, put: str) -> str:
    last = said[-1:]
    if last in ".!?…。！？":
        return f" {put[:1].upper()}{put[1:]}."
    return f" {put}" if last in ",;:–—-" else f", {put}"


def _readable(text: str, tokens: list[str], known: bool) -> bool:
    """Whether it is English, or too short to tell: other languages would get English words put in."""
    letters = [c for c in text if c.isalpha()]
    if letters and sum(c.isascii() for c in letters) < len(letters) * 0.8:
        return False
    foreign = sum(word in words("foreign") for word in tokens)
    english = sum(word in words("small") for word in tokens)
    return not (foreign > english and (foreign >= 2 or not known))


@cache
def _aspects() -> dict[str, tuple[AspectName, ...]]:
    table: dict[str, tuple[AspectName, ...]] = {}
    for name in ASPECTS[1:]:
        for phrase in sorted(words(f"says {name}")):
            key = "-".join(fold(part) for part in re.split(r"[-']", phrase))
            table[key] = (*table.get(key, ()), name)
            if "-" not in key:
                continue
            table[key.replace("-", "")] = (*table.get(key.replace("-", ""), ()), name)
    return table


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name in named("kind"):
        for phrase in sorted(words(f"kind {name}")):
            for form in (fold(phrase), f"{fold(phrase)}s"):
                table[form] = (*table.get(form, ()), name)
    return table
