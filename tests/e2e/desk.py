"""A program with a tree to organise, and the ways of a hand in its page."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import httpx2
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.browser import rest
from tests.served import NO_TLS
from tests.sidebars import whole


class Desk:
    """A program whose tree is emptied for a test, and what the API says of it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.client = httpx2.Client(base_url=f"{address}/api/v1", timeout=30, verify=NO_TLS)

    def post(self, path: str, body: Any) -> Any:
        """POST that must succeed."""
        answer = self.client.post(path, json=body)
        assert answer.status_code < 300, answer.text
        return answer.json()

    def batches(self, session: str) -> list[Any]:
        """The batches of a session, newest first."""
        items: list[Any] = self.client.get(f"/sessions/{session}/batches").json()["items"]
        return items

    def tree(self) -> list[tuple[str | None, str]]:
        """(name of the folder, name) of every row in order."""
        sidebar = whole(self.client.get("/sidebar").json())
        names = {folder["id"]: folder["name"] for folder in sidebar["folders"]}
        rows = [(row["parent_id"], row) for row in sidebar["folders"]]
        rows += [(row["folder_id"], row) for row in sidebar["sessions"]]
        rows.sort(key=lambda row: (names.get(row[0] or "", ""), row[1]["order"], row[1]["id"]))
        return [(names.get(parent or ""), row["name"]) for parent, row in rows]

    def make(self, *names: str, into: str | None = None) -> list[str]:
        """Sessions, the first named first in the tree; `Name/` makes a folder."""
        ids: list[str] = []
        for name in reversed(names):
            folder = name.endswith("/")
            body = {"name": name.removesuffix("/"), ("parent_id" if folder else "folder_id"): into}
            ids.insert(0, self.post("/folders" if folder else "/sessions", body)["id"])
        return ids


def show(context: BrowserContext, desk: Desk, path: str = "/") -> Page:
    """Open the app and wait for its tree."""
    page = context.new_page()
    page.goto(f"{desk.address}{path}")
    expect(page.get_by_role("tree")).to_be_visible()
    return page


def row(page: Page, name: str) -> Locator:
    """A row of the tree by its name."""
    return page.get_by_role("tree").get_by_role("treeitem", name=re.compile(rf"^{re.escape(name)}\b")).first


def drag(
    page: Page, source: Locator, target: Locator, part: float, steps: int = 8, drop: bool = True
) -> None:
    """Drag with the mouse onto a part of a row: 0 is its upper edge, 1 its lower one."""
    start, end = source.bounding_box(), target.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 60, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + 64, start["y"] + start["height"] / 2 + 6, steps=3)
    page.mouse.move(end["x"] + 70, end["y"] + end["height"] * part, steps=steps)
    page.mouse.move(end["x"] + 71, end["y"] + end["height"] * part)
    if drop:
        page.mouse.up()


def wait_for(get: Callable[[], Any], wanted: Any = True) -> None:
    """Wait until the server says this."""
    for _ in range(200):
        if get() == wanted:
            return
        time.sleep(0.03)
    assert get() == wanted


def clean(page: Page) -> None:
    """axe finds nothing."""
    rest(page)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == [], found.generate_report()
