"""Judging and comparing in a real browser: by keys and presses, locked zoom, a slider, and a blind choice."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import BrowserContext, Locator, expect

from tests.e2e.browser import listen
from tests.e2e.desk import clean, wait_for
from tests.e2e.program import Program


def make(running: Program, session: str, prompt: str, *models: str, **more: Any) -> list[str]:
    """The ids of the pictures of a finished batch."""
    batch = running.made(prompt, session_id=session, models=list(models), **more)
    return [made["image"]["id"] for made in batch["generations"]]


def moved(picture: Locator) -> str:
    """Where a picture is looked at."""
    style: str = picture.evaluate("img => img.parentElement.style.transform")
    return style


def test_a_picture_is_judged_tagged_and_walked_back_to_what_it_came_from(
    still: BrowserContext, running: Program
) -> None:
    session = running.call("POST", "/sessions", {"name": "Judging"}, 201)["id"]
    [first] = make(running, session, "a red fox", "fake/quick")
    parent = {"image_id": first, "kind": "vary"}
    [second] = make(running, session, "a red fox in the snow", "fake/quick", parent=parent)
    page = still.new_page()
    complaints = listen(page)
    page.goto(f"{running.address}/s/{session}/i/{second}")
    viewer = page.get_by_role("dialog", name="Picture", exact=True)
    keep = viewer.get_by_role("button", name="Keep", exact=True)
    expect(keep).to_have_attribute("aria-pressed", "false")

    def facts() -> list[Any]:
        image = running.call("GET", f"/images/{second}")
        return [image["verdict"], image["favourite"], image["rating"], image["tags"]]

    for key in "ks4":
        page.keyboard.press(key)
    expect(keep).to_have_attribute("aria-pressed", "true")
    expect(viewer.get_by_role("button", name="Rate 4 of 5")).to_have_attribute("aria-pressed", "true")
    wait_for(facts, ["kept", True, 4, []])
    page.keyboard.press("x")
    wait_for(facts, ["rejected", True, 4, []])
    page.keyboard.press("Control+z")
    wait_for(facts, ["kept", True, 4, []])
    expect(keep).to_have_attribute("aria-pressed", "true")

    page.keyboard.press("t")
    tags = page.get_by_role("dialog", name="Tags of the picture")
    tags.get_by_role("textbox", name="Tag").fill("winter")
    page.keyboard.press("Enter")
    expect(tags.get_by_role("button", name="Take off winter")).to_be_visible()
    wait_for(facts, ["kept", True, 4, ["winter"]])
    clean(page)
    page.keyboard.press("Escape")
    expect(tags).not_to_be_visible()
    expect(viewer).to_be_visible()
    expect(viewer.get_by_role("listitem").filter(has_text="winter")).to_be_visible()

    way = viewer.get_by_role("navigation", name="How it came")
    expect(way.get_by_role("button", name=re.compile("Varied.*in the snow"))).to_be_visible()
    clean(page)
    way.get_by_role("button", name=re.compile("Began as")).click()
    expect(page).to_have_url(re.compile(f"/i/{first}"))
    strip = viewer.get_by_role("navigation", name="Pictures of this session")
    strip.get_by_role("button", name=re.compile("in the snow")).click()
    expect(page).to_have_url(re.compile(f"/i/{second}"))
    assert complaints == []


def test_pictures_are_compared_with_one_zoom_and_chosen_blindly(
    still: BrowserContext, running: Program
) -> None:
    session = running.call("POST", "/sessions", {"name": "Comparing"}, 201)["id"]
    ids = make(running, session, "a red fox", "fake/quick", "fake/paid", options={"seed": 5})
    [other] = make(running, session, "a blue fox", "fake/quick", options={"seed": 5})
    page = still.new_page()
    complaints = listen(page)
    page.goto(f"{running.address}/s/{session}/compare?ids={ids[0]},{other}")
    dialog = page.get_by_role("dialog", name="Compare pictures")
    pictures = dialog.get_by_role("figure").get_by_role("img")
    expect(pictures).to_have_count(2)
    beside = dialog.get_by_role("complementary", name="Differences")
    expect(beside.get_by_role("insertion")).to_have_text(re.compile("blue"))
    expect(beside.get_by_text("Seed")).to_have_count(0)
    beside.get_by_role("switch", name="Show what is the same too").check()
    expect(beside.get_by_text("Seed")).to_be_visible()

    pictures.first.hover()
    page.mouse.wheel(0, -300)
    wait_for(lambda: "scale(2" in moved(pictures.first), True)
    assert moved(pictures.first) == moved(pictures.last)
    clean(page)
    dialog.get_by_role("button", name="Slider", exact=True).click()
    slider = dialog.get_by_role("slider")
    slider.press("Home")
    expect(slider).to_have_value("0")
    page.keyboard.press("a")
    expect(dialog.get_by_text(re.compile("^2 · "))).to_be_visible()

    dialog.get_by_role("navigation").get_by_role("button", name=re.compile("Picture 3")).click()
    dialog.get_by_role("button", name="Side by side").click()
    expect(page).to_have_url(re.compile(ids[1]))
    page.keyboard.press("b")
    expect(dialog.get_by_text("Which one is best?")).to_be_visible()
    expect(dialog.get_by_role("img", name=re.compile("fox|[Ff]ake"))).to_have_count(0)
    clean(page)
    page.keyboard.press("2")
    expect(dialog.get_by_text(re.compile("^You chose picture 2"))).to_be_visible()
    wait_for(lambda: len(running.call("GET", f"/sessions/{session}/comparisons")["items"]), 1)
    kept = running.call("GET", f"/sessions/{session}/comparisons")["items"][0]
    assert kept["blind"]
    assert kept["winner"] == kept["image_ids"][1]
    assert sorted(kept["image_ids"]) == sorted([ids[0], ids[1]])
    expect(dialog.get_by_text("1 of 1")).to_be_visible()
    expect(dialog.get_by_text("0 of 1")).to_be_visible()

    page.set_viewport_size({"width": 390, "height": 844})
    clean(page)
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    expect(page).to_have_url(re.compile(rf"/s/{session}$"))
    assert complaints == []


def test_escape_gives_a_picture_up_that_is_still_being_opened(
    still: BrowserContext, running: Program
) -> None:
    batch = running.made("a slow fox")
    page = still.new_page()
    page.route(re.compile(r"/assets/viewer-[^/]*\.js"), lambda route: None)  # it is never answered
    session = f"{running.address}/s/{batch['session_id']}"
    page.goto(session)
    page.get_by_role("button", name=re.compile("^Open picture")).click()
    expect(page).to_have_url(re.compile("/i/"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(session)
    page.close()
