"""Files stay small, say what they are for, and keep to the house's words."""

import ast
import re
from pathlib import Path

from tests.house.files import ROOT, code, read, tracked

RESERVED = re.compile(r"\b(login_session|db_session|loginSession|dbSession|LoginSession|DbSession)\b")
"""A session is the creative workspace and nothing else."""
SUFFIXES = ("Manager", "Helper", "Util", "Utils", "DTO", "Base")
LEFT_UNDONE = re.compile(
    r"\b(TODO|FIXME|XXX)\b|\braise NotImplementedError|\b(?i:coming soon|not implemented)\b"
)
PATCHING = re.compile(r"unittest\.mock|MagicMock|monkeypatch\.setattr|mocker\.|vi\.mock\(|jest\.mock\(")
THIS = Path("tests/house/test_files.py")


def test_python_files_have_at_most_400_lines_and_typescript_files_300() -> None:
    long = {}
    for path in code():
        lines = read(path).count("\n")
        if lines > (400 if path.suffix == ".py" else 300):
            long[str(path)] = lines
    assert long == {}


def test_every_file_opens_with_what_it_is_for() -> None:
    silent = []
    for path in code():
        text = read(path).removeprefix("#!/usr/bin/env python3\n").lstrip()
        if path.suffix == ".py":
            words = ast.get_docstring(ast.parse(text)) or ""
        else:
            words = text.split("\n", 1)[0].lstrip("/* ") if text.startswith(("//", "/*")) else ""
        first = words.split("\n", 1)[0]
        if text and len(first) < 15:
            silent.append(str(path))
    assert silent == []


def test_reserved_words_keep_their_one_meaning() -> None:
    wrong = [str(path) for path in code() if path != THIS and RESERVED.search(read(path))]
    wrong += [str(path) for path in code() if path.name in ("models.py", "models.ts", "utils.py", "utils.ts")]
    assert wrong == []


def test_no_class_is_named_after_what_it_vaguely_does() -> None:
    vague = [
        f"{path}: {node.name}"
        for path in code()
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.ClassDef) and node.name.endswith(SUFFIXES)
    ]
    assert vague == []


def test_nothing_is_left_undone() -> None:
    assert [str(path) for path in code() if path != THIS and LEFT_UNDONE.search(read(path))] == []


def test_tests_never_replace_our_own_code() -> None:
    tests = [path for path in code() if path.parts[0] in ("tests", "web") and path != THIS]
    assert [str(path) for path in tests if PATCHING.search(read(path))] == []


def test_no_registry_is_named_and_no_lock_holds_an_address() -> None:
    hosts = ["pypi" + ".org", "python" + "hosted.org", "registry." + "npmjs", "registry." + "yarnpkg"]
    naming = [str(path) for path in tracked() if any(host in read(path) for host in hosts)]
    assert naming == []
    locks = [path for path in tracked() if "lock" in path.name]
    assert len(locks) >= 4, "three of Python and the web app's"
    address = re.compile(r'"resolved":|index-url|https?://.*\.(whl|tgz)')
    assert [str(path) for path in locks if address.search(read(path))] == []


def test_no_path_of_a_developers_machine_is_in_the_tree() -> None:
    home = str(ROOT.parent) + "/"
    assert [str(path) for path in tracked() if len(home) > 2 and home in read(path)] == []
