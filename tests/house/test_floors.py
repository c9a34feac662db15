"""Imports keep to the floors and to the rooms' doors."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.files import ROOT, code, read

BEHIND_THE_DOOR = {"store", "tables", "job_store"}


def imports_of(path: Path) -> set[str]:
    """The dotted names a Python file imports, names taken from a package included."""
    found = set()
    for node in ast.walk(ast.parse(read(path))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


def product() -> list[Path]:
    """The product's Python files."""
    return [path for path in code() if path.parts[:2] == ("src", "opencanva")]


def test_floors_only_look_down() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]


def test_the_linter_sees_an_import_that_climbs(tmp_path: Path) -> None:
    copy = tmp_path / "src" / "opencanva"
    for path in product():
        target = copy.joinpath(*path.parts[2:])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(read(path))
    with (copy / "kit" / "clock.py").open("a") as clock:
        clock.write("\nfrom opencanva.rooms.sessions import service\n")
    start = "from importlinter.cli import lint_imports_command as main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start, "--no-cache", "--config", ROOT / ".importlinter"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "opencanva.kit.clock -> opencanva.rooms.sessions.service" in done.stdout


def test_a_room_is_entered_by_its_front_door() -> None:
    wrong = []
    for path in product():
        own = path.parts[3] if path.parts[2] == "rooms" and len(path.parts) > 4 else None
        if path.parts[2] in ("migrations", "worker", "house.py"):
            continue  # tables make the schema; the worker runs a room's jobs on its behalf
        for name in imports_of(path):
            steps = name.split(".")
            inside = steps[:2] == ["opencanva", "rooms"] and len(steps) > 3 and steps[3] in BEHIND_THE_DOOR
            if inside and steps[2] != own:
                wrong.append(f"{path} imports {name}")
    assert wrong == []


def test_only_core_knows_which_database_it_is() -> None:
    allowed = ("src/opencanva/core/", "src/opencanva/migrations/")
    wrong = []
    for path in product():
        if path.as_posix().startswith(allowed):
            continue
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.Compare) and any(
                isinstance(side, ast.Constant) and side.value in ("sqlite", "postgresql")
                for side in (node.left, *node.comparators)
            ):
                wrong.append(f"{path}:{node.lineno}")
    assert wrong == []


@pytest.mark.parametrize("noun", ["session", "folder", "batch", "generation", "prompt", "draft"])
def test_kit_and_core_know_no_product_noun(noun: str) -> None:
    wrong = []
    for path in product():
        if path.parts[2] not in ("kit", "core"):
            continue
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.keyword):
                continue  # a library's word
            named = getattr(node, "name", None) or getattr(node, "id", None) or getattr(node, "arg", None)
            if isinstance(named, str) and noun in named.lower().split("_"):
                wrong.append(f"{path}:{getattr(node, 'lineno', 0)} {named}")
    assert wrong == []
