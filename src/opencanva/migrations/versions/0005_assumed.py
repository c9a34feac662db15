"""What a picture counts for against an engine's budget when nobody knows its price."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("engine_settings", sa.Column("assumed", sa.Float(), nullable=True))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("engine_settings") as table:
        table.drop_column("assumed")
