"""A session's prompt history: each text once, with its uses, its best picture, how it came of the one before."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from opencanva.kit.diff import diff_words
from tests.api.test_budgets import counted
from tests.served import App


async def listed(app: App, session: str, **asked: Any) -> dict[str, Any]:
    """One page."""
    answer = await app.client.get(f"/sessions/{session}/prompts", params=asked)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def joined(diff: list[dict[str, str]], *ops: str) -> str:
    """The text that these pieces make."""
    return "".join(piece["text"] for piece in diff if piece["op"] in ops)


async def test_each_text_is_there_once_last_used_first_with_its_uses_and_the_one_before(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    first = await app.made("a red fox", session_id=session)
    await app.made("a blue fox in snow", session_id=session)
    last = await app.made("a  red fox ", session_id=session)  # the same text but for its space
    page = await listed(app, session)
    red, blue = page["items"]
    assert page["total"] == 2
    assert page["next"] is None
    assert (red["count"], blue["count"]) == (2, 1)
    assert red["first_at"] == first["created_at"]
    assert red["last_at"] >= last["created_at"] > blue["last_at"]
    assert red["batch_id"] == last["id"]
    assert red["before"] == {"id": blue["id"], "text": "a blue fox in snow"}
    assert blue["before"] == {"id": red["id"], "text": "a red fox"}
    for line in (red, blue):
        assert joined(line["diff"], "same", "new") == line["text"]
        assert joined(line["diff"], "same", "gone") == line["before"]["text"]
    again = await app.get(f"/sessions/{session}/prompts/{blue['id']}/reuse")
    assert again["batch"]["prompt"] == "a blue fox in snow"


async def test_the_best_picture_is_kept_then_starred_then_rated_then_newest(lite: App) -> None:
    session = (await lite.post("/sessions", {}, 201))["id"]
    batch = await lite.made("a fox", session_id=session, images_per_model=4)
    one, two, three, four = sorted(made["image"]["id"] for made in batch["generations"])

    async def best() -> Any:
        line = (await listed(lite, session))["items"][0]
        return line["best"] and line["best"]["id"]

    async def act(act: str, *ids: str, **more: Any) -> None:
        await lite.post("/organise", {"act": act, "ids": list(ids), **more}, 200)

    assert await best() == four
    await act("rate", one, rating=3)
    assert await best() == one
    await act("star", two)
    assert await best() == two
    await act("keep", three)
    assert await best() == three
    await act("trash", three)
    assert await best() == two
    await act("reject", two)
    assert await best() == one
    await act("reject", one, four)
    assert await best() is None
    assert (await listed(lite, session))["items"][0]["count"] == 1


async def test_a_search_finds_all_its_words_in_any_case_and_without_accents(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    for text in ("A café in ROME", "a fox in Rome", "ein Fuchs", "100% a_b\\c/ƒ"):
        await app.made(text, session_id=session)

    async def found(q: str) -> list[str]:
        page = await listed(app, session, q=q)
        assert page["total"] == len(page["items"])
        return [line["text"] for line in page["items"]]

    assert await found("rome") == ["a fox in Rome", "A café in ROME"]
    assert await found("CAFE rome") == ["A café in ROME"]
    assert await found("rome Rome ROME fox") == ["a fox in Rome"]
    for strange in ("%", "0% A_B", "b\\c/"):
        assert await found(strange) == ["100% a_b\\c/ƒ"]
    assert await found("a_x") == await found("f%x") == []
    assert await found("  ") == ["100% a_b\\c/ƒ", "ein Fuchs", "a fox in Rome", "A café in ROME"]


async def test_pages_follow_each_other_without_a_gap_and_cost_the_same(app: App) -> None:
    session = (await app.post("/sessions", {}, 201))["id"]
    texts = [f"fox number {number}" for number in range(7)]
    for text in texts:
        await app.made(text, session_id=session)
    for words in ("", "fox"):
        seen: list[str] = []
        cursor: str | None = None
        while True:
            with counted(app) as statements:
                page = await listed(app, session, limit=3, q=words, **({"cursor": cursor} if cursor else {}))
            assert len([one for one in statements if "jobs" not in one]) <= 12
            assert page["total"] == 7
            seen += [line["text"] for line in page["items"]]
            cursor = page["next"]
            if cursor is None:
                break
        assert seen == texts[::-1]


async def test_a_strange_session_or_cursor_is_said(lite: App) -> None:
    session = (await lite.post("/sessions", {}, 201))["id"]
    assert await listed(lite, session) == {"items": [], "next": None, "total": 0}
    await lite.get("/sessions/nothing/prompts", 404)
    assert (await lite.get(f"/sessions/{session}/prompts?cursor=x", 400))["code"]


async def test_too_long_texts_are_not_compared_here(lite: App) -> None:
    session = (await lite.post("/sessions", {}, 201))["id"]
    await lite.made("fox " * 2_000, session_id=session)
    await lite.made("hare " * 1_000, session_id=session)
    line = (await listed(lite, session))["items"][0]
    assert line["before"]["text"].startswith("fox")
    assert line["diff"] == []


async def test_a_page_of_long_texts_compares_only_so_many_of_them(lite: App) -> None:
    session = (await lite.post("/sessions", {}, 201))["id"]
    for number in range(8):  # 1,000 words each, half of them in all
        words = " ".join(f"a {chr(0x4E00 + number * 500 + place)}" for place in range(500))
        await lite.made(words, session_id=session)
    diffs = [bool(line["diff"]) for line in (await listed(lite, session))["items"]]
    assert diffs == [True] * 5 + [False] * 3


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_diff_joins_back_to_both_texts(before: str, after: str) -> None:
    pieces = [{"op": one.op, "text": one.text} for one in diff_words(before, after)]
    assert joined(pieces, "same", "new") == after
    assert joined(pieces, "same", "gone") == before
