"""Going through many pictures in a real browser: judged by keys, chosen by mouse, found by filter and date."""

from __future__ import annotations

import random
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.browser import listen, rest
from tests.e2e.desk import clean
from tests.e2e.program import Program

DAY = 86_400_000
MANY = 3_000


def make_session(program: Program, images: int) -> str:
    """A session with so many pictures, in batches of at most four; its id."""
    made: str = program.call("POST", "/sessions", {"name": "Harbour"}, 201)["id"]
    left = images
    while left > 0:
        program.made(f"a harbour, {left}", session_id=made, images_per_model=min(4, left))
        left -= 4
    return made


def multiply(home: Path, session: str, count: int) -> None:
    """Copies of a session's first picture on a hundred days before today, straight in the database."""
    with closing(sqlite3.connect(next(home.glob("*.db")), timeout=20)) as db, db:
        db.row_factory = sqlite3.Row
        image: dict[str, Any] = dict(
            db.execute("SELECT * FROM images WHERE session_id = ?", [session]).fetchone()
        )
        made = dict(db.execute("SELECT * FROM generations WHERE id = ?", [image["generation_id"]]).fetchone())
        now = int(time.time() * 1000)
        chance = random.Random(1)
        for number in range(count):
            at = now - DAY - number * 100 * DAY // count
            head = f"{at:012x}"
            tail = f"7{chance.randrange(4096):03x}-8{chance.randrange(4096):03x}-{number:012x}"
            ids = [f"{head[:8]}-{head[8:]}-{tail[:-1]}{kind}" for kind in "ab"]
            put(db, "generations", made | {"id": ids[0], "image_id": ids[1], "queued_at": at})
            new = {"id": ids[1], "generation_id": ids[0], "created_at": at, "place": f"{ids[0]}.9999"}
            put(db, "images", image | new)


def put(db: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    """One row more."""
    names = ", ".join(f'"{name}"' for name in row)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def open_grid(browser: Browser, program: Program, session: str) -> tuple[Page, Locator, list[str]]:
    """A page with the grid of a session, its tiles, and what the page complains about."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    complaints = listen(page)
    page.goto(f"{program.address}/s/{session}?view=grid")
    tiles = page.get_by_role("listbox").get_by_role("option")
    expect(tiles.locator("img").first).to_be_visible()
    return page, tiles, complaints


def test_pictures_are_judged_by_keys_and_found_by_filters(browser: Browser, running: Program) -> None:
    """K, S and 4 mark a picture, X takes one out of sight and counts it; undo, filters and a reload keep true."""
    session = make_session(running, 8)
    page, tiles, complaints = open_grid(browser, running, session)
    expect(tiles).to_have_count(8)
    tiles.nth(0).focus()
    page.keyboard.press("k")
    page.keyboard.press("4")
    page.keyboard.press("s")
    expect(tiles.nth(0)).to_have_accessible_name(re.compile("kept, starred, rated 4 of 5"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("x")
    expect(tiles).to_have_count(7)
    expect(tiles.nth(1)).to_be_focused()  # so that one can go on
    page.keyboard.press("x")
    expect(tiles).to_have_count(6)
    page.keyboard.press("Control+z")
    expect(tiles).to_have_count(7)
    page.get_by_role("button", name="1 rejected · show").click()
    expect(tiles).to_have_count(8)
    page.get_by_role("button", name="Hide rejected").click()

    filters = page.get_by_role("region", name="Grid").get_by_role("group", name="Filters")
    filters.get_by_role("button", name="Filter", exact=True).click()
    panel = page.get_by_role("dialog", name="Filters")
    panel.get_by_text("Starred", exact=True).click()
    panel.get_by_text("4+", exact=True).click()
    page.keyboard.press("Escape")
    expect(tiles).to_have_count(1)
    page.reload()
    expect(tiles).to_have_count(1)  # the address says it all
    expect(page).to_have_url(re.compile("favourite=true.*rating=4|rating=4.*favourite=true"))
    rest(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_role("button", name="Clear filters").click()
    expect(tiles).to_have_count(7)
    states = [image["verdict"] for image in pictures(running, session)]
    assert sorted(filter(None, states)) == ["kept", "rejected"]
    assert not complaints
    page.context.close()


def pictures(program: Program, session: str) -> list[dict[str, Any]]:
    """Every picture of a session as the API tells it."""
    page = program.call("GET", f"/sessions/{session}/images?rejected=true&limit=200")
    return [item["image"] for item in page["items"]]


def test_many_are_chosen_by_mouse_and_keys_and_thrown_away_at_once(
    browser: Browser, running: Program
) -> None:
    """A sweep, Ctrl, Shift and the keyboard choose; the bar acts on all; what is new comes on top meanwhile."""
    session = make_session(running, 6)
    page, tiles, complaints = open_grid(browser, running, session)
    chosen = page.get_by_role("listbox").locator("[aria-selected=true]")
    second, fourth = tiles.nth(1).bounding_box(), tiles.nth(3).bounding_box()
    assert second
    assert fourth
    page.mouse.move(second["x"] + 20, second["y"] - 12)
    page.mouse.down()
    page.mouse.move(fourth["x"] + 20, fourth["y"] + 30, steps=4)
    page.mouse.up()
    expect(chosen).to_have_count(3)
    page.mouse.click(second["x"] + 20, second["y"] - 12)
    expect(chosen).to_have_count(0)
    first = tiles.nth(0).bounding_box()
    assert first
    page.mouse.move(first["x"] - 8, first["y"] - 4)
    page.mouse.down()
    page.mouse.move(second["x"] + 20, second["y"] + 30, steps=4)
    page.mouse.up()
    expect(chosen).to_have_count(2)  # begun in the margin of the page
    page.mouse.click(first["x"] - 8, first["y"] - 4)
    expect(chosen).to_have_count(0)
    tiles.nth(0).click(modifiers=["Control"])
    tiles.nth(2).click(modifiers=["Shift"])
    expect(chosen).to_have_count(3)
    tiles.nth(2).focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(chosen).to_have_count(4)

    running.finished(
        running.call(
            "POST", "/batches", {"session_id": session, "prompt": "new", "models": ["fake/quick"]}, 202
        )["id"]
    )
    expect(tiles).to_have_count(7)
    expect(chosen).to_have_count(4)
    bar = page.get_by_role("toolbar", name="Chosen pictures")
    expect(bar.get_by_role("status")).to_have_text("4 chosen")
    bar.get_by_role("button", name="Keep").click()
    expect(tiles.nth(1)).to_have_accessible_name(re.compile("kept"))
    bar.get_by_role("button", name="Move to the trash").click()
    expect(tiles).to_have_count(3)
    expect(bar).to_be_hidden()
    page.get_by_role("button", name="Undo").last.click()
    expect(tiles).to_have_count(7)
    assert not complaints
    page.context.close()


def test_what_ended_without_a_picture_is_deleted_and_comes_back(
    still: BrowserContext, running: Program
) -> None:
    made = running.made("a fox [refuse:slow]", models=["fake/quick", "fake/slow"])
    page = still.new_page()
    complaints = listen(page)
    page.goto(f"{running.address}/s/{made['session_id']}")
    batch = page.get_by_role("article")
    failed = batch.get_by_role("group", name=re.compile("Failed"))
    failed.hover()
    failed.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_text("Deleted from the history")).to_be_visible()
    expect(failed).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(failed).to_be_visible()
    failed.focus()
    page.keyboard.press("Delete")
    expect(failed).to_have_count(0)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(failed).to_be_visible()
    clean(page)
    batch.get_by_role("button", name="More about this batch").click()
    page.get_by_role("menuitem", name="Delete this batch").click()
    expect(batch).to_have_count(0)
    expect(page.get_by_text("2 deleted from the history")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(failed).to_be_visible()
    expect(batch.get_by_role("button", name=re.compile("^Open picture"))).to_have_count(1)
    assert complaints == []


def test_any_date_of_a_long_history_is_a_press_away(browser: Browser, running: Program) -> None:
    """Of thousands of pictures few are drawn and read, and the dates at the edge lead to any day at once."""
    session = make_session(running, 1)
    multiply(Path(running.environ["OPENCANVA_HOME"]), session, MANY)
    page, tiles, complaints = open_grid(browser, running, session)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    dates = page.get_by_role("slider", name="Go to a date")
    expect(dates).to_have_attribute("aria-valuetext", "Today")
    dates.focus()
    page.keyboard.press("End")
    last = page.get_by_role("listbox").locator(f'[aria-posinset="{MANY + 1}"]')
    expect(last.locator("img")).to_be_visible()
    assert tiles.count() < 300
    assert sum("/images?" in url for url in asked) <= 3  # not the chunks between
    page.keyboard.press("Home")
    expect(dates).to_have_attribute("aria-valuetext", "Today")
    tiles.first.focus()
    page.keyboard.press("End")
    expect(last).to_be_focused()
    assert not complaints
    page.context.close()


def test_the_viewer_walks_what_the_grid_shows(browser: Browser, running: Program) -> None:
    """Each tile opens as the number it has in the grid, whatever was finished first; the hidden are passed over."""
    session = make_session(running, 8)
    hidden = pictures(running, session)[1]["id"]
    running.call("POST", "/organise", {"act": "reject", "ids": [hidden]})
    page, tiles, complaints = open_grid(browser, running, session)
    expect(tiles).to_have_count(7)
    viewer = page.get_by_role("dialog", name="Picture")
    for number in (0, 2, 5):
        tiles.nth(number).click()
        expect(viewer.get_by_text(f"{number + 1} of 7", exact=True)).to_be_visible()
        page.keyboard.press("Escape")
        expect(viewer).to_have_count(0)
    tiles.nth(0).click()
    for number in range(2, 8):
        page.keyboard.press("ArrowRight")
        expect(viewer.get_by_text(f"{number} of 7", exact=True)).to_be_visible()
    assert hidden not in page.url
    assert not complaints
    page.context.close()
