"""fal's queue: submit, status and result below the app, cancel with PUT."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.contract.wire import KEY, Asked, Reply, WireServer, as_json
from tests.contract.wire import serving as listening
from tests.contract.wire_queue import Queue, refused, size_of


@contextmanager
def host() -> Iterator[WireServer]:
    """The running host; `queue` is its jobs."""
    queue = Queue()

    def answer(asked: Asked) -> Reply:
        parts = asked.path.partition("?")[0].strip("/").split("/")
        if parts[0] == "files":
            return queue.picture(parts[1])
        known = asked.headers.get("authorization") == f"Key {KEY}"
        if (wrong := refused(asked, known, lambda words: {"detail": words})) is not None:
            return wrong
        if asked.method == "POST":
            if "blocked" in asked.faults:
                kind = {
                    "loc": ["body", "prompt"],
                    "msg": "flagged by a content checker",
                    "type": "content_policy_violation",
                }
                return as_json({"detail": [kind]}, 422)
            job = queue.submit(asked, asked.fields, size_of(asked.fields))
            base = f"{server.url}/{'/'.join(parts[:2])}/requests/{job.id}"
            return as_json({"request_id": job.id, "response_url": base, "status_url": f"{base}/status",
                            "cancel_url": f"{base}/cancel", "status": "IN_QUEUE", "queue_position": 1})  # fmt: skip
        if len(parts) < 4 or parts[2] != "requests" or parts[3] not in queue.jobs:
            return as_json({"detail": "Not Found"}, 404)
        job = queue.jobs[parts[3]]
        if parts[4:] == ["cancel"]:
            job.stopped = True
            return as_json({"status": "CANCELLATION_REQUESTED"}, 202)
        if parts[4:] == ["status"]:
            queue.look(job.id)
            state = "COMPLETED" if job.done else "IN_PROGRESS" if job.looks > 1 else "IN_QUEUE"
            return as_json({"status": state, "queue_position": 0, "request_id": job.id, "logs": [],
                            "metrics": {"inference_time": 1.0}})  # fmt: skip
        if "unsafe" in job.faults:
            return as_json({"images": [{"url": "x"}], "has_nsfw_concepts": [True]})
        image = {"url": f"{server.url}/files/{job.id}", "content_type": "image/png"}
        return as_json({"images": [image], "seed": job.fields.get("seed"), "has_nsfw_concepts": [False]})

    with listening(answer) as server:
        server.queue = queue  # type: ignore[attr-defined]
        yield server


@contextmanager
def serving() -> Iterator[dict[str, str]]:
    """The settings with which the engine talks to it."""
    with host() as server:
        yield {"base_url": server.url, "api_key": KEY}
