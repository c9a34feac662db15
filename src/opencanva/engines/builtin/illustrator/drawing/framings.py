"""Framings that are not a view: a repeating pattern, an icon's badge, a poster's border."""

from __future__ import annotations

import numpy as np

from ..scene import Scene
from . import sprites
from .board import Board
from .boxes import Box
from .colours import paint
from .frame import Array, Frame, lay, mix, rgb, soften
from .light import Light
from .stage import Stage

GROUNDS = "f3e3d0 d8e8e2 f6d9d5 dfe0f2 fbeec4 c9dfee 2f3b5c 29473f 4a2f45".split()


def paint_pattern(frame: Frame, scene: Scene, light: Light) -> tuple[Stage, list[Box]]:
    """A half-drop repeat of the subjects on a plain ground; left meets right and top meets bottom."""
    rng = frame.rng("pattern")
    ground = paint(scene.colours[0]) if scene.colours else rgb(GROUNDS[int(rng.integers(0, len(GROUNDS)))])
    image = np.empty((frame.h, frame.w, 3), np.float32)
    image[:] = ground
    columns = max(2, 2 * round(frame.ax / 0.5))
    rows = max(2, round(frame.ay / 0.27))
    dx, dy = frame.ax / columns, frame.ay / rows
    accent = [mix(ground, c, 0.55) for c in (rgb("ffffff"), rgb("e8806a"), rgb("4f8f8c"), rgb("e8b84a"))]
    board = Board(frame)
    boxes: list[Box] = []
    subjects = scene.subjects
    for c in range(columns):
        for r in range(rows):
            x, y = (c + 0.5) * dx, (r + 0.5 + 0.5 * (c % 2)) * dy
            tilt, turned = (rng.random() - 0.5) * 36, bool(rng.random() < 0.5)
            pick = (c * 2 + r) % len(subjects) if subjects else 0
            hue, kind = accent[int(rng.integers(0, 4))], int(rng.integers(0, 3))
            for ox in (-frame.ax, 0.0, frame.ax):
                for oy in (-frame.ay, 0.0, frame.ay):
                    px, py = x + ox, y + oy
                    if -dx < px < frame.ax + dx and -dy < py < frame.ay + dy:
                        _accent(board, px, py + dy * 0.5, 0.014, hue, kind)
                        if not subjects:
                            _accent(board, px, py, 0.06, accent[(kind + 1) % 4], 2 - kind)
                            continue
                        subject = subjects[pick]
                        high = min(dy * 0.66, dx * 0.74 / max(sprites.shape(subject.art), 0.2))
                        boxes.append(
                            Box(subject, pick, px, py + high / 2, high, high, turned, tilt, "fly", True)
                        )
    board.put(image)
    stage = Stage(image, frame.ay, (0.0, frame.ay), (0.0, frame.ay), flat=True)
    return stage, boxes


def _accent(board: Board, x: float, y: float, size: float, hue: Array, kind: int) -> None:
    if kind == 0:
        board.oval(x, y, size, size, hue)
    elif kind == 1:
        board.box(x - size, y - size * 0.28, x + size, y + size * 0.28, hue, round_=size * 0.25)
        board.box(x - size * 0.28, y - size, x + size * 0.28, y + size, hue, round_=size * 0.25)
    else:
        board.poly(
            [(x, y - size * 1.15), (x + size * 1.15, y), (x, y + size * 1.15), (x - size * 1.15, y)], hue
        )


def paint_badge(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A rounded square with a soft gradient, on a pale ground: what an icon sits on."""
    from .beyond import paint_studio

    stage = paint_studio(frame, scene, light)
    ground = np.broadcast_to(rgb("f4f3f0"), stage.image.shape).copy()
    half = min(frame.ax, frame.ay) * 0.43
    board = Board(frame)
    cx, cy = frame.ax / 2, frame.ay / 2
    board.box(cx - half, cy - half, cx + half, cy + half, np.ones(3, np.float32), round_=half * 0.44)
    mask = board.put(np.zeros_like(ground))
    shade = soften(mask, frame.unit * 0.03)
    step = frame.px(0.018)
    ground *= 1 - 0.22 * np.roll(shade, step, 0)[..., None]
    top = np.clip((cy + half - frame.ys) / (2 * half), 0, 1)[:, None].astype(np.float32)
    lay(stage.image, np.ones(3, np.float32), np.repeat(top * np.float32(0.22), frame.w, 1))
    lay(ground, stage.image, mask)
    stage.image[:] = ground
    return stage


def add_border(frame: Frame, image: Array) -> None:
    """A poster's pale margin with a thin inner line, in place."""
    side = np.minimum(
        np.minimum(frame.xs, np.float32(frame.ax) - frame.xs)[None, :],
        np.minimum(frame.ys, np.float32(frame.ay) - frame.ys)[:, None],
    )
    lay(image, rgb("f6f1e6"), np.clip((np.float32(0.045) - side) * frame.unit + 0.5, 0, 1).astype(np.float32))
    line = np.clip((np.float32(0.0016) - np.abs(side - np.float32(0.058))) * frame.unit + 0.5, 0, 1)
    lay(image, rgb("f6f1e6"), line.astype(np.float32))
