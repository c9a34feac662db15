"""The Illustrator's drawings, one SVG by name: our own first, then Fluent Emoji, then Noto Emoji."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zipfile import ZipFile

PACK = Path(__file__).with_name("art.zip")
LICENCES = {"own": "Apache-2.0", "fluent": "MIT", "noto": "Apache-2.0"}
CREDITS = {
    "own": "Open Canva",
    "fluent": "Fluent Emoji, © Microsoft Corporation",
    "noto": "Noto Emoji, © Google LLC",
}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class ArtFacts:
    """What is known about one drawing.

    `source` is "own", "fluent" or "noto", `licence` an SPDX id, `label` its English name, `group` one of
    face, person, nature, food, travel, activity, object. `pose` says how the layout grounds it when the
    prompt says nothing: stand, fly, swim, float (on water) or hang. `height` is its natural height in metres,
    for scale next to others. `bust` marks people that end at the chest: they belong at the lower edge or
    close up. `seat` is where someone on it rests, as a share of its height from below (a sofa 0.55).
    """

    source: str
    licence: str
    label: str
    group: str
    pose: str
    height: float = 1.0
    bust: bool = False
    seat: float = 1.0


@cache
def _pack() -> ZipFile:
    from zipfile import ZipFile

    return ZipFile(PACK)


@cache
def read_table(name: str) -> dict[str, Any]:
    """One JSON table of the pack: "index", "emoji", "tags" or "labels"."""
    with _lock:
        return dict(json.loads(_pack().read(f"{name}.json")))


@cache
def names() -> frozenset[str]:
    """The names of all drawings."""
    from .own import SUBJECTS

    return frozenset(SUBJECTS) | frozenset(read_table("index"))


def has(name: str) -> bool:
    """Whether there is a drawing of that name."""
    return name in names()


def svg(name: str) -> str:
    """The SVG source of one drawing, square viewBox, transparent ground; KeyError when there is none."""
    from .own import SUBJECTS

    if name in SUBJECTS:
        return SUBJECTS[name].draw()
    if name not in read_table("index"):
        raise KeyError(name)
    with _lock:
        return _pack().read(f"svg/{name}.svg").decode()


@cache
def facts(name: str) -> ArtFacts:
    """What is known about a drawing; KeyError when there is none."""
    from .own import SUBJECTS
    from .traits import SEATS, guess_height, guess_pose, is_bust

    if name in SUBJECTS:
        own = SUBJECTS[name]
        return ArtFacts(
            "own", LICENCES["own"], own.label, own.group, own.pose, own.height, seat=SEATS.get(name, 1.0)
        )
    source, label, group = read_table("index")[name]
    return ArtFacts(
        source,
        LICENCES[source],
        label,
        group,
        guess_pose(name),
        guess_height(name, group),
        is_bust(name, group),
        SEATS.get(name, 1.0),
    )
