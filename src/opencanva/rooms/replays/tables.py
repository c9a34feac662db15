"""Tables of the replays room."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Json, Time, metadata

replays = sa.Table(
    "replays",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("session_id", Id, nullable=False),
    sa.Column("image_id", Id, nullable=False),
    sa.Column("models", Json, nullable=False),
    sa.Column("steps", Json, nullable=False),
    sa.Column("done", sa.Integer, nullable=False, server_default="0"),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("reason", sa.Text, nullable=False, server_default=""),
    sa.Column("waiting_for", Id, index=True),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("ended_at", Time),
    sa.Index("ix_replays_owner_id_id", "owner_id", "id"),
)
"""`steps` are the batches to ask for again; `waiting_for` is the batch that runs now."""
