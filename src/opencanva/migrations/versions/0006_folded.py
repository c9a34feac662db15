"""Prompts as search compares them, so that the database looks through them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from opencanva.kit.text import fold

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_AT_ONCE = 500


def upgrade() -> None:
    """Apply."""
    op.add_column("prompts", sa.Column("folded", sa.Text(), server_default="", nullable=False))
    prompts = sa.table("prompts", sa.column("id"), sa.column("text"), sa.column("folded"))
    db, last = op.get_bind(), ""
    change = prompts.update().where(prompts.c.id == sa.bindparam("row")).values(folded=sa.bindparam("plain"))
    while rows := db.execute(
        sa.select(prompts.c.id, prompts.c.text)
        .where(prompts.c.id > last)
        .order_by(prompts.c.id)
        .limit(_AT_ONCE)
    ).all():
        db.execute(change, [{"row": row.id, "plain": fold(row.text)} for row in rows])
        last = rows[-1].id


def downgrade() -> None:
    """Take back."""
    op.drop_column("prompts", "folded")
