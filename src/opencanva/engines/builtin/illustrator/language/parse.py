"""The way from a prompt to a scene: tokens, meanings, reading, scene."""

from __future__ import annotations

from .. import art
from ..scene import Scene
from .foreign import read_language
from .function_words import BOILERPLATE
from .grammar import Reader, Reading
from .homes import KINDS
from .lexicon import english
from .matching import match, take_nearest
from .settle import settle
from .words import LIMIT, STOP, tokenise


def read(prompt: str, negative: str = "") -> Scene:
    """What a prompt means, and what the negative prompt takes out of it.

    Pure and deterministic; every text gives a scene, also an empty one. Only the first 2,000 characters
    count, which is then said in `unknown`. Words that are neither used nor filler are in `unknown`.
    """
    tokens = tokenise(prompt)
    got = _understand(tokens)
    refused = None
    if negative.strip():
        refused = _understand([t for t in tokenise(negative) if t not in BOILERPLATE])
        got.unknown += [f"not {word}" for word in refused.unknown if word not in KINDS]
    if len(prompt) > LIMIT:
        got.unknown.append(f"everything after the first {LIMIT:,} characters")
    return settle(got, refused)


def _understand(tokens: list[str]) -> Reading:
    tokens, lexicon = read_language(tokens)
    meanings = match(tokens, lexicon)
    if lexicon is english():
        meanings = take_nearest(meanings, tokens)
    words, at = [], 0
    for meaning in meanings:
        words.append(" ".join(tokens[at : at + meaning.size]).replace(":", " ").strip() or STOP)
        at += meaning.size
    got = Reader().read(meanings, words)
    if lexicon is not english() and len(tokens) <= 2:
        got.drew_as += [(s.word, art.facts(s.art).label) for s in got.subjects]
    return got
