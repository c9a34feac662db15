"""Enhance in a real browser: written word by word, kept in step, used, and discarded to the person's own text."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.e2e.browser import listen
from tests.e2e.desk import clean, wait_for
from tests.e2e.program import Program

OWN = "a  lighthouse in a storm – “old”\n\tand tall "


def test_a_prompt_is_enhanced_kept_in_step_discarded_and_sent(browser: Browser, running: Program) -> None:
    session = running.call("POST", "/sessions", {"name": "Lights"}, 201)["id"]
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    complaints = listen(page)
    page.goto(f"{running.address}/s/{session}")
    prompt = page.get_by_role("textbox", name="Prompt", exact=True)
    enhanced = page.get_by_role("group", name="Enhanced prompt")
    added = enhanced.locator("ins")

    prompt.fill(OWN)
    page.get_by_role("button", name="Enhance", exact=True).click()
    expect(enhanced.get_by_text(re.compile("Generate sends this"))).to_be_visible()
    expect(added.first).to_be_visible()
    assert enhanced.locator("p").inner_text().startswith("a  lighthouse in a storm – “old”")
    expect(prompt).to_have_value(OWN)
    clean(page)

    wait_for(lambda: bool((running.call("GET", f"/sessions/{session}")["draft"] or {}).get("enhance")))
    page.reload()
    expect(added.first).to_be_visible()
    prompt.press("Escape")
    expect(enhanced).to_have_count(0)
    expect(prompt).to_have_value(OWN)

    prompt.press("Control+e")
    expect(added.first).to_be_visible()
    page.get_by_role("switch", name="Keep in step").check()
    with page.expect_response("**/api/v1/assist"):
        prompt.fill("a lighthouse in a storm, owls above")
        # At once, before the assistant is asked again.
        expect(enhanced.locator("p")).to_contain_text("owls above")
    expect(enhanced).to_have_attribute("aria-busy", "false")
    sent = enhanced.locator("p").inner_text()
    prompt.press("Control+Enter")
    expect(page.get_by_role("article")).to_have_count(1)
    assert running.call("GET", f"/sessions/{session}/batches")["items"][0]["prompt"] == sent
    expect(prompt).to_have_value("a lighthouse in a storm, owls above")

    enhanced.get_by_role("button", name="Use").click()
    expect(prompt).to_have_value(sent)
    expect(enhanced).to_have_count(0)
    assert complaints == []
    page.close()


def test_the_checklist_says_what_a_prompt_lacks_and_inserts_words(browser: Browser, running: Program) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(running.address)
    prompt = page.get_by_role("textbox", name="Prompt", exact=True)
    points = page.get_by_role("list", name="What the prompt says").get_by_role("listitem")
    expect(prompt).to_be_visible()
    expect(points).to_have_count(0)
    prompt.fill("a lighthouse, watercolour")
    expect(points).to_have_count(6)
    page.get_by_role("button", name="Style: said").wait_for()
    page.get_by_role("button", name="Light: not said. Suggestions").click()
    clean(page)
    page.get_by_role("dialog", name="Light").get_by_role("listitem").get_by_role("button").first.click()
    page.get_by_role("button", name="Light: said").wait_for()
    assert prompt.input_value().startswith("a lighthouse, watercolour, ")
    page.get_by_role("button", name="What the prompt lacks").click()
    expect(points).to_have_count(0)
    page.reload()
    expect(prompt).to_have_value(re.compile("^a lighthouse"))
    expect(page.get_by_role("button", name="What the prompt lacks")).to_have_attribute(
        "aria-pressed", "false"
    )
    expect(points).to_have_count(0)
    page.close()
