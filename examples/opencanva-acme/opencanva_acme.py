"""Images from an Acme server: an engine for Open Canva, whole, to learn from and to copy."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any, ClassVar

import httpx2
from pydantic import Field, SecretStr

from opencanva.engines.contract import (
    Ask,
    EngineConfig,
    Limited,
    Memo,
    Misconfigured,
    Model,
    ModelOptions,
    Output,
    Price,
    Progress,
    Refused,
    Step,
    Unavailable,
)


class AcmeConfig(EngineConfig):
    """What a person sets once: OPENCANVA_ENGINE_ACME_BASE_URL and OPENCANVA_ENGINE_ACME_API_KEY."""

    base_url: str = Field(description="Where the server is, such as http://localhost:9000.")
    api_key: SecretStr = Field(description="The key from your Acme account.")
    poll: float = Field(0.5, gt=0, description="Seconds between two looks at a running job.")


class AcmeOptions(ModelOptions):
    """What the composer's advanced form shows for these models."""

    contrast: int = Field(50, ge=0, le=100, title="Contrast", description="0 is flat, 100 is hard.")


class Acme:
    """Speaks to one Acme server."""

    id: ClassVar[str] = "acme"
    name: ClassVar[str] = "Acme"
    Config: ClassVar[type[EngineConfig]] = AcmeConfig

    def __init__(self, config: AcmeConfig) -> None:
        self._poll = config.poll
        self._http = httpx2.AsyncClient(
            base_url=config.base_url,
            headers={"Authorization": f"Bearer {config.api_key.get_secret_value()}"},
            timeout=30.0,
        )

    async def models(self) -> list[Model]:
        """Asked from the server, so that a new model needs no new release."""
        told = (await self._call("GET", "/models")).json()
        return [
            Model(
                id=one["id"],
                name=one["name"],
                sizes={ratio: (size[0], size[1]) for ratio, size in one["sizes"].items()},
                options=AcmeOptions,
                seed=True,
                price=Price(one["price"], "USD", "the server's own list"),
            )
            for one in told
        ]

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """Submit once, keep the handle, then wait for it; a restart comes back with the handle."""
        job = memo.value
        if job is None:
            job = await self._submit(ask, memo)
        try:
            while True:
                state = (await self._call("GET", f"/jobs/{job}")).json()
                yield Progress(state["progress"], "painting")
                if state["done"]:
                    break
                await asyncio.sleep(self._poll)
        except (asyncio.CancelledError, GeneratorExit):
            with contextlib.suppress(Exception):
                await self._http.delete(f"/jobs/{job}")
            raise
        picture = await self._call("GET", f"/jobs/{job}/picture")
        yield Output(picture.content, seed=ask.seed)

    async def close(self) -> None:
        """Called when Open Canva stops."""
        await self._http.aclose()

    async def _submit(self, ask: Ask, memo: Memo) -> str:
        body = {
            "model": ask.model,
            "prompt": ask.prompt,
            "size": [ask.width, ask.height],
            "seed": ask.seed,
            **ask.options,
        }
        await memo.about_to_pay()
        answer = await self._call("POST", "/jobs", json=body, headers={"Idempotency-Key": ask.key})
        job = str(answer.json()["job"])
        await memo.put(job)
        return job

    async def _call(self, method: str, path: str, **more: Any) -> httpx2.Response:
        """One request; every way in which it can fail as one of the contract's four."""
        try:
            answer = await self._http.request(method, path, **more)
        except httpx2.ConnectError:
            raise Unavailable("The Acme server cannot be reached. Is it running?", unpaid=True) from None
        except httpx2.HTTPError as error:
            raise Unavailable(f"The Acme server did not answer ({type(error).__name__}).") from None
        status = answer.status_code
        if status in (401, 403):
            raise Misconfigured("The Acme server does not know this key.", "api_key")
        if status == 410:
            raise Refused("The Acme server no longer has this picture. Retry to have it made anew.")
        if status == 429:
            raise Limited("The Acme server is busy.", float(answer.headers.get("Retry-After", 5)))
        if status >= 500:
            raise Unavailable(f"The Acme server is out of order ({status}).", unpaid=status == 503)
        if status >= 400:
            reason = answer.json().get("reason", f"status {status}") if answer.content else f"status {status}"
            raise Refused(f"The Acme server refused: {reason}")
        return answer
