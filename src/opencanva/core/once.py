"""Doing a thing once: an idempotency key remembers the answer that the first request was given."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import sqlalchemy as sa

from opencanva.core.db import Id, Json, Time, insert_once, metadata
from opencanva.core.work import Work
from opencanva.kit.errors import KeyReused

answers = sa.Table(
    "answers",
    metadata,
    sa.Column("owner_id", Id, primary_key=True),
    sa.Column("key", sa.String(200), primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("answer", Json),
    sa.Column("at", Time, nullable=False, index=True),
)


def fingerprint(request: Any) -> str:
    """A SHA-256 of a request's contents, independent of the order of its fields."""
    return hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()


async def recall(work: Work, key: str, mark: str) -> Any | None:
    """The answer given under this key, or None after reserving the key for this Work.

    Waits for another request with the same key that is under way. Raises KeyReused when the key was used for
    a request of other contents.
    """
    row = {"owner_id": work.actor.owner, "key": key, "fingerprint": mark, "at": work.clock.now()}
    made = await work.db.execute(insert_once(answers, row, work.db.dialect.name))
    if made.rowcount == 1:
        return None
    found = (
        await work.db.execute(
            sa.select(answers.c.fingerprint, answers.c.answer).where(
                answers.c.owner_id == work.actor.owner, answers.c.key == key
            )
        )
    ).one()
    if found.fingerprint != mark:
        raise KeyReused("This Idempotency-Key was used before for another request. Send a new key.")
    return found.answer


async def record(work: Work, key: str, answer: Any) -> None:
    """Keep the answer for those who ask again."""
    await work.db.execute(
        answers.update()
        .where(answers.c.owner_id == work.actor.owner, answers.c.key == key)
        .values(answer=answer)
    )


async def forget(work: Work, before: int) -> None:
    """Drop answers older than `before` (milliseconds)."""
    await work.db.execute(answers.delete().where(answers.c.at < before))
