"""What models of the dialect can do, as data: known ones, what unknown ones may do, and a table people edit."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from opencanva.engines.builtin.openai.dialects import Dialect
from opencanva.engines.contract import RATIOS, Model, ModelOptions, Price

Side = Annotated[int, Field(ge=16, le=8192)]
_LOOKS = re.compile(
    r"image|imagine|flux|diffusion|\bsd[x\d]|\bsdxl|dall|kontext|seedream|recraft|hidream|pixart|sana|dreamshaper"
    r"|juggernaut|pony|illustrious|playground|kandinsky|chroma|ideogram|photon|krea",
    re.I,
)
_RETIRED = re.compile(r"dall-e-[23]\b|gpt-image-1(-\d{4}-\d\d-\d\d)?\Z")
_DATED = re.compile(r"-\d{4}-\d\d-\d\d\Z")

FREE = {
    "1:1": (1024, 1024), "4:3": (1152, 864), "3:4": (864, 1152), "16:9": (1536, 864), "9:16": (864, 1536),
    "2:3": (1024, 1536), "3:2": (1536, 1024),
}  # fmt: skip
THREE = {"1:1": (1024, 1024), "2:3": (1024, 1536), "3:2": (1536, 1024)}
DIFFUSION = {
    "1:1": (1024, 1024), "4:3": (1152, 896), "3:4": (896, 1152), "16:9": (1344, 768), "9:16": (768, 1344),
    "2:3": (832, 1216), "3:2": (1216, 832),
}  # fmt: skip


class Option(BaseModel):
    """One field of the advanced form: choices, a range or a switch; `sent` is the host's name for it."""

    model_config = ConfigDict(extra="forbid")
    default: str | bool | int | float
    choices: list[str | int] = Field(default_factory=list)
    minimum: float | None = None
    maximum: float | None = None
    title: str = ""
    description: str = ""
    sent: str = ""


class Rates(BaseModel):
    """Prices of a million tokens, from which a usage becomes a cost."""

    model_config = ConfigDict(extra="forbid")
    text_in: float = Field(ge=0)
    image_in: float = Field(ge=0)
    out: float = Field(ge=0)


class Abilities(BaseModel):
    """One row of the table. What is not given is as careful as can be."""

    model_config = ConfigDict(extra="forbid")
    name: str = ""
    description: str = ""
    sizes: dict[Literal[RATIOS], tuple[Side, Side]] = Field(default_factory=dict)  # type: ignore[valid-type]
    references: int = Field(0, ge=0, le=16)
    mask: bool = False
    seed: bool = False
    negative: bool = False
    streaming: bool = False
    options: dict[str, Option] = Field(default_factory=dict)
    price: float | None = Field(None, ge=0)
    rates: Rates | None = None
    currency: str = Field("USD", pattern="^[A-Z]{3}$")


Row = TypeVar("Row", bound=Abilities)


def _choice(title: str, *choices: str, said: str = "") -> Option:
    return Option(default=choices[0], choices=list(choices), title=title, description=said)


_GPT = {
    "quality": _choice("Quality", "auto", "low", "medium", "high"),
    "background": _choice("Background", "auto", "opaque", "transparent", said="Transparent needs PNG or WebP."),
    "output_format": _choice("Format", "png", "jpeg", "webp"),
    "moderation": _choice("Moderation", "auto", "low", said="How strictly the host filters."),
}  # fmt: skip
_LATER = _GPT | {
    "quality": _choice("Quality", "auto", "low", "medium", "high", "xhigh", "max"),
    "complexity": _choice(
        "Planning", "auto", "low", "medium", "high", said="How much the host thinks before it draws."
    ),
}


def _gpt(name: str, sizes: dict[str, tuple[int, int]], options: dict[str, Option], **more: Any) -> Abilities:
    given = {"sizes": sizes, "references": 16, "mask": True, "streaming": True, "options": options}
    return Abilities(name=name, **(given | more))


KNOWN: dict[str, Abilities] = {
    "gpt-image-2.6-sunburst": _gpt("GPT Image 2.6 Sunburst", THREE, _GPT),
    "gpt-image-2.6-flare": _gpt("GPT Image 2.6 Flare", THREE, _GPT),
    "gpt-image-2.5-sunburst": _gpt("GPT Image 2.5 Sunburst", FREE, _LATER),
    "gpt-image-2.5-flare": _gpt("GPT Image 2.5 Flare", FREE, _LATER),
    "gpt-image-2": _gpt("GPT Image 2", FREE, _GPT, rates=Rates(text_in=5, image_in=8, out=30)),
    "gpt-image-1.5": _gpt(
        "GPT Image 1.5", THREE, _GPT, price=0.034, rates=Rates(text_in=5, image_in=8, out=32)
    ),
    "gpt-image-1-mini": _gpt(
        "GPT Image 1 mini", THREE, _GPT, price=0.011, rates=Rates(text_in=2, image_in=2.5, out=8)
    ),
    "chatgpt-image-latest": _gpt("ChatGPT Image", THREE, _GPT),
    "grok-imagine-image": Abilities(name="Grok Imagine", sizes=DIFFUSION, references=3, price=0.02),
}
"""Fields as the official SDK documents them; prices as published, where we have them from the host."""


def looks_like_images(model_id: str) -> bool:
    """Whether a model of this name seems to make pictures; hosts list all kinds side by side."""
    return bool(_LOOKS.search(model_id))


def is_dated_or_retired(model_id: str) -> bool:
    """Whether it is another name of a known model, or one that the host no longer runs."""
    return bool(_RETIRED.search(model_id)) or (_DATED.sub("", model_id) in KNOWN and model_id not in KNOWN)


def guess(dialect: Dialect) -> Abilities:
    """What a model may be asked for of which only the host is known."""
    fields = dialect.fields
    options = {}
    if "steps" in fields:
        options["steps"] = Option(
            default=0, minimum=0, maximum=150, title="Steps", description="0 leaves it to the model."
        )
    if "guidance" in fields:
        options["guidance"] = Option(
            default=0.0, minimum=0, maximum=30, title="Guidance",
            description="How closely it keeps to the prompt; 0 leaves it to the model.",
        )  # fmt: skip
    return Abilities(
        sizes=DIFFUSION,
        references=0 if dialect.edits == "none" else dialect.references,
        seed="seed" in fields,
        negative="negative" in fields,
        options=options,
    )


def read_table(text: str, kind: type[Row]) -> dict[str, Row]:
    """The table people write: JSON of model id → abilities. Raises ValueError in words."""
    if not text.strip():
        return {}
    try:
        rows = json.loads(text)
    except ValueError as error:
        raise ValueError(f"It is no JSON: {error}") from None
    if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
        raise ValueError('It must map model ids to abilities, such as {"my-model": {"references": 1}}')
    table: dict[str, Row] = {}
    for id, row in rows.items():
        try:
            table[id] = kind.model_validate(row)
            model_of(id, table[id], "")
        except ValidationError as error:
            one = error.errors(include_url=False, include_input=False)[0]
            raise ValueError(f"{id}, {'.'.join(map(str, one['loc']))}: {one['msg']}") from None
        except (ValueError, TypeError, NameError) as error:
            raise ValueError(f"{id}: {error}") from None
    return table


def merge(row: Row, below: Row) -> Row:
    """The row, with what it does not say taken from below."""
    return below.model_copy(update={name: getattr(row, name) for name in row.model_fields_set})


def model_of(id: str, able: Abilities, price_source: str) -> Model:
    """The model as the contract has it."""
    options = dict(able.options)
    if able.mask:
        options["mask"] = Option(
            default=False, title="Last reference is a mask",
            description="A PNG as large as the first one; where it is transparent, the first one may change.",
        )  # fmt: skip
    return Model(
        id=id,
        name=able.name or id,
        sizes=dict(able.sizes or DIFFUSION),
        description=able.description,
        options=_form(options),
        seed=able.seed,
        negative=able.negative,
        references=able.references,
        formats=("image/png", "image/jpeg", "image/webp"),
        price=Price(able.price or 0.0, able.currency, price_source),
    )


def _form(options: dict[str, Option]) -> type[ModelOptions]:
    fields: dict[str, Any] = {}
    for name, one in options.items():
        kind: Any = Literal[tuple(one.choices)] if one.choices else type(one.default)
        limits: dict[str, Any] = {}
        if not one.choices and not isinstance(one.default, (bool, str)):
            limits = {"ge": one.minimum, "le": one.maximum}
        title = one.title or name.replace("_", " ").capitalize()
        fields[name] = (kind, Field(one.default, title=title, description=one.description or None, **limits))
    made: type[ModelOptions] = create_model("Options", __base__=ModelOptions, **fields)
    made.model_validate(made().model_dump())
    return made
