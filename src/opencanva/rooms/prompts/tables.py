"""Tables of the prompts room."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Time, metadata

prompts = sa.Table(
    "prompts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("identity", sa.String(64), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("folded", sa.Text, nullable=False, server_default=""),
    sa.Column("created_at", Time, nullable=False),
    sa.UniqueConstraint("owner_id", "identity"),
)

uses = sa.Table(
    "prompt_uses",
    metadata,
    sa.Column("session_id", Id, sa.ForeignKey("sessions.id"), primary_key=True),
    sa.Column("prompt_id", Id, sa.ForeignKey("prompts.id"), primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("last_at", Time, nullable=False),
    sa.Index("ix_prompt_uses_session_id_last_at", "session_id", "last_at"),
)
