"""Tables of the transfer room."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Json, Time, metadata

downloads = sa.Table(
    "downloads",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("request", Json, nullable=False),
    sa.Column("created_at", Time, nullable=False, index=True),
)
"""Tickets for archives: what to put into one that a browser will fetch by its own means."""
