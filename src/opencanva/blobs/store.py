"""The store itself, over obstore: originals are written once, derived pictures may be deleted at any time."""

from __future__ import annotations

import hashlib
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from opencanva.blobs.errors import Missing, OutOfSpace, Unreachable

if TYPE_CHECKING:
    from obstore.store import ObjectStore

_FULL = re.compile(
    r"No space left|os error 28|Disk quota|os error 122|StorageFull|File too large|os error 27"
)
_CHUNK = 1 << 20


class Blobs:
    """Bytes by the SHA-256 of their contents under `blobs/`, derived bytes by name under `derived/`."""

    def __init__(self, url: str) -> None:
        self.url = url

    @classmethod
    def open(cls, url: str) -> Blobs:
        """A store for `file:///path`, `memory://` or `s3://bucket?endpoint=…&region=…`; nothing is touched yet.

        Raises ValueError with words for any other address.
        """
        if urlsplit(url).scheme not in ("file", "memory", "s3"):
            raise ValueError("OPENCANVA_BLOBS must begin with file://, memory:// or s3://.")
        return cls(url)

    @cached_property
    def _store(self) -> ObjectStore:
        from obstore.store import LocalStore, MemoryStore, S3Store

        parts = urlsplit(self.url)
        if parts.scheme == "memory":
            return MemoryStore()
        if parts.scheme == "file":
            return LocalStore(unquote(parts.netloc + parts.path), mkdir=True)
        options: dict[str, Any] = dict(parse_qsl(parts.query))
        if options.get("endpoint", "").startswith("http://"):
            options["client_options"] = {"allow_http": True}
        options.setdefault("virtual_hosted_style_request", False)
        return S3Store(parts.netloc, prefix=parts.path.strip("/") or None, **options)

    async def put(self, data: bytes) -> str:
        """Keep bytes; returns their SHA-256 in hex. Keeping the same bytes again changes nothing.

        Raises OutOfSpace, Unreachable.
        """
        from obstore.exceptions import AlreadyExistsError

        sha256 = hashlib.sha256(data).hexdigest()
        with _words():
            try:
                await self._store.put_async(f"blobs/{sha256}", data, mode="create")
            except AlreadyExistsError:
                return sha256
        return sha256

    async def get(self, sha256: str) -> bytes:
        """All bytes of a blob. Raises Missing, Unreachable."""
        return await self._get(f"blobs/{sha256}")

    async def size(self, sha256: str) -> int:
        """How many bytes a blob has. Raises Missing, Unreachable."""
        with _words():
            facts = await self._store.head_async(f"blobs/{sha256}")
        return int(facts["size"])

    async def stream(self, sha256: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `start` up to `end` (exclusive) in pieces of about 1 MB. Raises Missing, Unreachable."""
        last = await self.size(sha256) if end is None else end
        at = start
        while at < last:
            stop = min(at + _CHUNK, last)
            with _words():
                piece = await self._store.get_range_async(f"blobs/{sha256}", start=at, end=stop)
            yield bytes(piece)
            at = stop

    async def put_derived(self, name: str, data: bytes) -> None:
        """Keep derived bytes under a name, replacing what was there. Raises OutOfSpace, Unreachable."""
        with _words():
            await self._store.put_async(f"derived/{name}", data)

    async def get_derived(self, name: str) -> bytes:
        """Derived bytes. Raises Missing, Unreachable."""
        return await self._get(f"derived/{name}")

    async def drop_derived(self, name: str) -> None:
        """Forget derived bytes; those that are not there are forgotten already. Raises Unreachable."""
        try:
            with _words():
                await self._store.delete_async(f"derived/{name}")
        except Missing:
            return

    async def _get(self, name: str) -> bytes:
        with _words():
            found = await self._store.get_async(name)
            return bytes(await found.bytes_async())


@contextmanager
def _words() -> Iterator[None]:
    """Turn obstore's errors into ours."""
    from obstore.exceptions import BaseError

    try:
        yield
    except FileNotFoundError as error:
        raise Missing("These bytes are not in the store.", field="sha256") from error
    except (BaseError, OSError) as error:
        if _FULL.search(str(error)):
            raise OutOfSpace(
                "The disk that holds the images is full. Free some space and try again."
            ) from error
        raise Unreachable(
            "The image store does not answer. Check OPENCANVA_BLOBS and that the disk or service is there."
        ) from error
