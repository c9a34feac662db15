"""Replicate: models of many makers; what each takes is read from the schema that it publishes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any, ClassVar

from pydantic import Field

from opencanva.engines.abilities import DIFFUSION, Option
from opencanva.engines.contract import RATIOS, Ask, EngineConfig, Memo, Model, Refused, Step, Unavailable
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
from opencanva.engines.statuses import failure_of
from opencanva.engines.strange import readable

_SOURCE = "your table of models"
_REFERENCES = ("image_input", "input_images", "input_image", "image_prompt", "image")
_MOST_REFERENCES = 8
_NUMBERS = {
    "num_inference_steps": "Steps",
    "steps": "Steps",
    "guidance": "Guidance",
    "guidance_scale": "Guidance",
}
_CHOICES = {"output_format": "Format", "resolution": "Resolution", "quality": "Quality"}


class ReplicateConfig(HostConfig):
    """The key, and which collection of models is offered."""

    base_url: str = Field("https://api.replicate.com/v1", title="Address")
    collection: str = Field(
        "text-to-image", title="Collection", pattern=r"^[a-z0-9-]*$",
        description="Its models are offered; empty offers those of the table alone.",
    )  # fmt: skip


class Replicate:
    """Models of many makers through one account at Replicate."""

    id: ClassVar[str] = "replicate"
    name: ClassVar[str] = "Replicate"
    Config: ClassVar[type[EngineConfig]] = ReplicateConfig
    needs: ClassVar[str] = "An account and a key"
    home: ClassVar[str] = "https://replicate.com/account/api-tokens"

    def __init__(self, config: ReplicateConfig) -> None:
        key = read_key(self.name, self.home, config)
        self._wire = Wire(self.name, config.base_url, {"Authorization": f"Bearer {key}"}, [key])
        self._config = config
        self._rows = rows_of(config, {})
        self._versions: dict[str, str] = {}

    async def models(self) -> list[Model]:
        """Those of the collection that take a prompt, as their schemas describe them, then the table's."""
        known: dict[str, Row] = {}
        if self._config.collection:
            told = await self._wire.ask("GET", f"collections/{self._config.collection}")
            rows = told.get("models") if isinstance(told, Mapping) else None
            if not isinstance(rows, list):
                raise Unavailable(f"{self.name} gave no list of models. Is the address right?")
            for id, row, version in readable(rows, _read):
                if row is not None:
                    known[id] = row
                    if version:
                        self._versions[id] = version
        self._rows = rows_of(self._config, known)
        return offer(self._rows, _SOURCE)

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One prediction; its id outlives a restart."""
        if ask.model not in self._rows and memo.value is None:
            await self.models()
        row = Row() if memo.value is not None else row_of(self.name, self._rows, ask.model)

        async def submit() -> str:
            fields: dict[str, Any] = {"input": write_fields(ask, row)}
            path = f"models/{ask.model}/predictions"
            if ask.model in self._versions:
                path, fields["version"] = "predictions", self._versions[ask.model]
            told = await self._wire.ask("POST", path, json=fields)
            if not isinstance(told, Mapping) or not isinstance(told.get("id"), str):
                raise Unavailable(
                    f"{self.name} took the picture but gave no number for it. Look there first."
                )
            return str(told["id"])

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
        told = await self._wire.ask("GET", f"predictions/{handle}")
        state = told.get("status") if isinstance(told, Mapping) else None
        if state in ("starting", "queued"):
            return Look(stage="starting")
        if state == "processing":
            return Look(stage="drawing")
        if state == "succeeded":
            made = told.get("output")
            first = made[0] if isinstance(made, list) and made else made
            if first is None:
                words = (
                    f"{self.name} keeps pictures for an hour; this one is gone. Retry to have it made anew."
                )
                raise Refused(words)
            return Look((str(first), {}))
        if state == "failed":
            raise failure_of(self.name, 422, {}, {"error": str(told.get("error") or "")}, self._wire.secrets)
        raise Refused(f"{self.name} stopped this picture ({state}). Retry, or choose another model.")

    async def _stop(self, handle: str) -> None:
        await self._wire.call("POST", f"predictions/{handle}/cancel")


def _read(model: Any) -> tuple[str, Row | None, str]:
    """A model's id, what it takes, and the version by which it is asked for unless it is an official one."""
    version = "" if model.get("is_official") else str(model["latest_version"]["id"])
    return f"{model['owner']}/{model['name']}", read_schema(model), version


def read_schema(model: Any) -> Row | None:
    """What a model takes, from its published schema; None for one that takes no prompt."""
    try:
        schemas = model["latest_version"]["openapi_schema"]["components"]["schemas"]
        fields: Mapping[str, Any] = schemas["Input"]["properties"]
    except (KeyError, TypeError):
        return None
    if "prompt" not in fields:
        return None
    row: dict[str, Any] = {
        "name": str(model["name"]).replace("-", " "), "description": str(model.get("description") or "")[:400],
        "sizes": DIFFUSION, "seed": "seed" in fields, "negative": "negative_prompt" in fields, "size": "none",
    }  # fmt: skip
    ratios = [one for one in _enum(schemas, fields, "aspect_ratio") if one in RATIOS]
    if ratios:
        row |= {"size": "aspect_ratio", "sizes": {one: DIFFUSION[one] for one in ratios}}
    elif "width" in fields and "height" in fields:
        row["size"] = "width_height"
    else:
        row["sizes"] = {"1:1": DIFFUSION["1:1"]}
    for name in _REFERENCES:
        if name in fields:
            many = fields[name].get("type") == "array"
            row |= {"reference": name, "many": many, "references": _MOST_REFERENCES if many else 1}
            row["least"] = int(name in schemas["Input"].get("required", []))
            break
    row["options"] = _options(schemas, fields)
    return Row.model_validate(row)


def _options(schemas: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Option]:
    options = {}
    for name, title in _NUMBERS.items():
        default = fields.get(name, {}).get("default")
        if isinstance(default, (int, float)):
            options[name] = Option(
                default=default, title=title, minimum=fields[name].get("minimum"),
                maximum=fields[name].get("maximum"),
            )  # fmt: skip
    for name, title in _CHOICES.items():
        choices = _enum(schemas, fields, name)
        default = fields.get(name, {}).get("default")
        if choices and default in choices:
            options[name] = Option(default=default, choices=choices, title=title)
    return options


def _enum(schemas: Mapping[str, Any], fields: Mapping[str, Any], name: str) -> list[str]:
    """The choices of a field, which stand in it or in the schema that it names."""
    field = fields.get(name, {})
    named = [one.get("$ref", "").rpartition("/")[2] for one in [field, *field.get("allOf", [])]]
    places = [field, *(schemas.get(one, {}) for one in named if one)]
    return [one for place in places for one in place.get("enum", []) if isinstance(one, str)]


ENGINE = Replicate
