"""Black Forest Labs' API: a POST to a model gives a number and an address to look at; a picture at another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

from tests.contract.wire import KEY, Asked, Reply, WireServer, as_json
from tests.contract.wire import serving as listening
from tests.contract.wire_queue import Queue, refused, size_of


@contextmanager
def host() -> Iterator[WireServer]:
    """The running host; `queue` is its jobs."""
    queue = Queue()

    def answer(asked: Asked) -> Reply:
        place = urlsplit(asked.path)
        parts = place.path.strip("/").split("/")
        if parts[0] == "files":
            return queue.picture(parts[1])
        known = asked.headers.get("x-key") == KEY
        if (wrong := refused(asked, known, lambda words: {"detail": words})) is not None:
            return wrong
        if asked.method == "POST":
            new = queue.submit(asked, asked.fields, size_of(asked.fields))
            looks = f"{server.url}/v1/get_result?id={new.id}"
            return as_json(
                {"id": new.id, "polling_url": looks, "cost": 3.0, "input_mp": 0.0, "output_mp": 1.0}
            )
        job_id = parse_qs(place.query).get("id", [""])[0]
        if (job := queue.jobs.get(job_id)) is None:
            return as_json({"id": job_id, "status": "Task not found", "result": None})
        queue.look(job_id)
        if "blocked" in job.faults or "unsafe" in job.faults:
            state = "Request Moderated" if "blocked" in job.faults else "Content Moderated"
            return as_json({"id": job.id, "status": state, "result": None,
                            "details": {"Moderation Reasons": ["Violence"]}})  # fmt: skip
        if not job.done:
            return as_json({"id": job.id, "status": "Pending", "result": None, "progress": 0.3})
        result = {"sample": f"{server.url}/files/{job.id}", "seed": job.fields.get("seed")}
        return as_json({"id": job.id, "status": "Ready", "result": result})

    with listening(answer) as server:
        server.queue = queue  # type: ignore[attr-defined]
        yield server


@contextmanager
def serving() -> Iterator[dict[str, str]]:
    """The settings with which the engine talks to it."""
    with host() as server:
        yield {"base_url": f"{server.url}/v1", "api_key": KEY}
