"""kill -9 in the middle, in both shapes: the work goes on, nothing is lost, doubled or paid twice."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.program import Program
from tests.sidebars import whole


@pytest.fixture
def programs() -> Iterator[list[Program]]:
    """Programs to be stopped at the end, whatever happens."""
    started: list[Program] = []
    yield started
    for program in started:
        if program.process is not None and program.process.poll() is None:
            program.kill()


def paid(ledger: Path) -> Counter[str]:
    """How often each generation was paid for."""
    return Counter(ledger.read_text().split()) if ledger.exists() else Counter()


def test_embedded_a_killed_program_goes_on_where_it_was(tmp_path: Path, programs: list[Program]) -> None:
    ledger = tmp_path / "ledger"
    first = Program(tmp_path / "home", OPENCANVA_ENGINE_FAKE_LEDGER=str(ledger))
    programs.append(first.start())
    batch = first.generate("a fox [latency:1.5]", images=4)
    first.until(batch["id"], "generating", 2)
    first.kill()
    second = Program(tmp_path / "home", OPENCANVA_ENGINE_FAKE_LEDGER=str(ledger))
    programs.append(second.start())
    done = second.finished(batch["id"])
    assert {made["status"] for made in done["generations"]} <= {"complete", "interrupted"}
    assert any(made["status"] == "complete" for made in done["generations"])
    assert set(paid(ledger).values()) == {1}
    images = [made["image"]["id"] for made in done["generations"] if made["image"]]
    assert len(images) == len(set(images))
    line = whole(second.call("GET", "/sidebar"))["sessions"][0]
    assert (line["working"], line["images"]) == (0, len(images))
    assert second.stop() == 0


def test_embedded_everything_survives_many_kills(tmp_path: Path, programs: list[Program]) -> None:
    home = tmp_path / "home"
    batches = []
    for number in range(4):
        program = Program(home)
        programs.append(program.start())
        batches.append(program.generate(f"fox {number} [latency:0.3]", "fake/quick", 2))
        program.kill()
    last = Program(home)
    programs.append(last.start())
    for batch in batches:
        done = last.finished(batch["id"])
        assert [made["status"] for made in done["generations"]] == ["complete", "complete"]
    assert whole(last.call("GET", "/sidebar"))["sessions"][0]["working"] == 0


def test_embedded_a_replay_walks_on_after_every_kill(tmp_path: Path, programs: list[Program]) -> None:
    home = tmp_path / "home"
    programs.append(Program(home).start())
    first = programs[-1].finished(programs[-1].generate("one [latency:0.6]", "fake/quick")["id"])
    body = {
        "session_id": first["session_id"],
        "prompt": "two [latency:0.6]",
        "models": ["fake/quick"],
        "parent": {"image_id": first["generations"][0]["image"]["id"], "kind": "vary"},
    }
    second = programs[-1].finished(programs[-1].call("POST", "/batches", body, 202)["id"])
    last = second["generations"][0]["image"]["id"]
    told = programs[-1].call("POST", f"/images/{last}/replay", {"models": ["fake/paid"]}, 202)
    lengths = []
    deadline = time.monotonic() + 60
    while told["state"] == "running" and time.monotonic() < deadline:
        if len(told["batches"]) not in lengths:  # once in every step
            lengths.append(len(told["batches"]))
            programs[-1].kill()
            programs.append(Program(home).start())
        time.sleep(0.05)
        told = programs[-1].call("GET", f"/replays/{told['id']}")
    assert lengths == [1, 2]
    batches = programs[-1].call("GET", f"/sessions/{first['session_id']}/batches")["items"]
    assert [batch["id"] for batch in reversed(batches)][2:] == told["batches"]
    made = [batch["generations"][0]["status"] for batch in batches]
    if told["state"] == "complete":
        assert (set(made), told["done"]) == ({"complete"}, 2)
    else:  # killed while it was being paid for: nobody knows, and it is not paid again
        assert (told["state"], made[0]) == ("failed", "interrupted")
        assert "being paid for" in told["reason"]


def test_distributed_another_worker_takes_over_from_a_killed_one(
    tmp_path: Path, postgres_url: str, programs: list[Program]
) -> None:
    ledger = tmp_path / "ledger"
    url = postgres_url.replace("+asyncpg", "")
    parts = [Program(tmp_path / "home", url, part, OPENCANVA_ENGINE_FAKE_LEDGER=str(ledger))
             for part in ("api", "worker", "worker")]  # fmt: skip
    api, one, two = parts
    programs.append(api.start())
    programs.append(one.start(answers=False))
    batch = api.generate("a fox [latency:2]", images=4)
    api.until(batch["id"], "generating", 2)
    programs.append(two.start(answers=False))
    one.kill()
    done = api.finished(batch["id"])
    assert {made["status"] for made in done["generations"]} <= {"complete", "interrupted"}
    assert any(made["status"] == "complete" for made in done["generations"])
    assert set(paid(ledger).values()) == {1}
    assert whole(api.call("GET", "/sidebar"))["sessions"][0]["working"] == 0
