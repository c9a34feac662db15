"""Setting an engine up in a real browser: added with a key, tried, drawn with, stopped by its budget, removed."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.desk import Desk, clean, show

MARKER = "sk-marker-4411aa"


def card(page: Page, name: str) -> Locator:
    """An engine in the list of the settings page."""
    return (
        page.get_by_role("main").get_by_role("listitem").filter(has=page.get_by_text(name, exact=True)).first
    )


def test_an_engine_is_added_tried_drawn_with_and_stopped_by_its_budget(
    context: BrowserContext, desk: Desk
) -> None:
    page = show(context, desk)
    page.locator("body").press("Control+,")
    expect(page).to_have_url(f"{desk.address}/settings")
    page.get_by_role("button", name="Add engine").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Find an engine").fill("fake")
    clean(page)
    dialog.get_by_role("button", name=re.compile("^Fake")).click()
    dialog.get_by_role("textbox", name="Name").fill("Studio account")
    secret = dialog.get_by_role("textbox", name="Secret", exact=True)
    secret.fill("wrong")
    dialog.get_by_role("button", name="Test").click()
    expect(dialog.get_by_role("status")).to_contain_text("does not know this key. Enter another one.")
    secret.fill(MARKER)
    dialog.get_by_role("button", name="Test").click()
    expect(dialog.get_by_role("status")).to_contain_text("It answers and offers 4 models.")
    clean(page)
    dialog.get_by_role("button", name="Add engine").click()
    expect(dialog).to_be_hidden()
    mine = card(page, "Studio account")
    expect(mine).to_contain_text("Ready · 4 models")
    kept = mine.get_by_role("textbox", name="Secret", exact=True)
    expect(kept).to_have_attribute("placeholder", re.compile("kept; type to replace"))
    expect(kept).to_have_value("")
    mine.get_by_role("textbox", name="Budget a month").fill("0.05")
    mine.get_by_role("button", name="Save").nth(1).click()
    expect(mine).to_contain_text("$0.00 of $0.05 this month")
    mine.get_by_role("checkbox", name="Fake paid").check()
    expect(mine.get_by_role("checkbox", name="Fake paid")).to_be_checked()
    clean(page)

    session = desk.post("/sessions", {})["id"]
    page.goto(f"{desk.address}/s/{session}")
    expect(page.get_by_role("list", name="Models")).to_contain_text("Fake paid")
    prompt = page.get_by_role("textbox", name="Prompt", exact=True)
    for number, words in enumerate(("a fox", "an owl"), 1):
        prompt.fill(words)
        prompt.press("Control+Enter")
        expect(page.get_by_role("article")).to_have_count(number)
    expect(page.get_by_text("has no room for this picture")).to_be_visible()
    made = [one for batch in desk.batches(session) for one in batch["generations"]]
    assert sorted(one["status"] for one in made) == ["complete", "failed"]
    assert {one["model"] for one in made} == {"fake-2/paid"}


def test_engines_are_ordered_hidden_and_removed_by_keyboard(context: BrowserContext, desk: Desk) -> None:
    desk.post("/engines", {"kind": "fake", "id": "studio", "name": "Second studio"})
    page = show(context, desk, "/settings")
    names = page.get_by_role("main").get_by_role("button", expanded=False)
    expect(names.last).to_contain_text("Second studio")
    page.get_by_role("button", name="Move Second studio up").press("Enter")
    expect(names.last).not_to_contain_text("Second studio")
    mine = card(page, "Second studio")
    handle = mine.get_by_title("Drag Second studio to another place")
    handle.drag_to(names.first)
    expect(names.first).to_contain_text("Second studio")
    mine.get_by_role("button", expanded=False).press("Enter")
    mine.get_by_role("switch", name="Hide from the model picker").press("Space")
    expect(mine).to_contain_text("Hidden")
    mine.get_by_role("button", name="Remove").press("Enter")
    dialog = page.get_by_role("dialog", name="Remove Second studio?")
    clean(page)
    dialog.get_by_role("button", name="Remove").press("Enter")
    expect(page.get_by_text("Second studio is removed.")).to_be_visible()
    expect(names.filter(has_text="Second studio")).to_have_count(0)
