"""Limits and the budget of an engine, kept across workers and processes, and changes that all of them see."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from opencanva.core.actor import Actor
from opencanva.engines.instances import Terms
from opencanva.kit.clock import month_start
from opencanva.rooms.batches import job_store, jobs
from opencanva.rooms.batches.types import Claim
from opencanva.rooms.usage import service as usage
from opencanva.worker import budget
from tests.served import App, serve

RUNNING = ("preparing", "generating", "processing")


async def limit(app: App, **limits: Any) -> None:
    """Give the fake engine these limits."""
    await app.patch("/engines/fake", {"limits": limits})


@pytest.fixture
async def two(tmp_path: Path, postgres_url: str) -> AsyncIterator[tuple[App, App]]:
    """Two whole programs over one PostgreSQL database."""
    shared = {"blobs": f"file://{tmp_path}/blobs", "secret": "one secret for all machines"}
    async with (
        serve(tmp_path / "one", postgres_url, settings=shared) as one,
        serve(tmp_path / "two", postgres_url, settings=shared) as other,
    ):
        yield one, other


async def test_what_one_process_changes_the_others_see_at_once(two: tuple[App, App]) -> None:
    one, other = two
    await one.get("/engines")
    await other.get("/engines")
    await one.post("/engines", {"kind": "fake", "values": {"secret": "sk-shared-key"}}, 201)
    batch = await other.generate(models=["fake-2/quick"], images_per_model=4)
    assert {made["status"] for made in (await one.finished(batch["id"]))["generations"]} == {"complete"}
    await other.get("/engines")
    assert other.house.engines.secrets("fake-2") == ["sk-shared-key"]
    await other.client.delete("/engines/fake-2")
    assert "fake-2" not in [one["id"] for one in await one.get("/engines")]


async def test_two_processes_together_run_no_more_at_once_than_allowed(two: tuple[App, App]) -> None:
    one, other = two
    await limit(one, at_once=2)
    batches = [await app.generate("a fox [latency:0.2]", images_per_model=3) for app in two]
    most, stages = 0, set()
    while True:
        seen = [await other.get(f"/batches/{batch['id']}") for batch in batches]
        made = [one for batch in seen for one in batch["generations"]]
        most = max(most, sum(one["status"] in RUNNING for one in made))
        stages |= {one["stage"] for one in made if one["status"] == "queued"}
        if all(one["status"] == "complete" for one in made):
            break
    assert most == 2
    assert "waiting: 2 at once" in stages


async def test_no_more_begin_in_a_minute_than_allowed_and_the_rest_says_why_it_waits(app: App) -> None:
    await limit(app, per_minute=2)
    batch = await app.generate(images_per_model=4)
    async with asyncio.timeout(20):
        while True:
            made = (await app.get(f"/batches/{batch['id']}"))["generations"]
            waiting = [one["stage"] for one in made if one["status"] == "queued"]
            if waiting == ["waiting: 2 a minute"] * 2:
                break
            await asyncio.sleep(0.02)
    assert sum(one["status"] == "complete" for one in made) <= 2
    await limit(app)
    done = await app.finished(batch["id"])
    assert [one["status"] for one in done["generations"]] == ["complete"] * 4


async def test_what_comes_while_the_engine_is_busy_says_so_and_goes_on(lite: App) -> None:
    works = lite.house.works
    async with works.writing(Actor(lite.house.owner.id)) as work:
        await job_store.close_gate(work.db, "fake", work.clock.now() + 1500)
    batch = await lite.generate()
    async with asyncio.timeout(10):
        while (await lite.get(f"/batches/{batch['id']}"))["generations"][0]["stage"] != jobs.BUSY:
            await asyncio.sleep(0.02)
    done = (await lite.finished(batch["id"]))["generations"][0]
    assert (done["status"], done["stage"]) == ("complete", "")


async def test_nothing_is_paid_beyond_the_budget(app: App) -> None:
    await limit(app, budget=0.1, currency="USD")
    batch = await app.made(models=["fake/paid"], images_per_model=4)
    states = sorted((made["status"], (made["problem"] or {}).get("code")) for made in batch["generations"])
    assert states == [
        ("complete", None), ("complete", None), ("failed", "budget_spent"), ("failed", "budget_spent"),
    ]  # fmt: skip
    engine = app.house.engines.engine("fake")
    assert len(engine.paid) == 2  # type: ignore[attr-defined]
    shown = next(one for one in await app.get("/engines") if one["id"] == "fake")
    assert shown["spent"] == [{"amount": 0.08, "currency": "USD"}]
    failed = next(made for made in batch["generations"] if made["status"] == "failed")
    assert "0.08 is spent" in failed["problem"]["words"]
    await limit(app, budget=0.12, currency="USD")
    await app.post(f"/generations/{failed['id']}/retry")
    assert (await app.until(failed["id"], "complete", "failed"))["status"] == "complete"


async def test_what_runs_counts_and_the_next_waits_for_what_it_will_have_cost(lite: App) -> None:
    await limit(lite, budget=0.05, currency="USD")
    batch = await lite.generate("a fox [latency:1]", models=["fake/paid"], images_per_model=2)
    stages = set()
    while True:
        made = (await lite.get(f"/batches/{batch['id']}"))["generations"]
        stages |= {one["stage"] for one in made if one["status"] == "queued"}
        if not any(one["status"] in ("queued", *RUNNING) for one in made):
            break
    assert "waiting: what runs may use up the budget" in stages
    assert sorted(one["status"] for one in made) == ["complete", "failed"]


async def test_what_was_paid_counts_also_when_it_was_cancelled_or_is_no_picture(app: App) -> None:
    await limit(app, budget=0.08, currency="USD")
    batch = await app.generate("a fox [latency:9]", models=["fake/paid"])
    paid = app.house.engines.engine("fake").paid  # type: ignore[attr-defined]
    async with asyncio.timeout(10):
        while not paid:
            await asyncio.sleep(0.02)
    await app.post(f"/batches/{batch['id']}/cancel")
    assert (await app.finished(batch["id"]))["generations"][0]["status"] == "cancelled"
    assert (await app.made("[garbage]", models=["fake/paid"]))["generations"][0]["status"] == "failed"
    third = (await app.made(models=["fake/paid"]))["generations"][0]
    assert (third["problem"]["code"], len(paid)) == ("budget_spent", 2)
    shown = next(one for one in await app.get("/engines") if one["id"] == "fake")
    assert shown["spent"] == [{"amount": 0.08, "currency": "USD"}]
    free = (await app.made(models=["fake/quick"]))["generations"][0]
    assert free["status"] == "complete"


async def test_only_what_a_host_may_have_taken_counts_as_spent(tmp_path: Path, database_url: str) -> None:
    async with serve(tmp_path / "home", database_url, work=False) as app:
        made = (await app.generate(models=["fake/paid"]))["generations"][0]
        id, works, actor = made["id"], app.house.works, Actor(app.house.owner.id)

        async def claimed() -> Claim:
            async with works.writing(actor) as work:
                waiting = await job_store.look(work.db, id)
                assert waiting is not None
                claim = await jobs.claim(work, waiting, 60_000, 4, Terms(), budget.within(Terms()))
                assert claim is not None
                assert await jobs.about_to_pay(work, claim)
                return claim

        async def spent() -> float:
            async with works.reading(actor) as work:
                return round(await usage.spent(work), 2)

        claim = await claimed()
        async with works.writing(actor) as work:
            await jobs.fail(work, claim, "refused", "No.", paid=jobs.Paid.ONLY_IF_SUBMITTED)
        assert await spent() == 0.0
        await app.post(f"/generations/{id}/retry")
        claim = await claimed()
        async with works.writing(actor) as work:
            await jobs.stop(work, claim)
        assert await spent() == 0.04
        await app.post(f"/generations/{id}/retry")
        claim = await claimed()
        async with works.writing(actor) as work:
            await jobs.keep_memo(work, claim, "a handle")
            await jobs.release(work, claim)
        await app.post(f"/generations/{id}/cancel")
        assert await spent() == 0.08
        await app.post(f"/generations/{id}/retry")
        await claimed()
        await app.post("/organise", {"act": "trash", "ids": [made["session_id"]]})
        await app.post("/trash/delete", {"ids": [made["session_id"]]})
        assert await spent() == 0.12


async def test_a_budget_in_another_currency_lets_nothing_be_paid(lite: App) -> None:
    await limit(lite, budget=100.0, currency="EUR")
    made = (await lite.made(models=["fake/paid"]))["generations"][0]
    assert (made["problem"]["code"], "USD" in made["problem"]["words"]) == ("budget_spent", True)
    free = (await lite.made(models=["fake/quick"]))["generations"][0]
    assert free["status"] == "complete"


async def test_a_budget_never_takes_an_unknown_price_for_free(app: App) -> None:
    await app.patch("/engines/fake", {"values": {"untold": True}})
    price = next(one["price"] for one in await app.get("/models") if one["id"] == "fake/paid")
    assert (price["known"], price["amount"]) == (False, 0)
    made = (await app.made(models=["fake/paid"]))["generations"][0]
    assert (made["status"], made["cost"]["amount"], made["cost"]["estimated"]) == ("complete", 0, True)
    await limit(app, budget=0.12, currency="EUR")
    made = (await app.made(models=["fake/paid"]))["generations"][0]
    assert (made["problem"]["code"], "Nothing was asked for" in made["problem"]["words"]) == (
        "price_unknown",
        True,
    )
    assert (await app.made(models=["fake/quick"]))["generations"][0]["status"] == "complete"
    await limit(app, budget=0.12, currency="EUR", assumed=0.05)
    batch = await app.made(models=["fake/paid"], images_per_model=4)
    states = sorted((made["status"], (made["problem"] or {}).get("code")) for made in batch["generations"])
    assert states == [
        ("complete", None), ("complete", None), ("failed", "budget_spent"), ("failed", "budget_spent"),
    ]  # fmt: skip
    costs = [made["cost"] for made in batch["generations"] if made["status"] == "complete"]
    assert costs == [{"amount": 0.05, "currency": "EUR", "estimated": True}] * 2
    shown = next(one for one in await app.get("/engines") if one["id"] == "fake")
    assert shown["spent"] == [{"amount": 0.1, "currency": "EUR"}]
    assert len(app.house.engines.engine("fake").paid) == 3  # type: ignore[attr-defined]


def test_a_month_begins_at_its_first_millisecond() -> None:
    assert month_start(1_795_446_000_000) == 1_793_491_200_000
    assert month_start(1_793_491_200_000) == 1_793_491_200_000
    assert month_start(1_793_491_199_999) == 1_790_812_800_000
