"""Routes of a session's prompt history."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from opencanva.api.deps import PREFIX, Here, Me, answer
from opencanva.api.shapes import CountedPage
from opencanva.rooms.batches import prompting
from opencanva.rooms.batches.prompting_types import PromptLine

router = APIRouter(prefix=PREFIX, tags=["prompts"])


@router.get(
    "/sessions/{id}/prompts", response_model=CountedPage[PromptLine], summary="A session's prompt history"
)
async def list_prompts(
    here: Here,
    me: Me,
    id: str,
    q: Annotated[str, Query(max_length=200, description="Words that a prompt must have, in any case.")] = "",
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Response:
    """Every distinct prompt with how often and when it was used, its best picture, and how it came of the one
    before; last used first. `total` counts all that are found."""
    async with here.works.reading(me) as work:
        items, following, total = await prompting.of_session(work, id, q, cursor, limit)
    return answer({"items": items, "next": following, "total": total})
