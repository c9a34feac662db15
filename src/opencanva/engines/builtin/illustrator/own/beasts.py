"""Own drawings of four-legged animals in full, from one parametric body that looks to the left."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from .kit import Own, Sketch, mix, oval, poly, smooth

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Beast:
    """What makes one animal of the common body; lengths in units of the 128-unit sheet.

    `stout` widens the trunk, `leg` is the length of the legs, `head` is (x, y, radius), `snout` (length, height).
    `ears` is pointed, round, small or long; `tail` bushy, ring, thin, tuft, stub or flowing.
    """

    coat: str
    belly: str
    sock: str
    head: tuple[float, float, float] = (38, 46, 19)
    snout: tuple[float, float] = (17, 12)
    muzzle: str = ""
    ears: str = "pointed"
    ear_inner: str = "#3a2430"
    tail: str = "bushy"
    tail_tip: str = ""
    stout: float = 0
    leg: float = 34
    leg_width: float = 11
    neck: float = 0
    face: Callable[[Sketch, Beast], None] | None = None
    behind_head: Callable[[Sketch, Beast], None] | None = None
    nose: str = "#2b2030"
    limb: str = ""


def paint_beast(s: Sketch, b: Beast) -> None:
    """The whole animal, far side first."""
    top, bottom = 60 - b.stout, 124 - b.leg + 6
    _TAILS[b.tail](s, b, top)
    far = mix(b.sock, "#2a1838", 0.35)
    for x in (56, 84):
        _leg(s, x + 4, bottom - 12, b, far, mix(b.limb or b.coat, "#4a2266", 0.32))
    hx, hy, r = b.head
    trunk = [
        (hx + 4, hy + 6 - b.neck), (hx + r + 6, top + 1 - b.neck * 0.4), (72, top + 1), (92, top), (104, top + 10),
        (106, bottom - 8), (98, bottom + 2), (76, bottom - 2), (56, bottom + 3), (44, bottom), (37, bottom - 16),
    ]  # fmt: skip
    s.form(smooth(*trunk), b.coat, 0.3)
    s.flat(
        smooth((hx - 2, hy + r * 0.7), (hx + 12, hy + r + 2), (50, bottom - 12), (54, bottom + 1), (44, bottom - 1), (37, bottom - 15)),
        s.fade((0, b.belly, 1), (1, mix(b.belly, "#4a2266", 0.14), 1)),
    )
    for x in (44, 92):
        _leg(s, x, bottom - 14, b, b.sock, b.limb or b.coat)
    if b.limb:
        s.flat(smooth((46, top + 4), (62, top + 1), (62, bottom - 10), (54, bottom + 2), (40, bottom - 4), (38, bottom - 18)), b.limb)
        _leg(s, 44, bottom - 14, b, b.sock, b.limb)
    if b.behind_head:
        b.behind_head(s, b)
    _ears(s, b, far=True)
    length, height = b.snout
    muzzle = b.muzzle or b.coat
    s.form(oval(hx, hy, r, r * 0.94), b.coat, 0.26)
    snout = smooth(
        (hx - r * 0.55, hy - height * 0.18), (hx - r - length * 0.5, hy + 3), (hx - r - length * 0.62, hy + 3 + height * 0.55),
        (hx - r * 0.8, hy + 4 + height), (hx - r * 0.1, hy + 4 + height * 0.95), (hx + r * 0.1, hy + height * 0.4),
    )  # fmt: skip
    s.form(snout, muzzle, 0.16)
    if b.face:
        b.face(s, b)
    _ears(s, b, far=False)
    nx, ny = hx - r - length * 0.52, hy + 3.4
    s.flat(oval(nx, ny, 4, 3.2), b.nose)
    s.flat(oval(nx - 1, ny - 1.2, 1.3, 0.8), "#ffffff", 0.6)
    s.line(smooth((nx + 4, ny + height * 0.62), (nx + 9, ny + height * 0.74), (nx + 14, ny + height * 0.5), closed=False),
           mix(b.nose, b.coat, 0.25), 1.6)
    s.eye(hx - r * 0.36, hy - r * 0.14, 3)


def _leg(s: Sketch, x: float, top: float, b: Beast, sock: str, coat: str) -> None:
    w = b.leg_width / 2
    s.form(smooth((x - w - 1, top), (x + w + 1, top), (x + w, 108), (x + w, 122), (x, 124), (x - w - 2, 123), (x - w, 110), pull=0.6),
           coat, 0.28)
    if sock != coat:
        s.flat(smooth((x - w + 0.2, 109), (x + w, 107), (x + w, 122), (x, 124), (x - w - 2, 123), pull=0.6), sock)
    s.line(f"M{x - w + 2:.1f} 123.2V120M{x - w + 5.5:.1f} 123.4V120.4", mix(sock, "#1b0f28", 0.45), 1)


def _ears(s: Sketch, b: Beast, far: bool) -> None:
    hx, hy, r = b.head
    x = hx - r * 0.35 if far else hx + r * 0.5
    y = hy - r * 0.72
    coat = mix(b.coat, "#4a2266", 0.25) if far else b.coat
    if b.ears == "pointed":
        s.form(smooth((x - 8, y + 5), (x - 3, y - 14), (x + 1, y - 17), (x + 6, y - 7), (x + 8, y + 7), pull=0.7), coat, 0.3)
        s.flat(smooth((x - 4, y + 3), (x - 1, y - 10), (x + 3, y - 5), (x + 5, y + 4), pull=0.6), b.ear_inner)
    elif b.ears == "round":
        s.form(oval(x, y - 1, 8), coat, 0.3)
        s.flat(oval(x - 0.5, y, 4.4), b.ear_inner)
    elif b.ears == "small":
        s.form(oval(x, y, 5.5), coat, 0.3)
        s.flat(oval(x - 0.3, y + 0.6, 3), b.ear_inner)
    else:
        s.form(smooth((x - 4, y + 4), (x + 2, y - 10), (x + 12, y - 13), (x + 12, y - 4), (x + 4, y + 6), pull=0.8), coat, 0.3)
        s.flat(smooth((x, y + 1), (x + 4, y - 7), (x + 9, y - 9), (x + 7, y - 3), pull=0.7), b.ear_inner)


def _tail_bushy(s: Sketch, b: Beast, top: float) -> None:
    outline = ((98, top + 20), (108, top + 22), (114, top + 8), (112, top - 12), (119, top - 26), (126, top - 8), (126, top + 16),
               (117, top + 34), (104, top + 36))
    s.form(smooth(*outline), b.coat, 0.32)
    if b.tail_tip:
        s.form(smooth((112, top - 12), (119, top - 27), (126.4, top - 8), (122, top - 6), (119, top - 10), (116, top - 5)), b.tail_tip, 0.12)


def _tail_ring(s: Sketch, b: Beast, top: float) -> None:
    _tail_bushy(s, Beast(b.coat, b.belly, b.sock), top)
    for y in (-18, -6, 7, 20):
        s.line(smooth((112.5 + (y < -10) * 2, top + y + 3), (119, top + y), (125, top + y + 4), closed=False), b.tail_tip, 4.6)


def _tail_thin(s: Sketch, b: Beast, top: float) -> None:
    s.line(smooth((100, top + 12), (112, top + 16), (116, top), (122, top - 8), closed=False), mix(b.coat, "#4a2266", 0.2), 5)


def _tail_tuft(s: Sketch, b: Beast, top: float) -> None:
    s.line(smooth((100, top + 12), (114, top + 18), (115, top + 2), (120, top - 12), closed=False), mix(b.coat, "#4a2266", 0.15), 4.5)
    s.form(smooth((117, top - 8), (114, top - 20), (121, top - 28), (127, top - 18), (124, top - 8)), b.tail_tip, 0.3)


def _tail_stub(s: Sketch, b: Beast, top: float) -> None:
    s.form(oval(105, top + 14, 6), b.coat, 0.3)


def _tail_flowing(s: Sketch, b: Beast, top: float) -> None:
    s.form(smooth((98, top + 6), (110, top), (121, top + 14), (118, top + 36), (126, top + 52), (112, top + 54), (106, top + 36),
                  (108, top + 20)), b.tail_tip, 0.3)


_TAILS: dict[str, Callable[[Sketch, Beast, float], None]] = {
    "bushy": _tail_bushy, "ring": _tail_ring, "thin": _tail_thin, "tuft": _tail_tuft, "stub": _tail_stub,
    "flowing": _tail_flowing,
}  # fmt: skip


def _fox_face(s: Sketch, b: Beast) -> None:
    hx, hy, r = b.head
    s.flat(smooth((hx - r * 0.95, hy + 9), (hx - r * 0.2, hy + 4), (hx + r * 0.5, hy + 3), (hx + r * 0.92, hy + 8), (hx + r * 0.5, hy + 16),
                  (hx - r * 0.2, hy + 18), (hx - r * 0.8, hy + 14)), s.fade((0, b.belly, 1), (1, mix(b.belly, "#4a2266", 0.12), 1)))


def _wolf_face(s: Sketch, b: Beast) -> None:
    _fox_face(s, b)
    hx, hy, r = b.head
    s.flat(smooth((hx - r * 0.6, hy - r * 0.5), (hx + 2, hy - r * 0.9), (hx + r * 0.5, hy - r * 0.5), (hx, hy - r * 0.3)),
           mix(b.coat, "#2a2a3a", 0.35))


def _panda_face(s: Sketch, b: Beast) -> None:
    hx, hy, r = b.head
    s.flat(smooth((hx - r * 0.6, hy - r * 0.35), (hx - r * 0.2, hy - r * 0.42), (hx - r * 0.05, hy), (hx - r * 0.35, hy + r * 0.25),
                  (hx - r * 0.68, hy + r * 0.1)), "#2e2a38")


def _raccoon_face(s: Sketch, b: Beast) -> None:
    hx, hy, r = b.head
    s.flat(smooth((hx - r, hy - 6), (hx - r * 0.2, hy - 10), (hx + r * 0.9, hy - 6), (hx + r * 0.9, hy + 2), (hx - r * 0.9, hy + 1)), "#f1eff3")
    s.flat(smooth((hx - r * 0.98, hy - 3), (hx - r * 0.2, hy - 6.5), (hx + r * 0.8, hy - 1), (hx + r * 0.5, hy + 6), (hx - r * 0.6, hy + 5)),
           "#3b3644")


def _mane(s: Sketch, b: Beast) -> None:
    hx, hy, r = b.head
    for k, (grow, colour) in enumerate(((1.72, b.tail_tip), (1.45, mix(b.tail_tip, "#f2a33a", 0.35)))):
        n, points = 13, []
        for i in range(2 * n):
            angle = math.pi * i / n + k * 0.12
            reach = r * grow * (1.0 if i % 2 else 0.86)
            points.append((hx + 5 + math.cos(angle) * reach, hy + 4 + math.sin(angle) * reach))
        s.form(smooth(*points), colour, 0.3)


def _unicorn_behind(s: Sketch, b: Beast) -> None:
    hx, hy, r = b.head
    s.form(smooth((hx - 2, hy - r - 4), (hx + 14, hy - r), (hx + 26, hy + 4), (hx + 32, hy + 24), (hx + 26, hy + 38), (hx + 20, hy + 22),
                  (hx + 12, hy + 10)), b.tail_tip, 0.26)
    s.form(smooth((hx + 8, hy - r + 4), (hx + 20, hy - 2), (hx + 24, hy + 16), (hx + 18, hy + 26), (hx + 14, hy + 12)), "#ff9ad0", 0.2)


def _unicorn_face(s: Sketch, b: Beast) -> None:
    hx, hy, r = b.head
    s.form(poly((hx - 11, hy - r * 0.78), (hx - 3, hy - r * 0.95), (hx - 17, hy - r - 22)), "#ffcf4a", 0.3)
    for t in (0.25, 0.5, 0.72):
        s.line(f"M{hx - 11 - 6 * t:.1f} {hy - r * 0.78 - 23 * t:.1f}L{hx - 3 - 13 * t:.1f} {hy - r * 0.95 - 20 * t:.1f}", "#d6932c", 1.2)
    s.form(smooth((hx - 8, hy - r * 0.8), (hx + 2, hy - r - 5), (hx + 12, hy - r * 0.8), (hx + 2, hy - r * 0.35), (hx - 4, hy - r * 0.3)),
           b.tail_tip, 0.22)
    s.flat(oval(hx - 13, hy + 4, 4, 2.6), "#ff9ab8", 0.55)


def _moose_face(s: Sketch, b: Beast) -> None:
    hx, hy, r = b.head
    for side, shade in ((-1, 0.3), (1, 0.0)):
        x = hx + 3 + side * 4
        horn = mix("#d8b98a", "#4a2266", shade)
        pts = [(0, 0), (10, -4), (16, -12), (14, -26), (19, -17), (22, -29), (25, -17), (31, -26), (30, -12), (22, -2), (10, 5)]
        s.form(smooth(*((x + side * px * 0.9, hy - r * 0.75 + py * 0.9) for px, py in pts), pull=0.7), horn, 0.3)


def _boar_face(s: Sketch, b: Beast) -> None:
    hx, hy, r = b.head
    s.form(smooth((hx - r - 2, hy + 12), (hx - r - 7, hy + 3), (hx - r - 3, hy - 2), (hx - r + 3, hy + 10), pull=0.7), "#fff3dc", 0.2)
    s.flat(oval(hx - r - 9, hy + 4, 3.6, 7), "#d28a86")


def _boar_back(s: Sketch, b: Beast) -> None:
    s.form(smooth((40, 34), (52, 32), (60, 40), (72, 40), (80, 47), (92, 48), (98, 58), (70, 58), (52, 54)), "#4a302c", 0.2)


_FOX = Beast("#f0792b", "#fff1e2", "#3a2430", face=_fox_face, tail_tip="#fff4e8", leg=36, leg_width=9.5)
_WOLF = Beast("#8a93a3", "#eceef2", "#d7dae1", face=_wolf_face, tail_tip="#5e6675", leg=40, leg_width=11, stout=4, head=(37, 42, 19),
              ear_inner="#4a3a48")
_BEAR = Beast("#8b5a3a", "#a9744c", "#7a4c30", head=(38, 46, 21), snout=(12, 15), muzzle="#d9a878", ears="round", ear_inner="#c98a5e",
              tail="stub", stout=10, leg=30, leg_width=17)
_POLAR = Beast("#f3f3f6", "#ffffff", "#e6e8ef", head=(36, 46, 18), snout=(17, 12), muzzle="#ffffff", ears="small", ear_inner="#b8bccb",
               tail="stub", stout=10, leg=30, leg_width=17)
_PANDA = Beast("#f6f5f8", "#f6f5f8", "#2e2a38", head=(40, 48, 22), snout=(9, 13), muzzle="#ffffff", ears="round", ear_inner="#2e2a38",
               tail="stub", stout=10, leg=28, leg_width=17, face=_panda_face, limb="#35303f")
_LION = Beast("#f2b04a", "#fbe0a8", "#eaa43c", head=(40, 46, 19), snout=(12, 14), muzzle="#fdeccb", ears="small", ear_inner="#a85a2a",
              tail="tuft", tail_tip="#a5521f", stout=4, leg=36, leg_width=13, behind_head=_mane, nose="#7a3a2a")
_UNICORN = Beast("#f7f3fb", "#f1e9f8", "#c9b2ea", head=(36, 40, 17), snout=(20, 13), muzzle="#fdeaf2", ears="small", ear_inner="#f2b8d2",
                 tail="flowing", tail_tip="#a77bea", leg=46, leg_width=10, stout=4, neck=6, behind_head=_unicorn_behind,
                 face=_unicorn_face, nose="#8a5a7a")
_RACCOON = Beast("#8f8a96", "#c9c5cf", "#3b3644", head=(38, 50, 20), snout=(12, 11), muzzle="#f4f2f6", ears="round", ear_inner="#e9e5ee",
                 tail="ring", tail_tip="#3b3644", leg=28, leg_width=10, face=_raccoon_face)
_MOOSE = Beast("#7a4c34", "#8c5c40", "#c9a884", head=(36, 44, 16), snout=(24, 17), muzzle="#8a5a40", ears="long", ear_inner="#c9987a",
               tail="stub", leg=50, leg_width=10, stout=8, neck=2, face=_moose_face)
_BOAR = Beast("#6a4640", "#8a6258", "#3a2628", head=(38, 56, 19), snout=(22, 15), muzzle="#7d554c", ears="pointed", ear_inner="#a3746a",
              tail="thin", leg=26, leg_width=10, stout=8, face=_boar_face, behind_head=_boar_back)


def _own(name: str, beast: Beast, height: float) -> Own:
    return Own(name, name.replace("-", " "), "nature", "stand", height, lambda s: paint_beast(s, beast))


BEASTS = (
    _own("fox", _FOX, 0.5), _own("wolf", _WOLF, 0.9), _own("bear", _BEAR, 1.4), _own("polar-bear", _POLAR, 1.6),
    _own("panda", _PANDA, 0.9), _own("lion", _LION, 1.2), _own("unicorn", _UNICORN, 1.7), _own("raccoon", _RACCOON, 0.4),
    _own("moose", _MOOSE, 2.1), _own("boar", _BOAR, 0.9),
)  # fmt: skip
