"""Places: for each word a painter that lays sky, land and water and says where things can stand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..scene import Scene
from .frame import Frame, lay, mix, noise, rgb, smooth
from .light import Light
from .sky import paint_sky
from .stage import Painter, Stage
from .terrain import Land, add_texture, paint_land
from .water import paint_water

LANDS: dict[str, tuple[float, Land]] = {
    "meadow": (0.56, Land("5b9a36", "8cbf4a", hills=0.045, far=60)),
    "hills": (0.55, Land("4f8f3a", "86b54a", hills=0.11, far=60)),
    "mountains": (0.6, Land("4e7f3c", "7aa34c", "77747f", "f4f6fb", hills=0.05, peaks=0.3, far=80, ranges=0.3)),
    "desert": (0.56, Land("d9a45c", "ecc27e", hills=0.03, ripple=0.1, far=60)),
    "snow": (0.57, Land("dfe8f4", "f7fafd", hills=0.05, far=60)),
    "moon": (0.6, Land("8d8c90", "b4b2b3", hills=0.06, far=50)),
    "volcano": (0.58, Land("3a3436", "544a48", "3d3536", hills=0.05, peaks=0.26, far=70)),
}


def extras(scene: Scene) -> tuple[str, ...]:
    """What the weather hangs into the sky."""
    return {"storm": ("lightning",), "rainbow": ("rainbow",), "aurora": ("aurora",)}.get(scene.weather, ())


def _land(frame: Frame, scene: Scene, light: Light) -> Stage:
    high, land = LANDS.get(scene.place, LANDS["meadow"])
    if scene.weather == "snow" and scene.place not in ("moon", "volcano", "desert"):
        land = replace(land, low="d6e0ee", high="f4f7fb", snow="f7f9fd")
    horizon = frame.ay * high
    image = paint_sky(frame, light, horizon, extras(scene))
    ground = paint_land(frame, image, light, horizon, land)
    add_texture(frame, image, ground)
    return Stage(image, horizon, (horizon + 0.1 * frame.ay, frame.ay * 0.96), (frame.ay * 0.06, horizon * 0.95),
                 grass=land.low if scene.place in ("meadow", "hills", "mountains") else None)


def _sea(frame: Frame, scene: Scene, light: Light) -> Stage:
    horizon = frame.ay * 0.56
    image = paint_sky(frame, light, horizon, extras(scene))
    rough = {"storm": 1.0, "rain": 0.65, "wind": 0.6, "fog": 0.15}.get(scene.weather, 0.3)
    deep = "1c4a58" if rough > 0.6 else "0f5a86"
    paint_water(frame, image, light, horizon, rough=rough, deep=deep)
    return Stage(image, horizon, (horizon + 0.16 * frame.ay, frame.ay * 0.86), (frame.ay * 0.06, horizon * 0.92),
                 water=(horizon, frame.ay), islet=True)


def _beach(frame: Frame, scene: Scene, light: Light) -> Stage:
    horizon = frame.ay * 0.5
    image = paint_sky(frame, light, horizon, extras(scene))
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
    return Stage(image, horizon, (frame.ay * 0.76, frame.ay * 0.96), (frame.ay * 0.06, horizon * 0.92),
                 water=(horizon, float(shore.min())))


def _lake(frame: Frame, scene: Scene, light: Light) -> Stage:
    horizon = frame.ay * 0.52
    image = paint_sky(frame, light, horizon, extras(scene))
    winter = scene.weather == "snow"
    far = Land("3f6a3a" if not winter else "cfdae8", "5d8744" if not winter else "eef3f8", "72707c", "f4f6fb", hills=0.05,
               peaks=0.24, near=7, far=80, ranges=0.2)
    paint_land(frame, image, light, horizon, far, "far")
    shore = horizon + 0.035
    rough = {"storm": 0.6, "rain": 0.4, "wind": 0.4}.get(scene.weather, 0.06)
    paint_water(frame, image, light, shore, rough=rough, deep="1b4f66", clear=0.95)
    front = Land("4c7f35" if not winter else "dbe5f1", "78a546" if not winter else "f4f7fb", hills=0.02, far=5.0)
    bank = frame.ay * 0.84
    bend = noise(frame, "bank", 1.6, 3, rows=(0, 1))[0] - 0.5
    line = np.float32(bank) + bend * np.float32(0.12)
    top = frame.row(float(line.min()) - 0.01)
    y = frame.ys[top:, None]
    grain = noise(frame, "bank-grain", 24, 4, stretch=2, rows=(top, frame.h))
    soil = mix(rgb(front.low), rgb(front.high), smooth(0.3, 0.7, grain)[..., None])
    soil = soil * (light.ambient * 0.55 + light.key * 0.62) * (0.8 + 0.4 * grain[..., None])
    lay(image, soil, np.clip((y - line[None, :]) * np.float32(frame.unit) + 0.5, 0, 1), top)
    return Stage(image, horizon, (float(line.max()) + 0.02, frame.ay * 0.97), (frame.ay * 0.06, horizon * 0.9),
                 water=(shore, float(line.min())), grass=None if winter else front.low)


def _space(frame: Frame, scene: Scene, light: Light) -> Stage:
    deep = replace(light, sky=tuple(rgb(c) for c in "04030c 070617 0a0a22".split()), stars=1.0, clouds=0.0, shown=False,
                   key=rgb("fff1e0"), ambient=rgb("7a80b4"), haze=rgb("141030"), dark=0.2, glow=0.0, sun=(0.25, 0.7))
    image = paint_sky(frame, deep, frame.ay * 4, ())
    cloud = noise(frame, "nebula", 1.7, 6, 0.55)
    other = noise(frame, "nebula-2", 2.3, 6, 0.55)
    glow = smooth(0.48, 0.8, cloud)[..., None]
    tint = mix(rgb("5a2ad0"), rgb("e0489a"), smooth(0.4, 0.62, other)[..., None])
    tint = mix(tint, np.broadcast_to(rgb("3fa0e8"), tint.shape), smooth(0.58, 0.72, 1 - other)[..., None])
    image += tint * glow * (0.35 + 0.9 * other[..., None])
    return Stage(image, frame.ay * 4, (frame.ay * 0.7, frame.ay * 0.9), (frame.ay * 0.08, frame.ay * 0.92), under=True)


def _underwater(frame: Frame, scene: Scene, light: Light) -> Stage:
    rise = frame.ys / np.float32(frame.ay)
    stops = [rgb(c) for c in "6fe0e6 22a7cc 0f6fa8 083f76 052548".split()]
    from .frame import ramp

    column = ramp(list(zip((0, 0.2, 0.48, 0.76, 1), stops, strict=True)), rise)
    image = np.repeat(column[:, None, :], frame.w, 1)
    image *= np.float32(1 - 0.45 * light.dark)
    angle = (frame.xs[None, :] - np.float32(frame.ax * 0.55)) / (frame.ys[:, None] + np.float32(0.35))
    rays = noise(frame, "rays", 6, 3, rows=(0, 1))[0]
    span = np.clip((angle / np.float32(frame.ax * 2.4) + 0.5) * frame.w, 0, frame.w - 1).astype(np.int32)
    beam = smooth(0.5, 0.78, rays[span]) * np.exp(-rise * 2.4)[:, None]
    image += beam[..., None] * rgb("c8fff4") * np.float32(0.38)
    bed = noise(frame, "bed", 2.2, 4, rows=(0, 1))[0]
    line = np.float32(frame.ay * 0.9) - (bed - 0.5) * np.float32(0.16)
    top = frame.row(float(line.min()))
    grain = noise(frame, "bed-sand", 26, 4, stretch=2.2, rows=(top, frame.h))
    sand = mix(rgb("23628a"), rgb("7fb0a8"), smooth(0.2, 0.8, grain)[..., None]) * np.float32(0.9)
    lay(image, sand, smooth(-0.01, 0.03, frame.ys[top:, None] - line[None, :]) * 0.9, top)
    return Stage(image, frame.ay * 0.1, (frame.ay * 0.88, frame.ay * 0.96), (frame.ay * 0.08, frame.ay * 0.86), under=True)


def _studio(frame: Frame, scene: Scene, light: Light) -> Stage:
    from .colours import paint

    if scene.colours:
        base = paint(scene.colours[0])
    else:
        choice = frame.rng("studio").integers(0, 6)
        base = rgb(("f6c9b0", "bfe0d4", "cfd8f2", "f7dfa4", "f3c3d2", "d9d2ee")[int(choice)])
    dx = np.square((frame.xs / np.float32(frame.ax) - 0.5) * 1.5)[None, :]
    dy = np.square((frame.ys / np.float32(frame.ay) - 0.46) * 1.5)[:, None]
    spot = np.exp(-(dx + dy) * 1.3)[..., None]
    image = mix(base * np.float32(0.8), np.minimum(base * np.float32(1.08), 1), spot).astype(np.float32)
    floor = smooth(0.74, 0.9, frame.ys / np.float32(frame.ay))[:, None, None]
    image *= 1 - 0.07 * floor
    return Stage(image, frame.ay * 0.76, (frame.ay * 0.8, frame.ay * 0.9), (frame.ay * 0.1, frame.ay * 0.9), flat=True)


PLACES: dict[str, Painter] = {
    **dict.fromkeys(LANDS, _land), "sea": _sea, "beach": _beach, "lake": _lake, "space": _space,
    "underwater": _underwater, "studio": _studio,
}


def paint_place(frame: Frame, scene: Scene, light: Light) -> Stage:
    """The scene's place; a word without a painter is a meadow, and no word at all a studio."""
    return PLACES.get(scene.place or "studio", _land)(frame, scene, light)
