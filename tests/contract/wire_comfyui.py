"""ComfyUI's documented routes and its socket: prompt, queue, history, view, upload, interrupt, object_info."""

from __future__ import annotations

import asyncio
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs

import uvicorn
from fastapi import FastAPI, Request, Response, WebSocket, WebSocketDisconnect

from opencanva.engines.fake import draw
from tests.contract.wire import KEY, Asked, Reply, as_json, read_body

NODES = [
    "CheckpointLoaderSimple", "CLIPTextEncode", "EmptyLatentImage", "KSampler", "VAEDecode", "SaveImage",
    "LoadImage",
]  # fmt: skip


PNG = {"Content-Type": "image/png"}


class Comfy:
    """A program that runs workflows; [long] never ends, [bad] fails in a node, [status:500] answers so."""

    def __init__(self, takes_ids: bool = True) -> None:
        self.takes_ids = takes_ids
        self.jobs: dict[str, dict[str, Any]] = {}
        self.acts: list[tuple[str, object]] = []
        self.uploads: list[str] = []
        self.sockets: dict[str, WebSocket] = {}
        self.waiting: set[str] = set()
        self.url = ""
        self.answer: Callable[[Asked], Reply] = self._said
        self.app = FastAPI()
        for path, method in (("/prompt", "POST"), ("/queue", "POST"), ("/interrupt", "POST"),
                             ("/upload/image", "POST"), ("/queue", "GET"), ("/view", "GET"),
                             ("/object_info", "GET"),
                             ("/history/{id}", "GET")):  # fmt: skip
            self.app.add_api_route(path, self._answer, methods=[method], response_model=None)
        self.app.add_api_websocket_route("/ws", self._socket)

    async def _socket(self, socket: WebSocket) -> None:
        await socket.accept()
        self.sockets[socket.query_params["clientId"]] = socket
        try:
            while True:
                await socket.receive_text()
        except WebSocketDisconnect:
            return

    async def _answer(self, request: Request) -> Response:
        body = await request.body()
        fields, files = read_body(body, request.headers.get("content-type", ""))
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        reply = self.answer(Asked(request.method, path, dict(request.headers), fields, files))
        data = reply.body if isinstance(reply.body, bytes) else b"".join(reply.body)
        more = {"Content-Length": str(len(data) + 1000)} if reply.drop else {}
        return Response(data, reply.status, {**reply.headers, **more})

    def _said(self, asked: Asked) -> Reply:
        """What the program says."""
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return as_json({"error": f"no entry with {KEY}"}, 401)
        path, _, query = asked.path.partition("?")
        if path == "/object_info":
            names = {"input": {"required": {"ckpt_name": [["dream shaper.safetensors"], {}]}}}
            return as_json({name: names if name == NODES[0] else {} for name in NODES})
        if path == "/upload/image":
            self.uploads.append(asked.files[0][1])
            return as_json(
                {"name": self.uploads[-1], "subfolder": asked.fields["subfolder"], "type": "input"}
            )
        if path == "/view":
            job = self.jobs[parse_qs(query)["filename"][0].removesuffix(".png")]
            return Reply(200, b"none" if "[text]" in job["text"] else self._draw(job), PNG)
        if path.startswith("/history/"):
            return as_json(self._history(path.rpartition("/")[2]))
        if asked.method == "GET":
            running = [[0, id, {}, {}, []] for id, job in self.jobs.items() if self._runs(job)]
            pending = [[1, id, {}, {}, []] for id in self.waiting]
            return as_json({"queue_running": running, "queue_pending": pending})
        if path != "/prompt":
            self.acts.append((path, asked.fields))
            self.waiting -= set(asked.fields.get("delete", []))
            return Reply()
        return self._submit(asked.fields)

    def _submit(self, body: dict[str, Any]) -> Reply:
        text = json.dumps(body["prompt"])
        if found := re.search(r"\[status:(\d+)\]", text):
            error = {"type": "prompt_outputs_failed_validation", "message": f"not valid {KEY}", "details": ""}
            return as_json({"error": error, "node_errors": {}}, int(found[1]))
        id = body["prompt_id"] if self.takes_ids else f"prompt-{len(self.jobs) + 1}"
        assert id not in self.jobs, "a number that is taken"
        self.jobs[id] = {"graph": body["prompt"], "text": text, "at": time.monotonic(), "looks": 0}
        if "[wait]" in text:
            self.waiting.add(id)
        asyncio.create_task(self._tell(body["client_id"], id))  # noqa: RUF006
        if "[lost]" in text:
            return as_json({"error": "the answer is lost"}, 502)
        return as_json({"prompt_id": id, "number": 1, "node_errors": {}})

    async def _tell(self, client: str, id: str) -> None:
        for _ in range(100):
            if client in self.sockets:
                socket = self.sockets[client]
                data = {"value": 8, "max": 20, "prompt_id": id, "node": "5"}
                await socket.send_text(json.dumps({"type": "progress", "data": data}))
                await socket.send_bytes(b"\0\0\0\1\0\0\0\2" + draw(64, 64, "rough", 2))
                return
            await asyncio.sleep(0.01)

    def _runs(self, job: dict[str, Any]) -> bool:
        return "[long]" in job["text"] or time.monotonic() - job["at"] < 0.4

    def _history(self, id: str) -> dict[str, Any]:
        job = self.jobs.get(id)
        if job is not None:
            job["looks"] += 1
        if job is None or id in self.waiting or self._runs(job):
            return {}
        if "[bad]" in job["text"]:
            error = {"node_type": "KSampler", "exception_message": "CUDA out of memory"}
            return {id: {"outputs": {}, "status": {"status_str": "error", "completed": False,
                                                   "messages": [["execution_error", error]]}}}  # fmt: skip
        image = {"filename": f"{id}.png", "subfolder": "", "type": "output"}
        return {
            id: {"outputs": {"7": {"images": [image]}}, "status": {"status_str": "success", "messages": []}}
        }

    def _draw(self, job: dict[str, Any]) -> bytes:
        size = job["graph"]["4"]["inputs"]
        return draw(size["width"], size["height"], job["text"], 4)


@contextmanager
def host(takes_ids: bool = True) -> Iterator[Comfy]:
    """The running program; older ones give their own numbers."""
    comfy = Comfy(takes_ids)
    server = uvicorn.Server(uvicorn.Config(comfy.app, port=0, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    comfy.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    try:
        yield comfy
    finally:
        server.force_exit = server.should_exit = True
        thread.join(5)


@contextmanager
def serving() -> Iterator[dict[str, str]]:
    """The settings with which the engine talks to it."""
    with host() as comfy:
        yield {"base_url": comfy.url, "token": KEY}
