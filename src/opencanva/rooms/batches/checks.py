"""Checks of an order against what the models offer, made before anything runs, costs, or opens a Work."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any

from opencanva.engines.catalog import Catalog, OfferedModel, check, split_options
from opencanva.engines.contract import RATIOS
from opencanva.kit.errors import Invalid
from opencanva.kit.text import clean_json, clean_text, shows_something
from opencanva.rooms.batches.errors import NotOffered, TooManyModels, UnknownModel
from opencanva.rooms.batches.types import Order

MOST_MODELS = 4
MOST_IMAGES = 4
LONGEST_PROMPT = 20_000
SEEDS = 2**32


@dataclass(frozen=True, slots=True)
class Planned:
    """One generation to be: its model, size, seed and validated options."""

    offered: OfferedModel
    width: int
    height: int
    seed: int | None
    negative: str
    options: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """A checked order and the generations it asks for, in the order of their tiles."""

    order: Order
    generations: list[Planned]


async def plan(catalog: Catalog, order: Order) -> Plan:
    """Check everything that can be known before the run.

    Raises Invalid, TooManyModels, UnknownModel or NotOffered, each naming the field at fault.
    """
    order = _clean(order)
    offered = await _find(catalog, order)
    for number, model in enumerate(offered):
        for complaint in check(
            model, ratio=order.ratio, count=order.images_per_model, references=len(order.references)
        ):
            field = f"models.{number}" if complaint.field == "model" else complaint.field
            raise NotOffered(complaint.words, field=field, model=model.id)
    for number, reference in enumerate(order.references):
        for model in offered:
            roles = [str(role) for role in model.model.roles]
            if reference.role is not None and reference.role not in roles:
                known = f"knows only: {', '.join(roles)}" if roles else "knows no roles"
                raise NotOffered(
                    f"{model.model.name} {known}. Take the role off this reference.",
                    field=f"references.{number}.role",
                    model=model.id,
                )
    taken, complaints = split_options(offered, order.options)
    for complaint in complaints:
        raise NotOffered(complaint.words, field=complaint.field)
    return Plan(order, list(_generations(order, offered, taken)))


def _clean(order: Order) -> Order:
    prompt = clean_text(order.prompt)
    if not shows_something(prompt):
        raise Invalid("Say first what you want to see.", field="prompt")
    if len(prompt) > LONGEST_PROMPT:
        raise Invalid(
            f"A prompt has at most {LONGEST_PROMPT:,} characters; this one has {len(prompt):,}.",
            field="prompt",
            limit=LONGEST_PROMPT,
        )
    if not 1 <= order.images_per_model <= MOST_IMAGES:
        raise Invalid(f"Ask for 1 to {MOST_IMAGES} images per model.", field="images_per_model")
    if order.ratio not in RATIOS:
        raise Invalid(f"The ratio is one of {', '.join(RATIOS)}.", field="ratio")
    if not order.models:
        raise Invalid("Choose at least one model.", field="models")
    if len(order.models) > MOST_MODELS:
        raise TooManyModels(
            f"A batch takes at most {MOST_MODELS} models; {len(order.models)} were chosen.",
            field="models",
            limit=MOST_MODELS,
        )
    if len(set(order.models)) < len(order.models):
        raise Invalid("Choose each model once; ask for more images per model instead.", field="models")
    return replace(order, prompt=prompt, options=_options(order))


def _options(order: Order) -> dict[str, Any]:
    cleaned = clean_json(order.options)
    return cleaned if isinstance(cleaned, dict) else {}


async def _find(catalog: Catalog, order: Order) -> list[OfferedModel]:
    found = []
    for number, id in enumerate(order.models):
        offered = await catalog.find(id)
        if offered is None:
            raise UnknownModel(
                f"No engine offers “{clean_text(id)[:80]}” now. Choose another model.",
                field=f"models.{number}",
            )
        found.append(offered)
    return found


def _generations(
    order: Order, offered: list[OfferedModel], taken: dict[str, dict[str, Any]]
) -> list[Planned]:
    planned = []
    for model in offered:
        width, height = model.model.sizes[order.ratio]
        options = dict(taken[model.id])
        locked, negative = options.pop("seed", None), options.pop("negative", "")
        for number in range(order.images_per_model):
            seed = None
            if model.model.seed:
                seed = secrets.randbits(32) if locked is None else (locked + number) % SEEDS
            planned.append(Planned(model, width, height, seed, negative, options))
    return planned
