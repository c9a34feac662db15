"""Writes docs/reference: the OpenAPI description, settings, error codes and events, from the code itself.

python scripts/reference.py            write the pages
python scripts/reference.py --check    name those that are stale, and fail when there are any
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import json
import pkgutil
import sys
from pathlib import Path
from typing import Any

import opencanva
from opencanva.api.app import describe
from opencanva.api.problems import PROBLEMS
from opencanva.core.events import Event
from opencanva.kit.errors import Meaning
from opencanva.settings import Settings

HERE = Path(__file__).parents[1] / "docs" / "reference"
MADE = "<!-- Made by `make reference`; do not edit. -->"
OF_THE_FRAMEWORK = {
    "broken": "Nobody expected it; the log has it under the `report` of the answer.",
    "foreign_request": "A browser sent a change on behalf of another site.",
    "method_not_allowed": "The address exists, the method does not.",
    "unreadable": "The request is malformed.",
    "wrong_host": "The `Host` header names no address of this server (DNS rebinding).",
    "wrong_media_type": "The body is not in a format that is read here.",
}
OF_GENERATIONS = {
    "budget_spent": "The engine's budget of the month has no room for it; nothing was asked for or paid.",
    "price_unknown": "Nobody tells the model's price and the engine has a budget; nothing was asked for or paid.",
    "interrupted": "It stopped after the engine may have been paid, but had not answered; Retry asks again.",
    "misconfigured": "The engine's configuration is wrong; the words name the field.",
    "refused": "The engine does not want to make this picture; the words give its reason.",
    "unavailable": "The engine does not answer, or its answer makes no sense.",
}


def pages() -> dict[str, str]:
    """File name → text of every page."""
    return {
        "openapi.json": json.dumps(describe(), indent=1, ensure_ascii=False) + "\n",
        "settings.md": settings_page(),
        "errors.md": errors_page(),
        "events.md": events_page(),
    }


def settings_page() -> str:
    """Every field of Settings."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "the platform's data folder" if field.default_factory else f"`{field.default}`"
        rows.append(f"| `OPENCANVA_{name.upper()}` | {default} | {field.description} |")
    more = (
        "An engine's own fields are read from `OPENCANVA_ENGINE_<ID>_<FIELD>`, such as "
        "`OPENCANVA_ENGINE_OPENAI_API_KEY`."
    )
    return _page("Settings", "Read once at start, from the environment.", *rows, "", more)


def errors_page() -> str:
    """Every code of a problem, and of a generation that failed."""
    docs = {meaning.code: _first(meaning) for meaning in reversed(meanings())}
    rows = ["| code | status | title | when |", "|---|---|---|---|"]
    for code, (status, title) in sorted(PROBLEMS.items()):
        rows.append(f"| `{code}` | {status} | {title} | {OF_THE_FRAMEWORK.get(code) or docs[code]} |")
    failed = [
        "| code | when |",
        "|---|---|",
        *(f"| `{code}` | {why} |" for code, why in OF_GENERATIONS.items()),
    ]
    lead = (
        "Every error is `application/problem+json` (RFC 9457) with a stable `code` and a `detail` "
        "to show to a person."
    )
    after = "A generation that ended without a picture has a `problem` with a code above, or one of these:"
    return _page("Errors", lead, *rows, "", after, "", *failed)


def events_page() -> str:
    """Every durable event of the live stream."""
    rows = ["| event | carries | when |", "|---|---|---|"]
    for event in sorted(_all_under(Event), key=lambda event: event.__name__):
        if event.told and not event.__name__.startswith("_"):
            fields = ", ".join(f"`{field.name}`" for field in dataclasses.fields(event))
            rows.append(f"| `{event.__name__}` | {fields} | {_first(event)} |")
    lead = (
        "`GET /api/v1/live` tells these in order, each with its `number`; `?after=N` or `Last-Event-ID` "
        "resumes. Progress and previews come between them without a number and may be lost."
    )
    return _page("Events", lead, *rows)


def meanings() -> list[type[Meaning]]:
    """Every error a person may meet, lower floors first."""
    return sorted(_all_under(Meaning), key=lambda kind: (len(kind.__mro__), kind.__module__, kind.__name__))


def _all_under(root: type[Any]) -> set[type[Any]]:
    for module in pkgutil.walk_packages(opencanva.__path__, "opencanva."):
        if ".versions" not in module.name and not module.name.endswith((".env", "__main__")):
            importlib.import_module(module.name)
    found: set[type[Any]] = set()
    waiting = [root]
    while waiting:
        under = [kind for kind in waiting.pop().__subclasses__() if kind.__module__.startswith("opencanva.")]
        # A dataclass with slots leaves its first self behind; the module holds the one that counts.
        found.update(kind for kind in under if getattr(sys.modules[kind.__module__], kind.__name__) is kind)
        waiting.extend(under)
    return found


def _first(kind: type) -> str:
    return (inspect.getdoc(kind) or "").splitlines()[0]


def _page(title: str, *lines: str) -> str:
    return "\n".join([f"# {title}", "", MADE, "", lines[0], "", *lines[1:], ""])


def main() -> int:
    """Write or check; the exit status."""
    stale = []
    for name, text in pages().items():
        path = HERE / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                HERE.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    if stale:
        print("stale, run `make reference`:" if "--check" in sys.argv else "written:", ", ".join(stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
