"""Fetches a model file by file, goes on where it stopped, and shows it only when every byte is here and right."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any

import httpx2

from opencanva.engines.local_models.catalogue import Offer

_SPARE = 1_000_000_000
"""Bytes that stay free on the disk."""

_QUIET = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_VERBOSITY": "error",
}
"""What the hub's client reads when it is imported: it tells nobody of us, and leaves the talking to us."""


class CannotFetch(Exception):
    """A model cannot be fetched; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a model: its path, its size in bytes, its checksums (sha256 only of a large one, else empty)."""

    path: str
    size: int
    git: str
    sha256: str


def part_of(models: Path, name: str) -> Path:
    """Where a model lies until it is whole: deeper than the engine looks for models."""
    return models / ".fetching" / name


def state_of(models: Path, name: str) -> str:
    """`here`, `part` or `not fetched`."""
    if (models / name).is_dir():
        return "here"
    return "part" if part_of(models, name).is_dir() else "not fetched"


def fetch(
    offer: Offer,
    models: Path,
    told: Callable[[int, int], None],
    *,
    endpoint: str | None = None,
    free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
) -> Path:
    """Fetch a model and return its folder. `told` hears the bytes that are here and all of them.

    `endpoint` is the hub's address, else what HF_ENDPOINT says. Raises CannotFetch.
    """
    os.environ.update(_QUIET)
    try:
        import huggingface_hub as hub
    except ImportError as error:
        raise CannotFetch(
            "What fetches models is not installed yet. Where Open Canva is installed, run: "
            "pip install 'opencanva[local]'."
        ) from error
    part = part_of(models, offer.name)
    try:
        files, revision = _list(hub.HfApi(endpoint=endpoint), offer, part)
        total = sum(file.size for file in files)
        here = sum(_bytes_of(part, file) for file in files)
        room = free(models) - _SPARE
        if total - here > room:
            if not here:
                shutil.rmtree(part)
            raise CannotFetch(
                f"There is too little room on the disk: {(total - here) / 1e9:.1f} GB are to be fetched and "
                f"{max(room, 0) / 1e9:.1f} GB may be used in {models}. Make room, then run this again."
            )
        for file in files:
            before = here - _bytes_of(part, file)
            url = hub.hf_hub_url(offer.repository, file.path, revision=revision, endpoint=endpoint)
            _fetch_file(part, file, url, partial(_tell, told, before, total))
            here = before + file.size
    except hub.errors.GatedRepoError as error:
        raise CannotFetch(
            f"{offer.maker} gives {offer.title} only to those who agreed to its terms: sign in on the page of "
            f"{offer.repository}, agree, make a token for reading there, set HF_TOKEN to it, and run this again."
        ) from error
    except hub.errors.RevisionNotFoundError as error:
        raise CannotFetch(
            f"The hub has the version of {offer.title} no more that was begun here. Remove it "
            f"(opencanva models remove {offer.name}), then run this again."
        ) from error
    except hub.errors.RepositoryNotFoundError as error:
        raise CannotFetch(
            f"The hub has no {offer.repository}, or shows it to nobody without a token: if it asks for one, set "
            "HF_TOKEN and run this again."
        ) from error
    except (httpx2.TransportError, ConnectionError) as error:
        raise CannotFetch(
            "The hub cannot be reached, or the line broke. Check the network, then run this again: it goes on "
            "where it stopped."
        ) from error
    except hub.errors.HfHubHTTPError as error:
        raise CannotFetch(
            f"The hub answered with {error.response.status_code}. Try again later: it goes on where it stopped."
        ) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        why = "The disk is full. Make room" if full else f"It cannot be written or read ({error}). Mend that"
        raise CannotFetch(f"{why}, then run this again: it goes on where it stopped.") from error
    (part / ".revision").unlink()
    part.rename(models / offer.name)
    return models / offer.name


def remove(models: Path, name: str) -> None:
    """Delete a model and what was begun of it. It is out of the engine's sight at once. Raises OSError."""
    part = part_of(models, name)
    if (models / name).is_dir():
        shutil.rmtree(part, ignore_errors=True)
        part.parent.mkdir(exist_ok=True)
        (models / name).rename(part)
    if part.is_dir():
        shutil.rmtree(part)


def _list(api: Any, offer: Offer, part: Path) -> tuple[list[File], str]:
    """The wanted files and their revision, which stays the same for a model that was begun."""
    noted = part / ".revision"
    if noted.is_file():
        revision = noted.read_text(encoding="ascii")
    else:
        revision = str(api.model_info(offer.repository, revision=offer.revision).sha)
        part.mkdir(parents=True, exist_ok=True)
        noted.write_text(revision, encoding="ascii")
    files = [
        File(one.path, one.size, one.blob_id, one.lfs.sha256 if one.lfs else "")
        for one in api.list_repo_tree(offer.repository, recursive=True, revision=revision)
        if hasattr(one, "blob_id") and any(fnmatchcase(one.path, wanted) for wanted in offer.patterns)
    ]
    if not any(file.path == "model_index.json" for file in files):
        raise CannotFetch(
            f"{offer.repository} is not as it was: it has no model_index.json. Choose another model."
        )
    return files, revision


def _tell(told: Callable[[int, int], None], before: int, total: int, now: int) -> None:
    told(before + now, total)


def _bytes_of(part: Path, file: File) -> int:
    for path in (part / file.path, _begun(part, file)):
        if path.is_file():
            return min(path.stat().st_size, file.size)
    return 0


def _begun(part: Path, file: File) -> Path:
    return part / f"{file.path}.begun"


def _fetch_file(part: Path, file: File, url: str, told: Callable[[int], None]) -> None:
    """Fetch what is missing of one file; it has its name only after its checksum is found right."""
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]

    path, begun = part / file.path, _begun(part, file)
    if not path.resolve().is_relative_to(part.resolve()):
        raise CannotFetch("The hub names a file outside of the model's folder: nothing of it is kept.")
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        with _Told(begun, told) as to:
            if to.tell() > file.size:
                to.truncate(0)
            headers = build_hf_headers() | {"Accept-Encoding": "identity"}
            http_get(url, to, resume_size=to.tell(), headers=headers, expected_size=file.size)
        if not _is_right(begun, file):
            begun.unlink()
            raise CannotFetch(f"{file.path} came damaged and was deleted. Run this again to fetch it anew.")
        begun.rename(path)
    told(file.size)


def _is_right(path: Path, file: File) -> bool:
    digest = (
        hashlib.sha256() if file.sha256 else hashlib.sha1(b"blob %d\0" % file.size, usedforsecurity=False)
    )
    with path.open("rb") as data:
        while chunk := data.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest() == (file.sha256 or file.git)


class _Told(io.BufferedWriter):
    """A file that is written on at its end and tells how many bytes it has."""

    def __init__(self, path: Path, told: Callable[[int], None]) -> None:
        super().__init__(io.FileIO(path, "ab"))
        self._told = told

    def write(self, data: Any, /) -> int:
        done = super().write(data)
        self._told(self.tell())
        return done
