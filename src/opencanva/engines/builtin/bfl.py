"""Black Forest Labs: the FLUX models from their makers; a picture is submitted, then waited for at its address."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any, ClassVar

from pydantic import Field

from opencanva.engines.abilities import DIFFUSION, Option
from opencanva.engines.contract import (
    Ask,
    EngineConfig,
    Memo,
    Model,
    Preset,
    Price,
    Refused,
    Step,
    Unavailable,
)
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
    write_fields,
)
from opencanva.engines.http import Wire

_SOURCE = "an estimate; the host's price page decides"
_CREDIT = 0.01
_OPTIONS = {
    "safety_tolerance": Option(
        default=2, minimum=0, maximum=6, title="Safety tolerance", description="0 is the strictest."
    ),
    "output_format": Option(default="png", choices=["png", "jpeg"], title="Format"),
}
_IN = {"reference": "input_image", "plain": True}


def _row(name: str, price: float, **more: Any) -> Row:
    options = {"sizes": DIFFUSION, "seed": True, "size": "width_height", "options": _OPTIONS}
    return Row(name=name, price=price, **(options | more))


KNOWN = {
    "flux-2-pro": _row("FLUX.2 pro", 0.03, references=8, **_IN),
    "flux-2-flex": _row("FLUX.2 flex", 0.06, references=8, **_IN),
    "flux-2-max": _row("FLUX.2 max", 0.07, references=8, **_IN),
    "flux-kontext-pro": _row("FLUX.1 Kontext pro", 0.04, size="aspect_ratio", references=1, **_IN),
    "flux-kontext-max": _row("FLUX.1 Kontext max", 0.08, size="aspect_ratio", references=1, **_IN),
    "flux-pro-1.1": _row("FLUX1.1 pro", 0.04),
    "flux-pro-1.1-ultra": _row("FLUX1.1 pro ultra", 0.06, size="aspect_ratio"),
    "flux-dev": _row("FLUX.1 dev", 0.025),
}
"""What each is asked for, and about what it costs; a table in the settings wins over it."""


class BlackForestLabsConfig(HostConfig):
    """The key, and which region answers."""

    base_url: str = Field("https://api.bfl.ai/v1", title="Address")


class BlackForestLabs:
    """FLUX models through an account at Black Forest Labs."""

    id: ClassVar[str] = "bfl"
    name: ClassVar[str] = "Black Forest Labs"
    Config: ClassVar[type[EngineConfig]] = BlackForestLabsConfig
    needs: ClassVar[str] = "An account and a key"
    home: ClassVar[str] = "https://dashboard.bfl.ai/keys"
    presets: ClassVar[tuple[Preset, ...]] = (
        Preset("bfl", "Black Forest Labs", {}, needs, home),
        Preset(
            "bfl-eu", "Black Forest Labs (EU)", {"base_url": "https://api.eu.bfl.ai/v1"},
            "An account and a key; stays in the EU", home,
        ),
        Preset(
            "bfl-us", "Black Forest Labs (US)", {"base_url": "https://api.us.bfl.ai/v1"},
            "An account and a key; stays in the US", home,
        ),
    )  # fmt: skip

    def __init__(self, config: BlackForestLabsConfig) -> None:
        self._key = read_key(self.name, self.home, config)
        self._wire = Wire(self.name, config.base_url, {"x-key": self._key}, [self._key])
        self._rows = rows_of(config, KNOWN)

    async def models(self) -> list[Model]:
        """The table: the host does not say what it offers."""
        return offer(self._rows, _SOURCE)

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One job; the address at which it is looked for outlives a restart."""
        row = row_of(self.name, self._rows, ask.model)

        async def submit() -> str:
            told = await self._wire.ask("POST", ask.model, json=write_fields(ask, row))
            if not isinstance(told, Mapping) or not isinstance(told.get("id"), str):
                raise Unavailable(
                    f"{self.name} took the picture but gave no number for it. Look there first."
                )
            return json.dumps({"id": told["id"], "at": told.get("polling_url"), "credits": told.get("cost")})

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
        kept = json.loads(handle)
        told = await self._wire.ask("GET", self._place(kept), params=self._query(kept))
        state = str(told.get("status")) if isinstance(told, Mapping) else ""
        if state in ("Pending", "Queued", "Processing"):
            part = told.get("progress")
            return Look(fraction=part if isinstance(part, float) else None, stage="drawing")
        if state == "Ready":
            result = told.get("result") or {}
            facts: dict[str, Any] = {}
            if isinstance(kept.get("credits"), (int, float)):
                facts["cost"] = Price(kept["credits"] * _CREDIT, "USD", "told by Black Forest Labs")
            if isinstance(result.get("seed"), int):
                facts["seed"] = result["seed"]
            return Look((str(result.get("sample")), facts))
        if "Moderated" in state:
            why = ", ".join((told.get("details") or {}).get("Moderation Reasons", []))
            what = "your words or references" if state.startswith("Request") else "the picture it made"
            because = f": {why}" if why else ""
            raise Refused(
                f"{self.name} refused {what} by its content policy{because}. Say it in other words."
            )
        if state == "Task not found":
            raise Refused(f"{self.name} no longer has this picture. Retry to have it made anew.")
        raise Refused(f"{self.name} could not make it ({state or 'no state told'}). Retry.")

    def _place(self, kept: Mapping[str, Any]) -> str:
        """Where to look: the host's own address when it is one of its machines, else the usual one."""
        at, own = str(kept.get("at") or ""), self._wire.base
        host = at.partition("://")[2].partition("/")[0]
        trusted = at.startswith(f"{own.scheme}://") and (
            host == own.netloc.decode() or (host.endswith(".bfl.ai") and own.host.endswith("bfl.ai"))
        )
        return at if trusted else "get_result"

    def _query(self, kept: Mapping[str, Any]) -> dict[str, str] | None:
        return {"id": kept["id"]} if self._place(kept) == "get_result" else None

    async def _stop(self, handle: str) -> None:
        """The host knows no way to stop a job: it is left alone, and its picture expires there."""


ENGINE = BlackForestLabs
