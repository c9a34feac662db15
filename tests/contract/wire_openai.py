"""OpenAI's images API as its SDK documents it, and what hosts that imitate it do otherwise."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from opencanva.engines.fake import draw
from tests.contract.wire import KEY, Asked, Reply, WireServer, as_events, as_json, fault
from tests.contract.wire import serving as listening

MODELS = ["gpt-image-2", "gpt-image-1.5", "gpt-image-2-2026-04-21", "dall-e-3", "gpt-5.2", "whisper-1"]
USAGE = {
    "input_tokens": 50, "output_tokens": 1056, "total_tokens": 1106,
    "input_tokens_details": {"text_tokens": 10, "image_tokens": 40},
    "output_tokens_details": {"text_tokens": 0, "image_tokens": 1056},
}  # fmt: skip
_BAD = "invalid_request_error"
_MESSAGES = {
    401: {"message": f"Incorrect API key provided: {KEY}.", "type": _BAD, "code": "invalid_api_key"},
    429: {"message": "Rate limit reached.", "type": "requests", "code": "rate_limit_exceeded"},
    404: {"message": "The model does not exist.", "type": _BAD, "code": "model_not_found"},
}
_BLOCKED = {
    "message": "Your request was rejected by the safety system. safety_violations=[violence].",
    "type": "image_generation_user_error", "param": None, "code": "moderation_blocked",
}  # fmt: skip
_NO_CREDIT = {
    "message": "You exceeded your current quota, please check your plan and billing details.",
    "type": "insufficient_quota", "param": None, "code": "insufficient_quota",
}  # fmt: skip


class Images:
    """The routes; `url` lets answers be addresses, `models` is the list it tells, `key` whether it wants one."""

    def __init__(self) -> None:
        self.answers_urls = False
        self.models: Any = {"object": "list", "data": [_row(id) for id in MODELS]}
        self.needs_key = True
        self.base = ""
        self.gone: set[str] = set()

    def answer(self, asked: Asked) -> Reply:
        path = asked.path.partition("?")[0]
        if path.startswith("/files/"):
            if path in self.gone:
                return as_json({"error": "expired"}, 403)
            return Reply(200, draw(64, 64, path, 3), {"Content-Type": "image/png"})
        if self.needs_key and asked.headers.get("authorization") != f"Bearer {KEY}":
            return as_json({"error": _MESSAGES[401]}, 401)
        if path == "/v1/models":
            return (
                as_json(self.models) if self.models is not None else as_json({"error": "no such page"}, 404)
            )
        if path not in ("/v1/images/generations", "/v1/images/edits"):
            return as_json({"error": {"message": f"Unknown request URL: {path}"}}, 404)
        return self._wrong(asked) or self._made(asked)

    def _wrong(self, asked: Asked) -> Reply | None:
        faults = asked.faults
        if "status" in faults:
            status = int(faults["status"])
            words = _MESSAGES.get(status, {"message": f"status {status}, key {KEY}", "type": "server_error"})
            return as_json({"error": words}, status, Retry_After="7")
        if "blocked" in faults:
            return as_json({"error": _BLOCKED}, 400)
        if "credit" in faults:
            return as_json({"error": _NO_CREDIT}, 429)
        if "empty" in faults:
            return as_json({"created": 1, "data": []})
        return fault(asked)

    def _made(self, asked: Asked) -> Reply:
        faults, told = asked.faults, asked.fields
        width, height = _size(told)
        words = hashlib.sha256(repr((told.get("prompt"), told.get("seed"), asked.files)).encode()).hexdigest()
        picture = b"no picture at all" if "garbage" in faults else draw(width, height, words, 4)
        text = base64.b64encode(picture).decode()
        if str(told.get("stream", False)).lower() != "true":
            row = {"url": f"{self.base}/files/{words}.png"} if self.answers_urls else {"b64_json": text}
            return as_json(
                {"created": 1713833628, "data": [row | {"revised_prompt": "a revised one"}], "usage": USAGE}
            )
        return as_events(self._events(asked, text), drop="cut" in faults)

    def _events(self, asked: Asked, text: str) -> Iterator[tuple[str, object]]:
        kind = "image_edit" if asked.files else "image_generation"
        common = {
            "created_at": 1620000000, "size": asked.fields["size"], "quality": "high", "background": "opaque",
            "output_format": "png",
        }  # fmt: skip
        for number in range(int(asked.fields.get("partial_images", 0))):
            rough = base64.b64encode(draw(64, 64, f"{number}", 2)).decode()
            told = {"type": f"{kind}.partial_image", "partial_image_index": number, "b64_json": rough}
            yield f"{kind}.partial_image", told | common
        if "late" in asked.faults:
            yield "error", {"type": "error", "error": _BLOCKED}
        elif "cut" not in asked.faults:
            done = {"type": f"{kind}.completed", "b64_json": text, "usage": USAGE}
            yield f"{kind}.completed", done | common


def _row(id: str) -> dict[str, object]:
    return {"id": id, "object": "model", "created": 1686935002, "owned_by": "openai"}


def _size(told: dict[str, Any]) -> tuple[int, int]:
    if "width" in told:
        return int(told["width"]), int(told["height"])
    width, _, height = str(told.get("size", "1024x1024")).partition("x")
    return int(width), int(height)


@contextmanager
def images() -> Iterator[tuple[WireServer, Images]]:
    """The server and its routes."""
    routes = Images()
    with listening(routes.answer) as server:
        routes.base = server.url
        yield server, routes


@contextmanager
def serving() -> Iterator[dict[str, str]]:
    """The settings with which the engine talks to it."""
    with images() as (server, _):
        yield {"base_url": f"{server.url}/v1", "api_key": KEY}
