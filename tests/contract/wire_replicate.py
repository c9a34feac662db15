"""Replicate's API: a collection whose models publish their schemas, predictions, cancel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.contract.wire import KEY, Asked, Reply, WireServer, as_json
from tests.contract.wire import serving as listening
from tests.contract.wire_queue import Job, Queue, refused, size_of


def _model(owner: str, name: str, official: bool, required: list[str], **fields: object) -> dict[str, object]:
    ratio = {"enum": ["1:1", "16:9", "21:9", "3:4"], "type": "string", "title": "aspect_ratio"}
    schemas = {"Input": {"type": "object", "properties": fields, "required": required}, "aspect_ratio": ratio}
    made = {"created_at": "2026-05-01T10:00:00Z", "cog_version": "0.14.0"}
    version = made | {"id": "a" * 64, "openapi_schema": {"components": {"schemas": schemas}}}
    return {
        "owner": owner,
        "name": name,
        "description": "Draws.",
        "is_official": official,
        "url": f"https://replicate.com/{owner}/{name}",
        "visibility": "public",
        "run_count": 1000,
        "default_example": None,
        "latest_version": version,
    }


TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
RATIO = {"allOf": [{"$ref": "#/components/schemas/aspect_ratio"}], "default": "1:1"}
MODELS = [
    _model("maker", "fast-one", True, ["prompt"], prompt=TEXT, seed=NUMBER, aspect_ratio=RATIO,
           num_inference_steps={"type": "integer", "default": 4, "minimum": 1, "maximum": 4}),
    _model("maker", "edits", True, ["prompt", "input_image"], prompt=TEXT, seed=NUMBER, aspect_ratio=RATIO,
           input_image={"type": "string", "format": "uri"}),
    _model("someone", "own", False, ["prompt"], prompt=TEXT, negative_prompt=TEXT, width=NUMBER, height=NUMBER,
           seed=NUMBER, image_input={"type": "array", "items": {"type": "string", "format": "uri"}}),
    _model("someone", "captions", False, ["image"], image={"type": "string", "format": "uri"}),
]  # fmt: skip


def _prediction(job: Job, state: str, url: str, **more: object) -> dict[str, object]:
    """A prediction as the host's schema has it."""
    at = f"{url}/v1/predictions/{job.id}"
    known = {
        "id": job.id, "model": "maker/fast-one", "version": "a" * 64, "status": state, "input": job.fields,
        "output": None, "logs": "", "error": None, "metrics": {}, "created_at": "2026-05-01T10:00:00Z",
        "urls": {"get": at, "cancel": f"{at}/cancel"},
    }  # fmt: skip
    return known | more


@contextmanager
def host() -> Iterator[WireServer]:
    """The running host; `queue` is its jobs."""
    queue = Queue()

    def answer(asked: Asked) -> Reply:
        parts = asked.path.strip("/").split("/")
        if parts[0] == "files":
            return queue.picture(parts[1])
        known = asked.headers.get("authorization") == f"Bearer {KEY}"
        problem = {"title": "Unauthenticated", "status": 401}
        if (wrong := refused(asked, known, lambda words: problem | {"detail": words})) is not None:
            return wrong
        if parts[1:] == ["collections", "text-to-image"]:
            return as_json(
                {"name": "Text to image", "slug": "text-to-image", "description": "", "models": MODELS}
            )
        if asked.method == "POST" and parts[-1] == "predictions":
            fields = asked.fields["input"]
            job = queue.submit(asked, fields, size_of(fields))
            return as_json(_prediction(job, "starting", server.url), 201)
        if parts[1] != "predictions" or parts[2] not in queue.jobs:
            return as_json({"detail": "The requested resource could not be found."}, 404)
        job = queue.jobs[parts[2]]
        if parts[3:] == ["cancel"]:
            job.stopped = True
            return as_json(_prediction(job, "canceled", server.url))
        queue.look(job.id)
        if "blocked" in job.faults or "unsafe" in job.faults:
            error = "The input or output was flagged as sensitive: NSFW content detected."
            return as_json(_prediction(job, "failed", server.url, error=error))
        if not job.done:
            return as_json(_prediction(job, "processing", server.url, logs=" 25%|##"))
        made = {"output": [f"{server.url}/files/{job.id}"], "metrics": {"predict_time": 1.2}}
        return as_json(_prediction(job, "succeeded", server.url, **made))

    with listening(answer) as server:
        server.queue = queue  # type: ignore[attr-defined]
        yield server


@contextmanager
def serving() -> Iterator[dict[str, str]]:
    """The settings with which the engine talks to it."""
    with host() as server:
        yield {"base_url": f"{server.url}/v1", "api_key": KEY}
