"""How hosts of OpenAI's images dialect differ, as data: addresses, names of fields, what they leave out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from opencanva.engines.contract import Preset

HostName = Literal[
    "openai", "vllm-omni", "sglang", "sd-server", "localai", "ollama", "together", "xai", "recraft",
    "litellm", "other",
]  # fmt: skip
_DIFFUSION = {"steps": "num_inference_steps", "guidance": "guidance_scale"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """One host's way to speak.

    `size` says how it is told the size, `edits` how it takes references, `format` what it calls base64 in
    `response_format` (empty: the field is left out). `fields` gives our options and abilities (`seed`,
    `negative`) the host's names; what is not in it is never sent, except the fields of a model's own table.
    `extras` says whether such fields stand beside the others or inside the prompt. `paid` hosts are never
    asked twice for one picture.
    """

    name: str
    base_url: str
    key: bool = False
    paid: bool = False
    size: Literal["size", "aspect_ratio", "width_height"] = "size"
    edits: Literal["multipart", "json", "generations", "none"] = "multipart"
    format: str = "b64_json"
    fields: dict[str, str] = field(default_factory=dict)
    extras: Literal["body", "prompt"] = "body"
    only_images: bool = False
    references: int = 4
    needs: str = "The program running on a machine you reach"
    home: str = ""


_SEEDED = {"seed": "seed", "negative": "negative_prompt"}
_KEY = "An account and a key"

DIALECTS: dict[str, Dialect] = {
    "openai": Dialect(
        "OpenAI", "https://api.openai.com/v1", key=True, paid=True, format="", references=16,
        needs=_KEY, home="https://platform.openai.com/api-keys",
    ),
    "vllm-omni": Dialect(
        "vLLM-Omni", "http://localhost:8000/v1", fields=_DIFFUSION | _SEEDED, only_images=True,
        home="https://docs.vllm.ai/projects/vllm-omni/",
    ),
    "sglang": Dialect(
        "SGLang", "http://localhost:30000/v1", fields=_DIFFUSION | _SEEDED, only_images=True,
        home="https://docs.sglang.ai/",
    ),
    "sd-server": Dialect(
        "sd-server", "http://localhost:1234/v1", format="", only_images=True, extras="prompt",
        fields={"seed": "seed", "negative": "negative_prompt", "steps": "steps"},
        home="https://github.com/leejet/stable-diffusion.cpp",
    ),
    "localai": Dialect(
        "LocalAI", "http://localhost:8080/v1", edits="none", fields={"steps": "step"},
        home="https://localai.io/",
    ),
    "ollama": Dialect(
        "Ollama", "http://localhost:11434/v1", edits="none", home="https://ollama.com/download",
    ),
    "together": Dialect(
        "Together", "https://api.together.xyz/v1", key=True, paid=True, size="width_height",
        edits="generations", format="base64", fields={"steps": "steps", **_SEEDED}, references=1,
        needs=_KEY, home="https://api.together.ai/settings/api-keys",
    ),
    "xai": Dialect(
        "xAI", "https://api.x.ai/v1", key=True, paid=True, size="aspect_ratio", edits="json", references=3,
        needs=_KEY, home="https://console.x.ai/",
    ),
    "recraft": Dialect(
        "Recraft", "https://external.api.recraft.ai/v1", key=True, paid=True, edits="none",
        needs=_KEY, home="https://www.recraft.ai/profile/api",
    ),
    "litellm": Dialect(
        "LiteLLM proxy", "http://localhost:4000/v1", paid=True, format="",
        needs="The proxy's address, and its key if it has one", home="https://docs.litellm.ai/",
    ),
    "other": Dialect("OpenAI-compatible host", "", paid=True, needs="An address, and a key if the host wants one"),
}  # fmt: skip

PRESETS = tuple(
    Preset(id, one.name, {"host": id, "base_url": one.base_url}, one.needs, one.home)
    for id, one in DIALECTS.items()
)

if set(get_args(HostName)) != set(DIALECTS):
    raise RuntimeError("HostName and DIALECTS name different hosts")
