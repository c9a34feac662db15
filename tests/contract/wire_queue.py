"""What the hosts with queues share in the tests: jobs that take some looks, pictures at an address, failures."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from opencanva.engines.fake import draw
from tests.contract.wire import KEY, Asked, Reply, as_json, fault


@dataclass
class Job:
    """One submitted picture."""

    id: str
    path: str
    fields: dict[str, Any]
    faults: dict[str, str]
    size: tuple[int, int]
    looks: int = 0
    stopped: bool = False

    @property
    def done(self) -> bool:
        """After the second look, unless it is to take for ever."""
        return self.looks >= 2 and "endless" not in self.faults


@dataclass
class Queue:
    """The jobs of a host, and the pictures it has."""

    jobs: dict[str, Job] = field(default_factory=dict)
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    def submit(self, asked: Asked, fields: dict[str, Any], size: tuple[int, int]) -> Job:
        """A new job for it."""
        job = Job(
            f"job-{next(self.numbers)}", asked.path.partition("?")[0].lstrip("/"), fields, asked.faults, size
        )
        self.jobs[job.id] = job
        return job

    def look(self, id: str) -> None:
        """One look more at the job."""
        self.jobs[id].looks += 1

    def picture(self, id: str) -> Reply:
        """The bytes: [expired] is gone, [text] is no picture."""
        job = self.jobs.get(id)
        if job is None or "expired" in job.faults:
            return as_json({"detail": "Not found"}, 404)
        if "text" in job.faults:
            return Reply(200, b"this is no picture", {"Content-Type": "text/plain"})
        words = f"{job.fields.get('prompt')} {job.fields.get('seed')}"
        return Reply(200, draw(*job.size, words, 4), {"Content-Type": "image/png"})


SIZES = {
    "1:1": (1024, 1024), "4:3": (1152, 896), "3:4": (896, 1152), "16:9": (1344, 768), "9:16": (768, 1344),
    "2:3": (832, 1216), "3:2": (1216, 832),
}  # fmt: skip


def size_of(fields: dict[str, Any]) -> tuple[int, int]:
    """What was asked for, in any of the ways in which hosts are asked."""
    size = fields.get("image_size", fields)
    if "width" in size:
        return int(size["width"]), int(size["height"])
    return SIZES[fields.get("aspect_ratio", "1:1")]


def refused(asked: Asked, known: bool, words: Callable[[str], object]) -> Reply | None:
    """A wrong key, [status:…], and what every host can do wrong; None when all is well."""
    if not known:
        return as_json(words(f"Bad key {KEY}"), 401)
    if "status" in asked.faults:
        return as_json(words(f"told for {KEY}"), int(asked.faults["status"]), Retry_After="3")
    return fault(asked)
