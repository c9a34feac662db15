"""Water: the picture above mirrored, broken by waves that grow towards the viewer, with crests, foam and sun's path."""

from __future__ import annotations

import numpy as np

from .frame import Array, Frame, lay, mix, noise, rgb, smooth, soften
from .light import Light
from .sky import place_of_sun


def paint_water(
    frame: Frame, image: Array, light: Light, top: float, *, bottom: float | None = None, rough: float = 0.3,
    deep: str = "0f4a6e", clear: float = 0.75,
) -> None:
    """Turn the rows from `top` to `bottom` (units) into water, in place.

    `rough` is 0 for a mirror-like pond and 1 for a stormy sea; `clear` is how much it mirrors.
    """
    first, last = frame.row(top), frame.row(bottom if bottom is not None else frame.ay)
    high = last - first
    if high < 2 or first < 2:
        return
    y = (np.arange(high, dtype=np.float32) / np.float32(frame.unit))[:, None]
    near = np.clip(y / np.float32(max(frame.ay - top, 0.1)), 0, 1)
    size = 3.0 + 9.0 * (1 - rough)
    wave = _waves(frame, first, last, top, size)
    shift = (wave - 0.5) * near**0.7 * np.float32(0.02 + 0.16 * rough)
    source = np.clip(np.float32(first) - 1 - (y + shift * 1.2) * np.float32(frame.unit), 0, first - 1)
    column = np.arange(frame.w, dtype=np.float32)[None, :] + shift * np.float32(frame.unit * 0.5)
    column = np.clip(column, 0, frame.w - 1).astype(np.int32)
    mirror = soften(image[:first], max(1.0, frame.unit * (0.003 + 0.012 * rough)))
    seen = mirror.reshape(-1, 3)[(source.astype(np.int32) * frame.w + column).ravel()].reshape(high, frame.w, 3)
    body = rgb(deep) * (light.ambient * 0.7 + light.key * 0.5)
    gleam = np.clip(clear * (1 - 0.62 * near) - 0.3 * rough * near, 0.08, 1)
    water = mix(np.broadcast_to(body, seen.shape), seen, gleam[..., None])
    slope = np.clip((wave - 0.5) * 2, -1, 1)
    water *= (1 + slope * (0.10 + 0.34 * rough) * (0.3 + 0.7 * near))[..., None]
    crest = smooth(0.64 - 0.05 * rough, 0.74, wave) * (0.10 + 0.3 * rough) * smooth(0.02, 0.35, near)
    lay(water, mix(light.haze, light.key, 0.5), crest.astype(np.float32))
    if light.shown or light.moon:
        _sun_path(frame, water, light, top, wave, near)
    if rough > 0.55:
        _foam(frame, water, light, first, last, top, rough)
    image[first:last] = water


def _waves(frame: Frame, first: int, last: int, top: float, cells: float) -> Array:
    """Wave height (rows, w) 0..1 in perspective: fine and flat at the horizon, long and tall near by."""
    from .frame import sample, tile

    texture = tile(frame.rng("waves"), 4, 5, 256)
    down = (np.arange(last - first, dtype=np.float32) / np.float32(frame.unit) + np.float32(0.012))[:, None]
    depth = 0.16 / down
    u = (frame.xs - np.float32(frame.ax / 2))[None, :] * depth * np.float32(cells * 0.055)
    v = np.broadcast_to(depth * np.float32(cells * 0.2), u.shape)
    a = sample(texture, u, v)
    b = sample(texture, u * 2.3 + 0.4 + v * 0.2, v * 2.1 + 0.1)
    out: Array = np.clip((a * 0.62 + b * 0.38 - 0.5) * 1.5 + 0.5, 0, 1)
    return out


def _sun_path(frame: Frame, water: Array, light: Light, top: float, wave: Array, near: Array) -> None:
    x, _ = place_of_sun(frame, light, top)
    width = np.float32(0.035) + near * np.float32(0.16)
    band = np.exp(-np.square((frame.xs[None, :] - np.float32(x)) / width))
    sparkle = smooth(0.5, 0.66, wave + (1 - near) * np.float32(0.12))
    strength = 0.85 if light.sun[1] < 0.4 or light.moon else 0.4
    lay(water, mix(light.disc, light.key, 0.3), (band * sparkle * np.float32(strength)).astype(np.float32))


def _foam(frame: Frame, water: Array, light: Light, first: int, last: int, top: float, rough: float) -> None:
    from .frame import sample, tile

    texture = tile(frame.rng("foam"), 5, 6, 512, ridged=True)
    down = (np.arange(last - first, dtype=np.float32) / np.float32(frame.unit) + np.float32(0.02))[:, None]
    depth = 0.16 / down
    u = (frame.xs - np.float32(frame.ax / 2))[None, :] * depth * np.float32(0.16)
    v = np.broadcast_to(depth * np.float32(0.62), u.shape)
    ridge = sample(texture, u + v * 0.12, v)
    lace = noise(frame, "lace", 26, 4, stretch=2.0, rows=(first, last))
    mask = smooth(0.5, 0.68, ridge) * smooth(0.34, 0.62, lace) * np.float32(0.75 * rough)
    mask *= smooth(0.0, 0.08, down)
    lay(water, mix(light.haze, np.ones(3, np.float32), 0.45) * np.float32(0.55 + 0.5 * light.level), mask)
