"""Every engine that talks over the network, each with a server of its own whose answers a test may replace."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing, contextmanager
from importlib import import_module
from typing import Any

from opencanva.engines.contract import Ask, Engine, Model, Reference, Refused, Step
from opencanva.engines.fake import draw
from tests.contract.memos import NearMemo
from tests.contract.wire import KEY, Asked, Reply

IDS = ("openai", "gemini", "openrouter", "fal", "replicate", "bfl", "comfyui", "a1111")
PAID = ("openai", "gemini", "openrouter", "fal", "replicate", "bfl")
_HOSTS = {"openai": "images", "gemini": "google", "openrouter": "router"}
_BASES = {"openai": "/v1", "openrouter": "/api/v1", "replicate": "/v1", "bfl": "/v1"}
Answer = Callable[[Asked], Reply]
Change = Callable[[Asked, Answer], Reply]
"""What is answered in place of what the host would answer."""


class Host:
    """An engine of the network beside its server."""

    def __init__(self, id: str, url: str) -> None:
        self.id = id
        made = import_module(f"opencanva.engines.builtin.{id}").ENGINE
        base = {"base_url": url + _BASES.get(id, "")}
        key = {"comfyui": {"token": KEY}, "a1111": {"user": "me", "password": KEY}}.get(id, {"api_key": KEY})
        self.engine: Engine = made(made.Config(**base, **key))

    async def steps(self, memo: NearMemo | None = None, model: Model | None = None) -> list[Step]:
        """One picture of the first model, or of the one given; what it said on the way."""
        offered = [model] if model else await self.engine.models()
        if not offered:
            raise Refused("no model is offered")
        chosen = offered[0]
        return [step async for step in self.draw(chosen, memo or NearMemo())]

    async def draw(self, model: Model, memo: NearMemo) -> AsyncIterator[Step]:
        """The smallest picture of a model."""
        ratio, (width, height) = min(model.sizes.items(), key=lambda one: one[1][0] * one[1][1])
        given = (Reference(draw(16, 16, "given", 2), "image/png"),) * model.least_references
        options = model.options().model_dump(mode="json")
        ask = Ask("key-1", model.id, "a boat", ratio, width, height, 7, options=options, references=given)
        async with aclosing(self.engine.generate(ask, memo)) as steps:  # type: ignore[type-var]
            async for step in steps:
                yield step

    async def close(self) -> None:
        """Let go of the connections."""
        await self.engine.close()  # type: ignore[attr-defined]


@contextmanager
def hosting(id: str, change: Change | None = None) -> Iterator[Host]:
    """The engine and its running server; `change` stands before every answer of it."""
    wire = import_module(f"tests.contract.wire_{id}")
    with getattr(wire, _HOSTS.get(id, "host"))() as running:
        server = running[0] if isinstance(running, tuple) else running
        if change is not None:
            right = server.answer
            server.answer = lambda asked: change(asked, right)
        yield Host(id, server.url)


def is_submit(asked: Asked) -> bool:
    """Whether a request is the one that asks for a picture."""
    return asked.method == "POST" and "upload" not in asked.path and "interrupt" not in asked.path


def told(reply: Reply) -> Any:
    """The JSON of an answer; None where it is none."""
    if not isinstance(reply.body, bytes) or "json" not in reply.headers.get("Content-Type", ""):
        return None
    return json.loads(reply.body)
