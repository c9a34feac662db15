"""fal: hundreds of models behind a queue that keeps its jobs; each picture is submitted once and waited for."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any, ClassVar

from pydantic import Field

from opencanva.engines.abilities import DIFFUSION
from opencanva.engines.contract import Ask, EngineConfig, Memo, Model, Refused, Step, Unavailable
from opencanva.engines.hosted import (
    HostConfig,
    Look,
    Row,
    make_picture,
    offer,
    price_of,
    read_key,
    row_of,
    rows_of,
    steps,
    write_fields,
)
from opencanva.engines.http import Wire
from opencanva.engines.statuses import failure_of

_SOURCE = "an estimate; the host's price page decides"
_EDIT = {"reference": "image_urls", "many": True}

KNOWN = {
    "fal-ai/flux/schnell": Row(
        name="FLUX.1 schnell", sizes=DIFFUSION, seed=True, size="image_size", price=0.003, options=steps(4, 12)
    ),
    "fal-ai/flux/dev": Row(
        name="FLUX.1 dev", sizes=DIFFUSION, seed=True, size="image_size", price=0.025, options=steps(28, 50)
    ),
    "fal-ai/flux-pro/v1.1": Row(
        name="FLUX1.1 pro", sizes=DIFFUSION, seed=True, size="image_size", price=0.04
    ),
    "fal-ai/flux-pro/kontext": Row(
        name="FLUX.1 Kontext pro", sizes=DIFFUSION, seed=True, references=1, least=1, price=0.04
    ),
    "fal-ai/nano-banana": Row(
        name="Nano Banana", sizes=DIFFUSION, references=8, edit="fal-ai/nano-banana/edit", price=0.039, **_EDIT
    ),
    "fal-ai/bytedance/seedream/v4/text-to-image": Row(
        name="Seedream 4", sizes=DIFFUSION, seed=True, size="image_size", references=10, price=0.03,
        edit="fal-ai/bytedance/seedream/v4/edit", **_EDIT,
    ),
    "fal-ai/qwen-image": Row(
        name="Qwen Image", sizes=DIFFUSION, seed=True, negative=True, size="image_size", price=0.02,
        options=steps(30, 50),
    ),
}  # fmt: skip
"""What each is asked for, and about what it costs; a table in the settings wins over it."""


class FalConfig(HostConfig):
    """The key, and where the queue is."""

    base_url: str = Field("https://queue.fal.run", title="Address")


class Fal:
    """Models of many makers through one account at fal."""

    id: ClassVar[str] = "fal"
    name: ClassVar[str] = "fal"
    Config: ClassVar[type[EngineConfig]] = FalConfig
    needs: ClassVar[str] = "An account and a key"
    home: ClassVar[str] = "https://fal.ai/dashboard/keys"

    def __init__(self, config: FalConfig) -> None:
        key = read_key(self.name, self.home, config)
        self._wire = Wire(self.name, config.base_url, {"Authorization": f"Key {key}"}, [key])
        self._rows = rows_of(config, KNOWN)

    async def models(self) -> list[Model]:
        """The table: fal's queue does not say what it offers."""
        return offer(self._rows, _SOURCE)

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One job in the queue; its handle outlives a restart."""
        row = row_of(self.name, self._rows, ask.model)

        async def submit() -> str:
            path = row.edit if ask.references and row.edit else ask.model
            told = await self._wire.ask("POST", path, json=write_fields(ask, row))
            return _handle(self.name, told, path)

        steps = make_picture(
            self._wire, ask, memo, submit, self._look, self._stop, price=price_of(row, _SOURCE)
        )
        async with aclosing(steps) as parts:  # type: ignore[type-var]
            async for part in parts:
                yield part

    async def close(self) -> None:
        """Let go of the connections."""
        await self._wire.close()

    async def _look(self, handle: str) -> Look[tuple[str, dict[str, Any]]]:
        path = _path(handle)
        told = await self._wire.ask("GET", f"{path}/status")
        state = told.get("status") if isinstance(told, Mapping) else None
        if state == "IN_QUEUE":
            place = told.get("queue_position")
            return Look(stage=f"queued, {place} before it" if place else "queued")
        if state == "IN_PROGRESS":
            return Look(stage="drawing")
        if state != "COMPLETED":
            raise Refused(f"{self.name} stopped this job ({state}). Retry, or choose another model.")
        made = await self._wire.ask("GET", path)
        if isinstance(made, Mapping) and any(made.get("has_nsfw_concepts") or ()):
            raise failure_of(self.name, 422, {}, {"error": "The safety checker hid the picture."})
        images = (made.get("images") or [made.get("image")]) if isinstance(made, Mapping) else []
        address = images[0].get("url") if images and isinstance(images[0], Mapping) else None
        seed = made.get("seed") if isinstance(made, Mapping) else None
        return Look((str(address), {"seed": seed} if isinstance(seed, int) else {}))

    async def _stop(self, handle: str) -> None:
        await self._wire.call("PUT", f"{_path(handle)}/cancel")


def _handle(name: str, told: Any, path: str) -> str:
    """The id of the job and the app that has it: a status stands below the app, not below the whole path."""
    job = told.get("request_id") if isinstance(told, Mapping) else None
    if not isinstance(job, str) or not job:
        raise Unavailable(f"{name} took the picture but gave no number for it. Look there before you retry.")
    return json.dumps({"app": "/".join(path.split("/")[:2]), "job": job})


def _path(handle: str) -> str:
    kept = json.loads(handle)
    return f"{kept['app']}/requests/{kept['job']}"


ENGINE = Fal
