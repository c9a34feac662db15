"""What an engine is: the one public seam that every maker of images implements."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, Protocol, runtime_checkable

from pydantic import BaseModel, ConfigDict

RATIOS = ("1:1", "4:3", "3:4", "16:9", "9:16", "2:3", "3:2")
"""Every ratio a person can pick, in the order the composer shows them (width:height)."""


class EngineConfig(BaseModel):
    """What an engine needs to be told once (keys, addresses); its schema draws the settings form.

    Use `pydantic.SecretStr` for secrets: they are never sent back and never logged.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Preset:
    """A known host or program that the engine talks to: what its settings begin with.

    `values` are fields of `Config` (never secrets), `needs` says in a few words what a person must have
    ("An account and a key"), `home` is the page where a key is made, or empty.
    """

    id: str
    name: str
    values: dict[str, Any] = field(default_factory=dict)
    needs: str = ""
    home: str = ""


class ModelOptions(BaseModel):
    """What a model can be asked for beyond prompt, ratio, seed and negative prompt.

    Its JSON Schema draws the composer's advanced form; unknown fields are refused. Every field needs a
    default, so that an empty form is a valid one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


class Role(StrEnum):
    """What a reference is for."""

    CONTENT = "content"
    STYLE = "style"
    CHARACTER = "character"
    COMPOSITION = "composition"


@dataclass(frozen=True, slots=True)
class Price:
    """What one image costs: `amount` in `currency` (ISO 4217) per image; 0 means free.

    Where nobody can say it beforehand, `known` is False and `amount` 0: people are told so, and a budget does
    not take it for free.
    """

    amount: float = 0.0
    currency: str = "USD"
    source: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Model:
    """One model an engine offers, its abilities as data.

    `sizes` maps a ratio of `RATIOS` to (width, height) in pixels; a ratio that is absent is one the model
    lacks. `references` is the most images it takes, `least_references` how many it cannot do without.
    `strength` says that it weighs them; in other than `formats` (media types) they come as PNG.
    `family` is a short word for the picker ("Illustrator").
    """

    id: str
    name: str
    sizes: dict[str, tuple[int, int]]
    description: str = ""
    options: type[ModelOptions] = ModelOptions
    seed: bool = False
    negative: bool = False
    references: int = 0
    least_references: int = 0
    roles: tuple[Role, ...] = ()
    strength: bool = False
    formats: tuple[str, ...] = ("image/png", "image/jpeg", "image/webp")
    neural: bool = True
    images_at_once: int = 4
    price: Price = field(default_factory=Price)


@dataclass(frozen=True, slots=True)
class Reference:
    """One input image: its bytes as stored, its role, and how strongly it counts (0..1)."""

    data: bytes
    media_type: str
    role: Role | None = None
    strength: float = 0.6


@dataclass(frozen=True, slots=True)
class Ask:
    """Everything that influences one picture, and nothing else.

    `model` is the engine's own id of the model. `seed` is always set (0..2**32-1) when the model has the
    ability. `options` holds every field of the model's `Options`, validated. `key` is stable over retries of
    the same generation: send it as idempotency key where the host knows one.
    """

    key: str
    model: str
    prompt: str
    ratio: str
    width: int
    height: int
    seed: int | None = None
    negative: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the picture is: 0..1; `stage` is a short word for the tile, or empty."""

    fraction: float
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A rough picture on the way (JPEG, PNG or WebP, at most 1 MB); may be dropped."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the person about this picture, such as what could not be drawn."""

    text: str


@dataclass(frozen=True, slots=True)
class Output:
    """The finished picture, byte for byte as it will be kept; ends the generation.

    `facts` is JSON the engine wants kept (the parsed scene, a revised prompt). `cost` is the actual price if
    the host told it. `seed` is the seed that was really used.
    """

    data: bytes
    seed: int | None = None
    cost: Price | None = None
    facts: dict[str, Any] = field(default_factory=dict)


Step = Progress | Preview | Notice | Output


class Memo(Protocol):
    """The handle of the remote job, kept across restarts so that nobody pays twice.

    `value` is None on the first run. Call `about_to_pay()` right before a call that costs money and cannot be
    repeated under the same key, and `put(value)` as soon as the host has answered with a handle.
    """

    @property
    def value(self) -> str | None: ...
    async def about_to_pay(self) -> None: ...
    async def put(self, value: str) -> None: ...


class EngineError(Exception):
    """Root of the four ways in which an engine may fail; `reason` is a sentence for the person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Refused(EngineError):
    """The engine will not make this picture (policy, bad input); asking again changes nothing."""


class Limited(EngineError):
    """Too many requests; `retry_after` is in seconds."""

    def __init__(self, reason: str, retry_after: float = 5.0) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Unavailable(EngineError):
    """The engine cannot be reached or broke down; the frame tries again with backoff.

    After `Memo.about_to_pay()` the frame does not, unless `unpaid` says that the host surely took nothing
    (the connection was refused, the host answered 503).
    """

    def __init__(self, reason: str, unpaid: bool = False) -> None:
        super().__init__(reason)
        self.unpaid = unpaid


class Misconfigured(EngineError):
    """A setting is missing or wrong; `setting` names the field of `Config`."""

    def __init__(self, reason: str, setting: str = "") -> None:
        super().__init__(reason)
        self.setting = setting


@runtime_checkable
class Engine(Protocol):
    """What makes images.

    A class with `id` (lower-case letters, digits, hyphens), `name`, a nested `Config`, a constructor
    `__init__(self, config)`, and these two methods. Publish it under the entry-point group
    `opencanva.engines`. `generate` is an async generator; it is closed (`aclose`) to cancel, so slow
    synchronous work belongs in a thread that looks at a flag. It must not import a database or a room.

    A class may also have `needs` (a few words: "An account and a key"), `home` (where a key is made),
    `presets` (a tuple of Preset), and `close`, an async method that lets go of what it holds open. One class
    can stand in several engines at once, each with its own Config: keep nothing on the class.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    Config: ClassVar[type[EngineConfig]]

    async def models(self) -> list[Model]:
        """What this engine offers now. Raises `EngineError` when it cannot say."""
        ...

    def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """Make one picture: any number of Progress, Preview and Notice, then exactly one Output."""
        ...
