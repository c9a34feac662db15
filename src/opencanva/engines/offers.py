"""Checks the models an engine tells of, so that a wrong one is left out and never breaks a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from opencanva.engines.contract import RATIOS, Model, ModelOptions
from opencanva.kit.text import clean_json, clean_line, clean_text

RESERVED = ("seed", "negative")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,119}\Z")
_MOST_SIDE = 16_384


@dataclass(frozen=True, slots=True)
class OfferedModel:
    """A model and its engine; `id` is `engine/model`, `options_schema` the JSON Schema of its form.

    `default` says that new composers begin with it.
    """

    id: str
    engine: str
    engine_name: str
    model: Model
    options_schema: dict[str, Any]
    default: bool = False


def offer(engine: str, name: str, models: object) -> tuple[list[OfferedModel], str]:
    """The models that are right, and a sentence about those that are not (empty when all are)."""
    if not isinstance(models, Iterable):
        raise TypeError("models() gave no list")
    offered: dict[str, OfferedModel] = {}
    left_out = []
    for number, model in enumerate(models):
        why = fault(model)
        if not why and model.id in offered:
            why = "its id is there twice"
        if why:
            left_out.append(f"{getattr(model, 'id', number)} ({why})")
            continue
        schema = model.options.model_json_schema()
        # A host's own words: a page must be able to tell them again.
        told = replace(model, name=clean_line(model.name), description=clean_text(model.description))
        offered[model.id] = OfferedModel(f"{engine}/{model.id}", engine, name, told, schema)
    words = f"Left out, because they are not right: {', '.join(left_out)}." if left_out else ""
    return list(offered.values()), words


def fault(model: Any) -> str:
    """What is wrong with a model, or an empty text."""
    if not isinstance(model, Model):
        return f"{type(model).__name__} is no Model"
    if not isinstance(model.id, str) or not _ID.match(model.id):
        return "its id is not 1 to 120 letters, digits and . _ : / @ + -"
    if not isinstance(model.name, str) or not clean_line(model.name):
        return "it has no name"
    if not model.sizes or any(ratio not in RATIOS for ratio in model.sizes):
        return f"its sizes are not for ratios of {', '.join(RATIOS)}"
    sides = [side for size in model.sizes.values() for side in size]
    if any(not isinstance(side, int) or not 1 <= side <= _MOST_SIDE for side in sides):
        return f"a side is not 1 to {_MOST_SIDE} pixels"
    if model.references < 0 or model.images_at_once < 1 or model.price.amount < 0:
        return "a count or price is below what makes sense"
    return _options_fault(model.options)


def _options_fault(options: Any) -> str:
    if not (isinstance(options, type) and issubclass(options, ModelOptions)):
        return "its options are no ModelOptions"
    taken = [name for name in RESERVED if name in options.model_fields]
    if taken:
        return f"its options use the reserved name {taken[0]}"
    try:
        options().model_dump(mode="json")
        schema = options.model_json_schema()
    except Exception as error:
        return f"its options cannot be left empty ({type(error).__name__})"
    return "" if clean_json(schema) == schema else "its options hold what is no text"
