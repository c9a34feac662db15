"""What a place hands on to the layout: the picture so far and where things can stand, float and fly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..scene import Scene
from .frame import Array, Frame
from .light import Light

Check = Callable[[str], None]
"""Called with the word of the stage; raises when the picture is no longer wanted."""


@dataclass
class Stage:
    """A place, painted. All positions in units.

    `stand` are the foot lines of things standing far and near, `sky` the band where things fly, `water`
    where the open water lies (top, bottom) or None. `flat` places (studio, pattern) have no horizon; no rain
    falls `inside`. `over` are paints laid over the subjects at the end (grass in front, beams of light).
    """

    image: Array
    horizon: float
    stand: tuple[float, float]
    sky: tuple[float, float]
    water: tuple[float, float] | None = None
    flat: bool = False
    under: bool = False
    grass: str | None = None
    islet: bool = False
    inside: bool = False
    over: list[Callable[[Array], None]] = field(default_factory=list)


Painter = Callable[[Frame, Scene, Light], Stage]


def extras(scene: Scene) -> tuple[str, ...]:
    """What weather and details hang into the sky."""
    found = {"storm": ["lightning"], "rainbow": ["rainbow"], "aurora": ["aurora"]}.get(scene.weather, [])
    found += ["aurora"] if scene.time == "aurora" else []
    found += [d for d in scene.details if d in ("rainbow", "meteors", "birds", "planets", "fireworks")]
    return tuple(x for x in found if x not in scene.avoid)
