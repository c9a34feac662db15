"""The table: what was measured beside what DESIGN asks for, on the screen, as JSON and as a document."""

from __future__ import annotations

import os
import platform
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import orjson

from bench.data import HERE, Facts

DOCUMENT = HERE.parent / "docs" / "reference" / "benchmarks.md"
BEGIN, END = "<!-- figures: written by `make bench ARGS=--write` -->", "<!-- end of figures -->"


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `value` is the median for times; `loaded` the 95th percentile while another client uploads."""

    what: str
    unit: str
    value: float
    target: float | None = None
    p95: float | None = None
    loaded: float | None = None
    count: int = 1
    more_is_better: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the target: above 1 is worse than asked for."""
        if self.target is None:
            return None
        return self.target / self.value if self.more_is_better else self.value / self.target


def line_of(
    what: str, times: list[float], target: float | None, loaded: list[float] | None = None, unit: str = "ms"
) -> Line:
    """A row from single times."""
    return Line(
        what, unit, median(times), target, percentile(times, 0.95),
        percentile(loaded, 0.95) if loaded else None, len(times),
    )  # fmt: skip


def percentile(times: list[float], share: float) -> float:
    """The smallest of the times that `share` of all do not exceed (nearest rank)."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def machine() -> dict[str, Any]:
    """What this ran on."""
    cpus = [line.split(":", 1)[1].strip() for line in _cpuinfo() if line.startswith("model name")]
    return {
        "cores": len(os.sched_getaffinity(0)),
        "cpu": cpus[0] if cpus else platform.machine(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "busy": round(os.getloadavg()[0], 1),
        "at": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
    }


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text().splitlines() if path.exists() else []


def _rows(lines: list[Line]) -> list[list[str]]:
    head = ["", "ours, median", "target", "× target", "p95", "p95 while another uploads", "of"]
    return [head, *([
        line.what, f"{_number(line.value)} {line.unit}",
        "" if line.target is None else f"{_number(line.target)} {line.unit}",
        "" if line.ratio is None else f"{line.ratio:.2f}",
        "" if line.p95 is None else f"{_number(line.p95)} {line.unit}",
        "" if line.loaded is None else f"{_number(line.loaded)} {line.unit}",
        str(line.count),
    ] for line in lines)]  # fmt: skip


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def as_text(lines: list[Line]) -> str:
    """The table for a terminal."""
    rows = _rows(lines)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    text: list[str] = []
    for row in rows:
        first, *rest = zip(row, widths, strict=True)
        text.append("  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]))
    return "\n".join(text)


def as_markdown(lines: list[Line], facts: Facts, kind: str) -> str:
    """The table and what it was measured on."""
    here = machine()
    head, *body = _rows(lines)
    marks = ["---", *["---:"] * (len(head) - 1)]
    table = "\n".join("| " + " | ".join(row) + " |" for row in [head, marks, *body])
    busy = f"other work kept {here['busy']} processes busy meanwhile, " if here["busy"] > 1.5 else ""
    return (
        f"Measured {here['at']} on {here['cores']} cores ({here['cpu']}), {here['system']}, "
        f"CPython {here['python']}, {kind}, {busy}with {facts.generations:,} generations in "
        f"{facts.batches:,} batches, {facts.images:,} images, {facts.sessions:,} sessions, "
        f"{facts.folders:,} folders and {facts.prompts:,} prompts.\n\n{table}\n"
    )


def keep(lines: list[Line], facts: Facts, kind: str) -> Path:
    """Write the figures as JSON under bench/results/."""
    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    path = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S}.json"
    about = {name: value for name, value in asdict(facts).items() if name != "some_images"}
    rows = [asdict(line) | {"ratio": line.ratio} for line in lines]
    whole = {"machine": machine(), "database": kind, "data": about, "figures": rows}
    path.write_bytes(orjson.dumps(whole, option=orjson.OPT_INDENT_2))
    return path


def write_document(figures: str) -> None:
    """Replace the figures in docs/reference/benchmarks.md. Raises ValueError when their place is gone."""
    before, rest = DOCUMENT.read_text().split(BEGIN, 1)
    _, after = rest.split(END, 1)
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{figures}\n{END}{after}")
