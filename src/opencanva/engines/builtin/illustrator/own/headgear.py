"""Hats, helmets, hair and beards for the figures of `people`."""

from __future__ import annotations

from .kit import Sketch, box, mix, oval, poly, smooth
from .wardrobe import GOLD, STEEL, Wardrobe, hang


def _pointed_hat(s: Sketch, colour: str, band: str) -> None:
    s.form(smooth((36, 25), (50, 17), (78, 17), (92, 25), (78, 29), (50, 29)), colour, 0.34)
    s.form(smooth((46, 22), (54, 4), (62, -8), (74, -10), (72, 0), (82, 22), (64, 26), pull=0.8), colour, 0.34)
    s.form(smooth((46, 21), (64, 25), (82, 21), (81, 15), (64, 19), (48.5, 15), pull=0.6), band, 0.25)


def _beard(s: Sketch, colour: str, length: float) -> None:
    s.form(smooth((46, 38), (52, 44), (58, 43), (64, 45), (70, 43), (76, 44), (82, 38), (80, 52), (72, 55 + length * 0.6), (64, 58 + length),
                  (56, 55 + length * 0.6), (48, 52)), colour, 0.26)
    s.line("M59 48.5Q64 52 69 48.5", "#8a3a2a", 2)


HEADGEAR: Wardrobe = {
    "pointed-hat-blue": lambda s: _pointed_hat(s, "#4a4fc4", GOLD),
    "pointed-hat-black": lambda s: _pointed_hat(s, "#3a2f52", "#9a5fd0"),
    "beard": lambda s: _beard(s, "#7a4a28", 2),
    "beard-black": lambda s: _beard(s, "#3a2430", 2),
    "big-beard": lambda s: _beard(s, "#d8782e", 14),
    "big-beard-white": lambda s: _beard(s, "#f6f4f7", 14),
    "long-beard": lambda s: _beard(s, "#f6f4f7", 28),
}


@hang(HEADGEAR, "plume")
def _plume(s: Sketch) -> None:
    s.form(smooth((60, 12), (62, 0), (74, -6), (88, 2), (92, 18), (84, 12), (72, 8)), "#d8262f", 0.34)


@hang(HEADGEAR, "helm")
def _helm(s: Sketch) -> None:
    s.form(smooth((42, 40), (43, 20), (54, 8), (74, 8), (85, 20), (86, 40), (84, 52), (79, 54), (78, 30), (66, 27), (64, 40), (62, 27), (50, 30), (49, 54),
                  (44, 52), pull=0.6), STEEL, 0.32)
    s.line("M64 8V28", mix(STEEL, "#4a2266", 0.4), 1.6)
    for x in (47, 81):
        s.flat(oval(x, 34, 1.6), GOLD)


@hang(HEADGEAR, "horned-helmet")
def _horned(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 20, 24), (64 + k * 33, 18), (64 + k * 35, 2), (64 + k * 29, 10), (64 + k * 18, 14), pull=0.8), "#f7ecd4", 0.3)
    s.form(smooth((42, 28), (46, 12), (64, 4), (82, 12), (86, 28), (64, 25), pull=0.8), STEEL, 0.34)
    s.form(smooth((42, 29), (64, 25.5), (86, 29), (85.5, 23.5), (64, 20), (42.5, 23.5), pull=0.6), "#a97142", 0.3)


@hang(HEADGEAR, "crown")
def _crown(s: Sketch) -> None:
    s.form(poly((45, 21), (43, 2), (54, 11), (64, -1), (74, 11), (85, 2), (83, 21)), GOLD, 0.34)
    s.form(box(44, 17, 40, 6, 2.5), mix(GOLD, "#d8862b", 0.4), 0.3)
    for x, c in ((52, "#2f8fd8"), (64, "#d8262f"), (76, "#2f8fd8")):
        s.flat(oval(x, 20, 2.2), c)
    for x, y in ((43, 2), (64, -1), (85, 2)):
        s.flat(oval(x, y, 2.4), "#fff1b0")


@hang(HEADGEAR, "tiara")
def _tiara(s: Sketch) -> None:
    s.form(smooth((48, 20), (56, 14), (64, 3), (72, 14), (80, 20), (64, 18), pull=0.7), GOLD, 0.3)
    s.flat(oval(64, 12, 2.4), "#ff5fa8")


@hang(HEADGEAR, "fringe")
def _fringe(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 21, 22), (64 + k * 23, 34), (64 + k * 18, 38), (64 + k * 17, 26)), "#e8e6ea", 0.2)


@hang(HEADGEAR, "moustache")
def _moustache(s: Sketch) -> None:
    s.form(smooth((52, 47), (58, 42.5), (64, 44.5), (70, 42.5), (76, 47), (69, 47.5), (64, 46.5), (59, 47.5)), "#e8e6ea", 0.2)


@hang(HEADGEAR, "spectacles")
def _spectacles(s: Sketch) -> None:
    for k in (-1, 1):
        s.line(oval(64 + k * 8, 36, 6), "#4a3a52", 1.6)
    s.line("M62 36Q64 34.6 66 36", "#4a3a52", 1.6)


@hang(HEADGEAR, "eyepatch")
def _eyepatch(s: Sketch) -> None:
    s.line("M44 28L84 33", "#2b2030", 1.8)
    s.flat(smooth((67, 32), (78, 33), (77, 40), (72, 42), (67, 38)), "#2b2030")


@hang(HEADGEAR, "tricorne")
def _tricorne(s: Sketch) -> None:
    s.form(smooth((34, 24), (46, 6), (64, 0), (82, 6), (94, 24), (78, 20), (64, 24), (50, 20)), "#34303f", 0.3)
    s.line(smooth((35, 23), (50, 19.5), (64, 23.5), (78, 19.5), (93, 23), closed=False), GOLD, 1.8)
    s.flat(oval(64, 11, 4.4, 4), "#fbf8fc")
    s.flat(box(61.6, 13.4, 4.8, 3.4, 1), "#fbf8fc")
    for x in (62.2, 65.8):
        s.flat(oval(x, 11, 1.1), "#34303f")


@hang(HEADGEAR, "kabuto")
def _kabuto(s: Sketch) -> None:
    s.form(smooth((38, 44), (42, 22), (54, 9), (74, 9), (86, 22), (90, 44), (82, 40), (80, 28), (64, 23), (48, 28), (46, 40), pull=0.7), "#3a3f66", 0.32)
    for k in (-1, 1):
        s.form(smooth((64 + k * 3, 18), (64 + k * 16, 10), (64 + k * 19, -8), (64 + k * 12, 2), (64 + k * 4, 10), pull=0.8), GOLD, 0.3)
    s.form(oval(64, 17, 4.6), "#d8262f", 0.3)


@hang(HEADGEAR, "mask")
def _mask(s: Sketch) -> None:
    s.form(smooth((64, 8), (80, 14), (88, 34), (82, 52), (64, 58), (46, 52), (40, 34), (48, 14)), "#34343f", 0.3)
    s.form(smooth((48, 31), (64, 29), (80, 31), (79, 41), (64, 42), (49, 41), pull=0.7), "#ffc94d", 0.2)
    for k in (-1, 1):
        s.eye(64 + k * 8, 36, 2.7)
        s.line(f"M{64 + k * 12} 31L{64 + k * 5} 33.4", "#34343f", 2.2)


@hang(HEADGEAR, "bubble-helmet")
def _bubble_helmet(s: Sketch) -> None:
    s.line(oval(64, 34, 26, 25), "#eef0f6", 7)
    s.line(oval(64, 34, 29.4, 28.4), "#aab0c6", 1.2)
    s.flat(oval(64, 34, 23, 22), s.fade((0, "#bfe6ff", 0.42), (1, "#5fa0e0", 0.12)))
    s.flat(smooth((48, 32), (53, 20), (64, 15), (56, 24), (52, 34)), "#ffffff", 0.6)
    for k in (-1, 1):
        s.form(box(64 + k * 29 - 4, 28, 8, 13, 3), "#c3c6d2", 0.3)


@hang(HEADGEAR, "toque")
def _toque(s: Sketch) -> None:
    s.form(smooth((47, 22), (40, 8), (48, -4), (60, -5), (68, -6), (80, -4), (88, 8), (81, 22)), "#fbfafc", 0.22)
    s.form(box(45.5, 16, 37, 9, 3), "#eceaf1", 0.22)


@hang(HEADGEAR, "cowboy-hat")
def _cowboy_hat(s: Sketch) -> None:
    s.form(smooth((30, 18), (42, 21), (64, 24), (86, 21), (98, 18), (90, 28), (64, 31), (38, 28)), "#a5703f", 0.34)
    s.form(smooth((46, 22), (48, 4), (58, 0), (64, 4), (70, 0), (80, 4), (82, 22), (64, 25), pull=0.8), "#a5703f", 0.34)
    s.form(smooth((46, 22), (64, 25.5), (82, 22), (82, 17.5), (64, 21), (46, 17.5), pull=0.6), "#5a3426", 0.3)


@hang(HEADGEAR, "straw-hat")
def _straw_hat(s: Sketch) -> None:
    s.form(smooth((32, 24), (48, 18), (80, 18), (96, 24), (80, 29), (48, 29)), "#e8c05a", 0.3)
    s.form(smooth((47, 22), (51, 7), (64, 3), (77, 7), (81, 22), (64, 25), pull=0.8), "#e8c05a", 0.3)
    s.form(smooth((47, 22), (64, 25), (81, 22), (80.4, 17), (64, 20), (47.6, 17), pull=0.6), "#c8443a", 0.3)


@hang(HEADGEAR, "souwester")
def _souwester(s: Sketch) -> None:
    s.form(smooth((36, 28), (46, 21), (82, 21), (92, 28), (80, 31), (48, 31)), "#f5c52e", 0.34)
    s.form(smooth((45, 25), (48, 9), (64, 3), (80, 9), (83, 25), (64, 27), pull=0.85), "#f5c52e", 0.34)
    for y in (70, 80):
        s.line(f"M60 {y}H68", "#b8861e", 2.4)


@hang(HEADGEAR, "fire-helmet")
def _fire_helmet(s: Sketch) -> None:
    s.form(smooth((36, 29), (46, 20), (64, 18), (82, 20), (92, 29), (64, 26)), "#d8262f", 0.34)
    s.form(smooth((45, 24), (48, 8), (64, 2), (80, 8), (83, 24), (64, 21), pull=0.85), "#d8262f", 0.34)
    s.form(smooth((58, 10), (64, 7), (70, 10), (69, 19), (64, 22), (59, 19), pull=0.7), GOLD, 0.3)


@hang(HEADGEAR, "peaked-cap")
def _peaked_cap(s: Sketch) -> None:
    s.form(smooth((40, 14), (52, 3), (76, 3), (88, 14), (82, 23), (46, 23), pull=0.8), "#2f4f94", 0.32)
    s.form(smooth((46, 22), (64, 19), (82, 22), (80, 29), (64, 26), (48, 29), pull=0.7), "#23262f", 0.3)
    s.form(oval(64, 13, 4.4), GOLD, 0.3)


@hang(HEADGEAR, "steel-helmet")
def _steel_helmet(s: Sketch) -> None:
    s.form(smooth((40, 30), (44, 14), (64, 4), (84, 14), (88, 30), (64, 26), pull=0.85), "#5f6e44", 0.32)


@hang(HEADGEAR, "santa-hat")
def _santa_hat(s: Sketch) -> None:
    s.form(smooth((45, 22), (52, 4), (68, -4), (88, 4), (96, 20), (84, 16), (82, 22), (64, 24), pull=0.8), "#d8262f", 0.34)
    s.form(smooth((42, 20), (64, 15), (86, 20), (87, 27), (64, 23), (41, 27), pull=0.8), "#fbf8fc", 0.2)
    s.form(oval(96, 23, 5.5), "#fbf8fc", 0.2)


@hang(HEADGEAR, "eye-mask")
def _eye_mask(s: Sketch) -> None:
    s.flat(smooth((46, 31), (64, 33), (82, 31), (80, 41), (70, 42), (64, 38), (58, 42), (48, 41), pull=0.8), "#d8262f")
    for k in (-1, 1):
        s.flat(oval(64 + k * 8, 36.4, 4.4, 3.4), "#ffffff")
        s.eye(64 + k * 8, 36.6, 2.2)


@hang(HEADGEAR, "red-nose")
def _red_nose(s: Sketch) -> None:
    s.line("M55 45Q64 54 73 45", "#e23c3c", 3.4)
    s.form(oval(64, 40.5, 5), "#e2302c", 0.3)


@hang(HEADGEAR, "fedora")
def _fedora(s: Sketch) -> None:
    s.form(smooth((36, 24), (48, 18), (80, 18), (92, 24), (78, 28), (50, 28)), "#7d5c3a", 0.34)
    s.form(smooth((47, 22), (50, 5), (60, 2), (64, 5), (70, 2), (78, 5), (81, 22), (64, 25), pull=0.8), "#8d6a44", 0.34)
    s.form(smooth((47, 22), (64, 25), (81, 22), (80.5, 17), (64, 20), (47.5, 17), pull=0.6), "#3a2a24", 0.3)


@hang(HEADGEAR, "beret")
def _beret(s: Sketch) -> None:
    s.form(smooth((42, 20), (44, 8), (62, 1), (84, 5), (92, 15), (82, 22), (62, 19)), "#c8353f", 0.34)
