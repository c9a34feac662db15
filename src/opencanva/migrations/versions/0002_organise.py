"""Organising: looks, archive and trash of the tree, acts that can be undone, bytes that wait to be deleted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    # Columns are added in place: SQLite would make the tables anew, which rows of other tables refer to.
    op.create_table(
        "doomed_blobs",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_doomed_blobs")),
    )
    op.create_index(op.f("ix_doomed_blobs_at"), "doomed_blobs", ["at"], unique=False)

    op.create_table(
        "acts",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.VARCHAR(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "owner_id",
            sa.String(length=36).with_variant(sa.VARCHAR(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("into", sa.String(length=200), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column(
            "edits",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_acts_owner_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acts")),
    )
    op.create_index("ix_acts_owner_id_id", "acts", ["owner_id", "id"], unique=False)

    op.add_column("folders", sa.Column("colour", sa.String(length=10), nullable=True))
    op.add_column("folders", sa.Column("emoji", sa.String(length=32), nullable=True))
    op.add_column("folders", sa.Column("pinned", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("folders", sa.Column("archived_at", sa.BigInteger(), nullable=True))
    op.add_column("folders", sa.Column("trashed_at", sa.BigInteger(), nullable=True))
    op.add_column(
        "folders",
        sa.Column(
            "defaults",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
            ),
            nullable=True,
        ),
    )
    op.create_index(
        "ix_folders_trash",
        "folders",
        ["owner_id", "trashed_at"],
        unique=False,
        sqlite_where=sa.text("trashed_at IS NOT NULL"),
        postgresql_where=sa.text("trashed_at IS NOT NULL"),
    )

    op.add_column("images", sa.Column("trashed_at", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_images_trash",
        "images",
        ["owner_id", "trashed_at"],
        unique=False,
        sqlite_where=sa.text("trashed_at IS NOT NULL"),
        postgresql_where=sa.text("trashed_at IS NOT NULL"),
    )

    op.add_column("sessions", sa.Column("colour", sa.String(length=10), nullable=True))
    op.add_column("sessions", sa.Column("emoji", sa.String(length=32), nullable=True))
    op.add_column("sessions", sa.Column("pinned", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("sessions", sa.Column("archived_at", sa.BigInteger(), nullable=True))
    op.add_column("sessions", sa.Column("trashed_at", sa.BigInteger(), nullable=True))
    op.add_column(
        "sessions", sa.Column("cover_picked", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column(
        "sessions",
        sa.Column(
            "models",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
            ),
            server_default="[]",
            nullable=False,
        ),
    )
    op.add_column(
        "sessions", sa.Column("referenced", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.create_index(
        "ix_sessions_trash",
        "sessions",
        ["owner_id", "trashed_at"],
        unique=False,
        sqlite_where=sa.text("trashed_at IS NOT NULL"),
        postgresql_where=sa.text("trashed_at IS NOT NULL"),
    )

    _note_what_was_used(op.get_bind())


def downgrade() -> None:
    """Take back."""
    added = {
        "sessions": (
            "referenced", "models", "cover_picked", "trashed_at", "archived_at", "pinned", "emoji", "colour",
        ),
        "images": ("trashed_at",),
        "folders": ("defaults", "trashed_at", "archived_at", "pinned", "emoji", "colour"),
    }  # fmt: skip
    for table, columns in added.items():
        op.drop_index(f"ix_{table}_trash", table_name=table)
        for column in columns:
            op.drop_column(table, column)
    op.drop_table("acts")
    op.drop_table("doomed_blobs")


def _note_what_was_used(connection: sa.Connection) -> None:
    """Which models a session asked, and whether with references, from the batches it holds."""
    json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    batches = sa.table(
        "batches",
        sa.column("id"),
        sa.column("session_id"),
        sa.column("models", json),
        sa.column("references", json),
    )
    sessions = sa.table(
        "sessions", sa.column("id"), sa.column("models", json), sa.column("referenced", sa.Boolean)
    )
    models: dict[str, dict[str, None]] = {}
    referenced: set[str] = set()
    found = connection.execute(
        sa.select(batches.c.session_id, batches.c.models, batches.c.references).order_by(batches.c.id)
    )
    for row in found:
        models.setdefault(row.session_id, {}).update(dict.fromkeys(row.models))
        if row.references:
            referenced.add(row.session_id)
    if models:
        connection.execute(
            sessions.update()
            .where(sessions.c.id == sa.bindparam("row_id"))
            .values(models=sa.bindparam("used", type_=json), referenced=sa.bindparam("with_references")),
            [
                {"row_id": id, "used": list(used), "with_references": id in referenced}
                for id, used in models.items()
            ],
        )
