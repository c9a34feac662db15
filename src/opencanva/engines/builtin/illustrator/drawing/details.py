"""Things strewn over a place: on the ground (paths, rocks, reeds) and in the air (petals, fireflies,
smoke).
"""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..scene import Scene
from .board import Board
from .flora import plant_row, sow_flowers
from .frame import Array, Frame, lay, mix, noise, rgb, smooth, soften
from .light import Light
from .stage import Stage


def paint_ground_details(frame: Frame, scene: Scene, light: Light, stage: Stage) -> None:
    """What lies and grows on the ground, before the subjects come, in place."""
    if stage.flat or stage.under:
        return
    image, land = (
        stage.image,
        scene.place
        in (
            "meadow",
            "hills",
            "mountains",
            "farm",
            "savanna",
            "forest",
            "garden",
            "village",
            "desert",
            "snow",
            "jungle",
            "volcano",
            "moon",
        ),
    )
    found = [d for d in scene.details if d not in scene.avoid]
    if "path" in found and land:
        _path(frame, image, light, stage.horizon, scene)
    if "trees" in found and land and scene.place not in ("forest", "jungle"):
        plant_row(
            frame,
            image,
            light,
            ("round", "pine"),
            stage.horizon + 0.06,
            0.2,
            round(14 * frame.ax),
            "details",
            haze=0.3,
            gap=(frame.ax * 0.38, frame.ax * 0.62),
        )
    if "fence" in found and scene.place != "garden" and land:
        board, wood = Board(frame), rgb("9a7448") * (light.ambient * 0.5 + light.key * 0.5)
        foot, high = stage.horizon + 0.13 * frame.ay, 0.065
        for x in np.arange(-0.02, frame.ax + 0.1, 0.11):
            board.box(x, foot - high, x + 0.011, foot + 0.006, wood * 0.85)
        for y in (0.3, 0.72):
            board.box(0, foot - high * y - 0.005, frame.ax, foot - high * y + 0.004, wood)
        board.put(image)
    if (
        "flowers" in found
        and scene.place in ("forest", "village", "lake", "savanna", "river")
        and scene.weather != "snow"
    ):
        sow_flowers(frame, image, light, stage.stand[0], count=420)
    if "ripples" in found and stage.water:
        _ripples(frame, image, light, stage.water)
    if "rocks" in found:
        _rocks(frame, image, light, stage)
    if "reeds" in found:
        _reeds(frame, image, light, stage)


def _ripples(frame: Frame, image: Array, light: Light, water: tuple[float, float]) -> None:
    """Rings on the water, flat in perspective."""
    board, rng = Board(frame), frame.rng("ripples")
    pale = mix(light.haze, np.ones(3, np.float32), 0.35)
    for _ in range(5):
        t = 0.2 + 0.6 * rng.random()
        x, y = frame.ax * rng.random(), water[0] + (water[1] - water[0]) * t
        for n in range(4):
            rx = (0.03 + 0.035 * n) * (0.4 + t)
            ring = [(x + cos(a) * rx, y + sin(a) * rx * 0.22) for a in np.linspace(0, 2 * pi, 50)]
            board.line(ring, pale, 0.0022 * (0.5 + t), 0.6 - 0.13 * n)
    board.put(image)


def _path(frame: Frame, image: Array, light: Light, horizon: float, scene: Scene) -> None:
    first = frame.row(horizon + 0.03)
    t = ((frame.ys[first:] - np.float32(horizon + 0.03)) / np.float32(frame.ay - horizon - 0.03))[:, None]
    swing = np.sin((1 - t) ** 1.6 * 6.5 + frame.rng("path").random() * 3) * (1 - t) * np.float32(0.14)
    middle, half = np.float32(frame.ax * 0.5) + swing, np.float32(0.006) + t**1.3 * np.float32(0.16)
    rag = (
        (noise(frame, "path-rag", 18, 3, stretch=2, rows=(first, frame.h)) - 0.5)
        * np.float32(0.05)
        * (0.1 + t)
    )
    mask = smooth(-0.004, 0.008, half - np.abs(frame.xs[None, :] - middle) + rag)
    grain = noise(frame, "path-grain", 34, 4, stretch=2, rows=(first, frame.h))[..., None]
    earth = rgb("e8edf4") if scene.weather == "snow" or scene.place == "snow" else rgb("b08d62")
    lay(
        image,
        (earth * (light.ambient * 0.5 + light.key * 0.5) * (0.8 + 0.4 * grain)).astype(np.float32),
        mask * np.float32(0.94),
        first,
    )


def _rocks(frame: Frame, image: Array, light: Light, stage: Stage) -> None:
    board, rng = Board(frame), frame.rng("rocks")
    tone = light.ambient * 0.5 + light.key * 0.5
    feet = np.sort(stage.stand[0] + (frame.ay * 0.98 - stage.stand[0]) * rng.random(13))
    for foot in feet:
        x = frame.ax * (rng.random() * 0.32 if rng.random() < 0.5 else 1 - rng.random() * 0.32)
        size = (0.02 + 0.05 * rng.random()) * (
            0.5 + (foot - stage.stand[0]) / max(frame.ay - stage.stand[0], 0.01)
        )
        base = mix(rgb("6f6b70"), rgb("a39a90"), float(rng.random())) * tone
        angle = np.sort(rng.random(8)) * pi
        rim = [
            (
                x + cos(a) * size * (0.85 + 0.3 * rng.random()),
                foot - sin(a) * size * 0.75 * (0.8 + 0.3 * rng.random()),
            )
            for a in angle
        ]
        board.oval(x, foot, size * 1.15, size * 0.16, light.ambient * 0.2, 0.45)
        board.poly([(x + size, foot), *rim, (x - size, foot)], base * 0.72)
        top = (x - size * 0.1 * np.sign(light.direction[0]), foot - size * 0.42)
        lit = [p for p in rim if (p[0] - x) * light.direction[0] > -size * 0.35]
        if len(lit) > 1:
            board.poly([top, *lit], base * 1.08)
    board.put(image)


def _reeds(frame: Frame, image: Array, light: Light, stage: Stage) -> None:
    board, rng = Board(frame), frame.rng("reeds")
    tone = light.ambient * 0.5 + light.key * 0.5
    foot = stage.water[1] if stage.water and stage.water[1] < frame.ay else frame.ay * 0.97
    for _ in range(70):
        x = frame.ax * (rng.random() * 0.3 if rng.random() < 0.5 else 1 - rng.random() * 0.26)
        tall, lean = 0.08 + 0.12 * rng.random(), (rng.random() - 0.5) * 0.05
        green = mix(rgb("4f6a34"), rgb("9aa85a"), float(rng.random())) * tone
        path = [(x + lean * t * t, foot + 0.02 - tall * t) for t in np.linspace(0, 1, 7)]
        board.line(path, green, 0.0032)
        if rng.random() < 0.45:
            board.line(path[-3:], rgb("6b4328") * tone, 0.0085)
    board.put(image)


def paint_air(frame: Frame, scene: Scene, light: Light, stage: Stage) -> None:
    """What drifts through the air in front of everything, in place."""
    for name in scene.details:
        if name in scene.avoid:
            continue
        if name in ("leaves", "petals", "confetti"):
            _drift(frame, stage.image, light, name)
        elif name in ("fireflies", "sparkles"):
            _lights(frame, stage.image, name)
        elif name == "bubbles":
            _bubbles(frame, stage.image)
        elif name == "smoke":
            _smoke(frame, stage, light)


def _drift(frame: Frame, image: Array, light: Light, kind: str) -> None:
    board, rng = Board(frame), frame.rng("drift", kind)
    hues = {
        "leaves": "d9702a e0a032 b8452a c98a2f",
        "petals": "ffc2d8 ff9fc0 ffdbe8 f7b0cc",
        "confetti": "f2545b f7c948 4fb0f2 6bd07a b06bf0 ff9ad0",
    }[kind].split()
    tone = np.minimum(light.ambient * 0.5 + light.key * 0.62, 1.05)
    for _ in range(110 if kind == "confetti" else 70):
        x, y, near = rng.random() * frame.ax, rng.random() * frame.ay, rng.random() ** 1.6
        size, a, thin = 0.005 + 0.016 * near, rng.random() * 2 * pi, 0.25 + 0.5 * rng.random()
        hue = rgb(hues[int(rng.integers(0, len(hues)))]) * tone
        ux, uy, vx, vy = cos(a) * size, sin(a) * size, -sin(a) * size * thin, cos(a) * size * thin
        if kind == "confetti":
            board.poly(
                [
                    (x - ux - vx, y - uy - vy),
                    (x + ux - vx, y + uy - vy),
                    (x + ux + vx, y + uy + vy),
                    (x - ux + vx, y - uy + vy),
                ],
                hue,
            )
            continue
        blade = [
            (x + ux * c + vx * s, y + uy * c + vy * s) for c, s in ((-1, 0), (-0.4, 0.9), (0.3, 0.85), (1, 0))
        ]
        under = [
            (x + ux * c - vx * s, y + uy * c - vy * s) for c, s in ((1, 0), (0.3, 0.85), (-0.4, 0.9), (-1, 0))
        ]
        board.poly(blade, hue)
        board.poly(under, hue * 0.82)
    board.put(image)


def _lights(frame: Frame, image: Array, kind: str) -> None:
    rng = frame.rng("lights", kind)
    hue = rgb("ffe27a") if kind == "fireflies" else rgb("fff4d0")
    board = Board(frame)
    for _ in range(60):
        x, y = (
            rng.random() * frame.ax,
            frame.ay * ((0.4 + 0.58 * rng.random()) if kind == "fireflies" else rng.random()),
        )
        r = 0.0018 + 0.0035 * rng.random() ** 2
        if kind == "sparkles":
            r *= 2.2
            for a, b in ((1, 0.12), (0.12, 1)):
                board.poly([(x - r * a, y), (x, y - r * b), (x + r * a, y), (x, y + r * b)], hue)
                board.poly([(x - r * b, y), (x, y - r * a), (x + r * b, y), (x, y + r * a)], hue)
        else:
            board.oval(x, y, r, r, hue)
    mask = board.put(image)
    glow = soften(mask, frame.unit * 0.008) * 1.2 + soften(mask, frame.unit * 0.025) * 1.6
    image += glow[..., None] * hue * np.float32(0.55)


def _bubbles(frame: Frame, image: Array) -> None:
    board, rng = Board(frame), frame.rng("soap")
    for _ in range(26):
        x, y, r = rng.random() * frame.ax, rng.random() * frame.ay, 0.01 + 0.04 * rng.random() ** 2
        board.oval(x, y, r, r, rgb("e8f6ff"), 0.16)
        for k in range(26):
            a = k / 26 * 2 * pi
            board.oval(
                x + cos(a) * r,
                y + sin(a) * r,
                r * 0.055 + 0.0006,
                r * 0.055 + 0.0006,
                mix(rgb("ffc8f0"), rgb("b8f4ff"), 0.5 + 0.5 * sin(a * 2)),
                0.75,
            )
        board.oval(x - r * 0.36, y - r * 0.4, r * 0.2, r * 0.13, rgb("ffffff"), 0.85)
    board.put(image)


def _smoke(frame: Frame, stage: Stage, light: Light) -> None:
    drift = noise(frame, "smoke", 3, 5, 0.55)
    lean = (
        frame.xs[None, :]
        - np.float32(frame.ax * 0.55)
        - (np.float32(stage.horizon) - frame.ys[:, None]) * np.float32(0.3)
    )
    rise = np.clip((np.float32(stage.horizon) - frame.ys) / np.float32(stage.horizon), 0, 1)[:, None]
    mask = (
        np.exp(-np.square(lean / (0.03 + 0.16 * rise)))
        * smooth(0.4, 0.65, drift)
        * (1 - rise) ** 0.6
        * (rise > 0)
    )
    lay(stage.image, mix(light.haze, light.ambient, 0.4), (mask * 0.6).astype(np.float32))
