"""Own drawings of people from head to foot, from one parametric figure that looks at the viewer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .clothes import CLOTHES
from .handheld import HANDHELD
from .headgear import HEADGEAR
from .kit import Own, Sketch, mix, oval, smooth

INK = "#3a2740"
GEAR = CLOTHES | HANDHELD | HEADGEAR


@dataclass(frozen=True, slots=True)
class Figure:
    """One person: colours of skin, hair, top, legs and shoes, and names of `GEAR` worn or held.

    `hair` is a style (short, long, bun, none, curls) in `hair_colour`; `robe` makes the top reach the feet;
    `sleeve` differs from `top` where given; `small` draws a child.
    """

    top: str
    legs: str = "#45507a"
    shoes: str = "#4b3540"
    hair: str = "short"
    hair_colour: str = "#6b4226"
    skin: str = "#ffc94d"
    sleeve: str = ""
    robe: bool = False
    small: bool = False
    behind: tuple[str, ...] = ()
    worn: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    face: bool = True
    gloves: str = ""


def paint_figure(s: Sketch, f: Figure) -> None:
    """The whole person."""
    def draw(s: Sketch) -> None:
        for name in f.behind:
            GEAR[name](s)
        if f.hair in ("long", "bun"):
            _long_hair(s, f)
        _lower(s, f)
        _arms(s, f)
        _torso(s, f)
        s.form(smooth((58, 46), (70, 46), (70, 58), (64, 61), (58, 58)), mix(f.skin, "#d9772b", 0.3), 0.2)
        _head(s, f)
        for name in f.worn + f.held:
            GEAR[name](s)

    across, up = (0.78, 0.7) if f.small else (0.92, 0.92)
    s.group(f"translate(64 124) scale({across} {up}) translate(-64 -124)", draw)


def _lower(s: Sketch, f: Figure) -> None:
    if f.robe:
        for x in (55, 73):
            s.form(smooth((x - 8, 118), (x + 6, 117), (x + 8, 122), (x + 6, 124), (x - 9, 124)), f.shoes, 0.3)
        s.form(smooth((52, 66), (76, 66), (82, 90), (89, 118), (64, 121), (39, 118), (46, 90), pull=0.8), f.top, 0.32)
        for x, lean in ((54, -4), (65, 1), (75, 5)):
            s.line(f"M{x} 88Q{x + lean / 2} 102 {x + lean} 116", mix(f.top, "#3a1a56", 0.35), 1.6, 0.6)
        return
    for x, lean in ((56, -1), (72, 1)):
        s.form(smooth((x - 8, 86), (x + 8, 86), (x + 7 + lean, 116), (x - 7 + lean, 116), pull=0.4), f.legs, 0.3)
        s.form(smooth((x - 8 + lean, 115), (x + 7 + lean, 115), (x + 8 + lean, 122), (x + 6 + lean, 124), (x - 9 + lean, 124), pull=0.8), f.shoes, 0.3)


def _torso(s: Sketch, f: Figure) -> None:
    s.form(smooth((50, 57), (64, 55), (78, 57), (82, 66), (80, 92), (64, 94), (48, 92), (46, 66), pull=0.85), f.top, 0.3)


def _arms(s: Sketch, f: Figure) -> None:
    sleeve = mix(f.sleeve or f.top, "#3a1a56", 0.1)
    for k in (-1, 1):
        hand = f.gloves or f.skin
        s.form(oval(64 + k * 28, 89, 6), hand, 0.24)
        arm = ((64 + k * 14, 58), (64 + k * 22, 64), (64 + k * 32, 84), (64 + k * 23, 88), (64 + k * 16, 76))
        s.form(smooth(*arm, pull=0.8), sleeve, 0.3)


def _long_hair(s: Sketch, f: Figure) -> None:
    if f.hair == "long":
        s.form(smooth((42, 32), (64, 8), (86, 32), (90, 56), (84, 70), (64, 66), (44, 70), (38, 56)), mix(f.hair_colour, "#3a1a56", 0.2), 0.3)
    else:
        s.form(oval(64, 9, 9), f.hair_colour, 0.3)


def _head(s: Sketch, f: Figure) -> None:
    for k in (-1, 1):
        s.form(oval(64 + k * 20, 36, 4.4), mix(f.skin, "#e0782b", 0.2), 0.25)
    s.form(smooth((64, 13), (80, 20), (84, 36), (78, 50), (64, 55), (50, 50), (44, 36), (48, 20)), f.skin, 0.24)
    if f.face:
        _face(s, f)
    hair = f.hair_colour
    if f.hair in ("short", "bun"):
        s.form(smooth((43, 34), (44, 20), (56, 9), (74, 9), (84, 20), (85, 34), (80, 26), (72, 21), (58, 24), (48, 26)), hair, 0.28)
    elif f.hair == "long":
        s.form(smooth((42, 38), (43, 20), (56, 8), (73, 8), (85, 20), (86, 38), (80, 28), (68, 18), (54, 26), (46, 30)), hair, 0.28)
    elif f.hair == "curls":
        for x, y, r in ((48, 22, 9), (58, 13, 9), (70, 13, 9), (80, 22, 9), (64, 16, 10)):
            s.form(oval(x, y, r), hair, 0.25)


def _face(s: Sketch, f: Figure) -> None:
    for k in (-1, 1):
        s.eye(64 + k * 8, 36, 2.7)
        s.flat(oval(64 + k * 13, 43, 4, 2.8), "#ff7a5c", 0.35)
        s.line(f"M{64 + k * 11} 29.4Q{64 + k * 8} 27.6 {64 + k * 5.4} 29", mix(f.hair_colour, INK, 0.3), 1.7)
    s.line("M63 41Q64.5 42.4 66 41", mix(f.skin, "#a8461e", 0.6), 1.6)
    s.line("M58 46Q64 50.5 70 46", "#8a3a2a", 2)


_F = Figure
_BEARD, _WHITE = "#7a4a28", "#f4f2f5"
FIGURES: dict[str, tuple[str, Figure]] = {
    "man": ("man", _F("#3f8fd8")),
    "woman": ("woman", _F("#b45bd0", "#4a4f86", hair="long", hair_colour="#8a4a26")),
    "boy": ("boy", _F("#f2703a", "#3f5f9a", small=True, hair_colour="#8a5a2c")),
    "girl": ("girl", _F("#ff8ab8", "#8a6fd0", small=True, hair="long", hair_colour="#a5602c")),
    "old-man": ("old man", _F("#7a8a5a", "#6a5a4c", hair="none", hair_colour="#e8e6ea", worn=("fringe", "moustache"), held=("cane",))),
    "old-woman": ("old woman", _F("#8a6aa8", "#6a5a6c", hair="bun", hair_colour="#dddbe2", robe=True, worn=("spectacles",))),
    "knight": ("knight", _F("#c2cad8", "#9aa4b6", "#7c8698", hair="none", gloves="#8f99ab", behind=("plume",), face=True,
                            worn=("breastplate", "helm"), held=("sword", "shield"))),
    "wizard": ("wizard", _F("#4a4fc4", robe=True, hair="long", hair_colour=_WHITE, worn=("stars", "long-beard", "pointed-hat-blue"), held=("staff",))),
    "witch": ("witch", _F("#6a3f9a", robe=True, hair="long", hair_colour="#e0712c", worn=("belt", "pointed-hat-black"), held=("broomstick",))),
    "king": ("king", _F("#b3202f", robe=True, hair="short", hair_colour=_BEARD, worn=("ermine", "beard", "crown"), held=("sceptre",))),
    "queen": ("queen", _F("#7a2f9a", robe=True, hair="long", hair_colour="#c88a3a", worn=("ermine", "crown"), held=("sceptre",))),
    "prince": ("prince", _F("#3567c4", "#f1eef6", hair_colour="#c88a3a", behind=("cape",), worn=("sash", "crown"))),
    "princess": ("princess", _F("#ff8fc4", robe=True, hair="long", hair_colour="#e0a83a", worn=("belt", "tiara"))),
    "pirate": ("pirate", _F("#f3efe8", "#3a3048", sleeve="#a52a35", hair_colour="#3a2430", worn=("stripes", "coat-red", "beard-black", "eyepatch", "tricorne"), held=("cutlass",))),
    "viking": ("viking", _F("#8a6a4a", "#5a4a4c", hair="long", hair_colour="#c8702a", behind=("cape-fur",), worn=("belt", "fur", "big-beard", "horned-helmet"), held=("axe", "round-shield"))),
    "samurai": ("samurai", _F("#8e1f2c", "#3a3048", sleeve="#c43a3a", hair="none", worn=("lamellar", "kabuto"), held=("katana",))),
    "ninja": ("ninja", _F("#34343f", "#2c2c37", "#23232c", hair="none", skin="#ffc94d", gloves="#2c2c37", behind=("katana-back",), worn=("mask", "belt-red"))),
    "astronaut": ("astronaut", _F("#f1f1f6", "#e6e7ee", "#c3c6d2", hair="none", gloves="#d5d8e2", behind=("backpack",), worn=("suit-panel", "bubble-helmet"))),
    "cook": ("cook", _F("#fbfafc", "#5a6072", hair_colour="#5a3a26", worn=("apron", "neckerchief", "toque"), held=("ladle",))),
    "cowboy": ("cowboy", _F("#d8643a", "#3f5f9a", "#6b4226", worn=("vest", "neckerchief", "cowboy-hat"), hair_colour="#6b4226")),
    "farmer": ("farmer", _F("#d84a3a", "#3f6fb0", "#6b4a36", worn=("dungarees", "straw-hat"), held=("pitchfork",))),
    "fisherman": ("fisherman", _F("#f5c52e", "#f0b926", "#3f6f8a", worn=("beard", "souwester"), held=("rod",))),
    "firefighter": ("firefighter", _F("#3a3f56", "#353a50", worn=("bands", "fire-helmet"))),
    "police-officer": ("police officer", _F("#3a5fa8", "#2f3f70", worn=("badge", "peaked-cap"))),
    "doctor": ("doctor", _F("#fbfbfd", "#5f8fb0", worn=("lab-coat", "stethoscope"))),
    "scientist": ("scientist", _F("#fbfbfd", "#5a6072", hair="curls", hair_colour="#d8d6de", worn=("lab-coat", "spectacles"), held=("flask",))),
    "soldier": ("soldier", _F("#6a7a4a", "#5f6e44", "#3f3a34", worn=("belt", "steel-helmet"))),
    "santa-claus": ("Santa Claus", _F("#d8262f", "#c9222c", "#3a3038", hair="none", hair_colour=_WHITE, worn=("santa-trim", "big-beard-white", "santa-hat"), held=("sack",))),
    "superhero": ("superhero", _F("#2f6fd6", "#2560bd", "#d8262f", hair_colour="#3a2430", behind=("cape-long",), worn=("emblem", "eye-mask"))),
    "clown-figure": ("clown", _F("#ffd23f", "#3fa8e0", "#e23c3c", hair="curls", hair_colour="#e2402f", skin="#fff1e4", worn=("ruff", "buttons", "red-nose"))),
    "ballerina": ("ballerina", _F("#ff9ac8", "#ffd9c0", "#ff7ab5", hair="bun", hair_colour="#5a3426", worn=("tutu",))),
    "detective": ("detective", _F("#b08a5a", "#5a4a3c", robe=False, worn=("trench", "fedora"), held=("lens",))),
    "monk": ("monk", _F("#8a5a34", robe=True, hair="none", worn=("rope",))),
    "artist": ("artist", _F("#f1eef6", "#45507a", worn=("stripes", "beret", "apron-red"), held=("palette",))),
}  # fmt: skip


def stand_up(name: str, label: str, figure: Figure) -> Own:
    """A figure as a drawing of its own."""
    paint: Callable[[Sketch], None] = lambda s: paint_figure(s, figure)  # noqa: E731
    return Own(name, label, "person", "stand", 1.2 if figure.small else 1.75, paint)


PEOPLE = tuple(stand_up(name, label, figure) for name, (label, figure) in FIGURES.items())
