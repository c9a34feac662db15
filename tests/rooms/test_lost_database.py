"""A database that goes away for a moment: what ran goes on, and nobody is told that it broke."""

from __future__ import annotations

import asyncio
from pathlib import Path

import asyncpg

from tests.served import serve
from tests.sidebars import whole

DROP = (
    "select pg_terminate_backend(pid) from pg_stat_activity "
    "where datname = current_database() and pid <> pg_backend_pid()"
)


async def test_generations_go_on_after_every_connection_was_cut(tmp_path: Path, postgres_url: str) -> None:
    async with serve(tmp_path / "home", postgres_url, settings={"lease": 1.0}) as app:
        batch = await app.generate("a fox [latency:1.5]", images_per_model=3)
        await app.until(batch["generations"][0]["id"], "generating")
        direct = await asyncpg.connect(postgres_url.replace("+asyncpg", ""))
        await direct.execute(DROP)
        await direct.close()
        await asyncio.sleep(0.2)
        done = await app.finished(batch["id"])
        assert [(made["status"], made["problem"]) for made in done["generations"]] == [("complete", None)] * 3
        line = whole(await app.get("/sidebar"))["sessions"][0]
        assert (line["working"], line["images"]) == (0, 3)
