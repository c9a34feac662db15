"""The built-in engine by itself: odd prompts by the thousand, and how quick it draws on one core and several.

    python -m bench.illustrator fuzz [--prompts 5000] [--size 512] [--whole 25]
    python -m bench.illustrator speed

`fuzz` reads and draws every prompt at `--size`, and at 1024² each `--whole`-th one and those that took longest.
`speed` draws prompts of the suite. Times are of the processor, so other work beside does not count.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from opencanva.engines.builtin.illustrator import art, language
from opencanva.engines.builtin.illustrator.drawing import raster
from opencanva.engines.builtin.illustrator.drawing.render import render
from opencanva.engines.builtin.illustrator.drawing.styles import STYLES
from opencanva.engines.builtin.illustrator.language.foreign import scene_words
from opencanva.engines.builtin.illustrator.language.lexicon import english
from opencanva.engines.builtin.illustrator.scene import Scene

SUITE = Path(__file__).resolve().parents[1] / "tests/engines/illustrator/prompts.txt"
GLUE = ("and", "with", "no", "on", "it", ",", ".", "of", "in", "the", "7", "24", "\x00", "🦊", "(", "two", "")
LONGEST = 3.0
"""Seconds that no picture of 1024² may take."""
BLOCKS = (
    (0x20, 0x7E), (0xA1, 0x24F), (0x370, 0x3FF), (0x400, 0x52F), (0x531, 0x58A), (0x591, 0x5F4), (0x600, 0x6FF),
    (0x900, 0x97F), (0x980, 0x9FF), (0xA01, 0xA76), (0xB82, 0xBFA), (0xE01, 0xE5B), (0xE81, 0xEFF), (0xF00, 0xFDA),
    (0x1000, 0x109F), (0x10A0, 0x10FF), (0x1200, 0x139F), (0x13A0, 0x13FF), (0x1780, 0x17F9), (0x1800, 0x18AA),
    (0x200B, 0x206F), (0x2190, 0x2BFF), (0x3041, 0x30FF), (0x3400, 0x4DB5), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3),
    (0x1F300, 0x1FAFF), (0x12000, 0x123FF),
)  # fmt: skip
"""Ranges of characters, about one to a script."""


def make_prompts(count: int, seed: int = 1) -> Iterator[str]:
    """Odd prompts of every kind, always the same ones: letters, words of every language, mixtures."""
    dice = random.Random(seed)
    words = sorted(english())
    labels = [sorted(table) for _, table in sorted(art.read_table("labels").items())]
    foreign = [sorted(table) for _, table in sorted(scene_words().items())]
    suite = [
        line.rpartition(" | ")[0] for line in SUITE.read_text(encoding="utf-8").splitlines() if " | " in line
    ]

    def letters() -> str:
        first, last = dice.choice(BLOCKS)
        return "".join(chr(dice.randint(first, last)) for _ in range(dice.randint(1, 60)))

    def some(*tables: list[str]) -> str:
        return " ".join(
            dice.choice(GLUE) if dice.random() < 0.25 else dice.choice(dice.choice(tables))
            for _ in range(dice.randint(1, 25))
        )

    for number in range(count):
        match number % 6:
            case 0:
                yield letters()
            case 1:
                yield some(words)
            case 2:
                yield some(dice.choice(labels), words)
            case 3:
                yield some(dice.choice(foreign), dice.choice(labels))
            case 4:
                yield f"{dice.choice(suite)}, {dice.choice(suite)}"
            case _:
                yield f"{some(words)} {letters()} {dice.choice(suite)}, {dice.choice(sorted(STYLES))}"


def take_time() -> float:
    """Seconds of the processor that this process and its rasterising children have used (Linux)."""
    children = (time.clock_gettime(~child.pid << 3 | 2) for child in tuple(raster.idle))
    return time.process_time() + sum(children)


def fuzz(count: int, every: int, size: int = 1024, first: int = 512) -> tuple[list[float], list[str]]:
    """Draw `count` prompts at first², then each `every`-th and the slowest hundredth (one at least) at size².

    Gives the processor's seconds of each one at size², and what failed with its prompt and trace.
    """
    took: dict[int, float] = {}
    seconds, failed = [], []
    prompts = list(make_prompts(count))

    def draw(number: int, side: int) -> float | None:
        prompt = prompts[number]
        began = take_time()
        try:
            scene = language.read(prompt, prompt[::3] if number % 4 == 0 else "")
            render(scene, side, side, number)
        except Exception:
            failed.append(f"{prompt!r}\n{traceback.format_exc(limit=-2)}")
            return None
        return take_time() - began

    for number in range(count):
        if (spent := draw(number, first)) is not None:
            took[number] = spent
        if number % 250 == 249:
            print(f"{number + 1} drawn, {len(failed)} failed", file=sys.stderr, flush=True)
    slow = sorted(took, key=lambda number: took[number])[-max(1, count // 100) :]
    for number in sorted({*range(0, count, every), *slow}):
        if (spent := draw(number, size)) is not None:
            seconds.append(spent)
            if spent > LONGEST:
                failed.append(f"{prompts[number]!r} took {spent:.2f} s at {size}²")
    return seconds, failed


def measure_speed(prompts: list[str]) -> None:
    """Print medians at 512² and 1024² on one thread, and how much more two and more threads do in the same time."""
    scenes = [language.read(prompt) for prompt in prompts]
    for size in (512, 1024):
        took = []
        for number, scene in enumerate(scenes):
            began = take_time()
            render(scene, size, size, number)
            took.append(take_time() - began)
        print(f"{size}²: median {statistics.median(took):.2f} s, slowest {max(took):.2f} s of {len(took)}")


def measure_threads(prompts: list[str], threads: int, rounds: int = 3) -> None:
    """Print how many pictures of 512² a minute one thread makes and `threads` do, by turns."""
    scenes = list(enumerate(language.read(prompt) for prompt in prompts))
    pools = {count: ThreadPoolExecutor(count) for count in (1, threads)}
    rate: dict[int, list[float]] = {1: [], threads: []}

    def draw(one: tuple[int, Scene]) -> None:
        render(one[1], 512, 512, one[0])

    for turn in range(rounds + 1):
        for count, pool in pools.items():
            began, cpu = time.perf_counter(), take_time()
            list(pool.map(draw, scenes))
            wall = time.perf_counter() - began
            if turn:  # the first one fills the caches
                rate[count].append(len(scenes) / wall * 60)
                busy = (take_time() - cpu) / wall
                print(f"{count} threads: {rate[count][-1]:.0f} pictures a minute, {busy:.2f} cores busy")
    one, many = (statistics.median(rate[count]) for count in (1, threads))
    print(f"{threads} threads do {many / one:.2f} times what one does ({one:.0f} and {many:.0f} a minute)")


def print_memory() -> None:
    """The most memory that this process has held (Linux), its rasterising children left out."""
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("fuzz", "speed"))
    parser.add_argument("--prompts", type=int, default=5000)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--whole", type=int, default=25)
    given = parser.parse_args()
    if given.what == "speed":
        suite = [line.rpartition(" | ")[0] for line in SUITE.read_text().splitlines() if " | " in line][:40]
        measure_speed(suite)
        measure_threads(suite, 2)
        print_memory()
        return
    seconds, failed = fuzz(given.prompts, given.whole, first=given.size)
    print(*failed[:20], sep="\n")
    print(
        f"{given.prompts} prompts, {len(failed)} failed; {len(seconds)} of them at 1024²: "
        f"median {statistics.median(seconds):.2f} s, slowest {max(seconds):.2f} s"
    )
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
