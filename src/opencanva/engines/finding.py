"""Finds engines by their entry points and makes them from their settings; every failure has a reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import Any

from pydantic import SecretBytes, SecretStr, ValidationError

from opencanva.engines import builtin
from opencanva.engines.contract import Engine, EngineConfig, EngineError, Misconfigured, Unavailable
from opencanva.engines.redact import redact

GROUP = "opencanva.engines"
BUILTIN = {
    name.replace("_", "-"): f"{builtin.__name__}.{name}:ENGINE"
    for _, name, _ in iter_modules(builtin.__path__)
    if not name.startswith("_")
}
"""Every module of `builtin`, none of them imported: `ENGINE` in it is the class, its name the engine's id."""
STANDING = ("illustrator",)
"""Built-in engines that need no account, program or key: they are there without being set up."""
FAKE = "opencanva.engines.fake:Fake"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_VARIABLE = re.compile(r"OPENCANVA_ENGINE_([A-Z0-9_]+)\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A kind of engine before it is imported: its id and where it comes from.

    `reason` says why it never will be. `standing` kinds are engines without anybody setting them up.
    """

    id: str
    name: str
    source: str = ""
    reason: str = ""
    engine: Engine | None = None
    standing: bool = True


def find_engines(with_fake: bool) -> Iterator[Found]:
    """Built-in engines first, then installed ones by name. The entry point's name is the engine's id."""
    for id in (*STANDING, *(id for id in BUILTIN if id not in STANDING)):
        yield Found(id, id.capitalize(), BUILTIN[id], standing=id in STANDING)
    if with_fake:
        yield Found("fake", "Fake", FAKE)
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if not point.value.startswith("opencanva."):
            yield Found(point.name, point.name, point.value)


def read_environment(environ: Mapping[str, str], ids: Collection[str] = ()) -> dict[str, dict[str, str]]:
    """Settings of engines out of `OPENCANVA_ENGINE_<ID>_<FIELD>`, by engine id and field.

    An id's hyphens are underscores in the name, so the longest id that is installed, built in or among `ids`
    wins; a name that fits none is split at its first underscore.
    """
    settings: dict[str, dict[str, str]] = {}
    shapes = {_shape(id): id for id in (*BUILTIN, "fake", *ids)}
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


def load_kind(found: Found) -> type[Engine]:
    """Import an engine's class. Raises Unavailable, saying why not."""
    if found.engine is not None:
        return type(found.engine)
    if found.reason:
        raise Unavailable(found.reason)
    made: type[Engine] = _import(found)
    return made


def configure(
    found: Found, settings: Mapping[str, Any], id: str | None = None, spoken: bool = False
) -> tuple[Engine, list[str]]:
    """Import and make an engine; returns it with its secrets. Raises Unavailable, Misconfigured.

    `id` is the engine's own when it is not its kind's. `spoken` names settings as the settings page does,
    not by their variables.
    """
    made = load_kind(found)
    try:
        config = made.Config.model_validate(dict(settings))
    except ValidationError as error:
        raise _misconfigured(
            made.Config, "" if spoken else _prefix(id or found.id), settings, error
        ) from None
    secrets = list(_secrets(config))
    try:
        engine: Engine = made(config)  # type: ignore[call-arg]
    except EngineError:
        raise
    except Exception as error:
        raise Unavailable(f"It could not be started: {type(error).__name__}: {error}") from None
    return engine, secrets


def secret_fields(config: type[EngineConfig]) -> frozenset[str]:
    """The settings that are never sent back: those whose JSON Schema is write-only anywhere."""
    fields = config.model_json_schema().get("properties", {})
    return frozenset(name for name, schema in fields.items() if _write_only(schema))


def check_settings(config: type[EngineConfig], settings: Mapping[str, Any]) -> tuple[str, str] | None:
    """The first setting at fault and what is wrong with it; None when all are right."""
    try:
        config.model_validate(dict(settings))
    except ValidationError as error:
        wrong = _misconfigured(config, "", settings, error)
        return wrong.setting, wrong.reason
    return None


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


def _misconfigured(
    config: type[EngineConfig], prefix: str, settings: Mapping[str, Any], error: ValidationError
) -> Misconfigured:
    """Which setting is wrong, as people know it; never its value."""
    wrong = error.errors(include_input=False, include_url=False)
    field = str(wrong[0]["loc"][0]) if wrong[0]["loc"] else ""
    titles = config.model_json_schema().get("properties", {})
    hidden = [str(settings[name]) for name in secret_fields(config) if settings.get(name)]
    words = []
    for one in wrong:
        path = [str(part) for part in one["loc"]]
        named = "_".join(path).upper()
        if not prefix and path:
            named = titles.get(path[0], {}).get("title") or path[0]
        words.append(redact(f"{prefix}{named}: {_words(one)}", hidden))
    return Misconfigured(f"A setting is not right. {'; '.join(words)}.", field)


def _write_only(schema: Any) -> bool:
    if isinstance(schema, dict):
        return bool(schema.get("writeOnly")) or any(_write_only(part) for part in schema.values())
    return isinstance(schema, list) and any(_write_only(part) for part in schema)


def _prefix(id: str) -> str:
    return f"OPENCANVA_ENGINE_{_shape(id)}_"


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
