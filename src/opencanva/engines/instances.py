"""Engines as people set them up: kinds, stored settings and the environment become one list of setups."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from opencanva.engines.finding import Found

Source = Literal["builtin", "environment", "settings"]
Environment = Callable[[Collection[str]], Mapping[str, Mapping[str, str]]]
"""Texts of the environment by engine id and field, for these ids."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What an engine may do: pictures at once, starts a minute, money a calendar month (UTC); None is free.

    `assumed` is what a picture counts for in `currency` whose price is not known; None lets a budget refuse it.
    """

    at_once: int | None = None
    per_minute: int | None = None
    budget: float | None = None
    currency: str = "USD"
    assumed: float | None = None


@dataclass(frozen=True, slots=True)
class Instance:
    """What is stored about an engine. `own` is False where only a found engine's terms or place are kept.

    `values` are fields of the kind's Config with the secrets among them. `trouble` says why the secrets cannot
    be read. `default_models` are ids `engine/model` that new composers begin with.
    """

    id: str
    kind: str
    own: bool = True
    name: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    place: int | None = None
    hidden: bool = False
    terms: Terms = field(default_factory=Terms)
    default_models: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Everything that is stored about engines, as of a version that grows with each change."""

    version: int
    instances: tuple[Instance, ...] = ()


@dataclass(frozen=True, slots=True)
class Setup:
    """An engine to be: its kind, its settings (the environment wins) and what it may do.

    `fixed` names the settings that the environment gives.
    """

    id: str
    kind: Found
    source: Source
    name: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    fixed: tuple[str, ...] = ()
    hidden: bool = False
    terms: Terms = field(default_factory=Terms)
    default_models: tuple[str, ...] = ()
    trouble: str = ""

    def makes_the_same(self, other: Setup) -> bool:
        """Whether an engine made from this setup is also right for the other one."""
        mine = (self.kind, self.source, self.name, dict(self.settings), self.fixed, self.trouble)
        return mine == (
            other.kind, other.source, other.name, dict(other.settings), other.fixed, other.trouble,
        )  # fmt: skip


def settle(
    kinds: Iterable[Found], instances: Iterable[Instance], environment: Environment
) -> dict[str, Setup]:
    """The setups by id, in the order of the picker: first those that a person put in order.

    A kind stands under its own id when it needs nobody, when the environment names it, or when it is broken.
    The first of two kinds with one id wins; the other says so. An instance of a kind that is gone says so too.
    """
    known = _by_id(kinds)
    stored = {one.id: one for one in instances}
    given = environment([*known, *stored])
    setups = []
    for id, kind in known.items():
        mine = stored.get(id)
        if mine is None or (mine.own and mine.kind != id):
            if mine is None and (kind.standing or given.get(id)):
                setups.append(_standing(kind, given.get(id, {})))
        elif mine.own or kind.standing or given.get(id):
            setups.append(_stored(kind, mine, given.get(id, {})))
    for one in stored.values():
        if one.own and one.kind != one.id:
            setups.append(_stored(known.get(one.kind) or _gone(one.kind), one, given.get(one.id, {})))
    places = {one.id: one.place for one in stored.values()}
    setups.sort(key=lambda setup: _rank(places.get(setup.id)))
    return {setup.id: setup for setup in setups}


def _rank(place: int | None) -> tuple[bool, int]:
    return place is None, place or 0


def _standing(kind: Found, given: Mapping[str, str]) -> Setup:
    source: Source = "environment" if given else "builtin"
    return Setup(kind.id, kind, source, settings=dict(given), fixed=tuple(sorted(given)))


def _stored(kind: Found, stored: Instance, given: Mapping[str, str]) -> Setup:
    return Setup(
        stored.id,
        kind,
        "settings" if stored.own else "environment" if given else "builtin",
        stored.name,
        {**stored.values, **given},
        tuple(sorted(given)),
        stored.hidden,
        stored.terms,
        stored.default_models,
        stored.trouble,
    )


def _by_id(kinds: Iterable[Found]) -> dict[str, Found]:
    known: dict[str, Found] = {}
    for kind in kinds:
        if kind.id not in known:
            known[kind.id] = kind
            continue
        why = f"Another engine has the id “{kind.id}” already ({known[kind.id].source})."
        second = replace(kind, id=f"{kind.id}#{len(known)}", reason=why, engine=None)
        known[second.id] = second
    return known


def _gone(kind: str) -> Found:
    why = (
        f"Its kind “{kind}” is not installed here any more. Install the package again, or remove the engine."
    )
    return Found(kind, kind, reason=why)
