"""A browser and a program for stories; each file of stories has its own of both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.e2e.browser import chromium
from tests.e2e.desk import Desk
from tests.e2e.program import Program


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for this file."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """One program for this file; every test works below the rows it makes."""
    program = Program(tmp_path_factory.mktemp("stories") / "home").start()
    yield program
    program.stop()


@pytest.fixture
def desk(running: Program) -> Iterator[Desk]:
    """The program with an empty tree."""
    made = Desk(running.address)
    sidebar = made.client.get("/sidebar").json()
    ids = [row["id"] for row in sidebar["folders"] + sidebar["sessions"]]
    if ids:
        made.post("/organise", {"act": "trash", "ids": ids})
    made.post("/trash/empty", {})
    yield made
    made.client.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile on a wide screen."""
    made = browser.new_context(viewport={"width": 1440, "height": 900})
    yield made
    made.close()


@pytest.fixture
def still(browser: Browser) -> Iterator[BrowserContext]:
    """The same with nothing moving."""
    made = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield made
    made.close()
