"""The product's main story in a real browser against the real program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.browser import listen
from tests.e2e.desk import wait_for
from tests.e2e.program import Program

LONG = 30_000


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """A fresh program."""
    running = Program(tmp_path / "home").start()
    yield running
    running.stop()


def write(page: Page, prompt: str) -> None:
    """Type a prompt and press Ctrl-Enter."""
    box = page.get_by_role("textbox", name="Prompt", exact=True)
    box.fill(prompt)
    box.press("Control+Enter")


def pictures(page: Page) -> Locator:
    """The finished tiles of the session in view."""
    return page.get_by_role("button", name=re.compile(r"^Open picture")).or_(
        page.get_by_role("link", name=re.compile(r"^Open picture"))
    )


def choose(page: Page, *models: str) -> None:
    """Add models in the picker."""
    page.get_by_role("button", name="Add or change models").click()
    for model in models:
        page.get_by_role("option", name=re.compile(model)).first.click()
    page.keyboard.press("Escape")


def test_from_a_prompt_to_a_kept_picture_everywhere_the_same(program: Program, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    page = context.new_page()
    complaints = listen(page)
    page.goto(program.address)
    write(page, "a lighthouse in a storm, watercolour")
    expect(page).to_have_url(re.compile(r"/s/[0-9a-f-]{36}$"))
    session = page.url
    expect(page.get_by_role("heading", level=1)).to_have_text("Lighthouse in a storm")
    expect(page.get_by_role("group", name=re.compile("Picture 1 by Illustrator"))).to_be_visible()
    write(page, "a red fox in a snowy forest")  # while the first is running
    expect(page.get_by_role("article")).to_have_count(2)
    expect(pictures(page)).to_have_count(2, timeout=LONG)

    pictures(page).first.click()
    viewer = page.get_by_role("dialog", name="Picture")
    expect(viewer).to_be_visible()
    first = page.url
    expect(viewer.get_by_text(re.compile(r"^\d of 2$"))).to_be_visible()  # its neighbours are known
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(first)
    page.keyboard.press("+")
    viewer.get_by_role("button", name="Download").first.click()
    choice = page.get_by_role("dialog", name="Download picture")
    with page.expect_download() as download:
        choice.get_by_role("button", name="Download", exact=True).click()
    expect(choice).to_have_count(0)
    assert Path(download.value.path()).read_bytes()[:4] == b"\x89PNG"
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(page).to_have_url(session)

    page.get_by_role("heading", level=1).get_by_role("button").dblclick()
    name = page.get_by_role("textbox", name="Name of the session").first
    name.fill("Storm studies")
    name.press("Enter")
    expect(page.get_by_role("treeitem", name=re.compile("Storm studies"))).to_be_visible()

    second = context.new_page()
    second.goto(session)
    expect(second.get_by_role("heading", level=1)).to_have_text("Storm studies")
    expect(pictures(second)).to_have_count(2)

    page.get_by_role("button", name=re.compile("^New session")).click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Storm studies")
    expect(page.get_by_role("textbox", name="Prompt", exact=True)).to_have_value("")  # it is the new one's
    write(page, "a whale")
    expect(pictures(page)).to_have_count(1, timeout=LONG)
    expect(second.get_by_role("treeitem", name=re.compile("Whale"))).to_be_visible()
    page.get_by_role("treeitem", name=re.compile("Storm studies")).click()
    expect(page).to_have_url(session)
    expect(pictures(page)).to_have_count(2)
    page.reload()
    expect(pictures(page)).to_have_count(2)
    assert complaints == []
    context.close()


def test_typing_at_once_on_the_start_page_goes_into_the_prompt(program: Program, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(program.address)
    box = page.get_by_role("textbox", name="Prompt", exact=True)
    expect(box).to_be_focused()
    page.keyboard.type("nine foxes and a moon")
    expect(box).to_have_value("nine foxes and a moon")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("n")
    expect(box).to_be_focused()
    expect(page.get_by_role("treeitem")).to_have_count(0)
    page.close()


def test_four_models_two_images_each_and_no_fifth(program: Program, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(program.address)
    choose(page, "Watercolour", "Fake slow", "Fake paid")
    page.get_by_role("button", name="Add or change models").click()
    fifth = page.get_by_role("option", name=re.compile("Fake picky"))
    expect(fifth).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Pictures per model").select_option("2")
    expect(page.get_by_text(re.compile(r"8 pictures"))).to_be_visible()
    page.get_by_role("radio", name="16:9").check(force=True)
    write(page, "three sheep in a meadow")
    expect(pictures(page)).to_have_count(8, timeout=LONG)
    page.close()


def test_the_draft_is_there_again_in_another_browser(program: Program, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(program.address)
    page.get_by_role("textbox", name="Prompt", exact=True).press_sequentially("a half-written thou")
    wait_for(lambda: (program.call("GET", "/draft") or {}).get("prompt"), "a half-written thou")
    other = browser.new_context().new_page()
    other.goto(program.address)
    expect(other.get_by_role("textbox", name="Prompt", exact=True)).to_have_value("a half-written thou")
    page.close()
    other.context.close()


def test_a_failure_says_why_and_is_tried_again(program: Program, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(program.address)
    choose(page, "Fake quick")
    page.get_by_role("button", name="Take Illustrator off").click()
    write(page, "a fox [refuse]")
    expect(page.get_by_text("Say it in other words").first).to_be_visible(timeout=LONG)
    expect(page.get_by_role("button", name="Retry").first).to_be_visible()
    page.close()


def test_a_killed_server_comes_back_and_the_page_goes_on(program: Program, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(program.address)
    choose(page, "Fake quick")
    page.get_by_role("button", name="Take Illustrator off").click()
    write(page, "a fox [latency:3]")
    expect(page.get_by_text(re.compile("Generating")).first).to_be_visible()
    program.kill()
    expect(page.get_by_text("Connection lost")).to_be_visible(timeout=LONG)
    program.start()
    expect(pictures(page)).to_have_count(1, timeout=LONG)
    expect(page.get_by_text("Connection lost")).to_have_count(0, timeout=LONG)
    expect(page.get_by_role("article")).to_have_count(1)
    page.close()


def test_the_story_without_a_mouse(program: Program, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(program.address)
    page.get_by_role("textbox", name="Prompt", exact=True).focus()
    page.keyboard.type("a castle on a hill")
    page.keyboard.press("Control+Enter")
    expect(pictures(page)).to_have_count(1, timeout=LONG)
    pictures(page).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Picture")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Picture")).to_have_count(0)
    page.keyboard.press("Shift+?")
    expect(page.get_by_role("dialog", name=re.compile("shortcuts", re.IGNORECASE))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name=re.compile("Search or jump"))).to_be_focused()
    page.keyboard.type("castle")
    expect(page.get_by_role("option", name=re.compile("Castle on a hill"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("n")
    expect(page.get_by_role("textbox", name="Prompt", exact=True)).to_be_focused()
    page.close()
