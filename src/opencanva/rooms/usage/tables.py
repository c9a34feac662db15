"""Tables of the usage room."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Time, metadata

spendings = sa.Table(
    "spendings",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("session_id", Id, nullable=False),
    sa.Column("generation_id", Id, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("engine", sa.String(100), nullable=False),
    sa.Column("model", sa.String(200), nullable=False),
    sa.Column("status", sa.String(12), nullable=False),
    sa.Column("amount", sa.Float, nullable=False),
    sa.Column("currency", sa.String(3), nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("seconds", sa.Float),
    sa.Column("at", Time, nullable=False),
    sa.UniqueConstraint("generation_id", "attempt"),
    sa.Index("ix_spendings_owner_id_at", "owner_id", "at"),
    sa.Index("ix_spendings_engine_at", "engine", "at"),
)
