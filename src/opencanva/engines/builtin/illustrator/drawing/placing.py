"""Room for one subject of a scene: the best of some tries for each copy, rows for a crowd."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .. import art
from ..scene import Scene, Subject
from . import sprites
from .boxes import Box
from .crowds import CROWD, MOST, spread_crowd, vary
from .frame import Frame
from .stage import Stage


@dataclass(frozen=True)
class Placer:
    """Finds room for one subject of a scene."""

    subject: Subject
    number: int
    scene: Scene
    stage: Stage
    frame: Frame
    height: float

    @property
    def count(self) -> int:
        return max(1, min(self.subject.count, MOST))

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
        if self.count >= CROWD:
            return self._crowd(taken)
        rng = self.frame.rng("layout", self.number)
        made: list[Box] = []
        for i in range(self.count):
            tries = [self._try(i, attempt, rng) for attempt in range(32)]
            costs = [self._cost(box, (*taken, *made)) + 0.006 * n for n, box in enumerate(tries)]
            made.append(tries[costs.index(min(costs))])
        return made

    def _crowd(self, taken: list[Box]) -> list[Box]:
        """All copies in rows or as a flock, those set aside that would stand where others are."""
        kinds = vary(self.subject.art, self.count)
        made = []
        for i, (x, foot, h, tilt) in enumerate(
            spread_crowd(
                self.subject.art,
                self.number,
                self.count,
                self.height,
                self.pose,
                self.scene,
                self.stage,
                self.frame,
            )
        ):
            subject = replace(self.subject, art=kinds[i % len(kinds)])
            turned = bool(self.frame.rng("turn", self.number, i).random() < 0.4)
            w = h * sprites.shape(subject.art)
            box = Box(subject, self.number, x, foot, h, w, turned, tilt, self.pose)
            ways = [replace(box, x=box.x + step * w) for step in (0, 0.3, -0.3, 0.7, -0.7, 1.2, -1.2)]
            costs = [self._cost(one, tuple(taken)) + 0.05 * n for n, one in enumerate(ways)]
            made.append(ways[costs.index(min(costs))])
        return made

    def _cost(self, box: Box, others: tuple[Box, ...]) -> float:
        cost = float(sum(box.overlap(other) ** 0.6 for other in others))
        cost += max(0.0, box.w / 2 - box.x) * 6 + max(0.0, box.x + box.w / 2 - self.frame.ax) * 6
        return cost + max(0.0, 0.01 - box.top) * 4

    def _fit(self, size: float, share: float) -> tuple[float, float]:
        """Height and width, no wider than a share of the picture."""
        wide = size * sprites.shape(vary(self.subject.art, self.subject.count)[0])
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
        art_ = vary(self.subject.art, count)
        subject = replace(self.subject, art=art_[i % len(art_)])
        return Box(subject, self.number, x, foot, size * scale, wide * scale, turned, tilt, pose, borne)

    def _foot(
        self, i: int, attempt: int, size: float, rng: np.random.Generator, alone: bool
    ) -> tuple[float, float, float]:
        """The foot line, a factor for nearness, and a lean in degrees."""
        frame, stage, pose = self.frame, self.stage, self.pose
        if self._bust and pose == "stand":  # ends at the chest: the picture's edge cuts it
            return frame.ay + 0.004, 1.0 if stage.flat else 1.25, 0.0
        person = art.facts(self.subject.art).group == "person"
        if stage.flat and pose == "fly" and self.count > 1:
            room = max(0.02, frame.ay * 0.8 - size)
            slot = ((i * 5 + 2) % self.count + rng.random()) / self.count
            return frame.ay * 0.08 + size + room * slot, 1.0, (rng.random() - 0.5) * 14
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
            if (
                art.facts(self.subject.art).pose == "swim" and stage.water is not None
            ):  # leaps out of the water
                top, bottom = stage.water
                return top + (bottom - top) * (0.1 + 0.2 * rng.random()), 1.0, 0.0
            low, high = stage.sky
            high = frame.ay * 0.86 if self.count > 4 else high
            room = max(0.02, high - low - size)
            share = 0.0 if pose == "hang" else 0.35 if alone and attempt == 0 else rng.random()
            lean = (48.0 if person else 0.0) + (rng.random() - 0.5) * 14 if pose == "fly" else 0.0
            return low + size + room * share, 1.0, lean
        if pose in ("float", "swim") and stage.water is not None:
            top, bottom = stage.water
            near = 0.32 if alone and attempt == 0 else 0.14 + 0.55 * rng.random()
            return top + (bottom - top) * near + size * 0.1, 0.74 + 0.5 * near, 0.0
        far, close = stage.stand
        t = 0.66 if alone and attempt == 0 else 0.4 + 0.55 * rng.random()
        if self.count > 3:
            t = (0.28, 0.86)[i % 2] + 0.1 * rng.random()
        return far + (close - far) * min(t, 1.0), 0.76 + 0.36 * t, 0.0
