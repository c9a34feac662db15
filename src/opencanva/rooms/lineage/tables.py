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
