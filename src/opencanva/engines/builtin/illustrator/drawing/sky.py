"""Skies: gradient, sun, moon, stars, clouds lit from the sun's side, aurora, rainbow and lightning."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from .frame import Array, Frame, lay, mix, noise, ramp, resize, rgb, sample, smooth, tile
from .light import Light


def paint_sky(frame: Frame, light: Light, horizon: float, extras: tuple[str, ...] = ()) -> Array:
    """The whole picture as sky (h, w, 3); below the horizon its lowest colour goes on.

    `extras` may name aurora, rainbow, lightning, galaxy. Soft things are drawn at half size.
    """
    soft = frame.half() if frame.w * frame.h > 300_000 else frame
    rise = np.clip(soft.ys / np.float32(horizon), 0, 1)
    where = np.linspace(0, 1, len(light.sky)) ** 0.85
    column = ramp(list(zip(where, light.sky, strict=True)), rise)
    image = np.repeat(column[:, None, :], soft.w, 1)
    _glow(soft, image, light, horizon)
    if "aurora" in extras:
        _aurora(soft, image, horizon)
    if light.clouds > 0.05:
        _clouds(soft, image, light, horizon)
    if "rainbow" in extras:
        _rainbow(soft, image, horizon)
    if soft is not frame:
        image = resize(image, frame.w, frame.h)
    if light.stars > 0.05:
        _stars(frame, image, light, horizon)
    if light.shown:
        _disc(frame, image, light, horizon)
    if "lightning" in extras:
        _lightning(frame, image, horizon)
    return image


def place_of_sun(frame: Frame, light: Light, horizon: float) -> tuple[float, float]:
    """Where the sun or moon stands, in units."""
    return light.sun[0] * frame.ax, horizon * (1 - light.sun[1] * 0.94)


def _distance(frame: Frame, x: float, y: float) -> Array:
    out: Array = np.sqrt(
        np.square(frame.xs - np.float32(x))[None, :] + np.square(frame.ys - np.float32(y))[:, None]
    )
    return out


def _glow(frame: Frame, image: Array, light: Light, horizon: float) -> None:
    x, y = place_of_sun(frame, light, horizon)
    far = _distance(frame, x, y)
    wide = np.exp(-far / np.float32(0.28)) * np.float32(0.75 * light.glow)
    image += (light.disc - image) * wide[..., None] * 0.8
    if light.sun[1] < 0.3 and light.glow > 0.3:
        band = np.exp(-np.square((frame.ys - np.float32(horizon)) / np.float32(0.12)))[:, None]
        side = np.exp(-np.abs(frame.xs - np.float32(x)) / np.float32(0.5))[None, :]
        lay(image, mix(light.disc, light.key, 0.6), band * side * np.float32(0.55 * light.glow))


def _disc(frame: Frame, image: Array, light: Light, horizon: float) -> None:
    x, y = place_of_sun(frame, light, horizon)
    radius = (0.052 if light.moon else 0.04) * light.disc_size
    far = _distance(frame, x, y)
    edge = np.clip((np.float32(radius) - far) * np.float32(frame.unit) + 0.5, 0, 1)
    if not light.moon:
        halo = np.exp(-np.clip(far - np.float32(radius), 0, None) / np.float32(radius * 0.9)) * np.float32(
            0.55
        )
        lay(image, mix(light.disc, np.ones(3, np.float32), 0.3), np.maximum(edge, halo))
        return
    spots = noise(frame, "moon", 18, 3)
    face = mix(light.disc * 0.66, light.disc * 0.86, smooth(0.38, 0.6, spots)[..., None])
    lay(image, face, edge)


def _stars(frame: Frame, image: Array, light: Light, horizon: float) -> None:
    rng = frame.rng("stars")
    count = 520 if light.stars <= 1 else 1500
    xs, ys = rng.random(count) * frame.ax, rng.random(count) * frame.ay
    size, warm = rng.random(count) ** 3, rng.random(count)
    for x, y, s, t in zip(xs, ys, size, warm, strict=True):
        if y > horizon:
            continue
        fade = min(1.0, light.stars) * (1 - (y / horizon) ** 2) * (0.35 + 0.65 * s)
        radius = frame.unit * (0.0009 + 0.0019 * s)
        i, j = int(y * frame.unit), int(x * frame.unit)
        reach = int(radius * 2) + 1
        top, left = max(0, i - reach), max(0, j - reach)
        part = image[top : i + reach + 1, left : j + reach + 1]
        dy = (np.arange(top, top + part.shape[0]) + 0.5 - y * frame.unit)[:, None]
        dx = (np.arange(left, left + part.shape[1]) + 0.5 - x * frame.unit)[None, :]
        mask = np.clip(radius + 0.5 - np.hypot(dx, dy), 0, 1).astype(np.float32) * np.float32(fade)
        lay(part, mix(rgb("cfe0ff"), rgb("fff0d8"), float(t)), mask)


def _clouds(frame: Frame, image: Array, light: Light, horizon: float) -> None:
    rows = min(frame.h, frame.row(horizon) + 2)
    if rows < 4:
        return
    texture = tile(frame.rng("clouds"), 4, 6, 256)
    frame.look()
    down = np.clip(np.float32(horizon) - frame.ys[:rows], 0, None)
    depth = 1 / (down + np.float32(0.16))
    u = (frame.xs - np.float32(frame.ax / 2))[None, :] * depth[:, None] * np.float32(0.085)
    v = np.broadcast_to((depth * np.float32(0.16))[:, None], u.shape)
    swirl = (sample(texture, u * 0.6 + 0.3, v * 0.6) - 0.5) * np.float32(0.1)
    u, v = u + swirl, v - swirl * 0.6
    thick = sample(texture, u, v)
    sx, sy, _ = light.direction
    towards = sample(texture, u + np.float32(0.03 * sx), v + np.float32(0.028 * sy))
    low = 0.84 - 0.66 * light.clouds
    mask = smooth(low, low + 0.2, thick)
    mask *= smooth(0.0, 0.1, down / np.float32(horizon))[:, None] * np.float32(0.55) + np.float32(0.45)
    lit = np.clip(0.6 + (thick - towards) * 5.5 - smooth(low + 0.1, low + 0.45, thick) * 0.6, 0, 1)
    colour = mix(light.cloud_dark, light.cloud_lit, lit[..., None])
    far = np.exp(-down / np.float32(0.12 + 0.1 * (1 - light.mist)))[:, None, None]
    colour = mix(colour, np.broadcast_to(light.haze, colour.shape), far * 0.7)
    lay(image, colour, mask * np.float32(0.94))


def _aurora(frame: Frame, image: Array, horizon: float) -> None:
    rng = frame.rng("aurora")
    streak = noise(frame, "aurora-streak", 16, 3, rows=(0, 1))[0]
    rise = frame.ys[:, None]
    for number, colour in enumerate(("3dffa8", "57e0d8", "9d6bff")):
        base = horizon * (0.74 - 0.16 * number + 0.08 * rng.random())
        bend = noise(frame, f"aurora-bend-{number}", 1.6, 3, rows=(0, 1))[0] - 0.5
        foot = np.float32(base) + bend[None, :] * np.float32(horizon * (0.9 - 0.25 * number))
        up = (foot - rise) / np.float32(horizon)
        glow = np.where(up > 0, np.exp(-up * 3.6), np.exp(up * 26)) * (0.35 + 0.9 * streak[None, :])
        image += glow[..., None].astype(np.float32) * rgb(colour) * np.float32(0.46 - 0.06 * number)
    np.clip(image, 0, 1, image)


def _rainbow(frame: Frame, image: Array, horizon: float) -> None:
    far = _distance(frame, frame.ax * 0.5, horizon * 1.15)
    radius = min(frame.ax * 0.62, horizon * 1.02)
    at = (far - np.float32(radius)) / np.float32(0.075)
    hues = [rgb(c) for c in "8a4fd0 4a7ff0 3fc3d8 5fd067 f6e35a f79a3c ee4f4f".split()]
    colour = ramp(list(zip(np.linspace(0, 1, 7), hues, strict=True)), np.clip(at, 0, 1).ravel()).reshape(
        *at.shape, 3
    )
    mask = smooth(0, 0.16, at) * (1 - smooth(0.84, 1, at)) * 0.5
    lay(image, colour, mask * (1 - 0.6 * smooth(0.75, 1, frame.ys / np.float32(horizon)))[:, None])


def _lightning(frame: Frame, image: Array, horizon: float) -> None:
    rng = frame.rng("lightning")
    scale = 2
    layer = Image.new("L", (frame.w * scale, frame.h * scale))
    pen = ImageDraw.Draw(layer)
    unit = frame.unit * scale

    def bolt(x: float, y: float, end: float, width: float, lean: float) -> None:
        points = [(x, y)]
        while y < end:
            step = 0.018 + 0.03 * rng.random()
            x, y = x + (rng.random() - 0.5) * 0.055 + lean * step, y + step
            points.append((x, y))
            if width > 0.0028 and rng.random() < 0.16:
                bolt(
                    x,
                    y,
                    min(end, y + 0.1 + 0.16 * rng.random()),
                    width * 0.5,
                    lean + (rng.random() - 0.5) * 2.4,
                )
        dots = [(px * unit, py * unit) for px, py in points]
        pen.line(dots, fill=255, width=max(1, round(width * unit)), joint="curve")

    start = frame.ax * (0.12 + 0.2 * rng.random() if rng.random() < 0.5 else 0.7 + 0.2 * rng.random())
    bolt(start, horizon * 0.12, horizon * 0.97, 0.0042, 0.0)
    core = layer.resize((frame.w, frame.h), Image.Resampling.BOX)
    mask = np.asarray(core, np.float32) / 255
    glow = np.asarray(core.reduce(4).resize((frame.w, frame.h), Image.Resampling.BICUBIC), np.float32) / 255
    wide = (
        np.asarray(
            core.resize((max(2, frame.w // 24), max(2, frame.h // 24)), Image.Resampling.BOX).resize(
                (frame.w, frame.h), Image.Resampling.BICUBIC
            ),
            np.float32,
        )
        / 255
    )
    lay(image, rgb("b9c8ff"), np.clip(wide * 2.2 + glow * 0.5, 0, 0.75))
    lay(image, rgb("f7f6ff"), mask)
