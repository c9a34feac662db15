"""Where a program keeps its data on this platform, for when nobody names another folder."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def platform_home() -> Path:
    """The platform's own place for Open Canva's data; it need not be there yet."""
    return user_data_path("opencanva", appauthor=False)
