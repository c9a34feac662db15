"""Own drawings of towers and mills: lighthouse, windmill, water tower and their kin."""

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


LANDMARKS = (
    Own("lighthouse", "lighthouse", "travel", "stand", 20, paint_lighthouse),
    Own("windmill", "windmill", "travel", "stand", 14, paint_windmill),
)
