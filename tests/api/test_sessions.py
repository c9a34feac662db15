"""Sessions, folders and the sidebar over HTTP."""

from __future__ import annotations

import asyncio

import pytest

from tests.served import App
from tests.sidebars import whole


async def test_a_created_session_is_in_the_sidebar_and_reads_back(app: App) -> None:
    made = await app.post("/sessions", {"name": "  Storm\n studies "}, 201)
    assert made["name"] == "Storm studies"
    assert await app.get(f"/sessions/{made['id']}") == made
    sidebar = await app.get("/sidebar")
    assert [line["id"] for line in sidebar["sessions"]] == [made["id"]]


async def test_a_new_session_comes_first_in_order(app: App) -> None:
    ids = [(await app.post("/sessions", {}, 201))["id"] for _ in range(4)]
    lines = whole(await app.get("/sidebar"))["sessions"]
    shown = [line["id"] for line in sorted(lines, key=lambda line: line["order"].encode())]
    assert shown == ids[::-1]


async def test_sessions_created_at_once_get_different_places(app: App) -> None:
    await asyncio.gather(*(app.post("/sessions", {}, 201) for _ in range(12)))
    orders = [line["order"] for line in whole(await app.get("/sidebar"))["sessions"]]
    assert len(set(orders)) == 12


async def test_an_unchanged_sidebar_is_304_and_a_changed_one_is_not(app: App) -> None:
    first = await app.client.get("/sidebar")
    again = await app.client.get("/sidebar", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await app.post("/sessions", {}, 201)
    changed = await app.client.get("/sidebar", headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200
    assert len(changed.json()["sessions"]) == 1


async def test_a_draft_and_an_upload_leave_the_sidebar_unchanged(app: App) -> None:
    made = await app.post("/sessions", {}, 201)
    first = await app.client.get("/sidebar")
    await app.put(f"/sessions/{made['id']}/draft", {"prompt": "a"})
    again = await app.client.get("/sidebar", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


async def test_a_session_is_renamed_and_keeps_the_name_when_generating(app: App) -> None:
    made = await app.post("/sessions", {}, 201)
    await app.patch(f"/sessions/{made['id']}", {"name": "Мои маяки"})
    await app.made("a red fox", session_id=made["id"])
    assert (await app.get(f"/sessions/{made['id']}"))["name"] == "Мои маяки"


async def test_a_session_nobody_named_takes_its_name_from_the_first_prompt(app: App) -> None:
    made = await app.post("/sessions", {}, 201)
    await app.generate("a picture of a lighthouse in a storm, watercolour", session_id=made["id"])
    assert (await app.get(f"/sessions/{made['id']}"))["name"] == "Lighthouse in a storm"


@pytest.mark.parametrize("name", ["", "   ", "\u0000\u0007", "x" * 201])
async def test_a_name_that_is_none_is_refused_and_nothing_changes(app: App, name: str) -> None:
    made = await app.post("/sessions", {"name": "Before"}, 201)
    problem = await app.patch(f"/sessions/{made['id']}", {"name": name}, 422)
    assert (problem["code"], problem["field"]) == ("invalid", "name")
    assert (await app.get(f"/sessions/{made['id']}"))["name"] == "Before"


@pytest.mark.parametrize("name", ["x" * 200, "شاطئ البحر", "🦊🌊", "e\u0301te\u0301", "a\u202eb"])
async def test_a_name_of_any_script_is_kept(app: App, name: str) -> None:
    made = await app.post("/sessions", {"name": name}, 201)
    assert (await app.get(f"/sessions/{made['id']}"))["name"] == name


async def test_the_last_rename_wins_without_a_version(app: App) -> None:
    made = await app.post("/sessions", {}, 201)
    names = [f"Name {number}" for number in range(6)]
    await asyncio.gather(*(app.patch(f"/sessions/{made['id']}", {"name": name}) for name in names))
    now = await app.get(f"/sessions/{made['id']}")
    assert now["name"] in names
    assert now["version"] == made["version"] + 6


async def test_of_two_renames_from_the_same_version_the_second_is_told_what_changed(app: App) -> None:
    made = await app.post("/sessions", {}, 201)
    await app.patch(f"/sessions/{made['id']}", {"name": "First", "version": made["version"]})
    problem = await app.patch(f"/sessions/{made['id']}", {"name": "Second", "version": made["version"]}, 409)
    assert problem["code"] == "stale"
    assert problem["current"]["name"] == "First"


async def test_the_draft_is_kept_letter_for_letter_and_told_to_other_tabs(app: App) -> None:
    made = await app.post("/sessions", {}, 201)
    text = "a light\tship,\n  spaces kept “quotes” 🦊"
    kept = await app.put(f"/sessions/{made['id']}/draft", {"prompt": text, "client": "tab-1"})
    assert kept["prompt"] == text
    assert (await app.get(f"/sessions/{made['id']}"))["draft"] | {"merged": False} == kept
    again = await app.put(f"/sessions/{made['id']}/draft", {"prompt": text + "!"})
    assert again["revision"] == kept["revision"] + 1


async def test_a_draft_with_nothing_open_is_kept_too(app: App) -> None:
    assert await app.get("/draft") is None
    await app.put("/draft", {"prompt": "a whale", "models": ["fake/quick"], "ratio": "16:9"})
    assert (await app.get("/draft"))["ratio"] == "16:9"


async def test_opening_a_session_clears_its_marks(app: App) -> None:
    batch = await app.made()
    line = whole(await app.get("/sidebar"))["sessions"][0]
    assert (line["unseen"], line["working"], line["images"]) == (1, 0, 1)
    answer = await app.client.post(f"/sessions/{batch['session_id']}/open")
    assert answer.status_code == 204
    assert whole(await app.get("/sidebar"))["sessions"][0]["unseen"] == 0


async def test_the_list_of_sessions_pages_without_gaps_or_doubles(app: App) -> None:
    ids = {(await app.post("/sessions", {}, 201))["id"] for _ in range(7)}
    seen, cursor = [], None
    while True:
        page = await app.get("/sessions", params={"limit": 3} | ({"cursor": cursor} if cursor else {}))
        seen += [line["id"] for line in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == 7
    assert set(seen) == ids


async def test_folders_nest_thirty_two_deep_and_no_deeper(app: App) -> None:
    parent = None
    for number in range(32):
        parent = (await app.post("/folders", {"name": f"Level {number}", "parent_id": parent}, 201))["id"]
    problem = await app.post("/folders", {"name": "Too deep", "parent_id": parent}, 422)
    assert (problem["code"], problem["field"]) == ("folder_too_deep", "parent_id")


async def test_the_same_key_creates_one_session(app: App) -> None:
    headers = {"Idempotency-Key": "press-1"}
    answers = await asyncio.gather(
        *(app.post("/sessions", {"name": "Once"}, 201, headers=headers) for _ in range(5))
    )
    assert len({made["id"] for made in answers}) == 1
    assert len(whole(await app.get("/sidebar"))["sessions"]) == 1
    problem = await app.post("/sessions", {"name": "Other"}, 422, headers=headers)
    assert problem["code"] == "key_reused"


@pytest.mark.parametrize("id", ["nonsense", "0198c9a0-0000-7000-8000-000000000000", "..%2f..", "%00"])
async def test_a_session_that_is_not_there_is_said_so(app: App, id: str) -> None:
    for path in (f"/sessions/{id}", f"/sessions/{id}/batches"):
        assert (await app.get(path, 404))["code"] == "not_found"


async def test_the_sidebar_shows_everything_as_other_calls_do(app: App) -> None:
    outer = await app.post("/folders", {"name": 'Ä "quoted" \\ name'}, 201)
    inner = await app.post("/folders", {"name": "Inside", "parent_id": outer["id"]}, 201)
    await app.post("/sessions", {"name": "Empty", "folder_id": inner["id"]}, 201)
    await app.made("a lighthouse")
    sidebar, listed = whole(await app.get("/sidebar")), (await app.get("/sessions"))["items"]
    assert sorted(sidebar["folders"], key=lambda folder: folder["id"]) == [outer, inner]
    assert sorted(sidebar["sessions"], key=lambda line: line["id"]) == sorted(
        listed, key=lambda line: line["id"]
    )
    assert {bool(line["cover"]) for line in listed} == {True, False}
