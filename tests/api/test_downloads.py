"""Downloads over HTTP: formats, what a file tells of itself, and archives of any size."""

from __future__ import annotations

import asyncio
import contextlib
import io
import re
import zipfile
from typing import Any

import pytest
import sqlalchemy as sa
from PIL import Image

from opencanva import imaging
from opencanva.core.work import AT_ONCE
from opencanva.rooms.transfer.service import DAY, safe
from opencanva.rooms.transfer.tables import downloads
from tests.served import App

PROMPT = "a fox, “quoted”: in snow\nat night 🦊"


async def fetched(app: App, body: Any) -> tuple[zipfile.ZipFile, str]:
    ticket = await app.post("/downloads", body, 201)
    answer = await app.client.get(f"/downloads/{ticket['id']}")
    assert answer.headers["content-type"] == "application/zip"
    found = zipfile.ZipFile(io.BytesIO(answer.content))
    assert found.testzip() is None
    assert len([name for name in found.namelist() if not name.endswith(".txt")]) <= ticket["images"]
    return found, answer.headers["content-disposition"]


async def made(app: App, **more: Any) -> Any:
    return await app.made(PROMPT, options={"seed": 41923, "negative": "text, blurry"}, **more)


def settings_of(parameters: str) -> dict[str, str]:
    """What A1111's web UI reads of the last line (its expression for one setting)."""
    last = parameters.strip().split("\n")[-1]
    found = re.findall(r'\s*([\w ]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)', last)
    assert len(found) >= 3, "with fewer the line counts as a part of the prompt"
    return {name: value.strip('"') for name, value in found}


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
async def test_a_file_in_another_format_tells_how_it_was_made(lite: App, kind: str) -> None:
    image = (await made(lite))["generations"][0]["image"]
    answer = await lite.client.get(f"/images/{image['id']}/file?download=true&format={kind}")
    assert answer.headers["content-type"] == f"image/{kind}"
    assert answer.headers["content-disposition"].startswith("attachment;")
    picture = imaging.probe(answer.content)
    assert (picture.media_type, picture.width) == (f"image/{kind}", image["width"])
    note = imaging.read_note(answer.content)
    assert note is not None
    assert (note.own["prompt"], note.own["seed"], note.own["negative"]) == (PROMPT, 41923, "text, blurry")
    assert note.parameters.startswith(PROMPT)
    assert "\nNegative prompt: text, blurry\n" in note.parameters
    read = settings_of(note.parameters)
    assert (read["Seed"], read["Model"]) == ("41923", "fake/quick")
    assert read["Size"] == f"{image['width']}x{image['height']}"


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
async def test_a_clean_file_tells_nothing(lite: App, kind: str) -> None:
    image = (await made(lite))["generations"][0]["image"]
    answer = await lite.client.get(f"/images/{image['id']}/file?format={kind}&metadata=false")
    assert imaging.read_note(answer.content) is None
    assert b"fox" not in answer.content
    opened = Image.open(io.BytesIO(answer.content))
    assert not opened.getexif()
    assert not getattr(opened, "text", None)
    assert "icc_profile" not in opened.info


async def test_the_original_stays_byte_for_byte_and_every_format_has_its_own_tag(lite: App) -> None:
    image = (await made(lite))["generations"][0]["image"]
    path = f"/images/{image['id']}/file"
    tags = [
        (await lite.client.get(f"{path}?format={kind}&metadata={told}")).headers["etag"]
        for kind in ("original", "png", "webp")
        for told in ("true", "false")
    ]
    assert len(set(tags)) == 5
    original = await lite.client.get(f"{path}?format=original&metadata=false")
    assert original.content == (await lite.client.get(path)).content


async def test_transparency_is_kept_where_the_format_can_and_white_where_it_cannot(lite: App) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(out, "PNG")
    upload = await lite.client.post("/images", files={"file": ("a.png", out.getvalue(), "image/png")})
    path = f"/images/{upload.json()['id']}/file"
    clear = Image.open(io.BytesIO((await lite.client.get(f"{path}?format=webp")).content))
    assert clear.convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]
    white = Image.open(io.BytesIO((await lite.client.get(f"{path}?format=jpeg")).content))
    assert white.getpixel((5, 5)) == (255, 255, 255)


async def test_an_archive_holds_the_originals_byte_for_byte_under_speaking_names(lite: App) -> None:
    batch = await made(lite, images_per_model=3)
    ids = [one["image"]["id"] for one in batch["generations"]]
    archive, disposition = await fetched(lite, {"image_ids": ids})
    assert disposition.endswith(".zip")
    names = archive.namelist()
    assert [name[:3] for name in names] == ["001", "002", "003"]
    assert "41923" in names[0]
    for name, id in zip(names, ids, strict=True):
        assert archive.read(name) == (await lite.client.get(f"/images/{id}/file")).content
        assert not re.search(r'[<>:"/\\|?*]', name)


async def test_a_session_or_batches_are_packed_without_what_was_thrown_away(app: App) -> None:
    first = await made(app, images_per_model=2)
    second = await made(app, session_id=first["session_id"])
    ids = [one["image"]["id"] for batch in (first, second) for one in batch["generations"]]
    await app.post("/organise", {"act": "trash", "ids": ids[:1]})
    archive, name = await fetched(app, {"session_id": first["session_id"], "format": "webp"})
    assert len(archive.namelist()) == 2
    assert all(entry.endswith(".webp") for entry in archive.namelist())
    assert "Fox" in name
    assert len((await fetched(app, {"batch_ids": [second["id"]]}))[0].namelist()) == 1


async def test_a_picture_whose_bytes_are_lost_is_named_and_the_rest_is_whole(lite: App) -> None:
    batch = await made(lite, images_per_model=2)
    first, second = (one["image"] for one in batch["generations"])
    for file in (lite.house.settings.home / "blobs").rglob(f"{first['sha256']}"):
        file.unlink()
    archive, _ = await fetched(lite, {"image_ids": [first["id"], second["id"]]})
    assert len(archive.namelist()) == 2
    assert "001 " in archive.read("missing pictures.txt").decode()


async def test_a_picture_that_a_format_cannot_take_is_named_with_the_reason(lite: App) -> None:
    out = io.BytesIO()
    Image.new("RGB", (16_390, 8)).save(out, "PNG")
    answer = await lite.client.post("/images", files={"file": ("long.png", out.getvalue(), "image/png")})
    upload, image = answer.json(), (await made(lite))["generations"][0]["image"]
    archive, _ = await fetched(lite, {"image_ids": [upload["id"], image["id"]], "format": "webp"})
    note, picture = sorted(archive.namelist(), key=lambda name: name.endswith(".webp"))
    assert "001 long: 16,390 pixels are too long for WEBP" in archive.read(note).decode()
    assert imaging.probe(archive.read(picture)).media_type == "image/webp"
    await lite.get(f"/images/{upload['id']}/file?format=webp", 413)


async def test_a_prompt_of_any_length_is_told_by_every_format(lite: App) -> None:
    prompt = "狐" * 20_000
    image = (await lite.made(prompt))["generations"][0]["image"]
    for kind in ("png", "jpeg", "webp"):
        answer = await lite.client.get(f"/images/{image['id']}/file?format={kind}")
        note = imaging.read_note(answer.content)
        assert note is not None
        assert note.own["prompt"] == prompt
    archive, _ = await fetched(lite, {"image_ids": [image["id"]], "format": "jpeg"})
    assert len(archive.namelist()) == 1


async def test_a_ticket_is_over_after_a_day(lite: App) -> None:
    image = (await made(lite))["generations"][0]["image"]
    ticket = (await lite.post("/downloads", {"image_ids": [image["id"]]}, 201))["id"]
    async with lite.house.database.write() as db:
        await db.execute(sa.update(downloads).values(created_at=downloads.c.created_at - DAY + 60_000))
    assert (await lite.client.get(f"/downloads/{ticket}")).status_code == 200
    async with lite.house.database.write() as db:
        await db.execute(sa.update(downloads).values(created_at=downloads.c.created_at - 61_000))
    assert "anew" in (await lite.get(f"/downloads/{ticket}", 404))["detail"]
    await lite.post("/downloads", {"image_ids": [image["id"]]}, 201)
    async with lite.house.database.read() as db:
        assert await db.scalar(sa.select(sa.func.count()).select_from(downloads)) == 1


async def test_nothing_too_much_and_unknown_things_are_refused_with_words(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    assert (await app.post("/downloads", {"session_id": session}, 422))["field"] == "image_ids"
    assert (await app.post("/downloads", {}, 422))["field"] == "image_ids"
    await app.post("/downloads", {"session_id": session, "batch_ids": [session]}, 422)
    await app.post("/downloads", {"image_ids": [session]}, 404)
    await app.get(f"/downloads/{session}", 404)
    await app.post("/downloads", {"image_ids": [session], "format": "bmp"}, 422)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CON", "_CON"),
        ("aux.tar", "_aux.tar"),
        ("console", "console"),
        ("a/b\\c:d*?", "a_b_c_d__"),
        ("  . dots . ", "dots"),
        ("", "picture"),
        ("𓀀 ünïcode 狐", "𓀀 ünïcode 狐"),
        ("x" * 400, "x" * 160),
    ],
)
def test_file_names_are_taken_by_every_system(text: str, name: str) -> None:
    assert safe(text) == name


async def test_no_more_pictures_are_converted_at_once_than_allowed_in_archives_too(lite: App) -> None:
    image = (await lite.made())["generations"][0]["image"]["id"]
    wish = {"image_ids": [image], "format": "webp"}
    async with contextlib.AsyncExitStack() as held:
        for _ in range(AT_ONCE):
            await held.enter_async_context(lite.house.works.converting)
        ticket = await lite.post("/downloads", wish, 201)
        waiting = asyncio.create_task(lite.client.get(f"/downloads/{ticket['id']}"))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(waiting), 0.2)
    assert (await waiting).status_code == 200
