"""Finds engines by their entry points and makes them from their settings; every failure has a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from pydantic import SecretBytes, SecretStr, ValidationError

from opencanva.engines.contract import Engine, EngineConfig, EngineError, Misconfigured, Unavailable

GROUP = "opencanva.engines"
BUILTIN = {"illustrator": "opencanva.engines.builtin.illustrator:Illustrator"}
FAKE = "opencanva.engines.fake:Fake"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_VARIABLE = re.compile(r"OPENCANVA_ENGINE_([A-Z0-9_]+)\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """An engine before it is imported: its id and where it comes from. `reason` says why it never will be."""

    id: str
    name: str
    source: str = ""
    reason: str = ""
    engine: Engine | None = None


def find_engines(with_fake: bool) -> Iterator[Found]:
    """Built-in engines first, then installed ones by name. The entry point's name is the engine's id."""
    yield from (Found(id, id.capitalize(), source) for id, source in BUILTIN.items())
    if with_fake:
        yield Found("fake", "Fake", FAKE)
    ours = {*BUILTIN.values(), FAKE}
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if point.value not in ours:
            yield Found(point.name, point.name, point.value)


def read_environment(environ: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Settings of engines out of `OPENCANVA_ENGINE_<ID>_<FIELD>`, by engine id and field.

    An id's hyphens are underscores in the name, so the longest id that is installed or built in wins;
    a name that fits none is split at its first underscore.
    """
    settings: dict[str, dict[str, str]] = {}
    shapes = {_shape(id): id for id in (*BUILTIN, "fake")}
    given = {match[1]: value for name, value in environ.items() if (match := _VARIABLE.match(name))}
    if any(not rest.startswith(tuple(f"{shape}_" for shape in shapes)) for rest in given):
        # Reading what is installed takes a while, so only when a name needs it.
        shapes |= {_shape(found.id): found.id for found in find_engines(with_fake=True)}
    for rest, value in given.items():
        fitting = [shape for shape in shapes if rest.startswith(f"{shape}_")]
        shape = max(fitting, key=len, default=rest.partition("_")[0])
        field = rest[len(shape) + 1 :].lower()
        if field:
            settings.setdefault(shapes.get(shape, shape.lower()), {})[field] = value
    return settings


def configure(found: Found, settings: Mapping[str, str]) -> tuple[Engine, list[str]]:
    """Import and make an engine; returns it with its secrets. Raises Unavailable, Misconfigured."""
    if found.reason:
        raise Unavailable(found.reason)
    made = _import(found)
    try:
        config = made.Config.model_validate(dict(settings))
    except ValidationError as error:
        raise _misconfigured(found, error) from None
    secrets = list(_secrets(config))
    try:
        engine: Engine = made(config)
    except EngineError:
        raise
    except Exception as error:
        raise Unavailable(f"It could not be started: {type(error).__name__}: {error}") from None
    return engine, secrets


def _import(found: Found) -> Any:
    module, _, attribute = found.source.partition(":")
    try:
        made: Any = import_module(module)
        for name in attribute.split("."):
            made = getattr(made, name)
    except Exception as error:
        raise Unavailable(
            f"It could not be imported from {found.source}: {type(error).__name__}: {error}"
        ) from None
    lacking = [name for name in ("id", "name", "Config", "models", "generate") if not hasattr(made, name)]
    if lacking:
        raise Unavailable(f"{found.source} is no engine: it lacks {', '.join(lacking)}.")
    if made.id != found.id or not _ID.match(found.id):
        raise Unavailable(
            f"Its entry point is named “{found.id}” and its id is “{made.id}”; both must be the same, "
            "in lower-case letters, digits and hyphens."
        )
    if not (isinstance(made.Config, type) and issubclass(made.Config, EngineConfig)):
        raise Unavailable(f"{found.source} is no engine: its Config is no EngineConfig.")
    return made


def _misconfigured(found: Found, error: ValidationError) -> Misconfigured:
    """Which setting is wrong and how its environment name reads; never its value."""
    wrong = error.errors(include_input=False, include_url=False)
    field = str(wrong[0]["loc"][0]) if wrong[0]["loc"] else ""
    prefix = f"OPENCANVA_ENGINE_{_shape(found.id)}_"
    words = "; ".join(
        f"{prefix}{'_'.join(str(part) for part in one['loc']).upper()}: {_words(one)}" for one in wrong
    )
    return Misconfigured(f"A setting is not right. {words}.", field)


def _shape(id: str) -> str:
    return id.upper().replace("-", "_")


def _words(one: Any) -> str:
    known = {"extra_forbidden": "there is no such setting", "missing": "it is needed and was not given"}
    return known.get(one["type"], str(one["msg"]))


def _secrets(config: EngineConfig) -> Iterable[str]:
    for name in type(config).model_fields:
        value = getattr(config, name)
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(one, SecretStr):
                yield one.get_secret_value()
            elif isinstance(one, SecretBytes):
                yield one.get_secret_value().decode(errors="replace")
