"""The process that holds torch: takes orders as JSON lines, tells steps as JSON lines, ends with its parent."""

from __future__ import annotations

import base64
import inspect
import io
import json
import os
import queue
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

PREVIEW = 32
"""Longest side, in latent pixels, of what is decoded for a preview."""
QUIET = {
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "DIFFUSERS_VERBOSITY": "error",
}
"""Nothing is fetched, nothing is told to anybody, and no warning quotes a prompt."""


class Stopped(Exception):
    """The picture is no longer wanted."""


class Drawing:
    """One loaded pipeline at a time, on the best device there is."""

    def __init__(self, torch: Any, tell: Callable[[dict[str, Any]], None], stopped: threading.Event) -> None:
        self.torch, self.tell, self.stopped = torch, tell, stopped
        self.folder = ""
        self.pipe: Any = None
        mps = getattr(torch.backends, "mps", None)
        self.device = "cuda" if torch.cuda.is_available() else "mps" if mps and mps.is_available() else "cpu"

    def load(self, folder: str) -> None:
        """Make the pipeline of a folder ready; safetensors only, no code out of the folder, no network."""
        from diffusers import DiffusionPipeline

        if folder == self.folder:
            return
        self.folder, self.pipe = "", None
        index = json.loads((Path(folder) / "model_index.json").read_text(encoding="utf-8"))
        more: dict[str, Any] = {"safety_checker": None} if "safety_checker" in index else {}
        weights = [one.name for one in Path(folder).glob("*/*.safetensors")]
        if weights and all(".fp16." in name for name in weights):
            more["variant"] = "fp16"
        self.pipe = DiffusionPipeline.from_pretrained(
            folder, local_files_only=True, use_safetensors=True, torch_dtype=self._precision(index), **more
        ).to(self.device)
        self.pipe.set_progress_bar_config(disable=True)
        self.folder = folder

    def draw(self, order: dict[str, Any]) -> None:
        """One picture; raises Stopped between two steps."""
        self.load(order["folder"])
        self.tell({"loaded": True, "progress": 0.0})
        pipe, more, steps = self.pipe, {"width": order["width"], "height": order["height"]}, order["steps"]
        if order["image"]:
            pipe, more = self._from_picture(order)
            steps = max(steps, int(1 / order["change"]) + 1)
        total, taken = max(1, int(steps * more.get("strength", 1.0))), 0

        def after(_pipe: Any, _step: int, _time: Any, values: dict[str, Any]) -> dict[str, Any]:
            nonlocal taken
            taken += 1
            if self.stopped.is_set():
                raise Stopped
            self.tell({"progress": min(taken / total, 0.99), "preview": self.preview(values["latents"])})
            return values

        wishes = {"negative_prompt": order["negative"] or None, "callback_on_step_end": after,
                  "guidance_scale": order["guidance"]}  # fmt: skip
        known = inspect.signature(pipe.__call__).parameters
        made = pipe(
            prompt=order["prompt"], num_inference_steps=steps, **more,
            generator=self.torch.Generator("cpu").manual_seed(order["seed"]),
            **{name: wish for name, wish in wishes.items() if name in known},
        )  # fmt: skip
        if self.stopped.is_set():
            raise Stopped
        self.tell({"output": encode(made.images[0], "PNG"), "device": self.device})

    def preview(self, latents: Any) -> str:
        """The latents made small and decoded; empty for models whose latents are no plane or do not decode."""
        if latents.ndim != 4:
            return ""
        torch, vae = self.torch, self.pipe.vae
        try:
            with torch.no_grad():
                scale = min(1.0, PREVIEW / max(latents.shape[-2:]))
                if scale < 1:
                    latents = torch.nn.functional.interpolate(latents, scale_factor=scale, mode="area")
                shift = getattr(vae.config, "shift_factor", None) or 0.0
                plain = latents.to(vae.dtype) / vae.config.scaling_factor + shift
                seen = vae.decode(plain, return_dict=False)[0].float()
                if not seen.isfinite().all():
                    return ""
                return encode(self.pipe.image_processor.postprocess(seen, output_type="pil")[0], "JPEG")
        except (AttributeError, TypeError, ValueError, RuntimeError):
            return ""

    def _from_picture(self, order: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """The pipeline that begins with a picture, and that picture cut to the ratio that is asked for."""
        from diffusers import AutoPipelineForImage2Image
        from PIL import Image, ImageOps

        pipe = AutoPipelineForImage2Image.from_pipe(self.pipe)
        pipe.set_progress_bar_config(disable=True)
        size = (order["width"], order["height"])
        given = ImageOps.exif_transpose(Image.open(io.BytesIO(base64.b64decode(order["image"]))))
        more = {"image": ImageOps.fit(given.convert("RGB"), size), "strength": order["change"]}
        known = inspect.signature(pipe.__call__).parameters
        if "width" in known:
            more |= {"width": order["width"], "height": order["height"]}
        return pipe, more

    def _precision(self, index: dict[str, Any]) -> Any:
        if self.device == "cpu":
            return self.torch.float32
        if "transformer" in index and self.device == "cuda" and self.torch.cuda.is_bf16_supported():
            return self.torch.bfloat16
        return self.torch.float16


def encode(picture: Any, kind: str) -> str:
    """A Pillow image as base64 of JPEG or PNG."""
    out = io.BytesIO()
    picture.save(out, kind)
    return base64.b64encode(out.getvalue()).decode()


def is_scarce(torch: Any, problem: Exception) -> bool:
    """Whether this is want of memory; for the processor's own and for Apple's there is no class of its own."""
    if isinstance(problem, (torch.OutOfMemoryError, MemoryError)):
        return True
    words = str(problem).lower()
    return isinstance(problem, RuntimeError) and (
        "out of memory" in words or "can't allocate memory" in words
    )


def main() -> None:
    """Serve orders from standard input until it ends, which is when the parent is gone."""
    for name in [name for name in os.environ if name.startswith("OPENCANVA_")]:
        del os.environ[name]
    os.environ.update(QUIET)
    said = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    orders: queue.Queue[dict[str, Any]] = queue.Queue()
    stopped = threading.Event()

    def listen() -> None:
        for line in sys.stdin:
            order = json.loads(line)
            if order.get("stop"):
                stopped.set()
            else:
                stopped.clear()
                orders.put(order)
        os._exit(0)

    def tell(what: dict[str, Any]) -> None:
        said.write(json.dumps(what) + "\n")
        said.flush()

    threading.Thread(target=listen, daemon=True).start()
    import torch

    drawing = Drawing(torch, tell, stopped)
    while True:
        order = orders.get()
        try:
            drawing.draw(order)
        except Stopped:
            tell({"stopped": True})
        except Exception as problem:
            if is_scarce(torch, problem):
                tell({"scarce": True})
            else:
                words = str(problem).replace(order["folder"], Path(order["folder"]).name)
                tell({"failed": f"{type(problem).__name__}: {words}"[:600]})


if __name__ == "__main__":
    main()
