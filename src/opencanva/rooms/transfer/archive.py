"""An archive as a stream: one picture after the other, in memory that does not grow with it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import IO, Any, cast
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from opencanva import imaging
from opencanva.blobs import Missing
from opencanva.core.actor import Actor
from opencanva.core.work import Works
from opencanva.kit.errors import Meaning
from opencanva.rooms.transfer import service
from opencanva.rooms.transfer.types import Entry

_ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/avif": "avif",
}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class _Outlet:
    """A file that cannot be wound back: what is written is taken away at once."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, data: bytes) -> int:
        self._waiting += data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        """What was written since the last time."""
        data, self._waiting = bytes(self._waiting), bytearray()
        return data


async def pack(works: Works, actor: Actor, request: dict[str, Any]) -> AsyncIterator[bytes]:
    """The bytes of a zip file (with zip64, so of any size). A picture whose bytes are gone is named in a text."""
    outlet, ids = _Outlet(), request["image_ids"]
    archive = ZipFile(cast(IO[bytes], outlet), "w", ZIP_STORED)  # pictures are compressed already
    lost: list[str] = []
    for start in range(0, len(ids), service.AT_ONCE):
        async with works.reading(actor) as work:
            part = await service.entries(work, ids[start : start + service.AT_ONCE], start + 1)
        for entry, made in part:
            note = None if made is None else service.note(entry.image, made)
            try:
                if request["format"] == "original":
                    async for chunk in _original(works, archive, outlet, entry):
                        yield chunk
                    continue
                kind, kept = request["format"], note if request["metadata"] else None
                async with works.converting:
                    data = await works.blobs.get(entry.image.sha256)
                    data = await asyncio.to_thread(imaging.convert, data, kind, kept)
            except Missing:
                lost.append(f"{entry.name}: its bytes are missing from the store.")
                continue
            except Meaning as reason:
                lost.append(f"{entry.name}: {reason}")
                continue
            archive.writestr(_info(entry, _ENDINGS[imaging.MEDIA_TYPES[kind]]), data)
            yield outlet.take()
    if lost:
        words = "These pictures could not be packed:\r\n\r\n" + "\r\n".join(lost) + "\r\n"
        archive.writestr(ZipInfo("missing pictures.txt", _LONG_AGO), words)
    archive.close()
    yield outlet.take()


async def _original(works: Works, archive: ZipFile, outlet: _Outlet, entry: Entry) -> AsyncIterator[bytes]:
    await works.blobs.size(entry.image.sha256)  # raises before anything of it is written
    info = _info(entry, _ENDINGS.get(entry.image.media_type, "bin"))
    with archive.open(info, "w", force_zip64=entry.image.bytes > 1 << 30) as file:
        async for chunk in works.blobs.stream(entry.image.sha256):
            file.write(chunk)
            yield outlet.take()
    yield outlet.take()


def _info(entry: Entry, ending: str) -> ZipInfo:
    at = time.gmtime(entry.image.created_at / 1000)[:6]
    info = ZipInfo(f"{entry.name}.{ending}", max(at, _LONG_AGO))
    info.external_attr = 0o644 << 16
    return info
