"""From what was read to a whole scene: gaps filled, doubles resolved, what was unwanted taken out."""

from __future__ import annotations

from typing import get_args

from .. import art
from ..scene import Scene, Size, Subject
from .grammar import Draft, Reading, drawing_of
from .homes import BY_GROUP, DEPTH, HOMES, INDOORS, KINDS

_IMPLIED_TIME = {
    "stars": "night", "moon": "night", "meteors": "night", "fireworks": "night", "fireflies": "blue hour",
    "moonlight": "night", "neon": "night", "scary": "night", "planets": "night",
}  # fmt: skip
_FORCE = ("storm", "snow", "rain", "fog", "overcast", "wind", "clear")
_INCLUDED = {"storm": {"rain", "wind", "overcast"}, "rain": {"overcast"}, "snow": {"overcast", "wind"}}
_THINGS = {"fence", "rocks", "reeds", "bubbles"}
_KIN = {
    frozenset(pair)
    for pair in (
        ("golden hour", "sunset"), ("golden hour", "dawn"), ("night", "aurora"), ("night", "blue hour"),
        ("sunset", "blue hour"), ("dawn", "blue hour"),
    )
}  # fmt: skip


def settle(got: Reading, refused: Reading | None = None) -> Scene:
    """The scene for one reading; `refused` is the reading of the negative prompt."""
    avoid = _avoided(got, refused)
    unknown = list(got.unknown)
    subjects, details = _details_or_subjects(got, avoid)
    subjects = _without(subjects, avoid)
    _land(subjects)
    words = {k: [v for v in dict.fromkeys(vs) if v not in avoid] for k, vs in got.scene.items()}
    weather, lost = _weather(words.get("weather", []))
    unknown += lost
    place, backdrop, weather = _place(words.get("place", []), weather, details, unknown)
    style, *more = words.get("style", []) or ["none"]
    unknown += more
    time = _time(words, details, unknown)
    framing = (words.get("framing") or ["scene"])[0]
    light = (words.get("light") or [""])[0]
    if not place:
        place = _guess_place(subjects, details, time, weather, framing, light)
    return Scene(
        place=place,
        time=time or ("night" if place in ("space", "moon") else "day"),
        weather="clear" if weather in avoid else weather,
        style=style,
        mood=(words.get("mood") or [""])[0],
        light=light,
        framing=framing,
        subjects=tuple(_finish(s) for s in subjects),
        colours=tuple(words.get("colours", ())),
        avoid=tuple(avoid),
        unknown=tuple(dict.fromkeys(unknown)),
        drew_as=tuple(dict.fromkeys(got.drew_as)),
        nearest=tuple(dict.fromkeys(got.nearest)),
        backdrop=backdrop,
        details=tuple(d for d in dict.fromkeys(details) if d not in avoid),
    )


def _land(subjects: list[Draft]) -> None:
    """What others stand before, beside or on does not fly: an aeroplane then waits on the ground."""
    for s in subjects:
        if s.target is not None and s.relation in ("in front of", "beside", "behind", "on"):
            other = subjects[s.target]
            if art.facts(other.art).group == "travel" and not other.pose and art.facts(s.art).pose == "stand":
                other.pose = "stand" if art.facts(other.art).pose == "fly" else other.pose


def _avoided(got: Reading, refused: Reading | None) -> list[str]:
    found = list(got.avoid)
    if refused:
        found += [s.art for s in refused.subjects] + [d for d, _ in refused.loose_details] + refused.avoid
        found += [v for values in refused.scene.values() for v in values]
        found += [word for word in refused.unknown if word in KINDS]
    return list(dict.fromkeys(found))


def _without(subjects: list[Draft], avoid: list[str]) -> list[Draft]:
    """The subjects that are not refused, their targets renumbered."""
    groups = {KINDS[word] for word in avoid if word in KINDS}
    groups |= {"person"} if "people-holding-hands" in avoid else set()
    kept = [i for i, s in enumerate(subjects) if s.art not in avoid and art.facts(s.art).group not in groups]
    for s in subjects:
        if s.target is not None:
            s.target = kept.index(s.target) if s.target in kept else None
            if s.target is None:
                s.relation = None
        if s.colour in avoid:
            s.colour = None
    return [subjects[i] for i in kept]


def _details_or_subjects(got: Reading, avoid: list[str]) -> tuple[list[Draft], list[str]]:
    """Details stay details, unless the prompt names nothing else."""
    details = [value for value, _ in got.loose_details if value not in avoid]
    if got.subjects or got.scene.get("place") or not details:
        return got.subjects, details
    subjects, rest = [], []
    for value, word in got.loose_details:
        name = drawing_of(word)
        if value in avoid:
            continue
        if name and value in _THINGS:
            subjects.append(Draft(name, word, 3 if word.endswith("s") else 1))
        else:
            rest.append(value)
    return subjects, rest


def _weather(found: list[str]) -> tuple[str, list[str]]:
    """The strongest weather, and those it does not include."""
    if not found:
        return "clear", []
    best = min(found, key=_FORCE.index)
    return best, [w for w in found if w not in (best, "clear") and w not in _INCLUDED.get(best, ())]


def _place(found: list[str], weather: str, details: list[str], unknown: list[str]) -> tuple[str, str, str]:
    """Place, backdrop and weather from the places named (nearest first)."""
    if "snow" in found:
        weather = "snow" if weather in ("clear", "overcast") else weather
        if len(found) > 1:
            found = [p for p in found if p != "snow"]
    if not found:
        return "", "", weather
    near = sorted(found, key=DEPTH.__getitem__)
    place, far = near[0], near[-1] if len(near) > 1 else ""
    if far == "sky" and len(near) > 1:
        far = near[-2] if len(near) > 2 else ""
    if far in INDOORS:
        far = ""
    for left in near[1:]:
        if left in (far, "sky") or left in INDOORS:
            continue
        if left in ("forest", "jungle"):
            details.append("trees")
        else:
            unknown.append(left)
    return place, far, weather


def _time(words: dict[str, list[str]], details: list[str], unknown: list[str]) -> str:
    """The time said, or the one that stars, moonlight and the like imply; empty when neither."""
    said = [t for t in words.get("time", []) if t != "day"] or words.get("time", [])
    if said:
        for other in said[1:]:
            if frozenset((said[0], other)) not in _KIN:
                unknown.append(other)
        return "aurora" if "aurora" in said else said[0]
    for hint in (*details, *words.get("light", ()), *words.get("mood", ())):
        if hint in _IMPLIED_TIME:
            return _IMPLIED_TIME[hint]
    return ""


def _guess_place(
    subjects: list[Draft], details: list[str], time: str, weather: str, framing: str, light: str
) -> str:
    """A place for a prompt that names none: the tallest subject's home, else by what surrounds it."""
    if framing in ("icon", "pattern"):
        return "studio"
    names = [s.art for s in subjects]
    pose = {s.pose for s in subjects}
    at_home = [name for name in names if name in HOMES]
    if at_home:
        home = HOMES[max(at_home, key=lambda name: art.facts(name).height)]
        return "hills" if home == "sky" and any(art.facts(n).pose == "stand" for n in names) else home
    if light == "neon":
        return "city"
    outdoors = time or weather != "clear" or details
    if not subjects:
        if time in ("night", "aurora") and "stars" in details:
            return "hills"
        return "meadow" if not details or details[0] != "clouds" else "sky"
    if "fly" in pose or (outdoors and all(art.facts(n).pose == "fly" for n in names)):
        return "sky" if len(subjects) == 1 else "meadow"
    if "swim" in pose or any(art.facts(n).pose == "swim" for n in names):
        return "underwater"
    if outdoors or len(subjects) > 2:
        return BY_GROUP[art.facts(names[0]).group]
    return "studio"


def _finish(draft: Draft) -> Subject:
    pose = draft.pose or art.facts(draft.art).pose
    if not draft.pose and draft.relation == "above":
        pose = "fly"
    if not draft.pose and draft.relation == "on" and pose == "fly":
        pose = "stand"
    size: Size = draft.size if draft.size in get_args(Size) else "normal"  # type: ignore[assignment]
    return Subject(draft.art, draft.word, draft.count, draft.colour, size, draft.relation, draft.target, pose)
