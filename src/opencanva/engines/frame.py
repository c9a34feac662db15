"""The frame around an engine: time limits, retries, caps, redaction, and one honest answer in the end."""

from __future__ import annotations

import asyncio
import logging
import random
import traceback
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from typing import Any, NoReturn, Protocol

from opencanva.engines.attempt import Attempt, CallerFailed, Hung, Paying
from opencanva.engines.contract import (
    Ask,
    Engine,
    EngineError,
    Limited,
    Memo,
    Misconfigured,
    Notice,
    Output,
    Preview,
    Price,
    Progress,
    Refused,
    Unavailable,
)
from opencanva.engines.redact import redact
from opencanva.engines.steps import MOST_BYTES, Intake, told_cost, used_seed
from opencanva.kit.errors import Meaning
from opencanva.kit.text import clean_line

__all__ = ["BadPicture", "Limits", "Made", "Seen", "Unsure", "redact", "run"]

log = logging.getLogger(__name__)
_LONGEST_REASON = 1000


class BadPicture(EngineError):
    """The engine's output is no whole picture; asking again would only cost again."""


class Unsure(EngineError):
    """A call that may have cost money was made and its handle did not come back: never repeat it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: for the whole run, without a word from the engine, between tries, to leave after a cancel."""

    timeout: float = 600.0
    silence: float = 120.0
    tries: int = 3
    first_wait: float = 0.5
    longest_wait: float = 20.0
    grace: float = 5.0


class Seen(Protocol):
    """What a look at the output's bytes tells."""

    @property
    def media_type(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Made:
    """A finished picture: bytes as the engine gave them, what they are, and what is known about them."""

    data: bytes
    media_type: str
    width: int
    height: int
    seed: int | None
    cost: Price | None
    facts: dict[str, Any] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


OnStep = Callable[[Progress | Preview | Notice], Awaitable[None]]
Probe = Callable[[bytes], Awaitable[Seen]]


async def run(
    engine: Engine,
    ask: Ask,
    memo: Memo,
    *,
    limits: Limits,
    on_step: OnStep,
    probe: Probe,
    secrets: Collection[str],
) -> Made:
    """Have `engine` make one picture, whatever it does.

    Tries again on Unavailable and on any unforeseen exception, with growing pauses, but never once a call may
    have cost money. `probe` raises a `kit.errors.Meaning` for bytes that are no picture. What `on_step` and
    `memo` raise comes out as it is. Cancelling closes the engine's generator first.

    Raises Refused, Limited, Unavailable, Misconfigured, BadPicture, Unsure; their words carry no secret.
    """
    paying = Paying(memo)
    deadline = asyncio.get_running_loop().time() + limits.timeout
    for number in range(1, limits.tries + 1):
        intake = Intake(engine.name, secrets)
        last = number == limits.tries
        attempt = Attempt(engine, ask, paying, intake, on_step)
        try:
            output = await attempt.run(deadline, limits.silence, limits.grace)
        except CallerFailed as failed:
            raise failed.cause from failed.cause.__cause__
        except EngineError as error:
            failure = _clean(engine, error, secrets)
            last = last or isinstance(error, Hung)
        except Exception as error:
            log.warning("engine %s broke down: %s", engine.id, _where(error))
            failure = _unforeseen(engine, error, secrets)
        else:
            return await _finish(engine, ask, output, intake, probe)
        if paying.unsettled and isinstance(failure, Unavailable) and not failure.unpaid:
            raise Unsure(failure.reason)
        paying.unsettled = False
        left = deadline - asyncio.get_running_loop().time()
        pause = _pause(number, limits)
        if not isinstance(failure, Unavailable) or last or left <= pause:
            raise failure
        await asyncio.sleep(pause)
    raise Unavailable(f"{engine.name} was not asked at all: the limit of tries is below 1.")


async def _finish(engine: Engine, ask: Ask, output: Output, intake: Intake, probe: Probe) -> Made:
    data = output.data
    if not isinstance(data, (bytes, bytearray, memoryview)):
        _bad(engine, f"it is no bytes but {type(data).__name__}.")
    data = bytes(data)
    if not data:
        _bad(engine, "it is empty.")
    if len(data) > MOST_BYTES:
        _bad(engine, f"it has {len(data) >> 20} MB; at most {MOST_BYTES >> 20} MB are taken.")
    try:
        seen = await probe(data)
    except Meaning as error:
        _bad(engine, clean_line(error.words))
    return Made(
        data=data,
        media_type=seen.media_type,
        width=seen.width,
        height=seen.height,
        seed=used_seed(output.seed, ask.seed),
        cost=told_cost(output.cost),
        facts=intake.facts(output.facts),
        notices=intake.notices,
    )


def _bad(engine: Engine, why: str) -> NoReturn:
    raise BadPicture(
        f"{engine.name} gave a picture that cannot be kept: {why} Retry, or choose another model."
    )


def _clean(engine: Engine, error: EngineError, secrets: Collection[str]) -> EngineError:
    """The same failure with words for a person and without secrets, cut from what it was raised from."""
    reason = clean_line(redact(str(error.reason), secrets))[:_LONGEST_REASON]
    if isinstance(error, Limited):
        wait = error.retry_after if isinstance(error.retry_after, (int, float)) else 5.0
        return Limited(reason or f"{engine.name} is busy.", wait if 0 <= wait < 86_400 else 5.0)
    if isinstance(error, Misconfigured):
        return Misconfigured(reason or f"A setting of {engine.name} is wrong.", str(error.setting))
    if isinstance(error, Unavailable):
        return Unavailable(reason or f"{engine.name} cannot be reached.", unpaid=error.unpaid)
    return Refused(reason or f"{engine.name} will not make this picture.")


def _unforeseen(engine: Engine, error: Exception, secrets: Collection[str]) -> EngineError:
    said = clean_line(redact(str(error), secrets))[:300]
    detail = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return Unavailable(f"{engine.name} broke down ({detail}). Retry, or choose another model.")


def _where(error: Exception) -> str:
    """Type and place of a failure; its words may hold a prompt or a key, so they stay out of the log."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places}"


def _pause(number: int, limits: Limits) -> float:
    """Grows twofold with each try, with jitter so that many generations do not come back at once."""
    longest = min(limits.first_wait * 2 ** (number - 1), limits.longest_wait)
    return random.uniform(longest / 2, longest)  # noqa: S311
