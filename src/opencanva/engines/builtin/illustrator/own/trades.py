"""Own drawings of people at work and in costume from head to foot, each also as a man and as a woman."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .kit import Own, Sketch, mix, oval, poly, smooth
from .kit import box as block
from .people import FIGURES, GEAR, Figure, stand_up
from .wardrobe import GOLD, STEEL, WOOD, Wardrobe, hang

KIT: Wardrobe = {}
"""What only these wear and hold."""


def _jacket(s: Sketch, colour: str, shirt: str = "#fbfafc") -> None:
    s.flat(poly((54, 56), (74, 56), (66, 84), (62, 84)), shirt)
    for k in (-1, 1):
        s.form(smooth((64 + k * 9, 56), (64 + k * 17, 62), (64 + k * 17, 94), (64 + k * 1, 94), (64 + k * 1, 82), pull=0.4), colour, 0.3)
        s.form(poly((64 + k * 10, 56), (64 + k * 14, 64), (64 + k * 2, 83)), mix(colour, "#ffffff", 0.12), 0.3)
    s.flat(oval(64, 88, 1.5), mix(colour, "#ffffff", 0.5))


@hang(KIT, "suit")
def _suit(s: Sketch) -> None:
    _jacket(s, "#3d4a66")
    s.form(poly((62, 58), (66, 58), (67.5, 78), (64, 83), (60.5, 78)), "#c83a44", 0.3)


@hang(KIT, "tuxedo")
def _tuxedo(s: Sketch) -> None:
    _jacket(s, "#2b2b36")
    for k in (-1, 1):
        s.form(poly((64, 60), (64 + k * 8, 56.5), (64 + k * 8, 64)), "#23232c", 0.3)


@hang(KIT, "uniform")
def _uniform(s: Sketch) -> None:
    _jacket(s, "#2f4f94")
    s.form(poly((62.4, 58), (65.6, 58), (67, 78), (64, 82), (61, 78)), "#23262f", 0.3)
    for k in (-1, 1):
        s.line(f"M{64 + k * 22} 84L{64 + k * 31} 82", GOLD, 2)
    s.form(smooth((69, 66), (75, 65), (80, 66), (75, 69), pull=0.5), GOLD, 0.3)


@hang(KIT, "books")
def _books(s: Sketch) -> None:
    for n, colour in enumerate(("#3f8fd8", "#e2584a", "#f7c53a")):
        s.form(block(82, 90 - n * 5.4, 24, 5.4, 1.4), colour, 0.26)
        s.flat(block(102, 91 - n * 5.4, 4, 3.2, 0.6), "#fbf6ea")


@hang(KIT, "straps")
def _straps(s: Sketch) -> None:
    for k in (-1, 1):
        s.line(f"M{64 + k * 12} 57Q{64 + k * 15} 70 {64 + k * 14} 84", "#d8643a", 5)


@hang(KIT, "rucksack")
def _rucksack(s: Sketch) -> None:
    s.form(block(40, 52, 48, 40, 10), "#c8542e", 0.32)


@hang(KIT, "briefcase")
def _briefcase(s: Sketch) -> None:
    s.line("M87 96V91H99V96", "#5a3a26", 3)
    s.form(block(78, 95, 30, 20, 3), "#8a5a38", 0.32)
    s.form(block(90, 101, 6, 5, 1), GOLD, 0.3)


@hang(KIT, "laptop")
def _laptop(s: Sketch) -> None:
    s.form(poly((40, 70), (88, 70), (92, 93), (36, 93)), "#aab4c6", 0.28)
    s.form(oval(64, 81, 4), "#e8edf6", 0.2)
    s.form(block(34, 92, 60, 5, 2), "#8f9ab0", 0.3)


@hang(KIT, "microphone")
def _microphone(s: Sketch) -> None:
    s.line("M92 90L80 66", "#3a3a48", 5)
    s.form(oval(77.6, 61, 7), "#8a92a6", 0.34)
    s.line("M72 58L83 64", "#d9dde6", 1.2)


@hang(KIT, "sparkle-jacket")
def _sparkle(s: Sketch) -> None:
    _jacket(s, "#b0409a", "#2b2b36")
    for x, y in ((52, 70), (77, 72), (54, 84), (75, 86), (50, 78)):
        s.flat(poly((x, y - 2.4), (x + 0.8, y), (x, y + 2.4), (x - 0.8, y)), "#ffe9a8")


@hang(KIT, "hi-vis")
def _hi_vis(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 12, 56), (64 + k * 17, 66), (64 + k * 16, 94), (64 + k * 2, 94), (64 + k * 5, 70), pull=0.5), "#ff9a2b", 0.26)
        s.line(f"M{64 + k * 3} 84H{64 + k * 15.6}", "#f4f6c8", 4)
        s.line(f"M{64 + k * 11} 60V82", "#f4f6c8", 3)


@hang(KIT, "hard-hat")
def _hard_hat(s: Sketch) -> None:
    s.form(smooth((44, 25), (47, 9), (64, 1), (81, 9), (84, 25), (64, 22), pull=0.85), "#ffc22e", 0.32)
    s.form(smooth((40, 27), (64, 20), (88, 27), (84, 30), (64, 25), (44, 30), pull=0.7), "#f2a81e", 0.3)
    s.line("M64 3V19", "#e89a14", 3)


@hang(KIT, "wrench")
def _wrench(s: Sketch) -> None:
    s.line("M92 96L98 68", STEEL, 5)
    s.form(smooth((92, 66), (94, 56), (98, 62), (103, 58), (106, 66), (101, 72), (95, 71), pull=0.6), STEEL, 0.34)


@hang(KIT, "cap")
def _cap(s: Sketch) -> None:
    s.form(smooth((45, 24), (48, 9), (64, 3), (80, 9), (83, 24), (64, 21), pull=0.85), "#3f6fb0", 0.32)
    s.form(smooth((47, 23), (64, 19), (81, 23), (78, 31), (64, 27), (50, 31), pull=0.7), "#2f5690", 0.3)


@hang(KIT, "goggles")
def _goggles(s: Sketch) -> None:
    s.line("M45 24Q64 20 83 24", "#5a4a3c", 4)
    for k in (-1, 1):
        s.form(oval(64 + k * 8.5, 23, 6.4, 5), "#8fd8f0", 0.3)
        s.line(oval(64 + k * 8.5, 23, 6.4, 5), "#5a5266", 2)


@hang(KIT, "wig")
def _wig(s: Sketch) -> None:
    for k in (-1, 1):
        for y in (20, 29, 38, 47, 56):
            s.form(oval(64 + k * 21, y, 6, 5.4), "#f1eee6", 0.26)
    for x in (46, 55, 64, 73, 82):
        s.form(oval(x, 13 + abs(x - 64) * 0.22, 6.4), "#f7f4ee", 0.24)


@hang(KIT, "bands-white")
def _jabot(s: Sketch) -> None:
    s.form(poly((59, 56), (69, 56), (67, 62), (72, 80), (64, 76), (56, 80), (61, 62)), "#fbfafc", 0.2)


@hang(KIT, "gavel")
def _gavel(s: Sketch) -> None:
    s.line("M92 94L96 66", WOOD, 4)
    s.form(block(84, 56, 24, 12, 3), "#a5683a", 0.32)


@hang(KIT, "bearskin")
def _bearskin(s: Sketch) -> None:
    s.form(smooth((44, 30), (42, 8), (52, -7), (76, -7), (86, 8), (84, 30), (64, 24), pull=0.9), "#2b2630", 0.3)
    s.line("M46 30Q46 52 64 56Q82 52 82 30", GOLD, 1.8)


@hang(KIT, "tunic")
def _tunic(s: Sketch) -> None:
    s.line("M64 58V92", "#9a1620", 1.6)
    for y in (63, 70, 77):
        s.flat(oval(64, y, 1.8), GOLD)
    s.form(block(46.5, 84, 35, 6, 2), "#fbfafc", 0.26)
    s.form(block(60, 83, 8, 8, 2), GOLD, 0.3)


@hang(KIT, "scrubs")
def _scrubs(s: Sketch) -> None:
    s.flat(poly((56, 56), (72, 56), (64, 68)), "#ffd79a")
    s.line("M56 56L64 68L72 56", "#8fd0c6", 2)
    s.form(block(69, 74, 9, 9, 1.5), "#58b0a4", 0.26)


@hang(KIT, "elf-cap")
def _elf_cap(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 18, 30), (64 + k * 33, 22), (64 + k * 22, 44), pull=0.5), "#ffc94d", 0.3)
    s.form(smooth((44, 24), (50, 8), (60, -4), (76, -8), (74, 0), (82, 12), (85, 24), (64, 20), pull=0.8), "#3f9a4a", 0.34)
    s.form(smooth((43, 25), (64, 20.5), (85, 25), (84, 19), (64, 15), (44, 19), pull=0.6), "#d8402f", 0.3)


@hang(KIT, "collar")
def _collar(s: Sketch) -> None:
    for k in (-1, 1):
        s.form(smooth((64 + k * 8, 60), (64 + k * 30, 34), (64 + k * 33, 58), (64 + k * 20, 74), pull=0.5), "#2b2432", 0.3)
        s.form(smooth((64 + k * 10, 60), (64 + k * 26, 42), (64 + k * 27, 58), (64 + k * 18, 70), pull=0.5), "#b3202f", 0.3)


@hang(KIT, "cape-black")
def _cape_black(s: Sketch) -> None:
    s.form(smooth((46, 58), (82, 58), (96, 90), (104, 118), (64, 122), (24, 118), (32, 90), pull=0.8), "#2b2432", 0.3)


@hang(KIT, "fangs")
def _fangs(s: Sketch) -> None:
    for k in (-1, 1):
        s.flat(poly((64 + k * 2.4, 48), (64 + k * 5, 47.4), (64 + k * 3.8, 52)), "#ffffff")


@hang(KIT, "tatters")
def _tatters(s: Sketch) -> None:
    s.flat(poly((48, 86), (52, 80), (56, 88), (61, 78), (66, 88), (71, 80), (76, 88), (80, 84), (80, 95), (48, 95)), "#6f8a58")
    s.line("M54 66L60 72M60 66L54 72", "#3a2f3a", 1.6)
    for k in (-1, 1):
        s.flat(oval(64 + k * 8, 40.6, 5, 1.8), "#4f6a48", 0.6)


@hang(KIT, "veil")
def _veil(s: Sketch) -> None:
    s.flat(smooth((42, 18), (64, 2), (86, 18), (98, 70), (92, 108), (64, 100), (36, 108), (30, 70)), "#ffffff", 0.62)


@hang(KIT, "wreath")
def _wreath(s: Sketch) -> None:
    for x in (46, 55, 64, 73, 82):
        s.form(oval(x, 13 + abs(x - 64) * 0.34, 4.6), "#ffd7e4" if x % 2 else "#fff6fa", 0.2)


@hang(KIT, "posy")
def _posy(s: Sketch) -> None:
    s.form(smooth((86, 92), (98, 92), (94, 108), (90, 108), pull=0.4), "#6abf5a", 0.3)
    for x, y, colour in ((84, 86, "#ff8ab8"), (92, 80, "#ffffff"), (100, 86, "#ffb13b"), (92, 89, "#e8476a")):
        s.form(oval(x, y, 6), colour, 0.24)


@hang(KIT, "headscarf")
def _headscarf(s: Sketch) -> None:
    s.form(smooth((42, 34), (46, 14), (64, 6), (82, 14), (86, 34), (84, 54), (86, 68), (64, 76), (42, 68), (44, 54), pull=0.9), "#7a5fc4", 0.3)


@hang(KIT, "headscarf-edge")
def _headscarf_edge(s: Sketch) -> None:
    s.form(smooth((43, 36), (46, 16), (64, 8), (82, 16), (85, 36), (80, 40), (77, 28), (64, 21), (51, 28), (48, 40), pull=0.8), "#8a70d4", 0.26)
    s.form(smooth((45, 42), (52, 52), (64, 57), (76, 52), (83, 42), (84, 60), (64, 70), (44, 60), pull=0.7), "#8a70d4", 0.3)


GEAR.update(KIT)
_F = Figure
TRADES: dict[str, tuple[str, Figure]] = {
    "student": ("student", _F("#4fa0d8", "#45507a", behind=("rucksack",), worn=("straps",), held=("books",))),
    "office-worker": ("office worker", _F("#3d4a66", "#343f58", worn=("suit",), held=("briefcase",))),
    "technologist": ("technologist", _F("#5f6ad0", "#3a4258", hair="curls", worn=("spectacles",), held=("laptop",))),
    "pilot": ("pilot", _F("#2f4f94", "#2a4078", worn=("uniform", "peaked-cap"))),
    "judge": ("judge", _F("#2e2a38", robe=True, hair="none", worn=("bands-white", "wig"), held=("gavel",))),
    "singer": ("singer", _F("#b0409a", "#3a2f52", worn=("sparkle-jacket",), held=("microphone",))),
    "construction-worker": ("construction worker", _F("#4f86c8", "#4a5a86", "#7a5232", worn=("hi-vis", "hard-hat"))),
    "mechanic": ("mechanic", _F("#e2584a", "#3f6fb0", worn=("dungarees", "cap"), held=("wrench",))),
    "factory-worker": ("factory worker", _F("#8a94a6", "#3f6fb0", worn=("dungarees", "goggles"), held=("wrench",))),
    "guard": ("guard", _F("#d0202c", "#23232c", "#1c1c24", hair="none", worn=("tunic", "bearskin"))),
    "health-worker": ("health worker", _F("#6fc4b8", "#5fb0a6", "#fbfafc", worn=("scrubs", "stethoscope"))),
    "elf": ("elf", _F("#4fae5a", "#8a5a34", "#3f7a3a", hair_colour="#d8a83a", worn=("belt", "elf-cap"))),
    "vampire": ("vampire", _F("#3a3442", "#2b2630", skin="#f0e4e4", hair_colour="#23202c", behind=("cape-black",),
                              worn=("tuxedo", "collar", "fangs"))),
    "zombie": ("zombie", _F("#8a7a6a", "#5a5f70", skin="#9cc07a", hair_colour="#4a4a38", worn=("tatters",))),
    "mage": ("mage", _F("#7a3fb0", robe=True, hair_colour="#8a5a2c", worn=("stars", "belt"), held=("staff",))),
}  # fmt: skip
OTHERS: dict[str, tuple[str, Figure]] = {
    "person": ("person", _F("#4fb0a0", "#4a5472")),
    "child": ("child", _F("#f7b53a", "#4f86c8", small=True, hair="curls", hair_colour="#7a4a28")),
    "older-person": ("older person", _F("#5f8f9a", "#5a5a6c", hair="curls", hair_colour="#e2e0e6", worn=("spectacles",))),
    "mrs-claus": ("Mrs. Claus", _F("#d8262f", robe=True, hair="bun", hair_colour="#f4f2f5", worn=("santa-trim", "spectacles"))),
    "person-in-tuxedo": ("person in tuxedo", _F("#2b2b36", "#2b2b36", "#1c1c24", worn=("tuxedo",))),
    "man-in-tuxedo": ("man in tuxedo", _F("#2b2b36", "#2b2b36", "#1c1c24", worn=("tuxedo",))),
    "woman-in-tuxedo": ("woman in tuxedo", _F("#2b2b36", "#2b2b36", "#1c1c24", hair="long", worn=("tuxedo",))),
    "woman-with-headscarf": ("woman with headscarf", _F("#d86a8a", robe=True, hair="none", behind=("headscarf",), worn=("headscarf-edge",))),
    "person-with-veil": ("person with veil", _F("#fbf9fd", "#f1eef6", robe=True, hair="bun", behind=("veil",), worn=("wreath",), held=("posy",))),
    "woman-with-veil": ("woman with veil", _F("#fbf9fd", "#f1eef6", robe=True, hair="long", behind=("veil",), worn=("wreath",), held=("posy",))),
}  # fmt: skip
BOTH = ("artist", "astronaut", "cook", "detective", "firefighter", "police-officer", "scientist")
"""Figures of `people` that come as a man and as a woman too."""


def _sexed(name: str, label: str, figure: Figure) -> Iterator[Own]:
    """A trade's man and woman: the same clothes, other hair."""
    bare = figure.hair == "none"
    yield stand_up(f"man-{name}", f"man {label}", replace(figure, hair=figure.hair if bare else "short"))
    hair = {"hair": "none"} if bare else {"hair": "long", "hair_colour": "#8a4a26"}
    yield stand_up(f"woman-{name}", f"woman {label}", replace(figure, **hair))  # type: ignore[arg-type]


TRADESPEOPLE = tuple(
    own
    for name, (label, figure) in {**TRADES, **{name: FIGURES[name] for name in BOTH}}.items()
    for own in ((stand_up(name, label, figure),) if name in TRADES else ()) + tuple(_sexed(name, label, figure))
) + tuple(stand_up(name, label, figure) for name, (label, figure) in OTHERS.items())
