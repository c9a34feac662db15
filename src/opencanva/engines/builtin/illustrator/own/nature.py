"""Own drawings of trees, rocks, water and mountains."""

from __future__ import annotations

import math

from .kit import Own, Sketch, mix, oval, poly, smooth

BARK = "#7a4a30"


def paint_pine(s: Sketch, green: str = "#2f7a4f", snow: bool = False) -> None:
    s.form(smooth((58, 100), (70, 100), (73, 124), (55, 124), pull=0.3), BARK, 0.34, side=True)
    for y, w, h in ((108, 40, 34), (86, 34, 32), (64, 27, 30), (42, 20, 28), (24, 12, 20)):
        colour = mix(green, "#8fd07a", (108 - y) / 84 * 0.3)
        scallops = [(64 - w + 2 * w * i / 6, y + (4 if i % 2 else 0) - abs(i - 3) * 0.8) for i in range(7)]
        outline = [(64, y - h), (64 + w * 0.42, y - h * 0.45), *reversed(scallops), (64 - w * 0.42, y - h * 0.45)]
        s.form(smooth(*outline, pull=0.7), colour, 0.36)
        if snow:
            s.flat(smooth((64, y - h - 1), (64 + w * 0.4, y - h * 0.42), (64 + w * 0.72, y - h * 0.12), (64 + w * 0.3, y - h * 0.2), (64, y - h * 0.02),
                          (64 - w * 0.32, y - h * 0.22), (64 - w * 0.74, y - h * 0.1), (64 - w * 0.4, y - h * 0.42), pull=0.7),
                   s.fade((0, "#ffffff", 1), (1, "#dbe8f6", 1)))


def _crown(s: Sketch, colour: str, blobs: tuple[tuple[float, float, float], ...]) -> None:
    for x, y, r in blobs:
        s.form(oval(x, y, r, r * 0.92), mix(colour, "#4a2266", 0.14 if y > 55 else 0.0), 0.3)


_BLOBS = ((38, 62, 22), (90, 62, 22), (64, 68, 24), (28, 46, 17), (100, 46, 17), (46, 36, 21), (82, 36, 21), (64, 22, 20), (64, 46, 24))


def paint_tree(s: Sketch, colour: str, dots: str = "", bark: str = BARK) -> None:
    s.form(smooth((57, 76), (71, 76), (72, 108), (80, 124), (48, 124), (56, 108), pull=0.6), bark, 0.36, side=True)
    s.line("M64 96L46 74M65 92L84 72", mix(bark, "#4a2266", 0.2), 5)
    _crown(s, colour, _BLOBS)
    if dots:
        for i in range(26):
            a, r = i * 2.39996, 6 + 7.2 * math.sqrt(i)
            x, y = 64 + math.cos(a) * r * 1.02, 46 + math.sin(a) * r * 0.86
            s.form(oval(x, y, 3.6 if i % 3 else 2.8), dots, 0.25)


def paint_birch(s: Sketch) -> None:
    s.form(smooth((59, 40), (68, 40), (71, 124), (56, 124), pull=0.3), "#f3efe9", 0.26, side=True)
    for x, y, w in ((60, 62, 6), (64, 74, 5), (58, 88, 6), (63, 100, 6), (58, 112, 5)):
        s.line(f"M{x} {y}h{w}", "#4a4450", 2)
    _crown(s, "#a9c24a", ((48, 54, 15), (80, 54, 15), (64, 62, 15), (42, 38, 15), (86, 38, 15), (54, 22, 15), (74, 22, 15), (64, 12, 11), (64, 40, 18)))


def paint_bush(s: Sketch, dots: str = "") -> None:
    _crown(s, "#4f9a4a", ((26, 104, 19), (102, 104, 19), (46, 90, 21), (82, 90, 21), (64, 80, 19), (64, 102, 24), (42, 108, 16), (86, 108, 16)))
    if dots:
        for i in range(14):
            a, r = i * 2.4, 5 + 9.5 * math.sqrt(i)
            s.form(oval(64 + math.cos(a) * r * 1.1, 97 + math.sin(a) * r * 0.55, 3.2), dots, 0.25)


def paint_mountain(s: Sketch) -> None:
    s.form(poly((2, 124), (28, 84), (38, 88), (64, 20), (76, 44), (84, 40), (108, 92), (126, 124)), "#7d86a3", 0.3)
    s.flat(poly((64, 20), (76, 44), (84, 40), (108, 92), (126, 124), (74, 124), (80, 84), (66, 60)), "#565e80", 0.75)
    s.flat(poly((64, 20), (76, 44), (80, 58), (72, 54), (66, 66), (58, 56), (50, 62), (52, 52)), "#ffffff")
    s.flat(poly((64, 20), (76, 44), (80, 58), (72, 54), (66, 60)), "#c9d6ee")


def paint_volcano(s: Sketch) -> None:
    for x, y, r, o in ((60, 14, 12, 0.75), (76, 8, 10, 0.6), (46, 6, 8, 0.5)):
        s.flat(oval(x, y, r, r * 0.8), "#8d8494", o)
    s.line(smooth((56, 42), (52, 30), (44, 26), closed=False) + smooth((72, 42), (78, 30), (88, 28), closed=False) + "M64 42L65 20", "#ff7a2b", 3.4)
    s.form(smooth((2, 124), (26, 98), (44, 52), (52, 42), (76, 42), (84, 52), (102, 98), (126, 124), pull=0.5) + "z", "#6a4a50", 0.36)
    s.flat(smooth((76, 42), (84, 52), (102, 98), (126, 124), (82, 124), (84, 90), (70, 62), pull=0.5), "#45303f", 0.6)
    s.form(oval(64, 43, 12.5, 3.6), "#ffb13b", 0.2)
    s.flat(smooth((54, 44), (74, 44), (72, 60), (78, 72), (74, 88), (68, 74), (64, 64), (58, 78), (56, 104), (50, 86), (55, 66), pull=0.8),
           s.fade((0, "#ffd24a", 1), (0.5, "#ff7a2b", 1), (1, "#d8302f", 1)))


def paint_waterfall(s: Sketch) -> None:
    s.form(smooth((10, 124), (8, 60), (20, 26), (44, 18), (84, 18), (108, 26), (120, 60), (118, 124), pull=0.5), "#7a7a86", 0.34)
    for x, y, w, h in ((10, 62, 22, 18), (14, 88, 20, 16), (96, 56, 22, 18), (98, 84, 20, 16), (22, 36, 18, 14), (90, 34, 18, 12)):
        s.form(smooth((x, y), (x + w, y + 1), (x + w - 2, y + h), (x + 1, y + h - 1), pull=0.7), "#8d8d99", 0.3)
    s.form(smooth((12, 34), (24, 20), (46, 14), (46, 24), (30, 30), (18, 44)), "#5a9a4a", 0.3)
    s.form(smooth((116, 34), (104, 20), (82, 14), (82, 24), (98, 30), (110, 44)), "#5a9a4a", 0.3)
    s.flat(smooth((44, 20), (64, 17), (84, 20), (88, 40), (88, 112), (40, 112), (40, 40), pull=0.5),
           s.fade((0, "#7fd0f2", 1), (0.6, "#bfe9fa", 1), (1, "#f3fbff", 1)))
    for x, a, b in ((48, 28, 90), (55, 22, 70), (62, 30, 102), (70, 22, 84), (77, 28, 104), (84, 40, 92)):
        s.line(f"M{x} {a}V{b}", "#ffffff", 2.2, 0.75)
    s.form(smooth((4, 124), (14, 112), (64, 106), (114, 112), (124, 124), pull=0.7) + "z", "#4fb4e0", 0.25)
    for x, y, r in ((38, 110, 9), (50, 113, 11), (64, 112, 12), (78, 113, 11), (90, 110, 9)):
        s.flat(oval(x, y, r, r * 0.6), "#ffffff", 0.85)


def paint_boulders(s: Sketch) -> None:
    for pts, c in ((((62, 124), (60, 92), (74, 74), (96, 76), (112, 96), (116, 124)), "#8a8896"),
                   (((10, 124), (14, 96), (30, 78), (52, 76), (70, 92), (74, 124)), "#9c9aa6"),
                   (((48, 124), (52, 108), (68, 102), (84, 110), (88, 124)), "#7d7b8a")):
        s.form(smooth(*pts, pull=0.45), c, 0.36)


def paint_planet(s: Sketch) -> None:
    s.form(oval(64, 64, 54), "#4fa6d8", 0.36)
    for y, h, c, o in ((34, 9, "#8fd0ee", 0.7), (56, 12, "#3a7fc0", 0.6), (80, 8, "#a8def2", 0.6), (98, 8, "#3a6fb0", 0.5)):
        w = math.sqrt(max(1, 54 * 54 - (y - 64) ** 2))
        s.flat(smooth((64 - w, y), (64 - w * 0.3, y - h * 0.6), (64 + w * 0.4, y - h * 0.2), (64 + w, y), (64 + w * 0.3, y + h * 0.6), (64 - w * 0.4, y + h * 0.3)), c, o)
    s.flat(oval(64, 64, 54), s.glow((0, "#ffffff", 0.35), (0.5, "#ffffff", 0), (1, "#1a1040", 0.55), at='cx=".34" cy=".28" r=".8"'))


def paint_log(s: Sketch) -> None:
    s.form(smooth((22, 96), (104, 92), (112, 108), (104, 122), (22, 124), pull=0.4), "#8a5a38", 0.36)
    s.form(oval(22, 110, 11, 14), "#e0b078", 0.26)
    for r in (7.5, 4):
        s.line(oval(22, 110, r, r * 1.25), "#b07a45", 1.2)
    s.line("M44 102H90M50 112H98", "#6a4028", 1.4)


def paint_campfire(s: Sketch) -> None:
    s.flat(smooth((64, 22), (84, 60), (92, 84), (82, 108), (64, 114), (46, 108), (36, 84), (48, 66), (52, 46)), s.fade((0, "#ff5a2b", 1), (1, "#ff9a2b", 1)))
    s.flat(smooth((66, 50), (78, 76), (80, 96), (64, 110), (50, 98), (52, 80)), s.fade((0, "#ffb13b", 1), (1, "#ffd24a", 1)))
    s.flat(smooth((64, 76), (72, 92), (64, 108), (56, 94)), "#fff3b0")
    for d in ("M28 120L98 100", "M100 120L30 100"):
        s.line(d, "#7a4a2c", 9)
        s.line(d, "#9a6238", 4)
    for x in (20, 38, 64, 90, 108):
        s.form(oval(x, 120, 8, 5), "#8a8794", 0.34)


def paint_reeds(s: Sketch) -> None:
    for x, top, lean in ((40, 40, -8), (52, 20, -3), (64, 34, 2), (76, 12, 6), (88, 42, 10), (58, 60, -12), (82, 62, 14)):
        s.line(f"M64 124Q{x} 90 {x + lean} {top + 24}", "#5f9a4a", 3)
    for x, top in ((32, 40), (49, 20), (66, 34), (82, 12), (98, 42)):
        s.form(smooth((x - 3.6, top), (x, top - 4), (x + 3.6, top), (x + 3.6, top + 22), (x, top + 25), (x - 3.6, top + 22), pull=0.7), "#8a5230", 0.34)


def paint_lily_pad(s: Sketch) -> None:
    leaf = ((6, 104), (24, 92), (64, 87), (104, 92), (122, 104), (104, 117), (64, 122), (24, 117))
    s.form(smooth(*((x, y + 3) for x, y in leaf)), "#2f6f3a", 0.3)
    s.form(smooth(*leaf), "#5fae4a", 0.26)
    for x, y in ((18, 98), (40, 91), (88, 91), (112, 99), (110, 111), (40, 118), (18, 111)):
        s.line(f"M70 103L{x} {y}", "#8fd06a", 1.4, 0.7)
    s.flat(poly((70, 103), (92, 123), (76, 124)), "#2f6f3a")
    for dx, lean in ((-9, -5), (9, 5), (-4, -2), (4, 2), (0, 0)):
        s.form(smooth((100 + dx * 0.4, 96), (96 + dx, 84 - abs(lean) * -0.4), (100 + dx + lean, 76 + abs(lean)), (104 + dx, 84)), "#f48ab8", 0.22)


NATURE = (
    Own("lily-pad", "lily pad", "nature", "float", 0.3, paint_lily_pad),
    Own("deciduous-tree", "tree", "nature", "stand", 8, lambda s: paint_tree(s, "#5fa548")),
    Own("evergreen-tree", "fir", "nature", "stand", 9, lambda s: paint_pine(s, "#3a8a55")),
    Own("pine", "pine", "nature", "stand", 9, paint_pine),
    Own("snowy-pine", "snowy pine", "nature", "stand", 9, lambda s: paint_pine(s, "#2c6a55", True)),
    Own("cherry-tree", "cherry tree in blossom", "nature", "stand", 6, lambda s: paint_tree(s, "#f7b3cc", "#fde3ec", "#6a4038")),
    Own("apple-tree", "apple tree", "nature", "stand", 6, lambda s: paint_tree(s, "#58a648", "#e23c3c")),
    Own("orange-tree", "orange tree", "nature", "stand", 5, lambda s: paint_tree(s, "#4f9a4a", "#ff9a2b")),
    Own("autumn-tree", "autumn tree", "nature", "stand", 8, lambda s: paint_tree(s, "#e8802b", "#f7b53a")),
    Own("oak", "oak", "nature", "stand", 10, lambda s: paint_tree(s, "#6a9a3f")),
    Own("birch", "birch", "nature", "stand", 9, paint_birch),
    Own("bush", "bush", "nature", "stand", 1.4, paint_bush),
    Own("rose-bush", "rose bush", "nature", "stand", 1.4, lambda s: paint_bush(s, "#e83f6a")),
    Own("snow-mountain", "snow-capped mountain", "nature", "stand", 300, paint_mountain),
    Own("volcano", "volcano", "nature", "stand", 300, paint_volcano),
    Own("waterfall", "waterfall", "nature", "stand", 25, paint_waterfall),
    Own("boulders", "rocks", "nature", "stand", 1.5, paint_boulders),
    Own("planet", "planet", "travel", "fly", 400, paint_planet),
    Own("log", "log", "nature", "stand", 0.6, paint_log),
    Own("campfire", "campfire", "nature", "stand", 1.0, paint_campfire),
    Own("reeds", "reeds", "nature", "stand", 1.6, paint_reeds),
)
