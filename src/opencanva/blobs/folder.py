"""Writes files so that a crash, a power cut or a full disk never leaves half a file under a final name."""

from __future__ import annotations

import contextlib
import errno
import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from opencanva.kit.errors import OutOfSpace

PARTIAL = ".partial"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_STALE = 3600.0


def write(root: Path, key: str, data: bytes, *, lasting: bool) -> None:
    """Put `data` under `root/key` in one step; `lasting` also survives a power cut. Raises OutOfSpace."""
    final = root / key
    with _room_wanted(root):
        partial = root / PARTIAL / uuid.uuid4().hex
        for folder in (partial.parent, final.parent):
            folder.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("xb") as file:
                file.write(data)
                if lasting:
                    file.flush()
                    os.fsync(file.fileno())
            partial.replace(final)
        except BaseException:
            with contextlib.suppress(OSError):
                partial.unlink()
            raise
        if lasting:
            _settle(final.parent)


def holds(root: Path, key: str, length: int) -> bool:
    """Whether a whole file of `length` bytes lies there already."""
    try:
        return (root / key).stat().st_size == length
    except OSError:
        return False


def refresh(root: Path, key: str) -> bool:
    """Note that a file is wanted just now; False when it is not there."""
    try:
        os.utime(root / key)
    except FileNotFoundError:
        return False
    return True


def drop(root: Path, key: str, unwanted: float) -> bool:
    """Delete a file that nobody wrote or wanted for `unwanted` seconds; False when somebody did.

    It is moved aside first: who puts the same bytes meanwhile either marks it before, which is seen, or finds
    it gone and writes it again.
    """
    final, aside = root / key, root / PARTIAL / uuid.uuid4().hex
    aside.parent.mkdir(parents=True, exist_ok=True)
    try:
        final.replace(aside)
    except FileNotFoundError:
        return True
    if time.time() - aside.stat().st_mtime < unwanted:
        aside.replace(final)
        return False
    aside.unlink()
    return True


def sweep(root: Path) -> int:
    """Remove partial files that a killed process left an hour ago or earlier; returns how many."""
    removed = 0
    with contextlib.suppress(OSError):
        for file in (root / PARTIAL).iterdir():
            with contextlib.suppress(OSError):
                if time.time() - file.stat().st_mtime > _STALE:
                    file.unlink()
                    removed += 1
    return removed


def _settle(folder: Path) -> None:
    """Make the names in a folder survive a power cut (some file systems cannot, and say so)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _room_wanted(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise OutOfSpace(
            f"The disk that holds {root} is full. Free some space there, then try again."
        ) from None
