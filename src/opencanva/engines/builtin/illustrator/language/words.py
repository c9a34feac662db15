"""Text to tokens: one folding of case, width and punctuation for prompts and tables alike."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .. import art

LIMIT = 2000
STOP = "|"
"""The token for a comma, full stop or line end."""

_JUNK = re.compile(
    r"<[^<>]{0,80}>|--(?:ar|v|s|q|style|seed|stylize|chaos|niji)\b[ =]?[^ ]*|:\d+(?:\.\d+)?(?=\s*[)\],]|$)"
)
_TOKEN = re.compile(
    r"[^\W_]+(?:[\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]+[^\W_]*)*|"
    r"[,.;:!?()\[\]{}\n|/。、，；！？…—–]|&"
    "|[\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001faff]"
)
_CUT = re.compile(r"[,.;:!?()\[\]{}\n|/。、，；！？…—–]")
_WIDE = re.compile("[\u2190-\u2bff\u3030\u303d\U0001f000-\U0001faff]")


def fold(text: str) -> str:
    """Case, width, apostrophes and hyphens made alike: "Bird's-Eye" → "birds eye"."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[-_‐‑]+", " ", re.sub(r"['’`´]", "", text)).strip()


@cache
def _emoji() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {str(k): str(v) for k, v in art.read_table("emoji").items() if art.has(str(v))}
    return re.compile("|".join(re.escape(e) for e in sorted(table, key=len, reverse=True))), table


def tokenise(text: str) -> list[str]:
    """The words of a text in order, folded; clause breaks as `STOP`; emoji as ":name:" tokens.

    Only the first `LIMIT` characters are read.
    """
    text = text[:LIMIT].replace("\x00", " ")
    text = re.sub(r"--no\b", ", no ", _JUNK.sub(" ", text))
    out: list[str] = []
    if _WIDE.search(text):
        pattern, table = _emoji()
        text = text.replace("\ufe0f", "")
        rest = 0
        for hit in pattern.finditer(text):
            out += _split(text[rest : hit.start()])
            out.append(f":{table[hit.group()]}:")
            rest = hit.end()
        return out + _split(text[rest:])
    return _split(text)


def _split(text: str) -> list[str]:
    return [STOP if _CUT.match(t) else t for t in _TOKEN.findall(fold(text))]


_IRREGULAR = {
    "mice": "mouse", "geese": "goose", "men": "man", "women": "woman", "children": "child",
    "people": "person", "wolves": "wolf", "oxen": "ox", "feet": "foot", "teeth": "tooth", "knives": "knife",
    "leaves": "leaf", "loaves": "loaf", "shelves": "shelf", "calves": "calf", "elves": "elf",
    "dwarves": "dwarf",
    "halves": "half", "witches": "witch", "octopi": "octopus", "cacti": "cactus", "fungi": "fungus",
    "kids": "kid", "thieves": "thief",
}  # fmt: skip


def singulars(word: str) -> list[str]:
    """What `word` may be the plural of, likeliest first; empty when it cannot be one."""
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return []
    out = [word[:-1]]
    if word.endswith("es"):
        out.append(word[:-2])
    if word.endswith("ies"):
        out.append(word[:-3] + "y")
    return out
