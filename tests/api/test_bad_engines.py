"""Engines that misbehave: each failure has a code and words, costs nobody else anything, can be retried."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.served import App, serve

MARKER = "sk-marker-5f1c9"


@pytest.fixture
async def impatient(tmp_path: Path, sqlite_url: str) -> AsyncIterator[App]:
    """A program that takes half a second of silence for a hang, with a secret in the fake engine."""
    async with serve(
        tmp_path / "home", sqlite_url, settings={"silence": 0.5},
        environ={"OPENCANVA_ENGINE_FAKE_SECRET": MARKER},
    ) as running:  # fmt: skip
        yield running


@pytest.mark.parametrize(
    ("script", "code", "words"),
    [
        ("raise", "unavailable", "broke down"),
        ("leak", "unavailable", "broke down"),
        ("hang", "unavailable", "Fake"),
        ("refuse", "refused", "other words"),
        ("garbage", "bad_picture", "no picture"),
        ("empty", "bad_picture", "empty"),
        ("truncated", "bad_picture", "ends early"),
        ("huge", "bad_picture", "megapixels"),
        ("wrong", "unavailable", "Fake"),
        ("nothing", "unavailable", "Fake"),
    ],
)
async def test_a_failure_is_told_with_its_reason(impatient: App, script: str, code: str, words: str) -> None:
    made = (await impatient.made(f"a fox [{script}]"))["generations"][0]
    assert (made["status"], made["problem"]["code"], made["image"]) == ("failed", code, None)
    assert words.lower() in made["problem"]["words"].lower()
    assert MARKER not in str(made)
    after = await impatient.made("a fox", session_id=made["session_id"])
    assert after["generations"][0]["status"] == "complete"


async def test_a_busy_engine_is_asked_again_when_it_said(lite: App) -> None:
    batch = await lite.generate("a fox [limited:1]")
    waiting = await lite.until(batch["generations"][0]["id"], "queued", "complete")
    done = await lite.finished(batch["id"])
    assert done["generations"][0]["status"] == "complete"
    assert done["generations"][0]["attempt"] == 2
    assert waiting["problem"] is None


async def test_an_engine_that_is_away_for_a_moment_is_tried_again(lite: App) -> None:
    done = await lite.made("a fox [unavailable:1]")
    assert done["generations"][0]["status"] == "complete"


async def test_a_paid_call_whose_answer_got_lost_is_not_repeated(app: App) -> None:
    made = (await app.made("a fox [lost]", models=["fake/paid"]))["generations"][0]
    assert (made["status"], made["problem"]["code"]) == ("interrupted", "interrupted")
    assert "charged" in made["problem"]["words"]


async def test_an_actual_price_replaces_the_estimate(app: App) -> None:
    batch = await app.generate(models=["fake/paid"])
    assert batch["generations"][0]["cost"] == {"amount": 0.04, "currency": "USD", "estimated": True}
    done = await app.finished(batch["id"])
    assert done["generations"][0]["cost"] == {"amount": 0.04, "currency": "USD", "estimated": False}


async def test_what_an_engine_noticed_stays_with_the_picture(lite: App) -> None:
    made = (await lite.made("a fox [notice:2]"))["generations"][0]
    assert made["notices"] == ["Fake notice 1.", "Fake notice 2."]


async def test_an_engine_is_not_given_more_at_once_than_it_takes(lite: App) -> None:
    batches = [await lite.generate("a fox [latency:0.3]", images_per_model=4) for _ in range(2)]
    most = 0
    while True:
        seen = [await lite.get(f"/batches/{batch['id']}") for batch in batches]
        states = [made["status"] for batch in seen for made in batch["generations"]]
        most = max(most, sum(state in ("preparing", "generating", "processing") for state in states))
        if all(state == "complete" for state in states):
            break
    assert 1 < most <= 4


def fill(path: Path) -> None:
    """Write until nothing more fits."""
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(1024))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk can be made only by root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


async def test_a_full_disk_fails_the_generation_and_leaves_the_session_usable(
    tmp_path: Path, small_disk: Path, sqlite_url: str
) -> None:
    settings = {"blobs": f"file://{small_disk}/blobs"}
    async with serve(tmp_path / "home", sqlite_url, settings=settings) as app:
        first = await app.made("a fox")
        assert first["generations"][0]["status"] == "complete"
        filler = small_disk / "filler"
        fill(filler)
        failed = (await app.made("another fox", session_id=first["session_id"]))["generations"][0]
        assert (failed["status"], failed["problem"]["code"]) == ("failed", "out_of_space")
        assert "full" in failed["problem"]["words"]
        filler.unlink()
        again = await app.post(f"/generations/{failed['id']}/retry")
        assert (await app.until(again["id"], "complete", "failed"))["status"] == "complete"
