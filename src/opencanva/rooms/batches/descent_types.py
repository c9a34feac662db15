"""Values of the lineage as it is drawn; they are the wire shapes too."""

from __future__ import annotations

from dataclasses import dataclass

from opencanva.rooms.images.types import Image
from opencanva.rooms.lineage.types import Kind


@dataclass(frozen=True, slots=True)
class Node:
    """A picture of a lineage. A ghost was deleted for ever: it has no `image`, only what is remembered.

    `prompt` has at most 300 characters, `at` is when the picture came about in milliseconds.
    """

    id: str
    ghost: bool
    image: Image | None
    session_id: str | None
    batch_id: str | None
    generation_id: str | None
    model: str | None
    prompt: str
    thumbhash: str
    width: int
    height: int
    at: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Node `child` grew out of node `parent` by an act of this kind."""

    parent: str
    child: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Graph:
    """What grew out of what in a session, oldest first; `alone` pictures of it have no link.

    `more` says that older ones are left out.
    """

    nodes: list[Node]
    links: list[Tie]
    alone: int
    more: bool


@dataclass(frozen=True, slots=True)
class PathStep:
    """A picture on the way to another one; `kind` is the act by which it grew out of the step before."""

    node: Node
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Path:
    """How a picture came about, oldest first, itself last; `others` are ancestors beside the way."""

    steps: list[PathStep]
    others: int
