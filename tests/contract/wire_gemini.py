"""Gemini's API as its published schema has it: models, generateContent, blocks, failures with a status."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from opencanva.engines.fake import draw
from tests.contract.wire import KEY, Asked, Reply, WireServer, as_json, fault
from tests.contract.wire import serving as listening

_SIZES = {
    "1:1": (1024, 1024), "4:3": (1184, 864), "3:4": (864, 1184), "16:9": (1344, 768), "9:16": (768, 1344),
    "2:3": (832, 1248), "3:2": (1248, 832),
}  # fmt: skip
_STATUSES = {
    400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED", 500: "INTERNAL", 503: "UNAVAILABLE",
}  # fmt: skip
USAGE = {"promptTokenCount": 12, "candidatesTokenCount": 1290, "totalTokenCount": 1302}
MODELS = ["gemini-2.5-flash-image", "gemini-3-pro-image-preview", "gemini-3-pro", "gemini-9-image"]


def _error(status: int, message: str) -> Reply:
    body = {"error": {"code": status, "message": message, "status": _STATUSES[status]}}
    return as_json(body, status, Retry_After="11")


def answer(asked: Asked) -> Reply:
    """What the host says."""
    if asked.headers.get("x-goog-api-key") != KEY:
        return _error(400, "API key not valid. Please pass a valid API key.")
    path = asked.path.partition("?")[0]
    if path == "/v1beta/models":
        second = "pageToken=two" in asked.path
        rows = [_row(id) for id in (MODELS[2:] if second else MODELS[:2])]
        return as_json({"models": rows} | ({} if second else {"nextPageToken": "two"}))
    if not path.startswith("/v1beta/models/") or not path.endswith(":generateContent"):
        return _error(404, "no such method")
    faults = asked.faults
    if "status" in faults:
        return _error(int(faults["status"]), f"status for key {KEY}")
    if "prompt" in faults:
        return as_json({"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": USAGE})
    if "finish" in faults:
        candidate = {
            "finishReason": faults["finish"],
            "finishMessage": "Violence is not drawn here.",
            "index": 0,
        }
        return as_json({"candidates": [candidate], "usageMetadata": USAGE})
    if "talk" in faults:
        return as_json(_told([{"text": "I would rather talk about it."}]))
    return fault(asked) or as_json(_told([{"text": "Here it is."}, _picture(asked)]))


def _row(id: str) -> dict[str, Any]:
    return {
        "name": f"models/{id}", "displayName": id.title(), "supportedGenerationMethods": ["generateContent"],
        "version": "1", "inputTokenLimit": 32768, "outputTokenLimit": 32768,
    }  # fmt: skip


def _picture(asked: Asked) -> dict[str, Any]:
    ratio = asked.fields["generationConfig"]["imageConfig"]["aspectRatio"]
    data = draw(*_SIZES[ratio], json.dumps(asked.fields["contents"])[-200:], 4)
    if "garbage" in asked.faults:
        data = b"no picture"
    return {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(data).decode()}}


def _told(parts: list[dict[str, Any]]) -> dict[str, Any]:
    candidate = {"content": {"parts": parts, "role": "model"}, "finishReason": "STOP", "index": 0}
    return {"candidates": [candidate], "usageMetadata": USAGE, "modelVersion": "x", "responseId": "1"}


@contextmanager
def google() -> Iterator[WireServer]:
    """The running host."""
    with listening(answer) as server:
        yield server


@contextmanager
def serving() -> Iterator[dict[str, str]]:
    """The settings with which the engine talks to it."""
    with google() as server:
        yield {"base_url": server.url, "api_key": KEY}
