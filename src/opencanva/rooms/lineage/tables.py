"""Tables of the lineage room."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Time, metadata

links = sa.Table(
    "links",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("parent_image_id", Id, nullable=False, index=True),
    sa.Column("child_image_id", Id, nullable=False, index=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.UniqueConstraint("parent_image_id", "child_image_id", "kind"),
)

ghosts = sa.Table(
    "ghosts",
    metadata,
    sa.Column("image_id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("session_id", Id),
    sa.Column("batch_id", Id),
    sa.Column("generation_id", Id),
    sa.Column("model", sa.String(200)),
    sa.Column("prompt", sa.String(300), nullable=False, server_default=""),
    sa.Column("thumbhash", sa.String(64), nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("made_at", Time, nullable=False),
    sa.Column("erased_at", Time, nullable=False),
    sa.Index("ix_ghosts_owner_id_session_id", "owner_id", "session_id"),
)
"""What is remembered of linked images that were deleted for ever."""
