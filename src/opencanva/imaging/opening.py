"""Opens pictures with only five loaders and strict limits, whatever the bytes claim to be."""

from __future__ import annotations

import logging
from functools import cache
from threading import Lock
from typing import Any

from opencanva.imaging.errors import NotAPicture, TooLarge, Truncated
from opencanva.imaging.formats import NAMES, ends_early, sniff

log = logging.getLogger(__name__)

MOST_BYTES = 64 * 1024 * 1024
MOST_PIXELS = 100_000_000
_once = Lock()
_LOADERS = ("Png", "Jpeg", "Webp", "Heif", "Nsgif")


def guard() -> Any:
    """Block every loader of libvips but five, once per process; returns pyvips, loaded on first need."""
    with _once:  # a second thread would block the loaders again under the first one's picture
        return _guard()


@cache
def _guard() -> Any:
    import pyvips

    pyvips.operation_block_set("VipsForeignLoad", True)
    for loader in _LOADERS:  # Heif reads AVIF; the wheel carries no HEVC decoder
        pyvips.operation_block_set(f"VipsForeignLoad{loader}", False)
    pyvips.cache_set_max(0)  # every picture is seen once; a cache would only hold memory
    return pyvips


def open_picture(data: bytes) -> tuple[Any, str]:
    """The picture (no pixel decoded yet) and its media type. Raises NotAPicture, TooLarge, Truncated."""
    if not data:
        raise NotAPicture("The picture is empty: it has no bytes.")
    if len(data) > MOST_BYTES:
        size, most = len(data) / 2**20, MOST_BYTES >> 20
        raise TooLarge(
            f"The picture has {size:.1f} MB; at most {most} MB are taken. Make it smaller.", limit=MOST_BYTES
        )
    media_type = sniff(data)
    if media_type is None:
        raise NotAPicture(f"This is no picture that can be opened. Use {NAMES}.")
    vips = guard()
    try:
        image = vips.Image.new_from_buffer(data, "", access="sequential", fail_on="truncated")
    except vips.Error as error:
        if ends_early(data, media_type):
            raise broken(data, media_type) from None
        log.warning(
            "a picture could not be opened and is tried again: %s", " ".join(str(error).split())[:300]
        )
        try:
            image = vips.Image.new_from_buffer(data, "", access="sequential", fail_on="truncated")
        except vips.Error:
            raise broken(data, media_type) from None
    if image.width * image.height > MOST_PIXELS:
        raise TooLarge(
            f"The picture is {image.width:,} × {image.height:,} pixels; at most "
            f"{MOST_PIXELS // 1_000_000} megapixels are taken. Make it smaller.",
            limit=MOST_PIXELS,
        )
    return image, media_type


def broken(data: bytes, media_type: str) -> NotAPicture | Truncated:
    """What a decoder's complaint means for a person, judged by the file's structure."""
    if ends_early(data, media_type):
        return Truncated("The picture ends early: a part of it is missing. Take the whole file.")
    return NotAPicture("The picture is damaged and cannot be opened. Save it anew and try again.")
