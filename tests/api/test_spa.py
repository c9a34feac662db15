"""The built web app: client routes, caching, packed files, and nothing outside its folder."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from opencanva.api import problems, spa

PAGE = b"<!doctype html><title>Open Canva</title>"
SCRIPT = b"console.log('hello')" * 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    built = tmp_path / "web"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_bytes(PAGE)
    (built / "assets" / "app-1a2b.js").write_bytes(SCRIPT)
    (built / "assets" / "app-1a2b.js.gz").write_bytes(gzip.compress(SCRIPT))
    (tmp_path / "secret.txt").write_text("secret")
    return built


@pytest.fixture
async def client(folder: Path) -> AsyncIterator[httpx2.AsyncClient]:
    app = FastAPI(redirect_slashes=False)
    problems.install(app)
    spa.install(app, folder)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://localhost") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/index.html", "/s/0190-abc", "/search", "/apiary"])
async def test_a_client_route_is_the_page_and_is_checked_each_time(
    client: httpx2.AsyncClient, path: str
) -> None:
    answer = await client.get(path)
    assert (answer.status_code, answer.content) == (200, PAGE)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    again = await client.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_a_hashed_asset_is_kept_for_ever(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/assets/app-1a2b.js", headers={"accept-encoding": "identity"})
    assert answer.content == SCRIPT
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "content-encoding" not in answer.headers


async def test_a_packed_asset_is_sent_to_who_takes_it(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/assets/app-1a2b.js", headers={"accept-encoding": "gzip, br"})
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < len(SCRIPT)
    assert answer.content == SCRIPT


async def test_a_new_build_is_seen_without_a_restart(client: httpx2.AsyncClient, folder: Path) -> None:
    await client.get("/")
    (folder / "index.html").write_bytes(b"<title>newer build</title>")
    assert (await client.get("/")).content == b"<title>newer build</title>"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/gone-9f.js",
        "/favicon.ico",
        "/..%2fsecret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/.env",
        "/%00",
    ],
)
async def test_what_is_not_there_is_a_404(client: httpx2.AsyncClient, path: str) -> None:
    answer = await client.get(path, headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert b"secret" not in answer.content


async def test_head_has_the_length_and_no_body(client: httpx2.AsyncClient) -> None:
    answer = await client.head("/")
    assert (answer.content, int(answer.headers["content-length"])) == (b"", len(PAGE))


async def test_other_methods_are_refused(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


async def test_without_a_build_the_page_says_what_to_do(tmp_path: Path) -> None:
    app = FastAPI()
    problems.install(app)
    spa.install(app, tmp_path / "nothing")
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://localhost") as client:
        answer = await client.get("/s/1")
    assert answer.status_code == 503
    assert "make run" in answer.text
