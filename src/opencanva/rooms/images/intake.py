"""Takes bytes in: looks at them in threads, stores them, and prepares the small pictures people see first."""

from __future__ import annotations

import asyncio
import base64
import contextlib

from opencanva import imaging
from opencanva.blobs import Blobs
from opencanva.kit.errors import Meaning
from opencanva.rooms.images.types import Stored

THUMB = 320
MOST_PREVIEW = 1 << 20


async def probed(data: bytes) -> imaging.Picture:
    """What the bytes are, by decoding them once. Raises the errors of `imaging.probe`."""
    return await asyncio.to_thread(imaging.probe, data)


async def take_in(blobs: Blobs, data: bytes, seen: imaging.Picture | None = None) -> Stored:
    """Store an image and its first thumbnail; the bytes are kept as they are. `seen` spares a second look.

    Raises the errors of `imaging.probe`, and OutOfSpace.
    """
    picture, hash, thumb = await asyncio.to_thread(_look, data, seen)
    sha256 = await blobs.put(data)
    with contextlib.suppress(Meaning):  # a thumbnail can be made again
        await blobs.put_derived(f"{sha256}-{THUMB}.webp", thumb)
    return Stored(
        sha256=sha256,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        bytes=len(data),
        thumbhash=base64.b64encode(hash).decode(),
    )


async def previewed(data: bytes) -> bytes | None:
    """A preview as WebP of at most 512 px, or None when it is no picture."""
    if len(data) > MOST_PREVIEW:
        return None
    try:
        return await asyncio.to_thread(imaging.thumbnail, data, 512)
    except Meaning:
        return None


def _look(data: bytes, seen: imaging.Picture | None) -> tuple[imaging.Picture, bytes, bytes]:
    picture, thumb = (seen, imaging.thumbnail(data, THUMB)) if seen else imaging.look(data, THUMB)
    return picture, imaging.placeholder(thumb), thumb
