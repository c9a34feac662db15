"""What happens at the same moment in several tabs and workers: nothing is lost, doubled or broken."""

from __future__ import annotations

import asyncio

from tests.served import App


async def test_tabs_that_keep_drafts_at_once_get_revisions_of_their_own(app: App) -> None:
    session = await app.post("/sessions", {}, 201)
    for path in ("/draft", f"/sessions/{session['id']}/draft"):
        kept = await asyncio.gather(*(app.put(path, {"prompt": f"fox {number}"}) for number in range(12)))
        assert sorted(draft["revision"] for draft in kept) == list(range(1, 13))


async def test_a_batch_is_cancelled_while_its_pictures_are_finished(app: App) -> None:
    session = await app.post("/sessions", {}, 201)
    batches = []
    for _ in range(8):
        batch = await app.generate("a fox [latency:0.1]", session_id=session["id"], images_per_model=4)
        batches.append(batch["id"])
        await asyncio.sleep(0.03)
    await asyncio.gather(*(app.post(f"/batches/{id}/cancel") for id in batches for _ in range(3)))
    done = [made for id in batches for made in (await app.finished(id))["generations"]]
    assert {made["status"] for made in done} <= {"complete", "cancelled"}
    found = await app.get(f"/sessions/{session['id']}")
    pictures = sum(made["image"] is not None for made in done)
    assert (found["working"], found["images"], found["unseen"]) == (0, pictures, pictures)
