"""The WebUI's documented routes below /sdapi/v1: one picture at a time, progress of whatever runs, interrupt."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from opencanva.engines.fake import draw
from tests.contract.wire import KEY, Asked, Reply, WireServer, as_json, fault
from tests.contract.wire import serving as listening

LOGIN = "Basic " + base64.b64encode(f"me:{KEY}".encode()).decode()
MODELS: list[dict[str, str | None]] = [
    {"title": "sdxl.safetensors [31e35c80fc]", "model_name": "sdxl", "hash": "31e35c80fc", "filename": "x"},
    {"title": "paint.safetensors", "model_name": "paint", "hash": None, "filename": "y"},
]


class Program:
    """What it is at, and whether it was told to stop."""

    def __init__(self) -> None:
        self.task: str | None = None
        self.most, self._now, self.begun = 0, 0, 0
        self.stop = threading.Event()
        self._lock = threading.Lock()

    def run(self, asked: Asked) -> Reply:
        """One request for a picture."""
        with self._lock:
            self._now += 1
            self.begun += 1
            self.most = max(self.most, self._now)
        self.task = asked.fields["force_task_id"]
        try:
            if "long" in asked.faults:
                self.stop.wait(30)
            if (wrong := fault(asked)) is not None:
                return wrong
            words = f"{asked.fields['prompt']} {asked.fields['seed']} {asked.fields.get('init_images')}"
            data = draw(asked.fields["width"], asked.fields["height"], words, 4)
            if "text" in asked.faults:
                return as_json({"images": ["@@@"], "info": ""})
            info = json.dumps({"seed": asked.fields["seed"], "sampler_name": "Euler a"})
            return as_json({"images": [base64.b64encode(data).decode()], "parameters": {}, "info": info})
        finally:
            self.task = None
            with self._lock:
                self._now -= 1


@contextmanager
def host() -> Iterator[WireServer]:
    """The running program."""
    program = Program()

    def answer(asked: Asked) -> Reply:
        route = asked.path.partition("?")[0].removeprefix("/sdapi/v1/")
        if asked.headers.get("authorization") != LOGIN:
            return as_json({"detail": f"Incorrect username or password {KEY}"}, 401)
        if "status" in asked.faults:
            words = {"error": "RuntimeError", "detail": "", "errors": f"broke with {KEY}"}
            return as_json(words, int(asked.faults["status"]))
        if route in ("txt2img", "img2img") and asked.method == "POST":
            return program.run(asked)
        if route == "interrupt" and asked.method == "POST":
            program.stop.set()
            return as_json({})
        if route == "sd-models":
            return as_json(MODELS)
        if route == "samplers":
            return as_json([{"name": "Euler a", "aliases": []}, {"name": "DPM++ 2M", "aliases": []}])
        if route == "progress":
            rough = base64.b64encode(draw(64, 64, "rough", 2)).decode() if program.task else None
            task = getattr(program, "other", None) or program.task
            return as_json({"progress": 0.4 if program.task else 0.0, "eta_relative": 1.0, "state": {},
                            "current_image": rough, "textinfo": None, "current_task": task})  # fmt: skip
        return as_json({"detail": "Not Found"}, 404)

    with listening(answer) as server:
        server.program = program  # type: ignore[attr-defined]
        yield server


@contextmanager
def serving() -> Iterator[dict[str, str]]:
    """The settings with which the engine talks to it."""
    with host() as server:
        yield {"base_url": server.url, "user": "me", "password": KEY}
