"""The documentation is true: generated pages are fresh, decisions name the tests that hold them."""

import ast
import re
from pathlib import Path

import pytest
from scripts import reference

from opencanva.api.problems import PROBLEMS
from opencanva.settings import Settings
from tests.house.files import ROOT, code, read, tracked

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
AT_START = ("opencanva.house", "opencanva.migrations", "opencanva.commands")
"""Errors of these never reach a client: without them there is no server."""


@pytest.mark.parametrize("name", ["openapi.json", "settings.md", "errors.md", "events.md"])
def test_reference_pages_are_fresh(name: str) -> None:
    page = ROOT / "docs" / "reference" / name
    assert page.read_text(encoding="utf-8") == reference.pages()[name], "run `make reference`"


def test_every_error_code_has_a_status_and_every_status_a_code() -> None:
    codes = {kind.code for kind in reference.meanings() if not kind.__module__.startswith(AT_START)}
    assert codes - PROBLEMS.keys() == set(), "api/problems.py has no status for these"
    assert PROBLEMS.keys() - codes - reference.OF_THE_FRAMEWORK.keys() == set(), "nothing raises these"
    assert all(400 <= status < 600 for status, _ in PROBLEMS.values())


def test_codes_of_failed_generations_are_those_the_worker_gives() -> None:
    given = set()
    for path in [
        Path("src/opencanva/worker/runner.py"),
        Path("src/opencanva/rooms/batches/jobs.py"),
        Path("src/opencanva/worker/budget.py"),
    ]:
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.Constant) and node.value in reference.OF_GENERATIONS:
                given.add(node.value)
    assert given == set(reference.OF_GENERATIONS)


def test_settings_stay_few_and_every_one_is_explained() -> None:
    assert len(Settings.model_fields) <= 25
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_readme_names_the_settings_that_matter() -> None:
    readme = read(Path("README.md"))
    for name in ("home", "host", "port", "open_browser", "database", "blobs"):
        assert f"OPENCANVA_{name.upper()}" in readme


def test_links_between_pages_lead_somewhere() -> None:
    broken = []
    for page in (path for path in tracked() if path.suffix == ".md"):
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", read(page)):
            if "://" not in target and not (ROOT / page.parent / target).exists():
                broken.append(f"{page} -> {target}")
    assert broken == []


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_one_page_and_names_tests_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 50
    last = text.strip().split("\n\n")[-1]
    assert last.startswith("**Enforced by:**")
    named = re.findall(r"`(test_\w+)`", last)
    assert named
    assert set(named) - names_of_tests() == set()


def names_of_tests() -> set[str]:
    """The names of all Python tests."""
    return {
        node.name
        for path in code()
        if path.parts[0] == "tests"
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    }
