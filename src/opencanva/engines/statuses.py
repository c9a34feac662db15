"""What the status and the words of a host's answer mean: one of the contract's four failures."""

from __future__ import annotations

import email.utils
import json
import re
import time
from collections.abc import Collection, Mapping
from typing import Any

from opencanva.engines.contract import EngineError, Limited, Misconfigured, Refused, Unavailable
from opencanva.engines.redact import redact
from opencanva.kit.text import clean_line

_LONGEST = 400
_POLICY = re.compile(
    r"content[_ -]?policy|moderation|moderated|safety|policy[_ -]?violation|nsfw|responsible ai|prohibited",
    re.I,
)
_CREDIT = re.compile(
    r"insufficient[_ -]?(quota|credit|fund|balance)|exceeded your current quota|billing|out of credits?"
    r"|payment required|exhausted balance|no credits?\b",
    re.I,
)
_KEY = re.compile(r"api[_ -]?key|unauthenticated|unauthorized|invalid token|authentication", re.I)


def failure_of(
    name: str,
    status: int,
    headers: Mapping[str, str],
    body: Any,
    secrets: Collection[str] = (),
    *,
    key: str = "api_key",
    address: str = "base_url",
) -> EngineError:
    """The failure of an answer that is not right. `body` is its JSON or text; `name` the host's.

    `key` and `address` name the settings at fault. No word of it holds one of `secrets`.
    """
    said = clean_line(redact(words_of(body), secrets))[:_LONGEST]
    hint = f"{said} {codes_of(body)}"
    told = f" It says: {said}" if said else ""
    if _CREDIT.search(hint) and status in (400, 402, 403, 429):
        return Refused(f"{name} has no credit left for this key. Add credit there, then retry.{told}")
    if status in (400, 403, 422, 451) and _POLICY.search(hint):
        return Refused(f"{name} refused this by its content policy. Say it in other words.{told}")
    if status == 401 or (status in (400, 403) and _KEY.search(hint)):
        return Misconfigured(f"{name} does not accept the key. Check it, or make a new one.{told}", key)
    match status:
        case 402:
            return Refused(f"{name} has no credit left for this key. Add credit there, then retry.{told}")
        case 403:
            return Misconfigured(f"{name} does not let this key do that. Check what it may use.{told}", key)
        case 404 | 405:
            return Refused(f"{name} does not know this model or address. Choose another model.{told}")
        case 410:
            return Refused(f"{name} no longer has this. Choose another model, or retry.{told}")
        case 413:
            return Refused(f"The references are too large for {name}. Use fewer or smaller ones.{told}")
        case 425 | 429:
            return Limited(f"{name} is too busy for more just now.{told}", retry_after_of(headers))
    if 300 <= status < 400:
        return Misconfigured(
            f"{name} is at another address now: this one sends elsewhere. Set the new address.", address
        )
    if status == 408 or status >= 500:
        return Unavailable(f"{name} is out of order ({status}). Try again later.{told}", unpaid=status == 503)
    return Refused(f"{name} refused this.{told or f' It answered with status {status}.'}")


def words_of(body: Any) -> str:
    """The sentence for people in the body of a failed answer, in any of the shapes that hosts use; or nothing."""
    if isinstance(body, str):
        return "" if body.lstrip().startswith("<") else body
    if isinstance(body, list):
        return "; ".join(filter(None, map(words_of, body)))
    if isinstance(body, Mapping):
        for name in (
            "error",
            "errors",
            "message",
            "msg",
            "detail",
            "details",
            "reason",
            "title",
            "error_message",
        ):
            if words := words_of(body.get(name)):
                return words
    return ""


def codes_of(body: Any) -> str:
    """The machine's words for what went wrong, one after the other."""
    if isinstance(body, list):
        return " ".join(map(codes_of, body))
    if not isinstance(body, Mapping):
        return ""
    found = [
        str(body[name]) for name in ("code", "type", "status", "reason") if isinstance(body.get(name), str)
    ]
    return " ".join([*found, *(codes_of(body.get(name)) for name in ("error", "details", "detail"))])


def retry_after_of(headers: Mapping[str, str], otherwise: float = 10.0) -> float:
    """Seconds to wait, from `Retry-After` (a number or a date) or its form in milliseconds."""
    given = {name.lower(): value for name, value in headers.items()}
    try:
        if "retry-after-ms" in given:
            return max(0.0, float(given["retry-after-ms"]) / 1000)
        if "retry-after" not in given:
            return otherwise
        return max(0.0, float(given["retry-after"]))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(given["retry-after"]).timestamp() - time.time())
    except (KeyError, ValueError):
        return otherwise


def read_body(data: bytes) -> Any:
    """JSON where it is JSON, else text."""
    try:
        return json.loads(data)
    except ValueError:
        return data.decode(errors="replace")[: 4 * _LONGEST]
