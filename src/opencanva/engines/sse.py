"""Reads server-sent events of a host, line by line."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from typing import Any

import httpx2

from opencanva.engines.contract import Unavailable

_LONGEST = 100 * 1024 * 1024


async def read_events(answer: httpx2.Response) -> AsyncGenerator[Any]:
    """The JSON of each event until `[DONE]`; comments and what is no JSON are passed over.

    Raises Unavailable for an event without an end.
    """
    data: list[str] = []
    size = 0
    async for line in answer.aiter_lines():
        if line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
            size += len(line)
            if size > _LONGEST:
                raise Unavailable("The host sent an event that does not end. Try again later.")
        elif not line and data:
            text, data, size = "\n".join(data), [], 0
            if text == "[DONE]":
                return
            try:
                yield json.loads(text)
            except ValueError:
                continue
    if data and "".join(data) != "[DONE]":
        raise Unavailable("The connection to the host broke in the middle of an answer. Try again.")
