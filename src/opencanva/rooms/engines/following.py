"""Reads what is stored about engines, secrets opened, whenever it has changed in any process."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Sequence
from functools import partial

from opencanva.core.db import Database
from opencanva.core.secrets import KeyUnusable, Sealed, Vault
from opencanva.engines.instances import Arrangement, Instance, Terms
from opencanva.rooms.engines import store
from opencanva.rooms.engines.types import Stored

log = logging.getLogger(__name__)

LOST = (
    "Its key cannot be read, because it was encrypted with another key file or OPENCANVA_SECRET. "
    "Put that back, or enter the key again."
)


async def follow(database: Database, vault: Vault, known: int) -> Arrangement | None:
    """What is stored now, or None when nothing changed since the version `known`."""
    async with database.read() as db:
        version = await store.version(db)
        if version == known:
            return None
        rows = await store.all_of(db)
    return Arrangement(version, await asyncio.to_thread(partial(_opened, vault, rows)))


def _opened(vault: Vault, rows: Sequence[Stored]) -> tuple[Instance, ...]:
    return tuple(_instance(vault, row) for row in rows)


def _instance(vault: Vault, row: Stored) -> Instance:
    values, trouble = dict(row.open_values), ""
    for field, sealed in row.sealed_values.items():
        try:
            values[field] = json.loads(vault.open(sealed))
        except Sealed:
            trouble = LOST
        except KeyUnusable as error:
            trouble = error.words
    if trouble:
        log.warning("engine %s: %s", row.engine, trouble)
    return Instance(
        row.engine,
        row.kind,
        row.own,
        row.name,
        values,
        row.place,
        row.hidden,
        Terms(row.at_once, row.per_minute, row.budget, row.currency, row.assumed),
        tuple(row.default_models),
        trouble,
    )
