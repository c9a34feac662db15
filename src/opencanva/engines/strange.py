"""Answers of hosts that are JSON and yet not what they should be: as a failure in words, or left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from opencanva.engines.contract import Unavailable

T = TypeVar("T")
_WRONG = (TypeError, KeyError, AttributeError, IndexError, ValueError)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Around what reads an answer. Raises Unavailable, naming the host, where it has not the shape it should."""
    try:
        yield
    except _WRONG as error:
        why = type(error).__name__
        raise Unavailable(
            f"{name} answered with something that cannot be read ({why}). Is the address right?"
        ) from None


def readable(rows: Iterable[object], read: Callable[[object], T]) -> Iterator[T]:
    """What can be read of a list; one wrong row does not take the others away."""
    for row in rows:
        with suppress(*_WRONG):
            yield read(row)
