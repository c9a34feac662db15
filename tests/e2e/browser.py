"""A real Chromium for the browser stories."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]

expect.set_options(timeout=20_000)  # two cores, shared by everything that a story starts


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, headless."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "Chromium is missing; `make test` installs it where it may."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


STILL = """
async () => {
  for (const _ of [1, 2]) await new Promise(drawn => requestAnimationFrame(drawn))
  return document.getAnimations().every(
    one => one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)
}
"""


def rest(page: Page) -> None:
    """Wait until what was done is drawn and nothing fades or moves any more, as far as it ends at all."""
    for _ in range(100):
        if page.evaluate(STILL):
            return
        page.wait_for_timeout(30)
    raise AssertionError("Something on the page does not come to rest.")


def listen(page: Page) -> list[str]:
    """What the page complains about in its console, to be found empty at the end."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    return complaints
