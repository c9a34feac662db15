"""Places under trees: forest, jungle, garden and cave, each with near, middle and far."""

from __future__ import annotations

import numpy as np

from ..scene import Scene
from .board import Board
from .finish import paint_rays
from .flora import plant_row, sow_flowers, sow_grass, stamp_tree
from .frame import Array, Frame, lay, mix, noise, rgb, smooth, soften
from .heavens import open_sky
from .light import Light
from .sky import paint_sky
from .stage import Stage
from .terrain import Land, add_texture, paint_land


def paint_forest(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A clearing between rows of trees, with mist behind and dark trunks at both edges."""
    horizon = frame.ay * 0.58
    snowy = scene.weather == "snow" or scene.mood == "cold"
    kinds = _trees_of(scene, snowy)
    image = open_sky(frame, scene, light, horizon)
    land = Land("c8d6e8" if snowy else "3c5e30", "eaf0f7" if snowy else "6f8f42", hills=0.035, far=45)
    if scene.mood == "warm":
        land = Land("7a5a2c", "b98a3c", hills=0.035, far=45)
    ground = paint_land(frame, image, light, horizon, land)
    add_texture(frame, image, ground, 0.14)
    thick = 0.55 + 0.45 * light.mist
    rows = ((0.0, 0.26, 34, 0.72), (0.035, 0.36, 22, 0.5), (0.08, 0.46, 15, 0.26), (0.14, 0.58, 10, 0.1))
    lift = mix(light.haze, light.key, 0.25)
    for n, (down, tall, count, haze) in enumerate(rows):
        gap = None if n < 2 else (frame.ax * (0.3 - 0.05 * (n - 2)), frame.ax * (0.7 + 0.05 * (n - 2)))
        plant_row(
            frame,
            image,
            light,
            kinds,
            horizon + down * frame.ay,
            tall * frame.ay,
            round(count * frame.ax),
            f"f{n}",
            haze=haze * thick,
            gap=gap,
        )
        band = np.exp(-np.square((frame.ys - np.float32(horizon + down * frame.ay)) / np.float32(0.07)))
        lay(
            image,
            lift,
            np.repeat(
                (band * np.float32((0.3, 0.22, 0.12, 0.05)[n] * (0.6 + light.mist)))[:, None], frame.w, 1
            ),
        )
    if light.shown and light.dark < 0.6 and scene.weather in ("clear", "wind"):
        paint_rays(frame, image, light, horizon, 0.5)
    if not snowy:
        sow_grass(frame, image, light, frame.ay * 0.7, land.low, land.high, count=2200, long=0.034)
    stage = Stage(
        image,
        horizon,
        (horizon + 0.16 * frame.ay, frame.ay * 0.95),
        (frame.ay * 0.06, horizon * 0.9),
        grass=None if snowy else land.low,
    )
    for side, x in ((0, -0.02), (1, frame.ax + 0.02)):
        stamp_tree(
            frame,
            image,
            light,
            kinds[side % len(kinds)],
            x,
            frame.ay * 1.0,
            frame.ay * 0.92,
            variant=side + 1,
            dim=0.62,
        )
    return stage


def _trees_of(scene: Scene, snowy: bool) -> tuple[str, ...]:
    if snowy:
        return ("snowy", "snowy", "pine")
    if scene.mood == "warm" or "leaves" in scene.details:
        return ("autumn", "round", "autumn")
    if "petals" in scene.details:
        return ("cherry", "cherry", "birch")
    if scene.mood in ("scary", "gloomy"):
        return ("bare", "pine", "bare")
    return ("pine", "pine", "round") if scene.mood != "fresh" else ("birch", "round", "birch")


def paint_jungle(frame: Frame, scene: Scene, light: Light) -> Stage:
    """Layers of broad leaves and palms closing in, light from above."""
    horizon = frame.ay * 0.5
    image = open_sky(frame, scene, light, horizon)
    lay(
        image,
        mix(light.haze, rgb("9fd49a") * (0.4 + 0.6 * light.level), 0.6),
        np.full((frame.h, frame.w), 0.45, np.float32),
    )
    land = Land("27502c", "5f8f3c", hills=0.04, far=30)
    ground = paint_land(frame, image, light, horizon + 0.1 * frame.ay, land)
    add_texture(frame, image, ground, 0.16)
    for n, (down, tall, count, haze) in enumerate(
        ((0.1, 0.5, 16, 0.62), (0.15, 0.56, 11, 0.4), (0.22, 0.62, 8, 0.16))
    ):
        gap = None if n == 0 else (frame.ax * 0.3, frame.ax * 0.7)
        plant_row(
            frame,
            image,
            light,
            ("jungle", "palm", "jungle"),
            horizon + down * frame.ay,
            tall * frame.ay,
            round(count * frame.ax),
            f"j{n}",
            haze=haze,
            gap=gap,
            spread=0.05,
        )
    paint_rays(frame, image, light, horizon, 0.34)
    sow_grass(frame, image, light, frame.ay * 0.74, "2f6a34", "7fb84a", count=1600, long=0.07)
    stage = Stage(
        image, horizon, (frame.ay * 0.76, frame.ay * 0.95), (frame.ay * 0.08, horizon), grass="2f6a34"
    )
    stage.over.append(lambda picture: _leaves(frame, picture, light))
    return stage


def _leaves(frame: Frame, image: Array, light: Light) -> None:
    """Big dark leaves reaching in from the corners."""
    board = Board(frame)
    rng = frame.rng("fronds")
    tone = light.ambient * 0.5 + light.key * 0.35
    for cx, cy, start, end in (
        (0, 0, 0.1, 1.4),
        (frame.ax, 0, 1.75, 3.0),
        (0, frame.ay, -1.3, -0.3),
        (frame.ax, frame.ay, -2.9, -1.9),
    ):
        for _ in range(5):
            angle = start + (end - start) * rng.random()
            long, wide = 0.16 + 0.16 * rng.random(), 0.035 + 0.02 * rng.random()
            dx, dy = np.cos(angle), np.sin(angle)
            green = mix(rgb("123d28"), rgb("2f7a3c"), float(rng.random())) * tone
            left = [
                (
                    cx + dx * long * t - dy * wide * np.sin(np.pi * t),
                    cy + dy * long * t + dx * wide * np.sin(np.pi * t),
                )
                for t in np.linspace(0, 1, 12)
            ]
            right = [
                (
                    cx + dx * long * t + dy * wide * np.sin(np.pi * t),
                    cy + dy * long * t - dx * wide * np.sin(np.pi * t),
                )
                for t in np.linspace(0, 1, 12)
            ]
            rib = [(cx + dx * long * t, cy + dy * long * t) for t in np.linspace(0, 1, 12)]
            board.poly(left + rib[::-1], green)
            board.poly(right + rib[::-1], green * 0.78)
    board.put(image)


def paint_garden(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A lawn between flower beds, with a fence, shrubs and trees behind."""
    horizon = frame.ay * 0.5
    image = open_sky(frame, scene, light, horizon)
    land = Land("4f8a3a", "8fbf52", hills=0.02, far=30)
    ground = paint_land(frame, image, light, horizon, land)
    add_texture(frame, image, ground)
    plant_row(
        frame,
        image,
        light,
        ("round", "cypress", "cherry", "round"),
        horizon + 0.045,
        frame.ay * 0.34,
        round(9 * frame.ax),
        "g0",
        haze=0.25,
    )
    if "fence" not in scene.avoid:
        board = Board(frame)
        white = rgb("f2efe6") * (light.ambient * 0.5 + light.key * 0.55)
        foot, high = frame.ay * 0.63, frame.ay * 0.085
        for y in (0.3, 0.68):
            board.box(0, foot - high * y - 0.006, frame.ax, foot - high * y + 0.006, white * 0.82)
        for x in np.arange(0.0, frame.ax + 0.03, 0.034):
            board.poly(
                [
                    (x, foot),
                    (x, foot - high * 0.86),
                    (x + 0.01, foot - high),
                    (x + 0.02, foot - high * 0.86),
                    (x + 0.02, foot),
                ],
                white,
            )
        board.put(image)
    plant_row(
        frame, image, light, ("round",), frame.ay * 0.665, 0.13 * frame.ay, round(13 * frame.ax), "shrubs"
    )
    sow_grass(frame, image, light, frame.ay * 0.65, land.low, land.high, count=2200)
    if "flowers" not in scene.avoid:
        sow_flowers(frame, image, light, frame.ay * 0.68, count=420)
    return Stage(
        image, horizon, (frame.ay * 0.74, frame.ay * 0.95), (frame.ay * 0.06, horizon * 0.95), grass=land.low
    )


def paint_cave(frame: Frame, scene: Scene, light: Light) -> Stage:
    """Inside a cave: rock all round, an opening of daylight or glowing crystals deep in."""
    horizon = frame.ay * 0.55
    cx, cy = frame.ax * (0.42 + 0.16 * frame.rng("cave").random()), frame.ay * 0.44
    image = paint_sky(frame, light, horizon, ())
    far = np.hypot(
        (frame.xs - np.float32(cx))[None, :] / np.float32(frame.ax),
        (frame.ys - np.float32(cy))[:, None] / np.float32(frame.ay * 0.95),
    )
    rag = noise(frame, "cave-rag", 3.4, 5, 0.55) - 0.5
    relief = noise(frame, "cave-rock", 9, 5, 0.55)
    step = max(1, frame.px(0.006))
    carve = np.clip(0.5 + (relief - np.roll(relief, (step, step), (0, 1))) * 5, 0, 1)
    glow = np.exp(-far * 3.1)
    stone = mix(rgb("1c1822"), rgb("6a5a5c"), np.clip(carve * 0.75 + relief * 0.2, 0, 1)[..., None])
    stone = stone * (0.22 + 1.25 * glow[..., None] * (light.key * 0.7 + light.ambient * 0.4))
    mouth = smooth(0.18, 0.2, far + rag * 0.16)
    mid = smooth(0.32, 0.345, far + np.roll(rag, frame.w // 3, 1) * 0.22)
    lay(image, (stone * np.float32(1.25)).astype(np.float32), mouth)
    lay(image, (stone * np.float32(0.62)).astype(np.float32), mid)
    first = frame.row(frame.ay * 0.72)
    y = frame.ys[first:, None]
    line = np.float32(frame.ay * 0.76) + rag[first // 2][None, :] * np.float32(0.12)
    floor = (
        mix(rgb("2a242c"), rgb("75665f"), relief[first:][..., None])
        * (0.3 + 1.3 * np.exp(-far[first:] * 2.4))[..., None]
        * (light.key * 0.6 + light.ambient * 0.4)
    )
    lay(image, floor.astype(np.float32), smooth(-0.005, 0.01, y - line), first)
    board = Board(frame)
    rng = frame.rng("crystals")
    for _ in range(13):
        x = frame.ax * (rng.random() * 0.26 if rng.random() < 0.5 else 1 - rng.random() * 0.26)
        y0 = frame.ay * (0.74 + 0.2 * rng.random())
        tall, lean, wide = 0.05 + 0.1 * rng.random(), (rng.random() - 0.5) * 0.05, 0.012 + 0.01 * rng.random()
        hue = mix(rgb("4fd8e8"), rgb("9a6bf0"), float(rng.random()))
        board.poly(
            [(x - wide, y0), (x - wide * 0.8 + lean * 0.7, y0 - tall * 0.75), (x + lean, y0 - tall), (x, y0)],
            hue,
        )
        board.poly(
            [(x, y0), (x + lean, y0 - tall), (x + wide * 0.8 + lean * 0.7, y0 - tall * 0.7), (x + wide, y0)],
            hue * 0.6,
        )
    shape = board.put(image, 0.92)
    image += soften(shape, frame.unit * 0.05)[..., None] * rgb("58b8e0") * np.float32(0.5)
    return Stage(
        image, horizon, (frame.ay * 0.82, frame.ay * 0.95), (frame.ay * 0.2, frame.ay * 0.6), inside=True
    )
