"""Text as people type it: cleaned for names, shortened for titles, folded for search."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_OPENING = re.compile(
    r"^(?:please\s+)?(?:(?:make|draw|paint|create|generate|show|give)\s+(?:me\s+)?)?"
    r"(?:(?:an?|the|some)\s+)?"
    r"(?:(?:image|picture|photo|photograph|drawing|painting|illustration|render(?:ing)?)\s+of\s+)?"
    r"(?:(?:an?|the|some)\s+)?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.!?\n|，。、；：！？،؛؟]")
_KEPT_MARKS = {"\u3099", "\u309a"}


def clean_line(text: str) -> str:
    """One line: control characters and stray surrogates gone, runs of space made one, ends trimmed."""
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or _is_visible(c))
    return _SPACE.sub(" ", kept).strip()


def clean_text(text: str) -> str:
    """Text of many lines without NUL, other control characters or stray surrogates; the rest letter for letter."""
    return "".join(c for c in text if c in "\n\t" or _is_visible(c))


def _is_visible(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs")


def shows_something(text: str) -> bool:
    """Whether a person sees anything: spaces, joiners and direction marks alone leave the line blank."""
    return any(unicodedata.category(c) not in ("Zs", "Zl", "Zp", "Cc", "Cf", "Cs") for c in text)


def title_from(text: str, longest: int = 48) -> str:
    """A short title for a text: its first clause without "a picture of", at most `longest` characters."""
    line = clean_line(text[:2000])
    if not line:
        return ""
    shortened = _OPENING.sub("", line, count=1) or line
    first = _CLAUSE.split(shortened, maxsplit=1)[0].strip() or shortened.strip()
    if len(first) > longest:
        cut = first[: longest + 1].rpartition(" ")[0]
        first = (cut if len(cut) > longest // 2 else first[:longest]).rstrip() + "…"
    return first[:1].upper() + first[1:]


def fold(text: str) -> str:
    """Text as search compares it: NFKC, case folded, accents dropped, Japanese voicing marks kept."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (c for c in plain if not unicodedata.combining(c) or c in _KEPT_MARKS)
    return unicodedata.normalize("NFC", "".join(kept))


def clean_json(value: object) -> object:
    """JSON whose texts are cleaned by `clean_text`: NUL and lone surrogates fit into no database."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [clean_json(item) for item in value]
    if isinstance(value, dict):
        return {clean_text(str(key)): clean_json(item) for key, item in value.items()}
    return value
