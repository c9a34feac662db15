"""What organising costs: a hundred sessions moved, trashed and brought back, a hundred images trashed."""

from __future__ import annotations

import time
from typing import Any

from bench.measures import Bench

MANY = 100


async def move(bench: Bench, count: int) -> list[float]:
    """Move 100 sessions from all over the tree into a folder; each move is taken back before the next."""
    return await _back_and_forth(bench, count, await _moves(bench, count), undo=False)


async def undo_move(bench: Bench, count: int) -> list[float]:
    """Take such a move back."""
    return await _back_and_forth(bench, count, await _moves(bench, count), undo=True)


async def trash_sessions(bench: Bench, count: int) -> list[float]:
    """Put 100 sessions into the trash; each time they are brought back before the next."""
    sessions, _ = await _tree(bench)
    acts = [{"act": "trash", "ids": bench.random.sample(sessions, MANY)} for _ in range(count + 1)]
    return await _back_and_forth(bench, count, acts, undo=False)


async def trash_images(bench: Bench, count: int) -> list[float]:
    """Put 100 images of the session of 10,000 generations into the trash; each time they are brought back."""
    page = await bench.client.get(f"/sessions/{bench.facts.largest}/batches", params={"limit": 100})
    made = [generation for batch in page.json()["items"] for generation in batch["generations"]]
    known = [one["image"]["id"] for one in made if one["image"] is not None]
    acts = [{"act": "trash", "ids": bench.random.sample(known, MANY)} for _ in range(count + 1)]
    return await _back_and_forth(bench, count, acts, undo=False)


async def _moves(bench: Bench, count: int) -> list[dict[str, Any]]:
    sessions, folders = await _tree(bench)
    chance = bench.random
    return [
        {"act": "move", "ids": chance.sample(sessions, MANY), "folder_id": chance.choice(folders)}
        for _ in range(count + 1)
    ]


async def _tree(bench: Bench) -> tuple[list[str], list[str]]:
    """Ids of all sessions and of all folders."""
    sidebar = (await bench.client.get("/sidebar")).json()
    return [line["id"] for line in sidebar["sessions"]], [line["id"] for line in sidebar["folders"]]


async def _back_and_forth(bench: Bench, count: int, acts: list[dict[str, Any]], *, undo: bool) -> list[float]:
    """Times of these acts, or of their undoing, in ms; the first one only warms up."""
    taken: list[float] = []
    for act in acts[: count + 1]:
        began = time.perf_counter()
        done = await _post(bench, "/organise", act)
        between = time.perf_counter()
        await _post(bench, f"/undo/{done['undo']}", None)
        taken.append((time.perf_counter() - between if undo else between - began) * 1000)
    return taken[1:]


async def _post(bench: Bench, path: str, body: Any) -> Any:
    answer = await bench.client.post(path, json=body)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}: {answer.text[:300]}")
    return answer.json()
