"""Layout: where each subject goes and how large, in units: thirds, depth, relations, and little overlap."""

from __future__ import annotations

from dataclasses import replace

from ..scene import Scene
from .boxes import Box, measure_heights
from .frame import Frame
from .relating import Relater, is_held_in, is_held_up
from .stage import Stage


def arrange(scene: Scene, stage: Stage, frame: Frame) -> list[Box]:
    """All boxes of a scene, farthest first. What others relate to is placed first and near the middle."""
    if not scene.subjects:
        return []
    scene = _turn_holders(scene)
    heights = measure_heights(scene, stage, frame)
    placed: dict[int, list[Box]] = {}
    order = sorted(range(len(scene.subjects)), key=lambda i: _depth_of(scene, i))
    for number in order:
        subject = scene.subjects[number]
        anchor = placed.get(subject.target, []) if subject.target is not None else []
        taken = [box for boxes in placed.values() for box in boxes]
        placer = Relater(subject, number, scene, stage, frame, heights[number])
        placed[number] = placer.relate(anchor, taken) if anchor else placer.spread(taken)
    boxes = _bring_forward([box for boxes in placed.values() for box in boxes], scene)
    if scene.framing == "icon":
        boxes = _fit_badge(boxes, frame)
    fronts = {
        n
        for n, s in enumerate(scene.subjects)
        if s.relation in ("holding", "on", "in", "in front of", "between") and s.target is not None
    }
    backs = {n for n, s in enumerate(scene.subjects) if s.relation == "behind" and s.target is not None}
    backs |= {n for n, s in enumerate(scene.subjects) if is_held_in(scene, s) or is_held_up(scene, s)}
    fronts -= backs
    return sorted(
        boxes,
        key=lambda b: (b.pose not in ("fly", "hang"), (b.number in fronts) - (b.number in backs), b.foot),
    )


def _fit_badge(boxes: list[Box], frame: Frame) -> list[Box]:
    """All of them together within the badge of an icon."""
    left, right = min(b.x - b.w / 2 for b in boxes), max(b.x + b.w / 2 for b in boxes)
    top, foot = min(b.top for b in boxes), max(b.foot for b in boxes)
    k = min(1.0, 0.72 * min(frame.ax, frame.ay) / max(right - left, foot - top))
    if len(boxes) == 1:
        return boxes
    dx, dy = (left + right) / 2, (top + foot) / 2
    return [
        replace(
            b, x=frame.ax / 2 + (b.x - dx) * k, foot=frame.ay / 2 + (b.foot - dy) * k, h=b.h * k, w=b.w * k
        )
        for b in boxes
    ]


def _bring_forward(boxes: list[Box], scene: Scene) -> list[Box]:
    """Small things that a large one would hide come to stand before it."""
    found = []
    for box in boxes:
        hiding = [
            b.foot
            for b in boxes
            if b.number != box.number and b.w * b.h > box.w * box.h * 1.7 and b.foot >= box.foot > b.top
            and box.overlap(b) > 0.3 and b.pose == "stand" and not b.borne
        ]  # fmt: skip
        free = scene.subjects[box.number].relation is None or scene.subjects[box.number].target is None
        if hiding and free and box.pose == "stand" and not box.borne:
            found.append(replace(box, foot=max(hiding) + 0.02))
        else:
            found.append(box)
    return found


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
