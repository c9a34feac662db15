"""Where people live: skylines in layers, a street in perspective, and a village of gabled houses."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ..scene import Scene
from .board import Board
from .flora import plant_row, sow_grass, stamp_tree
from .frame import Array, Frame, lay, mix, noise, rgb, smooth
from .heavens import open_sky
from .light import Light
from .stage import Stage
from .terrain import Land, add_texture, paint_land
from .water import paint_water

WARM, COOL = rgb("ffd889"), rgb("bfe2ff")
WALLS = "c9785a d8b07a 8fa6a8 b7c19a caa0a0 8c7f96 dcc9a4".split()
NEONS = ("ff4fb8", "3fe0ff", "a06bff", "ffd24a", "5dff9e")


def paint_skyline(
    frame: Frame,
    image: Array,
    light: Light,
    foot: float,
    high: float,
    stage: str,
    *,
    haze: float,
    neon: bool = False,
    count: int = 20,
) -> None:
    """One row of towers standing on `foot`, up to `high` units tall, in place."""
    rng = frame.rng("skyline", stage)
    board = Board(frame)
    tone = light.ambient * 0.5 + light.key * 0.5
    x = -0.02
    sun = light.direction[0]
    while x < frame.ax:
        wide = frame.ax / count * (0.6 + 0.9 * rng.random())
        middle = 1 - 0.35 * abs((x + wide / 2) / frame.ax - 0.5) * 2
        tall = high * (0.35 + 0.65 * rng.random() ** 1.5) * middle
        wall = mix(
            rgb(("8d93a6", "a79c97", "77839a", "b3a592", "6c7688")[int(rng.integers(0, 5))]),
            rgb("2b2440"),
            0.62 if neon else 0.0,
        )
        face = mix(wall * tone, light.haze, haze)
        top = foot - tall
        board.box(x, top, x + wide, foot + 0.05, face)
        side = wide * 0.24
        dark = mix(face * 0.74, light.haze, haze * 0.3)
        board.box(*((x, top, x + side) if sun > 0 else (x + wide - side, top, x + wide)), foot + 0.05, dark)
        kind = rng.random()
        if kind < 0.22:
            board.poly([(x, top), (x + wide / 2, top - wide * 0.7), (x + wide, top)], face)
            board.line([(x + wide / 2, top - wide * 0.7), (x + wide / 2, top - wide * 1.3)], dark, 0.003)
        elif kind < 0.5:
            board.box(x + wide * 0.2, top - wide * 0.22, x + wide * 0.8, top, dark)
            board.line([(x + wide * 0.5, top), (x + wide * 0.5, top - wide * 0.6)], dark, 0.003)
        _windows(board, rng, light, x, top, wide, foot, haze, neon, face)
        x += wide * (1.0 + 0.08 * rng.random())
    board.put(image)


def _windows(
    board: Board,
    rng: np.random.Generator,
    light: Light,
    x: float,
    top: float,
    wide: float,
    foot: float,
    haze: float,
    neon: bool,
    face: Array,
) -> None:
    columns, step = max(2, int(wide / 0.019)), 0.024
    cell = wide / columns
    lit = light.dark
    y = top + step * 0.7
    sign = rgb(NEONS[int(rng.integers(0, 5))])
    if neon and rng.random() < 0.6:
        board.box(x + wide * 0.42, top + 0.03, x + wide * 0.58, top + 0.03 + 0.12 * rng.random(), sign)
    while y < foot - step:
        for c in range(columns):
            glow = rng.random()
            if lit > 0.3 and glow < 0.2 + 0.3 * lit:
                colour = mix(WARM if glow < 0.34 else COOL, sign if neon else WARM, 0.4) * (0.75 + 0.25 * lit)
                colour = mix(colour, light.haze, haze * 0.55)
            else:
                colour = mix(face * (0.7 if glow < 0.7 else 0.82), light.sky[-1], 0.12 * (1 - lit))
            board.box(x + c * cell + cell * 0.24, y, x + c * cell + cell * 0.76, y + step * 0.55, colour)
        y += step


def paint_city(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A skyline in three depths over a waterside square."""
    frame.look()
    horizon = frame.ay * 0.6
    neon = scene.light == "neon" or scene.style == "neon"
    image = open_sky(frame, scene, light, horizon)
    for n, (haze, high, foot) in enumerate(((0.72, 0.42, 0.0), (0.42, 0.36, 0.012), (0.14, 0.27, 0.03))):
        paint_skyline(
            frame,
            image,
            light,
            horizon + foot,
            high * frame.ay,
            f"{n}",
            haze=haze * (0.7 + 0.5 * light.mist),
            neon=neon,
            count=(26, 20, 15)[n],
        )
    top = horizon + 0.03
    wet = scene.weather in ("rain", "storm") or neon
    paint_water(frame, image, light, top, bottom=frame.ay * 0.76, rough=0.2, deep="1c3a55", clear=0.95)
    first = frame.row(frame.ay * 0.74)
    y = frame.ys[first:, None]
    stone = rgb("8d8a8c") * (light.ambient * 0.55 + light.key * 0.5)
    grain = noise(frame, "paving", 40, 3, stretch=3, rows=(first, frame.h))[..., None]
    square = stone * (0.82 + 0.36 * grain)
    if wet:
        mirror = image[:first][::-1][: frame.h - first]
        square[: mirror.shape[0]] = mix(square[: mirror.shape[0]] * 0.6, mirror, 0.4)
    lay(
        image,
        square.astype(np.float32),
        np.clip((y - np.float32(frame.ay * 0.745)) * frame.unit, 0, 1).astype(np.float32),
        first,
    )
    board = Board(frame)
    rail = rgb("3a3d48") * (0.4 + 0.6 * light.level)
    at = frame.ay * 0.745
    board.box(0, at - 0.004, frame.ax, at + 0.012, stone * 1.15)
    for x in np.arange(0.02, frame.ax, 0.055):
        board.box(x, at - 0.05, x + 0.005, at, rail)
    board.box(0, at - 0.053, frame.ax, at - 0.047, rail)
    board.box(0, at - 0.03, frame.ax, at - 0.027, rail)
    board.put(image)
    return Stage(image, horizon, (frame.ay * 0.83, frame.ay * 0.97), (frame.ay * 0.05, horizon * 0.75))


class _Road:
    """A straight street in one-point perspective: x to the side, up, and z into the picture."""

    def __init__(self, frame: Frame, light: Light, horizon: float, neon: bool) -> None:
        self.board, self.horizon, self.middle = Board(frame), horizon, frame.ax * 0.5
        self.light, self.neon, self.rng = light, neon, frame.rng("street")
        self.tone = light.ambient * 0.55 + light.key * 0.5

    def at(self, x: float, up: float, z: float) -> tuple[float, float]:
        return self.middle + x / z, self.horizon + (0.42 - up) / z

    def quad(self, x: float, z0: float, z1: float, low: float, high: float, colour: Array) -> None:
        """A piece of a wall along the street."""
        at = self.at
        self.board.poly([at(x, low, z0), at(x, high, z0), at(x, high, z1), at(x, low, z1)], colour)

    def strip(self, left: float, right: float, colour: Array, z0: float = 0.7, z1: float = 40) -> None:
        """A piece of the ground along the street."""
        at = self.at
        self.board.poly([at(left, 0, z0), at(right, 0, z0), at(right, 0, z1), at(left, 0, z1)], colour)

    def pave(self) -> None:
        self.strip(-9, 9, rgb("a29a92") * self.tone)
        self.strip(-0.62, 0.62, rgb("55555c") * self.tone)
        for side in (-1, 1):
            self.strip(side * 0.62, side * 0.68, rgb("c3bcb2") * self.tone)
        z = 0.8
        while z < 14:
            self.strip(-0.02, 0.02, rgb("e9e2cc") * self.tone, z, z * 1.12)
            z *= 1.3

    def build(self, side: int) -> None:
        """All houses of one side, far ones first."""
        lit = 0.72 + 0.34 * (1 if side * self.light.direction[0] < 0 else 0)
        edges = [0.75]
        while edges[-1] < 16:
            edges.append(edges[-1] * (1.2 + 0.22 * self.rng.random()))
        for z0, z1 in reversed(list(pairwise(edges))):
            high = 0.95 + 0.8 * self.rng.random()
            wall = mix(rgb(WALLS[int(self.rng.integers(0, 7))]), rgb("2a2340"), 0.6 if self.neon else 0)
            haze = min(0.7, z1 / 22) * (0.5 + self.light.mist)
            face = mix(wall * self.tone * lit, self.light.haze, haze)
            at = self.at
            self.board.poly(
                [at(side, high, z1), at(side * 1.6, high, z1), at(side * 1.6, 0, z1), at(side, 0, z1)],
                face * 0.8,
            )
            self.quad(side, z0, z1, 0, high, face)
            self.quad(side, z0, z1, high, high + 0.05, face * 0.7)
            for floor in range(max(2, int(high / 0.3))):
                self._windows(side, z0, z1, high, floor, face, haze)
            if self.neon or self.rng.random() < 0.5:
                pick = int(self.rng.integers(0, 5))
                sign = rgb(NEONS[pick]) if self.neon else rgb(WALLS[pick]) * self.tone * 1.2
                near, far = z0 + (z1 - z0) * 0.1, z0 + (z1 - z0) * 0.9
                self.quad(side * 0.97, near, far, 0.3, 0.37, mix(sign, self.light.haze, haze))

    def _windows(
        self, side: int, z0: float, z1: float, high: float, floor: int, face: Array, haze: float
    ) -> None:
        floors, dark = max(2, int(high / 0.3)), self.light.dark
        low = 0.08 + floor * high / floors
        top = low + high / floors * 0.58
        for bay in range(3):
            s0, s1 = z0 + (z1 - z0) * (bay + 0.25) / 3, z0 + (z1 - z0) * (bay + 0.75) / 3
            glow = self.rng.random() < 0.25 + 0.35 * dark and dark > 0.3
            glass = WARM if glow else mix(rgb("39485c") * self.tone, self.light.sky[-1], 0.25)
            if self.neon and glow:
                glass = mix(WARM, rgb(NEONS[int(self.rng.integers(0, 5))]), 0.7)
            self.quad(side, s0, s1, low, top, mix(face * 1.25, self.light.haze, 0.1))
            inner, outer = mix_(s0, s1, 0.1), mix_(s0, s1, 0.9)
            self.quad(side, inner, outer, low + 0.02, top - 0.02, mix(glass, self.light.haze, haze * 0.7))

    def light_lamps(self) -> None:
        pole = rgb("2e3038") * (0.4 + 0.6 * self.light.level)
        bulb = WARM if self.light.dark > 0.3 else rgb("e8e4d8") * self.tone
        for z in (9.0, 5.2, 3.0, 1.75):
            for side in (-1, 1):
                post = [
                    self.at(side * 0.74, 0, z),
                    self.at(side * 0.74, 0.72, z),
                    self.at(side * 0.6, 0.76, z),
                ]
                self.board.line(post, pole, 0.012 / z)
                x, y = self.at(side * 0.59, 0.74, z)
                self.board.oval(x, y, 0.03 / z, 0.018 / z, bulb)


def paint_street(frame: Frame, scene: Scene, light: Light) -> Stage:
    """A street seen along its middle, houses to both sides, lamps, a road with kerbs."""
    horizon = frame.ay * 0.55
    neon = scene.light == "neon" or scene.style == "neon"
    image = open_sky(frame, scene, light, horizon)
    paint_skyline(frame, image, light, horizon + 0.02, frame.ay * 0.2, "end", haze=0.7, neon=neon, count=30)
    road = _Road(frame, light, horizon, neon)
    road.pave()
    road.build(-1)
    road.build(1)
    road.light_lamps()
    road.board.put(image)
    _weather_ground(frame, scene, light, image, frame.row(horizon + 0.02), neon)
    return Stage(image, horizon, (frame.ay * 0.8, frame.ay * 0.97), (frame.ay * 0.05, horizon * 0.7))


def _weather_ground(frame: Frame, scene: Scene, light: Light, image: Array, first: int, neon: bool) -> None:
    """Grain, snow or wet mirrors on the street, in place."""
    grain = noise(frame, "asphalt", 50, 3, stretch=2, rows=(first, frame.h))
    image[first:] *= (0.92 + 0.16 * grain)[..., None]
    if scene.weather == "snow":
        drift = smooth(0.3, 0.55, noise(frame, "drifts", 5, 4, stretch=3, rows=(first, frame.h)))
        snow = rgb("e6edf6") * (light.ambient * 0.5 + light.key * 0.5)
        lay(image, snow, 0.35 + 0.6 * drift, first)
    if scene.weather in ("rain", "storm") or neon:
        high = frame.h - first
        mirror = image[max(0, first - high) : first][::-1]
        wet = smooth(0.38, 0.62, noise(frame, "puddles", 4, 3, stretch=3, rows=(first, frame.h)))
        lay(image, mirror.copy(), wet[: mirror.shape[0]] * 0.5, first)


def mix_(a: float, b: float, t: float) -> float:
    """Between two numbers."""
    return a + (b - a) * t


def paint_house(
    board: Board, light: Light, rng: np.random.Generator, x: float, foot: float, wide: float, haze: float
) -> None:
    """A gabled house with door, windows and chimney, seen from the front."""
    tone = light.ambient * 0.5 + light.key * 0.55
    wall = rgb("f0e2c8 e8c9a8 d9dfe0 e7b9a0 c9d6c0 f3efe4".split()[int(rng.integers(0, 6))]) * tone
    roof = rgb("a8473a 8a5a44 6d6f7c b7653f 7a4a52".split()[int(rng.integers(0, 5))]) * tone
    wall, roof = mix(wall, light.haze, haze), mix(roof, light.haze, haze)
    high, peak = wide * (0.62 + 0.3 * rng.random()), wide * (0.42 + 0.24 * rng.random())
    left, right, top = x - wide / 2, x + wide / 2, foot - high
    lit = 1 if light.direction[0] < 0 else -1
    board.box(x + wide * 0.2, top - peak * 0.95, x + wide * 0.32, top - peak * 0.2, roof * 0.8)
    board.poly([(left, foot), (left, top), (x, top - peak), (right, top), (right, foot)], wall)
    board.poly(
        [(x, foot), (x, top - peak), (x + lit * wide / 2, top), (x + lit * wide / 2, foot)], wall * 0.88
    )
    for side in (-1, 1):
        edge = x + side * wide * 0.6
        board.poly(
            [
                (x, top - peak - wide * 0.05),
                (edge, top + wide * 0.07),
                (edge - side * wide * 0.03, top + wide * 0.13),
                (x, top - peak + wide * 0.06),
            ],
            roof * (0.82 if side == lit else 1.05),
        )
    glass = WARM if light.dark > 0.3 else mix(rgb("53708c") * tone, light.sky[-1], 0.3)
    for side in (-1, 1):
        wx, wy, size = x + side * wide * 0.27, top + high * 0.34, wide * 0.095
        board.box(
            wx - size * 1.25, wy - size * 1.25, wx + size * 1.25, wy + size * 1.25, np.minimum(wall * 1.25, 1)
        )
        board.box(wx - size, wy - size, wx + size, wy + size, mix(glass, light.haze, haze * 0.6))
        board.box(wx - size * 0.1, wy - size, wx + size * 0.1, wy + size, np.minimum(wall * 1.2, 1))
    board.box(x - wide * 0.08, foot - high * 0.44, x + wide * 0.08, foot, roof * 0.7, round_=wide * 0.03)
    board.oval(x, top - peak * 0.42, wide * 0.05, wide * 0.05, mix(glass, light.haze, haze * 0.6))


def paint_village(frame: Frame, scene: Scene, light: Light) -> Stage:
    """Houses and a church scattered up a green hillside."""
    horizon = frame.ay * 0.52
    snowy = scene.weather == "snow"
    image = open_sky(frame, scene, light, horizon)
    land = Land("cfdaea" if snowy else "547d3c", "edf2f8" if snowy else "8aa652", hills=0.085, far=50)
    ground = paint_land(frame, image, light, horizon, land)
    add_texture(frame, image, ground)
    rng = frame.rng("village")
    tree = "snowy" if snowy else "round"
    for row, (t, wide, count, haze) in enumerate(
        ((0.07, 0.06, 9, 0.34), (0.17, 0.095, 6, 0.16), (0.3, 0.14, 4, 0.04))
    ):
        foot = horizon + t * (frame.ay - horizon) * 1.5
        plant_row(
            frame,
            image,
            light,
            (tree, "pine" if not snowy else "snowy"),
            foot - 0.012,
            wide * 1.1,
            10 - row * 2,
            f"v{row}",
            haze=haze,
        )
        board = Board(frame)
        for i in range(count):
            x = (i + 0.5 + (rng.random() - 0.5) * 0.7) / count * frame.ax
            if row == 2 and 0.28 < x / frame.ax < 0.72:
                continue
            paint_house(
                board,
                light,
                rng,
                x,
                foot + (rng.random() - 0.5) * 0.03,
                wide * (0.8 + 0.4 * rng.random()),
                haze,
            )
        if row == 1:
            _steeple(board, light, frame.ax * (0.3 + 0.4 * rng.random()), foot, wide)
        board.put(image)
    if not snowy:
        sow_grass(frame, image, light, frame.ay * 0.76, land.low, land.high, count=1700)
    for side in (0.05, 0.96):
        stamp_tree(frame, image, light, tree, frame.ax * side, frame.ay * 0.9, frame.ay * 0.34, variant=2)
    return Stage(
        image,
        horizon,
        (frame.ay * 0.8, frame.ay * 0.96),
        (frame.ay * 0.05, horizon * 0.8),
        grass=None if snowy else land.low,
    )


def _steeple(board: Board, light: Light, x: float, foot: float, wide: float) -> None:
    tone = light.ambient * 0.5 + light.key * 0.55
    wall, roof = rgb("efe8da") * tone, rgb("5f6673") * tone
    half, top = wide * 0.2, foot - wide * 1.6
    board.box(x - half, top, x + half, foot, wall)
    board.box(x, top, x + half, foot, wall * 0.86)
    board.poly([(x - half * 1.25, top), (x, top - wide * 0.95), (x + half * 1.25, top)], roof)
    board.poly([(x, top), (x, top - wide * 0.95), (x + half * 1.25, top)], roof * 0.8)
    board.oval(x, top + wide * 0.3, half * 0.5, half * 0.5, rgb("f6f1e2") * tone)
    board.box(
        x - half * 0.35, top + wide * 0.7, x + half * 0.35, top + wide * 1.0, roof * 0.7, round_=half * 0.3
    )
