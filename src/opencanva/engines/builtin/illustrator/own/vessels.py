"""Own drawings of what floats and flies: boats without water, balloon, airship, submarine, spaceship."""

from __future__ import annotations

from .kit import Own, Sketch, box, mix, oval, poly, smooth

WOOD = "#9a5f35"


def paint_balloon(s: Sketch) -> None:
    s.line("M48 84L57 104M80 84L71 104M60 88L61 104M68 88L67 104", "#8a6a4a", 1.3)
    whole = ((64, 2), (88, 10), (102, 34), (98, 58), (84, 76), (76, 88), (52, 88), (44, 76), (30, 58), (26, 34), (40, 10))
    s.form(smooth(*whole), "#e8413c", 0.3)
    for k, colour in ((0.72, "#f9c53b"), (0.44, "#3f8fe0"), (0.16, "#f7f2e8")):
        band = tuple((64 + (x - 64) * k, y) for x, y in whole)
        s.form(smooth(*band), colour, 0.24)
    s.flat(smooth((38, 22), (46, 12), (52, 10), (44, 26), (40, 44), (36, 40)), "#ffffff", 0.35)
    s.form(smooth((51, 84), (64, 87), (77, 84), (76, 90), (64, 92), (52, 90), pull=0.6), "#7a3a6a", 0.25)
    s.form(smooth((54, 104), (74, 104), (73, 120), (64, 123), (55, 120), pull=0.5), "#b8793f", 0.32)
    s.form(box(52, 101, 24, 5, 2.5), "#8a5630", 0.3)
    for y in (110, 115):
        s.line(f"M55 {y}Q64 {y + 2} 73 {y}", "#8a5630", 1)


def paint_airship(s: Sketch) -> None:
    s.form(poly((104, 44), (124, 30), (124, 50), (112, 58)), "#c8443a", 0.3)
    s.form(poly((104, 66), (124, 84), (124, 64), (112, 58)), "#a83430", 0.3)
    s.form(smooth((4, 57), (16, 40), (44, 30), (80, 31), (106, 44), (116, 57), (106, 70), (80, 82), (44, 83), (16, 74)), "#cfd5e2", 0.34)
    for dy in (-15, 0, 15):
        s.line(smooth((7, 57 + dy * 0.4), (44, 57 + dy), (84, 57 + dy), (113, 57 + dy * 0.3), closed=False), "#a7afc2", 1.2)
    s.form(smooth((34, 82), (82, 82), (78, 97), (66, 101), (44, 100), (36, 94), pull=0.6), "#4f5a7a", 0.32)
    for x in (44, 53, 62, 71):
        s.form(box(x, 87, 6, 6, 2), "#ffe08a", 0.15)
    s.form(smooth((100, 54), (122, 57), (100, 60), pull=0.4), "#c8443a", 0.3)


def paint_submarine(s: Sketch) -> None:
    s.form(smooth((108, 66), (124, 50), (126, 66), (126, 88), (124, 98), (108, 84), pull=0.6), "#d8902b", 0.32)
    s.line("M62 44V24H72", "#8a94a6", 5)
    s.form(box(68, 20, 9, 8, 3), "#5a6478", 0.3)
    s.form(smooth((48, 56), (51, 40), (58, 37), (74, 37), (81, 42), (86, 56), pull=0.6), "#f0a92e", 0.3)
    s.form(smooth((4, 76), (12, 58), (36, 50), (84, 50), (112, 62), (116, 76), (108, 92), (84, 102), (36, 102), (12, 94)), "#f9c02e", 0.32)
    s.form(smooth((6, 84), (34, 92), (86, 92), (115, 80), (108, 92), (84, 102), (36, 102), (13, 94)), "#e0802b", 0.28)
    for x in (28, 54, 80):
        s.form(oval(x, 74, 10), "#c0752a", 0.32)
        s.form(oval(x, 74, 7), "#6fd0ea", 0.22)
        s.flat(oval(x - 2.4, 71.4, 2.2), "#ffffff", 0.85)


def paint_spaceship(s: Sketch) -> None:
    for k in (-1, 1):
        s.flat(smooth((64 + k * 18, 104), (64 + k * 24, 112), (64 + k * 21, 126), (64 + k * 16, 112)), "#ffb13b")
        s.form(smooth((64 + k * 10, 70), (64 + k * 40, 92), (64 + k * 46, 112), (64 + k * 24, 104), (64 + k * 10, 104), pull=0.5), "#5a67a8", 0.34)
        s.form(box(64 + k * 21 - 6, 92, 12, 16, 4), "#3d4470", 0.3)
        s.line(f"M{64 + k * 43} 108V84", "#e2504a", 3.4)
    s.flat(smooth((56, 108), (72, 108), (69, 118), (64, 127), (59, 118)), s.fade((0, "#fff0a0", 1), (1, "#ff7a2b", 1)))
    s.form(smooth((64, 2), (76, 24), (82, 60), (78, 106), (64, 112), (50, 106), (46, 60), (52, 24)), "#dfe3f0", 0.34)
    s.form(smooth((64, 22), (72, 36), (72, 52), (64, 56), (56, 52), (56, 36)), "#3fb6e8", 0.26)
    s.flat(smooth((60, 32), (64, 27), (62, 42), (58, 48)), "#ffffff", 0.6)
    s.line("M52 68H76M51 78H77M64 78V104", "#9aa4c8", 1.8)
    s.form(box(58, 84, 12, 14, 4), "#e2504a", 0.3)


def _hull(s: Sketch, colour: str, path: str) -> None:
    s.form(path, colour, 0.34)


def paint_sailboat(s: Sketch) -> None:
    s.line("M62 104V8", "#7a4a2c", 3.6)
    s.form(smooth((66, 14), (84, 46), (104, 90), (86, 94), (66, 94), pull=0.35), "#fbf6ea", 0.24)
    s.form(smooth((58, 22), (44, 58), (26, 92), (42, 94), (58, 93), pull=0.35), "#f4683f", 0.28)
    s.line("M67 52Q78 54 88 53M67 74Q84 77 97 75", "#d9cdb6", 1.4)
    s.form(poly((62, 5), (62, 14), (78, 9.5)), "#e23c3c", 0.3)
    _hull(s, "#b3613a", smooth((14, 100), (64, 104), (114, 100), (100, 117), (84, 120), (44, 120), (28, 117), pull=0.45))
    s.line(smooth((17, 103), (64, 107.5), (111, 103), closed=False), "#fbf0dc", 3)


def paint_rowboat(s: Sketch) -> None:
    s.form(smooth((10, 86), (34, 92), (94, 92), (118, 86), (110, 96), (64, 102), (18, 96), pull=0.6), mix(WOOD, "#3a1a2a", 0.4), 0.2)
    for x in (48, 78):
        s.form(box(x - 6, 91, 12, 5, 1.5), "#d8a060", 0.3)
    _hull(s, WOOD, smooth((8, 86), (34, 96), (94, 96), (120, 86), (106, 113), (88, 119), (40, 119), (22, 113), pull=0.5))
    s.line(smooth((14, 97), (38, 105), (90, 105), (114, 97), closed=False), mix(WOOD, "#3a1a2a", 0.35), 1.6)
    s.line("M44 76L92 116", "#d8a060", 3.4)
    s.form(smooth((88, 110), (94, 108), (106, 120), (102, 125), (96, 121), pull=0.7), "#d8a060", 0.3)


def paint_canoe(s: Sketch) -> None:
    _hull(s, "#c8442f", smooth((2, 92), (10, 88), (30, 102), (98, 102), (118, 88), (126, 92), (112, 115), (92, 119), (36, 119), (16, 115), pull=0.55))
    s.line(smooth((14, 96), (34, 106), (94, 106), (114, 96), closed=False), "#f7e3b0", 2.4)
    s.line("M40 112L88 80", "#d8a060", 3.2)
    s.form(smooth((84, 84), (92, 74), (99, 72), (98, 80), (88, 87)), "#d8a060", 0.3)


def paint_ship(s: Sketch) -> None:
    for x, h in ((52, 40), (74, 44)):
        s.form(poly((x - 6, 66), (x - 5, h), (x + 7, h), (x + 8, 66)), "#e2502f", 0.32, side=True)
        s.flat(poly((x - 5, h), (x + 7, h), (x + 7.4, h + 7), (x - 5.3, h + 7)), "#2e2a3c")
    s.form(smooth((28, 96), (30, 78), (98, 78), (104, 96), pull=0.3), "#fbfaf8", 0.26)
    s.form(smooth((38, 78), (40, 62), (86, 62), (91, 78), pull=0.3), "#f1eff0", 0.26)
    for y, xs in ((69, range(44, 86, 9)), (86, range(36, 98, 9))):
        for x in xs:
            s.flat(oval(x, y, 2.5), "#3f8fc8")
    _hull(s, "#2f4a86", smooth((6, 94), (40, 97), (122, 90), (114, 112), (104, 119), (30, 119), (16, 113), pull=0.4))
    s.line(smooth((12, 101), (44, 103.5), (118, 97), closed=False), "#fbfaf8", 2.6)
    s.flat(smooth((17, 113), (110, 113), (104, 119), (30, 119), pull=0.4), "#c23a34")


def paint_pirate_ship(s: Sketch) -> None:
    for x in (44, 78):
        s.line(f"M{x} 96V10", "#6b4226", 4)
    for x, y, w, h in ((44, 22, 36, 26), (44, 54, 42, 30), (78, 16, 38, 28), (78, 50, 44, 34)):
        s.form(smooth((x - w / 2, y), (x, y + 2), (x + w / 2, y), (x + w / 2 - 3, y + h * 0.5), (x + w / 2, y + h), (x, y + h - 4), (x - w / 2, y + h),
                      (x - w / 2 - 3, y + h * 0.5), pull=0.6), "#f1e6cf", 0.3)
    s.form(smooth((78, 3), (94, 4), (100, 8), (94, 13), (78, 12), pull=0.5), "#26232e", 0.2)
    s.flat(oval(86, 7.6, 2.4), "#fbfaf8")
    s.flat(oval(78, 66, 7) + box(75, 71, 6, 5, 1), "#3a3440")
    s.flat(oval(75.4, 66, 1.8) + oval(80.6, 66, 1.8), "#f1e6cf")
    _hull(s, "#8a5230", smooth((4, 82), (16, 92), (88, 94), (98, 76), (120, 72), (116, 100), (104, 118), (34, 119), (16, 108), pull=0.45))
    for y in (100, 108):
        s.line(smooth((17, y), (60, y + 3), (114, y - 3), closed=False), "#63391f", 1.4)
    for x in (36, 54, 72):
        s.form(box(x, 98, 8, 8, 1.5), "#3a2430", 0.2)
        s.flat(oval(x + 4, 102, 2.2), "#8a8794")
    s.line("M4 82L-4 72", "#6b4226", 3.6)
    for x in (104, 111):
        s.form(box(x, 80, 5, 8, 1.5), "#ffd870", 0.15)


def paint_iceberg(s: Sketch) -> None:
    s.form(poly((6, 120), (20, 84), (36, 72), (48, 34), (64, 16), (78, 40), (92, 56), (108, 90), (122, 120)), "#cfeefa", 0.3)
    s.flat(poly((64, 16), (78, 40), (92, 56), (108, 90), (122, 120), (80, 120), (70, 76)), "#8fcdea", 0.55)
    s.flat(poly((48, 34), (64, 16), (70, 76), (54, 96), (40, 90)), "#ffffff", 0.75)
    s.flat(poly((20, 84), (36, 72), (40, 90), (30, 104)), "#ffffff", 0.6)


def paint_buoy(s: Sketch) -> None:
    s.form(poly((46, 104), (57, 44), (71, 44), (82, 104)), "#e8413c", 0.32, side=True)
    s.form(poly((50.6, 80), (77.4, 80), (80, 94), (48, 94)), "#fbfaf8", 0.28, side=True)
    s.form(smooth((30, 104), (98, 104), (94, 119), (64, 122), (34, 119), pull=0.5), "#c8342f", 0.34)
    s.form(box(57, 30, 14, 14, 4), "#ffd95e", 0.25)
    s.form(box(54, 26, 20, 6, 3), "#3d3c55", 0.3)


VESSELS = (
    Own("hot-air-balloon", "hot-air balloon", "travel", "fly", 16, paint_balloon),
    Own("airship", "airship", "travel", "fly", 20, paint_airship),
    Own("submarine", "submarine", "travel", "swim", 8, paint_submarine),
    Own("spaceship", "spaceship", "travel", "fly", 12, paint_spaceship),
    Own("sailboat", "sailboat", "travel", "float", 8, paint_sailboat),
    Own("rowboat", "rowing boat", "travel", "float", 1.2, paint_rowboat),
    Own("canoe", "canoe", "travel", "float", 1.0, paint_canoe),
    Own("ship", "ship", "travel", "float", 25, paint_ship),
    Own("pirate-ship", "pirate ship", "travel", "float", 22, paint_pirate_ship),
    Own("iceberg", "iceberg", "nature", "float", 25, paint_iceberg),
    Own("buoy", "buoy", "travel", "float", 2.5, paint_buoy),
)
