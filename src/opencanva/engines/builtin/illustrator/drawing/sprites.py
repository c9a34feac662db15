"""Drawings as pixels: rasterised once per size, cut to their outline, recoloured, lit, shadowed and
mirrored.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, log

import numpy as np
from PIL import Image, ImageFilter

from .. import art
from .colours import recolour
from .frame import Array, Frame, lay, luminance, mix, smooth
from .light import Light
from .raster import draw_svg

_BYTES = 48 * 1024 * 1024
NATURAL = {"black-cat": "black", "black-bird": "black"}
"""Drawings whose pack gives them another colour than their name."""
_cache: OrderedDict[tuple[str, int], tuple[Image.Image, tuple[float, float, float, float]]] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True)
class Sprite:
    """Pixels (h, w, 4), straight alpha 0..1, and `box`: what part of the drawing's own square they are
    (0..1).
    """

    pixels: Array
    box: tuple[float, float, float, float]
    turned: bool = False

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """A point of the drawing's square (0..1) as pixels of this sprite."""
        left, top, right, bottom = self.box
        h, w = self.pixels.shape[:2]
        x = 1 - x if self.turned else x
        return (x - left) / (right - left) * w, (y - top) / (bottom - top) * h


def _draw(name: str, px: int) -> Image.Image:
    """A drawing's whole square at `px` pixels."""
    return draw_svg(art.svg(name), px)


def _outline(image: Image.Image) -> tuple[int, int, int, int]:
    return image.getchannel("A").point(lambda v: 255 if v > 8 else 0).getbbox() or (0, 0, *image.size)


@lru_cache(maxsize=4096)
def _extent(name: str) -> tuple[float, float]:
    """How wide and high a drawing is within its square (0..1)."""
    rough = _draw(name, 128)
    left, top, right, bottom = _outline(rough)
    return (right - left) / rough.width, (bottom - top) / rough.height


def _raster(name: str, size: int) -> tuple[Image.Image, tuple[float, float, float, float]]:
    """A drawing about `size` px high once cut to its outline; kept while there is room."""
    with _lock:
        if (name, size) in _cache:
            _cache.move_to_end((name, size))
            return _cache[name, size]
    full = _draw(name, max(8, min(2400, round(size / max(_extent(name)[1], 0.05)))))
    cut = _outline(full)
    w, h = full.size
    made = (full.crop(cut), (cut[0] / w, cut[1] / h, cut[2] / w, cut[3] / h))
    with _lock:
        _cache[name, size] = made
        while len(_cache) > 1 and sum(i.width * i.height * 4 for i, _ in _cache.values()) > _BYTES:
            _cache.popitem(last=False)
    return made


def shape(name: str) -> float:
    """Width over height of a drawing cut to its outline."""
    wide, high = _extent(name)
    return wide / high


@lru_cache(maxsize=256)
def find_head(name: str) -> tuple[float, float, float]:
    """Where the head of someone drawn is: (x of its middle, y of its crown, width), shares of the outline's box.

    Animals of the packs look to the left and may carry their tail higher than the head; people look at the viewer.
    """
    rough = _draw(name, 128)
    alpha = np.asarray(rough.getchannel("A").crop(_outline(rough))) > 100
    h, w = alpha.shape
    animal = art.facts(name).group == "nature" and w > h * 0.62
    part = alpha[:, : round(w * 0.5)] if animal else alpha
    rows = np.flatnonzero(part.sum(1) > w * 0.06)
    crown = int(rows[0]) if len(rows) else 0
    band = np.flatnonzero(part[crown : crown + max(2, round(h * 0.24))].any(0))
    left, right = (int(band[0]), int(band[-1]) + 1) if len(band) else (0, part.shape[1])
    return (left + right) / 2 / w, crown / h, (right - left) / w


def load(
    name: str,
    height: int,
    colour: str | None = None,
    turned: bool = False,
    tilt: float = 0.0,
    scale: float = 1.0,
) -> Sprite:
    """A drawing `height` px high; `turned` mirrors it, `tilt` leans it by degrees.

    Drawings are rasterised at a few sizes only and shrunk from there; `scale` is how much larger than this preview
    the final picture is, so that a preview and its picture share one rasterising.
    """
    step = ceil(log(max(height * scale, 48) / 48) / log(1.3))
    image, box = _raster(name, round(48 * 1.3**step))
    if image.height != height:
        size = (max(1, round(image.width * height / image.height)), height)
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    pixels: Array = np.asarray(image, np.float32) / 255
    colour = colour or NATURAL.get(name)
    if colour:
        pixels = recolour(pixels, colour)
    if turned:
        pixels = pixels[:, ::-1]
    if tilt:
        picture = Image.fromarray(np.clip(pixels * 255 + 0.5, 0, 255).astype(np.uint8))
        picture = picture.rotate(tilt, Image.Resampling.BICUBIC, expand=True)
        pixels = np.asarray(picture, np.float32) / 255
    return Sprite(np.ascontiguousarray(pixels), box, turned)


def light_up(
    sprite: Sprite,
    light: Light,
    *,
    haze: float = 0.0,
    glows: bool = False,
    house: bool = False,
    side: float = 1.0,
) -> Sprite:
    """The sprite in the scene's light: key from the sun's side, ambient from the other, a rim, haze by
    distance.
    """
    pixels = sprite.pixels.copy()
    colour, alpha = pixels[..., :3], pixels[..., 3]
    h, w = alpha.shape
    sx, sy, _ = light.direction
    across = np.linspace(-1, 1, w, dtype=np.float32)[None, :] * np.float32(sx * side)
    up = np.linspace(1, -1, h, dtype=np.float32)[:, None] * np.float32(sy)
    t = np.clip(0.5 + 0.5 * (across + up), 0, 1)[..., None]
    tone = mix(light.ambient * 0.95 + light.key * 0.12, light.ambient * 0.38 + light.key * 0.82, t)
    tone = tone * np.float32(max(1.0, 0.5 / max(float(luminance(tone).mean()), 0.05)))
    lit: Array = colour * mix(np.ones(3, np.float32), tone, 0.82)
    if glows and light.dark > 0.2:
        lamp = (
            smooth(0.72, 0.92, colour[..., 0])
            * smooth(0.5, 0.75, colour[..., 1])
            * smooth(0.1, 0.35, colour[..., 0] - colour[..., 2])
        )
        lit = mix(lit, np.minimum(colour * 1.12, 1), (lamp * np.float32(light.dark))[..., None])
        if house and light.dark > 0.4:
            pane = smooth(0.12, 0.3, colour[..., 2] - colour[..., 0]) * smooth(0.35, 0.55, colour[..., 2])
            warm = np.array([1.0, 0.83, 0.48], np.float32) * (0.75 + 0.3 * colour[..., 2:3])
            lit = mix(lit, warm, (pane * np.float32(light.dark))[..., None])
    reach = max(1, round(h * 0.012))
    ox = reach if sx * side > 0 else -reach
    shifted = np.zeros_like(alpha)
    ys, yd = slice(0, h - reach), slice(reach, h)
    if ox > 0:
        shifted[yd, : w - ox] = alpha[ys, ox:]
    else:
        shifted[yd, -ox:] = alpha[ys, : w + ox]
    rim = np.clip(alpha - shifted, 0, 1) * np.float32(0.34 * (0.4 + light.glow))
    lit = lit + (light.key - lit * 0.5) * rim[..., None]
    if haze:
        lit = mix(lit, np.broadcast_to(light.haze, lit.shape), haze)
    pixels[..., :3] = np.clip(lit, 0, 1)
    return Sprite(pixels, sprite.box, sprite.turned)


def stamp(image: Array, pixels: Array, left: int, top: int, strength: float = 1.0) -> None:
    """Lay straight-alpha pixels over the picture at a corner, cut at its edges, in place."""
    h, w = image.shape[:2]
    y0, x0, y1, x1 = max(0, top), max(0, left), min(h, top + pixels.shape[0]), min(w, left + pixels.shape[1])
    if y1 <= y0 or x1 <= x0:
        return
    cut = pixels[y0 - top : y1 - top, x0 - left : x1 - left]
    lay(image[y0:y1, x0:x1], cut[..., :3], cut[..., 3] * np.float32(strength))


def shade_spot(
    image: Array, cx: float, cy: float, rx: float, ry: float, colour: Array, amount: float
) -> None:
    """A soft elliptic shadow around a pixel position, in place."""
    h, w = image.shape[:2]
    y0, y1 = max(0, int(cy - ry * 2)), min(h, int(cy + ry * 2) + 1)
    x0, x1 = max(0, int(cx - rx * 2)), min(w, int(cx + rx * 2) + 1)
    if y1 <= y0 or x1 <= x0:
        return
    dy = ((np.arange(y0, y1, dtype=np.float32) - np.float32(cy)) / np.float32(ry))[:, None]
    dx = ((np.arange(x0, x1, dtype=np.float32) - np.float32(cx)) / np.float32(rx))[None, :]
    lay(image[y0:y1, x0:x1], colour, np.exp(-(dx * dx + dy * dy) * 1.4) * np.float32(amount))


def cast_shadow(
    frame: Frame, image: Array, sprite: Sprite, left: int, foot: int, light: Light, sun: tuple[float, float]
) -> None:
    """The silhouette laid on the ground towards the viewer, away from the sun, in place."""
    alpha = sprite.pixels[..., 3]
    h, w = alpha.shape
    low = 1 - min(1.0, light.sun[1])
    long = max(2, int(h * (0.16 + 0.3 * low)))
    lean = (left + w / 2 - sun[0] * frame.unit) / max(frame.unit, 1) * (0.5 + 0.9 * low)
    flat = Image.fromarray((alpha * 255).astype(np.uint8)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    flat = flat.resize((w, long), Image.Resampling.BILINEAR)
    shift = int(abs(lean) * long)
    wide = w + shift
    offset = 0 if lean >= 0 else shift
    skew = lean if lean else 1e-6
    flat = flat.transform(
        (wide, long), Image.Transform.AFFINE, (1, -skew, -offset, 0, 1, 0), Image.Resampling.BILINEAR
    )
    flat = flat.filter(ImageFilter.GaussianBlur(max(0.6, h * 0.008)))
    mask = np.asarray(flat, np.float32) / 255
    mask *= np.linspace(0.5, 0.12, long, dtype=np.float32)[:, None]
    mask *= np.float32(
        min(1.0, 0.35 + float(luminance(light.key)) * (1 if light.shown or light.moon else 0.45))
    )
    colour = light.ambient * np.float32(0.22)
    pixels = np.dstack([np.broadcast_to(colour, (*mask.shape, 3)), mask]).astype(np.float32)
    stamp(image, pixels, left - offset, foot - max(1, int(h * 0.012)))


def mirror(frame: Frame, image: Array, sprite: Sprite, left: int, line: int, sink: int = 0) -> None:
    """The sprite's broken, fading reflection below a waterline, in place; `sink` rows of it are under
    water.
    """
    pixels = sprite.pixels[: sprite.pixels.shape[0] - sink][::-1]
    high = int(pixels.shape[0] * 0.75)
    if high < 2:
        return
    pixels = pixels[:high].copy()
    w = pixels.shape[1]
    rng = frame.rng("mirror", left)
    steps = np.repeat(rng.standard_normal(high // 3 + 2).astype(np.float32), 3)[:high]
    shift = (steps * np.linspace(0.3, 1.6, high) * frame.unit * 0.006).astype(np.int32)
    column = np.clip(np.arange(w)[None, :] + shift[:, None], 0, w - 1)
    pixels = np.take_along_axis(pixels, column[..., None].repeat(4, 2), 1)
    pixels[..., 3] *= np.linspace(0.5, 0.05, high, dtype=np.float32)[:, None]
    pixels[..., :3] *= 0.8
    stamp(image, pixels, left, line)
