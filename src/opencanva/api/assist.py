"""Routes of prompt assistants: who there is, an enhanced prompt as it is written, what a prompt lacks."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator
from typing import Any

import orjson
from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse
from pydantic import Field

from opencanva.api.deps import PREFIX, Form, Here, Me, answer
from opencanva.api.problems import problem
from opencanva.api.shapes import AspectList, AssistantShape
from opencanva.engines.assistants.contract import Added, Assistant, AssistantFailed, Delta
from opencanva.engines.assistants.rules import check
from opencanva.kit.diff import diff_words
from opencanva.kit.errors import Invalid, NotFound
from opencanva.kit.text import clean_text, shows_something

log = logging.getLogger(__name__)
router = APIRouter(prefix=PREFIX, tags=["assistants"])

LONGEST = 20_000


class Wish(Form):
    """A prompt to enhance; without an assistant the first that is ready does it."""

    prompt: str = Field(max_length=LONGEST, examples=["a lighthouse in a storm"])
    assistant: str | None = Field(None, max_length=100, examples=["rules"])


class Question(Form):
    """A prompt to look at."""

    prompt: str = Field(max_length=LONGEST, examples=["a lighthouse in a storm"])


@router.get("/assistants", response_model=list[AssistantShape], summary="Prompt assistants")
async def list_assistants(here: Here, me: Me) -> Response:
    """Every assistant with its state; the first ready one is asked when nobody says which."""
    return answer(here.assistants.all())


@router.post(
    "/assist",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}, "description": "Events as they are written."}},
    summary="Enhance a prompt",
)
async def assist(here: Here, me: Me, body: Wish) -> StreamingResponse:
    """Server-sent events: `text {delta}` as it is written, then `done {text, assistant, diff, added, remark}`, or
    `problem` with a problem as its data. Closing the connection stops it. Nothing is kept."""
    prompt = clean_text(body.prompt)
    if not shows_something(prompt):
        raise Invalid("Say first what you want to see.", field="prompt")
    assistant = here.assistants.find(body.assistant)
    if assistant is None:
        raise NotFound("There is no such assistant now. Choose another one.", field="assistant")
    # What is wrong with the request is answered before the stream begins: it could not be told by a status later.
    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(_stream(assistant, prompt), media_type="text/event-stream", headers=headers)


@router.post("/assist/check", response_model=AspectList, summary="What a prompt says and lacks")
async def check_prompt(here: Here, me: Me, body: Question) -> Response:
    """Subject, style, composition, light, mood and colour: whether they are said, and what could be put in."""
    # In a thread: a prompt of the greatest length takes some 0.3 s.
    return answer({"aspects": await asyncio.to_thread(lambda: check(clean_text(body.prompt)))})


async def _stream(assistant: Assistant, prompt: str) -> AsyncIterator[bytes]:
    async for event, data in _write(assistant, prompt):
        yield b"event: %s\ndata: %s\n\n" % (event.encode(), orjson.dumps(data))


async def _write(assistant: Assistant, prompt: str) -> AsyncIterator[tuple[str, Any]]:
    text, remark, added = "", None, []
    try:
        async for said in assistant.enhance(prompt):
            if isinstance(said, Delta):
                text += said.text
                yield "text", {"delta": said.text}
            elif isinstance(said, Added):
                added.append(said)
            else:
                remark = said.text
    except AssistantFailed as failure:
        yield "problem", orjson.loads(problem("not_possible_now", failure.reason).body)
        return
    except Exception as error:
        # Without the message: it can carry the prompt.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("assistant %s broke: %s\n%s", assistant.id, type(error).__qualname__, where)
        words = "The assistant broke while it wrote. Try again, or choose another one."
        yield "problem", orjson.loads(problem("not_possible_now", words).body)
        return
    diff = diff_words(prompt, text)
    yield "done", {"text": text, "assistant": assistant.id, "diff": diff, "added": added, "remark": remark}
