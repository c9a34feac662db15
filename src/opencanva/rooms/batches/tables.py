"""Tables of the batches room: a generation's row is its job."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Id, Json, Time, metadata

batches = sa.Table(
    "batches",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("session_id", Id, sa.ForeignKey("sessions.id"), nullable=False),
    sa.Column("prompt_id", Id, sa.ForeignKey("prompts.id"), nullable=False),
    sa.Column("prompt", sa.Text, nullable=False),
    sa.Column("models", Json, nullable=False),
    sa.Column("ratio", sa.String(10), nullable=False),
    sa.Column("images_per_model", sa.Integer, nullable=False),
    sa.Column("options", Json, nullable=False),
    sa.Column("references", Json, nullable=False),
    sa.Column("parent_image_id", Id),
    sa.Column("parent_kind", sa.String(20)),
    sa.Column("created_at", Time, nullable=False),
    sa.Index("ix_batches_session_id_id", "session_id", "id"),
)

generations = sa.Table(
    "generations",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("batch_id", Id, sa.ForeignKey("batches.id"), nullable=False),
    sa.Column("session_id", Id, sa.ForeignKey("sessions.id"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("model", sa.String(200), nullable=False),
    sa.Column("engine", sa.String(100), nullable=False),
    sa.Column("status", sa.String(12), nullable=False),
    sa.Column("progress", sa.Float, nullable=False, server_default="0"),
    sa.Column("stage", sa.String(60), nullable=False, server_default=""),
    sa.Column("seed", sa.BigInteger),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("notices", Json, nullable=False),
    sa.Column("problem_code", sa.String(60)),
    sa.Column("problem_words", sa.Text),
    sa.Column("cost_amount", sa.Float, nullable=False, server_default="0"),
    sa.Column("cost_currency", sa.String(3), nullable=False, server_default="USD"),
    sa.Column("cost_estimated", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("attempt", sa.Integer, nullable=False, server_default="0"),
    sa.Column("cancel_requested", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("queued_at", Time, nullable=False),
    sa.Column("started_at", Time),
    sa.Column("finished_at", Time),
    sa.Column("image_id", Id, sa.ForeignKey("images.id")),
    sa.Column("dismissed_at", Time),
    # What only the worker reads.
    sa.Column("ask", Json, nullable=False),
    sa.Column("facts", Json),
    sa.Column("memo", sa.Text),
    sa.Column("paying", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("lease_until", Time, nullable=False, server_default="0"),
    sa.Column("due_at", Time, nullable=False, server_default="0"),
    sa.Index("ix_generations_batch_id_position", "batch_id", "position"),
    sa.Index(
        "ix_generations_unfinished",
        "engine",
        "queued_at",
        sqlite_where=sa.text("status IN ('queued','preparing','generating','processing')"),
        postgresql_where=sa.text("status IN ('queued','preparing','generating','processing')"),
    ),
)

gates = sa.Table(
    "engine_gates",
    metadata,
    sa.Column("engine", sa.String(100), primary_key=True),
    sa.Column("opens_at", Time, nullable=False, server_default="0"),
)

starts = sa.Table(
    "engine_starts",
    metadata,
    sa.Column("generation_id", Id, primary_key=True),
    sa.Column("attempt", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("engine", sa.String(100), nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Index("ix_engine_starts_engine_at", "engine", "at"),
)
"""Starts of the last minute on engines that may start only so many in one."""

comparisons = sa.Table(
    "comparisons",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("owner_id", Id, sa.ForeignKey("people.id"), nullable=False),
    sa.Column("session_id", Id),
    sa.Column("image_ids", Json, nullable=False),
    sa.Column("models", Json, nullable=False),
    sa.Column("winner_image_id", Id, nullable=False),
    sa.Column("winner_model", sa.String(200), nullable=False),
    sa.Column("blind", sa.Boolean, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Index("ix_comparisons_session_id_id", "session_id", "id"),
)
"""Which of 2..4 pictures somebody preferred; the models are kept, for the pictures may go."""
