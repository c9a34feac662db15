"""Order keys: text between any two neighbours, so that moving one row rewrites one row."""

from __future__ import annotations

from typing import cast

from fractional_indexing import generate_key_between, generate_n_keys_between

LONGEST_KEY = 48
"""Past this many characters siblings are given fresh keys."""


def key_between(before: str | None, after: str | None) -> str:
    """A key that sorts (by bytes) after `before` and ahead of `after`; None stands for the end of the list."""
    return cast(str, generate_key_between(before, after))


def keys_between(before: str | None, after: str | None, count: int) -> list[str]:
    """`count` keys in order between two neighbours, as short as they can be."""
    return cast(list[str], generate_n_keys_between(before, after, count))
