"""How the screens look: axe finds nothing, nothing overflows, and the pictures in the README are taken here."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import rest
from tests.e2e.program import Program

SHOTS = Path(__file__).parents[2] / "docs" / "screenshots"
SHOOTING = bool(os.environ.get("OPENCANVA_SHOTS"))
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PROMPTS = [
    "a hot-air balloon flying over mountains, paper cut",
    "three sheep in a meadow with flowers",
    "a castle on a hill at night, starry sky",
    "a lighthouse in a storm, watercolour",
]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Program, str]]:
    """A program with a session of four batches, one of them failed; and the session's address."""
    program = Program(tmp_path_factory.mktemp("looks") / "home").start()
    made: dict[str, Any] = program.call("POST", "/sessions", {"name": "Kids’ book, first ideas"}, 201)
    for number, prompt in enumerate(PROMPTS):
        images = 1 if not SHOOTING else 4 if number == len(PROMPTS) - 1 else 3
        more = {"images_per_model": images, "options": {"seed": 40 + number}}
        program.made(prompt, session_id=made["id"], models=["illustrator/illustrator"], **more)
    for name in ("Neon city robots", "Low-poly deserts", "Packaging, round two"):
        program.call("POST", "/sessions", {"name": name}, 201)
    yield program, f"{program.address}/s/{made['id']}"
    program.stop()


def check(page: Page, name: str) -> None:
    """In both schemes axe finds nothing and nothing overflows; the pictures are taken when asked for."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
        rest(page)
        # Only the contrast can differ in the second one.
        rules = RULES if scheme == SCHEMES[0] else {"runOnly": ["color-contrast"]}
        found = Axe().run(page, options=rules)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        if SHOOTING:
            SHOTS.mkdir(parents=True, exist_ok=True)
            width = (page.viewport_size or {"width": 0})["width"]
            page.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png")


def settle(page: Page) -> None:
    """Wait until every picture in view has come (polled from here: the page's policy forbids eval)."""
    come = "[...document.querySelectorAll('main img')].every(i => i.complete && i.naturalWidth > 0)"
    for _ in range(100):
        if page.evaluate(come):
            break
        page.wait_for_timeout(50)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_screens_are_accessible_and_fit(
    session: tuple[Program, str], browser: Browser, width: int
) -> None:
    program, address = session
    phone = width < 600
    context = browser.new_context(
        viewport={"width": width, "height": 844 if phone else 900}, has_touch=phone, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_role("article").first).to_be_visible()
    settle(page)
    check(page, "session")
    page.get_by_role("button", name=re.compile("^Open picture")).or_(
        page.get_by_role("link", name=re.compile("^Open picture"))
    ).first.click()
    expect(page.get_by_role("dialog", name="Picture")).to_be_visible()
    check(page, "viewer")
    page.keyboard.press("Escape")
    page.goto(program.address)
    expect(page.get_by_role("textbox", name="Prompt", exact=True)).to_be_visible()
    check(page, "start")
    context.close()


@pytest.fixture(scope="module")
def desk(session: tuple[Program, str]) -> str:
    """The session in a tree of folders with colours, pins, an archive and a trash; its address."""
    program, address = session
    id = address.rpartition("/")[2]

    def folder(name: str, parent: str | None = None) -> str:
        made: str = program.call("POST", "/folders", {"name": name, "parent_id": parent}, 201)["id"]
        return made

    def act(act: str, *ids: str, **more: Any) -> None:
        program.call("POST", "/organise", {"act": act, "ids": list(ids)} | more, 200)

    clients, personal = folder("Clients"), folder("Personal")
    calendar = folder("Harbour calendar", folder("Northwind", clients))
    inside = [
        program.call("POST", "/sessions", {"name": name, "folder_id": calendar}, 201)["id"]
        for name in (
            "February: fog over the pier, the long version with everything that was asked for",
            "March",
        )
    ]
    act("move", id, folder_id=calendar)
    act("colour", clients, colour="blue")
    act("colour", personal, emoji="🌿")
    act("colour", inside[0], colour="purple")
    act("pin", id, personal)
    program.call("PATCH", f"/sessions/{id}", {"notes": "# Twelve pages\n\n- [x] storm\n- [ ] fog"}, 200)
    gone = [
        program.call("POST", "/sessions", {"name": name}, 201)["id"] for name in ("First tries", "Old logo")
    ]
    act("archive", folder("Finished"), gone[0])
    act("trash", folder("Throw away"), gone[1])
    return address


@pytest.mark.parametrize("width", [1440, 390])
def test_the_organised_tree_and_what_was_put_away_are_accessible_and_fit(
    session: tuple[Program, str], desk: str, browser: Browser, width: int
) -> None:
    program, _ = session
    phone = width < 600
    context = browser.new_context(
        viewport={"width": width, "height": 844 if phone else 900}, has_touch=phone, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(desk)
    expect(page.get_by_role("article").first).to_be_visible()
    settle(page)
    page.locator("h1").press("i")
    expect(page.get_by_role("region", name="Details")).to_be_visible()
    check(page, "details")
    page.get_by_role("button", name="Close the details").click()
    if phone:
        page.get_by_role("button", name="Open the sidebar").click()
    expect(page.get_by_role("treeitem", name=re.compile("^Clients"))).to_be_visible()
    check(page, "tree")
    for place in ("archive", "trash"):
        page.goto(f"{program.address}/{place}")
        expect(page.get_by_role("list", name=place.capitalize())).to_be_visible()
        check(page, place)
    context.close()


def test_it_is_usable_at_360_pixels(session: tuple[Program, str], browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(session[1])
    expect(page.get_by_role("article").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name="Open the sidebar").click()
    expect(page.get_by_role("treeitem").first).to_be_visible()
    page.close()
