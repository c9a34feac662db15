"""What every test may ask for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.served import App, serve

pytest_plugins = ["tests.databases"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long walks through the tree begin first, so that no core waits for them at the end."""
    items.sort(key=lambda item: item.path.name != "test_machine.py")


@pytest.fixture
async def app(tmp_path: Path, database_url: str) -> AsyncIterator[App]:
    """A running program over a fresh database; the test runs once on each kind."""
    async with serve(tmp_path / "home", database_url) as running:
        yield running


@pytest.fixture
async def lite(tmp_path: Path, sqlite_url: str) -> AsyncIterator[App]:
    """The same over SQLite only, for what does not depend on the database."""
    async with serve(tmp_path / "home", sqlite_url) as running:
        yield running
