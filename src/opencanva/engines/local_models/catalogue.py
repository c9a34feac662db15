"""The models that can be fetched for this computer, as data: files, licences and what they need."""

from __future__ import annotations

from dataclasses import dataclass

_SMALL = ("*.json", "*.txt")
"""What describes a model. Pickled weights are never wanted."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A model as its maker publishes it. `size` (GB to fetch) and `memory` (GB to draw with) are about right.

    `parts` are its folders, `weights` the ending of its weights' names.
    """

    name: str
    title: str
    repository: str
    maker: str
    licence: str
    use: str
    size: float
    memory: int
    parts: tuple[str, ...]
    weights: str = ".fp16.safetensors"
    gated: bool = False
    revision: str = "main"

    @property
    def patterns(self) -> list[str]:
        """The files that are wanted, as shell patterns."""
        kinds = (*_SMALL, f"*{self.weights}")
        return ["model_index.json", *(f"{part}/{kind}" for part in self.parts for kind in kinds)]


_SD = ("scheduler", "tokenizer", "text_encoder", "feature_extractor", "unet", "vae")
_SDXL = ("scheduler", "tokenizer", "tokenizer_2", "text_encoder", "text_encoder_2", "unet", "vae")
_FLUX = ("scheduler", "tokenizer", "tokenizer_2", "text_encoder", "text_encoder_2", "transformer", "vae")
_STABILITY = (
    "Research and personal use. Commercial use only as Stability AI's licence terms say: read them first."
)
_RAIL = "Commercial use is allowed; the licence names uses that are not, such as harming or deceiving people."

OFFERS = (
    Offer(
        "sd-turbo", "SD-Turbo", "stabilityai/sd-turbo", "Stability AI", "Stability AI's own", _STABILITY,
        2.6, 4, _SD,
    ),
    Offer(
        "sdxl-turbo", "SDXL-Turbo", "stabilityai/sdxl-turbo", "Stability AI", "Stability AI's own", _STABILITY,
        6.9, 9, _SDXL,
    ),
    Offer(
        "sd-1-5", "Stable Diffusion 1.5", "stable-diffusion-v1-5/stable-diffusion-v1-5", "a mirror of Runway's",
        "CreativeML Open RAIL-M", _RAIL, 2.1, 4, _SD,
    ),
    Offer(
        "sdxl-1-0", "Stable Diffusion XL 1.0", "stabilityai/stable-diffusion-xl-base-1.0", "Stability AI",
        "CreativeML Open RAIL++-M", _RAIL, 6.9, 9, _SDXL,
    ),
    Offer(
        "flux-1-schnell", "FLUX.1 schnell", "black-forest-labs/FLUX.1-schnell", "Black Forest Labs",
        "Apache-2.0", "Commercial use is allowed.", 33.7, 36, _FLUX, weights=".safetensors", gated=True,
    ),
)  # fmt: skip
"""Smallest first within a family. Sizes and memory are reckoned from the weights as their makers publish them."""
