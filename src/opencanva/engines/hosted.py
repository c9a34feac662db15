"""What hosts of many models share: settings with a table of models, and how a picture is asked for by fields."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import aclosing
from typing import Any, Literal

from pydantic import Field, SecretStr, field_validator

from opencanva.engines.abilities import Abilities, Option, merge, model_of, read_table
from opencanva.engines.contract import (
    Ask,
    EngineConfig,
    Memo,
    Misconfigured,
    Model,
    Output,
    Price,
    Progress,
    Refused,
    Step,
)
from opencanva.engines.http import Wire
from opencanva.engines.inline import read_picture, write_data_url
from opencanva.engines.polled import Look, polled
from opencanva.engines.strange import readable

SCHEMES = ("http://", "https://", "data:")


class Row(Abilities):
    """One model of a host. `size` says how it is told the size, `reference` the field that takes references
    (`many`: as a list), `edit` the model asked instead when there are some, `plain` that they are bare base64,
    `always` what is sent with every picture, `least` how many references it cannot do without.
    """

    size: Literal["image_size", "aspect_ratio", "width_height", "none"] = "aspect_ratio"
    reference: str = "image_url"
    many: bool = False
    plain: bool = False
    edit: str = ""
    least: int = Field(0, ge=0, le=16)
    always: dict[str, Any] = Field(default_factory=dict)


class HostConfig(EngineConfig):
    """The key, the address, and a table of models."""

    api_key: SecretStr = Field(SecretStr(""), title="API key")
    models: str = Field(
        "",
        title="Models",
        description='A table of models, as JSON: {"maker/model": {"name": "Mine", "seed": true, "references": 1, '
        '"reference": "image_url", "size": "aspect_ratio", "price": 0.02}}. It wins over what is known, and '
        "adds models.",
        json_schema_extra={"format": "model-table"},
        max_length=200_000,
    )

    @field_validator("models")
    @classmethod
    def _check_table(cls, text: str) -> str:
        read_table(text, Row)
        return text


def steps(default: int, most: int) -> dict[str, Option]:
    """An option for the number of steps."""
    return {
        "num_inference_steps": Option(default=default, minimum=1, maximum=most, title="Steps"),
    }


def read_key(name: str, home: str, config: HostConfig) -> str:
    """The key. Raises Misconfigured when there is none."""
    key = config.api_key.get_secret_value().strip()
    if not key:
        raise Misconfigured(f"{name} needs an API key. Make one at {home}.", "api_key")
    return key


def rows_of(config: HostConfig, known: Mapping[str, Row]) -> dict[str, Row]:
    """The known models and those of the person's own table, which wins."""
    table = read_table(config.models, Row)
    mine = {id: merge(row, known[id]) if id in known else row for id, row in table.items()}
    return {**known, **mine}


def row_of(name: str, rows: Mapping[str, Row], model: str) -> Row:
    """The row of a model. Raises Refused for one that is gone."""
    if model not in rows:
        raise Refused(f"{name} does not offer this model any more. Choose another one.")
    return rows[model]


def offer(rows: Mapping[str, Row], source: str) -> list[Model]:
    """The models as the contract has them; a row of the host's that makes no model is left out."""

    def read(one: Any) -> Model:
        id, row = one
        return _needing(model_of(id, row, source), row)

    return list(readable(rows.items(), read))


def write_fields(ask: Ask, row: Row) -> dict[str, Any]:
    """The JSON that asks for the picture: only what the model knows."""
    body: dict[str, Any] = {"prompt": ask.prompt, **row.always}
    if row.size == "image_size":
        body["image_size"] = {"width": ask.width, "height": ask.height}
    elif row.size == "aspect_ratio":
        body["aspect_ratio"] = ask.ratio
    elif row.size == "width_height":
        body |= {"width": ask.width, "height": ask.height}
    if row.seed and ask.seed is not None:
        body["seed"] = ask.seed
    if row.negative and ask.negative:
        body["negative_prompt"] = ask.negative
    body |= {
        row.options[name].sent or name: value for name, value in ask.options.items() if name in row.options
    }
    return body | _references(ask, row)


async def make_picture(
    wire: Wire,
    ask: Ask,
    memo: Memo,
    submit: Callable[[], Any],
    look: Callable[[str], Any],
    stop: Callable[[str], Any],
    *,
    price: Price | None,
    seconds: float = 12.0,
) -> AsyncIterator[Step]:
    """Submit, wait, fetch the bytes at once. A finished `Look` holds (address, facts: seed, cost, …)."""
    async with aclosing(polled(memo, submit, look, stop, seconds)) as parts:  # type: ignore[type-var]
        async for part in parts:
            if isinstance(part, Progress):
                yield part
                continue
            address, facts = part
            data = await fetch(wire, address)
            cost = facts.get("cost", price)
            seed = facts.get("seed", ask.seed)
            yield Output(data, seed, cost)


async def fetch(wire: Wire, address: object) -> bytes:
    """The bytes at an address, or inside a data address. Raises the contract's four."""
    if not isinstance(address, str) or not address.startswith(SCHEMES):
        raise Refused(f"{wire.name} answered without a picture. Retry, or choose another model.")
    return read_picture(wire.name, address) if address.startswith("data:") else await wire.picture(address)


def price_of(row: Row, source: str) -> Price | None:
    """What one picture costs by the table; None where it is not known."""
    return None if row.price is None else Price(row.price, row.currency, source)


def _needing(model: Model, row: Row) -> Model:
    if not row.least:
        return model
    values = {name: getattr(model, name) for name in model.__slots__}
    return Model(**(values | {"least_references": row.least}))


def _references(ask: Ask, row: Row) -> dict[str, Any]:
    if not ask.references:
        return {}
    written = [write_data_url(one) for one in ask.references]
    if row.plain:
        written = [text.partition(",")[2] for text in written]
    if row.many:
        return {row.reference: written}
    first = {row.reference: written[0]}
    return first | {f"{row.reference}_{number}": text for number, text in enumerate(written[1:], 2)}


__all__ = [
    "HostConfig", "Look", "Row", "fetch", "make_picture", "offer", "price_of", "read_key", "row_of", "rows_of",
    "steps", "write_fields",
]  # fmt: skip
