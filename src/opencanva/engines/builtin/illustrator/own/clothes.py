"""Capes, coats, armour and trimmings for the figures of `people`."""

from __future__ import annotations

from .kit import Sketch, box, mix, oval, poly, smooth
from .wardrobe import GOLD, LEATHER, STEEL, Wardrobe, hang


def _cape(s: Sketch, colour: str, low: float) -> None:
    s.form(smooth((48, 56), (80, 56), (92, low - 8), (84, low), (64, low - 3), (44, low), (36, low - 8), pull=0.8), colour, 0.34)


CLOTHES: Wardrobe = {
    "cape": lambda s: _cape(s, "#c22a3a", 112),
    "cape-long": lambda s: _cape(s, "#d8262f", 122),
    "cape-fur": lambda s: _cape(s, "#6a5040", 116),
    "belt-red": lambda s: s.form(box(46.5, 84, 35, 6, 2), "#b3202f", 0.3),
}


@hang(CLOTHES, "breastplate")
def _breastplate(s: Sketch) -> None:
    s.form(smooth((50, 58), (78, 58), (80, 72), (74, 90), (54, 90), (48, 72), pull=0.8), STEEL, 0.34)
    s.line("M64 59V90", mix(STEEL, "#4a2266", 0.4), 1.4)
    for k in (-1, 1):
        s.form(oval(64 + k * 17, 61, 8, 7), STEEL, 0.36)
    s.form(box(47, 86, 34, 5, 2), LEATHER, 0.3)


@hang(CLOTHES, "fur")
def _fur(s: Sketch) -> None:
    s.form(smooth((44, 60), (50, 54), (58, 60), (64, 57), (70, 60), (78, 54), (84, 60), (80, 70), (72, 66), (64, 70), (56, 66), (48, 70)), "#b99a78", 0.3)


@hang(CLOTHES, "ermine")
def _ermine(s: Sketch) -> None:
    s.form(smooth((44, 62), (54, 55), (64, 60), (74, 55), (84, 62), (78, 72), (64, 76), (50, 72)), "#fbf8fc", 0.2)
    s.form(box(60, 74, 8, 44, 3), "#fbf8fc", 0.2)
    for x, y in ((52, 65), (60, 70), (70, 69), (77, 65), (64, 84), (64, 96), (64, 108)):
        s.flat(oval(x, y, 1, 1.8), "#3a2740")


@hang(CLOTHES, "sash")
def _sash(s: Sketch) -> None:
    s.form(poly((50, 57), (58, 56), (81, 84), (80, 92), (76, 92)), GOLD, 0.3)


@hang(CLOTHES, "stars")
def _stars(s: Sketch) -> None:
    for x, y, r in ((52, 104, 3.4), (74, 98, 3), (62, 112, 2.6), (80, 112, 3), (47, 114, 2.4)):
        s.flat(poly((x, y - r), (x + r * 0.3, y - r * 0.3), (x + r, y), (x + r * 0.3, y + r * 0.3), (x, y + r), (x - r * 0.3, y + r * 0.3), (x - r, y),
                    (x - r * 0.3, y - r * 0.3)), "#ffe27a")


@hang(CLOTHES, "stripes")
def _stripes(s: Sketch) -> None:
    for y in (64, 71, 78, 85):
        s.line(f"M48 {y}Q64 {y + 2} 80 {y}", "#34406a", 2.6)


@hang(CLOTHES, "coat-red")
def _coat_red(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 13, 56), (64 + k * 19, 64), (64 + k * 21, 104), (64 + k * 9, 104), (64 + k * 10, 74), pull=0.6), "#a52a35", 0.32)
        for y in (70, 80, 90):
            s.flat(oval(64 + k * 13, y, 1.6), GOLD)


@hang(CLOTHES, "lamellar")
def _lamellar(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 12, 56), (64 + k * 27, 60), (64 + k * 29, 76), (64 + k * 17, 74), pull=0.6), "#3a3f66", 0.3)
        for y in (64, 70):
            s.line(f"M{64 + k * 15} {y}L{64 + k * 28} {y + 2}", GOLD, 1.4)
        s.form(poly((64 + k * 2, 88), (64 + k * 17, 86), (64 + k * 20, 106), (64 + k * 4, 108)), "#3a3f66", 0.3)
    for y in (66, 74, 82):
        s.line(f"M50 {y}H78", GOLD, 1.6)
    s.form(box(47, 84, 34, 6, 2), "#e8e2d4", 0.2)


@hang(CLOTHES, "suit-panel")
def _suit_panel(s: Sketch) -> None:
    s.form(box(54, 68, 20, 13, 3), "#c9ccda", 0.24)
    for x, c in ((59, "#e23c3c"), (64, "#3f8fd8"), (69, "#f7c53a")):
        s.flat(oval(x, 74, 2), c)
    s.line("M48 88H80M49 62Q64 68 79 62", "#9aa0b4", 2)
    for x in (56, 72):
        s.line(f"M{x - 7} 104H{x + 7}", "#e2743a", 3)


@hang(CLOTHES, "apron")
def _apron(s: Sketch) -> None:
    for y in (68, 76, 84):
        s.flat(oval(60, y, 1.5) + oval(68, y, 1.5), "#8a90a2")


@hang(CLOTHES, "apron-red")
def _apron_red(s: Sketch) -> None:
    s.form(smooth((54, 66), (74, 66), (79, 82), (78, 104), (50, 104), (49, 82), pull=0.5), "#c8553a", 0.3)
    for x, y, c in ((57, 84, "#f7c53a"), (68, 92, "#3f8fd8"), (62, 97, "#6abf4a"), (71, 79, "#fbf8fc")):
        s.flat(oval(x, y, 2.4), c)


@hang(CLOTHES, "neckerchief")
def _neckerchief(s: Sketch) -> None:
    s.form(smooth((53, 55), (64, 58), (75, 55), (72, 62), (64, 68), (56, 62), pull=0.7), "#d8262f", 0.3)


@hang(CLOTHES, "vest")
def _vest(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 12, 56), (64 + k * 17, 66), (64 + k * 16, 92), (64 + k * 5, 92), (64 + k * 8, 72), pull=0.6), LEATHER, 0.3)
    s.flat(poly((52, 70), (53.4, 73), (56.6, 73.2), (54.2, 75.4), (55, 78.6), (52, 77), (49, 78.6), (49.8, 75.4), (47.4, 73.2), (50.6, 73)), GOLD)
    put_on_belt(s)


@hang(CLOTHES, "dungarees")
def _dungarees(s: Sketch) -> None:
    s.form(box(52, 70, 24, 24, 4), "#3f6fb0", 0.3)
    s.line("M54 72L52 58M74 72L76 58", "#3f6fb0", 5)
    s.line("M58 80H70", "#2f5690", 1.6)
    s.flat(oval(54.5, 73, 2) + oval(73.5, 73, 2), GOLD)


@hang(CLOTHES, "bands")
def _bands(s: Sketch) -> None:
    s.line("M48 76H80M49 112H63M65 112H79", "#f2e04a", 4)
    s.line("M48 76H80M49 112H63M65 112H79", "#d9dde6", 1.4)
    s.line("M64 57V92", "#23263a", 1.6)


@hang(CLOTHES, "badge")
def _badge(s: Sketch) -> None:
    s.form(smooth((68, 64), (72, 62), (76, 64), (75, 71), (72, 74), (69, 71), pull=0.6), GOLD, 0.3)
    s.line("M64 60V84", "#223a6a", 1.6)
    put_on_belt(s)


@hang(CLOTHES, "lab-coat")
def _lab_coat(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 12, 56), (64 + k * 18, 66), (64 + k * 20, 110), (64 + k * 3, 110), (64 + k * 4, 74), pull=0.5), "#fbfbfd", 0.22)
    s.form(poly((57, 56), (71, 56), (64, 74)), "#6fb7d8", 0.2)
    s.line("M64 76V109", "#c3c6d6", 1.2)


@hang(CLOTHES, "stethoscope")
def _stethoscope(s: Sketch) -> None:
    s.line("M56 57Q54 72 62 76M72 57Q75 68 72 74", "#4a5266", 2)
    s.form(oval(62, 78, 3), STEEL, 0.3)


@hang(CLOTHES, "santa-trim")
def _santa_trim(s: Sketch) -> None:
    s.form(box(46, 88, 36, 7, 3), "#fbf8fc", 0.2)
    s.form(box(46.5, 79, 35, 6, 2), "#2f2a36", 0.3)
    s.form(box(59, 78, 10, 8, 2), GOLD, 0.3)
    for k in (-1, 1):
        s.form(oval(64 + k * 27, 83, 7, 4), "#fbf8fc", 0.2)


@hang(CLOTHES, "emblem")
def _emblem(s: Sketch) -> None:
    s.form(poly((54, 64), (74, 64), (78, 70), (64, 84), (50, 70)), GOLD, 0.3)
    s.flat(poly((66, 65), (58, 75), (63, 75), (61, 82), (70, 72), (65, 72)), "#d8262f")
    s.form(box(47, 86, 34, 5, 2), GOLD, 0.3)


@hang(CLOTHES, "ruff")
def _ruff(s: Sketch) -> None:
    for x in (46, 55, 64, 73, 82):
        s.form(oval(x, 59 - abs(x - 64) * 0.06, 6.5), "#fbf8fc" if x % 2 else "#ff8ab8", 0.24)


@hang(CLOTHES, "buttons")
def _buttons(s: Sketch) -> None:
    for y in (72, 82):
        s.form(oval(64, y, 3.6), "#e23c3c", 0.3)


@hang(CLOTHES, "tutu")
def _tutu(s: Sketch) -> None:
    s.form(smooth((48, 84), (80, 84), (98, 95), (86, 100), (76, 98), (64, 102), (52, 98), (42, 100), (30, 95), pull=0.9), "#ffb8da", 0.26)


@hang(CLOTHES, "trench")
def _trench(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 12, 56), (64 + k * 18, 66), (64 + k * 22, 112), (64 + k * 1, 112), (64 + k * 2, 74), pull=0.5), "#b08a5a", 0.3)
        s.form(poly((64 + k * 3, 57), (64 + k * 14, 56), (64 + k * 6, 74)), "#96724a", 0.3)
    s.form(box(46, 84, 36, 5, 2), "#7d5c3a", 0.3)


@hang(CLOTHES, "belt")
def put_on_belt(s: Sketch) -> None:
    s.form(box(46.5, 84, 35, 6, 2), LEATHER, 0.3)
    s.form(box(60, 83, 8, 8, 2), GOLD, 0.3)


@hang(CLOTHES, "rope")
def _rope(s: Sketch) -> None:
    s.line("M47 86Q64 91 81 86", "#e0c48a", 3.4)
    s.line("M70 88L73 106", "#e0c48a", 3)
