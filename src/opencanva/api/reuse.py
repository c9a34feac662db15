"""Routes of using a context again: of a generation, an image, a batch or a prompt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Response

from opencanva.api.deps import PREFIX, Here, Me, answer
from opencanva.api.shapes import ReuseShape
from opencanva.core.work import Work
from opencanva.engines.catalog import split_options
from opencanva.rooms.batches import recalling
from opencanva.rooms.batches.recalling import Recalled
from opencanva.rooms.batches.types import Missing

router = APIRouter(prefix=PREFIX, tags=["reuse"])


@router.get("/generations/{id}/reuse", response_model=ReuseShape, summary="Ask for the same again")
async def reuse_generation(here: Here, me: Me, id: str) -> Response:
    """A body for POST /batches that asks for the same picture, and what of it is no longer there."""
    return await _recall(here, me, lambda work: recalling.generation(work, id))


@router.get("/images/{id}/reuse", response_model=ReuseShape, summary="Ask for the same picture again")
async def reuse_image(here: Here, me: Me, id: str) -> Response:
    """The same by the picture; 404 of an upload, which nobody asked for."""
    return await _recall(here, me, lambda work: recalling.image(work, id))


@router.get("/batches/{id}/reuse", response_model=ReuseShape, summary="Ask for a batch again")
async def reuse_batch(here: Here, me: Me, id: str) -> Response:
    """A body for POST /batches with all its models; the seed is in it where it was locked."""
    return await _recall(here, me, lambda work: recalling.batch(work, id))


@router.get(
    "/sessions/{id}/prompts/{prompt_id}/reuse", response_model=ReuseShape, summary="Ask with a prompt again"
)
async def reuse_prompt(here: Here, me: Me, id: str, prompt_id: str) -> Response:
    """What asked with this prompt last in the session."""
    return await _recall(here, me, lambda work: recalling.prompt(work, id, prompt_id))


async def _recall(here: Here, me: Me, recall: Callable[[Work], Awaitable[Recalled]]) -> Response:
    async with here.works.reading(me) as work:
        body, missing = await recall(work)
    offered = []
    for number, id in enumerate(body["models"]):
        model = await here.engines.find(id)
        if model is None:
            missing.append(Missing(f"models.{number}", f"No engine offers {id} now."))
            continue
        offered.append(model)
        if body["ratio"] not in model.model.sizes:
            missing.append(Missing("ratio", f"{model.model.name} no longer has {body['ratio']}."))
    if offered:
        missing += [Missing(wrong.field, wrong.words) for wrong in split_options(offered, body["options"])[1]]
    return answer({"batch": body, "missing": missing})
