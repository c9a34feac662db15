"""Routes of batches and generations."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import Field

from opencanva.api.deps import PREFIX, Form, Here, Me, OnceKey, Options, Whole, answer, do_once
from opencanva.blobs import Missing as MissingBlob
from opencanva.kit.errors import NotFound
from opencanva.kit.text import clean_json
from opencanva.rooms.batches import checks, service
from opencanva.rooms.batches.types import Batch, Generation, Order, Parent, Reference

router = APIRouter(prefix=PREFIX, tags=["batches"])


class ReferenceForm(Form):
    """An image in the role of input."""

    image_id: str
    role: Literal["content", "style", "character", "composition"] | None = None
    strength: float = Field(0.6, ge=0, le=1)


class ParentForm(Form):
    """The image this batch grows out of."""

    image_id: str
    kind: Literal["vary", "reference", "continue"]


class NewBatch(Form):
    """One press of Generate. Without a session one is made and named from the prompt.

    `options` go to every chosen model that knows them: fields of the models' options_schema, `seed`
    (0..4294967295; absent means random) and `negative`.
    """

    session_id: str | None = None
    folder_id: str | None = None
    prompt: str = Field(examples=["a lighthouse in a storm, watercolour"])
    models: list[str] = Field(examples=[["illustrator/illustrator"]], max_length=100)
    ratio: str = Field("1:1", examples=["16:9"])
    images_per_model: Whole = Field(1, examples=[2])
    options: Options = Field(default_factory=dict, examples=[{"seed": 41923}])
    references: list[ReferenceForm] = Field(default_factory=list, max_length=100)
    parent: ParentForm | None = None

    def order(self) -> Order:
        """The same as the room's value."""
        return Order(
            prompt=self.prompt,
            models=self.models,
            ratio=self.ratio,
            images_per_model=self.images_per_model,
            options=self.options,
            references=[Reference(**r.model_dump()) for r in self.references],
            parent=Parent(**self.parent.model_dump()) if self.parent else None,
            session_id=self.session_id,
            folder_id=self.folder_id,
        )


@router.post("/batches", response_model=Batch, status_code=202, summary="Generate")
async def start_batch(here: Here, me: Me, body: NewBatch, key: OnceKey = None) -> Response:
    """Starts 1..16 generations. Everything is checked before anything runs; a refusal names the field."""
    plan = await checks.plan(here.engines, body.order())
    contents = ["batch", clean_json(body.model_dump())]
    return await do_once(here, me, key, contents, lambda work: service.start(work, plan), 202)


@router.get("/batches/{id}", response_model=Batch, summary="One batch")
async def get_batch(here: Here, me: Me, id: str) -> Response:
    """A batch with its generations."""
    async with here.works.reading(me) as work:
        return answer(await service.get(work, id))


@router.post("/batches/{id}/cancel", response_model=Batch, summary="Cancel a batch")
async def cancel_batch(here: Here, me: Me, id: str) -> Response:
    """Stops everything of the batch that has not ended."""
    async with here.works.writing(me) as work:
        batch = await service.cancel_batch(work, id)
    return answer(batch)


@router.get("/generations/{id}", response_model=Generation, summary="One generation")
async def get_generation(here: Here, me: Me, id: str) -> Response:
    """A generation; `image` is there once it is complete."""
    async with here.works.reading(me) as work:
        return answer(await service.generation(work, id))


@router.post("/generations/{id}/cancel", response_model=Generation, summary="Cancel a generation")
async def cancel_generation(here: Here, me: Me, id: str) -> Response:
    """At once while it waits; while it runs its worker is asked to stop."""
    async with here.works.writing(me) as work:
        made = await service.cancel(work, id)
    return answer(made)


@router.post("/generations/{id}/retry", response_model=Generation, summary="Try a generation again")
async def retry_generation(here: Here, me: Me, id: str, key: OnceKey = None) -> Response:
    """For one that failed, was cancelled or interrupted. It asks for the same picture, and may cost again."""
    return await do_once(here, me, key, ["retry", id], lambda work: service.retry(work, id), 200)


@router.get(
    "/generations/{id}/preview",
    response_class=Response,
    responses={200: {"content": {"image/webp": {}}, "description": "The newest preview."}},
    summary="The newest preview of a running generation",
)
async def get_preview(here: Here, me: Me, id: str) -> Response:
    """WebP; 404 when there is none (not yet, or no longer)."""
    async with here.works.reading(me) as work:
        made = await service.generation(work, id)
    try:
        data = await here.blobs.get_derived(f"previews/{made.id}")
    except MissingBlob:
        raise NotFound("There is no preview of this generation now.", field="id") from None
    return Response(data, 200, {"Cache-Control": "no-store"}, "image/webp")
