"""JSON that somebody else wrote: cleaned, and never deeper than what walks through it later can go."""

from __future__ import annotations

import json
from typing import Any

from opencanva.kit.text import clean_json

DEEPEST = 32


def read_json(text: str | bytes) -> Any:
    """The value, its texts cleaned by `clean_text`. Raises ValueError for no JSON and what is over 32 deep."""
    try:
        value = json.loads(text)
    except RecursionError:
        raise ValueError(f"it nests deeper than {DEEPEST}") from None
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if depth > DEEPEST:
            raise ValueError(f"it nests deeper than {DEEPEST}")
        inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        waiting.extend((one, depth + 1) for one in inner)
    return clean_json(value)
