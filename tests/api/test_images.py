"""Uploads, originals and derived pictures over HTTP."""

from __future__ import annotations

import pytest

from opencanva.engines.fake import draw, png_of
from tests.served import App

PICTURE = draw(640, 480, "a fox", 5)


async def upload(
    app: App, data: bytes, status: int = 201, name: str = "a.png", key: str | None = None
) -> dict:  # type: ignore[type-arg]
    answer = await app.client.post(
        "/images",
        files={"file": (name, data, "image/png")},
        headers={"Idempotency-Key": key} if key else None,
    )
    assert answer.status_code == status, answer.text
    found: dict = answer.json()  # type: ignore[type-arg]
    return found


async def test_an_upload_is_kept_byte_for_byte(app: App) -> None:
    image = await upload(app, PICTURE, name="../../fuchs ü.png")
    assert (image["width"], image["height"], image["origin"]) == (640, 480, "uploaded")
    answer = await app.client.get(f"/images/{image['id']}/file?download=1")
    assert answer.content == PICTURE
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "immutable" in answer.headers["cache-control"]
    assert await app.get(f"/images/{image['id']}") == image


async def test_the_same_key_uploads_once(app: App) -> None:
    assert (await upload(app, PICTURE, key="k"))["id"] == (await upload(app, PICTURE, key="k"))["id"]


@pytest.mark.parametrize("width", [320, 640, 1280])
async def test_a_thumbnail_is_webp_never_enlarged_and_cached_by_its_tag(lite: App, width: int) -> None:
    image = await upload(lite, PICTURE)
    first = await lite.client.get(f"/images/{image['id']}/thumb?w={width}")
    assert first.headers["content-type"] == "image/webp"
    assert first.content[8:12] == b"WEBP"
    again = await lite.client.get(
        f"/images/{image['id']}/thumb?w={width}", headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 415, "not_a_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "not_a_picture"),
        (PICTURE[: len(PICTURE) // 2], 422, "truncated"),
        (png_of(40_000, 40_000, b"", b"\0\0\0"), 413, "too_large"),
    ],
    ids=["empty", "svg", "truncated", "huge"],
)
async def test_what_is_no_picture_is_refused_with_the_reason(
    lite: App, data: bytes, status: int, code: str
) -> None:
    problem = await upload(lite, data, status)
    assert problem["code"] == code


async def test_an_image_used_as_reference_reaches_the_engine_and_the_lineage(app: App) -> None:
    plain = (await app.made("a fox", options={"seed": 1}))["generations"][0]["image"]
    image = await upload(app, PICTURE)
    batch = await app.made(
        "a fox", options={"seed": 1}, references=[{"image_id": image["id"], "role": "style"}]
    )
    made = batch["generations"][0]["image"]
    assert made["sha256"] != plain["sha256"]
    from opencanva.core.actor import Actor
    from opencanva.rooms.lineage import service as lineage

    async with app.house.works.reading(Actor(app.house.owner.id)) as work:
        parents = await lineage.parents(work, made["id"])
    assert [(link.parent_image_id, link.kind) for link in parents] == [(image["id"], "reference")]


async def test_somebody_elses_rows_are_not_there(app: App) -> None:
    from opencanva.core.actor import Actor
    from opencanva.core.events import open_stream
    from opencanva.kit.ids import new_id
    from opencanva.rooms.people import store
    from opencanva.rooms.people.types import Person, PersonId
    from opencanva.rooms.sessions import service as sessions

    stranger = PersonId(new_id())
    async with app.house.works.writing(Actor(stranger)) as work:
        await store.insert(work.db, Person(stranger, "Stranger", 0, None))
        await open_stream(work.db, stranger)
        theirs = await sessions.create(work, "Private")
    assert (await app.get(f"/sessions/{theirs.id}", 404))["code"] == "not_found"
    assert (await app.get(f"/sessions/{theirs.id}/batches", 404))["code"] == "not_found"
    assert (await app.generate(session_id=theirs.id, status=404))["code"] == "not_found"
    assert (await app.patch(f"/sessions/{theirs.id}", {"name": "Mine"}, 404))["code"] == "not_found"
    assert (await app.get("/sidebar"))["sessions"] == []
