"""Layout: where each subject goes and how large, in units: thirds, depth, relations, and little overlap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from .. import art
from ..scene import Scene, Subject
from . import sprites
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


def arrange(scene: Scene, stage: Stage, frame: Frame) -> list[Box]:
    """All boxes of a scene, farthest first. What others relate to is placed first and near the middle."""
    if not scene.subjects:
        return []
    scene = _turn_holders(scene)
    heights = _heights(scene, stage, frame)
    placed: dict[int, list[Box]] = {}
    order = sorted(range(len(scene.subjects)), key=lambda i: _depth_of(scene, i))
    for number in order:
        subject = scene.subjects[number]
        anchor = placed.get(subject.target, []) if subject.target is not None else []
        taken = [box for boxes in placed.values() for box in boxes]
        placer = _Placer(subject, number, scene, stage, frame, heights[number])
        placed[number] = placer.relate(anchor, taken) if anchor else placer.spread(taken)
    boxes = [box for boxes in placed.values() for box in boxes]
    fronts = {
        n
        for n, s in enumerate(scene.subjects)
        if s.relation in ("holding", "on", "in", "in front of") and s.target is not None
    }
    backs = {n for n, s in enumerate(scene.subjects) if s.relation == "behind" and s.target is not None}
    return sorted(
        boxes,
        key=lambda b: (b.pose not in ("fly", "hang"), (b.number in fronts) - (b.number in backs), b.foot),
    )


def _turn_holders(scene: Scene) -> Scene:
    """ "A knight holding a sword": the sword is what gets placed, at the knight's side."""
    subjects = list(scene.subjects)
    for number, subject in enumerate(scene.subjects):
        held = subject.target
        if subject.relation == "holding" and held is not None and held < len(subjects) and held != number:
            subjects[held] = replace(subjects[held], relation="holding", target=number)
            subjects[number] = replace(subject, relation=None, target=None)
    return replace(scene, subjects=tuple(subjects))


def _depth_of(scene: Scene, number: int) -> int:
    """How many relations away a subject is from one that stands on its own (rings of relations count as
    far).
    """
    depth, at = 0, scene.subjects[number].target
    while at is not None and at < len(scene.subjects) and depth < 5:
        depth, at = depth + 1, scene.subjects[at].target
    return depth


def _heights(scene: Scene, stage: Stage, frame: Frame) -> list[float]:
    """The height of one of each subject: true sizes drawn together, the first a little favoured, crowds
    smaller.
    """
    natural = [max(0.15, min(art.facts(s.art).height, 60.0)) ** 0.3 for s in scene.subjects]
    natural[0] = max(natural[0] * 1.12, max(natural) * 0.55)
    most = max(natural)
    total = sum(min(s.count, 12) for s in scene.subjects)
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
    heights = [
        min(lead * crowd * tall * framing * short * max(n / most, 0.34) * SIZES[s.size], frame.ay * 0.84)
        for n, s in zip(natural, scene.subjects, strict=True)
    ]
    abreast = 0.0
    for h, s in zip(heights, scene.subjects, strict=True):
        if s.target is None or s.relation not in ("on", "in", "holding", "above", "behind", "under"):
            rows = 1 if s.count <= 3 else 2
            abreast += h * sprites.shape(s.art) * -(-min(s.count, 12) // rows)
    room = frame.ax * (0.94 if stage.flat else 1.0)
    return [h * max(0.5, min(1.0, room / max(abreast, 0.01))) for h in heights]


def _saddle(target: Box) -> float:
    """How far below its top a thing is sat on, as a share of its height: backs and saddles, not heads."""
    if any(word in target.subject.art for word in ("bicycle", "motorcycle", "scooter", "broom", "bike")):
        return 0.3
    facts = art.facts(target.subject.art)
    if facts.seat < 1:
        return 1 - facts.seat
    return 0.26 if facts.group == "nature" and target.pose == "stand" else 0.08


@dataclass(frozen=True)
class _Placer:
    """Finds room for one subject of a scene."""

    subject: Subject
    number: int
    scene: Scene
    stage: Stage
    frame: Frame
    height: float

    @property
    def count(self) -> int:
        return max(1, min(self.subject.count, 12))

    @property
    def pose(self) -> str:
        pose = self.subject.pose
        if pose in ("swim", "float") and self.stage.water is None and not self.stage.under:
            return "stand"
        return pose

    @property
    def _bust(self) -> bool:
        return art.facts(self.subject.art).bust and self.scene.framing not in ("icon", "pattern")

    def spread(self, taken: list[Box]) -> list[Box]:
        """All copies on their own, each the best of some tries."""
        rng = self.frame.rng("layout", self.number)
        made: list[Box] = []
        for i in range(self.count):
            tries = [self._try(i, attempt, rng) for attempt in range(32)]
            costs = [self._cost(box, (*taken, *made)) + 0.006 * n for n, box in enumerate(tries)]
            made.append(tries[costs.index(min(costs))])
        return made

    def _cost(self, box: Box, others: tuple[Box, ...]) -> float:
        cost = float(sum(box.overlap(other) ** 0.6 for other in others))
        cost += max(0.0, box.w / 2 - box.x) * 6 + max(0.0, box.x + box.w / 2 - self.frame.ax) * 6
        return cost + max(0.0, 0.01 - box.top) * 4

    def _fit(self, size: float, share: float) -> tuple[float, float]:
        """Height and width, no wider than a share of the picture."""
        wide = size * sprites.shape(self.subject.art)
        limit = self.frame.ax * share
        return (size * limit / wide, limit) if wide > limit else (size, wide)

    def _try(self, i: int, attempt: int, rng: np.random.Generator) -> Box:
        frame, stage, count, pose = self.frame, self.stage, self.count, self.pose
        leads = any(s.target == self.number for s in self.scene.subjects)
        alone = count == 1 and (len(self.scene.subjects) == 1 or leads)
        close = stage.flat or self.scene.framing in ("close-up", "portrait", "icon", "poster")
        size, wide = self._fit(
            self.height * (1 if count == 1 else 0.86 + 0.22 * rng.random()), 0.8 if close else 0.54
        )
        if alone and attempt == 0:
            lean = 0.42 if frame.rng("side").random() < 0.5 else 0.58
            x = frame.ax * (
                0.5 if close else lean if leads else lean * 1.6 - 0.3 + 0.06 * (rng.random() - 0.5)
            )
        elif count > 1:
            slot = (i + 0.5) / count * 0.9 + 0.05 if attempt < 12 else rng.random()
            x = frame.ax * slot + (rng.random() - 0.5) * frame.ax * (0.03 + 0.03 * attempt)
        elif len(self.scene.subjects) == 2 and attempt < 3:
            first = (self.number == 0) == (frame.rng("side").random() < 0.5)
            x = frame.ax * ((0.3 if first else 0.7) + 0.04 * attempt * (rng.random() - 0.5))
        else:
            x = frame.ax * (0.12 + 0.76 * rng.random())
        x = (
            min(frame.ax - wide / 2 - 0.02, max(wide / 2 + 0.02, x))
            if wide < frame.ax * 0.92
            else frame.ax / 2
        )
        turned = bool(frame.rng("turn", self.number, i).random() < 0.5) if i or self.number else False
        foot, scale, tilt = self._foot(i, attempt, size, rng, alone)
        borne = self._bust and pose == "stand"
        return Box(self.subject, self.number, x, foot, size * scale, wide * scale, turned, tilt, pose, borne)

    def _foot(
        self, i: int, attempt: int, size: float, rng: np.random.Generator, alone: bool
    ) -> tuple[float, float, float]:
        """The foot line, a factor for nearness, and a lean in degrees."""
        frame, stage, pose = self.frame, self.stage, self.pose
        if self._bust and pose == "stand":  # ends at the chest: the picture's edge cuts it
            return frame.ay + 0.004, 1.0 if stage.flat else 1.25, 0.0
        if stage.flat:
            middle = frame.ay * (0.5 if pose in ("fly", "float", "swim", "hang") else 0.55)
            row = (i % 2) * 0.07 * frame.ay if self.count > 3 else 0.0
            return min(middle + size * 0.5 + row, frame.ay * 0.95), 1.0, 0.0
        if stage.under:
            if pose == "stand":
                return frame.ay * (0.88 + 0.07 * rng.random()), 1.0, 0.0
            free = frame.ay - size
            return (
                size + free * (0.42 if alone and attempt == 0 else 0.16 + 0.6 * rng.random()),
                1.0,
                (rng.random() - 0.5) * 12,
            )
        if pose in ("fly", "hang"):
            low, high = stage.sky
            high = frame.ay * 0.86 if self.count > 4 else high
            room = max(0.02, high - low - size)
            share = 0.0 if pose == "hang" else 0.35 if alone and attempt == 0 else rng.random()
            return low + size + room * share, 1.0, (rng.random() - 0.5) * 14 if pose == "fly" else 0.0
        if pose in ("float", "swim") and stage.water is not None:
            top, bottom = stage.water
            near = 0.32 if alone and attempt == 0 else 0.14 + 0.55 * rng.random()
            return top + (bottom - top) * near + size * 0.1, 0.74 + 0.5 * near, 0.0
        far, close = stage.stand
        t = 0.66 if alone and attempt == 0 else 0.4 + 0.55 * rng.random()
        if self.count > 3:
            t = (0.28, 0.86)[i % 2] + 0.1 * rng.random()
        return far + (close - far) * min(t, 1.0), 0.76 + 0.36 * t, 0.0

    def relate(self, anchor: list[Box], taken: list[Box]) -> list[Box]:
        """All copies by their relation to the boxes of another subject."""
        made: list[Box] = []
        for i in range(self.count):
            target = anchor[i % len(anchor)]
            tries = [self._beside(i, target, way) for way in range(6)]
            others = tuple(b for b in (*taken, *made) if b is not target or self.subject.relation == "beside")
            costs = [self._cost(box, others) + 0.02 * n for n, box in enumerate(tries)]
            made.append(tries[costs.index(min(costs))])
        return made

    def _beside(self, i: int, target: Box, way: int) -> Box:
        frame, relation, subject = self.frame, self.subject.relation, self.subject
        rng = frame.rng("relate", self.number, i)
        near = target.h / max(self._natural_of(target), 0.01)
        h, w = self._fit(self.height * near, 0.5)
        side = 1 if (way % 2 == 0) == (frame.rng("relate", self.number).random() < 0.5) else -1
        slot, slots = self._seat(i)
        spread = (slot - (slots - 1) / 2) * min(w * 1.02, target.w * 0.86 / slots if slots > 1 else 0)
        box = Box(subject, self.number, target.x, target.foot, h, w, i % 2 == 1, 0.0, target.pose)
        if relation in ("on", "in", "holding"):
            k = min(
                1.0, target.h * (0.62 if relation == "on" else 0.5) / h, target.w * 1.1 / (w * slots**0.6)
            )
            box = replace(box, h=h * k, w=w * k, borne=True)
            if relation == "on":
                foot = target.top + target.h * _saddle(target)
                fit = min(1.0, max(0.3, (foot - 0.02) / box.h))
                return self._keep(replace(box, x=target.x + spread, foot=foot, h=box.h * fit, w=box.w * fit))
            if relation == "in":
                return self._keep(replace(box, x=target.x + spread, foot=target.foot - target.h * 0.14))
            return self._keep(
                replace(box, x=target.x + side * target.w * 0.42, foot=target.foot - target.h * 0.22)
            )
        if relation == "above":
            k = min(1.0, max(0.3, (target.top - 0.05) / h))
            x = target.x + spread * 1.6 + (rng.random() - 0.5) * 0.08 * (way + 1)
            return self._keep(
                replace(
                    box,
                    h=h * k,
                    w=w * k,
                    x=x,
                    foot=max(h * k + 0.015, target.top - 0.02 - 0.02 * way),
                    pose="fly",
                    tilt=(rng.random() - 0.5) * 10,
                )
            )
        if relation == "behind":
            lift = 0.035 + 0.02 * i
            reach = 0.3 * target.w + 0.22 * w + 0.03 * way
            return self._keep(
                replace(
                    box,
                    x=target.x + side * reach,
                    foot=target.foot - lift,
                    h=h * 0.96,
                    w=w * 0.96,
                    pose=self.pose,
                )
            )
        if relation == "in front of":
            return self._keep(
                replace(
                    box,
                    x=target.x - side * (0.2 * target.w + 0.02 * way),
                    foot=min(frame.ay * 0.97, target.foot + 0.055),
                    pose=self.pose,
                )
            )
        if relation == "under":
            if target.pose in ("fly", "hang"):
                far, close = self.stage.stand
                foot = (
                    max(target.foot + h * 1.05, far + (close - far) * 0.6)
                    if self.pose == "stand"
                    else target.foot + h * 1.1
                )
                return self._keep(
                    replace(box, x=target.x + spread, foot=min(foot, frame.ay * 0.97), pose=self.pose)
                )
            k = min(1.0, target.h * 0.42 / h)
            return self._keep(
                replace(
                    box,
                    h=h * k,
                    w=w * k,
                    x=target.x + side * target.w * 0.17 + spread,
                    foot=target.foot + 0.028,
                    pose=self.pose,
                )
            )
        gap = (target.w + w) / 2 * 1.04 + 0.012 + (way // 2) * w * 0.9
        foot = target.foot + (rng.random() - 0.4) * 0.03
        return self._keep(
            replace(
                box,
                x=target.x + side * gap,
                foot=foot,
                pose=self.pose if self.pose == "stand" else target.pose,
            )
        )

    def _seat(self, i: int) -> tuple[int, int]:
        """Which of how many seats copy `i` takes among all that are on (or in, or under) the same thing."""
        mine = (self.subject.relation, self.subject.target)
        kin = [(n, s.count) for n, s in enumerate(self.scene.subjects) if (s.relation, s.target) == mine]
        before = sum(count for n, count in kin if n < self.number)
        return before + i, sum(count for _, count in kin)

    def _natural_of(self, target: Box) -> float:
        """What height the target's subject has before perspective: the scale of things at its distance."""
        return _heights(self.scene, self.stage, self.frame)[target.number]

    def _keep(self, box: Box) -> Box:
        """Inside the picture's sides."""
        return replace(box, x=min(self.frame.ax - box.w * 0.48, max(box.w * 0.48, box.x)))
