"""The Illustrator's engine class: drawn in threads, with previews, notices and a quick cancel."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import replace
from functools import cache, partial
from typing import Any, ClassVar, Literal

from pydantic import Field

from ...contract import Ask, EngineConfig, Memo, Model, ModelOptions, Output, Refused, Role, Step, Unavailable

SIZES: dict[str, tuple[int, int]] = {
    "1:1": (1024, 1024),
    "4:3": (1024, 768),
    "3:4": (768, 1024),
    "16:9": (1024, 576),
    "9:16": (576, 1024),
    "2:3": (680, 1020),
    "3:2": (1020, 680),
}
"""Width and height of each ratio at the standard size."""


class Varying(ModelOptions):
    """How far a picture may stray from its seed."""

    variation: int = Field(
        0,
        ge=0,
        le=2**32 - 1,
        title="Variation",
        description="A second seed for a part of the picture; 0 is none.",
    )
    variation_strength: float = Field(
        0.3,
        ge=0,
        le=1,
        title="Variation strength",
        description="The share of the picture that the second seed draws anew.",
    )


class Drawing(Varying):
    """What every hand of the Illustrator can be asked for."""

    size: Literal["standard", "large"] = Field(
        "standard",
        title="Size",
        description="Large is up to 2048 pixels: drawn small and enlarged four times by a neural net (3 s longer).",
    )


class Options(Drawing):
    """What the Illustrator can be asked for beyond the prompt."""

    style: Literal[
        "auto",
        "none",
        "watercolour",
        "oil",
        "gouache",
        "pastel",
        "ink",
        "pencil",
        "line art",
        "comic",
        "anime",
        "flat",
        "paper cut",
        "low poly",
        "stained glass",
        "mosaic",
        "pixel",
        "risograph",
        "linocut",
        "vintage",
        "neon",
        "blueprint",
        "pointillism",
    ] = Field("auto", title="Style", description="The hand it is drawn in; “auto” follows the prompt.")


UPSCALER = "upscaler"
"""The model that enlarges a reference and draws nothing."""

HANDS = {
    "watercolour": ("watercolour", "Watercolour"),
    "oil": ("oil", "Oil"),
    "ink": ("ink", "Ink"),
    "paper-cut": ("paper cut", "Paper cut"),
    "pixel": ("pixel", "Pixel art"),
}
"""Models that draw in one style whatever the prompt says: model id → (style, name)."""


class Stopped(Exception):
    """The picture is no longer wanted."""


@cache
def _threads() -> ThreadPoolExecutor:
    """One thread to a core: more would only wait for each other and hold memory."""
    return ThreadPoolExecutor(max_workers=max(1, os.cpu_count() or 1), thread_name_prefix="illustrator")


class Illustrator:
    """Pictures composed from openly licensed drawings by rules; the seed decides every detail."""

    id: ClassVar[str] = "illustrator"
    name: ClassVar[str] = "Illustrator"
    Config: ClassVar[type[EngineConfig]] = EngineConfig

    def __init__(self, config: EngineConfig | None = None) -> None:
        self.config = config or EngineConfig()

    async def models(self) -> list[Model]:
        """The Illustrator itself, and one model for each of a few styles, to see them side by side."""
        whole = Model(
            id="illustrator",
            name="Illustrator",
            sizes=dict(SIZES),
            options=Options,
            seed=True,
            negative=True,
            references=3,
            roles=(Role.STYLE, Role.CONTENT, Role.COMPOSITION),
            strength=True,
            neural=False,
            images_at_once=8,
            description="Procedural, not a neural model: it composes, lights and paints free drawings. "
            "Free, works without a network, ready at once.",
        )
        hands = [
            replace(
                whole,
                id=id,
                name=name,
                options=Drawing,
                description=f"The Illustrator, always in this style: {style}. Procedural, not a neural model.",
            )
            for id, (style, name) in HANDS.items()
        ]
        enlarging = Model(
            id=UPSCALER,
            name="Upscaler ×4",
            sizes=dict(SIZES),
            references=1,
            least_references=1,
            roles=(Role.CONTENT,),
            images_at_once=2,
            description="Enlarges the reference four times, up to 4096 pixels, in its own shape: a small net "
            "trained on drawings (Real-ESRGAN). The prompt only names the picture.",
        )
        return [whole, *hands, enlarging]

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """Draw one picture; closing this generator stops the drawing at its next look at the flag."""
        if not ask.prompt.strip():
            raise Refused("The prompt is empty: say what to draw.")
        if ask.model == UPSCALER:
            job: Job = partial(_upscale, ask)
        else:
            form = (Drawing if ask.model in HANDS else Options)(**ask.options)
            style = form.style if isinstance(form, Options) else HANDS[ask.model][0]
            job = partial(_draw, ask, style, (form.variation, form.variation_strength), form.size == "large")
        async with aclosing(_run(job)) as steps:
            async for step in steps:
                yield step


Tell = Callable[[Step], None]
Job = Callable[[Tell, Callable[[], bool]], None]


def _draw(*what: Any) -> None:
    from .studio import draw  # numpy and Pillow are loaded with the first picture

    draw(*what)


def _upscale(*what: Any) -> None:
    from .studio import upscale

    upscale(*what)


async def _run(job: Job) -> AsyncGenerator[Step, None]:
    """What a job tells from its thread, its Output last; closing this stops the job at its next look."""
    loop = asyncio.get_running_loop()
    steps: asyncio.Queue[Step | BaseException] = asyncio.Queue()
    stop = threading.Event()

    def tell(step: Step | BaseException) -> None:
        if not stop.is_set():
            loop.call_soon_threadsafe(steps.put_nowait, step)

    def work() -> None:
        if stop.is_set():
            return
        try:
            job(tell, stop.is_set)
        except Stopped:
            return
        except MemoryError:
            tell(Unavailable("There was not enough memory to draw this; close something and try again."))
        except ImportError as problem:
            tell(
                Unavailable(f"The upscaler cannot run on this machine ({problem}). Choose the standard size.")
            )
        except BaseException as problem:  # the thread must never die in silence: the frame decides
            tell(problem)

    running = _threads().submit(work)
    try:
        while True:
            step = await steps.get()
            if isinstance(step, BaseException):
                raise step
            yield step
            if isinstance(step, Output):
                return
    finally:
        stop.set()
        running.cancel()


__all__ = ["SIZES", "Illustrator", "Options"]
