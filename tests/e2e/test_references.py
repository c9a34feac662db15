"""References in a real browser: dropped, pasted, dragged; switched on, limited, used, and taken out again."""

from __future__ import annotations

import base64
import re
from typing import Any

from playwright.sync_api import BrowserContext, JSHandle, Page, expect

from opencanva.engines.fake import draw
from tests.e2e.browser import listen
from tests.e2e.desk import clean, wait_for
from tests.e2e.program import Program

BRING = """files => {
  const brought = new DataTransfer()
  for (const [name, bytes] of files) {
    const data = Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0))
    brought.items.add(new File([data], name, { type: 'image/png' }))
  }
  return brought
}"""
LINK = """address => {
  const brought = new DataTransfer()
  brought.setData('text/uri-list', address)
  brought.setData('text/plain', address)
  return brought
}"""
PASTE = """brought => document.activeElement.dispatchEvent(
  new ClipboardEvent('paste', { clipboardData: brought, bubbles: true, cancelable: true }))"""


def begin(running: Program, prompt: str = "a red fox") -> tuple[str, Any]:
    """A session with one finished picture; its id and the picture."""
    session = running.call("POST", "/sessions", {"name": f"About {prompt}"}, 201)["id"]
    batch = running.made(prompt, session_id=session, options={"seed": 7})
    return session, batch["generations"][0]["image"]


def bring(page: Page, *files: tuple[str, bytes]) -> JSHandle:
    """Files as a drag or the clipboard holds them."""
    return page.evaluate_handle(BRING, [(name, base64.b64encode(data).decode()) for name, data in files])


def hover(page: Page, brought: JSHandle) -> None:
    """Carry something over the page until it says what a drop does: what listens is loaded after the first look."""
    zone = page.get_by_text("Drop to add references")
    for _ in range(80):
        page.dispatch_event("#session", "dragover", {"dataTransfer": brought})
        if zone.is_visible():
            break
        page.wait_for_timeout(200)
    expect(zone).to_be_visible()


def drop(page: Page, brought: JSHandle) -> None:
    """Drag over the session and let go."""
    hover(page, brought)
    page.dispatch_event("#session", "drop", {"dataTransfer": brought})


def test_dropped_pictures_are_stored_switched_on_used_and_taken_out(
    still: BrowserContext, running: Program
) -> None:
    session, _ = begin(running)
    page = still.new_page()
    complaints = listen(page)
    page.goto(f"{running.address}/s/{session}")
    strip = page.get_by_role("region", name="Prompt").get_by_role("list", name="References")
    prompt = page.get_by_role("textbox", name="Prompt", exact=True)
    prompt.fill("a red fox in the snow")

    good = [(f"good {n}.png", draw(600, 600, f"picture {n}", n + 3)) for n in range(4)]
    brought = bring(
        page, *good, ("notes.png", b"no picture"), ("half.png", good[0][1][:900]), ("text.png", b"nor this"),
        ("small.png", draw(64, 64, "small", 4)),
    )  # fmt: skip
    hover(page, brought)
    page.dispatch_event("#session", "drop", {"dataTransfer": brought})
    expect(strip.get_by_role("listitem")).to_have_count(3)
    expect(page.get_by_text("2 files not taken. This is no picture")).to_be_visible()
    expect(page.get_by_text("half.png: The picture ends early")).to_be_visible()
    expect(page.get_by_text("Stored with the session, but not switched on.")).to_be_visible()

    page.get_by_role("button", name=re.compile("^Reference 1 of 3")).click()
    page.get_by_role("radio", name="Style").check()
    clean(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=re.compile(r"^Reference 1 of 3.*Style"))).to_be_visible()

    page.locator("h1").press("Shift+R")
    panel = page.get_by_role("region", name="References")
    refused = page.get_by_role("list", name="Files not taken")
    expect(panel.get_by_role("list", name="Files not taken")).to_be_visible()
    expect(refused).to_have_count(1)  # told in one place
    refused.get_by_text("2 files not taken").click()
    expect(refused.get_by_text("text.png", exact=True)).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Dismiss all").click()
    expect(refused).to_have_count(0)
    expect(panel.get_by_text("5 of 20")).to_be_visible()
    expect(panel.get_by_text(re.compile("512 × 512"))).to_be_visible()
    clean(page)
    # Those that are on stand first, though they were stored first; each has its name.
    stored = panel.get_by_role("button", name=re.compile("^Use .*png as a reference"))
    for place in range(3):
        expect(stored.nth(place)).to_have_attribute("aria-label", f"Use good {place}.png as a reference")
    expect(panel.get_by_text("small.png", exact=True)).to_be_visible()
    expect(panel.get_by_role("button", name=re.compile("^Use picture of “a red fox"))).to_be_visible()
    prompt.press("Control+Enter")
    expect(page.get_by_role("article")).to_have_count(2)
    batch = running.call("GET", f"/sessions/{session}/batches")["items"][0]
    assert [one["role"] for one in batch["references"]] == ["style", None, None]
    used = panel.get_by_role("button", name="Used in 1 generation").first
    expect(used).to_be_visible()
    used.click()
    expect(panel.get_by_text("a red fox in the snow")).to_be_visible()
    expect(panel.get_by_role("link", name="Open the picture made from it")).to_be_visible()
    clean(page)
    panel.get_by_role("button", name="Back to the references").click()
    gone = running.call("GET", f"/images/{batch['references'][0]['image_id']}")
    panel.get_by_role("button", name=f"Remove {gone['file_name']} from the references").click()
    expect(panel.get_by_text("4 of 20")).to_be_visible()
    expect(strip.get_by_role("listitem")).to_have_count(2)
    kept = running.call("GET", f"/batches/{batch['id']}")
    assert kept["references"] == batch["references"]
    panel.get_by_role("link", name=re.compile("^Look at")).first.click()
    viewer = page.get_by_role("dialog", name="Picture", exact=True)
    expect(viewer.get_by_role("img", name=re.compile("png$"))).to_be_visible()
    expect(viewer.get_by_role("heading", name="Uploaded picture")).to_be_visible()
    expect(viewer.get_by_role("button", name="Use as reference")).to_be_visible()
    expect(viewer.get_by_role("button", name="Vary")).to_have_count(0)
    clean(page)
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    assert len(complaints) == 3, complaints  # the refused files, as the browser sees them


def test_pictures_are_pasted_and_dragged_links_are_refused_and_limits_are_said(
    still: BrowserContext, running: Program
) -> None:
    session, image = begin(running, "a blue whale")
    page = still.new_page()
    page.goto(f"{running.address}/s/{session}")
    prompt = page.get_by_role("textbox", name="Prompt", exact=True)
    prompt.fill("a whale at night")
    strip = page.get_by_role("region", name="Prompt").get_by_role("list", name="References")
    generate = page.get_by_role("button", name=re.compile("^Generate"))

    page.get_by_role("button", name=re.compile("^Open picture")).drag_to(prompt)
    expect(strip.get_by_role("listitem")).to_have_count(1)
    prompt.focus()
    page.evaluate(PASTE, bring(page, ("pasted.png", draw(700, 500, "pasted", 6))))
    expect(strip.get_by_role("listitem")).to_have_count(2)
    page.evaluate(PASTE, page.evaluate_handle(LINK, "https://example.org/fox.png"))
    expect(page.get_by_text("A link is not a picture yet")).to_be_visible()
    drop(page, page.evaluate_handle(LINK, "https://example.org/fox.png"))
    expect(prompt).to_have_value("a whale at night")
    expect(strip.get_by_role("listitem")).to_have_count(2)

    page.get_by_role("button", name="Fake quick", exact=True).click()
    page.get_by_role("option", name=re.compile("Fake paid.*At most 1 reference")).click()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Fake paid takes at most 1 reference; 2 are on. Take 1 off.")).to_be_visible()
    expect(generate).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="Keep the first 1").click()
    expect(generate).to_have_attribute("aria-disabled", "false")
    wait_for(
        lambda: [
            one["image_id"] for one in running.call("GET", f"/sessions/{session}")["draft"]["references"]
        ],
        [image["id"]],
    )
    clean(page)


def test_without_a_session_uploads_wait_in_the_draft_and_move_into_the_session(
    still: BrowserContext, running: Program
) -> None:
    page = still.new_page()
    page.goto(running.address)
    strip = page.get_by_role("region", name="Prompt").get_by_role("list", name="References")
    prompt = page.get_by_role("textbox", name="Prompt", exact=True)
    prompt.fill("three sheep in a meadow")
    drop(page, bring(page, ("sheep.png", draw(800, 600, "sheep", 5))))
    expect(strip.get_by_role("listitem")).to_have_count(1)
    wait_for(lambda: len((running.call("GET", "/draft") or {"references": []})["references"]), 1)
    page.reload()
    expect(strip.get_by_role("listitem")).to_have_count(1)
    expect(prompt).to_have_value("three sheep in a meadow")
    prompt.press("Control+Enter")
    expect(page.get_by_role("article")).to_have_count(1)
    session = page.url.rpartition("/")[2]
    batch = running.call("GET", f"/sessions/{session}/batches")["items"][0]
    stored = running.call("GET", f"/sessions/{session}/references")["items"]
    assert [one["image"]["file_name"] for one in stored] == ["sheep.png"]
    assert [one["image_id"] for one in batch["references"]] == [stored[0]["image"]["id"]]
