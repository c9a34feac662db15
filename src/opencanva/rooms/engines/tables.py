"""Tables of the engines room. They belong to the whole house, not to one person."""

from __future__ import annotations

import sqlalchemy as sa

from opencanva.core.db import Json, Time, metadata

settings = sa.Table(
    "engine_settings",
    metadata,
    sa.Column("engine", sa.String(100), primary_key=True),
    sa.Column("kind", sa.String(100), nullable=False),
    sa.Column("own", sa.Boolean, nullable=False),
    sa.Column("name", sa.String(100), nullable=False, server_default=""),
    sa.Column("open_values", Json, nullable=False),
    sa.Column("sealed_values", Json, nullable=False),
    sa.Column("place", sa.Integer),
    sa.Column("hidden", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("at_once", sa.Integer),
    sa.Column("per_minute", sa.Integer),
    sa.Column("budget", sa.Float),
    sa.Column("currency", sa.String(3), nullable=False, server_default="USD"),
    sa.Column("assumed", sa.Float),
    sa.Column("default_models", Json, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("changed_at", Time, nullable=False),
)
"""`sealed_values` holds each secret by its field, encrypted with the key of core/secrets."""

changes = sa.Table(
    "engine_changes",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.BigInteger, nullable=False, server_default="0"),
)
"""One row: a number that grows with each change, which every process looks at before it uses an engine."""
