"""A box of the layout: one thing to draw with its place, and how high each thing of a scene is."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from .. import art
from ..scene import Scene, Subject
from . import sprites
from .crowds import CROWD, MOST, vary
from .frame import Frame
from .stage import Stage

SIZES = {"tiny": 0.42, "small": 0.66, "normal": 1.0, "big": 1.28, "giant": 1.65}


@dataclass(frozen=True)
class Box:
    """One thing to draw: its middle `x`, its `foot` line and its height `h`, in units; `w` is its width."""

    subject: Subject
    number: int
    x: float
    foot: float
    h: float
    w: float
    turned: bool = False
    tilt: float = 0.0
    pose: str = "stand"
    borne: bool = False
    """Whether another subject carries it, so that it throws no shadow on the ground."""

    @property
    def top(self) -> float:
        return self.foot - self.h

    def overlap(self, other: Box) -> float:
        """The shared area as a share of the smaller box."""
        wide = min(self.x + self.w / 2, other.x + other.w / 2) - max(
            self.x - self.w / 2, other.x - other.w / 2
        )
        high = min(self.foot, other.foot) - max(self.top, other.top)
        if wide <= 0 or high <= 0:
            return 0.0
        return wide * high / min(self.w * self.h, other.w * other.h)


def measure_heights(scene: Scene, stage: Stage, frame: Frame) -> list[float]:
    """The height of one of each subject: true sizes drawn together, the first a little favoured, crowds
    smaller.
    """
    natural = [max(0.15, min(art.facts(vary(s.art, s.count)[0]).height, 60.0)) ** 0.3 for s in scene.subjects]
    natural[0] = max(natural[0] * 1.12, max(natural) * 0.55)
    most = max(natural)
    total = sum(min(s.count, MOST) for s in scene.subjects)
    lead = 0.6 if stage.flat else 0.5
    crowd = {1: 1.0, 2: 0.94, 3: 0.84, 4: 0.74, 5: 0.68}.get(total, max(0.3, 1.66 / sqrt(total + 1.5)))
    tall = min(1.3, max(0.8, most / 1.25)) if not stage.flat else 1.0
    framing = {
        "close-up": 1.6,
        "portrait": 1.45,
        "icon": 1.2,
        "wide": 0.6,
        "wallpaper": 0.72,
        "poster": 1.12,
    }.get(scene.framing, 1.0)
    short = min(frame.ax, frame.ay)
    if any(s.relation == "on" and s.target is not None for s in scene.subjects):
        lead *= 0.84
    if any(s.relation == "in" and s.target is not None for s in scene.subjects) and stage.flat:
        lead *= 0.72
    heights = [
        min(
            lead
            * crowd
            * tall
            * framing
            * short
            * max(n / most, 0.34)
            * SIZES[s.size]
            * _aloft(s, scene, stage),
            frame.ay * 0.84,
        )
        for n, s in zip(natural, scene.subjects, strict=True)
    ]
    abreast = 0.0
    for h, s in zip(heights, scene.subjects, strict=True):
        if s.count < CROWD and (s.target is None or s.relation in (None, "beside", "in front of")):
            rows = 1 if s.count <= 3 else 2
            abreast += h * sprites.shape(vary(s.art, s.count)[0]) * -(-s.count // rows)
    room = frame.ax * (0.66 if scene.framing == "icon" else 0.94 if stage.flat else 1.0)
    return [h * max(0.5, min(1.0, room / max(abreast, 0.01))) for h in heights]


def _aloft(subject: Subject, scene: Scene, stage: Stage) -> float:
    """How much smaller a bird or an insect is drawn high in the open: it is far off."""
    facts = art.facts(subject.art)
    small = subject.pose == facts.pose == "fly" and facts.height < 1 and subject.size == "normal"
    return 0.68 if small and not stage.flat and scene.framing in ("scene", "wide", "wallpaper") else 1.0
