"""Tables of the people room."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Json, Time, metadata

people = sa.Table(
    "people",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("draft", Json),
    sa.Column("created_at", Time, nullable=False),
)
