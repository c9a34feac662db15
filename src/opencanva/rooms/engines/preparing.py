"""Checks settings against what their kind takes and seals the secret ones, before any Work is opened."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from opencanva.core.secrets import Vault
from opencanva.engines.contract import EngineConfig
from opencanva.engines.finding import check_settings, secret_fields
from opencanva.kit.errors import Invalid
from opencanva.rooms.engines.errors import EngineFixed

MOST_BYTES = 1_000_000
"""How large all settings of an engine may be as JSON; workflow templates are among them."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Checked settings as they will be stored: open, sealed by field, and the fields to be taken away."""

    open_values: dict[str, Any] = field(default_factory=dict)
    sealed_values: dict[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()


def merge(
    config: type[EngineConfig], now: Mapping[str, Any], fixed: Collection[str], given: Mapping[str, Any]
) -> dict[str, Any]:
    """The settings `now` with those `given` put over them; null takes one away, as does an empty secret.

    Raises EngineFixed for one that the environment gives, Invalid for one that there is not.
    """
    merged, hidden = dict(now), secret_fields(config)
    for name, value in given.items():
        where = f"values.{name}"
        if name not in config.model_fields:
            raise Invalid(f"There is no setting “{name[:60]}” here. Leave it out.", field=where)
        if name in fixed:
            raise EngineFixed(
                "This setting comes from the environment. Change it there, or take it away there first.",
                field=where,
            )
        if value is None or (value == "" and name in hidden):
            merged.pop(name, None)
        else:
            merged[name] = value
    return merged


def prepare(
    config: type[EngineConfig],
    vault: Vault,
    now: Mapping[str, Any],
    fixed: Collection[str],
    given: Mapping[str, Any],
) -> Prepared:
    """Check and seal what a person gave; slow (it derives keys), so call it in a thread.

    Raises Invalid naming the setting at fault, EngineFixed, KeyUnusable.
    """
    merged = merge(config, now, fixed, given)
    wrong = check_settings(config, merged)
    if wrong is not None:
        raise Invalid(wrong[1], field=f"values.{wrong[0]}" if wrong[0] else "values")
    if len(json.dumps(merged, default=str)) > MOST_BYTES:
        raise Invalid("These settings are larger than 1 MB. Give less.", field="values")
    hidden = secret_fields(config)
    kept = {name: value for name, value in given.items() if name in merged}
    return Prepared(
        {name: value for name, value in kept.items() if name not in hidden},
        {name: vault.seal(json.dumps(value)) for name, value in kept.items() if name in hidden},
        frozenset(given) - frozenset(kept),
    )
