"""Downloads in a real browser: one picture in another format, and several as a zip that opens."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext, expect

from tests.e2e.browser import listen
from tests.e2e.desk import clean
from tests.e2e.program import Program


def test_pictures_are_saved_in_another_format_clean_or_not_and_many_as_a_zip(
    context: BrowserContext, running: Program
) -> None:
    made = running.finished(running.generate("a red fox", "fake/quick", 3)["id"])
    session = made["session_id"]
    image = made["generations"][0]["image"]
    page = context.new_page()
    complaints = listen(page)
    page.goto(f"{running.address}/s/{session}/i/{image['id']}")
    viewer = page.get_by_role("dialog", name="Picture", exact=True)
    expect(viewer.get_by_role("button", name="Keep", exact=True)).to_be_visible()
    page.keyboard.press("d")
    dialog = page.get_by_role("dialog", name=re.compile("^Download"))
    told = dialog.get_by_role("switch", name="Write how it was made into the file")
    expect(dialog.get_by_role("radio", name="Original")).to_be_checked()
    expect(told).to_be_disabled()
    clean(page)
    dialog.get_by_role("radio", name="WebP").check()
    told.uncheck()
    with page.expect_download() as saving:
        dialog.get_by_role("button", name="Download", exact=True).click()
    saved = saving.value
    assert saved.suggested_filename.endswith(".webp")
    with Image.open(saved.path()) as picture:
        assert (picture.format, picture.size) == ("WEBP", (image["width"], image["height"]))
    assert b"red fox" not in Path(saved.path()).read_bytes()
    expect(dialog).not_to_be_visible()

    page.keyboard.press("d")
    expect(dialog.get_by_role("radio", name="WebP")).to_be_checked()
    told.check()
    with page.expect_download() as saving:
        dialog.get_by_role("button", name="Download", exact=True).click()
    with Image.open(saving.value.path()) as picture:
        assert "red fox" in picture.getexif().tobytes().decode("latin-1").replace("\x00", "")

    page.keyboard.press("Escape")
    expect(viewer).not_to_be_visible()
    page.get_by_role("button", name="More about this batch").first.click()
    page.get_by_role("menuitem", name="Download its pictures…").click()
    expect(dialog.get_by_text("They come in one zip file")).to_be_visible()
    dialog.get_by_role("radio", name="JPEG").check()
    with page.expect_download() as saving:
        dialog.get_by_role("button", name="Download", exact=True).click()
    with zipfile.ZipFile(saving.value.path()) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        assert len(names) == 3, names
        for name in names:
            assert re.match(r"00[123] .*[Rr]ed fox.*\.jpe?g$", name), name
            with packed.open(name) as file, Image.open(file) as picture:
                assert picture.format == "JPEG"
    expect(dialog).not_to_be_visible()
    assert complaints == []
