"""Own drawings of the great landmarks: lighthouse, windmill, castle."""

from __future__ import annotations

from .kit import Own, Sketch, box, oval, poly, smooth, turn


def paint_lighthouse(s: Sketch, stripe: str = "#e23c3c") -> None:
    s.form(smooth((26, 124), (34, 112), (52, 106), (78, 106), (96, 112), (104, 124), closed=False) + "z", "#8a8794")
    s.flat(smooth((40, 124), (48, 116), (60, 118), (66, 124), closed=False) + "z", "#6f6a7c")
    tower = [(47, 112), (53, 44), (75, 44), (81, 112)]
    s.form(poly(*tower), "#f6f1ee", 0.26, side=True)
    for top, bottom in ((52, 66), (80, 95)):
        def edge(y: float, left: bool) -> float:
            t = (y - 44) / 68
            return 53 - 6 * t if left else 75 + 6 * t
        s.form(poly((edge(top, True), top), (edge(top, False), top), (edge(bottom, False), bottom),
                    (edge(bottom, True), bottom)), stripe, 0.34, side=True)
    s.form(box(58, 97, 12, 15, 6) + "M58 104h12v8h-12z", "#6b4a3a")
    for y in (70, 56):
        s.form(box(61, y, 6, 8, 3), "#4d5a8a")
    s.form(box(45, 39, 38, 6, 3), "#4b4a63")
    s.line("M47 39V31M53 39V31M59 39V31M69 39V31M75 39V31M81 39V31M46 31.5H82", "#3d3c55", 1.6)
    s.form(box(54, 20, 20, 19, 2), "#ffd95e", 0.12)
    s.flat(oval(64, 29, 6, 7), "#fffbe0")
    s.line("M60.5 20V39M67.5 20V39", "#3d3c55", 1.6)
    s.form(smooth((50, 21), (55, 13), (64, 8), (73, 13), (78, 21), closed=False) + "z", stripe, 0.34)
    s.line("M64 8V3", "#3d3c55", 2)
    s.flat(oval(64, 3.5, 2.2), "#3d3c55")


def paint_windmill(s: Sketch) -> None:
    s.form(poly((44, 124), (52, 50), (76, 50), (84, 124)), "#e9d9c2", 0.3, side=True)
    s.form(poly((46.5, 100), (81.5, 100), (84, 124), (44, 124)), "#b0664a", 0.3, side=True)
    s.form(box(57, 104, 14, 20, 7) + "M57 114h14v10h-14z", "#6b3f2a")
    for x, y in ((60, 62), (60, 82)):
        s.form(box(x, y, 8, 10, 4), "#5aa7d8", 0.2)
    s.form(smooth((47, 52), (50, 40), (58, 32), (70, 32), (78, 40), (81, 52), closed=False) + "z", "#8c3f34", 0.32)
    for angle in (20, 110, 200, 290):
        arm = turn([(63, 44), (65, 44), (65.6, -2), (62.4, -2)], 64, 44, angle)
        sail = turn([(66, 34), (78, 34), (78, 0), (66, 0)], 64, 44, angle)
        s.form(poly(*sail), "#fbf6ea", 0.22)
        for k in (8.5, 17, 25.5):
            (x1, y1), (x2, y2) = turn([(66, k), (78, k)], 64, 44, angle)
            s.line(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", "#b99d7a", 1)
        s.form(poly(*arm), "#7a4a30", 0.3)
    s.form(oval(64, 44, 5), "#5c3523", 0.3)


def _castle_tower(s: Sketch, x: float, top: float, w: float, stone: str, roof: str) -> None:
    s.form(box(x - w / 2, top, w, 124 - top, 0.5), stone, 0.34, side=True)
    s.form(box(x - w / 2 - 2.5, top - 3, w + 5, 7, 1), stone, 0.3, side=True)
    s.form(poly((x - w / 2 - 4, top - 3), (x, top - w * 1.5 - 3), (x + w / 2 + 4, top - 3)), roof, 0.36)
    s.line(f"M{x} {top - w * 1.5 - 2:.1f}V{top - w * 1.5 - 12:.1f}", "#5a4a3a", 1.4)
    flag = top - w * 1.5 - 12
    s.form(poly((x + 0.6, flag), (x + 10, flag + 3), (x + 0.6, flag + 6)), "#f7c53a", 0.2)
    s.flat(_pointed(x - 2.6, top + 10, 5.2, 11), "#3f3a5a")
    for y in (top + 30, top + 44):
        if y < 116:
            s.line(f"M{x - w * 0.3:.1f} {y}h{w * 0.28:.1f}M{x + w * 0.06:.1f} {y + 6}h{w * 0.28:.1f}", "#9a92a4", 1.3, 0.8)


def _pointed(x: float, y: float, w: float, h: float) -> str:
    r = w / 2
    return f"M{x} {y + h}V{y + r}a{r} {r} 0 0 1 {w} 0V{y + h}z"


def paint_castle(s: Sketch) -> None:
    stone, far = "#cfc6cf", "#b9b0c0"
    _castle_tower(s, 46, 54, 15, far, "#7a4a86")
    _castle_tower(s, 83, 58, 14, far, "#7a4a86")
    s.form(box(38, 66, 54, 58, 0.5), "#c4bac6", 0.3)
    for x in range(38, 92, 9):
        s.form(box(x, 61, 5.6, 7, 0.6), "#c4bac6", 0.3)
    _castle_tower(s, 64, 48, 19, stone, "#a8404f")
    s.form(box(10, 88, 108, 36, 0.5), stone, 0.3)
    for x in range(10, 117, 9):
        s.form(box(x, 82, 5.8, 8, 0.6), stone, 0.3)
    for x, y in ((30, 100), (36, 112), (88, 100), (94, 113), (28, 118), (86, 119)):
        s.line(f"M{x} {y}h6", "#9a92a4", 1.3, 0.8)
    _castle_tower(s, 17, 72, 19, stone, "#a8404f")
    _castle_tower(s, 111, 72, 19, stone, "#a8404f")
    s.form(_pointed(50, 92, 28, 32), "#9a92a4", 0.3)
    s.form(_pointed(53.5, 96, 21, 28), "#6b4226", 0.32)
    s.line("M64 97V124M58.5 99V124M69.5 99V124", "#4a2c1a", 1.2)
    s.flat(oval(66.4, 111, 1.2) + oval(61.6, 111, 1.2), "#f7c53a")
    for x in (42, 82):
        s.form(poly((x, 90), (x + 5, 90), (x + 5, 106), (x + 2.5, 103), (x, 106)), "#a8404f", 0.24)


LANDMARKS = (
    Own("castle", "castle", "travel", "stand", 22, paint_castle),
    Own("lighthouse", "lighthouse", "travel", "stand", 20, paint_lighthouse),
    Own("windmill", "windmill", "travel", "stand", 14, paint_windmill),
)
