"""Rows of the sidebar with what its answer leaves out."""

from __future__ import annotations

from typing import Any

FOLDER: dict[str, Any] = {
    "colour": None, "emoji": None, "pinned": False, "archived": False, "defaults": None,
}  # fmt: skip
SESSION: dict[str, Any] = {
    "cover": None, "working": 0, "unseen": 0, "failed": 0, "images": 0, "colour": None, "emoji": None,
    "pinned": False, "archived": False, "referenced": False, "models": [],
}  # fmt: skip


def whole(sidebar: dict[str, Any]) -> dict[str, Any]:
    """The same answer with every field in every row."""
    return sidebar | {
        "folders": [FOLDER | row for row in sidebar["folders"]],
        "sessions": [SESSION | row for row in sidebar["sessions"]],
    }
