"""Pen and paint for our own drawings: shapes with the soft two-light shading that the emoji packs have."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

SHADE, GLOW = "#4a2266", "#fff3d6"


@dataclass(frozen=True, slots=True)
class Own:
    """One own drawing: what `art.ArtFacts` needs, and `paint`, which draws onto a `Sketch` of 128 × 128 units.

    Ground contact is at y = 124 unless it flies, swims or floats (a boat's water line is then y = 118).
    """

    name: str
    label: str
    group: str
    pose: str
    height: float
    paint: Callable[[Sketch], None]

    def draw(self) -> str:
        """The drawing as SVG source."""
        sketch = Sketch()
        self.paint(sketch)
        return sketch.source()


def mix(a: str, b: str, t: float) -> str:
    """The colour at `t` (0..1) of the way from `a` to `b`, all as #rrggbb."""
    pairs = zip(bytes.fromhex(a[1:]), bytes.fromhex(b[1:]), strict=True)
    return "#" + "".join(f"{round(x + (y - x) * t):02x}" for x, y in pairs)


def num(value: float) -> str:
    """A coordinate with at most two decimals, without trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def poly(*points: tuple[float, float]) -> str:
    """A closed path through straight corners."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "z"


def smooth(*points: tuple[float, float], closed: bool = True, pull: float = 1.0) -> str:
    """A smooth path (Catmull-Rom as Bézier curves) through the points; `pull` is how round it is."""
    n = len(points)
    steps = n if closed else n - 1
    out = f"M{num(points[0][0])} {num(points[0][1])}"
    for i in range(steps):
        p0 = points[(i - 1) % n] if closed or i else points[0]
        p1, p2 = points[i], points[(i + 1) % n]
        p3 = points[(i + 2) % n] if closed or i + 2 < n else p2
        k = pull / 6
        c1 = (p1[0] + (p2[0] - p0[0]) * k, p1[1] + (p2[1] - p0[1]) * k)
        c2 = (p2[0] - (p3[0] - p1[0]) * k, p2[1] - (p3[1] - p1[1]) * k)
        out += "C" + " ".join(f"{num(x)} {num(y)}" for x, y in (c1, c2, p2))
    return out + ("z" if closed else "")


def box(x: float, y: float, w: float, h: float, r: float = 0) -> str:
    """A rectangle with round corners as a path."""
    r = min(r, w / 2, h / 2)
    a = f"a{num(r)} {num(r)} 0 0 1"
    return (
        f"M{num(x + r)} {num(y)}h{num(w - 2 * r)}{a} {num(r)} {num(r)}v{num(h - 2 * r)}{a} {num(-r)} {num(r)}"
        f"h{num(2 * r - w)}{a} {num(-r)} {num(-r)}v{num(2 * r - h)}{a} {num(r)} {num(-r)}z"
    )


def oval(cx: float, cy: float, rx: float, ry: float | None = None) -> str:
    """An ellipse (or a circle) as a path."""
    ry = rx if ry is None else ry
    a = f"a{num(rx)} {num(ry)} 0 1 0"
    return f"M{num(cx - rx)} {num(cy)}{a} {num(2 * rx)} 0{a} {num(-2 * rx)} 0z"


def turn(points: list[tuple[float, float]], cx: float, cy: float, degrees: float) -> list[tuple[float, float]]:
    """The points turned clockwise about (cx, cy)."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c) for x, y in points]


class Sketch:
    """A growing SVG of 128 × 128 units; later shapes lie over earlier ones."""

    def __init__(self) -> None:
        self._defs: list[str] = []
        self._body: list[str] = []

    def source(self) -> str:
        """The SVG so far."""
        defs = "".join(self._defs)
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">'
            f"<defs>{defs}</defs>{''.join(self._body)}</svg>"
        )

    def fade(self, *stops: tuple[float, str, float], at: str = 'x1="0" y1="0" x2="0" y2="1"') -> str:
        """A linear gradient over the shape's own box; stops are (offset, colour, opacity). Returns its paint."""
        return self._gradient("linearGradient", at, stops)

    def glow(self, *stops: tuple[float, str, float], at: str = 'cx=".5" cy=".5" r=".5"') -> str:
        """A radial gradient over the shape's own box. Returns its paint."""
        return self._gradient("radialGradient", at, stops)

    def _gradient(self, kind: str, at: str, stops: tuple[tuple[float, str, float], ...]) -> str:
        name = f"g{len(self._defs)}"
        inner = "".join(
            f'<stop offset="{num(o)}" stop-color="{c}"' + (f' stop-opacity="{num(a)}"' if a < 1 else "") + "/>"
            for o, c, a in stops
        )
        self._defs.append(f'<{kind} id="{name}" {at}>{inner}</{kind}>')
        return f"url(#{name})"

    def flat(self, path: str, paint: str, opacity: float = 1) -> None:
        """A shape in one paint."""
        alpha = f' fill-opacity="{num(opacity)}"' if opacity < 1 else ""
        self._body.append(f'<path fill="{paint}"{alpha} d="{path}"/>')

    def line(self, path: str, colour: str, width: float, opacity: float = 1) -> None:
        """A stroke with round ends."""
        alpha = f' stroke-opacity="{num(opacity)}"' if opacity < 1 else ""
        self._body.append(
            f'<path fill="none" stroke="{colour}" stroke-width="{num(width)}" stroke-linecap="round"'
            f' stroke-linejoin="round"{alpha} d="{path}"/>'
        )

    def form(self, path: str, colour: str, depth: float = 0.28, side: bool = False) -> None:
        """A rounded, lit shape: light from the upper left, warm shade at the lower right.

        `depth` is how strong the shade is, `side` lights from the left only (for towers and walls).
        """
        light, dark = mix(colour, GLOW, depth * 0.5), mix(colour, SHADE, depth)
        at = 'x1="0" y1="0" x2="1" y2="0"' if side else 'x1=".2" y1="0" x2=".6" y2="1"'
        self.flat(path, self.fade((0, light, 1), (0.5, colour, 1), (1, dark, 1), at=at))
        self.flat(path, self.glow((0, "#ffffff", depth * 0.9), (1, "#ffffff", 0), at='cx=".28" cy=".2" r=".55"'))
        self.flat(
            path,
            self.glow((0.72, dark, 0), (1, mix(colour, SHADE, min(1, depth * 1.7)), 0.75),
                      at='cx=".42" cy=".4" r=".72"'),
        )

    def eye(self, x: float, y: float, r: float, colour: str = "#2b2030") -> None:
        """A dark eye with a glint."""
        self.flat(oval(x, y, r, r * 1.18), colour)
        self.flat(oval(x - r * 0.3, y - r * 0.42, r * 0.36), "#ffffff")

    def group(self, transform: str, paint: Callable[[Sketch], None]) -> None:
        """Draws with `paint` under an SVG transform."""
        self._body.append(f'<g transform="{transform}">')
        paint(self)
        self._body.append("</g>")
