"""The gate refuses strangers, foreign sites and bodies without end, and dresses every answer."""

from collections.abc import AsyncIterator

import httpx2
import pytest

from opencanva.api.security import JSON_LIMIT
from tests.api.small import a_app

GOOD = {"name": "mona"}


@pytest.fixture
async def client() -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(a_app())
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost:8700") as client:
        yield client


@pytest.mark.parametrize("host", ["localhost:8700", "LOCALHOST", "127.0.0.1:1", "[::1]:8700", "[::1]"])
async def test_loopback_names_are_let_in(client: httpx2.AsyncClient, host: str) -> None:
    answer = await client.post("/api/v1/paintings", json=GOOD, headers={"host": host})
    assert answer.status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8700", "localhost.evil.example", ""])
async def test_a_rebound_name_is_refused(client: httpx2.AsyncClient, host: str) -> None:
    answer = await client.get("/api/v1/paintings/a", headers={"host": host})
    assert (answer.status_code, answer.json()["code"]) == (421, "wrong_host")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": "http://localhost:8700"}, 200),
        ({"origin": "http://localhost:3000"}, 403),
        ({"origin": "null"}, 403),
    ],
)
async def test_a_change_from_another_site_is_refused(
    client: httpx2.AsyncClient, headers: dict[str, str], status: int
) -> None:
    answer = await client.post("/api/v1/paintings", json=GOOD, headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["code"] == "foreign_request"


async def test_reading_is_not_asked_where_it_comes_from(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/api/v1/paintings/a", headers={"sec-fetch-site": "cross-site"})
    assert answer.json()["code"] == "not_found"


async def test_a_body_past_the_limit_is_refused_before_it_is_read(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/api/v1/paintings", json={"name": "x" * JSON_LIMIT})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert answer.json()["limit"] == JSON_LIMIT


async def test_a_body_of_unannounced_length_is_refused_past_the_limit(client: httpx2.AsyncClient) -> None:
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield b"x" * 100_000

    answer = await client.post(
        "/api/v1/paintings", content=endless(), headers={"content-type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert taken < 100


@pytest.mark.parametrize("path", ["/", "/api/v1/paintings/a", "/api/v1/paintings/broken"])
async def test_every_answer_carries_the_security_headers(client: httpx2.AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers
    assert "script-src 'self';" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
