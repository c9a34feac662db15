"""Errors reach clients as problem+json, with words and without tracebacks."""

import logging
from collections.abc import AsyncIterator

import httpx2
import pytest

from opencanva.api import problems
from tests.api.small import a_app


@pytest.fixture
async def client() -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(a_app())
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8700") as client:
        yield client


async def test_a_meaning_becomes_a_problem_with_its_field_and_extras(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/api/v1/paintings/mono")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "There is no such thing",
        "status": 404,
        "code": "not_found",
        "detail": "There is no such painting.",
        "field": "name",
        "nearest": {"names": ["mona"]},
    }


@pytest.mark.parametrize(
    ("body", "field", "words"),
    [
        ({}, "name", "name is missing."),
        ({"name": "abcdef"}, "name", "name may have at most 5 characters."),
        ({"name": "a", "count": 9}, "count", "count must be at most 4."),
        ({"name": "a", "size": 9}, "size", "There is no field size here. Leave it out."),
        ([], None, "The body must be an object."),
    ],
)
async def test_a_wrong_body_names_the_field_and_the_mend(
    client: httpx2.AsyncClient, body: object, field: str | None, words: str
) -> None:
    answer = await client.post("/api/v1/paintings", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert answer.json().get("field") == field
    assert answer.json()["detail"] == words


async def test_a_body_that_is_no_json_is_named_so(client: httpx2.AsyncClient) -> None:
    answer = await client.post(
        "/api/v1/paintings", content=b"{", headers={"content-type": "application/json"}
    )
    assert (answer.status_code, answer.json()["detail"]) == (422, "The body is not valid JSON.")


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1/nothing", "/api/v1/paintings/a/b"])
async def test_an_unknown_api_address_is_a_problem_even_for_a_browser(
    client: httpx2.AsyncClient, path: str
) -> None:
    answer = await client.get(path, headers={"accept": "text/html"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_a_wrong_method_is_told_with_the_right_ones(client: httpx2.AsyncClient) -> None:
    answer = await client.delete("/api/v1/paintings")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["allow"] == "POST"


@pytest.mark.parametrize("name", ["broken", "unmapped"])
async def test_what_nobody_expected_has_a_report_and_leaks_nothing(
    client: httpx2.AsyncClient, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    with caplog.at_level(logging.INFO, "opencanva.api"):
        answer = await client.get(f"/api/v1/paintings/{name}")
    body = answer.json()
    assert (answer.status_code, body["code"]) == (500, "broken")
    assert body["report"] in caplog.text
    assert "small.py" in caplog.text
    assert "sk-1234" not in caplog.text + answer.text
    assert "Traceback" not in answer.text


def test_the_description_says_problem_for_every_operation() -> None:
    described = problems.document(a_app().openapi())
    assert "HTTPValidationError" not in described["components"]["schemas"]
    for path in described["paths"].values():
        for operation in path.values():
            assert "422" not in operation["responses"]
            assert problems.MEDIA_TYPE in operation["responses"]["default"]["content"]
