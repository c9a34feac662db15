"""What every blob store keeps to: a local folder, memory, and S3."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from opencanva.blobs import Blobs, Missing, StoreFailed


@pytest.fixture(scope="module")
def s3_url() -> Iterator[str]:
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    httpx2.put(f"{endpoint}/pictures", trust_env=False).raise_for_status()
    yield f"s3://pictures/home?endpoint={endpoint}&region=us-east-1&access_key_id=a&secret_access_key=b"
    server.stop()


@pytest.fixture(params=["folder", "memory", "s3"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    if request.param == "s3":
        return Blobs.open(request.getfixturevalue("s3_url"))
    return Blobs.open("memory://" if request.param == "memory" else f"file://{tmp_path}/a b%20c")


async def test_gives_back_byte_for_byte_what_was_put(blobs: Blobs) -> None:
    for data in (b"picture", b"", bytes(range(256)) * 5000):
        sha256 = await blobs.put(data)
        assert sha256 == hashlib.sha256(data).hexdigest()
        assert await blobs.get(sha256) == data
        assert await blobs.size(sha256) == len(data)


async def test_the_same_bytes_put_again_and_at_once_are_one(blobs: Blobs) -> None:
    names = await asyncio.gather(*(blobs.put(b"the same") for _ in range(8)))
    assert len(set(names)) == 1
    assert await blobs.get(names[0]) == b"the same"


@pytest.mark.parametrize(
    ("start", "end", "piece"),
    [(None, None, slice(None)), (10, 20, slice(10, 20)), (999_990, None, slice(999_990, None)),
     (0, 1, slice(0, 1)), (5, 5, slice(0, 0)), (10, 9_000_000, slice(10, None)),
     (2_000_000, None, slice(0, 0))],
)  # fmt: skip
async def test_streams_any_part(blobs: Blobs, start: int | None, end: int | None, piece: slice) -> None:
    data = bytes(range(250)) * 4000
    sha256 = await blobs.put(data)
    assert b"".join([part async for part in blobs.stream(sha256, start, end)]) == data[piece]


@pytest.mark.parametrize("sha256", ["0" * 64, "../../etc/passwd", "", "A" * 64])
async def test_what_is_not_there_is_missing(blobs: Blobs, sha256: str) -> None:
    with pytest.raises(Missing):
        await blobs.get(sha256)
    with pytest.raises(Missing):
        await blobs.size(sha256)
    with pytest.raises(Missing):
        await anext(blobs.stream(sha256))


async def test_derived_bytes_are_replaced_and_dropped(blobs: Blobs) -> None:
    await blobs.put_derived("previews/1.webp", b"first")
    await blobs.put_derived("previews/1.webp", b"second")
    assert await blobs.get_derived("previews/1.webp") == b"second"
    await blobs.drop_derived("previews/1.webp")
    await blobs.drop_derived("previews/1.webp")
    with pytest.raises(Missing):
        await blobs.get_derived("previews/1.webp")


@pytest.mark.parametrize("name", ["", "../x", "a/../b", "/x", "a//b", "x\0y", "a b"])
async def test_derived_names_cannot_leave_their_place(blobs: Blobs, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        await blobs.put_derived(name, b"x")


async def test_a_bucket_that_is_not_there_fails_with_words_and_without_keys(s3_url: str) -> None:
    blobs = Blobs.open(
        s3_url.replace("pictures", "nowhere").replace("secret_access_key=b", "secret_access_key=hush")
    )
    with pytest.raises((StoreFailed, Missing)) as failed:
        await blobs.put(b"x")
    assert "hush" not in str(failed.value)
