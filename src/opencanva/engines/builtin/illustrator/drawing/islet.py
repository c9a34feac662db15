"""Rocks in the water: what a thing stands on when a place is all sea."""

from __future__ import annotations

import numpy as np

from .boxes import Box
from .frame import Frame, lay, mix, noise, rgb, smooth
from .light import Light
from .stage import Stage


def paint_islet(frame: Frame, stage: Stage, light: Light, box: Box) -> None:
    """A rocky islet under a box with surf around it and its dark reflection, in place."""
    half = max(box.w * 1.15, box.h * 0.42)
    rise = box.h * 0.11
    sea = box.foot + rise * 0.95
    x = (frame.xs - np.float32(box.x)) / np.float32(half)
    jag = noise(frame, f"islet-{box.number}", 9, 5, gain=0.55, rows=(0, 1))[0] - 0.5
    lump = np.clip(1 - np.abs(x + 0.12 * jag) ** 2.2, 0, None) ** 0.6
    profile = (
        np.float32(sea)
        - lump * np.float32(sea - box.foot + rise * 0.25)
        - jag * lump * np.float32(rise * 1.5)
    )
    plateau = np.exp(-(np.square((frame.xs - np.float32(box.x)) / np.float32(box.w * 0.5)) ** 3))
    profile = profile * (1 - plateau) + np.float32(box.foot - rise * 0.12) * plateau
    first, last = frame.row(box.foot - rise * 1.4), frame.row(sea + rise * 1.5)
    if last - first < 2:
        return
    y = frame.ys[first:last, None]
    line = np.float32(sea) + (noise(frame, "islet-line", 16, 3, rows=(0, 1))[0] - 0.5) * np.float32(
        rise * 0.3
    )
    inside = np.clip((y - profile[None, :]) * np.float32(frame.unit) + 0.5, 0, 1)
    above = np.clip((line[None, :] - y) * np.float32(frame.unit) + 0.5, 0, 1)
    solid = (inside * above * (np.abs(x) < 1.05)).astype(np.float32)
    relief = noise(frame, "islet-rock", 22, 4, gain=0.6, stretch=0.7, rows=(first, last))
    slope_x, slope_y = (
        np.gradient(relief, axis=1) * np.float32(frame.unit),
        np.gradient(relief, axis=0) * np.float32(frame.unit),
    )
    sx, sy, _ = light.direction
    lit = np.clip(0.52 - (slope_x * sx + slope_y * -sy) * 0.045 - x[None, :] * sx * 0.18, 0.1, 1.15)
    stone = mix(rgb("47434f"), rgb("8d8894"), smooth(0.3, 0.7, relief)[..., None])
    wet = smooth(0.0, 1.0, (line[None, :] - y) / np.float32(rise * 0.55))[..., None]
    stone = stone * (0.5 + 0.5 * wet) * (light.ambient * 0.55 + light.key * (lit * 0.95)[..., None])
    drop = np.exp(-np.clip(y - line[None, :], 0, None) / np.float32(rise * 0.5)) * (1 - above)
    lay(
        stage.image,
        light.ambient * np.float32(0.25),
        (drop * 0.55 * np.exp(-(np.abs(x) ** 4))[None, :]).astype(np.float32),
        first,
    )
    lay(stage.image, stone.astype(np.float32), solid, first)
    swell = noise(frame, "islet-surf", 30, 4, stretch=2.2, rows=(first, last))
    surf = np.exp(-np.square((y - line[None, :]) / np.float32(rise * 0.24))) * smooth(0.36, 0.6, swell)
    spray = np.exp(-np.abs(y - line[None, :]) / np.float32(rise * 0.55)) * smooth(0.52, 0.72, swell) * 0.7
    fade = np.exp(-((np.abs(x) / 1.08) ** 6))[None, :]
    lay(
        stage.image,
        mix(light.haze, np.ones(3, np.float32), 0.6) * np.float32(0.5 + 0.5 * light.level),
        np.clip((surf * 0.9 + spray) * fade, 0, 0.95).astype(np.float32),
        first,
    )
