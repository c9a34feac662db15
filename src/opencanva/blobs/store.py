"""One content-addressed store of bytes: what is put once is never changed."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from opencanva.blobs import folder
from opencanva.blobs.address import Address, open_store, read_address
from opencanva.blobs.errors import Missing, StoreFailed

if TYPE_CHECKING:
    from obstore.store import ObjectStore

_SHA = re.compile(r"[0-9a-f]{64}\Z")
_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\Z")
_CHUNK = 256 * 1024
_FRESH = 600.0


class Blobs:
    """Bytes under `blobs/<sha256>`, and under `derived/<name>` a cache that may be deleted."""

    def __init__(self, address: Address) -> None:
        self._address = address

    @classmethod
    def open(cls, url: str) -> Blobs:
        """The store at `file:///folder`, `memory://` or `s3://bucket?…`; else raises ValueError.

        Nothing is touched or loaded before the first use.
        """
        return cls(read_address(url))

    async def put(self, data: bytes) -> str:
        """Keep bytes; returns their SHA-256 in hex. The same bytes again are kept once.

        Raises OutOfSpace, StoreFailed.
        """
        sha256 = await asyncio.to_thread(_hash, data)
        await self._create(f"blobs/{sha256}", data)
        return sha256

    async def get(self, sha256: str) -> bytes:
        """All bytes. Raises Missing, StoreFailed."""
        return await self._get(_blob(sha256))

    async def stream(
        self, sha256: str, start: int | None = None, end: int | None = None
    ) -> AsyncIterator[bytes]:
        """The bytes from `start` up to and without `end`, in pieces. Raises Missing, StoreFailed."""
        key, first = _blob(sha256), start or 0
        size = await self.size(sha256)
        last = size if end is None else min(end, size)
        if first >= last:
            return
        with self._failing():
            found = await self._store.get_async(key, options={"range": (first, last)})
            async for piece in found.stream(min_chunk_size=_CHUNK):
                yield bytes(piece)

    async def size(self, sha256: str) -> int:
        """How many bytes are kept. Raises Missing, StoreFailed."""
        with self._failing():
            return int((await self._store.head_async(_blob(sha256)))["size"])

    async def drop(self, sha256: str, unwanted: float) -> bool:
        """Delete bytes that nobody put for `unwanted` seconds; False when somebody did. Raises StoreFailed."""
        key = _blob(sha256)
        with self._failing():
            if self._folder is not None:
                return await asyncio.to_thread(folder.drop, self._folder, key, unwanted)
            try:
                written = (await self._store.head_async(key))["last_modified"]
            except FileNotFoundError:
                return True
            if (datetime.now(UTC) - written).total_seconds() < unwanted:
                return False
            await self._store.delete_async(key)
            return True

    async def put_derived(self, name: str, data: bytes) -> None:
        """Keep what can be made again (a thumbnail, a preview), replacing what is there.

        Raises OutOfSpace, StoreFailed, ValueError for a name that is no plain relative path.
        """
        key = _derived(name)
        with self._failing():
            if self._folder is not None:
                await asyncio.to_thread(folder.write, self._folder, key, data, lasting=False)
            else:
                await self._store.put_async(key, data)

    async def get_derived(self, name: str) -> bytes:
        """Derived bytes. Raises Missing when they have to be made, StoreFailed."""
        data = await self._get(_derived(name))
        if not data:  # a power cut can empty what was not worth waiting for
            raise Missing("These bytes have to be made again.")
        return data

    async def drop_derived(self, name: str) -> None:
        """Forget derived bytes; what is not there is gone already. Raises StoreFailed."""
        with suppress(Missing), self._failing():
            await self._store.delete_async(_derived(name))

    async def _create(self, key: str, data: bytes) -> None:
        from obstore.exceptions import AlreadyExistsError, NotSupportedError

        with self._failing():
            if self._folder is not None:
                await asyncio.to_thread(_keep, self._folder, key, data)
                return
            try:
                await self._store.put_async(key, data, mode="create")
            except AlreadyExistsError:
                # Written again when it is old, so that nobody deletes it as unwanted before a row refers to it.
                written = (await self._store.head_async(key))["last_modified"]
                if (datetime.now(UTC) - written).total_seconds() > _FRESH:
                    await self._store.put_async(key, data)
            except (NotSupportedError, NotImplementedError):
                await self._store.put_async(key, data)  # the same bytes under the same name

    async def _get(self, key: str) -> bytes:
        with self._failing():
            return bytes(await (await self._store.get_async(key)).bytes_async())

    @property
    def _folder(self) -> Path | None:
        return self._address.folder

    @cached_property
    def _store(self) -> ObjectStore:
        """Loaded on first use, so that the program starts without it."""
        if self._folder is not None:
            folder.sweep(self._folder)
        return open_store(self._address)

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Turns a store's own errors into words of ours: its own may carry an address or a key."""
        from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError

        where = self._address.words
        try:
            yield
        except FileNotFoundError:
            raise Missing("These bytes are not in the store.") from None
        except (PermissionDeniedError, UnauthenticatedError, PermissionError):
            raise StoreFailed(f"The image store ({where}) refuses. Check its keys and rights.") from None
        except (BaseError, OSError) as error:
            raise StoreFailed(
                f"The image store ({where}) cannot be used ({type(error).__name__}). "
                "Check that it is there and reachable, then try again."
            ) from None


def _keep(root: Path, key: str, data: bytes) -> None:
    if not (folder.holds(root, key, len(data)) and folder.refresh(root, key)):
        folder.write(root, key, data, lasting=True)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _blob(sha256: str) -> str:
    if not _SHA.match(sha256):
        raise Missing("These bytes are not in the store.")
    return f"blobs/{sha256}"


def _derived(name: str) -> str:
    if not _NAME.match(name):
        raise ValueError(f"“{name}” is no name for derived bytes.")
    return f"derived/{name}"
