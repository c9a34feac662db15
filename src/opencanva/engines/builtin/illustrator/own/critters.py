"""Own drawings of small animals in full: frog, koala, hamster, hen, seahorse, seagull, ghost and alien."""

from __future__ import annotations

import math

from .kit import Own, Sketch, mix, oval, poly, smooth


def paint_frog(s: Sketch) -> None:
    c = "#5fb04a"
    for k in (-1, 1):
        s.form(smooth((64 + k * 22, 84), (64 + k * 44, 78), (64 + k * 54, 98), (64 + k * 46, 116), (64 + k * 24, 118)), mix(c, "#2a4a3a", 0.14), 0.32)
        s.form(smooth((64 + k * 34, 116), (64 + k * 52, 115), (64 + k * 60, 122), (64 + k * 44, 124), (64 + k * 28, 123)), c, 0.3)
    s.form(smooth((40, 62), (88, 62), (98, 96), (88, 118), (64, 122), (40, 118), (30, 96)), c, 0.3)
    s.flat(smooth((46, 76), (82, 76), (88, 98), (80, 116), (64, 119), (48, 116), (40, 98)), s.fade((0, "#dff0a8", 1), (1, "#b8d878", 1)))
    for k in (-1, 1):
        s.form(smooth((64 + k * 16, 88), (64 + k * 26, 92), (64 + k * 24, 118), (64 + k * 30, 124), (64 + k * 10, 124), (64 + k * 14, 116)), c, 0.3)
        s.form(oval(64 + k * 21, 32, 14), c, 0.3)
    s.form(smooth((24, 56), (40, 36), (64, 34), (88, 36), (104, 56), (92, 74), (64, 80), (36, 74)), c, 0.26)
    for k in (-1, 1):
        s.flat(oval(64 + k * 21, 31, 9.4), "#fff7d0")
        s.eye(64 + k * 20, 31.5, 5.4)
        s.flat(oval(64 + k * 30, 60, 5, 3.4), "#ff8a6a", 0.5)
        s.flat(oval(64 + k * 4, 50, 1.4), "#2f6a2f")
    s.line("M38 60Q64 76 90 60", "#2f6a2f", 2.6)


def paint_koala(s: Sketch) -> None:
    c = "#9aa0ae"
    for k in (-1, 1):
        s.form(smooth((64 + k * 10, 108), (64 + k * 30, 102), (64 + k * 38, 116), (64 + k * 28, 124), (64 + k * 8, 124)), mix(c, "#4a2266", 0.1), 0.3)
    s.form(smooth((42, 70), (86, 70), (96, 98), (84, 120), (64, 122), (44, 120), (32, 98)), c, 0.3)
    s.flat(oval(64, 98, 19, 20), "#eceef3")
    for k in (-1, 1):
        s.form(smooth((64 + k * 24, 76), (64 + k * 34, 84), (64 + k * 28, 104), (64 + k * 16, 104), (64 + k * 18, 90)), c, 0.3)
        s.form(oval(64 + k * 36, 32, 19), c, 0.3)
        s.flat(oval(64 + k * 37, 34, 12), "#f3d3dc")
    s.form(smooth((30, 48), (44, 22), (64, 17), (84, 22), (98, 48), (88, 72), (64, 79), (40, 72)), c, 0.26)
    s.form(smooth((57, 42), (64, 38), (71, 42), (73, 56), (64, 64), (55, 56)), "#3a3644", 0.3)
    s.flat(oval(61, 45, 2, 3.4), "#ffffff", 0.4)
    for k in (-1, 1):
        s.eye(64 + k * 17, 48, 3.6)
    s.line("M58 69Q64 73 70 69", "#4a4452", 2)


def paint_hamster(s: Sketch) -> None:
    c = "#e8a35a"
    for k in (-1, 1):
        s.form(oval(64 + k * 19, 120, 12, 5), "#ffc9b0", 0.2)
        s.form(oval(64 + k * 29, 26, 12), c, 0.3)
        s.flat(oval(64 + k * 29, 27, 7), "#ffb8b0")
    s.form(smooth((64, 18), (90, 26), (102, 54), (106, 88), (92, 116), (64, 122), (36, 116), (22, 88), (26, 54), (38, 26)), c, 0.3)
    s.flat(smooth((64, 60), (84, 62), (94, 84), (84, 112), (64, 118), (44, 112), (34, 84), (44, 62)), "#fff4e6")
    for k in (-1, 1):
        s.form(oval(64 + k * 21, 60, 16, 13), "#fff4e6", 0.14)
        s.eye(64 + k * 17, 44, 4.4)
        s.flat(oval(64 + k * 27, 60, 6, 4), "#ff9a8a", 0.55)
        s.form(smooth((64 + k * 24, 76), (64 + k * 16, 84), (64 + k * 5, 88), (64 + k * 8, 94), (64 + k * 24, 90)), c, 0.28)
    s.form(smooth((59, 54), (69, 54), (64, 60), pull=0.7), "#e86a7a", 0.2)
    s.line("M64 60V64M57 66Q60.5 69 64 64Q67.5 69 71 66", "#8a4a3a", 2)
    s.form(smooth((60, 82), (68, 82), (67, 96), (64, 100), (61, 96)), "#5f9a4a", 0.2)


def paint_hen(s: Sketch) -> None:
    c = "#fbf6ee"
    s.line("M58 104V119M74 104V119M50 122L58 118L64 123M66 122L74 118L80 123", "#f2a02e", 3.6)
    s.form(smooth((88, 64), (98, 36), (110, 30), (112, 42), (120, 44), (116, 56), (120, 64), (106, 84)), mix(c, "#8a6a5a", 0.16), 0.3)
    s.form(smooth((34, 40), (44, 24), (58, 28), (64, 50), (84, 60), (104, 62), (106, 84), (90, 106), (60, 109), (40, 96), (34, 70)), c, 0.3)
    s.form(smooth((64, 70), (88, 68), (98, 78), (84, 92), (66, 90), (58, 80)), mix(c, "#c99a6a", 0.22), 0.26)
    s.form(smooth((38, 28), (36, 16), (43, 20), (46, 10), (52, 19), (58, 14), (57, 28), pull=0.8), "#e2302c", 0.3)
    s.form(poly((35, 40), (20, 46), (35, 50)), "#f2a02e", 0.3)
    s.form(smooth((33, 50), (40, 50), (40, 62), (35, 66), (31, 60)), "#e2302c", 0.3)
    s.eye(43, 38, 3)


def paint_seahorse(s: Sketch) -> None:
    c = "#f7a83a"
    s.form(smooth((74, 52), (92, 50), (98, 62), (90, 74), (76, 72)), mix(c, "#ff6a4a", 0.4), 0.24)
    body = ((50, 8), (66, 8), (80, 22), (78, 40), (76, 58), (74, 78), (62, 92), (60, 104), (68, 110), (76, 104), (74, 96), (82, 98), (84, 110), (70, 121),
            (54, 116), (50, 98), (56, 80), (48, 66), (48, 48), (56, 36), (48, 32))
    s.form(smooth(*body, pull=0.9), c, 0.3)
    s.form(smooth((52, 20), (36, 28), (26, 30), (25, 36), (36, 37), (54, 34)), c, 0.24)
    s.flat(smooth((52, 48), (58, 46), (60, 64), (62, 78), (56, 76), (50, 64)), "#ffe2a0")
    for y in (50, 57, 64, 71):
        s.line(f"M52 {y}Q58 {y + 2} 61 {y - 1}", "#e08a2b", 1.3)
    s.form(smooth((54, 10), (58, -1), (64, 5), (72, 1), (74, 12), (82, 14), (78, 24), (66, 12), pull=0.7), mix(c, "#ff6a4a", 0.4), 0.24)
    s.eye(58, 24, 3.6)


def paint_seagull(s: Sketch) -> None:
    s.form(smooth((56, 66), (40, 40), (14, 22), (2, 22), (20, 44), (38, 72)), "#aab4c4", 0.3)
    s.form(poly((96, 70), (122, 78), (120, 88), (94, 84)), "#e6e9ef", 0.3)
    s.form(smooth((26, 62), (38, 58), (58, 64), (86, 66), (104, 76), (90, 88), (60, 92), (38, 84), (24, 74)), "#fbfcfd", 0.26)
    s.form(smooth((52, 70), (66, 40), (92, 14), (112, 6), (100, 34), (86, 66), (70, 78)), "#c3ccd8", 0.3)
    s.flat(smooth((98, 12), (112, 6), (108, 18), (101, 30), (96, 22), pull=0.6), "#3a3f4c")
    s.flat(smooth((8, 24), (2, 22), (10, 34), (20, 42), (18, 30), pull=0.6), "#3a3f4c")
    s.form(oval(30, 66, 11), "#fbfcfd", 0.24)
    s.form(smooth((20, 64), (6, 68), (5, 72), (20, 72), pull=0.6), "#f7b02e", 0.3)
    s.eye(27, 64, 2.4)


def paint_ghost(s: Sketch) -> None:
    s.form(smooth((64, 6), (92, 20), (102, 60), (108, 104), (100, 122), (88, 112), (76, 122), (64, 112), (52, 122), (40, 112), (28, 122), (20, 104),
                  (26, 60), (36, 20)), "#f1eefb", 0.24)
    for k in (-1, 1):
        s.flat(oval(64 + k * 14, 48, 6.4, 9), "#3a3050")
        s.flat(oval(64 + k * 14 - 2, 44, 2.2), "#ffffff")
        s.flat(oval(64 + k * 26, 62, 6, 4), "#ffb0c8", 0.6)
    s.flat(oval(64, 70, 7, 9), "#5a4a78")


def paint_alien(s: Sketch) -> None:
    c = "#7fce6a"
    for x in (52, 76):
        s.form(smooth((x - 7, 96), (x + 7, 96), (x + 8, 122), (x, 124), (x - 9, 122), pull=0.6), c, 0.3)
    for k in (-1, 1):
        s.line(f"M{64 + k * 18} 74Q{64 + k * 36} 78 {64 + k * 38} 62", mix(c, "#2a5a3a", 0.12), 8)
        s.line(f"M{64 + k * 12} 16Q{64 + k * 18} 6 {64 + k * 24} 4", c, 3.4)
        s.form(oval(64 + k * 25, 4.6, 4.6), "#b8f08a", 0.24)
    s.form(smooth((48, 66), (80, 66), (86, 98), (64, 106), (42, 98)), c, 0.3)
    s.flat(oval(64, 88, 13, 12), "#c9f2a8")
    s.form(smooth((64, 8), (92, 18), (102, 40), (88, 62), (64, 72), (40, 62), (26, 40), (36, 18)), c, 0.26)
    for k in (-1, 1):
        s.flat(smooth((64 + k * 8, 44), (64 + k * 14, 32), (64 + k * 28, 28), (64 + k * 28, 40), (64 + k * 18, 50)), "#2b2440")
        s.flat(oval(64 + k * 18 - 2, 36, 3), "#ffffff", 0.9)
    s.line("M57 60Q64 65 71 60", "#3a7a3a", 2.2)


def paint_squirrel(s: Sketch) -> None:
    c = "#c8662f"
    s.form(smooth((84, 116), (76, 92), (88, 70), (98, 48), (88, 30), (96, 16), (114, 22), (122, 48), (118, 84), (106, 112)), c, 0.34)
    s.form(smooth((92, 104), (90, 84), (104, 62), (106, 40), (100, 28), (112, 34), (116, 56), (110, 84)), mix(c, "#ffd29a", 0.4), 0.2)
    s.form(smooth((48, 62), (66, 56), (84, 70), (92, 96), (84, 118), (56, 121), (46, 100)), c, 0.3)
    s.flat(smooth((46, 68), (58, 66), (62, 86), (60, 110), (50, 114), (45, 94)), "#fff1de")
    s.form(smooth((62, 98), (80, 92), (92, 106), (86, 121), (62, 122)), c, 0.3)
    s.form(smooth((40, 118), (58, 114), (70, 119), (64, 124), (42, 124)), mix(c, "#4a2266", 0.12), 0.28)
    for x, lean in ((46, -2), (62, 2)):
        s.form(smooth((x - 5, 30), (x - 3 + lean, 12), (x + lean, 8), (x + 5, 20), (x + 6, 32)), c, 0.3)
        s.flat(smooth((x - 2, 28), (x - 1 + lean, 16), (x + 3, 28)), "#7a3a2a")
    s.form(smooth((28, 52), (36, 34), (52, 26), (68, 32), (76, 48), (68, 62), (52, 68), (38, 64)), c, 0.28)
    s.form(smooth((28, 52), (38, 48), (52, 54), (56, 62), (50, 68), (38, 64)), "#fff1de", 0.12)
    s.flat(oval(29, 51, 3.4, 2.8), "#3a2430")
    s.eye(47, 44, 3.8)
    s.form(smooth((56, 76), (62, 84), (46, 90), (34, 86), (36, 80), (46, 80)), c, 0.3)
    s.form(smooth((24, 84), (30, 76), (40, 78), (42, 88), (34, 98), (26, 93)), "#b3793f", 0.34)
    s.form(smooth((22, 82), (30, 73), (42, 77), (42, 83), (32, 81)), "#6b4226", 0.3)


def paint_starfish(s: Sketch) -> None:
    points = []
    for i in range(10):
        a, r = -math.pi / 2 + i * math.pi / 5, 58 if i % 2 == 0 else 27
        points.append((64 + math.cos(a) * r, 77 + math.sin(a) * r))
    s.form(smooth(*points, pull=0.75), "#f47a4f", 0.3)
    for i in range(5):
        a = -math.pi / 2 + i * 2 * math.pi / 5
        for r, size in ((12, 2.8), (22, 2.4), (32, 2), (41, 1.6)):
            s.flat(oval(64 + math.cos(a) * r, 77 + math.sin(a) * r, size), "#ffc09a", 0.9)


CRITTERS = (
    Own("squirrel", "squirrel", "nature", "stand", 0.25, paint_squirrel),
    Own("starfish", "starfish", "nature", "stand", 0.15, paint_starfish),
    Own("frog", "frog", "nature", "stand", 0.12, paint_frog),
    Own("koala", "koala", "nature", "stand", 0.7, paint_koala),
    Own("hamster", "hamster", "nature", "stand", 0.12, paint_hamster),
    Own("chicken", "hen", "nature", "stand", 0.4, paint_hen),
    Own("seahorse", "seahorse", "nature", "swim", 0.15, paint_seahorse),
    Own("seagull", "seagull", "nature", "fly", 0.4, paint_seagull),
    Own("friendly-ghost", "ghost", "face", "fly", 1.2, paint_ghost),
    Own("alien", "alien", "person", "stand", 1.3, paint_alien),
)
