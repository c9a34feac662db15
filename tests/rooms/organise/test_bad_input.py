"""Organising with bad input, at the limits, and by two people at the same moment."""

from __future__ import annotations

import random
from typing import Any

import pytest

from opencanva.core import events
from opencanva.core.actor import Actor
from opencanva.core.work import Work
from opencanva.kit.errors import NotFound
from opencanva.kit.ids import new_id
from opencanva.rooms.acts import service as acts
from opencanva.rooms.acts.types import Order
from opencanva.rooms.people import store as people
from opencanva.rooms.people.types import Person, PersonId
from opencanva.rooms.sessions import service as sessions
from tests.rooms.organise import tree
from tests.served import App

NOBODY = "0198c9a0-0000-7000-8000-000000000000"


async def test_a_folder_goes_neither_into_itself_nor_into_what_lies_in_it(app: App) -> None:
    outer, middle, inner = await tree.chain(app, 3)
    for target in (outer, middle, inner):
        before = await tree.read(app)
        problem = await tree.act(app, "move", [outer], 422, folder_id=target)
        assert (problem["code"], problem["field"]) == ("into_itself", "folder_id")
        assert await tree.read(app) == before


async def test_folders_moved_together_do_not_make_a_circle(app: App) -> None:
    one, two = await tree.chain(app, 2)
    other = (await app.post("/folders", {"name": "Other"}, 201))["id"]
    problem = await tree.act(app, "move", [other, one], 422, folder_id=two)
    assert problem["code"] == "into_itself"
    await tree.act(app, "move", [two, one], folder_id=other)
    assert (await tree.read(app)).parents() == {other: None, one: other, two: one}


async def test_a_folder_with_folders_in_it_goes_no_deeper_than_32(app: App) -> None:
    deep = await tree.chain(app, 30)
    high = await tree.chain(app, 3)
    before = await tree.read(app)
    problem = await tree.act(app, "move", [high[0]], 422, folder_id=deep[-1])
    assert (problem["code"], problem["field"]) == ("folder_too_deep", "folder_id")
    assert await tree.read(app) == before
    await tree.act(app, "move", [high[1]], folder_id=deep[-1])
    session = await app.post("/sessions", {"folder_id": high[2]}, 201)
    assert (await tree.read(app)).depth(session["id"]) == 32


async def test_an_undo_that_would_go_deeper_than_32_is_refused_and_changes_nothing(app: App) -> None:
    deep, other = await tree.chain(app, 20), await tree.chain(app, 20)
    moved = await tree.act(app, "move", [deep[10]])
    await tree.act(app, "move", [deep[0]], folder_id=other[-1])
    before = await tree.read(app)
    assert before.depth(deep[9]) == 29
    problem = await app.post(f"/undo/{moved['undo']}", None, 409)
    assert problem["code"] == "moved_on"
    assert "32" in problem["detail"]
    assert await tree.read(app) == before


async def test_an_undo_that_would_make_a_circle_is_refused_and_changes_nothing(app: App) -> None:
    one, two = await tree.chain(app, 2)
    moved = await tree.act(app, "move", [two])
    await tree.act(app, "move", [one], folder_id=two)
    before = await tree.read(app)
    problem = await app.post(f"/undo/{moved['undo']}", None, 409)
    assert problem["code"] == "moved_on"
    assert problem["detail"]
    assert await tree.read(app) == before


NAMES = [
    "x", "x" * 200, "𝔞" * 200, "شاطئ البحر", "灯台、嵐の海", "नमस्ते दुनिया", "🦊🌊" * 100,
    "👩\u200d👩\u200d👧", "e\u0301te\u0301",
    "a\u202eb", "../../etc/passwd", "'; DROP TABLE folders; --", "<b>bold</b>", "%00%", "NULL", "0",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
async def test_a_name_of_any_script_is_kept_letter_for_letter(lite: App, name: str) -> None:
    for path in ("/folders", "/sessions"):
        row = (await lite.post(path, {"name": "Before"}, 201))["id"]
        done = await tree.act(lite, "rename", [row], name=name)
        assert (await tree.read(lite)).rows[row]["name"] == name
        await lite.post(f"/undo/{done['undo']}")
        assert (await tree.read(lite)).rows[row]["name"] == "Before"
        changed = await lite.patch(f"{path}/{row}", {"name": name})
        assert (await lite.get(f"{path}/{row}"))["name"] == changed["name"] == name


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a\u0000b", "ab"), ("a\u0007b\u001b[31m", "ab[31m"), ("  a \n\t b  ", "a b"), ("x\u0085y", "x y")],
)
async def test_control_characters_do_not_get_into_a_name(app: App, name: str, kept: str) -> None:
    row = (await app.post("/folders", {"name": "Before"}, 201))["id"]
    await tree.act(app, "rename", [row], name=name)
    assert (await tree.read(app)).rows[row]["name"] == kept


@pytest.mark.parametrize("name", ["", "   ", "\u0000\u0007", "\u200b\u200e", "x" * 201, "𝔞" * 201, None])
async def test_a_name_that_is_none_is_refused(lite: App, name: str | None) -> None:
    row = (await lite.post("/folders", {"name": "Before"}, 201))["id"]
    before = await tree.read(lite)
    problem = await tree.act(lite, "rename", [row], 422, name=name)
    assert (problem["code"], problem["field"]) == ("invalid", "name")
    assert await tree.read(lite) == before


async def test_what_somebody_just_trashed_is_not_moved(app: App) -> None:
    folder, inner = await tree.chain(app, 2)
    session = (await app.post("/sessions", {"folder_id": inner}, 201))["id"]
    other = (await app.post("/folders", {"name": "Other"}, 201))["id"]
    await tree.act(app, "trash", [folder])
    before = await tree.read(app)
    for ids in ([folder], [inner], [session], [other, session]):
        problem = await tree.act(app, "move", ids, 409, folder_id=None)
        assert problem["code"] == "in_trash"
        assert "estore" in problem["detail"]
    problem = await tree.act(app, "move", [other], 409, folder_id=inner)
    assert problem["code"] == "in_trash"
    assert (await app.post("/sessions", {"folder_id": inner}, 409))["code"] == "in_trash"
    assert (await app.post("/folders", {"name": "New", "parent_id": inner}, 409))["code"] == "in_trash"
    assert (await app.generate(folder_id=inner, status=409))["code"] == "in_trash"
    assert (await app.generate(session_id=session, status=409))["code"] == "in_trash"
    assert await tree.read(app) == before


async def test_a_row_goes_first_when_the_sibling_it_should_follow_is_gone(app: App) -> None:
    ids = [(await app.post("/sessions", {}, 201))["id"] for _ in range(4)][::-1]
    folder = (await app.post("/folders", {"name": "Elsewhere"}, 201))["id"]
    await tree.act(app, "trash", [ids[1]])
    await tree.act(app, "move", [ids[2]], folder_id=folder)
    for after in (ids[1], ids[2], NOBODY):
        await tree.act(app, "move", [ids[3]], folder_id=None, after_id=after)
        assert (await tree.read(app)).order(None)[0] == ids[3]
        await tree.act(app, "move", [ids[3]], folder_id=None, after_id=ids[0])


async def test_a_stale_version_is_refused_with_what_changed(app: App) -> None:
    folder = await app.post("/folders", {"name": "Folder"}, 201)
    session = await app.post("/sessions", {"name": "Session"}, 201)
    seen = {folder["id"]: folder["version"], session["id"]: session["version"]}
    await tree.act(app, "rename", [session["id"]], name="Renamed", versions=seen | {folder["id"]: 1})
    before = await tree.read(app)
    problem = await tree.act(app, "move", list(seen), 409, folder_id=None, versions=seen)
    assert problem["code"] == "stale"
    assert [(line["id"], line["name"]) for line in problem["current"]] == [(session["id"], "Renamed")]
    assert await tree.read(app) == before
    fresh = {line["id"]: line["version"] for line in problem["current"]}
    await tree.act(app, "pin", list(seen), versions=seen | fresh)
    assert (await app.patch(f"/folders/{folder['id']}", {"name": "Late", "version": 1}, 409))[
        "code"
    ] == "stale"


async def test_ten_thousand_sessions_are_moved_trashed_and_brought_back_at_once(app: App) -> None:
    folder = (await app.post("/folders", {"name": "Many"}, 201))["id"]
    actor = Actor(app.house.owner.id)
    async with app.house.works.writing(actor) as work:
        await tree.insert_sessions(work, 10_000)
    before = await tree.read(app)
    ids = [id for id in before.order(None) if id != folder]
    random.Random(3).shuffle(ids)
    moved = await tree.act(app, "move", ids, folder_id=folder)
    assert moved["whole"]
    assert moved["act"]["count"] == 10_000
    now = await tree.read(app)
    assert now.order(folder) == ids
    assert max(len(line["order"]) for line in now.rows.values()) < 20
    thrown = await tree.act(app, "trash", ids)
    assert (await tree.read(app)).rows.keys() == {folder}
    await app.post(f"/undo/{thrown['undo']}")
    assert (await tree.read(app)).order(folder) == ids
    await app.post(f"/undo/{moved['undo']}")
    assert (await tree.read(app)).without_versions() == before.without_versions()


async def test_more_than_ten_thousand_at_once_are_refused(lite: App) -> None:
    problem = await tree.act(lite, "trash", [NOBODY] * 10_001, 422)
    assert (problem["code"], problem["field"]) == ("invalid", "ids")
    assert (await tree.act(lite, "trash", [], 422))["code"] == "invalid"


BAD: list[tuple[dict[str, Any], int, str]] = [
    ({"act": "explode"}, 422, "invalid"),
    ({"act": "move", "folder_id": "nonsense"}, 404, "not_found"),
    ({"act": "move", "folder_id": NOBODY}, 404, "not_found"),
    ({"act": "colour", "colour": "mauve"}, 422, "invalid"),
    ({"act": "colour", "emoji": "x" * 33}, 422, "invalid"),
    ({"act": "colour", "emoji": ""}, 422, "invalid"),
    ({"act": "colour"}, 422, "invalid"),
    ({"act": "rename"}, 422, "invalid"),
    ({"act": "trash", "contents": "sideways"}, 422, "invalid"),
    ({"act": "cover", "image_id": NOBODY}, 422, "invalid"),
    ({"act": "defaults", "defaults": {"images_per_model": 9}}, 422, "invalid"),
    ({"act": "defaults", "defaults": {"nonsense": 1}}, 422, "invalid"),
    ({"act": "copy"}, 422, "invalid"),
    ({"act": "pin", "versions": {"x": "y"}}, 422, "invalid"),
    ({"act": "pin", "nonsense": 1}, 422, "invalid"),
    ({"ids": [NOBODY], "act": "pin"}, 404, "not_found"),
    ({"ids": ["nonsense"], "act": "pin"}, 404, "not_found"),
    ({"ids": ["\u0000"], "act": "pin"}, 404, "not_found"),
    ({"ids": "nonsense", "act": "pin"}, 422, "invalid"),
]


@pytest.mark.parametrize(("change", "status", "code"), BAD, ids=[f"{b[2]}-{i}" for i, b in enumerate(BAD)])
async def test_a_wrong_act_is_refused(lite: App, change: dict[str, Any], status: int, code: str) -> None:
    folder = (await lite.post("/folders", {"name": "Folder"}, 201))["id"]
    before = await tree.read(lite)
    problem = await lite.post("/organise", {"ids": [folder]} | change, status)
    assert problem["code"] == code
    assert await tree.read(lite) == before


async def test_one_unknown_id_among_many_refuses_all(app: App) -> None:
    ids = [(await app.post("/sessions", {}, 201))["id"] for _ in range(3)]
    before = await tree.read(app)
    for kind in ("trash", "pin", "archive", "move", "restore", "duplicate"):
        problem = await tree.act(app, kind, [*ids, NOBODY], 404)
        assert problem["code"] == "not_found"
    assert await tree.read(app) == before


async def test_what_belongs_to_another_owner_is_not_there(app: App) -> None:
    async def settle(work: Work) -> str:
        person = Person(PersonId(new_id()), "Other", work.clock.now(), None)
        await people.insert(work.db, person)
        await events.open_stream(work.db, person.id)
        return person.id

    async with app.house.works.writing(Actor("")) as work:
        stranger = Actor(await settle(work))
    async with app.house.works.writing(stranger) as work:
        theirs = await sessions.create(work, "Theirs")
        folder = await acts.create_folder(work, "Theirs", None, None)
        [created] = await acts.newest(work, 10)
    mine = (await app.post("/folders", {"name": "Mine"}, 201))["id"]
    before = await tree.read(app)
    for kind in (
        "move",
        "trash",
        "restore",
        "pin",
        "archive",
        "colour",
        "rename",
        "duplicate",
        "cover",
        "defaults",
    ):
        for id in (theirs.id, folder.id):
            more = {"name": "Stolen", "colour": "red", "image_id": None}
            assert (await tree.act(app, kind, [mine, id][-1:], 404, **more))["code"] == "not_found"
    assert (await tree.act(app, "move", [mine], 404, folder_id=folder.id))["code"] == "not_found"
    assert (await app.post("/sessions", {"folder_id": folder.id}, 404))["code"] == "not_found"
    assert (await app.post(f"/undo/{created.id}", None, 404))["code"] == "not_found"
    assert (await app.get(f"/folders/{folder.id}", 404))["code"] == "not_found"
    assert (await app.get(f"/sessions/{theirs.id}/details", 404))["code"] == "not_found"
    assert await tree.read(app) == before
    with pytest.raises(NotFound):
        async with app.house.works.writing(stranger) as work:
            await acts.organise(work, Order("move", [theirs.id], folder_id=mine))
    async with app.house.works.reading(stranger) as work:
        assert (await sessions.get(work, theirs.id)).folder_id is None
