"""Google Gemini: pictures out of a conversation of one turn, references inside it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, SecretStr

from opencanva.engines.contract import (
    RATIOS,
    Ask,
    EngineConfig,
    EngineError,
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
from opencanva.engines.http import Wire
from opencanva.engines.pace import once, paced
from opencanva.engines.statuses import failure_of
from opencanva.engines.strange import readable, reading

if TYPE_CHECKING:
    from google.genai import Client

_IMAGE = re.compile(r"gemini.*image|nano-banana", re.I)
_MOSTLY = 20.0
_REFERENCES = 14
_VERSION = "v1beta"
"""Preview models are there and not in v1."""
_TIMEOUT = 300_000
_SOURCE = "tokens used, at an estimate of Google's prices"
_RATES = {
    "gemini-2.5-flash-image": (0.30, 30.0, 0.039),
    "gemini-3.1-flash-image": (0.50, 60.0, 0.067),
    "gemini-3-pro-image": (2.00, 120.0, 0.134),
}
"""By the beginning of a model's id: USD a million tokens in, a million tokens of pictures out, a picture of 1K."""
_SIZES = {
    "1:1": (1024, 1024), "4:3": (1184, 864), "3:4": (864, 1184), "16:9": (1344, 768), "9:16": (768, 1344),
    "2:3": (832, 1248), "3:2": (1248, 832),
}  # fmt: skip
_BLOCKS = {
    "SAFETY": "its safety filter stopped the answer",
    "IMAGE_SAFETY": "its safety filter stopped the finished picture",
    "PROHIBITED_CONTENT": "the prompt asks for prohibited content",
    "IMAGE_PROHIBITED_CONTENT": "the picture would show prohibited content",
    "BLOCKLIST": "the prompt has a word that is on its list of blocked ones",
    "RECITATION": "the answer is too close to a work that exists",
    "IMAGE_RECITATION": "the picture is too close to a work that exists",
    "SPII": "the answer holds personal data",
    "LANGUAGE": "it does not know this language",
    "OTHER": "it gives no other reason",
    "IMAGE_OTHER": "it gives no other reason",
    "NO_IMAGE": "it made no picture of this prompt",
}


class GeminiConfig(EngineConfig):
    """The key, and where Gemini or a proxy of it is."""

    api_key: SecretStr = Field(SecretStr(""), title="API key")
    base_url: str = Field("https://generativelanguage.googleapis.com", title="Address")


class GeminiOptions(ModelOptions):
    """Models that make one size only."""


class LargeOptions(ModelOptions):
    """Models that also make large pictures."""

    image_size: Literal["1K", "2K", "4K"] = Field(
        "1K", title="Resolution", description="The length of a square's side; larger ones cost more."
    )


class Gemini:
    """Google's Gemini models that make and change pictures."""

    id: ClassVar[str] = "gemini"
    name: ClassVar[str] = "Google Gemini"
    Config: ClassVar[type[EngineConfig]] = GeminiConfig
    needs: ClassVar[str] = "An account and a key"
    home: ClassVar[str] = "https://aistudio.google.com/apikey"

    def __init__(self, config: GeminiConfig) -> None:
        self._key = config.api_key.get_secret_value().strip()
        if not self._key:
            raise Misconfigured(f"{self.name} needs an API key. Make one at {self.home}.", "api_key")
        self._wire = Wire(self.name, config.base_url, {"x-goog-api-key": self._key}, [self._key])
        self._client: Client | None = None

    async def models(self) -> list[Model]:
        """Those of the host that make pictures, as it lists them."""
        found: dict[str, Model] = {}
        page = ""
        for _ in range(10):
            more = {"pageToken": page} if page else {}
            told = await self._wire.ask("GET", f"{_VERSION}/models", params={"pageSize": 200, **more})
            rows = told.get("models") if isinstance(told, dict) else None
            if not isinstance(rows, list):
                raise Unavailable(f"{self.name} gave no list of models. Is the address right?")
            found |= {one.id: one for one in readable(rows, _read) if one is not None}
            page = str(told.get("nextPageToken") or "")
            if not page:
                break
        return list(found.values())

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One picture in one call; it cannot be taken up again, so a break after paying ends it."""
        client = await self._ready()
        await memo.about_to_pay()
        async with aclosing(paced(once(self._ask(client, ask)), _MOSTLY)) as parts:
            async for part in parts:
                if isinstance(part, Progress):
                    yield part
                    continue
                with reading(self.name):
                    output = self._output(ask, part)
                yield output

    async def close(self) -> None:
        """Let go of the connections."""
        await self._wire.close()

    async def _ready(self) -> Client:
        """The official client, imported on first use: that takes most of a second."""
        if self._client is None:
            self._client = await asyncio.to_thread(self._make_client)
        return self._client

    def _make_client(self) -> Client:
        try:
            from google.genai import Client, types
        except ImportError:
            raise Unavailable(
                "The package google-genai is missing. Install it: pip install 'opencanva[google]'."
            ) from None
        options = types.HttpOptions(
            base_url=str(self._wire.base),
            api_version=_VERSION,
            timeout=_TIMEOUT,
            httpx_async_client=self._wire.client,
            retry_options=types.HttpRetryOptions(attempts=1),
        )
        return Client(vertexai=False, api_key=self._key, http_options=options)

    async def _ask(self, client: Client, ask: Ask) -> Any:
        from google.genai import errors, types

        contents: list[Any] = [
            types.Part.from_bytes(data=one.data, mime_type=one.media_type) for one in ask.references
        ]
        config = types.GenerateContentConfig(
            response_modalities=["IMAGE"],
            image_config=types.ImageConfig(aspect_ratio=ask.ratio, image_size=ask.options.get("image_size")),
        )
        try:
            with self._wire.failing():
                return await client.aio.models.generate_content(
                    model=ask.model, contents=[*contents, ask.prompt], config=config
                )
        except errors.APIError as error:
            raise self._failure(error.code, getattr(error.response, "headers", {}), error.details) from None
        except (
            ValueError,
            TypeError,
            AttributeError,
            KeyError,
        ) as error:  # what the SDK cannot read; its words hold the whole answer
            why = type(error).__name__
            raise Unavailable(
                f"{self.name} answered with something that cannot be read ({why}). Is the address right?"
            ) from None

    def _failure(self, status: int, headers: Any, body: Any) -> EngineError:
        return failure_of(self.name, status, headers or {}, body, self._wire.secrets)

    def _output(self, ask: Ask, answer: Any) -> Output:
        blocked = answer.prompt_feedback.block_reason if answer.prompt_feedback else None
        if blocked is not None:
            raise self._refusal(blocked.name, answer.prompt_feedback.block_reason_message)
        candidate = (answer.candidates or [None])[0]
        if candidate is None:
            raise self._refusal("NO_IMAGE", None)
        said = []
        for part in (candidate.content.parts if candidate.content else None) or []:
            if part.inline_data and part.inline_data.data and not part.thought:
                return Output(part.inline_data.data, ask.seed, _cost(ask.model, answer.usage_metadata))
            if part.text and not part.thought:
                said.append(part.text)
        reason = candidate.finish_reason.name if candidate.finish_reason else "NO_IMAGE"
        raise self._refusal(
            "NO_IMAGE" if reason == "STOP" else reason, candidate.finish_message or " ".join(said)
        )

    def _refusal(self, reason: str, words: str | None) -> Refused:
        why = _BLOCKS.get(reason, f"it says {reason}")
        told = f" It says: {words[:400]}" if words else ""
        return Refused(f"{self.name} refused this: {why} ({reason}). Say it in other words.{told}")


def _rates(id: str) -> tuple[float, float, float] | None:
    return next((rates for begin, rates in _RATES.items() if id.startswith(begin)), None)


def _read(row: Any) -> Model | None:
    """A model that makes pictures; None for another one."""
    id = str(row.get("name", "")).removeprefix("models/")
    makes = _IMAGE.search(id) and "generateContent" in row.get("supportedGenerationMethods", [])
    return _model(id, row) if makes else None


def _model(id: str, row: dict[str, Any]) -> Model:
    rates = _rates(id)
    return Model(
        id=id,
        name=str(row.get("displayName") or id),
        sizes={ratio: _SIZES[ratio] for ratio in RATIOS},
        description=str(row.get("description") or "")[:400],
        options=GeminiOptions if id.startswith("gemini-2") else LargeOptions,
        references=3 if id.startswith("gemini-2") else _REFERENCES,
        price=Price(
            rates[2] if rates else 0.0, "USD", "an estimate; Google's price page decides", bool(rates)
        ),
    )


def _cost(id: str, usage: Any) -> Price | None:
    rates = _rates(id)
    if rates is None or usage is None:
        return None
    into = usage.prompt_token_count or 0
    out = (usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0)
    return Price(round((into * rates[0] + out * rates[1]) / 1_000_000, 6), "USD", _SOURCE)


ENGINE = Gemini
