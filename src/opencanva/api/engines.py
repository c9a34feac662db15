"""The route of models that engines offer."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from opencanva.api.deps import PREFIX, Here, answer
from opencanva.api.shapes import ModelShape
from opencanva.engines.catalog import OfferedModel
from opencanva.engines.contract import RATIOS
from opencanva.kit.values import plain

router = APIRouter(prefix=PREFIX, tags=["engines"])


@router.get("/models", response_model=list[ModelShape], summary="What can be asked for")
async def list_models(here: Here) -> Response:
    """Every model that an engine offers now, with its abilities as data; those of hidden engines are left out."""
    return answer([_shape(offered) for offered in await here.engines.models()])


def _shape(offered: OfferedModel) -> dict[str, Any]:
    model = offered.model
    return {
        "id": offered.id,
        "engine": offered.engine,
        "engine_name": offered.engine_name,
        "name": model.name,
        "description": model.description,
        "ratios": [ratio for ratio in RATIOS if ratio in model.sizes],
        "sizes": model.sizes,
        "options_schema": offered.options_schema,
        "seed": model.seed,
        "negative": model.negative,
        "references": model.references,
        "least_references": model.least_references,
        "roles": [str(role) for role in model.roles],
        "strength": model.strength,
        "formats": list(model.formats),
        "neural": model.neural,
        "images_at_once": model.images_at_once,
        "default": offered.default,
        "price": plain(model.price),
    }
