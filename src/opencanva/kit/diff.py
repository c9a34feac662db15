"""What changed between two texts, by words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"\S+\s*|\s+")
_FEW = 10_000
"""Pairs of words up to which the longest runs are sought, which reads best: some 5 ms, but it grows as a cube."""
_MOST = 100_000_000
"""Pairs of words that are compared at all (some 20 ms); texts that differ in more are told as wholly new."""


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
    if len(a) * len(b) <= _FEW:
        matcher = SequenceMatcher(None, a, b, autojunk=False)
        found += [(tag, a[i:j], b[k:m]) for tag, i, j, k, m in matcher.get_opcodes()]
    elif len(a) * len(b) <= _MOST:
        found += _common(a, b)
    else:
        found.append(("replace", a, b))
    if end:
        found.append(("equal", old[len(old) - end :], new[len(new) - end :]))
    return found


def _common(a: list[str], b: list[str]) -> list[tuple[str, list[str], list[str]]]:
    """The same by the longest common subsequence; what goes and comes at one place is one run."""
    found: list[tuple[str, list[str], list[str]]] = []
    i = k = 0
    for run in LCSseq.opcodes(a, b):
        if run.tag != "equal":
            continue
        if run.src_start > i or run.dest_start > k:
            found.append(("replace", a[i : run.src_start], b[k : run.dest_start]))
        found.append((run.tag, a[run.src_start : run.src_end], b[run.dest_start : run.dest_end]))
        i, k = run.src_end, run.dest_end
    if i < len(a) or k < len(b):
        found.append(("replace", a[i:], b[k:]))
    return found


def _add(found: list[Piece], op: Literal["same", "gone", "new"], words: list[str]) -> None:
    text = "".join(words)
    if not text:
        return
    if found and found[-1].op == op:
        found[-1] = Piece(op, found[-1].text + text)
    else:
        found.append(Piece(op, text))
