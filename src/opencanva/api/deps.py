"""What every route needs: the house, the actor, answers as plain bytes, and doing a thing once."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Annotated, Any

import orjson
from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel, BeforeValidator, ConfigDict

from opencanva.api.sidebars import Sidebars
from opencanva.blobs import Blobs
from opencanva.core import once
from opencanva.core.actor import Actor
from opencanva.core.secrets import Vault
from opencanva.core.signals import Hub
from opencanva.core.work import Work, Works
from opencanva.engines.assistants.finding import Assistants
from opencanva.engines.catalog import Catalog
from opencanva.kit.values import plain

PREFIX = "/api/v1"
"""Where every route lies. Routers carry it themselves: one that is put into another builds its routes anew."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the HTTP floor stands on, put together by the house."""

    works: Works
    blobs: Blobs
    engines: Catalog
    hub: Hub
    owner: str
    vault: Vault
    trash_days: int = 30
    """Days for which the trash keeps what was put there; 0 is for ever."""
    sidebars: Sidebars = field(default_factory=Sidebars)
    assistants: Assistants = field(default_factory=Assistants.discover)
    taking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    """Uploads looked at at once: a picture of 100 megapixels may need 600 MB meanwhile."""


class Form(BaseModel):
    """A request body: exact types, no unknown fields."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number; JSON knows no difference between 2 and 2.0."""

DEEPEST_JSON = 32
LARGEST_WHOLE = 2**53
"""The largest whole number that every reader of JSON reads as it was written."""


def _modest(value: Any) -> Any:
    """Free JSON that can be kept and told again; deeper than Python's own stack it could not."""
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, (dict, list)):
            if depth == DEEPEST_JSON:
                raise ValueError(f"lists and objects may nest at most {DEEPEST_JSON} deep")
            inner = item.values() if isinstance(item, dict) else item
            waiting.extend((one, depth + 1) for one in inner)
        elif isinstance(item, int) and abs(item) > LARGEST_WHOLE:
            raise ValueError("whole numbers lie between -2^53 and 2^53")
        elif isinstance(item, float) and not math.isfinite(item):
            raise ValueError("numbers must be finite")
    return value


Options = Annotated[dict[str, Any], BeforeValidator(_modest)]
"""Options of models, whose shape only the models know."""


def _ground(request: Request) -> Ground:
    ground: Ground = request.app.state.ground
    return ground


def _actor(request: Request) -> Actor:
    return Actor(_ground(request).owner)


Here = Annotated[Ground, Depends(_ground)]
Me = Annotated[Actor, Depends(_actor)]
OnceKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        pattern=r"^[\x21-\x7e]+$",
        description="A key of your own for this act. The same key again gives the first answer again.",
        examples=["6f2c1f0a-press-1"],
    ),
]


def answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A JSON response of frozen values, encoded without a detour through Pydantic."""
    return Response(orjson.dumps(value), status, headers, "application/json")


async def do_once(
    here: Ground,
    me: Actor,
    key: str | None,
    request: Any,
    act: Callable[[Work], Awaitable[Any]],
    status: int,
) -> Response:
    """Do `act` in one Work; under a key that was used before, give the first answer again.

    `request` is what makes two requests the same. Raises KeyReused when the key belongs to another one.
    """
    async with here.works.writing(me) as work:
        if key is not None:
            found = await once.recall(work, key, once.fingerprint(request))
            if found is not None:
                return answer(found, status, {"Idempotency-Replayed": "true"})
        made = await act(work)
        if key is not None:
            await once.record(work, key, plain(made))
    return answer(made, status)
