"""Tables of the sessions room: the tree of folders and sessions."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from opencanva.core.db import Id, Json, OrderKey, Time, metadata


def _looks() -> tuple[sa.Column[Any], ...]:
    """What organising gives to folders and sessions alike."""
    return (
        sa.Column("colour", sa.String(10)),
        sa.Column("emoji", sa.String(32)),
        sa.Column("pinned", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("archived_at", Time),
        sa.Column("trashed_at", Time),
    )


def _in_trash(table: str) -> sa.Index:
    trashed = sa.text("trashed_at IS NOT NULL")
    name = f"ix_{table}_trash"
    return sa.Index(name, "owner_id", "trashed_at", sqlite_where=trashed, postgresql_where=trashed)


folders = sa.Table(
    "folders",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("parent_id", Id, sa.ForeignKey("folders.id")),
    sa.Column("order_key", OrderKey, nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    *_looks(),
    sa.Column("defaults", Json),
    sa.Index("ix_folders_owner_id_parent_id_order_key", "owner_id", "parent_id", "order_key"),
    _in_trash("folders"),
)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")


sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("folder_id", Id, sa.ForeignKey("folders.id")),
    sa.Column("order_key", OrderKey, nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("named_by", sa.String(10), nullable=False),
    sa.Column("notes", sa.Text, nullable=False, server_default=""),
    sa.Column("settings", Json),
    sa.Column("draft", Json),
    sa.Column("cover_image_id", Id),
    sa.Column("cover_thumbhash", sa.String(64)),
    _count("batches"),
    _count("generations"),
    _count("images"),
    sa.Column("bytes", sa.BigInteger, nullable=False, server_default="0"),
    _count("working"),
    _count("unseen"),
    _count("failed"),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("modified_at", Time, nullable=False),
    sa.Column("opened_at", Time, nullable=False),
    sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    *_looks(),
    sa.Column("cover_picked", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("models", Json, nullable=False, server_default="[]"),
    sa.Column("referenced", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Index("ix_sessions_owner_id_folder_id_order_key", "owner_id", "folder_id", "order_key"),
    sa.Index("ix_sessions_owner_id_modified_at_id", "owner_id", "modified_at", "id"),
    _in_trash("sessions"),
)

draft_versions = sa.Table(
    "draft_versions",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("session_id", Id),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("draft", Json, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Index("ix_draft_versions_owner_id_session_id_id", "owner_id", "session_id", "id"),
)
"""Earlier contents of a composer; `session_id` is empty for the one with no session open."""
