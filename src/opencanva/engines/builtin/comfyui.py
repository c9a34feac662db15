"""ComfyUI: workflows with named holes, run by a program of one's own and watched over its socket."""

from __future__ import annotations

import asyncio
import contextlib
import json
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any, ClassVar

from pydantic import Field, SecretStr, field_validator

from opencanva.engines.contract import (
    Ask,
    EngineConfig,
    Memo,
    Misconfigured,
    Model,
    ModelOptions,
    Output,
    Preview,
    Progress,
    Refused,
    Step,
    Unavailable,
)
from opencanva.engines.http import Wire
from opencanva.engines.names import id_of
from opencanva.engines.polled import Look, polled
from opencanva.engines.sizes import sizes_around
from opencanva.engines.steps import MOST_PREVIEW
from opencanva.engines.workflows import Workflow, fill, lacking, read_workflows, workflow_of_checkpoint

_MOST_TURNS = 8


class ComfyUIConfig(EngineConfig):
    """Where the program is, and the workflows it is asked to run."""

    base_url: str = Field("", title="Address", description="Such as http://127.0.0.1:8188.")
    token: SecretStr = Field(SecretStr(""), title="Token", description="Only where something before it asks.")
    workflows: str = Field(
        "",
        title="Workflows",
        description="JSON of name → workflow, each as ComfyUI's “Export (API)” writes it, with holes where values "
        'go: "{{prompt}}", "{{negative}}", "{{seed}}", "{{width}}", "{{height}}", "{{steps}}", "{{guidance}}", '
        '"{{reference_1}}".',
        json_schema_extra={"format": "textarea"},
        max_length=1_000_000,
    )
    side: int = Field(1024, ge=256, le=2048, multiple_of=64, title="Side of a square", description="Pixels.")

    @field_validator("workflows")
    @classmethod
    def _check(cls, text: str) -> str:
        read_workflows(text)
        return text


class Steps(ModelOptions):
    """What a workflow with a hole for steps takes."""

    steps: int = Field(20, ge=1, le=150, title="Steps")
    guidance: float = Field(
        7.0, ge=0, le=30, title="Guidance", description="How closely it keeps to the prompt."
    )


class ComfyUI:
    """One running ComfyUI."""

    id: ClassVar[str] = "comfyui"
    name: ClassVar[str] = "ComfyUI"
    Config: ClassVar[type[EngineConfig]] = ComfyUIConfig
    needs: ClassVar[str] = "The program"

    def __init__(self, config: ComfyUIConfig) -> None:
        token = config.token.get_secret_value().strip()
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._wire = Wire(self.name, config.base_url, self._headers, [token], key="token")
        self._own = read_workflows(config.workflows)
        self._side = config.side
        self._known: dict[str, Workflow] = {}

    async def models(self) -> list[Model]:
        """The workflows of the settings, then a plain one for each checkpoint. Raises Misconfigured for nodes
        that the program lacks.
        """
        nodes = await self._wire.ask("GET", "object_info")
        if not isinstance(nodes, Mapping):
            raise Unavailable(f"{self.name} gave no list of its nodes. Is the address right?")
        for one in self._own.values():
            if missing := lacking(one, nodes):
                raise Misconfigured(
                    f"The workflow “{one.name}” needs nodes that this ComfyUI lacks: {', '.join(missing)}. "
                    "Install them there, or take the workflow out.",
                    "workflows",
                )
        plain = [workflow_of_checkpoint(name) for name in _checkpoints(nodes)]
        self._known = {id_of(one.name): one for one in [*self._own.values(), *plain]}
        return [self._model(id, one) for id, one in self._known.items()]

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One run of a workflow; its number outlives a restart of ours."""
        yield Progress(0.0, "waiting")
        seen = _Seen()
        watching = asyncio.create_task(self._watch(ask.key, seen))

        async def submit() -> str:
            return await self._submit(ask)

        async def look(handle: str) -> Look[Any]:
            return await self._look(handle, seen)

        try:
            jobs = polled(memo, submit, look, self._stop, 20.0, free=True)
            async with aclosing(jobs) as parts:  # type: ignore[type-var]
                async for part in parts:
                    if isinstance(part, Progress):
                        yield part
                        if seen.preview is not None:
                            yield Preview(seen.preview)
                            seen.preview = None
                    else:
                        yield Output(await self._picture(part), ask.seed)
                        return
        finally:
            watching.cancel()
            await asyncio.wait({watching})

    async def close(self) -> None:
        """Let go of the connections."""
        await self._wire.close()

    async def _submit(self, ask: Ask) -> str:
        if ask.model not in self._known:
            await self.models()
        workflow = self._known.get(ask.model)
        if workflow is None:
            raise Refused(f"{self.name} does not offer this model any more. Choose another one.")
        handle, known = await self._handle_of(ask)
        if known:
            return handle
        names = []
        for number, one in enumerate(ask.references, 1):
            ending = one.media_type.rpartition("/")[2]
            files = {"image": (f"{id_of(ask.key)}-{number}.{ending}", one.data, one.media_type)}
            told = await self._wire.ask("POST", "upload/image", files=files, data={"subfolder": "opencanva"})
            names.append(f"{told['subfolder']}/{told['name']}" if told.get("subfolder") else told["name"])
        body = {"prompt": fill(workflow, ask, names), "client_id": ask.key, "prompt_id": handle}
        told = await self._wire.ask("POST", "prompt", json=body)
        if not isinstance(told, Mapping) or not isinstance(told.get("prompt_id"), str):
            raise Unavailable(f"{self.name} did not take the workflow. Is the address right?")
        return str(told["prompt_id"])

    async def _handle_of(self, ask: Ask) -> tuple[str, bool]:
        """The number under which the run goes or will go, and whether the program has it: its answer to an earlier
        submit may have been lost. A run that failed is not looked at again; the next number is taken.
        """
        for turn in range(_MOST_TURNS):
            handle = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{ask.key} {turn}"))
            told = (await self._wire.ask("GET", f"history/{handle}")).get(handle)
            if told is None:
                running, waiting = await self._queue()
                return handle, handle in running or handle in waiting
            if (told.get("status") or {}).get("status_str") != "error":
                return handle, True
        return str(uuid.uuid4()), False

    async def _look(self, handle: str, seen: _Seen) -> Look[Mapping[str, Any]]:
        told = (await self._wire.ask("GET", f"history/{handle}")).get(handle)
        if told is None:
            running, waiting = await self._queue()
            if handle in waiting:
                return Look(fraction=0.02, stage=f"queued, {waiting.index(handle)} before it")
            if handle not in running and seen.misses > 1:
                raise Refused(
                    f"{self.name} was restarted or its queue cleared: it forgot this picture. Retry."
                )
            seen.misses += handle not in running
            return Look(fraction=seen.fraction, stage="drawing")
        status = told.get("status") or {}
        if status.get("status_str") == "error":
            said = [what for kind, what in status.get("messages", []) if kind == "execution_error"]
            why = f" {said[0].get('node_type')}: {said[0].get('exception_message')}" if said else ""
            raise Refused(f"{self.name} could not run the workflow.{why}")
        images = [one for node in (told.get("outputs") or {}).values() for one in node.get("images", [])]
        kept = [one for one in images if one.get("type") == "output"] or images
        if not kept:
            raise Refused(f"{self.name} ran the workflow, but it saves no picture. Give it a SaveImage node.")
        return Look(kept[0])

    async def _picture(self, place: Mapping[str, Any]) -> bytes:
        names = {name: str(place.get(name, "")) for name in ("filename", "subfolder", "type")}
        return (await self._wire.call("GET", "view", params=names)).data

    async def _queue(self) -> tuple[list[str], list[str]]:
        told = await self._wire.ask("GET", "queue")
        ids = [[row[1] for row in told.get(name, [])] for name in ("queue_running", "queue_pending")]
        return ids[0], ids[1]

    async def _stop(self, handle: str) -> None:
        """Out of the queue while it waits; interrupted only while it is the one that runs."""
        await self._wire.call("POST", "queue", json={"delete": [handle]})
        running, _ = await self._queue()
        if handle in running:
            await self._wire.call("POST", "interrupt", json={"prompt_id": handle})

    async def _watch(self, client: str, seen: _Seen) -> None:
        """Progress and previews from the socket; without it the picture comes all the same."""
        from websockets.asyncio.client import connect
        from websockets.exceptions import WebSocketException

        base = self._wire.base
        place = base.copy_with(scheme="wss" if base.scheme == "https" else "ws").join("ws")
        with contextlib.suppress(OSError, WebSocketException, TimeoutError):
            url = str(place.copy_with(params={"clientId": client}))
            async with connect(url, additional_headers=self._headers, max_size=MOST_PREVIEW * 8) as socket:
                async for message in socket:
                    seen.take(message)

    def _model(self, id: str, one: Workflow) -> Model:
        sizes = sizes_around(self._side)
        fits = {"width", "height"} <= one.holes
        return Model(
            id=id, name=one.name.removesuffix(".safetensors"), sizes=sizes if fits else {"1:1": sizes["1:1"]},
            options=Steps if {"steps", "guidance"} <= one.holes else ModelOptions, seed="seed" in one.holes,
            negative="negative" in one.holes, references=one.references, least_references=one.references,
        )  # fmt: skip


class _Seen:
    """What the socket last told."""

    def __init__(self) -> None:
        self.fraction: float | None = None
        self.preview: bytes | None = None
        self.misses = 0

    def take(self, message: str | bytes) -> None:
        """Texts are JSON; binary frames are (kind 1, format 1 or 2, picture), big-endian."""
        if isinstance(message, bytes):
            if message[:4] == b"\0\0\0\1" and 8 < len(message) <= MOST_PREVIEW:
                self.preview = message[8:]
            return
        with contextlib.suppress(ValueError, TypeError, AttributeError, KeyError, ZeroDivisionError):
            told = json.loads(message)
            if told["type"] == "progress":
                self.fraction = told["data"]["value"] / told["data"]["max"]


def _checkpoints(nodes: Mapping[str, Any]) -> list[str]:
    with contextlib.suppress(KeyError, TypeError, IndexError):
        given = nodes["CheckpointLoaderSimple"]["input"]["required"]["ckpt_name"]
        found = given[0] if isinstance(given[0], list) else given[1]["options"]
        return [one for one in found if isinstance(one, str)]
    return []


ENGINE = ComfyUI
