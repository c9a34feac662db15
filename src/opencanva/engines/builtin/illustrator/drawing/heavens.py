"""The sky with all that hangs in it (meteors, planets, fireworks, birds, a pale moon) and the place seen
beyond.
"""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..scene import Scene
from .board import Board
from .flora import plant_row
from .frame import Array, Frame, lay, mix, noise, rgb, smooth, soften
from .light import Light
from .sky import paint_sky
from .stage import extras
from .terrain import Land, paint_land


def open_sky(frame: Frame, scene: Scene, light: Light, horizon: float) -> Array:
    """The sky with what hangs in it and the place seen beyond: what every open place begins with."""
    found = extras(scene)
    image = paint_sky(frame, light, horizon, found)
    for name, paint in (
        ("meteors", _meteors),
        ("planets", _planets),
        ("fireworks", _fireworks),
        ("birds", _birds),
    ):
        if name in found:
            paint(frame, image, light, horizon)
    if "moon" in scene.details and "moon" not in scene.avoid and not light.moon:
        _pale_moon(frame, image, light, horizon)
    beyond = scene.backdrop or (
        "mountains" if "mountains" in scene.details and scene.place != "mountains" else ""
    )
    if beyond == "city":
        from .town import paint_skyline

        paint_skyline(
            frame,
            image,
            light,
            horizon + 0.01,
            0.2 * frame.ay,
            "beyond",
            haze=0.6,
            neon=scene.light == "neon",
            count=30,
        )
    elif beyond in ("forest", "jungle", "garden"):
        plant_row(
            frame,
            image,
            light,
            ("pine", "round"),
            horizon + 0.012,
            0.13,
            round(34 * frame.ax),
            "beyond",
            haze=0.55,
        )
    elif beyond in ("village", "street"):
        from .town import paint_house

        board, rng = Board(frame), frame.rng("beyond")
        for i in range(round(16 * frame.ax)):
            paint_house(
                board, light, rng, (i + rng.random()) / 16, horizon + 0.012, 0.045 + 0.02 * rng.random(), 0.5
            )
        board.put(image)
    elif beyond in ("mountains", "hills", "volcano", "snow", "island", "desert"):
        peaks = {"hills": 0.1, "island": 0.08, "desert": 0.06}.get(beyond, 0.3)
        paint_land(
            frame,
            image,
            light,
            horizon,
            Land(
                "5d7350",
                "7d9160",
                "716e7a",
                "eef2f8" if peaks > 0.2 else None,
                hills=0.02,
                peaks=peaks,
                near=9,
                far=80,
                ranges=0.2,
            ),
            "beyond",
        )
    return image


def _pale_moon(frame: Frame, image: Array, light: Light, horizon: float) -> None:
    """The moon by day or at dusk: a thin pale disc across from the sun."""
    x, y, r = (1 - light.sun[0]) * frame.ax, horizon * 0.3, 0.055
    far = np.hypot(frame.xs[None, :] - np.float32(x), frame.ys[:, None] - np.float32(y))
    spots = noise(frame, "moon", 18, 3)
    edge = np.clip((np.float32(r) - far) * np.float32(frame.unit) + 0.5, 0, 1) * (
        0.62 + 0.3 * smooth(0.35, 0.6, spots)
    )
    lay(image, mix(light.sky[0], np.ones(3, np.float32), 0.85), (edge * 0.85).astype(np.float32))


def _meteors(frame: Frame, image: Array, light: Light, horizon: float) -> None:
    board, rng = Board(frame), frame.rng("meteors")
    for _ in range(5):
        x, y, long = rng.random() * frame.ax, rng.random() * horizon * 0.55, 0.08 + 0.12 * rng.random()
        for n in range(24):
            t = n / 24
            board.line(
                [(x + long * t, y + long * 0.45 * t), (x + long * (t + 0.05), y + long * 0.45 * (t + 0.05))],
                rgb("f4f6ff"),
                0.0006 + 0.0022 * t,
                t**1.5,
            )
        board.oval(x + long, y + long * 0.45, 0.0028, 0.0028, rgb("ffffff"))
    board.put(image)


def _planets(frame: Frame, image: Array, light: Light, horizon: float) -> None:
    from .beyond import paint_globe

    rng = frame.rng("planets")
    for n, hue in enumerate(("c98a6a", "7a86c8")):
        paint_globe(
            frame,
            image,
            frame.ax * (0.25 + 0.5 * n + 0.1 * rng.random()),
            horizon * (0.25 + 0.25 * rng.random()),
            0.1 - 0.05 * n,
            hue,
        )


def _fireworks(frame: Frame, image: Array, light: Light, horizon: float) -> None:
    board, rng = Board(frame), frame.rng("fireworks")
    for n in range(6):
        cx, cy, r = (
            frame.ax * (0.12 + 0.76 * rng.random()),
            horizon * (0.15 + 0.5 * rng.random()),
            0.07 + 0.09 * rng.random(),
        )
        hue = rgb(("ff5a6a", "ffd24a", "5ad8ff", "a06bff", "6bff9a", "ff8ad0")[n])
        for k in range(44):
            a, far = k / 44 * 2 * pi, r * (0.75 + 0.3 * rng.random())
            for t in np.linspace(0.3, 1, 9):
                x, y = cx + cos(a) * far * t, cy + sin(a) * far * t + 0.03 * t * t
                board.oval(
                    x,
                    y,
                    0.0014 + 0.0012 * t,
                    0.0014 + 0.0012 * t,
                    mix(np.ones(3, np.float32), hue, float(t)),
                    0.25 + 0.7 * t,
                )
    mask = board.put(image)
    image += soften(mask, frame.unit * 0.02)[..., None] * rgb("ffd8e8") * np.float32(0.35)


def _birds(frame: Frame, image: Array, light: Light, horizon: float) -> None:
    board, rng = Board(frame), frame.rng("birds")
    cx, cy = frame.ax * (0.2 + 0.6 * rng.random()), horizon * (0.25 + 0.25 * rng.random())
    ink = mix(light.ambient * 0.25, light.haze, 0.15)
    for _ in range(9):
        x, y, s = (
            cx + (rng.random() - 0.5) * 0.34,
            cy + (rng.random() - 0.5) * 0.16,
            0.008 + 0.012 * rng.random(),
        )
        lift = 0.3 + 0.5 * rng.random()
        for side in (-1, 1):
            wing = [
                (x + side * s * t, y - s * lift * sin(pi * t**0.8) * 0.9 + s * 0.18 * t)
                for t in np.linspace(0, 1, 9)
            ]
            under = [(px, py + s * 0.22 * (1 - i / 8)) for i, (px, py) in enumerate(wing)]
            board.poly(wing + under[::-1], ink)
    board.put(image)
