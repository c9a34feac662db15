"""References over HTTP: kept with a session, used by batches, refused with words, whatever the file is."""

from __future__ import annotations

import asyncio
import io
from typing import Any

import pytest
from PIL import Image

from opencanva.engines.fake import Fake, draw, png_of
from tests.served import App

PICTURE = draw(640, 640, "a fox", 5)


def drawn(number: int, size: tuple[int, int] = (600, 600)) -> bytes:
    return draw(*size, f"picture {number}", 1 + number % 9)


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


async def a_session(app: App) -> str:
    return str((await app.post("/sessions", {}, 201))["id"])


async def add(app: App, session: str, data: bytes, status: int = 201, name: str = "a.png") -> Any:
    answer = await app.client.post(
        f"/sessions/{session}/references/files", files={"file": (name, data, "image/png")}
    )
    assert answer.status_code == status, answer.text
    return answer.json()


async def kept(app: App, session: str) -> list[str]:
    panel = await app.get(f"/sessions/{session}/references")
    assert panel["limit"] == 20
    return [item["image"]["id"] for item in panel["items"]]


def asked(app: App) -> Any:
    fake = app.house.engines.engine("fake")
    assert isinstance(fake, Fake)
    return fake.asked[-1]


async def test_an_upload_is_kept_with_its_session_and_the_same_bytes_again_are_the_same_image(
    lite: App,
) -> None:
    session = await a_session(lite)
    first, again = await add(lite, session, PICTURE), await add(lite, session, PICTURE, name="other.png")
    assert first["image"]["id"] == again["image"]["id"]
    assert first["warnings"] == []
    assert await kept(lite, session) == [first["image"]["id"]]
    assert (await lite.client.get(f"/images/{first['image']['id']}/file")).content == PICTURE


async def test_a_picture_of_the_history_is_picked_once_and_taken_off_without_a_trace_in_history(
    lite: App,
) -> None:
    session = await a_session(lite)
    made = (await lite.made("a fox", session_id=session))["generations"][0]["image"]["id"]
    for _ in range(2):
        await lite.post(f"/sessions/{session}/references", {"image_id": made}, 201)
    batch = await lite.made("a fox again", session_id=session, references=[{"image_id": made}])
    assert await kept(lite, session) == [made]
    gone = await lite.client.delete(f"/sessions/{session}/references/{made}")
    assert gone.status_code == 204
    assert await kept(lite, session) == []
    assert (await lite.get(f"/batches/{batch['id']}"))["references"][0]["image_id"] == made
    assert (await lite.client.delete(f"/sessions/{session}/references/{made}")).status_code == 404


async def test_it_says_in_how_many_generations_an_image_was_used_and_where(app: App) -> None:
    session = await a_session(app)
    image = (await add(app, session, PICTURE))["image"]["id"]
    given = [{"image_id": image, "role": "style", "strength": 0.3}]
    batches = [
        await app.made(f"fox {n}", session_id=session, references=given, images_per_model=2) for n in range(3)
    ]
    item = (await app.get(f"/sessions/{session}/references"))["items"][0]
    assert item["used"] == 6
    first = await app.get(f"/images/{image}/uses?limit=2")
    rest = await app.get(f"/images/{image}/uses", params={"cursor": first["next"]})
    found = first["items"] + rest["items"]
    assert [use["batch_id"] for use in found] == [batch["id"] for batch in reversed(batches)]
    assert (first["generations"], rest["next"]) == (6, None)
    assert {(use["role"], use["strength"], len(use["images"])) for use in found} == {("style", 0.3, 2)}


async def test_the_twenty_first_reference_is_refused_with_the_number(lite: App) -> None:
    session = await a_session(lite)
    for number in range(20):
        await add(lite, session, drawn(number, (520, 520)))
    refused = await add(lite, session, drawn(99), 409)
    assert (refused["code"], refused["limit"]) == ("too_many_references", 20)
    assert len(await kept(lite, session)) == 20
    await add(lite, session, drawn(7, (520, 520)))  # one that is kept already is no 21st


async def test_thirty_uploads_at_once_keep_twenty_and_refuse_ten(app: App) -> None:
    session = await a_session(app)
    sent = [
        app.client.post(
            f"/sessions/{session}/references/files",
            files={"file": ("a.png", drawn(number, (64, 64)), "image/png")},
        )
        for number in range(30)
    ]
    statuses = sorted(answer.status_code for answer in await asyncio.gather(*sent))
    assert statuses == [201] * 20 + [409] * 10
    assert len(set(await kept(app, session))) == 20


async def test_a_loose_upload_moves_in_with_the_session_that_its_first_batch_makes(app: App) -> None:
    answer = await app.client.post("/images", files={"file": ("a.png", PICTURE, "image/png")})
    image = answer.json()["id"]
    batch = await app.made("a fox", references=[{"image_id": image}])
    assert await kept(app, batch["session_id"]) == [image]
    assert (await app.get(f"/images/{image}"))["session_id"] == batch["session_id"]
    counts = (await app.get(f"/sessions/{batch['session_id']}"))["counts"]
    assert counts["bytes"] == len(PICTURE) + batch["generations"][0]["image"]["bytes"]


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 415, "not_a_picture"),
        (b"%PDF-1.7 not a picture", 415, "not_a_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "not_a_picture"),
        (b"PK\x03\x04" + b"\0" * 100, 415, "not_a_picture"),
        (PICTURE[: len(PICTURE) // 2], 422, "truncated"),
        (PICTURE[:64], 422, "truncated"),
        (png_of(40_000, 40_000, b"", b"\0\0\0"), 413, "too_large"),
    ],
    ids=["empty", "pdf", "svg", "zip", "half", "head", "bomb"],
)
async def test_a_wrong_file_named_png_is_refused_with_words_and_nothing_is_kept(
    lite: App, data: bytes, status: int, code: str
) -> None:
    session = await a_session(lite)
    refused = await add(lite, session, data, status)
    assert (refused["code"], bool(refused["detail"])) == (code, True)
    assert await kept(lite, session) == []


def odd_pictures() -> dict[str, tuple[bytes, tuple[int, int]]]:
    base = Image.linear_gradient("L").resize((200, 100)).convert("RGB")
    turned = Image.Exif()
    turned[0x0112] = 6
    frames = [Image.new("RGB", (60, 60), colour) for colour in ("red", "blue")]
    deep = Image.linear_gradient("L").resize((50, 50)).convert("I;16")
    return {
        "one pixel": (saved(Image.new("RGB", (1, 1), "red"), "PNG"), (1, 1)),
        "turned": (saved(base, "JPEG", exif=turned), (100, 200)),
        "cmyk": (saved(base.convert("CMYK"), "JPEG"), (200, 100)),
        "16 bits": (saved(deep, "PNG"), (50, 50)),
        "alpha": (saved(base.convert("RGBA"), "PNG"), (200, 100)),
        "gif": (saved(frames[0], "GIF", save_all=True, append_images=frames[1:]), (60, 60)),
        "avif": (saved(base, "AVIF"), (200, 100)),
        "moving webp": (
            saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True),
            (60, 60),
        ),
    }


@pytest.mark.parametrize("kind", list(odd_pictures()))
async def test_odd_pictures_reach_the_engine_as_something_it_can_read(lite: App, kind: str) -> None:
    data, size = odd_pictures()[kind]
    session = await a_session(lite)
    item = await add(lite, session, data)
    assert (item["image"]["width"], item["image"]["height"]) == size
    assert "small" in {warning["code"] for warning in item["warnings"]}
    assert ("animated" in {warning["code"] for warning in item["warnings"]}) == (kind == "gif")
    batch = await lite.made("x", session_id=session, references=[{"image_id": item["image"]["id"]}])
    assert batch["generations"][0]["status"] == "complete"
    given = asked(lite).references[0]
    assert given.media_type in ("image/png", "image/jpeg")
    seen = Image.open(io.BytesIO(given.data))
    assert seen.mode in ("RGB", "RGBA", "L", "LA")
    assert seen.size == size, "whoever heeds no EXIF sees it upright too"
    if kind in ("gif", "moving webp"):
        assert getattr(seen, "n_frames", 1) == 1
        assert seen.convert("RGB").getpixel((30, 30)) == (255, 0, 0)


async def test_a_reference_trashed_between_choosing_and_generate_is_named(lite: App) -> None:
    session = await a_session(lite)
    image = (await add(lite, session, PICTURE))["image"]["id"]
    await lite.post("/organise", {"act": "trash", "ids": [image]})
    assert await kept(lite, session) == []
    refused = await lite.generate("a fox", 409, session_id=session, references=[{"image_id": image}])
    assert (refused["code"], refused["field"]) == ("in_trash", "references.0.image_id")
    await lite.post("/organise", {"act": "restore", "ids": [image]})
    assert await kept(lite, session) == [image]


async def test_a_reference_out_of_a_session_in_the_trash_is_refused(app: App) -> None:
    other, session = await a_session(app), await a_session(app)
    image = (await add(app, other, PICTURE))["image"]["id"]
    await app.post("/organise", {"act": "trash", "ids": [other]})
    refused = await app.generate("a fox", 409, session_id=session, references=[{"image_id": image}])
    assert (refused["code"], refused["field"]) == ("in_trash", "references.0.image_id")


async def test_more_references_than_a_model_takes_are_refused_with_the_number(lite: App) -> None:
    session = await a_session(lite)
    given = [{"image_id": (await add(lite, session, drawn(n)))["image"]["id"]} for n in range(4)]
    refused = await lite.generate("a fox", 422, session_id=session, references=given)
    assert refused["field"] == "references"
    assert "3" in refused["detail"]
    refused = await lite.generate("a fox", 422, models=["illustrator/upscaler"])
    assert "needs a reference" in refused["detail"]


async def test_what_is_deleted_for_ever_is_nowhere_a_reference_any_more(app: App) -> None:
    session, other = await a_session(app), await a_session(app)
    image = (await add(app, session, PICTURE))["image"]["id"]
    await app.post(f"/sessions/{other}/references", {"image_id": image}, 201)
    await app.made("a fox", session_id=other, references=[{"image_id": image}])
    await app.post("/organise", {"act": "trash", "ids": [session, other]})
    await app.post("/trash/empty", {})
    await app.get(f"/images/{image}", 404)
    await app.get(f"/sessions/{other}/references", 404)


async def test_other_tabs_hear_of_changed_references(lite: App) -> None:
    session = await a_session(lite)
    heard = asyncio.Event()

    async def listen() -> None:
        async for message in lite.follow():
            if message.get("kind") == "ReferencesChanged" or "ReferencesChanged" in str(message):
                heard.set()
                return

    task = asyncio.create_task(listen())
    await asyncio.sleep(0.2)
    await add(lite, session, PICTURE)
    await asyncio.wait_for(heard.wait(), 10)
    task.cancel()
