"""Tables of the references room."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Time, metadata

stored = sa.Table(
    "session_references",
    metadata,
    sa.Column("session_id", Id, primary_key=True),
    sa.Column("image_id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("added_at", Time, nullable=False),
    sa.Index("ix_session_references_image_id", "image_id"),
)
"""What the panel of a session lists; taking one off changes nothing that was made with it."""

uses = sa.Table(
    "reference_uses",
    metadata,
    sa.Column("image_id", Id, primary_key=True),
    sa.Column("batch_id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("generations", sa.Integer, nullable=False),
    sa.Index("ix_reference_uses_batch_id", "batch_id"),
)
"""Which batches an image was a reference of, and how many generations each asked for."""
