"""Prompts in other languages: which one it is, and its dictionary (scenes in ten, subjects in 25)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from .. import art
from .lexicon import Lexicon, english
from .words import STOP, fold, singulars

TABLE = Path(__file__).with_name("foreign.txt")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_THAI = re.compile("[\u0e00-\u0e7f]")
_LONGEST_LABEL = 12
_ORDER = "es de fr pt it nl pl ru uk sv"
"""Of two languages that know as much of a prompt the earlier one is meant ("kot" is a cat), then by their codes."""


@cache
def scene_words() -> dict[str, Lexicon]:
    """Language → phrase → kind → value, from `foreign.txt`."""
    found: dict[str, Lexicon] = {}
    endings: list[str] = [""]
    words: Lexicon = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            endings = [e.strip() for e in line[4:].split(",")]
            words = found.setdefault(line[1:3], {})
        elif line and not line.startswith("#"):
            head, _, row = line.partition(":")
            kind, _, value = head.partition(" ")
            for phrase in row.split(","):
                stem = " ".join(fold(phrase).split())
                forms = [stem[:-1] + e for e in endings] if stem.endswith("+") else [stem]
                for form in forms:
                    words.setdefault(form, {}).setdefault(kind, value or form)
    return found


@cache
def _labels() -> dict[str, Lexicon]:
    """Language → phrase → subject, from the art pack's labels and the scene words."""
    tables: dict[str, Lexicon] = {}
    for language, labels in art.read_table("labels").items():
        words: Lexicon = {phrase: {"subject": name} for phrase, name in labels.items() if art.has(name)}
        for phrase, kinds in scene_words().get(language, {}).items():
            words[phrase] = kinds
        tables[language] = words
    return tables


def read_language(tokens: list[str]) -> tuple[list[str], Lexicon]:
    """The tokens, cut further where the script has no spaces, and the dictionary to read them with."""
    known = english()
    if all(_knows(known, t) for t in tokens):
        return tokens, known
    text = "".join(tokens)
    if _UNSPACED.search(text):
        language = "ja" if _KANA.search(text) else "th" if _THAI.search(text) else "zh"
        words = _labels()[language]
        return [piece for t in tokens for piece in (_cut(t, words) if _UNSPACED.search(t) else [t])], _merge(
            language
        )
    best, score = "", 0.0 + sum(_knows(known, t) for t in tokens)
    tables = _labels()
    for language in sorted(tables, key=lambda code: (_ORDER.find(code) % 99, code)):
        here = _score(tokens, tables[language])
        if here > score:
            best, score = language, here
    if not best:
        return tokens, known
    return [_stem(t, _labels()[best]) for t in tokens], _merge(best)


def _knows(words: Lexicon, token: str) -> bool:
    return (
        token == STOP
        or token[0] == ":"
        or token in words
        or token.isdecimal()
        or any(s in words for s in singulars(token))
    )


def _score(tokens: list[str], words: Lexicon) -> float:
    """How many tokens a language covers, breaks left out of the count's favour."""
    got, at = 0.0, 0
    while at < len(tokens):
        for size in (3, 2, 1):
            phrase = " ".join(tokens[at : at + size])
            if at + size <= len(tokens) and (
                phrase in words or (size == 1 and _stem(phrase, words) in words)
            ):
                got += size if phrase in words else 0.7
                at += size
                break
        else:
            got += _knows({}, tokens[at])
            at += 1
    return got


def _stem(token: str, words: Lexicon) -> str:
    """A token or the form of it that the language's table has ("Füchse" stays, "zorros" → "zorro").

    What falls off must be an ending ("oven" is not Portuguese for "ovo"); other scripts than Latin bend freely.
    """
    if token in words or len(token) < 4:
        return token
    for cut in (1, 2):
        gone = token[-cut:]
        for end in ("", "a", "o", "e"):
            form = token[:-cut] + end
            bends = gone in _ENDINGS if not end else cut == 1 and gone in "aeiouy"
            if (bends or not token.isascii()) and len(form) > 2 and "subject" in words.get(form, {}):
                return form
    return token


_ENDINGS = frozenset("s n e i a o u y r t es en er ne ar or et ek ok ak ou te ta on in an".split())
"""What nouns of the languages in Latin script end in when there are several of them, or in their cases."""


def _cut(token: str, words: Lexicon) -> list[str]:
    """A run of letters without spaces, cut by the longest known word; unknown stretches stay in one piece."""
    out: list[str] = []
    rest, at = "", 0
    while at < len(token):
        for size in range(min(_LONGEST_LABEL, len(token) - at), 0, -1):
            piece = token[at : at + size]
            if piece in words:
                if rest:
                    out.append(rest)
                    rest = ""
                out.append(piece)
                at += size
                break
        else:
            rest += token[at]
            at += 1
    return [*out, rest] if rest else out


@cache
def _merge(language: str) -> Lexicon:
    """The language's dictionary over the English one."""
    return english() | _labels()[language]
