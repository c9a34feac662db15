"""The local folder under bad luck: a full disk, half files, killed processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from opencanva.blobs import Blobs, Missing
from opencanva.blobs.address import read_address

FILL = """
import asyncio, resource, sys
from opencanva.blobs import Blobs
from opencanva.kit.errors import OutOfSpace
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
blobs = Blobs.open("file://" + sys.argv[1])
async def main():
    for call in (blobs.put(b"x" * 500_000), blobs.put_derived("a.webp", b"x" * 500_000)):
        try:
            await call
        except OutOfSpace as full:
            print(full.words)
    print(await blobs.get(await blobs.put(b"small")))
asyncio.run(main())
"""


def files(root: Path) -> list[str]:
    return sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file())


def test_a_write_that_does_not_fit_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    root = tmp_path / "store"
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(root)], capture_output=True, text=True, check=True, timeout=60
    )
    words = f"The disk that holds {root} is full. Free some space there, then try again."
    assert done.stdout.splitlines() == [words, words, "b'small'"]
    assert len(files(root)) == 1


def test_a_disk_without_room_says_so(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(small)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small disk; the file-size limit above shows the same")
    script = FILL.replace("resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))", "")
    try:
        done = subprocess.run(
            [sys.executable, "-c", script, str(small)], capture_output=True, text=True, check=True, timeout=60
        )
        assert done.stdout.count("is full") == 2
        assert len(files(small)) == 1
    finally:
        subprocess.run(["umount", str(small)], check=True)


async def test_half_a_file_under_a_final_name_is_mended_by_putting_again(tmp_path: Path) -> None:
    blobs = Blobs.open(f"file://{tmp_path}")
    sha256 = await blobs.put(b"whole picture")
    (tmp_path / "blobs" / sha256).write_bytes(b"whole")
    await blobs.put(b"whole picture")
    assert await blobs.get(sha256) == b"whole picture"


async def test_partial_files_of_killed_processes_are_swept_after_an_hour(tmp_path: Path) -> None:
    partial = tmp_path / ".partial"
    partial.mkdir()
    for name, age in (("old", 7200), ("new", 60)):
        (partial / name).write_bytes(b"x")
        os.utime(partial / name, (time.time() - age,) * 2)
    await Blobs.open(f"file://{tmp_path}").drop_derived("anything")
    assert files(tmp_path) == [".partial/new"]


def test_opening_touches_nothing(tmp_path: Path) -> None:
    Blobs.open(f"file://{tmp_path}/store")
    assert files(tmp_path) == []
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    "url", ["", "ftp://x", "file://store", "s3://", "s3://bucket?secret=1", "memory://x"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"s3|file|store|option"):
        read_address(url)


async def test_bytes_that_nobody_wants_are_dropped(tmp_path: Path) -> None:
    blobs = Blobs.open(f"file://{tmp_path}")
    sha256 = await blobs.put(b"a picture")
    assert await blobs.drop(sha256, unwanted=0)
    with pytest.raises(Missing):
        await blobs.get(sha256)
    assert await blobs.drop(sha256, unwanted=0), "what is gone already is gone"


async def test_bytes_that_were_put_again_are_not_dropped(tmp_path: Path) -> None:
    blobs = Blobs.open(f"file://{tmp_path}")
    sha256 = await blobs.put(b"a picture")
    long_ago = time.time() - 7200
    os.utime(tmp_path / "blobs" / sha256, (long_ago, long_ago))
    await blobs.put(b"a picture")
    assert not await blobs.drop(sha256, unwanted=3600)
    assert await blobs.get(sha256) == b"a picture"
