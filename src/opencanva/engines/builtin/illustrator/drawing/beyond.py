"""Places without ground under the feet: space, the deep sea, above the clouds, and the plain studio."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..scene import Scene
from .board import Board
from .colours import paint
from .frame import Array, Frame, lay, mix, noise, ramp, rgb, sample, smooth, tile
from .heavens import open_sky
from .light import Light
from .sky import paint_sky
from .stage import Stage

DEEP = "04030c 070617 0a0a22"


def paint_space(frame: Frame, scene: Scene, light: Light) -> Stage:
    """Nebulae in two colours, stars, and a lit planet at one corner."""
    deep = replace(
        light, sky=tuple(rgb(c) for c in DEEP.split()), stars=1.0, clouds=0.0, shown=False, dark=0.2, glow=0.0
    )
    image = paint_sky(frame, deep, frame.ay * 4, ())
    cloud, other = noise(frame, "nebula", 1.7, 6, 0.55), noise(frame, "nebula-2", 2.3, 6, 0.55)
    hues = [paint(c) for c in scene.colours[:2]] or [rgb("5a2ad0"), rgb("e0489a")]
    tint = mix(hues[0], hues[-1] if len(hues) > 1 else rgb("e0489a"), smooth(0.4, 0.62, other)[..., None])
    tint = mix(tint, np.broadcast_to(rgb("3fa0e8"), tint.shape), smooth(0.58, 0.72, 1 - other)[..., None])
    image += tint * (smooth(0.46, 0.8, cloud)[..., None] * (0.35 + 0.9 * other[..., None]))
    rng = frame.rng("planet")
    side = 0.12 if rng.random() < 0.5 else 0.88
    paint_globe(
        frame,
        image,
        frame.ax * side,
        frame.ay * (0.86 if rng.random() < 0.6 else 0.12),
        0.3 + 0.1 * rng.random(),
        ("4f7fb8", "b8794f", "7a5fb0", "5fa08a")[int(rng.integers(0, 4))],
    )
    return Stage(
        image, frame.ay * 4, (frame.ay * 0.7, frame.ay * 0.9), (frame.ay * 0.08, frame.ay * 0.92), under=True
    )


def paint_globe(frame: Frame, image: Array, x: float, y: float, r: float, hue: str) -> None:
    """A ball lit from the left above, with bands and a thin bright air, in place."""
    dx, dy = (
        (frame.xs - np.float32(x))[None, :] / np.float32(r),
        (frame.ys - np.float32(y))[:, None] / np.float32(r),
    )
    far = np.hypot(dx, dy)
    up = np.sqrt(np.clip(1 - far * far, 0, 1))
    lit = np.clip(-0.55 * dx - 0.5 * dy + 0.66 * up, 0, 1)
    bands = noise(frame, "bands", 5, 5, stretch=3)
    colour = mix(
        rgb(hue) * 0.6, mix(rgb(hue), np.ones(3, np.float32), 0.45), smooth(0.35, 0.65, bands)[..., None]
    ) * (0.04 + 1.05 * lit[..., None])
    edge = np.clip((1 - far) * np.float32(r * frame.unit) + 0.5, 0, 1)
    lay(image, colour.astype(np.float32), edge)
    air = np.exp(-np.abs(far - 1) / np.float32(0.035)) * np.clip(-0.6 * dx - 0.5 * dy + 0.3, 0, 1)
    image += air[..., None].astype(np.float32) * mix(rgb(hue), np.ones(3, np.float32), 0.5) * np.float32(0.7)


def paint_underwater(frame: Frame, scene: Scene, light: Light) -> Stage:
    """Blue depth with rays from above, a rippled bed, corals, weeds and bubbles."""
    rise = frame.ys / np.float32(frame.ay)
    stops = [rgb(c) for c in "7fe6e4 2db2d0 1379b0 0a4a80 062c55".split()]
    column = ramp(list(zip((0, 0.2, 0.48, 0.76, 1), stops, strict=True)), rise)
    image = np.repeat(column[:, None, :], frame.w, 1) * np.float32(1 - 0.5 * light.dark)
    angle = (frame.xs[None, :] - np.float32(frame.ax * 0.55)) / (frame.ys[:, None] + np.float32(0.35))
    rays = noise(frame, "rays", 6, 3, rows=(0, 1))[0]
    span = np.clip((angle / np.float32(frame.ax * 2.4) + 0.5) * frame.w, 0, frame.w - 1).astype(np.int32)
    image += (
        (smooth(0.5, 0.78, rays[span]) * np.exp(-rise * 2.4)[:, None])[..., None]
        * rgb("c8fff4")
        * np.float32(0.38)
    )
    for n, (base, colour, tall) in enumerate(((0.86, "135a86", 0.2), (0.93, "1d4a66", 0.12))):
        bed = noise(frame, f"bed{n}", 2.2 + n, 4, rows=(0, 1))[0]
        line = np.float32(frame.ay * base) - (bed - 0.5) * np.float32(tall)
        if n == 0:
            _corals(frame, image, line, 0.42, "far")
        top = frame.row(float(line.min()))
        grain = noise(frame, f"bed-sand{n}", 26, 4, stretch=2.2, rows=(top, frame.h))
        sand = mix(rgb(colour), mix(rgb(colour), rgb("8fc0a8"), 0.55), smooth(0.2, 0.8, grain)[..., None])
        lay(image, sand, smooth(-0.004, 0.006, frame.ys[top:, None] - line[None, :]), top)
    _corals(frame, image, line, 0.0, "near")
    board = Board(frame)
    rng = frame.rng("bubbles")
    for _ in range(46):
        x, y, r = rng.random() * frame.ax, rng.random() * frame.ay * 0.9, 0.002 + 0.009 * rng.random() ** 2
        board.oval(x, y, r, r, rgb("c8f4ff"), 0.28)
        board.oval(x - r * 0.3, y - r * 0.3, r * 0.35, r * 0.35, rgb("ffffff"), 0.8)
    board.put(image)
    return Stage(
        image,
        frame.ay * 0.1,
        (frame.ay * 0.88, frame.ay * 0.95),
        (frame.ay * 0.08, frame.ay * 0.84),
        under=True,
    )


def _corals(frame: Frame, image: Array, line: Array, haze: float, stage: str) -> None:
    """Branching corals, sponges and swaying weed along the bed, in place."""
    board = Board(frame)
    rng = frame.rng("corals", stage)
    water = rgb("1379b0")
    for i in range(round(13 * frame.ax)):
        x = (i + rng.random()) / round(13 * frame.ax) * frame.ax
        if stage == "near" and 0.3 < x / frame.ax < 0.7:
            continue
        foot = float(line[min(frame.w - 1, int(x * frame.unit))]) + 0.02
        hue = mix(
            rgb("e8607a f2994a c879d8 f2c14e 4fc0a0 e07ab0".split()[int(rng.integers(0, 6))]) * 0.86,
            water,
            haze + 0.12,
        )
        kind, tall = rng.random(), 0.06 + 0.09 * rng.random()
        if kind < 0.4:
            for b in range(6):
                lean = (b - 2.5) * 0.012
                path = [
                    (x + lean * t + 0.01 * np.sin(5 * t + b), foot - tall * (0.6 + 0.16 * (b % 3)) * t)
                    for t in np.linspace(0, 1, 7)
                ]
                board.line(path, hue * (0.8 + 0.06 * b), 0.011)
                board.oval(*path[-1], 0.0075, 0.0075, np.minimum(hue * (0.9 + 0.06 * b), 1))
        elif kind < 0.62:
            for b in range(5):
                r = 0.022 * (1 - 0.1 * b)
                board.oval(
                    x + (b - 2) * 0.02, foot - 0.012 - 0.006 * (b % 2), r, r * 0.9, hue * (0.75 + 0.08 * b)
                )
        else:
            green = mix(rgb("2f9a6a"), water, haze + 0.1)
            for b in range(6):
                path = [
                    (
                        x + (b - 2.5) * 0.008 + 0.014 * np.sin(4.4 * t + b * 1.3),
                        foot - tall * (1.3 + 0.12 * b) * t,
                    )
                    for t in np.linspace(0, 1, 12)
                ]
                board.line(path, green * (0.7 + 0.09 * b), 0.0055)
    board.put(image)


def paint_heights(frame: Frame, scene: Scene, light: Light) -> Stage:
    """Above a sea of clouds: billows to the horizon, open sky over them."""
    horizon = frame.ay * 0.6
    image = open_sky(frame, scene, light, horizon)
    texture = tile(frame.rng("billows"), 4, 6, 256)
    sx, sy, _ = light.direction
    for n in range(6):
        t = n / 5
        base = horizon + (frame.ay - horizon) * (t**1.35) * 0.92 + 0.01
        scale = 0.1 + 0.32 * t
        bump = sample(
            texture,
            (frame.xs / np.float32(scale * 8) + n * 0.37)[None, :],
            np.full((1, frame.w), 0.13 * n, np.float32),
        )[0]
        line = np.float32(base) - (bump - 0.42) * np.float32(scale * 0.52)
        top = frame.row(float(line.min()) - 0.01)
        y = frame.ys[top:, None]
        down = y - line[None, :]
        u, v = (
            (frame.xs / np.float32(scale * 3.2) + n * 0.3)[None, :],
            (y / np.float32(scale * 2.4)) + np.float32(n * 0.21),
        )
        u, v = np.broadcast_arrays(u, v)
        puff = sample(texture, u, v)
        lit = np.clip(
            0.72
            - down / np.float32(scale * 0.75)
            + (puff - sample(texture, u + np.float32(0.03 * sx), v - np.float32(0.03 * sy))) * 5,
            0,
            1,
        )
        colour = mix(light.cloud_dark, light.cloud_lit, lit[..., None])
        colour = mix(colour, np.broadcast_to(light.haze, colour.shape), 0.55 * (1 - t))
        lay(
            image,
            colour.astype(np.float32),
            smooth(-0.002, 0.012 + 0.05 * t, down + (puff - 0.5) * np.float32(0.08 * scale)),
            top,
        )
    return Stage(image, horizon, (frame.ay * 0.8, frame.ay * 0.92), (frame.ay * 0.08, frame.ay * 0.72))


def paint_studio(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A plain coloured ground that rises softly into a wall."""
    if scene.colours:
        base = paint(scene.colours[0])
    else:
        base = rgb(
            "f3c4a6 b9dccd c6d0f0 f5dc9c f0bccd d3caeb a9d3dd e9d6c2".split()[
                int(frame.rng("studio").integers(0, 8))
            ]
        )
    if light.dark > 0.5:
        base = base * np.float32(0.45)
    dx = np.square((frame.xs / np.float32(frame.ax) - 0.5) * 1.5)[None, :]
    dy = np.square((frame.ys / np.float32(frame.ay) - 0.44) * 1.5)[:, None]
    spot = np.exp(-(dx + dy) * 1.2)[..., None]
    image = mix(
        base * np.float32(0.78), np.minimum(base * np.float32(1.1) + np.float32(0.03), 1), spot
    ).astype(np.float32)
    floor = smooth(0.7, 0.84, frame.ys / np.float32(frame.ay))[:, None, None]
    image *= 1 - np.float32(0.1) * floor
    return Stage(
        image, frame.ay * 0.76, (frame.ay * 0.8, frame.ay * 0.9), (frame.ay * 0.1, frame.ay * 0.9), flat=True
    )
