"""What changed between two texts, by words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\S+\s*|\s+")
_MOST = 4_000_000
"""Pairs of words that are compared; texts that differ in more are told as wholly new."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that both have ("same"), only the one before ("gone") or only the one after ("new")."""

    op: Literal["same", "gone", "new"]
    text: str


def words_of(text: str) -> list[str]:
    """The words of a text, each with the white space after it; joined they are the text."""
    return _WORD.findall(text)


def diff_words(before: str, after: str) -> list[Piece]:
    """The pieces that make `after` of `before`: same and new joined are `after`, same and gone `before`."""
    found: list[Piece] = []
    for tag, old, new in opcodes(words_of(before), words_of(after)):
        if tag == "equal":
            _add(found, "same", old)
        else:
            _add(found, "gone", old)
            _add(found, "new", new)
    return found


def opcodes(old: list[str], new: list[str]) -> list[tuple[str, list[str], list[str]]]:
    """Runs of words that are equal or stand in for each other, in order."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    found: list[tuple[str, list[str], list[str]]] = []
    if start:
        found.append(("equal", old[:start], new[:start]))
    if len(a) * len(b) > _MOST:
        found.append(("replace", a, b))
    else:
        matcher = SequenceMatcher(None, a, b, autojunk=False)
        found += [(tag, a[i:j], b[k:m]) for tag, i, j, k, m in matcher.get_opcodes()]
    if end:
        found.append(("equal", old[len(old) - end :], new[len(new) - end :]))
    return found


def _add(found: list[Piece], op: Literal["same", "gone", "new"], words: list[str]) -> None:
    text = "".join(words)
    if not text:
        return
    if found and found[-1].op == op:
        found[-1] = Piece(op, found[-1].text + text)
    else:
        found.append(Piece(op, text))
