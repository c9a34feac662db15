"""Own drawings of furniture and other things: table, sofa, lamp, bookshelf, fireplace, fence, vase and more."""

from __future__ import annotations

from .kit import Own, Sketch, box, mix, oval, poly, smooth

WOOD, DARK = "#b3793f", "#8a5630"


def paint_table(s: Sketch) -> None:
    for x in (22, 98):
        s.form(box(x, 74, 9, 50, 2), DARK, 0.32, side=True)
    for x in (36, 86):
        s.form(box(x, 72, 7, 40, 2), mix(DARK, "#3a1a2a", 0.3), 0.3, side=True)
    s.form(box(16, 68, 96, 10, 2), DARK, 0.3)
    s.form(box(8, 60, 112, 10, 4), WOOD, 0.3)
    s.line("M16 64H60M72 66H108", "#cf9a5c", 1.4)


def paint_sofa(s: Sketch, colour: str = "#4fa0a0") -> None:
    for x in (16, 104):
        s.form(box(x, 112, 8, 12, 2), DARK, 0.3)
    s.form(box(14, 56, 100, 50, 14), mix(colour, "#2a1838", 0.12), 0.32)
    s.line("M64 62V88", mix(colour, "#2a1838", 0.35), 1.6)
    for x in (20, 64):
        s.form(box(x, 82, 44, 24, 7), mix(colour, "#ffffff", 0.1), 0.28)
    s.form(box(12, 100, 104, 16, 5), colour, 0.3)
    for x in (4, 106):
        s.form(box(x, 74, 18, 42, 8), mix(colour, "#ffffff", 0.05), 0.32)
    s.form(smooth((26, 66), (40, 62), (44, 76), (42, 86), (28, 84), pull=0.5), "#f7b53a", 0.3)
    s.form(smooth((86, 64), (100, 66), (100, 84), (86, 86), (83, 74), pull=0.5), "#f2e6d0", 0.26)


def paint_armchair(s: Sketch) -> None:
    c = "#c8553f"
    for x in (28, 92):
        s.form(box(x, 112, 8, 12, 2), DARK, 0.3)
    s.form(box(28, 42, 72, 70, 20), mix(c, "#2a1838", 0.1), 0.32)
    for x, y in ((48, 60), (64, 56), (80, 60), (56, 72), (72, 72)):
        s.flat(oval(x, y, 1.8), mix(c, "#2a1838", 0.4))
    s.form(box(32, 84, 64, 26, 7), mix(c, "#ffffff", 0.12), 0.28)
    s.form(box(24, 100, 80, 17, 5), c, 0.3)
    for x in (16, 92):
        s.form(box(x, 70, 20, 48, 9), mix(c, "#ffffff", 0.05), 0.32)


def paint_chair(s: Sketch) -> None:
    for x in (40, 82):
        s.form(box(x, 78, 6, 46, 2), DARK, 0.3, side=True)
    for x in (36, 84):
        s.form(box(x, 18, 7, 66, 3), WOOD, 0.3, side=True)
    for y in (24, 38, 52):
        s.form(box(40, y, 48, 7, 3), WOOD, 0.3)
    s.form(box(32, 76, 64, 10, 4), "#c88a4a", 0.3)
    for x in (32, 89):
        s.form(box(x, 84, 7, 40, 2), WOOD, 0.3, side=True)


def paint_bed(s: Sketch) -> None:
    s.form(box(4, 44, 10, 78, 3), DARK, 0.32)
    s.form(box(114, 70, 9, 52, 3), DARK, 0.32)
    s.form(box(10, 96, 108, 18, 3), WOOD, 0.3)
    s.form(box(12, 82, 106, 18, 6), "#f6f3f7", 0.2)
    s.form(box(16, 66, 32, 20, 9), "#fbfafd", 0.24)
    s.form(smooth((44, 76), (80, 72), (116, 78), (118, 106), (80, 108), (44, 106), pull=0.5), "#5a86d0", 0.3)
    s.form(smooth((40, 78), (54, 75), (54, 106), (42, 106), pull=0.4), "#dfe8fa", 0.2)


def paint_bookshelf(s: Sketch) -> None:
    s.form(box(18, 8, 92, 116, 3), DARK, 0.32)
    s.flat(box(24, 14, 80, 104, 1), "#5f3a22")
    colours = ("#d8443a", "#3f8fd8", "#f2b53a", "#4fa06a", "#8a5fc0", "#e8806a", "#2f6a8a", "#c8a06a")
    n = 0
    for shelf in range(4):
        y, x = 14 + shelf * 26, 26.0
        while x < 98:
            w, h = 5 + (n * 5 % 4), 16 + (n * 7 % 6)
            if n % 9 != 7:
                s.form(box(x, y + 23 - h, w, h, 1), colours[n % 8], 0.28)
                s.flat(box(x + 1, y + 26 - h, w - 2, 1.6, 0.4), "#fff3d0", 0.7)
            x += w + 1
            n += 1
        s.form(box(22, y + 23, 84, 4, 1), WOOD, 0.3)


def paint_fireplace(s: Sketch) -> None:
    s.form(box(30, 0, 68, 40, 1), "#b8735a", 0.3)
    s.form(box(12, 34, 104, 90, 2), "#c8806a", 0.3)
    for y in range(44, 122, 10):
        for x in range(14 + (y // 10 % 2) * 8, 110, 17):
            s.line(f"M{x} {y}h12", "#a8604c", 1.4)
    s.form(box(6, 30, 116, 11, 3), WOOD, 0.34)
    s.form("M32 124V78A32 26 0 0 1 96 78V124z", "#3a2430", 0.2)
    s.flat(smooth((64, 68), (80, 92), (84, 112), (64, 121), (44, 112), (50, 92)), s.fade((0, "#ff5a2b", 1), (1, "#ffa52b", 1)))
    s.flat(smooth((66, 88), (75, 104), (64, 119), (54, 106)), "#ffd95e")
    s.line("M42 119L86 112M86 119L42 112", "#7a4a2c", 7)
    s.form(box(6, 119, 116, 6, 2), "#8a8794", 0.3)


def paint_floor_lamp(s: Sketch) -> None:
    s.line("M64 46V118", "#8a6a3a", 3.6)
    s.form(smooth((46, 124), (50, 118), (64, 116), (78, 118), (82, 124), pull=0.7), "#8a6a3a", 0.34)
    s.form(poly((48, 12), (80, 12), (94, 48), (34, 48)), "#ffdf9a", 0.24)
    s.flat(poly((34, 48), (94, 48), (92, 43), (36, 43)), "#e8b85a", 0.7)
    s.line("M80 48V60", "#8a6a3a", 1.2)


def paint_street_lamp(s: Sketch) -> None:
    s.line("M64 42V120", "#34404f", 5)
    s.form(smooth((50, 124), (54, 112), (74, 112), (78, 124), pull=0.5), "#34404f", 0.34)
    s.form(box(58, 100, 12, 7, 2), "#44525f", 0.34)
    s.form(box(57, 44, 14, 5, 2), "#44525f", 0.34)
    s.form(poly((54, 44), (48, 16), (80, 16), (74, 44)), "#ffe08a", 0.2)
    s.flat(oval(64, 31, 6, 9), "#fffbe0")
    s.line("M54 44L48 16M74 44L80 16M64 44V16", "#34404f", 2)
    s.form(smooth((44, 17), (54, 7), (64, 3), (74, 7), (84, 17), pull=0.7), "#34404f", 0.34)


def paint_bench(s: Sketch) -> None:
    for x in (24, 96):
        s.line(f"M{x} 124V88M{x} 92L{x} 58", "#3a4450", 5)
    for y in (54, 64, 74):
        s.form(box(10, y, 108, 7, 3), WOOD, 0.3)
    s.form(box(8, 88, 112, 6, 3), "#c88a4a", 0.3)
    s.form(box(8, 95, 112, 6, 3), WOOD, 0.3)


def paint_fence(s: Sketch) -> None:
    for y in (80, 104):
        s.form(box(0, y, 128, 6, 1), "#e8e4ea", 0.3)
    for x in range(4, 126, 17):
        s.form(poly((x, 124), (x, 70), (x + 5, 62), (x + 10, 70), (x + 10, 124)), "#fbf9fc", 0.26)


def paint_vase(s: Sketch) -> None:
    for x, y, lean in ((40, 34, -14), (64, 18, 0), (88, 34, 14), (50, 50, -8), (80, 50, 9)):
        s.line(f"M64 84Q{64 + lean * 0.4} 64 {x} {y}", "#4f9a4a", 2.8)
    for x, y, c in ((40, 32, "#f26a8a"), (88, 32, "#f7b53a"), (64, 16, "#e8476a"), (48, 50, "#b06ae0"), (81, 50, "#f28ab0")):
        for dx, dy in ((0, -7), (6.6, -2.2), (4.2, 5.6), (-4.2, 5.6), (-6.6, -2.2)):
            s.form(oval(x + dx, y + dy, 5.4), c, 0.24)
        s.form(oval(x, y, 4), "#ffe08a", 0.24)
    s.form(smooth((50, 74), (78, 74), (74, 84), (86, 104), (78, 123), (50, 123), (42, 104), (54, 84), pull=0.8), "#4f86c8", 0.32)
    s.line("M45 104Q64 110 83 104", "#dbe8fa", 2.6)


def paint_empty_vase(s: Sketch) -> None:
    s.form(smooth((46, 44), (82, 44), (76, 58), (94, 88), (82, 122), (46, 122), (34, 88), (52, 58), pull=0.8), "#4f86c8", 0.32)
    s.flat(oval(64, 45, 17.5, 4.2), "#2d5288")
    s.line("M38 88Q64 97 90 88", "#dbe8fa", 3)
    s.line("M42 98Q64 106 86 98", "#dbe8fa", 1.6, 0.8)


def paint_robot(s: Sketch) -> None:
    c, d = "#9fb4c8", "#6f86a0"
    for x in (50, 78):
        s.form(box(x - 6, 92, 12, 24, 4), d, 0.34)
        s.form(smooth((x - 12, 124), (x - 10, 113), (x + 10, 113), (x + 12, 124), pull=0.6), "#4f627a", 0.34)
    for k in (-1, 1):
        s.line(f"M{64 + k * 28} 66Q{64 + k * 42} 74 {64 + k * 38} 90", d, 8)
        s.form(oval(64 + k * 28, 66, 7), "#e8804a", 0.3)
        s.line(f"M{64 + k * 38 - 5} 100L{64 + k * 38 - 4} 93L{64 + k * 38} 90L{64 + k * 38 + 4} 93L{64 + k * 38 + 5} 100", "#4f627a", 4)
    s.form(box(38, 56, 52, 42, 10), c, 0.34)
    s.form(box(47, 64, 34, 20, 4), "#34466a", 0.3)
    s.line("M51 75H56L59 69L63 80L66 73L69 75H77", "#5ff0c0", 1.8)
    for x, q in ((52, "#e2504a"), (60, "#f7c53a"), (68, "#5fd06a")):
        s.flat(oval(x, 91, 2.4), q)
    s.form(box(57, 48, 14, 10, 2), d, 0.3)
    s.line("M64 14V4", d, 3)
    s.form(oval(64, 5, 4.4), "#e8504a", 0.3)
    for x in (29, 91):
        s.form(box(x, 24, 8, 16, 3), "#e8804a", 0.3)
    s.form(box(35, 12, 58, 40, 13), c, 0.32)
    s.form(box(41, 19, 46, 25, 10), "#2b3a5a", 0.24)
    for x in (54, 74):
        s.flat(oval(x, 29, 5.4, 6), "#5ff0ff")
        s.flat(oval(x - 1.6, 27, 1.7), "#ffffff")
    s.line("M56 38.5Q64 42 72 38.5", "#5ff0ff", 2.2)


def paint_scarecrow(s: Sketch) -> None:
    s.line("M64 60V124M16 70H112", "#8a5a34", 5)
    s.form(smooth((46, 60), (82, 60), (86, 104), (64, 110), (42, 104), pull=0.4), "#c8553a", 0.3)
    for k in (-1, 1):
        s.form(poly((64 + k * 14, 62), (64 + k * 40, 64), (64 + k * 40, 78), (64 + k * 14, 76)), "#c8553a", 0.3)
        for dy in (-5, 0, 5):
            s.line(f"M{64 + k * 40} {71 + dy}L{64 + k * 51} {71 + dy * 1.8}", "#e8c05a", 2.6)
    s.form(box(50, 84, 13, 12, 1), "#3f6fb0", 0.2)
    for x in (48, 56, 64, 72, 80):
        s.line(f"M{x} 106L{x + (x - 64) * 0.2} 116", "#e8c05a", 2.6)
    s.form(oval(64, 42, 18), "#e8cf9a", 0.28)
    for x in (57, 71):
        s.line(f"M{x - 2.4} 37.6L{x + 2.4} 42.4M{x + 2.4} 37.6L{x - 2.4} 42.4", "#3a2430", 2)
    s.line("M55 50Q64 56 73 50M58 49.6V53M64 51.6V55M70 49.6V53", "#3a2430", 1.6)
    s.form(poly((62, 44), (66, 44), (64, 48)), "#e8802b", 0.3)
    s.form(smooth((36, 30), (64, 24), (92, 30), (64, 35)), "#8a5a34", 0.3)
    s.form(smooth((48, 28), (54, 10), (64, 4), (76, 12), (80, 28), (64, 32), pull=0.7), "#8a5a34", 0.34)


def paint_hay_bale(s: Sketch) -> None:
    s.form(smooth((28, 60), (98, 58), (116, 76), (116, 110), (98, 124), (28, 124), pull=0.4), "#d8a83a", 0.32)
    s.form(oval(32, 92, 24, 32), "#f0c95a", 0.3)
    for r in (19, 13, 7):
        s.line(oval(32, 92, r, r * 1.33), "#c8963a", 1.6)
    s.line("M62 60V123M90 59V123", "#b3802c", 2)


def paint_sandcastle(s: Sketch) -> None:
    c = "#e8c07a"
    for x, top in ((26, 66), (102, 66), (64, 40)):
        w = 17 if x != 64 else 20
        s.form(poly((x - w, 124), (x - w + 3, top), (x + w - 3, top), (x + w, 124)), c, 0.3, side=True)
        for k in range(3):
            s.form(box(x - w + 3 + k * (w * 2 - 6) / 2.6, top - 7, (w * 2 - 6) / 4.4, 9, 1), c, 0.3)
    s.form(poly((24, 90), (104, 90), (108, 124), (20, 124)), "#dcb068", 0.28)
    s.form("M56 124V112A8 9 0 0 1 72 112V124z", "#8a6234", 0.2)
    s.line("M64 34V14", "#8a5a34", 2)
    s.form(poly((65, 14), (80, 19), (65, 24)), "#e2504a", 0.3)
    s.flat(oval(40, 104, 3) + oval(88, 104, 3), "#8a6234")


def paint_beach_umbrella(s: Sketch) -> None:
    s.line("M64 20L72 124", "#d8b07a", 3.6)
    whole = ((6, 60), (18, 34), (44, 16), (64, 12), (86, 14), (110, 28), (122, 52), (94, 52), (64, 56), (34, 58))
    s.form(smooth(*whole, pull=0.8), "#e8504a", 0.3)
    s.form(smooth((34, 58), (42, 32), (64, 12), (58, 36), (64, 56), (50, 57), pull=0.7), "#fbf6ea", 0.24)
    s.form(smooth((94, 52), (92, 30), (64, 12), (110, 26), (122, 52), pull=0.5), "#fbf6ea", 0.24)
    s.flat(oval(64, 12, 3), "#d8b07a")


def paint_deck_chair(s: Sketch) -> None:
    s.line("M18 122L92 30M34 84L104 122M96 34L60 122", WOOD, 5)
    s.form(smooth((86, 30), (98, 36), (70, 86), (36, 96), (30, 84), (58, 76), pull=0.6), "#fbf6ea", 0.24)
    for d in ("M94 36Q74 82 34 92", "M90 33Q66 78 32 87"):
        s.line(d, "#3f8fd8", 3.4)


def paint_signpost(s: Sketch) -> None:
    s.form(box(59, 22, 10, 102, 2), DARK, 0.34, side=True)
    s.form(poly((28, 32), (98, 32), (114, 44), (98, 56), (28, 56)), WOOD, 0.3)
    s.form(poly((100, 64), (34, 64), (18, 76), (34, 88), (100, 88)), "#c88a4a", 0.3)


def paint_surfboard(s: Sketch) -> None:
    s.form(smooth((64, 2), (82, 36), (84, 80), (74, 122), (54, 122), (44, 80), (46, 36), pull=0.9), "#f7f2e8", 0.28)
    s.form(smooth((46, 40), (83, 30), (84, 50), (45, 60), pull=0.4), "#3fa8c8", 0.26)
    s.form(smooth((45, 66), (84, 56), (84.5, 66), (44.5, 76), pull=0.4), "#f2803f", 0.26)
    s.line("M64 4V121", "#c9bfae", 1.2)


def paint_lantern(s: Sketch) -> None:
    s.line("M52 22Q64 4 76 22", "#4a4f5a", 3)
    s.form(smooth((46, 36), (54, 22), (74, 22), (82, 36), pull=0.5), "#4a4f5a", 0.34)
    s.form(smooth((48, 36), (80, 36), (86, 70), (80, 104), (48, 104), (42, 70), pull=0.6), "#ffdf8a", 0.24)
    s.flat(smooth((64, 54), (72, 76), (64, 94), (56, 78)), s.fade((0, "#ffb13b", 1), (1, "#ff6a2b", 1)))
    s.line("M48 36Q40 70 48 104M80 36Q88 70 80 104M64 36V46", "#4a4f5a", 2.4)
    s.form(box(42, 102, 44, 10, 3), "#4a4f5a", 0.34)
    s.form(box(38, 111, 52, 13, 4), "#3a3f4a", 0.34)


def paint_hat(s: Sketch) -> None:
    s.form(smooth((8, 112), (34, 102), (94, 102), (120, 112), (94, 123), (34, 123)), "#c8443f", 0.34)
    s.form(smooth((34, 108), (38, 74), (52, 64), (64, 68), (76, 64), (90, 74), (94, 108), (64, 115), pull=0.8), "#d8504a", 0.32)
    s.form(smooth((34, 108), (64, 115), (94, 108), (93, 97), (64, 103), (35, 97), pull=0.6), "#5a2430", 0.3)


def paint_party_hat(s: Sketch) -> None:
    s.form(poly((64, 20), (98, 120), (30, 120)), "#7a5fe0", 0.3)
    s.form(poly((53.4, 51), (74.6, 51), (80, 67), (48, 67)), "#ffd23f", 0.24)
    s.form(poly((41.4, 86.5), (86.6, 86.5), (92, 102), (36, 102)), "#ff7ab0", 0.24)
    s.form(oval(64, 18, 10), "#ffd23f", 0.3)


def paint_desk(s: Sketch) -> None:
    s.form(box(78, 76, 36, 48, 3), DARK, 0.32)
    for y in (80, 95, 110):
        s.form(box(81, y, 30, 12, 2), WOOD, 0.28)
        s.flat(oval(96, y + 6, 2), "#f7c53a")
    s.form(box(14, 74, 8, 50, 2), DARK, 0.32)
    s.form(box(8, 66, 112, 10, 3), "#c88a4a", 0.3)


def paint_throne(s: Sketch) -> None:
    s.form(smooth((36, 20), (48, 12), (64, 2), (80, 12), (92, 20), (92, 92), (36, 92), pull=0.4), "#e0ac2b", 0.32)
    s.form(smooth((43, 26), (64, 14), (85, 26), (85, 88), (43, 88), pull=0.4), "#b3202f", 0.3)
    for x, y in ((54, 36), (74, 36), (64, 48), (54, 60), (74, 60)):
        s.flat(oval(x, y, 2), "#f7c53a")
    s.form(oval(64, 10, 5), "#3f8fd8", 0.3)
    for x in (26, 92):
        s.form(box(x, 66, 10, 58, 3), "#e0ac2b", 0.32)
        s.form(oval(x + 5, 64, 7), "#f7c53a", 0.3)
    s.form(box(32, 84, 64, 14, 6), "#c8303f", 0.3)
    s.form(box(34, 97, 60, 12, 2), "#e0ac2b", 0.3)
    s.form(box(26, 116, 76, 8, 2), "#b8861e", 0.3)


def paint_plate(s: Sketch) -> None:
    s.form(oval(64, 108, 58, 15), "#f4f2f6", 0.26)
    s.form(oval(64, 106, 40, 9), "#e6e3ec", 0.2)


def paint_hammock(s: Sketch) -> None:
    for x in (8, 120):
        s.form(box(x - 4, 30, 8, 94, 3), DARK, 0.34, side=True)
    s.line("M10 48L24 68M118 48L104 68", "#e8d0a8", 2)
    s.form(smooth((20, 64), (42, 88), (64, 94), (86, 88), (108, 64), (104, 88), (84, 108), (64, 112), (44, 108), (24, 88), pull=0.8), "#3fa0b8", 0.3)
    for k in (0.3, 0.6):
        s.line(f"M{22 + 2 * k:.0f} {66 + 20 * k:.0f}Q64 {104 + 16 * k:.0f} {106 - 2 * k:.0f} {66 + 20 * k:.0f}", "#f7e3b0", 3)


THINGS = (
    Own("throne", "throne", "object", "stand", 1.8, paint_throne),
    Own("plate", "plate", "object", "stand", 0.04, paint_plate),
    Own("hammock", "hammock", "object", "stand", 1.2, paint_hammock),
    Own("table", "table", "object", "stand", 0.8, paint_table),
    Own("sofa", "sofa", "object", "stand", 0.9, paint_sofa),
    Own("armchair", "armchair", "object", "stand", 1.0, paint_armchair),
    Own("chair", "chair", "object", "stand", 1.0, paint_chair),
    Own("bed", "bed", "object", "stand", 1.0, paint_bed),
    Own("desk", "desk", "object", "stand", 0.8, paint_desk),
    Own("bookshelf", "bookshelf", "object", "stand", 2.0, paint_bookshelf),
    Own("fireplace", "fireplace", "object", "stand", 1.8, paint_fireplace),
    Own("floor-lamp", "floor lamp", "object", "stand", 1.7, paint_floor_lamp),
    Own("street-lamp", "street lamp", "travel", "stand", 4.0, paint_street_lamp),
    Own("bench", "bench", "object", "stand", 0.9, paint_bench),
    Own("fence", "fence", "object", "stand", 1.1, paint_fence),
    Own("vase", "vase of flowers", "object", "stand", 0.5, paint_vase),
    Own("empty-vase", "empty vase", "object", "stand", 0.4, paint_empty_vase),
    Own("robot", "robot", "person", "stand", 1.7, paint_robot),
    Own("scarecrow", "scarecrow", "object", "stand", 1.9, paint_scarecrow),
    Own("hay-bale", "hay bale", "object", "stand", 1.3, paint_hay_bale),
    Own("sandcastle", "sandcastle", "object", "stand", 0.5, paint_sandcastle),
    Own("beach-umbrella", "beach umbrella", "object", "stand", 2.2, paint_beach_umbrella),
    Own("deck-chair", "deck chair", "object", "stand", 1.0, paint_deck_chair),
    Own("signpost", "signpost", "object", "stand", 2.2, paint_signpost),
    Own("surfboard", "surfboard", "activity", "stand", 2.0, paint_surfboard),
    Own("lantern", "lantern", "object", "stand", 0.4, paint_lantern),
    Own("hat", "hat", "object", "stand", 0.2, paint_hat),
    Own("party-hat", "party hat", "object", "stand", 0.2, paint_party_hat),
)
