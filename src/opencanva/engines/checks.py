"""Checks of what is asked against what models offer, with words for the person; nothing runs here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from opencanva.engines.offers import OfferedModel

MOST_SEED = 2**32 - 1
LONGEST_NEGATIVE = 10_000


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that a model cannot do: the input at fault, a stable code, and words with the mend."""

    field: str
    code: str
    words: str


def check(
    offered: OfferedModel,
    *,
    ratio: str,
    count: int = 1,
    options: Mapping[str, Any] | None = None,
    references: int = 0,
) -> list[Complaint]:
    """What this model cannot do of what is asked: ratio, count, references, and the options that it knows."""
    model, found = offered.model, []
    if ratio not in model.sizes:
        known = ", ".join(model.sizes)
        found.append(Complaint("ratio", "ratio", f"{model.name} has no {ratio}. It has {known}."))
    if count < 1:
        found.append(Complaint("images_per_model", "count", "Ask for at least one image."))
    if references > model.references:
        words = (
            f"{model.name} takes no references. Take them out, or choose another model."
            if model.references == 0
            else f"{model.name} takes at most {model.references} references; {references} were given."
        )
        found.append(Complaint("references", "references", words))
    if references < model.least_references:
        least = "a reference" if model.least_references == 1 else f"{model.least_references} references"
        words = f"{model.name} needs {least} to work on. Add one, or choose another model."
        found.append(Complaint("references", "references", words))
    own = {name: value for name, value in (options or {}).items() if _knows(offered, name)}
    return found + _take(offered, own)[1]


def split_options(
    offered: Iterable[OfferedModel], options: Mapping[str, Any]
) -> tuple[dict[str, dict[str, Any]], list[Complaint]]:
    """For each model id the options that are its own, validated and complete, with `seed` and `negative`
    beside them where they were given; and what no chosen model knows or takes.
    """
    chosen = list(offered)
    taken: dict[str, dict[str, Any]] = {}
    complaints: dict[tuple[str, str], Complaint] = {}
    for name in options:
        if not any(_knows(one, name) for one in chosen):
            complaints[name, ""] = Complaint(
                f"options.{name[:80]}", "unknown", f"No chosen model knows the option “{name[:80]}”."
            )
    for one in chosen:
        own = {name: value for name, value in options.items() if _knows(one, name)}
        taken[one.id], wrong = _take(one, own)
        for complaint in wrong:
            complaints.setdefault((complaint.field, complaint.words), complaint)
    return taken, list(complaints.values())


def _knows(offered: OfferedModel, name: str) -> bool:
    model = offered.model
    if name == "seed":
        return model.seed
    if name == "negative":
        return model.negative
    return name in model.options.model_fields


def _take(offered: OfferedModel, own: dict[str, Any]) -> tuple[dict[str, Any], list[Complaint]]:
    standard: dict[str, Any] = {}
    wrong = []
    own = dict(own)
    if "seed" in own:
        seed = own.pop("seed")
        if isinstance(seed, int) and not isinstance(seed, bool) and 0 <= seed <= MOST_SEED:
            standard["seed"] = seed
        else:
            wrong.append(
                Complaint("options.seed", "value", f"A seed is a whole number from 0 to {MOST_SEED}.")
            )
    if "negative" in own:
        negative = own.pop("negative")
        if isinstance(negative, str) and len(negative) <= LONGEST_NEGATIVE:
            standard["negative"] = negative
        else:
            words = f"A negative prompt is a text of at most {LONGEST_NEGATIVE:,} characters."
            wrong.append(Complaint("options.negative", "value", words))
    try:
        valid = offered.model.options.model_validate(own).model_dump(mode="json")
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False, include_context=False):
            path = ".".join(str(part) for part in one["loc"])
            words = f"{offered.model.name}, {path}: {one['msg']}."
            wrong.append(Complaint(f"options.{path}", "value", words))
        valid = {}
    return valid | standard, wrong
