"""Reads the address of a blob store: a folder, memory, or a bucket."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from obstore.store import ObjectStore

_S3_FIELDS = frozenset({"endpoint", "region", "access_key_id", "secret_access_key", "session_token"})


@dataclass(frozen=True, slots=True)
class Address:
    """Where bytes are kept: `folder` for a local store, else `bucket` with its options, else memory."""

    folder: Path | None = None
    bucket: str = ""
    prefix: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """The address as a person may read it, without keys."""
        if self.folder is not None:
            return str(self.folder)
        return f"s3://{self.bucket}" if self.bucket else "memory"


def read_address(url: str) -> Address:
    """`file:///folder` (taken letter for letter), `memory://`, or `s3://bucket/prefix?endpoint=…&region=…`.

    An S3 key pair comes from the query (`access_key_id`, `secret_access_key`) or from the usual AWS_*
    environment names. Raises ValueError saying what is wrong.
    """
    if url.startswith("file://"):
        folder = url.removeprefix("file://")
        if not folder.startswith("/"):
            raise ValueError(f"“{url}” needs a full path: file:///folder (three slashes).")
        return Address(folder=Path(folder))
    if url == "memory://":
        return Address()
    parts = urlsplit(url)
    if parts.scheme == "s3" and parts.hostname:
        options = dict(parse_qsl(parts.query, keep_blank_values=True))
        if unknown := sorted(options.keys() - _S3_FIELDS):
            known = ", ".join(sorted(_S3_FIELDS))
            raise ValueError(f"“{', '.join(unknown)}” is no option of an S3 address. Known: {known}.")
        return Address(
            bucket=parts.netloc, prefix=parts.path.strip("/"), options=tuple(sorted(options.items()))
        )
    raise ValueError(
        f"“{parts.scheme or url}” is no blob store. Use file:///folder, memory://, or s3://bucket?endpoint=…"
    )


def open_store(address: Address) -> ObjectStore:
    """The obstore behind an address; the folder is made when it is missing."""
    from obstore.store import LocalStore, MemoryStore, S3Store

    if address.folder is not None:
        return LocalStore(address.folder, mkdir=True)
    if not address.bucket:
        return MemoryStore()
    options: dict[str, Any] = dict(address.options)
    plain_http = options.get("endpoint", "").startswith("http://")
    return S3Store(
        address.bucket,
        prefix=address.prefix or None,
        virtual_hosted_style_request=False,
        client_options={"allow_http": plain_http, "timeout": "120s"},
        **options,
    )
