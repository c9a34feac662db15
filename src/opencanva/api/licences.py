"""Whose work Open Canva holds: the NOTICE of its package, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import anyio.to_thread
from fastapi import APIRouter, Response

from opencanva.api.deps import PREFIX, Here, Me, answer

router = APIRouter(prefix=PREFIX, tags=["licences"])

_CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Credit:
    """One work and its terms: `title` is the first sentence of the text, without its end."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CreditList:
    """Open Canva's own notice first, then everybody else's."""

    credits: list[Credit]


@router.get("/licences", response_model=CreditList, summary="Whose work this holds")
async def list_licences(here: Here, me: Me) -> Response:
    """The notices of everything that comes with Open Canva, as its package has them."""
    return answer(CreditList(await anyio.to_thread.run_sync(read_credits)))


@cache
def read_credits() -> list[Credit]:
    """The parts of NOTICE between its rules; empty where the package came without it."""
    parts: list[list[str]] = [[]]
    for line in _read_notice().splitlines():
        if line.startswith("-----"):
            parts.append([])
        else:
            parts[-1].append(line)
    found = []
    for part in parts:
        text = "\n".join(part).strip()
        if text:
            title = text.split("\n", 1)[0].split(" (http")[0].split(":")[0].split(",")[0].rstrip(".")
            found.append(Credit(title=title, text=text))
    return found


def _read_notice() -> str:
    """The file of the checkout, else of the installed package."""
    if (_CHECKOUT / "pyproject.toml").is_file():
        return (_CHECKOUT / "NOTICE").read_text(encoding="utf-8")
    try:
        return distribution("opencanva").read_text("licenses/NOTICE") or ""
    except PackageNotFoundError:
        return ""
