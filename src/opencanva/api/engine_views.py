"""Engines and their kinds as answers show them: settings without secrets, limits, spending."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from opencanva.engines.catalog import Catalog, EngineState, open_values
from opencanva.engines.contract import Engine, Preset, Unavailable
from opencanva.engines.finding import Found
from opencanva.engines.instances import Setup
from opencanva.kit.errors import Invalid, NotFound
from opencanva.kit.values import plain


async def class_of(catalog: Catalog, kind: str) -> tuple[Found, type[Engine]]:
    """A kind and its class. Raises NotFound for one that is not here, Invalid for one that cannot be loaded."""
    try:
        known = await catalog.kind(kind)
    except Unavailable as error:
        raise Invalid(error.reason, field="kind") from None
    if known is None:
        raise NotFound("There is no such kind of engine here. Install its package.", field="kind")
    return known


async def setup_of(catalog: Catalog, id: str) -> Setup:
    """How an engine is set up; holds secrets. Raises NotFound."""
    setup = (await catalog.setups()).get(id)
    if setup is None:
        raise NotFound("There is no such engine. It may have been removed.", field="id")
    return setup


async def kind_view(catalog: Catalog, found: Found) -> dict[str, Any]:
    """A kind as an answer shows it."""
    shown: dict[str, Any] = {
        "kind": found.id, "name": found.name, "description": "", "needs": "", "home": "", "schema": {},
        "presets": [], "reason": None,
    }  # fmt: skip
    try:
        known = await catalog.kind(found.id)
    except Unavailable as error:
        return shown | {"reason": error.reason[:1000]}
    if known is None:
        return shown | {"reason": found.reason}
    made = known[1]
    presets: Sequence[Preset] = getattr(made, "presets", ())
    return shown | {
        "name": str(made.name),
        "description": (inspect.getdoc(made) or "").partition("\n")[0],
        "needs": str(getattr(made, "needs", "")),
        "home": str(getattr(made, "home", "")),
        "schema": made.Config.model_json_schema(),
        "presets": plain(list(presets)),
    }


async def views(catalog: Catalog, spent: Mapping[str, list[tuple[str, float]]]) -> list[dict[str, Any]]:
    """Every engine as an answer shows it."""
    setups, states = await catalog.setups(), await catalog.engines()
    known = [(setups[state.id], state) for state in states if state.id in setups]
    return [
        await asyncio.to_thread(_view, setup, state, spent.get(setup.id, []), await _class(catalog, setup))
        for setup, state in known
    ]


async def _class(catalog: Catalog, setup: Setup) -> type[Engine] | None:
    try:
        known = await catalog.kind(setup.kind.id)
    except Unavailable:
        return None
    return None if known is None else known[1]


def _view(
    setup: Setup, state: EngineState, spent: list[tuple[str, float]], made: type[Engine] | None
) -> dict[str, Any]:
    values, secrets = ({}, {}) if made is None else open_values(setup, made.Config)
    return {
        "id": setup.id,
        "kind": setup.kind.id,
        "kind_name": setup.kind.name if made is None else str(made.name),
        "name": setup.name or (state.name if made is None else str(made.name)),
        "state": state.state,
        "reason": state.reason,
        "field": state.field,
        "models": state.models,
        "source": setup.source,
        "hidden": setup.hidden,
        "values": values,
        "secrets": secrets,
        "fixed": list(setup.fixed),
        "limits": plain(setup.terms),
        "spent": [{"amount": amount, "currency": currency} for currency, amount in spent],
        "default_models": list(setup.default_models),
    }
