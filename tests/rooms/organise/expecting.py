"""What the model expects of each act: what stands in its way, what it does, and what must be seen then."""

from __future__ import annotations

from typing import Any

from opencanva.kit.errors import Meaning
from opencanva.rooms.acts.types import Order
from tests.rooms.organise.model import DEEPEST, Mark, Model, Place, Row
from tests.rooms.organise.stage import View

Line = dict[str, Any]


def of_target(model: Model, parent: str | None, height: int) -> tuple[set[str], set[str]]:
    """What must and what may stand in the way of putting something of this height into a folder."""
    must: set[str] = set()
    if parent is not None and model.rows[parent].gone:
        return {"not_found"}, set()
    if model.shut(parent):
        must.add("in_trash")
    if height and len(list(model.path(parent))) + height > DEEPEST:
        must.add("folder_too_deep")
    return must, set()


def of_act(model: Model, order: Order) -> tuple[set[str], set[str]]:
    """The same for an act: the codes one of which must come, and those that may."""
    rows = [model.rows[id] for id in order.ids]
    if any(row.gone for row in rows):
        return {"not_found"}, set()
    if order.act == "restore":
        return set(), set()
    must: set[str] = set()
    may: set[str] = set()
    if any(not model.living(row) for row in rows):
        must.add("in_trash")
    if order.act == "move":
        more, _ = of_target(model, order.folder_id, 0)
        must |= more
        if "not_found" in more:
            return must, may
        above = list(model.path(order.folder_id))
        moved = [model.rows[id] for id in model.tops(order.ids) if model.rows[id].kind == "folders"]
        if any(folder in above for folder in moved):
            must.add("into_itself")
        elif any(len(above) + model.height(folder.id, trash=False) > DEEPEST for folder in moved):
            must.add("folder_too_deep")
        elif any(len(above) + model.height(folder.id, trash=True) > DEEPEST for folder in moved):
            may.add("folder_too_deep")
    return must, may


def refused(why: Meaning, expected: set[str]) -> None:
    """It was refused for a reason that is one, and says so."""
    assert why.code in expected, f"refused by {why.code}: {why}"
    assert str(why).strip()


def may_be_idle(model: Model, order: Order) -> bool:
    """Whether the act may find nothing to do."""
    if order.act == "move":
        if any(model.rows[id].place.parent != order.folder_id for id in model.tops(order.ids)):
            return False
        return model.after_move(order.ids, order.folder_id, order.after_id) == model.lists[order.folder_id]
    if order.act == "duplicate":
        return False
    acts, loose = model.edits, model.loose
    then = Model(
        {id: Row(**vars(row)) for id, row in model.rows.items()},
        {key: list(ids) for key, ids in model.lists.items()},
    )
    apply(then, order)
    assert (model.edits, model.loose) == (acts, loose)
    return not then.edits


def apply(model: Model, order: Order) -> None:
    """Do the act in the model."""
    ids = list(dict.fromkeys(order.ids))
    match order.act:
        case "move":
            model.move(ids, order.folder_id, order.after_id)
        case "rename":
            model.mark(ids, name=order.name)
        case "pin" | "unpin":
            model.mark(ids, pinned=order.act == "pin")
        case "colour":
            model.mark(ids, **order.looks)
        case "defaults":
            model.mark(ids, defaults=order.defaults)
        case "archive":
            model.archive(ids)
        case "unarchive":
            model.unarchive(ids)
        case "trash":
            model.trash(ids, order.contents == "up")
        case "restore":
            model.restore(ids)
        case other:
            raise AssertionError(other)


def not_nested(model: Model, ids: list[str]) -> list[str]:
    """Without folders that lie in another named one."""
    tops = model.tops(ids)
    return [id for id in ids if id in tops or model.rows[id].kind == "sessions"]


def not_cut_off(model: Model, ids: list[str]) -> list[str]:
    """Without rows that another named folder holds, with a folder in the trash or the archive in between."""
    named, kept = set(ids), []
    for id in ids:
        shut = False
        for folder in model.path(model.rows[id].place.parent):
            if folder.id in named:
                break
            shut = shut or folder.trashed is not None or folder.archived is not None
        else:
            shut = False
        if not shut:
            kept.append(id)
    return kept


def adopt_copies(model: Model, ids: list[str], seen: dict[str, Line]) -> None:
    """Take the copies over from what is seen, each right after its original and the same inside."""
    model.begin()
    mark = Mark()
    for id in model.tops(ids):
        parent = model.rows[id].place.parent
        there = ordered(seen, parent)
        copy = there[there.index(id) + 1]
        assert copy not in model.rows, "the copy does not stand right after its original"
        name = model.rows[id].name[: 200 - len(" copy")] + " copy"
        _adopt(model, id, copy, seen, name)
        model.arrive(copy, model.lists[parent].index(id) + 1)
        model.edits[copy] = ({"trashed": mark}, {"trashed": None})


def _adopt(model: Model, id: str, copy: str, seen: dict[str, Line], name: str) -> None:
    source, line = model.rows[id], seen[copy]
    row = Row(copy, source.kind, Place(line["parent"]), name, source.colour, source.emoji, line["pinned"])
    row.archived, row.defaults = Mark() if line["archived"] else None, source.defaults
    model.rows[copy] = row
    if source.kind == "folders":
        inside = list(model.lists[id])
        copies = ordered(seen, copy)
        assert len(inside) == len(copies), "a copied folder holds something else"
        model.lists[copy] = copies
        for one, other in zip(inside, copies, strict=True):
            _adopt(model, one, other, seen, model.rows[one].name)


def ordered(seen: dict[str, Line], parent: str | None) -> list[str]:
    """The ids in a folder in the order shown."""
    lines = [line for line in seen.values() if line["parent"] == parent]
    return [line["id"] for line in sorted(lines, key=lambda line: (line["order"].encode(), line["id"]))]


def sane(view: View) -> None:
    """Nothing lies in itself, nothing nests too deep, nothing is in the trash and the sidebar at once."""
    for line in view.rows.values():
        depth = 1 if line["kind"] == "folders" else 0
        parent = line["parent"]
        while parent is not None:
            depth, parent = depth + 1, view.rows[parent]["parent"]
            assert depth <= DEEPEST, f"{line['id']} lies too deep, or in itself"
    assert not view.rows.keys() & set(view.trash)
    assert len(set(view.trash)) == len(view.trash)


def same_rows(model: Model, view: View) -> None:
    """Every living row is in the sidebar as the model has it, and the trash and the acts are the model's."""
    living = {row.id: row for row in model.rows.values() if model.living(row)}
    assert living.keys() == view.rows.keys(), f"too few or many: {living.keys() ^ view.rows.keys()}"
    for id, row in living.items():
        line = view.rows[id]
        shown = {
            name: line[name] for name in ("kind", "parent", "name", "colour", "emoji", "pinned", "archived")
        }
        wanted = {
            "kind": row.kind, "parent": row.place.parent, "name": row.name, "colour": row.colour,
            "emoji": row.emoji, "pinned": row.pinned, "archived": row.archived is not None,
        }  # fmt: skip
        assert shown == wanted, f"{shown} should be {wanted}"
        if row.kind == "folders":
            assert line["defaults"] == row.defaults
    thrown = {row.id for row in model.rows.values() if row.trashed is not None and not row.gone}
    assert thrown == set(view.trash)
    told = [(act["id"], act["kind"], act["count"], act["name"], act["state"]) for act in view.acts]
    kept = [(act.id, act.kind, act.count, act.name, act.state) for act in reversed(model.acts)]
    assert told == kept


def same_lines(now: View, then: View) -> None:
    """Byte for byte as it was, apart from versions and the time of the last change.

    Rows whose order was written anew meanwhile must still stand in the same order.
    """
    assert now.rows.keys() == then.rows.keys()
    assert {key: [id for id, _ in there] for key, there in now.siblings.items()} == {
        key: [id for id, _ in there] for key, there in then.siblings.items()
    }
    fresh = {
        key
        for key, there in then.siblings.items()
        if {id for id, _ in there} and dict(there) != dict(now.siblings[key])
    }
    for id, line in now.rows.items():
        left_out = {"version", "modified_at"} | ({"order"} if line["parent"] in fresh else set())
        before, after = (
            {k: v for k, v in one[id].items() if k not in left_out} for one in (then.rows, now.rows)
        )
        assert before == after
