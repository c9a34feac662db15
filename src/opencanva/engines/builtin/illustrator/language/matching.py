"""Tokens to meanings: the longest known phrase first, and one reading chosen where a phrase has several."""

from __future__ import annotations

from .lexicon import LONGEST, Lexicon, Meaning
from .near import find_nearest, read_near
from .words import STOP, singulars

_ARTICLES = {"a", "an", "the", "one", "some"}
_SMALL = {"count", "relation", "not", "and", "it", "pose", "filler"}


def find_all(tokens: list[str], at: int, lexicon: Lexicon) -> tuple[dict[str, str], int, bool]:
    """All readings of the longest phrase at a position: (kind → value, tokens taken, plural)."""
    if tokens[at][0] == ":":
        return {"subject": tokens[at].strip(":")}, 1, False
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        span = tokens[at : at + size]
        if STOP in span:
            continue
        found = lexicon.get(" ".join(span))
        if found:
            if "subject" not in found and not _SMALL & found.keys():
                more = _singular(span, lexicon)
                if more:
                    return {**found, "subject": more}, size, True
            return found, size, "subject" in found and _singular(span, lexicon) == found["subject"]
        single = _singular(span, lexicon)
        if single:
            return {"subject": single}, size, True
    if tokens[at].isdecimal():
        return {"count": str(max(1, min(24, int(tokens[at][:4]))))}, 1, False
    return {}, 1, False


def _singular(span: list[str], lexicon: Lexicon) -> str | None:
    for word in singulars(span[-1]):
        found = lexicon.get(" ".join([*span[:-1], word]))
        if found and "subject" in found:
            return found["subject"]
    return None


def match(tokens: list[str], lexicon: Lexicon) -> list[Meaning]:
    """The text as a row of meanings; "stop" for clause breaks and "unknown" for words nobody knows."""
    out: list[Meaning] = []
    at = 0
    while at < len(tokens):
        if tokens[at] == STOP:
            out.append(Meaning("stop", STOP, 1))
            at += 1
            continue
        found, size, plural = find_all(tokens, at, lexicon)
        if not found:
            out.append(Meaning("unknown", tokens[at], 1))
        else:
            kind = _choose(found, tokens, at, size, lexicon, out)
            out.append(Meaning(kind, found[kind], size, plural and kind == "subject", tokens[at][0] == ":"))
        at += size
    return out


def take_nearest(meanings: list[Meaning], tokens: list[str]) -> list[Meaning]:
    """The meanings with the nearest drawing for each unknown noun that has one near enough.

    Left as they are: what stands right before or after a thing that is known, and what is refused. A weaker
    likeness counts when the text names nothing else to draw.
    """
    out: list[Meaning] = []
    at = first = 0
    alone = all(m.kind not in ("subject", "detail", "place") for m in meanings)
    while first < len(meanings):
        last = first
        while last < len(meanings) and meanings[last].kind == "unknown" and meanings[last].size == 1:
            last += 1
        run = meanings[first : max(last, first + 1)]
        size = sum(m.size for m in run)
        before = out[-1].kind if out else "stop"
        after = meanings[last].kind if last < len(meanings) else "stop"
        name = None
        if last > first and not {before, after} & {"subject", "not"}:
            others = sum(m.kind == "unknown" for m in meanings) > len(run)
            name = find_nearest(" ".join(tokens[at : at + size]), alone and not others)
        if name:
            plural = tokens[at + size - 1] not in read_near() and bool(singulars(tokens[at + size - 1]))
            out.append(Meaning("subject", name, size, plural, near=True))
        else:
            out += run
        at, first = at + size, first + len(run)
    return out


def _names_thing(tokens: list[str], at: int, lexicon: Lexicon, depth: int = 0) -> bool:
    """Whether a subject follows at `at`, other adjectives passed over."""
    if at >= len(tokens) or tokens[at] == STOP or depth > 4:
        return False
    found, size, _ = find_all(tokens, at, lexicon)
    if "subject" in found:
        return True
    if found.keys() & {"colour", "size", "mood", "weather"} or "and" in found:
        return _names_thing(tokens, at + size, lexicon, depth + 1)
    return False


def _is_colour(tokens: list[str], after: int, lexicon: Lexicon, before: list[Meaning], counted: bool) -> bool:
    """Whether a word that is a colour and a thing ("orange", "coral") stands for the colour."""
    if _names_thing(tokens, after, lexicon):
        return True
    kinds = [m.kind for m in before[-2:]]
    if counted and kinds[-1:] != ["colour"]:
        return False
    beside_colour = kinds[-1:] == ["colour"] or kinds == ["colour", "and"] or kinds[-1:] == ["relation"]
    following = find_all(tokens, after, lexicon)[0] if after < len(tokens) and tokens[after] != STOP else {}
    pair = "and" in following and after + 1 < len(tokens)
    more = pair and "colour" in find_all(tokens, after + 1, lexicon)[0]
    said_in = kinds[-1:] != ["relation"] or before[-1].value == "in"
    return (beside_colour and said_in) or more or following.keys() & {"place", "time"} != set()


def _choose(
    found: dict[str, str], tokens: list[str], at: int, size: int, lexicon: Lexicon, before: list[Meaning]
) -> str:
    """One kind out of several readings, from what stands before and after."""
    kinds = found.keys()
    if len(kinds) == 1:
        return next(iter(kinds))
    last = before[-1].kind if before else "stop"
    previous = tokens[at - 1] if at else STOP
    counted = last in ("count", "size", "colour") or previous in _ARTICLES or previous.isdecimal()
    if "subject" in kinds:
        if "size" in kinds:
            return "size" if _names_thing(tokens, at + size, lexicon) else "subject"
        if "colour" in kinds:
            return "colour" if _is_colour(tokens, at + size, lexicon, before, counted) else "subject"
        if "place" in kinds:
            named = (at and tokens[at - 1] in ("the", "in")) or last == "relation"
            return "place" if named or not counted else "subject"
        if "detail" in kinds:
            return "detail"
        for kind in ("style", "framing", "weather", "time", "light", "mood", "pose"):
            if kind in kinds:
                return "subject" if counted and previous != "the" and kind in ("style", "framing") else kind
        return "subject"
    if "place" in kinds and "weather" in kinds:
        return "place" if last == "relation" or previous == "the" else "weather"
    if "style" in kinds and "light" in kinds:
        following = (
            find_all(tokens, at + size, lexicon)[0]
            if at + size < len(tokens) and tokens[at + size] != STOP
            else {}
        )
        return "light" if "place" in following else "style"
    for kind in (
        "relation",
        "count",
        "colour",
        "size",
        "place",
        "time",
        "weather",
        "style",
        "framing",
        "mood",
    ):
        if kind in kinds:
            return kind
    return next(iter(kinds))
