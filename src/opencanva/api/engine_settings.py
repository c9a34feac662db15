"""Routes of setting engines up: kinds, settings, limits, order, trying out. No answer ever holds a secret."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import AfterValidator, Field

from opencanva.api.deps import PREFIX, Form, Here, Me, OnceKey, Options, Whole, answer, do_once
from opencanva.api.engine_views import class_of, kind_view, setup_of, views
from opencanva.api.shapes import EngineId, EngineShape, KindShape
from opencanva.core.work import Work
from opencanva.engines.entry import Trial, try_out
from opencanva.engines.finding import secret_fields
from opencanva.engines.instances import Setup
from opencanva.kit.text import clean_json
from opencanva.rooms.engines import service
from opencanva.rooms.engines.errors import EngineTaken
from opencanva.rooms.engines.preparing import Prepared, merge, prepare
from opencanva.rooms.engines.types import NewEngine
from opencanva.rooms.usage import service as usage

router = APIRouter(prefix=PREFIX, tags=["engines"])

Limit = Annotated[Whole, Field(ge=1, le=10_000)]
Values = Annotated[
    Options,
    AfterValidator(clean_json),
    Field(description="Settings by field; null takes one away.", examples=[{"api_key": "sk-…"}]),
]
ModelId = Annotated[str, Field(max_length=200)]


class AddEngine(Form):
    """An engine to be set up."""

    kind: Annotated[str, Field(max_length=100)]
    id: Annotated[str, Field(max_length=100)] | None = Field(
        None, description="Its id in model ids, such as `openai-2`; made from the kind when left out."
    )
    name: Annotated[str, Field(max_length=100)] = ""
    values: Values = Field(default_factory=dict)


class EngineLimits(Form):
    """What an engine may do, kept across all workers; null is without limit."""

    at_once: Limit | None = Field(None, description="Pictures at once, if fewer than the engine takes.")
    per_minute: Limit | None = Field(None, description="Pictures begun in any one minute.")
    budget: Annotated[float, Field(ge=0, le=1_000_000)] | None = Field(
        None, description="Money a calendar month (UTC)."
    )
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "USD"
    assumed: Annotated[float, Field(gt=0, le=1_000_000)] | None = Field(
        None,
        description="What a picture counts for whose price is not known; without it a budget refuses such.",
    )


class EngineChange(Form):
    """A change of an engine; what is left out stays."""

    name: Annotated[str, Field(max_length=100)] | None = None
    values: Values | None = None
    hidden: bool | None = None
    limits: EngineLimits | None = None
    default_models: Annotated[list[ModelId], Field(max_length=service.MOST_DEFAULTS)] | None = Field(
        None, description="Models that new composers begin with."
    )


class EngineTrial(Form):
    """Settings to be tried before they are kept; they are put over those that are kept."""

    values: Values = Field(default_factory=dict)


class EngineOrder(Form):
    """Every engine once, in the order of the picker."""

    ids: Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=500)]


@router.get("/engine-kinds", response_model=list[KindShape], summary="The kinds of engines")
async def list_engine_kinds(here: Here) -> Response:
    """Every kind that is built in or installed, with the JSON Schema of its settings."""
    return answer([await kind_view(here.engines, found) for found in await here.engines.kinds()])


@router.post("/engine-kinds/{kind}/test", response_model=Trial, summary="Try settings of a kind")
async def test_engine_kind(here: Here, kind: str, body: EngineTrial) -> Response:
    """Asks the host once what it offers, with settings that are not kept; says in words how it went."""
    found, made = await class_of(here.engines, kind)
    given = here.engines.environment_of(kind)
    merged = await asyncio.to_thread(merge, made.Config, given, given, body.values)
    return answer(await try_out(Setup(kind, found, "settings", settings=merged)))


@router.get("/engines", response_model=list[EngineShape], summary="The engines and their state")
async def list_engines(here: Here, me: Me) -> Response:
    """Every engine in the order of the picker; one that cannot be used says why."""
    async with here.works.reading(me) as work:
        spent = await usage.engines_this_month(work)
    return answer(await views(here.engines, spent))


@router.post("/engines", response_model=EngineId, status_code=201, summary="Add an engine")
async def add_engine(here: Here, me: Me, body: AddEngine, key: OnceKey = None) -> Response:
    """Keeps the settings, secrets encrypted; every process uses the engine from then on."""
    _, made = await class_of(here.engines, body.kind)
    kinds = [found.id for found in await here.engines.kinds()]
    standing = await here.engines.setups()
    taken: EngineTaken | None = None
    try:
        id = service.choose_id(body.kind, body.id, kinds, standing)
    except EngineTaken as error:  # perhaps by this very request, the first time it came
        id, taken = str(body.id), error
    given = here.engines.environment_of(id)
    prepared = await asyncio.to_thread(prepare, made.Config, here.vault, given, given, body.values)
    others = None if body.id is not None else frozenset({*standing, *({*kinds} - {body.kind})})
    new = NewEngine(body.kind, id, body.name, others)

    async def add(work: Work) -> EngineId:
        if taken is not None:
            raise taken
        return {"id": await service.add(work, new, prepared)}

    plain = {name: value for name, value in body.values.items() if name not in secret_fields(made.Config)}
    return await do_once(here, me, key, ["engine", body.kind, body.id, body.name, plain], add, 201)


@router.patch("/engines/{id}", response_model=EngineId, summary="Change an engine")
async def change_engine(here: Here, me: Me, id: str, body: EngineChange) -> Response:
    """Name, settings, limits, default models, hidden or not; takes effect everywhere with the next picture."""
    setup = await setup_of(here.engines, id)
    prepared = Prepared()
    if body.values:
        _, made = await class_of(here.engines, setup.kind.id)
        prepared = await asyncio.to_thread(
            prepare, made.Config, here.vault, setup.settings, setup.fixed, body.values
        )
    wanted = {
        name: value
        for name in ("name", "hidden", "default_models")
        if (value := getattr(body, name)) is not None
    }
    if body.limits is not None:
        wanted |= body.limits.model_dump()
    async with here.works.writing(me) as work:
        await service.change(work, id, setup.kind.id, prepared, wanted)
    return answer({"id": id})


@router.delete("/engines/{id}", status_code=204, summary="Remove an engine")
async def remove_engine(here: Here, me: Me, id: str) -> Response:
    """Its settings and keys go; its pictures, their history and what they cost stay."""
    setup = await setup_of(here.engines, id)
    async with here.works.writing(me) as work:
        await service.remove(work, id, setup.source)
    return Response(status_code=204)


@router.post("/engines/{id}/test", response_model=Trial, summary="Try an engine")
async def test_engine(here: Here, id: str, body: EngineTrial) -> Response:
    """Asks the host once what it offers, with the settings that are kept and those given put over them."""
    setup = await setup_of(here.engines, id)
    if body.values:
        _, made = await class_of(here.engines, setup.kind.id)
        merged = await asyncio.to_thread(merge, made.Config, setup.settings, setup.fixed, body.values)
        setup = replace(setup, settings=merged, source="settings", trouble="")
    return answer(await try_out(setup))


@router.put("/engine-order", status_code=204, summary="Put the engines in order")
async def order_engines(here: Here, me: Me, body: EngineOrder) -> Response:
    """The order of the engines in the picker, and so of their models."""
    kinds = {id: setup.kind.id for id, setup in (await here.engines.setups()).items()}
    async with here.works.writing(me) as work:
        await service.put_in_order(work, body.ids, kinds)
    return Response(status_code=204)
