"""The engine of local models: finds them in a folder, and has a child process draw, one picture at a time."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator, Collection
from contextlib import aclosing
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

from pydantic import Field

from opencanva.engines.builtin.local.folders import Slow, find_models, read_model
from opencanva.engines.builtin.local.process import Painter
from opencanva.engines.contract import (
    Ask,
    EngineConfig,
    Memo,
    Model,
    Output,
    Preview,
    Progress,
    Refused,
    Step,
    Unavailable,
)

NEEDED = ("torch", "diffusers", "transformers", "accelerate", "safetensors")
"""What must be installed; only the child imports any of it."""


class LocalConfig(EngineConfig):
    """Where the models are."""

    folder: str = Field(
        "", title="Folder of models",
        description="Each model is a folder in it, as diffusers saves it. Empty: the folder “models” among Open "
        "Canva's own data.",
    )  # fmt: skip


class Local:
    """Draws with open models on this computer itself."""

    id: ClassVar[str] = "local"
    name: ClassVar[str] = "This computer"
    Config: ClassVar[type[EngineConfig]] = LocalConfig
    needs: ClassVar[str] = "The extra “local”, and models on disk"

    def __init__(self, config: LocalConfig, *, needed: Collection[str] = NEEDED, every: float = 2.0) -> None:
        """`needed` are the libraries to look for, `every` the seconds after which a word is given while waiting."""
        self._config, self._needed, self._every = config, needed, every
        self._turn = asyncio.Lock()
        self._painter: Painter | None = None

    async def models(self) -> list[Model]:
        """Every model in the folder. Raises Unavailable without the libraries, Misconfigured without a model."""
        lacking = [name for name in self._needed if find_spec(name) is None]
        if lacking:
            raise Unavailable(
                f"It is not installed yet ({', '.join(lacking)}). Where Open Canva is installed, run: "
                "pip install 'opencanva[local]' (several GB). Then start Open Canva again."
            )
        return await asyncio.to_thread(self._read)

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One picture, after those before it; closing this stops it after its step, or while a model loads."""
        folder = (await asyncio.to_thread(find_models, self._config.folder)).get(ask.model)
        if folder is None:
            raise Refused("This model is not in the folder any more. Choose another one.")
        turn = asyncio.ensure_future(self._turn.acquire())
        try:
            while not (await asyncio.wait({turn}, timeout=self._every))[0]:
                yield Progress(0.0, "waiting its turn")
            async with aclosing(self._draw(ask, folder)) as steps:  # type: ignore[type-var]
                async for step in steps:
                    yield step
        finally:
            if not turn.cancel():
                self._turn.release()

    async def close(self) -> None:
        """End the child process."""
        painter, self._painter = self._painter, None
        if painter is not None:
            await painter.kill()

    def _read(self) -> list[Model]:
        return [read_model(id, folder) for id, folder in find_models(self._config.folder).items()]

    async def _draw(self, ask: Ask, folder: Path) -> AsyncIterator[Step]:
        if self._painter is None or not self._painter.runs:
            await self.close()
            self._painter = await Painter.start()
        painter, fit, fraction = self._painter, False, 0.0
        painter.loaded = False
        await painter.say(_order(ask, folder))
        reading = asyncio.ensure_future(painter.hear())
        try:
            while True:
                if not (await asyncio.wait({reading}, timeout=self._every))[0]:
                    yield Progress(fraction, "drawing" if painter.loaded else "loading the model")
                    continue
                told = reading.result()
                fit = "output" in told or "failed" in told
                if "output" in told:
                    yield Output(base64.b64decode(told["output"]), ask.seed, facts={"device": told["device"]})
                    return
                if "failed" in told:
                    raise Refused(f"The model could not draw this. {told['failed']}")
                if "scarce" in told:
                    raise Unavailable("There is not enough memory for this size: choose a smaller one.")
                reading = asyncio.ensure_future(painter.hear())
                fraction = told.get("progress", fraction)
                yield Progress(fraction, "drawing" if painter.loaded else "loading the model")
                if told.get("preview"):
                    yield Preview(base64.b64decode(told["preview"]))
        finally:
            try:
                fit = fit or await painter.stop(reading)
            finally:
                reading.cancel()
                if not fit:
                    await self.close()


def _order(ask: Ask, folder: Path) -> dict[str, Any]:
    form = Slow(**ask.options)
    first = ask.references[0] if ask.references else None
    return {
        "folder": str(folder), "prompt": ask.prompt, "negative": ask.negative, "seed": ask.seed or 0,
        "width": ask.width, "height": ask.height, "steps": form.steps, "guidance": form.guidance,
        "image": base64.b64encode(first.data).decode() if first else "",
        "change": round(min(max(1 - first.strength, 0.05), 1), 3) if first else 1.0,
    }  # fmt: skip
