"""Water: the picture above mirrored, broken by waves that grow towards the viewer, with crests, foam and
sun's path.
"""

from __future__ import annotations

import numpy as np

from .frame import Array, Frame, lay, mix, rgb, sample, smooth, soften, tile
from .light import Light
from .sky import place_of_sun
from .terrain import show_field


def paint_water(
    frame: Frame,
    image: Array,
    light: Light,
    top: float,
    *,
    bottom: float | None = None,
    rough: float = 0.3,
    deep: str = "0f4a6e",
    clear: float = 0.75,
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
    seen = mirror.reshape(-1, 3)[(source.astype(np.int32) * frame.w + column).ravel()].reshape(
        high, frame.w, 3
    )
    body = rgb(deep) * (light.ambient * 0.7 + light.key * 0.5)
    gleam = np.clip(clear * (1 - 0.62 * near) - 0.3 * rough * near, 0.08, 1)
    water = mix(np.broadcast_to(body, seen.shape), seen, gleam[..., None])
    slope = np.clip((wave - 0.5) * 2, -1, 1)
    water *= (1 + slope * (0.10 + 0.34 * rough) * (0.3 + 0.7 * near))[..., None]
    crest = smooth(0.64 - 0.05 * rough, 0.74, wave) * (0.10 + 0.3 * rough) * smooth(0.02, 0.35, near)
    lay(water, mix(light.haze, light.key, 0.5), crest.astype(np.float32))
    if light.shown or light.moon:
        _sun_path(frame, water, light, top, wave, near)
    image[first:last] = water


def _waves(frame: Frame, first: int, last: int, top: float, cells: float) -> Array:
    """Wave height (rows, w) 0..1 in perspective: fine and flat at the horizon, long and tall near by."""
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


def paint_swell(frame: Frame, image: Array, light: Light, horizon: float, rough: float, deep: str) -> None:
    """A heavy sea in perspective: waves as a height field, sky on their backs, deep water in their faces,
    foam on top.
    """
    # Rows begin below the lower edge, so that a crest there does not bare unpainted columns.
    z = np.geomspace(1.05, 90, 280).astype(np.float32)
    span = (frame.xs - np.float32(frame.ax / 2))[None, :] * z[:, None]
    away = np.broadcast_to(z[:, None], span.shape)
    broad, fine = tile(frame.rng("swell"), 4, 4, 256, ridged=True), tile(frame.rng("chop"), 5, 5, 256)
    lean = sample(fine, span / 19, away / 19) * np.float32(0.09)
    crest = sample(broad, span / 17 + lean, away / 8.5 + lean)
    chop = sample(fine, span / 4.4, away / 2.4)
    height = (crest**1.35 * np.float32(0.42) + (chop - 0.5) * np.float32(0.09)) * np.float32(rough)
    height *= 1 - smooth(14, 60, away)
    dz = np.gradient(height, axis=0) / np.gradient(away, axis=0)
    dx = np.gradient(height, axis=1) / (away / np.float32(frame.unit))
    lx, _, _ = light.direction
    face = smooth(-0.16, 0.26, dz + (chop - 0.5) * 0.1)
    sky = mix(light.haze, light.sky[-2], 0.4)
    body = rgb(deep) * (light.ambient * 0.6 + light.key * 0.55)
    thin = mix(
        body,
        rgb("5fb3a4") * (light.ambient * 0.5 + light.key * 0.55),
        smooth(0.35, 0.75, crest)[..., None] * 0.75,
    )
    colour = mix(np.broadcast_to(sky * np.float32(0.62), thin.shape), thin, (0.35 + 0.65 * face)[..., None])
    colour = (
        colour
        * np.clip(0.95 - dx * lx * 0.9 + (height / np.float32(rough) - 0.2) * 0.5, 0.45, 1.4)[..., None]
    )
    lace = sample(fine, span / 1.9 + lean * 2, away / 1.3)
    fine_lace = sample(fine, span / 0.62 + lace * 0.1, away / 0.42)
    near = np.exp(-(away - 1.9) / 2.2)
    torn = mix(np.ones_like(lace), smooth(0.42, 0.6, fine_lace), 0.25 + 0.65 * near)
    foam = smooth(0.58, 0.74, crest + (lace - 0.5) * 0.34) * smooth(0.3, 0.55, lace) * torn
    foam = np.maximum(foam, smooth(0.6, 0.68, lace) * smooth(0.3, 0.5, crest) * 0.45)
    white = mix(light.haze, np.ones(3, np.float32), 0.55) * np.float32(0.5 + 0.5 * light.level)
    colour = mix(colour, np.broadcast_to(white, colour.shape), np.clip(foam * rough, 0, 0.95)[..., None])
    fog = (1 - np.exp(-(away - 1.9) / np.float32(55 * (1.3 - light.mist))))[..., None]
    colour = mix(colour, np.broadcast_to(mix(body, sky, 0.65), colour.shape), fog).astype(np.float32)
    seen = np.float32(horizon) + (np.float32(1.9 * (frame.ay - horizon)) - height) / away
    best = np.maximum(np.minimum.accumulate(seen, 0), np.float32(horizon))
    best[-1] = horizon
    show_field(frame, image, best, colour, z)
