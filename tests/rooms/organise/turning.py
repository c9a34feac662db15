"""Undo and redo in the model: whether an act can be turned back or done again, and what is then so."""

from __future__ import annotations

from typing import Any, Literal

from tests.rooms.organise.model import DEEPEST, Done, Model, Place, Row

Verdict = Literal["must", "may", "no"]


def verdict(model: Model, act: Done, back: bool) -> Verdict:
    """Whether the act must be turned, cannot be, or either would be sane."""
    if act.state != ("done" if back else "undone"):
        return "no"
    answers: set[Verdict] = set()
    for id, (before, after) in act.edits.items():
        row, stands, comes = model.rows[id], *((after, before) if back else (before, after))
        if row.gone:
            return "no"
        answers |= {_still(getattr(row, name), value, name) for name, value in stands.items()}
        if not model.living(row) and comes.get("trashed", row.trashed) is not None:
            answers.add("may")  # a change of what lies in the trash
        if not model.living(row) and "trashed" not in comes:
            answers.add("may")
    if "no" in answers:
        return "no"
    answers.add(_sane_after(model, act, back))
    return "no" if "no" in answers else "may" if "may" in answers else "must"


def turn(model: Model, act: Done, back: bool) -> None:
    """Take the act back, or do it again."""
    model.begin()
    for id, (before, after) in act.edits.items():
        row, comes = model.rows[id], before if back else after
        elsewhere = bool(comes.keys() & {"place", "trashed"})
        if elsewhere:
            model.leave(id)
        for name, value in comes.items():
            setattr(row, name, value)
        if elsewhere and row.trashed is None:
            model.arrive(id, None)
    act.state = "undone" if back else "done"


def _still(now: Any, then: Any, name: str) -> Verdict:
    """Whether a field stands as the act left it."""
    if name in ("archived", "trashed"):
        if now is then:
            return "must"
        return "no" if now is None or then is None else "may"
    if name == "place":
        if now is then:
            return "must"
        if now.parent != then.parent:
            return "no"
        return "may" if now.key is None or then.key is None or now.key == then.key else "no"
    return "must" if now == then else "no"


def _sane_after(model: Model, act: Done, back: bool) -> Verdict:
    """Whether the tree would be one afterwards: no cycle, nothing living in the trash, not too deep."""
    rows = {id: Row(**vars(row)) for id, row in model.rows.items()}
    then = Model(rows=rows, lists={key: list(ids) for key, ids in model.lists.items()})
    turn(then, Done(act.id, act.kind, act.name, act.count, act.edits, act.state), back)
    sure: Verdict = "must"
    for id, (before, _) in act.edits.items():
        row, above = rows[id], 0
        parent = row.place.parent
        while parent is not None:
            if above > 200 or rows[parent].gone:
                return "no"
            above, parent = above + 1, rows[parent].place.parent
        if row.trashed is None and before.keys() & {"place", "trashed"}:
            # What a restore took out of a trashed folder goes back into it.
            if then.shut(row.place.parent) and not (back and act.kind == "restore"):
                return "no"
            if row.kind == "folders":
                if above + then.height(id, trash=False) > DEEPEST:
                    return "no"
                if above + then.height(id, trash=True) > DEEPEST:
                    sure = "may"
    return sure


def see(model: Model, shown: dict[str | None, list[tuple[str, str]]], turned: bool) -> None:
    """Compare the siblings shown (id and order, in order) with the model's and hold to them from now on.

    `turned`: after undo, redo and refusals no order key may be another than it was at this place.
    """
    for parent, siblings in shown.items():
        ids = [id for id, _ in siblings]
        mine = model.lists.get(parent, [])
        assert sorted(ids) == sorted(mine), f"in {parent}: {ids} is not {mine}"
        firm = [id for id in ids if id not in model.loose]
        wanted = [id for id in mine if id not in model.loose]
        assert firm == wanted, f"the order in {parent} is {firm} and should be {wanted}"
        model.lists[parent] = ids
        places = [model.rows[id].place for id in ids]
        _keys(model, parent, [(place, key) for place, (_, key) in zip(places, siblings, strict=True)], turned)
        if model.seen.get(parent) != places:
            _sides(model, parent, places)
            model.seen[parent] = places


def _keys(model: Model, parent: str | None, found: list[tuple[Place, str]], turned: bool) -> None:
    changed = [place for place, key in found if place.key not in (None, key)]
    assert not (turned and changed), f"undo or redo left another order in {parent}"
    if changed:  # all siblings were given fresh keys: what others were is no longer known
        here = {place for pair in model.sides.get(parent, ()) for place in pair}
        here |= {
            side["place"]
            for act in model.acts
            for pair in act.edits.values()
            for side in pair
            if "place" in side
        }
        here |= {row.place for row in model.rows.values()}
        for place in here:
            if place.parent == parent:
                place.key = None
    for place, key in found:
        place.key = key


def _sides(model: Model, parent: str | None, places: list[Place]) -> None:
    known = model.sides.setdefault(parent, set())
    for number, left in enumerate(places):
        for right in places[number + 1 :]:
            assert (right, left) not in known, f"two rows in {parent} changed sides by coming back"
            known.add((left, right))
