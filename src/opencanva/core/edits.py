"""Edits: what an act changed in rows, so that it can be taken back and done again, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

AT_ONCE = 5_000
"""Rows asked for in one statement: databases take about 32,000 parameters."""

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edit:
    """One row of a table before and after an act, by column; None is a row that is not there.

    What a `soft` edit touches may have changed since: it is then left as it is.
    """

    table: str
    id: str
    before: Values | None
    after: Values | None
    soft: bool = False

    def inverted(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.table, self.id, self.after, self.before, self.soft)


@dataclass(frozen=True, slots=True)
class Differing:
    """A row that no longer stands as an edit left it; `columns` is empty when it is gone."""

    id: str
    columns: tuple[str, ...]


def edit(table: str, id: str, row: Any, **after: Any) -> Edit | None:
    """The edit that gives these columns of a row these values, or None when it has them already."""
    changed = {name: value for name, value in after.items() if getattr(row, name) != value}
    if not changed:
        return None
    return Edit(table, id, {name: getattr(row, name) for name in changed}, changed)


async def rows_of(
    db: AsyncConnection, table: sa.Table, owner: str, ids: Sequence[str], columns: Iterable[str]
) -> dict[str, sa.Row[Any]]:
    """The owner's rows with these ids, which stay as they are until the end of the Work.

    The owner is compared here: SQLite would read all of the owner's rows.
    """
    wanted = [table.c[name] for name in dict.fromkeys(("id", "owner_id", *columns))]
    found: dict[str, sa.Row[Any]] = {}
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        here = sa.select(*wanted).where(table.c.id.in_(part)).order_by(table.c.id).with_for_update()
        for row in await db.execute(here):
            if row.owner_id == owner:
                found[row.id] = row
    return found


async def differing(
    db: AsyncConnection, table: sa.Table, owner: str, edits: Sequence[Edit]
) -> tuple[list[Edit], list[Differing]]:
    """Those edits whose rows stand as their `before` says, and the rows that do not (soft edits apart)."""
    columns = {name for one in edits for name in one.before or ()}
    rows = await rows_of(db, table, owner, [one.id for one in edits], sorted(columns))
    fit: list[Edit] = []
    wrong: list[Differing] = []
    for one in edits:
        row = rows.get(one.id)
        other: tuple[str, ...]
        if one.before is None:
            other = () if row is None else ("id",)
        elif row is None:
            other = ("id",)
        else:
            other = tuple(name for name, value in one.before.items() if getattr(row, name) != value)
        if not other:
            fit.append(one)
        elif not one.soft:
            wrong.append(Differing(one.id, () if other == ("id",) else other))
    return fit, wrong


async def write(db: AsyncConnection, table: sa.Table, owner: str, edits: Sequence[Edit]) -> None:
    """Give the rows of checked edits their `after`; every changed row's version rises where it has one."""
    made = [one for one in edits if one.before is None and one.after is not None]
    if made:
        await db.execute(
            table.insert(), [{"id": one.id, "owner_id": owner} | (one.after or {}) for one in made]
        )
    gone = [one.id for one in edits if one.after is None]
    for start in range(0, len(gone), AT_ONCE):
        await db.execute(table.delete().where(table.c.id.in_(gone[start : start + AT_ONCE])))
    groups: dict[tuple[str, ...], list[Edit]] = {}
    for one in edits:
        if one.before is not None and one.after is not None:
            groups.setdefault(tuple(sorted(one.after)), []).append(one)
    for columns, group in groups.items():
        await _update(db, table, columns, group)


async def _update(db: AsyncConnection, table: sa.Table, columns: tuple[str, ...], group: list[Edit]) -> None:
    raised = {"version": table.c.version + 1} if "version" in table.c else {}
    first = group[0].after
    if all(one.after == first for one in group):
        for start in range(0, len(group), AT_ONCE):
            ids = [one.id for one in group[start : start + AT_ONCE]]
            await db.execute(table.update().where(table.c.id.in_(ids)).values(**(first or {}), **raised))
        return
    change = (
        table.update()
        .where(table.c.id == sa.bindparam("row_id"))
        .values(**{name: sa.bindparam(f"new_{name}", type_=table.c[name].type) for name in columns}, **raised)
    )
    rows = [
        {"row_id": one.id} | {f"new_{name}": (one.after or {})[name] for name in columns} for one in group
    ]
    await db.execute(change, rows)
