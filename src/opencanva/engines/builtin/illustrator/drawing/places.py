"""Places: for each word a painter that lays sky, land and water and says where things can stand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..scene import Scene
from .beyond import paint_heights, paint_space, paint_studio, paint_underwater
from .flora import plant_row, sow_flowers, sow_grass, stamp_tree
from .frame import Array, Frame, lay, mix, noise, rgb, smooth
from .heavens import open_sky
from .indoors import paint_hall, paint_kitchen, paint_room
from .light import Light
from .stage import Painter, Stage
from .terrain import Ground, Land, add_texture, paint_land
from .town import paint_city, paint_street, paint_village
from .water import paint_swell, paint_water
from .woods import paint_cave, paint_forest, paint_garden, paint_jungle

LANDS: dict[str, tuple[float, Land]] = {
    "meadow": (0.56, Land("557f3a", "8fab52", hills=0.045, far=60)),
    "hills": (0.55, Land("4f7a3c", "8aa64e", hills=0.1, far=60)),
    "mountains": (
        0.6,
        Land("4c6f3e", "7f9a50", "716e7a", "eef2f8", hills=0.05, peaks=0.34, far=80, ranges=0.25),
    ),
    "farm": (0.54, Land("8a8a3c", "cdb45a", hills=0.04, far=60)),
    "savanna": (0.58, Land("b08a45", "d4b264", hills=0.03, far=60)),
    "desert": (0.56, Land("cf9850", "e8bb78", hills=0.03, ripple=0.1, far=60)),
    "snow": (0.57, Land("d3deec", "eef3f9", "8a90a0", "f4f7fc", hills=0.05, peaks=0.16, far=70, ranges=0.5)),
    "moon": (0.6, Land("77767c", "a5a3a6", hills=0.06, far=50)),
    "volcano": (0.58, Land("2f2a2d", "4a403f", "383134", hills=0.05, peaks=0.26, far=70)),
}


def _land(frame: Frame, scene: Scene, light: Light) -> Stage:
    high, land = LANDS.get(scene.place, LANDS["meadow"])
    if scene.weather == "snow" and scene.place not in ("moon", "volcano", "desert"):
        land = replace(land, low="cfdaea", high="edf2f8", snow="f2f5fb")
    horizon = frame.ay * high
    image = open_sky(frame, scene, light, horizon)
    ground = paint_land(frame, image, light, horizon, land)
    add_texture(frame, image, ground)
    _furnish(frame, scene, light, image, horizon, land, ground)
    return Stage(
        image,
        horizon,
        (horizon + 0.14 * frame.ay, frame.ay * 0.95),
        (frame.ay * 0.06, horizon * 0.95),
        grass=land.low
        if scene.place in ("meadow", "hills", "mountains") and scene.weather != "snow"
        else None,
    )


def _furnish(
    frame: Frame, scene: Scene, light: Light, image: Array, horizon: float, land: Land, ground: Ground
) -> None:
    """What grows on open land: far woods, grass, flowers, rows of corn, a lone acacia."""
    winter, place = scene.weather == "snow", scene.place
    rng = frame.rng("furnish")
    if place in ("meadow", "hills", "farm", "mountains", "snow"):
        kinds: tuple[str, ...] = (
            ("snowy",)
            if winter or place == "snow"
            else ("pine",)
            if place == "mountains"
            else ("round", "round", "pine")
        )
        kinds = ("autumn", "round") if scene.mood == "warm" and not winter else kinds
        for n, (down, tall, count) in enumerate(((0.03, 0.055, 26), (0.07, 0.1, 9))):
            side = rng.random()
            plant_row(
                frame,
                image,
                light,
                kinds,
                horizon + down * frame.ay,
                tall,
                round(count * frame.ax),
                f"open{n}",
                haze=0.5 - 0.28 * n,
                gap=(frame.ax * (0.25 + 0.2 * side), frame.ax * (0.6 + 0.3 * side)),
            )
    if place == "savanna":
        for x, y, tall, haze in (
            (0.16, 0.05, 0.22, 0.3),
            (0.82, 0.03, 0.15, 0.42),
            (0.66, 0.015, 0.09, 0.55),
        ):
            stamp_tree(
                frame,
                image,
                light,
                "acacia",
                frame.ax * (x + 0.06 * rng.random()),
                horizon + y,
                tall * 1.3,
                haze=haze,
                variant=int(x * 9),
            )
    if place in ("meadow", "hills", "mountains", "farm", "savanna") and not winter:
        sow_grass(frame, image, light, horizon + 0.1 * frame.ay, land.low, land.high, count=3000)
    if (place == "meadow" or "flowers" in scene.details) and not winter and "flowers" not in scene.avoid:
        sow_flowers(
            frame, image, light, horizon + 0.12 * frame.ay, count=640 if "flowers" in scene.details else 240
        )


def _sea(frame: Frame, scene: Scene, light: Light) -> Stage:
    horizon = frame.ay * 0.56
    image = open_sky(frame, scene, light, horizon)
    rough = {"storm": 1.0, "rain": 0.65, "wind": 0.6, "fog": 0.15}.get(scene.weather, 0.3)
    if rough > 0.5:
        paint_swell(frame, image, light, horizon, rough, "174a5c")
    else:
        paint_water(frame, image, light, horizon, rough=rough, deep="0f5a86")
    return Stage(
        image,
        horizon,
        (horizon + 0.16 * frame.ay, frame.ay * 0.86),
        (frame.ay * 0.06, horizon * 0.92),
        water=(horizon, frame.ay),
        islet=True,
    )


def _beach(frame: Frame, scene: Scene, light: Light) -> Stage:
    horizon = frame.ay * 0.5
    image = open_sky(frame, scene, light, horizon)
    rough = {"storm": 0.8, "rain": 0.5, "wind": 0.5}.get(scene.weather, 0.22)
    paint_water(frame, image, light, horizon, rough=rough, deep="1487a8")
    bend = noise(frame, "shore", 1.4, 3, rows=(0, 1))[0] - 0.5
    shore = np.float32(frame.ay * 0.68) + bend * np.float32(0.16)
    top = frame.row(float(shore.min()) - 0.06)
    y = frame.ys[top:, None]
    down = y - shore[None, :]
    grain = noise(frame, "sand", 30, 4, stretch=2.4, rows=(top, frame.h))
    sand = mix(rgb("d9b67c"), rgb("f3dcae"), smooth(0.25, 0.75, grain)[..., None])
    wet = 1 - smooth(0.0, 0.05, down)
    sand = sand * (1 - 0.34 * wet[..., None]) * (light.ambient * 0.55 + light.key * 0.72)
    lay(image, sand, smooth(-0.004, 0.012, down), top)
    lace = noise(frame, "shore-foam", 22, 4, stretch=2.0, rows=(top, frame.h))
    foam = np.exp(-np.square((down + 0.008) / 0.009)) * smooth(0.25, 0.5, lace)
    foam += np.exp(-np.square((down + 0.035) / 0.012)) * smooth(0.45, 0.65, lace) * 0.7
    lay(image, np.ones(3, np.float32) * np.float32(0.35 + 0.65 * light.level), np.clip(foam, 0, 0.9), top)
    return Stage(
        image,
        horizon,
        (frame.ay * 0.76, frame.ay * 0.96),
        (frame.ay * 0.06, horizon * 0.92),
        water=(horizon, float(shore.min())),
    )


def _lake(frame: Frame, scene: Scene, light: Light) -> Stage:
    horizon = frame.ay * 0.52
    image = open_sky(frame, scene, light, horizon)
    winter = scene.weather == "snow"
    far = Land(
        "3f6a3a" if not winter else "cfdae8",
        "5d8744" if not winter else "eef3f8",
        "72707c",
        "f4f6fb",
        hills=0.05,
        peaks=0.24,
        near=7,
        far=80,
        ranges=0.2,
    )
    paint_land(frame, image, light, horizon, far, "far")
    shore = horizon + 0.035
    rough = {"storm": 0.6, "rain": 0.4, "wind": 0.4}.get(scene.weather, 0.06)
    paint_water(frame, image, light, shore, rough=rough, deep="1b4f66", clear=0.95)
    front = Land(
        "4c7f35" if not winter else "dbe5f1", "78a546" if not winter else "f4f7fb", hills=0.02, far=5.0
    )
    bank = frame.ay * 0.84
    bend = noise(frame, "bank", 1.6, 3, rows=(0, 1))[0] - 0.5
    line = np.float32(bank) + bend * np.float32(0.12)
    top = frame.row(float(line.min()) - 0.01)
    y = frame.ys[top:, None]
    grain = noise(frame, "bank-grain", 24, 4, stretch=2, rows=(top, frame.h))
    soil = mix(rgb(front.low), rgb(front.high), smooth(0.3, 0.7, grain)[..., None])
    soil = soil * (light.ambient * 0.55 + light.key * 0.62) * (0.8 + 0.4 * grain[..., None])
    lay(image, soil, np.clip((y - line[None, :]) * np.float32(frame.unit) + 0.5, 0, 1), top)
    if not winter:
        sow_grass(frame, image, light, float(line.min()), front.low, front.high, count=1500, keep=line - 0.01)
        if "flowers" not in scene.avoid:
            sow_flowers(frame, image, light, float(line.min()), count=110, keep=line)
    return Stage(
        image,
        horizon,
        (float(line.max()) + 0.02, frame.ay * 0.97),
        (frame.ay * 0.06, horizon * 0.9),
        water=(shore, float(line.min())),
        grass=None if winter else front.low,
    )


def _river(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A river winding towards the viewer between meadows, hills behind."""
    horizon = frame.ay * 0.52
    winter = scene.weather == "snow"
    image = open_sky(frame, scene, light, horizon)
    land = Land(
        "cfdaea" if winter else "4f7a3a",
        "edf2f8" if winter else "86a650",
        "76737e",
        "f1f4fa",
        hills=0.05,
        peaks=0.15,
        far=70,
        ranges=0.45,
    )
    ground = paint_land(frame, image, light, horizon, land)
    add_texture(frame, image, ground)
    plant_row(
        frame,
        image,
        light,
        ("snowy",) if winter else ("round", "pine", "round"),
        horizon + 0.05,
        0.13,
        round(22 * frame.ax),
        "far",
        haze=0.4,
    )
    dry = image.copy()
    top = horizon + 0.055
    rough = {"storm": 0.5, "rain": 0.3, "wind": 0.3}.get(scene.weather, 0.1)
    paint_water(frame, image, light, top, rough=rough, deep="1d5a72", clear=0.9)
    first = frame.row(top)
    t = ((frame.ys[first:] - np.float32(top)) / np.float32(frame.ay - top))[:, None]
    bend = np.sin(t * 5.2 + frame.rng("river").random() * 6) * (1 - t) * np.float32(0.16)
    middle = np.float32(frame.ax * 0.5) + bend + (t - 0.3) * np.float32(0.1)
    half = np.float32(0.025) + t**1.25 * np.float32(0.3)
    rag = (noise(frame, "bank", 14, 3, stretch=2, rows=(first, frame.h)) - 0.5) * np.float32(0.06) * (0.2 + t)
    inside = half - np.abs(frame.xs[None, :] - middle) + rag
    bank = 1 - smooth(0.0, 0.012, inside)
    rim = np.exp(-np.square((inside - 0.004) / 0.012))
    lay(image, dry[first:], bank, first)
    lay(image, rgb("6b5a40") * (light.ambient * 0.5 + light.key * 0.5), (rim * 0.5).astype(np.float32), first)
    return Stage(
        image,
        horizon,
        (horizon + 0.14 * frame.ay, frame.ay * 0.95),
        (frame.ay * 0.06, horizon * 0.95),
        water=(top + 0.1, frame.ay),
        grass=None if winter else land.low,
    )


def _island(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A small palm island in a turquoise sea."""
    horizon = frame.ay * 0.52
    image = open_sky(frame, scene, light, horizon)
    rough = {"storm": 0.8, "rain": 0.5, "wind": 0.5}.get(scene.weather, 0.2)
    paint_water(frame, image, light, horizon, rough=rough, deep="12a0ae")
    cx, sea, half = frame.ax * 0.5, frame.ay * 0.74, min(0.42, frame.ax * 0.42)
    x = (frame.xs - np.float32(cx)) / np.float32(half)
    line = noise(frame, "isle", 8, 4, rows=(0, 1))[0] - 0.5
    hump = np.sqrt(np.clip(1 - x * x, 0, 1))
    top_line = np.float32(sea) - hump * np.float32(0.075) + line * np.float32(0.02)
    foot_line = np.float32(sea) + hump * np.float32(0.06) + line * np.float32(0.03)
    first, last = frame.row(sea - 0.12), frame.row(sea + 0.16)
    y = frame.ys[first:last, None]
    shallow = (
        np.exp(-np.clip(y - foot_line[None, :], 0, None) / np.float32(0.045))
        * np.exp(-((np.abs(x) / 1.12) ** 8))[None, :]
    )
    lay(
        image,
        rgb("7fe0d0") * (light.ambient * 0.5 + light.key * 0.5),
        (shallow * 0.6 * (y > sea - 0.02)).astype(np.float32),
        first,
    )
    grain = noise(frame, "isle-sand", 30, 4, stretch=2.4, rows=(first, last))
    sand = mix(rgb("d9b67c"), rgb("f6e2b4"), smooth(0.25, 0.75, grain)[..., None]) * (
        light.ambient * 0.55 + light.key * 0.62
    )
    body = (
        smooth(-0.002, 0.004, y - top_line[None, :])
        * smooth(-0.002, 0.006, foot_line[None, :] - y)
        * (np.abs(x) < 1)
    )
    lay(image, sand, body.astype(np.float32), first)
    foam = (
        np.exp(-np.square((y - foot_line[None, :]) / 0.006)) * smooth(0.3, 0.55, grain) * (np.abs(x) < 1.02)
    )
    lay(
        image,
        np.ones(3, np.float32) * np.float32(0.35 + 0.65 * light.level),
        (foam * 0.9).astype(np.float32),
        first,
    )
    for n, (t, tall) in enumerate(((-0.62, 0.3), (-0.45, 0.38), (0.66, 0.34))):
        stamp_tree(frame, image, light, "palm", cx + t * half, sea - 0.045, tall, variant=n)
    return Stage(
        image,
        horizon,
        (sea - 0.02, sea + 0.035),
        (frame.ay * 0.06, horizon * 0.9),
        water=(sea + 0.1, frame.ay),
    )


PLACES: dict[str, Painter] = {
    **dict.fromkeys(LANDS, _land),
    "sea": _sea,
    "beach": _beach,
    "lake": _lake,
    "river": _river,
    "island": _island,
    "forest": paint_forest,
    "jungle": paint_jungle,
    "garden": paint_garden,
    "cave": paint_cave,
    "city": paint_city,
    "street": paint_street,
    "village": paint_village,
    "room": paint_room,
    "kitchen": paint_kitchen,
    "hall": paint_hall,
    "space": paint_space,
    "underwater": paint_underwater,
    "sky": paint_heights,
    "studio": paint_studio,
}


def paint_place(frame: Frame, scene: Scene, light: Light) -> Stage:
    """The scene's place; a word without a painter is a meadow, and no word at all a studio."""
    return PLACES.get(scene.place or "studio", _land)(frame, scene, light)
