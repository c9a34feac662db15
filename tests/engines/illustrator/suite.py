"""The prompt suite's small language: reads prompts.txt and compares scenes with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from opencanva.engines.builtin.illustrator.scene import Scene, Subject

SUITE = Path(__file__).with_name("prompts.txt")
_SUBJECT = re.compile(
    r"^([a-z0-9-]+)(?:\*(\d+))?(?::([a-z_]+))?(?:~([a-z]+))?(?:@([a-z_]+)(?:>(\d+))?)?(?:\^([a-z]+))?$"
)


@dataclass(frozen=True)
class Case:
    """One line: the prompt and its expectations by field; "!" before a field: it must not hold the values."""

    prompt: str
    wants: dict[str, str]


def read_cases() -> list[Case]:
    """Every case of the suite."""
    cases = []
    for line in SUITE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            prompt, _, wants = line.rpartition(" | ")
            cases.append(Case(prompt, dict(want.split("=", 1) for want in wants.split())))
    return cases


def find_faults(scene: Scene, case: Case) -> list[str]:
    """What is wrong with a scene; empty when everything asked for holds."""
    faults = []
    for field, want in case.wants.items():
        name = field.lstrip("!")
        if name == "subjects":
            held = any(_same_subjects(scene.subjects, w) for w in want.split("|"))
        else:
            got = {w for w, _ in scene.drew_as} if name == "drew" else getattr(scene, name)
            values = {got} if isinstance(got, str) else set(got)
            asked = {w.replace("_", " ") for w in want.split(",") if w}
            either = {w.replace("_", " ") for w in want.split("|")}
            held = asked <= values if "|" not in want else bool(either & values)
            if name == "unknown" and not want:
                held = not values
        if held == field.startswith("!"):
            faults.append(f"{field} should be {want or 'empty'}: {getattr(scene, name, scene.drew_as)}")
    return faults


def _same_subjects(got: tuple[Subject, ...], want: str) -> bool:
    asked = [w for w in want.split(",") if w]
    return len(asked) == len(got) and all(_same(s, w) for s, w in zip(got, asked, strict=True))


def _same(subject: Subject, want: str) -> bool:
    found = _SUBJECT.match(want)
    assert found, f"not a subject: {want}"
    art, count, colour, size, relation, target, pose = found.groups()
    return (
        subject.art == art
        and subject.count == int(count or 1)
        and subject.colour == (colour.replace("_", " ") if colour else None)
        and subject.size == (size or "normal")
        and (relation is None or subject.relation == relation.replace("_", " "))
        and (target is None or subject.target == int(target))
        and (pose is None or subject.pose == pose)
    )
