"""Land in perspective: a height field seen from the ground, lit by its slopes and hazed by its distance.

Rows of the field run from near to far. The running minimum of their projected heights says which row
each pixel
sees, so hills hide what is behind them and nothing is shaded by the column (which would draw stripes).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .frame import Array, Frame, mix, noise, rgb, sample, smooth, tile
from .light import Light


@dataclass(frozen=True)
class Land:
    """A kind of land. Heights are in units of the picture as seen at the far edge (`peaks`) or near
    (`hills`).
    """

    low: str = "5f9a3c"
    high: str = "7fb04e"
    rock: str = "7d7a83"
    snow: str | None = None
    hills: float = 0.03
    peaks: float = 0.0
    ripple: float = 0.0
    near: float = 1.9
    far: float = 70.0
    ranges: float = 0.35
    """Where the peaks begin, as a share of the depth."""
    rough: float = 1.0
    shape: Callable[[Array, Array, Array], Array] | None = None


@dataclass(frozen=True)
class Ground:
    """What was drawn: `skyline` (w) in units, and `depth` (h, w), 0 near to 1 far, 2 where the sky is."""

    skyline: Array
    depth: Array


def paint_land(
    frame: Frame, image: Array, light: Light, horizon: float, land: Land, stage: str = "land"
) -> Ground:
    """Draw `land` over the picture below and around `horizon`, in place."""
    z = np.geomspace(land.near * 0.8, land.far, 230).astype(np.float32)
    if land.peaks:  # the far half holds the cliffs: more rows there
        half = float(np.sqrt(land.near * land.far))
        z = np.concatenate([np.geomspace(land.near * 0.8, half, 110), np.geomspace(half, land.far, 300)[1:]])
        z = z.astype(np.float32)
    span = (frame.xs - np.float32(frame.ax / 2))[None, :] * z[:, None]
    deep = np.broadcast_to(z[:, None], span.shape)
    height, rocky = _raise(frame, span, deep, land, stage)
    colour = _colour(frame, height, rocky, span, deep, light, land, stage)
    seen = np.float32(horizon) + (np.float32(1.0) * land.near * (frame.ay - horizon) - height) / deep
    best = np.minimum.accumulate(seen, 0)
    if not land.peaks:
        return show_field(frame, image, best, colour, z)
    # Cliffs seen from the front have few rows of the field, so their crags are carved per pixel.
    top = max(0, frame.row(float(best[-1].min())) - 1)
    crags = noise(frame, stage + "-relief", 11, 5, 0.5, rows=(top, frame.h))
    step = max(1, frame.px(0.008))
    lx = 1 if light.direction[0] > 0 else -1
    carve = (crags - np.roll(crags, (step, -step * lx), (0, 1))) * np.float32(2.7)
    return show_field(frame, image, best, np.dstack([colour, smooth(0.03, 0.22, rocky)]), z, carve)


def _raise(frame: Frame, span: Array, deep: Array, land: Land, stage: str) -> tuple[Array, Array]:
    soft = tile(frame.rng(stage, "soft"), 4, 3, 256)
    t = np.log(deep / np.float32(land.near)) / np.float32(np.log(land.far / land.near))
    height = (sample(soft, span / 34, deep / 34) - 0.5) * deep * np.float32(land.hills * 2.2)
    height *= smooth(0.0, 0.3, t)
    height += (sample(soft, span / 7 + 0.3, deep / 7) - 0.5) * np.float32(land.hills * 2.5)
    rocky = np.zeros_like(height)
    if land.peaks:
        crags = tile(frame.rng(stage, "crags"), 3, 7, 512, ridged=True)
        bend = (sample(soft, span / 30, deep / 30) - 0.5) * np.float32(0.05)
        tall = sample(crags, span / 105 + 0.17 + bend, deep / 120 + bend)
        rise = smooth(land.ranges, min(1.0, land.ranges + 0.5), t)
        rocky = rise * np.clip((tall - 0.1) * 1.3, 0, None)
        height += rocky * deep * np.float32(land.peaks)
    if land.ripple:
        crest = sample(tile(frame.rng(stage, "crest"), 3, 3, 256, ridged=True), span / 34, deep / 60)
        height += crest * deep * np.float32(land.ripple) * smooth(0.05, 0.6, t)
    if land.shape is not None:
        height = height + land.shape(span, deep, t)
    return height, rocky


def _colour(
    frame: Frame, height: Array, rocky: Array, span: Array, deep: Array, light: Light, land: Land, stage: str
) -> Array:
    frame.look()
    dx = np.gradient(height, axis=1) / (deep / np.float32(frame.unit))
    dz = np.gradient(height, axis=0) / np.gradient(deep, axis=0)
    lx, ly, lz = light.direction
    bare = (-dx * lx * 1.2 + ly + dz * lz * 0.25) / np.sqrt(1 + dx * dx + dz * dz * 0.4)
    lit = np.clip(bare, 0, 1.3) / np.float32(max(ly, 0.3))
    # Height is part of the texture's place: a face seen from the front would else show stripes.
    climb = deep + height * np.float32(1.7)
    texture = tile(frame.rng(stage, "grain"), 8, 5, 256)
    grain = sample(texture, span / 5, climb / 9)
    colour = mix(rgb(land.low), rgb(land.high), smooth(0.3, 0.7, grain)[..., None])
    colour = colour * (0.86 + 0.28 * grain[..., None])
    if land.peaks:
        steep = smooth(0.35, 0.9, np.abs(dx)) * land.rough
        stone = mix(rgb(land.rock) * 0.8, rgb(land.rock) * 1.12, grain[..., None])
        colour = mix(colour, stone, np.clip(smooth(0.05, 0.3, rocky) * 0.75 + steep * 0.5, 0, 1)[..., None])
        if land.snow is not None:
            cap = smooth(0.36, 0.46, rocky + (grain - 0.5) * 0.55 - np.abs(dx) * 0.09)
            colour = mix(
                colour, np.broadcast_to(rgb(land.snow) * np.float32(0.86), colour.shape), cap[..., None]
            )
    patches = sample(tile(frame.rng(stage, "patches"), 3, 3, 128), span / 40, deep / 30)
    lit = np.minimum(lit, 1.3) * (0.72 + 0.5 * patches)
    colour = colour * (light.ambient * 0.5 + light.key * (0.72 * lit)[..., None])
    reach = 95 * (1.25 - light.mist) ** 2 + 6
    fog = 1 - np.exp(-(deep - np.float32(land.near)) / np.float32(reach))
    return mix(colour, np.broadcast_to(light.haze, colour.shape), fog[..., None])


def show_field(
    frame: Frame, image: Array, best: Array, colour: Array, z: Array, carve: Array | None = None
) -> Ground:
    """Draw colours (rows, w, 3), near to far, whose upper edges are `best` (rows, w, units, falling), in
    place.

    `carve` is a shading of the pixels from the skyline's row on, weighed by a fourth plane of `colour`.
    """
    frame.look()
    rows, w = best.shape
    line = np.clip(np.floor(best * np.float32(frame.unit) - 0.5).astype(np.int32) + 1, 0, frame.h)
    flat = (line * w + np.arange(w, dtype=np.int32)[None, :]).ravel()
    count = np.bincount(flat, minlength=(frame.h + 1) * w).reshape(frame.h + 1, w)
    top = max(0, int(line[-1].min()) - 1)
    index = count[::-1].cumsum(0, dtype=np.int32)[::-1][1:]
    index = index[top:]
    k = np.clip(index, 1, rows - 1)
    column = np.arange(w, dtype=np.int32)[None, :]
    here, before = k * w + column, (k - 1) * w + column
    edge = best.ravel()
    upper, lower = edge.take(here), edge.take(before)
    t = np.clip((lower - frame.ys[top:, None]) / np.maximum(lower - upper, 1e-5), 0, 1).astype(np.float32)
    mask = np.clip((frame.ys[top:, None] - best[-1][None, :]) * np.float32(frame.unit) + 0.5, 0, 1)
    part = image[top:]

    def see(channel: int) -> Array:
        plane = np.ascontiguousarray(colour[..., channel]).ravel()
        value: Array = plane.take(before)
        value += (plane.take(here) - value) * t
        return value

    relief = None
    if carve is not None:
        relief = 1 + np.clip(carve[-part.shape[0] :], -0.6, 0.5) * see(3)
    for channel in range(3):
        value = see(channel)
        if relief is not None:
            value *= relief
        value -= part[..., channel]
        value *= mask
        part[..., channel] += value
    depth = np.full((frame.h, w), 2, np.float32)
    depth[top:] = np.where(index >= rows, 2, np.log(z[k] / z[0]) / np.float32(np.log(z[-1] / z[0])))
    return Ground(best[-1], depth)


def add_texture(frame: Frame, image: Array, ground: Ground, amount: float = 0.1) -> None:
    """Fine unevenness of the ground, coarser near the viewer, in place."""
    top = max(0, frame.row(float(ground.skyline.min())))
    if top >= frame.h - 2:
        return
    fine = noise(frame, "ground-fine", 60, 3, stretch=2.5, rows=(top, frame.h)) - 0.5
    coarse = noise(frame, "ground-coarse", 7, 4, stretch=2.2, rows=(top, frame.h)) - 0.5
    near = np.clip(1 - ground.depth[top:] * 1.3, 0, 1)
    image[top:] *= (1 + (fine * 0.9 + coarse * 1.4) * near * np.float32(amount * 2))[..., None]
