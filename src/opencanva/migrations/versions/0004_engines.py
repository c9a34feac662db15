"""Engines as people set them up: settings, the number of the newest change, and starts within a minute."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.String(length=36).with_variant(sa.VARCHAR(length=36, collation="C"), "postgresql")
JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "engine_settings",
        sa.Column("engine", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=100), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=100), server_default="", nullable=False),
        sa.Column("open_values", JSON, nullable=False),
        sa.Column("sealed_values", JSON, nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("hidden", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("at_once", sa.Integer(), nullable=True),
        sa.Column("per_minute", sa.Integer(), nullable=True),
        sa.Column("budget", sa.Float(), nullable=True),
        sa.Column("currency", sa.String(length=3), server_default="USD", nullable=False),
        sa.Column("default_models", JSON, nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("engine", name=op.f("pk_engine_settings")),
    )
    op.create_table(
        "engine_changes",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_engine_changes")),
    )
    op.create_table(
        "engine_starts",
        sa.Column("generation_id", ID, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("engine", sa.String(length=100), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("generation_id", "attempt", name=op.f("pk_engine_starts")),
    )
    op.create_index("ix_engine_starts_engine_at", "engine_starts", ["engine", "at"], unique=False)
    op.create_index("ix_spendings_engine_at", "spendings", ["engine", "at"], unique=False)


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_spendings_engine_at", "spendings")
    for table in ("engine_starts", "engine_changes", "engine_settings"):
        op.drop_table(table)
