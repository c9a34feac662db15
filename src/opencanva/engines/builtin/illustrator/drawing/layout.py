"""Layout: where each subject goes and how large, in units: thirds, depth, relations, and little overlap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

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

    @property
    def top(self) -> float:
        return self.foot - self.h

    def overlap(self, other: Box) -> float:
        """The shared area as a share of the smaller box."""
        wide = min(self.x + self.w / 2, other.x + other.w / 2) - max(self.x - self.w / 2, other.x - other.w / 2)
        high = min(self.foot, other.foot) - max(self.top, other.top)
        if wide <= 0 or high <= 0:
            return 0.0
        return wide * high / min(self.w * self.h, other.w * other.h)


def arrange(scene: Scene, stage: Stage, frame: Frame) -> list[Box]:
    """All boxes of a scene, farthest first. The scene's first subject leads; others keep out of its way."""
    placed: dict[int, list[Box]] = {}
    total = sum(min(s.count, 12) for s in scene.subjects)
    order = sorted(range(len(scene.subjects)), key=lambda i: scene.subjects[i].target is not None)
    for number in order:
        subject = scene.subjects[number]
        anchor = placed.get(subject.target, []) if subject.target is not None else []
        taken = [box for boxes in placed.values() for box in boxes]
        placed[number] = _place(subject, number, scene, stage, frame, taken, anchor, total)
    boxes = [box for boxes in placed.values() for box in boxes]
    fronts = {n for n, s in enumerate(scene.subjects) if s.relation in ("holding", "on", "in", "in front of")}
    return sorted(boxes, key=lambda b: (b.pose not in ("fly", "hang"), b.foot, b.number in fronts))


def _natural(subject: Subject, stage: Stage, frame: Frame, rank: int, total: int, alone: bool) -> float:
    """The height that suits a subject, before its size word."""
    facts = art.facts(subject.art)
    short = min(frame.ax, frame.ay)
    lead = 0.5 if rank == 0 else 0.36
    if stage.flat:
        lead = 0.62 if rank == 0 else 0.44
    tall = min(1.55, max(0.62, (facts.height / 1.6) ** 0.16))
    lead *= tall if not stage.flat else 1.0
    if facts.pose in ("fly", "swim") and not alone:
        lead *= 0.85
    crowd = {1: 1.0, 2: 0.86, 3: 0.74, 4: 0.66, 5: 0.6}.get(total, max(0.26, 1.4 / sqrt(total + 1.5)))
    return min(lead * crowd * short, frame.ay * 0.72)


def _place(
    subject: Subject, number: int, scene: Scene, stage: Stage, frame: Frame, taken: list[Box], anchor: list[Box],
    total: int,
) -> list[Box]:
    rng = frame.rng("layout", number)
    count = max(1, min(subject.count, 12))
    height = _natural(subject, stage, frame, number, total, len(scene.subjects) == 1) * SIZES[subject.size]
    if scene.framing in ("close-up", "portrait", "icon"):
        height = min(frame.ay * 0.8, height * (1.5 if number == 0 else 1.15))
    if scene.framing == "wide":
        height *= 0.62
    ratio = sprites.shape(subject.art)
    if anchor:
        return _relate(subject, number, stage, frame, height, ratio, anchor, taken, count)
    made: list[Box] = []
    for i in range(count):
        best: tuple[float, Box] | None = None
        for attempt in range(14):
            box = _try(subject, number, i, count, attempt, stage, frame, height, ratio, rng, scene)
            cost = sum(box.overlap(other) ** 0.7 for other in (*taken, *made)) + attempt * 0.012
            cost += max(0.0, box.w / 2 - box.x) * 4 + max(0.0, box.x + box.w / 2 - frame.ax) * 4
            if best is None or cost < best[0]:
                best = (cost, box)
        assert best is not None
        made.append(best[1])
    return made


def _try(
    subject: Subject, number: int, i: int, count: int, attempt: int, stage: Stage, frame: Frame, height: float,
    ratio: float, rng: object, scene: Scene,
) -> Box:
    random = rng.random  # type: ignore[attr-defined]
    alone = count == 1 and len(scene.subjects) == 1
    pose = subject.pose
    if pose in ("swim", "float") and stage.water is None and not stage.under:
        pose = "stand"
    size = height * (1 if count == 1 else 0.82 + 0.3 * random())
    wide = size * ratio
    limit = frame.ax * (0.8 if stage.flat or scene.framing in ("close-up", "portrait", "icon") else 0.52)
    if wide > limit:
        size, wide = size * limit / wide, limit
    if alone and attempt == 0:
        thirds = 0.5 if stage.flat or scene.framing in ("portrait", "icon", "close-up", "poster") else (
            0.38 if frame.rng("side").random() < 0.5 else 0.62)
        x = frame.ax * thirds
    elif count > 1:
        x = frame.ax * ((i + 0.5) / count * 0.86 + 0.07) + (random() - 0.5) * frame.ax * (0.04 + 0.03 * attempt)
    else:
        first = len(scene.subjects) > 1 and number == 0
        x = frame.ax * ((0.36 if first and attempt == 0 else 0.14 + 0.72 * random()))
    x = min(frame.ax - wide / 2 - 0.02, max(wide / 2 + 0.02, x)) if wide < frame.ax * 0.9 else frame.ax / 2
    turned = bool(frame.rng("turn", number, i).random() < 0.5) if i or number else False
    tilt = 0.0
    if stage.flat:
        foot = frame.ay * (0.5 if pose in ("fly", "float", "swim") else 0.58) + size * 0.5
        foot = min(foot, frame.ay * 0.94)
    elif stage.under:
        free = frame.ay - size
        foot = size + free * (0.24 + 0.5 * random()) if pose != "stand" else frame.ay * (0.86 + 0.08 * random())
        tilt = (random() - 0.5) * 10
    elif pose in ("fly", "hang"):
        low, high = stage.sky
        room = max(0.02, high - low - size)
        foot = low + size + room * ((0.35 if alone and attempt == 0 else random()) if pose == "fly" else 0)
        tilt = (random() - 0.5) * 14
    elif pose in ("float", "swim") and stage.water is not None:
        top, bottom = stage.water
        near = 0.22 + 0.2 * random() if alone else 0.12 + 0.5 * random()
        foot = top + (bottom - top) * near + size * 0.1
        size, wide = size * (0.72 + 0.5 * near), wide * (0.72 + 0.5 * near)
    else:
        far, close = stage.stand
        t = 0.62 if alone and attempt == 0 else 0.3 + 0.7 * random()
        if number and count == 1:
            t = 0.2 + 0.6 * random()
        foot = far + (close - far) * t
        near = 0.72 + 0.42 * t
        size, wide = size * near, wide * near
    return Box(subject, number, x, foot, size, wide, turned, tilt, pose)


def _relate(
    subject: Subject, number: int, stage: Stage, frame: Frame, height: float, ratio: float, anchor: list[Box],
    taken: list[Box], count: int,
) -> list[Box]:
    base = anchor[0]
    made = []
    for i in range(count):
        rng = frame.rng("relate", number, i)
        side = 1 if (i % 2 == 0) == (frame.rng("relate", number).random() < 0.5) else -1
        h, relation = height, subject.relation
        if relation in ("on", "above", "under", "holding", "in"):
            h = min(h, base.h * 0.72) if relation != "under" else max(h, 0.0)
        target = base if i == 0 or len(anchor) == 1 else anchor[i % len(anchor)]
        box = Box(subject, number, target.x, target.foot, h, h * ratio, i % 2 == 1, 0.0, target.pose)
        spread = (i - (count - 1) / 2) * min(box.w * 0.9, target.w / max(count, 1))
        if relation == "on":
            box = replace(box, x=target.x + spread, foot=target.top + target.h * 0.07)
        elif relation == "above":
            gap = 0.04 + 0.03 * rng.random()
            box = replace(box, x=target.x + spread * 1.6 + (rng.random() - 0.5) * 0.1, foot=max(
                h + 0.02, target.top - gap), pose="fly", tilt=(rng.random() - 0.5) * 10)
        elif relation == "holding":
            box = replace(box, h=h * 0.6, w=h * ratio * 0.6, x=target.x + side * target.w * 0.42,
                          foot=target.foot - target.h * 0.24)
        elif relation == "in":
            box = replace(box, h=h * 0.8, w=h * ratio * 0.8, foot=target.foot - target.h * 0.16, x=target.x + spread)
        elif relation == "behind":
            box = replace(box, x=target.x + side * target.w * 0.42, foot=target.foot - 0.05 * (1 + i), h=h * 0.95,
                          w=box.w * 0.95, pose=subject.pose)
        elif relation == "in front of":
            box = replace(box, x=target.x - side * target.w * 0.3, foot=min(frame.ay * 0.97, target.foot + 0.06))
        elif relation == "under":
            box = _shelter(box, target, side, spread)
        else:
            gap = (target.w + box.w) / 2 * 1.02 + 0.01
            x = target.x + side * gap * (1 + i // 2)
            if not box.w / 2 < x < frame.ax - box.w / 2:
                x = target.x - side * gap * (1 + i // 2)
            box = replace(box, x=x, foot=target.foot + (rng.random() - 0.4) * 0.03, pose=subject.pose
                          if subject.pose == "stand" else target.pose)
        x = min(frame.ax - box.w * 0.5, max(box.w * 0.5, box.x))
        made.append(replace(box, x=x))
    return made


def _shelter(box: Box, target: Box, side: int, spread: float) -> Box:
    """A thing under another: beneath its crown when that is tall, else below it."""
    if target.pose in ("fly", "hang"):
        return replace(box, x=target.x + spread, foot=target.foot + box.h * 1.05, pose=box.subject.pose)
    h = min(box.h, target.h * 0.45)
    scale = h / box.h
    return replace(box, h=h, w=box.w * scale, x=target.x + side * target.w * 0.16 + spread, foot=target.foot + 0.03,
                   pose=box.subject.pose)
