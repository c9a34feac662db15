"""OpenRouter's image API: models with their parameters, pictures at once or as events, failures with codes."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager

from opencanva.engines.fake import draw
from tests.contract.wire import KEY, Asked, Reply, WireServer, as_events, as_json, fault
from tests.contract.wire import serving as listening

RATIOS = {"type": "enum", "values": ["1:1", "16:9", "21:9", "3:4"]}


def _row(id: str, streams: bool, **parameters: object) -> dict[str, object]:
    return {
        "id": id, "name": id.title(), "description": "Draws.", "created": 1700000000,
        "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["image"]},
        "supported_parameters": parameters, "supports_streaming": streams,
        "endpoints": f"/api/v1/images/models/{id}/endpoints",
    }  # fmt: skip


MODELS = [
    _row("google/gemini-image", False, aspect_ratio=RATIOS,
         resolution={"type": "enum", "values": ["1K", "2K"]},
         input_references={"type": "range", "min": 0, "max": 3}),
    _row("openai/gpt-image-2", True, seed={"type": "boolean"},
         output_format={"type": "enum", "values": ["png", "svg"]}),
    {**_row("talks/only", False), "architecture": {"output_modalities": ["text"]}},
]  # fmt: skip
_SIZES = {"1:1": (1024, 1024), "16:9": (1360, 768), "3:4": (880, 1184)}


def answer(asked: Asked) -> Reply:
    """What the host says."""
    if asked.headers.get("authorization") != f"Bearer {KEY}":
        return as_json(
            {"error": {"message": f"No cookie auth credentials found for {KEY}", "code": 401}}, 401
        )
    if asked.path == "/api/v1/images/models":
        return as_json({"data": MODELS})
    if asked.path != "/api/v1/images":
        return as_json({"error": {"message": "Not Found", "code": 404}}, 404)
    faults = asked.faults
    if "blocked" in faults:
        words = {
            "message": "Your input was flagged by moderation",
            "code": 403,
            "metadata": {"reasons": ["violence"]},
        }
        return as_json({"error": words}, 403)
    if "status" in faults:
        return as_json(
            {"error": {"message": f"status for {KEY}", "code": 1}}, int(faults["status"]), Retry_After="3"
        )
    return fault(asked) or _made(asked)


def _made(asked: Asked) -> Reply:
    width, height = _SIZES[asked.fields.get("aspect_ratio", "1:1")]
    text = base64.b64encode(
        draw(width, height, f"{asked.fields['prompt']} {asked.fields.get('seed')}", 4)
    ).decode()
    usage = {"prompt_tokens": 9, "completion_tokens": 1290, "total_tokens": 1299, "cost": 0.0387}
    if not asked.fields.get("stream"):
        return as_json(
            {"created": 1, "data": [{"b64_json": text, "media_type": "image/png"}], "usage": usage}
        )
    rough = base64.b64encode(draw(64, 64, "rough", 2)).decode()
    told = [
        (
            "",
            {"data": {"type": "image_generation.partial_image", "partial_image_index": 0, "b64_json": rough}},
        )
    ]
    if "late" in asked.faults:
        words = {"message": "The picture was flagged by moderation", "code": "content_policy_violation"}
        return as_events([*told, ("", {"data": {"type": "error", "error": words}})])
    if "cut" in asked.faults:
        return as_events(told, drop=True)
    done = {"type": "image_generation.completed", "b64_json": text, "created": 1, "usage": usage}
    return as_events([*told, ("", {"data": done})])


@contextmanager
def router() -> Iterator[WireServer]:
    """The running host."""
    with listening(answer) as server:
        yield server


@contextmanager
def serving() -> Iterator[dict[str, str]]:
    """The settings with which the engine talks to it."""
    with router() as server:
        yield {"base_url": f"{server.url}/api/v1", "api_key": KEY}
