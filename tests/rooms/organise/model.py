"""What organising should do, in plain Python: rows, living siblings in order, and acts with what they changed.

It knows nothing of order keys. A row stands at a Place; two places that were once seen side by side keep their
order for ever, whatever leaves or comes back. What is left open (where a row settles that cannot go back to its
old folder) is taken from what the program shows, and held to from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

DEEPEST = 32
Kind = Literal["folders", "sessions"]


@dataclass(eq=False)
class Place:
    """A spot in a folder that a row takes up; `key` is the order last seen there, None when that may be old."""

    parent: str | None
    key: str | None = None


@dataclass(eq=False)
class Mark:
    """One time that somebody archived or trashed something."""


@dataclass
class Row:
    """A folder or a session."""

    id: str
    kind: Kind
    place: Place
    name: str
    colour: str | None = None
    emoji: str | None = None
    pinned: bool = False
    archived: Mark | None = None
    trashed: Mark | None = None
    defaults: Any = None
    gone: bool = False


Fields = dict[str, Any]


@dataclass
class Done:
    """An act that was done: what it touched, by row, as it was before and after."""

    id: str
    kind: str
    name: str
    count: int
    edits: dict[str, tuple[Fields, Fields]]
    state: str = "done"


@dataclass
class Model:
    """Everything one person has."""

    rows: dict[str, Row] = field(default_factory=dict)
    lists: dict[str | None, list[str]] = field(default_factory=lambda: {None: []})
    acts: list[Done] = field(default_factory=list)
    loose: set[str] = field(default_factory=set)
    """Rows whose spot among their siblings is not known before it is seen."""
    edits: dict[str, tuple[Fields, Fields]] = field(default_factory=dict)
    sides: dict[str | None, set[tuple[Place, Place]]] = field(default_factory=dict)
    seen: dict[str | None, list[Place]] = field(default_factory=dict)

    # --- what there is

    def path(self, parent: str | None) -> Iterator[Row]:
        """The folders from this one up to the root."""
        for _ in range(200):
            if parent is None:
                return
            yield self.rows[parent]
            parent = self.rows[parent].place.parent
        raise AssertionError("a cycle")

    def shut(self, parent: str | None) -> bool:
        """Whether this folder, or one above it, is in the trash."""
        return any(folder.trashed is not None for folder in self.path(parent))

    def living(self, row: Row) -> bool:
        """Whether the sidebar shows the row."""
        return not row.gone and row.trashed is None and not self.shut(row.place.parent)

    def children(self, id: str | None) -> list[Row]:
        """What lies directly in a folder, in or out of the trash, in no order."""
        return [row for row in self.rows.values() if row.place.parent == id and not row.gone]

    def height(self, id: str, trash: bool) -> int:
        """How many folders stand in each other from here down; with `trash` those put away by themselves too."""
        inside = [
            row for row in self.children(id) if row.kind == "folders" and (trash or row.trashed is None)
        ]
        return 1 + max((self.height(row.id, trash) for row in inside), default=0)

    def tops(self, ids: Iterable[str]) -> list[str]:
        """The named rows that lie in no other named one."""
        named = list(dict.fromkeys(ids))
        return [
            id
            for id in named
            if not any(folder.id in named for folder in self.path(self.rows[id].place.parent))
        ]

    # --- changing fields, and writing down what changed

    def put(self, id: str, **values: Any) -> None:
        """Give a row fields; a new place takes it off its list."""
        row = self.rows[id]
        before, after = self.edits.setdefault(id, ({}, {}))
        for name, value in values.items():
            old = getattr(row, name)
            if old is value or (name not in ("place", "archived", "trashed") and old == value):
                continue
            before.setdefault(name, old)
            after[name] = value
            setattr(row, name, value)
        if not after:
            del self.edits[id]

    def leave(self, id: str) -> None:
        """Take a row off its list."""
        there = self.lists.setdefault(self.rows[id].place.parent, [])
        if id in there:
            there.remove(id)

    def arrive(self, id: str, spot: int | None) -> None:
        """Put a row on the list of its place; None: wherever it will be seen."""
        there = self.lists.setdefault(self.rows[id].place.parent, [])
        if spot is None:
            self.loose.add(id)
            there.append(id)
        else:
            there.insert(spot, id)

    def begin(self) -> None:
        """Forget what the last act left open."""
        self.edits, self.loose = {}, set()

    def record(self, id: str, kind: str, count: int, name: str) -> None:
        """Write the act down; what was undone cannot be done again."""
        for act in self.acts:
            if act.state == "undone":
                act.state = "dropped"
        self.acts.append(Done(id, kind, name, count, self.edits))

    # --- acts

    def create(self, id: str, kind: Kind, name: str, parent: str | None, after: str | None) -> None:
        """A new row after a sibling, or first."""
        self.begin()
        self.rows[id] = Row(id, kind, Place(parent), name)
        there = self.lists.setdefault(parent, [])
        self.arrive(id, there.index(after) + 1 if after else 0)
        if kind == "folders":
            self.lists.setdefault(id, [])
            self.edits[id] = ({"trashed": Mark()}, {"trashed": None})

    def after_move(self, ids: list[str], parent: str | None, after: str | None) -> list[str]:
        """The living siblings of a folder once these rows stand there after that one."""
        there, moved = self.lists[parent], self.tops(ids)
        ahead = there[: there.index(after) + 1] if after else []
        ahead = [id for id in ahead if id not in moved]
        behind = [id for id in there if id not in moved and id not in ahead]
        return [*ahead, *moved, *behind]

    def move(self, ids: list[str], parent: str | None, after: str | None) -> None:
        """Rows go into a folder, in the order named, after a sibling or first."""
        self.begin()
        wanted = self.after_move(ids, parent, after)
        for id in self.tops(ids):
            self.leave(id)
            self.put(id, place=Place(parent))
        self.lists[parent] = wanted

    def mark(self, ids: Iterable[str], **values: Any) -> None:
        """Name, colour, emoji, pins, defaults."""
        self.begin()
        for id in ids:
            self.put(id, **values)

    def archive(self, ids: Iterable[str]) -> None:
        """Put aside; what lies in a named folder goes with it."""
        self.begin()
        for id in self.tops(ids):
            if self.rows[id].archived is None:
                self.put(id, archived=Mark())

    def unarchive(self, ids: list[str]) -> None:
        """Bring back; what would stay hidden in an archived folder comes out of it."""
        self.begin()
        self._bring_back(ids, "archived", lambda folder: folder.archived is not None)

    def restore(self, ids: list[str]) -> None:
        """Out of the trash, to where it was or to the nearest living folder."""
        self.begin()
        self._bring_back(ids, "trashed", lambda folder: folder.trashed is not None)

    def _bring_back(self, ids: list[str], what: str, closed: Callable[[Row], bool]) -> None:
        for id in ids:
            self.put(id, **{what: None})
        for id in sorted(set(ids), key=lambda id: len(list(self.path(self.rows[id].place.parent)))):
            row = self.rows[id]
            shut = [folder for folder in self.path(row.place.parent) if closed(folder)]
            if shut:
                self.leave(id)
                self.put(id, place=Place(shut[-1].place.parent))
                self.arrive(id, None)
            elif row.trashed is None and id not in self.lists.setdefault(row.place.parent, []):
                self.arrive(id, None)

    def trash(self, ids: list[str], up: bool) -> None:
        """Into the trash, with what is in it; `up` leaves that where the folder was."""
        self.begin()
        mark = Mark()
        for id in self.tops(ids) if not up else dict.fromkeys(ids):
            row = self.rows[id]
            there = self.lists[row.place.parent]
            spot = there.index(id)
            self.leave(id)
            self.put(id, trashed=mark)
            if up and row.kind == "folders":
                staying = [child for child in self.lists[id] if child not in ids]
                for number, child in enumerate(staying):
                    self.leave(child)
                    self.put(child, place=Place(row.place.parent))
                    self.arrive(child, spot + number)

    def delete(self, ids: list[str]) -> None:
        """For ever, with what is in it; what was put into the trash by itself stays there, higher up."""
        self.begin()
        doomed: set[str] = set()
        waiting = list(ids)
        while waiting:
            id = waiting.pop()
            doomed.add(id)
            waiting += [row.id for row in self.children(id) if row.trashed is None]
        apart = [row for id in doomed for row in self.children(id) if row.id not in doomed]
        for row in apart:
            home = next((up.id for up in self.path(row.place.parent) if up.id not in doomed), None)
            row.place = Place(home)
        for id in doomed:
            self.leave(id)
            self.rows[id].gone = True
        for act in self.acts:
            if act.state != "dropped" and not act.edits.keys().isdisjoint(doomed):
                act.state = "gone"  # it can be neither undone nor redone
