"""Rooms: a wall, a floor in perspective, a window with the hour outside, and what makes a room that room."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from .. import art
from ..scene import Scene
from .board import Board
from .frame import Array, Frame, lay, mix, noise, rgb, smooth
from .light import Light
from .sky import paint_sky
from .stage import Stage


def _shell(frame: Frame, light: Light, wall: Array, floor: Array, edge: float, planks: bool = True) -> Array:
    """Wall and floor, lit warm from within when it is dark outside."""
    image = np.empty((frame.h, frame.w, 3), np.float32)
    tone = _tone(light)
    image[:] = wall * tone
    board = Board(frame)
    cx = frame.ax / 2
    board.box(0, edge, frame.ax, frame.ay, floor * tone)
    rng = frame.rng("planks")
    if planks:
        for n in range(-16, 17):
            x0, x1 = cx + n * 0.085, cx + (n + 1) * 0.085
            out0, out1 = cx + n * 0.2, cx + (n + 1) * 0.2
            board.poly(
                [(x0, edge), (x1, edge), (out1, frame.ay), (out0, frame.ay)],
                floor * tone * (0.88 + 0.24 * rng.random()),
            )
            board.line([(x0, edge), (out0, frame.ay)], floor * tone * 0.62, 0.002)
    else:
        depth = [edge + (frame.ay - edge) * t**1.7 for t in np.linspace(0, 1, 7)]
        for r, (y0, y1) in enumerate(pairwise(depth)):
            for n in range(-10, 10):

                def at(k: float, y: float) -> float:
                    return cx + k * (0.11 + 0.16 * (y - edge) / (frame.ay - edge))

                light_tile = (n + r) % 2 == 0
                board.poly(
                    [(at(n, y0), y0), (at(n + 1, y0), y0), (at(n + 1, y1), y1), (at(n, y1), y1)],
                    floor * tone * (1.12 if light_tile else 0.72),
                )
    board.box(0, edge - 0.022, frame.ax, edge, mix(wall, np.ones(3, np.float32), 0.45) * tone)
    board.box(0, edge - 0.003, frame.ax, edge, floor * tone * 0.5)
    board.put(image)
    return image


def light_inside(light: Light) -> Light:
    """The light that falls on things in a room: a lamp's when it is dark outside."""
    if light.dark < 0.4:
        return light
    return replace(
        light, key=rgb("ffdcaa"), ambient=rgb("9a8078"), haze=rgb("8a6a50"), sun=(light.sun[0], 0.7)
    )


def _tone(light: Light) -> Array:
    day = light.ambient * 0.5 + light.key * 0.52
    out: Array = mix(day, rgb("f2c690") * np.float32(0.94), 0.8 * light.dark)
    return out


def _window(
    frame: Frame, image: Array, light: Light, spot: tuple[float, float, float, float], arch: bool = False
) -> None:
    """A window onto the hour's sky, with frame, sill and bars."""
    x0, y0, x1, y1 = spot
    sky = paint_sky(frame, light, frame.ay * 0.62, ())
    r0, r1, c0, c1 = frame.row(y0), frame.row(y1), int(x0 * frame.unit), int(x1 * frame.unit)
    view = sky[r0:r1, c0:c1]
    hill = (
        frame.ys[r0:r1, None]
        - np.float32(y0 + (y1 - y0) * 0.76)
        + (noise(frame, "view", 5, 3, rows=(0, 1))[0][c0:c1] - 0.5)[None, :] * 0.12
    )
    lay(view, rgb("55803f") * (light.ambient * 0.5 + light.key * 0.5), smooth(0, 0.004, hill))
    if arch:
        rx = (x1 - x0) / 2
        far = np.hypot(
            (frame.xs[c0:c1] - np.float32((x0 + x1) / 2))[None, :] / np.float32(rx),
            (np.minimum(frame.ys[r0:r1] - np.float32(y0 + rx), 0) / np.float32(rx))[:, None],
        )
        lay(image[r0:r1, c0:c1], view, np.clip((1 - far) * rx * frame.unit, 0, 1).astype(np.float32))
        return
    image[r0:r1, c0:c1] = view
    board = Board(frame)
    white = rgb("f5f0e6") * _tone(light)
    t = 0.014
    for box in (
        (x0 - t, y0 - t, x1 + t, y0),
        (x0 - t, y1, x1 + t, y1 + t),
        (x0 - t, y0, x0, y1),
        (x1, y0, x1 + t, y1),
        ((x0 + x1) / 2 - t / 3, y0, (x0 + x1) / 2 + t / 3, y1),
        (x0, (y0 + y1) / 2 - t / 3, x1, (y0 + y1) / 2 + t / 3),
    ):
        board.box(*box, white)
    board.box(x0 - t * 2, y1 + t, x1 + t * 2, y1 + t * 2, white * 0.85)
    board.put(image)


def _fall_of_light(frame: Frame, image: Array, light: Light, x: float, y: float) -> None:
    """Brighter near the window or the lamp, darker in the corners, in place."""
    far = np.hypot(frame.xs[None, :] - np.float32(x), frame.ys[:, None] - np.float32(y))
    image *= (0.72 + 0.46 * np.exp(-far / np.float32(0.6)))[..., None]
    if light.dark < 0.6:
        slant = (
            frame.xs[None, :]
            - np.float32(x)
            + (frame.ys[:, None] - np.float32(frame.ay * 0.74)) * np.float32(-0.7)
        )
        patch = (
            smooth(-0.16, -0.14, slant)
            * (1 - smooth(0.12, 0.14, slant))
            * smooth(0.8, 0.82, frame.ys / np.float32(frame.ay))[:, None]
        )
        patch *= 1 - np.exp(-np.square((slant + 0.01) / 0.008)) * 0.7
        lay(
            image,
            np.minimum(image * 1.5 + light.key * 0.06, 1),
            (patch * 0.5 * (1 - light.dark)).astype(np.float32),
        )


def paint_room(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A living room: window, curtain, picture, lamp, rug."""
    rng = frame.rng("room")
    edge = frame.ay * 0.72
    wall = _wall_of(
        scene, rgb(("b8c9bf", "d8b59a", "a9bdd0", "d9cba8", "c3a8b8", "8fa58f")[int(rng.integers(0, 6))])
    )
    image = _shell(frame, light, wall, rgb("9a6b45"), edge)
    side = 1 if rng.random() < 0.5 else 0
    wx = frame.ax * (0.1 if side == 0 else 0.6)
    spot = (wx, frame.ay * 0.13, wx + frame.ax * 0.3, frame.ay * 0.5)
    _window(frame, image, light, spot)
    board = Board(frame)
    tone = _tone(light)
    cloth = mix(wall, rgb("a8453f"), 0.7) * tone
    for x, dx in ((spot[0] - 0.02, -1), (spot[2] + 0.02, 1)):
        for n in range(4):
            x0 = x + dx * (n * 0.014 - 0.02)
            board.box(x0, spot[1] - 0.04, x0 + dx * 0.015, spot[3] + 0.07, cloth * (0.84 + 0.16 * (n % 2)))
    board.box(spot[0] - 0.09, spot[1] - 0.05, spot[2] + 0.09, spot[1] - 0.04, rgb("6b4a32") * tone)
    px = frame.ax * (0.72 if side == 0 else 0.22)
    for n, (w, h) in enumerate(((0.075, 0.1), (0.045, 0.055))):
        x, y = px + (n * 0.15 - 0.05) * (1 if side == 0 else -1), frame.ay * (0.28 + 0.04 * n)
        board.box(x - w, y - h, x + w, y + h, rgb("5c4030") * tone)
        board.box(x - w * 0.84, y - h * 0.86, x + w * 0.84, y + h * 0.86, rgb("efe7d6") * tone)
        board.box(x - w * 0.7, y - h * 0.7, x + w * 0.7, y + h * 0.1, rgb("9ec4d8") * tone)
        board.poly(
            [
                (x - w * 0.7, y + h * 0.7),
                (x - w * 0.7, y),
                (x - w * 0.1, y + h * 0.25),
                (x + w * 0.7, y - h * 0.1),
                (x + w * 0.7, y + h * 0.7),
            ],
            rgb("6f9a5c") * tone,
        )
    board.oval(frame.ax * 0.5, frame.ay * 0.87, frame.ax * 0.38, frame.ay * 0.085, rgb("7c3f46") * tone)
    board.oval(frame.ax * 0.5, frame.ay * 0.87, frame.ax * 0.345, frame.ay * 0.075, rgb("d8b48a") * tone)
    board.oval(frame.ax * 0.5, frame.ay * 0.87, frame.ax * 0.33, frame.ay * 0.07, rgb("a8545a") * tone)
    lx = frame.ax * (0.9 if side == 0 else 0.1)
    board.line([(lx, edge + 0.03), (lx, frame.ay * 0.45)], rgb("4a3a30") * tone, 0.008)
    board.oval(lx, edge + 0.032, 0.045, 0.01, rgb("4a3a30") * tone)
    shade = rgb("ffe2a8") if light.dark > 0.3 else rgb("efe0c0") * tone
    board.poly(
        [
            (lx - 0.035, frame.ay * 0.37),
            (lx + 0.035, frame.ay * 0.37),
            (lx + 0.06, frame.ay * 0.46),
            (lx - 0.06, frame.ay * 0.46),
        ],
        shade,
    )
    board.put(image)
    lamp = light.dark > 0.5
    _fall_of_light(frame, image, light, lx if lamp else (spot[0] + spot[2]) / 2, frame.ay * 0.42)
    return Stage(
        image,
        frame.ay * 0.6,
        (frame.ay * 0.8, frame.ay * 0.95),
        (frame.ay * 0.1, frame.ay * 0.5),
        inside=True,
    )


def paint_kitchen(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A kitchen: tiles, a window, shelves of jars, and a table in front to put things on."""
    edge = frame.ay * 0.66
    wall = _wall_of(scene, rgb("dfe6dc"))
    image = _shell(frame, light, wall, rgb("b98a5a"), edge, planks=False)
    tone = _tone(light)
    rng = frame.rng("kitchen")
    board = Board(frame)
    low = frame.ay * 0.36
    for r, y in enumerate(np.arange(low, edge - 0.03, 0.045)):
        for x in np.arange(-0.09 + 0.045 * (r % 2), frame.ax, 0.09):
            board.box(
                x,
                y,
                x + 0.086,
                y + 0.041,
                mix(rgb("f6f3ea"), wall, 0.3 * float(rng.random())) * tone * (0.94 + 0.08 * rng.random()),
            )
    board.put(image)
    spot = (frame.ax * 0.36, frame.ay * 0.1, frame.ax * 0.64, frame.ay * 0.42)
    _window(frame, image, light, spot)
    board = Board(frame)
    wood = rgb("8a5a38") * tone
    for left in (frame.ax * 0.04, frame.ax * 0.7):
        for y in (frame.ay * 0.18, frame.ay * 0.33):
            board.box(left, y, left + frame.ax * 0.26, y + 0.014, wood)
            x = left + 0.02
            while x < left + frame.ax * 0.24:
                w, h = 0.018 + 0.014 * rng.random(), 0.05 + 0.04 * rng.random()
                hue = rgb("c9564a e0a84a 6f9a8c d9cdb4 5f7fa8 a8c08a".split()[int(rng.integers(0, 6))]) * tone
                board.box(x, y - h, x + w * 1.6, y, hue, round_=0.006)
                board.box(x + w * 0.2, y - h - 0.008, x + w * 1.4, y - h + 0.004, hue * 0.7)
                x += w * 1.6 + 0.014
    board.box(0, edge - 0.035, frame.ax, edge, rgb("d9d2c4") * tone)
    if not any(art.facts(subject.art).height > 0.8 for subject in scene.subjects):
        _table(frame, board, wood)
    board.put(image)
    _fall_of_light(frame, image, light, frame.ax / 2, frame.ay * 0.3)
    return Stage(
        image,
        frame.ay * 0.6,
        (frame.ay * 0.84, frame.ay * 0.95),
        (frame.ay * 0.1, frame.ay * 0.5),
        inside=True,
    )


def _table(frame: Frame, board: Board, wood: Array) -> None:
    """A table's top along the lower edge: small things stand on it, people would not."""
    rng = frame.rng("table")
    top = frame.ay * 0.79
    board.box(0, top, frame.ax, frame.ay, wood * 1.18)
    for n in range(14):
        y = top + (frame.ay - top) * (n / 14) ** 1.4
        board.line(
            [(0, y), (frame.ax, y + 0.004 * (rng.random() - 0.5))],
            wood * (0.8 + 0.25 * rng.random()),
            0.003 + 0.004 * n / 14,
            0.7,
        )
    board.box(0, top - 0.006, frame.ax, top + 0.004, np.minimum(wood * 1.5, 1))


def paint_hall(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A castle hall: stone, columns, arched windows, banners, a carpet running to the viewer."""
    edge = frame.ay * 0.68
    image = _shell(frame, light, rgb("8f8478"), rgb("7d7468"), edge, planks=False)
    tone = _tone(light)
    rng = frame.rng("hall")
    board = Board(frame)
    for r, y in enumerate(np.arange(0, edge, 0.06)):
        for x in np.arange(-0.14 + 0.07 * (r % 2), frame.ax, 0.14):
            board.box(x, y, x + 0.136, y + 0.056, rgb("8f8478") * tone * (0.86 + 0.22 * rng.random()))
    board.put(image)
    centres = [frame.ax * t for t in (0.2, 0.5, 0.8)]
    for x in centres:
        _window(frame, image, light, (x - 0.075, frame.ay * 0.1, x + 0.075, frame.ay * 0.48), arch=True)
    board = Board(frame)
    cx = frame.ax / 2
    board.poly(
        [(cx - 0.1, edge), (cx + 0.1, edge), (cx + 0.34, frame.ay), (cx - 0.34, frame.ay)],
        rgb("9c2434") * tone,
    )
    for s in (-1, 1):
        board.poly(
            [
                (cx + s * 0.088, edge),
                (cx + s * 0.095, edge),
                (cx + s * 0.32, frame.ay),
                (cx + s * 0.295, frame.ay),
            ],
            rgb("e0b050") * tone,
        )
    for x in (frame.ax * 0.35, frame.ax * 0.65):
        board.poly(
            [
                (x - 0.04, frame.ay * 0.1),
                (x + 0.04, frame.ay * 0.1),
                (x + 0.04, frame.ay * 0.4),
                (x, frame.ay * 0.45),
                (x - 0.04, frame.ay * 0.4),
            ],
            rgb("2f4a8c") * tone,
        )
        board.oval(x, frame.ay * 0.24, 0.02, 0.024, rgb("e0b050") * tone)
    for x in (0.035, frame.ax - 0.035):
        for n in range(8):
            t = n / 8
            board.box(
                x - 0.05 + 0.1 * t,
                0,
                x - 0.05 + 0.1 * (t + 0.13),
                frame.ay * 0.8,
                rgb("a89c8c") * tone * (0.62 + 0.5 * np.sin(np.pi * (t + 0.1))),
            )
        board.box(x - 0.068, frame.ay * 0.8 - 0.04, x + 0.068, frame.ay * 0.8, rgb("8c8276") * tone)
    board.put(image)
    for x in centres:
        shaft = np.exp(
            -np.square(
                (frame.xs[None, :] - np.float32(x) - (frame.ys[:, None] - np.float32(0.3)) * np.float32(0.35))
                / np.float32(0.085)
            )
        )
        lay(
            image,
            light.key,
            (shaft * 0.16 * (1 - 0.7 * light.dark) * smooth(0.1, 0.3, frame.ys)[:, None]).astype(np.float32),
        )
    _fall_of_light(frame, image, light, cx, frame.ay * 0.4)
    return Stage(
        image,
        frame.ay * 0.6,
        (frame.ay * 0.78, frame.ay * 0.94),
        (frame.ay * 0.1, frame.ay * 0.5),
        inside=True,
    )


def _wall_of(scene: Scene, otherwise: Array) -> Array:
    from .colours import paint

    return mix(paint(scene.colours[0]), np.ones(3, np.float32), 0.25) if scene.colours else otherwise
