"""Tables of the acts room."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Json, Time, metadata

acts = sa.Table(
    "acts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("into", sa.String(200)),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("edits", Json, nullable=False),
    sa.Index("ix_acts_owner_id_id", "owner_id", "id"),
)
