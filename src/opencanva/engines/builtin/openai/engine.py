"""The engine of the dialect: asks for models, makes pictures, tells what they cost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field, SecretStr, field_validator

from opencanva.engines.abilities import Abilities, merge, model_of, read_table
from opencanva.engines.builtin.openai import known
from opencanva.engines.builtin.openai.dialects import DIALECTS, PRESETS, HostName
from opencanva.engines.builtin.openai.known import KNOWN, guess
from opencanva.engines.builtin.openai.sending import cost_of, write_request
from opencanva.engines.contract import (
    Ask,
    EngineConfig,
    Memo,
    Misconfigured,
    Model,
    Output,
    Preset,
    Progress,
    Refused,
    Step,
    Unavailable,
)
from opencanva.engines.http import Wire
from opencanva.engines.inline import read_picture, read_preview
from opencanva.engines.pace import paced

if TYPE_CHECKING:
    from opencanva.engines.builtin.openai.client import Client

_MOSTLY = 25.0


class OpenAIConfig(EngineConfig):
    """Which host, where it is, and the key."""

    host: HostName = Field("openai", title="Host", description="Decides what is sent, and under which names.")
    base_url: str = Field(
        "", title="Address", description="Empty for the host's usual one. It mostly ends in /v1."
    )
    api_key: SecretStr = Field(
        SecretStr(""), title="API key", description="Programs of your own mostly need none."
    )
    models: str = Field(
        "",
        title="Abilities of models",
        description='A table of what models can do, as JSON: {"my-model": {"name": "Mine", "references": 2, '
        '"sizes": {"1:1": [1024, 1024]}, "price": 0.02}}. It wins over what is known, and adds models that the '
        "host does not list.",
        json_schema_extra={"format": "model-table"},
        max_length=200_000,
    )
    all_models: bool = Field(
        False, title="Offer every model", description="Also those that do not look as if they made pictures."
    )

    @field_validator("models")
    @classmethod
    def _check_table(cls, text: str) -> str:
        read_table(text, Abilities)
        return text


class OpenAI:
    """OpenAI, and every program or host that speaks its way of making images."""

    id: ClassVar[str] = "openai"
    name: ClassVar[str] = "OpenAI"
    Config: ClassVar[type[EngineConfig]] = OpenAIConfig
    needs: ClassVar[str] = "An account and a key, or a program of your own"
    home: ClassVar[str] = "https://platform.openai.com/api-keys"
    presets: ClassVar[tuple[Preset, ...]] = PRESETS

    def __init__(self, config: OpenAIConfig) -> None:
        self._dialect = DIALECTS[config.host]
        self.name = self._dialect.name  # type: ignore[misc]  # failures name the host that was asked
        self._key = config.api_key.get_secret_value().strip()
        if self._dialect.key and not self._key:
            raise Misconfigured(
                f"{self._dialect.name} needs an API key. Make one at {self._dialect.home}.", "api_key"
            )
        address = config.base_url.strip() or self._dialect.base_url
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        self._wire = Wire(self._dialect.name, address, headers, [self._key])
        self._table = read_table(config.models, Abilities)
        self._all = config.all_models
        self._client: Client | None = None

    async def models(self) -> list[Model]:
        """Those that the host lists and that make pictures, then those that only the table names."""
        ids = [id for id in await self._listed() if self._offered(id)]
        return [self._model(id) for id in dict.fromkeys([*ids, *self._table])]

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One picture in one call; where the host answers with an address, that is kept and fetched at once."""
        if memo.value is not None:
            yield Output(await self._wire.picture(memo.value), seed=ask.seed)
            return
        able = self._able(ask.model)
        request = write_request(ask, able, self._dialect)
        client = await self._ready()
        if self._dialect.paid:
            await memo.about_to_pay()
        async with aclosing(paced(client.send(request), _MOSTLY)) as parts:
            async for part in parts:
                if isinstance(part, Progress):
                    yield part
                elif part.final:
                    yield await self._output(ask, able, part.value, memo)
                    return
                elif (preview := read_preview(part.value.get("b64_json"))) is not None:
                    yield preview
        raise Unavailable(f"{self._dialect.name} ended without a picture. Retry, or choose another model.")

    async def close(self) -> None:
        """Let go of the connections."""
        await self._wire.close()

    async def _ready(self) -> Client:
        """The official client, imported on first use: that takes most of a second."""
        if self._client is None:
            self._client = await asyncio.to_thread(self._make_client)
        return self._client

    def _make_client(self) -> Client:
        from opencanva.engines.builtin.openai.client import Client

        return Client(self._wire, self._key)

    async def _listed(self) -> list[str]:
        try:
            answer = await self._wire.ask("GET", "models")
        except Refused:
            answer = None  # a host without a list: what is known and the table are all there is
        if answer is None:
            return [] if self._table else [id for id in KNOWN if self._dialect.name == "OpenAI"]
        rows = answer.get("data", answer.get("models")) if isinstance(answer, Mapping) else answer
        found = []
        for row in rows if isinstance(rows, list) else []:
            id = row.get("id") if isinstance(row, Mapping) else row
            if isinstance(id, str) and (
                not isinstance(row, Mapping) or row.get("type", "image") in ("image", "model")
            ):
                found.append(id)
        return found

    def _offered(self, id: str) -> bool:
        if id in self._table or self._all:
            return True
        if known.is_dated_or_retired(id):
            return False
        if self._dialect.name == "OpenAI":
            return id in KNOWN
        return self._dialect.only_images or id in KNOWN or known.looks_like_images(id)

    def _able(self, id: str) -> Abilities:
        base = guess(self._dialect)
        known = KNOWN.get(id.rpartition("/")[2])
        if known is not None:
            base = (
                known
                if self._dialect.name == "OpenAI"
                else known.model_copy(
                    update={"streaming": False, "references": min(known.references, base.references)}
                )
            )
        row = self._table.get(id)
        return base if row is None else merge(row, base)

    async def _output(self, ask: Ask, able: Abilities, told: dict[str, Any], memo: Memo) -> Output:
        row = next(iter(told.get("data") or []), None) or told
        if row.get("b64_json"):
            data = read_picture(self._dialect.name, row["b64_json"])
        elif row.get("url"):
            if not str(row["url"]).startswith("data:"):
                await memo.put(str(row["url"]))
                data = await self._wire.picture(str(row["url"]))
            else:
                data = read_picture(self._dialect.name, row["url"])
        else:
            raise Refused(f"{self._dialect.name} answered without a picture. Retry, or choose another model.")
        facts = {"revised_prompt": row["revised_prompt"]} if row.get("revised_prompt") else {}
        return Output(data, ask.seed, cost_of(told.get("usage"), able, self._source(ask.model)), facts)

    def _model(self, id: str) -> Model:
        return model_of(id, self._able(id), self._source(id), free=not self._dialect.paid)

    def _source(self, id: str) -> str:
        """Where the price of a model comes from."""
        row = self._table.get(id)
        if row is not None and row.model_fields_set & {"price", "rates"}:
            return "your own table"
        return (
            f"an estimate; {self._dialect.name}'s price page decides"
            if self._dialect.paid
            else "a machine of your own"
        )
