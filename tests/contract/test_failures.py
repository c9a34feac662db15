"""Every way in which a host fails, for every engine: a failure of the contract, in words a person can act on."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from opencanva.engines.contract import (
    EngineError,
    Limited,
    Misconfigured,
    Output,
    Refused,
    Unavailable,
)
from tests.contract.hosts import IDS, Answer, Change, hosting, is_submit, told
from tests.contract.wire import KEY, Asked, Reply, as_json

LEAK = {"error": {"message": f"told for {KEY}"}, "detail": f"told for {KEY}"}


def answered(status: int, body: object = LEAK) -> Change:
    """The request for a picture is answered so."""

    def change(asked: Asked, right: Answer) -> Reply:
        return as_json(body, status, Retry_After="7") if is_submit(asked) else right(asked)

    return change


def broken(asked: Asked, right: Answer) -> Reply:
    """The answer to the request for a picture breaks off."""
    return (
        Reply(200, b'{"created": 1, "da', {"Content-Type": "application/json"}, drop=True)
        if is_submit(asked)
        else right(asked)
    )


def a_web_page(asked: Asked, right: Answer) -> Reply:
    """Something else than the host answers."""
    html = {"Content-Type": "text/html"}
    return Reply(200, b"<html>Welcome to nginx</html>", html) if is_submit(asked) else right(asked)


def nothing(asked: Asked, right: Answer) -> Reply:
    """All that can be said in JSON and says nothing."""
    return as_json({}) if is_submit(asked) else right(asked)


POLICY = {
    "openai": (400, {"error": {"message": "Rejected: violence.", "code": "moderation_blocked"}}),
    "gemini": (
        200,
        {"promptFeedback": {"blockReason": "SAFETY", "blockReasonMessage": "Rejected: violence."}},
    ),
    "openrouter": (403, {"error": {"message": "Flagged by moderation: violence.", "code": 403}}),
    "fal": (422, {"detail": [{"msg": "Flagged: violence.", "type": "content_policy_violation"}]}),
    "replicate": (422, {"title": "Refused", "detail": "NSFW content: violence."}),
    "bfl": (422, {"detail": "Request moderated: violence."}),
}
"""How a host says that its policy forbids a prompt; programs of one's own have none."""

TABLE: dict[str, tuple[Callable[[str], Change], type[EngineError], str]] = {
    "wrong key": (lambda _: answered(401), Misconfigured, "does not accept the key"),
    "key may not": (lambda _: answered(403), Misconfigured, "does not let this key do that"),
    "no credit": (lambda _: answered(402), Refused, "no credit left"),
    "gone model": (lambda _: answered(404), Refused, "Choose another model"),
    "too large": (lambda _: answered(413), Refused, "Use fewer or smaller ones"),
    "busy": (lambda _: answered(429), Limited, "too busy"),
    "out of order": (lambda _: answered(500), Unavailable, "out of order"),
    "away": (lambda _: answered(503), Unavailable, "out of order"),
    "moved": (lambda _: answered(301), Misconfigured, "another address"),
    "policy": (lambda id: answered(*POLICY[id]), Refused, "violence"),
    "connection broke": (lambda _: broken, Unavailable, "broke"),
    "a web page": (lambda _: a_web_page, Unavailable, "the right address|the address right"),
    "nothing": (lambda _: nothing, EngineError, "."),
}
CASES = [(id, name) for id in IDS for name in TABLE if name != "policy" or id in POLICY]


@pytest.mark.parametrize(("id", "name"), CASES)
async def test_a_failure_is_of_the_contract_and_has_words(id: str, name: str) -> None:
    change, kind, words = TABLE[name]
    with hosting(id, change(id)) as host:
        with pytest.raises(kind, match=words) as failed:
            await host.steps()
        await host.close()
    assert KEY not in str(failed.value)
    assert str(failed.value).rstrip().endswith((".", "?")) or "It says:" in str(failed.value)
    if isinstance(failed.value, Limited):
        assert failed.value.retry_after == 7
    if isinstance(failed.value, Unavailable):
        assert failed.value.unpaid is (name == "away")


@pytest.mark.parametrize("id", ["fal", "replicate", "bfl"])
async def test_an_address_that_expired_is_said(id: str) -> None:
    def change(asked: Asked, right: Answer) -> Reply:
        return as_json({"detail": "gone"}, 403) if asked.path.startswith("/files/") else right(asked)

    with hosting(id, change) as host:
        with pytest.raises(Refused, match="its address has expired"):
            await host.steps()
        await host.close()


@pytest.mark.parametrize("id", IDS)
async def test_slow_answers_are_waited_for(id: str) -> None:
    slow = threading.Event()

    def change(asked: Asked, right: Answer) -> Reply:
        if is_submit(asked):
            slow.wait(0.3)
        return right(asked)

    with hosting(id, change) as host:
        assert isinstance((await host.steps())[-1], Output)
        await host.close()


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything inside some JSON, itself included; of a list only the first."""
    yield way
    inside: list[tuple[Any, Any]] = list(value.items()) if isinstance(value, dict) else []
    for name, part in inside or list(enumerate(value))[:1] if isinstance(value, (dict, list)) else []:
        yield from places(part, (*way, name))


def put(value: Any, way: tuple[Any, ...], wrong: object) -> Any:
    """The JSON with something else at a place of it."""
    if not way:
        return wrong
    if isinstance(value, dict) and way[0] in value:
        return value | {way[0]: put(value[way[0]], way[1:], wrong)}
    if isinstance(value, list) and value:
        return [put(value[0], way[1:], wrong), *value[1:]]
    return value


def route(asked: Asked) -> tuple[str, str]:
    """Which call it is, whatever the number of the job."""
    path = re.sub(r"job-\d+|[0-9a-f]{8}-[0-9a-f-]{27}", "#", asked.path.partition("?")[0])
    return asked.method, path


@pytest.mark.parametrize("id", IDS)
async def test_answers_of_wrong_types_end_in_words_and_break_nothing(id: str) -> None:
    seen: dict[tuple[str, str], Any] = {}

    def look(asked: Asked, right: Answer) -> Reply:
        reply = right(asked)
        if (value := told(reply)) is not None:
            seen[route(asked)] = value  # the last one: the one that is done
        return reply

    with hosting(id, look) as host:
        await host.steps()
        await host.close()
    ways = [(call, way) for call, value in seen.items() for way in places(value)]
    assert len(ways) > 5
    wrongs = [(*one, WRONG[number % len(WRONG)]) for number, one in enumerate(ways)]
    many = asyncio.Semaphore(24)
    broke = [why for why in await asyncio.gather(*(_twisted(id, many, *one) for one in wrongs)) if why]
    assert broke == []


WRONG: list[object] = [None, 5, "x", [], {}, [7], True]


async def _twisted(
    id: str, many: asyncio.Semaphore, call: tuple[str, str], way: tuple[Any, ...], wrong: object
) -> str:
    """How the engine broke on a wrong value at one place of one answer; empty when it kept to the contract."""

    def change(asked: Asked, right: Answer) -> Reply:
        reply = right(asked)
        value = told(reply) if route(asked) == call else None
        return reply if value is None else as_json(put(value, way, wrong), reply.status)

    async with many:
        with hosting(id, change) as host:
            try:
                async with asyncio.timeout(0.8):  # a host that is never done is the frame's to end
                    await host.steps()
            except (EngineError, TimeoutError):
                pass
            except Exception as error:
                return f"{call} {way} {wrong!r}: {type(error).__name__}: {error}"
            finally:
                await host.close()
    return ""
