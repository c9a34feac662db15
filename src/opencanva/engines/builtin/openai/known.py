"""What models of the dialect can do: those that are known, and what others may be asked for."""

from __future__ import annotations

import re
from typing import Any

from opencanva.engines.abilities import DIFFUSION, FREE, THREE, Abilities, Option, Rates
from opencanva.engines.builtin.openai.dialects import Dialect

_LOOKS = re.compile(
    r"image|imagine|flux|diffusion|\bsd[x\d]|\bsdxl|dall|kontext|seedream|recraft|hidream|pixart|sana|dreamshaper"
    r"|juggernaut|pony|illustrious|playground|kandinsky|chroma|ideogram|photon|krea",
    re.I,
)
_RETIRED = re.compile(r"dall-e-[23]\b|gpt-image-1(-\d{4}-\d\d-\d\d)?\Z")
_DATED = re.compile(r"-\d{4}-\d\d-\d\d\Z")


def _choice(title: str, *choices: str, said: str = "") -> Option:
    return Option(default=choices[0], choices=list(choices), title=title, description=said)


_GPT = {
    "quality": _choice("Quality", "auto", "low", "medium", "high"),
    "background": _choice("Background", "auto", "opaque", "transparent", said="Transparent needs PNG or WebP."),
    "output_format": _choice("Format", "png", "jpeg", "webp"),
    "moderation": _choice("Moderation", "auto", "low", said="How strictly the host filters."),
}  # fmt: skip
_LATER = _GPT | {
    "quality": _choice("Quality", "auto", "low", "medium", "high", "xhigh", "max"),
    "complexity": _choice(
        "Planning", "auto", "low", "medium", "high", said="How much the host thinks before it draws."
    ),
}


def _gpt(name: str, sizes: dict[str, tuple[int, int]], options: dict[str, Option], **more: Any) -> Abilities:
    given = {"sizes": sizes, "references": 16, "mask": True, "streaming": True, "options": options}
    return Abilities(name=name, **(given | more))


KNOWN: dict[str, Abilities] = {
    "gpt-image-2.6-sunburst": _gpt("GPT Image 2.6 Sunburst", THREE, _GPT),
    "gpt-image-2.6-flare": _gpt("GPT Image 2.6 Flare", THREE, _GPT),
    "gpt-image-2.5-sunburst": _gpt("GPT Image 2.5 Sunburst", FREE, _LATER),
    "gpt-image-2.5-flare": _gpt("GPT Image 2.5 Flare", FREE, _LATER),
    "gpt-image-2": _gpt("GPT Image 2", FREE, _GPT, rates=Rates(text_in=5, image_in=8, out=30)),
    "gpt-image-1.5": _gpt(
        "GPT Image 1.5", THREE, _GPT, price=0.034, rates=Rates(text_in=5, image_in=8, out=32)
    ),
    "gpt-image-1-mini": _gpt(
        "GPT Image 1 mini", THREE, _GPT, price=0.011, rates=Rates(text_in=2, image_in=2.5, out=8)
    ),
    "chatgpt-image-latest": _gpt("ChatGPT Image", THREE, _GPT),
    "grok-imagine-image": Abilities(name="Grok Imagine", sizes=DIFFUSION, references=3, price=0.02),
}
"""Fields as the official SDK documents them; prices as published, where we have them from the host."""


def looks_like_images(model_id: str) -> bool:
    """Whether a model of this name seems to make pictures; hosts list all kinds side by side."""
    return bool(_LOOKS.search(model_id))


def is_dated_or_retired(model_id: str) -> bool:
    """Whether it is another name of a known model, or one that the host no longer runs."""
    return bool(_RETIRED.search(model_id)) or (_DATED.sub("", model_id) in KNOWN and model_id not in KNOWN)


def guess(dialect: Dialect) -> Abilities:
    """What a model may be asked for of which only the host is known."""
    fields = dialect.fields
    options = {}
    if "steps" in fields:
        options["steps"] = Option(
            default=0, minimum=0, maximum=150, title="Steps", description="0 leaves it to the model."
        )
    if "guidance" in fields:
        options["guidance"] = Option(
            default=0.0, minimum=0, maximum=30, title="Guidance",
            description="How closely it keeps to the prompt; 0 leaves it to the model.",
        )  # fmt: skip
    return Abilities(
        sizes=DIFFUSION,
        references=0 if dialect.edits == "none" else dialect.references,
        seed="seed" in fields,
        negative="negative" in fields,
        options=options,
    )
