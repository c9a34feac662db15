"""The shared client of hosts: what answers mean, limits of size, addresses that are not opened, signs of life."""

from __future__ import annotations

import asyncio
import email.utils
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing

import pytest

from opencanva.engines.contract import (
    EngineError,
    Limited,
    Misconfigured,
    Progress,
    Refused,
    Unavailable,
)
from opencanva.engines.http import Wire
from opencanva.engines.pace import once, paced
from opencanva.engines.statuses import failure_of, retry_after_of, words_of
from tests.contract.wire import KEY, Asked, Reply, WireServer, as_json, serving


def answer(asked: Asked) -> Reply:
    path = asked.path
    if path == "/away":
        return Reply(302, b"", {"Location": "http://169.254.169.254/latest"})
    if path == "/near":
        return Reply(302, b"", {"Location": "/picture"})
    if path == "/round":
        return Reply(302, b"", {"Location": "/round"})
    if path == "/large":
        return Reply(200, (b"x" * 100_000 for _ in range(40)))
    return Reply(200, b"a picture") if path == "/picture" else as_json({"error": f"no {path}"}, 404)


@pytest.fixture
def host() -> Iterator[WireServer]:
    with serving(answer) as server:
        yield server


def wire(host: WireServer) -> Wire:
    return Wire("The host", host.url, {"Authorization": f"Bearer {KEY}"}, [KEY])


@pytest.mark.parametrize(
    ("status", "body", "failure", "words"),
    [
        (401, {"error": {"message": "bad"}}, Misconfigured, "does not accept the key.*bad"),
        (403, {"detail": "not yours"}, Misconfigured, "does not let this key"),
        (403, {"error": {"message": "flagged", "code": "moderation_blocked"}}, Refused, "content policy"),
        (402, "", Refused, "no credit"),
        (429, {"error": {"code": "insufficient_quota"}}, Refused, "no credit"),
        (429, {}, Limited, "too busy"),
        (404, {"message": "no such model"}, Refused, "does not know this model.*no such model"),
        (410, {}, Refused, "no longer has"),
        (413, {}, Refused, "too large"),
        (422, {"detail": [{"msg": "steps is too large"}]}, Refused, "steps is too large"),
        (302, {}, Misconfigured, "another address"),
        (408, {}, Unavailable, "out of order"),
        (500, "<html>nginx</html>", Unavailable, r"\(500\)\. Try again later\.$"),
        (503, {}, Unavailable, "out of order"),
    ],
)
def test_a_status_means_one_of_four_things(
    status: int, body: object, failure: type[EngineError], words: str
) -> None:
    found = failure_of("The host", status, {}, body, [KEY])
    assert type(found) is failure
    with pytest.raises(failure, match=words):
        raise found
    if isinstance(found, Unavailable):
        assert found.unpaid == (status == 503)


def test_a_key_in_the_words_of_a_host_is_hidden() -> None:
    found = failure_of("The host", 401, {}, {"error": {"message": f"Incorrect key {KEY}"}}, [KEY])
    assert KEY not in found.reason
    assert "•••" in found.reason


def test_words_are_found_in_every_shape() -> None:
    shapes: list[object] = [
        "no", {"error": "no"}, {"error": {"message": "no"}}, {"detail": [{"msg": "no"}]}, {"errors": ["no"]},
        {"title": "no"},
    ]  # fmt: skip
    assert {words_of(shape) for shape in shapes} == {"no"}
    assert words_of({"code": 7}) == words_of("<html>") == ""


def test_retry_after_is_a_number_a_date_or_milliseconds() -> None:
    soon = email.utils.formatdate(time.time() + 60, usegmt=True)
    assert retry_after_of({"Retry-After": "3"}) == 3.0
    assert retry_after_of({"retry-after-ms": "1500"}) == 1.5
    assert 50 < retry_after_of({"retry-after": soon}) <= 60
    assert retry_after_of({"retry-after": "later"}) == retry_after_of({}) == 10.0


async def test_pictures_are_fetched_from_the_host_and_its_own_redirects(host: WireServer) -> None:
    ours = wire(host)
    assert await ours.picture("/picture") == await ours.picture(f"{host.url}/near") == b"a picture"
    await ours.close()


@pytest.mark.parametrize(
    "address",
    ["/away", "http://127.0.0.1:1/x", "http://localhost:1/x", "http://[::1]/x", "http://10.0.0.1/x",
     "http://[::ffff:192.168.0.1]/x", "http://0.0.0.0/x"],
)  # fmt: skip
async def test_addresses_inside_a_private_network_are_not_opened(host: WireServer, address: str) -> None:
    ours = wire(host)
    with pytest.raises(Refused, match="private network"):
        await ours.picture(address)
    await ours.close()


@pytest.mark.parametrize(
    "number",
    ["64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "::127.0.0.1", "::ffff:10.0.0.1", "192.0.0.192", "fec0::1"],
)
async def test_addresses_that_carry_a_private_one_are_not_opened(host: WireServer, number: str) -> None:
    ours = wire(host)
    with pytest.raises(Refused, match="private network"):
        await ours.picture(f"http://[{number}]/x" if ":" in number else f"http://{number}/x")
    await ours.close()


@pytest.mark.parametrize(("address", "words"), [("file:///etc/passwd", "none"), ("/round", "one address to")])
async def test_other_odd_addresses_are_refused(host: WireServer, address: str, words: str) -> None:
    ours = wire(host)
    with pytest.raises(Refused, match=words):
        await ours.picture(address)
    await ours.close()


async def test_an_answer_that_is_too_large_ends(host: WireServer) -> None:
    ours = Wire("The host", host.url, most=1_000_000)
    with pytest.raises(Refused, match="sent more than"):
        await ours.call("GET", "/large")
    with pytest.raises(Refused, match="sent more than"):
        await ours.client.get("/large")
    await ours.close()


@pytest.mark.parametrize("address", ["", "localhost:8000", "ftp://a", "http://"])
def test_an_address_that_is_none_names_its_setting(address: str) -> None:
    with pytest.raises(Misconfigured) as failed:
        Wire("The host", address)
    assert failed.value.setting == "base_url"


async def test_silence_is_filled_and_the_result_comes_through() -> None:
    async def work() -> str:
        await asyncio.sleep(0.2)
        return "done"

    found = [part async for part in paced(once(work()), 0.1, every=0.03)]
    told = [part.fraction for part in found[:-1] if isinstance(part, Progress)]
    assert found[-1] == "done"
    assert len(told) == len(found) - 1 >= 3
    assert told == sorted(told)


async def test_closing_ends_the_work_and_failures_come_out() -> None:
    left = asyncio.Event()

    async def endless() -> AsyncIterator[int]:
        try:
            yield 1
            await asyncio.Event().wait()
        finally:
            left.set()

    async with aclosing(paced(endless(), 1.0)) as parts:
        await anext(parts)
        assert await anext(parts) == 1
    assert left.is_set()

    async def broken() -> None:
        raise Refused("no")

    with pytest.raises(Refused, match="no"):
        [part async for part in paced(once(broken()), 1.0)]
