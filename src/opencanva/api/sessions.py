"""Routes of sessions, folders and the sidebar."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Query, Response
from pydantic import Field

from opencanva.api.deps import PREFIX, Form, Here, Me, OnceKey, Options, Whole, answer, do_once
from opencanva.api.shapes import DraftHistory, DraftShape, KeptDraft, Page, SidebarShape
from opencanva.core.actor import Actor
from opencanva.kit.text import clean_json, clean_text
from opencanva.rooms.acts import service as acts
from opencanva.rooms.batches import details
from opencanva.rooms.batches.types import Details
from opencanva.rooms.people import service as people
from opencanva.rooms.sessions import drafts
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.sessions.types import Folder, Session, SessionLine

router = APIRouter(prefix=PREFIX, tags=["sessions"])


class NewSession(Form):
    """A session to create; without a name it is named from its first prompt."""

    name: str | None = Field(None, examples=["Lighthouse postcards"])
    folder_id: str | None = None


class SessionChange(Form):
    """What to change; `version` refuses the change when the session has moved on since."""

    name: str | None = Field(None, examples=["Storm studies"])
    notes: str | None = Field(None, examples=["For the harbour calendar."])
    version: Annotated[Whole, Field(ge=1, le=2**31 - 1)] | None = None


class NewFolder(Form):
    """A folder to create."""

    name: str = Field(examples=["Clients"])
    parent_id: str | None = None
    after_id: str | None = None


class DraftReference(Form):
    """A reference in a draft."""

    image_id: str = Field(max_length=100)
    role: str | None = Field(None, max_length=40)
    strength: float = Field(0.6, ge=0, le=1)


class DraftParent(Form):
    """The image that the next batch is to grow out of."""

    image_id: str = Field(max_length=100)
    kind: Literal["vary", "reference", "continue"]


class DraftEnhance(Form):
    """An enhanced prompt in place of one's `own`, by which assistant, and whether it follows further edits."""

    own: str = Field(max_length=100_000)
    text: str = Field(max_length=100_000)
    assistant: str = Field(max_length=100)
    in_step: bool = False


class NewDraft(Form):
    """The unsent contents of a composer. `client` tells one's own echo from other tabs' edits.

    `base` is the revision that the edit started from: what others kept since is merged in.
    """

    prompt: str = Field("", max_length=100_000, examples=["a lighthouse in a storm, water"])
    models: list[str] = Field(default_factory=list, max_length=20)
    ratio: str = Field("1:1", max_length=20)
    images_per_model: Whole = Field(1, ge=1, le=4)
    options: Options = Field(default_factory=dict)
    references: list[DraftReference] = Field(default_factory=list, max_length=20)
    parent: DraftParent | None = None
    enhance: DraftEnhance | None = None
    base: Annotated[Whole, Field(ge=0, le=2**31 - 1)] | None = None
    client: str | None = Field(None, max_length=100)


@router.get("/sidebar", response_model=SidebarShape, summary="The whole tree")
async def get_sidebar(here: Here, me: Me, if_none_match: Annotated[str | None, Header()] = None) -> Response:
    """Every folder and session, small: what is null, false, zero or empty is left out.

    Send the ETag back as If-None-Match: unchanged is 304.
    """
    async with here.works.reading(me) as work:
        number = await here.sidebars.version(work)
        tag = f'W/"{number}"'
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if if_none_match == tag:
            return Response(status_code=304, headers=headers)
        body = await here.sidebars.body(work, number)
    return Response(body, 200, headers, "application/json")


@router.get("/sessions", response_model=Page[SessionLine], summary="Sessions, last modified first")
async def list_sessions(
    here: Here, me: Me, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> Response:
    """A page of sessions; `next` is the cursor of the following page, null at the end."""
    async with here.works.reading(me) as work:
        items, following = await sessions.recent(work, cursor, limit)
    return answer({"items": items, "next": following})


@router.post("/sessions", response_model=Session, status_code=201, summary="Create a session")
async def create_session(here: Here, me: Me, body: NewSession, key: OnceKey = None) -> Response:
    """A new, empty session, first in its folder."""
    return await do_once(
        here, me, key, ["session", body.model_dump()],
        lambda work: sessions.create(work, body.name, body.folder_id), 201,
    )  # fmt: skip


@router.get("/sessions/{id}", response_model=Session, summary="One session")
async def get_session(here: Here, me: Me, id: str) -> Response:
    """A session with its notes, remembered settings, draft and counts."""
    async with here.works.reading(me) as work:
        return answer(await sessions.get(work, id))


@router.patch("/sessions/{id}", response_model=Session, summary="Rename a session or change its notes")
async def change_session(here: Here, me: Me, id: str, body: SessionChange) -> Response:
    """Without `version` the last one wins; with it a change made meanwhile is 409 `stale`, with `current`."""
    async with here.works.writing(me) as work:
        await sessions.refuse_stale(work, id, body.version)
        if body.name is not None:
            await acts.rename(work, id, body.name)
        changed = await sessions.change(work, id, notes=body.notes)
    return answer(changed)


@router.get("/sessions/{id}/details", response_model=Details, summary="All about a session")
async def get_details(here: Here, me: Me, id: str) -> Response:
    """When it was made, changed and opened, what it holds and cost, and which models made it."""
    async with here.works.reading(me) as work:
        return answer(await details.of_session(work, id))


@router.post("/sessions/{id}/open", status_code=204, response_class=Response, summary="Look at a session")
async def open_session(here: Here, me: Me, id: str) -> Response:
    """Notes that the session is in view: its unseen and failed marks are cleared."""
    async with here.works.writing(me) as work:
        await sessions.open(work, id)
    return Response(status_code=204)


@router.put("/sessions/{id}/draft", response_model=KeptDraft, summary="Keep a session's draft")
async def keep_session_draft(here: Here, me: Me, id: str, body: NewDraft) -> Response:
    """Keeps the draft; other tabs hear of it as DraftSaved. What others kept since `base` is merged in: a field
    that only one side changed takes that side's, otherwise the later one; no word of a prompt is lost."""
    async with here.works.writing(_named(me, body)) as work:
        kept, merged = await drafts.keep(work, id, _draft(body), body.base)
    return answer(kept | {"merged": merged})


@router.get("/sessions/{id}/draft/history", response_model=DraftHistory, summary="Earlier drafts")
async def list_drafts(here: Here, me: Me, id: str) -> Response:
    """What stood in the session's composer before, newest first, at most 50; typing is folded together."""
    async with here.works.reading(me) as work:
        return answer({"items": await drafts.history(work, id)})


@router.get("/draft", response_model=DraftShape | None, summary="The draft with no session open")
async def get_draft(here: Here, me: Me) -> Response:
    """What stands in the composer while no session is open; null when nothing does."""
    async with here.works.reading(me) as work:
        return answer((await people.myself(work)).draft)


@router.put("/draft", response_model=KeptDraft, summary="Keep the draft with no session open")
async def keep_draft(here: Here, me: Me, body: NewDraft) -> Response:
    """The same as a session's draft, for the composer with nothing open."""
    async with here.works.writing(_named(me, body)) as work:
        kept, merged = await drafts.keep_loose(work, _draft(body), body.base)
    return answer(kept | {"merged": merged})


@router.get("/draft/history", response_model=DraftHistory, summary="Earlier drafts with no session open")
async def list_loose_drafts(here: Here, me: Me) -> Response:
    """The same as a session's, for the composer with nothing open."""
    async with here.works.reading(me) as work:
        return answer({"items": await drafts.history(work, None)})


@router.post("/folders", response_model=Folder, status_code=201, summary="Create a folder")
async def create_folder(here: Here, me: Me, body: NewFolder, key: OnceKey = None) -> Response:
    """A new, empty folder: after a sibling, or first. Undone like every act of organising."""
    return await do_once(
        here, me, key, ["folder", body.model_dump()],
        lambda work: acts.create_folder(work, body.name, body.parent_id, body.after_id), 201,
    )  # fmt: skip


def _draft(body: NewDraft) -> dict[str, Any]:
    cleaned: dict[str, Any] = clean_json(body.model_dump(exclude={"client", "base"}))  # type: ignore[assignment]
    return cleaned


def _clean_client(body: NewDraft) -> str | None:
    return None if body.client is None else clean_text(body.client)


def _named(me: Actor, body: NewDraft) -> Actor:
    return Actor(me.owner, _clean_client(body))
