"""What is wrong with a request that does not fit its form, in words for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

_PLACES = ("body", "query", "path", "header", "cookie")

_WORDS = {
    "missing": "{name} is missing.",
    "extra_forbidden": "There is no field {name} here. Leave it out.",
    "json_invalid": "The body is not valid JSON.",
    "string_type": "{name} must be a text.",
    "string_unicode": "{name} holds characters that are no text.",
    "string_too_short": "{name} must have at least {min_length} characters.",
    "string_too_long": "{name} may have at most {max_length} characters.",
    "string_pattern_mismatch": "{name} does not have the right form.",
    "int_type": "{name} must be a whole number.",
    "int_parsing": "{name} must be a whole number.",
    "int_from_float": "{name} must be a whole number.",
    "int_parsing_size": "{name} is too large a number.",
    "float_type": "{name} must be a number.",
    "float_parsing": "{name} must be a number.",
    "finite_number": "{name} must be a finite number.",
    "bool_type": "{name} must be true or false.",
    "bool_parsing": "{name} must be true or false.",
    "greater_than_equal": "{name} must be at least {ge}.",
    "greater_than": "{name} must be more than {gt}.",
    "less_than_equal": "{name} must be at most {le}.",
    "less_than": "{name} must be less than {lt}.",
    "multiple_of": "{name} must be a multiple of {multiple_of}.",
    "literal_error": "{name} must be one of {expected}.",
    "enum": "{name} must be one of {expected}.",
    "list_type": "{name} must be a list.",
    "tuple_type": "{name} must be a list.",
    "dict_type": "{name} must be an object.",
    "model_type": "{name} must be an object.",
    "model_attributes_type": "{name} must be an object.",
    "dataclass_type": "{name} must be an object.",
    "too_short": "{name} must have at least {min_length} entries.",
    "too_long": "{name} may have at most {max_length} entries.",
    "uuid_parsing": "{name} is not an id.",
    "uuid_type": "{name} is not an id.",
}
"""Pydantic's error type → words; `{name}` is the field, the rest comes from the error's context."""


class Mistake(TypedDict):
    """One input at fault; `field` is None when the body as a whole is."""

    field: str | None
    words: str


def explain_mistakes(errors: Sequence[Mapping[str, Any]], most: int = 20) -> list[Mistake]:
    """Pydantic's errors in words, in their order, at most `most`; never repeats what was sent."""
    return [_explain(error) for error in errors[:most]]


def _explain(error: Mapping[str, Any]) -> Mistake:
    kind = error["type"]
    place = [part for part in error["loc"] if not str(part).startswith("function-")]
    if place and place[0] in _PLACES:
        place = place[1:]
    if kind == "json_invalid":
        place = []
    field = ".".join(str(part) for part in place) or None
    name = field or "The body"
    template = _WORDS.get(kind)
    if template is None:
        said = str(error["msg"]).removeprefix("Value error, ").rstrip(".")
        return {"field": field, "words": f"{name}: {said}."}
    return {"field": field, "words": template.format(name=name, **error.get("ctx", {}))}
