"""Reviewing: judging and tags of images, references and their uses, ghosts, replays, comparisons, drafts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.String(length=36).with_variant(sa.VARCHAR(length=36, collation="C"), "postgresql")
JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), "postgresql"
)

PLACE = sa.String(length=41).with_variant(sa.VARCHAR(length=41, collation="C"), "postgresql")
PLACES = (
    "UPDATE images SET place = (SELECT batch_id || '.' || CAST(9999 - \"position\" AS VARCHAR(4)) FROM generations"
    " WHERE generations.id = images.generation_id) WHERE generation_id IS NOT NULL"
)


def upgrade() -> None:
    """Apply."""
    op.add_column("images", sa.Column("verdict", sa.String(length=8), nullable=True))
    op.add_column("images", sa.Column("favourite", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("images", sa.Column("rating", sa.Integer(), server_default="0", nullable=False))
    op.add_column("images", sa.Column("tags", JSON, server_default="[]", nullable=False))
    op.add_column("images", sa.Column("place", PLACE, nullable=True))
    op.create_index("ix_images_owner_id_session_id_place", "images", ["owner_id", "session_id", "place"])
    op.add_column("generations", sa.Column("dismissed_at", sa.BigInteger(), nullable=True))
    _create(
        "session_references",
        sa.Column("session_id", ID, nullable=False),
        sa.Column("image_id", ID, nullable=False),
        _owner("session_references"),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        key=["session_id", "image_id"],
        indexes={"ix_session_references_image_id": ["image_id"]},
    )
    _create(
        "reference_uses",
        sa.Column("image_id", ID, nullable=False),
        sa.Column("batch_id", ID, nullable=False),
        _owner("reference_uses"),
        sa.Column("generations", sa.Integer(), nullable=False),
        key=["image_id", "batch_id"],
        indexes={"ix_reference_uses_batch_id": ["batch_id"]},
    )
    _create(
        "ghosts",
        sa.Column("image_id", ID, nullable=False),
        _owner("ghosts"),
        sa.Column("session_id", ID, nullable=True),
        sa.Column("batch_id", ID, nullable=True),
        sa.Column("generation_id", ID, nullable=True),
        sa.Column("model", sa.String(length=200), nullable=True),
        sa.Column("prompt", sa.String(length=300), server_default="", nullable=False),
        sa.Column("thumbhash", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("erased_at", sa.BigInteger(), nullable=False),
        key=["image_id"],
        indexes={"ix_ghosts_owner_id_session_id": ["owner_id", "session_id"]},
    )
    _create(
        "replays",
        sa.Column("id", ID, nullable=False),
        _owner("replays"),
        sa.Column("session_id", ID, nullable=False),
        sa.Column("image_id", ID, nullable=False),
        sa.Column("models", JSON, nullable=False),
        sa.Column("steps", JSON, nullable=False),
        sa.Column("done", sa.Integer(), server_default="0", nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("waiting_for", ID, nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        key=["id"],
        indexes={
            "ix_replays_waiting_for": ["waiting_for"],
            "ix_replays_owner_id_id": ["owner_id", "id"],
        },
    )
    _create(
        "comparisons",
        sa.Column("id", ID, nullable=False),
        _owner("comparisons"),
        sa.Column("session_id", ID, nullable=True),
        sa.Column("image_ids", JSON, nullable=False),
        sa.Column("models", JSON, nullable=False),
        sa.Column("winner_image_id", ID, nullable=False),
        sa.Column("winner_model", sa.String(length=200), nullable=False),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        key=["id"],
        indexes={"ix_comparisons_session_id_id": ["session_id", "id"]},
    )
    _create(
        "draft_versions",
        sa.Column("id", ID, nullable=False),
        _owner("draft_versions"),
        sa.Column("session_id", ID, nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("draft", JSON, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        key=["id"],
        indexes={"ix_draft_versions_owner_id_session_id_id": ["owner_id", "session_id", "id"]},
    )
    _create(
        "downloads",
        sa.Column("id", ID, nullable=False),
        _owner("downloads"),
        sa.Column("request", JSON, nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        key=["id"],
        indexes={"ix_downloads_created_at": ["created_at"]},
    )
    op.execute(PLACES)
    _note_uses(op.get_bind())


def downgrade() -> None:
    """Take back."""
    for table in (
        "downloads", "draft_versions", "comparisons", "replays", "ghosts", "reference_uses", "session_references",
    ):  # fmt: skip
        op.drop_table(table)
    op.drop_column("generations", "dismissed_at")
    op.drop_index("ix_images_owner_id_session_id_place", "images")
    for column in ("place", "tags", "rating", "favourite", "verdict"):
        op.drop_column("images", column)


def _owner(table: str) -> sa.Column[str]:
    key = sa.ForeignKey("people.id", name=op.f(f"fk_{table}_owner_id_people"))
    return sa.Column("owner_id", ID, key, nullable=False)


def _create(table: str, *columns: sa.Column, key: list[str], indexes: dict[str, list[str]]) -> None:  # type: ignore[type-arg]
    op.create_table(table, *columns, sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")))
    for name, over in indexes.items():
        op.create_index(name, table, over, unique=False)


def _note_uses(connection: sa.Connection) -> None:
    """Which batches used an image as a reference, from the batches that are there."""
    batches = sa.table(
        "batches", sa.column("id"), sa.column("owner_id"), sa.column("references", JSON), sa.column("models", JSON),
        sa.column("images_per_model"),
    )  # fmt: skip
    uses = sa.table(
        "reference_uses", *(sa.column(name) for name in ("image_id", "batch_id", "owner_id", "generations"))
    )
    rows = []
    for batch in connection.execute(sa.select(batches)):
        for image_id in dict.fromkeys(reference["image_id"] for reference in batch.references):
            count = len(batch.models) * batch.images_per_model
            rows.append(
                {"image_id": image_id, "batch_id": batch.id, "owner_id": batch.owner_id, "generations": count}
            )
    if rows:
        connection.execute(uses.insert(), rows)
