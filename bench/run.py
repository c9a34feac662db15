"""One whole run: start the program several times, measure it quietly, then while another client uploads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import httpx2

from bench import measures, organising, reviewing
from bench.data import Facts
from bench.load import uploading
from bench.measures import Bench
from bench.served import Program, Start, copy_home
from bench.table import Line, line_of

STARTS = 5
Measure = Callable[[Bench, int], Awaitable[list[float]]]


@dataclass(frozen=True, slots=True)
class Planned:
    """A measure, how often, and the target in ms."""

    what: str
    measure: Measure
    count: int
    target: float | None


PLAN = (
    Planned("The smallest request (the floor of HTTP here)", measures.floor, 300, None),
    Planned("Open the session of 10,000 generations", measures.first_page, 200, 3),
    Planned("Deep page of it", measures.deep_page, 200, 3),
    Planned("Shape of its timeline", reviewing.timeline_shape, 30, None),
    Planned("20 batches of its timeline from the middle on", reviewing.timeline_page, 100, None),
    Planned("Shape of its grid", reviewing.grid_shape, 30, None),
    Planned("100 pictures of its grid from the middle on", reviewing.grid_page, 100, None),
    Planned("Its prompts, a page", reviewing.prompts, 100, None),
    Planned("Its prompts with a word", reviewing.prompt_search, 100, None),
    Planned("Whole sidebar, cold", measures.sidebar, 30, 40),
    Planned("Whole sidebar, unchanged", measures.sidebar_unchanged, 200, 2),
    Planned("Move 100 sessions", organising.move, 30, 8),
    Planned("Undo of that move", organising.undo_move, 30, None),
    Planned("Trash 100 sessions", organising.trash_sessions, 30, None),
    Planned("Trash 100 images", organising.trash_images, 30, 10),
    Planned("Facts of an image", measures.facts_of_image, 300, 2),
    Planned("Upload 1024² PNG", measures.upload, 40, 45),
    Planned("Generate to the picture's event, without the engine", measures.generate, 60, 30),
)


async def run(made: Path, facts: Facts, database: str | None, say: Callable[[str], None]) -> list[Line]:
    """Every figure of the table, in its order."""
    say("copying the data")
    home = copy_home(made, made.parent / f"run-{made.name}")
    starts: list[Start] = []
    for number in range(STARTS + 1):
        say(f"start {number}")
        with Program(home, database) as program:
            if number:  # the first one may still compile and fill caches
                starts.append(program.start)
    seconds = [start.seconds for start in starts]
    lines = [
        line_of("Start to the first 200", seconds, 0.7, unit="s"),
        line_of("Memory then", [start.memory for start in starts], 110, unit="MB"),
    ]
    with Program(home, database) as program:
        limits = httpx2.Limits(max_keepalive_connections=8, keepalive_expiry=60)
        async with httpx2.AsyncClient(base_url=program.address, timeout=60, limits=limits) as client:
            lines += await _over_http(Bench(client, facts, home), program, say)
        lines.append(Line("Memory at the end", "MB", program.memory()))
    return lines


async def _over_http(bench: Bench, program: Program, say: Callable[[str], None]) -> list[Line]:
    quiet: dict[str, list[float]] = {}
    for planned in PLAN:
        say(planned.what)
        quiet[planned.what] = await planned.measure(bench, planned.count)
    say("uploads per second")
    uploads = await measures.uploads_per_second(bench, 60)
    say("thumbnails per second")
    thumbnails = await measures.thumbnails_per_second(bench)
    loaded: dict[str, list[float]] = {}
    for turn, planned in enumerate(PLAN):
        say(f"{planned.what}, while another client uploads")
        async with uploading(program.address, turn):
            loaded[planned.what] = await planned.measure(bench, planned.count)
    lines = [line_of(p.what, quiet[p.what], p.target, loaded[p.what]) for p in PLAN]
    rates = [
        Line("Uploads, four at a time", "/s", uploads, 30, count=60, more_is_better=True),
        Line("Thumbnails made, four at a time", "/s", thumbnails, 40, count=len(bench.uploaded),
             more_is_better=True),
    ]  # fmt: skip
    return lines + rates


def over_twice(lines: list[Line]) -> list[Line]:
    """What falls short of its target by more than twice, and what is three times slower under load."""
    return [
        line
        for line in lines
        if (line.ratio or 0) > 2
        or (line.loaded is not None and line.loaded > 3 * (line.target or line.loaded))
    ]
