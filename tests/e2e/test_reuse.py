"""Using something again in a browser: a look first, one key back; prompts are found; no draft is lost."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.e2e.browser import listen
from tests.e2e.desk import clean, wait_for
from tests.e2e.program import Program

OWN = "my own  words,\nletter for letter ✍"


def kept(running: Program, session: str) -> Any:
    """What the server keeps of the composer, without the counting."""
    draft = running.call("GET", f"/sessions/{session}")["draft"] or {}
    return {name: value for name, value in draft.items() if name != "revision"}


def prompt_of(page: Page) -> Locator:
    """The box that is written in."""
    return page.get_by_role("textbox", name="Prompt", exact=True)


def write(page: Page, running: Program, session: str, words: str) -> Any:
    """Write into the composer; what the server keeps then."""
    prompt_of(page).fill(words)
    wait_for(lambda: kept(running, session).get("prompt") == words)
    return kept(running, session)


def turn(page: Page, key: str, wanted: str) -> int:
    """Press a key until the prompt reads so; how often that was."""
    for presses in range(40):
        if prompt_of(page).input_value() == wanted:
            return presses
        page.keyboard.press(key)
    raise AssertionError(prompt_of(page).input_value())


def use(page: Page, part: str) -> Locator:
    """Choose a part in the window that is open."""
    window = page.get_by_role("dialog", name="Use again")
    window.get_by_text(part, exact=True).first.click()
    expect(window.get_by_role("radio", name=part)).to_be_checked()
    return window


def told(window: Locator) -> set[str]:
    """The fields that would change."""
    expect(window.get_by_text("Looking up what it was asked with")).to_have_count(0)
    return set(window.get_by_role("term").all_inner_texts())


def test_each_part_of_a_batch_a_picture_and_a_prompt_is_shown_first_taken_and_taken_back(
    still: BrowserContext, running: Program
) -> None:
    session = running.call("POST", "/sessions", {"name": "Again"}, 201)["id"]
    reference = running.made("a blue hare", session_id=session)["generations"][0]["image"]["id"]
    batch = running.made(
        "a red fox in the snow",
        session_id=session,
        ratio="16:9",
        images_per_model=2,
        options={"seed": 7, "negative": "blur"},
        references=[{"image_id": reference, "role": "style", "strength": 0.8}],
    )
    image = batch["generations"][0]["image"]["id"]
    running.made("an owl", session_id=session)  # the composer begins with the settings of the last batch
    page = still.new_page()
    complaints = listen(page)
    page.goto(f"{running.address}/s/{session}")
    article = page.get_by_role("article", name="a red fox in the snow")
    expect(article).to_be_visible()
    before = write(page, running, session, OWN)

    def back() -> None:
        page.keyboard.press("Control+z")
        expect(prompt_of(page)).to_have_value(OWN)
        wait_for(lambda: kept(running, session) == before)

    def taken(*names: str) -> None:
        wait_for(lambda: kept(running, session) != before)
        now = kept(running, session)
        for name in before:
            assert now[name] == (batch[name] if name in names else before[name]), name

    settings = {"Ratio", "Pictures per model", "Negative prompt"}
    wanted = {
        "All": {"Prompt", "References", "Seed"} | settings,
        "Prompt": {"Prompt"},
        "Settings": settings,
        "References": {"References"},
        "Seed": {"Seed"},
    }
    again = article.get_by_role("button", name="Use again")
    again.click()
    for part, fields in wanted.items():
        assert told(use(page, part)) == fields, part
    window = use(page, "All")
    expect(window.get_by_role("insertion")).to_have_text(re.compile("a red fox in the snow"))
    expect(window.get_by_role("img", name="Reference 1")).to_be_visible()
    expect(window.get_by_text("Style · 80 %")).to_be_visible()
    clean(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("All of it is in the composer.")).to_be_visible()
    taken("prompt", "models", "ratio", "images_per_model", "options", "references")
    back()
    again.click()
    use(page, "References")
    page.keyboard.press("Enter")
    taken("references")
    back()

    # The picture of a batch without a locked seed has one of its own.
    page.goto(f"{running.address}/s/{session}/i/{reference}")
    viewer = page.get_by_role("dialog", name="Picture", exact=True)
    expect(viewer.get_by_role("button", name="Use again")).to_be_visible()
    page.keyboard.press("a")
    window = use(page, "Seed")
    assert told(window) == {"Seed"}
    clean(page)
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(viewer).to_be_visible()
    page.keyboard.press("Shift+D")
    expect(viewer).to_have_count(0)
    expect(prompt_of(page)).to_be_focused()
    own = running.call("GET", f"/images/{reference}/reuse")["batch"]["options"]["seed"]
    wait_for(lambda: kept(running, session)["options"] == {"seed": own})
    back()

    page.goto(f"{running.address}/s/{session}?view=prompts")
    page.get_by_role("button", name="Use “a blue hare” again").click()
    use(page, "Prompt")
    page.keyboard.press("Enter")
    expect(prompt_of(page)).to_have_value("a blue hare")
    back()
    page.get_by_role("button", name="Use “a red fox in the snow” again").click()
    use(page, "Settings")
    page.keyboard.press("Enter")
    wait_for(lambda: kept(running, session)["ratio"] == "16:9")
    assert kept(running, session)["options"] == {"negative": "blur"}
    assert kept(running, session)["prompt"] == OWN
    back()
    running.call("POST", "/organise", {"act": "trash", "ids": [reference]})
    page.goto(f"{running.address}/s/{session}/i/{image}")
    viewer.get_by_role("button", name="Use again").click()
    expect(window.get_by_text("This reference image is in the trash.")).to_be_visible()
    assert "References" not in told(window)
    assert complaints == []


def test_a_model_that_is_gone_is_named_and_the_others_are_taken(browser: Browser, running: Program) -> None:
    session = running.call("POST", "/sessions", {"name": "Gone"}, 201)["id"]
    some = running.made("a fox", session_id=session, models=["fake/slow", "fake/quick"])
    alone = running.made("a hare", session_id=session, models=["fake/slow"])
    # Both were asked of an engine that was taken away since.
    with closing(sqlite3.connect(Path(running.environ["OPENCANVA_HOME"]) / "opencanva.db")) as database:
        change = "update batches set models = replace(models, 'fake/slow', 'gone/away') where session_id = ?"
        database.execute(change, [session])
        database.commit()
    page = browser.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page.goto(f"{running.address}/s/{session}")
    before = write(page, running, session, OWN)
    for prompt, models in ((some["prompt"], ["fake/quick"]), (alone["prompt"], before["models"])):
        page.get_by_role("article", name=prompt).get_by_role("button", name="Use again").click()
        window = use(page, "All")
        expect(window.get_by_text("No engine offers gone/away now.")).to_be_visible()
        clean(page)
        window.get_by_role("button", name="Use all").click()
        expect(page.get_by_text(re.compile("Some of it is gone: No engine offers gone/away"))).to_be_visible()
        expect(prompt_of(page)).to_have_value(prompt)
        wait_for(lambda: kept(running, session)["prompt"] != OWN)
        assert kept(running, session)["models"] == models
        prompt_of(page).press("Control+z")
        wait_for(lambda: kept(running, session) == before)
    page.close()


def test_prompts_are_found_compared_copied_and_led_back_from(still: BrowserContext, running: Program) -> None:
    session = running.call("POST", "/sessions", {"name": "Prompts"}, 201)["id"]
    page = still.new_page()
    complaints = listen(page)
    page.goto(f"{running.address}/s/{session}?view=prompts")
    expect(page.get_by_text("No prompts yet")).to_be_visible()
    clean(page)
    first = running.made("a lighthouse in a storm", session_id=session)
    running.made("a lighthouse in a calm sea", session_id=session)
    lines = page.get_by_role("region", name="Prompts").get_by_role("article")
    expect(lines).to_have_count(2)
    expect(page.get_by_role("status").filter(has_text="2 prompts")).to_be_visible()
    expect(lines.first.get_by_role("insertion")).to_have_text(re.compile("calm sea"))
    expect(lines.first.get_by_role("deletion")).to_have_text(re.compile("storm"))
    clean(page)
    page.get_by_role("switch", name="Show changes").press("Space")
    expect(lines.first.get_by_role("insertion")).to_have_count(0)
    expect(lines.first).to_contain_text("a lighthouse in a calm sea")

    last = running.made("a lighthouse in a storm", session_id=session)  # again: it comes up and counts
    expect(lines.first).to_contain_text("Used 2 times")
    expect(lines).to_have_count(2)
    search = page.get_by_role("searchbox", name="Search the prompts")
    search.fill("SEA calm")
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("calm sea")
    search.fill("whale")
    expect(page.get_by_text("No prompt has “whale”")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Clear the search").last.click()
    expect(lines).to_have_count(2)
    search.press("ArrowDown")
    expect(lines.first.get_by_role("button", name=re.compile("^Use “"))).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(lines.nth(1).get_by_role("button", name=re.compile("^Use “"))).to_be_focused()

    lines.first.get_by_role("button", name=re.compile("^Open the best picture")).click()
    best = last["generations"][0]["image"]["id"]
    assert first["generations"][0]["image"]["id"] != best
    expect(page).to_have_url(re.compile(best))
    expect(page.get_by_role("dialog", name="Picture")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    lines.nth(1).get_by_role("button", name=re.compile("^Show the last batch")).click()
    expect(page.get_by_role("region", name="Timeline")).to_be_visible()
    tile = page.get_by_role("article", name="a lighthouse in a calm sea").locator("[data-generation]").first
    expect(tile).to_be_focused()
    assert complaints == []


def test_two_tabs_write_at_once_and_no_word_is_lost(still: BrowserContext, running: Program) -> None:
    session = running.call("POST", "/sessions", {"name": "Two tabs"}, 201)["id"]
    one, other = still.new_page(), still.new_page()
    for page in (one, other):
        page.goto(f"{running.address}/s/{session}")
        expect(prompt_of(page)).to_be_visible()
    write(one, running, session, "a fox in the snow")
    expect(prompt_of(other)).to_have_value("a fox in the snow")
    prompt_of(one).press("End")
    prompt_of(other).press("Home")
    for left, right in zip(", at dawn", "Oh, look: ", strict=False):
        one.keyboard.type(left)
        other.keyboard.type(right)
    other.keyboard.type(" ")
    both = re.compile(r"^Oh, look: +a fox in the snow, at dawn *$")
    for page in (one, other):
        expect(prompt_of(page)).to_have_value(both)
    wait_for(lambda: both.match(kept(running, session)["prompt"]) is not None)
    # Each goes on where it was.
    one.keyboard.type("!")
    expect(prompt_of(one)).to_have_value(re.compile(r"at dawn!"))
    other.keyboard.type("[here] ")
    expect(prompt_of(other)).to_have_value(re.compile(r"^Oh, look: +\[here\] +a fox"))
    for page in (one, other):
        expect(prompt_of(page)).to_have_value(re.compile(r"\[here\] +a fox in the snow, at dawn!"))
    # One key takes back one's own last word, and what the other wrote stays.
    one.keyboard.press("Control+z")
    for page in (one, other):
        expect(prompt_of(page)).to_have_value(
            re.compile(r"^Oh, look: +\[here\] +a fox in the snow, at dawn *$")
        )


def test_undoing_in_the_prompt_goes_by_words_and_over_what_was_put_in(
    still: BrowserContext, running: Program
) -> None:
    session = running.call("POST", "/sessions", {"name": "Undo"}, 201)["id"]
    page = still.new_page()
    complaints = listen(page)
    page.goto(f"{running.address}/s/{session}")
    expect(page.get_by_role("button", name="Earlier drafts")).to_be_visible()
    prompt_of(page).focus()
    page.keyboard.type("one two three")
    presses = turn(page, "Control+z", "")
    assert (
        presses < len("one two three") // 2
    )  # a step is a word, or less where the machine stood still in it
    assert turn(page, "Control+y", "one two three") == presses
    page.keyboard.press("Control+z")
    expect(prompt_of(page)).not_to_have_value("one two three")
    page.keyboard.press("Control+Shift+z")
    expect(prompt_of(page)).to_have_value("one two three")
    # Something put in over it, and typed on: one's own word goes first, then what was put in.
    prompt_of(page).fill("something pasted")
    page.keyboard.type("!")
    page.keyboard.press("Control+z")
    expect(prompt_of(page)).to_have_value("something pasted")
    page.keyboard.press("Control+z")
    expect(prompt_of(page)).to_have_value("one two three")
    wait_for(lambda: kept(running, session).get("prompt") == "one two three")
    assert complaints == []


def test_an_earlier_draft_comes_back_and_goes_again(still: BrowserContext, running: Program) -> None:
    session = running.call("POST", "/sessions", {"name": "Drafts"}, 201)["id"]
    page = still.new_page()
    complaints = listen(page)
    page.goto(f"{running.address}/s/{session}")
    write(page, running, session, "the first thought, which was long enough to be kept on its own")
    write(page, running, session, "something wholly different")
    page.get_by_role("button", name="Earlier drafts").click()
    versions = page.get_by_role("menuitem")
    expect(versions.first).to_contain_text("the first thought")
    clean(page)
    page.keyboard.press("ArrowDown")
    expect(versions.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(prompt_of(page)).to_have_value(re.compile("^the first thought"))
    expect(prompt_of(page)).to_be_focused()
    page.get_by_role("button", name=re.compile("^Undo")).click()
    expect(prompt_of(page)).to_have_value("something wholly different")
    assert complaints == []


def test_what_is_typed_before_the_draft_is_here_comes_behind_it(
    still: BrowserContext, running: Program
) -> None:
    session = running.call("POST", "/sessions", {"name": "Early"}, 201)["id"]
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    for address, path in ((f"/s/{session}", f"/sessions/{session}"), ("/", "/draft")):
        draft = {"prompt": "a fox in snow", "models": ["fake/quick"], "ratio": "3:2", "images_per_model": 2}
        running.call("PUT", path if address == "/" else f"{path}/draft", draft)
        page = still.new_page()
        page.route(re.compile(rf"/api/v1{path}$"), hold)
        page.goto(f"{running.address}{address}")
        box = prompt_of(page)
        expect(box).to_have_attribute("aria-busy", "true")
        box.focus()
        page.keyboard.type("at dwn")
        page.keyboard.press("ArrowLeft")
        page.get_by_role("button", name=re.compile("^Generate")).click()  # asks for what stands there now
        box.focus()
        let_go = list(held)
        held.clear()
        for route in let_go:
            route.continue_()
        page.unroute_all()
        expect(box).to_have_value("a fox in snow at dwn")
        expect(page.get_by_role("article", name="at dwn", exact=True)).to_be_visible()
        page.close()
