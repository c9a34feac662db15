"""The folder of models: which are in it, and what each can do, read from its small files without torch."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from pydantic import Field

from opencanva.engines.contract import Misconfigured, Model, ModelOptions, Role
from opencanva.engines.names import id_of
from opencanva.engines.sizes import sizes_around
from opencanva.kit.home import platform_home

INDEX = "model_index.json"
_QUICK = ("turbo", "lightning", "schnell", "lcm", "hyper", "klein")
_FROM_PICTURES = (
    "StableDiffusion",
    "LatentConsistency",
    "FluxPipeline",
    "QwenImagePipeline",
    "ZImagePipeline",
)
_EMPTY = "There is no model in this folder yet. A model is a folder in it, as diffusers saves it."


class Slow(ModelOptions):
    """What a model of many steps takes."""

    steps: int = Field(25, ge=1, le=150, title="Steps")
    guidance: float = Field(
        7.0, ge=0, le=30, title="Guidance",
        description="How closely it keeps to the prompt; at 1 or less, what to leave out is not heeded.",
    )  # fmt: skip


class Distilled(Slow):
    """What a model takes that has learnt its guidance (Flux)."""

    guidance: float = Field(
        3.5, ge=0, le=30, title="Guidance", description="How closely it keeps to the prompt."
    )


class Quick(Distilled):
    """What a model of few steps takes (Turbo, Lightning, Schnell)."""

    steps: int = Field(4, ge=1, le=150, title="Steps")
    guidance: float = Field(
        0.0, ge=0, le=30, title="Guidance", description="How closely it keeps to the prompt."
    )


def find_models(folder: str) -> dict[str, Path]:
    """Folders of models by id; `folder` empty is `models` among Open Canva's own data. Raises Misconfigured."""
    home = os.environ.get("OPENCANVA_HOME")
    root = Path(folder or (Path(home) if home else platform_home()) / "models")
    with contextlib.suppress(RuntimeError):  # "~somebody" who is nobody here
        root = root.expanduser()
    if not root.is_dir() and folder:
        raise Misconfigured("There is no such folder, or it cannot be read.", "folder")
    found = {id_of(one.parent.name): one.parent for one in sorted(root.glob(f"*/{INDEX}"))}
    if not found:
        raise Misconfigured(_EMPTY if folder else f"{_EMPTY} Give the folder where yours are.", "folder")
    return found


def read_model(id: str, folder: Path) -> Model:
    """What a model can do; what its files do not tell is taken as usual."""
    made = str(_read(folder / INDEX).get("_class_name", ""))
    flux = made.startswith("Flux")
    quick = any(word in id.lower() for word in _QUICK)
    pictures = made.startswith(_FROM_PICTURES)
    side, step = _measure(folder)
    return Model(
        id=id, name=folder.name, sizes=sizes_around(side, step),
        options=Quick if quick else Distilled if flux else Slow, seed=True, negative=not (quick or flux),
        references=int(pictures), roles=(Role.COMPOSITION,) if pictures else (), strength=pictures,
        images_at_once=1,
    )  # fmt: skip


def _measure(folder: Path) -> tuple[int, int]:
    """The side of a square it was trained for, and what widths and heights are multiples of, in pixels."""
    vae = _read(folder / "vae" / "config.json")
    blocks = vae.get("encoder_block_out_channels") or vae.get("block_out_channels")
    factor = 2 ** (len(blocks) - 1) if isinstance(blocks, list) and len(blocks) > 1 else 8
    net = _read(folder / "unet" / "config.json")
    step = factor if net else max(16, factor)
    told = (net or _read(folder / "transformer" / "config.json")).get("sample_size")
    side = told * factor if isinstance(told, int) else 1024
    return min(max(side, 128), 2048), step


def _read(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
