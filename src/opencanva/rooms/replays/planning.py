"""Reads the way to a picture, and checks it against other models before anything runs or costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from opencanva.core.work import Work
from opencanva.engines.catalog import Catalog, OfferedModel, split_options
from opencanva.kit.errors import Invalid, Meaning
from opencanva.rooms.batches import checks, descent
from opencanva.rooms.batches import service as batches
from opencanva.rooms.batches.descent_types import Node
from opencanva.rooms.batches.errors import NotOffered, UnknownModel
from opencanva.rooms.batches.types import Batch, Order
from opencanva.rooms.images import service as images
from opencanva.rooms.replays.errors import NothingToReplay
from opencanva.rooms.replays.types import Stage, Way
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.errors import InTrash

MOST_STEPS = 60
"""Pictures that one replay makes, over all its models."""


async def look_back(work: Work, image_id: str) -> Way:
    """The stages on the way to a picture. Raises NotFound, InTrash, NothingToReplay."""
    image = await images.get(work, image_id)
    if image.trashed_at is not None:
        raise InTrash("This image is in the trash. Restore it first.", field="id")
    if image.session_id is None or image.generation_id is None:
        raise NothingToReplay(
            "This picture was uploaded, so there is nothing to make again. Choose one that was made here.",
            field="id",
        )
    await sessions.living(work, image.session_id)
    nodes = [step.node for step in (await descent.path(work, image.id)).steps]
    asked = await batches.several(work, [node.batch_id for node in nodes if node.batch_id is not None])
    made: list[tuple[Node, Batch]] = []
    for node in nodes:
        if node.batch_id is not None and node.batch_id in asked:
            made.append((node, asked[node.batch_id]))
        elif node.ghost:
            raise NothingToReplay(
                "A picture on the way to this one was deleted for ever, and what it was made of with it. "
                "Use the settings of this picture again with another model instead.",
                field="id",
            )
    return Way(image.id, image.session_id, await _stages(work, made, image.session_id))


async def check(
    catalog: Catalog, way: Way, models: Sequence[str]
) -> tuple[list[dict[str, Any]], checks.Plan]:
    """The steps of a replay as they are stored, one model after the other, and the plan of the first.

    Raises Invalid, UnknownModel, TooManyModels or NotOffered, naming the model at fault as `models.<n>`.
    """
    if not models:
        raise Invalid("Choose at least one model.", field="models")
    if len(set(models)) < len(models):
        raise Invalid("Choose each model once.", field="models")
    if len(models) * len(way.stages) > MOST_STEPS:
        raise Invalid(
            f"The way to this picture has {len(way.stages)} steps; a replay makes at most {MOST_STEPS} pictures. "
            "Choose fewer models, or a picture nearer to the start.",
            field="models",
            limit=MOST_STEPS,
        )
    steps: list[dict[str, Any]] = []
    plans = []
    for place, id in enumerate(models):
        for number, stage in enumerate(way.stages):
            try:
                offered = await catalog.find(id)
                if offered is None:
                    raise UnknownModel("No engine offers this model now. Choose another one.")
                order, left_out = fitted(offered, stage.order)
                plans.append(await checks.plan(catalog, order))
            except Meaning as wrong:
                words = f"Step {number + 1} of {len(way.stages)}: {wrong.words}"
                if isinstance(wrong, NotOffered):
                    raise NotOffered(words, field=f"models.{place}", model=id) from wrong
                raise type(wrong)(wrong.words, field=f"models.{place}") from wrong
            steps.append({"stage": number, "order": order, "swap": stage.swap, "left_out": left_out})
    return steps, plans[0]


def fitted(offered: OfferedModel, order: Order) -> tuple[Order, list[str]]:
    """The order for this model alone, and the names of options left out because the model does not take them."""
    options = {
        name: value for name, value in order.options.items() if not split_options([offered], {name: value})[1]
    }
    roles = {str(role) for role in offered.model.roles}
    references = [
        one if one.role is None or one.role in roles else replace(one, role=None) for one in order.references
    ]
    # A seed that a model has no use for is no loss of what somebody asked for.
    left_out = [name for name in order.options if name not in options and name != "seed"]
    return replace(order, models=[offered.id], options=options, references=references), left_out


async def _stages(work: Work, made: Sequence[tuple[Node, Batch]], session_id: str) -> list[Stage]:
    given = {one.image_id for _, batch in made for one in batch.references}
    given |= {batch.parent.image_id for _, batch in made if batch.parent is not None}
    known = await images.several(work, given)
    stages: list[Stage] = []
    of_id: dict[str, int] = {}
    of_bytes: dict[str, int] = {}
    for number, (node, batch) in enumerate(made):
        inputs = [one.image_id for one in batch.references]
        inputs += [batch.parent.image_id] if batch.parent is not None else []
        swap = {}
        for id in inputs:
            image = known.get(id)
            # A copy of a session has copies of pictures, and batches that name the originals: the same bytes.
            stage = of_id.get(id, of_bytes.get(image.sha256 if image is not None else ""))
            if stage is not None:
                swap[id] = stage
            elif image is None:
                raise NothingToReplay(
                    f"A picture that step {number + 1} was made of was deleted for ever. "
                    "Use the settings of this picture again with another model instead.",
                    field="id",
                )
            elif image.trashed_at is not None and any(one.image_id == id for one in batch.references):
                raise InTrash(
                    f"A reference of step {number + 1} is in the trash. Restore it first.", field="id"
                )
        stages.append(Stage(_order(batch, node, session_id), swap))
        of_id[node.id] = number
        if node.image is not None:
            of_bytes[node.image.sha256] = number
    return stages


def _order(batch: Batch, node: Node, session_id: str) -> Order:
    """What the batch asked for, for one picture with the seed that this one had."""
    seeds = {made.id: made.seed for made in batch.generations}
    seed = seeds.get(node.generation_id or "")  # type: ignore[call-overload]
    options = dict(batch.options) | ({} if seed is None else {"seed": seed})
    return Order(batch.prompt, [], batch.ratio, 1, options, batch.references, batch.parent, session_id)
