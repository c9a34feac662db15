"""Tables of the images room."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Json, Place, Time, metadata

images = sa.Table(
    "images",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("session_id", Id, sa.ForeignKey("sessions.id")),
    sa.Column("generation_id", Id, unique=True),
    sa.Column("sha256", sa.String(64), nullable=False, index=True),
    sa.Column("media_type", sa.String(40), nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("bytes", sa.BigInteger, nullable=False),
    sa.Column("thumbhash", sa.String(64), nullable=False),
    sa.Column("origin", sa.String(10), nullable=False),
    sa.Column("file_name", sa.String(255)),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("trashed_at", Time),
    sa.Column("verdict", sa.String(8)),
    sa.Column("favourite", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("rating", sa.Integer, nullable=False, server_default="0"),
    sa.Column("tags", Json, nullable=False, server_default="[]"),
    sa.Column("place", Place),
    sa.Index("ix_images_owner_id_session_id_id", "owner_id", "session_id", "id"),
    sa.Index("ix_images_owner_id_session_id_place", "owner_id", "session_id", "place"),
    sa.Index(
        "ix_images_trash",
        "owner_id",
        "trashed_at",
        sqlite_where=sa.text("trashed_at IS NOT NULL"),
        postgresql_where=sa.text("trashed_at IS NOT NULL"),
    ),
)

doomed = sa.Table(
    "doomed_blobs",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("at", Time, nullable=False, index=True),
)
"""Bytes that lost their last image; they are deleted after a grace, unless an image refers to them again."""
