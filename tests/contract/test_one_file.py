"""Adding an engine touches one file: it is found, set up, offered and drawn with, and no other file knows of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "opencanva-acme"
INK = '''"""Ink: plain blots, as an engine of one file."""

from opencanva.engines.contract import EngineConfig, Model, Output
from opencanva.engines.fake import draw
from pydantic import Field, SecretStr


class InkConfig(EngineConfig):
    """What it is told once."""

    api_key: SecretStr = Field(title="API key")


class Ink:
    """Draws blots."""

    id, name, Config = "ink", "Ink", InkConfig

    def __init__(self, config):
        self.key = config.api_key

    async def models(self):
        return [Model("blot", "Blot", {"1:1": (32, 32)})]

    async def generate(self, ask, memo):
        yield Output(draw(ask.width, ask.height, ask.prompt, 2))


ENGINE = Ink
'''
SCRIPT = """
import asyncio, sys
import opencanva.engines.builtin as builtin
builtin.__path__.append(sys.argv[1])  # the folder in which the file lies counts as the package's
from opencanva.api.engine_views import kind_view
from opencanva.engines.catalog import Catalog
from opencanva.engines.contract import Ask

async def look():
    catalog = Catalog.discover({"ink": {"api_key": "sk-1"}})
    kind = next(found for found in await catalog.kinds() if found.id == "ink")
    shown = await kind_view(catalog, kind)
    print(sorted(shown["schema"]["properties"]), shown["description"])
    print([model.id for model in await catalog.models() if model.engine == "ink"])
    steps = catalog.engine("ink").generate(Ask("k", "blot", "a fox", "1:1", 32, 32), None)
    print([step.data[:4] async for step in steps])

asyncio.run(look())
"""


def test_a_file_among_the_built_in_ones_is_an_engine(tmp_path: Path) -> None:
    (tmp_path / "ink.py").write_text(INK)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == ["['api_key'] Draws blots.", "['ink/blot']", r"[b'\x89PNG']"], (
        done.stderr
    )


def test_no_file_of_the_program_knows_a_third_partys_engine() -> None:
    assert [path.name for path in EXAMPLE.rglob("*.py")] == ["opencanva_acme.py"]
    texts = [path for top in ("src/opencanva", "web/src") for path in (ROOT / top).rglob("*")]
    told = [
        path.name
        for path in texts
        if path.suffix in (".py", ".ts", ".tsx") and "acme" in path.read_text().lower()
    ]
    assert told == []
