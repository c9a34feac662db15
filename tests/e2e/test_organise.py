"""Organising in a real browser: by mouse, keyboard, finger and menu, in two browsers, and back by undo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.browser import chromium, listen
from tests.e2e.program import Program
from tests.sidebars import whole


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for this file."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """One program for this file; every test works below the rows it makes."""
    program = Program(tmp_path_factory.mktemp("organise") / "home").start()
    yield program
    program.stop()


class Desk:
    """A program whose tree is emptied for a test, and what the API says of it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.client = httpx2.Client(base_url=f"{address}/api/v1", timeout=30)

    def post(self, path: str, body: Any) -> Any:
        """POST that must succeed."""
        answer = self.client.post(path, json=body)
        assert answer.status_code < 300, answer.text
        return answer.json()

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


def becomes(page: Page, desk: Desk, wanted: list[tuple[str | None, str]]) -> None:
    """Wait until the server's tree is this one."""
    for _ in range(100):
        if desk.tree() == wanted:
            return
        page.wait_for_timeout(50)
    assert desk.tree() == wanted


def clean(page: Page) -> None:
    """axe finds nothing."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == [], found.generate_report()


def test_rows_are_dragged_by_the_mouse_between_and_into(context: BrowserContext, desk: Desk) -> None:
    desk.make("Storm", "Fox", "Clients/", "Moon")
    page = show(context, desk)
    complaints = listen(page)
    drag(page, row(page, "Moon"), row(page, "Fox"), 0.05)
    becomes(page, desk, [(None, "Storm"), (None, "Moon"), (None, "Fox"), (None, "Clients")])
    drag(page, row(page, "Storm"), row(page, "Clients"), 0.5)
    becomes(page, desk, [(None, "Moon"), (None, "Fox"), (None, "Clients"), ("Clients", "Storm")])
    expect(page.get_by_role("status").filter(has_text="Moved “Storm” to “Clients”")).to_be_visible()
    assert complaints == []


def test_undo_works_after_a_reload_and_redo_brings_it_back(context: BrowserContext, desk: Desk) -> None:
    desk.make("Storm", "Clients/")
    page = show(context, desk)
    drag(page, row(page, "Storm"), row(page, "Clients"), 0.5)
    becomes(page, desk, [(None, "Clients"), ("Clients", "Storm")])
    page.reload()
    expect(row(page, "Clients")).to_be_visible()
    page.keyboard.press("Control+z")
    becomes(page, desk, [(None, "Storm"), (None, "Clients")])
    expect(row(page, "Storm")).to_have_attribute("aria-level", "1")
    page.keyboard.press("Control+Shift+z")
    becomes(page, desk, [(None, "Clients"), ("Clients", "Storm")])


def test_several_rows_are_dragged_at_once_as_one_act(context: BrowserContext, desk: Desk) -> None:
    desk.make("Storm", "Fox", "Studies/", "Moon", "Clients/")
    page = show(context, desk)
    row(page, "Storm").click()
    row(page, "Studies").click(modifiers=["Control"])
    row(page, "Moon").click(modifiers=["Control"])
    drag(page, row(page, "Moon"), row(page, "Clients"), 0.5)
    after = [
        (None, "Fox"),
        (None, "Clients"),
        ("Clients", "Storm"),
        ("Clients", "Studies"),
        ("Clients", "Moon"),
    ]
    becomes(page, desk, after)
    page.keyboard.press("Control+z")
    becomes(page, desk, [(None, name) for name in ("Storm", "Fox", "Studies", "Moon", "Clients")])


def test_an_impossible_drop_is_shown_and_changes_nothing(context: BrowserContext, desk: Desk) -> None:
    (outer,) = desk.make("Clients/")
    desk.make("North/", into=outer)
    page = show(context, desk)
    row(page, "Clients").press("ArrowRight")
    before = desk.tree()
    drag(page, row(page, "Clients"), row(page, "North"), 0.5, drop=False)
    expect(row(page, "North")).to_have_attribute("data-target", "never")
    page.mouse.up()
    page.wait_for_timeout(300)
    assert desk.tree() == before


def test_escape_ends_a_drag_where_it_began(context: BrowserContext, desk: Desk) -> None:
    desk.make("Storm", "Fox")
    page = show(context, desk)
    drag(page, row(page, "Fox"), row(page, "Storm"), 0.05, drop=False)
    page.keyboard.press("Escape")
    page.mouse.up()
    page.wait_for_timeout(300)
    assert desk.tree() == [(None, "Storm"), (None, "Fox")]


def test_rows_are_carried_by_the_keyboard(context: BrowserContext, desk: Desk) -> None:
    desk.make("Storm", "Fox", "Moon")
    page = show(context, desk)
    row(page, "Storm").focus()
    page.keyboard.press("Control+Shift+d")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("leave it")).to_be_visible()
    page.keyboard.press("Enter")
    becomes(page, desk, [(None, "Fox"), (None, "Moon"), (None, "Storm")])
    expect(row(page, "Storm")).to_be_focused()
    clean(page)


def test_move_to_searches_folders_by_keyboard_alone(context: BrowserContext, desk: Desk) -> None:
    (outer,) = desk.make("Clients/", "Storm")[:1]
    desk.make("Harbour calendar/", into=outer)
    page = show(context, desk)
    row(page, "Storm").focus()
    page.keyboard.press("m")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("option", name="Clients")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("It is here already. Choose another folder.")
    page.keyboard.type("harb")
    clean(page)
    page.keyboard.press("Enter")
    becomes(page, desk, [(None, "Clients"), ("Clients", "Harbour calendar"), ("Harbour calendar", "Storm")])


def test_a_finger_moves_a_session_by_the_menu(browser: Browser, desk: Desk) -> None:
    desk.make("Storm", "Clients/")
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(desk.address)
    page.get_by_role("button", name=re.compile("sidebar", re.IGNORECASE)).first.tap()
    expect(row(page, "Storm")).to_be_visible()
    page.wait_for_timeout(500)  # until the drawer stands
    box = row(page, "Storm").bounding_box()
    assert box
    touch = context.new_cdp_session(page)
    spot = [{"x": box["x"] + 90, "y": box["y"] + 20}]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": spot})
    page.wait_for_timeout(700)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    item = page.get_by_role("menuitem", name=re.compile("Move to…"))
    expect(item).to_be_visible()
    expect(page.get_by_role("button", name="Close", exact=True)).to_be_visible()
    clean(page)
    size = item.bounding_box()
    assert size
    assert size["height"] >= 44
    item.tap()
    page.get_by_role("option", name=re.compile("Clients")).tap()
    page.get_by_role("button", name="Move", exact=True).tap()
    becomes(page, desk, [(None, "Clients"), ("Clients", "Storm")])
    context.close()


def test_two_browsers_drag_at_once_and_show_the_same_sane_order(browser: Browser, desk: Desk) -> None:
    names = [f"S{number}" for number in range(6)]
    desk.make(*names, "Clients/")
    contexts = [browser.new_context(viewport={"width": 1280, "height": 800}) for _ in range(2)]
    pages = [show(context, desk) for context in contexts]
    drag(pages[0], row(pages[0], "S5"), row(pages[0], "S0"), 0.05, drop=False)
    drag(pages[1], row(pages[1], "S5"), row(pages[1], "Clients"), 0.5, drop=False)
    pages[0].mouse.up()
    pages[1].mouse.up()
    for number in (1, 2, 3):
        drag(pages[number % 2], row(pages[number % 2], f"S{number}"), row(pages[number % 2], "S0"), 0.95)
    pages[0].wait_for_timeout(800)
    tree = desk.tree()
    assert sorted(name for _, name in tree) == sorted([*names, "Clients"])
    shown = [
        [item.split("\n")[0] for item in page.get_by_role("tree").get_by_role("treeitem").all_inner_texts()]
        for page in pages
    ]
    root = [name for parent, name in tree if parent is None]
    assert [name for name in shown[0] if name in root] == root
    assert [name for name in shown[1] if name in root] == root
    for context in contexts:
        context.close()


def test_an_act_in_one_tab_is_undone_in_another(context: BrowserContext, desk: Desk) -> None:
    desk.make("Storm", "Fox")
    first, second = show(context, desk), show(context, desk)
    row(first, "Storm").focus()
    first.keyboard.press("Delete")
    expect(row(second, "Storm")).to_have_count(0)
    second.bring_to_front()
    second.keyboard.press("Control+z")
    becomes(second, desk, [(None, "Storm"), (None, "Fox")])
    expect(row(first, "Storm")).to_be_visible()


def test_deleting_a_folder_asks_what_becomes_of_its_contents(context: BrowserContext, desk: Desk) -> None:
    (outer, _) = desk.make("Clients/", "Fox")
    desk.make("Storm", into=outer)
    page = show(context, desk)
    row(page, "Clients").focus()
    page.keyboard.press("Delete")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    clean(page)
    dialog.get_by_text(re.compile("one level up|leave", re.IGNORECASE)).first.click()
    confirm = dialog.get_by_role("button", name=re.compile("trash", re.IGNORECASE))
    if confirm.count():
        confirm.last.click()
    becomes(page, desk, [(None, "Storm"), (None, "Fox")])


def test_the_trash_says_when_things_go_and_gives_them_back(context: BrowserContext, desk: Desk) -> None:
    ids = desk.make("Storm", "Fox")
    desk.post("/organise", {"act": "trash", "ids": ids})
    page = show(context, desk, "/trash")
    expect(page.get_by_text("30 days").first).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Restore “Storm”").click()
    becomes(page, desk, [(None, "Storm")])
    expect(row(page, "Storm")).to_be_visible()
    page.get_by_role("button", name=re.compile("Delete “Fox” for ever")).click()
    page.get_by_role("dialog").get_by_role("button", name="Delete for ever").click()
    expect(page.get_by_text("The trash is empty")).to_be_visible()
    assert desk.client.get(f"/sessions/{ids[1]}").status_code == 404


def test_an_archived_session_leaves_the_tree_and_comes_back(context: BrowserContext, desk: Desk) -> None:
    desk.make("Storm", "Fox")
    page = show(context, desk)
    row(page, "Storm").click(button="right")
    page.get_by_role("menuitem", name=re.compile("^Archive")).click()
    expect(row(page, "Storm")).to_have_count(0)
    page.goto(f"{desk.address}/archive")
    clean(page)
    page.get_by_role("button", name="Take “Storm” out of the archive").click()
    expect(row(page, "Storm")).to_be_visible()


def test_a_picture_is_dragged_onto_another_session(context: BrowserContext, desk: Desk) -> None:
    there = desk.make("There")[0]
    made = desk.post(
        "/batches", {"prompt": "a fox", "models": ["fake/quick"], "images_per_model": 2, "ratio": "1:1"}
    )
    page = show(context, desk, f"/s/{made['session_id']}")
    tile = page.get_by_role("button", name=re.compile("^Open picture")).or_(
        page.get_by_role("link", name=re.compile("^Open picture"))
    )
    expect(tile).to_have_count(2)
    drag(page, tile.first, row(page, "There"), 0.5, steps=14)
    expect(tile).to_have_count(1)
    counts = desk.client.get(f"/sessions/{there}").json()["counts"]
    assert counts["images"] == 1


def test_keys_typed_early_go_to_the_switcher_and_the_focus_comes_back(
    context: BrowserContext, desk: Desk
) -> None:
    (outer,) = desk.make("Clients/", "Fox")[:1]
    ids = desk.make("Harbour storm", into=outer)
    page = show(context, desk)
    row(page, "Fox").focus()
    page.keyboard.press("Control+p")  # its code is not here yet
    page.keyboard.type("nothing")
    expect(page.get_by_role("combobox", name="Go to a session or folder")).to_have_value("nothing")
    clean(page)
    page.keyboard.press("Escape")
    expect(row(page, "Fox")).to_be_focused()
    page.keyboard.press("Control+p")
    page.keyboard.type("hst")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{desk.address}/s/{ids[0]}")
    expect(page.get_by_role("textbox", name="Prompt")).to_be_focused()


def test_the_list_scrolls_past_its_edge_while_rows_are_dragged(context: BrowserContext, desk: Desk) -> None:
    desk.make(*(f"S{number}" for number in range(40)))
    page = show(context, desk)
    scroller = page.get_by_role("tree").locator("..")
    box = scroller.bounding_box()
    assert box
    drag(page, row(page, "S1"), row(page, "S3"), 0.05, drop=False)
    expect(page.get_by_text("Move “S1” after “S2” in the top level").last).to_be_visible()
    assert scroller.bounding_box() == box, "what is said takes no room from the list"
    page.mouse.move(box["x"] + 70, box["y"] + box["height"] + 20, steps=4)
    for _ in range(60):
        if scroller.evaluate("list => list.scrollTop") > 200:
            break
        page.wait_for_timeout(50)
    assert scroller.evaluate("list => list.scrollTop") > 200
    page.keyboard.press("Escape")
    page.mouse.up()


def test_what_comes_back_to_another_place_says_where(context: BrowserContext, desk: Desk) -> None:
    (outer,) = desk.make("Clients/")
    ids = desk.make("Storm", into=outer)
    desk.post("/organise", {"act": "trash", "ids": ids})
    desk.post("/organise", {"act": "trash", "ids": [outer]})
    page = show(context, desk, "/trash")
    page.get_by_role("button", name="Restore “Storm”").click()
    told = page.get_by_role("status").filter(has_text="“Storm” restored to the top level")
    expect(told).to_be_visible()
    row(page, "Storm").focus()
    page.keyboard.press("F2")
    page.keyboard.type("Calm")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Renamed to “Calm”")).to_be_visible()


def test_notes_and_details_are_kept_beside_the_session(context: BrowserContext, desk: Desk) -> None:
    (id,) = desk.make("Storm")
    page = show(context, desk, f"/s/{id}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Storm")
    page.locator("body").press("i")
    panel = page.get_by_role("region", name="Details")
    panel.get_by_role("textbox", name="Notes").fill("# Harbour\n<b>plain</b> **bold**")
    panel.get_by_role("textbox", name="Notes").press("Escape")
    expect(panel.get_by_role("heading", name="Harbour")).to_be_visible()
    expect(panel.get_by_text("<b>plain</b>")).to_be_visible()
    clean(page)
    page.reload()
    expect(panel.get_by_role("heading", name="Harbour")).to_be_visible()


def test_the_filter_keeps_the_path_and_says_when_nothing_fits(context: BrowserContext, desk: Desk) -> None:
    (outer,) = desk.make("Clients/")
    desk.make("Harbour storm", into=outer)
    _, away = desk.make("Fox", "Old harbour")
    desk.post("/organise", {"act": "archive", "ids": [away]})
    page = show(context, desk)
    row(page, "Fox").focus()
    page.keyboard.press("Control+f")
    page.keyboard.type("harb")
    field = page.get_by_role("textbox", name="Filter by name")
    expect(field).to_be_focused()
    expect(field).to_have_value("harb")
    expect(row(page, "Harbour storm")).to_be_visible()
    expect(row(page, "Clients")).to_have_attribute("data-dim", "true")
    expect(row(page, "Fox")).to_have_count(0)
    clean(page)
    page.get_by_role("button", name="1 in the archive").click()
    expect(row(page, "Old harbour")).to_be_visible()
    page.get_by_role("button", name="Take the filter away: Archived").click()
    field.focus()
    page.keyboard.type("zzz")
    expect(page.get_by_text(re.compile("No session or folder is called"))).to_be_visible()
    page.get_by_role("button", name="Filters and order").click()
    expect(page.get_by_role("dialog", name="Filters and order")).to_be_visible()
    for _ in range(3):  # the panel, what was typed, the filter itself
        page.keyboard.press("Escape")
        page.wait_for_timeout(100)
    expect(field).to_have_count(0)
    expect(row(page, "Fox")).to_be_visible()
