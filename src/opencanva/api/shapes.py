"""Shapes of answers that are no room's value: pages, drafts, what can be asked for again."""

from __future__ import annotations

from typing import (
    Any,
    Generic,
    Literal,
    NotRequired,  # pydantic wants it before Python 3.12
    TypeVar,
)

from pydantic import BaseModel
from typing_extensions import TypedDict

from opencanva.engines.assistants.rules import Aspect
from opencanva.rooms.acts.types import Act
from opencanva.rooms.batches.types import Missing
from opencanva.rooms.sessions.types import Cover

Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """A page of a list; `next` is the cursor of the following page, null at the end."""

    items: list[Item]
    next: str | None


class CountedPage(Page[Item], Generic[Item]):
    """A page of a list with how many things are in the whole list."""

    total: int


class AssistantShape(TypedDict):
    """A prompt assistant; `local` says that no text leaves this machine, `reason` why it cannot be asked."""

    id: str
    name: str
    local: bool
    state: str
    reason: str | None


class AspectList(TypedDict):
    """What a prompt says and lacks."""

    aspects: list[Aspect]


class FolderRow(TypedDict):
    """A folder in the sidebar; what is absent is null, false or empty."""

    id: str
    parent_id: str | None
    order: str
    name: str
    colour: NotRequired[str]
    emoji: NotRequired[str]
    pinned: NotRequired[bool]
    archived: NotRequired[bool]
    defaults: NotRequired[dict[str, Any]]
    version: int


class SessionRow(TypedDict):
    """A session in the sidebar; what is absent is null, false, zero or empty."""

    id: str
    folder_id: str | None
    order: str
    name: str
    cover: NotRequired[Cover]
    working: NotRequired[int]
    unseen: NotRequired[int]
    failed: NotRequired[int]
    images: NotRequired[int]
    colour: NotRequired[str]
    emoji: NotRequired[str]
    pinned: NotRequired[bool]
    archived: NotRequired[bool]
    referenced: NotRequired[bool]
    models: NotRequired[list[str]]
    modified_at: int
    version: int


class SidebarShape(TypedDict):
    """All that is not in the trash; `version` changes whenever the tree or a mark in it does."""

    version: int
    folders: list[FolderRow]
    sessions: list[SessionRow]


class ActList(TypedDict):
    """Acts of organising, newest first."""

    items: list[Act]


class ReferenceShape(TypedDict):
    """A reference as it is sent and kept."""

    image_id: str
    role: str | None
    strength: float


class ParentShape(TypedDict):
    """The image to start from, and by which act."""

    image_id: str
    kind: str


class EnhanceShape(TypedDict):
    """An enhanced prompt in place of one's own."""

    own: str
    text: str
    assistant: str
    in_step: bool


class DraftShape(TypedDict):
    """A kept draft; `revision` grows with every change."""

    prompt: str
    models: list[str]
    ratio: str
    images_per_model: int
    options: dict[str, Any]
    references: list[ReferenceShape]
    parent: NotRequired[ParentShape | None]
    enhance: NotRequired[EnhanceShape | None]
    revision: int


class DraftVersion(TypedDict):
    """What stood in a composer at a time."""

    revision: int
    at: int
    draft: DraftShape


class KeptDraft(DraftShape):
    """A draft as it was kept; `merged` when what others kept meanwhile was merged in."""

    merged: bool


class DraftHistory(TypedDict):
    """Earlier drafts, newest first."""

    items: list[DraftVersion]


class BatchBody(TypedDict):
    """A body for POST /batches."""

    session_id: str
    prompt: str
    models: list[str]
    ratio: str
    images_per_model: int
    options: dict[str, Any]
    references: list[ReferenceShape]
    parent: ParentShape | None


class ReuseShape(TypedDict):
    """What to post to ask for the same picture again, and what of it is gone."""

    batch: BatchBody
    missing: list[Missing]


class EngineShape(TypedDict):
    """An engine: whether it can be used now (`reason` says why not, `field` which setting), and its settings.

    `values` are the settings that may be shown, `secrets` those that are set and never are, `fixed` those that
    the environment gives. `spent` is what it cost this calendar month (UTC).
    """

    id: str
    kind: str
    kind_name: str
    name: str
    state: Literal["ready", "needs_config", "unavailable", "hidden"]
    reason: str | None
    field: str | None
    models: int
    source: Literal["builtin", "environment", "settings"]
    hidden: bool
    values: dict[str, Any]
    secrets: dict[str, bool]
    fixed: list[str]
    limits: LimitsShape
    spent: list[SpentShape]
    default_models: list[str]


class LimitsShape(TypedDict):
    """What an engine may do: pictures at once, starts a minute, money a month; null is without limit.

    `assumed` is what a picture counts for whose price is not known; null lets a budget refuse it.
    """

    at_once: int | None
    per_minute: int | None
    budget: float | None
    currency: str
    assumed: float | None


class SpentShape(TypedDict):
    """A sum in one currency."""

    amount: float
    currency: str


class PresetShape(TypedDict):
    """A known host or program of a kind, and what its settings begin with."""

    id: str
    name: str
    values: dict[str, Any]
    needs: str
    home: str


class KindShape(TypedDict):
    """A kind of engine that can be set up; `schema` is the JSON Schema of its settings.

    Secret settings are `writeOnly`. `reason` says why it cannot be used here, `home` where a key is made.
    """

    kind: str
    name: str
    description: str
    needs: str
    home: str
    schema: dict[str, Any]
    presets: list[PresetShape]
    reason: str | None


class EngineId(TypedDict):
    """The engine that was added or changed."""

    id: str


class PriceShape(TypedDict):
    """What one image costs; where `known` is false nobody can say it beforehand, and `amount` is 0."""

    amount: float
    currency: str
    source: str
    known: bool


class ModelShape(TypedDict):
    """A model and its abilities; `options_schema` is a JSON Schema that a form can be drawn from."""

    id: str
    engine: str
    engine_name: str
    name: str
    description: str
    ratios: list[str]
    sizes: dict[str, tuple[int, int]]
    options_schema: dict[str, Any]
    seed: bool
    negative: bool
    references: int
    least_references: int
    roles: list[str]
    strength: bool
    formats: list[str]
    neural: bool
    images_at_once: int
    default: bool
    price: PriceShape
