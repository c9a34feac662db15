"""OpenRouter: many makers of images behind one key; what each can do is asked for, not known."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any, ClassVar, Literal

from pydantic import Field, SecretStr, create_model

from opencanva.engines.contract import (
    RATIOS,
    Ask,
    EngineConfig,
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
from opencanva.engines.inline import read_picture, read_preview, write_data_url
from opencanva.engines.pace import paced
from opencanva.engines.sse import read_events
from opencanva.engines.statuses import codes_of, failure_of
from opencanva.engines.strange import readable, reading

_CHOICES = ("resolution", "quality", "background", "output_format")
_TITLES = {"output_format": "Format"}
_MOST_REFERENCES = 16
_AREA = 1024 * 1024
_MOSTLY = 20.0
_FORMATS = ("png", "jpeg", "webp")


class OpenRouterConfig(EngineConfig):
    """The key, and where OpenRouter or something that speaks like it is."""

    api_key: SecretStr = Field(SecretStr(""), title="API key")
    base_url: str = Field("https://openrouter.ai/api/v1", title="Address")


class OpenRouter:
    """Images of many makers through one account at OpenRouter."""

    id: ClassVar[str] = "openrouter"
    name: ClassVar[str] = "OpenRouter"
    Config: ClassVar[type[EngineConfig]] = OpenRouterConfig
    needs: ClassVar[str] = "An account and a key"
    home: ClassVar[str] = "https://openrouter.ai/keys"

    def __init__(self, config: OpenRouterConfig) -> None:
        key = config.api_key.get_secret_value().strip()
        if not key:
            raise Misconfigured(f"{self.name} needs an API key. Make one at {self.home}.", "api_key")
        headers = {"Authorization": f"Bearer {key}", "X-Title": "Open Canva"}
        self._wire = Wire(self.name, config.base_url, headers, [key])
        self._known: dict[str, Mapping[str, Any]] = {}

    async def models(self) -> list[Model]:
        """Those that make pictures; their abilities are what the host tells of them."""
        told = await self._wire.ask("GET", "images/models")
        rows = told.get("data") if isinstance(told, Mapping) else None
        if not isinstance(rows, list):
            raise Unavailable(f"{self.name} gave no list of models. Is the address right?")
        told = {row["id"]: row for row in readable(rows, _picture_maker) if row is not None}
        models = list(readable(told.values(), _model))
        self._known = {model.id: told[model.id] for model in models}
        return models

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One picture in one call, with previews where the model can stream them."""
        if ask.model not in self._known:
            await self.models()
        row = self._known.get(ask.model)
        if row is None:
            raise Refused(f"{self.name} does not offer this model any more. Choose another one.")
        body = _body(ask, row)
        await memo.about_to_pay()
        async with aclosing(paced(self._send(body), _MOSTLY)) as parts:
            async for part in parts:
                if isinstance(part, Progress):
                    yield part
                elif "partial" in str(part.get("type", "")):
                    if (preview := read_preview(part.get("b64_json"))) is not None:
                        yield preview
                else:
                    with reading(self.name):
                        output = self._output(ask, part)
                    yield output
                    return
        raise Unavailable(f"{self.name} ended without a picture. Retry, or choose another model.")

    async def close(self) -> None:
        """Let go of the connections."""
        await self._wire.close()

    async def _send(self, body: dict[str, Any]) -> AsyncIterator[dict[str, Any]]:
        if not body.get("stream"):
            told = await self._wire.ask("POST", "images", json=body)
            with reading(self.name):
                yield dict(told)
            return
        async with self._wire.stream("POST", "images", json=body) as answer:
            async for event in read_events(answer):
                # The host wraps its events in `data`, some who imitate it do not.
                part = event.get("data", event) if isinstance(event, Mapping) else {}
                if isinstance(part, Mapping) and part.get("error"):
                    status = 500 if "server" in codes_of(part) else 400
                    raise failure_of(self.name, status, {}, part, self._wire.secrets)
                if isinstance(part, Mapping):
                    yield dict(part)

    def _output(self, ask: Ask, told: Mapping[str, Any]) -> Output:
        rows = told.get("data")
        row = rows[0] if isinstance(rows, list) and rows else told
        if not isinstance(row, Mapping) or not isinstance(row.get("b64_json"), str):
            raise Refused(f"{self.name} answered without a picture. Retry, or choose another model.")
        cost = (told.get("usage") or {}).get("cost")
        price = Price(float(cost), "USD", "told by OpenRouter") if isinstance(cost, (int, float)) else None
        return Output(read_picture(self.name, row["b64_json"]), ask.seed, price)


def _picture_maker(row: Any) -> Mapping[str, Any] | None:
    """A row of a model that makes pictures; None for another one."""
    if not isinstance(row["id"], str):
        return None
    makes = "image" in (row.get("architecture") or {}).get("output_modalities", ["image"])
    return row if makes else None


def _parameters(row: Mapping[str, Any]) -> Mapping[str, Any]:
    found = row.get("supported_parameters")
    return found if isinstance(found, Mapping) else {}


def _values(row: Mapping[str, Any], name: str) -> list[str]:
    told = _parameters(row).get(name)
    values = told.get("values") if isinstance(told, Mapping) else None
    return [one for one in values if isinstance(one, str)] if isinstance(values, list) else []


def _model(row: Any) -> Model:
    known = _parameters(row)
    ratios = [ratio for ratio in RATIOS if ratio in _values(row, "aspect_ratio")]
    references = known.get("input_references")
    most = references.get("max", 1) if isinstance(references, Mapping) else 0
    return Model(
        id=row["id"],
        name=str(row.get("name") or row["id"]),
        sizes={ratio: _size(ratio) for ratio in ratios or ["1:1"]},
        description=str(row.get("description") or "")[:400],
        options=_form(row),
        seed="seed" in known,
        references=min(int(most), _MOST_REFERENCES),
        price=Price(0.0, "USD", "told by OpenRouter when it is made", known=False),
    )


def _form(row: Mapping[str, Any]) -> type[ModelOptions]:
    fields: dict[str, Any] = {}
    for name in _CHOICES:
        values = [one for one in _values(row, name) if name != "output_format" or one in _FORMATS]
        if values:
            choices: Any = Literal[tuple(dict.fromkeys(["auto", *values]))]
            fields[name] = (choices, Field("auto", title=_TITLES.get(name, name.capitalize())))
    made: type[ModelOptions] = create_model("Options", __base__=ModelOptions, **fields)
    return made


def _body(ask: Ask, row: Mapping[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = {"model": ask.model, "prompt": ask.prompt}
    if _values(row, "aspect_ratio"):
        body["aspect_ratio"] = ask.ratio
    body |= {name: value for name, value in ask.options.items() if name in _CHOICES and value != "auto"}
    if ask.seed is not None and "seed" in _parameters(row):
        body["seed"] = ask.seed
    if ask.references:
        body["input_references"] = [
            {"type": "image_url", "image_url": {"url": write_data_url(one)}} for one in ask.references
        ]
    if row.get("supports_streaming") is True:
        body["stream"] = True
    return body


def _size(ratio: str) -> tuple[int, int]:
    """About a megapixel, in whole multiples of 16; the model itself decides."""
    across, down = (int(side) for side in ratio.split(":"))
    scale = (_AREA / (across * down)) ** 0.5
    return round(across * scale / 16) * 16, round(down * scale / 16) * 16


ENGINE = OpenRouter
