"""Finding one's way in a real browser: the filter, the switcher, “Move to…”, and what is noted beside a session."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, expect

from tests.e2e.desk import Desk, clean, row, show, wait_for


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
    wait_for(desk.tree, [(None, "Clients"), ("Clients", "Harbour calendar"), ("Harbour calendar", "Storm")])


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
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Filters and order")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(row(page, "Fox")).to_be_visible()
