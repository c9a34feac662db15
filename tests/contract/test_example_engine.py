"""The example of a third party's engine: installed as a package, found, and held to the same contract."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from opencanva.engines.contract import Ask, Misconfigured, Output, Refused, Unavailable
from tests.contract.acme_server import KEY, acme_server
from tests.contract.memos import NearMemo

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "opencanva-acme"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's wheel, built and unpacked by an installer into a folder of its own."""
    place = tmp_path_factory.mktemp("installed")
    source = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("source") / "acme")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    uv = shutil.which("uv", path=path)  # the environment's own: it may have no pip
    install = (
        [uv, "pip", "install", "--python", sys.executable] if uv else [sys.executable, "-m", "pip", "install"]
    )
    subprocess.run(
        [*install, "-q", "--no-deps", "--no-build-isolation", "--target", str(place), str(source)],
        check=True,
        env=os.environ | {"PATH": path},
    )
    return place


def python(installed: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(installed), str(ROOT / "src"), str(ROOT)])
    return subprocess.run(
        [sys.executable, *arguments],
        env=os.environ | {"PYTHONPATH": path} | environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_the_installed_engine_keeps_the_contract(installed: Path) -> None:
    with acme_server() as server:
        done = python(
            installed,
            *(
                "-m",
                "pytest",
                "-n0",
                "-p",
                "no:cacheprovider",
                "tests/contract/test_engines.py",
                "-k",
                "acme",
            ),
            OPENCANVA_ENGINE_ACME_BASE_URL=server.url,
            OPENCANVA_ENGINE_ACME_API_KEY=KEY,
            OPENCANVA_ENGINE_ACME_POLL="0.05",
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 passed" in done.stdout


def test_without_its_settings_it_is_listed_with_the_reason(installed: Path) -> None:
    script = (
        "import asyncio; from opencanva.engines.catalog import Catalog; "
        "states = asyncio.run(Catalog.discover({}).engines()); "
        "print([(s.id, s.state, s.reason) for s in states if s.id == 'acme'])"
    )
    said = python(installed, "-c", script).stdout
    assert "'acme', 'needs_config'" in said
    assert "OPENCANVA_ENGINE_ACME_API_KEY: it is needed and was not given" in said


@pytest.fixture
def acme_class(installed: Path) -> type:
    sys.path.insert(0, str(installed))
    try:
        from opencanva_acme import Acme
    finally:
        sys.path.remove(str(installed))
    return Acme  # type: ignore[no-any-return]


def ask(prompt: str = "a boat") -> Ask:
    return Ask("job-1", "brush", prompt, "1:1", 128, 128, 7, options={"contrast": 50})


async def test_a_restart_with_the_handle_submits_nothing_again(acme_class: type) -> None:
    with acme_server() as server:
        engine = acme_class(acme_class.Config(base_url=server.url, api_key=KEY, poll=0.01))
        memo = NearMemo()
        first = engine.generate(ask(), memo)
        await anext(first)
        assert (memo.value, memo.acts) == ("job-1", ["about to pay", "put"])
        again = NearMemo(memo.value)
        steps = [step async for step in engine.generate(ask(), again)]
        await engine.close()
    assert isinstance(steps[-1], Output)
    assert again.acts == []
    assert len(server.jobs) == 1


async def test_closing_it_stops_the_remote_job(acme_class: type) -> None:
    with acme_server() as server:
        engine = acme_class(acme_class.Config(base_url=server.url, api_key=KEY, poll=0.01))
        steps = engine.generate(ask(), NearMemo())
        await anext(steps)
        await steps.aclose()
        assert server.stopped == ["job-1"]
        await engine.close()


@pytest.mark.parametrize(
    ("key", "prompt", "failure"), [("wrong", "a boat", Misconfigured), (KEY, "forbidden", Refused)]
)
async def test_the_hosts_answers_become_failures(
    acme_class: type, key: str, prompt: str, failure: type[Exception]
) -> None:
    with acme_server() as server:
        engine = acme_class(acme_class.Config(base_url=server.url, api_key=key, poll=0.01))
        with pytest.raises(failure):
            await anext(engine.generate(ask(prompt), NearMemo()))
        await engine.close()


async def test_a_server_that_is_not_there_was_surely_not_paid(acme_class: type) -> None:
    engine = acme_class(acme_class.Config(base_url="http://127.0.0.1:9", api_key=KEY))
    with pytest.raises(Unavailable) as failed:
        await anext(engine.generate(ask(), NearMemo()))
    assert failed.value.unpaid
