"""Two edits of one text made into one: no word that somebody wrote is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from opencanva.kit.diff import opcodes

_MARKS = ".,;:!?…。、，；：！？"
_PART = re.compile(rf"[^\s{_MARKS}]+\s*|[{_MARKS}]+\s*|\s+")


@dataclass(frozen=True, slots=True)
class _Part:
    """A word or marks, with the white space after it, and whether a space or nothing stood before it."""

    raw: str
    apart: bool

    @property
    def key(self) -> str:
        """What counts when two texts are compared: white space at an end says nothing."""
        return self.raw.strip() or self.raw


def merge_texts(base: str | None, theirs: str, mine: str) -> str:
    """`theirs` and `mine` both grew out of `base`; what either wrote is in the result, what either took out is not.

    Without a `base` (None) what both share counts as such. Where both wrote at the same place, theirs comes first;
    what both wrote alike is there once.
    """
    if mine in (theirs, base):
        return theirs
    if theirs == base:
        return mine
    one, other = _parts(theirs), _parts(mine)
    old = _shared(one, other) if base is None else _parts(base)
    kept_a, new_a = _edits(old, one)
    kept_b, new_b = _edits(old, other)
    merged: list[str] = []
    for at in range(len(old) + 1):
        first, second = new_a.get(at, []), new_b.get(at, [])
        both = [*first, *second] if _keys(first) != _keys(second) else first
        for part in both:
            _put(merged, part)
        if at in kept_a and at in kept_b:
            _put(merged, kept_a[at] if kept_a[at] != old[at] else kept_b[at])
    return "".join(merged)


def _parts(text: str) -> list[_Part]:
    raws = _PART.findall(text)
    return [
        _Part(raw, number == 0 or raws[number - 1][-1].isspace() or raw.isspace())
        for number, raw in enumerate(raws)
    ]


def _keys(parts: list[_Part]) -> list[str]:
    return [part.key for part in parts]


def _shared(one: list[_Part], other: list[_Part]) -> list[_Part]:
    kept, _ = _edits(one, other)
    return [one[at] for at in sorted(kept)]


def _edits(old: list[_Part], new: list[_Part]) -> tuple[dict[int, _Part], dict[int, list[_Part]]]:
    """Which parts of `old` are still there, as `new` has them, and what was written before which."""
    kept: dict[int, _Part] = {}
    written: dict[int, list[_Part]] = {}
    at = there = 0
    for tag, before, after in opcodes(_keys(old), _keys(new)):
        fresh = new[there : there + len(after)]
        if tag == "equal":
            kept.update(zip(range(at, at + len(before)), fresh, strict=True))
        elif fresh:
            written[at] = fresh
        at, there = at + len(before), there + len(after)
    return kept, written


def _put(merged: list[str], part: _Part) -> None:
    if merged and not part.raw.isspace():
        last = merged[-1]
        if part.apart and not last[-1].isspace():
            merged.append(" ")  # the words at the end of two texts had no space between them
        elif not part.apart and part.raw[0] in _MARKS and last.rstrip(" "):
            merged[-1] = last.rstrip(" ")
    merged.append(part.raw)
