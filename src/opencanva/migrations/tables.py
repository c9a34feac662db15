"""Every table of the program in one metadata, for Alembic and for the test that compares the two."""

from __future__ import annotations

from opencanva.core import events, once
from opencanva.core.db import metadata
from opencanva.rooms.acts import tables as acts
from opencanva.rooms.batches import tables as batches
from opencanva.rooms.engines import tables as engines
from opencanva.rooms.images import tables as images
from opencanva.rooms.lineage import tables as lineage
from opencanva.rooms.people import tables as people
from opencanva.rooms.prompts import tables as prompts
from opencanva.rooms.references import tables as references
from opencanva.rooms.replays import tables as replays
from opencanva.rooms.sessions import tables as sessions
from opencanva.rooms.transfer import tables as transfer
from opencanva.rooms.usage import tables as usage

__all__ = [
    "acts",
    "batches",
    "engines",
    "events",
    "images",
    "lineage",
    "metadata",
    "once",
    "people",
    "prompts",
    "references",
    "replays",
    "sessions",
    "transfer",
    "usage",
]
