"""Order keys: text between any two neighbours, so that moving one row rewrites one row."""

from __future__ import annotations

from typing import cast

from fractional_indexing import generate_key_between


def key_between(before: str | None, after: str | None) -> str:
    """A key that sorts (by bytes) after `before` and ahead of `after`; None stands for the end of the list."""
    return cast(str, generate_key_between(before, after))
