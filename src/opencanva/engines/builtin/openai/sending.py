"""What is sent to a host for one picture: only what the host and the model declare."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opencanva.engines.abilities import Abilities
from opencanva.engines.builtin.openai.dialects import Dialect
from opencanva.engines.contract import Ask, Price, Reference, Refused
from opencanva.engines.inline import write_data_url

File = tuple[str, bytes, str]


@dataclass(frozen=True, slots=True)
class Request:
    """One call: its path, its fields, the files beside them, whether parts may come on the way."""

    path: str
    fields: dict[str, Any]
    files: list[tuple[str, File]] = field(default_factory=list)
    streaming: bool = False


def write_request(ask: Ask, able: Abilities, dialect: Dialect) -> Request:
    """The call for one picture. Raises Refused for a mask that is none."""
    extras = _extras(ask, able, dialect)
    fields: dict[str, Any] = {"model": ask.model, "prompt": ask.prompt}
    if dialect.extras == "prompt" and extras:
        fields["prompt"] += f" <sd_cpp_extra_args>{json.dumps(extras)}</sd_cpp_extra_args>"
    else:
        fields |= extras
    fields |= _size(ask, dialect)
    if dialect.format:
        fields["response_format"] = dialect.format
    if able.streaming:
        fields |= {"stream": True, "partial_images": 2}
    if not ask.references:
        return Request("/images/generations", fields, streaming=able.streaming)
    if dialect.edits == "generations":
        fields["image_url"] = write_data_url(ask.references[0])
        return Request("/images/generations", fields, streaming=able.streaming)
    if dialect.edits == "json":
        images = [{"url": write_data_url(one), "type": "image_url"} for one in ask.references]
        fields |= {"image": images[0]} if len(images) == 1 else {"images": images}
        return Request("/images/edits", fields, streaming=able.streaming)
    return Request("/images/edits", fields, _files(ask, able), able.streaming)


def cost_of(usage: Mapping[str, Any] | None, able: Abilities, source: str) -> Price | None:
    """The actual price from what the host says it used; the list price of a picture where it says nothing."""
    if usage and able.rates:
        parts = usage.get("input_tokens_details") or {}
        text = parts.get("text_tokens", usage.get("input_tokens", 0)) or 0
        image, out = parts.get("image_tokens", 0) or 0, usage.get("output_tokens", 0) or 0
        rates = able.rates
        amount = (text * rates.text_in + image * rates.image_in + out * rates.out) / 1_000_000
        if math.isfinite(amount):
            return Price(round(amount, 6), able.currency, f"tokens used, at {source}")
    if able.price is not None:
        return Price(able.price, able.currency, source)
    return None


def _extras(ask: Ask, able: Abilities, dialect: Dialect) -> dict[str, Any]:
    extras: dict[str, Any] = {}
    for name, option in able.options.items():
        value = ask.options.get(name, option.default)
        left_to_host = value in ("auto", "") or (option.default == 0 and value == 0 and value is not False)
        if not left_to_host:
            extras[option.sent or dialect.fields.get(name, name)] = value
    if able.seed and ask.seed is not None:
        extras[dialect.fields.get("seed", "seed")] = ask.seed
    if able.negative and ask.negative:
        extras[dialect.fields.get("negative", "negative_prompt")] = ask.negative
    return extras


def _size(ask: Ask, dialect: Dialect) -> dict[str, Any]:
    match dialect.size:
        case "aspect_ratio":
            return {"aspect_ratio": ask.ratio}
        case "width_height":
            return {"width": ask.width, "height": ask.height}
    return {"size": f"{ask.width}x{ask.height}"}


def _files(ask: Ask, able: Abilities) -> list[tuple[str, File]]:
    images, mask = list(ask.references), None
    if able.mask and ask.options.get("mask"):
        if len(images) < 2 or images[-1].media_type != "image/png":
            raise Refused(
                "A mask must be a PNG and stand after the picture that it is for. Add it, or switch it off."
            )
        mask = images.pop()
    name = "image" if len(images) == 1 else "image[]"
    files = [(name, _file(f"reference-{number}", one)) for number, one in enumerate(images, 1)]
    return files if mask is None else [*files, ("mask", _file("mask", mask))]


def _file(name: str, reference: Reference) -> File:
    return (f"{name}.{reference.media_type.rpartition('/')[2]}", reference.data, reference.media_type)
