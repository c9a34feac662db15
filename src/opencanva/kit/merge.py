"""Two edits of one text made into one: no word that somebody wrote is lost."""

from __future__ import annotations

from opencanva.kit.diff import opcodes, words_of


def merge_texts(base: str | None, theirs: str, mine: str) -> str:
    """`theirs` and `mine` both grew out of `base`; what either wrote is in the result, what either took out is not.

    Without a `base` (None) what both share counts as such. Where both wrote at the same place, theirs comes first.
    """
    if mine in (theirs, base):
        return theirs
    if theirs == base:
        return mine
    old = _shared(theirs, mine) if base is None else words_of(base)
    gone_a, new_a = _edits(old, words_of(theirs))
    gone_b, new_b = _edits(old, words_of(mine))
    merged: list[str] = []
    for at in range(len(old) + 1):
        first, second = new_a.get(at, []), new_b.get(at, [])
        for word in first if first == second else [*first, *second]:
            _put(merged, word)
        if at < len(old) and at not in gone_a and at not in gone_b:
            _put(merged, old[at])
    return "".join(merged)


def _shared(one: str, other: str) -> list[str]:
    return [word for tag, old, _ in opcodes(words_of(one), words_of(other)) if tag == "equal" for word in old]


def _edits(old: list[str], new: list[str]) -> tuple[set[int], dict[int, list[str]]]:
    """Which words of `old` are gone, and what was written before which."""
    gone: set[int] = set()
    written: dict[int, list[str]] = {}
    at = 0
    for tag, before, after in opcodes(old, new):
        if tag != "equal":
            gone.update(range(at, at + len(before)))
            if after:
                written[at] = after
        at += len(before)
    return gone, written


def _put(merged: list[str], word: str) -> None:
    # Words that were written at the end of two texts had no space between them.
    if merged and word.strip() and not merged[-1][-1].isspace():
        merged.append(" ")
    merged.append(word)
