"""Organising in a real browser: by mouse, keyboard, finger and menu, in two browsers, and back by undo."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.browser import listen, rest
from tests.e2e.desk import Desk, clean, drag, row, show, wait_for


def test_rows_are_dragged_by_the_mouse_between_and_into(context: BrowserContext, desk: Desk) -> None:
    desk.make("Storm", "Fox", "Clients/", "Moon")
    page = show(context, desk)
    complaints = listen(page)
    drag(page, row(page, "Moon"), row(page, "Fox"), 0.05)
    wait_for(desk.tree, [(None, "Storm"), (None, "Moon"), (None, "Fox"), (None, "Clients")])
    drag(page, row(page, "Storm"), row(page, "Clients"), 0.5)
    wait_for(desk.tree, [(None, "Moon"), (None, "Fox"), (None, "Clients"), ("Clients", "Storm")])
    expect(page.get_by_role("status").filter(has_text="Moved “Storm” to “Clients”")).to_be_visible()
    assert complaints == []


def test_undo_works_after_a_reload_and_redo_brings_it_back(context: BrowserContext, desk: Desk) -> None:
    desk.make("Storm", "Clients/")
    page = show(context, desk)
    drag(page, row(page, "Storm"), row(page, "Clients"), 0.5)
    wait_for(desk.tree, [(None, "Clients"), ("Clients", "Storm")])
    page.reload()
    expect(row(page, "Clients")).to_be_visible()
    page.keyboard.press("Control+z")
    wait_for(desk.tree, [(None, "Storm"), (None, "Clients")])
    expect(row(page, "Storm")).to_have_attribute("aria-level", "1")
    page.keyboard.press("Control+Shift+z")
    wait_for(desk.tree, [(None, "Clients"), ("Clients", "Storm")])


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
    wait_for(desk.tree, after)
    page.keyboard.press("Control+z")
    wait_for(desk.tree, [(None, name) for name in ("Storm", "Fox", "Studies", "Moon", "Clients")])


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
    wait_for(desk.tree, [(None, "Fox"), (None, "Moon"), (None, "Storm")])
    expect(row(page, "Storm")).to_be_focused()
    clean(page)


def test_a_finger_moves_a_session_by_the_menu(browser: Browser, desk: Desk) -> None:
    desk.make("Storm", "Clients/")
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(desk.address)
    page.get_by_role("button", name=re.compile("sidebar", re.IGNORECASE)).first.tap()
    expect(row(page, "Storm")).to_be_visible()
    rest(page)
    box = row(page, "Storm").bounding_box()
    assert box
    touch = context.new_cdp_session(page)
    spot = [{"x": box["x"] + 90, "y": box["y"] + 20}]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": spot})
    item = page.get_by_role("menuitem", name=re.compile("Move to…"))
    expect(item).to_be_visible()
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.get_by_role("button", name="Close", exact=True)).to_be_visible()
    clean(page)
    size = item.bounding_box()
    assert size
    assert size["height"] >= 44
    item.tap()
    page.get_by_role("option", name=re.compile("Clients")).tap()
    page.get_by_role("button", name="Move", exact=True).tap()
    wait_for(desk.tree, [(None, "Clients"), ("Clients", "Storm")])
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

    def shown(page: Page) -> list[str]:
        rows = page.get_by_role("tree").get_by_role("treeitem").all_inner_texts()
        return [text.split("\n")[0] for text in rows]

    def both_show_the_tree() -> bool:
        root = [name for parent, name in desk.tree() if parent is None]
        return all([name for name in shown(page) if name in root] == root for page in pages)

    wait_for(both_show_the_tree)
    assert sorted(name for _, name in desk.tree()) == sorted([*names, "Clients"])
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
    wait_for(desk.tree, [(None, "Storm"), (None, "Fox")])
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
    wait_for(desk.tree, [(None, "Storm"), (None, "Fox")])


def test_the_trash_says_when_things_go_and_gives_them_back(context: BrowserContext, desk: Desk) -> None:
    ids = desk.make("Storm", "Fox")
    desk.post("/organise", {"act": "trash", "ids": ids})
    page = show(context, desk, "/trash")
    expect(page.get_by_text("30 days").first).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Restore “Storm”").click()
    wait_for(desk.tree, [(None, "Storm")])
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
