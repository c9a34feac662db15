"""The lineage in a real browser: walked by keys, folded, with a ghost, growing by a replay on another model."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.browser import listen
from tests.e2e.desk import clean
from tests.e2e.program import Program


class Garden:
    """A session in which pictures grow out of each other."""

    def __init__(self, running: Program, name: str) -> None:
        self.running = running
        self.id: str = running.call("POST", "/sessions", {"name": name}, 201)["id"]

    def make(self, prompt: str, parent: str = "", kind: str = "vary", **more: Any) -> list[str]:
        """The ids of the pictures of a finished batch."""
        body: dict[str, Any] = {"session_id": self.id} | more
        body |= {"parent": {"image_id": parent, "kind": kind}} if parent else {}
        if kind == "reference":
            body["references"] = [{"image_id": parent}]
        batch = self.running.made(prompt, **body)
        return [made["image"]["id"] for made in batch["generations"]]

    def destroy(self, image: str) -> None:
        """Delete a picture for ever."""
        self.running.call("POST", "/organise", {"act": "trash", "ids": [image]})
        self.running.call("POST", "/trash/delete", {"ids": [image]})

    def links(self) -> list[tuple[str, str, str]]:
        """Parent, child and kind of every link."""
        graph = self.running.call("GET", f"/sessions/{self.id}/lineage")
        return [(link["parent"], link["child"], link["kind"]) for link in graph["links"]]

    def show(self, page: Page) -> None:
        """Open its lineage."""
        page.goto(f"{self.running.address}/s/{self.id}?view=lineage")


def node(page: Page, words: str) -> Any:
    """A picture of the lineage by what is said of it."""
    tree = page.get_by_role("tree", name="What grew out of what")
    return tree.get_by_role("treeitem", name=re.compile(words))


def replay(page: Page, model: str) -> None:
    """Replay the chosen picture on a model."""
    facts = page.get_by_role("region", name="The chosen picture")
    facts.get_by_role("button", name="Replay on another model").click()
    dialog = page.get_by_role("dialog", name="Replay on another model")
    dialog.get_by_role("checkbox", name=re.compile(f"^{model}")).check()
    dialog.get_by_role("button", name="Replay", exact=True).click()
    expect(dialog).not_to_be_visible()


def test_a_lineage_begins_with_vary_and_shows_the_link_as_soon_as_the_picture_is_made(
    still: BrowserContext, running: Program
) -> None:
    garden = Garden(running, "Beginning")
    [first] = garden.make("a red fox")
    page = still.new_page()
    complaints = listen(page)
    garden.show(page)
    expect(page.get_by_role("heading", name="Nothing has grown out of another picture yet")).to_be_visible()
    expect(page.get_by_text("1 picture stands alone.")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Choose a picture in the grid").click()
    page.get_by_role("option", name=re.compile("a red fox")).press("v")
    prompt = page.get_by_role("textbox", name="Prompt", exact=True)
    expect(prompt).to_have_value("a red fox")
    prompt.fill("a red fox in the snow")
    page.get_by_role("navigation", name="Views of the session").get_by_role("button", name="Lineage").click()
    expect(page.get_by_role("heading", name="Nothing has grown out")).to_be_visible()
    prompt.press("Control+Enter")
    # Nothing is loaded anew by hand: the picture comes when it is finished.
    expect(node(page, "^a red fox in the snow.*Varied")).to_be_visible()
    expect(node(page, r"^a red fox\..*Beginning")).to_be_visible()
    assert [(parent, kind) for parent, _, kind in garden.links()] == [(first, "vary")]
    assert complaints == []


def test_a_lineage_is_walked_by_arrows_folded_and_keeps_ghosts(
    still: BrowserContext, running: Program
) -> None:
    garden = Garden(running, "Walking")
    [root] = garden.make("a lighthouse")
    [left] = garden.make("a lighthouse at dusk", root)
    garden.make("a lighthouse at noon", root)
    [middle] = garden.make("seen from the sea", left, "continue")
    garden.make("a boat below", middle, "reference")
    garden.destroy(middle)
    page = still.new_page()
    complaints = listen(page)
    garden.show(page)
    newest = node(page, "^a boat below.*Used as reference")
    expect(newest).to_have_attribute("tabindex", "0")
    expect(page.get_by_text("5 pictures", exact=True)).to_be_visible()

    newest.focus()
    page.keyboard.press("ArrowLeft")
    ghost = node(page, "^seen from the sea.*Continued. deleted for ever")
    expect(ghost).to_be_focused()
    facts = page.get_by_role("region", name="The chosen picture")
    expect(facts).to_contain_text("Deleted for ever")
    expect(facts).to_contain_text("seen from the sea")
    expect(facts.get_by_role("button", name="Vary")).to_have_count(0)
    page.keyboard.press("ArrowLeft")
    dusk, noon = node(page, "^a lighthouse at dusk"), node(page, "^a lighthouse at noon")
    expect(dusk).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(noon).to_be_focused()
    page.keyboard.press("Home")
    start = node(page, r"^a lighthouse\..*Beginning")
    expect(start).to_be_focused()
    expect(start).to_have_attribute("aria-expanded", "true")

    page.keyboard.press("Space")
    expect(node(page, ".")).to_have_count(1)
    expect(start).to_have_attribute("aria-expanded", "false")
    expect(start).to_have_accessible_name(re.compile("4 pictures folded away"))
    clean(page)
    page.keyboard.press("ArrowRight")
    expect(node(page, ".")).to_have_count(5)
    page.keyboard.press("ArrowRight")
    expect(dusk).to_be_focused()

    page.keyboard.press("Enter")
    viewer = page.get_by_role("dialog", name="Picture", exact=True)
    expect(viewer).to_be_visible()
    page.keyboard.press("Escape")
    expect(viewer).not_to_be_visible()
    expect(dusk).to_be_focused()

    noon.click(button="right")
    page.get_by_role("menuitem", name="Move to the trash").click()
    expect(node(page, "^a lighthouse at noon.*in the trash")).to_be_visible()
    facts.get_by_role("button", name="Restore").click()
    expect(node(page, "in the trash")).to_have_count(0)
    assert complaints == []


def test_a_branch_is_replayed_on_another_model(still: BrowserContext, running: Program) -> None:
    garden = Garden(running, "Replaying")
    [root] = garden.make("a castle")
    [second] = garden.make("a castle at night", root)
    garden.make("the gate of the castle", second, "continue")
    page = still.new_page()
    complaints = listen(page)
    garden.show(page)
    page.get_by_role("button", name="Replay on another model").click()
    dialog = page.get_by_role("dialog", name="Replay on another model")
    expect(dialog.get_by_role("list", name="Steps").get_by_role("listitem")).to_have_count(3)
    start = dialog.get_by_role("button", name="Replay", exact=True)
    expect(start).to_be_disabled()
    dialog.get_by_role("checkbox", name=re.compile("^Fake paid")).check()
    expect(dialog.get_by_text("3 pictures will be made, about $0.12")).to_be_visible()
    clean(page)
    start.click()
    expect(dialog).not_to_be_visible()
    replays = page.get_by_role("list", name="Replays").get_by_role("listitem")
    expect(replays).to_contain_text("Replayed on Fake paid: 3 pictures made")
    expect(page.get_by_text("6 pictures", exact=True)).to_be_visible()
    replays.get_by_role("button", name="Show the newest").click()
    expect(node(page, "^the gate of the castle. Fake paid. Continued")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(node(page, "^a castle at night. Fake paid. Varied")).to_be_focused()
    replays.get_by_role("button", name="Close this line").click()
    expect(replays).to_have_count(0)

    page.set_viewport_size({"width": 390, "height": 844})
    clean(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert complaints == []


def test_a_replay_is_cancelled_fails_in_words_and_tells_what_it_left_out(
    still: BrowserContext, running: Program
) -> None:
    garden = Garden(running, "Stopping")
    [root] = garden.make("a bridge", options={"stripes": 6})
    garden.make("a bridge in fog [hang:paid]", root)
    garden.make("a bridge at night [refuse:paid]", root)
    page = still.new_page()
    complaints = listen(page)
    garden.show(page)
    replays = page.get_by_role("list", name="Replays").get_by_role("listitem")

    replay(page, "Fake paid")
    expect(replays).to_contain_text("The replay on Fake paid stopped at 1 of 2")
    expect(replays).to_contain_text("The fake engine will not draw this. Say it in other words.")
    clean(page)
    replays.get_by_role("button", name="Close this line").click()

    node(page, "^a bridge in fog").click()
    replay(page, "Fake paid")
    expect(replays).to_contain_text("Replaying on Fake paid")
    expect(replays).to_contain_text("1 of 2 made")
    page.reload()
    expect(replays).to_contain_text("1 of 2 made")
    replays.get_by_role("button", name="Cancel the replay").click()
    expect(replays).to_contain_text("The replay on Fake paid was cancelled at 1 of 2")
    replays.get_by_role("button", name="Close this line").click()

    node(page, r"^a bridge\. Fake quick").click()
    replay(page, "Fake picky")
    expect(replays).to_contain_text("Replayed on Fake picky: 1 picture made")
    expect(replays).to_contain_text("Asked without stripes: not every chosen model knows it.")
    assert complaints == []
