"""The files of the checkout that the rules of the house are about."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = {".py", ".ts", ".tsx"}
GENERATED = ("migrations/versions/", "schema.d.ts", "routeTree.gen.ts", "/generated/")


@cache
def tracked() -> list[Path]:
    """Every file that is or would be committed, relative to the checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    return [Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()]


def code() -> list[Path]:
    """The Python and TypeScript files that people write."""
    return [
        path
        for path in tracked()
        if path.suffix in CODE and not any(part in path.as_posix() for part in GENERATED)
    ]


def read(path: Path) -> str:
    """The text of a file of the checkout; empty for one that is no text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
