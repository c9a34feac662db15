"""What the figures of `people` wear and hold: hats, beards, armour, tools; each is one small painter."""

from __future__ import annotations

from collections.abc import Callable

from .kit import Sketch, box, mix, oval, poly, smooth

Painter = Callable[[Sketch], None]
GEAR: dict[str, Painter] = {}
"""Name → painter in the figure's own coordinates (head at 64, 34; hands at 36 and 92, 89)."""

STEEL, GOLD, WOOD, LEATHER = "#c2cad8", "#f7c53a", "#8a5a34", "#6b4226"


def _gear(name: str) -> Callable[[Painter], Painter]:
    def keep(paint: Painter) -> Painter:
        GEAR[name] = paint
        return paint

    return keep


def _pointed_hat(s: Sketch, colour: str, band: str) -> None:
    s.form(smooth((36, 25), (50, 17), (78, 17), (92, 25), (78, 29), (50, 29)), colour, 0.34)
    s.form(smooth((46, 22), (54, 4), (62, -8), (74, -10), (72, 0), (82, 22), (64, 26), pull=0.8), colour, 0.34)
    s.form(smooth((46, 21), (64, 25), (82, 21), (81, 15), (64, 19), (48.5, 15), pull=0.6), band, 0.25)


def _beard(s: Sketch, colour: str, length: float) -> None:
    s.form(smooth((46, 38), (52, 44), (58, 43), (64, 45), (70, 43), (76, 44), (82, 38), (80, 52), (72, 55 + length * 0.6), (64, 58 + length),
                  (56, 55 + length * 0.6), (48, 52)), colour, 0.26)
    s.line("M59 48.5Q64 52 69 48.5", "#8a3a2a", 2)


def _cape(s: Sketch, colour: str, low: float) -> None:
    s.form(smooth((48, 56), (80, 56), (92, low - 8), (84, low), (64, low - 3), (44, low), (36, low - 8), pull=0.8), colour, 0.34)


def _blade(s: Sketch, x: float, curve: float, hilt: str) -> None:
    s.form(smooth((x - 2.4, 84), (x + 2.4, 84), (x + 2.6 + curve, 50), (x + 0.2 + curve * 1.6, 38), (x - 2.4 + curve, 50), pull=0.5), "#dfe5ee", 0.25)
    s.line(f"M{x} 83L{x + curve} 48", "#9aa6b8", 1)
    s.form(box(x - 7, 82, 14, 4, 2), hilt, 0.3)
    s.form(box(x - 2, 85, 4, 11, 2), LEATHER, 0.3)


GEAR |= {
    "pointed-hat-blue": lambda s: _pointed_hat(s, "#4a4fc4", GOLD),
    "pointed-hat-black": lambda s: _pointed_hat(s, "#3a2f52", "#9a5fd0"),
    "beard": lambda s: _beard(s, "#7a4a28", 2),
    "beard-black": lambda s: _beard(s, "#3a2430", 2),
    "big-beard": lambda s: _beard(s, "#d8782e", 14),
    "big-beard-white": lambda s: _beard(s, "#f6f4f7", 14),
    "long-beard": lambda s: _beard(s, "#f6f4f7", 28),
    "cape": lambda s: _cape(s, "#c22a3a", 112),
    "cape-long": lambda s: _cape(s, "#d8262f", 122),
    "cape-fur": lambda s: _cape(s, "#6a5040", 116),
    "sword": lambda s: _blade(s, 93, 0, GOLD),
    "cutlass": lambda s: _blade(s, 93, 6, GOLD),
    "katana": lambda s: _blade(s, 93, 3, "#2c2c37"),
    "belt": lambda s: (s.form(box(46.5, 84, 35, 6, 2), LEATHER, 0.3), s.form(box(60, 83, 8, 8, 2), GOLD, 0.3))[0],
    "belt-red": lambda s: s.form(box(46.5, 84, 35, 6, 2), "#b3202f", 0.3),
    "rope": lambda s: (s.line("M47 86Q64 91 81 86", "#e0c48a", 3.4), s.line("M70 88L73 106", "#e0c48a", 3))[0],
}


@_gear("plume")
def _plume(s: Sketch) -> None:
    s.form(smooth((60, 12), (62, 0), (74, -6), (88, 2), (92, 18), (84, 12), (72, 8)), "#d8262f", 0.34)


@_gear("helm")
def _helm(s: Sketch) -> None:
    s.form(smooth((42, 40), (43, 20), (54, 8), (74, 8), (85, 20), (86, 40), (84, 52), (79, 54), (78, 30), (66, 27), (64, 40), (62, 27), (50, 30), (49, 54),
                  (44, 52), pull=0.6), STEEL, 0.32)
    s.line("M64 8V28", mix(STEEL, "#4a2266", 0.4), 1.6)
    for x in (47, 81):
        s.flat(oval(x, 34, 1.6), GOLD)


@_gear("breastplate")
def _breastplate(s: Sketch) -> None:
    s.form(smooth((50, 58), (78, 58), (80, 72), (74, 90), (54, 90), (48, 72), pull=0.8), STEEL, 0.34)
    s.line("M64 59V90", mix(STEEL, "#4a2266", 0.4), 1.4)
    for k in (-1, 1):
        s.form(oval(64 + k * 17, 61, 8, 7), STEEL, 0.36)
    s.form(box(47, 86, 34, 5, 2), LEATHER, 0.3)


@_gear("shield")
def _shield(s: Sketch) -> None:
    s.form(smooth((20, 68), (36, 65), (52, 68), (51, 86), (36, 104), (21, 86), pull=0.7), GOLD, 0.3)
    s.form(smooth((24, 71), (36, 69), (48, 71), (47, 85), (36, 98), (25, 85), pull=0.7), "#2f62c4", 0.3)
    s.form(poly((34, 74), (38, 74), (38, 80), (44, 80), (44, 84), (38, 84), (38, 93), (34, 93), (34, 84), (28, 84), (28, 80), (34, 80)), "#f6f4f7", 0.12)


@_gear("round-shield")
def _round_shield(s: Sketch) -> None:
    s.form(oval(34, 86, 18), "#8a5a34", 0.34)
    s.form(oval(34, 86, 14.5), "#2f7fa8", 0.3)
    s.form(smooth((34, 72), (40, 78), (34, 86), pull=0.4) + smooth((34, 100), (28, 94), (34, 86), pull=0.4), "#f1e6c8", 0.1)
    s.form(oval(34, 86, 5), STEEL, 0.34)


@_gear("axe")
def _axe(s: Sketch) -> None:
    s.line("M93 104V54", WOOD, 4)
    s.form(smooth((93, 56), (104, 50), (110, 62), (104, 74), (93, 68), pull=0.6), STEEL, 0.34)


@_gear("fur")
def _fur(s: Sketch) -> None:
    s.form(smooth((44, 60), (50, 54), (58, 60), (64, 57), (70, 60), (78, 54), (84, 60), (80, 70), (72, 66), (64, 70), (56, 66), (48, 70)), "#b99a78", 0.3)


@_gear("horned-helmet")
def _horned(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 20, 24), (64 + k * 33, 18), (64 + k * 35, 2), (64 + k * 29, 10), (64 + k * 18, 14), pull=0.8), "#f7ecd4", 0.3)
    s.form(smooth((42, 28), (46, 12), (64, 4), (82, 12), (86, 28), (64, 25), pull=0.8), STEEL, 0.34)
    s.form(smooth((42, 29), (64, 25.5), (86, 29), (85.5, 23.5), (64, 20), (42.5, 23.5), pull=0.6), "#a97142", 0.3)


@_gear("crown")
def _crown(s: Sketch) -> None:
    s.form(poly((45, 21), (43, 2), (54, 11), (64, -1), (74, 11), (85, 2), (83, 21)), GOLD, 0.34)
    s.form(box(44, 17, 40, 6, 2.5), mix(GOLD, "#d8862b", 0.4), 0.3)
    for x, c in ((52, "#2f8fd8"), (64, "#d8262f"), (76, "#2f8fd8")):
        s.flat(oval(x, 20, 2.2), c)
    for x, y in ((43, 2), (64, -1), (85, 2)):
        s.flat(oval(x, y, 2.4), "#fff1b0")


@_gear("tiara")
def _tiara(s: Sketch) -> None:
    s.form(smooth((48, 20), (56, 14), (64, 3), (72, 14), (80, 20), (64, 18), pull=0.7), GOLD, 0.3)
    s.flat(oval(64, 12, 2.4), "#ff5fa8")


@_gear("ermine")
def _ermine(s: Sketch) -> None:
    s.form(smooth((44, 62), (54, 55), (64, 60), (74, 55), (84, 62), (78, 72), (64, 76), (50, 72)), "#fbf8fc", 0.2)
    s.form(box(60, 74, 8, 44, 3), "#fbf8fc", 0.2)
    for x, y in ((52, 65), (60, 70), (70, 69), (77, 65), (64, 84), (64, 96), (64, 108)):
        s.flat(oval(x, y, 1, 1.8), "#3a2740")


@_gear("sceptre")
def _sceptre(s: Sketch) -> None:
    s.line("M93 112V58", GOLD, 4)
    s.form(oval(93, 54, 6), "#d8262f", 0.3)
    s.form(box(88, 59, 10, 4, 2), GOLD, 0.3)


@_gear("sash")
def _sash(s: Sketch) -> None:
    s.form(poly((50, 57), (58, 56), (81, 84), (80, 92), (76, 92)), GOLD, 0.3)


@_gear("stars")
def _stars(s: Sketch) -> None:
    for x, y, r in ((52, 104, 3.4), (74, 98, 3), (62, 112, 2.6), (80, 112, 3), (47, 114, 2.4)):
        s.flat(poly((x, y - r), (x + r * 0.3, y - r * 0.3), (x + r, y), (x + r * 0.3, y + r * 0.3), (x, y + r), (x - r * 0.3, y + r * 0.3), (x - r, y),
                    (x - r * 0.3, y - r * 0.3)), "#ffe27a")


@_gear("staff")
def _staff(s: Sketch) -> None:
    s.line("M93 122L92 44", WOOD, 4.4)
    s.line("M92 46Q84 40 87 32M92 46Q100 40 97 32", WOOD, 3.6)
    s.form(oval(92, 35, 6.5), "#5fe0f0", 0.24)
    s.flat(oval(90, 33, 2), "#ffffff", 0.9)


@_gear("broomstick")
def _broomstick(s: Sketch) -> None:
    s.line("M93 46V104", WOOD, 4)
    s.form(smooth((90, 100), (96, 100), (103, 122), (93, 124), (83, 122), pull=0.6), "#d8a83a", 0.34)
    s.line("M90 104H96", "#7a3f9a", 3)


@_gear("cane")
def _cane(s: Sketch) -> None:
    s.line("M93 123V84Q93 78 87 79", WOOD, 3.6)


@_gear("fringe")
def _fringe(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 21, 22), (64 + k * 23, 34), (64 + k * 18, 38), (64 + k * 17, 26)), "#e8e6ea", 0.2)


@_gear("moustache")
def _moustache(s: Sketch) -> None:
    s.form(smooth((52, 47), (58, 42.5), (64, 44.5), (70, 42.5), (76, 47), (69, 47.5), (64, 46.5), (59, 47.5)), "#e8e6ea", 0.2)


@_gear("spectacles")
def _spectacles(s: Sketch) -> None:
    for k in (-1, 1):
        s.line(oval(64 + k * 8, 36, 6), "#4a3a52", 1.6)
    s.line("M62 36Q64 34.6 66 36", "#4a3a52", 1.6)


@_gear("stripes")
def _stripes(s: Sketch) -> None:
    for y in (64, 71, 78, 85):
        s.line(f"M48 {y}Q64 {y + 2} 80 {y}", "#34406a", 2.6)


@_gear("coat-red")
def _coat_red(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 13, 56), (64 + k * 19, 64), (64 + k * 21, 104), (64 + k * 9, 104), (64 + k * 10, 74), pull=0.6), "#a52a35", 0.32)
        for y in (70, 80, 90):
            s.flat(oval(64 + k * 13, y, 1.6), GOLD)


@_gear("eyepatch")
def _eyepatch(s: Sketch) -> None:
    s.line("M44 28L84 33", "#2b2030", 1.8)
    s.flat(smooth((67, 32), (78, 33), (77, 40), (72, 42), (67, 38)), "#2b2030")


@_gear("tricorne")
def _tricorne(s: Sketch) -> None:
    s.form(smooth((34, 24), (46, 6), (64, 0), (82, 6), (94, 24), (78, 20), (64, 24), (50, 20)), "#34303f", 0.3)
    s.line(smooth((35, 23), (50, 19.5), (64, 23.5), (78, 19.5), (93, 23), closed=False), GOLD, 1.8)
    s.flat(oval(64, 11, 4.4, 4), "#fbf8fc")
    s.flat(box(61.6, 13.4, 4.8, 3.4, 1), "#fbf8fc")
    for x in (62.2, 65.8):
        s.flat(oval(x, 11, 1.1), "#34303f")


@_gear("lamellar")
def _lamellar(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 12, 56), (64 + k * 27, 60), (64 + k * 29, 76), (64 + k * 17, 74), pull=0.6), "#3a3f66", 0.3)
        for y in (64, 70):
            s.line(f"M{64 + k * 15} {y}L{64 + k * 28} {y + 2}", GOLD, 1.4)
        s.form(poly((64 + k * 2, 88), (64 + k * 17, 86), (64 + k * 20, 106), (64 + k * 4, 108)), "#3a3f66", 0.3)
    for y in (66, 74, 82):
        s.line(f"M50 {y}H78", GOLD, 1.6)
    s.form(box(47, 84, 34, 6, 2), "#e8e2d4", 0.2)


@_gear("kabuto")
def _kabuto(s: Sketch) -> None:
    s.form(smooth((38, 44), (42, 22), (54, 9), (74, 9), (86, 22), (90, 44), (82, 40), (80, 28), (64, 23), (48, 28), (46, 40), pull=0.7), "#3a3f66", 0.32)
    for k in (-1, 1):
        s.form(smooth((64 + k * 3, 18), (64 + k * 16, 10), (64 + k * 19, -8), (64 + k * 12, 2), (64 + k * 4, 10), pull=0.8), GOLD, 0.3)
    s.form(oval(64, 17, 4.6), "#d8262f", 0.3)


@_gear("katana-back")
def _katana_back(s: Sketch) -> None:
    s.line("M92 44L42 100", "#23232c", 5)
    s.line("M98 37L90 46", "#b3202f", 5)


@_gear("mask")
def _mask(s: Sketch) -> None:
    s.form(smooth((64, 8), (80, 14), (88, 34), (82, 52), (64, 58), (46, 52), (40, 34), (48, 14)), "#34343f", 0.3)
    s.form(smooth((48, 31), (64, 29), (80, 31), (79, 41), (64, 42), (49, 41), pull=0.7), "#ffc94d", 0.2)
    for k in (-1, 1):
        s.eye(64 + k * 8, 36, 2.7)
        s.line(f"M{64 + k * 12} 31L{64 + k * 5} 33.4", "#34343f", 2.2)


@_gear("backpack")
def _backpack(s: Sketch) -> None:
    s.form(box(40, 50, 48, 42, 8), "#aab0c2", 0.32)


@_gear("suit-panel")
def _suit_panel(s: Sketch) -> None:
    s.form(box(54, 68, 20, 13, 3), "#c9ccda", 0.24)
    for x, c in ((59, "#e23c3c"), (64, "#3f8fd8"), (69, "#f7c53a")):
        s.flat(oval(x, 74, 2), c)
    s.line("M48 88H80M49 62Q64 68 79 62", "#9aa0b4", 2)
    for x in (56, 72):
        s.line(f"M{x - 7} 104H{x + 7}", "#e2743a", 3)


@_gear("bubble-helmet")
def _bubble_helmet(s: Sketch) -> None:
    s.line(oval(64, 34, 26, 25), "#eef0f6", 7)
    s.line(oval(64, 34, 29.4, 28.4), "#aab0c6", 1.2)
    s.flat(oval(64, 34, 23, 22), s.fade((0, "#bfe6ff", 0.42), (1, "#5fa0e0", 0.12)))
    s.flat(smooth((48, 32), (53, 20), (64, 15), (56, 24), (52, 34)), "#ffffff", 0.6)
    for k in (-1, 1):
        s.form(box(64 + k * 29 - 4, 28, 8, 13, 3), "#c3c6d2", 0.3)


@_gear("apron")
def _apron(s: Sketch) -> None:
    for y in (68, 76, 84):
        s.flat(oval(60, y, 1.5) + oval(68, y, 1.5), "#8a90a2")


@_gear("apron-red")
def _apron_red(s: Sketch) -> None:
    s.form(smooth((54, 66), (74, 66), (79, 82), (78, 104), (50, 104), (49, 82), pull=0.5), "#c8553a", 0.3)
    for x, y, c in ((57, 84, "#f7c53a"), (68, 92, "#3f8fd8"), (62, 97, "#6abf4a"), (71, 79, "#fbf8fc")):
        s.flat(oval(x, y, 2.4), c)


@_gear("neckerchief")
def _neckerchief(s: Sketch) -> None:
    s.form(smooth((53, 55), (64, 58), (75, 55), (72, 62), (64, 68), (56, 62), pull=0.7), "#d8262f", 0.3)


@_gear("toque")
def _toque(s: Sketch) -> None:
    s.form(smooth((47, 22), (40, 8), (48, -4), (60, -5), (68, -6), (80, -4), (88, 8), (81, 22)), "#fbfafc", 0.22)
    s.form(box(45.5, 16, 37, 9, 3), "#eceaf1", 0.22)


@_gear("ladle")
def _ladle(s: Sketch) -> None:
    s.line("M93 92V60", "#9aa4b6", 3.4)
    s.form(oval(93, 56, 7, 6), "#b3bccb", 0.34)


@_gear("vest")
def _vest(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 12, 56), (64 + k * 17, 66), (64 + k * 16, 92), (64 + k * 5, 92), (64 + k * 8, 72), pull=0.6), LEATHER, 0.3)
    s.flat(poly((52, 70), (53.4, 73), (56.6, 73.2), (54.2, 75.4), (55, 78.6), (52, 77), (49, 78.6), (49.8, 75.4), (47.4, 73.2), (50.6, 73)), GOLD)
    GEAR["belt"](s)


@_gear("cowboy-hat")
def _cowboy_hat(s: Sketch) -> None:
    s.form(smooth((30, 18), (42, 21), (64, 24), (86, 21), (98, 18), (90, 28), (64, 31), (38, 28)), "#a5703f", 0.34)
    s.form(smooth((46, 22), (48, 4), (58, 0), (64, 4), (70, 0), (80, 4), (82, 22), (64, 25), pull=0.8), "#a5703f", 0.34)
    s.form(smooth((46, 22), (64, 25.5), (82, 22), (82, 17.5), (64, 21), (46, 17.5), pull=0.6), "#5a3426", 0.3)


@_gear("straw-hat")
def _straw_hat(s: Sketch) -> None:
    s.form(smooth((32, 24), (48, 18), (80, 18), (96, 24), (80, 29), (48, 29)), "#e8c05a", 0.3)
    s.form(smooth((47, 22), (51, 7), (64, 3), (77, 7), (81, 22), (64, 25), pull=0.8), "#e8c05a", 0.3)
    s.form(smooth((47, 22), (64, 25), (81, 22), (80.4, 17), (64, 20), (47.6, 17), pull=0.6), "#c8443a", 0.3)


@_gear("dungarees")
def _dungarees(s: Sketch) -> None:
    s.form(box(52, 70, 24, 24, 4), "#3f6fb0", 0.3)
    s.line("M54 72L52 58M74 72L76 58", "#3f6fb0", 5)
    s.line("M58 80H70", "#2f5690", 1.6)
    s.flat(oval(54.5, 73, 2) + oval(73.5, 73, 2), GOLD)


@_gear("pitchfork")
def _pitchfork(s: Sketch) -> None:
    s.line("M94 122V58", WOOD, 3.6)
    s.line("M87 42V54Q87 58 94 58Q101 58 101 54V42M94 58V42", "#8a94a6", 2.6)


@_gear("souwester")
def _souwester(s: Sketch) -> None:
    s.form(smooth((36, 28), (46, 21), (82, 21), (92, 28), (80, 31), (48, 31)), "#f5c52e", 0.34)
    s.form(smooth((45, 25), (48, 9), (64, 3), (80, 9), (83, 25), (64, 27), pull=0.85), "#f5c52e", 0.34)
    for y in (70, 80):
        s.line(f"M60 {y}H68", "#b8861e", 2.4)


@_gear("rod")
def _rod(s: Sketch) -> None:
    s.line("M90 104L108 14", WOOD, 3)
    s.line("M108 14Q118 40 114 70", "#8a90a2", 0.9)
    s.form(oval(114, 73, 3), "#d8262f", 0.3)


@_gear("bands")
def _bands(s: Sketch) -> None:
    s.line("M48 76H80M49 112H63M65 112H79", "#f2e04a", 4)
    s.line("M48 76H80M49 112H63M65 112H79", "#d9dde6", 1.4)
    s.line("M64 57V92", "#23263a", 1.6)


@_gear("fire-helmet")
def _fire_helmet(s: Sketch) -> None:
    s.form(smooth((36, 29), (46, 20), (64, 18), (82, 20), (92, 29), (64, 26)), "#d8262f", 0.34)
    s.form(smooth((45, 24), (48, 8), (64, 2), (80, 8), (83, 24), (64, 21), pull=0.85), "#d8262f", 0.34)
    s.form(smooth((58, 10), (64, 7), (70, 10), (69, 19), (64, 22), (59, 19), pull=0.7), GOLD, 0.3)


@_gear("badge")
def _badge(s: Sketch) -> None:
    s.form(smooth((68, 64), (72, 62), (76, 64), (75, 71), (72, 74), (69, 71), pull=0.6), GOLD, 0.3)
    s.line("M64 60V84", "#223a6a", 1.6)
    GEAR["belt"](s)


@_gear("peaked-cap")
def _peaked_cap(s: Sketch) -> None:
    s.form(smooth((40, 14), (52, 3), (76, 3), (88, 14), (82, 23), (46, 23), pull=0.8), "#2f4f94", 0.32)
    s.form(smooth((46, 22), (64, 19), (82, 22), (80, 29), (64, 26), (48, 29), pull=0.7), "#23262f", 0.3)
    s.form(oval(64, 13, 4.4), GOLD, 0.3)


@_gear("lab-coat")
def _lab_coat(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 12, 56), (64 + k * 18, 66), (64 + k * 20, 110), (64 + k * 3, 110), (64 + k * 4, 74), pull=0.5), "#fbfbfd", 0.22)
    s.form(poly((57, 56), (71, 56), (64, 74)), "#6fb7d8", 0.2)
    s.line("M64 76V109", "#c3c6d6", 1.2)


@_gear("stethoscope")
def _stethoscope(s: Sketch) -> None:
    s.line("M56 57Q54 72 62 76M72 57Q75 68 72 74", "#4a5266", 2)
    s.form(oval(62, 78, 3), STEEL, 0.3)


@_gear("flask")
def _flask(s: Sketch) -> None:
    s.form(smooth((90, 66), (96, 66), (96, 76), (104, 90), (82, 90), (90, 76), pull=0.4), "#cfeaf6", 0.2)
    s.form(smooth((86, 83), (100, 83), (103, 89.4), (83, 89.4), pull=0.4), "#5fd06a", 0.2)


@_gear("steel-helmet")
def _steel_helmet(s: Sketch) -> None:
    s.form(smooth((40, 30), (44, 14), (64, 4), (84, 14), (88, 30), (64, 26), pull=0.85), "#5f6e44", 0.32)


@_gear("santa-trim")
def _santa_trim(s: Sketch) -> None:
    s.form(box(46, 88, 36, 7, 3), "#fbf8fc", 0.2)
    s.form(box(46.5, 79, 35, 6, 2), "#2f2a36", 0.3)
    s.form(box(59, 78, 10, 8, 2), GOLD, 0.3)
    for k in (-1, 1):
        s.form(oval(64 + k * 27, 83, 7, 4), "#fbf8fc", 0.2)


@_gear("santa-hat")
def _santa_hat(s: Sketch) -> None:
    s.form(smooth((45, 22), (52, 4), (68, -4), (88, 4), (96, 20), (84, 16), (82, 22), (64, 24), pull=0.8), "#d8262f", 0.34)
    s.form(smooth((42, 20), (64, 15), (86, 20), (87, 27), (64, 23), (41, 27), pull=0.8), "#fbf8fc", 0.2)
    s.form(oval(96, 23, 5.5), "#fbf8fc", 0.2)


@_gear("sack")
def _sack(s: Sketch) -> None:
    s.form(smooth((92, 70), (100, 66), (108, 72), (118, 96), (112, 116), (94, 118), (84, 104), (90, 84)), "#9a6a3f", 0.34)
    s.line("M91 76Q99 80 107 75", "#f7e3b0", 2.6)


@_gear("emblem")
def _emblem(s: Sketch) -> None:
    s.form(poly((54, 64), (74, 64), (78, 70), (64, 84), (50, 70)), GOLD, 0.3)
    s.flat(poly((66, 65), (58, 75), (63, 75), (61, 82), (70, 72), (65, 72)), "#d8262f")
    s.form(box(47, 86, 34, 5, 2), GOLD, 0.3)


@_gear("eye-mask")
def _eye_mask(s: Sketch) -> None:
    s.flat(smooth((46, 31), (64, 33), (82, 31), (80, 41), (70, 42), (64, 38), (58, 42), (48, 41), pull=0.8), "#d8262f")
    for k in (-1, 1):
        s.flat(oval(64 + k * 8, 36.4, 4.4, 3.4), "#ffffff")
        s.eye(64 + k * 8, 36.6, 2.2)


@_gear("ruff")
def _ruff(s: Sketch) -> None:
    for x in (46, 55, 64, 73, 82):
        s.form(oval(x, 59 - abs(x - 64) * 0.06, 6.5), "#fbf8fc" if x % 2 else "#ff8ab8", 0.24)


@_gear("buttons")
def _buttons(s: Sketch) -> None:
    for y in (72, 82):
        s.form(oval(64, y, 3.6), "#e23c3c", 0.3)


@_gear("red-nose")
def _red_nose(s: Sketch) -> None:
    s.line("M55 45Q64 54 73 45", "#e23c3c", 3.4)
    s.form(oval(64, 40.5, 5), "#e2302c", 0.3)


@_gear("tutu")
def _tutu(s: Sketch) -> None:
    s.form(smooth((48, 84), (80, 84), (98, 95), (86, 100), (76, 98), (64, 102), (52, 98), (42, 100), (30, 95), pull=0.9), "#ffb8da", 0.26)


@_gear("trench")
def _trench(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 12, 56), (64 + k * 18, 66), (64 + k * 22, 112), (64 + k * 1, 112), (64 + k * 2, 74), pull=0.5), "#b08a5a", 0.3)
        s.form(poly((64 + k * 3, 57), (64 + k * 14, 56), (64 + k * 6, 74)), "#96724a", 0.3)
    s.form(box(46, 84, 36, 5, 2), "#7d5c3a", 0.3)


@_gear("fedora")
def _fedora(s: Sketch) -> None:
    s.form(smooth((36, 24), (48, 18), (80, 18), (92, 24), (78, 28), (50, 28)), "#7d5c3a", 0.34)
    s.form(smooth((47, 22), (50, 5), (60, 2), (64, 5), (70, 2), (78, 5), (81, 22), (64, 25), pull=0.8), "#8d6a44", 0.34)
    s.form(smooth((47, 22), (64, 25), (81, 22), (80.5, 17), (64, 20), (47.5, 17), pull=0.6), "#3a2a24", 0.3)


@_gear("lens")
def _lens(s: Sketch) -> None:
    s.line("M93 92L96 80", WOOD, 4)
    s.flat(oval(98, 71, 8.5), "#bfe6ff", 0.55)
    s.line(oval(98, 71, 8.5), "#5a5266", 2.4)


@_gear("beret")
def _beret(s: Sketch) -> None:
    s.form(smooth((42, 20), (44, 8), (62, 1), (84, 5), (92, 15), (82, 22), (62, 19)), "#c8353f", 0.34)


@_gear("palette")
def _palette(s: Sketch) -> None:
    s.form(smooth((18, 84), (28, 75), (42, 78), (46, 88), (38, 92), (36, 98), (24, 98)), "#d8a66a", 0.3)
    for x, y, c in ((26, 84, "#e23c3c"), (33, 81, "#f7c53a"), (40, 84, "#3f8fd8"), (26, 92, "#6abf4a")):
        s.flat(oval(x, y, 2.6), c)
