"""What looking a history through costs: its shape, pages of its grid, its prompts."""

from __future__ import annotations

from typing import Any

from bench.measures import Bench, timed

PICTURES = 100


async def timeline_shape(bench: Bench, count: int) -> list[float]:
    """How the timeline of the session of 10,000 generations is laid out."""
    return await _read(bench, count, "shape", view="timeline")


async def grid_shape(bench: Bench, count: int) -> list[float]:
    """How its grid is laid out."""
    return await _read(bench, count, "shape", view="grid")


async def grid_page(bench: Bench, count: int) -> list[float]:
    """100 pictures of its grid, from a place in the middle."""
    starts = (await _ask(bench, "shape", view="grid"))["starts"]
    return await _read(bench, count, "images", start=starts[len(starts) // 2], limit=PICTURES)


async def timeline_page(bench: Bench, count: int) -> list[float]:
    """20 batches of its timeline, from a place in the middle."""
    starts = (await _ask(bench, "shape", view="timeline"))["starts"]
    return await _read(bench, count, "batches", start=starts[len(starts) // 2])


async def prompts(bench: Bench, count: int) -> list[float]:
    """The first page of its prompts, with uses, best picture and what each changed."""
    return await _read(bench, count, "prompts")


async def prompt_search(bench: Bench, count: int) -> list[float]:
    """Its prompts that have a word."""
    return await _read(bench, count, "prompts", q="light")


async def _read(bench: Bench, count: int, what: str, **query: Any) -> list[float]:
    async def ask() -> None:
        await _ask(bench, what, **query)

    return await timed(count, ask)


async def _ask(bench: Bench, what: str, **query: Any) -> Any:
    answer = await bench.client.get(f"/sessions/{bench.facts.largest}/{what}", params=query)
    if answer.status_code != 200:
        raise RuntimeError(f"{what} answered {answer.status_code}: {answer.text[:300]}")
    return answer.json()
