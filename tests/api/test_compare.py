"""Pictures side by side over HTTP: what differs, which one was preferred, and the tags of a session."""

from __future__ import annotations

from typing import Any

from tests.served import App


def ids_of(*batches: Any) -> list[str]:
    return [made["image"]["id"] for batch in batches for made in batch["generations"]]


async def test_it_lists_what_differs_and_the_prompts_word_by_word(app: App) -> None:
    first = await app.made("a red fox in snow", options={"seed": 7, "negative": "text"})
    other = await app.made(
        "a blue fox in snow", session_id=first["session_id"], ratio="16:9", options={"seed": 7}
    )
    found = await app.get("/compare", params={"ids": ",".join(ids_of(first, other))})
    assert [item["prompt"] for item in found["items"]] == ["a red fox in snow", "a blue fox in snow"]
    by = {field["field"]: field for field in found["fields"]}
    assert (by["seed"]["same"], by["ratio"]["same"]) == (True, False)
    assert by["ratio"]["values"] == ["1:1", "16:9"]
    assert by["negative"]["values"] == ["text", None]
    assert by["options.stripes"]["same"]
    assert found["diffs"][0] is None
    assert [piece["op"] for piece in found["diffs"][1]] == ["same", "gone", "new", "same"]


async def test_an_upload_is_compared_by_what_there_is_of_it(lite: App) -> None:
    batch = await lite.made("a fox")
    [image] = ids_of(batch)
    data = (await lite.client.get(f"/images/{image}/file")).content
    upload = (await lite.client.post("/images", files={"file": ("a.png", data, "image/png")})).json()["id"]
    found = await lite.get("/compare", params={"ids": f"{image},{upload}"})
    assert (found["items"][1]["generation"], found["items"][1]["prompt"]) == (None, "")


async def test_one_or_five_or_unknown_or_the_same_pictures_are_refused(lite: App) -> None:
    ids = ids_of(await lite.made("a fox", images_per_model=4), await lite.made("an owl"))
    for wrong in (ids[:1], ids, [ids[0], ids[0]], []):
        await lite.get("/compare", 422, params={"ids": ",".join(wrong)})
    await lite.get("/compare", 404, params={"ids": f"{ids[0]},01890000-0000-7000-8000-000000000000"})
    await lite.get("/compare", 404, params={"ids": f"{ids[0]},nonsense"})


async def test_a_winner_is_written_down_and_the_models_are_tallied(app: App) -> None:
    batch = await app.made("a fox", models=["fake/quick", "fake/slow"])
    session, (quick, slow) = batch["session_id"], ids_of(batch)
    body = {"session_id": session, "image_ids": [quick, slow], "winner": slow, "blind": True}
    made = await app.post("/comparisons", body, 201)
    assert (made["winner_model"], made["blind"]) == ("fake/slow", True)
    await app.post("/comparisons", body | {"winner": quick, "blind": False}, 201)
    await app.post("/comparisons", body, 201)
    listed = await app.get(f"/sessions/{session}/comparisons?limit=2")
    rest = await app.get(f"/sessions/{session}/comparisons", params={"cursor": listed["next"]})
    assert [one["winner"] for one in listed["items"] + rest["items"]] == [slow, quick, slow]
    assert await app.get(f"/sessions/{session}/comparisons/models") == [
        {"model": "fake/slow", "shown": 3, "won": 2},
        {"model": "fake/quick", "shown": 3, "won": 1},
    ]
    assert (await app.post("/comparisons", body | {"winner": session}, 422))["field"] == "winner"


async def test_comparisons_go_with_a_session_that_is_deleted_for_ever(lite: App) -> None:
    batch = await lite.made("a fox", images_per_model=2)
    session, ids = batch["session_id"], ids_of(batch)
    await lite.post("/comparisons", {"session_id": session, "image_ids": ids, "winner": ids[0]}, 201)
    await lite.post("/organise", {"act": "trash", "ids": [session]})
    await lite.post("/trash/empty", {})
    await lite.get(f"/sessions/{session}/comparisons", 404)


async def test_the_tags_of_a_session_are_counted_the_most_used_first(app: App) -> None:
    batch = await app.made("a fox", images_per_model=3)
    ids = ids_of(batch)
    for tag, tagged in (("Night", ids[:1]), ("harbour", ids), ("NIGHT", ids[1:2])):
        await app.post("/organise", {"act": "tag", "ids": tagged, "tag": tag})
    tags = await app.get(f"/sessions/{batch['session_id']}/tags")
    assert [(one["tag"].lower(), one["images"]) for one in tags] == [("harbour", 3), ("night", 2)]
