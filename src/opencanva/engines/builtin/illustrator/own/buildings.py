"""Own drawings of buildings: cottage, barn, cabin, palace, cathedral, tower, bridge, igloo, tent and more."""

from __future__ import annotations

import math

from .kit import Own, Sketch, box, mix, oval, poly, smooth

STONE, GLASS, WOOD = "#b9b4bf", "#6fc0e8", "#8a5a34"


def _window(s: Sketch, x: float, y: float, w: float = 12, h: float = 14, frame: str = "#fbf6ea", lit: bool = False) -> None:
    s.form(box(x, y, w, h, 1.5), frame, 0.2)
    s.form(box(x + 1.6, y + 1.6, w - 3.2, h - 3.2, 1), "#ffd870" if lit else GLASS, 0.22)
    s.line(f"M{x + w / 2} {y + 1.6}V{y + h - 1.6}M{x + 1.6} {y + h / 2}H{x + w - 1.6}", frame, 1.3)


def _arch(x: float, y: float, w: float, h: float) -> str:
    r = w / 2
    return f"M{x} {y + h}V{y + r}a{r} {r} 0 0 1 {w} 0V{y + h}z"


def paint_cottage(s: Sketch) -> None:
    s.form(box(88, 26, 12, 30, 1.5), "#a8604a", 0.32)
    s.form(box(86, 24, 16, 5, 1.5), "#8a4a3a", 0.3)
    s.form(poly((20, 66), (108, 66), (108, 124), (20, 124)), "#f7ead2", 0.26)
    s.form(smooth((8, 72), (22, 44), (44, 34), (86, 34), (106, 44), (120, 72), (112, 76), (64, 70), (16, 76), pull=0.6), "#c9964a", 0.34)
    for y in (46, 56, 66):
        s.line(f"M{30 - (y - 46)} {y}Q64 {y - 5} {98 + (y - 46)} {y}", "#a87636", 1.3)
    s.form(_arch(56, 86, 18, 38), "#7a4a2c", 0.3)
    s.flat(oval(70, 108, 1.4), "#f7c53a")
    for x in (28, 84):
        _window(s, x, 86, 16, 17)
        s.form(box(x - 2, 104, 20, 6, 2), WOOD, 0.3)
        for k, c in enumerate(("#e8476a", "#f7c53a", "#e8476a", "#b06ae0")):
            s.flat(oval(x + 1 + k * 4.7, 103.4, 2.6), c)
    for x, r in ((14, 10), (22, 7), (114, 10), (106, 7)):
        s.form(oval(x, 122 - r * 0.8, r, r * 0.9), "#5f9f4a", 0.3)


def paint_cabin(s: Sketch) -> None:
    s.form(box(84, 22, 13, 34, 1.5), "#8a8794", 0.34)
    for i in range(7):
        s.form(box(18, 62 + i * 9, 92, 9.4, 4.5), mix("#9a6238", "#7a4a2c", (i % 2) * 0.4), 0.3)
    s.form(poly((6, 66), (64, 18), (122, 66), (114, 72), (64, 32), (14, 72)), "#5a3a2c", 0.3)
    s.form(poly((26, 62), (64, 31), (102, 62)), "#b3793f", 0.3)
    s.form(box(54, 88, 20, 36, 2), "#5f3a22", 0.3)
    s.flat(oval(69, 107, 1.5), "#f7c53a")
    _window(s, 28, 84, 18, 18, "#e8d0a8", True)
    _window(s, 82, 84, 18, 18, "#e8d0a8", True)
    s.form(oval(64, 50, 7), "#e8d0a8", 0.2)
    s.form(oval(64, 50, 5), "#ffd870", 0.2)


def paint_barn(s: Sketch) -> None:
    s.form(poly((16, 62), (36, 34), (64, 22), (92, 34), (112, 62), (112, 124), (16, 124)), "#c23a34", 0.32)
    for x in range(24, 112, 8):
        s.line(f"M{x} 62V123", "#a02e2c", 1)
    s.line("M14 64L35 33L64 20L93 33L114 64", "#f1eef0", 6)
    s.line("M11 64L34 31L64 17L94 31L117 64", "#5a5266", 4)
    s.form(box(44, 82, 40, 42, 1), "#f1eef0", 0.2)
    s.form(box(47, 85, 34, 39, 1), "#a02e2c", 0.24)
    s.line("M48 86L80 123M80 86L48 123M64 86V123", "#f1eef0", 2.8)
    s.form(box(54, 44, 20, 20, 2), "#f1eef0", 0.2)
    s.form(box(57, 47, 14, 14, 1), "#3a2430", 0.2)


def paint_palace(s: Sketch) -> None:
    for x in (22, 106):
        s.form(box(x - 11, 56, 22, 68, 1), "#f3e2c6", 0.28, side=True)
        s.form(smooth((x - 13, 56), (x - 12, 44), (x, 34), (x + 12, 44), (x + 13, 56), pull=0.9), "#4aa0a8", 0.34)
        s.line(f"M{x} 35V26", "#e0ac2b", 2)
        s.flat(_arch(x - 5, 70, 10, 18), "#5a6fa8")
    s.form(box(30, 66, 68, 58, 1), "#fbf0da", 0.26)
    s.form(box(42, 52, 44, 16, 1), "#f3e2c6", 0.26)
    s.form(smooth((40, 54), (38, 38), (50, 24), (64, 12), (78, 24), (90, 38), (88, 54), pull=0.85), "#4aa0a8", 0.34)
    s.flat(smooth((48, 50), (46, 38), (56, 26), (52, 40), (53, 51)), "#ffffff", 0.3)
    s.line("M64 13V2", "#e0ac2b", 2.4)
    s.flat(oval(64, 3, 2.6), "#e0ac2b")
    s.line("M30 68H98M30 96H98", "#e0ac2b", 2.2)
    s.form(_arch(54, 90, 20, 34), "#7a4a8a", 0.3)
    for x in (36, 82):
        s.form(_arch(x, 74, 10, 18), "#5a6fa8", 0.24)
        s.form(_arch(x, 102, 10, 18), "#5a6fa8", 0.24)
    s.form(_arch(58, 72, 12, 14), "#5a6fa8", 0.24)


def paint_cathedral(s: Sketch) -> None:
    s.form(poly((36, 66), (64, 42), (92, 66), (92, 124), (36, 124)), "#cfc8c4", 0.28)
    for x in (28, 100):
        s.form(box(x - 14, 44, 28, 80, 1), "#dcd5cf", 0.28, side=True)
        s.form(poly((x - 16, 45), (x, 4), (x + 16, 45)), "#6a7a9a", 0.34)
        s.line(f"M{x} 5V-1M{x - 2.6} 1.6H{x + 2.6}", "#e0ac2b", 1.6)
        s.flat(_arch(x - 5, 54, 10, 22), "#4a5a8a")
        s.flat(_arch(x - 5, 86, 10, 20), "#4a5a8a")
        s.line(f"M{x - 14} 80H{x + 14}", "#aca4a6", 2)
    s.form(oval(64, 76, 13), "#aca4a6", 0.3)
    for i, c in enumerate(("#e2504a", "#3f8fd8", "#f7c53a", "#7a4fc0", "#3fa86a", "#e8802b")):
        a = i * math.pi / 3
        s.flat(oval(64 + math.cos(a) * 6.6, 76 + math.sin(a) * 6.6, 3.6), c)
    s.flat(oval(64, 76, 3), "#fff3b0")
    s.form(_arch(52, 96, 24, 28), "#aca4a6", 0.3)
    s.form(_arch(55, 99, 18, 25), "#6b4226", 0.3)


def paint_tower(s: Sketch) -> None:
    s.form(poly((42, 124), (46, 44), (82, 44), (86, 124)), STONE, 0.34, side=True)
    s.form(box(39, 32, 50, 14, 1), "#c8c3cc", 0.34, side=True)
    for x in (39, 52.5, 66, 79.5):
        s.form(box(x, 24, 9.5, 10, 1), "#c8c3cc", 0.34)
    s.form(_arch(55, 98, 18, 26), "#5f3a22", 0.3)
    for x, y in ((60, 54), (60, 76)):
        s.flat(_arch(x, y, 8, 13), "#3f3a5a")
    for x, y, w in ((48, 62, 8), (74, 70, 8), (47, 86, 9), (76, 92, 8), (50, 108, 4), (76, 112, 7)):
        s.line(f"M{x} {y}h{w}", "#948e9e", 2)
    s.line("M64 24V6", "#6b4226", 2)
    s.form(poly((65, 6), (82, 11), (65, 17)), "#d8262f", 0.3)


def paint_bridge(s: Sketch) -> None:
    s.form("M0 124V86Q64 44 128 86V124H112Q108 98 92 98Q76 98 74 124H54Q52 98 36 98Q20 98 16 124z", "#b3a597", 0.32)
    s.line("M1 84Q64 42 127 84", "#d6cabb", 6)
    s.line("M18 124Q22 98 36 98Q50 98 54 124M74 124Q78 98 92 98Q106 98 110 124", "#8a7d74", 2.6)
    for x, y, w in ((8, 96, 9), (58, 82, 12), (60, 96, 9), (108, 96, 9), (28, 84, 9), (90, 82, 9), (60, 110, 9)):
        s.line(f"M{x} {y}h{w}", "#998c80", 2)
    for post, top in ((8, 78), (28, 67), (50, 60.4), (78, 60.4), (100, 67), (120, 78)):
        s.form(box(post - 2.5, top - 12, 5, 14, 1.5), "#c9bcae", 0.3)
    s.line("M4 68Q64 28 124 68", "#c9bcae", 3)


def paint_suspension_bridge(s: Sketch) -> None:
    s.line("M0 78Q20 70 32 30Q64 96 96 30Q108 70 128 78", "#d8502f", 2.6)
    for x, y in ((44, 52), (52, 60), (60, 63.5), (68, 63.5), (76, 60), (84, 52), (22, 60), (106, 60), (13, 70), (115, 70)):
        s.line(f"M{x} {y}V86", "#d8502f", 1.2)
    for x in (32, 96):
        for k in (-5, 3):
            s.form(box(x + k, 22, 4.4, 102, 1), "#e8613a", 0.3)
        for y in (28, 44, 62, 100):
            s.form(box(x - 6, y, 14, 5, 1), "#c8442f", 0.3)
    s.form(box(0, 84, 128, 7, 1), "#b8402c", 0.3)


def paint_igloo(s: Sketch) -> None:
    s.form("M16 124A48 52 0 0 1 112 124z", "#eaf4fb", 0.26)
    s.line("M19 106Q64 98 109 106M26 90Q64 82 102 90M40 78Q64 73 88 78", "#b3cfe2", 1.8)
    s.line("M44 124V104M34 104V88M60 101V84M50 84V75M78 75V86M92 104V88M70 101V84M84 102V124", "#b3cfe2", 1.8)
    s.form("M34 124V108A20 20 0 0 1 74 108V124z", "#dcecf7", 0.3)
    s.form("M41 124V109A13 13 0 0 1 67 109V124z", "#3a5a86", 0.3)


def paint_tent(s: Sketch) -> None:
    s.form(poly((64, 40), (98, 46), (122, 122), (64, 124)), "#d8702f", 0.34)
    s.form(poly((64, 40), (6, 124), (88, 124)), "#f2953f", 0.28)
    s.form(poly((58, 52), (34, 124), (70, 124)), "#6a3a2a", 0.24)
    s.form(poly((58, 52), (34, 124), (28, 124)), "#ffc07a", 0.2)
    s.form(poly((58, 52), (70, 124), (78, 124)), "#ffc07a", 0.2)
    s.line("M64 40L60 32M64 40L68 31", WOOD, 2.6)
    s.line("M6 124L2 126M122 122L127 125", WOOD, 2)


def paint_skyscraper(s: Sketch) -> None:
    s.form(box(40, 14, 48, 110, 2), "#5f86b8", 0.34, side=True)
    s.form(box(26, 54, 22, 70, 2), "#7a9ac4", 0.34, side=True)
    s.form(box(80, 40, 24, 84, 2), "#4a6fa3", 0.34, side=True)
    s.line("M64 14V0", "#8a94a6", 2.4)
    s.flat(oval(64, 0.6, 1.8), "#e2504a")
    lit = 0
    for x0, y0, cols, rows in ((44, 20, 5, 11), (29, 60, 2, 6), (85, 46, 2, 8)):
        for r in range(rows):
            for c in range(cols):
                lit = (lit * 7 + 3) % 11
                s.flat(box(x0 + c * 8.4, y0 + r * 8.6, 5.6, 5.4, 0.8), "#ffe08a" if lit < 3 else "#bfe3f7", 0.9)
    s.form(box(56, 114, 16, 10, 1), "#34466a", 0.2)


def paint_row_houses(s: Sketch) -> None:
    for x, w, top, c, roof in ((4, 40, 56, "#f2b84a", "#b3503a"), (44, 40, 44, "#5fa8c8", "#7a4a5a"), (84, 40, 60, "#e8806a", "#8a4436")):
        s.form(box(x, top, w, 124 - top, 0.5), c, 0.28)
        s.form(poly((x - 2, top), (x + w / 2, top - 26), (x + w + 2, top)), roof, 0.34)
        for i in range(2):
            _window(s, x + 6 + i * 17, top + 9, 11, 13)
        if 124 - top > 70:
            for i in range(2):
                _window(s, x + 6 + i * 17, top + 30, 11, 13)
        s.form(_arch(x + w / 2 - 6, 101, 12, 23), "#6b4030", 0.3)


def paint_temple(s: Sketch) -> None:
    for i, (w, y) in enumerate(((52, 96), (42, 68), (32, 42))):
        s.form(box(64 - w * 0.66, y - 2, w * 1.32, 28 if i == 0 else 24, 1), "#c8442f", 0.3)
        for k in (-0.5, 0, 0.5):
            s.flat(box(64 + k * w - 3, y + 4, 6, 12, 1), "#ffe08a")
        s.form(smooth((64 - w - 8, y - 4), (64 - w * 0.6, y - 10), (64 - w * 0.4, y - 18), (64 + w * 0.4, y - 18), (64 + w * 0.6, y - 10), (64 + w + 8, y - 4),
                      (64 + w * 0.6, y + 2), (64 - w * 0.6, y + 2), pull=0.7), "#3f6a5f", 0.34)
    s.line("M64 25V6", "#e0ac2b", 3)
    for y in (18, 12):
        s.flat(oval(64, y, 4.5, 1.6), "#e0ac2b")
    s.form(_arch(56, 102, 16, 22), "#5a2a24", 0.3)


def paint_pyramid(s: Sketch) -> None:
    s.form(poly((64, 22), (122, 124), (6, 124)), "#e6bf72", 0.2)
    s.flat(poly((64, 22), (122, 124), (84, 124)), "#b98a46", 0.85)
    for t in (0.2, 0.36, 0.52, 0.68, 0.84):
        y = 22 + 102 * t
        s.line(f"M{64 - 58 * t:.1f} {y:.1f}L{64 + 20 * t:.1f} {y:.1f}L{64 + 58 * t:.1f} {y - 1:.1f}", "#a87a3a", 1, 0.6)


def paint_treehouse(s: Sketch) -> None:
    s.form(smooth((55, 70), (73, 70), (74, 108), (84, 124), (44, 124), (54, 108), pull=0.6), "#7a4a30", 0.36, side=True)
    for x, y, r in ((30, 46, 22), (98, 46, 22), (44, 24, 22), (84, 24, 22), (64, 18, 20)):
        s.form(oval(x, y, r), "#5a9f48", 0.3)
    s.form(box(24, 82, 80, 6, 2), "#6a4028", 0.3)
    s.form(box(36, 52, 56, 31, 1), "#c98f55", 0.3)
    s.form(poly((28, 54), (64, 30), (100, 54)), "#a8443a", 0.34)
    _window(s, 72, 60, 13, 13)
    s.form(_arch(44, 60, 14, 22), "#5f3a22", 0.3)
    s.line("M44 90V122M56 90V122M44 98H56M44 106H56M44 114H56", "#c98f55", 2.6)
    for x, y, r in ((22, 62, 12), (106, 62, 12)):
        s.form(oval(x, y, r), "#6aae52", 0.3)


def paint_well(s: Sketch) -> None:
    s.line("M36 90V44M92 90V44", WOOD, 6)
    s.form(poly((20, 48), (64, 18), (108, 48), (100, 54), (28, 54)), "#a8443a", 0.34)
    s.line("M36 62H92M64 62V82", "#6a4028", 3.4)
    s.form(smooth((56, 80), (72, 80), (70, 94), (58, 94), pull=0.4), "#8a94a6", 0.3)
    s.form(smooth((26, 90), (102, 90), (98, 124), (30, 124), pull=0.3), STONE, 0.34)
    s.form(oval(64, 90, 39, 7), "#8d8794", 0.3)
    s.flat(oval(64, 91, 32, 4.6), "#34466a")
    for x, y in ((34, 102), (56, 100), (80, 102), (44, 113), (68, 112), (90, 113)):
        s.line(f"M{x} {y}h10", "#948e9e", 2)


def paint_beach_hut(s: Sketch) -> None:
    s.form(poly((26, 56), (64, 28), (102, 56), (102, 124), (26, 124)), "#fbf6ea", 0.2)
    for x in (32, 50, 68, 86):
        s.form(poly((x, 124), (x, 56), (x + 9, 56), (x + 9, 124)), "#3fa0c8", 0.2)
    s.line("M20 60L64 26L108 60", "#e8613a", 7)
    s.form(box(50, 76, 28, 48, 2), "#f7c53a", 0.3)
    s.flat(oval(72, 100, 1.8), "#7a4a2c")


BUILDINGS = (
    Own("cottage", "cottage", "travel", "stand", 5, paint_cottage),
    Own("log-cabin", "log cabin", "travel", "stand", 5, paint_cabin),
    Own("barn", "barn", "travel", "stand", 8, paint_barn),
    Own("palace", "palace", "travel", "stand", 20, paint_palace),
    Own("cathedral", "cathedral", "travel", "stand", 30, paint_cathedral),
    Own("tower", "tower", "travel", "stand", 18, paint_tower),
    Own("bridge", "stone bridge", "travel", "stand", 6, paint_bridge),
    Own("suspension-bridge", "suspension bridge", "travel", "stand", 40, paint_suspension_bridge),
    Own("igloo", "igloo", "travel", "stand", 2.4, paint_igloo),
    Own("tent", "tent", "travel", "stand", 2.0, paint_tent),
    Own("skyscraper", "skyscraper", "travel", "stand", 60, paint_skyscraper),
    Own("houses", "row of houses", "travel", "stand", 9, paint_row_houses),
    Own("pagoda", "pagoda", "travel", "stand", 16, paint_temple),
    Own("pyramid", "pyramid", "travel", "stand", 60, paint_pyramid),
    Own("treehouse", "tree house", "travel", "stand", 7, paint_treehouse),
    Own("well", "well", "travel", "stand", 2.4, paint_well),
    Own("beach-hut", "beach hut", "travel", "stand", 3, paint_beach_hut),
)
