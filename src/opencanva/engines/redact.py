"""Takes secrets out of words before anybody reads them."""

from __future__ import annotations

import base64
import re
from collections.abc import Collection
from typing import Any
from urllib.parse import quote

HIDDEN = "•••"
_SHORTEST = 4
_BEARER = re.compile(r"(?i)\b(bearer|basic|key|token)(\s+|:\s*)(?=[\w.~+/=-]*\d)[\w.~+/=-]{8,}")
_QUERY = re.compile(r"(?i)([?&](?:api[_-]?key|key|token|access_token|sig|signature)=)[^&\s\"']+")
_LOGIN = re.compile(r"(?i)(\b[a-z][a-z0-9+.-]*://)[^/\s@]+@")


def redact(text: str, secrets: Collection[str]) -> str:
    """`text` without the secrets (plain, percent-encoded, base64) and without what looks like a key."""
    for secret in sorted((s for s in secrets if len(s) >= _SHORTEST), key=len, reverse=True):
        coded = base64.b64encode(secret.encode()).decode().rstrip("=")
        for shape in {secret, quote(secret, safe=""), coded}:
            text = text.replace(shape, HIDDEN)
    text = _LOGIN.sub(rf"\1{HIDDEN}@", text)
    text = _QUERY.sub(rf"\1{HIDDEN}", text)
    return _BEARER.sub(rf"\1\2{HIDDEN}", text)


def redact_json(value: Any, secrets: Collection[str]) -> Any:
    """JSON with every text in it redacted."""
    if isinstance(value, str):
        return redact(value, secrets)
    if isinstance(value, list):
        return [redact_json(item, secrets) for item in value]
    if isinstance(value, dict):
        return {redact(key, secrets): redact_json(item, secrets) for key, item in value.items()}
    return value
