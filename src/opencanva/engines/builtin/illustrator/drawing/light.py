"""The light of a picture: what the hour, the weather and the mood do to sky, sun, shade and haze."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from ..scene import Scene
from .frame import Array, Frame, luminance, mix, rgb


@dataclass(frozen=True, eq=False)
class Light:
    """Colours are (3,) of 0..1. `sun` is where it stands: x as a share of the width, y as a share of the
    sky's height

    above the horizon (1 is the upper edge). `moon` draws a moon there instead.
    """

    sky: tuple[Array, ...]
    key: Array
    ambient: Array
    haze: Array
    disc: Array
    sun: tuple[float, float] = (0.7, 0.6)
    glow: float = 0.5
    stars: float = 0.0
    moon: bool = False
    shown: bool = True
    clouds: float = 0.42
    cloud_lit: Array = field(default_factory=lambda: rgb("#ffffff"))
    cloud_dark: Array = field(default_factory=lambda: rgb("#b9c7da"))
    mist: float = 0.25
    disc_size: float = 1.0
    dark: float = 0.0
    """0 by day, 1 in the deep of night: windows and lamps are lit by it."""

    @property
    def direction(self) -> tuple[float, float, float]:
        """Towards the sun: x to the right, y up, z into the picture."""
        x, y = (self.sun[0] - 0.5) * 2.4, 0.35 + self.sun[1] * 0.6
        length = float(np.sqrt(x * x + y * y + 0.3**2))
        return x / length, y / length, 0.3 / length

    @property
    def level(self) -> float:
        """How bright the ground is, 0..1."""
        return float(luminance(self.key * 0.6 + self.ambient * 0.5))


def _light(sky: str, key: str, ambient: str, haze: str, disc: str, **more: Any) -> Light:
    colours = {k: rgb(v) if isinstance(v, str) else v for k, v in more.items()}
    made: Any = colours
    return Light(tuple(rgb(c) for c in sky.split()), rgb(key), rgb(ambient), rgb(haze), rgb(disc), **made)


TIMES: dict[str, Light] = {
    "day": _light(
        "2a74c9 4f9be0 8cc6ef cfe9f6", "fff1d6", "8fa9cf", "c9e0f0", "fffbe8", sun=(0.74, 0.72), glow=0.35
    ),
    "morning": _light(
        "4d8fd0 86bde6 c4dfee fbe9cf",
        "ffe6bd",
        "9aaccb",
        "e6e4de",
        "fff6d8",
        sun=(0.24, 0.42),
        glow=0.55,
        clouds=0.4,
        cloud_lit="fff6e6",
        cloud_dark="b8bfd4",
        mist=0.4,
    ),
    "noon": _light(
        "1f69c4 3f8fde 78bdf0 c2e6f7", "fffaf0", "93acd0", "c5e0f2", "ffffff", sun=(0.62, 0.9), glow=0.3
    ),
    "dawn": _light(
        "485a9c 8f86bb d9a3b4 ffcb9e",
        "ffc59a",
        "7c7ba8",
        "efc3b0",
        "ffe3b8",
        sun=(0.3, 0.12),
        glow=0.8,
        clouds=0.46,
        cloud_lit="ffc2a8",
        cloud_dark="8a7aa6",
        mist=0.5,
        dark=0.15,
    ),
    "golden hour": _light(
        "4a7fb5 97b3c0 efcd90 ffd98a",
        "ffc978",
        "8a8a9a",
        "f6d49a",
        "fff0bf",
        sun=(0.68, 0.22),
        glow=0.9,
        clouds=0.42,
        cloud_lit="ffe3ae",
        cloud_dark="b09a98",
        mist=0.45,
    ),
    "sunset": _light(
        "2b2a66 6d3a84 cf5272 f98a55 ffc069",
        "ffa45e",
        "6a5580",
        "f08f68",
        "ffe2a0",
        sun=(0.66, 0.1),
        glow=1.0,
        clouds=0.5,
        cloud_lit="ff9a6b",
        cloud_dark="5b3a70",
        mist=0.4,
        dark=0.25,
    ),
    "dusk": _light(
        "18214f 39407f 7b639c c98a97",
        "b79ac2",
        "4a5184",
        "8a7aa2",
        "ffd9c0",
        sun=(0.3, 0.04),
        glow=0.5,
        stars=0.25,
        clouds=0.44,
        cloud_lit="c294a8",
        cloud_dark="3b3a6b",
        mist=0.45,
        shown=False,
        dark=0.7,
    ),
    "night": _light(
        "050a20 0b1738 152a58 2a4a78",
        "93aee0",
        "25366a",
        "2b4670",
        "f4f0da",
        sun=(0.28, 0.74),
        glow=0.4,
        stars=1.0,
        moon=True,
        clouds=0.38,
        cloud_lit="4a6296",
        cloud_dark="141f45",
        mist=0.3,
        dark=1.0,
    ),
}
TIMES["aurora"] = replace(TIMES["night"], clouds=0.0, moon=False, shown=False)
TIMES["blue hour"] = replace(
    TIMES["dusk"],
    sky=tuple(rgb(c) for c in "101c4c 23397c 4565a8 93a7cc".split()),
    key=rgb("8fa4d8"),
    haze=rgb("6a82b4"),
    cloud_lit=rgb("8a9fd0"),
    cloud_dark=rgb("2a3a70"),
)


@dataclass(frozen=True, eq=False)
class Veil:
    """What a weather lays over the hour's light: a grey `sky`, `amount` of it, and how much it dims and
    hazes.
    """

    sky: tuple[Array, ...]
    amount: float
    clouds: float
    dim: float
    mist: float
    lit: Array
    dark: Array


def _veil(sky: str, amount: float, clouds: float, dim: float, mist: float, lit: str, dark: str) -> Veil:
    return Veil(tuple(rgb(c) for c in sky.split()), amount, clouds, dim, mist, rgb(lit), rgb(dark))


VEILS: dict[str, Veil] = {
    "cloudy": _veil("6f95bd 9db9d0 c4d4de dde6e8", 0.35, 0.62, 0.9, 0.3, "f6f8fb", "8f9db2"),
    "overcast": _veil("8795a5 a3b0bc bcc6cd d2d8da", 0.85, 0.72, 0.72, 0.5, "d8dee2", "8b98a6"),
    "rain": _veil("56677a 74879a 95a6b2 b4c0c6", 0.86, 0.74, 0.6, 0.62, "aab7c2", "5b6b7d"),
    "storm": _veil("182233 2c3b4f 56707c b9c4b0", 0.9, 0.7, 0.56, 0.42, "9fb0b4", "141d2b"),
    "snow": _veil("8d9db4 aebbcc cad4df e3e8ee", 0.7, 0.6, 0.82, 0.6, "eef2f6", "9aa8bb"),
    "fog": _veil("b6c0c6 c4ccd0 d2d8da dfe3e2", 0.8, 0.3, 0.8, 1.0, "e6eaea", "b4bec6"),
    "wind": _veil("5d93cc 84b4dd b3d3e8 dcebf0", 0.3, 0.55, 0.95, 0.25, "ffffff", "9fb2c8"),
}
NEON = _light(
    "0b0620 240a45 5a1470 c22a8c",
    "ff6ad5",
    "3a2a7a",
    "6a1f86",
    "ff9ae8",
    sun=(0.62, 0.3),
    glow=0.9,
    stars=0.3,
    clouds=0.5,
    cloud_lit="b03aa8",
    cloud_dark="1c0c3c",
    mist=0.5,
    dark=1.0,
)


def choose_light(scene: Scene, frame: Frame) -> Light:
    """The light of a scene; the seed leans the sun to either side."""
    light = (
        NEON
        if scene.light == "neon" and scene.place in ("city", "street")
        else TIMES.get(scene.time, TIMES["day"])
    )
    if frame.rng("sun").random() < 0.5:
        light = replace(light, sun=(1 - light.sun[0], light.sun[1]))
    veil = VEILS.get(scene.weather)
    if veil is not None:
        light = _cover(light, veil)
    if scene.weather == "aurora":
        light = replace(light, stars=max(light.stars, 0.8), clouds=0.0)
    if scene.weather == "clear" and light.clouds > 0:
        light = replace(light, clouds=light.clouds * 0.94)
    if "clouds" in scene.avoid or "cloud" in scene.avoid:
        light = replace(light, clouds=0.0)
    return _tune(light, scene)


def _cover(light: Light, veil: Veil) -> Light:
    bright = float(np.clip(luminance(np.stack(light.sky)).mean() / 0.62, 0.16, 1))
    tint = light.haze / max(float(luminance(light.haze)), 0.05)
    at = np.linspace(0, 1, 5)

    def grey(colours: tuple[Array, ...], x: float) -> Array:
        table = np.stack(colours)
        where = np.linspace(0, 1, len(table))
        return np.array([np.interp(x, where, table[:, i]) for i in range(3)], np.float32)

    sky = []
    for x in at:
        cover = grey(veil.sky, x) * bright
        cover = mix(cover, cover * tint, 0.12 + 0.38 * float(x))
        sky.append(np.clip(mix(grey(light.sky, x), cover, veil.amount), 0, 1).astype(np.float32))
    dim = veil.dim

    def dull(colour: Array, to: float) -> Array:
        out: Array = np.clip(
            mix(colour, np.full(3, luminance(colour), np.float32), veil.amount * 0.6) * to, 0, 1
        )
        return out

    return replace(
        light,
        sky=tuple(sky),
        key=dull(light.key, dim),
        ambient=dull(light.ambient, min(1.0, dim * 1.15)),
        haze=mix(sky[-1], sky[-2], 0.35),
        clouds=veil.clouds,
        mist=max(light.mist, veil.mist),
        cloud_lit=mix(light.cloud_lit, veil.lit * bright, veil.amount),
        cloud_dark=mix(light.cloud_dark, veil.dark * bright, veil.amount),
        stars=light.stars * (1 - veil.amount),
        shown=light.shown and veil.amount < 0.6,
        glow=light.glow * (1 - 0.75 * veil.amount),
        dark=max(light.dark, 0.45 if dim < 0.6 else 0.0),
    )


def _tune(light: Light, scene: Scene) -> Light:
    """The details and light words that change the sky and the sun."""
    found = [d for d in scene.details if d not in scene.avoid]
    if "clouds" in found:
        light = replace(light, clouds=max(light.clouds, 0.62))
    if "stars" in found and light.dark > 0.1:
        light = replace(light, stars=1.6 if light.dark > 0.3 else 0.8)
    if "sun" in found and not light.moon and light.dark < 0.6:
        light = replace(light, shown=True, glow=max(light.glow, 0.6), disc_size=1.5)
    if "stars" in scene.avoid:
        light = replace(light, stars=0.0)
    if ("moon" in found or scene.light == "moonlight") and light.dark > 0.3:
        light = replace(
            light, moon=True, shown=True, disc_size=1.55, sun=(light.sun[0], max(light.sun[1], 0.62))
        )
    if ("moon" in scene.avoid and light.moon) or ("sun" in scene.avoid and not light.moon):
        light = replace(light, shown=False, moon=False)
    if scene.light == "soft":
        light = replace(
            light, key=mix(light.key, light.ambient, 0.3), ambient=mix(light.ambient, light.key, 0.35)
        )
    elif scene.light == "hard":
        light = replace(
            light, key=np.minimum(light.key * np.float32(1.12), 1.2), ambient=light.ambient * np.float32(0.72)
        )
    elif scene.light == "back":
        light = replace(light, sun=(0.5, min(light.sun[1], 0.3)), glow=max(light.glow, 0.9))
    return light
