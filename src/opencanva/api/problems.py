"""Errors as RFC 9457 problem+json: the one table from code to status number, and the handlers."""

from __future__ import annotations

import logging
import traceback
from typing import Any, NotRequired, TypedDict

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from opencanva.api.mistakes import Mistake, explain_mistakes
from opencanva.kit.errors import Meaning
from opencanva.kit.ids import new_id

logger = logging.getLogger("opencanva.api")

MEDIA_TYPE = "application/problem+json"

PROBLEMS: dict[str, tuple[int, str]] = {
    "unreadable": (400, "The request cannot be read"),
    "wrong_cursor": (400, "Not a cursor of this list"),
    "foreign_request": (403, "The request comes from another site"),
    "not_found": (404, "There is no such thing"),
    "method_not_allowed": (405, "This address does not do that"),
    "not_possible_now": (409, "Not possible now"),
    "engine_fixed": (409, "The engine is not set up here"),
    "engine_taken": (409, "There is such an engine already"),
    "nothing_to_replay": (409, "The way cannot be walked again"),
    "in_trash": (409, "It is in the trash"),
    "moved_on": (409, "It cannot be undone or redone"),
    "too_many_references": (409, "Too many references"),
    "not_in_trash": (409, "It is not in the trash"),
    "stale": (409, "It was changed meanwhile"),
    "too_large": (413, "Too large"),
    "not_a_picture": (415, "Not a picture that is taken here"),
    "wrong_media_type": (415, "Not a format that is read here"),
    "wrong_host": (421, "Not the address of this server"),
    "folder_too_deep": (422, "Folders cannot nest deeper"),
    "into_itself": (422, "A folder cannot lie in itself"),
    "invalid": (422, "An input is not right"),
    "key_reused": (422, "The idempotency key belongs to another request"),
    "not_offered": (422, "The model does not offer that"),
    "too_many_models": (422, "Too many models"),
    "truncated": (422, "The picture ends early"),
    "unknown_model": (422, "There is no such model"),
    "broken": (500, "Something broke on our side"),
    "busy": (503, "The database is busy"),
    "key_unusable": (503, "The key of secrets cannot be used"),
    "store_failed": (503, "The store of image bytes does not answer"),
    "out_of_space": (507, "The disk is full"),
}
"""Stable code → (status, title). Every code of a Meaning stands here; `tests/house` compares."""

_BY_STATUS = {
    400: ("unreadable", "The request cannot be read. Check its form and send it again."),
    404: ("not_found", "There is nothing at this address. Check it, or go back."),
    405: ("method_not_allowed", "This address does not do that. The OpenAPI description lists what it does."),
    413: ("too_large", "The request is too large. Send less."),
    415: ("wrong_media_type", "The body is in a format that is not read here. Send application/json."),
}


class Problem(TypedDict):
    """The body of every error; further members help a program (`current`, `limit`, `mistakes`)."""

    type: str
    """about:blank; `code` tells problems apart."""
    title: str
    status: int
    code: str
    """Stable; listed in docs/reference/errors.md."""
    detail: str
    """A sentence to show to a person; says the mend."""
    field: NotRequired[str]
    """The input at fault as a dotted path."""
    mistakes: NotRequired[list[Mistake]]
    """All inputs at fault, at most 20, when the request did not fit its form."""


def problem(code: str, words: str, *, field: str | None = None, **extras: Any) -> Response:
    """The response for a code of PROBLEMS; `words` becomes `detail`. Raises KeyError for an unknown code."""
    status, title = PROBLEMS[code]
    body: dict[str, Any] = {
        **extras,
        "type": "about:blank",
        "title": title,
        "status": status,
        "code": code,
        "detail": words,
    }
    if field is not None:
        body["field"] = field
    content = orjson.dumps(body, default=jsonable_encoder)
    return Response(content, status, {"Cache-Control": "no-store"}, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Give the app the handlers of this file. Call it before any middleware that should lie outside."""
    app.add_exception_handler(Meaning, _on_meaning)
    app.add_exception_handler(RequestValidationError, _on_mistakes)
    app.add_exception_handler(HTTPException, _on_status)
    app.add_middleware(LastResort)


def document(openapi: dict[str, Any]) -> dict[str, Any]:
    """The same OpenAPI description with every operation answering errors as a Problem."""
    schemas = openapi.setdefault("components", {}).setdefault("schemas", {})
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    schemas["ProblemDetails"] = _schema()
    answer = {
        "description": "A problem; `code` says which, `detail` how to mend it.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}},
    }
    for path in openapi.get("paths", {}).values():
        for operation in path.values():
            answers = operation["responses"]
            answers.pop("422", None)
            answers["default"] = answer
    return openapi


class LastResort:
    """Turns whatever nobody expected into a 500 without a traceback; the log has it under the same id."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def notice(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, notice)
        except ClientDisconnect:
            return
        except Exception as error:
            response = _broken(error, scope["method"], scope["path"])
            if started:
                raise
            await response(scope, receive, send)


def _broken(error: BaseException, method: str, path: str) -> Response:
    report = str(new_id())
    logger.error("%s %s broke, report %s\n%s", method, path, report, _trace(error))
    logger.debug("report %s: %s", report, error)
    words = f"Something broke on our side. Try again; if it stays, the log has it as report {report}."
    return problem("broken", words, report=report)


def _trace(error: BaseException) -> str:
    """Where it broke, without the message: messages can carry a prompt or a key."""
    parts: list[str] = []
    link: BaseException | None = error
    while link is not None and len(parts) < 5:
        parts.append("".join(traceback.format_tb(link.__traceback__)) + type(link).__qualname__)
        link = link.__cause__ or link.__context__
    return "\ncaused by\n".join(parts)


async def _on_meaning(request: Request, error: Any) -> Response:
    if error.code not in PROBLEMS:
        return _broken(error, request.method, request.url.path)
    return problem(error.code, error.words, field=error.field, **error.extras)


async def _on_mistakes(_request: Request, error: Any) -> Response:
    mistakes = explain_mistakes(error.errors())
    return problem("invalid", mistakes[0]["words"], field=mistakes[0]["field"], mistakes=mistakes)


async def _on_status(request: Request, error: Any) -> Response:
    if error.status_code in _BY_STATUS:
        code, words = _BY_STATUS[error.status_code]
        response = problem(code, words)
        response.headers.update(error.headers or {})
        if error.status_code == 405:
            response.headers["Allow"] = ", ".join(_allowed(request)) or response.headers.get("Allow", "")
        return response
    if error.status_code < 400:
        return Response(status_code=error.status_code, headers=error.headers)
    return _broken(error, request.method, request.url.path)


def _allowed(request: Request) -> list[str]:
    """Every method of this address: Starlette names only those of the first route that fits it."""
    found = []
    for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        scope = {**request.scope, "method": method}
        if any(route.matches(scope)[0] == Match.FULL for route in request.app.router.routes):
            found.append(method)
    return found


def _schema() -> dict[str, Any]:
    text = {"type": "string"}
    mistake = {
        "type": "object",
        "required": ["field", "words"],
        "properties": {"field": {"type": ["string", "null"]}, "words": text},
    }
    return {
        "type": "object",
        "title": "ProblemDetails",
        "description": "RFC 9457. Further members help a program.",
        "required": ["type", "title", "status", "code", "detail"],
        "properties": {
            "type": text,
            "title": text,
            "status": {"type": "integer"},
            "code": {"type": "string", "enum": sorted(PROBLEMS)},
            "detail": {"type": "string", "description": "A sentence to show to a person."},
            "field": {"type": "string", "description": "The input at fault as a dotted path."},
            "mistakes": {"type": "array", "items": mistake},
        },
    }
