"""Where a subject goes that has to do with another: on it, under it, beside, behind, in, between, held."""

from __future__ import annotations

from dataclasses import replace
from math import cos, pi, sin

from .. import art
from ..scene import Scene, Subject
from . import sprites
from .boxes import Box, measure_heights
from .crowds import vary
from .placing import Placer

VESSELS = {
    "vase": 0.62,
    "empty-vase": 0.34,
    "basket": 0.62,
    "bowl-with-spoon": 0.4,
    "bucket": 0.4,
    "potted-plant": 0.6,
}
"""What things are put into, and how far below its top the foot of what is in it comes, as a share of its height."""
ALOFT = {"umbrella": 0.8, "umbrella-with-rain-drops": 0.8, "balloon": 0.6, "kite": 0.66, "flag": 0.7}
"""What is held up from its lower end, and how high it is as a share of its holder."""
FURNITURE = frozenset("chair armchair bench deck-chair throne sofa couch-and-lamp swing".split())
HEADWEAR = {
    "hat": 1.5, "top-hat": 1.25, "womans-hat": 1.6, "crown": 0.95, "billed-cap": 1.25, "graduation-cap": 1.5,
    "military-helmet": 1.3, "rescue-workers-helmet": 1.3, "party-hat": 0.8, "headphone": 1.25,
}  # fmt: skip
"""What is put on a head, and its width as a share of the head's."""


def is_held_up(scene: Scene, subject: Subject) -> bool:
    """Whether a person holds it up, half behind their own head."""
    if subject.relation != "holding" or subject.target is None or subject.art not in ALOFT:
        return False
    return art.facts(scene.subjects[subject.target].art).group == "person"


def is_held_in(scene: Scene, subject: Subject) -> bool:
    """Whether it stands in a vase or a basket, whose front hides its lower part."""
    return (
        subject.relation == "in"
        and subject.target is not None
        and scene.subjects[subject.target].art in VESSELS
    )


def _saddle(target: Box) -> float:
    """How far below its top a thing is sat on, as a share of its height: backs and saddles, not heads."""
    if any(word in target.subject.art for word in ("bicycle", "motorcycle", "scooter", "broom", "bike")):
        return 0.3
    facts = art.facts(target.subject.art)
    if facts.seat < 1:
        return 1 - facts.seat
    return 0.26 if facts.group == "nature" and target.pose == "stand" else 0.08


class Relater(Placer):
    """Finds the place of one subject by its relation to the boxes of another."""

    def relate(self, anchor: list[Box], taken: list[Box]) -> list[Box]:
        """All copies by their relation to the boxes of another subject."""
        made: list[Box] = []
        if self.subject.relation == "between" and len(anchor) > 1:
            return [self._hung_between(*sorted(anchor, key=lambda b: b.x)[:2])]
        for i in range(self.count):
            target = anchor[i % len(anchor)]
            tries = [self._beside(i, target, way) for way in range(6)]
            others = tuple(b for b in (*taken, *made) if b is not target or self.subject.relation == "beside")
            costs = [self._cost(box, others) + 0.02 * n for n, box in enumerate(tries)]
            made.append(tries[costs.index(min(costs))])
        return made

    def _beside(self, i: int, target: Box, way: int) -> Box:
        """One copy at its target, the `way`-th try."""
        near = target.h / max(self._natural_of(target), 0.01)
        h, w = self._fit(self.height * near, 0.5)
        first = self.frame.rng("relate", self.number).random() < 0.5
        side = 1 if (way % 2 == 0) == first else -1
        slot, slots = self._seat(i)
        spread = (slot - (slots - 1) / 2) * min(w * 1.02, target.w * 0.86 / slots if slots > 1 else 0)
        kinds = vary(self.subject.art, self.count)
        subject = replace(self.subject, art=kinds[i % len(kinds)])
        box = Box(subject, self.number, target.x, target.foot, h, w, i % 2 == 1, 0.0, target.pose)
        match self.subject.relation:
            case "on" | "in" | "holding":
                return self._borne(box, target, spread, side, slots)
            case "above":
                return self._keep(self._over(i, box, target, spread, way))
            case "behind":
                return self._keep(self._after(i, box, target, side, way))
            case "in front of":
                x = target.x - side * (0.2 * target.w + 0.02 * way)
                if self.count > 1:
                    x = target.x + (i - (self.count - 1) / 2) * min(w, self.frame.ax * 0.9 / self.count)
                foot = min(self.frame.ay * 0.97, target.foot + 0.055)
                return self._keep(replace(box, x=x, foot=foot, pose=self.pose))
            case "under":
                return self._keep(self._below(box, target, spread, side))
        if self.pose == "fly" and target.pose != "fly" and self.count > 1:
            return self._keep(self._circle(i, box, target))
        if self.count > 2:
            return self._keep(self._row(i, box, target))
        x = target.x + side * ((target.w + w) / 2 * 1.04 + 0.012 + (way // 2) * w * 0.9)
        foot = target.foot + (self.frame.rng("relate", self.number, i).random() - 0.4) * 0.03
        return self._keep(replace(box, x=x, foot=foot, pose="stand" if self.pose == "stand" else target.pose))

    def _borne(self, box: Box, target: Box, spread: float, side: int, slots: int) -> Box:
        """On, in or held by its target, which carries it."""
        subject, relation = self.subject, self.subject.relation
        seated = art.facts(subject.art).group == "person" and target.subject.art in FURNITURE
        held = is_held_in(self.scene, subject)
        grasp = 0.5 if relation == "in" or art.facts(subject.art).height >= 0.5 else 0.36
        high, wide = (1.1, 1.3) if held else (0.95 if seated else 0.62 if relation == "on" else grasp, 1.1)
        k = min(1.0, target.h * high / box.h, target.w * wide / (box.w * slots**0.6))
        box = replace(box, h=box.h * k, w=box.w * k, borne=True)
        if relation == "on" and subject.art in HEADWEAR:
            return self._on_head(box, target)
        if relation == "on":
            foot = target.top + target.h * _saddle(target)
            fit = min(1.0, max(0.3, (foot - 0.02) / box.h))
            return self._keep(replace(box, x=target.x + spread, foot=foot, h=box.h * fit, w=box.w * fit))
        if held:
            foot = target.top + target.h * VESSELS[target.subject.art]
            return self._keep(replace(box, x=target.x + spread, foot=foot))
        if relation == "in" and subject.art == "door":
            k, x = target.h * 0.36 / box.h, target.x - target.w * 0.13
            return replace(box, h=box.h * k, w=box.w * k, x=x, foot=target.foot - 0.005)
        if relation == "in":
            return self._keep(replace(box, x=target.x + spread, foot=target.foot - target.h * 0.14))
        if is_held_up(self.scene, subject):
            k = target.h * ALOFT[subject.art] / box.h
            x, foot = target.x + side * (target.w * 0.42 + box.w * k * 0.12), target.foot - target.h * 0.34
            fit = min(1.0, max(0.3, (foot - 0.02) / (box.h * k)))
            return self._keep(replace(box, x=x, foot=foot, h=box.h * k * fit, w=box.w * k * fit))
        return self._keep(
            replace(box, x=target.x + side * target.w * 0.42, foot=target.foot - target.h * 0.22)
        )

    def _over(self, i: int, box: Box, target: Box, spread: float, way: int) -> Box:
        """In the air over its target."""
        rng = self.frame.rng("relate", self.number, i)
        k = min(1.0, max(0.3, (target.top - 0.05) / box.h))
        x = target.x + spread * 1.6 + (rng.random() - 0.5) * 0.08 * (way + 1)
        foot = max(box.h * k + 0.015, target.top - 0.02 - 0.02 * way)
        tilt = (rng.random() - 0.5) * 10
        return replace(box, h=box.h * k, w=box.w * k, x=x, foot=foot, pose="fly", tilt=tilt)

    def _after(self, i: int, box: Box, target: Box, side: int, way: int) -> Box:
        """Half hidden by its target."""
        lift, reach = 0.035 + 0.02 * i, 0.3 * target.w + 0.22 * box.w + 0.03 * way
        if target.subject.art == "fence":  # seen between and above the pickets
            lift, reach = target.h * 0.3 + 0.02 * i, 0.1 * target.w + 0.05 * way
        x = target.x + side * reach
        return replace(box, x=x, foot=target.foot - lift, h=box.h * 0.96, w=box.w * 0.96, pose=self.pose)

    def _below(self, box: Box, target: Box, spread: float, side: int) -> Box:
        """On the ground under what flies or hangs, or in the shelter of what stands."""
        if target.pose in ("fly", "hang"):
            far, close = self.stage.stand
            foot = target.foot + box.h * 1.1
            if self.pose == "stand":
                foot = max(target.foot + box.h * 1.05, far + (close - far) * 0.6)
            return replace(box, x=target.x + spread, foot=min(foot, self.frame.ay * 0.97), pose=self.pose)
        k = min(1.0, target.h * 0.42 / box.h)
        x = target.x + side * target.w * 0.17 + spread
        return replace(box, h=box.h * k, w=box.w * k, x=x, foot=target.foot + 0.028, pose=self.pose)

    def _on_head(self, box: Box, target: Box) -> Box:
        """A hat where the wearer's head is, as wide as it."""
        x, y, wide = sprites.find_head(target.subject.art)
        x = 1 - x if target.turned else x
        w = wide * target.w * HEADWEAR[box.subject.art]
        h = w * box.h / box.w
        foot = target.top + target.h * y + h * 0.34
        return replace(box, x=target.x + (x - 0.5) * target.w, foot=foot, h=h, w=w, turned=target.turned)

    def _row(self, i: int, box: Box, target: Box) -> Box:
        """One of several beside a thing: in a row across the picture, a step nearer where they pass before it."""
        jitter = self.frame.rng("row", self.number, i).random()
        k = min(1.0, self.frame.ax * 0.96 / self.count / box.w)
        x = self.frame.ax * (0.02 + 0.96 * (i + 0.5) / self.count)
        before = abs(x - target.x) < (target.w + box.w * k) * 0.45
        foot = target.foot + (0.075 if before else 0.01) + 0.025 * jitter
        pose = "stand" if self.pose == "stand" else target.pose
        foot = min(foot, self.frame.ay * 0.97)
        return replace(box, x=x, foot=foot, h=box.h * k, w=box.w * k, pose=pose, turned=jitter < 0.4)

    def _circle(self, i: int, box: Box, target: Box) -> Box:
        """Flyers about a thing that stands, each on its own side of it."""
        rng = self.frame.rng("circle", self.number, i)
        k = min(1.0, target.h * 0.42 / box.h)
        angle = 2 * pi * (i + 0.2 + 0.3 * rng.random()) / self.count
        x = target.x + cos(angle) * (target.w * 0.5 + box.w * k * 0.8)
        middle = target.top + target.h * 0.36 - sin(angle) * (target.h * 0.32 + box.h * k * 0.3)
        foot = max(box.h * k + 0.02, middle + box.h * k / 2)
        return replace(box, x=x, foot=foot, h=box.h * k, w=box.w * k, pose="fly", turned=x < target.x)

    def _hung_between(self, left: Box, right: Box) -> Box:
        """One thing from one to the other of two, as wide as the gap."""
        h, w = self._fit(self.height, 0.9)
        gap = max(right.x - left.x, w * 0.4)
        k = gap * 1.02 / w
        foot = (left.foot + right.foot) / 2 - 0.01
        return Box(self.subject, self.number, (left.x + right.x) / 2, foot, h * k, w * k, pose=self.pose)

    def _seat(self, i: int) -> tuple[int, int]:
        """Which of how many seats copy `i` takes among all that are on (or in, or under) the same thing."""
        mine = (self.subject.relation, self.subject.target)
        kin = [(n, s.count) for n, s in enumerate(self.scene.subjects) if (s.relation, s.target) == mine]
        before = sum(count for n, count in kin if n < self.number)
        return before + i, sum(count for _, count in kin)

    def _natural_of(self, target: Box) -> float:
        """What height the target's subject has before perspective: the scale of things at its distance."""
        return measure_heights(self.scene, self.stage, self.frame)[target.number]

    def _keep(self, box: Box) -> Box:
        """Inside the picture's sides."""
        return replace(box, x=min(self.frame.ax - box.w * 0.48, max(box.w * 0.48, box.x)))
