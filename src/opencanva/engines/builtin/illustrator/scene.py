"""The scene: what a prompt means, as data, between the words (`language`) and the picture (`drawing`)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Size = Literal["tiny", "small", "normal", "big", "giant"]
Relation = Literal["on", "under", "beside", "behind", "in front of", "above", "in", "holding", "between"]


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to draw, `count` times.

    `art` names the drawing (`art.svg(art)`), `word` is what the prompt said. `relation` holds towards
    subject number `target` of the scene, or towards the place when `target` is None. `pose` is "fly", "swim",
    "stand", "float" or "hang": how the layout grounds it.
    """

    art: str
    word: str
    count: int = 1
    colour: str | None = None
    size: Size = "normal"
    relation: Relation | None = None
    target: int | None = None
    pose: str = "stand"


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the drawing needs besides size and seed.

    `place`, `time`, `weather`, `style`, `mood`, `light` and `framing` are words of the tables in `language`;
    `avoid` holds what the negative prompt took out (subject names, weather, colours, details).
    `backdrop` is a second place seen beyond the first ("city by the sea": place sea, backdrop city), or empty.
    `details` are things strewn over the place rather than laid out: words of `language.DETAILS` (flowers, stars,
    clouds, moon, rainbow …). Colours are names of `language.COLOURS`, which maps them to #rrggbb.
    `unknown` are words that name something the vocabulary lacks, `drew_as` pairs (word, what was drawn), `nearest`
    pairs whose word nobody listed and whose drawing is only the nearest in meaning.
    """

    place: str
    time: str = "day"
    weather: str = "clear"
    style: str = "none"
    mood: str = ""
    light: str = ""
    framing: str = "scene"
    subjects: tuple[Subject, ...] = ()
    colours: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    drew_as: tuple[tuple[str, str], ...] = ()
    nearest: tuple[tuple[str, str], ...] = ()
    backdrop: str = ""
    details: tuple[str, ...] = ()

    def facts(self) -> dict[str, Any]:
        """The scene as plain JSON, kept with the generation."""
        return asdict(self)
