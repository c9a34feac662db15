"""`python -m bench`: make the data (once), measure, print the table, keep the figures."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import signal
import sys
import time

from bench.data import prepare
from bench.plan import Size
from bench.run import over_twice, run
from bench.table import as_markdown, as_text, keep, write_document

FULL, QUICK = 1_000_000, 50_000


def main() -> int:
    """Run the benchmark; 0 when every figure was taken, whatever the figures are."""
    options = _parser().parse_args()
    began = time.perf_counter()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the child processes end, too

    def say(what: str) -> None:
        print(f"\033[2m{time.perf_counter() - began:6.1f} s  {what}\033[0m", file=sys.stderr, flush=True)

    size = Size(QUICK if options.quick else options.generations)
    say(f"data: {size.generations:,} generations, seed {options.seed}")
    made, facts = asyncio.run(prepare(options.seed, size, options.database))
    say(f"the data is there (it took {facts.seconds} s to make)")
    if options.data_only:
        return 0
    lines = asyncio.run(run(made, facts, options.database, say))
    kind = "PostgreSQL" if options.database else "SQLite"
    print(as_text(lines))
    print(f"\nWritten to {keep(lines, facts, kind)}")
    for line in over_twice(lines):
        print(f"Falls short: {line.what}")
    if options.write:
        write_document(as_markdown(lines, facts, kind))
    shutil.rmtree(made.parent / f"run-{made.name}", ignore_errors=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--generations", type=int, default=FULL, help=f"how many; default {FULL:,}")
    parser.add_argument("--quick", action="store_true", help=f"only {QUICK:,} generations")
    parser.add_argument("--seed", type=int, default=1, help="other seeds give other data; default 1")
    parser.add_argument("--database", help="an empty postgresql:// database to use instead of SQLite")
    parser.add_argument("--data-only", action="store_true", help="make the data and stop")
    parser.add_argument("--write", action="store_true", help="refresh docs/reference/benchmarks.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
