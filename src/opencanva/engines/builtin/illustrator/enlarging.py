"""A picture four times as large, by a small neural net that was trained on drawings (Real-ESRGAN, on the CPU)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[Any]
HERE = Path(__file__).parent
TIMES = 4
TILE = 192
EDGE = 20
"""Pixels around a tile that the net looks at too: each of its 18 layers sees one further."""


@cache
def _net() -> Any:
    """The net, loaded on first use. Raises ImportError where there is no ncnn for this machine."""
    import ncnn

    net = ncnn.Net()
    net.opt.use_vulkan_compute = False
    net.opt.num_threads = 1  # several pictures are drawn at once, each in a thread
    for shortened in ("use_fp16_packed", "use_fp16_storage", "use_fp16_arithmetic", "use_bf16_storage"):
        setattr(net.opt, shortened, False)
    if net.load_param(str(HERE / "enlarge.param")) or net.load_model(str(HERE / "enlarge.bin")):
        raise ImportError("the weights of the upscaler could not be read")
    return net


def enlarge(picture: Image.Image, check: Callable[[str], None]) -> Image.Image:
    """An RGB picture at four times its width and height; `check` is called before each tile and raises to stop.

    Memory grows with the result and not with the net: a tile is 192 pixels wide. Raises ImportError.
    """
    pixels = np.asarray(picture, np.float32) / 255
    h, w = pixels.shape[:2]
    out = np.empty((h * TIMES, w * TIMES, 3), np.uint8)
    for y in range(0, h, TILE):
        for x in range(0, w, TILE):
            check("Enlarging")
            top, left = max(0, y - EDGE), max(0, x - EDGE)
            bottom, right = min(h, y + TILE + EDGE), min(w, x + TILE + EDGE)
            large = _run(pixels[top:bottom, left:right])
            y1, x1 = min(h, y + TILE), min(w, x + TILE)
            part = large[(y - top) * TIMES : (y1 - top) * TIMES, (x - left) * TIMES : (x1 - left) * TIMES]
            out[y * TIMES : y1 * TIMES, x * TIMES : x1 * TIMES] = part
    return Image.fromarray(out)


def _run(pixels: Pixels) -> Pixels:
    import ncnn

    running = _net().create_extractor()
    running.set_light_mode(True)
    planes = np.ascontiguousarray(pixels.transpose(2, 0, 1))  # lives as long as the net reads it
    running.input("data", ncnn.Mat(planes))
    _, found = running.extract("output")
    made = np.asarray(found).transpose(1, 2, 0)
    bytes_: Pixels = (np.clip(made, 0, 1) * 255 + 0.5).astype(np.uint8)
    return bytes_
