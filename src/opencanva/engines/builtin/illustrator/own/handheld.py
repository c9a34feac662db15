"""Swords, staffs and other things that the figures of `people` hold or carry."""

from __future__ import annotations

from .kit import Sketch, box, oval, poly, smooth
from .wardrobe import GOLD, LEATHER, STEEL, WOOD, Wardrobe, hang


def _blade(s: Sketch, x: float, curve: float, hilt: str) -> None:
    s.form(smooth((x - 2.4, 84), (x + 2.4, 84), (x + 2.6 + curve, 50), (x + 0.2 + curve * 1.6, 38), (x - 2.4 + curve, 50), pull=0.5), "#dfe5ee", 0.25)
    s.line(f"M{x} 83L{x + curve} 48", "#9aa6b8", 1)
    s.form(box(x - 7, 82, 14, 4, 2), hilt, 0.3)
    s.form(box(x - 2, 85, 4, 11, 2), LEATHER, 0.3)


HANDHELD: Wardrobe = {
    "sword": lambda s: _blade(s, 93, 0, GOLD),
    "cutlass": lambda s: _blade(s, 93, 6, GOLD),
    "katana": lambda s: _blade(s, 93, 3, "#2c2c37"),
}


@hang(HANDHELD, "shield")
def _shield(s: Sketch) -> None:
    s.form(smooth((20, 68), (36, 65), (52, 68), (51, 86), (36, 104), (21, 86), pull=0.7), GOLD, 0.3)
    s.form(smooth((24, 71), (36, 69), (48, 71), (47, 85), (36, 98), (25, 85), pull=0.7), "#2f62c4", 0.3)
    s.form(poly((34, 74), (38, 74), (38, 80), (44, 80), (44, 84), (38, 84), (38, 93), (34, 93), (34, 84), (28, 84), (28, 80), (34, 80)), "#f6f4f7", 0.12)


@hang(HANDHELD, "round-shield")
def _round_shield(s: Sketch) -> None:
    s.form(oval(34, 86, 18), "#8a5a34", 0.34)
    s.form(oval(34, 86, 14.5), "#2f7fa8", 0.3)
    s.form(smooth((34, 72), (40, 78), (34, 86), pull=0.4) + smooth((34, 100), (28, 94), (34, 86), pull=0.4), "#f1e6c8", 0.1)
    s.form(oval(34, 86, 5), STEEL, 0.34)


@hang(HANDHELD, "axe")
def _axe(s: Sketch) -> None:
    s.line("M93 104V54", WOOD, 4)
    s.form(smooth((93, 56), (104, 50), (110, 62), (104, 74), (93, 68), pull=0.6), STEEL, 0.34)


@hang(HANDHELD, "sceptre")
def _sceptre(s: Sketch) -> None:
    s.line("M93 112V58", GOLD, 4)
    s.form(oval(93, 54, 6), "#d8262f", 0.3)
    s.form(box(88, 59, 10, 4, 2), GOLD, 0.3)


@hang(HANDHELD, "staff")
def _staff(s: Sketch) -> None:
    s.line("M93 122L92 44", WOOD, 4.4)
    s.line("M92 46Q84 40 87 32M92 46Q100 40 97 32", WOOD, 3.6)
    s.form(oval(92, 35, 6.5), "#5fe0f0", 0.24)
    s.flat(oval(90, 33, 2), "#ffffff", 0.9)


@hang(HANDHELD, "broomstick")
def _broomstick(s: Sketch) -> None:
    s.line("M93 46V104", WOOD, 4)
    s.form(smooth((90, 100), (96, 100), (103, 122), (93, 124), (83, 122), pull=0.6), "#d8a83a", 0.34)
    s.line("M90 104H96", "#7a3f9a", 3)


@hang(HANDHELD, "cane")
def _cane(s: Sketch) -> None:
    s.line("M93 123V84Q93 78 87 79", WOOD, 3.6)


@hang(HANDHELD, "katana-back")
def _katana_back(s: Sketch) -> None:
    s.line("M92 44L42 100", "#23232c", 5)
    s.line("M98 37L90 46", "#b3202f", 5)


@hang(HANDHELD, "backpack")
def _backpack(s: Sketch) -> None:
    s.form(box(40, 50, 48, 42, 8), "#aab0c2", 0.32)


@hang(HANDHELD, "ladle")
def _ladle(s: Sketch) -> None:
    s.line("M93 92V60", "#9aa4b6", 3.4)
    s.form(oval(93, 56, 7, 6), "#b3bccb", 0.34)


@hang(HANDHELD, "pitchfork")
def _pitchfork(s: Sketch) -> None:
    s.line("M94 122V58", WOOD, 3.6)
    s.line("M87 42V54Q87 58 94 58Q101 58 101 54V42M94 58V42", "#8a94a6", 2.6)


@hang(HANDHELD, "rod")
def _rod(s: Sketch) -> None:
    s.line("M90 104L108 14", WOOD, 3)
    s.line("M108 14Q118 40 114 70", "#8a90a2", 0.9)
    s.form(oval(114, 73, 3), "#d8262f", 0.3)


@hang(HANDHELD, "flask")
def _flask(s: Sketch) -> None:
    s.form(smooth((90, 66), (96, 66), (96, 76), (104, 90), (82, 90), (90, 76), pull=0.4), "#cfeaf6", 0.2)
    s.form(smooth((86, 83), (100, 83), (103, 89.4), (83, 89.4), pull=0.4), "#5fd06a", 0.2)


@hang(HANDHELD, "sack")
def _sack(s: Sketch) -> None:
    s.form(smooth((92, 70), (100, 66), (108, 72), (118, 96), (112, 116), (94, 118), (84, 104), (90, 84)), "#9a6a3f", 0.34)
    s.line("M91 76Q99 80 107 75", "#f7e3b0", 2.6)


@hang(HANDHELD, "lens")
def _lens(s: Sketch) -> None:
    s.line("M93 92L96 80", WOOD, 4)
    s.flat(oval(98, 71, 8.5), "#bfe6ff", 0.55)
    s.line(oval(98, 71, 8.5), "#5a5266", 2.4)


@hang(HANDHELD, "palette")
def _palette(s: Sketch) -> None:
    s.form(smooth((18, 84), (28, 75), (42, 78), (46, 88), (38, 92), (36, 98), (24, 98)), "#d8a66a", 0.3)
    for x, y, c in ((26, 84, "#e23c3c"), (33, 81, "#f7c53a"), (40, 84, "#3f8fd8"), (26, 92, "#6abf4a")):
        s.flat(oval(x, y, 2.6), c)

