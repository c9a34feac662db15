"""What falls or drifts through the air: rain, snow, mist, leaves and petals."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from ..scene import Scene
from .frame import Array, Frame, lay, mix, noise, rgb, smooth
from .light import Light
from .stage import Stage


def paint_weather(frame: Frame, scene: Scene, light: Light, stage: Stage, owned: Array | None = None) -> None:
    """Lay the scene's weather over the picture, in place; `owned` (h, w) is where the subjects are, near."""
    if stage.flat or stage.under or stage.inside:
        return
    if scene.weather in ("rain", "storm"):
        _rain(frame, stage.image, light, 1.0 if scene.weather == "rain" else 0.8)
    elif scene.weather == "snow":
        _snow(frame, stage.image, light)
    elif scene.weather == "fog":
        _mist(frame, stage, light, owned)


def _rain(frame: Frame, image: Array, light: Light, amount: float) -> None:
    rng = frame.rng("rain")
    layer = Image.new("L", (frame.w, frame.h))
    pen = ImageDraw.Draw(layer)
    lean = (0.16 + 0.16 * rng.random()) * (1 if rng.random() < 0.5 else -1)
    count = int(620 * amount)
    near = rng.random(count) ** 2
    xs, ys = rng.random(count) * frame.ax * 1.3 - 0.15 * frame.ax, rng.random(count) * frame.ay * 1.1 - 0.1
    for x, y, n in zip(xs, ys, near, strict=True):
        long = 0.02 + 0.075 * n
        pen.line(
            (x * frame.unit, y * frame.unit, (x + lean * long) * frame.unit, (y + long) * frame.unit),
            fill=int(40 + 90 * n),
            width=max(1, round(frame.unit * (0.0008 + 0.0012 * n))),
        )
    mask = np.asarray(layer.filter(ImageFilter.GaussianBlur(frame.unit * 0.0005)), np.float32) / 255
    lay(image, mix(light.haze, np.ones(3, np.float32), 0.5), mask * np.float32(0.75))


def _snow(frame: Frame, image: Array, light: Light) -> None:
    rng = frame.rng("snow")
    count = 360
    scale = 2
    layer = Image.new("L", (frame.w * scale, frame.h * scale))
    pen = ImageDraw.Draw(layer)
    near = rng.random(count) ** 3
    for x, y, n in zip(rng.random(count), rng.random(count), near, strict=True):
        r = frame.unit * scale * (0.0016 + 0.0075 * n)
        cx, cy = x * layer.width, y * layer.height
        pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=int(235 - 90 * n))
    soft = layer.resize((frame.w, frame.h), Image.Resampling.BOX).filter(
        ImageFilter.GaussianBlur(frame.unit * 0.0009)
    )
    lay(image, mix(np.ones(3, np.float32), light.haze, 0.15), np.asarray(soft, np.float32) / 255)


def _mist(frame: Frame, stage: Stage, light: Light, owned: Array | None) -> None:
    drift = noise(frame, "mist", 1.6, 4, stretch=3.0)
    band = np.exp(-np.square((frame.ys - np.float32(stage.horizon)) / np.float32(0.2)))[:, None]
    below = smooth(0, 0.5, frame.ys - np.float32(stage.horizon))[:, None]
    mask = np.clip(band * 0.62 * (0.5 + drift) + smooth(0.5, 0.8, drift) * (0.3 - 0.15 * below), 0, 0.85)
    if owned is not None:
        mask = mask * (1 - np.float32(0.55) * owned)
    lay(stage.image, mix(light.haze, rgb("ffffff"), 0.15 * light.level), mask.astype(np.float32))
