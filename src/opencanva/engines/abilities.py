"""What models can do, as data: the table that people edit, and how a row of it becomes a model of the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from opencanva.engines.contract import RATIOS, Model, ModelOptions, Price
from opencanva.kit.reading import read_json

Side = Annotated[int, Field(ge=16, le=8192)]

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


def read_table(text: str, kind: type[Row]) -> dict[str, Row]:
    """The table people write: JSON of model id → abilities. Raises ValueError in words."""
    if not text.strip():
        return {}
    try:
        rows = read_json(text)
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


def model_of(id: str, able: Abilities, price_source: str, *, free: bool = False) -> Model:
    """The model as the contract has it. `free` says that no price means none, not that nobody knows it."""
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
        price=Price(able.price or 0.0, able.currency, price_source, free or able.price is not None),
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
