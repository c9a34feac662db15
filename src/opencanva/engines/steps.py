"""Checks what an engine yields: types, caps, words without secrets. Nothing is taken on trust."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from opencanva.engines.contract import Notice, Output, Preview, Price, Progress, Unavailable
from opencanva.engines.redact import redact, redact_json
from opencanva.kit.text import clean_json, clean_line

log = logging.getLogger(__name__)

MOST_BYTES = 64 * 1024 * 1024
MOST_PREVIEW = 1 << 20
MOST_NOTICES = 20
LONGEST_NOTICE = 500
LONGEST_STAGE = 40
MOST_FACTS = 64_000
_MOST_SEED = 2**53 - 1


@dataclass(slots=True)
class Intake:
    """What came out of one attempt so far."""

    engine: str
    secrets: Collection[str]
    fraction: float = 0.0
    notices: list[str] = field(default_factory=list)

    def take(self, step: object) -> Progress | Preview | Notice | Output | None:
        """The step as it may be passed on; None when dropped. Raises Unavailable for what is no step."""
        if isinstance(step, Progress):
            return self._progress(step)
        if isinstance(step, Preview):
            fits = isinstance(step.data, bytes) and 0 < len(step.data) <= MOST_PREVIEW
            return step if fits else None
        if isinstance(step, Notice):
            return self._notice(step)
        if isinstance(step, Output):
            return step
        raise Unavailable(
            f"{self.engine} gave something that is no step of a picture ({type(step).__name__}). "
            "Tell its maker; other models still work."
        )

    def facts(self, given: object) -> dict[str, Any]:
        """The facts as plain JSON without secrets; dropped when they are none, or larger than 64 kB."""
        try:
            written = json.dumps(given, allow_nan=False)
            facts = redact_json(clean_json(json.loads(written)), self.secrets)
        except (TypeError, ValueError, RecursionError):
            log.warning("engine %s gave facts that are no JSON; they are dropped", self.engine)
            return {}
        if not isinstance(facts, dict) or len(written) > MOST_FACTS:
            log.warning("engine %s gave facts of %s characters; dropped", self.engine, len(written))
            return {}
        return facts

    def _progress(self, step: Progress) -> Progress | None:
        if not isinstance(step.fraction, (int, float)) or math.isnan(step.fraction):
            return None
        self.fraction = max(self.fraction, min(float(step.fraction), 1.0))
        stage = clean_line(redact(str(step.stage), self.secrets))[:LONGEST_STAGE]
        return Progress(self.fraction, stage)

    def _notice(self, step: Notice) -> Notice | None:
        text = clean_line(redact(str(step.text), self.secrets))
        if len(text) > LONGEST_NOTICE:
            text = text[: LONGEST_NOTICE - 1] + "…"
        if not text or text in self.notices or len(self.notices) >= MOST_NOTICES:
            return None
        self.notices.append(text)
        return Notice(text)


def used_seed(given: object, asked: int | None) -> int | None:
    """The seed that was really used, or the asked one when the engine says nothing sensible."""
    sensible = isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= _MOST_SEED
    return int(given) if sensible and isinstance(given, int) else asked


def told_cost(given: object) -> Price | None:
    """The actual price, or None when the engine says nothing sensible."""
    if not isinstance(given, Price) or not given.known or not isinstance(given.amount, (int, float)):
        return None
    currency = str(given.currency)
    known = len(currency) == 3 and currency.isascii() and currency.isupper()
    if not known or not math.isfinite(given.amount) or given.amount < 0:
        return None
    return Price(float(given.amount), currency, str(given.source)[:200])
