"""Stable Diffusion WebUI and its kin (Forge, SD.Next): a program of one's own that draws one picture at a time."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field, SecretStr, create_model

from opencanva.engines.contract import (
    Ask,
    EngineConfig,
    Memo,
    Model,
    ModelOptions,
    Output,
    Preset,
    Progress,
    Refused,
    Role,
    Step,
    Unavailable,
)
from opencanva.engines.http import Wire
from opencanva.engines.inline import read_picture, read_preview, write_data_url
from opencanva.engines.names import id_of
from opencanva.engines.sizes import sizes_around

_EVERY = 0.5
_LEAVE = 1.0
_ADDRESS = {"base_url": "http://127.0.0.1:7860"}
_NEEDS = "The program, started with --api"


class A1111Config(EngineConfig):
    """Where the program is, and its login where it has one (`--api-auth`)."""

    base_url: str = Field("", title="Address", description="Such as http://127.0.0.1:7860.")
    user: str = Field("", title="User", description="Only if it was started with --api-auth.")
    password: SecretStr = Field(SecretStr(""), title="Password")
    side: int = Field(
        1024, ge=256, le=2048, multiple_of=64, title="Side of a square",
        description="In pixels: 512 suits Stable Diffusion 1.5, 1024 SDXL, Flux and later ones.",
    )  # fmt: skip


class Settings(ModelOptions):
    """What every model of such a program takes."""

    steps: int = Field(20, ge=1, le=150, title="Steps")
    cfg_scale: float = Field(
        7.0, ge=1, le=30, title="Guidance", description="How closely it keeps to the prompt."
    )


class A1111:
    """One such program."""

    id: ClassVar[str] = "a1111"
    name: ClassVar[str] = "Stable Diffusion WebUI"
    Config: ClassVar[type[EngineConfig]] = A1111Config
    needs: ClassVar[str] = _NEEDS
    presets: ClassVar[tuple[Preset, ...]] = (
        Preset("a1111", "AUTOMATIC1111 WebUI", _ADDRESS, _NEEDS),
        Preset("forge", "Forge", _ADDRESS, _NEEDS),
        Preset("sdnext", "SD.Next", _ADDRESS, "The program"),
    )

    def __init__(self, config: A1111Config) -> None:
        password = config.password.get_secret_value()
        headers = {}
        secrets = [password]
        if config.user or password:
            login = base64.b64encode(f"{config.user}:{password}".encode()).decode()
            headers["Authorization"] = f"Basic {login}"
            secrets.append(login)
        self._wire = Wire(self.name, config.base_url, headers, secrets, key="password", timeout=900.0)
        self._side = config.side
        self._turn = asyncio.Lock()
        self._titles: dict[str, str] = {}

    async def models(self) -> list[Model]:
        """Its checkpoints; its samplers are an option."""
        rows = await self._wire.ask("GET", "sdapi/v1/sd-models")
        samplers = await self._wire.ask("GET", "sdapi/v1/samplers")
        if not isinstance(rows, list) or not isinstance(samplers, list):
            raise Unavailable(f"{self.name} gave no list of models. Was it started with --api?")
        names = [
            one["name"] for one in samplers if isinstance(one, Mapping) and isinstance(one.get("name"), str)
        ]
        form = _form(names)
        known = {
            id_of(str(row["title"])): row for row in rows if isinstance(row, Mapping) and row.get("title")
        }
        self._titles = {id: str(row["title"]) for id, row in known.items()}
        return [self._model(id, row, form) for id, row in known.items()]

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One picture, after those before it; the program keeps no jobs, so nothing can be resumed."""
        yield Progress(0.0, "waiting")
        if ask.model not in self._titles:
            await self.models()
        if ask.model not in self._titles:
            raise Refused(f"{self.name} does not have this model any more. Choose another one.")
        while True:
            try:
                async with asyncio.timeout(_EVERY * 4):
                    await self._turn.acquire()
                break
            except TimeoutError:
                yield Progress(0.0, "waiting its turn")
        try:
            path, body = _request(ask, self._titles[ask.model])
            task = asyncio.create_task(self._wire.ask("POST", path, json=body))
            try:
                while not (await asyncio.wait({task}, timeout=_EVERY))[0]:
                    for step in await self._seen():
                        yield step
                told = await task
            except (asyncio.CancelledError, GeneratorExit):
                await self._interrupt(ask.key)
                raise
            finally:
                task.cancel()
        finally:
            self._turn.release()
        yield self._output(ask, told)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._wire.close()

    async def _seen(self) -> list[Step]:
        """How far it is, and the picture on the way; nothing when it does not say."""
        try:
            told = await self._wire.ask("GET", "sdapi/v1/progress")
        except (Unavailable, Refused):
            return [Progress(0.0, "drawing")]
        told = told if isinstance(told, Mapping) else {}
        fraction = told.get("progress")
        found: list[Step] = [
            Progress(min(float(fraction), 0.99) if isinstance(fraction, (int, float)) else 0.0, "drawing")
        ]
        image = told.get("current_image")
        if image and (preview := read_preview(image)) is not None:
            found.append(preview)
        return found

    async def _interrupt(self, key: str) -> None:
        """Stop the picture, unless the program says that it is at another one."""
        with contextlib.suppress(Exception):
            async with asyncio.timeout(_LEAVE):
                told = await self._wire.ask("GET", "sdapi/v1/progress", params={"skip_current_image": "true"})
                if told.get("current_task") in (None, "", key):
                    await self._wire.call("POST", "sdapi/v1/interrupt")

    def _model(self, id: str, row: Mapping[str, Any], form: type[ModelOptions]) -> Model:
        return Model(
            id=id, name=str(row.get("model_name") or row["title"]),
            sizes=sizes_around(self._side), options=form, seed=True, negative=True, references=1,
            roles=(Role.COMPOSITION,), strength=True, images_at_once=1,
        )  # fmt: skip

    def _output(self, ask: Ask, told: Any) -> Output:
        images = told.get("images") if isinstance(told, Mapping) else None
        if not isinstance(images, list) or not images or not isinstance(images[0], str):
            raise Refused(f"{self.name} answered without a picture. Look at its window, then retry.")
        return Output(read_picture(self.name, images[0]), _seed(told, ask))


def _seed(told: Mapping[str, Any], ask: Ask) -> int | None:
    with contextlib.suppress(ValueError, TypeError, AttributeError):
        seed = json.loads(told.get("info") or "{}").get("seed")
        return seed if isinstance(seed, int) else ask.seed
    return ask.seed


def _form(samplers: list[str]) -> type[ModelOptions]:
    if not samplers:
        return Settings
    choices: Any = Literal[tuple(dict.fromkeys(["Automatic", *samplers]))]
    made: type[ModelOptions] = create_model(
        "Options", __base__=Settings, sampler=(choices, Field("Automatic", title="Sampler"))
    )
    return made


def _request(ask: Ask, title: str) -> tuple[str, dict[str, Any]]:
    body: dict[str, Any] = {
        "prompt": ask.prompt, "negative_prompt": ask.negative, "seed": -1 if ask.seed is None else ask.seed,
        "width": ask.width, "height": ask.height, "steps": ask.options.get("steps", 20),
        "cfg_scale": ask.options.get("cfg_scale", 7.0), "batch_size": 1, "n_iter": 1,
        "override_settings": {"sd_model_checkpoint": title}, "override_settings_restore_afterwards": False,
        "send_images": True, "save_images": False, "force_task_id": ask.key,
    }  # fmt: skip
    sampler = ask.options.get("sampler", "Automatic")
    if sampler != "Automatic":
        body["sampler_name"] = sampler
    if not ask.references:
        return "sdapi/v1/txt2img", body
    first = ask.references[0]
    body |= {
        "init_images": [write_data_url(first)],
        "denoising_strength": round(min(max(1 - first.strength, 0.05), 1), 3),
    }
    return "sdapi/v1/img2img", body


ENGINE = A1111
