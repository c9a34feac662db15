"""Who made what and when: folders, sessions and batches of an imagined person's three years, seeded."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

START = 1_700_000_000_000
"""The first moment of the data, milliseconds since 1970 UTC."""
SPAN = 3 * 365 * 86_400_000
LARGEST = 10_000
_SIZES = ((1, 35), (2, 32), (3, 8), (4, 25))


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is."""

    generations: int

    @property
    def sessions(self) -> int:
        """20,000 for a million generations."""
        return max(20, self.generations // 50)

    @property
    def folders(self) -> int:
        """3,000 for a million generations."""
        return max(5, self.generations * 3 // 1000)


@dataclass(frozen=True, slots=True)
class FolderPlan:
    """A folder: `parent` is the index of an earlier one, or None at the root."""

    parent: int | None
    depth: int


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """One press of Generate: when, in which session (an index), how many pictures."""

    at: int
    session: int
    count: int


def plan_folders(random: Random, size: Size) -> list[FolderPlan]:
    """Folders nested up to eight deep, most of them two or three deep."""
    made: list[FolderPlan] = []
    for number in range(size.folders):
        parent = random.randrange(number) if number > 10 and random.random() < 0.85 else None
        if parent is not None and made[parent].depth >= 8:
            parent = made[parent].parent
        made.append(FolderPlan(parent, 1 if parent is None else made[parent].depth + 1))
    return made


def plan_sizes(random: Random, size: Size) -> list[int]:
    """Generations of each session: session 0 has 10,000, the others are long-tailed; the sum is exact."""
    largest = min(LARGEST, size.generations // 2)
    rest = size.generations - largest
    weights = [min(random.paretovariate(1.1), 150.0) for _ in range(size.sessions - 1)]
    scale = rest / sum(weights)
    shares = [min(int(weight * scale), largest - 1) for weight in weights]
    left = rest - sum(shares)
    while left > 0:
        add = min(left, len(shares))
        for index in random.sample(range(len(shares)), add):
            shares[index] += 1
        left -= add
    return [largest, *shares]


def plan_batches(random: Random, sizes: list[int]) -> tuple[list[int], list[BatchPlan]]:
    """When each session began, and every batch in the order of time. No two batches share a millisecond."""
    counts, weights = zip(*_SIZES, strict=True)
    begun: list[int] = []
    made: list[BatchPlan] = []
    for session, wanted in enumerate(sizes):
        begin = START + int(SPAN * 0.98 * random.random())
        begun.append(begin)
        at, left = float(begin), wanted
        draw = iter(random.choices(counts, weights, k=wanted))
        while left:
            count = min(next(draw), left)
            at += random.expovariate(1 / 90_000) + 5_000
            if random.random() < 0.05:
                at += random.random() * 86_400_000
            made.append(BatchPlan(int(at), session, count))
            left -= count
    made.sort(key=lambda batch: batch.at)
    last = 0
    for index, batch in enumerate(made):
        if batch.at <= last:
            made[index] = BatchPlan(last + 1, batch.session, batch.count)
        last = made[index].at
    return begun, made
